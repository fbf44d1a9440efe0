"""The structure of plain text, told from wording: a table of small texts and their outlines."""

from __future__ import annotations

import pytest

from assistant.corpus import read_texts
from assistant.corpus.lines import runs

PROSE = "This is a sentence that says something about the matter, and it ends."

# What a text is written like, and its blocks: kind, level and the words they begin with.
TABLE = {
    "unmarked headings": (
        f"Weaving as a Trade\n\n{PROSE}\n\nRoles of a weaver\n\n{PROSE}\n\nPay\n\n{PROSE}",
        ["h1 Weaving as", "p This", "h2 Roles of", "p This", "h2 Pay", "p This"],
    ),
    "questions as headings": (
        f"Weaving\n\n{PROSE}\n\nHow Much Do Weavers Make?\n\n{PROSE}\n\nIs it hard?\n\n{PROSE}",
        ["h1 Weaving", "p This", "h2 How Much", "p This", "h2 Is it", "p This"],
    ),
    "numbered headings": (
        f"Weaving\n\n{PROSE}\n\nDuties\n\nKey tasks include:\n\n1. Warping\n\n{PROSE}\n\n"
        f"2. Finishing\n\n{PROSE}\n\nTools\n\n{PROSE}",
        ["h1 Weaving", "p This", "h2 Duties", "p Key", "h3 Warping", "p This", "h3 Finishing",
         "p This", "h2 Tools", "p This"],
    ),
    "a numbered list with empty lines": (
        f"{PROSE}\n\nThe skills are:\n\n1. Patience\n\n\n2. Good eyes\n\n\n3. Strong hands\n\n\n"
        f"Each of these matters a lot in the long run of a working life.",
        ["p This", "p The skills", "i1 Patience", "i1 Good", "i1 Strong", "p Each"],
    ),
    "numbered sections with lists in them": (
        "The paths are:\n\n1. Schools\n\nDegree: three years of study.\n\nDiploma: one year.\n\n"
        "2. Workshops\n\nCourses: a weekend each.\n\nVisits: a day each.",
        ["p The paths", "h2 Schools", "i1 Degree", "i1 Diploma", "h2 Workshops", "i1 Courses",
         "i1 Visits"],
    ),
    "decimal numbering": (
        f"1. Wool\n\n{PROSE}\n\n1.1 Sheep\n\n{PROSE}\n\n1.2 Goats\n\n{PROSE}\n\n2. Silk\n\n{PROSE}",
        ["h2 Wool", "p This", "h3 Sheep", "p This", "h3 Goats", "p This", "h2 Silk", "p This"],
    ),
    "labelled items": (
        "Weavers must:\n\nWarping: setting up the threads.\n\n\nWefting: passing the shuttle.",
        ["p Weavers must", "i1 Warping:", "i1 Wefting:"],
    ),
    "one note with a label": (
        f"{PROSE}\n\nNote: looms are heavy, so ask for help.\n\n{PROSE}",
        ["p This", "p Note:", "p This"],
    ),
    "bullets of several kinds": (
        "They help in:\n\n  • Spinning yarn.\n  • Dyeing cloth.\n\n- Mending.\n* Washing.",
        ["p They help", "i1 Spinning", "i1 Dyeing", "i1 Mending", "i1 Washing"],
    ),
    "nested bullets": (
        "They help in:\n- Spinning\n  - by hand\n  - by wheel\n- Dyeing",
        ["p They help", "i1 Spinning", "i2 by hand", "i2 by wheel", "i1 Dyeing"],
    ),
    "names on lines of their own": (
        f"Notable exams include:\n\n\nMaster Weaver Level Two\n\nGuild Exam: Looms and Yarns\n\n"
        f"Royal Dyer – Specialty\n\n\nJobs and Growth\n\n\n{PROSE}",
        ["p Notable", "i1 Master", "i1 Guild", "i1 Royal", "h2 Jobs", "p This"],
    ),
    "names followed by what is said of them": (
        "Good yarns are:\n\nWool\n\nLinen\n\nSilk\n\nThese yarns are sold by the pound everywhere.",
        ["p Good yarns", "i1 Wool", "i1 Linen", "i1 Silk", "p These"],
    ),
    "a heading that ends in a colon": (
        f"Weaving\n\n{PROSE}\n\nThe Difference\n\n{PROSE}\n\nMaster Weavers:\n\n{PROSE}\n\n"
        f"Spinners:\n\n{PROSE}\n\nPay\n\n{PROSE}",
        ["h1 Weaving", "p This", "h2 The Diff", "p This", "h3 Master Weavers", "p This",
         "h3 Spinners", "p This", "h2 Pay", "p This"],
    ),
    "a lead-in above headings of lists": (
        f"Weaving\n\n{PROSE}\n\nSkills of Weavers\n\nKey skills include:\n\nHand Skills\n\n"
        f"Warping: quick.\n\nKnotting: firm.\n\nSoft Skills\n\nPatience: a lot.\n\nHumour: some."
        f"\n\nSchools and Exams\n\n{PROSE}",
        ["h1 Weaving", "p This", "h2 Skills of", "p Key", "h3 Hand", "i1 Warping", "i1 Knotting",
         "h3 Soft", "i1 Patience", "i1 Humour", "h2 Schools", "p This"],
    ),
    "one heading below another": (
        f"Weaving\n\n{PROSE}\n\nEducation and Exams\n\nSchool Years\n\n{PROSE}",
        ["h1 Weaving", "p This", "h2 Education", "h3 School", "p This"],
    ),
    "an item that an empty line tore": (
        "Tools: Experience with looms,\n\nshuttles, and combs.\n\nYarns: knowledge of wool.",
        ["i1 Tools: Experience with looms,\nshuttles", "i1 Yarns"],
    ),
    "lines that a margin broke": (
        "The weaver sits at the loom from early in the\nmorning until the light goes, and in winter"
        "\nshe lights a lamp.\n\nA second paragraph begins here and goes on to\nits end.",
        ["p The weaver sits at the loom from early in the\nmorning", "p A second"],
    ),
    "letters count items": (
        "You must:\n\n(a) warp the loom; and\n\n(b) pay the fee; or\n\n(ii) leave.",
        ["p You must", "i1 warp the loom; and", "i1 pay the fee; or", "i1 leave."],
    ),
    "questions and answers": (
        "Q: Is it hard?\nA: No. It is fun.\n\nQ: Is it paid?\nA: Yes.",
        ["h1 Is it hard?", "p No. It is fun.", "h2 Is it paid?", "p Yes."],
    ),
    "a table set with spaces": (
        "Pay by step:\n\nEntry level    30,000\nMaster         45,000",
        ["p Pay by", "r Entry level 30,000", "r Master 45,000"],
    ),
    "a table behind tabs": (
        "Pay by year:\n\nYear\tPay\n2021\t300\n2022\t310",
        ["p Pay by", "r Year\tPay", "r 2021", "r 2022"],
    ),
    "questions as a list": (
        f"{PROSE}\n\nThe questions can be:\n\n1. What is warp?\n\n2. What is weft?",
        ["p This", "p The questions", "i1 What is warp?", "i1 What is weft?"],
    ),
    "ingredients": (
        f"Weaver's Soup\n\n{PROSE}\n\nIngredients\n\n2 onions\n1 leek\nsalt\n\nMethod\n\n{PROSE}",
        ["h1 Weaver's", "p This", "h2 Ingredients", "i1 2 onions", "i1 1 leek", "i1 salt",
         "h2 Method", "p This"],
    ),
    "a lead-in to a quotation": (
        "The master said:\n\n“You need patience for this. It takes years.”\n\n" + PROSE,
        ["p The master", "p “You need", "p This"],
    ),
}  # fmt: skip


