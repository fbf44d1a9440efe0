"""Small tables in the publishers' formats, for the tests of the import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]

NURSE, WELDER, ICU = "29-1141.00", "51-4121.00", "29-1141.01"
ONET: Mapping[str, Rows] = {
    "Occupation Data": (
        ("O*NET-SOC Code", "Title", "Description"),
        (
            NURSE,
            "Registered Nurses",
            "Assess patient health problems. Includes advance practice nurses. Licensing required.",
        ),
        (ICU, "Acute Care Nurses", "Provide advanced nursing care for patients."),
        (WELDER, "Welders, Cutters, Solderers, and Brazers", "Use hand-welding equipment."),
        ("41-9012.00", "Models", "Model garments or other apparel before buyers."),
        ("25-1199.00", "Postsecondary Teachers, All Other", "All teachers not listed separately."),
    ),
    "Task Statements": (
        ("O*NET-SOC Code", "Task ID", "Task", "Task Type", "Date"),
        (NURSE, 2, "Prepare rooms, *sterile* instruments, or supplies.", "Supplemental", "08/2021"),
        (NURSE, 1, "Record patients' medical information and vital signs.", "Core", "08/2021"),
        (NURSE, 6, "Order examinations for diagnosis.", "Core", "08/2021"),
        (NURSE, 7, "Supervise the staff of a unit.", "Supplemental", "08/2021"),
        (WELDER, 3, "Weld components in flat, vertical, or overhead positions.", "n/a", "08/2022"),
        (WELDER, 4, "Clean or degrease parts, using wire brushes.", "n/a", "11/2020"),
        (ICU, 5, "Treat wounds or superficial lacerations of registered nurses.", "Core", ""),
    ),
    "Technology Skills": (
        ("O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title", "Hot Technology",
         "In Demand"),
        (NURSE, "Billing program", 1, "Medical software", "N", "N"),
        (NURSE, "Microsoft Excel", 2, "Spreadsheet software", "Y", "N"),
        (NURSE, "Epic Systems", 3, "Medical software", "Y", "Y"),
        (WELDER, "EZ Pipe", 4, "Computer aided design CAD software", "N", "N"),
    ),
    "Alternate Titles": (
        ("O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"),
        (NURSE, "Charge Nurse", "n/a", "08"),
        (NURSE, "Registered Nurse (RN)", "RN", "08"),
        (ICU, "Charge Nurse", "n/a", "08"),
        (WELDER, "Charge Nurse", "n/a", "08"),
        (WELDER, "Fabricator", "n/a", "08"),
        ("41-9012.00", "Model", "n/a", "08"),
        ("99-9999.00", "Nobody", "n/a", "08"),
    ),
    "Sample of Reported Titles": (
        ("O*NET-SOC Code", "Reported Job Title", "Shown in My Next Move"),
        (NURSE, "Staff Nurse", "Y"),
    ),
    "Job Zones": (
        ("O*NET-SOC Code", "Job Zone", "Date", "Domain Source"),
        (NURSE, 4, "08/2021", "Analyst"),
    ),
    "Job Zone Reference": (
        ("Job Zone", "Name"),
        (4, "Job Zone Four: Considerable Preparation Needed"),
    ),
    "Education, Training, and Experience": (
        ("O*NET-SOC Code", "Element ID", "Scale ID", "Category", "Data Value",
         "Recommend Suppress", "Date"),
        (NURSE, "2.D.1", "RL", 6, "60.5", "N", "08/2021"),
        (NURSE, "2.D.1", "RL", 5, "30.1", "Y", "08/2021"),
        (NURSE, "3.A.1", "RW", 5, "99.9", "N", "08/2021"),
    ),
    "Education, Training, and Experience Categories": (
        ("Element ID", "Scale ID", "Category", "Category Description"),
        ("2.D.1", "RL", 5, "Associate's Degree (or other 2-year degree)"),
        ("2.D.1", "RL", 6, "Bachelor's Degree"),
    ),
    "Related Occupations": (
        ("O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
        (NURSE, WELDER, "Primary-Long", 7),
        (NURSE, ICU, "Primary-Short", 1),
        (NURSE, "41-9012.00", "Supplemental", 12),
    ),
}  # fmt: skip
SKILLS: Rows = (
    ("O*NET-SOC Code", "Title", "Element Name", "Scale ID", "Data Value", "Recommend Suppress",
     "Date"),
    (NURSE, "Registered Nurses", "Speaking", "IM", 3.5, "N", "08/2021"),
    (NURSE, "Registered Nurses", "Active Listening", "IM", 4.12, "N", "08/2021"),
    (NURSE, "Registered Nurses", "Speaking", "LV", 5.0, "N", "08/2021"),
    (NURSE, "Registered Nurses", "Juggling", "IM", 5.0, "Y", "08/2021"),
)  # fmt: skip
WAGE_COLUMNS = (
    "AREA", "AREA_TITLE", "I_GROUP", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP",
    "H_MEAN", "A_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90",
)  # fmt: skip
_US = ("99", "U.S.", "cross-industry")
WAGES: Rows = (
    WAGE_COLUMNS,
    (*_US, "00-0000", "All Occupations", "total", 1, *[1] * 12),
    (*_US, "29-1141", "Registered Nurses", "detailed", 3_379_720,
     48.76, 101_420, 33.1, 38.6, 46.9, 54.0, 66.1, 68_940, 80_330, "97,550", 112_350, "#"),
    (*_US, "51-4121", "Welders, Cutters, Solderers, and Brazers", "detailed", "**",
     27.29, 56_760, 18.9, 22.5, 25.84, 30.3, 37.3, 39_240, 46_790, 53_750, 63_010, 77_530),
    (*_US, "41-9012", "Models", "detailed", 5_000, 35.0, "*", 16.5, 17.2, 23.3, 47.8, 63.4,
     "*", "*", "*", "*", "*"),
)  # fmt: skip
NOTES: Rows = (
    ("May 2025 OEWS Estimates",),
    ("#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year ",),
)
_AHEAD = "2024 National Employment Matrix"
OUTLOOK: Rows = (
    ("Table 1.2 Occupational projections, 2024–2034",),
    (
        f"{_AHEAD} title", f"{_AHEAD} code", "Occupation type", "Employment, 2024",
        "Employment, 2034", "Employment change, numeric, 2024–34",
        "Employment change, percent, 2024–34", "Percent self employed, 2024",
        "Occupational openings, 2024–34 annual average", "Median annual wage, dollars, 2024[1]",
        "Typical education needed for entry", "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ),
    ("Total, all occupations", "00-0000", "Summary", 1, 1, 1, 1, 1, 1, 1, "—", "—", "—"),
    ("      Registered nurses[1]", "29-1141", "Line item", 3391.0, 3557.1, 166.1, 4.9, 0.5, 189.1,
     1, "Bachelor's degree", "None", "None"),
    ("      Welders, cutters, solderers, and brazers", "51-4121", "Line item", 457.3, 446.3, -11.0,
     -2.4, "—", 45.6, 1, "High school diploma or equivalent", "Less than 5 years",
     "Apprenticeship"),
)  # fmt: skip


def onet_folder(place: Path, tables: Mapping[str, Rows] = ONET, release: str = "30.1") -> Path:
    """Write a folder of O*NET text files."""
    place.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    if release:
        told = f"O*NET {release} Database\nDecember 2025 Release\n"
        (place / "Read Me.txt").write_text(told, encoding="utf-8")
    return place


def workbook(file: Path, sheets: Sheets) -> Path:
    """Write an Excel workbook."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
    return file


def oews_file(place: Path, rows: Rows = WAGES, notes: Rows = NOTES) -> Path:
    """Write the wage statistics."""
    return workbook(
        place / "national_M2025_dl.xlsx", {"national_M2025_dl": rows, "Field Descriptions": notes}
    )


def projections_file(place: Path, rows: Rows = OUTLOOK) -> Path:
    """Write the projections."""
    return workbook(place / "occupation.xlsx", {"Index": (("Contents",),), "Table 1.2": rows})


def skills_folder(place: Path) -> Path:
    """Write a folder with an Excel table of skills, of an older release told by its name."""
    workbook(place / "onet_29_3" / "Skills.xlsx", {"Skills": SKILLS})
    return place / "onet_29_3"
