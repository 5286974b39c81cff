"""The card of an entity: its names, where it is named, what is said about it and what it says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from dossier.model.claim import Claim, Evidence
from dossier.model.entity import Entity
from dossier.model.passage import Passage
from dossier.session.labels import source_label
from dossier.tui.messages import OpenEntity, OpenEvidence, OpenPassage
from dossier.tui.views.view import Built, BuiltView
from dossier.tui.widgets.claims import STATUS_ROLES
from dossier.tui.widgets.lines import fit

MENTIONS_SHOWN = 300
"""Mentions listed with their words; e walks through all."""
TOGETHER_SHOWN = 8
"""Entities listed as named near it."""
NEAR = 300
"""Code points within which two mentions count as near."""


class EntityCard(BuiltView):
    """Everything the dossier holds on the selected entity."""

    title = "Entity card"

    def key_of(self) -> object:
        """The dossier and the selection."""
        return self.session.dossier, self.session.entity

    def build(self) -> list[Built]:
        """Names, claims, mentions."""
        dossier = self.session.dossier
        entity = dossier.entity.get(self.session.entity)
        if entity is None:
            guide = "No entity is selected. Choose one in the sidebar (f), or press e in an article."
            if not dossier.entities:
                guide = "No entities yet. Write them in entities.yaml beside the sources: a name, a kind, aliases."
            return self.paragraph(guide, "muted")
        tally = dossier.texts.tally().get(entity.id, {})
        total = sum(tally.values())
        lines = [Built(((f" {entity.name}", "strong"), (f"   {entity.kind.value}", "muted")))]
        if len(entity.names) > 1:
            lines += self.paragraph("also: " + ", ".join(entity.names[1:]), "")
        if entity.refused:
            lines += self.paragraph("not: " + ", ".join(entity.refused), "muted")
        if entity.note:
            lines += self.paragraph(entity.note, "muted")
        lines += self.paragraph(f"named {total:,} times in {len(tally)} of {len(dossier.sources):,} sources", "muted")
        said = [(c, next((e for e in c.evidence if e.speaker == entity.id), None)) for c in dossier.claims]
        lines += self._claims("Says", [(claim, evidence) for claim, evidence in said if evidence is not None])
        about = [claim for claim in dossier.claims if entity.id in claim.about]
        lines += self._claims("Claims about it", [(claim, None) for claim in about])
        lines += self._together(entity, list(tally))
        lines += self._mentions(entity, list(tally))
        return lines

    def _claims(self, title: str, pairs: list[tuple[Claim, Evidence | None]]) -> list[Built]:
        if not pairs:
            return []
        lines = self.heading(f"{title}  {len(pairs)}   (and the sources that say so)")
        for claim, evidence in pairs:
            number = self.session.dossier.number
            sources = ", ".join(map(str, sorted(number[source] for source in claim.sources if source in number)))
            sign = (f"  {claim.status.symbol} ", STATUS_ROLES.get(claim.status, "muted"))
            line = (sign, (fit(sources or "–", 8) + " ", "figure"), (claim.text, ""))
            lines.append(Built(line, OpenEvidence(claim, evidence), rest=True))
        return lines

    def _together(self, entity: Entity, sources: list[str]) -> list[Built]:
        """The entities named within a few lines of it, most often first."""
        dossier = self.session.dossier
        near: dict[str, int] = {}
        for source in sources[:50]:
            mentions = dossier.mentions(source)
            own = [mention.start for mention in mentions if mention.entity == entity.id][:MENTIONS_SHOWN]
            for start in own:
                first = bisect_left(mentions, start - NEAR, key=attrgetter("start"))
                last = bisect_right(mentions, start + NEAR, key=attrgetter("start"))
                for other in {mention.entity for mention in mentions[first:last]} - {entity.id}:
                    near[other] = near.get(other, 0) + 1
        if not near:
            return []
        lines = self.heading("Named near it")
        for other in sorted(near, key=lambda e: (-near[e], e))[:TOGETHER_SHOWN]:
            line = ((f"  {near[other]:>3}  ", "figure"), (dossier.entity[other].name, ""))
            lines.append(Built(line, OpenEntity(other, card=True), rest=True))
        return lines

    def _mentions(self, entity: Entity, sources: list[str]) -> list[Built]:
        lines: list[Built] = []
        shown = 0
        order = self.session.dossier.number
        for id in sorted((id for id in sources if id in order), key=order.__getitem__):
            if shown >= MENTIONS_SHOWN:
                break
            source = self.session.dossier.source[id]
            own = [m for m in self.session.dossier.mentions(source.id) if m.entity == entity.id]
            number = self.session.dossier.number[source.id]
            lines += self.heading(f"{number} {source_label(source)}  {len(own)}")
            text = self.session.dossier.reading(source.id).text
            for mention in own[: MENTIONS_SHOWN - shown]:
                before, words, after = self._around(text, mention.start, mention.end)
                line = (("  " + before, "muted"), (words, "match"), (after, "muted"))
                passage = Passage(source.id, mention.start, mention.end)
                lines.append(Built(line, OpenPassage(passage), rest=True))
                shown += 1
        return lines

    def _around(self, text: str, start: int, end: int) -> tuple[str, str, str]:
        """The words before, of and after a passage, on one line."""
        before = text[max(0, start - 30) : start].rpartition("\n")[2]
        if start > 30 and len(before) == 30 and " " in before:
            before = before.partition(" ")[2]  # not from the middle of a word
        after = text[end : end + max(20, self.columns)].partition("\n")[0]
        return before.rjust(30) if len(before) < 30 and before.isascii() else before, text[start:end], after
