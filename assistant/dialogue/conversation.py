"""Following a conversation: a follow-up and what went before → a standalone question.

A follow-up is completed before anything is searched or refused. What it leaves out is taken
from the question before it: a new role, place or employer replaces the old one, a new facet
is asked of the old role, and pronouns carry the old subject along, at a lower weight.
"""

from __future__ import annotations

from collections import deque

from ..lexicon import Match
from ..lexicon.vocabulary import Entity
from ..question import (
    VAGUE,
    WEAK,
    Asked,
    Resolved,
    Understanding,
    subject_of,
    with_crowds,
    with_role,
)
from ..records import Answer, Slot
from ..text import article, stopwords, words
from .pointing import (
    BOTH,
    COMPARING,
    I_AM,
    IT,
    MINE,
    MORE,
    NOT_POINTING,
    OPENING,
    POINTING,
    REFERRING,
    THAN,
    WHICH_MORE,
    YEAR,
    YES,
    turned,
)
from .replacing import (
    LEADING_ARTICLE,
    PREPOSITION,
    added,
    as_shown,
    behind,
    counterpart,
    fitting,
    in_full,
    item_named,
    with_article,
    without,
)
from .rewording import reworded

REMEMBERED = 50
# A message of so many words or fewer may leave something out.
SHORT = 7
# A longer message, in characters, is complete in itself.
LONG = 1_000


