"""What a question is understood to ask: of whom, where, by whom, when, about what."""

from __future__ import annotations

import pytest
from core_support import UNDERSTANDING, understood
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Resolved, with_subject

# The question, the facet meant most, the roles, the places, and the kind of thing wanted;
# None where several readings will do.
QUESTIONS = [
    ("How much does a baker earn in Peru?", "pay", ["baker"], ["peru"], "amount"),
    ("What is the salary of a welder in Canada?", "pay", ["welder"], ["canada"], "amount"),
    ("How much can I earn as a nurse?", "pay", ["nurse"], [], "amount"),
    ("nurse pay uk", "pay", ["nurse"], ["united-kingdom"], "amount"),
    ("WHAT DOES A WELDER EARN IN THE US?", "pay", ["welder"], ["united-states"], "amount"),
    ("what does a welder earn in the us?", "pay", ["welder"], ["united-states"], "amount"),
    ("In how many different places do welders work?", None, ["welder"], [], "number"),
    ("What do I need calculus for as a welder?", "uses", ["welder"], [], "purpose"),
    ("on what does it depend how much a welder gets paid", "pay-factors", ["welder"], [], "list"),
    ("Are welders paid well?", "pay", ["welder"], [], "yes-no"),
    ("Who pays data scientists best?", "pay", ["data-scientist"], [], "amount"),
    ("ML engineer salary Bangalore", "pay", ["machine-learning-engineer"], ["bengaluru"],
     "amount"),
    ("What skills do I need to be a nurse?", "skills", ["nurse"], [], "list"),
    ("Which skills do bakers need?", "skills", ["baker"], [], "list"),
    ("Which tools do electricians use?", "tools", ["electrician"], [], "list"),
    ("Name three tools that a plumber uses", "tools", ["plumber"], [], "list"),
    ("What degree does a pharmacist need?", "education", ["pharmacist"], [], "list"),
    ("Do I need a degree to be a plumber?", "education", ["plumber"], [], "yes-no"),
    ("Why is a degree needed for architects?", "education", ["architect"], [], "reason"),
    ("How do I become a pilot?", "entry", ["pilot"], [], ""),
    ("how long does it take to become a dentist", "entry", ["dentist"], [], "number"),
    ("is it too late to be a baker at 40", "entry", ["baker"], [], "yes-no"),
    ("I was a teacher. Can I become a web developer?", "entry", ["web-developer"], [], "yes-no"),
    ("Will there still be demand for welders?", "outlook", ["welder"], [], "yes-no"),
    ("How is the job outlook for accountants?", "outlook", ["accountant"], [], ""),
    ("What does a physiotherapist do all day?", "duties", ["physiotherapist"], [], "list"),
    ("What would I do all day as a pilot?", "duties", ["pilot"], [], "list"),
    ("List the duties of a civil engineer.", "duties", ["civil-engineer"], [], "list"),
    ("What is the difference between a nurse and a doctor?", "difference", ["nurse", "doctor"],
     [], "difference"),
    ("What is the most a nurse can make?", "pay", ["nurse"], [], "amount"),
    ("What does a nurse do that a doctor doesn't?", "difference", ["nurse", "doctor"],
     [], "difference"),
    ("What do nurses know that doctors do not?", "difference", ["nurse", "doctor"], [],
     "difference"),
    ("Is a nurse just a doctor without a title?", "difference", ["nurse", "doctor"], [],
     "difference"),
    ("So is a paramedic only another word for a nurse?", "difference", ["paramedic", "nurse"], [],
     "difference"),
    ("Are there many nursing jobs?", "outlook", ["nurse"], [], "yes-no"),
    ("I have been a welder for ten years. What could I rise to from here?", "progression",
     ["welder"], [], "list"),
    ("What does CTC mean?", "concept", [], [], "definition"),
    ("I live in Peru. How much does a baker earn?", "pay", ["baker"], ["peru"], "amount"),
    ("My firm goes to Peru. What would I earn there as a baker?", "pay", ["baker"], ["peru"],
     "amount"),
    ("My aunt lives in Peru. How much does a baker earn?", "pay", ["baker"], [], "amount"),
    ("I live in Peru. What skills does a baker need?", "skills", ["baker"], [], "list"),
    ("Why was this job invented? There were bakers before.", None, [], [], "reason"),
    ("I am a nurse. What skills does a pilot need?", "skills", ["pilot"], [], "list"),
    ("data scientist vs data analyst", "difference", ["data-scientist", "data-analyst"], [],
     "difference"),
    ("pilot or flight attendant - which one should I pick", "difference",
     ["pilot", "flight-attendant"], [], "difference"),
    ("How much more does a pilot make than a nurse?", "pay", ["pilot", "nurse"], [], "amount"),
    ("Who hires pilots?", "industries", ["pilot"], [], "list"),
    ("Compare pilots and flight attendants", "difference", ["pilot", "flight-attendant"], [],
     "difference"),
    ("How are bakers and chefs alike?", "similarity", ["baker", "chef"], [], ""),
    ("What certifications help an electrician?", "certification", ["electrician"], [], "list"),
    ("How do I get promoted from nurse to head nurse?", "progression", ["nurse"], [], ""),
    ("What do they ask at an interview for a data engineer?", "interview", ["data-engineer"], [],
     "list"),
    ("Is it stressful to be a paramedic?", "conditions", ["paramedic"], [], "yes-no"),
    ("Can a carpenter work from home?", "conditions", ["carpenter"], [], "yes-no"),
    ("How many hours a week does a lawyer work?", "conditions", ["lawyer"], [], "number"),
    ("What is it like being a nurse?", "conditions", ["nurse"], [], None),
    ("What are the disadvantages of being a chef?", "challenges", ["chef"], [], "list"),
    ("What affects the pay of architects?", "pay-factors", ["architect"], [], "list"),
    ("Which industries hire statisticians?", "industries", ["statistician"], [], "list"),
    ("What other names is a data engineer known by?", "titles", ["data-engineer"], [], "list"),
    ("Why do teachers leave?", "", ["teacher"], [], "reason"),
    ("Who invented the oven?", "", [], [], "name"),
    ("what percentage of nurses work nights", None, ["nurse"], [], "number"),
    ("What is overfitting?", "concept", [], [], "definition"),
    ("Tell me what an actuary does", None, ["actuary"], [], None),
    ("", "", [], [], ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "facet", "roles", "places", "wants"), QUESTIONS, ids=[q[0] or "-" for q in QUESTIONS]
)
def test_a_question_is_understood(
    text: str, facet: str | None, roles: list[str], places: list[str], wants: str | None
) -> None:
    asked = understood(text)
    assert facet is None or asked.facet == facet
    assert list(asked.question.roles) == roles
    assert list(asked.question.places) == places
    assert wants is None or asked.question.wants == wants


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("I am a nurse; how much do pilots earn?", ["pilot"]),
        ("I'm a truck driver and want to be a welder. What skills do I need?", ["welder"]),
        ("I work as a nurse. What does a doctor earn?", ["doctor"]),
        ("I was a teacher, can I be a data analyst?", ["data-analyst"]),
        ("Her teachers have no idea what a welder does.", ["welder"]),
        ("My doctor says welders cough. What do they breathe?", ["welder"]),
        ("What do my doctors earn?", ["doctor"]),
    ],
)
def test_what_the_asker_is_is_not_what_is_asked_about(text: str, roles: list[str]) -> None:
    assert list(understood(text).question.roles) == roles


