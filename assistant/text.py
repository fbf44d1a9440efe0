"""Words, stems and sentences with their offsets; the only module that imports nltk.

Only parts of nltk that need no downloaded data are used; the stop words and the abbreviations
are plain lists in ``lexicon/``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from nltk.stem.porter import PorterStemmer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from .records import Span

# A word may hold inner dots, hyphens, apostrophes and a plus or sharp: "U.S.", "C++", "data's".
_WORD = re.compile(
    r"[^\W_]+(?:[.,](?=\d)[\d]+)*(?:(?:['’]|(?:(?<=\b[A-Za-z])|(?<=\b[A-Z][a-z]))\.(?=[A-Za-z]\b))[^\W_]+)*(?:\+\+|#(?!\w))?"
    # The sign of a figure is a word that people spell out.
    r"|(?<=\d)%|(?<=\d )%"
)
_INITIAL = re.compile(r"(?<!\w)[A-Za-z]\.$")
_NEW_LINE = re.compile(r"(?<=[.!?])[ \t]*\n\s*([A-Z][a-z]*)\b")
# After an abbreviation these open a new sentence: "… holds a Ph.D. She …".
_STARTERS = ("the", "he", "she", "it", "they", "we", "you", "this", "these", "those", "there")
_STEMMER = PorterStemmer()
# Names that open with a vowel as spoken; "UX" and "university" do not, "ML" does.
_VOWEL = re.compile(r"[AEIOaeio]|[Uu](?!ni|ro|se|[A-Z])|[FHLMNRSX][A-Z]")
# After these a line of text cannot be the end of a sentence that goes on in lower case.
_CLOSERS = "\"'”’)]"


def article(name: str) -> str:
    """Give the indefinite article that a name is spoken with.

    >>> [article(name) for name in ("nurse", "electrician", "ML engineer", "UX designer")]
    ['a', 'an', 'an', 'a']
    """
    return "an" if _VOWEL.match(name) else "a"


class Word(NamedTuple):
    """A word of a text: as searched (``stem``), in lower case, and where it stands."""

    stem: str
    lower: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """Split a text into its words, stop words included.

    >>> [w.stem for w in words("Machine-learning engineers' skills: C++, Rs. 7,95,677")]
    ['machin', 'learn', 'engin', 'skill', 'c++', 'rs', '795677']
    """
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        lower = _fold(match.group())
        yield Word(stem(lower), lower, match.start(), match.end())


def unstemmed(text: str) -> tuple[Word, ...]:
    """Split a text into its words with empty stems, which is enough to find names by and fast."""
    return tuple(
        Word("", _fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)
    )


def _fold(word: str) -> str:
    lower = word.lower()
    if lower.isascii() and lower.isalpha():
        return lower
    if lower == "%":
        return "percent"
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower).replace("’", "'")
        lower = "".join(c for c in lower if not unicodedata.combining(c))
    if lower[:1].isdigit():
        return lower.replace(",", "")
    lower = lower.removesuffix("'s")
    return lower.replace(".", "").replace("'", "")


# British spellings that the stemmer would keep apart from the American ones.
_OUR = re.compile(
    r"(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|vap|endeav|arm|clam|od|parl|sav|vig|val)our"
)
_ISE = re.compile(r"(?<=[a-z]{3})(is|ys)(?=(?:e[drs]?|ing|ations?|able)$)")
_KEPT = re.compile(
    r"(?:exerc|prom|prec|adv|rev|superv|improv|telev|expert|enterpr|surpr|franch|comprom|"
    r"merchand|parad|prem|conc|dev|compr|treat|otherw|likew|disgu|pract|ra|pra|no|po)is"
)


def _american(lower: str) -> str:
    """Spell a word as American English does, so that both spellings are one stem."""
    lower = lower.replace("programme", "program").replace("centre", "center")
    lower = lower.replace("licenc", "licens").replace("practis", "practic")
    lower = _OUR.sub(r"\1or", lower)
    return lower if _KEPT.match(lower) else _ISE.sub(lambda m: m[1][0] + "z", lower)


def phrase_stems(phrase: str) -> tuple[str, ...]:
    """Give the stems of all words of a short phrase, stop words included, fast."""
    plain = phrase.replace(" ", "")
    if plain.isascii() and plain.isalpha():
        return tuple(map(stem, phrase.lower().split()))
    return tuple(w.stem for w in _words(phrase))


def lowered(text: str) -> tuple[str, ...]:
    """Give a text's words in lower case, as ``Word.lower`` has them, without stemming them."""
    plain = text.replace(" ", "")
    if plain.isascii() and plain.isalpha():
        return tuple(text.lower().split())
    return tuple(_fold(match.group()) for match in _WORD.finditer(text))


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a text's words without the stop words: what is indexed and searched.

    >>> stems("What do machine learning engineers earn?")
    ('machin', 'learn', 'engin', 'earn')
    """
    ignored = stopwords()
    return tuple(w.stem for w in _words(text) if w.lower not in ignored)


def stem_set(texts: Iterable[str]) -> frozenset[str]:
    """Give the different stems of some short texts, fast where these say many words often.

    >>> sorted(stem_set(["engineers earn", "an engineer earns"]))
    ['earn', 'engin']
    """
    said = {word for text in texts for word in lowered(text)}
    return frozenset(map(stem, said - stopwords()))


@lru_cache(maxsize=16_000)
def noted_stems(phrasings: tuple[str, ...]) -> frozenset[str]:
    """Give the different stems of the questions noted beside a sentence.

    They are kept, for they are read on indexing and with every question that comes near them.
    """
    return stem_set(phrasings)


def pairs(found: Sequence[str]) -> tuple[str, ...]:
    """Join neighbouring stems, so that a phrase can be told from its words far apart.

    >>> pairs(("learn", "by", "heart"))
    ('learn by', 'by heart')
    """
    return tuple(map(" ".join, zip(found, found[1:], strict=False)))


@lru_cache(maxsize=100_000)
def stem(lower: str) -> str:
    """Reduce a word in lower case to its Porter stem; figures and symbols stay as they are."""
    if not lower.isalpha() or len(lower) < 3:
        return lower
    return _known_stems().get(lower) or porter(lower)


def porter(lower: str) -> str:
    """Work out the Porter stem of a word in lower case, in its American spelling."""
    return str(_STEMMER.stem(_american(lower)))


@lru_cache(maxsize=1)
def _known_stems() -> Mapping[str, str]:
    """Give the stems of the lexicon's words, which to work out takes most of a start."""
    listed = (line.partition(" ") for line in word_list("stems.txt"))
    return {word: stem_of for word, _, stem_of in listed}


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Give the words that say nothing of a text's subject, from ``lexicon/stopwords.txt``."""
    return frozenset(_fold(word) for word in word_list("stopwords.txt"))


