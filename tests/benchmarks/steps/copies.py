"""Whether near-copies are found: real articles, each cut, reworded, reordered and given another headline.

Wrong is every pair of two different articles, as they are and among the copies. 10 % of the words are replaced by words
of other articles; the paragraphs are lines of the text.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from dossier.analysis.origins.copies import copies
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD

DATA = GOLD / "attribution"


def cut(text: str, chance: random.Random, words: list[str]) -> str:
    return text[: len(text) * 3 // 10]


def reworded(text: str, chance: random.Random, words: list[str]) -> str:
    row = text.split(" ")
    return " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in row)


def reordered(text: str, chance: random.Random, words: list[str]) -> str:
    rows = [row for row in text.split("\n") if row.strip()]
    chance.shuffle(rows)
    return "\n".join(rows)


def headed(text: str, chance: random.Random, words: list[str]) -> str:
    return " ".join(chance.choices(words, k=9)) + "\n" + text.partition("\n")[2]


def combined(text: str, chance: random.Random, words: list[str]) -> str:
    for change in (headed, reordered, cut, reworded):
        text = change(text, chance, words)
    return text


def figures() -> Iterator[Figure]:
    """Recall of each kind of copy, false pairs, and articles a second."""
    if not DATA.exists():
        print("copies: left out, no articles at", DATA)
        return
    texts = {path.stem: path.read_text("utf-8") for path in sorted(DATA.glob("*.txt"))}
    chance = random.Random(7)
    words = sorted({word for text in texts.values() for word in text.split()})
    wrong, found, made, spent = 0, 0, 0, 0.0
    for change in (cut, reworded, reordered, headed, combined):
        both = texts | {f"{name}|": change(text, chance, words) for name, text in texts.items()}
        started = time.process_time()
        pairs = copies(both)
        spent += time.process_time() - started
        right = sum(pair.source.rstrip("|") == pair.of.rstrip("|") for pair in pairs)
        wrong += len(pairs) - right
        found += right
        made += len(texts)
        yield Figure(f"copies, recall, {change.__name__}", right / len(texts), 0.95, least=True)
    yield Figure("copies, recall, all kinds", found / made, 0.95, f"{made} copies", least=True)
    yield Figure("copies, false pairs", wrong, 0, f"among {5 * 2 * len(texts) * (2 * len(texts) - 2) // 2} pairs")
    yield Figure("copies, articles a second", 10 * len(texts) / spent)


if __name__ == "__main__":
    print(table(list(figures())))
