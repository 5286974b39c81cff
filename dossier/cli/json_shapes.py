"""What ``--json`` prints: the keys, and their order, are part of the program's interface (DESIGN section 9)."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from dossier.model.claim import Claim, Evidence
from dossier.model.derived import Speech
from dossier.model.entity import Entity, Mention
from dossier.model.quantity import Quantity
from dossier.model.source import Block, Source
from dossier.search.hits import Hit
from dossier.session.timeline import Moment

Json = dict[str, object]


def claim_json(claim: Claim) -> Json:
    """``id, text, status, decided, about, evidence``."""
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status.value,
        "decided": claim.decided,
        "about": list(claim.about),
        "evidence": [evidence_json(evidence) for evidence in claim.evidence],
    }


def evidence_json(evidence: Evidence) -> Json:
    """``source, start, end, quote, stance, speaker, quantities, dates, anchor``.

    ``quote`` is what a person wrote down: the words from ``start`` to ``end`` wherever ``anchor`` is ``found`` or
    ``moved``. Where it is ``altered``, other words stand there, and it counts for nothing: see ``dossier check``.
    """
    return {
        "source": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.selector.exact,
        "stance": evidence.stance.value,
        "speaker": evidence.speaker,
        "quantities": [quantity_json(quantity) for quantity in _quantities(evidence)],
        "dates": [date.value for date in evidence.dates if date.value] or ([evidence.date] if evidence.date else []),
        "anchor": evidence.anchor.value,
    }


def _quantities(evidence: Evidence) -> Sequence[Quantity]:
    """All that were found; the one that is compared where a person gave one."""
    return evidence.quantities or ((evidence.quantity,) if evidence.quantity is not None else ())


def quantity_json(quantity: Quantity) -> Json:
    """``value, low, high, unit, thing, qualifier``; an open end is ``null``, since JSON has no infinity."""
    return {
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "thing": quantity.thing,
        "qualifier": quantity.qualifier,
    }


def entity_json(entity: Entity, mentions: Sequence[Mention]) -> Json:
    """``id, name, kind, aliases, decided, mentions`` with ``source, start, end`` each."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": list(entity.aliases),
        "decided": entity.decided,
        "mentions": [{"source": said.source, "start": said.start, "end": said.end} for said in mentions],
    }


def source_json(source: Source, blocks: Sequence[Block], origin: str = "") -> Json:
    """``id, file, title, publisher, author, published, language, origin, blocks`` with ``kind, start, end`` each.

    ``origin`` is the id of the source it was copied from; its own as long as nothing tells that it is a copy.
    """
    said = source.metadata
    return {
        "id": source.id,
        "file": source.file,
        "title": said.title,
        "publisher": said.publisher,
        "author": said.author,
        "published": said.published,
        "language": said.language,
        "origin": origin or source.id,
        "blocks": [{"kind": block.kind.value, "start": block.start, "end": block.end} for block in blocks],
    }


def hit_json(hit: Hit, words: str) -> Json:
    """``kind, source, start, end, quote, score``.

    ``words`` are those of the passage from ``start`` to ``end``. A hit without a passage of words, such as the
    title of a source, has the offsets -1 and is quoted by its name.
    """
    return {
        "kind": hit.kind,
        "source": hit.source,
        "start": hit.start if words else -1,
        "end": hit.end if words else -1,
        "quote": words or hit.label,
        "score": round(hit.score, 6),
    }


def _number(value: float) -> float | int | None:
    if not isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def moment_json(moment: Moment) -> Json:
    """``date, low, high, certain, why, claim, source, start, end, quote``."""
    date, claim, evidence = moment
    return {
        "date": date.value,
        "low": date.low,
        "high": date.high,
        "certain": date.certain,
        "why": date.why,
        "claim": claim.id,
        "source": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.selector.exact,
    }


def speech_json(speech: Speech, start: int, end: int, text: str) -> Json:
    """``speaker, cue, kind, hedged, denied, anonymous, document, source, start, end, quote``.

    ``start`` and ``end`` are code points of ``text``, the reading text of the source.
    """
    return {
        "speaker": speech.speaker,
        "cue": text[slice(*speech.cue)],
        "kind": speech.kind,
        "hedged": speech.hedged,
        "denied": speech.denied,
        "anonymous": speech.anonymous,
        "document": speech.document,
        "source": speech.source,
        "start": start,
        "end": end,
        "quote": text[start:end],
    }
