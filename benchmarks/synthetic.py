"""Collections of any size, the same at every run: career sentences among words drawn by Zipf's law.

Every document is about one role of the lexicon, the roles being drawn by Zipf's law as well, and
has a section for each of ten facets. A section opens with sentences that answer questions about
the role and goes on in words of no meaning, of which a few are common and most are rare, so that
the index has as many stems and as long postings as one of real texts of that size.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from assistant.lexicon import Lexicon, load_lexicon

SEED = 20_261_120
# Sections of a document; each becomes one passage of some 80 words.
SECTIONS = 10
# Stems that a collection can have, and how steeply their frequency falls with their rank.
WORDS, STEEP = 400_000, 1.05
ROLE_STEEP = 0.8
# Documents in one folder.
TOGETHER = 500
_SYLLABLES = [
    "ba",
    "cor",
    "den",
    "fi",
    "gul",
    "ho",
    "jin",
    "ka",
    "lem",
    "mo",
    "nar",
    "pel",
    "qua",
    "ris",
    "sto",
    "tur",
    "vo",
    "wen",
    "xi",
    "zan",
]
_FACETS: dict[str, Sequence[str]] = {
    "What {a_role} does": (
        "{A_role} {w} {w} and checks the {w} of every {w}.",
        "The main duties are {w}, {w} and talking with {w}.",
    ),
    "Skills": (
        "{A_role} needs {w}, {w} and an eye for {w}.",
        "Employers look for {w} and good communication.",
    ),
    "Salary": (
        "{A_role} in {place} earns an average of ${n},000 a year.",
        "With experience the pay of {roles} rises to ${m},000 a year in {place}.",
    ),
    "Education": (
        "Most {roles} hold a degree in {w}, and some learn by {w}.",
        "A certificate in {w} helps.",
    ),
    "Tools": ("{Roles} use {w}, {w} and {w} every day.",),
    "Job outlook": (
        "Demand for {roles} is expected to grow by {p} percent until 2034.",
        "Openings in {place} depend on {w}.",
    ),
    "How to become one": (
        "To become {a_role}, begin with {w} and an internship in {w}.",
        "It takes about {y} years.",
    ),
    "Industries": ("{Roles} work in {w}, {w} and for {employer}.",),
    "Career path": ("After {y} years {roles} move on to lead a team or to {w}.",),
    "Challenges": ("The hardest part of the job of {roles} is {w} under {w}.",),
}


def documents(passages: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Give the names and Markdown texts of a collection of about so many passages."""
    draw = random.Random(seed)
    lexicon = load_lexicon()
    words = _words(draw)
    shares = list(accumulate((rank + 2) ** -STEEP for rank in range(WORDS)))
    roles = [e for (kind, _), e in sorted(lexicon.by_id.items()) if kind == "role"]
    role_shares = list(accumulate((rank + 1) ** -ROLE_STEEP for rank in range(len(roles))))
    for number in range(max(1, passages // SECTIONS)):
        role = draw.choices(roles, cum_weights=role_shares)[0]
        drawn = iter(draw.choices(words, cum_weights=shares, k=120 * SECTIONS))
        named = {
            "role": role.name,
            "roles": role.many,
            "Roles": role.many[:1].upper() + role.many[1:],
            "a_role": role.one,
            "A_role": role.one[:1].upper() + role.one[1:],
        }
        text = "\n\n".join(_sections(draw, drawn, named, lexicon))
        yield f"{number // TOGETHER:04}/{number:07}.md", f"# {role.name}: {number}\n\n{text}\n"


def write(folder: Path, passages: int, seed: int = SEED) -> int:
    """Write a collection's files into a folder, and give how many there are."""
    written = 0
    for name, text in documents(passages, seed):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        written += 1
    return written


def questions(count: int, seed: int = SEED) -> list[str]:
    """Give different questions about the roles, as the lexicon words them for its facets."""
    lexicon = load_lexicon()
    roles = [e for (kind, _), e in sorted(lexicon.by_id.items()) if kind == "role"]
    asked = [
        facet.ask.format(a_role=role.one, role=role.name, roles=role.many)
        for role in roles
        for facet in lexicon.facets.values()
        if facet.ask
    ]
    return random.Random(seed).sample(sorted(set(asked)), count)


def _sections(
    draw: random.Random, words: Iterator[str], named: dict[str, str], lexicon: Lexicon
) -> Iterator[str]:
    places = [e.shown for (kind, _), e in sorted(lexicon.by_id.items()) if kind == "place"]
    employers = [e.shown for (kind, _), e in sorted(lexicon.by_id.items()) if kind == "employer"]
    for heading, sentences in _FACETS.items():
        told = []
        for sentence in sentences:
            pieces = sentence.split("{w}")
            told.append(pieces[0] + "".join(next(words) + piece for piece in pieces[1:]))
        filled = " ".join(told).format(
            **named,
            place=draw.choice(places),
            employer=draw.choice(employers),
            n=draw.randint(30, 120),
            m=draw.randint(121, 200),
            p=draw.randint(2, 40),
            y=draw.randint(2, 9),
        )
        others = (_sentence(draw, words) for _ in range(draw.randint(3, 6)))
        yield f"## {heading.format(**named)}\n\n{' '.join((filled, *others))}"


def _sentence(draw: random.Random, words: Iterator[str]) -> str:
    text = " ".join(next(words) for _ in range(draw.randint(8, 16)))
    return f"{text[0].upper()}{text[1:]}."


def _words(draw: random.Random) -> list[str]:
    """Give words of no meaning, the commonest the shortest."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        size = 2 + (len(found) > 300) + (len(found) > 6_000)
        found["".join(draw.choices(_SYLLABLES, k=size + draw.randint(0, 1)))] = None
    return list(found)
