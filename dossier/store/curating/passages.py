"""Passages as they are written into the YAML files: W3C Web Annotation selectors, speaker, figure and date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.analysis.agreement.written import written
from dossier.analysis.details.ages import as_age
from dossier.analysis.quantities.reading import read_quantity
from dossier.analysis.quantities.running import find_quantities
from dossier.model.claim import Evidence, Stance
from dossier.model.dossier import Dossier
from dossier.model.edits.values import Plain, Value
from dossier.model.passage import Passage
from dossier.model.quantity import AGE, DETAILS, Quantity
from dossier.store.anchors.selectors import selector_for
from dossier.store.anchors.snapshots import version_of
from dossier.store.curating.draft import texts, with_values

MOST_AFTER = 5
"""Words after a figure that can say what it is a figure of."""


def passage_item(dossier: Dossier, passage: Passage) -> Plain:
    """The selector of a passage; raises :class:`dossier.model.errors.UnreadableError` when its source is gone."""
    text = dossier.reading(passage.source).text
    selector = selector_for(text, passage.start, passage.end, version_of(text))
    return with_values(
        {"source": passage.source, "quote": selector.exact},
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=passage.start,
        end=passage.end,
        version=selector.version,
    )


def evidence_item(dossier: Dossier, piece: Evidence) -> Plain:
    """A piece of evidence whose words stand in its source, with what is known of it."""
    passage = piece.passage
    assert passage is not None
    speaker = dossier.entity.get(piece.speaker)
    return with_values(
        passage_item(dossier, passage),
        stance=None if piece.stance is Stance.SUPPORTS else piece.stance.value,
        speaker=speaker.name if speaker is not None and not speaker.decided else piece.speaker,
        value=piece.value or figure_words(dossier, passage, piece.quantity),
        date=piece.date if "/" not in piece.date else None,
    )


def figure_words(dossier: Dossier, passage: Passage, figure: Quantity | None) -> str:
    """The words of the passage that read as this figure; those that say most of it where none say it in full."""
    if figure is None:
        return ""
    text = dossier.reading(passage.source).text
    if figure.unit in DETAILS:
        words = written(text[passage.start : passage.end], figure)
        return as_age(words) if words and figure.unit == AGE else words
    best = ""
    for found in find_quantities(text, passage.start, passage.end):
        if (found.quantity.unit, found.quantity.value) != (figure.unit, figure.value):
            continue
        for words in _longer(text, passage, found.start, found.end):
            read = read_quantity(words)
            if read is None or (read.low, read.high, read.unit) != (figure.low, figure.high, figure.unit):
                continue
            best = best or words
            if read.thing == figure.thing:
                return words
    return best


def chosen_item(dossier: Dossier, passage: Passage) -> Plain:
    """Words that a person chose, with their figure where they hold just one: it is compared with those of others."""
    text = dossier.reading(passage.source).text
    found = [one.quantity for one in find_quantities(text, passage.start, passage.end) if one.quantity.unit]
    value = figure_words(dossier, passage, found[0]) if len(found) == 1 else ""
    return with_values(passage_item(dossier, passage), value=value)


def figure_again(dossier: Dossier, passage: Passage, noted: str) -> str:
    """The figure of the passage that stands where one was ``noted``: the same, or the first of its unit."""
    figure = read_quantity(noted) if noted else None
    text = dossier.reading(passage.source).text[passage.start : passage.end]
    if figure is None or noted in text:
        return noted if noted in text else ""
    found = (one.quantity for one in find_quantities(text) if one.quantity.unit == figure.unit)
    return figure_words(dossier, passage, next(found, None))


def with_further(item: Plain, entries: Sequence[Plain]) -> Plain:
    """The item with more evidence; words that stand in its evidence already are not added again."""
    held = {_words_of(entry) for entry in texts(item, "evidence")}
    new = tuple(entry for entry in entries if _words_of(entry) not in held)
    return with_values(item, evidence=(*texts(item, "evidence"), *new)) if new else item


def _words_of(entry: Value) -> tuple[str, ...]:
    """By what a piece of evidence is known: its source, its words, and where they stand."""
    if not isinstance(entry, Mapping):
        return (str(entry),)
    return tuple(str(entry.get(key, "")).strip() for key in ("source", "quote", "start"))


def _longer(text: str, passage: Passage, start: int, end: int) -> Iterator[str]:
    """The figure with up to two words before it, and then with more and more words after it."""
    before = text[passage.start : start].split()
    after = text[end : passage.end].split()[:MOST_AFTER]
    for size in range(len(after) + 1):
        for led in range(min(2, len(before)) + 1):
            yield " ".join([*before[len(before) - led :], text[start:end], *after[:size]]).rstrip(".,;:'\"”’")


def same_passage(entry: Value, dossier: Dossier, piece: Evidence) -> bool:
    """Whether an entry of a list of evidence is this piece."""
    if not isinstance(entry, Mapping):
        return False
    source = dossier.source.get(piece.source)
    named = " ".join(str(entry.get("source", "")).split())
    if named != piece.source and (source is None or named != source.file):
        return False
    start = str(entry.get("start", ""))
    noted = piece.selector
    if start != ("" if noted.start is None else str(noted.start)):
        return False
    told_by = ("quote",) if start else ("quote", "prefix", "suffix")
    written = [" ".join(str(entry.get(key, "")).split()) for key in told_by]
    return written == [" ".join(words.split()) for words in (noted.exact, noted.prefix, noted.suffix)][: len(told_by)]


def without_place(entry: Plain) -> Plain:
    """An entry of evidence without what says where in its source, and in which version of it, the words stand."""
    return {key: value for key, value in entry.items() if key not in ("prefix", "suffix", "start", "end", "version")}
