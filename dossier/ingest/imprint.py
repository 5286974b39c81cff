"""Lines that say where a text was published."""

from __future__ import annotations

import re

from dossier.ingest.dates import dates
from dossier.ingest.phrases import fold, words

LONGEST = 200
"""Code points of such a line."""

_PUBLISHED = re.compile(
    r"(?:(?:this|the)\s+(?:article|story|report|piece|essay|interview|column|text)\s+)?(?:was\s+|is\s+)?"
    r"(?:(?:first|originally)\s+)*(?:published|appeared)\s+(?:(?:in|by|on|at)\s+)(?P<name>.+)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\W*(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)[\s,:]+(?:by\s+)?(?P<name>[^.|]+)",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"(?:(?<!\s)\s++)?[,.;|(–—]|(?<!\s)\s++(?:-\s|(?:on|under|and is|in|as|with|at|by)\s|all rights)", re.IGNORECASE
)
_PICTURES = re.compile(r"photo|image|getty|picture", re.IGNORECASE)


def imprint(text: str) -> tuple[str, str]:
    """The publisher and the ISO date that a line such as ``Published in X, 12 February 2026`` names, or nothing."""
    if len(text) > LONGEST:
        return "", ""
    found = _PUBLISHED.match(text)
    if found:
        name = _name(found["name"])
        first = next((iso for _, _, iso in dates(found["name"]) if iso), "")
        return (name, first) if name else ("", "")
    owned = _COPYRIGHT.match(text)
    return (_name(owned["name"]), "") if owned and not _PICTURES.search(text) else ("", "")


def page_title(text: str) -> tuple[str, str]:
    """A title without the publisher's name that page titles carry after a bar, and that name."""
    title, bar, name = text.rpartition(" | ")
    named = 0 < len(name.split()) <= 4 and name[:1].isupper() and not any(map(str.isdigit, name))
    if bar and named and len(title) > len(name) and fold(name) not in words("sections"):
        return title.strip(), name.strip()
    return text, ""


def _name(text: str) -> str:
    start = next((start for start, _, _ in dates(text)), len(text))
    named = text[:start]
    end = _NAME_END.search(named)
    name = (named[: end.start()] if end else named).strip(" .,;:-–—\"“”'")
    bare = name.removeprefix("the ").removeprefix("The ")
    return name if bare[:1].isupper() and len(name.split()) <= 6 else ""
