"""Saved indexes: made from folders, kept on disk, brought up to date, and opened lazily."""

from .cache import cache_folder, place_of, worth_keeping
from .disk import is_index
from .library import Library
from .opening import Opened, make_index, open_folders, open_index

__all__ = [
    "Library",
    "Opened",
    "cache_folder",
    "is_index",
    "make_index",
    "open_folders",
    "open_index",
    "place_of",
    "worth_keeping",
]
