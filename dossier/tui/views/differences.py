"""Every disagreement of the sources, the most important first."""

from __future__ import annotations

from rich.cells import cell_len

from dossier.analysis.agreement.agreement import differences
from dossier.model.claim import Claim
from dossier.session.comparison import Row, compare
from dossier.session.differing import differing
from dossier.session.labels import speaker_label, status_line
from dossier.tui.messages import OpenEvidence
from dossier.tui.views.view import Built, BuiltView
from dossier.tui.widgets.claims import STATUS_ROLES, quoted

INDENT, WIDEST = 7, 110
"""Cells before the words of a source, and cells up to which a line of them is comfortable to read."""


class Differences(BuiltView):
    """Claims on which sources differ, each with the words that carry the figures."""

    title = "Where the sources differ"
    focuses = True

    def key_of(self) -> object:
        """The dossier."""
        return self.session.dossier

    def build(self) -> list[Built]:
        """A claim, what the sources make of it and in what they differ, and the words of each passage."""
        dossier = self.session.dossier
        claims = differing(dossier.claims)
        if not claims:
            return self.paragraph("The sources differ on no claim.", "agree")
        lines: list[Built] = []
        for claim in claims:
            role = STATUS_ROLES.get(claim.status, "muted")
            mark = "" if claim.decided else "  ~ suggested"
            head, *more = self.paragraph(claim.text, "strong")
            more.append(Built(((f"   {status_line(claim)}", role), (mark, "muted"))))
            for difference in differences(claim.evidence)[:1]:
                more += self.paragraph(difference.words, role, 3)
            lines.append(Built(head.line, OpenEvidence(claim, None), rest=True))
            lines += [Built(line.line, OpenEvidence(claim, None)) for line in more]
            for row in compare(dossier, claim):
                if row.evidence.counts:
                    lines += self._passage(claim, row)
            lines.append(Built(()))
        return lines

    def _passage(self, claim: Claim, row: Row) -> list[Built]:
        """The words of one source, in as many lines as they need, and who says so."""
        dossier, opens = self.session.dossier, OpenEvidence(claim, row.evidence)
        speaker = speaker_label(dossier, row.evidence)
        number = dossier.number.get(row.evidence.source, 0)
        room = min(WIDEST, self.columns) - INDENT - 1
        first, *rest = quoted(row, room)
        lines = [((f"{number:>{INDENT - 1}} ", "accent"), *first), *(((" " * INDENT, ""), *line) for line in rest)]
        if speaker and sum(cell_len(text) for text, _ in lines[-1]) + cell_len(speaker) + 2 <= room + INDENT:
            lines[-1] = (*lines[-1], (f"  {speaker}", "muted"))
        elif speaker:
            lines.append(((" " * INDENT, ""), (speaker, "muted")))
        return [Built(line, opens, rest=not n) for n, line in enumerate(lines)]
