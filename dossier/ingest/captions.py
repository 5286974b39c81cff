"""Photo captions and credits."""

from __future__ import annotations

import re

from dossier.ingest.datelines import dateline
from dossier.ingest.phrases import fold, phrases, words

LONGEST = 900
"""Code points of a caption; a longer paragraph is running text whatever it ends with."""

_TAIL = re.compile(
    r"[(\[](?P<bracketed>[^()\[\]]{2,120})[)\]]\W{0,2}$|(?:(?<=\w\w)[.|]|(?P<dash>[—–]))\s?(?P<plain>[^.|()—–]{2,60})$"
)
_STOPS = ".!?”\"'’"
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[/,&|:]\s*+|(?<!\s)\s++via\s++")
_REACH = 130  # code points at the end of a paragraph that can hold its credit


def is_caption(text: str, closing: bool = False) -> bool:
    """Whether a paragraph is the caption or credit of a picture.

    ``closing`` says that it ends the text: there a bare agency signs the report, not a picture.
    """
    if len(text) > LONGEST:
        return False
    if len(text) <= LONGEST // 2 and fold(text[:40]).startswith(phrases("captions")):
        return True
    if text[-1] in _STOPS and not any(bracket in text[-4:] for bracket in ")]"):
        return False
    found = _TAIL.search(text, max(0, len(text) - _REACH))
    if not found:
        return False
    credit = fold(found["bracketed"] or found["plain"]).strip()
    agencies = [part in words("agencies") for part in _PARTS.split(credit)]
    if all(agencies):
        # After a name the brackets hold its short form: "the Environmental Protection Agency (EPA)".
        credited = found["dash"] or (found["bracketed"] and text[: found.start()].rstrip()[-1:] in tuple(_STOPS))
        return not closing and bool(credited) and not _is_filed(text)
    if found["plain"] and not (any(agencies) or ":" in credit):
        return False
    return _credits_picture(credit, any(agencies))


def _is_filed(text: str) -> bool:
    """Whether the paragraph opens like a report: what an agency signs then is the report."""
    opening = dateline(text)
    return opening is not None and opening.place != "" and text.lstrip("[").startswith(opening.place)


def _credits_picture(credit: str, agency: bool) -> bool:
    tokens = re.findall(r"[\w-]+", credit)
    if not tokens or len(tokens) > 10:
        return False
    if not words("credits").isdisjoint(tokens):
        return True
    weak = words("pictures")
    if credit.partition(":")[0] in weak and ":" in credit:
        return True
    return weak.issuperset(tokens) or (agency and not weak.isdisjoint(tokens))
