"""Search over titles, entities, claims and every word, as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.model.passage import Passage
from dossier.session import jumps
from dossier.session.hits import Hits
from dossier.session.labels import source_label
from dossier.session.session import Session
from dossier.tui.widgets.box import Choice
from dossier.tui.widgets.lines import Line

if TYPE_CHECKING:
    from dossier.search.finder import Finder
    from dossier.search.hits import Hit, Results

SIGNS = {"passage": "¶", "source": "■", "entity": "●", "claim": "▸"}
"""What stands before a hit, beside the heading that says it in words."""

SHARE = 5
SHARES = {"Passages": 20}
"""Lines each group gets while others have some to show too."""


class SearchChooser:
    """Shows the finder's groups; a chosen hit lands on its words and leaves the hits for ``n`` and ``N``."""

    title = "Search   Enter opens, Ctrl+O in the other pane, Esc leaves"
    prompt = "/"
    guide = 'Type words. "a phrase", -not, word*, source:name and entity:name narrow it down.'

    def __init__(self, session: Session, finder: Finder) -> None:
        self._session = session
        self._finder = finder
        self._results: Results | None = None
        self._digits = len(str(len(session.dossier.sources)))

    def choices(self, text: str) -> Sequence[Choice]:
        """Every group with its hits."""
        source = self._session.tab.source
        self._results = results = self._finder.results(text, current_source=source)
        lines: list[Choice] = []
        for group in results.groups:
            if not group.hits:
                continue
            hits = group.hits if len(results.groups) == 1 else group.hits[: SHARES.get(group.title, SHARE)]
            more = f"  {len(hits)} of {group.total:,}" if group.total > len(hits) else ""
            lines.append(Choice(((f" {group.title}{more}", "head"),)))
            lines.extend(Choice(self._line(hit), hit) for hit in hits)
        if not lines and text.strip():
            lines.append(Choice(((" Nothing found. Fewer or shorter words find more.", "muted"),)))
        return lines

    def tell(self) -> str:
        """How many hits in how many sources; nothing when only names or claims were found, by a near spelling."""
        found = self._results
        if found is None or (not found.total_hits and any(group.hits for group in found.groups)):
            return ""
        hits, sources = found.total_hits, found.total_sources
        more = "" if found.complete else "+"
        return f"{hits:,}{more} hit{_s(hits)} in {sources:,} source{_s(sources)}"

    def _line(self, hit: Hit) -> Line:
        pieces: list[tuple[str, str]] = [(f"  {SIGNS.get(hit.kind, ' ')} ", "accent")]
        at = 0
        for start, end in hit.marks:
            if start >= at:
                pieces += [(hit.label[at:start], ""), (hit.label[start:end], "match")]
                at = end
        pieces.append((hit.label[at:], ""))
        if hit.kind == "passage":
            source = self._session.dossier.source[hit.source]
            pieces.insert(1, (f"{self._session.dossier.number[hit.source]:>{self._digits}} ", "figure"))
            if hit.source != self._session.tab.source:
                pieces.append((f"   {source_label(source)}", "muted"))
        return tuple(pieces)

    def choose(self, value: object, *, other: bool) -> None:
        """Land on the hit."""
        from dossier.search.hits import Hit
        from dossier.search.stated import passage_for

        assert isinstance(value, Hit)
        session, hit = self._session, value
        if self._results is not None:
            session.hits = Hits(self._finder, self._results.query.text)
        if hit.kind == "entity":
            located = self._finder.located(hit, self._results.query if self._results else None)
            if self._results is not None and self._results.query.fields and located.start >= 0:
                session.entity = hit.id
                session.visit(Passage(located.source, located.start, located.end), other=other)
            else:
                jumps.focus_entity(session, hit.id, other=other)
        elif hit.kind == "claim":
            claim = session.dossier.claim[hit.id]
            placed = passage_for(claim, self._results.query.terms if self._results else ())
            if placed is None:
                session.claim = claim.id
            else:
                session.focus_evidence(claim, placed, other=other)
        else:
            session.visit(Passage(hit.source, hit.start, hit.end), other=other)
            if session.hits is not None:
                session.notice = session.hits.place(hit.source, hit.start)


def _s(n: int) -> str:
    return "" if n == 1 else "s"
