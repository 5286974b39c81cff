"""claims.yaml: the claims that a person settled, and the evidence for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dossier.analysis.details.reading import read_figure
from dossier.ingest.identity import slug
from dossier.model.claim import Claim, ClaimKind, Evidence, Stance
from dossier.model.passage import Selector
from dossier.store.yaml_items import Cited, Item, Settled, items, shortened
from dossier.store.yaml_nodes import YamlFile
from dossier.store.yaml_selectors import SELECTOR_KEYS, selector_of

CLAIMS_YAML = "claims.yaml"

_KEYS = frozenset({"id", "text", "about", "kind", "evidence", "verdict", "credibility", "note", "not", "suggestion"})
_EVIDENCE_KEYS = SELECTOR_KEYS | {"source", "stance", "speaker", "value", "date", "note", "cited"}


Held = Callable[[str, str], bool]
"""Whether the version of that SHA-256 is kept, and holds these words."""


def read_claims(
    file: YamlFile, sources: Mapping[str, str], entities: Mapping[str, str], held: Held
) -> tuple[Claim, ...]:
    """The claims of the file, in its order, their evidence not anchored yet.

    ``sources`` leads from what evidence may name, an id or a file, to the id; ``entities`` from ids and merged
    ids to the id. What cannot be used is added to the file's problems, and so is evidence that is cited from a version
    in which it is not ``held``.
    """
    names = _Names(sources, entities, held)
    claims: list[Claim] = []
    lines: dict[str, int] = {}
    for item in items(file, file.root, "claims"):
        item.warn_unknown(_KEYS)
        claim = _claim(file, item, names)
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


class _Names(NamedTuple):
    """What names in the file stand for, and which versions hold which words."""

    sources: Mapping[str, str]
    entities: Mapping[str, str]
    held: Held


def _claim(file: YamlFile, item: Item, names: _Names) -> Claim | None:
    text = item.line_of_text("text")
    if not text:
        item.report("a claim without a text", "add text: with the claim in one sentence")
        return None
    about: list[str] = []
    for named in item.texts("about"):
        if named in names.entities:
            about.append(names.entities[named])
        else:
            message = f"{shortened(named)} is no entity in entities.yaml"
            item.report(message, "add it there or correct the id; the claim stays without it", "about", warning=True)
    evidence, refused = (
        tuple(
            piece
            for part in items(file, item.node(key), "pieces of evidence", key)
            if (piece := _evidence(part, names)) is not None
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


def _evidence(item: Item, names: _Names) -> Evidence | None:
    item.warn_unknown(_EVIDENCE_KEYS)
    named, quote = item.line_of_text("source"), item.text("quote")
    if not named or not quote:
        missing = "source" if not named else "quote"
        item.report(f"evidence without a {missing}", f"add {missing}: a source's id or file, and its exact words")
        return None
    source = names.sources.get(named)
    if source is None:
        message = f"{shortened(named)} is no source of this dossier"
        item.report(message, "use a source's id or file name; this evidence is left out", "source")
        return None
    speaker, value = item.line_of_text("speaker"), item.line_of_text("value")
    selector = selector_of(item, quote)
    return Evidence(
        source=source,
        selector=selector,
        stance=item.choice("stance", Stance, Stance.SUPPORTS),
        speaker=names.entities.get(speaker, speaker),
        value=value,
        date=item.date("date"),
        quantity=read_figure(value) if value else None,
        line=item.line,
        cited=_cited(item, selector, names.held),
    )


def _cited(item: Item, selector: Selector, held: Held) -> bool:
    """Whether the words stand by the version they were taken from: it has to be kept, and to hold them."""
    if item.choice("cited", Cited, Cited.TODAY) is not Cited.VERSION:
        return False
    if selector.version and held(selector.version, selector.exact):
        return True
    which = "is not kept, or does not hold these words" if selector.version else "is not named"
    advice = "restore the file .dossier/versions/VERSION.txt.gz, or take the line out; it is cited from today's text"
    item.report(f"the version this is cited from {which}", advice, "cited")
    return False
