"""The assistant: reads documents once, then answers questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from .answering import Answerer, Salary
from .corpus import Collection, read_folders, read_texts, split
from .dialogue import Dialogue
from .index import Searcher
from .lexicon import Entity, Lexicon, load_lexicon
from .question import Resolved
from .records import Answer, Document, Hit, Passage
from .spelling import Speller
from .text import lowered, stopwords


def shipped_folder() -> Path:
    """Give the folder of the documents that ship with the assistant."""
    installed = Path(__file__).parent / "shipped"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "corpus"


class Assistant:
    """Answers questions about careers from documents, every statement cited.

    Safe to share between threads. Build one with ``from_folder`` or ``from_texts``.

    >>> assistant = Assistant.from_texts({"baker": "A baker earns $30,000 a year in Peru."})
    >>> assistant.ask("How much does a baker earn in Peru?").text
    'A baker earns $30,000 a year in Peru. [1]'
    """

    def __init__(self, collection: Collection, lexicon: Lexicon | None = None) -> None:
        self.collection = collection
        self.documents: Mapping[str, Document] = collection.documents
        declared = _declared_roles(collection.documents.values())
        lexicon = (lexicon or load_lexicon()).with_roles(declared)
        passages: list[Passage] = []
        for document in collection.documents.values():
            passages += split(document, len(passages))
        self._searcher = Searcher.of(passages, lexicon.terms)
        self._answerer = Answerer(self._searcher, lexicon, collection.documents)
        self._speller = _speller(passages, lexicon)

    @classmethod
    def from_folder(cls, *folders: str | Path) -> Assistant:
        """Read one or several folders; none means the documents that ship with the assistant.

        Raises ``CorpusError`` when a folder is missing or holds nothing that can be read.
        """
        return cls(read_folders(folders or (shipped_folder(),)))

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Assistant:
        """Read documents given as text (plain or Markdown) by their ids."""
        return cls(read_texts(texts))

    @property
    def passages(self) -> Sequence[Passage]:
        """Give the passages that are indexed, in order."""
        return self._searcher.passages

    def ask(self, question: str) -> Answer:
        """Answer a question on its own; any text is accepted, none raises an error."""
        mended = self._mended(question)
        return self._answerer.answer(question, Resolved(mended, mended))

    def conversation(self) -> Conversation:
        """Open a conversation, in which questions may follow up earlier ones."""
        return Conversation(self)

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """Give the ``k`` best passages for a question, with scores and matched terms."""
        asked = self._answerer.understanding.understand(self._mended(question))
        return self._answerer.material.search(asked, k)

    def salaries(self) -> tuple[Salary, ...]:
        """Give every statement of pay that the documents make, as data."""
        return tuple(paid.salary for paid in self._answerer.material.salaries)

    def starters(self) -> tuple[str, ...]:
        """Give example questions that these documents answer."""
        return self._answerer.suggester.starters

    def _mended(self, question: str) -> str:
        return self._answerer.plain(self._speller.mend(question[:2_000]) + question[2_000:])


class Conversation:
    """A conversation: follow-up questions are understood from what went before."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._dialogue = Dialogue(assistant._answerer.understanding)

    def ask(self, question: str) -> Answer:
        """Answer a question, which may refer to earlier ones."""
        assistant = self._assistant
        resolved = self._dialogue.resolve(assistant._mended(question))
        answer = assistant._answerer.answer(question, resolved, self._dialogue.heard)
        self._dialogue.note(answer, resolved)
        return answer


def _declared_roles(documents: Iterable[Document]) -> list[Entity]:
    """Read the roles that documents declare in their front matter: ``role`` and ``aliases``."""
    roles = []
    for document in documents:
        name, aliases = document.details.get("role"), document.details.get("aliases")
        if isinstance(name, str) and name.strip():
            known = aliases if isinstance(aliases, list) else []
            others = tuple(alias for alias in known if isinstance(alias, str))
            roles.append(Entity("role", "-".join(name.lower().split()), name.strip(), others))
    return roles


def _speller(passages: Sequence[Passage], lexicon: Lexicon) -> Speller:
    """Gather the words that a mistyped one may be meant for: the corpus's and the lexicon's."""
    said = {word for p in passages for word in lowered(p.text)}
    named = (n for e in lexicon.by_id.values() for n in (e.name, *e.aliases))
    names = {word for name in named for word in lowered(name)}
    likely = said | lexicon.words | stopwords()
    return Speller(likely, names | lexicon.everyday, lexicon.shorthand)
