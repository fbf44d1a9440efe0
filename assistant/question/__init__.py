"""What a question asks: of whom, where, about what, and which kind of thing is wanted.

Works on one standalone question; following a conversation is ``dialogue``'s trade.
"""

from .asked import Asked, Resolved
from .facets import WEAK
from .understanding import Understanding, with_role

__all__ = ["WEAK", "Asked", "Resolved", "Understanding", "with_role"]