def outlined(text: str) -> list[str]:
    document = read_texts({"x.txt": text}).documents["x.txt"]
    names = {"heading": "h", "paragraph": "p", "item": "i", "row": "r"}
    return [
        f"{names[b.kind]}{b.level or ''} {document.text[b.start : b.end]}" for b in document.blocks
    ]


@pytest.mark.parametrize("case", TABLE)
def test_structure_is_told_from_wording(case):
    text, wanted = TABLE[case]
    found = outlined(text)
    assert len(found) == len(wanted), found
    for block, opening in zip(found, wanted, strict=True):
        assert block.startswith(opening)


def test_a_table_s_first_row_heads_it_when_only_the_others_hold_figures():
    def header(text: str) -> bool:
        return read_texts({"x.txt": text}).documents["x.txt"].blocks[0].header

    assert header("Year\tPay\n2021\t300\n2022\t310")
    assert not header("2020\t290\n2021\t300\n2022\t310")


def test_the_title_is_the_first_line_not_the_category_above_it():
    page = f"Crafts\n\nHow to Weave a Rug in Three Days\n\n{PROSE}\n\nAlso read: Dyeing at home"
    assert (
        read_texts({"x.txt": page}).documents["x.txt"].title == "How to Weave a Rug in Three Days"
    )
    plain = f"Weavers\n\nWhat does a weaver do all day long?\n\n{PROSE}"
    assert read_texts({"x.txt": plain}).documents["x.txt"].title == "Weavers"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("numpy\npandas\nscikit-learn", ["numpy", "pandas", "scikit-learn"]),
        ("It cost a good deal more than they\nhad.", ["It cost a good deal more than they had."]),
        ("- one item that is quite long\n- two", ["- one item that is quite long", "- two"]),
        ("First part of a list here,\n\nand more.", ["First part of a list here, and more."]),
        ("One line.\nAnother line.", ["One line.", "Another line."]),
    ],
)
def test_lines_are_joined_only_where_a_sentence_goes_on(text, wanted):
    assert [" ".join(text[s:e].split()) for s, e in runs(text)] == wanted


def test_a_word_that_a_margin_divided_is_joined_and_a_compound_is_not():
    text = (
        "The weaver sits at the loom from the early mor-\n"
        "ning until the light goes, and she is well-\n"
        "known for it. A well-known weaver earns more."
    )
    document = read_texts({"x.txt": text}).documents["x.txt"]
    assert "the early morning until" in document.text
    assert "she is well-known for it" in document.text
