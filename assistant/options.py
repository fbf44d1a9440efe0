"""The options of the command line: what each verb takes, and the help that explains it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

NAME = "career-assistant"

Verb = Callable[[argparse.Namespace], int]


def parser(verbs: Mapping[str, Verb]) -> argparse.ArgumentParser:
    """Make the parser; what it reads names the verb's function as ``run`` (None: no verb)."""
    whole = argparse.ArgumentParser(
        prog=NAME,
        description="Answer questions about a career from documents, every statement cited.",
        epilog=f'example: {NAME} ask "What does a machine learning engineer do?"',
    )
    whole.add_argument("--version", action="store_true", help="print the version and leave")
    whole.set_defaults(run=None)
    subparsers = whole.add_subparsers(title="verbs", metavar="VERB")
    for name, add_options in _VERBS.items():
        what, example = _HELP[name]
        verb = subparsers.add_parser(
            name,
            help=what,
            description=f"{what[0].upper()}{what[1:]}.",
            epilog=f"example: {example}",
        )
        if name not in _WITHOUT_CORPUS:
            _corpus(verb)
        add_options(verb)
        verb.set_defaults(run=verbs[name])
    return whole


def _corpus(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--corpus",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of documents, which may be given several times, or an index of some "
        "(default: the documents that ship)",
    )
    verb.add_argument(
        "--no-cache",
        action="store_true",
        help="neither use nor keep an index of a large folder in the folder for caches",
    )


_WITHOUT_CORPUS = ("import", "index")
_HELP = {
    "ask": (
        "answer one question, from the command line or from standard input",
        f'{NAME} ask "How much do machine learning engineers earn in India?"',
    ),
    "chat": (
        "hold a conversation, in which questions may follow up earlier ones",
        f"{NAME} chat --corpus my-documents",
    ),
    "documents": (
        "list what is indexed, and which files were skipped and why",
        f"{NAME} documents --corpus my-documents --dropped",
    ),
    "evaluate": (
        "judge answers against a question set and report how good they are",
        f"{NAME} evaluate questions.jsonl --out report --fail-under fact_recall=0.8",
    ),
    "import": (
        "turn published occupational data into a folder of profiles, for --corpus",
        f"{NAME} import onet db_30_1_text --out occupations --only 15-2051,nurse",
    ),
    "index": (
        "make an index of folders, or bring it up to date, to be given as --corpus",
        f"{NAME} index my-documents --out my-index",
    ),
    "page": (
        "serve the chat page, which only this machine can open unless --host says otherwise",
        f"{NAME} page --corpus my-documents --port 7870",
    ),
}


def _ask(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("question", nargs="*", metavar="QUESTION", help="the question, in quotes")
    verb.add_argument("--json", action="store_true", help="print the answer as JSON")


def _chat(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="print each answer as a line of JSON")


def _documents(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--dropped", action="store_true", help="show what cleaning left out")
    verb.add_argument("--json", action="store_true", help="print the list as JSON")


def _evaluate(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "questions", type=Path, metavar="QUESTIONS.jsonl", help="the question set, JSON Lines"
    )
    files = {
        "--out": ("DIR", "write report.json, report.md and report.html into this folder"),
        "--answers": ("FILE", "judge the answers of another system, JSON Lines"),
        "--baseline": ("REPORT", "compare with an earlier report.json"),
        "--floors": ("FILE", "a TOML file of floors; its table named as the set holds"),
    }
    for option, (metavar, what) in files.items():
        verb.add_argument(option, type=Path, metavar=metavar, help=what)
    flags = {
        "--baselines": "compare with plain BM25 and with stems, stop words and history",
        "--check": "only check the set: its form, and its evidence against the documents",
        "--aggregates-only": "leave the single questions out of the report",
    }
    for option, what in flags.items():
        verb.add_argument(option, action="store_true", help=what)
    verb.add_argument(
        "--fail-under",
        action="extend",
        nargs="+",
        default=[],
        metavar="METRIC=VALUE",
        help="exit with code 1 when a measure is worse; wins over --floors",
    )
    verb.add_argument(
        "--split", choices=("dev", "test"), default="", help="evaluate one half of the set only"
    )


def _import(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "source",
        choices=("onet", "oews", "projections"),
        help="whose files: O*NET's database, the BLS wage statistics, or the BLS projections",
    )
    verb.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="for onet its folders of .txt or .xlsx tables, else the .xlsx file",
    )
    verb.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="the folder of profiles; a further import adds to it",
    )
    verb.add_argument(
        "--only",
        default="",
        metavar="CODES",
        help="only these: codes or their beginnings, or words of titles, with commas between",
    )


def _index(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "folders",
        nargs="*",
        metavar="DIR",
        help="a folder of documents (default: those that the index was made of)",
    )
    verb.add_argument(
        "--out", type=Path, required=True, metavar="INDEX", help="the folder of the index"
    )
    verb.add_argument("--check", action="store_true", help="check every byte of the index first")


def _page(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    verb.add_argument("--port", type=int, help="port to listen on (default: 7860)")
    verb.add_argument("--open", action="store_true", help="open the page in a browser")


_VERBS = {
    "ask": _ask,
    "chat": _chat,
    "documents": _documents,
    "evaluate": _evaluate,
    "import": _import,
    "index": _index,
    "page": _page,
}
