"""The assistant: reads documents once, then answers questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .answering import Answerer, Kept, Salary
from .corpus import Collection, read_survey, read_texts, split, survey
from .dialogue import Dialogue
from .errors import CorpusError
from .index import Searcher
from .lexicon import Lexicon, declare, declared_role, load_lexicon
from .question import Resolved
from .records import Answer, Document, Hit, Passage
from .spelling import Dictionary, Speller
from .text import lowered, stopwords

if TYPE_CHECKING:
    from .store import Opened


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

    def __init__(
        self, collection: Collection, lexicon: Lexicon | None = None, *, engine: str = "auto"
    ) -> None:
        documents = collection.documents.values()
        roles = filter(None, (declared_role(d.id, d.details) for d in documents))
        lexicon = declare(lexicon or load_lexicon(), roles)
        passages: list[Passage] = []
        for document in documents:
            passages += split(document, len(passages))
        said = {word for passage in passages for word in lowered(passage.text)}
        searcher = Searcher.of(passages, lexicon.terms, engine, of=lexicon.terms_of_document)
        self._join(collection, searcher, lexicon, None)
        self._speller = _speller(lexicon, said)

    def _join(
        self,
        collection: Collection,
        searcher: Searcher,
        lexicon: Lexicon,
        kept: Kept | None,
    ) -> None:
        self.collection = collection
        self.documents: Mapping[str, Document] = collection.documents
        self.notices: tuple[str, ...] = ()
        self._searcher = searcher
        self._answerer = Answerer(searcher, lexicon, collection.documents, kept)

    @classmethod
    def _of(cls, opened: Opened) -> Assistant:
        """Make one of an open index."""
        library = opened.library
        lexicon = declare(load_lexicon(), library.roles)
        assistant = cls.__new__(cls)
        assistant._join(library.collection, library.searcher, lexicon, library.known)
        assistant._speller = _speller(lexicon, (), library.words)
        assistant.notices = opened.notices
        return assistant

    @classmethod
    def from_folder(
        cls, *folders: str | Path, engine: str = "auto", cache: bool | str | Path = False
    ) -> Assistant:
        """Read one or several folders; none means the documents that ship with the assistant.

        A folder may also be a saved index (``python -m assistant index``), alone. ``engine``
        is "rank-bm25", "bm25s" or, by the number of passages, "auto"; both rank alike. With
        ``cache=True`` a large collection's index is kept in the platform's folder for caches
        and opened from there while the files are the same; ``cache`` may also name a folder
        to keep indexes in, of small collections too. It is off unless asked for, because a
        library call should not leave files in anybody's home. ``notices`` says what could not
        be used or kept. Raises ``CorpusError`` when a folder is missing or holds nothing that
        can be read.
        """
        # What saves indexes takes time to import, and texts do without it.
        from .store import is_index, open_folders, open_index, place_of, worth_keeping

        indexes = [Path(folder) for folder in folders if is_index(Path(folder))]
        if indexes and len(folders) > 1:
            raise CorpusError(
                f"{indexes[0]} is a saved index: give it alone, without other folders"
            )
        if indexes:
            return cls._of(open_index(indexes[0]))
        found = survey(folders or (shipped_folder(),))
        if cache is False or (cache is True and not worth_keeping(found)):
            return cls(read_survey(found), engine=engine)
        return cls._of(open_folders(found, place_of(found, None if cache is True else Path(cache))))

    @classmethod
    def from_texts(cls, texts: Mapping[str, str], *, engine: str = "auto") -> Assistant:
        """Read documents given as text (plain or Markdown) by their ids."""
        return cls(read_texts(texts), engine=engine)

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
        return self._answerer.suggester.starters()

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


def _speller(lexicon: Lexicon, said: Iterable[str], corpus: Dictionary | None = None) -> Speller:
    """Gather the words that a mistyped one may be meant for: the corpus's and the lexicon's."""
    named = (n for e in lexicon.by_id.values() for n in (e.name, *e.aliases))
    names = {word for name in named for word in lowered(name)}
    likely = lexicon.words.union(stopwords(), said)
    known = names | lexicon.everyday
    return Speller(likely, known, lexicon.shorthand, corpus, lexicon.synonyms)
