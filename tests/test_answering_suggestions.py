"""Questions to offer: only those that are answered here, and not asked yet."""

from __future__ import annotations

import pytest
from core_support import TRADES, check

from assistant import Assistant
from assistant.answering.suggestions import ENOUGH, OFFERED, PATIENCE, STARTERS


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


def test_every_starter_is_answered(assistant: Assistant) -> None:
    assert 2 <= len(assistant.starters()) <= STARTERS
    for question in assistant.starters():
        answer = assistant.ask(question)
        assert answer.status == "answered", question
        check(answer, assistant)


def test_starters_are_all_different(assistant: Assistant) -> None:
    assert len(set(assistant.starters())) == len(assistant.starters())


@pytest.mark.parametrize(
    "asked",
    [
        "What does a welder do?",
        "How much does a baker earn?",
        "What tools does a welder use?",
        "How much does a pilot earn?",
        "hello",
        "",
        "xyzzy",
    ],
)
def test_what_is_offered_next_is_answered(assistant: Assistant, asked: str) -> None:
    offered = assistant.ask(asked).suggestions
    assert 1 <= len(offered) <= OFFERED
    assert asked not in offered
    assert len(set(offered)) == len(offered)
    for question in offered:
        assert assistant.ask(question).status == "answered", question


@pytest.mark.parametrize(("asked", "role"), [("welder", "welder"), ("baker", "baker")])
def test_what_is_offered_is_about_the_same_role(
    assistant: Assistant, asked: str, role: str
) -> None:
    offered = assistant.ask(f"What skills does a {asked} need?").suggestions
    assert offered
    assert all(role in question for question in offered)


def test_what_was_heard_is_not_offered_again(assistant: Assistant) -> None:
    suggester = assistant._answerer.suggester
    answer = assistant.ask("What skills does a welder need?")
    first = suggester.after(answer, ())
    second = suggester.after(answer, [first[0].upper()])
    assert first[0] not in second


def test_a_collection_about_no_role_offers_nothing() -> None:
    assistant = Assistant.from_texts({"a": "Bread is warm. Metal is cold."})
    assert assistant.starters() == ()
    assert assistant.ask("What is bread?").suggestions == ()
    assert assistant.ask("hello").suggestions == ()


def test_questions_are_worded_with_the_roles_name(assistant: Assistant) -> None:
    suggester = assistant._answerer.suggester
    assert suggester.question("duties", "electrician") == "What does an electrician do?"
    for facet in assistant._answerer.material.lexicon.facets:
        assert "{" not in suggester.question(facet, "baker")


def test_what_the_collection_does_not_answer_is_not_answerable(assistant: Assistant) -> None:
    suggester = assistant._answerer.suggester
    assert suggester.answerable("What tools does a welder use?")
    assert not suggester.answerable("What tools does a pilot use?")


def test_a_facet_that_is_hardly_ever_told_of_is_not_offered(assistant: Assistant) -> None:
    strict = ("wear", "visa", "cover letter", "laptop")
    assert not any(word in question for question in assistant.starters() for word in strict)


def test_few_are_tried_for_a_third(shipped: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    suggester = shipped._answerer.suggester
    answer = shipped.ask("What does a statistician do?")
    tried: list[str] = []

    def told(question: str, role: str) -> bool:
        tried.append(question)
        return len(tried) in (2, 4)

    monkeypatch.setattr(suggester, "_at_sight", told)
    assert len(suggester.after(answer, ())) == ENOUGH < OFFERED
    assert len(tried) == PATIENCE
