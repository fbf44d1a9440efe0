"""Questions that an author notes at the end of a document: read, given to sentences, checked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.corpus.noted import noted
from assistant.records import Note

DOCUMENT = """# Nurse

A nurse cares for the sick. A nurse earns $3 a year.

The tasks of a nurse are:

- **Washing**: washing the patients.
- Feeding them.
"""
NOTES = """
<!-- asked
A nurse cares
  who looks after me when I am ill?; do they
  help the poorly

Washing: washing
  who scrubs my back
-->
"""


def phrasings(text: str) -> dict[str, tuple[str, ...]]:
    """Give what is noted for each unit of a document."""
    assistant = Assistant.from_texts({"nurse.md": text})
    return {
        passage.quote((unit.start, unit.end)): unit.phrasings
        for passage in assistant.passages
        for unit in passage.units
        if unit.phrasings
    }


def test_notes_go_to_the_sentence_that_begins_so() -> None:
    assert phrasings(DOCUMENT + NOTES) == {
        "A nurse cares for the sick.": (
            "who looks after me when I am ill?",
            "do they help the poorly",
        ),
        "Washing: washing the patients.": ("who scrubs my back",),
    }


def test_notes_are_no_part_of_the_text() -> None:
    plain = Assistant.from_texts({"nurse.md": DOCUMENT}).documents["nurse.md"]
    document = Assistant.from_texts({"nurse.md": DOCUMENT + NOTES}).documents["nurse.md"]
    assert document.text == plain.text
    assert document.blocks == plain.blocks


def test_the_longest_opening_wins() -> None:
    notes = "<!-- asked\nA nurse\n  any\nA nurse earns\n  wages\n-->"
    assert phrasings(f"{DOCUMENT}\n{notes}\n") == {
        "A nurse cares for the sick.": ("any",),
        "A nurse earns $3 a year.": ("wages",),
    }


def test_a_note_for_no_sentence_is_reported() -> None:
    text = f"{DOCUMENT}\n<!-- asked\nA nurse flies\n  who flies\n-->"
    dropped = Assistant.from_texts({"nurse.md": text}).collection.dropped["nurse.md"]
    assert [piece.text for piece in dropped] == ["A nurse flies"]
    assert "correct how it begins" in dropped[0].reason


def test_only_a_comment_at_the_end_holds_notes() -> None:
    for text in (
        f"{NOTES}\nA nurse cares.",
        f"```\n{NOTES}```",
        "A nurse cares. <!-- asked: who -->",
        "A nurse cares.\n\n<!-- asked who\n-->",
        "-->",
        "",
    ):
        assert noted(text) == (text, ())


def test_faulty_notes_give_nothing() -> None:
    for written in ("", "  who", "A nurse\n", "A nurse\n ;; ;", "\n\n"):
        assert noted(f"A nurse.\n\n<!-- asked\n{written}-->") == ("A nurse.\n\n", ())


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[A-Za-z]{1,9}( [a-z]{1,9}){0,3}", fullmatch=True),
            st.lists(
                st.from_regex(r"[a-z]{1,9}( [a-z?']{1,9}){0,5}", fullmatch=True),
                min_size=1,
                max_size=4,
                unique=True,
            ),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_is_read(entries: list[tuple[str, list[str]]]) -> None:
    lines = [f"{opening}\n  " + ";\n  ".join(asked) for opening, asked in entries]
    text = "Text.\n\n"
    read = noted(text + "<!-- asked\n" + "\n".join(lines) + "\n-->\n")
    assert read == (text, tuple(Note(opening, tuple(asked)) for opening, asked in entries))
