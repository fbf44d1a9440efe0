"""Following a conversation: a follow-up and what went before → a standalone question."""

from .conversation import Dialogue

__all__ = ["Dialogue"]
