"""The YAML block at the top of a Markdown file."""

from __future__ import annotations

from dossier.ingest.cleaning import clean_line
from dossier.ingest.dates import iso_date
from dossier.model.source import Metadata

LONGEST = 65_536
"""Code points of front matter; a longer block is taken for text."""

DEEPEST = 8
"""Levels of nesting; a deeper block is taken for text."""

_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "publication", "site_name"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "pubdate", "published_at"),
    "url": ("url", "link", "source_url", "canonical", "permalink"),
    "language": ("lang", "language"),
}


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the front matter of cleaned ``text`` says, and the code point where the text after it starts.

    Without front matter, or with one that is broken or uses anchors, nothing is known and the text starts at 0.
    """
    body = _closing(text)
    if not body:
        return Metadata(), 0
    values = _values(text[4 : body[0]])
    if values is None:
        return Metadata(), 0
    fields = {field: _first(values, keys) for field, keys in _KEYS.items()}
    if fields["published"]:
        fields["published"] = iso_date(fields["published"])
    if fields["publisher"].startswith(("http://", "https://")):
        fields["url"] = fields["url"] or fields["publisher"]
        fields["publisher"] = ""
    return Metadata(**fields), body[1]


def _closing(text: str) -> tuple[int, int] | None:
    if not text.startswith("---\n"):
        return None
    ends = [at for mark in ("\n---", "\n...") if (at := _line(text, mark)) >= 0]
    return (min(ends) + 1, min(ends) + 4) if ends else None


def _line(text: str, mark: str) -> int:
    at = text.find(mark, 3, LONGEST)
    while at >= 0 and text[at + 4 : at + 5].strip(" ") not in ("", "\n"):
        at = text.find(mark, at + 1, LONGEST)
    return at


def _values(block: str) -> dict[str, object] | None:
    import yaml

    # The base loader gives every scalar as the words that stand there: no dates that do not exist, no tags.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        depth = 0
        for event in yaml.parse(block, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > DEEPEST:
                return None
        loaded = yaml.load(block, Loader=loader)
    except yaml.YAMLError:
        return None
    if not isinstance(loaded, dict):
        return {} if loaded is None else None
    return {str(key).lower(): value for key, value in loaded.items()}


def _first(values: dict[str, object], keys: tuple[str, ...]) -> str:
    for key in keys:
        value = values.get(key)
        names = value if isinstance(value, list) else [value]
        text = ", ".join(clean_line(name) for name in names if isinstance(name, str))
        if text and text not in ("~", "null"):
            return text
    return ""
