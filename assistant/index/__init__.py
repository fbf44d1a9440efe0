"""Passages → ranked hits: one interface, one module for each engine behind it."""

from .bm25 import RankBM25Index
from .interface import Index
from .searcher import Searcher

__all__ = ["Index", "RankBM25Index", "Searcher"]
