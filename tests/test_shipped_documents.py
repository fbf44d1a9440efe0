"""The documents that ship: own words, complete figures, and sentences that stand alone.

The articles whose facts the documents restate are not part of the project; tests that
need them look for `../shared/sources` beside the project and skip without it.
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from assistant import Assistant
from assistant.corpus.noted import noted

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
ARTICLES = ROOT.parent / "shared" / "sources"

# Which article each document restates, by the number that the article's file name begins with.
ARTICLE_OF = {
    "machine-learning-engineer-work-and-pay": "000",
    "machine-learning-engineer-introduction": "001",
    "machine-learning-engineer-career-guide": "002",
    "machine-learning-engineer-differences-and-interview": "003",
}
DOCUMENTS = sorted(ARTICLE_OF)
FRONT_MATTER = {
    "title",
    "source",
    "source_title",
    "source_kind",
    "source_date",
    "updated",
    "licence",
}
RUN = 8  # words in common that make a copy
LIST_ITEM = 3  # words at most in an item of a bare list
LIST_LENGTH = 3  # items at least in a bare list

needs_articles = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the source articles are not beside the project"
)
each_document = pytest.mark.parametrize("name", DOCUMENTS)


# --- reading -------------------------------------------------------------------------------


def split_front_matter(name: str) -> tuple[dict[str, object], str]:
    text, _ = noted((CORPUS / f"{name}.md").read_text(encoding="utf-8"))
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def body_of(name: str) -> str:
    return split_front_matter(name)[1]


def article_text(number: str) -> str:
    (path,) = ARTICLES.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def without_marker(line: str) -> str:
    """A list item without its bullet or number."""
    return re.sub(r"^\s*(?:[-*•]|\d+\.)\s+", "", line)


def is_item(line: str) -> bool:
    return bool(re.match(r"(?:-|\d+\.) ", line))


def blocks_of(body: str) -> list[list[str]]:
    """The lines between blank lines; headings stand alone."""
    return [block.split("\n") for block in re.split(r"\n\s*\n", body.strip())]


def prose_lines(body: str) -> Iterator[str]:
    for block in blocks_of(body):
        if not block[0].startswith(("#", "|")):
            yield from (line for line in block if line)


# --- own words -----------------------------------------------------------------------------
#
# A copy is a run of eight words that a document and an article have in common inside one
# sentence, heading, item or cell. Not counted as words, in either text:
#   figures      every token with a digit;
#   names        every word that the document writes with a capital wherever it does not open
#                a sentence, and the articles' own titles;
#   bare lists   the terms of a series of three or more, each of at most three words, that
#                commas, slashes, "and" or "or" divide; the dividers never count.
# Leaving such tokens out, rather than stopping at them, means that eight words of prose with
# a name in their middle are still a copy.


def sentences(text: str) -> list[str]:
    """The sentences, headings, items and table cells of a text."""
    plain = re.sub(r"[{}*`|]", " ", text.replace("’", "'"))
    plain = re.sub(r"\b(Rs|U\.S|Ph\.D|e\.g)\.", r"\1", plain)
    pieces = re.split(r"\n|(?<=[.:;!?])\s", plain)
    return [piece for piece in map(without_marker, pieces) if piece.strip()]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[+]+|(?:['.,][^\W_]+)*)", text)


def titles_out(text: str, titles: tuple[str, ...]) -> str:
    for title in titles:
        text = text.replace(title, "\n")
    return text


def names_in(text: str) -> set[str]:
    """The words that the text always writes with a capital, openings of sentences aside."""
    capital: set[str] = set()
    small: set[str] = set()
    for sentence in sentences(text):
        if sentence.startswith("#"):
            continue
        for word in words(sentence)[1:]:
            (small if word[0].islower() else capital).add(word.lower())
    return capital - small


def without_lists(sentence: str) -> str:
    parts = re.split(r"(\s*[,/]\s*(?:(?:and|or)\b\s*)?|\s+(?:and|or|&)\s+)", sentence)
    kept, series = [], []
    for part in [*parts[0::2], None]:
        if part is not None and 0 < len(words(part)) <= LIST_ITEM:
            series.append(part)
            continue
        kept += series if len(series) < LIST_LENGTH else []
        series = []
        kept += [part] if part is not None else []
    return " ".join(kept)


def runs(text: str, names: set[str]) -> set[tuple[str, ...]]:
    found = set()
    for sentence in sentences(text):
        prose = [
            word.lower()
            for word in words(without_lists(sentence))
            if not any(sign.isdigit() for sign in word) and word.lower() not in names
        ]
        found |= {tuple(prose[i : i + RUN]) for i in range(len(prose) - RUN + 1)}
    return found


def copies(document: str, article: str, titles: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    names = names_in(titles_out(document, titles))
    return runs(titles_out(document, titles), names) & runs(titles_out(article, titles), names)


ARTICLE = """\
The engineer carefully moves every finished model from the laboratory to customers.
A model from Google called Gemma often helps engineers to write tests for programs.
Skills: {linear} algebra, set theory, graph theory, number theory, topology and logic.
"""


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        pytest.param(
            "He says that the engineer carefully moves every finished model from the shelf.",
            True,
            id="eight words",
        ),
        pytest.param(
            "Here **the engineer** carefully\tmoves every FINISHED model from the shelf.",
            True,
            id="markup, case and spaces change nothing",
        ),
        pytest.param(
            "So an old engineer carefully moves every finished model from a shelf.",
            False,
            id="seven words",
        ),
        pytest.param(
            "Today a model from Google called Gemma often helps engineers to write code.",
            True,
            id="eight words around two names",
        ),
        pytest.param(
            "Now models from Google called Gemma often helps engineers to read.",
            False,
            id="names do not count",
        ),
        pytest.param(
            "He has linear algebra, set theory, graph theory, number theory, topology and logic.",
            False,
            id="bare list of terms",
        ),
        pytest.param(
            "Once the engineer carefully moves.\nEvery finished model from the laboratory leaves.",
            False,
            id="two sentences",
        ),
    ],
)
def test_copies_finds_what_is_copied_and_nothing_else(text: str, copied: bool) -> None:
    assert bool(copies(text, ARTICLE)) is copied


def all_titles() -> tuple[str, ...]:
    """The articles' titles, longest first, because one title is part of another."""
    titles = {str(split_front_matter(name)[0]["source_title"]) for name in DOCUMENTS}
    return tuple(sorted(titles, key=len, reverse=True))


