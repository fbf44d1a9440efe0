"""Replies that need no document: greetings, distress, other languages, no words at all."""

from __future__ import annotations

import pytest
from core_support import TRADES, check, told
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.answering.smalltalk import language_of, reply_to, without_greeting
from assistant.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_texts(TRADES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", "greeting"),
        ("Hello!!", "greeting"),
        ("HELLO", "greeting"),
        ("thanks", "thanks"),
        ("Thank you.", "thanks"),
        ("bye", "bye"),
        ("who are you?", "who-are-you"),
        ("how are you", "how-are-you"),
        ("I want to die", "crisis"),
        ("I am a baker and I want to kill myself, what should I do now that all is lost?",
         "crisis"),
    ],
)  # fmt: skip
def test_small_talk_and_distress_are_replied_to(text: str, kind: str) -> None:
    reply = reply_to(text, LEXICON)
    assert reply is not None
    assert reply.kind == kind
    assert reply.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What does a baker do?",
        "hello what does a baker do",
        "Do bakers say hello?",
        "Does a welder die young?",
        "Do bakers kill yeast?",
        "What do bakers use to kill germs?",
    ],
)
def test_questions_are_no_small_talk(text: str) -> None:
    assert reply_to(text, LEXICON) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello, what does a baker do?", "what does a baker do?"),
        ("Good morning! What does a baker do?", "What does a baker do?"),
        ("Thanks! And the pay?", "And the pay?"),
        ("hello", "hello"),
        ("", ""),
        ("What does a baker do?", "What does a baker do?"),
        ("What can you do as a baker?", "What can you do as a baker?"),
        ("Help me become a welder", "Help me become a welder"),
        ("Are you a robot welder?", "Are you a robot welder?"),
        ("How are you paid as a baker?", "How are you paid as a baker?"),
    ],
)
def test_only_a_greeting_or_thanks_is_left_out(text: str, left: str) -> None:
    assert without_greeting(text, LEXICON) == left


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Cuánto gana un panadero?", "Spanish"),
        ("Combien gagne un boulanger en France ?", "French"),
        ("Wie viel verdient ein Bäcker in Deutschland?", "German"),
        ("Сколько зарабатывает пекарь?", "Russian"),
        ("パン屋の仕事は何ですか", "Japanese"),
        ("एक बेकर कितना कमाता है", "Hindi"),
        ("كم يكسب الخباز", "Arabic"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    named = language_of(text, LEXICON)
    assert named
    if language not in ("Russian", "Hindi", "Arabic"):
        assert named == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "😀😀😀",
        "123 456",
        "What does a baker do?",
        "How much does a pâtissier earn in São Paulo?",
        "What is the Greek letter π for?",
        "mle pay india",
        "x y z",
        "A B C",
        "C++ or Java?",
        "per annum salary de facto?",
    ],
)
def test_english_or_nothing_is_no_other_language(text: str) -> None:
    assert language_of(text, LEXICON) == ""


@given(
    st.text(max_size=20) | st.text(alphabet="𗀀𛀀㐀가𐤀𓀀ⴀ\ue000\U000e0041", min_size=1, max_size=4)
)
def test_any_script_is_read(text: str) -> None:
    assert isinstance(language_of(text, LEXICON), str)
    assert text.endswith(without_greeting(text, LEXICON))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("hello", "smalltalk"),
        ("thanks", "smalltalk"),
        ("I want to die", "smalltalk"),
        ("", "clarify"),
        ("   \n", "clarify"),
        ("?!", "clarify"),
        ("😀", "clarify"),
        ("\x00\x07", "clarify"),
        ("¿Cuánto gana un panadero?", "clarify"),
        ("𗀀", "clarify"),
    ],
)
def test_replies_cite_nothing_and_offer_questions(
    assistant: Assistant, text: str, status: str
) -> None:
    answer = assistant.ask(text)
    assert answer.status == status
    assert answer.suggestions
    check(answer, assistant)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("I was fired. What does a baker make?", "A baker makes bread and cakes."),
        ("I lost my job. What skills does a welder need?", "Welders need steady hands."),
    ],
)
def test_a_question_asked_in_hardship_is_answered_too(
    assistant: Assistant, text: str, quote: str
) -> None:
    answer = assistant.ask(text)
    assert answer.status == "answered"
    assert quote in [c.quote for c in answer.citations]
    check(answer, assistant)


def test_a_crisis_comes_before_any_answer(assistant: Assistant) -> None:
    answer = assistant.ask("I want to kill myself. What does a baker do?")
    assert answer.status == "smalltalk"
    assert "bread" not in told(answer)


def test_which_careers_there_are_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Which careers do you cover?")
    assert answer.status == "smalltalk"
    assert "bakers" in told(answer) and "welders" in told(answer)


def test_the_careers_that_have_documents_of_their_own_are_named(shipped: Assistant) -> None:
    words = told(shipped.ask("what jobs are in here?"))
    assert "statisticians" in words and "prompt engineers" in words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Indeed and Glassdoor disagree on pay", "Indeed and Glassdoor disagree on pay"),
        ("Indeed says nurses earn little. Why?", "Indeed says nurses earn little. Why?"),
        ("Indeed, what do nurses do?", "what do nurses do?"),
        ("Great, and what do they earn?", "and what do they earn?"),
    ],
)
def test_a_name_that_looks_like_a_courtesy_stays(text: str, left: str) -> None:
    assert without_greeting(text, LEXICON) == left
