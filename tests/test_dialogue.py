"""Following a conversation: what a follow-up leaves out comes from the question before it."""

from __future__ import annotations

import pytest
from core_support import TRADES, check
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Answer, Assistant, Conversation

# The earlier messages, the follow-up, what the standalone question has to hold, and must not.
# Words are compared in small letters.
TURNS = [
    # Another role, place, employer or year replaces the one before.
    (["How much does a baker earn?"], "and a welder?", ["welder", "earn"], ["baker"]),
    (["How much does a baker earn?"], "a welder", ["welder", "earn"], ["baker"]),
    (["How much do bakers earn?"], "sorry, I meant welders", ["welders", "earn"], ["bakers"]),
    (["How much does a baker earn in India?"], "What about a welder?",
     ["welder", "india", "earn"], ["baker"]),
    (["How much does a baker earn in India?"], "And in Canada?",
     ["baker", "canada", "earn"], ["india"]),
    (["How much does a baker earn?"], "Canada?", ["baker", "canada", "earn"], []),
    (["What skills does a baker need?"], "in India?", ["skills", "baker", "india"], []),
    (["How much does a baker earn at Google?"], "and at Amazon?",
     ["baker", "amazon", "earn"], ["google"]),
    (["How much did bakers earn in 2019?"], "and in 2020?", ["bakers", "earn", "2020"], ["2019"]),
    # Whoever names several, or tells them by their work, has a question of its own.
    (["What skills does a baker need?"], "Are there more jobs for pilots or welders?",
     ["pilots", "welders"], ["baker", "skill"]),
    (["What skills does a baker need?"], "Who earns more, people who fly planes or pilots?",
     ["fly planes", "pilots"], ["baker", "skill"]),
    # A question of nothing but how much or when goes on from the one before.
    (["Is demand for bakers growing?"], "and by how much exactly?",
     ["by how much", "demand", "bakers"], []),
    (["How much does a baker earn?"], "but realistically, how long does it take?",
     ["baker", "how long"], ["does realistically"]),
    (["What does a baker do?"], "And maths, how much of it do I need?",
     ["how much of maths", "bakers"], []),
    (["What is Kefir?"], "versus Quark?", ["difference", "kefir", "quark"], []),
    # The same once more, but short.
    (["What is the difference between a baker and a welder?"], "in two lines please",
     ["difference", "baker", "welder", "briefly"], []),
    # A part of what pay was asked of takes the place of another part.
    (["How much does a baker earn?"], "at a bank?", ["how much", "baker", "at a bank"], []),
    (["How much does a baker earn?", "at a bank?"], "and in hospitals?",
     ["how much", "baker", "in hospitals"], ["bank"]),
    (["What does a baker do?"], "in the morning?", ["baker"], ["how much"]),
    # The other end of a scale, and the role that an answer opened with.
    (["Which of these jobs pays most?"], "and which least?", ["pays least"], ["most"]),
    (["Which of these jobs pays best?"], "What does that one do?", ["do"], ["that one"]),
    (["What does a baker do?"], "how is it different from a welder?",
     ["difference", "baker", "welder"], ["it"]),
    (["What does a baker do?", "And a welder?"], "so which should I choose?",
     ["choose", "baker", "welder"], []),
    # Which of two is more is asked of the role before and the one that is named.
    (["What does a baker earn?"], "and is that any better than what a welder gets?",
     ["who earns more", "bakers", "welders"], []),
    (["What is the job outlook for bakers?"], "is that better than for welders?",
     ["grow more", "bakers", "welders"], []),
    (["What does a baker earn?"], "is that more than 20k?", ["baker", "20k"], ["who earns"]),
    (["What does a baker do?"], "compared to a welder?", ["difference", "baker", "welder"], []),
    # What a message names itself is what its pronoun stands for.
    (["What do welders need algebra for?"], "And calculus, where does that come in?",
     ["calculus"], ["algebra", "that"]),
    (["What do welders do?"], "and in Canada, what would they do?", ["canada", "welders"], []),
    (["Why do bakers use Python?"], "what is R good for then?", ["r good for"], ["python"]),
    (["Why do bakers use Sourdough?"], "When is Kefir used instead?", ["kefir"], ["sourdough"]),
    # One that is compared with another takes the pronoun's place.
    (["What does a baker do?"], "Do they earn more than welders?", ["bakers", "welders"], ["they"]),
    # Another facet is asked of the old role and place.
    (["What skills does a baker need?"], "and the pay?", ["baker", "pay"], []),
    (["What skills does a baker need?"], "How much do they earn?", ["baker", "earn"], []),
    (["What does a welder do?"], "What tools do they use?", ["welder", "tools"], []),
    (["How much does a baker earn in India?"], "and the skills?",
     ["baker", "skills", "india"], []),
    # A third question still knows the role of the first.
    (["What does a welder do?", "and the pay?"], "what about the tools?",
     ["welder", "tools"], []),
    (["What does a welder do?", "And a baker?"], "and the pay?", ["baker", "pay"], ["welder"]),
    # Small talk changes no subject.
    (["What does a welder do?", "thanks"], "and the pay?", ["welder", "pay"], []),
    (["What does a welder do?", "hello"], "What skills do they need?", ["welder", "skills"], []),
    (["What does a welder do?", "¿Cuánto gana un panadero?"], "and the pay?",
     ["welder", "pay"], []),
    (["What does a welder do?"], "how much in Canada", ["how much", "canada", "welder"], ["do"]),
    # The article suits the name that is put behind it.
    (["What does an electrician do?"], "what about a welder?", ["a welder"], ["an "]),
    (["What does a welder do?"], "and an electrician?", ["an electrician"], [" a "]),
    (["What does a welder do?"], "and an ML engineer?", ["an ml engineer"], [" a "]),
    # Pronouns carry the subject along.
    (["Is demand for welders growing?"], "why is that?", ["demand", "welders"], []),
    (["What is dough used for?"], "Is it hard to make?", ["dough"], []),
    (["What is dough used for?"], "and yeast?", ["yeast", "used for"], ["dough"]),
    # What is named takes the place of its like.
    (["Is a PhD required for bakers?"], "what about a master's?", ["is a master's required"],
     ["phd"]),
    (["Do bakers need to know statistics?"], "what about calculus?", ["know calculus"],
     ["statistics"]),
    (["Which industries hire bakers?"], "what about healthcare?", ["healthcare"],
     ["industries healthcare"]),
    (["How much does a baker earn in India?"], "do they get more in Peru?",
     ["baker", "india or peru"], []),
    # Asking for more asks the same again.
    (["What does a baker do?"], "why?", ["why", "baker"], []),
    (["What does a baker do?"], "tell me more", ["baker", "do"], []),
    # Items of the list just shown.
    (["What tools does a welder use?"], "the second one?", ["helmet"], ["torch", "gloves"]),
    (["What tools does a welder use?"], "What is the first one for?", ["torch"],
     ["helmet", "gloves", " one"]),
    (["What tools does a welder use?"], "and the last one", ["gloves"], ["torch", "helmet"]),
    # The two that were asked about.
    (["What does a baker do?", "What does a welder do?"], "Which of the two earns more?",
     ["baker", "welder", "earns"], []),
    (["How much does a baker earn?", "and a welder?"], "who makes more?",
     ["baker", "welder", "more"], []),
    (["I am a baker. What skills does a welder need?"], "How does the pay compare with mine?",
     ["baker", "welder", "pay"], ["mine"]),
    # Questions complete in themselves stay as they are.
    (["What does a baker do?"], "What is the difference between a nurse and a doctor?",
     ["nurse", "doctor"], ["baker"]),
    (["How much does a baker earn in India?"], "How do I become a pilot in Canada?",
     ["pilot", "canada"], ["baker", "india"]),
    (["What tools does a welder use?"], "What are the first steps to become a pilot?",
     ["first steps", "pilot"], ["torch", "welder"]),
    (["How much does a baker earn in India?"], "What tools does a welder use?",
     ["welder", "tools"], ["baker"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


def after(assistant: Assistant, earlier: list[str]) -> Conversation:
    conversation = assistant.conversation()
    for message in earlier:
        conversation.ask(message)
    return conversation


@pytest.mark.parametrize(
    ("earlier", "asked", "held", "gone"), TURNS, ids=[f"{t[0][-1]} / {t[1]}" for t in TURNS]
)
def test_a_follow_up_is_completed(
    assistant: Assistant, earlier: list[str], asked: str, held: list[str], gone: list[str]
) -> None:
    answer = after(assistant, earlier).ask(asked)
    standalone = answer.question.standalone.lower()
    assert [word for word in held if word not in standalone] == []
    assert [word for word in gone if word in standalone] == []
    assert answer.question.asked == asked
    check(answer, assistant)


@pytest.mark.parametrize(
    "asked",
    [
        "and the pay?",
        "the second one?",
        "why?",
        "yes",
        "What about India?",
        "mine?",
        "which of the two?",
        "What does a welder do?",
    ],
)
def test_the_first_message_is_taken_as_it_is(assistant: Assistant, asked: str) -> None:
    answer = assistant.conversation().ask(asked)
    assert answer.question.asked == answer.question.standalone == asked
    assert answer == assistant.ask(asked)


def test_a_completed_question_is_told(assistant: Assistant) -> None:
    conversation = after(assistant, ["How much does a baker earn?"])
    assert conversation.ask("and a welder?").question.understood_differently
    assert not conversation.ask("What tools does a welder use?").question.understood_differently


@pytest.mark.parametrize("asked", ["", " ", "?", "…", "😀", "\x00", "hello", "thanks!"])
def test_a_message_that_asks_nothing_is_not_completed(assistant: Assistant, asked: str) -> None:
    answer = after(assistant, ["What does a baker do?"]).ask(asked)
    assert answer.status in ("clarify", "smalltalk")
    assert not answer.question.understood_differently


@pytest.mark.parametrize(
    ("earlier", "asked", "quote"),
    [
        (["How much does a baker earn in India?"], "And in Canada?", "C$35,000"),
        (["How much does a baker earn in Canada?"], "and a welder?", "C$50,000"),
        (["What does a welder do?", "hello"], "What skills do they need?", "steady hands"),
        (["How much does a welder earn?"], "and what tools do they use?", "torch"),
        (["What does a baker do?"], "Is the demand growing?", "Demand for bakers is growing"),
    ],
)
def test_a_completed_question_is_answered(
    assistant: Assistant, earlier: list[str], asked: str, quote: str
) -> None:
    answer = after(assistant, earlier).ask(asked)
    assert answer.status == "answered"
    assert quote in answer.citations[0].quote


@pytest.mark.parametrize(
    ("earlier", "asked"),
    [
        (["How much does a baker earn in India?"], "and a welder?"),
        (["How much does a welder earn?"], "and in Peru?"),
        (["How much does a welder earn in Canada?"], "and at Google?"),
        (["How much does a welder earn?"], "and a pilot?"),
        (["How much does a welder earn in Canada?"], "and in 2020?"),
    ],
)
def test_what_is_not_told_of_the_new_subject_is_refused(
    assistant: Assistant, earlier: list[str], asked: str
) -> None:
    assert after(assistant, earlier).ask(asked).abstained


def test_yes_takes_up_the_first_suggestion(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    offered = conversation.ask("What does a welder do?").suggestions
    assert offered
    answer = conversation.ask("yes please")
    assert answer.question.standalone == offered[0]
    assert answer.status == "answered"


def test_questions_already_asked_are_not_suggested_again(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    asked: list[str] = []
    question = "What does a welder do?"
    for _ in range(4):
        asked.append(question)
        offered = conversation.ask(question).suggestions
        assert not set(offered) & set(asked)
        if not offered:
            break
        question = offered[0]
    assert len(asked) > 1


def test_conversations_do_not_know_of_each_other(assistant: Assistant) -> None:
    bakers = after(assistant, ["What skills does a baker need?"])
    welders = after(assistant, ["What skills does a welder need?"])
    assert "baker" in bakers.ask("and the pay?").question.standalone.lower()
    assert "welder" in welders.ask("and the pay?").question.standalone.lower()
    assert assistant.conversation().ask("and the pay?").question.standalone == "and the pay?"


def test_the_same_conversation_gives_the_same_answers(assistant: Assistant) -> None:
    def talk() -> list[Answer]:
        conversation = assistant.conversation()
        turns = ["What does a baker do?", "and the pay?", "in India?", "and a welder?", "why?"]
        return [conversation.ask(turn) for turn in turns]

    assert talk() == talk()


MESSAGES = st.sampled_from(
    [
        "What does a baker do?", "and the pay?", "in India?", "and a welder?", "why?", "yes", "no",
        "the second one", "which of the two?", "mine", "hello", "", "😀", "[1]", "more", "it", "?",
        "I am a pilot", "What tools does a welder use?", "and in 2020?", "both", "C++?", "(",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(MESSAGES | st.text(max_size=20), min_size=1, max_size=6))
def test_any_conversation_goes_on(messages: list[str]) -> None:
    assistant = Assistant.from_texts(TRADES)
    conversation = assistant.conversation()
    for message in messages:
        answer = conversation.ask(message)
        check(answer, assistant)
        assert answer.question.asked == message


def test_a_long_conversation_still_follows(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    for number in range(60):
        conversation.ask(f"What does a {'baker' if number % 2 else 'welder'} do?")
    assert "baker" in conversation.ask("and the pay?").question.standalone.lower()


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (
            ["What is Hadoop for?", "What about Spark, what is that good for?"],
            "What is Spark good for?",
        ),
        (
            ["What skills does a data engineer need?", "what does it look like for data analysts?"],
            "What skills does a data analyst need?",
        ),
        # A brief name is written out where documents are about the whole one.
        (
            ["What does a database administrator earn?", "and the architect?"],
            "What does a database architect earn?",
        ),
        (["What does a data scientist earn?", "an analyst"], "What does a data analyst earn?"),
        (["What does a data scientist earn?", "and a pilot?"], "What does a pilot earn?"),
        (
            ["What does a data scientist earn?", "and the ML crowd?"],
            "What does a machine learning engineer earn?",
        ),
        (["What does a data scientist earn?", "and MLOps?"], "What does an MLOps engineer earn?"),
        (
            ["What do data scientists earn?", "and compared to statisticians?"],
            "What do data scientists or statisticians earn?",
        ),
        (
            ["whats hadoop", "give me an example of it at work"],
            "Give me an example of hadoop at work?",
        ),
    ],
)
def test_what_is_named_last_takes_the_place(
    shipped: Assistant, turns: list[str], standalone: str
) -> None:
    chat = shipped.conversation()
    for turn in turns:
        answer = chat.ask(turn)
    assert answer.question.standalone.lower() == standalone.lower()
