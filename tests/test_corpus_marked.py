"""Front matter with lines: what a value is, and where it stands."""

from assistant.corpus.marked import marked

HEAD = """---
role: nurse
pay:
  - amount: 12
    place: here
  - {amount: 13, amount: 14}
note:
---
Text.
"""


def test_every_value_knows_its_path_and_the_line_of_the_file() -> None:
    head = marked(HEAD)
    assert head.entries is not None
    pay = head.entries["pay"]
    assert pay.items is not None
    first, second = pay.items
    assert first.entries is not None and second.entries is not None
    lines = HEAD.split("\n")
    for held, said in ((first.entries["amount"], "12"), (first.entries["place"], "here")):
        assert said in lines[held.line - 1]
    assert first.entries["place"].path == "pay[1].place"
    assert second.repeated == ("amount",)
    assert head.entries["note"].value is None


def test_a_complaint_can_quote_any_value() -> None:
    head = marked(HEAD)
    assert head.entries is not None
    assert [head.entries[k].shown for k in ("role", "pay")] == ["'nurse'", "a list"]
    assert head.shown == "a mapping"


def test_no_front_matter_has_no_entries() -> None:
    assert marked("Text.").entries is None
