"""The shape of the code: which room may import which, and how large anything may grow."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "assistant"
LONGEST_MODULE = 300
MOST_PARAMETERS = 6

# Lowest first. A room imports from the lines below its own, never from its own line.
LINES = (
    ("markdown", "errors", "figures"),
    ("records",),
    ("text",),
    ("lexicon", "wording"),
    ("money", "spelling"),
    ("question",),
    ("corpus", "index", "dialogue", "occupations"),
    ("answering",),
    ("store",),
    ("assistant", "evaluation"),
    ("__init__",),
    ("page", "terminal", "options"),
    ("listing",),
    ("cli",),
    ("__main__",),
)
HEIGHTS = {room: height for height, line in enumerate(LINES) for room in line}
# Libraries that one place alone may import.
OWNED = {"gradio": "page", "nltk": "text"}
# Answering ranks with the index, and knows nothing else of the rooms beside it.
FORBIDDEN = {("answering", "corpus"), ("answering", "dialogue")}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    return (n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom)))


def libraries(tree: ast.AST) -> set[str]:
    """Name the top-level packages that a module imports absolutely."""
    found = set()
    for node in imports(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif not node.level:
            found.add((node.module or "").partition(".")[0])
    return found


def rooms(module: Path, tree: ast.AST) -> set[str]:
    """Name the rooms that a module imports from; ``__init__`` stands for the package."""
    here = module.relative_to(ROOT).with_suffix("").parts
    found = set()
    for node in imports(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = [*here[: len(here) - node.level], *(node.module or "").split(".")]
        path = [part for part in base if part]
        if len(path) > 1:
            found.add(path[1])
        else:
            found |= {a.name if a.name in HEIGHTS else "__init__" for a in node.names}
    return found


def violations(module: Path, tree: ast.AST) -> list[str]:
    """List what a module imports against the rules."""
    own = room(module)
    found = []
    for other in sorted(rooms(module, tree) - {own}):
        if other not in HEIGHTS:
            found.append(f"{own} imports {other}, which has no place in LINES")
        elif HEIGHTS[other] >= HEIGHTS[own] or (own, other) in FORBIDDEN:
            found.append(f"{own} imports {other}")
    used = libraries(tree)
    found += [
        f"{own} imports {name}"
        for name, owner in OWNED.items()
        if name in used - {owner} and own != owner
    ]
    if "assistant" in used:
        found.append(f"{own} imports the package itself")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downward(module: Path) -> None:
    assert room(module) in HEIGHTS, "a new room needs its place in LINES"
    assert violations(module, ast.parse(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("index/bm25.py", "from ..corpus import split"),
        ("index/bm25.py", "from ..corpus.draft import Draft"),
        ("index/bm25.py", "from .. import Answer"),
        ("index/bm25.py", "from .. import question, cli"),
        ("answering/pay.py", "from ..corpus import split"),
        ("records.py", "from .text import stems"),
        ("money.py", "from .spelling import Speller"),
        ("text.py", "from .lexicon import Lexicon"),
        ("question/facets.py", "def f():\n    from ..answering import Answerer"),
        ("page/blocks.py", "from .. import cli"),
        ("cli.py", "import assistant"),
        ("cli.py", "from assistant.records import Answer"),
        ("cli.py", "import gradio as g"),
        ("index/bm25.py", "import nltk.stem"),
        ("dialogue/pointing.py", "from ..newroom import x"),
    ],
)
def test_the_guard_sees_a_wrong_import(module: str, code: str) -> None:
    assert violations(PACKAGE / module, ast.parse(code))


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("answering/pay.py", "from ..index import Searcher\nfrom .writing import Writer"),
        (
            "page/launch.py",
            "from . import blocks\nimport gradio\nfrom ..assistant import Assistant",
        ),
        ("text.py", "from nltk.stem import PorterStemmer"),
        ("cli.py", "from .page import serve\nfrom . import terminal"),
    ],
)
def test_the_guard_lets_a_right_import_pass(module: str, code: str) -> None:
    assert violations(PACKAGE / module, ast.parse(code)) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    code = module.read_text(encoding="utf-8")
    assert len(code.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            given = node.args
            count = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
            assert count <= MOST_PARAMETERS, f"{node.name} takes {count} parameters"


def test_nothing_in_the_base_install_needs_an_extra() -> None:
    extras = {"gradio", "pypdf", "docx", "python_calamine"}
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        body = ast.Module([n for n in tree.body if isinstance(n, (ast.Import, ast.ImportFrom))], [])
        if module.name != "blocks.py":
            assert not libraries(body) & extras, f"{module.name} imports an extra on import"


# Import names of what pyproject.toml declares; anyio comes with gradio.
READING = {"markdown_it", "yaml", "selectolax", "tomli", "pypdf", "docx", "python_calamine"}
ANSWERING = {"bm25s", "rank_bm25", "numpy", "nltk", "rapidfuzz", "spellchecker"}
DECLARED = READING | ANSWERING | {"gradio", "anyio"}


def test_every_library_is_declared() -> None:
    used = set().union(*(libraries(ast.parse(m.read_text(encoding="utf-8"))) for m in MODULES))
    assert used - set(sys.stdlib_module_names) <= DECLARED
