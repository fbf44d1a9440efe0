"""The command line, as a person or a program meets it: output, exit codes and complaints."""

from __future__ import annotations

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import assistant.page
from assistant import Assistant, AssistantError
from assistant.cli import main

ROOT = Path(__file__).parent.parent
BAKER = """# The baker's job

## What a baker earns

A baker in Canada earned CAD 30,000 a year in 2023, according to a survey.

## What a baker does

A baker has these duties:

- Knead dough and bake bread.
- Sell bread to customers.
"""
QUESTION = "How much does a baker earn in Canada?"
GOLD = {
    "id": "salary-01",
    "category": "salary",
    "question": QUESTION,
    "answerable": True,
    "gold_facts": [["CAD 30,000"]],
    "gold_docs": ["baker.md"],
    "evidence": ["A baker in Canada earned CAD 30,000 a year in 2023, according to a survey."],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "baker.md").write_text(BAKER, encoding="utf-8")
    return folder


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "bakers.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=False,
        **options,
    )


def test_ask_prints_the_answer_and_its_source(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", QUESTION, "--corpus", str(corpus)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "CAD 30,000" in shown
    assert "Sources: [1] The baker's job › What a baker earns: \"A baker in Canada earned" in shown


def test_ask_as_json_is_what_python_gets(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--corpus", str(corpus), "--json"]) == 0
    expected = Assistant.from_folder(corpus).ask(QUESTION).to_dict()
    assert json.loads(capsys.readouterr().out) == expected


def test_ask_takes_words_without_quotes_and_questions_from_a_pipe(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ["ask", "--json", "--corpus", str(corpus)]
    typed(monkeypatch, f"{QUESTION}\n")
    for arguments in ([*given], [*given[:1], *QUESTION.split(), *given[1:]]):
        assert main(arguments) == 0
        assert json.loads(capsys.readouterr().out)["question"]["asked"] == QUESTION


def test_ask_without_a_question_on_a_terminal_explains_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main(["ask"]) == 2
    assert capsys.readouterr().err.startswith("career-assistant: There is no question; ")


@pytest.mark.parametrize(
    "question", ["", " ", "?", "a" * 100_000, "🤔🤔", "\x00\x1b[31m", "\udcff"]
)
def test_any_question_gets_a_reply(
    question: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", question, "--corpus", str(corpus)]) == 0
    shown = capsys.readouterr().out
    assert shown.strip()
    assert "\x1b" not in shown


@pytest.mark.parametrize("verb", ["ask", "chat", "documents", "evaluate", "page"])
def test_every_verb_has_help_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([verb, "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert f"example: career-assistant {verb} " in " ".join(shown.split())
    assert "--corpus DIR" in shown


def test_help_and_version_of_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("career-assistant 0.")
    assert main([]) == 2
    assert "example: career-assistant ask" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["ask", "--unknown"], ["bake"], ["evaluate"], ["page", "--port", "x"], ["ask", "--corpus"]],
)
def test_what_the_options_do_not_know_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: career-assistant")


@pytest.mark.parametrize("kind", ["missing", "file", "empty", "unreadable"])
@pytest.mark.parametrize("verb", [["ask", "x"], ["chat"], ["documents"], ["evaluate", "q.jsonl"]])
def test_a_corpus_that_cannot_be_read_is_named_in_one_line(
    verb: list[str], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / kind
    if kind == "file":
        folder.write_text("a file", encoding="utf-8")
    elif kind != "missing":
        folder.mkdir()
    if kind == "unreadable":
        (folder / "a.md").write_bytes(b"\x00\x01\x02")
    assert main([*verb, "--corpus", str(folder)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("career-assistant: ")
    assert str(folder) in shown.err
    assert shown.err.count("\n") == 1


def test_documents_lists_what_is_indexed_and_what_is_not(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "again.md").write_text(BAKER, encoding="utf-8")
    (corpus / "cook.txt").write_text("A cook cooks soup.", encoding="utf-8")
    (corpus / "photo.png").write_bytes(b"\x89PNG\x00")
    assert main(["documents", "--corpus", str(corpus)]) == 0
    shown = capsys.readouterr().out
    rows = {line.split()[0]: line.split()[1:] for line in shown.splitlines() if line.strip()}
    assert rows["cook.txt"] == ["1", "4"]
    assert "again.md = baker.md" in shown or "baker.md = again.md" in shown
    assert "Skipped:\n  - photo.png: " in shown


def test_documents_as_json_counts_passages_and_words(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["documents", "--corpus", str(corpus), "--json"]) == 0
    listing = json.loads(capsys.readouterr().out)
    read = Assistant.from_folder(corpus)
    assert listing["skipped"] == []
    assert listing["documents"] == [
        {
            "document": "baker.md",
            "title": "The baker's job",
            "passages": len(read.passages),
            "words": len(read.documents["baker.md"].text.split()),
            "same_as": [],
        }
    ]


def test_documents_shows_what_cleaning_left_out(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "page.txt").write_text(
        "Skip to content\n\nA cook in Chile cooks soup for the guests of a hotel every day.\n\n"
        "We use cookies to improve your experience. Accept all cookies\n",
        encoding="utf-8",
    )
    assert main(["documents", "--corpus", str(corpus), "--dropped"]) == 0
    shown = capsys.readouterr().out
    assert "Left out as boilerplate:\n" in shown
    assert "Skip to content" in shown
    assert main(["documents", "--corpus", str(corpus)]) == 0
    assert "Skip to content" not in capsys.readouterr().out


def test_chat_answers_follow_ups_and_obeys_commands(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["/sources", "What does a baker do?", "and the pay?", "/sources", "/help", "/dance"]
    typed(monkeypatch, "\n".join([*lines, "", "/quit", "What comes after?"]))
    assert main(["chat", "--corpus", str(corpus)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    pieces = (
        "There is no answer yet that cites a source.",
        "Knead dough",
        "Understood as: ",
        "CAD 30,000",
        "File: baker.md",
        "/quit",
        "There is no command /dance; /help lists them.",
    )
    position = 0
    for piece in pieces:
        assert piece in shown[position:]
        position = shown.index(piece, position) + len(piece)
    assert "after" not in shown


def test_chat_as_json_prints_an_answer_a_line(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, f"{QUESTION}\nand what does a baker do?\n")
    assert main(["chat", "--json", "--corpus", str(corpus)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    conversation = Assistant.from_folder(corpus).conversation()
    assert answers == [
        conversation.ask(q).to_dict() for q in (QUESTION, "and what does a baker do?")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_chat_on_a_terminal_ends_cleanly(key: bytes, corpus: Path) -> None:
    import pty

    command = [sys.executable, "-m", "assistant", "chat", "--corpus", str(corpus)]
    pid, terminal = pty.fork()
    if pid == 0:
        # What runs in the background of a script ignores Ctrl-C, and hands that down.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(ROOT)
        os.execv(sys.executable, command)
    try:
        shown = _read_until(terminal, rb"> ")
        os.write(terminal, b"What does a baker do?\n")
        shown += _read_until(terminal, rb"(?s)Sources:.*> ")
        # A key that comes between the prompt and the reading of a line is lost: press it again.
        for _ in range(12):
            os.write(terminal, key)
            if select.select([terminal], [], [], 5)[0]:
                break
        shown += _read_until(terminal, None)
    finally:
        os.close(terminal)
        if sys.exc_info()[0] is not None:
            os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    assert os.waitstatus_to_exitcode(status) == 0
    assert b"Knead dough" in shown
    assert b"Traceback" not in shown


def _read_until(terminal: int, pattern: bytes | None) -> bytes:
    """Read what is shown until a pattern stands in it, or (None) until the program ends."""
    read = b""
    while pattern is None or not re.search(pattern, read):
        assert select.select([terminal], [], [], 60)[0], f"waited in vain after {read!r}"
        try:
            piece = os.read(terminal, 1024)
        except OSError:
            break
        if not piece:
            break
        read += piece
    return read


def test_evaluate_prints_a_table_and_writes_the_report(
    corpus: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report"
    given = ["evaluate", str(questions), "--corpus", str(corpus), "--out", str(out)]
    assert main([*given, "--baselines", "--aggregates-only"]) == 0
    shown = capsys.readouterr()
    assert "1 questions" in shown.out
    assert "naive BM25" in shown.out
    assert f"Written: {out / 'report.json'}" in shown.out
    assert shown.err == ""
    assert {path.name for path in out.iterdir()} == {"report.json", "report.md", "report.html"}
    assert main([*given, "--baseline", str(out / "report.json")]) in (0, 2)


@pytest.mark.parametrize(
    ("floor", "code"), [("fact_recall=0.5", 0), ("words=1", 1), ("fact_recall=1.1", 1)]
)
def test_evaluate_fails_below_a_floor(
    floor: str, code: int, corpus: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["evaluate", str(questions), "--corpus", str(corpus), "--fail-under", floor]
    assert main(given) == code
    assert capsys.readouterr().err.count("career-assistant: ") == code


def test_floors_of_a_file_hold_unless_given_anew(
    corpus: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[bakers]\nfact_recall = 1.5\n", encoding="utf-8")
    given = ["evaluate", str(questions), "--corpus", str(corpus), "--floors", str(floors)]
    assert main(given) == 1
    assert main([*given, "--fail-under", "fact_recall=0.5"]) == 0
    floors.write_text("[cooks]\nfact_recall = 0.5\n", encoding="utf-8")
    assert main(given) == 2
    assert "add a table [bakers]" in capsys.readouterr().err


def test_check_says_whether_a_set_fits_the_documents(
    corpus: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["evaluate", str(questions), "--check", "--corpus", str(corpus)]
    assert main(given) == 0
    assert capsys.readouterr().out == "bakers.jsonl: all 1 questions fit the documents.\n"
    wrong = {**GOLD, "evidence": ["A baker earns nothing."]}
    questions.write_text(json.dumps(wrong) + "\n", encoding="utf-8")
    assert main(given) == 2
    assert "bakers.jsonl, line 1, key 'evidence'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "options", "complaint"),
    [
        ("", [], "bakers.jsonl"),
        ("{\n", [], "line 1"),
        ('{"id": "a", "colour": 1}\n', [], "line 1"),
        (None, ["--answers", "absent.jsonl"], "absent.jsonl"),
        (None, ["--baseline", "absent.json"], "absent.json"),
        (None, ["--floors", "absent.toml"], "absent.toml"),
        (None, ["--fail-under", "beauty=1"], "beauty"),
        (None, ["--fail-under", "fact_recall"], "fact_recall"),
    ],
)
def test_bad_input_to_evaluate_exits_with_2(
    content: str | None,
    options: list[str],
    complaint: str,
    corpus: Path,
    questions: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        questions.write_text(content, encoding="utf-8")
    assert main(["evaluate", str(questions), "--corpus", str(corpus), *options]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("career-assistant: ")
    assert complaint in shown
    assert shown.count("\n") == 1


def test_page_is_served_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []
    monkeypatch.setattr(assistant.page, "serve", lambda *a, **k: served.append((a, k)))
    assert main(["page", "--corpus", "a", "--corpus", "b", "--port", "0"]) == 0
    assert main(["page", "--host", "::1", "--open"]) == 0
    assert served == [
        ((["a", "b"],), {"port": 0, "open_browser": False, "cache": True}),
        (([],), {"host": "::1", "open_browser": True, "cache": True}),
    ]


def test_page_reports_what_a_user_can_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssistantError("Port 1 is in use; choose another.")

    monkeypatch.setattr(assistant.page, "serve", refuse)
    assert main(["page"]) == 2
    assert capsys.readouterr().err == "career-assistant: Port 1 is in use; choose another.\n"


def test_an_interruption_leaves_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(assistant.page, "serve", interrupt)
    assert main(["page"]) == 130
    assert capsys.readouterr().err == "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows reports closed pipes otherwise")
def test_a_closed_pipe_is_quiet(corpus: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "documents", "--corpus", str(corpus)],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_terminal_that_lacks_characters_gets_question_marks(corpus: Path) -> None:
    (corpus / "baker.md").write_text(BAKER.replace("survey", "sürvey"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = run("ask", QUESTION, "--corpus", corpus, env=environment)
    assert done.returncode == 0
    assert "s?rvey" in done.stdout
    assert done.stderr == ""
