"""Taking checked values out of front matter."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.corpus.fields import Fields
from assistant.corpus.marked import Marked

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.binary()
)


def fields(value: object) -> tuple[Fields, list[str]]:
    complaints: list[str] = []
    node = Marked("pay[1]", 3, entries={"key": Marked("pay[1].key", 4, value)})
    return Fields(node, complaints), complaints


@given(scalars)
def test_any_value_is_either_taken_or_complained_of(value: object) -> None:
    for read in (
        lambda f: f.text("key"),
        lambda f: f.number("key", least=0),
        lambda f: f.choice("key", ("a", "b")),
        lambda f: f.texts("key"),
        lambda f: f.records("key"),
        lambda f: f.inner("key"),
    ):
        found, complaints = fields(value)
        read(found)
        assert all("line " in c and "pay[1].key" in c for c in complaints)


def test_a_number_is_told_its_ends() -> None:
    found, complaints = fields(7)
    assert found.number("key", least=1, most=5) == 0.0
    assert complaints == ["line 4: 'pay[1].key' is 7: must be a number, from 1 to 5"]


def test_a_key_left_out_is_its_usual_value_or_missing() -> None:
    found, complaints = fields(None)
    assert (found.text("other", usual="x"), found.number("other", usual=2)) == ("x", 2)
    assert complaints == []
    found.text("key")
    assert complaints == ["line 3: 'pay[1].key' is missing: add it"]
