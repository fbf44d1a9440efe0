"""The whole job: question set → report, its files, its table and the floors it falls below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import QuestionSetError
from ..records import Answer, Document
from .aggregates import aggregate, compare
from .baselines import BASELINES
from .checking import require_corpus
from .files import write_together
from .floors import check_floors, measured_by
from .given import read_answers
from .html import html_text
from .markdown import markdown_text
from .provenance import commit, corpus_hash, dirty, versions
from .questions import QuestionSet, read_questions
from .report import Earlier, Report, Rival, Timings, read_report
from .rows import Scored
from .runner import Progress, Timed, ask_all, judge_all
from .statistics import RESAMPLES
from .systems import Answerer, System, system_of
from .terminal import terminal_text


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """What to evaluate, and where the report goes.

    ``questions`` is the question set's file. ``out`` is the folder for ``report.json``,
    ``report.md`` and ``report.html`` (None: no files). ``answers`` is a file of another
    system's answers, judged instead of asking. ``baseline`` is an earlier ``report.json``;
    ``baselines`` runs the built-in ones beside. ``floors`` maps a measure to the value that
    it must reach. ``split`` (``dev`` or ``test``) keeps one half of the questions.
    """

    questions: Path
    out: Path | None = None
    answers: Path | None = None
    baseline: Path | None = None
    baselines: bool = False
    floors: Mapping[str, float] = field(default_factory=dict)
    split: str = ""
    aggregates_only: bool = False
    resamples: int = RESAMPLES


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome: the report, its table for a terminal, the floors missed, the files written."""

    report: Report
    text: str
    breaches: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


def run_evaluation(
    options: EvaluationOptions,
    answerer: Answerer | Callable[[str], Answer] | None = None,
    documents: Mapping[str, Document] | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Evaluate a system against a question set and write the report.

    ``documents`` are needed where the answerer has none of its own. ``progress`` is called
    with how many questions are done and how many there are.

    Raises QuestionSetError for anything wrong with a given file, before a question is asked.
    """
    job = _prepared(options, answerer, documents, progress)
    report = job.report()
    breaches = tuple(check_floors(report, options.floors))
    files: tuple[Path, ...] = ()
    if options.out is not None:
        texts = {
            "report.json": report.to_json(options.aggregates_only),
            "report.md": markdown_text(report, options.aggregates_only),
            "report.html": html_text(report, options.aggregates_only),
        }
        files = write_together(options.out, texts)
    return Evaluation(report, terminal_text(report), breaches, files)


@dataclass(frozen=True, slots=True)
class _Job:
    """Everything that is read and checked before the first question is asked."""

    options: EvaluationOptions
    system: System | None
    documents: Mapping[str, Document]
    question_set: QuestionSet
    answers: Mapping[str, Any]
    earlier: Earlier | None
    progress: Progress | None

    def report(self) -> Report:
        """Ask or judge, then aggregate and compare."""
        timed, name = self._timed()
        scored = [row.scored for row, _ in timed]
        gold = self.question_set.questions
        return Report(
            system=name,
            origin=self._origin(),
            aggregates=aggregate(gold, scored, self.options.resamples),
            rows=tuple(row for row, _ in timed),
            timings=_timings(timed),
            rivals=tuple(self._rivals(scored)),
            resamples=self.options.resamples,
        )

    def _timed(self) -> tuple[list[Timed], str]:
        if self.system is None:
            name = self.options.answers.stem if self.options.answers else ""
            return judge_all(self.question_set, self.answers, self.documents, self.progress), name
        return ask_all(self.question_set, self.system, self.progress), "assistant"

    def _rivals(self, scored: Sequence[Scored]) -> Iterable[Rival]:
        resamples = self.options.resamples
        if self.earlier is not None:
            differences = compare(scored, self.earlier.scored, resamples)
            yield Rival(self.earlier.name, self.earlier.aggregates, differences)
        for name, make in BASELINES.items() if self.options.baselines else ():
            timed = ask_all(self.question_set, system_of(make(self.documents)))
            theirs = [row.scored for row, _ in timed]
            aggregates = aggregate(self.question_set.questions, theirs, resamples)
            differences = compare(scored, theirs, resamples)
            yield Rival(name, aggregates, differences, _timings(timed).mean)

    def _origin(self) -> dict[str, Any]:
        return {
            "question_set": {
                "name": self.question_set.name,
                "sha256": self.question_set.sha256,
                "questions": len(self.question_set.questions),
                "split": self.options.split,
            },
            "corpus": {"documents": len(self.documents), "sha256": corpus_hash(self.documents)},
            "commit": commit(),
            "dirty": dirty(),
            "versions": versions(),
        }


def _prepared(
    options: EvaluationOptions,
    answerer: Answerer | Callable[[str], Answer] | None,
    documents: Mapping[str, Document] | None,
    progress: Progress | None,
) -> _Job:
    system = None if answerer is None or options.answers else system_of(answerer)
    if system is None and options.answers is None:
        raise QuestionSetError("There is nothing to evaluate; give an answerer or --answers FILE.")
    if documents is None:
        documents = system_of(answerer).documents if answerer is not None else {}
    for floor in options.floors:
        measured_by(floor)
    question_set = read_questions(options.questions)
    ids = {question.id for question in question_set.questions}
    answers = read_answers(options.answers, ids) if options.answers else {}
    if options.split:
        question_set = question_set.of_split(options.split)
    if documents:
        require_corpus(question_set, documents)
    earlier = _earlier(options.baseline, question_set) if options.baseline else None
    return _Job(options, system, documents, question_set, answers, earlier, progress)


def _earlier(path: Path, question_set: QuestionSet) -> Earlier:
    earlier = read_report(path)
    if {q.id for q in question_set.questions}.isdisjoint(one.id for one in earlier.scored):
        raise QuestionSetError(
            f"The baseline {path.name} shares no question with {question_set.name}; "
            "give a report on the same question set."
        )
    return earlier


def _timings(timed: Sequence[Timed]) -> Timings:
    return Timings({row.gold.id: ms for row, ms in timed if ms is not None})
