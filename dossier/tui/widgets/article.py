"""An article pane: the reading text of one source, wrapped, highlighted, never interpreted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len, split_graphemes
from textual import events
from textual.selection import Selection
from textual.strip import Strip

from dossier.model.passage import Passage
from dossier.model.source import Source
from dossier.session.caret import whole_words
from dossier.session.hits import Span
from dossier.session.marks import Marks
from dossier.tui.messages import FocusPanel, Moved, OpenEntity, OpenEvidence
from dossier.tui.painted import Painted, Piece, cut
from dossier.tui.theme import Look
from dossier.tui.widgets.highlights import Highlights
from dossier.tui.widgets.leaves import Leaf, Leaves
from dossier.tui.widgets.lines import LINES_KEPT
from dossier.tui.widgets.ruler import thumb
from dossier.tui.widgets.tabs import TabHeads
from dossier.tui.wrapping import Wrapped

GUTTER = 3
WRAPPED_KEPT = 6
"""Texts whose lines are kept at a width: going to and fro between sources, or hiding a panel, wraps nothing anew."""


class Article(TabHeads):
    """One pane. The screen tells it what to show through :meth:`show` and :meth:`highlight`."""

    ALLOW_SELECT = True
    heads = 2

    def __init__(self, look: Look, index: int) -> None:
        super().__init__(look)
        self._ruled: dict[int, Painted] = {}
        self.index = index
        self.measure = 76
        self.text = ""
        self.source: Source | None = None
        self.highlights: Highlights | None = None
        self.wrapped: Wrapped | None = None
        self._kept: list[Wrapped] = []
        self._leaves = Leaves()
        self._offset = 0
        self._landing: Passage | None = None
        self.scrolled = False
        """Whether the reader has scrolled since the screen last asked."""
        self._tab: object = None
        self._margin = 0

    # What to show

    def show(self, source: Source, text: str, marks: Marks, offset: int, tab: object = None) -> None:
        """Show a source from a reading position on, in code points; ``tab`` is whose position it is."""
        if self.highlights is not None and self.highlights.marks is marks:
            if tab is not self._tab and self.wrapped is not None:
                self._tab = tab
                self._landing = None
                self._reach(offset)
                self.scroll_lines(self.wrapped.line_of(offset))
            return
        self._tab = tab
        self._put_aside()
        selection = self.highlights.selection if self.highlights is not None else None
        if selection and (text != self.text or self.source is None or self.source.id != source.id):
            self.screen.clear_selection()  # other words stand there now
            selection = None
        self.text = text
        self.source, self.highlights = source, Highlights(marks, selection=selection)
        self.wrapped = self._landing = None
        self._offset = offset
        self.relayout()
        self._bring_back()
        self.refresh()

    def _put_aside(self) -> None:
        """Keep what was painted of the place that is left, with the highlights it was painted with."""
        if self.highlights is not None and self.wrapped is not None:
            lines = {n: painted for n, painted in self._painted.items() if n >= 0}
            self._leaves.put(Leaf(self.text, replace(self.highlights), self.wrapped.starts, lines, self._ruled))
        self._painted, self._ruled = {}, {}

    def _bring_back(self) -> None:
        """Use what was painted of these very lines before, and its highlights: what has changed since is found."""
        now = self.highlights
        if now is None or self.wrapped is None or now.selection is not None:
            return
        leaf = self._leaves.take(now.marks, self.text, self.wrapped.starts)
        if leaf is not None:
            self.highlights, self._painted, self._ruled = leaf.highlights, leaf.painted, leaf.ruled

    def show_problem(self, source: Source, problem: str) -> None:
        """Say why a source cannot be read, in its place."""
        if self.text != problem:
            self.show(source, problem, Marks.none(), 0)

    def set_measure(self, measure: int) -> None:
        """Set the greatest width of a line of text, in cells."""
        if measure != self.measure:
            self.measure = measure
            self.relayout()
            self.repaint()

    def set_edge(self, edge: bool) -> None:
        """Draw a line at the left, or none."""
        if edge != self.edge:
            self.edge = edge
            self.drop()
            self.relayout()
            self.refresh()

    def relayout(self) -> None:
        """Wrap for the present width, keeping the reading position."""
        room = self.columns - GUTTER - 1 - self.edge
        width = max(2, min(room, self.measure))
        self._margin = max(0, (room - width) // 2)
        if self.highlights is None or not self.columns:
            return
        found = next((w for w in self._kept if w.width == width and w.text is self.text), None)
        if found is None:
            found = Wrapped(self.text, width, self._offset)
        self._kept = [found, *(w for w in self._kept if w is not found)][:WRAPPED_KEPT]
        self.wrapped = found
        found.reach(self._offset)
        self._settle()
        if self._landing is not None:
            self.reveal(self._landing)

    def _settle(self) -> None:
        """Put the reading position at the top again after the lines have changed."""
        wrapped = self.wrapped
        assert wrapped is not None
        self.count = wrapped.count
        self.top = max(0, min(wrapped.line_of(self._offset), self.count - self.body))

    def highlight(
        self,
        focus: tuple[Span, ...],
        differs: tuple[Span, ...],
        entity: str,
        hits: Sequence[Span],
        spot: Span | None,
    ) -> None:
        """Mark what is so just now: see :class:`Highlights`."""
        now = self.highlights
        if now is None:
            return
        if (focus, differs) != (now.focus, now.differs):
            changed = [*now.focus, *focus]
            now.focus, now.differs = focus, differs
            self._forget_spans(changed)
        if spot != now.spot:
            old, now.spot = now.spot, spot
            self._forget_spans([span for span in (old, spot) if span])
        if entity != now.entity or (hits is not now.hits and (hits or now.hits)):
            now.select(entity)
            now.hits = hits
            self._repaint_lines()

    def _repaint_lines(self) -> None:
        """Paint what shows anew; other sources stay as they were painted."""
        self._painted.clear()
        self._ruled.clear()
        self.refresh()

    def _forget_spans(self, spans: Sequence[Span]) -> None:
        wrapped = self.wrapped
        if wrapped is None:
            return
        for start, end in spans:
            if wrapped.covers(start):
                self.forget(wrapped.line_of(start), wrapped.line_of(max(start, end - 1)))

    # Where the reader is

    @property
    def position(self) -> int:
        """The reading position: the first code point on the screen."""
        return self._offset

    @property
    def on_screen(self) -> Span:
        """The code points on the screen, end exclusive."""
        wrapped = self.wrapped
        if wrapped is None or not wrapped.count:
            return 0, 0
        return wrapped.starts[self.top], wrapped.starts[min(self.top + self.body, wrapped.count)]

    def reveal(self, passage: Passage) -> None:
        """Bring a passage into view, and keep it there when the size changes, until the reader scrolls.

        Nothing moves when all of it can be seen already.
        """
        self._landing = passage
        if self.wrapped is None or not self.rows:
            return
        self._reach(passage.start)
        first = self.wrapped.line_of(passage.start)
        last = self.wrapped.line_of(max(passage.start, passage.end - 1))
        if passage.end <= passage.start:
            self.scroll_lines(first)
        elif not (self.top <= first and last < self.top + self.body - 1):
            self.scroll_lines(first - self.body // 3)

    def _reach(self, offset: int) -> None:
        wrapped = self.wrapped
        assert wrapped is not None
        if wrapped.covers(offset):
            return
        self._put_aside()
        wrapped.reach(offset)
        self._offset = offset
        self._settle()
        self._bring_back()
        self.refresh()

    def scroll_lines(self, top: int) -> bool:
        """Scroll so that line ``top`` is the first, wrapping further where the text is not wrapped yet."""
        wrapped = self.wrapped
        if wrapped is None:
            return False
        if not wrapped.complete and not 0 <= top <= wrapped.count - self.body:
            edge = wrapped.starts[-1] if top > 0 else wrapped.starts[0]
            if 0 < edge < len(self.text):
                keep = self.top - top
                self._reach(edge if top > 0 else edge - 1)
                top = wrapped.line_of(self._offset) - keep
        moved = super().scroll_lines(top)
        self._offset = wrapped.starts[self.top]
        return moved

    def _leave(self) -> None:
        """The reader scrolls: the passage landed on need not stay in view."""
        self._landing = None
        self.scrolled = True

    def to_line(self, by: int) -> None:
        """Scroll by lines."""
        self._leave()
        self.scroll_lines(self.top + by)

    def to_page(self, by: float) -> None:
        """Scroll by pages, keeping two lines of the last one in sight."""
        self._leave()
        self.scroll_lines(self.top + int(by * max(1, self.body - 2)))

    def to_end(self, last: bool) -> None:
        """Go to the start or the end of the text."""
        self._leave()
        if self.wrapped is not None:
            self._reach(len(self.text) - 1 if last else 0)
            self.scroll_lines(self.count if last else 0)

    def wheel(self, by: int) -> None:
        """Scroll by mouse, and let the claims follow."""
        self._leave()
        self.scroll_lines(self.top + by)
        self.post_message(Moved(self.index))

    # Painting

    def make(self, n: int) -> Painted:
        """One line of text with its gutter, beside the ruler's trough."""
        return self._ruled_line(n, thumb=False)

    def _ruled_line(self, n: int, *, thumb: bool) -> Painted:
        ruler = ("┃", self.look.style("ruler.thumb")) if thumb else ("│", self.look.style("ruler"))
        return Painted([*self._pieces(n), ruler], self.columns)

    def _pieces(self, n: int) -> list[Piece]:
        """The pieces of a line, together one cell narrower than the pane: the last one is the ruler's."""
        assert self.wrapped is not None
        assert self.highlights is not None
        starts = self.wrapped.starts
        start = starts[n]
        said = self.text[start : starts[n + 1]].rstrip()
        pieces = [("│", self.look.style("edge"))] if self.edge else []
        room = self.columns - 1 - self.edge
        if not said:
            return [*pieces, (" " * room, self.look.ground)]
        symbol, role, marked = self.highlights.line(start, start + len(said))
        pieces.append((" " * self._margin + symbol, self.look.style(role)))
        mark, text = self.look.mark, self.text
        pieces += [(text[a:b], mark(mask)) for a, b, mask in marked]
        used = self._margin + GUTTER + (len(said) if said.isascii() else cell_len(said))
        if used < room:
            pieces.append((" " * (room - used), self.look.ground))
        return pieces if used <= room else cut(pieces, self.columns - 1)

    def row(self, y: int) -> Painted:
        """What stands in row ``y``: with the ruler's thumb beside it the line is another."""
        return self.stand(y, y + 1)[0]

    def stand(self, first: int, last: int) -> list[Painted]:
        """What stands in the rows ``first`` to ``last``, end exclusive: the thumb's are other than the rest."""
        low, high = thumb(self.on_screen, len(self.text), self.body)
        heads, shift = self.heads, self.top - self.heads
        lines = range(first - heads, min(last, heads) - heads), range(max(first, heads) + shift, last + shift)
        ruled = range(low + self.top, min(high + self.top, self.count))
        return [self._with_thumb(n) if n in ruled else self.painted(n) for row in lines for n in row]

    def _with_thumb(self, n: int) -> Painted:
        painted = self._ruled.get(n)
        if painted is None:
            if len(self._ruled) > LINES_KEPT:
                self._ruled.clear()
            painted = self._ruled[n] = self._ruled_line(n, thumb=True)
        return painted

    def forget(self, first: int, last: int) -> None:
        """Paint the lines ``first`` to ``last``, inclusive, anew."""
        for n in [n for n in self._ruled if first <= n <= last]:
            del self._ruled[n]
        super().forget(first, last)

    def drop(self) -> None:
        """Forget every line that was painted."""
        super().drop()
        self._ruled.clear()
        self._leaves.clear()

    # Mouse and selection

    def offset_at(self, x: int, y: int) -> int | None:
        """The code point under a cell, or None where there is no text."""
        n = y - self.heads + self.top
        x -= GUTTER + self._margin + self.edge
        if self.wrapped is None or y < self.heads or not 0 <= n < self.wrapped.count or x < 0:
            return None
        start, stop = self.wrapped.starts[n], self.wrapped.starts[n + 1]
        said = self.text[start:stop].rstrip()
        if said.isascii():
            return start + x if x < len(said) else None
        cells = 0
        for first, _, width in split_graphemes(said)[0]:
            cells += width
            if cells > x:
                return start + first
        return None

    def on_click(self, event: events.Click) -> None:
        """Choose a tab, the claim or the entity under the pointer."""
        event.stop()
        self.post_message(FocusPanel("article", self.index))
        if event.y < self.heads:
            self.click_head(event.x, event.y)
            return
        offset = self.offset_at(event.x, event.y)
        if offset is None or self.highlights is None or self.screen.selections:
            return
        marks = self.highlights.marks
        entity = marks.entity_at(offset)
        found = marks.claims_in(offset, offset + 1)
        if entity and event.chain > 1:
            self.post_message(OpenEntity(entity, card=True))
        elif found:
            claim, evidence = min((marks.evidence[i] for i in found), key=lambda p: p[1].end - p[1].start)
            self.post_message(OpenEvidence(claim, evidence))
        elif entity:
            self.post_message(OpenEntity(entity))

    def render_line(self, y: int) -> Strip:
        """The strip at a row with the place of each character, for selecting by mouse."""
        n = y - self.heads + self.top
        if y < self.heads or n >= self.count or self.wrapped is None:
            return super().render_line(y)
        segments = list(self.row(y).strip)
        skip = 1 + self.edge
        return Strip([*segments[:skip], *Strip(segments[skip:]).apply_offsets(0, self.wrapped.starts[n])])

    def _absolute(self, selection: Selection) -> Span:
        start = 0 if selection.start is None else selection.start.x + selection.start.y
        end = len(self.text) if selection.end is None else selection.end.x + selection.end.y
        return whole_words(self.text, min(start, len(self.text)), min(end, len(self.text)))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, without the breaks of the lines on the screen."""
        start, end = self._absolute(selection)
        return self.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what is selected."""
        if self.highlights is not None:
            old, new = self.highlights.selection, self._absolute(selection) if selection else None
            self.highlights.selection = new
            self._forget_spans([span for span in (old, new) if span])

    @property
    def selected(self) -> Passage | None:
        """The selected words as a passage."""
        span = self.highlights.selection if self.highlights else None
        if span is None or self.source is None or span[0] >= span[1]:
            return None
        return Passage(self.source.id, *span)
