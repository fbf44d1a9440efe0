"""A question as it is understood: the records which the stages after it read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..records import Question, Slot
from ..wording import tells_move

# How strongly each facet is meant, the surest first.
Scored = tuple[tuple[str, float], ...]
# From here on a facet is asked for by a word of its own, not only by what is named.
PLAINLY = 1.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question complete in itself.

    ``standalone`` is shown; ``text`` is searched at full weight, and ``carried``, a part of
    the conversation before, at a lower one.
    """

    standalone: str
    text: str
    carried: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A title in a question, from ``start`` to ``end``, and the roles that go by it.

    ``form`` tells what it is if no title: a description of "one" of the people or of "many",
    or the name of their "work".
    """

    start: int
    end: int
    title: str
    roles: tuple[str, ...]
    form: Literal["", "one", "many", "work"] = ""


@dataclass(frozen=True, slots=True)
class Described:
    """People in a question, from ``start`` to ``end``, told by what they do (``doing``)."""

    start: int
    end: int
    text: str
    doing: str
    many: bool


@dataclass(frozen=True, slots=True)
class People:
    """A name of people in a question: as written, its stems, and the known roles at its end.

    ``before`` are the stems that stand before the known role, all of them where none is known.
    """

    text: str
    stems: tuple[str, ...]
    roles: tuple[str, ...]
    before: tuple[str, ...]


# Without slots, so that the subject is gathered once.
@dataclass(frozen=True)
class Asked:
    """A question as understood: the public record and what searching it needs.

    ``text`` is the part that asks; ``facet_scores`` says how strongly each facet is meant;
    ``choices`` are the titles that are no name of the roles they stand for, ``people`` the names
    that the question gives to people, known or not, ``described`` whom it tells by their work;
    ``liked`` is what the asker of a job would like to do, ``brief`` whether few words are wanted.
    """

    question: Question
    text: str
    slots: tuple[Slot, ...]
    facet_scores: Scored = ()
    negated: bool = False
    choices: tuple[Choice, ...] = ()
    people: tuple[People, ...] = ()
    described: Described | None = None
    liked: str = ""
    brief: bool = False

    @cached_property
    def topics(self) -> tuple[Slot, ...]:
        """Give the slots of the subject: neither a facet's own words nor a named thing."""
        return tuple(s for s in self.slots if s.kind == "topic")

    @property
    def facet(self) -> str:
        """Give the facet that is meant most, or ""."""
        return self.facet_scores[0][0] if self.facet_scores else ""

    @property
    def origins(self) -> frozenset[str]:
        """Give the roles that the asker would leave: "switch from … to nursing"."""
        return frozenset(s.entity for s in self.slots if s.kind == "origin")

    @property
    def moves(self) -> bool:
        """Tell whether a move between roles is asked about: "Can a nurse become a vet?"."""
        if self.origins and self.question.roles:
            return True
        roles = [s.text for s in self.slots if s.kind == "role" and s.text in self.text]
        ends = sorted((self.text.find(role), self.text.find(role) + len(role)) for role in roles)
        pairs = zip(ends, ends[1:], strict=False)
        return any(tells_move(self.text[one[1] : other[0]]) for one, other in pairs)

    @property
    def about(self) -> frozenset[str]:
        """Give the roles that are asked about, of a move also the one that it starts from."""
        roles = frozenset(self.question.roles)
        return roles | self.origins if self.moves else roles

    @property
    def plainly(self) -> bool:
        """Tell whether a facet is asked for by a word of its own."""
        return bool(self.facet_scores) and self.facet_scores[0][1] >= PLAINLY
