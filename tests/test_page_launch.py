from __future__ import annotations

import builtins
import inspect
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_support import FakeAssistant, free_port, served

from assistant.errors import AssistantError, CorpusError, MissingExtraError
from assistant.page import build, launch, main, serve

ROOT = Path(__file__).parent.parent


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port that something listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_port_in_use_is_one_sentence_with_the_option_to_use(
    taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--port", str(taken)])
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        f"Port {taken} on 127.0.0.1 is in use; choose another, such as --port {taken + 1}.\n"
    )


@pytest.mark.parametrize(
    ("host", "port", "says"),
    [
        ("127.0.0.1", 0, "Port 0 does not exist"),
        ("127.0.0.1", 70_000, "from 1 to 65535"),
        ("no such host", 7860, "No address is named 'no such host'; give one with --host."),
        ("192.0.2.1", 7860, "cannot listen on 192.0.2.1 port 7860"),
    ],
)
def test_an_address_that_cannot_be_bound_is_a_sentence(host: str, port: int, says: str) -> None:
    with pytest.raises(AssistantError, match=says.replace(".", r"\.")):
        serve([], host, port)


def test_a_folder_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--corpus", "no/such/folder", "--port", "58231"])
    error = capsys.readouterr().err
    assert ended.value.code == 2
    assert "no/such/folder" in error
    assert error.count("\n") == 1
    with pytest.raises(CorpusError):
        serve(["no/such/folder"], port=58231)


def test_without_gradio_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "gradio":
            raise ModuleNotFoundError("No module named 'gradio'", name="gradio")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"The chat page needs gradio: .*\[ui\]"):
        build(FakeAssistant())


def test_importing_the_package_and_its_page_leaves_gradio_alone() -> None:
    code = "import assistant, assistant.page, sys; sys.exit('gradio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_help_ends_with_an_example() -> None:
    command = [sys.executable, "ui.py", "--help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(option in shown for option in ("--corpus", "--host", "--port"))
    assert launch.HOST in shown
    assert shown.splitlines()[-1].startswith("example: python ui.py")


def test_the_launcher_is_thin() -> None:
    assert len((ROOT / "ui.py").read_text(encoding="utf-8").splitlines()) <= 25


def test_the_launcher_serves_a_folder_of_ones_own_on_this_machine_only(tmp_path: Path) -> None:
    pytest.importorskip("gradio", reason="the page needs the extra ui")
    (tmp_path / "bakers.md").write_text("# Bakers\n\nA baker bakes bread.\n", encoding="utf-8")
    port = str(free_port())
    command = [sys.executable, "ui.py", "--corpus", str(tmp_path), "--port", port]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            assert line == f"The chat page is open at http://127.0.0.1:{port}/ (Ctrl+C ends it)\n"
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as response:
                assert "Bakers" in response.read().decode()
        finally:
            process.terminate()


def test_launching_keeps_the_page_private_and_bounded() -> None:
    pytest.importorskip("gradio", reason="the page needs the extra ui")
    page = build(FakeAssistant())
    from assistant.page import blocks

    look = blocks.look()
    assert (look["share"], look["footer_links"], page.analytics_enabled) == (False, [], False)
    assert page._queue.max_size == blocks.WAITING
    assert page._queue.default_concurrency_limit is None


# Serves the page and writes every address that anything in the process looks up or calls.
_WATCHED = """
import sys
def note(event, details):
    if event in ("socket.getaddrinfo", "socket.connect"):
        address = details[0] if event == "socket.getaddrinfo" else details[1]
        host = address[0] if isinstance(address, tuple) else address
        print("host", host, file=sys.stderr, flush=True)
sys.addaudithook(note)
from assistant.page import main
main(["--port", sys.argv[1]])
"""


def test_the_server_asks_no_other_host_for_anything() -> None:
    pytest.importorskip("gradio", reason="the page needs the extra ui")
    from benchmarks.visiting import Visitor

    port = str(free_port())
    command = [sys.executable, "-c", _WATCHED, port]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout
            assert "open at" in process.stdout.readline()
            reply = Visitor(f"http://127.0.0.1:{port}/").ask("How much does one earn?", [])
        finally:
            process.terminate()
        told = process.communicate(timeout=20)[1]
    assert "html" in reply
    hosts = {line.removeprefix("host ") for line in told.splitlines() if line.startswith("host ")}
    assert "127.0.0.1" in hosts
    assert hosts <= {"127.0.0.1", "localhost", "::1", "None"}


def test_many_visitors_at_once_are_all_answered() -> None:
    pytest.importorskip("gradio", reason="the page needs the extra ui")
    from benchmarks.visiting import visit_at_once

    asked = ["What does a machine learning engineer do?", "and the pay?", "How do they differ?"]
    with served() as address:
        took, errors = visit_at_once(address, asked, users=50, each=5)
    assert (len(took), errors) == (250, 0)


def test_no_record_of_calls_is_kept_and_no_file_taken() -> None:
    gradio = pytest.importorskip("gradio", reason="the page needs the extra ui")
    with served() as address:
        body = b"--x\r\nContent-Disposition: form-data; name=files; filename=a\r\n\r\n"
        request = urllib.request.Request(
            f"{address}gradio_api/upload",
            body + b"y" * 100_000 + b"\r\n--x--\r\n",
            {"Content-Type": "multipart/form-data; boundary=x"},
        )
        with pytest.raises(urllib.error.HTTPError, match="413"):
            urllib.request.urlopen(request, timeout=20)
        if "run_history" in inspect.signature(gradio.Blocks.launch).parameters:
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{address}gradio_api/runs", timeout=20)
