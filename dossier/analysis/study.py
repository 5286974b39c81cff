"""One source, from its reading text to everything that is found in it."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.analysis.attribution.attribution import find_attributions
from dossier.analysis.claims.claims import Parts, find_claims
from dossier.analysis.dates.dates import find_dates
from dossier.analysis.details.details import find_details
from dossier.analysis.entities.named import Named
from dossier.analysis.entities.names import find_names
from dossier.analysis.findings import Findings, Said, Span
from dossier.analysis.language.lexicon import known_names, plain
from dossier.analysis.language.lists import words
from dossier.analysis.origins.origins import wire
from dossier.analysis.quantities.running import find_quantities
from dossier.analysis.sentences.openings import opening
from dossier.analysis.sentences.sentences import sentences
from dossier.model.source import Block, BlockKind

FAMILIAR = 0.12
"""Share of the words of a text that must be among the commonest of the language for its rules to be applied."""
SAMPLE = 4000
"""Code points that are looked at to tell the language."""
RUNNING = frozenset((BlockKind.BODY, BlockKind.QUOTE, BlockKind.STANDFIRST, BlockKind.CAPTION))
"""Kinds of blocks that hold sentences of the source itself."""
CREDITING = frozenset((BlockKind.BYLINE, BlockKind.DATELINE))
"""Kinds of blocks that name the agency a text comes from."""


def study(text: str, blocks: Sequence[Block], published: str) -> Findings:
    """Everything found in a source; nothing but sure names when the text is in another language."""
    blocks = tuple(blocks)  # made one by one where they are kept packed, and looked at by each step
    running: list[Span] = [(block.start, block.end) for block in blocks if block.kind in RUNNING]
    named = [(block.start, block.end) for block in blocks if block.kind.counts]
    names = tuple(find_names(text, named))
    credit = _credit(text, blocks)
    if not is_familiar(text):
        return Findings(tuple(filter(_sure, names)), language=False, wire=credit)
    spoken = [(opening(text, start, end), end) for start, end in running]  # nobody says a dateline
    attributions = [one for one in find_attributions(text, spoken) if one.telling]
    quantities = find_quantities(text)
    details, dates = find_details(text, names, quantities), find_dates(text, published)
    parts = Parts(sentences(text, blocks), quantities, details, dates, attributions, names)
    stated = find_claims(text, parts, [block.kind in RUNNING for block in blocks])
    said = tuple(
        Said(
            one.content,
            one.cue,
            text[one.named[0] : one.named[1]] if one.named else "",
            one.named,
            one.kind,
            one.hedged,
            one.denied,
            one.anonymous,
            one.document,
        )
        for one in attributions
    )
    return Findings(names, tuple(stated), said, wire=credit, published=published)


def _sure(named: Named) -> bool:
    """Whether a name is one whatever the language around it: a listed one, or with a given name first."""
    return plain(named.name) in known_names() or named.name.split()[0] in words("given_names")


def _credit(text: str, blocks: Sequence[Block]) -> str:
    """The agency that the byline, the dateline or the last line credits, or the beginning: "KARACHI (Reuters) - "."""
    lines = [text[block.start : block.end] for block in blocks if block.kind in CREDITING]
    first = next(((block.start, block.end) for block in blocks if block.kind in RUNNING), (0, 0))
    opened = text[first[0] : opening(text, *first)].rstrip(" -–—―:")
    last = [text[block.start : block.end] for block in blocks[-1:]]
    return wire((*lines, opened, *last))


def is_familiar(text: str) -> bool:
    """Whether the text looks like the language of the rules; a text of a few words is taken for it."""
    sample = text[:SAMPLE].lower().split()
    if len(sample) < 20:
        return True
    common = words("commonest")
    return sum(map(common.__contains__, sample)) >= FAMILIAR * len(sample)
