"""The question set: its format, its reader and the check against the documents.

A question set is JSON Lines, one question an object; empty lines are passed over.

=============  =========  =====================================================================
key            needed     meaning
=============  =========  =====================================================================
id             yes        unique in the file
category       yes        any word; results are reported for each
question       yes        what is typed
answerable     yes        false: the documents do not tell, and the assistant must say so
gold_docs      answerable ids of the documents that support the answer
gold_facts     answerable a list of facts, each a list of alternatives, of which one must stand
                          in the answer
evidence       answerable sentences of the documents that prove the facts
wording        no         ``direct`` (the documents' words) or ``paraphrase`` (people's own)
kind           no         of an unanswerable one: ``off-topic``, ``near-miss``,
                          ``false-premise`` or ``smalltalk`` (no refusal needed, nothing cited)
history        no         the user's earlier turns, oldest first
standalone     no         a follow-up asked in full, without its history
forbidden      no         strings that must not stand in the answer
correction     no         strings of which one should stand in a corrected false premise
status         no         the status that is expected: answered, partial, abstained, clarify
                          or smalltalk
split          no         ``dev`` or ``test``; otherwise even SHA-256 of the id is ``dev``
tags           no         words of the author's own, listed in the rows
note           no         for those who read the file; never judged
=============  =========  =====================================================================
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ..errors import QuestionSetError

KINDS = ("off-topic", "near-miss", "false-premise", "smalltalk")
WORDINGS = ("direct", "paraphrase")
SPLITS = ("dev", "test")
STATUSES = ("answered", "partial", "abstained", "clarify", "smalltalk")

_REQUIRED = ("id", "category", "question", "answerable")
_OF_ANSWERABLE = ("gold_docs", "gold_facts", "evidence")
_STRINGS = (
    "id",
    "category",
    "question",
    "wording",
    "kind",
    "standalone",
    "status",
    "split",
    "note",
)
_LISTS = ("gold_docs", "evidence", "history", "forbidden", "correction", "tags")
_CHOICES = {"kind": KINDS, "wording": WORDINGS, "split": SPLITS, "status": STATUSES}


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with what a good answer holds; the keys are those of the file.

    ``line`` is where it stands in its file, counted from 1.
    """

    id: str
    category: str
    question: str
    answerable: bool
    gold_docs: tuple[str, ...] = ()
    gold_facts: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[str, ...] = ()
    wording: str = ""
    kind: str = ""
    history: tuple[str, ...] = ()
    standalone: str = ""
    forbidden: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    status: str = ""
    split: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    line: int = field(default=0, compare=False)

    @property
    def smalltalk(self) -> bool:
        """Tell whether it is a greeting or thanks, which need neither facts nor a refusal."""
        return self.kind == "smalltalk"


_KEYS = tuple(f.name for f in fields(GoldQuestion) if f.name != "line")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of one file, in its order; ``sha256`` is the hash of the file's bytes."""

    name: str
    questions: tuple[GoldQuestion, ...]
    sha256: str

    def of_split(self, split: str) -> QuestionSet:
        """Give the questions of one half only, ``dev`` or ``test``."""
        kept = tuple(q for q in self.questions if q.split == split)
        if not kept:
            raise QuestionSetError(f"{self.name} holds no question of the split '{split}'.")
        return QuestionSet(self.name, kept, self.sha256)


def split_of(identifier: str) -> str:
    """Give the half that a question falls into: by its id's hash, so that none is chosen.

    >>> split_of("duties-04")
    'dev'
    """
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).digest()
    return SPLITS[digest[-1] % 2]


def read_questions(path: Path) -> QuestionSet:
    """Read and validate a question set; every complaint names the line and the key.

    Raises QuestionSetError for a missing or empty file, a malformed line, an unknown or
    missing key, a wrong type, an unknown value and an id that occurs twice.
    """
    raw, records = read_json_lines(path)
    questions: dict[str, GoldQuestion] = {}
    for line, record in records:
        place = f"{path.name}, line {line}"
        question = _question(record, place, line)
        if question.id in questions:
            first = questions[question.id].line
            raise QuestionSetError(
                f"{place}, key 'id': '{question.id}' is already used in line {first}; "
                "give every question its own."
            )
        questions[question.id] = question
    return QuestionSet(path.stem, tuple(questions.values()), hashlib.sha256(raw).hexdigest())


def read_json_lines(path: Path) -> tuple[bytes, list[tuple[int, dict[str, Any]]]]:
    """Read a file of JSON objects, one a line: its bytes, and each object with its line."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise QuestionSetError(f"{path} cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        raise QuestionSetError(f"{path.name} is not UTF-8 text; save it as UTF-8.") from error
    # Not splitlines(): a U+2028 within a JSON string ends no line.
    lines = enumerate(text.split("\n"), 1)
    records = [(n, _object(line, f"{path.name}, line {n}")) for n, line in lines if line.strip()]
    if not records:
        raise QuestionSetError(f"{path.name} is empty; it needs one JSON object a line.")
    return raw, records


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        column = getattr(error, "colno", 1)
        raise QuestionSetError(
            f"{place} is not valid JSON ({reason}, column {column}); write one object on one line."
        ) from error
    if not isinstance(record, dict):
        raise QuestionSetError(f'{place} is no JSON object; write {{"id": …}} on one line.')
    return record


def _question(record: Mapping[str, Any], place: str, line: int) -> GoldQuestion:
    for key in record:
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise QuestionSetError(f"{place}: unknown key '{key}'; the known keys are {known}.")
    for key in _REQUIRED:
        if key not in record:
            raise QuestionSetError(f"{place}: the key '{key}' is missing.")
    _check_types(record, place)
    _check_sense(record, place)
    values = {key: _frozen(value) for key, value in record.items()}
    values.setdefault("split", split_of(record["id"]))
    return GoldQuestion(**values, line=line)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _check_types(record: Mapping[str, Any], place: str) -> None:
    for key, value in record.items():
        if key in _STRINGS:
            good = isinstance(value, str) and (bool(value.strip()) or key == "note")
            wanted = "a text that is not empty"
        elif key in _LISTS:
            good, wanted = _texts(value), "a list of texts"
        elif key == "gold_facts":
            good = isinstance(value, list) and all(_texts(fact) and fact for fact in value)
            wanted = "a list of facts, each a list of alternative texts"
        else:
            good, wanted = isinstance(value, bool), "true or false"
        if not good:
            raise QuestionSetError(f"{place}, key '{key}': it must be {wanted}.")
        if key in _CHOICES and value not in _CHOICES[key]:
            known = ", ".join(_CHOICES[key])
            raise QuestionSetError(f"{place}, key '{key}': '{value}' is none of {known}.")


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


def _check_sense(record: Mapping[str, Any], place: str) -> None:
    if record["answerable"]:
        for key in _OF_ANSWERABLE:
            if not record.get(key):
                raise QuestionSetError(f"{place}, key '{key}': an answerable question needs it.")
        if "kind" in record:
            raise QuestionSetError(
                f"{place}, key 'kind': only a question with \"answerable\": false has one."
            )
    elif record.get("gold_facts"):
        raise QuestionSetError(
            f"{place}, key 'gold_facts': an unanswerable question has none; "
            "what corrects a false premise goes under 'correction'."
        )
    if "standalone" in record and not record.get("history"):
        raise QuestionSetError(
            f"{place}, key 'standalone': only a question with 'history' can be asked in full."
        )
