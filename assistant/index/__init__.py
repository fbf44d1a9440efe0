"""Passages → ranked hits: one interface, one module for each engine behind it."""

from .bm25 import RankBM25Index
from .interface import Index
from .matrix import Matrix, MatrixIndex, matrix
from .ranking import NOTED
from .searcher import ENGINES, Ranked, Searcher, Terms, indexed_terms

__all__ = [
    "ENGINES",
    "NOTED",
    "Index",
    "Matrix",
    "MatrixIndex",
    "RankBM25Index",
    "Ranked",
    "Searcher",
    "Terms",
    "indexed_terms",
    "matrix",
]
