"""A small made-up assistant for the page's tests, and the page served from it.

Run as a program it serves the page on the port it is given, until it is ended.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.records import (
    Answer,
    Block,
    Citation,
    Document,
    Part,
    Question,
    Statement,
)

SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
Open = Callable[..., Any]
HOSTILE = (
    "<script>window.hacked=1</script><style>body{display:none}</style>"
    "<form action='http://outside.example'></form><img src=http://outside.example/x.png"
    " onerror='window.hacked=1'> ${window.hacked=1} {{constructor}} $$x$$ ~$70k-~$90k **b**"
    " [l](javascript:window.hacked=1) `c` | # h"
)


def document(name: str, title: str, source: str, *blocks: tuple[str, str]) -> Document:
    """Make a document of (kind, text) blocks; a row's cells are parted by `` | ``."""
    text, made = "", []
    for kind, content in blocks:
        start, end = len(text), len(text) + len(content)
        cells, at = [], start
        for cell in content.split(" | ") if kind == "row" else ():
            cells.append((at, at + len(cell)))
            at += len(cell) + 3
        level = {"heading": 2, "item": 1}.get(kind, 0)
        made.append(Block(kind, start, end, level, tuple(cells)))  # type: ignore[arg-type]
        text += content + "\n\n"
    return Document(name, title, text, tuple(made), source)


ROLES = document(
    "roles.md",
    "Roles around machine learning",
    "Restates an article of a training company, 2024",
    ("heading", "What the roles do"),
    (
        "paragraph",
        "A machine learning engineer puts models into production and keeps them running. "
        "A data scientist asks questions of data and explains what the answers mean for a "
        "business. "
        "Both write code every day.",
    ),
    ("heading", "Duties"),
    ("paragraph", "A machine learning engineer has these duties:"),
    ("item", "Build pipelines that train and test models."),
    ("item", "Watch models in production and retrain them when they drift."),
    ("item", "Work with data engineers on the data that models need."),
    ("heading", "Skills"),
    ("paragraph", "Python is the language named most often. Statistics matters to both roles."),
)
PAY = document(
    "pay.md",
    "What machine learning engineers earn",
    "Restates a salary survey of a job site, 2023",
    ("heading", "India"),
    (
        "paragraph",
        "A machine learning engineer in India earned Rs. 7,95,677 a year on average "
        "in 2023, according to a job site. The lowest figures were near ₹3.5 lakh.",
    ),
    ("heading", "United States"),
    ("row", "Role | Average pay | Year"),
    ("row", "Machine learning engineer | $112,832 | 2023"),
    ("row", "Data scientist | $90,000 to $120,000 | 2023"),
)
HOSTILE_DOCUMENT = document(
    "hostile.md",
    f"A title {HOSTILE}",
    HOSTILE,
    ("heading", f"Heading {HOSTILE}"),
    ("paragraph", f"A sentence. {HOSTILE} Another."),
)
LONG = document(
    "long.md",
    "A long handbook",
    "",
    *(
        (
            "paragraph",
            f"Paragraph {n} says that practice number {n} helps a career. "
            "It goes on for a while so that the document needs scrolling.",
        )
        for n in range(200)
    ),
)


def cite(number: int, source: Document, quote: str, nearby: bool = False) -> Citation:
    """Cite the first place where a document has a text."""
    start = source.text.index(quote)
    return Citation(
        number,
        source.id,
        source.title,
        quote,
        start,
        start + len(quote),
        source.text,
        0,
        (),
        source.source,
        nearby,
    )


DUTIES = (
    "Build pipelines that train and test models.",
    "Watch models in production and retrain them when they drift.",
)


@dataclass(frozen=True)
class FakePay:
    """A statement of pay at a place of a document."""

    low: float
    high: float
    currency: str
    printed: str
    start: int
    end: int
    period: str = "year"
    document: str = PAY.id
    role: str = ""
    employer: str = ""
    place: str = ""
    year: str = "2023"
    whose: str = ""
    segment: str = ""


def pay(low: float, high: float, currency: str, printed: str, quote: str) -> FakePay:
    """Make the pay that a quote of the pay document states."""
    start = PAY.text.index(quote)
    return FakePay(low, high, currency, printed, start, start + len(quote))


ENGINEER = "Machine learning engineer | $112,832 | 2023"
SCIENTIST = "Data scientist | $90,000 to $120,000 | 2023"
LOWEST = "The lowest figures were near ₹3.5 lakh."
PAYS = (
    pay(112_832, 112_832, "USD", "$112,832", ENGINEER),
    pay(90_000, 120_000, "USD", "$90,000 to $120,000", SCIENTIST),
    pay(350_000, 350_000, "INR", "₹3.5 lakh", LOWEST),
)


class FakeAssistant:
    """Answers a handful of questions from four made-up documents."""

    def __init__(self) -> None:
        documents = (ROLES, PAY, HOSTILE_DOCUMENT, LONG)
        self.documents: Mapping[str, Document] = {d.id: d for d in documents}

    def starters(self) -> tuple[str, ...]:
        return (
            "What does a machine learning engineer do?",
            "How does a data scientist differ from a machine learning engineer?",
            "How much do machine learning engineers earn in India?",
        )

    def salaries(self) -> tuple[FakePay, ...]:
        return PAYS

    def conversation(self) -> FakeTalk:
        return FakeTalk()


class FakeTalk:
    """Carries the topic of the question before."""

    def __init__(self) -> None:
        self._asked: list[str] = []

    def ask(self, text: str) -> Answer:
        if "explode" in text:
            raise RuntimeError("a secret path: /etc/passwd")
        if "slow" in text:
            time.sleep(2)
        standalone = text
        if text.startswith("and ") and self._asked:
            standalone = "How much do machine learning engineers earn in India?"
        self._asked.append(text)
        answer = _answer(standalone)
        return replace(answer, question=replace(answer.question, asked=text, standalone=standalone))


