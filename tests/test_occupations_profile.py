from __future__ import annotations

from pathlib import Path

import pytest
from occupations_support import (
    ICU,
    NURSE,
    WELDER,
    oews_file,
    onet_folder,
    projections_file,
    skills_folder,
)

from assistant.corpus import read_folders
from assistant.occupations import ImportOptions, run_import
from assistant.records import Document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("import")
    out = place / "out"
    onet = (onet_folder(place / "db"), skills_folder(place))
    run_import(ImportOptions("onet", onet, out))
    run_import(ImportOptions("oews", (oews_file(place),), out))
    run_import(ImportOptions("projections", (projections_file(place),), out))
    return out


@pytest.fixture(scope="module")
def documents(folder: Path) -> dict[str, Document]:
    collection = read_folders([folder])
    assert collection.skipped == ()
    return {name[:10]: document for name, document in collection.documents.items()}


def _text(documents: dict[str, Document], code: str) -> str:
    return documents[code].text


def test_every_profile_is_sound_and_every_figure_has_its_sentence(
    documents: dict[str, Document],
) -> None:
    assert len(documents) == 5
    nurse = documents[NURSE]
    assert nurse.profile is not None
    assert [(f.statistic, f.low, f.unit) for f in nurse.profile.pay] == [
        ("median", 97_550, "year"), ("mean", 101_420, "year"), ("p10", 68_940, "year"),
        ("p25", 80_330, "year"), ("p75", 112_350, "year"), ("median", 46.9, "hour"),
    ]  # fmt: skip
    for figure in (*nurse.profile.pay, *nurse.profile.outlook):
        quote = nurse.text[slice(*figure.span)]
        assert figure.printed[0] in quote
        assert "registered nurses" in quote


def test_sentences_read_well_alone(documents: dict[str, Document]) -> None:
    text = _text(documents, NURSE)
    for sentence in (
        "Registered nurses assess patient health problems.",
        "The occupation of registered nurses includes advance practice nurses.",
        "O*NET says of registered nurses: “Licensing required.”",
        "The median pay of registered nurses in the United States was $97,550 a year in May 2025, "
        "according to the Bureau of Labor Statistics (OEWS).",
        "One in ten registered nurses in the United States earned more than the 90th percentile, "
        "which is at least $239,200, a year in May 2025 (90th percentile), according to the Bureau "
        "of Labor Statistics (OEWS).",
        "The number of jobs of registered nurses in the United States is projected to grow by 4.9% "
        "from 2024 to 2034, according to the Bureau of Labor Statistics (Employment Projections "
        "2024–34).",
        "The education that registered nurses typically need to enter the occupation is a "
        "bachelor's degree, according to the Bureau of Labor Statistics (Employment Projections "
        "2024–34).",
        "Registered nurses are in job zone 4 of 5 (considerable preparation needed), according to "
        "O*NET 30.1, August 2021.",
        "Of those who were asked what the work of registered nurses requires, 60% name a "
        "bachelor's degree, according to O*NET 30.1, August 2021.",
    ):
        assert sentence in text


def test_a_decline_is_told_with_its_sign(documents: dict[str, Document]) -> None:
    text = _text(documents, WELDER)
    assert "is projected to shrink, a change of -2.4% from 2024 to 2034" in text
    assert "less than 5 years of work experience in a related occupation and an apprentice" in text


def test_lists_come_in_order_with_dates_and_releases(documents: dict[str, Document]) -> None:
    text = _text(documents, NURSE)
    assert text.index("The core tasks") < text.index("Further tasks")
    assert "O*NET 30.1, August 2021:" in text
    assert "by their importance from 1 to 5 in O*NET 29.3, August 2021:" in text
    assert text.index("Active Listening: 4.12 of 5") < text.index("Speaking: 3.50 of 5")
    assert text.index("Epic Systems: medical software (in demand and hot technology)") < text.index(
        "Microsoft Excel: spreadsheet software (hot technology)"
    )
    assert "Prepare rooms, *sterile* instruments, or supplies." in text
    welder = _text(documents, WELDER)
    assert "which O*NET 30.1 lists and does not rate" in welder
    assert "Weld components in flat, vertical, or overhead positions. (August 2022)" in welder


def test_inherited_figures_say_whose_they_are(documents: dict[str, Document]) -> None:
    text = _text(documents, ICU)
    assert "The pay of acute care nurses alone is not published" in text
    assert (
        "The median pay of registered nurses (which take in acute care nurses) in the United "
        "States was $97,550 a year in May 2025"
    ) in text
    profile = documents[ICU].profile
    assert profile is not None
    assert {f.match for f in (*profile.pay, *profile.outlook)} == {"contains"}


def test_what_is_not_published_is_said(documents: dict[str, Document]) -> None:
    text = _text(documents, "25-1199.00")
    assert "Postsecondary teachers (all other) are all teachers who are not listed" in text
    for what in ("tasks", "technology", "pay", "outlook", "related occupations"):
        assert f"The {what} of postsecondary teachers (all other) is not published by" in text
    assert "Pay for a year is not published for models, only pay for an hour." in _text(
        documents, "41-9012.00"
    )


def test_names_titles_and_codes_stand_in_the_front_matter(documents: dict[str, Document]) -> None:
    details = documents[WELDER].details
    assert details["role"] == "welder, cutter, solderer, or brazer"
    assert details["plural"] == "welders, cutters, solderers, and brazers"
    assert details["titles"][:4] == ["welder", "cutter", "solderer", "brazer"]
    assert {"Charge Nurse", "Fabricator"} <= set(details["titles"])
    assert {"system": "onet-soc", "code": WELDER, "match": "exact"} in details["codes"]


def test_the_publishers_are_named_as_they_ask(documents: dict[str, Document]) -> None:
    text = " ".join(_text(documents, NURSE).split())
    assert (
        "This page includes information from the O*NET 29.3 and O*NET 30.1 Database by the U.S. "
        "Department of Labor, Employment and Training Administration (USDOL/ETA), used under the "
        "CC BY 4.0 licence"
    ) in text
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in text
    assert "Bureau of Labor Statistics, U.S. Department of Labor, Occupational Employment" in text


def test_a_release_that_nobody_states(tmp_path: Path) -> None:
    onet = onet_folder(tmp_path / "db", release="")
    run_import(ImportOptions("onet", (onet,), tmp_path / "out", (NURSE,)))
    (page,) = (tmp_path / "out").glob("*.md")
    text = page.read_text(encoding="utf-8")
    assert "(release not stated)" in text
    assert "## Pay" not in text
    assert "pay of registered nurses is not published" not in text
