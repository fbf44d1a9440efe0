"""Evaluation: from a question set to a report that says what is right and why the rest is not.

The whole job, files included, is one call; nothing is printed, and errors are
``QuestionSetError`` with one sentence::

    from pathlib import Path
    from assistant import Assistant
    from assistant.evaluation import EvaluationOptions, run_evaluation

    assistant = Assistant.from_folder("corpus")
    options = EvaluationOptions(Path("questions.jsonl"), out=Path("report"), baselines=True)
    done = run_evaluation(options, assistant, progress=lambda done, total: None)
    done.text        # the table for a terminal
    done.report      # the figures: done.report.overall["fact_recall"].value, .low, .high
    done.files       # report.json, report.md, report.html
    done.breaches    # a sentence for each floor missed

Anything that answers can be evaluated: a function from a question to an ``Answer``, or an
object with ``ask`` and, if it has them, ``conversation``, ``search``, ``passages`` and
``documents`` (see ``systems``). Answers that another system wrote to a file are judged with
``EvaluationOptions(answers=…)`` (see ``given`` for their format). The question set's format is
in ``questions``, each measure's definition, rival and source beside it in ``measures``, the
floors' format in ``floors``.
"""

from .checking import check, check_questions
from .floors import check_floors, parse_floor, read_floors
from .pipeline import Evaluation, EvaluationOptions, run_evaluation
from .questions import GoldQuestion, QuestionSet, read_questions
from .report import Report

__all__ = [
    "Evaluation",
    "EvaluationOptions",
    "GoldQuestion",
    "QuestionSet",
    "Report",
    "check",
    "check_floors",
    "check_questions",
    "parse_floor",
    "read_floors",
    "read_questions",
    "run_evaluation",
]