@needs_articles
@each_document
@pytest.mark.parametrize("number", sorted(ARTICLE_OF.values()))
def test_no_document_copies_an_article(name: str, number: str) -> None:
    document = (CORPUS / f"{name}.md").read_text(encoding="utf-8")
    assert copies(document, article_text(number), all_titles()) == set()


@needs_articles
def test_the_licence_copies_no_article() -> None:
    licence = (CORPUS / "LICENSE.md").read_text(encoding="utf-8")
    for number in ARTICLE_OF.values():
        assert copies(licence, article_text(number), all_titles()) == set()


@needs_articles
@each_document
def test_a_sentence_of_its_article_planted_in_a_document_is_found(name: str) -> None:
    document = body_of(name)
    article = article_text(ARTICLE_OF[name])
    # The longest sentence of an article is prose for certain; a heading or a list may not be.
    planted = max(sentences(article), key=lambda sentence: len(words(sentence)))
    assert copies(f"{document}\n{planted}\n", article, all_titles())


# --- figures -------------------------------------------------------------------------------


def figures(text: str) -> set[str]:
    """Numbers of two digits or more that stand alone: not GPT-3's 3, not an id's 17."""
    return set(re.findall(r"(?<!\w)\d[\d.,]*\d(?!\w)", text))


def without_boilerplate(article: str) -> str:
    """The article without what its site adds: counts alone on a line, and the copyright line."""
    lines = [line.strip() for line in article.split("\n")]
    return "\n".join(line for line in lines if not (line.isdigit() or line.startswith("©")))


@needs_articles
@each_document
def test_every_figure_of_its_article_stands_in_the_document(name: str) -> None:
    wanted = figures(without_boilerplate(article_text(ARTICLE_OF[name])))
    assert wanted - figures(body_of(name)) == set()


@needs_articles
def test_the_articles_do_have_figures() -> None:
    count = {
        number: len(figures(without_boilerplate(article_text(number))))
        for number in ARTICLE_OF.values()
    }
    assert count == {"000": 22, "001": 0, "002": 2, "003": 2}


# --- form ----------------------------------------------------------------------------------


def test_the_documents_are_those_listed_here() -> None:
    indexed = {
        path.stem
        for path in CORPUS.glob("*.md")
        if "index: false" not in path.read_text(encoding="utf-8").split("---\n", 2)[1]
    }
    assert indexed == set(DOCUMENTS)


