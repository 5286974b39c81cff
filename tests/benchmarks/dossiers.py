"""Folders to measure with, the same on every machine: long articles full of names and claims, and many short ones."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

SPACING = 80
"""Characters from one highlight to the next."""
CLAIM_EVERY = 10
"""One highlight in so many is a claim's evidence; the others are mentions."""
MAIN = "Amina Barwick"
"""The entity that is named most often: every ninth piece of text."""
RARE = "tender"
"""A word that stands in every seventh piece of text."""

_FIRST = (
    "Amina", "Bashir", "Celia", "Darius", "Edda", "Farid", "Greta", "Hamid", "Ingrid", "Jamal", "Karin", "Latif",
    "Maren", "Nadir", "Olga",
)  # fmt: skip
_LAST = (
    "Barwick", "Colmar", "Danvers", "Eberlin", "Faruqi", "Gilani", "Holmgren", "Ibsen", "Jatoi", "Karlov",
    "Lindqvist", "Mengal", "Norsby",
)  # fmt: skip
_WORDS = (
    "the", "of", "to", "and", "in", "a", "that", "for", "with", "from", "report", "mine", "copper", "output",
    "harbour", "council", "rail", "price", "contract", "survey", "valley", "ministry", "ore", "debt", "loan",
    "county", "season", "bank", "exports", "water", "power", "study", "licence", "share", "workers", "plant",
    "road", "capital", "partner", "review", "cost", "market", "phase", "yield",
)  # fmt: skip


def names(count: int) -> list[str]:
    """So many different names; the first is :data:`MAIN`."""
    pairs = [f"{first} {last}" for first in _FIRST for last in _LAST]
    if count > len(pairs):
        pairs += [f"{pair} {n}" for n in range(2, count // len(pairs) + 2) for pair in pairs]
    return pairs[:count]


def statement(number: int, figure: int) -> str:
    """The words of a claim, which no other claim has."""
    return f"plot {number} of the concession was valued at ${figure} million by its owners"


def long_article(size: int, seed: int) -> tuple[str, list[str]]:
    """About ``size`` characters with a highlight every :data:`SPACING`, and the claims' words in it in order."""
    chance = random.Random(seed)
    people = names(150)[1:]
    pieces: list[str] = []
    quotes: list[str] = []
    length = n = 0
    while length < size:
        n += 1
        if n % CLAIM_EVERY == 1:  # the first at once, so that long and short articles show the same claim at the top
            middle = statement(n // CLAIM_EVERY, chance.randint(100, 999))
            quotes.append(middle)
        else:
            middle = MAIN if n % 9 == 2 else chance.choice(people)
        words = [RARE] if n % 7 == 0 else []
        while sum(map(len, words)) + len(words) + len(middle) < SPACING - 4:
            words.append(chance.choice(_WORDS))
        at = chance.randint(1, len(words)) if words else 0
        piece = " ".join([*words[:at], middle, *words[at:]])
        end = ".\n\n" if n % 6 == 0 else ", " if n % 2 else ". "
        pieces.append(piece + end)
        length += len(pieces[-1])
    return "".join(pieces), quotes


def make_long(folder: Path, size: int, sources: int = 2) -> Path:
    """A dossier of long articles in which every claim has evidence in each."""
    found = [long_article(size, seed) for seed in range(sources)]
    texts = {f"article-{n}.txt": f"Valuations, part {n}\n\n{text}" for n, (text, _) in enumerate(found, 1)}
    claims: list[str] = []
    for n, quotes in enumerate(zip(*(quotes for _, quotes in found), strict=False), 1):
        claims += [f"- id: plot-{n}", f"  text: Plot {n} of the concession has been valued.", "  evidence:"]
        for k, quote in enumerate(quotes, 1):
            claims += [f"    - source: article-{k}.txt", f"      quote: {quote}"]
    return _write(folder, texts, {"entities.yaml": _entities(150), "claims.yaml": "\n".join(claims)})


def make_many(folder: Path, count: int) -> Path:
    """So many articles of some five thousand characters, with names, dates and figures."""
    claims: list[str] = []

    def texts() -> Iterator[tuple[str, str]]:
        for n in range(count):
            text, quotes = long_article(5000, n)
            date = f"{n % 28 + 1} {('March', 'June', 'October')[n % 3]} {2020 + n % 6}"
            if n < 60:
                claims.extend([f"- id: claim-{n}", f"  text: A valuation of {date}.", "  evidence:"])
                claims.extend([f"    - source: {n:05}.txt", f"      quote: {quotes[0]}"])
            yield f"{n:05}.txt", f"Letter number {n} from the valley\n\n{date}\n\n{text}"

    _write(folder, dict(texts()), {"entities.yaml": _entities(150), "claims.yaml": "\n".join(claims)})
    return folder


def make_crowded(folder: Path, entities: int) -> Path:
    """A small dossier with very many entities."""
    text, _ = long_article(6000, 1)
    return _write(folder, {"article-1.txt": text}, {"entities.yaml": _entities(entities)})


def index(folder: Path, environment: Mapping[str, str]) -> None:
    """Read and index a folder as the application does behind the screen, and wait for it."""
    command = [sys.executable, "-m", "dossier.search.indexing", str(folder)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def _entities(count: int) -> str:
    entries = [f"- id: person-{n}\n  name: {name}\n  kind: person" for n, name in enumerate(names(count))]
    return "\n".join(entries)


def _write(folder: Path, texts: Mapping[str, str], decided: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in (texts | decided).items():  # type: ignore[operator]
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder
