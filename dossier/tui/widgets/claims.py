"""The claims beside the text: the focused one with the words of every source, the others of the article around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from dossier.model.claim import Agreement, Claim, ClaimKind, Evidence, Stance
from dossier.session.comparison import Row
from dossier.session.labels import (
    anchor_note,
    date_label,
    origin_lines,
    reason_label,
    speaker_label,
    status_line,
)
from dossier.session.session import Session
from dossier.tui.messages import FocusPanel, OpenEvidence
from dossier.tui.painted import Painted
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import LINES_KEPT, Line, fit
from dossier.tui.widgets.rows import Rows
from dossier.tui.wrapping import wrap

STATUS_ROLES = {
    Agreement.CONFLICTING: "conflict",
    Agreement.CLOSE: "close",
    Agreement.CORROBORATED: "agree",
    Agreement.UPDATED: "close",
}
FURTHER = 40
"""How many of the article's other claims are listed below the focused one."""

QUOTING = ('"', "“", "”")
"""Signs that words which are a quotation already begin or end with."""
SHORTEST_NAME = 20
"""Cells the name of a source keeps before its date gives way."""

Target = tuple[Claim, Evidence | None]


class ClaimsPanel(Rows):
    """Follows the reading position. A line belongs to a claim or to a piece of its evidence, which it opens."""

    heads = 1
    edge = True

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="claims")
        self._built: list[tuple[Line, Target | None]] = []
        self._titles: dict[str, list[tuple[Line, Target | None]]] = {}
        self._again: dict[Line, Painted] = {}
        self._key: object = None
        self._shown: object = None
        self._title = ""
        self._session: Session | None = None
        self._dossier: object = None

    def show(self, session: Session) -> None:
        """Show the session's focused claim; nothing is painted when it is the same as before."""
        source = "" if session.empty else session.tab.source
        key = (session.dossier, session.claim, source, self.columns, session.why)
        if key != self._key:
            same, top, cursor = key[1:] == self._shown, self.top, self.cursor
            self._shown = key[1:]
            if self._session is None or key[0] is not self._dossier:
                self._titles.clear()
            self._key, self._session, self._dossier = key, session, session.dossier
            self._build()
            if same:  # read again: what was scrolled to stays
                self.place(cursor)
                self.scroll_lines(top)
            self.repaint()

    def relayout(self) -> None:
        """Wrap for the new width."""
        self._titles.clear()
        self._again.clear()
        self._key = None
        if self._session is not None:
            self.show(self._session)

    def wear(self, look: Look) -> None:
        """Change the theme."""
        self._again.clear()
        super().wear(look)

    def make(self, n: int) -> Painted:
        """Paint line ``n``; the same lines come by again as one reads on, and are painted once."""
        if self.lit and n == self.cursor:
            return super().make(n)
        line = self._built[n][0]
        painted = self._again.get(line)
        if painted is None:
            if len(self._again) > LINES_KEPT:
                self._again.clear()
            painted = self._again[line] = super().make(n)
        return painted

    def _build(self) -> None:
        session = self._session
        assert session is not None
        pairs = () if session.empty else session.marks(session.tab.source).evidence
        focused = session.focused
        at = _place_of(session, pairs)
        self._title = f" Claims  {len(pairs):,} passage{'' if len(pairs) == 1 else 's'} here"
        self._built = []
        if focused is None:
            self._guide(len(pairs))
            following = _distinct([claim for claim, _ in pairs[:FURTHER]])
        else:
            self._focus(focused, session)
            following = _distinct([claim for claim, _ in pairs[at + 1 : at + 1 + FURTHER]], focused)
        if following:
            self._built.append(((), None))
            title = "Further on in this article" if focused else "In this article"
            self._built.append((((" " + title, "head"),), None))
        for claim in following:
            if len(self._built) > 2 * self.rows:
                break
            self._built += self._title_of(claim)
        self.count, self.top = len(self._built), 0
        self.cursor = 0
        if self.count and not self.can_choose(0):
            self.place(0)

    def _guide(self, here: int) -> None:
        """What to do when no claim is focused."""
        session = self._session
        assert session is not None
        if not session.dossier.claims:
            said = (
                "No claims yet. Suggestions come as the sources are studied, hidden ones with u; your own are written "
                "in claims.yaml beside the sources: a text, a source, a quote."
            )
        elif here:
            said = "Press c for the next claim in the text, or click a marked line."
        else:
            said = "No claims are recorded for this article. s goes to the next source, F4 shows all claims."
        self._wrapped(said, "muted", " ", None)

    def _focus(self, claim: Claim, session: Session) -> None:
        """The focused claim in full."""
        self._wrapped(claim.text, "strong", "▸ ", (claim, None))
        self._wrapped(status_line(claim), STATUS_ROLES.get(claim.status, "muted"), "  ", (claim, None))
        kind = claim.kind.value if claim.kind is not ClaimKind.FACT else ""
        rated = f"credibility {claim.credibility}" if claim.credibility else ""
        suggested = "" if claim.decided else f"~ suggested, strength {claim.strength:.2f}"
        facts = " · ".join(part for part in (suggested, kind, claim.verdict, rated) if part)
        if facts:
            self._wrapped(facts, "muted", "  ", (claim, None))
        rows = session.rows()
        for said in origin_lines(session.dossier, claim, [row.evidence for row in rows]) if session.why else ():
            self._wrapped(said, "muted", "  ~ ", (claim, None))
        for k, row in enumerate(rows, 1):
            self._built.append(((), None))
            self._evidence(k, row, claim, session)
        for reason in claim.reasons:
            self._wrapped(f"Σ {reason}", "figure", "  ", None)
        if claim.note:
            self._built.append(((), None))
            self._wrapped(f"Note: {claim.note}", "muted", "  ", None)

    def _evidence(self, k: int, row: Row, claim: Claim, session: Session) -> None:
        """One source: its number for the keyboard, its name, its words, its figure, speaker and date."""
        dossier, evidence = session.dossier, row.evidence
        target = (claim, evidence)
        source = dossier.source.get(evidence.source)
        number = str(k) if k < 10 else "·"
        here = not session.empty and evidence.source == session.tab.source
        when = date_label(source.metadata.published) if source else ""
        tail = "".join(f" · {part}" for part in (when, "here" if here else "") if part)
        if self._room - len(tail) < SHORTEST_NAME:
            tail = " · here" if here else ""
        name = (source.metadata.publisher or source.name) if source else evidence.source
        name = fit(name, min(cell_len(name), self._room - 3 - len(tail)))
        self._built.append((((f" {number} ", "figure"), (name, "accent"), (tail, "muted")), target))
        self._quote(row, target)
        facts = [part for part in (evidence.value, speaker_label(dossier, evidence), date_label(evidence.date)) if part]
        if evidence.stance is not Stance.SUPPORTS:
            facts.insert(0, evidence.stance.value)
        if facts:
            self._wrapped(" · ".join(facts), "figure" if evidence.value else "muted", "   ", target)
        for date in evidence.dates if session.why else ():
            if not date.certain or not date.value:
                self._wrapped(f"{date_label(date.value) or 'no date'}: {date.why}", "muted", "   ", target)
        for reason in evidence.reasons if session.why else ():
            self._wrapped(reason_label(dossier, reason), "muted", "   ~ ", target)
        if not evidence.anchor.exact:
            self._wrapped(anchor_note(evidence), "warn", "   ! ", target)

    def _quote(self, row: Row, target: Target) -> None:
        """The words of a source, those that differ from the others' emphasised."""
        for line in quoted(row, self._room - 3):
            self._built.append(((("   ", ""), *line), target))

    def _title_of(self, claim: Claim) -> list[tuple[Line, Target | None]]:
        """One of the other claims, in two lines at most; kept, as the same ones come by again and again."""
        kept = self._titles.get(claim.id)
        if kept is None:
            kept = self._titles[claim.id] = []
            room = self._room - 3
            lines = self._lines(claim.text[: 3 * room], room)
            for n, said in enumerate(lines[:2]):
                cut = "…" if n == 1 and len(lines) > 2 else ""
                sign = (f" {claim.status.symbol} ", STATUS_ROLES.get(claim.status, "muted")) if not n else ("   ", "")
                kept.append(((sign, (said + cut, "")), (claim, None)))
        return kept

    def _wrapped(self, text: str, role: str, indent: str, target: Target | None) -> None:
        for n, said in enumerate(self._lines(text, self._room - len(indent))):
            self._built.append((((indent if not n else " " * len(indent), role), (said, role)), target))

    def _lines(self, text: str, width: int) -> list[str]:
        starts = wrap(text, max(8, width))
        return [text[starts[n] : starts[n + 1]].rstrip() for n in range(len(starts) - 1)]

    @property
    def _room(self) -> int:
        return max(12, self.columns - 2)

    def head(self, n: int) -> Line:
        """The title."""
        return ((self._title.ljust(self.columns - 1), "head.active" if self.lit else "head"),)

    def line(self, n: int) -> Line:
        """A line of the panel."""
        return self._built[n][0]

    def can_choose(self, n: int) -> bool:
        """The first line of a claim or of its evidence."""
        target = self._built[n][1]
        return target is not None and (n == 0 or self._built[n - 1][1] != target)

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """The evidence; a claim opens at its passage in this article, or at its first."""
        target = self._built[n][1]
        return OpenEvidence(*target, other=other) if target is not None else None

    @property
    def pointed(self) -> Target | None:
        """The claim and the piece of evidence that the line under the cursor belongs to."""
        return self._built[self.cursor][1] if 0 <= self.cursor < self.count else None

    def click_outside(self) -> None:
        """Take the keys."""
        self.post_message(FocusPanel("claims"))

    def on_click(self, event: events.Click) -> None:
        """Any line of an item opens it, not only its first."""
        event.stop()
        n = event.y - self.heads + self.top
        if event.y >= self.heads and 0 <= n < self.count and self._built[n][1] is not None:
            self.choose(n, other=event.ctrl or event.meta)
        else:
            self.click_outside()


def _place_of(session: Session, pairs: Sequence[tuple[Claim, Evidence]]) -> int:
    """The index in the article's evidence of the focused claim's first passage there, -1 when it has none."""
    claim = session.focused
    here = [e for e in claim.evidence if e.source == session.tab.source and e.start >= 0] if claim and pairs else []
    if not here:
        return -1
    return bisect_left(pairs, min(e.start for e in here), key=lambda pair: pair[1].start)


def _distinct(claims: Sequence[Claim], focused: Claim | None = None) -> list[Claim]:
    return list({claim.id: claim for claim in claims if claim is not focused}.values())


def quoted(row: Row, width: int) -> list[Line]:
    """The words of a source in quotation marks, in lines of ``width`` cells, with what differs emphasised."""
    words = row.words.replace("\n", " ")
    begun, ended = words.startswith(QUOTING), words.endswith(QUOTING)
    alone = sum(words.count(sign) for sign in QUOTING) == 1  # its partner stands outside of the words
    opening = "" if begun and (ended or alone) else "“"
    closing = "" if ended and (begun or alone) else "”"
    text = f"{opening}{words}{closing}"
    spans = [(a + len(opening), b + len(opening)) for a, b in row.differs]
    starts = wrap(text, max(8, width))
    ends = [starts[n] + len(text[starts[n] : starts[n + 1]].rstrip()) for n in range(len(starts) - 1)]
    return [_emphasised(text, start, end, spans) for start, end in zip(starts, ends, strict=False)]


def _emphasised(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Line:
    """text[start:end] with the parts that lie in ``spans`` in the role of what differs."""
    pieces, at = [], start
    for a, b in spans:
        a, b = max(a, start), min(b, end)
        if a < b:
            pieces += [(text[at:a], ""), (text[a:b], "differs")]
            at = b
    pieces.append((text[at:end], ""))
    return tuple((piece, role) for piece, role in pieces if piece)
