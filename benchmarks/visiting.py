"""Visitors of the page without a browser: the calls it makes, one visitor or many at once."""

from __future__ import annotations

import gc
import json
import time
import tracemalloc
import urllib.request
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from threading import Barrier
from typing import Any

import assistant
from assistant import Assistant
from assistant.page.service import Service

_PATIENCE = 60.0
# A proxy of the environment has no part in a request to this machine.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Visitor:
    """One open page: asks the server as the page's own script does."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._session = uuid.uuid4().hex[:11]
        self._component = _component(address)

    def ask(self, question: str, before: Sequence[str]) -> dict[str, Any]:
        """Ask a question after others and give the server's reply."""
        body = {
            "data": {"question": question, "before": list(before)},
            "fn_name": "ask_question",
            "session_hash": self._session,
            "component_id": self._component,
        }
        request = urllib.request.Request(
            f"{self._address}gradio_api/component_server",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with _OPENER.open(request, timeout=_PATIENCE) as response:
            reply: dict[str, Any] = json.load(response)
        return reply


def visit_at_once(
    address: str, asked: Sequence[str], users: int, each: int
) -> tuple[list[float], int]:
    """Let users ask at once, each their own questions; give milliseconds and errors."""
    together = Barrier(users)

    def visit(user: int) -> list[float | None]:
        visitor = Visitor(address)
        before: list[str] = []
        took: list[float | None] = []
        together.wait()
        for question in islice(cycle(asked), user * each, (user + 1) * each):
            took.append(_milliseconds(visitor, question, before))
            before.append(question)
        return took

    with ThreadPoolExecutor(users) as pool:
        all_took = [time for visit in pool.map(visit, range(users)) for time in visit]
    return [took for took in all_took if took is not None], all_took.count(None)


def own_growth(asked: Sequence[str], count: int, warm_up: int) -> float:
    """Give the kilobytes that the project's own code keeps of each question.

    Counts what the lines of the package itself still hold after ``count`` questions.
    """
    service = Service(Assistant.from_folder())
    _converse(service, asked, warm_up)
    tracemalloc.start()
    try:
        _converse(service, asked, warm_up)
        before = _held()
        _converse(service, asked, count)
        return max(0.0, (_held() - before) / 1024 / count)
    finally:
        tracemalloc.stop()


def _converse(service: Service, asked: Sequence[str], count: int) -> None:
    for number, question in enumerate(islice(cycle(asked), count)):
        service.ask({"question": question, "before": [asked[number % len(asked) - 1]]})


def _held() -> int:
    gc.collect()
    ours = tracemalloc.Filter(True, str(Path(assistant.__file__).parent / "*"))
    taken = tracemalloc.take_snapshot().filter_traces([ours])
    return sum(statistic.size for statistic in taken.statistics("filename"))


def _milliseconds(visitor: Visitor, question: str, before: Sequence[str]) -> float | None:
    started = time.perf_counter()
    try:
        reply = visitor.ask(question, before)
    except OSError:
        return None
    return (time.perf_counter() - started) * 1000 if "html" in reply else None


def _component(address: str) -> int:
    """Find the page's one component in what the server tells of the page."""
    with _OPENER.open(f"{address}config", timeout=_PATIENCE) as response:
        components = json.load(response)["components"]
    return next(
        int(component["id"])
        for component in components
        if component["props"].get("elem_id") == "career-assistant"
    )
