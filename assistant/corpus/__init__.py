"""Folders of documents to passages: reads, cleans and splits them."""

from .collection import Collection, read_folders, read_texts
from .draft import Dropped
from .folder import Skipped
from .splitting import split

__all__ = ["Collection", "Dropped", "Skipped", "read_folders", "read_texts", "split"]
