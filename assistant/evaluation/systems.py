"""What is evaluated: anything that answers, seen through one record.

A bare function from question to Answer will do. With ``conversation`` earlier turns are
replayed, with ``search`` finding is measured apart from answering, and with ``passages`` the
passages that hold the evidence are known without searching for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from ..records import Answer, Document, Hit, Passage


class Conversation(Protocol):
    """A dialogue: each turn may follow up the ones before it."""

    def ask(self, question: str) -> Answer:
        """Answer the next turn."""
        ...


@runtime_checkable
class Answerer(Protocol):
    """What answers a single question."""

    def ask(self, question: str) -> Answer:
        """Answer a question that stands alone."""
        ...


@runtime_checkable
class Talker(Protocol):
    """What can hold a dialogue."""

    def conversation(self) -> Conversation:
        """Begin a dialogue."""
        ...


@runtime_checkable
class Finder(Protocol):
    """What ranks passages for a question."""

    def search(self, question: str, k: int) -> Sequence[Hit]:
        """Give the k best passages, best first."""
        ...


@dataclass(frozen=True, slots=True)
class System:
    """What a system can do; what it cannot is None or empty."""

    ask: Callable[[str], Answer]
    conversation: Callable[[], Conversation] | None = None
    search: Callable[[str, int], Sequence[Hit]] | None = None
    passages: Sequence[Passage] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)

    def reply(self, question: str, history: Sequence[str] = ()) -> Callable[[], Answer]:
        """Replay the earlier turns and give the last one to be asked, so that it can be timed."""
        if not history or self.conversation is None:
            return lambda: self.ask(question)
        dialogue = self.conversation()
        for turn in history:
            dialogue.ask(turn)
        return lambda: dialogue.ask(question)


def system_of(answerer: Answerer | Callable[[str], Answer]) -> System:
    """See anything that answers as a System."""
    if not isinstance(answerer, Answerer):
        return System(ask=answerer)
    return System(
        ask=answerer.ask,
        conversation=answerer.conversation if isinstance(answerer, Talker) else None,
        search=answerer.search if isinstance(answerer, Finder) else None,
        passages=tuple(getattr(answerer, "passages", ())),
        documents=getattr(answerer, "documents", {}),
    )