@pytest.mark.parametrize(
    ("text", "employers", "years"),
    [
        ("Does Google pay pilots more than Amazon?", ["google", "amazon"], []),
        ("How much did pilots earn in 2019?", [], ["2019"]),
        ("How much in 2019, 2020 and 2019?", [], ["2019", "2020"]),
        ("Is $2019 or 12020 or 1815 a year?", [], ["2019"]),
        ("Bakers pay", [], []),
    ],
)
def test_employers_and_years(text: str, employers: list[str], years: list[str]) -> None:
    question = understood(text).question
    assert list(question.employers) == employers
    assert list(question.years) == years


@pytest.mark.parametrize(
    "text", ["tell us about bakers", "give us the skills", "can you help us", "what it is"]
)
def test_us_and_it_in_small_letters_are_no_names(text: str) -> None:
    question = understood(text).question
    assert question.places == ()
    assert question.roles in ((), ("baker",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What does a machine learning engineer earn?", "what do MLEs earn?"),
        ("ML engineer skills", "Skills of machine-learning engineers"),
        ("pay in the USA", "pay in the United States"),
        ("pay in Bangalore", "pay in Bengaluru"),
        ("pay in the UK", "pay in Great Britain"),
    ],
)
def test_names_for_one_thing_are_one(one: str, other: str) -> None:
    first, second = understood(one).question, understood(other).question
    assert first.roles + first.places
    assert (first.roles, first.places) == (second.roles, second.places)


def slots(text: str) -> dict[str, str]:
    return {s.text: s.kind for s in understood(text).slots if s.kind != "section"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("How much does a baker earn in Peru?", {"baker": "role", "Peru": "place",
                                                 "earn": "facet"}),
        ("What is sourdough?", {"sourdough": "topic"}),
        ("Do bakers in 2021 use PyOven?", {"bakers": "role", "2021": "year",
                                           "PyOven": "topic"}),
        ("What is R?", {"R": "topic"}),
        ("What is C++?", {"C++": "topic"}),
        ("the of and", {}),
    ],
)  # fmt: skip
def test_what_is_searched(text: str, kinds: dict[str, str]) -> None:
    found = slots(text)
    assert {word: found.get(word) for word in kinds} == kinds
    assert bool(found) is bool(kinds)


