"""Anchoring the evidence of all claims, and saying what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Protocol

from dossier.analysis.agreement.agreement import agreement
from dossier.model.claim import Claim, Evidence
from dossier.model.dossier import Texts
from dossier.model.errors import UnreadableError
from dossier.model.passage import Anchor, Selector
from dossier.model.problem import Problem, Severity
from dossier.model.source import Source
from dossier.store.anchoring import QuoteFinder
from dossier.store.claims_yaml import CLAIMS_YAML
from dossier.store.packing import content_key
from dossier.store.yaml_items import shortened

Place = tuple[Anchor, int, int]


class AnchorStore(Protocol):
    """What remembers anchors: the catalogue."""

    def anchor(self, key: str) -> Place | None:
        """What became of a selector in a text, if that was found out before."""

    def keep_anchors(self, anchors: Mapping[str, Place]) -> None:
        """Keeps what became of selectors, by key."""


class Anchorer:
    """Anchors evidence, one reading at a time; what the catalogue remembers is not looked for again."""

    def __init__(self, sources: Mapping[str, Source], texts: Texts, store: AnchorStore | None = None) -> None:
        self._sources = sources
        self._texts = texts
        self._store = store
        self._new: dict[str, Place] = {}

    def anchored(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims with their evidence anchored and their status set."""
        places: dict[tuple[str, Selector], Place] = {}
        wanted: dict[str, list[Selector]] = {}
        for claim in claims:
            for piece in claim.evidence:
                wanted.setdefault(piece.source, []).append(piece.selector)
        for id, selectors in wanted.items():
            for selector, place in self._places(self._sources[id], selectors).items():
                places[id, selector] = place
        if self._store is not None and self._new:
            self._store.keep_anchors(self._new)
        return tuple(_with_places(claim, places) for claim in claims)

    def _places(self, source: Source, selectors: Sequence[Selector]) -> dict[Selector, Place]:
        found: dict[Selector, Place] = {}
        finder: QuoteFinder | None = None
        for selector in selectors:
            key = _key(source, selector) if self._store is not None else ""
            place = self._store.anchor(key) if self._store is not None and source.digest else None
            if place is None:
                if finder is None:
                    if source.problem or (not source.digest and self._store is not None):
                        return {}
                    try:
                        finder = QuoteFinder(self._texts.reading(source))
                    except UnreadableError:  # reported with its source
                        return {}
                place = finder.find(selector)
                if self._store is not None:
                    self._new[key] = place
            found[selector] = place
        return found


def anchor_problems(claims: Sequence[Claim], sources: Mapping[str, Source], in_catalogue: bool) -> list[Problem]:
    """A problem for every quote that is not found as it stands; quotes of files not read yet are left alone."""
    problems: list[Problem] = []
    for claim in claims:
        for piece in claim.evidence:
            source = sources[piece.source]
            unread = in_catalogue and not source.digest and not source.problem
            if piece.anchor is not Anchor.FOUND and not unread:
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


def _with_places(claim: Claim, places: Mapping[tuple[str, Selector], Place]) -> Claim:
    pieces: list[Evidence] = []
    for piece in claim.evidence:
        anchor, start, end = places.get((piece.source, piece.selector), (Anchor.ORPHAN, -1, -1))
        pieces.append(piece._replace(anchor=anchor, start=start, end=end))
    status = agreement([piece for piece in pieces if piece.start >= 0])
    return claim._replace(evidence=tuple(pieces), status=status)


def _key(source: Source, selector: Selector) -> str:
    parts = (content_key(source), selector.exact, selector.prefix, selector.suffix, str(selector.start))
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
