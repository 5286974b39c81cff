"""What happened when, across the sources."""

from __future__ import annotations

from dossier.model.dated import Dated
from dossier.session.labels import date_label
from dossier.session.timeline import timeline
from dossier.tui.messages import OpenEvidence
from dossier.tui.views.view import Built, BuiltView
from dossier.tui.widgets.lines import fit

DATE = 24
"""Columns for a date."""
MOST = 5000
"""Passages that are listed."""


class Timeline(BuiltView):
    """Every dated passage in order; ``~`` marks a date that was assumed, ranges show both ends."""

    title = "Timeline"
    focuses = True

    def key_of(self) -> object:
        """The dossier."""
        return self.session.dossier

    def build(self) -> list[Built]:
        """A line for each passage; the date once for those that share it."""
        moments = timeline(self.session.dossier)[:MOST]
        if not moments:
            return self.paragraph("No dates yet: no claim tells one.", "muted")
        lines: list[Built] = []
        before = None
        number = self.session.dossier.number
        for date, claim, piece in moments:
            shown = _label(date) if (date.low, date.high) != before else ""
            before = date.low, date.high
            role = "figure" if date.certain and date.value else "muted"
            words = " ".join(piece.selector.exact.split())
            line = (
                (" " + fit(shown, DATE), role),
                (f"{number.get(piece.source, 0):>3} ", "accent"),
                (f"{claim.status.symbol}{' ' if piece.decided else '~'} ", "muted"),
                (words, ""),
            )
            lines.append(Built(line, OpenEvidence(claim, piece), rest=True))
            if shown and date.why and not date.certain:
                lines.append(Built(((" " * (DATE + 8), ""), (date.why, "muted"))))
        return lines


def _label(date: Dated) -> str:
    if not date.value:
        return "? not resolved"
    sign = "" if date.certain else "~ "
    if "/" in date.value:
        return f"{sign}{date_label(date.low[:7])} – {date_label(date.high[:7])}"
    return sign + date_label(date.value)
