"""Composes only the widgets that have something new to show.

Textual 8.2 asks every widget on the screen for all of its lines at every change, and cuts them up, though it then
writes only what changed: a page of one article makes the article beside it work as well. This is the only file that
touches Textual's private names: ``Screen._compositor``, ``Compositor._get_renders``, ``Compositor._dirty_regions``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


class DirtyCompositor(Compositor):
    """Leaves out of a partial update whatever no changed region touches: nothing of it would be written."""

    _changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """As Textual's, for the widgets that have changed only."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """As Textual's, but a strip that no other widget's edge cuts is taken as it is, not made anew."""
        if not self._changed:
            return super()._render_chops(crop, is_rendered_line)
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [
            dict.fromkeys(row[:-1]) if is_rendered_line(y) else {} for y, row in enumerate(cuts)
        ]
        for region, rows, strips in self._get_renders(crop):
            left, right = rows.column_span
            for y, strip in zip(rows.line_range, strips, strict=False):
                if not is_rendered_line(y):
                    continue
                line = chops[y]
                inner = [cut for cut in cuts[y] if left <= cut <= right]
                pieces = [strip] if len(inner) == 2 else strip.divide([cut - region.x for cut in inner[1:]])
                for cut, piece in zip(inner, pieces, strict=False):
                    if line[cut] is None:  # what lies above was there first
                        line[cut] = piece
        return cast("Sequence[Mapping[int, Strip]]", chops)

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The rows that have changed, of the widgets they cross."""
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            crossed = [changed for changed in self._changed if seen.overlaps(changed)]
            if crossed:
                top = max(seen.y, min(changed.y for changed in crossed))
                bottom = min(seen.bottom, max(changed.bottom for changed in crossed))
                rows = Region(seen.x, top, seen.width, bottom - top)
                yield region, rows, widget.render_lines(rows.translate(-region.offset))


def paint_dirty_widgets_only(screen: Screen[None]) -> None:
    """Give a screen that compositor."""
    screen._compositor = DirtyCompositor()


def whole_painting(screen: Screen[None]) -> str:
    """What would be written to a cleared terminal to show the screen as it is now."""
    return screen._compositor.render_full_update().render_segments(screen.app.console)
