"""Full-text search in an index on disk, for dossiers of many sources."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError
from dossier.search.generations import Generations
from dossier.search.memory import LEAD_WEIGHT, TITLE_WEIGHT
from dossier.search.query import Query, Term
from dossier.search.schema import BODY, LEAD_FIELD, NUMBER, TITLE, analyzer, number_of, parted, schema

if TYPE_CHECKING:
    import tantivy

_Ranked = list[tuple[Any, Any]]
"""Scores and addresses of documents, as the library gives them."""

MOST_EXPANSIONS = 12
"""Commonest words that a prefix is expanded to for its rank; it finds the others too, but after them."""


def index_folder_of(folder: Path) -> Path:
    """Where the index of the dossier in ``folder`` is kept: a folder of the cache, safe to delete."""
    from dossier.store.locations import cache_directory, key_of

    return cache_directory() / key_of(folder) / "search"


class DamagedIndexError(DossierError):
    """The index on disk is damaged; the texts can still be searched without it."""


class TantivyIndex:
    """Finds sources in the index on disk; many thousands of articles in a few milliseconds.

    It may know sources the dossier has no more, which are left out, and not yet know the newest.
    """

    def __init__(self, dossier: Dossier, index: tantivy.Index) -> None:
        self._dossier = dossier
        self._index = index
        self._schema = index.schema
        self._analyzer = analyzer()
        index.register_tokenizer("dossier", self._analyzer)
        self._searcher = index.searcher()
        self._last: tuple[object, int, _Ranked, int] | None = None

    @classmethod
    def open(cls, dossier: Dossier, folder: Path | None = None) -> TantivyIndex | None:
        """The finished index below ``folder``, the dossier's own place in the cache when it is ``None``.

        ``None`` when there is none, when it is damaged, and where tantivy is not installed.
        """
        generations = Generations(folder or index_folder_of(dossier.folder))
        path = generations.current()
        if path is None:
            return None
        try:
            return cls(dossier, open_index(path))
        except ImportError:
            return None
        except (ValueError, OSError):
            _give_up(generations, path)
            return None

    def reload(self) -> None:
        """See what another process has written since."""
        self._index.reload()
        self._searcher = self._index.searcher()
        self._last = None

    def candidates(
        self, query: Query, limit: int, within: Collection[str] | None = None, patient: bool = True
    ) -> list[tuple[str, float]]:
        """At most ``limit`` sources whose text has the words of ``query``, with a score, best first.

        Punctuation within a word or a phrase is not looked at: the exact words may not stand there.
        """
        found = self._found(query, limit, within)[0]
        numbers = self._searcher.fast_field_values(NUMBER, [address for _, address in found])
        named = ((self._ids.get(number), score) for number, (score, _) in zip(numbers, found, strict=True))
        return [(source, float(score)) for source, score in named if source is not None]

    def count(self, query: Query, within: Collection[str] | None = None, patient: bool = True) -> int | None:
        """How many sources have the words of ``query``."""
        return self._found(query, 1, within)[1]

    def _found(self, query: Query, limit: int, within: Collection[str] | None) -> tuple[_Ranked, int]:
        """At least ``limit`` documents if there are so many, ranked, and their number; the last answer is kept."""
        key = query.terms, query.refused, None if within is None else frozenset(within)
        if self._last is None or self._last[0] != key or self._last[1] < limit:
            self._last = key, limit, *self._run(self._asked(query, within), limit)
        return self._last[2][: max(0, limit)], self._last[3]

    def _run(self, asked: tantivy.Query | None, limit: int) -> tuple[_Ranked, int]:
        if asked is None or not self._searcher.num_docs:
            return [], 0
        # the library aborts when it is asked for no documents
        limit = min(max(1, limit), self._searcher.num_docs)
        try:
            found = self._searcher.search(asked, limit, count=True)
        except (ValueError, OSError) as error:
            raise DamagedIndexError(
                f"the search index of {self._dossier.folder} cannot be read; it can be deleted and is then made anew"
            ) from error
        return found.hits, int(found.count)  # type: ignore[attr-defined]  # missing in the library's stubs

    @cached_property
    def _ids(self) -> dict[object, str]:
        return {number_of(source.id): source.id for source in self._dossier.sources}

    def _asked(self, query: Query, within: Collection[str] | None) -> tantivy.Query | None:
        """``query`` in the library's words; ``None`` when nothing can match it."""
        from tantivy import Occur
        from tantivy import Query as Asked

        parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for term in query.terms:
            words = self._words(term)
            if not words:
                return None
            parts.append((Occur.Must, self._matching(words, term.prefix)))
            parts.extend((Occur.Should, part) for part in self._ranking(words, term.prefix))
        if not parts:
            return None
        for term in query.refused:
            if words := self._words(term):
                parts.append((Occur.MustNot, self._matching(words, term.prefix)))
        if within is not None:
            numbers = [number_of(source) for source in within]
            among = Asked.term_set_query(self._schema, NUMBER, numbers)
            parts.append((Occur.Must, Asked.const_score_query(among, 0.0)))
        return Asked.boolean_query(parts)

    def _words(self, term: Term) -> list[str]:
        words: list[str] = self._analyzer.analyze(parted(term.text))
        return words

    def _matching(self, words: list[str], prefix: bool, field: str = BODY) -> tantivy.Query:
        """Sources with ``words`` one after the other, the last one going on if it is a ``prefix``."""
        from tantivy import Query as Asked

        if prefix:
            # letters and digits only: nothing in it is special in the library's regular expressions
            last = f"{words[-1]}.*"
            if len(words) == 1:
                return Asked.regex_query(self._schema, field, last)
            return Asked.regex_phrase_query(self._schema, field, [*words[:-1], last])
        if len(words) == 1:
            return Asked.term_query(self._schema, field, words[0])
        return Asked.phrase_query(self._schema, field, [*words])

    def _ranking(self, words: list[str], prefix: bool) -> list[tantivy.Query]:
        """What makes a source rank higher: words in the title and at the beginning, and the whole word typed."""
        from tantivy import Query as Asked

        weighed = [
            Asked.boost_query(self._matching(words, prefix, TITLE), TITLE_WEIGHT),
            Asked.boost_query(self._matching(words, prefix, LEAD_FIELD), LEAD_WEIGHT),
        ]
        if prefix:
            weighed.append(Asked.boost_query(self._matching(words, False), 2.0))
            expanded = self._searcher.terms_with_prefix(BODY, words[-1], limit=MOST_EXPANSIONS)
            weighed.extend(Asked.term_query(self._schema, BODY, word) for word, _ in expanded)
        return weighed


def open_index(path: Path) -> tantivy.Index:
    """The index in the folder ``path``; raises :class:`ValueError` when it is damaged or of another kind."""
    import tantivy

    if not tantivy.Index.exists(str(path)):
        raise ValueError(f"{path}: there is no index here")
    if not tantivy.Index.is_compatible(str(path)):
        raise ValueError(f"{path}: the index was made by another version of tantivy")
    # with the schema given, an index of other fields is refused
    return tantivy.Index(schema(), str(path), reuse=True)


def _give_up(generations: Generations, path: Path) -> None:
    """Forget a damaged index, so that the next build starts anew; a cache that cannot be written stays as it is."""
    from contextlib import suppress

    with suppress(OSError):
        generations.discard(path)
