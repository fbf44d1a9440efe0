"""What takes a process of its own to measure: imports, reading, memory and the page's start."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_IMPORT = """
import time
started = time.process_time()
import assistant
print(time.process_time() - started)
"""
_READ = """
import time
from assistant import Assistant
started = time.perf_counter()
Assistant.from_folder()
print(time.perf_counter() - started)
"""
# A small process in between: the peak of children counts all of them, and what a process
# occupied before it became another program.
_PEAK = """
import resource, subprocess, sys
question = "What does a machine learning engineer do?"
command = [sys.executable, "-m", "assistant", "ask", question]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak / (1e6 if sys.platform == "darwin" else 1e3))
"""
_PATIENCE = 60.0


def import_seconds(runs: int) -> float:
    """Give the process time of ``import assistant``, the median of fresh processes."""
    return statistics.median(_printed(_IMPORT) for _ in range(runs))


def read_seconds(runs: int) -> float:
    """Give the time to read and index the shipped documents, the median of fresh processes."""
    return statistics.median(_printed(_READ) for _ in range(runs))


def peak_megabytes() -> float | None:
    """Give the peak memory of asking one question from the command line (None on Windows)."""
    return _printed(_PEAK) if find_spec("resource") else None


def page_seconds() -> float | None:
    """Give the time from the page's start until it answers a request; None without gradio."""
    if not find_spec("gradio"):
        return None
    started = time.perf_counter()
    with serve():
        return time.perf_counter() - started


@dataclass(frozen=True, slots=True)
class Served:
    """The page over the shipped documents, served by a process of its own."""

    address: str
    process: int

    def resident_kb(self) -> int | None:
        """Give the kilobytes of memory the process occupies; None where /proc is missing."""
        try:
            lines = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8").splitlines()
        except OSError:
            return None
        return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), None)


@contextmanager
def serve() -> Iterator[Served]:
    """Serve the page until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "assistant", "page", "--port", str(port)]
    address = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(address, process)
            yield Served(address, process.pid)
        finally:
            process.terminate()


def _printed(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    # A proxy of the environment has no part in a request to this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with opener.open(address, timeout=_PATIENCE) as response:
                response.read()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
    raise RuntimeError(f"The page did not answer at {address} within {_PATIENCE:.0f} seconds.")
