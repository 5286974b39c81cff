"""Writes the lines that have changed, and nothing else.

Textual 8.2 brings a change to the terminal through a message to the screen, a cut of every row at every widget's edge
and a strip for each part: three times the price of the lines themselves. Here widgets say which of their rows have
changed, and these are written in one frame when the key has been handled. Where widgets lie is still Textual's.

This is the only file that touches Textual's private names: ``Screen._compositor``, ``Compositor._dirty_regions``,
``App._display``, ``App._batch_count``, ``App._disable_notifications``, ``App._disable_tooltips``, the class
``-textual-system``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem
from rich.console import Console, ConsoleRenderable
from textual._compositor import Compositor, CompositorUpdate, ReflowResult
from textual.app import App
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget

from dossier.tui.painted import Painted, Pen

if TYPE_CHECKING:
    from dossier.tui.widgets.lines import Lines

KEEPS_SELECTION = "-textual-system"
"""The class of widgets that can be clicked while words stay selected: Textual's own scroll bars have it."""

Rows = tuple[int, int]
"""First and last row of a widget, end exclusive."""

_SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "windows": ColorSystem.WINDOWS}
_PLAIN = "\x1b[0m"
_RETRY = 0.01
"""Seconds until a change is written that came while Textual held all changes back."""


class Frame(CompositorUpdate):
    """What is written to the terminal at once."""

    def __init__(self, sequence: str) -> None:
        self._sequence = sequence

    def render_segments(self, console: Console) -> str:
        """The escape sequences and the text."""
        return self._sequence


