"""The errors a caller may meet; each message is one sentence that a user can act on."""

from __future__ import annotations


class AssistantError(Exception):
    """Something is wrong with what was given; the message names the value and the remedy."""


class CorpusError(AssistantError):
    """The documents cannot be read or hold nothing to index."""


class LexiconError(AssistantError):
    """A file of the field's vocabulary is malformed."""


class QuestionSetError(AssistantError):
    """A question set, a file of answers or a report is malformed."""


class ImportFileError(AssistantError):
    """A publisher's file or the folder to import into cannot be used."""


class MissingExtraError(AssistantError):
    """An optional dependency is not installed.

    >>> str(MissingExtraError("The chat page", "gradio", "ui"))
    "The chat page needs gradio: pip install 'career-assistant[ui]'"
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(f"{what} needs {package}: pip install 'career-assistant[{extra}]'")