@each_document
def test_the_licence_names_the_document(name: str) -> None:
    assert f"| `{name}.md` |" in (CORPUS / "LICENSE.md").read_text(encoding="utf-8")


@each_document
def test_front_matter_says_what_the_document_restates(name: str) -> None:
    head, _ = split_front_matter(name)
    assert set(head) == FRONT_MATTER
    assert all(head.values())
    assert isinstance(head["updated"], datetime.date)
    assert str(head["source_title"]) in str(head["source"])
    assert head["licence"] == "CC BY 4.0"


@each_document
def test_the_document_opens_with_its_title(name: str) -> None:
    head, body = split_front_matter(name)
    assert body.strip().startswith(f"# {head['title']}\n")


@each_document
def test_no_path_of_the_working_place_is_named(name: str) -> None:
    text = (CORPUS / f"{name}.md").read_text(encoding="utf-8")
    assert not re.search(r"shared/|/work\b|/tmp\b|\.txt\b", text)


LEANING = re.compile(
    r"(?:They|It|This|These|Those|Such|Its|Their|Them|He|She|His|Her|We|You|Here|There"
    r"|However|Moreover|Also|But|And|So)\b",
    re.IGNORECASE,
)


@each_document
def test_no_sentence_or_item_leans_on_another(name: str) -> None:
    leaning = [
        line
        for line in prose_lines(body_of(name))
        for start in (without_marker(line), re.sub(r"^\*\*.+?\*\*: ", "", without_marker(line)))
        if LEANING.match(start)
    ]
    assert leaning == []


@each_document
def test_a_line_is_one_sentence(name: str) -> None:
    for line in prose_lines(body_of(name)):
        plain = re.sub(r"\b(Rs|Ph\.D)\.(?= )", r"\1", line)
        assert plain.endswith((".", ":", "?")), line
        assert not re.search(r"[.?!] +[A-Z]", without_marker(plain)), line
        assert len(words(line)) <= 30, line


@each_document
def test_every_list_and_table_has_a_lead_in(name: str) -> None:
    blocks = blocks_of(body_of(name))
    for before, block in zip(blocks, blocks[1:], strict=False):
        if is_item(block[0]) or block[0].startswith("|"):
            assert before[-1].endswith(":"), block[0]
        elif before[-1].endswith(":"):
            pytest.fail(f"{before[-1]} leads in to no list")


@each_document
def test_items_of_a_list_are_of_one_kind(name: str) -> None:
    for block in blocks_of(body_of(name)):
        if is_item(block[0]):
            assert len({line[:1] == "-" for line in block}) == 1, block
            assert len({line.count("**") for line in block}) == 1, block
            assert all(is_item(line) for line in block), block


@each_document
def test_every_row_of_a_table_is_full(name: str) -> None:
    for block in blocks_of(body_of(name)):
        if block[0].startswith("|"):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block]
            assert {len(row) for row in rows} == {len(rows[0])}
            assert all(all(row) for row in rows)


@each_document
def test_no_statement_stands_twice(name: str) -> None:
    lines = list(prose_lines(body_of(name)))
    assert len(lines) == len(set(lines))


@each_document
def test_a_section_is_the_size_of_a_passage(name: str) -> None:
    sections = re.split(r"\n(?=## )", body_of(name))[1:]
    sizes = {section.split("\n")[0]: len(words(section)) for section in sections}
    assert {title: size for title, size in sizes.items() if not 35 <= size <= 160} == {}
    assert len(sizes) == len(sections)


@each_document
def test_pay_names_its_place_and_whose_figure_it_is(name: str) -> None:
    amount = r"(?:Rs\. |\$)\d"
    pay = re.compile(rf"\b(?:pays|earns|salary)\b.*{amount}|{amount}.*\ba year\b")
    place = re.compile(r"\b(?:India|United States|US)\b")
    for line in prose_lines(body_of(name)):
        if pay.search(line):
            assert place.search(line), line
            assert re.search(r"article|Glassdoor|Indeed|LinkedIn", line), line


def test_every_noted_question_belongs_to_a_sentence(shipped: Assistant) -> None:
    dropped = [piece for pieces in shipped.collection.dropped.values() for piece in pieces]
    assert [piece.text for piece in dropped if "noted" in piece.reason] == []
    noted = [unit for passage in shipped.passages for unit in passage.units if unit.phrasings]
    assert len(noted) > 1000