def _answer(text: str) -> Answer:
    for word, answer in _ANSWERS.items():
        if word in text.lower():
            return answer
    return _ABSTAINED


def _prose(*statements: Statement) -> Part:
    return Part("prose", (statements,))


_ABSTAINED = Answer(
    Question(""),
    "abstained",
    (
        _prose(Statement("The documents do not tell.")),
        _prose(
            Statement("What they do tell nearby:"), Statement("Both write code every day.", (1,))
        ),
    ),
    (cite(1, ROLES, "Both write code every day.", nearby=True),),
    ("What does a machine learning engineer do?",),
)
_ANSWERS = {
    "differ": Answer(
        Question("", facets=("difference",)),
        "answered",
        (
            _prose(Statement("The two roles compare as follows.")),
            Part(
                "table",
                (
                    (
                        Statement("Work"),
                        Statement("Puts models into production", (1,)),
                        Statement(
                            "Asks questions of data and explains what the answers mean", (2,)
                        ),
                    ),
                    (
                        Statement("Pay in the United States"),
                        Statement("$112,832", (3,)),
                        Statement("$90,000 to $120,000", (4,)),
                    ),
                ),
                ("Aspect", "Machine learning engineer", "Data scientist"),
            ),
        ),
        (
            cite(
                1,
                ROLES,
                "A machine learning engineer puts models into production and keeps them running.",
            ),
            cite(
                2,
                ROLES,
                "A data scientist asks questions of data and explains what the answers "
                "mean for a business.",
            ),
            cite(3, PAY, "Machine learning engineer | $112,832 | 2023"),
            cite(4, PAY, "$90,000 to $120,000"),
        ),
        ("How much do machine learning engineers earn in India?",),
    ),
    "what is paid": Answer(
        Question("", facets=("pay",)),
        "answered",
        (
            Part(
                "table",
                (
                    (Statement("Engineer, United States"), Statement("$112,832", (1,))),
                    (Statement("Scientist"), Statement("$90,000 to $120,000", (2,))),
                    (Statement("India"), Statement("₹3.5 lakh", (3,))),
                ),
                ("Where", "Pay"),
            ),
        ),
        (cite(1, PAY, ENGINEER), cite(2, PAY, SCIENTIST), cite(3, PAY, LOWEST)),
    ),
    "earn in": Answer(
        Question("", facets=("pay",)),
        "answered",
        (
            _prose(
                Statement(
                    "A machine learning engineer in India earned Rs. 7,95,677 a year on "
                    "average in 2023, according to a job site.",
                    (1,),
                ),
                Statement("The lowest figures were near ₹3.5 lakh.", (2,)),
            ),
        ),
        (
            cite(
                1,
                PAY,
                "A machine learning engineer in India earned Rs. 7,95,677 a year on "
                "average in 2023, according to a job site.",
            ),
            cite(2, PAY, "The lowest figures were near ₹3.5 lakh."),
        ),
        ("And in the United States?",),
    ),
    "many": Answer(
        Question(""),
        "answered",
        (
            Part(
                "table",
                (
                    (
                        Statement("Skills"),
                        Statement("Data; models", tuple(range(1, 25))),
                        Statement("not stated"),
                    ),
                ),
                ("", "Machine learning engineer", "Data scientist"),
            ),
        ),
        tuple(cite(n, ROLES, "Both write code every day.") for n in range(1, 25)),
    ),
    "hostile": Answer(
        Question(""),
        "answered",
        (
            _prose(Statement(HOSTILE, (1,))),
            Part("list", ((Statement(HOSTILE, (1,)),),)),
            Part("table", ((Statement(HOSTILE), Statement(HOSTILE, (1,))),), (HOSTILE, "B")),
        ),
        (cite(1, HOSTILE_DOCUMENT, HOSTILE),),
        (HOSTILE,),
    ),
    "practice": Answer(
        Question(""),
        "answered",
        (_prose(Statement("Paragraph 150 says that practice number 150 helps a career.", (1,))),),
        (cite(1, LONG, "Paragraph 150 says that practice number 150 helps a career."),),
    ),
    "engineer do": Answer(
        Question("", facets=("duties", "concept")),
        "answered",
        (
            _prose(
                Statement(
                    "A machine learning engineer puts models into production and keeps "
                    "them running.",
                    (1,),
                ),
                Statement("The duties named are:"),
            ),
            Part("list", tuple((Statement(duty, (n,)),) for n, duty in enumerate(DUTIES, 2))),
        ),
        (
            cite(
                1,
                ROLES,
                "A machine learning engineer puts models into production and keeps them running.",
            ),
            *(cite(n, ROLES, duty) for n, duty in enumerate(DUTIES, 2)),
        ),
        (
            "How much do machine learning engineers earn in India?",
            "How does a data scientist differ from a machine learning engineer?",
        ),
    ),
}


def free_port() -> int:
    """Find a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(port: int | None = None) -> Iterator[str]:
    """Serve the page of the made-up assistant in a process of its own; give its address."""
    port = port or free_port()
    root = Path(__file__).parent.parent
    process = subprocess.Popen(
        [sys.executable, __file__, str(port)], cwd=root, stdout=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"the page ended with code {process.returncode}")
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the page did not start within 30 seconds")


if __name__ == "__main__":
    from assistant.page.launch import require_gradio

    require_gradio()
    from assistant.page import blocks

    served_page = blocks.build(FakeAssistant())
    blocks.start(served_page, "127.0.0.1", int(sys.argv[1]))
    served_page.block_thread()
