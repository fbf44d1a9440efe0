"""The lexicon: finding phrases, reading the data files, and what a malformed file gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import LexiconError
from assistant.lexicon import LOST, Entity, Lexicon, Phrases, load_lexicon
from assistant.text import words

ROLES = """
[[role]]
id = "baker"
name = "baker"
aliases = ["bread maker", "patissier"]
[[role]]
id = "nurse"
name = "nurse"
"""


def found(table: Phrases[str], text: str) -> list[str]:
    return [match.value for match in table.find(words(text), text)]


def lexicon_of(folder: Path, **files: str) -> Lexicon:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_lexicon(folder)


# --- phrases ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("bread", []),
        ("a baker bakes", ["bake", "bake"]),
        ("Pastry chefs and chefs", ["pastry", "chef"]),
        ("a chef's pastry, chef", ["chef", "pastry"]),
        ("pastry-chefs", ["pastry"]),
        ("pastry", []),
        ("CHEF", ["chef"]),
    ],
)
def test_finds_the_longest_phrases_in_any_form(text: str, values: list[str]) -> None:
    table = Phrases([("bake", "bake"), ("baker", "bake"), ("chef", "chef"),
                     ("pastry chef", "pastry")])  # fmt: skip
    assert found(table, text) == values


def test_a_match_tells_where_it_stands() -> None:
    text = "Ask a pastry chef!"
    (match,) = Phrases([("pastry chef", "x")]).find(words(text), text)
    assert (match.first, match.last, match.size) == (2, 3, 2)
    assert text[match.start : match.end] == "pastry chef"


def test_one_phrase_may_stand_for_several_values() -> None:
    table = Phrases([("chef", "one"), ("chefs", "two"), ("chef", "one")])
    assert found(table, "chef") == ["one", "two"]


def test_find_all_finds_phrases_inside_longer_ones() -> None:
    table = Phrases([("pastry chef", "long"), ("chef", "short"), ("pastry", "first")])
    matches = table.find_all(words("the pastry chef"))
    assert {m.value for m in matches} == {"long", "short", "first"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We work in the US.", ["country"]),
        ("tell us more", []),
        ("Us", []),
        ("the U.S. pays", ["dotted"]),
        ("at Target, they say", ["shop"]),
        ("the target is high", []),
    ],
)
def test_cased_phrases_are_found_only_as_written(text: str, values: list[str]) -> None:
    table: Phrases[str] = Phrases(names=True)
    for phrase, value in (("US", "country"), ("U.S.", "dotted"), ("Target", "shop")):
        table.add(phrase, value, cased=True)
    assert found(table, text) == values
    assert table.find(words(text)) == ()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("educator", True),
        ("Educators", True),
        ("educator's", True),
        ("education", False),
        ("educate", False),
    ],
)
def test_of_a_name_only_the_plural_is_another_form(text: str, is_found: bool) -> None:
    assert bool(found(Phrases([("educator", "e")], names=True), text)) is is_found


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("secretary", "secretaries"),
        ("coach", "coaches"),
        ("boss", "bosses"),
        ("nurse", "nurses"),
        ("analyst", "analysts"),
        ("NLP engineer", "NLP engineers"),
    ],
)
def test_plurals_of_names(one: str, many: str) -> None:
    assert found(Phrases([(one, "x")], names=True), f"two {many}") == ["x"]
    assert found(Phrases([(many, "x")], names=True), f"a {one}") == ["x"]


def test_a_phrase_without_words_is_never_found() -> None:
    table = Phrases([("", "x"), ("…", "y")])
    assert found(table, "anything … at all") == []


def test_looking_up_by_stems() -> None:
    table = Phrases([("baking bread", "bake"), ("ovens", "oven"), ("oven", "heat")])
    assert ("bake", "bread") in table
    assert ("bread",) not in table
    assert table.get(("oven",)) == ("oven", "heat")
    assert table.get(("unheard",)) == ()
    assert table.keys_of("bake") == (("bake", "bread"),)
    assert table.keys_of("nothing") == ()


@given(st.text(alphabet="abc d-", max_size=40))
def test_matches_are_in_order_and_never_overlap(text: str) -> None:
    table = Phrases([("a", 1), ("a b", 2), ("b c d", 3), ("c", 4)])
    read = words(text)
    last = -1
    for match in table.find(read, text):
        assert last < match.first <= match.last < len(read)
        assert (match.start, match.end) == (read[match.first].start, read[match.last].end)
        last = match.last
    assert set(table.find(read, text)) <= set(table.find_all(read, text))


# --- what entries know --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "article", "plural", "one", "many"),
    [
        ("nurse", "", "", "a nurse", "nurses"),
        ("electrician", "", "", "an electrician", "electricians"),
        ("ML engineer", "", "", "an ML engineer", "ML engineers"),
        ("university teacher", "a", "", "a university teacher", "university teachers"),
        ("midwife", "", "midwives", "a midwife", "midwives"),
        ("secretary", "", "", "a secretary", "secretaries"),
        ("attorney", "", "", "an attorney", "attorneys"),
    ],
)
def test_names_in_sentences(name: str, article: str, plural: str, one: str, many: str) -> None:
    entity = Entity("role", "x", name, article=article, plural=plural)
    assert (entity.one, entity.many) == (one, many)


def test_every_role_that_ships_has_a_plural_that_is_found_as_that_role() -> None:
    lexicon = load_lexicon()
    wrong = []
    for (kind, _), entity in lexicon.by_id.items():
        if kind == "role" and not entity.ambiguous:
            matches = lexicon.entities.find(words(entity.many), entity.many)
            if entity not in [m.value for m in matches]:
                wrong.append(entity.many)
    assert wrong == []


def test_a_lexicon_learns_the_roles_that_documents_declare(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, roles=ROLES)
    assert found_roles(lexicon, "a beekeeper and a bread maker") == ["baker"]
    beekeeper = Entity("role", "beekeeper", "beekeeper", ("apiarist",))
    more = lexicon.with_roles([beekeeper, Entity("role", "baker", "boulanger", ("boulanger",))])
    assert found_roles(more, "apiarists, boulangers and bread makers") == [
        "beekeeper", "baker", "baker",
    ]  # fmt: skip
    assert more.entity("role", "beekeeper") == beekeeper
    assert more.entity("role", "baker").name == "baker"
    assert found_roles(lexicon, "a beekeeper") == []
    assert lexicon.with_roles([Entity("role", "nurse", "nurse")]) is lexicon


def found_roles(lexicon: Lexicon, text: str) -> list[str]:
    return [m.value.id for m in lexicon.entities.find(words(text), text)]


# --- reading files ------------------------------------------------------------------------------


def test_a_folder_without_files_knows_nothing(tmp_path: Path) -> None:
    lexicon = load_lexicon(tmp_path)
    assert not lexicon.by_id
    assert not lexicon.facets
    assert not lexicon.synonyms
    assert not lexicon.smalltalk
    assert lexicon.entities.find(words("a baker in India"), "a baker in India") == ()


def test_reads_roles_places_and_employers(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        roles=ROLES,
        places='[[place]]\nid = "us"\nname = "United States"\ncased = ["US"]\ncurrency = "USD"\n',
        employers='[[employer]]\nid = "oven-co"\nname = "Oven Co"\n',
    )
    assert set(lexicon.by_id) == {
        ("role", "baker"), ("role", "nurse"), ("place", "us"), ("employer", "oven-co"),
    }  # fmt: skip
    text = "Bread makers at Oven Co in the US"
    assert found_roles(lexicon, text) == ["baker", "oven-co", "us"]
    assert lexicon.entity("place", "us").currency == "USD"


def test_reads_facets_and_where_they_show(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        facets=(
            '[[facet]]\nid = "pay"\nname = "pay"\nasks = ["earn"]\nheadings = ["salary scale"]\n'
            'words = ["wage"]\nwants = "amount"\nask = "What do {roles} earn?"\n'
        ),
    )
    assert lexicon.facets["pay"].wants == "amount"
    assert found(lexicon.asks, "what they earned") == ["pay"]
    assert found(lexicon.headings, "Salary scales") == ["pay"]
    assert found(lexicon.signs, "wages") == ["pay"]
    assert lexicon.heading_stems("pay") == (("salari", "scale"),)


def test_synonyms_stand_for_one_another_with_their_weight(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        synonyms=(
            '[[group]]\nwords = ["bread", "loaf"]\nweight = 0.8\n'
            '[[group]]\nasked = ["remote"]\nsaid = ["from home"]\nweight = 1.0\n'
        ),
    )
    assert lexicon.synonyms[("bread",)] == ((("loaf",), 0.8),)
    assert lexicon.synonyms[("loaf",)] == ((("bread",), 0.8),)
    # A phrase of which only one word is no stop word says much less than all of it.
    assert lexicon.synonyms[("remot",)] == ((("home",), LOST),)
    assert ("home",) not in lexicon.synonyms
    assert ("from", "home") not in lexicon.synonyms


def test_opposites_hold_both_ways(tmp_path: Path) -> None:
    pair = '[[pair]]\none = ["grow", "high demand"]\nother = ["shrink"]\n'
    lexicon = lexicon_of(tmp_path, opposites=pair)
    assert lexicon.opposites[("grow",)] == {("shrink",)}
    assert lexicon.opposites[("shrink",)] == {("grow",), ("high", "demand")}


def test_small_talk_and_distress(tmp_path: Path) -> None:
    lexicon = lexicon_of(
        tmp_path,
        smalltalk=(
            '[[kind]]\nid = "greeting"\nreply = "Hi."\nphrases = ["hello there"]\n'
            '[[distress]]\nlevel = "crisis"\nreply = "Call."\ncues = ["want to die"]\n'
        ),
    )
    assert lexicon.smalltalk[("hello", "there")].text == "Hi."
    (match,) = lexicon.distress.find_all(words("I just want to die now"))
    assert (match.value.kind, match.value.text) == ("crisis", "Call.")


def test_the_lexicon_that_ships_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()


# --- malformed files ----------------------------------------------------------------------------

FILES = (
    "roles", "places", "employers", "facets", "synonyms", "opposites", "currencies", "smalltalk",
    "languages", "shorthand",
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(LexiconError) as raised:
        lexicon_of(tmp_path, **{name: "id = = 3\n"})
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / name}.toml: ")
    assert message.endswith("; mend the line or restore the file")
    assert "line 1" in message


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_utf8_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.toml").write_bytes(b'name = "caf\xe9"\n')
    with pytest.raises(LexiconError, match=rf"{name}\.toml: .*; mend the line or restore the file"):
        load_lexicon(tmp_path)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("roles", "role"),
        ("places", "place"),
        ("employers", "employer"),
        ("facets", "facet"),
        ("synonyms", "group"),
        ("opposites", "pair"),
    ],
)
def test_single_brackets_are_explained(tmp_path: Path, name: str, key: str) -> None:
    with pytest.raises(LexiconError) as raised:
        lexicon_of(tmp_path, **{name: f'[{key}]\nid = "x"\nname = "x"\n'})
    assert str(raised.value) == (
        f"{tmp_path / name}.toml: write [[{key}]] with double brackets before each entry"
    )


@pytest.mark.parametrize("kind", ["role", "place", "employer"])
def test_an_entry_without_a_name_is_shown(tmp_path: Path, kind: str) -> None:
    with pytest.raises(LexiconError) as raised:
        lexicon_of(tmp_path, **{f"{kind}s": f'[[{kind}]]\nid = "x"\n'})
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / kind}s.toml: ")
    assert "'x'" in message
    assert "'name'" in message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("roles", '[[role]]\nname = "baker"\n'),
        ("roles", '[[role]]\nid = "baker"\nname = "baker"\naliases = "bread maker"\n'),
        ("roles", '[[role]]\nid = "baker"\nname = 7\n'),
        ("roles", '[[role]]\nid = "baker"\nname = "baker"\naliases = [7]\n'),
        ("facets", '[[facet]]\nname = "pay"\n'),
        ("facets", '[[facet]]\nid = "pay"\nasks = "earn"\n'),
        ("synonyms", '[[group]]\nwords = ["a", "b"]\nweight = "high"\n'),
        ("synonyms", '[[group]]\nwords = "bread"\n'),
        ("opposites", '[[pair]]\none = ["grow"]\n'),
        ("currencies", '[[currency]]\nsymbols = ["$"]\n'),
        ("currencies", '[[multiplier]]\nwords = ["k"]\n'),
        ("currencies", '[[multiplier]]\nwords = ["k"]\nfactor = "many"\n'),
        ("currencies", '[[period]]\nwords = ["a year"]\n'),
        ("currencies", '[[statistic]]\nid = "mean"\n'),
        ("currencies", '[currency]\ncode = "USD"\n'),
        ("smalltalk", '[[kind]]\nid = "greeting"\nphrases = ["hi"]\n'),
        ("smalltalk", '[[kind]]\nid = "greeting"\nreply = "Hi."\n'),
        ("smalltalk", '[[distress]]\nlevel = "crisis"\nreply = "Call."\n'),
        ("languages", '[[language]]\nwords = ["el"]\n'),
        ("languages", '[[script]]\nname = "Greek"\n'),
        ("languages", '[script]\nname = "Greek"\n'),
        ("shorthand", "words = 3\n"),
        ("shorthand", "[words]\npls = 3\n"),
    ],
)
def test_a_malformed_entry_is_an_error_that_names_the_file(
    tmp_path: Path, name: str, text: str
) -> None:
    with pytest.raises(LexiconError) as raised:
        lexicon_of(tmp_path, **{name: text})
    assert f"{name}.toml" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Machine learning and data engineers meet.",
            ["machine-learning-engineer", "data-engineer"],
        ),
        ("Is it for civil or mechanical engineers?", ["civil-engineer", "mechanical-engineer"]),
        ("Data scientists and data engineers meet.", ["data-scientist", "data-engineer"]),
        ("Bread and data engineers meet.", ["data-engineer"]),
        ("Data and engineers meet.", []),
    ],
)
def test_a_name_may_leave_its_last_word_to_the_next(text: str, found: list[str]) -> None:
    entities = load_lexicon().entities.find(words(text), text)
    assert [m.value.id for m in entities] == found
    assert all(text[m.start : m.end] for m in entities)
