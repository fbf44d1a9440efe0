"""The README tells the truth: its transcript, its commands and its map.

`python tests/test_readme.py --write` puts the current transcript into it.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)
WIDTH = "88"


def asked(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def said(command: str) -> str:
    from assistant.cli import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", WIDTH)
        main(shlex.split(command)[1:])
    return out.getvalue().split("\nYou could also ask:")[0].rstrip() + "\n"


def transcript(block: str) -> str:
    return "\n".join(f"$ {command}\n{said(command)}" for command in asked(block))


def test_the_transcript_is_what_the_command_line_says() -> None:
    blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert blocks and all(asked(block) for block in blocks)
    for block in blocks:
        assert block == transcript(block), "run: python tests/test_readme.py --write"


def test_every_option_that_the_readme_names_exists() -> None:
    from assistant.cli import _VERBS
    from assistant.options import parser

    text = README.read_text(encoding="utf-8")
    commands = re.findall(r"^career-assistant (\w+)(.*)$", text, re.M)
    assert {verb for verb, _ in commands} >= {"ask", "chat", "documents", "evaluate"}
    for verb, rest in commands:
        parser(_VERBS).parse_args([verb, *shlex.split(rest)])


def test_every_place_on_the_map_exists() -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", README.read_text(encoding="utf-8"), re.M)
    places = [
        p for row in rows for p in re.findall(r"`((?:assistant|corpus|benchmarks)[^`]*)`", row)
    ]
    assert len(places) > 10
    for place in places:
        assert (ROOT / place).exists(), place


def test_no_module_is_missing_from_the_map() -> None:
    text = README.read_text(encoding="utf-8")
    rooms = [p for p in (ROOT / "assistant").iterdir() if not p.name.startswith(("_", "py."))]
    unnamed = {p.name for p in rooms} - set(re.findall(r"[\w]+(?:\.py)?", text))
    assert {n for n in unnamed if n.removesuffix(".py") not in text} <= {
        "errors.py",
        "markdown.py",
        "options.py",
    }


if __name__ == "__main__" and "--write" in sys.argv:
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda m: transcript(m.group()), text), encoding="utf-8")
