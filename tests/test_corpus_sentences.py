"""Where sentences end: a table marked by hand, every ``|`` a boundary and nothing else one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import sentences

TABLE = (
    # Money, figures and units.
    "The average is Rs. 7,95,677 a year.|Some earn Rs. 12 lakh.|Few earn more.",
    "She earns $3.5 million.|He earns U.S. $90,000 a year.",
    "Growth was 9.8 times in five years.|It was 344% since 2015!|Why so much?",
    "The fee is approx. 40 euros.|It is due on 1 May.",
    "It took approx. three hours, i.e. half a shift.|Then it was over.",
    "Version 3.11 is required.|Version 2.7 no longer works.",
    "The ratio is 0.5.|The other is .25 of it.",
    "The box is 3 ft. wide and 2 in. high.|It weighs 5 lb. net.",
    "Pay begins at Rs. 3 lakh.|It rises fast.",
    "He asked for £5.|She gave him £6.50 instead.",
    "The job pays 14,62,000 – 22,44,000 LPA.|Bonuses are extra.",
    "Prices rose by 2.4 p.p. in one year.|Wages did not.",
    # Abbreviations of everyday prose.
    "Bring a pen, paper, etc. to the test.|It starts at nine.",
    "Some languages, e.g. Python, are easy.|Others, e.g. C++, are not.",
    "We compare two roles (e.g. analyst and engineer).|They differ.",
    "Tools such as TensorFlow, Keras, etc. are common.|Learn one of them.",
    "It is a so-called ML engineer, i.e. a programmer of models.|That is all.",
    "See the table, cf. the figure below.|It tells more.",
    "Data vs. intuition is an old debate.|It is not settled.",
    "It is about 5 a.m. in London now.|Nobody is awake.",
    "Doors open at 6 p.m. on Friday.|Bring a ticket.",
    "The no. 7 bus is late.|Take no. 9.",
    "Read Fig. 3 and Sec. 4 first.|Skip the rest.",
    "It was published in vol. 12, pp. 30–41.|I have a copy.",
    "He works at Acme Inc. in Ohio.|She works at Beta Ltd. in Kent.",
    "Smith et al. found the same.|Nobody else did.",
    # Titles, names and degrees.
    "Dr. Lee teaches statistics.|Prof. Okoye teaches ethics.",
    "Mr. and Mrs. Novak came.|Ms. Adler did not.",
    "She has a Ph.D. in physics.|He has an M.Sc. in biology.",
    "A Ph.D. helps.|It is rarely required.",
    "Most have a B.Sc. or a B.Tech. degree.|A few have none.",
    "J. R. Smith wrote it.|K. Wong edited it.",
    "We spoke to M. Garcia of the union.|She agreed.",
    "Sgt. Pepper is an album.|St. Louis is a city.",
    "Gen. Ames retired.|Col. Brand took over.",
    "The award went to Martin Luther King Jr. in 1964.|He was 35.",
    # Places and institutions.
    "Jobs in the U.S. pay well.|Jobs in the U.K. pay less.",
    "The U.S. Bureau of Labor Statistics counts them.|It does so each May.",
    "He left the U.S. in 2019.|He came back a year later.",
    "Washington D.C. is expensive.|So is Boston.",
    "The U.N. met in New York.|It lasted a week.",
    # Dates.
    "It began on Jan. 5 and ended on Feb. 2.|Nobody noticed.",
    "The report of Sept. 2021 is out.|It has 40 pages.",
    "Applications close on Mon. 3 June.|Late ones are refused.",
    # Questions, exclamations and ellipses.
    "Do you need a degree?|Not always.|It helps, though.",
    "What is overfitting?|What is recall?|Explain both!",
    "Really?!|Yes, really.",
    "Wait… there is more.|Not much, though.",
    "He paused ... and went on.|Then he stopped.",
    # Quotation marks and brackets.
    '"It is hard," she said.|"But it is fun."|He nodded.',
    "He said: “We need you.”|She stayed.",
    "They pay well (see below).|They hire often.",
    "(This is an aside.)|The text goes on.",
    "The “learning” part is automatic.|The rest is not.",
    "She asked, 'Why me?'|Nobody knew.",
    # Web and technical words.
    "Node.js runs on servers.|React does not.",
    "Visit example.com for details.|It is free.",
    "Save it as notes.txt first.|Then open it.",
    "Use scikit-learn v1.2.|It has what you need.",
    "C++ is fast.|C# is common.|R is popular.",
    "ML.NET exists.|Few use it.",
    "Python 3.x is fine.|Python 2.x is not.",
    # Lists within a sentence, dashes and semicolons.
    "It needs three things: time, money and luck.|Luck is rare.",
    "Models drift; they must be retrained.|Monitoring finds out when.",
    "Demand is high – and it grows.|Supply is low.",
    # Lower case openings that are sentences of their own are not told apart from slips.
    "iOS apps are common.|Android apps are, too.",
    # Lines broken by a margin.
    "The first line ends\nin the middle.|The second does not.",
    "It has approx.\n40 pages.|It is short.",
    "One sentence.|Another one.\n|A third on its own line.",
    # Where an abbreviation does end a sentence.
    "They use Python, R, etc.|Java is rarer there.",
    # From adverts, rules and reports.
    "Min. age is 18 years.|Max. age is 30 years.|No exceptions are made.",
    "You report to the head of dept. A and assist dept. B too.|Both are small.",
    "Sec. 12(b) applies.|Sec. 5 does not.",
    "The course is free.|It takes six weeks.|Places are few.|Enrol now!",
    "Apply by post.|Or apply online!|Which do you prefer?|Tell us.",
    "We hire 1–2 people a year.|Most stay for 10+ years.|Some stay for life.",
    "Tasks: build, test, ship.|Tools: git, make, vim.",
    "Is it hard?|It is, at first.|Then it is not.|Then it is fun.",
    "The pay is good.|The hours are long.|The coffee is bad.|The view is nice.",
    "Read the advert.|Note the date.|Write to us.|Wait for an answer.|It may take a week.",
    # One sentence alone.
    "There is no end mark here",
    "Only one, with an end mark.",
)  # fmt: skip

# An abbreviation ends the sentence here, and only the meaning tells.
UNMARKED = (
    "She holds a Ph.D.|He holds none.",
    "They moved to the U.S.|They like it there.",
    "He sold it to Acme Inc.|She was surprised.",
)


def marked(case: str) -> tuple[str, list[str]]:
    """Give a case's text as one string, and its sentences as marked."""
    pieces = [piece.strip() for piece in case.split("|")]
    glue = ["\n" if piece.endswith("\n") else " " for piece in case.split("|")]
    text = "".join(piece + space for piece, space in zip(pieces, glue, strict=True)).strip()
    return text, pieces


@pytest.mark.parametrize("case", TABLE)
def test_sentences_end_where_a_reader_marked_them(case):
    text, wanted = marked(case)
    assert [text[start:end] for start, end in sentences(text)] == wanted


@pytest.mark.parametrize("case", UNMARKED)
def test_no_sentence_is_torn_where_an_abbreviation_ends_it(case):
    text, wanted = marked(case)
    found = [text[start:end] for start, end in sentences(text)]
    assert found in (wanted, [text])


def test_the_table_marks_a_hundred_boundaries():
    assert sum(case.count("|") for case in TABLE) >= 100


@given(st.text(max_size=300), st.integers(0, 50))
def test_sentences_cover_every_word_in_order(text, start):
    spans = sentences(text, start)
    position = start
    for begin, end in spans:
        assert begin < end and not text[position - start : begin - start].strip()
        position = end
    assert not text[position - start :].strip()