class Painter(Compositor):
    """Knows which rows have changed, and what stands on the screen."""

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._screen = screen
        self._touched: dict[Widget, list[Rows]] = {}
        self._shown: dict[tuple[int, int], str] = {}
        self._places: dict[Widget, Region] = {}
        self._due = self._held = False
        self._pen: Pen | None = None

    # What has changed

    def touch(self, widget: Lines, rows: Rows) -> None:
        """Rows of a widget have changed: they are written when what is being handled has been handled."""
        self._touched.setdefault(widget, []).append(rows)
        if not self._due:
            self._due = True
            asyncio.get_running_loop().call_soon(self._flush)

    def hold(self) -> None:
        """Write nothing until the widgets have been laid out anew."""
        self._held = True

    def _flush(self) -> None:
        """Write what has changed, as one frame."""
        self._due = False
        app, touched = self._screen.app, self._touched
        if not touched or not self._screen.is_current:
            return
        if app._batch_count:
            self._due = True
            asyncio.get_running_loop().call_later(_RETRY, self._flush)
        elif not self._held:
            self._touched = {}
            sequence = self._written(touched)
            if sequence:
                app._display(self._screen, cast(ConsoleRenderable, Frame(sequence)))

    # Textual's ways in

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay the widgets out; where any of them was or is now, everything is written anew.

        Textual compares with a map that whoever asks for a region may already have renewed, and would then leave on
        the screen what is hidden.
        """
        self._held = False
        result = super().reflow(parent, size)
        places = {widget: region for widget, (region, _) in self.visible_widgets.items()}
        if places != self._places:
            self._dirty_regions.update(region for _, region in places.items() ^ self._places.items())
            self._places = places
            self._shown.clear()
        return result

    def render_full_update(self, simplify: bool = False) -> CompositorUpdate:  # type: ignore[override]
        """All that is not on the screen yet; the whole as strips when a picture is made of it (``simplify``)."""
        if simplify:
            return super().render_full_update(simplify)
        return Frame(self._everything())

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]
        """What Textual says has changed, and what the widgets say."""
        regions = list(self._dirty_regions)
        self._dirty_regions.clear()
        touched, self._touched = self._touched, {}
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            for found in filter(None, map(seen.intersection, regions)):
                if widget is not self._screen or not self._covered(found):
                    touched.setdefault(widget, []).append((found.y - region.y, found.bottom - region.y))
        sequence = self._written(touched)
        return Frame(sequence) if sequence else None

    def whole(self) -> str:
        """What is written to a cleared terminal to show the screen as it is now."""
        self.forget_all()
        return self._everything()

    def forget_all(self) -> None:
        """Take nothing for granted that was written before: another program may have used the terminal."""
        self._shown.clear()

    def _everything(self) -> str:
        self._dirty_regions.clear()
        self._touched = {}
        every: dict[Widget, list[Rows]] = {
            widget: [(0, region.height)] for widget, (region, _) in self.visible_widgets.items()
        }
        if self._covered(self.size.region):
            every.pop(self._screen, None)
        return self._written(every)

    def _covered(self, region: Region) -> bool:
        """Whether the widgets of the lowest layer, which do not overlap, leave nothing of a region free."""
        seen = (
            region.intersection(place.intersection(clip))
            for widget, (place, clip) in self.visible_widgets.items()
            if widget is not self._screen and widget.layer == "default"
        )
        return sum(part.area for part in seen) == region.area

    def _forget(self, region: Region) -> None:
        for place in [(y, x) for y, x in self._shown if region.y <= y < region.bottom]:
            del self._shown[place]

    # Writing

    def _written(self, touched: dict[Widget, list[Rows]]) -> str:
        """The changed rows of each widget, the lowest widget first, and of those above it what it crosses."""
        out: list[str] = []
        below: list[Region] = []
        for widget, (region, clip) in reversed(self.visible_widgets.items()):
            rows = touched.get(widget, [])
            for crossed in below:
                if crossed.overlaps(region):
                    self._forget(crossed)
                    rows = [*rows, (max(0, crossed.y - region.y), min(region.height, crossed.bottom - region.y))]
            if not rows:
                continue
            top, bottom = max(0, clip.y - region.y), min(region.height, clip.bottom - region.y)
            ranges = list(_joined(rows, top, bottom))
            out += self._rows(widget, region, clip, ranges)
            if len(touched) < len(self.visible_widgets):
                below += [Region(region.x, region.y + a, region.width, b - a) for a, b in ranges]
        return "".join(out) + _PLAIN if out else ""

    def _rows(self, widget: Widget, region: Region, clip: Region, ranges: Iterable[Rows]) -> Iterator[str]:
        """Each row that is not on the screen already, with its place."""
        x, shown, pen = max(region.x, clip.x), self._shown, self.pen
        whole = clip.x <= region.x and region.right <= clip.right
        stand = getattr(widget, "stand", None) if whole else None
        for first, last in ranges:
            painted: Iterable[Painted] = stand(first, last) if stand else ()
            rows = [one.sequence(pen) for one in painted] if stand else self._cropped(widget, region, clip, first, last)
            for y, said in enumerate(rows, region.y + first):
                place = y, x
                if shown.get(place) != said:
                    shown[place] = said
                    yield f"\x1b[{y + 1};{x + 1}H{said}"

    def _cropped(self, widget: Widget, region: Region, clip: Region, first: int, last: int) -> list[str]:
        """Rows of a widget that is not ours, or of which only a part is seen."""
        x, console = max(region.x, clip.x), self._screen.app.console
        crop = Region(x - region.x, first, min(region.right, clip.right) - x, last - first)
        return [strip.render(console) for strip in widget.render_lines(crop)]

    @property
    def pen(self) -> Pen:
        """The pen for this terminal's colours."""
        if self._pen is None:
            system = self._screen.app.console.color_system
            self._pen = Pen(_SYSTEMS.get(system or "", ColorSystem.TRUECOLOR))
        return self._pen


def _joined(rows: list[Rows], top: int, bottom: int) -> Iterator[Rows]:
    """Ranges of rows in order, those that overlap as one, within [top, bottom)."""
    first = last = top
    for a, b in sorted(rows):
        a, b = max(a, top), min(b, bottom)
        if a > last:
            if last > first:
                yield first, last
            first = a
        if b > last:
            last = b
    if last > first:
        yield first, last


def give_painter(screen: Screen[None]) -> Painter:
    """Let a screen be painted by a painter of its own."""
    painter = screen._compositor = Painter(screen)
    return painter


def leave_out_what_is_not_used(app: App[None]) -> None:
    """No toasts and no tooltips: two widgets less on every screen."""
    app._disable_notifications = app._disable_tooltips = True
