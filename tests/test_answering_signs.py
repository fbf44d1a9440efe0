"""How a unit shows that it holds the kind of thing that is wanted."""

import pytest
from core_support import views_of

from assistant.answering.signs import SIGNS_OF


@pytest.mark.parametrize(
    ("wants", "yes", "no"),
    [
        ("amount", "Bakers earn 300 a year.", "Bakers earn little."),
        ("number", "There are 20 bakers.", "There are bakers."),
        ("reason", "Bread rises because of yeast.", "Bread rises slowly."),
        ("definition", "A baker is a person with flour.", "Flour falls."),
        ("list", "Bakers use flour, water and salt.", "Bakers use flour."),
        ("name", "He trained at Oxford.", "He trained at home."),
    ],
)
def test_a_sign_tells_the_kind(wants: str, yes: str, no: str) -> None:
    assert SIGNS_OF[wants](views_of(yes)[0])
    assert not SIGNS_OF[wants](views_of(no)[0])
