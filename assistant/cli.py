"""The command line: ``career-assistant ask|chat|documents|evaluate|import|index|page``.

The only module that prints. What a user can mend ends with one sentence and exit code 2;
an evaluation below its floors ends with 1.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from .assistant import Assistant, Conversation
from .errors import AssistantError, QuestionSetError
from .listing import listing, listing_text
from .options import NAME, parser
from .records import Answer
from .terminal import (
    WIDEST,
    answer_text,
    passages_text,
    plain,
    suggestions_text,
)

# What is piped in beyond this is no question, and may have no end.
LONGEST_INPUT = 1_000_000
INTERRUPTED = 130
PIPE_CLOSED = 141

_GREETING = "Ask about a career. /sources shows the passages behind an answer, /quit leaves."
_COMMANDS = (
    ("/help", "show these commands and example questions"),
    ("/sources", "show the passages that the last answer cites"),
    ("/quit", "leave; Ctrl-C and Ctrl-D do so too"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code: 0, 1 below a floor, 2 for bad input."""
    _replace_what_cannot_be_written()
    options = parser(_VERBS)
    given = options.parse_args(arguments)
    if given.version:
        print(f"{NAME} {metadata.version(NAME)}")
        return 0
    if given.run is None:
        options.print_help(sys.stderr)
        return 2
    try:
        code: int = given.run(given)
        sys.stdout.flush()
        return code
    except AssistantError as error:
        print(f"{NAME}: {plain(str(error))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes once more on leaving, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def _assistant(given: argparse.Namespace) -> Assistant:
    """Read the documents, through an index kept from earlier runs unless that is not wanted."""
    assistant = Assistant.from_folder(*given.corpus, cache=not given.no_cache)
    _tell(assistant.notices)
    return assistant


def _tell(notices: Sequence[str]) -> None:
    for notice in notices:
        print(f"{NAME}: {plain(notice)}", file=sys.stderr)


def _index(given: argparse.Namespace) -> int:
    from .store import make_index

    opened = make_index(given.folders, given.out, whole=given.check)
    library = opened.library
    _tell(opened.notices)
    print(
        f"{given.out}: {len(library.documents)} documents, {len(library.passages)} passages; "
        f"{opened.read} documents were read anew."
    )
    return 0


def _ask(given: argparse.Namespace) -> int:
    question = " ".join(given.question) if given.question else _piped_question()
    answer = _assistant(given).ask(question)
    print(_as_json(answer.to_dict()) if given.json else answer_text(answer, _width()))
    return 0


def _piped_question() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise AssistantError(f'There is no question; give one, as {NAME} ask "What do bakers do?".')
    return sys.stdin.read(LONGEST_INPUT).strip()


def _chat(given: argparse.Namespace) -> int:
    assistant = _assistant(given)
    prompt = "> " if sys.stdin.isatty() else ""
    if prompt:
        _remember_lines()
        print(_GREETING, end="\n\n")
    try:
        _converse(assistant, prompt, given.json)
    except (EOFError, KeyboardInterrupt):
        print(end="\n" if prompt else "")
    return 0


def _converse(assistant: Assistant, prompt: str, as_json: bool) -> None:
    conversation = assistant.conversation()
    last: Answer | None = None
    while (line := input(prompt).strip()) != "/quit":
        if line.startswith("/"):
            print(_obeyed(line, assistant, last), end="\n\n", flush=True)
        elif line:
            last = _replied(conversation, line, as_json)


def _remember_lines() -> None:
    """Let the arrow keys bring back earlier lines, where Python has readline."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401


def _replied(conversation: Conversation, line: str, as_json: bool) -> Answer:
    answer = conversation.ask(line)
    if as_json:
        print(json.dumps(answer.to_dict(), ensure_ascii=False), flush=True)
    else:
        print(f"\n{answer_text(answer, _width())}", end="\n\n", flush=True)
    return answer


def _obeyed(command: str, assistant: Assistant, last: Answer | None) -> str:
    if command == "/sources":
        cited = last.citations if last else ()
        return passages_text(cited, _width()) or "There is no answer yet that cites a source."
    if command != "/help":
        return f"There is no command {plain(command)}; /help lists them."
    lines = [f"{name:<10}{what}" for name, what in _COMMANDS]
    starters = assistant.starters()
    if starters:
        lines += ["", suggestions_text(starters, _width(), "Questions to begin with:")]
    return "\n".join(lines)


def _documents(given: argparse.Namespace) -> int:
    assistant = _assistant(given)
    held = listing(assistant, given.dropped)
    print(_as_json(held) if given.json else listing_text(held, _width()))
    return 0


def _evaluate(given: argparse.Namespace) -> int:
    from .evaluation import EvaluationOptions, run_evaluation

    assistant = _assistant(given)
    if given.check:
        return _checked(given.questions, assistant)
    options = EvaluationOptions(
        questions=given.questions,
        out=given.out,
        answers=given.answers,
        baseline=given.baseline,
        baselines=given.baselines,
        floors=_floors(given),
        split=given.split,
        aggregates_only=given.aggregates_only,
    )
    done = run_evaluation(options, assistant, progress=_progress if _sees_progress() else None)
    print(done.text)
    for path in done.files:
        print(f"Written: {path}")
    for breach in done.breaches:
        print(f"{NAME}: {breach}", file=sys.stderr)
    return 1 if done.breaches else 0


def _checked(path: Path, assistant: Assistant) -> int:
    from .evaluation import check_questions

    question_set, complaints = check_questions(path, assistant.documents)
    for complaint in complaints:
        print(f"{NAME}: {plain(complaint)}", file=sys.stderr)
    if not complaints:
        print(f"{path.name}: all {len(question_set.questions)} questions fit the documents.")
    return 2 if complaints else 0


def _floors(given: argparse.Namespace) -> dict[str, float]:
    from .evaluation import parse_floor, read_floors

    floors: dict[str, float] = {}
    if given.floors:
        floors = read_floors(given.floors, given.questions.stem)
        if not floors:
            # A gate that finds nothing to hold against the report would always open.
            raise QuestionSetError(
                f"{given.floors} sets no floor for this question set; "
                f"add a table [{given.questions.stem}]."
            )
    floors.update(parse_floor(text) for text in given.fail_under)
    return floors


def _sees_progress() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _progress(done: int, total: int) -> None:
    bar = "#" * (30 * done // max(total, 1))
    end = "\r\033[K" if done == total else ""
    print(f"\r[{bar:<30}] {done}/{total}{end}", end="", file=sys.stderr, flush=True)


def _import(given: argparse.Namespace) -> int:
    from .occupations import ImportOptions, run_import

    only = tuple(term.strip() for term in given.only.split(",") if term.strip())
    options = ImportOptions(given.source, tuple(given.inputs), given.out, only)
    print(run_import(options, _progress if _sees_progress() else None).text)
    return 0


def _page(given: argparse.Namespace) -> int:
    from .page import serve

    where = {"host": given.host, "port": given.port}
    where = {name: value for name, value in where.items() if value is not None}
    serve(given.corpus, **where, open_browser=given.open, cache=not given.no_cache)
    return 0


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


def _replace_what_cannot_be_written() -> None:
    """Show a question mark for what the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


_VERBS = {
    "ask": _ask,
    "chat": _chat,
    "documents": _documents,
    "evaluate": _evaluate,
    "import": _import,
    "index": _index,
    "page": _page,
}
