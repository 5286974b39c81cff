"""Sentences against the texts of the GUM corpus: ``python -m tests.benchmarks.steps.sentences``.

The texts are put together again from the tokens and ``SpaceAfter``; a sentence counts when both ends are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from dossier.analysis.sentences.sentences import split
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD

Span = tuple[int, int]

FOLDER = GOLD / "sentences"
ASKED = 0.957
LEAD = 4.0
"""Milliseconds of processor time for 5 kB that this step may take of the 20 for all."""


class Labelled(NamedTuple):
    """A text with its paragraphs and the sentences a person marked."""

    text: str
    paragraphs: list[Span]
    sentences: list[Span]


def read(path: Path) -> Labelled:
    """A file in CoNLL-U, as https://universaldependencies.org/format.html has it, with ``# newpar``."""
    parts: list[str] = []
    paragraphs, found = [], []
    at = begin = 0
    for paragraph in path.read_text("utf-8").split("# newpar\n"):
        start = end = at
        for sentence in paragraph.split("\n\n"):
            begin = at
            for word in _words(sentence):
                parts.append(word)
                at += len(word)
                end = at - (word[-1] == " ")
            if at > begin:
                found.append((begin, end))
        if end > start:
            paragraphs.append((start, end))
            parts.append("\n\n")
            at += 2
    return Labelled("".join(parts), paragraphs, found)


def _words(sentence: str) -> Iterator[str]:
    """The surface words of a sentence, each with the space that follows it."""
    last = 0
    for line in sentence.splitlines():
        fields = line.split("\t")
        if len(fields) < 10 or "." in fields[0]:
            continue
        first, _, until = fields[0].partition("-")
        if int(first) <= last:
            continue
        last = int(until or first)
        yield fields[1] + ("" if "SpaceAfter=No" in fields[9].split("|") else " ")


def score(texts: Sequence[Labelled]) -> float:
    """F1 of exact spans over all ``texts``."""
    right = marked = ours = 0
    for labelled in texts:
        found = {span for part in labelled.paragraphs for span in split(labelled.text, *part)}
        right += len(found & set(labelled.sentences))
        marked += len(labelled.sentences)
        ours += len(found)
    return 2 * right / (marked + ours)


def milliseconds(text: str, size: int = 5000) -> float:
    """Processor time for ``size`` code points, the best of five."""
    times = []
    for _ in range(5):
        begin = process_time()
        split(text)
        times.append(process_time() - begin)
    return min(times) * 1000 * size / len(text)


def figures() -> Iterator[Figure]:
    """F1 of exact spans, of all texts and of either half, and the price."""
    if not FOLDER.is_dir():
        return
    texts = [read(path) for path in sorted(FOLDER.glob("*.conllu"))]
    yield Figure("sentences, exact spans F1", score(texts), ASKED, f"{len(texts)} texts of GUM", least=True)
    yield Figure("sentences, first half", score(texts[::2]), None)
    yield Figure("sentences, other half", score(texts[1::2]), None)
    text = "\n\n".join(one.text for one in texts)
    yield Figure("sentences, ms for 5 kB", milliseconds(text), LEAD)


if __name__ == "__main__":
    found = list(figures())
    print(table(found) if found else f"left out: {FOLDER} is missing")
