"""Saying that the documents do not tell, for the right reason, with what is nearest."""

from __future__ import annotations

import pytest
from core_support import TRADES, check, material_of, told, understood, weighed

from assistant import Assistant
from assistant.answering.doubts import doubt


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


@pytest.mark.parametrize(
    "question",
    [
        # Nothing of the subject is in the documents.
        "What is quantum physics?",
        "Who won the world cup?",
        "Write me a poem",
        "xyzzy plugh",
        # Another role.
        "What skills does a pilot need?",
        "What tools does a plumber use?",
        "Is demand for pilots growing?",
        "What does a nurse do?",
        "Why do pilots join metal?",
        # Another place, employer or year.
        "Is demand for bakers growing in Peru?",
        "What skills does a baker need at Google?",
        "Was demand for bakers growing in 1999?",
        # A name that no document holds.
        "Do bakers use PyOven?",
        "What is KeraBread?",
        # A figure that no document gives.
        "How many bakers are there?",
        "How much does a course for bakers cost?",
        "What would a course for bakers set me back?",
        "In which year was the oven invented?",
        # A job that spares somebody something, and one that is best in what nothing ranks.
        "Which job suits somebody who hates sums?",
        "Which of these jobs has the best hours?",
        # What is not so, where only what is so is told.
        "Which skills are not needed for welders?",
        # A facet that the role's document does not tell of.
        "What degree does a baker need?",
        "What certifications help a welder?",
    ],
)
def test_what_the_documents_do_not_tell_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained, told(answer)
    assert answer.parts[0].rows[0][0].citations == ()
    assert told(answer).startswith("The documents ")
    check(answer, assistant)


@pytest.mark.parametrize(
    "question", ["What does an architect do?", "What does a computer systems engineer do?"]
)
def test_a_role_that_is_only_mentioned_is_not_told_of(shipped: Assistant, question: str) -> None:
    assert shipped.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "What does a baker make?",
        "What skills does a welder need?",
        "Is demand for bakers growing?",
        "What do welders join?",
        "What tools does a welder use?",
        "Do welders need steady hands?",
    ],
)
def test_what_the_documents_tell_is_not_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "answered"


@pytest.mark.parametrize(
    ("question", "kind", "missing"),
    [
        ("Do bakers use PyOven?", "name", "PyOven"),
        ("Is demand for bakers growing in Peru?", "place", "Peru"),
        ("What skills does a baker need at Google?", "employer", "Google"),
        ("Was demand for bakers growing in 1999?", "year", "1999"),
        ("What skills does a pilot need?", "role", "pilot"),
    ],
)
def test_the_reason_names_what_is_missing(
    assistant: Assistant, question: str, kind: str, missing: str
) -> None:
    material = material_of(TRADES)
    reason = doubt(understood(question), weighed(question, material), material)
    assert reason is not None
    assert reason.kind == kind
    assert missing in reason.missing
    assert missing in told(assistant.ask(question))


def test_without_any_evidence_there_is_nothing() -> None:
    reason = doubt(understood("xyzzy"), (), material_of(TRADES))
    assert reason is not None
    assert (reason.missing, reason.kind) == ("", "nothing")


@pytest.mark.parametrize(
    "question",
    [
        "Which visa does a baker need?",
        "What laptop should I buy to become a baker?",
        "Which book should I read on the skills of a baker?",
        "How big is the bonus of a baker?",
    ],
)
def test_a_strict_facet_is_answered_by_nothing_else(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_strict_facet_is_answered_by_what_is_about_it() -> None:
    texts = {"baker": "# Baker\n\nA baker needs a work permit, the blue visa, in Peru."}
    answer = Assistant.from_texts(texts).ask("Which visa does a baker need?")
    assert answer.status == "answered", told(answer)


OVENS = {"baker": "# Baker\n\n## Ovens\n\nSome bakers use a gas oven. Some bakers use a clay oven."}
RANKED = {"baker": OVENS["baker"] + " The best oven for bakers is the clay oven, built in 1999."}


@pytest.mark.parametrize(
    "question",
    [
        "Which oven is the best for bakers?",
        "When was the clay oven for bakers built?",
    ],
)
def test_an_end_or_a_time_is_answered_only_where_one_is_told(question: str) -> None:
    assert Assistant.from_texts(OVENS).ask(question).abstained
    assert Assistant.from_texts(RANKED).ask(question).status == "answered"
