"""Folders of documents to passages: reads, cleans and splits them."""

from .collection import Collection, read_folders, read_source, read_survey, read_texts, same_text
from .draft import Dropped, UnreadableError
from .folder import Skipped, load
from .listing import Source, Survey, check, survey
from .splitting import split

__all__ = [
    "Collection",
    "Dropped",
    "Skipped",
    "Source",
    "Survey",
    "UnreadableError",
    "check",
    "load",
    "read_folders",
    "read_source",
    "read_survey",
    "read_texts",
    "same_text",
    "split",
    "survey",
]
