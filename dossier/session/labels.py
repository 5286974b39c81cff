"""How sources, dates and figures are named on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dossier.model.claim import Agreement, Claim, Evidence
from dossier.model.dossier import Dossier
from dossier.model.passage import Anchor
from dossier.model.source import Source

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


_DECADE = re.compile(r"[0-9]{3}X")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART = re.compile(r"([0-9]{4})-([QH][1-4]|SP|SU|FA|WI)")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def date_label(iso: str) -> str:
    """``2026-02-12`` as ``12 Feb 2026``; partial dates as far as they go, periods from and to, weeks by their days,
    parts of a year and decades in words; else unchanged.
    """
    if iso.count("/") == 1:
        return " – ".join(map(date_label, iso.split("/")))
    if _DECADE.fullmatch(iso):
        return f"{iso[:3]}0s"
    if found := _PART.fullmatch(iso):
        return f"{_SEASONS.get(found[2], found[2])} {found[1]}"
    if found := _WEEK.fullmatch(iso):
        return _week_label(int(found[1]), int(found[2]), weekend=bool(found[3])) or iso
    parts = iso.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return iso
    names = [parts[0], *(MONTHS[int(parts[1]) - 1] for _ in parts[1:2]), *(str(int(part)) for part in parts[2:])]
    return " ".join(reversed(names))


def _week_label(year: int, number: int, *, weekend: bool) -> str:
    """The first and the last day of an ISO week or of its weekend; empty where the year has no such week."""
    try:
        first = date.fromisocalendar(year, number, 6 if weekend else 1)
        last = date.fromisocalendar(year, number, 7)
    except ValueError:
        return ""
    rest = date_label(last.isoformat())
    return f"{first.day}–{rest}" if first.month == last.month else f"{date_label(first.isoformat())} – {rest}"


def source_label(source: Source) -> str:
    """Who or what it is, and its date: the publisher, else the title, else the first words."""
    said = source.metadata
    return ", ".join(part for part in (said.publisher or source.name, date_label(said.published)) if part)


def origin_line(source: Source) -> str:
    """Who published it, when, and how reliable a person rated it; says so where the text does not tell."""
    said = source.metadata
    parts = [f"rated {source.reliability}"] if source.reliability else []
    parts += [said.publisher or "no publisher named", date_label(said.published) or "no date"]
    if said.author:
        parts.append(said.author)
    return " · ".join(parts)


def lineage(dossier: Dossier, source: str) -> str:
    """What the program found of where a source comes from, empty for nothing: whom it copies, the agency it credits."""
    derived = dossier.derived
    if derived is None:
        return ""
    copies = [one for one in derived.copies if one.source == source and one.of in dossier.number]
    parts = [f"~ {one.share:.0%} as in {dossier.number[one.of]}" for one in copies[:1]]
    if source in derived.wires:
        agency = derived.wires[source]
        parts.append(f"~ credits {agency.upper() if len(agency) < 5 else agency.title()}")
    if source in derived.foreign:
        parts.append("~ another language: no claims suggested")
    return " · ".join(parts)


def speaker_label(dossier: Dossier, evidence: Evidence) -> str:
    """The speaker's name, or an empty string where nobody is quoted."""
    entity = dossier.entity.get(evidence.speaker)
    return entity.name if entity else evidence.speaker


def anchor_note(evidence: Evidence) -> str:
    """What became of the words that were noted, where they do not stand there as they were."""
    if not evidence.settled:
        changed = "; ".join(f"“{one.old or '…'}” is now “{one.new or '…'}”" for one in evidence.changes)
        return f"changed in the source: {changed} (not counted)"
    return {
        Anchor.CHANGED: "the text says it in slightly different letters",
        Anchor.AMBIGUOUS: "these words stand in more than one place",
        Anchor.ORPHAN: "these words are not in the source",
    }.get(evidence.anchor, "")


def status_line(claim: Claim) -> str:
    """Symbol, word, and number of sources; of origins too where several sources have one.

    What was decided is judged by what was decided: passages that are only suggested for it are told by themselves.
    """
    own = {piece.source for piece in claim.counted if piece.decided or not claim.decided}
    further = len({piece.source for piece in claim.counted} - own)
    parts = [f"{claim.status.symbol} {claim.status.value}"]
    if claim.status is Agreement.SINGLE:
        parts += [f"in {len(own)} articles"] if len(own) > 1 else []
    else:
        parts.append(_count(len(own), "source"))
        parts += [_count(claim.origins, "origin")] if 0 < claim.origins < len(own) else []
    if further:
        parts.append(f"~ {further} more")
    return ", ".join(parts)


def origin_lines(dossier: Dossier, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Why some of its sources are one origin: the numbers of the pieces, from 1, and what they have in common."""
    from dossier.analysis.agreement.voices import shared

    if claim.origins < len({piece.source for piece in evidence if piece.counts}):
        joined = dossier.derived.joined if dossier.derived is not None else {}
        for numbers, why in shared(evidence, joined):
            yield f"{', '.join(str(number + 1) for number in numbers)}: one origin, {why}"


def reason_label(dossier: Dossier, reason: str) -> str:
    """A reason of a suggestion, with the number of the source it names instead of its id."""
    said, _, source = reason.rpartition(" to ")
    return f"{said} to source {dossier.number[source]}" if source in dossier.number else reason


def summary(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The counts in the header, each with the name of the command that shows what is counted.

    "So far" says that not every source has been studied: what is suggested may change.
    """
    differ = sum(claim.status.differs for claim in dossier.claims)
    so_far = " so far" if dossier.derived is not None and dossier.derived.partial else ""
    counts = [
        (_count(len(dossier.sources), "source"), "sources-view"),
        (_count(len(dossier.entities), "entity", "entities"), "filter-entities"),
        (_count(len(dossier.claims), "claim") + so_far, "matrix-view"),
    ]
    if differ:
        counts.append((f"{differ} differ", "differences-view"))
    if dossier.problems:
        counts.append((_count(len(dossier.problems), "problem"), "problems-view"))
    return tuple(counts)


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"
