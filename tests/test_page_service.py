from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from page_support import PAY, FakeAssistant, FakeTalk
from selectolax.lexbor import LexborHTMLParser

from assistant import Assistant
from assistant.page.service import LONGEST, TURNS, Service
from assistant.page.sources import Sources

EARN = "How much do machine learning engineers earn in India?"
DO = "What does a machine learning engineer do?"


@pytest.fixture
def service() -> Service:
    return Service(FakeAssistant())


def test_answers_with_html_and_clean_text(service: Service) -> None:
    reply = service.ask({"question": EARN, "before": []})
    assert "Rs. 7,95,677" in reply["html"]
    assert reply["copy"].startswith("A machine learning engineer in India earned Rs. 7,95,677")
    assert f"[1] {PAY.title}: “A machine learning" in reply["copy"]
    assert reply["sources"] == 2
    assert "<" not in reply["copy"]


@pytest.mark.parametrize("given", [None, 3, [], {}, {"question": 5}, {"question": None}])
def test_a_malformed_call_is_a_sentence(service: Service, given: object) -> None:
    assert service.ask(given) == {"error": "No question arrived. Please type one."}


@pytest.mark.parametrize("before", [None, 3, "abc", {}, [None, 3], [["x"]], ["x" * 100_000]])
def test_a_malformed_past_is_left_out(service: Service, before: object) -> None:
    assert "html" in service.ask({"question": DO, "before": before})


def test_a_question_too_long_is_refused_with_both_figures(service: Service) -> None:
    reply = service.ask({"question": "x" * 100_000})
    assert reply == {"error": "That is 100,000 characters; please ask in at most 2,000."}
    assert "html" in service.ask({"question": "x" * LONGEST})


def test_a_failure_is_a_sentence_that_tells_nothing_of_the_inside(service: Service) -> None:
    reply = service.ask({"question": "please explode"})
    assert reply["retry"]
    assert "passwd" not in str(reply)


def test_a_follow_up_is_understood_from_what_was_asked_before(service: Service) -> None:
    assert "Understood as" in service.ask({"question": "and the pay?", "before": [DO]})["html"]
    assert "Understood as" not in service.ask({"question": "and the pay?"})["html"]


def test_a_conversation_goes_on_the_same_whether_it_was_kept_or_not(service: Service) -> None:
    asked: list[str] = []
    for question in (DO, "and the pay?", EARN):
        kept = service.ask({"question": question, "before": asked})
        assert kept == Service(FakeAssistant()).ask({"question": question, "before": asked})
        asked.append(question)


def test_a_kept_conversation_has_one_owner_at_a_time() -> None:
    talks: list[FakeTalk] = []

    class Counting(FakeAssistant):
        def conversation(self) -> FakeTalk:
            talks.append(FakeTalk())
            return talks[-1]

    service = Service(Counting())
    service.ask({"question": DO})
    for _ in range(2):
        service.ask({"question": "and the pay?", "before": [DO]})
    assert [talk._asked for talk in talks] == [[DO, "and the pay?"], [DO, "and the pay?"]]


def test_visitors_at_once_do_not_meet(service: Service) -> None:
    def visit(number: int) -> bool:
        first = DO if number % 2 else "Who won the cup?"
        service.ask({"question": first})
        again = service.ask({"question": "and the pay?", "before": [first]})["html"]
        return "Rs. 7,95,677" in again

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(visit, range(60)))


def test_restores_a_conversation_turn_by_turn(service: Service) -> None:
    turns = service.restore({"questions": [DO, "please explode", "and the pay?"]})["turns"]
    assert [turn["question"] for turn in turns] == [DO, "please explode", "and the pay?"]
    assert "error" in turns[1]
    assert all("html" in turns[index] for index in (0, 2))
    assert service.restore({"questions": None}) == {"turns": []}


def test_restores_no_more_than_the_newest_turns(service: Service) -> None:
    turns = service.restore({"questions": [f"question {n}" for n in range(TURNS + 20)]})["turns"]
    assert len(turns) == TURNS
    assert turns[-1]["question"] == f"question {TURNS + 19}"


def test_opens_a_source_and_the_whole_of_it(service: Service) -> None:
    reference = {d.id: r for d, r in service.documents}["pay.md"]
    amount = "$90,000 to $120,000"
    start = PAY.text.index(amount)
    cited: dict[str, Any] = {"reference": f"{reference}-{start}-{start + len(amount)}"}
    shown = service.source(cited)
    assert (shown["title"], shown["source"], shown["headings"]) == (
        PAY.title, PAY.source, ["United States"])  # fmt: skip
    assert "<mark>&#36;90,000 to &#36;120,000</mark>" in shown["html"]
    assert "7,95,677" not in shown["html"]
    assert "7,95,677" in service.source({**cited, "whole": True})["html"]
    assert service.source({"reference": reference})["whole"]


@pytest.mark.parametrize("given", [None, {}, {"reference": "/etc/passwd"}, {"reference": 1}])
def test_an_unknown_source_is_a_sentence(service: Service, given: object) -> None:
    assert "not among the documents" in service.source(given)["error"]


def test_exports_markdown_and_json(service: Service) -> None:
    questions = [DO, "and the pay?"]
    markdown = service.export({"questions": questions, "kind": "markdown"})["text"]
    assert f"## {DO}" in markdown
    assert "*Understood as: How much" in markdown
    assert "> [1] " in markdown
    answers = json.loads(service.export({"questions": questions, "kind": "json"})["text"])
    assert [answer["question"]["asked"] for answer in answers] == questions
    assert answers[1]["citations"][0]["document"] == "pay.md"


def test_an_export_that_fails_is_a_sentence(service: Service) -> None:
    assert "could not be exported" in service.export({"questions": ["explode"]})["error"]


def test_examples_stand_under_what_they_ask_for(service: Service) -> None:
    assert dict(service.topics()) == {
        "Duties": (DO,),
        "Differences": ("How does a data scientist differ from a machine learning engineer?",),
        "Pay": (EARN,),
    }


def test_over_the_shipped_documents_every_citation_opens_with_its_very_quote_marked() -> None:
    assistant = Assistant.from_folder()
    service = Service(assistant)
    sources = Sources(assistant.documents)
    asked = assistant.starters()
    citations = [c for question in asked for c in assistant.ask(question).citations]
    assert len(citations) >= len(asked)
    for citation in citations:
        for whole in (False, True):
            shown = service.source({"reference": sources.reference(citation), "whole": whole})
            marks = LexborHTMLParser(shown["html"]).css("mark")
            assert [mark.text() for mark in marks] == [citation.quote]
            assert shown["title"] == citation.title


def test_over_the_shipped_documents_examples_stand_under_names_that_read_well() -> None:
    topics = [topic for topic, _ in Service(Assistant.from_folder()).topics()]
    assert len(topics) == len(set(topics)) >= 8
    assert all(topic[:1].isupper() and "-" not in topic for topic in topics)


def test_pay_in_sentences_is_drawn_under_the_name_of_who_pays() -> None:
    html = Service(Assistant.from_texts({"pay": _PAY})).ask({"question": _WHO_PAYS})["html"]
    labels = [node.text() for node in LexborHTMLParser(html).css(".ca-bar-label")]
    assert labels == ["Microsoft", "Infosys"]


_WHO_PAYS = "How much do Microsoft and Infosys pay a data scientist in India?"
_PAY = """# Pay of data scientists in India

Microsoft pays a data scientist in India Rs. 14,62,000 a year. Infosys pays a data scientist in
India Rs. 3,77,000 to 6,69,000 a year.
"""
