"""claims.yaml: the claims that a person settled, and the evidence for them."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.analysis.quantities.reading import read_quantity
from dossier.ingest.identity import slug
from dossier.model.claim import Claim, ClaimKind, Evidence, Stance
from dossier.store.yaml_items import Cited, Item, Settled, items, shortened
from dossier.store.yaml_nodes import YamlFile
from dossier.store.yaml_selectors import SELECTOR_KEYS, selector_of

CLAIMS_YAML = "claims.yaml"

_KEYS = frozenset({"id", "text", "about", "kind", "evidence", "verdict", "credibility", "note", "not", "suggestion"})
_EVIDENCE_KEYS = SELECTOR_KEYS | {"source", "stance", "speaker", "value", "date", "note", "cited"}


def read_claims(file: YamlFile, sources: Mapping[str, str], entities: Mapping[str, str]) -> tuple[Claim, ...]:
    """The claims of the file, in its order, their evidence not anchored yet.

    ``sources`` leads from what evidence may name, an id or a file, to the id; ``entities`` from ids and merged
    ids to the id. What cannot be used is added to the file's problems.
    """
    claims: list[Claim] = []
    lines: dict[str, int] = {}
    for item in items(file, file.root, "claims"):
        item.warn_unknown(_KEYS)
        claim = _claim(file, item, sources, entities)
        if claim is None:
            continue
        if claim.id in lines:
            where = f"lines {lines[claim.id]} and {item.line}"
            advice = "rename one; only the first is used"
            item.report(f"the id {shortened(claim.id)} stands twice, in {where}", advice, "id")
            continue
        lines[claim.id] = item.line
        claims.append(claim)
    return tuple(claims)


def _claim(file: YamlFile, item: Item, sources: Mapping[str, str], entities: Mapping[str, str]) -> Claim | None:
    text = item.line_of_text("text")
    if not text:
        item.report("a claim without a text", "add text: with the claim in one sentence")
        return None
    about: list[str] = []
    for named in item.texts("about"):
        if named in entities:
            about.append(entities[named])
        else:
            message = f"{shortened(named)} is no entity in entities.yaml"
            item.report(message, "add it there or correct the id; the claim stays without it", "about", warning=True)
    evidence, refused = (
        tuple(
            piece
            for part in items(file, item.node(key), "pieces of evidence", key)
            if (piece := _evidence(part, sources, entities)) is not None
        )
        for key in ("evidence", "not")
    )
    return Claim(
        id="-".join(item.text("id").split()) or slug(text),
        text=text,
        about=tuple(dict.fromkeys(about)),
        kind=item.choice("kind", ClaimKind, ClaimKind.FACT),
        evidence=evidence,
        verdict=item.text("verdict"),
        credibility=item.number("credibility", 1, 6) or 0,
        note=item.text("note"),
        line=item.line,
        refused=refused,
        rejected=item.choice("suggestion", Settled, Settled.ACCEPTED) is Settled.REJECTED,
    )


def _evidence(item: Item, sources: Mapping[str, str], entities: Mapping[str, str]) -> Evidence | None:
    item.warn_unknown(_EVIDENCE_KEYS)
    named, quote = item.line_of_text("source"), item.text("quote")
    if not named or not quote:
        missing = "source" if not named else "quote"
        item.report(f"evidence without a {missing}", f"add {missing}: a source's id or file, and its exact words")
        return None
    source = sources.get(named)
    if source is None:
        message = f"{shortened(named)} is no source of this dossier"
        item.report(message, "use a source's id or file name; this evidence is left out", "source")
        return None
    speaker, value = item.line_of_text("speaker"), item.line_of_text("value")
    return Evidence(
        source=source,
        selector=selector_of(item, quote),
        stance=item.choice("stance", Stance, Stance.SUPPORTS),
        speaker=entities.get(speaker, speaker),
        value=value,
        date=item.date("date"),
        quantity=read_quantity(value) if value else None,
        line=item.line,
        cited=item.choice("cited", Cited, Cited.TODAY) is Cited.VERSION,
    )
