from __future__ import annotations

from assistant.lexicon import declare, declared_role, load_lexicon
from assistant.question import Understanding


def _understanding() -> Understanding:
    declared = [
        declared_role(f"{name}.md", {"role": name, "titles": titles})
        for name, titles in (
            ("cheese maker", ["Rind Washer", "Junior Data Scientist"]),
            ("cellar keeper", ["Rind Washer"]),
            ("milk tester", ["Welder"]),
        )
    ]
    return Understanding(declare(load_lexicon(), [d for d in declared if d is not None]))


UNDERSTANDING = _understanding()


def test_a_title_of_one_role_stands_for_it() -> None:
    asked = UNDERSTANDING.understand("What does a junior data scientist earn?")
    assert asked.question.roles == ("cheese-maker",)
    assert [(c.title, c.roles) for c in asked.choices] == [
        ("junior data scientist", ("cheese-maker",))
    ]


def test_a_title_of_several_is_left_open() -> None:
    asked = UNDERSTANDING.understand("What does a rind washer earn?")
    assert asked.question.roles == ()
    assert [(c.title, c.roles) for c in asked.choices] == [
        ("rind washer", ("cheese-maker", "cellar-keeper"))
    ]


def test_a_title_wins_over_a_name_that_no_document_is_about() -> None:
    asked = UNDERSTANDING.understand("What does a welder earn?")
    assert asked.question.roles == ("milk-tester",)


def test_a_name_that_a_document_is_about_wins() -> None:
    asked = UNDERSTANDING.understand("What does a cheese maker earn?")
    assert asked.question.roles == ("cheese-maker",)
