"""What must hold of the data files under ``assistant/lexicon``, whoever extends them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from assistant.lexicon import load_lexicon
from assistant.question import Understanding
from assistant.text import stopwords, word_list, words

try:
    import tomllib
except ModuleNotFoundError:
    import tomli as tomllib

FOLDER = Path(__file__).parents[1] / "assistant" / "lexicon"
FILES = sorted(p for p in FOLDER.iterdir() if p.suffix in (".toml", ".txt"))
GROUPS = ("synonyms.toml", "everyday.toml")
ENTITIES = (("roles.toml", "role"), ("places.toml", "place"), ("employers.toml", "employer"))
LISTS = ("stopwords.txt", "abbreviations.txt")
KEYS = {
    "field": {"role", "names"},
    "role": {"id", "name", "plural", "article", "aliases", "ambiguous", "related"},
    "place": {"id", "name", "aliases", "cased", "kind", "within", "currency", "article"}
    | {"ambiguous"},
    "employer": {"id", "name", "aliases", "cased"},
    "facet": {"id", "name", "asks", "headings", "words", "wants", "ask"},
    "group": {"words", "asked", "said", "weight"},
}
WANTS = {"amount", "number", "name", "list", "reason", "definition", "yes-no", "difference", ""}


def table(name: str, key: str) -> list[dict[str, Any]]:
    entries = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))[key]
    assert isinstance(entries, list)
    return entries


def key_of(phrase: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(phrase))


def twice(values: Iterable[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def members(group: dict[str, Any]) -> list[str]:
    return [word for side in ("words", "asked", "said") for word in group.get(side, ())]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_opens_by_telling_a_layman_what_it_is_for(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    opening = [line for line in lines[:3] if line.startswith("#")]
    assert len(opening) >= 2 and len(opening[0]) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_is_plain_composed_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.normalize("NFC", text) == text
    assert "\r" not in text and "\t" not in text and text.endswith("\n")


@pytest.mark.parametrize("name", LISTS)
def test_list_holds_no_word_twice_and_only_small_letters(name: str) -> None:
    listed = word_list(name)
    assert not twice(listed)
    assert all(word == word.lower() and not word.endswith(".") for word in listed)


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_under_each_heading(name: str) -> None:
    for section in (FOLDER / name).read_text(encoding="utf-8").split("\n\n"):
        listed = [line for line in section.splitlines() if not line.startswith("#")]
        assert listed == sorted(listed)


@pytest.mark.parametrize("word", ["not", "no", "never", "without", "data", "work", "pay", "train"])
def test_words_that_carry_meaning_are_no_stop_words(word: str) -> None:
    assert word not in stopwords()


@pytest.mark.parametrize(("name", "key"), ENTITIES)
def test_entry_has_only_known_keys_and_an_id_of_its_own(name: str, key: str) -> None:
    entries = table(name, key)
    assert not twice(entry["id"] for entry in entries)
    for entry in entries:
        assert set(entry) <= KEYS[key], entry["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["id"]), entry["id"]
        assert entry["name"].strip() == entry["name"] != ""


@pytest.mark.parametrize(("name", "key"), ENTITIES)
def test_no_entry_gives_a_name_twice(name: str, key: str) -> None:
    for entry in table(name, key):
        given = [alias.lower() for alias in (entry["name"], *entry.get("aliases", ()))]
        assert not twice(given), entry["id"]
        assert not twice(entry.get("cased", ())), entry["id"]


def test_a_name_means_one_thing_unless_declared_ambiguous() -> None:
    owners: dict[str, set[str]] = {}
    declared = set()
    for name, key in ENTITIES:
        for entry in table(name, key):
            for alias in {a.lower() for a in (entry["name"], *entry.get("aliases", ()))}:
                owners.setdefault(alias, set()).add(f"{key} {entry['id']}")
                if entry.get("ambiguous"):
                    declared.add(f"{key} {entry['id']}")
    clashes = {alias: who for alias, who in owners.items() if len(who) > 1 and not who <= declared}
    assert not clashes


def test_no_alias_is_a_word_that_is_not_searched_for() -> None:
    ignored = stopwords()
    for name, key in ENTITIES:
        for entry in table(name, key):
            for alias in (entry["name"], *entry.get("aliases", ())):
                read = [word.lower for word in words(alias)]
                # "the US" may consist of such words: two of them together are not one.
                assert read and (len(read) > 1 or read[0] not in ignored), (entry["id"], alias)


@pytest.mark.parametrize(
    ("name", "key", "field"),
    [
        ("roles.toml", "role", "related"),
        ("places.toml", "place", "within"),
    ],
)
def test_entries_refer_to_entries_that_exist(name: str, key: str, field: str) -> None:
    entries = table(name, key)
    known = {entry["id"] for entry in entries}
    for entry in entries:
        given = entry.get(field, [])
        for other in [given] if isinstance(given, str) else given:
            assert other in known and other != entry["id"], (entry["id"], other)


def test_places_lie_within_one_another_without_a_circle() -> None:
    around = {entry["id"]: entry.get("within", "") for entry in table("places.toml", "place")}
    for place in around:
        seen = [place]
        while around[seen[-1]]:
            seen.append(around[seen[-1]])
            assert len(seen) == len(set(seen)), seen


def test_only_a_country_has_a_currency_and_the_currencies_place_exists() -> None:
    places = {entry["id"]: entry for entry in table("places.toml", "place")}
    for entry in places.values():
        assert entry["kind"] in {"country", "state", "city", "region"}
        assert "currency" not in entry or entry["kind"] == "country", entry["id"]
    for currency in table("currencies.toml", "currency"):
        home = places[currency["place"]]
        assert home.get("currency", currency["code"]) == currency["code"]


def test_facets_are_whole_and_own_their_questions() -> None:
    facets = table("facets.toml", "facet")
    ids = {facet["id"] for facet in facets}
    assert not twice(facet["id"] for facet in facets)
    assert not twice(cue for facet in facets for cue in facet["asks"])
    for facet in facets:
        assert set(facet) - {"like", "strict"} == KEYS["facet"], facet["id"]
        assert set(facet.get("like", ())) <= ids - {facet["id"]}, facet["id"]
        assert facet["wants"] in WANTS
        for side in ("asks", "headings", "words"):
            assert facet[side] and not twice(facet[side]), facet["id"]
            assert all(cue == cue.lower() for cue in facet[side]), facet["id"]
        worded = facet["ask"].format(a_role="a nurse", role="nurse", roles="nurses")
        assert "nurse" in worded and worded.endswith("?")


def test_a_facets_own_question_is_understood_as_that_facet() -> None:
    understanding = Understanding(load_lexicon())
    for facet in table("facets.toml", "facet"):
        asked = facet["ask"].format(
            a_role="a data scientist", role="data scientist", roles="data scientists"
        )
        assert facet["id"] in understanding.understand(asked).question.facets[:2], asked


@pytest.mark.parametrize("name", GROUPS)
def test_groups_are_whole(name: str) -> None:
    for group in table(name, "group"):
        assert set(group) <= KEYS["group"], group
        assert ("asked" in group) == ("said" in group), group
        assert len(group.get("words", ())) >= 2 or "asked" in group, group
        assert 0 < group.get("weight", 0.6) <= 1, group


@pytest.mark.parametrize("name", GROUPS)
def test_a_groups_words_differ_in_stem(name: str) -> None:
    for group in table(name, "group"):
        for side in ("words", "asked", "said"):
            assert not twice(key_of(word) for word in group.get(side, ())), group


@pytest.mark.parametrize("name", GROUPS)
def test_no_groups_word_is_a_stop_word(name: str) -> None:
    ignored = stopwords()
    for group in table(name, "group"):
        for word in members(group):
            assert any(w.lower not in ignored for w in words(word)), (word, group)


@pytest.mark.parametrize("name", GROUPS)
def test_no_group_is_given_twice(name: str) -> None:
    assert not twice(
        tuple(frozenset(map(key_of, group.get(side, ()))) for side in ("words", "asked", "said"))
        for group in table(name, "group")
    )


def test_a_matter_is_no_role_and_given_once() -> None:
    lexicon = load_lexicon()
    matters = [word for matter in table("matters.toml", "matter") for word in matter["words"]]
    assert not twice(map(key_of, matters))
    for word in matters:
        named = lexicon.entities.find(words(word), word)
        assert not [m.value.id for m in named if m.value.kind == "role"], word


def test_a_message_is_one_kind_of_small_talk_only() -> None:
    kinds = table("smalltalk.toml", "kind")
    owners: dict[tuple[str, ...], set[str]] = {}
    for kind in kinds:
        for phrase in kind["phrases"]:
            owners.setdefault(key_of(phrase), set()).add(kind["id"])
    assert not {key: who for key, who in owners.items() if len(who) > 1}
    assert all(kind["reply"].strip() for kind in kinds)


def test_no_cue_of_distress_is_a_single_everyday_word() -> None:
    for entry in table("smalltalk.toml", "distress"):
        assert entry["level"] in {"crisis", "hardship"}
        assert not re.search(r"\d", entry["reply"])
        for cue in entry["cues"]:
            assert len(cue.split()) > 1 or cue in {"suicide", "suicidal", "self-harm"}, cue


ENGLISH = (
    "What does a machine learning engineer do all day at work?",
    "How much can I earn in my first year and is it enough to live on?",
    "Do you need a degree to get into data science or not?",
    "I am a teacher who wants to be a nurse; where do I start?",
    "is it too late at 40 to go for a job like that",
    "tell me more about the pay for those who do it in Paris",
    "Which tools do they use, and what for?",
)


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_is_not_taken_for_another_language(sentence: str) -> None:
    read = [word.lower for word in words(sentence)]
    for language in table("languages.toml", "language"):
        marks = set(language["words"])
        assert sum(word in marks for word in read) / len(read) < 0.2, language["name"]


def test_a_languages_words_are_as_questions_are_read() -> None:
    for language in table("languages.toml", "language"):
        for word in language["words"]:
            assert [w.lower for w in words(word)] == [word]


def test_no_way_of_writing_money_means_two_things() -> None:
    currencies = table("currencies.toml", "currency")
    assert not twice(c["code"] for c in currencies)
    assert not twice(name.lower() for c in currencies for name in c["symbols"] + c["words"])
    for key in ("multiplier", "period", "statistic", "basis", "level"):
        given = [word.lower() for m in table("currencies.toml", key) for word in set(m["words"])]
        allowed = {"lpa", "l.p.a."} if key == "multiplier" else set()
        assert not set(twice(given)) - allowed
