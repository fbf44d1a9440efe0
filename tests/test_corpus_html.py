"""HTML: the text of a page without its furniture, and pages that are built to do harm."""

from __future__ import annotations

import pytest

from assistant.corpus import html, read_folders
from assistant.corpus.cleaning import clean
from assistant.corpus.draft import UnreadableError
from assistant.corpus.regions import region


def blocks(page: str) -> list[tuple[str, int, str]]:
    text, found, _ = clean(html.read(page))
    return [(b.kind, b.level, text[b.start : b.end]) for b in found]


def test_blocks_of_every_kind():
    page = (
        "<h1>Tea</h1><p>Heat  the\n<b>wa</b>ter.</p><h2>Kinds</h2><ul><li>Green<ul><li>Sencha</ul>"
        "<li><p>Black</p><p>It is strong.</p></ul><table><tr><th>Tea<th>Time<tr><td>Green<td>2 min"
        "<tr><td>Rooibos<td></table><dl><dt>Steep</dt><dd>To leave in water.</dd></dl>"
        "<pre>a\n b</pre>"
    )
    assert blocks(page) == [
        ("heading", 1, "Tea"),
        ("paragraph", 0, "Heat the water."),
        ("heading", 2, "Kinds"),
        ("item", 1, "Green"),
        ("item", 2, "Sencha"),
        ("item", 1, "Black\nIt is strong."),
        ("row", 0, "Tea\tTime"),
        ("row", 0, "Green\t2 min"),
        ("row", 0, "Rooibos"),
        ("item", 1, "Steep\nTo leave in water."),
        ("paragraph", 0, "a\nb"),
    ]


def test_rows_keep_their_columns():
    text, found, _ = clean(
        html.read("<table><tr><th>A<th>B<th>C<tr><td>1<td><td><p>3</p><p>4</p></table>")
    )
    rows = [b for b in found if b.kind == "row"]
    assert [[text[s:e] for s, e in row.cells] for row in rows] == [
        ["A", "B", "C"],
        ["1", "", "3 4"],
    ]
    assert [row.header for row in rows] == [True, False]


def test_a_table_that_lays_out_a_page_is_no_table():
    page = "<table><tr><td><h2>Menu</h2><td><table><tr><td>a<td>b</table><p>Text here.</table>"
    kinds = [kind for kind, _, _ in blocks(page)]
    assert kinds == ["heading", "row", "paragraph"]


def test_breaks_part_lines_unless_the_sentence_goes_on():
    assert blocks("<p>It is paid.<br>Travel counts<br>as work.</p>") == [
        ("paragraph", 0, "It is paid."),
        ("paragraph", 0, "Travel counts\nas work."),
    ]


def test_neighbouring_links_do_not_run_together():
    assert html.read("<p><a>One</a><a>Two</a> and <a>Three</a>s</p>").text == "One Two and Threes"


def test_marks_of_footnotes_go_and_powers_stay():
    assert html.read("<p>True.<sup><a>[12]</a></sup> So.</p>").text == "True. So."
    assert html.read("<p>The 1<sup>st</sup> of May</p>").text == "The 1st of May"


def test_scripts_styles_and_comments_are_never_text():
    page = "<p>Text.</p><script>var a = '<p>no</p>';</script><style>p{}</style><!-- no -->"
    assert html.read(page).text == "Text."


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<nav>Home</nav>", "navigation"),
        ("<div role='navigation'>Home</div>", "navigation"),
        ("<div class='cookie-banner big'>Cookies!</div>", "cookie notice"),
        ("<div id='newsletter-box'>Write to us</div>", "newsletter"),
        ("<div hidden>Secret</div>", "hidden"),
        ("<div style='display: none'>Secret</div>", "hidden"),
        ("<section class='related-posts'><a>Other page</a></section>", "related posts"),
        ("<aside><a>Other page</a></aside>", "side note"),
        ("<footer>Acme, Mill Lane</footer>", "page footer"),
        ("<form>Search here</form>", "form"),
    ],
)
def test_parts_that_are_no_text_go_with_a_reason(page, reason):
    whole = f"<p>{'The text of the page is long enough. ' * 5}</p>{page}"
    _, _, dropped = clean(html.read(whole))
    assert [d.reason for d in dropped] == [reason]


@pytest.mark.parametrize(
    "page",
    [
        "<form><h1>All</h1><p>The whole page is in a form.</p></form>",
        "<div class='menu'><p>{}</p></div>",
        "<aside><p>{}</p></aside>",
        "<div class='cookie-recipe'>Mix them.</div>",
        "<div class='page has-sidebar'>Words.</div>",
    ],
)
def test_parts_that_hold_the_text_stay_whatever_they_are_called(page):
    sentence = "Soup of the day costs five euros and comes with bread from the village bakery. "
    whole = f"<p>Some other text.</p>{page.format(sentence * 3)}"
    assert not clean(html.read(whole))[2]


def test_clear_and_suggested_names_differ():
    assert region("div", {"class": "sidebar"}) == ("navigation", False)
    assert region("div", {"class": "share-buttons"}) == ("share link", True)
    assert region("div", {"class": "teapot", "id": None}) is None


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Tea - Site</title><h1>Site</h1><h1>Tea</h1>", "Tea"),
        ("<title>Green tea | Tea Site</title><p>Text.</p>", "Green tea"),
        ("<title>Site</title><h1>Tea</h1>", "Tea"),
        ("<h2>Kinds</h2>", ""),
    ],
)
def test_the_title_is_the_heading_that_the_page_is_named_after(page, title):
    assert html.read(page).title == title


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 20_000 + "x", "more than 1000 elements within each other"),
        ("<div></span>" * 20_000, "more than 1000 elements within each other"),
        ("<br>" * 600_000, "500000 in all"),
        ("<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">", "more than 1000 attributes"),
        ("<p " + "/".join(f"a{n}" for n in range(5_000)) + ">", "more than 1000 attributes"),
    ],
)
def test_a_bomb_is_refused_before_it_is_parsed(page, reason):
    with pytest.raises(UnreadableError, match=reason):
        html.read(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "x" * 100_000,
        "<b>" * 900 + "<p>x</b>" * 2_000,
        "<table>" * 500 + "x",
        "<p>a" * 20_000,
        "&amp;" * 50_000,
        "<img src='data:image/png;base64," + "A/" * 40_000 + "'><p>Text.",
        "<svg><style><!--</style><p>x",
        "<",
        "</p></p>",
        "\x0c<plaintext><p>",
    ],
)
def test_strange_pages_are_read(page):
    html.read(page)


def test_a_folder_with_a_bomb_in_it_is_read_without_it(tmp_path):
    (tmp_path / "bomb.html").write_text("<div>" * 5_000)
    (tmp_path / "page.htm").write_text("<p>The text of the page.</p>")
    found = read_folders([tmp_path])
    assert list(found.documents) == ["page.htm"]
    assert [s.path for s in found.skipped] == ["bomb.html"]
