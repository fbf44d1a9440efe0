"""Occupation titles as names in a sentence: "Cooks, Fast Food" is a fast food cook.

The rules turn the order of words round and the plural into the singular; titles that they
would make nonsense of stand in ``names.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..text import article
from .datafiles import read_data

_ASIDE = re.compile(r", (?:Except|Including|All Other)\b")
_WORD = re.compile(r"[^\s,()/-]+")
# What a title's head can be followed by: "Supervisors of Food Preparation Workers".
_TAIL = re.compile(r" (?:of|for|to|in|at|through) .*")
_JOINTS = re.compile(r"(, and |, or |, | and | or |/)")
# The endings by which a noun before the last one is told to be an occupation's name too.
_AGENTS = re.compile(
    r"(?:er|or|ist|ian|ant|eer|man|ary|agent|clerk|judge|mechanic|engineer|aide|pilot|guide|"
    r"host|hostess|nurse|attorney|architect|analyst|pathologist|advocate|representative|"
    r"paralegal|captain|mate|hygienist|butler|cook|chef|usher|sergeant|detective|model|"
    r"secretarie|dispatche|athlete|tutor|bailiff|coach|coroner|machinist|author|artisan)s$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What one and what many of an occupation are called.

    >>> name = name_of("Fraud Examiners, Investigators and Analysts")
    >>> name.one, name.many
    ('fraud examiner, investigator or analyst', 'fraud examiners, investigators and analysts')
    """

    one: str
    many: str

    @property
    def with_article(self) -> str:
        """Give the name with its indefinite article."""
        return f"{article(self.one)} {self.one}"


@lru_cache(maxsize=4_000)
def name_of(title: str) -> Name:
    """Give the names of an occupation by its published title.

    >>> [name_of(t).many for t in ("Cooks, Fast Food", "Managers, All Other", "Web Developers")]
    ['fast food cooks', 'managers (all other)', 'web developers']
    """
    title = " ".join(title.split())
    given = read_data("names.toml")["name"].get(title)
    if given:
        return Name(given[0], given[1])
    main, aside = _parted(title)
    behind = next((b for b in read_data("names.toml")["behind"] if main.endswith(f", {b}")), "")
    main = main.removesuffix(f", {behind}") if behind else main
    kind = f"{_spoken(behind)} " if behind else ""
    many = _spoken(main if behind else _turned(main))
    one, many = kind + _singular(many) + aside, kind + many + aside
    return Name(" ".join(one.split()), " ".join(many.split()))


def short_of(title: str) -> str:
    """Give the title without what it leaves out or takes in, "" where there is no such part.

    >>> short_of("Electronics Engineers, Except Computer"), short_of("Managers, All Other")
    ('electronics engineers', '')
    """
    main, aside = _parted(" ".join(title.split()))
    return _spoken(_turned(main)) if aside and "all other" not in aside else ""


def kinds_of(title: str) -> tuple[str, ...]:
    """Give each kind of them that a title names, where it names several.

    >>> kinds_of("Welders, Cutters, Solderers, and Brazers"), kinds_of("Meeting and Event Planners")
    (('welder', 'cutter', 'solderer', 'brazer'), ())
    """
    main, aside = _parted(" ".join(title.split()))
    many = _spoken(main)
    known = read_data("names.toml")["name"].get(title)
    if aside or known or "/" in many or _TAIL.search(many):
        return ()
    pieces = _JOINTS.split(many)[::2]
    several = len(pieces) > 1 and all(_AGENTS.search(_last(p)) for p in pieces)
    return tuple(map(_one, pieces)) if several else ()


def _parted(title: str) -> tuple[str, str]:
    """Part a title from what it leaves out or takes in, which is put in brackets."""
    found = _ASIDE.search(title)
    if not found:
        return title, ""
    return title[: found.start()], f" ({_spoken(title[found.start() + 2 :])})"


def _turned(title: str) -> str:
    """Put what is said behind a comma before it, unless the commas part a list."""
    head, comma, rest = title.partition(", ")
    if not comma or _plural(_last(rest)) or not _plural(_last(head)):
        return title
    if re.search(r"\b(?:through|by|to|and [A-Z]\w+,)\b", rest):
        return f"{head} ({rest})"
    return f"{rest} {head}"


def _spoken(title: str) -> str:
    """Write a title in small letters, but for names and initials."""
    proper = frozenset(read_data("names.toml")["proper"])
    return _WORD.sub(lambda m: m[0] if _stays(m[0], proper) else m[0].lower(), title)


def _stays(word: str, proper: frozenset[str]) -> bool:
    return word in proper or any(c.isupper() for c in word[1:])


def _singular(many: str) -> str:
    """Give one of them; where several kinds are named, one of the one or the other kind."""
    many, bracket, behind = many.partition(" (")
    tail = _TAIL.search(many)
    heads, end = (many[: tail.start()], tail[0]) if tail else (many, "")
    pieces = _JOINTS.split(heads)
    at_last = len(pieces) - 1
    kinds = [n for n in range(0, at_last, 2) if _AGENTS.search(_last(pieces[n]))]
    for number in (*kinds, at_last):
        pieces[number] = _one(pieces[number])
    for number in range(1, at_last, 2):
        if kinds and number - 1 in kinds:
            pieces[number] = pieces[number].replace("and", "or")
    return "".join(pieces) + end + bracket + behind


def _one(words: str) -> str:
    known: Mapping[str, str] = read_data("names.toml")["singular"]
    front, gap, last = words.rpartition(" ")
    if last in known:
        return front + gap + known[last]
    if last.endswith("wives"):
        return front + gap + last.removesuffix("ves") + "fe"
    for ending, other in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch")):
        if last.endswith(ending):
            return front + gap + last.removesuffix(ending) + other
    plural = last.endswith("s") and not last.endswith(("ss", "us"))
    return front + gap + (last[:-1] if plural else last)


def _last(words: str) -> str:
    return words.rstrip().rsplit(" ", 1)[-1]


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")
