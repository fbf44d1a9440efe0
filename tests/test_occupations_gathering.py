from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from occupations_support import (
    ICU,
    NURSE,
    WELDER,
    oews_file,
    onet_folder,
    projections_file,
    skills_folder,
)

from assistant.occupations.facts import STATISTICS, Facts, Occupation
from assistant.occupations.gathering import gather
from assistant.occupations.sources import read_oews, read_onet, read_projections
from assistant.occupations.tables import Table


def _facts(place: Path) -> Facts:
    onet = read_onet([onet_folder(place / "db"), skills_folder(place)])
    return gather([*onet, *read_oews(oews_file(place)), *read_projections(projections_file(place))])


def _one(facts: Facts, code: str) -> Occupation:
    return next(o for o in facts.occupations if o.code == code)


def test_core_tasks_first_and_technology_in_demand_first(tmp_path: Path) -> None:
    nurse = _one(_facts(tmp_path), NURSE)
    assert [t.kind for t in nurse.tasks] == ["core"] * 2 + ["supplemental"] * 2
    assert [t.name for t in nurse.technology] == [
        "Epic Systems", "Microsoft Excel", "Billing program",
    ]  # fmt: skip
    assert nurse.tasks[0].date == "2021-08"


def test_ratings_by_importance_without_what_is_suppressed(tmp_path: Path) -> None:
    nurse = _one(_facts(tmp_path), NURSE)
    assert [(r.name, r.value) for r in nurse.skills] == [
        ("Active Listening", 4.12),
        ("Speaking", 3.5),
    ]
    assert [(n.level, n.percent) for n in nurse.needed] == [("Bachelor's Degree", 60.5)]


def test_titles_come_once_and_initials_apart(tmp_path: Path) -> None:
    nurse = _one(_facts(tmp_path), NURSE)
    assert nurse.titles == ("Staff Nurse", "Charge Nurse", "Registered Nurse", "RN")
    assert nurse.related == (ICU, WELDER)


def test_numbers_caps_and_suppressed_wages(tmp_path: Path) -> None:
    facts = _facts(tmp_path)
    wages = _one(facts, NURSE).wages
    assert wages is not None
    assert wages.yearly["median"].value == 97_550
    assert (wages.yearly["p90"].value, wages.yearly["p90"].top) == (None, True)
    welder = _one(facts, WELDER).wages
    assert welder is not None
    assert not welder.employees.given
    model = _one(facts, "41-9012.00").wages
    assert model is not None
    assert not any(a.given for a in model.yearly.values())
    assert model.hourly["median"].value == 23.3


def test_a_part_inherits_from_the_whole_and_says_so(tmp_path: Path) -> None:
    facts = _facts(tmp_path)
    part, whole = _one(facts, ICU).wages, _one(facts, NURSE).wages
    assert part is not None
    assert whole is not None
    assert (part.of.code, part.of.exact, whole.of.exact) == ("29-1141", False, True)
    assert part.yearly["median"] == whole.yearly["median"]
    outlook = _one(facts, ICU).outlook
    assert outlook is not None
    assert (outlook.of.title, outlook.jobs.value) == ("Registered nurses", 3_391_000)


def test_an_occupation_without_tables_is_kept(tmp_path: Path) -> None:
    other = _one(_facts(tmp_path), "25-1199.00")
    assert (other.tasks, other.wages, other.outlook, other.zone) == ((), None, None, 0)


def test_figures_of_a_group_reach_the_occupations_published_with_it() -> None:
    figures = (f"{u}_{s}" for u in "ah" for s in STATISTICS)
    row = dict.fromkeys(("employment", *figures), "1")
    wages = Table("wages", ({"code": "21-1018", "title": "Counselors", **row},))
    titles = Table(
        "occupations",
        ({"code": "21-1014.00", "title": "Mental Health Counselors", "description": ""},),
    )
    (held,) = gather([wages, titles]).occupations
    assert held.wages is not None
    assert (held.wages.of.code, held.wages.of.exact) == ("21-1018", False)


def test_without_onet_the_titles_are_those_of_the_statistics(tmp_path: Path) -> None:
    facts = gather(read_projections(projections_file(tmp_path)))
    assert [(o.code, o.title) for o in facts.occupations] == [
        ("29-1141", "Registered nurses"),
        ("51-4121", "Welders, cutters, solderers, and brazers"),
    ]
    assert all(o.outlook is not None and o.outlook.of.exact for o in facts.occupations)


def test_unknown_codes_and_numbers_that_are_none_are_told(tmp_path: Path) -> None:
    complaints = " ".join(_facts(tmp_path).complaints)
    assert "Alternate Titles.txt: the code 99-9999.00 is not among the occupations" in complaints
    rows = ({"code": "soon", "name": "x", "scale": "IM", "value": "4", "suppress": "", "date": ""},
            {"code": NURSE, "name": "x", "scale": "IM", "value": "lots", "suppress": "",
             "date": ""})  # fmt: skip
    told = gather([Table("skills", rows, file="Skills.txt")]).complaints
    assert "Skills.txt: 'soon' is no occupation's code" in told


@given(st.text(max_size=12))
def test_any_text_in_a_cell_is_a_figure_or_none(text: str) -> None:
    row = {"code": NURSE, "name": "x", "scale": "IM", "value": text, "suppress": "", "date": text}
    onet = {"code": NURSE, "title": "Nurses", "description": ""}
    facts = gather([Table("skills", (row,)), Table("occupations", (onet,))])
    assert all(isinstance(r.value, float) for o in facts.occupations for r in o.skills)
