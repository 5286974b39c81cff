"""Anchoring the evidence of all claims, and saying what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Protocol

from dossier.analysis.agreement.agreement import judged
from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Texts
from dossier.model.errors import UnreadableError
from dossier.model.passage import Anchor, Anchoring, Change, Selector
from dossier.model.problem import Problem, Severity
from dossier.model.source import Source
from dossier.store.anchors.finding import QuoteFinder
from dossier.store.claims_yaml import CLAIMS_YAML
from dossier.store.packing import content_key
from dossier.store.yaml_items import shortened

RULES = "2"
"""To be raised whenever quotes are found by other rules, so that what was kept by the old ones is not used."""

_ORPHAN = Anchoring(Anchor.ORPHAN)


class AnchorStore(Protocol):
    """What remembers anchors: the catalogue."""

    def anchor(self, key: str) -> Anchoring | None:
        """What became of a selector in a text, if that was found out before."""

    def keep_anchors(self, anchors: Mapping[str, Anchoring]) -> None:
        """Keeps what became of selectors, by key."""


class Anchorer:
    """Anchors evidence, one reading at a time; what the catalogue remembers is not looked for again."""

    def __init__(self, sources: Mapping[str, Source], texts: Texts, store: AnchorStore | None = None) -> None:
        self._sources = sources
        self._texts = texts
        self._store = store
        self._new: dict[str, Anchoring] = {}

    def anchored(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims with their evidence anchored and their status set."""
        places: dict[tuple[str, Selector], Anchoring] = {}
        wanted: dict[str, list[Selector]] = {}
        for claim in claims:
            for piece in claim.evidence:
                wanted.setdefault(piece.source, []).append(piece.selector)
        for id, selectors in wanted.items():
            for selector, place in self._places(self._sources[id], selectors).items():
                places[id, selector] = place
        if self._store is not None and self._new:
            self._store.keep_anchors(self._new)
        return tuple(self._with_places(claim, places) for claim in claims)

    def _with_places(self, claim: Claim, places: Mapping[tuple[str, Selector], Anchoring]) -> Claim:
        pieces: list[Evidence] = []
        for piece in claim.evidence:
            found = places.get((piece.source, piece.selector), _ORPHAN)
            reported = self._sources[piece.source].metadata.published
            placed = piece._replace(anchor=found.anchor, start=found.start, end=found.end, changes=found.changes)
            pieces.append(placed._replace(reported=reported))
        standing = [piece for piece in pieces if piece.start >= 0 or piece.cited]
        return judged(claim._replace(evidence=tuple(pieces)), standing)

    def _places(self, source: Source, selectors: Sequence[Selector]) -> dict[Selector, Anchoring]:
        if self._store is None:
            return self._looked_up(source, selectors)
        keys = dict(zip(selectors, _keys(source, selectors), strict=True))
        known = {one: self._store.anchor(key) for one, key in keys.items()} if source.digest else {}
        found = {selector: place for selector, place in known.items() if place is not None}
        if len(found) == len(keys) or not source.digest:
            return found
        found = self._looked_up(source, selectors)
        self._new.update((keys[selector], place) for selector, place in found.items())
        return found

    def _looked_up(self, source: Source, selectors: Sequence[Selector]) -> dict[Selector, Anchoring]:
        """What becomes of all selectors of a source, together: their order may tell copies apart."""
        if source.problem:
            return {}
        try:
            return QuoteFinder(self._texts.reading(source)).find_all(selectors)
        except UnreadableError:  # reported with its source
            return {}


def anchor_problems(claims: Sequence[Claim], sources: Mapping[str, Source], in_catalogue: bool) -> list[Problem]:
    """A problem for every quote that is not found as it stands; quotes of files not read yet are left alone."""
    problems: list[Problem] = []
    for claim in claims:
        for piece in claim.evidence:
            source = sources[piece.source]
            unread = in_catalogue and not source.digest and not source.problem
            if not piece.anchor.exact and not unread and not piece.cited:
                problems.append(_problem(claim, piece, source))
    return problems


def _problem(claim: Claim, piece: Evidence, source: Source) -> Problem:
    quote = shortened(piece.selector.exact)
    severity = Severity.WARNING
    if source.problem:
        message, advice = f"the quote {quote} cannot be checked: {source.file} cannot be read", "restore the file"
        severity = Severity.ERROR
    elif piece.anchor is Anchor.ORPHAN:
        message = f"the quote {quote} is not in {source.file}"
        advice = "copy the exact words from the text, or remove this evidence"
        severity = Severity.ERROR
    elif not piece.settled:
        message = f"the quote {quote} stands in {source.file} with other words now: {told_changes(piece.changes)}"
        advice = "open the place, and quote what it says now or remove this evidence; it does not count until then"
        severity = Severity.ERROR
    elif piece.anchor is Anchor.AMBIGUOUS:
        message = f"the quote {quote} stands in several places of {source.file}"
        advice = "quote more of it, or add prefix: or suffix: with the words around it"
    else:
        message = f"the quote {quote} differs in its looks from {source.file} (case, spaces, dashes or quotation marks)"
        advice = "copy the words exactly as they stand there"
    return Problem(
        message,
        advice,
        file=CLAIMS_YAML,
        line=piece.line,
        key="quote",
        severity=severity,
        source=piece.source,
        claim=claim.id,
        start=piece.start,
    )


def told_changes(changes: Sequence[Change]) -> str:
    """Changes in words: the kind of each, the old words and the new."""
    return "; ".join(f"{one.kind.value} {_words(one.old)} is now {_words(one.new)}" for one in changes)


def _words(words: str) -> str:
    return shortened(words) if words else "nothing"


def _keys(source: Source, selectors: Sequence[Selector]) -> Iterator[str]:
    """What each is kept under. Those with an offset depend on one another: it gives them an order."""
    placed = sorted({one for one in selectors if one.start is not None}, key=lambda one: (one.start, one[:3], one[4:]))
    together = sha256(repr(placed).encode()).hexdigest() if len(placed) > 1 else ""
    for one in selectors:
        order = together if one.start is not None else ""
        parts = (RULES, content_key(source), *one[:3], str(one.start), one.version, order)
        yield sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
