"""The query language: what a person types into the search box, read once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from dossier.search.folding import fold

LONGEST_QUERY = 1000
"""Code points of a query that are read; a paste by mistake must not cost a frame."""

MOST_TERMS = 16
"""Words and phrases of a query that are looked for, wanted and refused each."""

FIELDS = ("source", "entity")

_TOKEN = re.compile(
    r"""(?P<minus>-?)(?:(?P<field>source|entity):)?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<plain>[^\s"]+))"""
)
_OUTSIDE = "()[]{}<>.,;:!?'`…"
_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to look for, folded; ``prefix`` when its last word may go on.

    ``phrase`` is true when its words stand in quotation marks; they are parted by single spaces.
    """

    text: str
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A restriction such as ``source:geo``: the field's name, the folded value, and whether it is refused."""

    name: str
    value: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: every term, none of the refused ones, within the fields. ``text`` is as typed."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    refused: tuple[Term, ...] = ()
    fields: tuple[Field, ...] = ()

    def __bool__(self) -> bool:
        """Whether it asks for anything; refusing alone does not."""
        return bool(self.terms or any(not field.refused for field in self.fields))


def parse_query(text: str, typing: bool = False) -> Query:
    """Read ``text``: words, ``word*``, ``"phrases"``, ``-not``, ``source:`` and ``entity:`` with quoted values.

    While ``typing``, a word or an open phrase at the very end stands for every word it begins. Unknown fields are
    plain words. Nothing is an error: what cannot be read is left out.
    """
    text = text[:LONGEST_QUERY]
    folded = fold(unicodedata.normalize("NFC", text))
    terms: list[Term] = []
    refused: list[Term] = []
    fields: list[Field] = []
    for found in _TOKEN.finditer(folded):
        away = bool(found["minus"])
        if found["field"]:
            if value := " ".join((found["quoted"] or found["plain"] or "").split()):
                fields.append(Field(found["field"], value, away))
            continue
        open_end = typing and not away and found.end() == len(folded) and not found["closed"]
        if term := _term(found, open_end):
            (refused if away else terms).append(term)
    return Query(text, _unique(terms), _unique(refused), tuple(dict.fromkeys(fields))[:MOST_TERMS])


def _term(found: re.Match[str], open_end: bool) -> Term | None:
    """The word or phrase of one token, if there is a letter or a digit in it."""
    if found["plain"] is None:
        words = " ".join(found["quoted"].split())
        if open_end and found["quoted"][-1:].isspace():
            open_end = False
        return Term(words, open_end, phrase=True) if _HAS_WORD.search(words) else None
    plain = found["plain"]
    if plain.rstrip(":") in FIELDS and plain.endswith(":"):
        return None  # the value of a field is still to be typed
    starred = plain.endswith("*")
    word = plain.strip("*").strip(_OUTSIDE)
    return Term(word, starred or open_end) if _HAS_WORD.search(word) else None


def _unique(terms: list[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]