@lru_cache(maxsize=1)
def stopword_stems() -> frozenset[str]:
    """Give the stems of the stop words."""
    return frozenset(stem(word) for word in stopwords())


@lru_cache(maxsize=1)
def common_stems() -> frozenset[str]:
    """Give the stems that say little of a question's subject, from ``lexicon/common.txt``."""
    listed = word_list("common.txt")
    return frozenset(stem(_fold(word)) for line in listed for word in line.split())


def word_list(name: str) -> tuple[str, ...]:
    """Read one of the lexicon's plain lists: a word a line, ``#`` opens a comment."""
    text = (files(__package__) / "lexicon" / name).read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def sentences(text: str, start: int = 0) -> tuple[Span, ...]:
    """Give the offsets of a text's sentences, counted from ``start``, white space left out.

    >>> sentences("It pays Rs. 7,95,677 a year. Few earn more.")
    ((0, 28), (29, 43))
    """
    spans: list[Span] = []
    for begin, end in _split_at_lines(text, _splitter().span_tokenize(text)):
        piece = text[begin:end]
        begin += len(piece) - len(piece.lstrip())
        end = begin + len(piece.strip())
        if begin == end:
            continue
        if spans and _goes_on(text[: spans[-1][1]], text[begin:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return tuple((begin + start, end + start) for begin, end in spans)


def _split_at_lines(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Split behind an abbreviation too where the next line opens like a sentence: "The …"."""
    for begin, end in spans:
        for match in _NEW_LINE.finditer(text, begin, end):
            if match[1].lower() in stopwords() or _INITIAL.search(text, begin, match.start()):
                yield begin, match.start()
                begin = match.start()
        yield begin, end


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether a piece continues the sentence before it: it opens in lower case."""
    tail = before.rstrip(_CLOSERS)
    return piece[:1].islower() and tail.endswith(".") and not tail.endswith("..")


@lru_cache(maxsize=1)
def _splitter() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(word_list("abbreviations.txt"))
    parameters.sent_starters = set(_STARTERS)
    return PunktSentenceTokenizer(parameters)
