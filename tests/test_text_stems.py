"""The stems that are worked out beforehand: ``python tests/test_text_stems.py --write``."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.lexicon.loading import FOLDER
from assistant.text import lowered, porter, word_list

STEMS = FOLDER / "stems.txt"
HEAD = """# The stems of the words in the other files of this folder, so that a start need not work
# them out: each word and its stem. Made by a program; there is no need to change anything here
# after adding words elsewhere, for what is not listed is worked out when it is needed.
"""


def listed() -> dict[str, str]:
    """Give each word of the lexicon with its stem."""
    files = sorted((*FOLDER.glob("*.toml"), FOLDER / "stopwords.txt", FOLDER / "common.txt"))
    found = {word for path in files for word in lowered(path.read_text(encoding="utf-8"))}
    return {word: porter(word) for word in sorted(found) if word.isalpha() and len(word) > 2}


def test_the_stems_are_those_of_porter() -> None:
    given = [line.split(" ") for line in word_list("stems.txt")]
    wrong = [word for word, stem in given if porter(word) != stem]
    assert wrong == [], "run: python tests/test_text_stems.py --write"


def test_most_words_of_the_lexicon_are_listed() -> None:
    words = {line.partition(" ")[0] for line in word_list("stems.txt")}
    missing = listed().keys() - words
    assert len(missing) < len(words) / 20, "run: python tests/test_text_stems.py --write"


if __name__ == "__main__" and "--write" in sys.argv:
    lines = (f"{word} {stem}" for word, stem in listed().items())
    Path(STEMS).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