class Dialogue:
    """Remembers what a conversation is about and completes follow-ups with it."""

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding
        self._heard: deque[str] = deque(maxlen=REMEMBERED)
        self._last: Answer | None = None
        self._carried = ""
        self._own_role = ""
        self._recent: deque[tuple[str, str, str]] = deque(maxlen=8)

    @property
    def heard(self) -> tuple[str, ...]:
        """Give the questions of the conversation so far, the latest last."""
        return tuple(self._heard)

    def note(self, answer: Answer, resolved: Resolved) -> None:
        """Remember a question and its answer; small talk changes no subject."""
        if answer.status in ("smalltalk", "clarify"):
            return
        standalone = answer.question.standalone
        self._heard.append(standalone[:LONG])
        self._remember(answer.question.asked, standalone)
        self._last = answer
        self._carried = resolved.carried

    def resolve(self, asked: str) -> Resolved:
        """Complete a message with what the conversation is about."""
        if self._last is None or not self._heard or not self._asks(asked):
            return Resolved(asked, asked)
        before = self._heard[-1]
        earlier = self._understanding.understand(before)
        whole = turned(asked)
        if whole != asked and not any(m.value.kind == "place" for m in self._entities(asked)):
            return self._of_the_same(whole, earlier)
        whole = reworded(asked, before, earlier, self._last, self._understanding.lexicon)
        if whole:
            return Resolved(whole, whole)
        if YES.match(asked) and self._last.suggestions:
            return Resolved(self._last.suggestions[0], self._last.suggestions[0])
        if MORE.match(asked):
            opening = asked.strip().rstrip("?.! ")
            return Resolved(f"{opening}: {before}", f"{opening} {before}")
        named = item_named(asked, self._last)
        if named:
            return Resolved(named, named, before)
        asked = in_full(asked, earlier, self._understanding.lexicon)
        now = self._understanding.understand(asked)
        if self._leaves_out_the_question(asked, now):
            return self._replaced(asked, before)
        other = self._other_subject(asked, now, earlier, before)
        whole = self._both(asked, now)
        now = now if whole == asked else self._understanding.understand(whole)
        return other or self._completed(whole, now, earlier, before)

    def _asks(self, asked: str) -> bool:
        """Tell whether a message may follow up: it has words, is no small talk, and no story."""
        found = words(asked[:LONG])
        lexicon = self._understanding.lexicon
        talk = tuple(w.stem for w in found) in lexicon.smalltalk
        plain = talk and not (YES.match(asked) or MORE.match(asked))
        return bool(found) and not plain and len(asked) <= LONG

    def _leaves_out_the_question(self, asked: str, now: Asked) -> bool:
        """Tell whether a message only names someone or somewhere else: "And in Canada?".

        "How much in Canada?" asks a question of its own, though of words that say little.
        """
        rest = OPENING.sub("", asked)
        if COMPARING.search(asked):
            # "Compared to a nurse?" compares by what was asked before.
            now = self._understanding.understand(rest)
        named = [s for s in now.slots if s.kind in PREPOSITION or s.kind == "year"]
        said = {w.lower for w in words(rest) if w.lower not in stopwords()}
        names = {w.lower for s in named for w in words(s.text)}
        asks = any(score >= WEAK for _, score in now.facet_scores)
        return bool(named) and said <= names and not asks

    def _other_subject(
        self, asked: str, now: Asked, earlier: Asked, before: str
    ) -> Resolved | None:
        """Ask the earlier question of another thing: "and Spark?" after "What is Hadoop for?"."""
        rest = LEADING_ARTICLE.sub("", OPENING.sub("", asked).strip(" ?.!"))
        new = [s for s in now.slots if s.kind in ("topic", "facet")]
        if not OPENING.match(asked) or len(rest.split()) > 3 or POINTING.search(rest) or not new:
            return None
        old = counterpart(new, earlier, before)
        asks = set(now.question.facets) - set(earlier.question.facets) - VAGUE
        if old is None or (asks and not old.named):
            return None
        start = before.find(old.text)
        opening = with_article(rest, before[:start]) if start else ""
        text = opening + rest + before[start + len(old.text) :]
        return Resolved(text, text)

    def _both(self, asked: str, now: Asked) -> str:
        """Name the two that "which of the two" and "mine" stand for."""
        if MINE.search(asked) and self._own_role:
            asked = MINE.sub(f"{article(self._own_role)} {self._own_role}'s", asked)
            others = [text for kind, _, text in self._recent if kind == "role"]
            other = next((text for text in reversed(others) if text != self._own_role), "")
            if other and not now.question.roles:
                asked = f"{asked.strip().rstrip('?.! ')} and {article(other)} {other}'s?"
        roles = [text for kind, _, text in self._recent if kind == "role"]
        kinds = [kind for kind, *_ in self._recent]
        more = len(roles) > 1 and not now.question.roles and WHICH_MORE.search(asked)
        if (BOTH.search(asked) and kinds) or more:
            kind = "role" if more else kinds[-1]
            names = [text for known, _, text in self._recent if known == kind][-2:]
            missing = [n for n in names if n.lower() not in asked.lower()]
            asked = f"{asked.strip().rstrip('?.! ')}, {' or '.join(missing)}?" if missing else asked
        return asked

    def _remember(self, asked: str, standalone: str) -> None:
        own = I_AM.search(asked)
        if own:
            roles = [m for m in self._entities(own[1]) if m.value.kind == "role"]
            self._own_role = roles[0].value.name if roles else self._own_role
        told = self._understanding.understand(standalone).question.roles
        named = [self._understanding.lexicon.entity("role", role) for role in told]
        named += [m.value for m in self._entities(standalone) if m.value.kind != "role"]
        for entity in named:
            entry = (entity.kind, entity.id, entity.name)
            if entry in self._recent:
                self._recent.remove(entry)
            self._recent.append(entry)

    def _replaced(self, asked: str, before: str) -> Resolved:
        """Put the named things of a message in the place of their like in the question before."""
        text = before
        for year in YEAR.findall(asked)[:1]:
            held = YEAR.search(text)
            text = YEAR.sub(year, text) if held else f"{text.rstrip('?.! ')} in {year}?"
        for match in self._entities(asked):
            text = self._with_name(text, match, asked)
        return Resolved(text, text)

    def _with_name(self, text: str, match: Match[Entity], asked: str) -> str:
        """Put what a message names in the place of its like in a question, or at the end."""
        kind, name = match.value.kind, as_shown(asked[match.start : match.end], match.value)
        if not self._understanding.lexicon.named(kind, name):
            # "The ML crowd" is no name.
            name = match.value.many
        known = [m for m in self._entities(text) if m.value.kind == kind]
        if not known:
            return f"{text.rstrip('?.! ')} {behind(kind, name)}?"
        put = fitting(name, match.value, text, known[0])
        if COMPARING.search(asked):
            return f"{text[: known[0].end]} or {put}{text[known[0].end :]}"
        text = with_article(put, text[: known[0].start]) + put + text[known[0].end :]
        for other in reversed(self._entities(text)):
            if other.value.kind == kind and other.value.id != match.value.id:
                text = without(text, other)
        return text

    def _entities(self, text: str) -> tuple[Match[Entity], ...]:
        found, lexicon = words(text), self._understanding.lexicon
        return with_crowds(lexicon.entities.find(found, text), found, text, lexicon)

    def _completed(self, asked: str, now: Asked, earlier: Asked, before: str) -> Resolved:
        """Add the role, place and employer that a follow-up leaves out, and its subject."""
        points = bool(POINTING.search(NOT_POINTING.sub("", asked)))
        opened = bool(OPENING.match(asked))
        brief = len(asked.split()) <= SHORT
        if not (points or opened or (brief and not now.question.roles)):
            return Resolved(asked, asked)
        # Whoever names several, or tells them by their work, has a question of its own.
        if not opened and (len(now.question.roles) > 1 or now.described or now.liked):
            return Resolved(asked, asked)
        compared = self._beside(asked, now, earlier)
        if compared != asked:
            return Resolved(compared, compared)
        text = self._with_subject(self._plain(asked, now), earlier, points=points)
        left_out = added(self._left_out(now, earlier), self._understanding.lexicon)
        text = " ".join([text.strip().rstrip("?.! "), *left_out])
        carry = before if points or (brief and not now.facet_scores) else ""
        return Resolved(text[:1].upper() + text[1:] + "?", text, carry)

    def _of_the_same(self, asked: str, earlier: Asked) -> Resolved:
        """Ask a question that names its own subject of the role that was asked about before."""
        left_out = self._left_out(self._understanding.understand(asked), earlier)
        roles = [slot for slot in left_out if slot.kind == "role"]
        named = added(roles, self._understanding.lexicon)
        text = " ".join([asked.strip().rstrip("?.! "), *named])
        return Resolved(f"{text}?", text)

    def _beside(self, asked: str, now: Asked, earlier: Asked) -> str:
        """Put the earlier role in the place of "they" in "Do they earn more than bakers?"."""
        before, named = earlier.question.roles, now.question.roles
        if len(named) != 1 or len(before) != 1 or before == named or not THAN.search(asked):
            return asked
        role = self._understanding.lexicon.entity("role", before[0])
        return with_role(asked, role, self._understanding)

    def _plain(self, asked: str, now: Asked) -> str:
        """Leave out the words that only tie a message to the one before: "and", "so"."""
        opening = OPENING.match(asked)
        return asked[opening.end() :] if opening and now.facet_scores else asked

    def _left_out(self, now: Asked, earlier: Asked) -> list[Slot]:
        """Give the roles, places and employers that the earlier question has and this lacks.

        Roles that were compared are left out where only something else is asked about:
        "What is Kafka used for?".
        """
        compared = (
            len(earlier.question.roles) > 1 and now.topics and set(now.question.facets) <= VAGUE
        )
        return [
            s
            for s in earlier.slots
            if s.kind in PREPOSITION
            and not (compared and s.kind == "role")
            and not getattr(now.question, s.kind + "s")
            and not (s.kind == "employer" and now.question.places)
        ]

    def _with_subject(self, text: str, earlier: Asked, *, points: bool) -> str:
        """Put the earlier question's subject where a pronoun points to it, or at the end."""
        now = self._understanding.understand(text)
        subject = subject_of(earlier, facets=not now.facet_scores)
        if not subject or subject.lower() in text.lower():
            return text
        pronoun = IT.search(text)
        if pronoun:
            return text[: pronoun.start()] + subject + text[pronoun.end() :]
        # "When is R used then?" after a question on Python names what it is about.
        if not REFERRING.search(text) and any(s.named or len(s.text) == 1 for s in now.topics):
            return text
        whole = now.facet_scores and not any(s.named for s in earlier.slots)
        if now.question.employers and not points:
            return text
        if points or not whole:
            return f"{text.strip().rstrip('?.! ')} ({subject})"
        return text
