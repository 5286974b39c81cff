"""What a text says about itself. Where it says nothing the field stays empty: nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.ingest.addresses import date_of_address, date_of_name
from dossier.ingest.boilerplate import is_address
from dossier.ingest.bylines import byline
from dossier.ingest.cleaning import clean_line
from dossier.ingest.datelines import date_line, dateline
from dossier.ingest.dates import iso_date
from dossier.ingest.draft import NOTHING_KNOWN
from dossier.ingest.head import labelled
from dossier.ingest.imprint import imprint, page_title
from dossier.model.source import BlockKind, Metadata

_HEAD = 12
_TAIL = 6
_FIELDS = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "publication": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
    "date": "published",
    "published": "published",
    "language": "language",
}


def metadata(
    texts: Sequence[str], kinds: Sequence[BlockKind], known: Metadata = NOTHING_KNOWN, file: str = ""
) -> Metadata:
    """What blocks of these ``kinds`` say; ``known``, which the format itself gave, comes first.

    Where no line says when it was published, the address does, else the day of the last change, else the file's name.
    """
    said: dict[str, str] = {}
    for field, value in _statements(texts, kinds):
        if value:
            said.setdefault(field, clean_line(value))
    for published in (date_of_address(known.url or said.get("url", "")), _changed(texts, kinds), date_of_name(file)):
        if published:
            said.setdefault("published", published)
    fields = ("title", "publisher", "author", "published", "url", "language")
    merged = {field: getattr(known, field) or said.get(field, "") for field in fields}
    return known._replace(**merged)


def place(texts: Sequence[str], kinds: Sequence[BlockKind]) -> str:
    """Where a report was filed from, as its dateline says, or nothing."""
    for text, kind in zip(texts[:_HEAD], kinds[:_HEAD], strict=True):
        if kind is BlockKind.DATELINE and (line := date_line(text)) and line.place:
            return line.place
        if kind in (BlockKind.BODY, BlockKind.CAPTION) and (opening := dateline(text)):
            return opening.place
    return ""


def _statements(texts: Sequence[str], kinds: Sequence[BlockKind]) -> Iterator[tuple[str, str]]:
    """Fields and values in order of their weight."""
    running = next((n for n, kind in enumerate(kinds) if kind is BlockKind.BODY), len(kinds))
    for text, kind in zip(texts, kinds, strict=True):
        if kind is BlockKind.TITLE:
            yield from _title(text)
    for text, kind in zip(texts[:running], kinds[:running], strict=True):
        if label := labelled(text):
            yield from _label(*label)
        if kind is BlockKind.BOILERPLATE and is_address(text.lower()):
            yield "url", "".join(text.split())
        if kind is BlockKind.DATELINE and (line := date_line(text)):
            yield "published", line.published
    for text, kind in zip(texts[:_HEAD], kinds[:_HEAD], strict=True):
        if kind in (BlockKind.BODY, BlockKind.CAPTION) and (opening := dateline(text)):
            yield "published", opening.published
    for text, kind in zip(texts, kinds, strict=True):
        if kind is BlockKind.BYLINE:
            yield "author", ", ".join(byline(text) or ())
        elif kind is BlockKind.BOILERPLATE:
            publisher, published = imprint(text)
            yield "publisher", publisher
            yield "published", published
    for text, kind in zip(texts[-_TAIL:], kinds[-_TAIL:], strict=True):
        if kind is BlockKind.DATELINE and (line := date_line(text)) and line.labelled:
            yield "published", line.published


def _changed(texts: Sequence[str], kinds: Sequence[BlockKind]) -> str:
    """The ISO date of the last change that a line above the text tells."""
    lines = (date_line(text) for text, kind in zip(texts, kinds, strict=True) if kind is BlockKind.DATELINE)
    return next((line.changed for line in lines if line and line.changed), "")


def _title(text: str) -> Iterator[tuple[str, str]]:
    label = labelled(text)
    title, publisher = page_title(label[1] if label else text)
    yield "title", title.rstrip(" ;")
    yield "publisher", publisher


def _label(label: str, value: str) -> Iterator[tuple[str, str]]:
    field = _FIELDS.get(label)
    if field == "published":
        yield field, iso_date(value)
    elif field == "publisher" and value.startswith(("http://", "https://", "www.")):
        yield "url", value
    elif field and field != "title":
        yield field, value
    elif label in ("author", "authors", "byline"):
        yield "author", value
