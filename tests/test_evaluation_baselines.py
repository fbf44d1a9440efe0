import pytest
from evaluation_support import DOCUMENTS

from assistant.evaluation.baselines import BASELINES, naive, stemmed
from assistant.records import Document


def test_paragraphs_are_cut_at_empty_lines_and_quoted_exactly() -> None:
    text = "One\ntwo\n \n\n  Three.\n\n\nFour"
    system = naive({"a": Document("a", "A", text)})
    assert [p.text for p in system.passages] == ["One\ntwo", "Three.", "Four"]
    assert all(text[p.start : p.end] == p.text for p in system.passages)


def test_the_naive_one_takes_words_as_they_stand() -> None:
    assert naive(DOCUMENTS).ask("peru").abstained
    answer = naive(DOCUMENTS).ask("Peru. baker")
    assert answer.text.startswith("A baker earns $30,000 a year in Peru. [1]")


def test_the_better_one_stems_and_ignores_stop_words() -> None:
    system = stemmed(DOCUMENTS)
    assert system.ask("who is that?").abstained
    answer = system.ask("cleaning ovens")
    assert [c.document for c in answer.citations] == ["day.md"]
    for citation in answer.citations:
        text = DOCUMENTS[citation.document].text
        assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("name", "remembers"), [("naive BM25", False), ("stems, stop words, history", True)]
)
def test_only_the_better_one_remembers(name: str, remembers: bool) -> None:
    talk = BASELINES[name](DOCUMENTS).conversation()
    talk.ask("dough")
    assert talk.ask("and?").abstained is not remembers


@pytest.mark.parametrize(
    "documents", [{}, {"a": Document("a", "a", "")}, {"a": Document("a", "a", "…")}]
)
@pytest.mark.parametrize("make", [naive, stemmed])
def test_nothing_to_find(documents: dict[str, Document], make: object) -> None:
    assert make(documents).ask("anything").abstained  # type: ignore[operator]
    assert make(documents).search("", 3) == ()  # type: ignore[operator]


def test_three_are_said_and_k_are_found() -> None:
    documents = {"a": Document("a", "a", "\n\n".join(f"bread {n}" for n in range(9)))}
    system = naive(documents)
    assert len(system.ask("bread").citations) == 3
    assert [h.passage.number for h in system.search("bread", 5)] == [0, 1, 2, 3, 4]
