"""What the full-text index keeps of a source, and how its words are parted."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from dossier.model.source import Source
from dossier.search.folding import fold
from dossier.search.memory import LEAD
from dossier.search.occurrences import UNSPACED

if TYPE_CHECKING:
    import tantivy

VERSION = 1
"""Of the fields, the folding and the parting of words below; an index of another version is built anew."""

NUMBER, DIGEST, TITLE, LEAD_FIELD, BODY = "number", "digest", "title", "lead", "body"

LONGEST_WORD = 1000
"""Bytes of a word that is kept; what is longer is no word a person looks for."""

_UNSPACED = re.compile(f"([{UNSPACED}])")


def analyzer() -> tantivy.TextAnalyzer:
    """Parts words at what is neither letter nor digit; the text is folded before."""
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.remove_long(LONGEST_WORD)).build()


def schema() -> tantivy.Schema:
    """The fields: two numbers that name a source and its state, and its folded words; no text is stored."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(NUMBER, indexed=True, fast=True)
    builder.add_unsigned_field(DIGEST, fast=True)
    for name in (TITLE, LEAD_FIELD, BODY):
        builder.add_text_field(name, tokenizer_name="dossier")
    return builder.build()


def document(source: Source, text: str) -> tantivy.Document:
    """What the index keeps of ``source`` with this reading text."""
    import tantivy

    made = tantivy.Document()
    made.add_unsigned(NUMBER, number_of(source.id))
    made.add_unsigned(DIGEST, digest_of(source))
    body = parted(fold(text))
    made.add_text(TITLE, parted(fold(source.name)))
    made.add_text(LEAD_FIELD, body[:LEAD])
    made.add_text(BODY, body)
    return made


def parted(folded: str) -> str:
    """``folded`` with spaces around the characters of scripts that do not part words.

    Half a surrogate pair, which the library refuses, becomes a question mark.
    """
    if folded.isascii():
        return folded
    return _UNSPACED.sub(r" \1 ", folded.encode("utf-8", "replace").decode("utf-8"))


def number_of(source: str) -> int:
    """63 bits that stand for the source with this id."""
    return _bits(source)


def digest_of(source: Source) -> int:
    """63 bits that change with the source's bytes, its title or how its text is read."""
    return _bits(f"{source.digest}\n{source.length}\n{source.name}")


def _bits(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1  # the library takes signed 64-bit numbers without loss