def test_no_word_is_searched_twice() -> None:
    text = "Which machine learning skills does a machine learning engineer in New York need?"
    starts = [s.text for s in understood(text).slots if s.kind in ("role", "place")]
    assert starts == ["machine learning engineer", "New York"]
    assert sum("learning" in word for word in slots(text)) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What is PyOven?", "PyOven"),
        ("Do they use GPT4?", "GPT4"),
        ("Is it done with Sourdoughmaster?", "Sourdoughmaster"),
    ],
)
def test_names_have_no_synonyms(text: str, name: str) -> None:
    (slot,) = [s for s in understood(text).slots if s.text == name]
    assert slot.named


def test_a_synonym_weighs_less_than_the_word_itself() -> None:
    for slot in understood("Is there demand for bread, and what are the drawbacks?").slots:
        if slot.kind in ("topic", "facet"):
            assert slot.variants[0].weight == 1.0
            assert all(0 < variant.weight <= 1.0 for variant in slot.variants)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Which skills are not needed for bakers?", True),
        ("Which skills are needed for bakers?", False),
        ("Explain reinforcement learning", False),
        ("I want to learn welding; what do I need?", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert understood(text).negated is negated


def test_an_earlier_question_counts_less_and_changes_no_subject() -> None:
    alone = understood("Is it hard?")
    after = UNDERSTANDING.understand("Is it hard?", "hard?", "Do bakers in Peru knead dough?")
    carried = [s for s in after.slots if s.kind == "carried"]
    assert {"knead", "dough"} <= {s.text for s in carried}
    assert all(s.weight < 1.0 for s in carried)
    assert after.question.roles == alone.question.roles == ()
    assert after.question.places == ()
    assert after.question.asked == "hard?"
    assert after.question.standalone == "Is it hard?"


def test_a_story_beside_the_question_does_not_change_whom_it_is_about() -> None:
    asked = understood("My sister is a pilot in Peru. What skills does a welder need in Canada?")
    assert asked.question.roles == ("welder",)
    assert asked.question.places == ("canada",)


@given(st.text(max_size=80))
def test_any_text_is_understood(text: str) -> None:
    asked = understood(text)
    assert asked.question.asked == asked.question.standalone == text
    assert all(slot.variants and slot.weight > 0 for slot in asked.slots)
    assert understood(text) == asked


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Do welders bake bread, like bakers do?", ["welder"]),
        ("Does a welder use ovens the way a baker does?", ["welder"]),
        ("Do welders like bakers?", ["welder", "baker"]),
        ("Is a welder paid like a baker is?", ["welder", "baker"]),
        ("What do welders do that bakers do?", ["welder", "baker"]),
    ],
)
def test_a_role_that_is_only_a_likeness_is_not_asked_about(text: str, roles: list[str]) -> None:
    assert list(understood(text).question.roles) == roles


def test_a_resolved_question_carries_nothing_by_itself() -> None:
    assert Resolved("a", "b").carried == ""


@pytest.mark.parametrize(
    "question",
    [
        "Can a nurse become a data scientist?",
        "To be a data scientist one day, does it make sense to begin as a nurse?",
        "Can I move from nurse to data scientist?",
        "How do I switch from being a nurse to data scientist?",
    ],
)
def test_a_move_between_roles_is_about_getting_there(question: str) -> None:
    asked = understood(question)
    assert asked.moves
    assert set(asked.question.facets[:2]) == {"progression", "entry"}
    assert "data-scientist" in asked.question.roles


@pytest.mark.parametrize(
    "question",
    ["What does a nurse do?", "Do nurses and data scientists need a degree?", "nurse or vet?"],
)
def test_other_questions_are_about_no_move(question: str) -> None:
    assert not understood(question).moves


def test_what_the_asker_would_leave_is_not_what_is_asked_about() -> None:
    asked = understood("Can I switch from teaching to machine learning engineer?")
    assert "teaching" not in {s.text for s in asked.topics}
    assert understood("Can I move from nurse to data scientist?").origins


def test_what_a_bare_question_is_about_stands_beside_it() -> None:
    bare = understood("My oven smokes and the chimney leaks. Could a welder do anything for us?")
    assert {"oven", "chimney"} <= {slot.text for slot in bare.topics}
    whole = understood("My oven smokes and the chimney leaks. What does a welder earn?")
    assert not whole.topics


def test_a_pronoun_within_a_second_question_stands_for_the_subject_of_the_first() -> None:
    first = understood("What is sourdough?")
    assert with_subject("how is it different from yeast?", first) == (
        "how is sourdough different from yeast?"
    )
    assert with_subject("is it hard to learn?", first) == "is it hard to learn?"


def test_a_year_of_the_askers_own_life_is_not_asked_about() -> None:
    told = understood("I last baked in 1998. Which tools do bakers use?")
    assert told.question.years == ()
    assert understood("What did bakers earn in 1998?").question.years == ("1998",)
    assert understood("I bake. What did bakers earn in 1998?").question.years == ("1998",)
