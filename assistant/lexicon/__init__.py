"""The field's vocabulary, read from the data files beside this module.

Roles, places, employers, what a question can be about (facets), words that stand for one
another, money, matters of everyday life, small talk and the marks of other languages. All
knowledge of the field is in the files; the code only looks it up.
"""

from .declared import Declared, declare, declared_role
from .loading import LOST, load_lexicon
from .phrases import Match, Phrases
from .titles import KIND, Titles
from .vocabulary import Entity, Facet, Lexicon, Money, Reply

__all__ = [
    "KIND",
    "LOST",
    "Declared",
    "Entity",
    "Facet",
    "Lexicon",
    "Match",
    "Money",
    "Phrases",
    "Reply",
    "Titles",
    "declare",
    "declared_role",
    "load_lexicon",
]
