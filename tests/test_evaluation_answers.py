import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.answers import Target, answer_html
from assistant.markdown import inert

WIDE = '<div class="wide" tabindex="0" role="group" aria-label="Table">'
TARGETS = {1: Target("c1", wrong=False), 2: Target("c2", wrong=True)}


@pytest.mark.parametrize(
    ("markdown", "page"),
    [
        ("", ""),
        ("a\n\n- b", '<div class="prose">a\n\n- b</div>'),
        (r"\[1\] 5 \< 6", '<div class="prose">[1] 5 &lt; 6</div>'),
        (
            "So [1, 2][3](x)",
            '<div class="prose">So <a class="cite" href="#c1">[1]</a>'
            '<a class="cite wrong" href="#c2">[2]</a>[3](x)</div>',
        ),
        ("[9]", '<div class="prose"><span class="lost" title="no such citation">[9]</span></div>'),
        # A rule that is none is told from one without trying every way to part its dashes.
        ("| a\n|" + "-" * 50 + "b", f'<div class="prose">| a\n|{"-" * 50}b</div>'),
        ("| no table", '<div class="prose">| no table</div>'),
        (
            "Pay:\n\n| City | Pay |\n| --- | ---: |\n| Pune | \\| 7 [1] |\n| Goa |  |\n\nEnd",
            '<div class="prose">Pay:</div>'
            + WIDE
            + '<table><thead><tr><th scope="col">City</th><th scope="col">Pay</th></tr></thead>'
            '<tbody><tr><td>Pune</td><td>| 7 <a class="cite" href="#c1">[1]</a></td></tr>'
            '<tr><td>Goa</td><td></td></tr></tbody></table></div><div class="prose">End</div>',
        ),
        (
            "|a|<b>\n|-|-|\n|c|d",
            WIDE
            + '<table><thead><tr><th scope="col">a</th><th scope="col">&lt;b&gt;</th></tr></thead>'
            "<tbody><tr><td>c</td><td>d</td></tr></tbody></table></div>",
        ),
    ],
)
def test_answers_as_a_card_shows_them(markdown: str, page: str) -> None:
    assert answer_html(markdown, [], TARGETS) == page


def test_wanted_strings_are_marked_in_cells_and_beside_markers() -> None:
    page = answer_html("seven [1]\n\n| a |\n|---|\n| Seven |", ["seven"], TARGETS)
    assert page.count("<mark>") == 2


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_cells_read_back(text: str) -> None:
    page = answer_html(f"| h |\n| --- |\n| {inert(text)} |", [], {})
    (cell,) = re.findall("<td>(.*?)</td>", page, re.S)
    assert " ".join(html.unescape(cell).split()) == " ".join(text.split())
