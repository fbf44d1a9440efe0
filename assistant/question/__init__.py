"""What a question asks: of whom, where, about what, and which kind of thing is wanted.

Works on one standalone question; following a conversation is ``dialogue``'s trade.
"""

from .asked import PLAINLY, Asked, Choice, Described, People, Resolved
from .facets import OF_A_ROLE, VAGUE, WEAK
from .fields import with_crowds
from .liking import avoids
from .slots import SURE
from .understanding import Understanding, subject_of, with_role, with_subject

__all__ = [
    "OF_A_ROLE",
    "PLAINLY",
    "SURE",
    "VAGUE",
    "WEAK",
    "Asked",
    "Choice",
    "Described",
    "People",
    "Resolved",
    "Understanding",
    "avoids",
    "subject_of",
    "with_crowds",
    "with_role",
    "with_subject",
]
