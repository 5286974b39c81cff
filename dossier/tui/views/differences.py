"""Every disagreement of the sources, the most important first."""

from __future__ import annotations

from dossier.session.differing import differing
from dossier.session.labels import speaker_label, status_line
from dossier.tui.messages import OpenEvidence
from dossier.tui.views.view import Built, BuiltView
from dossier.tui.widgets.claims import STATUS_ROLES


class Differences(BuiltView):
    """Claims on which sources differ, each with the words that carry the figures."""

    title = "Where the sources differ"

    def key_of(self) -> object:
        """The dossier."""
        return self.session.dossier

    def build(self) -> list[Built]:
        """A claim, what the sources make of it, and a line for each passage."""
        dossier = self.session.dossier
        claims = differing(dossier.claims)
        if not claims:
            return self.paragraph("The sources differ on no claim.", "agree")
        lines: list[Built] = []
        for claim in claims:
            role = STATUS_ROLES.get(claim.status, "muted")
            mark = "" if claim.decided else "  ~ suggested"
            lines.append(Built(((f" {claim.text}", "strong"),), OpenEvidence(claim, None), rest=True))
            lines.append(Built(((f"   {status_line(claim)}", role), (mark, "muted"))))
            for piece in claim.counted:
                words = " ".join(piece.selector.exact.split())
                speaker = speaker_label(dossier, piece)
                line = (
                    (f"   {dossier.number.get(piece.source, 0):>3} ", "accent"),
                    (f"“{words}”", ""),
                    (f"  {speaker}" if speaker else "", "muted"),
                )
                lines.append(Built(line, OpenEvidence(claim, piece), rest=True))
            lines.append(Built(()))
        return lines
