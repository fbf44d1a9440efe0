from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon import Declared, Lexicon, declare, declared_role, load_lexicon
from assistant.text import words


def _declared(name: str, **details: object) -> Declared:
    found = declared_role(f"{name}.md", {"role": name, **details})
    assert found is not None
    return found


def _roles(lexicon: Lexicon, text: str) -> list[str]:
    return [m.value.id for m in lexicon.entities.find(words(text), text) if m.value.kind == "role"]


def _exact(name: str, *aliases: str, code: str = "", titles: Sequence[str] = ()) -> Declared:
    codes = [{"system": "onet-soc", "code": code, "match": "exact"}] if code else []
    return _declared(name, aliases=list(aliases), titles=list(titles), codes=codes)


def test_what_front_matter_declares() -> None:
    role = _declared("Bee keeper", plural="bee keepers", aliases=["apiarist", 3], titles=["Beeman"])
    assert (role.role.id, role.role.many, role.role.aliases) == (
        "bee-keeper", "bee keepers", ("apiarist",),
    )  # fmt: skip
    assert role.titles == ("Beeman",)
    assert declared_role("x", {"title": "no role"}) is None
    assert declared_role("x", {"role": 3}) is None
    assert role.exact
    assert not _declared("x").exact


def test_the_exact_code_is_the_most_detailed_one() -> None:
    soc = {"system": "soc2018", "code": "15-2051", "match": "exact"}
    assert _declared("x", codes=[soc]).code == "15-2051.00"
    assert _declared("x", codes=[{**soc, "match": "proxy"}]).code == ""
    assert _exact("x", code="15-2051.01").code == "15-2051.01"


def test_nothing_declared_leaves_the_lexicon() -> None:
    lexicon = load_lexicon()
    assert declare(lexicon, []) is lexicon


def test_an_exact_role_takes_its_name_from_those_it_is_only_like() -> None:
    usual = load_lexicon()
    assert _roles(usual, "orthodontist") == ["dentist"]
    lexicon = declare(usual, [_exact("speciality orthodontist", "orthodontist surgeon")])
    assert _roles(lexicon, "orthodontist surgeons") == ["speciality-orthodontist"]
    narrow = declare(usual, [_exact("pharmacy technician", "pharmacy technicians")])
    assert _roles(usual, "pharmacy technician") == ["pharmacist"]
    assert _roles(narrow, "pharmacy technicians") == ["pharmacy-technician"]
    assert _roles(narrow, "pharmacist") == ["pharmacist"]


def test_an_exact_role_of_a_known_name_is_that_role() -> None:
    lexicon = declare(load_lexicon(), [_exact("data scientist", "data scientists")])
    assert lexicon.declared == {"data scientist.md": "data-scientist"}
    assert _roles(lexicon, "data scientists") == ["data-scientist"]


def test_two_documents_with_one_code_are_of_one_role() -> None:
    code = {"system": "soc2018", "code": "15-1252", "match": "exact"}
    own = _declared("software engineer", codes=[code])
    official = _exact("software developer", "software developers", code="15-1252.00")
    lexicon = declare(load_lexicon(), [own, official])
    assert set(lexicon.declared.values()) == {"software-engineer"}
    assert _roles(lexicon, "software developers") == ["software-engineer"]


def test_a_name_of_one_word_counts_in_questions_only() -> None:
    lexicon = declare(load_lexicon(), [_exact("model", "models", titles=["Host", "Fit Model"])])
    assert _roles(lexicon, "Train models with data.") == []
    question = "What does a model earn?"
    assert lexicon.titles.found(words(question), question)
    assert lexicon.entity("role", "model").name == "model"


def test_titles_are_not_looked_for_in_documents() -> None:
    lexicon = declare(load_lexicon(), [_exact("cheese maker", titles=["Hiring Manager"])])
    assert _roles(lexicon, "The hiring manager asks.") == []


def test_passages_of_a_declared_document_are_found_by_its_role() -> None:
    lexicon = declare(load_lexicon(), [_exact("cheese maker")])
    assert lexicon.terms_of_document("cheese maker.md") == ("role:cheese-maker",)
    assert lexicon.terms_of_document("other.md") == ()
    assert lexicon.exact == {"cheese maker.md"}
