"""Names and their merging: spans and alias pairs on five articles read by hand, and what other data can tell.

``entities_seeds.json`` holds for each of the five articles the hash of its reading text and every mention as start,
end, cluster and kind: no text. It was made before the rules were tuned. Capitalised mentions only; adjectives of
nations (American) are no mentions; US-Pakistan is one of each; an office takes in what stands before it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dossier.analysis.entities.merging import merge_names
from dossier.analysis.entities.named import Named
from dossier.analysis.entities.names import find_names
from dossier.ingest.reading import read_bytes
from dossier.model.source import BlockKind
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import GOLD, REAL

HAND = Path(__file__).with_name("entities_seeds.json")
_PRONOUNS = frozenset(
    ("i", "i'm", "i'd", "i've", "me", "my", "he", "she", "his", "her", "him", "we", "our", "you", "they", "it", "its")
)
TOPICS = (2, 12, 18, 21, 23, 34, 35, 5)
"""The first four were used for developing, the others were not."""

Spot = tuple[str, int, int]


class Hand(NamedTuple):
    """The careful list: cluster and kind of every mention."""

    clusters: dict[Spot, str]
    kinds: dict[Spot, str]
    found: dict[str, list[Named]]


def f1(hits: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def pair_f1(ours: Mapping[Spot, Hashable], theirs: Mapping[Spot, Hashable]) -> float:
    """F1 of the pairs of mentions that are put together."""
    one, other = _pairs(ours), _pairs(theirs)
    return f1(len(one & other), len(one), len(other))


def _pairs(clusters: Mapping[Spot, Hashable]) -> set[tuple[Spot, Spot]]:
    return {(a, b) for a, b in combinations(sorted(clusters), 2) if clusters[a] == clusters[b]}


def alias_f1(found: Mapping[str, Sequence[Named]], ours: Mapping[Spot, Hashable], theirs: Mapping[Spot, str]) -> float:
    """F1 of pairs of different spellings that are put together: names written alike are no merit."""
    spelled = {(source, one.start, one.end): one.name for source, names in found.items() for one in names}
    sets: list[set[tuple[str, str]]] = []
    for clusters in (ours, theirs):
        pairs = {tuple(sorted((spelled.get(a, ""), spelled.get(b, "")))) for a, b in _pairs(clusters)}
        sets.append({(a, b) for a, b in pairs if a != b and a})
    return f1(len(sets[0] & sets[1]), len(sets[0]), len(sets[1]))


def b_cubed(ours: Mapping[Spot, Hashable], theirs: Mapping[Spot, Hashable]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) over the mentions both have."""
    spots = sorted(ours.keys() & theirs.keys())
    if not spots:
        return 0.0

    def score(one: Mapping[Spot, Hashable], other: Mapping[Spot, Hashable]) -> float:
        total = 0.0
        for spot in spots:
            same = [other_spot for other_spot in spots if one[other_spot] == one[spot]]
            total += sum(other[other_spot] == other[spot] for other_spot in same) / len(same)
        return total / len(spots)

    precision, recall = score(ours, theirs), score(theirs, ours)
    return 2 * precision * recall / (precision + recall)


def merged(found: Mapping[str, Sequence[Named]]) -> dict[Spot, str]:
    """The entity of every mention."""
    return {mention: one.id for one in merge_names(found) for mention in one.mentions}


def hand() -> Hand:
    """The careful list and what is found; articles whose text has changed are left out."""
    clusters: dict[Spot, str] = {}
    kinds: dict[Spot, str] = {}
    found: dict[str, list[Named]] = {}
    for article in json.loads(HAND.read_text("utf-8")):
        file = article["file"]
        _, reading = read_bytes((REAL / file).read_bytes(), file, file)
        if sha256(reading.text.encode()).hexdigest() != article["sha256"]:
            continue
        blocks = [(one.start, one.end) for one in reading.blocks if one.kind is not BlockKind.BOILERPLATE]
        found[file] = find_names(reading.text, blocks)
        for start, end, cluster, kind in article["mentions"]:
            clusters[file, start, end] = cluster
            kinds[file, start, end] = kind
    return Hand(clusters, kinds, found)


def _hand_figures() -> Iterator[Figure]:
    data = hand()
    ours = merged(data.found)
    kinds = {mention: one.kind for one in merge_names(data.found) for mention in one.mentions}
    both = ours.keys() & data.clusters.keys()
    right = sum(kinds[spot] == data.kinds[spot] for spot in both)
    note = f"{len(data.found)} articles, {len(data.clusters)} mentions"
    yield Figure("names, own list: span F1", f1(len(both), len(ours), len(data.clusters)), 0.93, note, True)
    yield Figure("names, own list: span and kind F1", f1(right, len(ours), len(data.clusters)), None, "", True)
    yield Figure("names, own list: alias pairs F1", alias_f1(data.found, ours, data.clusters), 0.95, "spellings", True)
    yield Figure("names, own list: mention pairs F1", pair_f1(ours, data.clusters), 0.95, "", True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in a labelled span: from the first capital that is no article; ``None`` where words are lower case."""
    words = text[start:end].split(" ")
    while words and (words[0] in ("The", "the", "A", "an") or not words[0][:1].isupper()):
        start += len(words[0]) + 1
        words = words[1:]
    if text[start:end].lower() in _PRONOUNS:
        return None
    end -= 2 * text[start:end].endswith(("'s", "’s"))
    small = ("of", "and", "for", "the", "'s", "&", "de", "la")
    if not words or any(not word[:1].isupper() and word not in small for word in words):
        return None
    return start, end


def _matches(span: tuple[int, int], names: Mapping[int, Named]) -> Named | None:
    """The name found that ends where the label ends, a title or an article more or less."""
    named = names.get(span[1])
    return named if named is not None and named.start >= span[0] - 1 else None


def topic(number: int) -> tuple[dict[str, list[Named]], dict[Spot, str], int]:
    """What is found in a topic, the chains of the labelled names that are found, and how many are labelled."""
    found: dict[str, list[Named]] = {}
    chains: dict[Spot, str] = {}
    labelled = 0
    for source, article in json.loads((GOLD / "alignment" / f"topic{number}.json").read_text("utf-8")).items():
        text, blocks = "", []
        for sentence in article["sentences"]:
            blocks.append((len(text), len(text) + len(sentence)))
            text += f"{sentence}\n\n"
        found[source] = find_names(text, blocks)
        names = {one.end: one for one in found[source]}
        for one in article["mentions"]:
            start = blocks[one["sentence"]][0]
            span = _trimmed(text, start + one["start"], start + one["end"])
            if span and one["type"].startswith(("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "LOC_")):
                labelled += 1
                named = _matches(span, names)
                if named:
                    chains[source, named.start, named.end] = one["chain"]
    return found, chains, labelled


def _topic_figures() -> Iterator[Figure]:
    for name, numbers in (("dev half", TOPICS[:4]), ("other half", TOPICS[4:])):
        labels = hits = 0
        scores = []
        for number in numbers:
            found, chains, labelled = topic(number)
            ours = {spot: entity for spot, entity in merged(found).items() if spot in chains}
            labels, hits = labels + labelled, hits + len(chains)
            scores.append((b_cubed(ours, chains), pair_f1(ours, chains), len(chains)))
        weight = sum(count for *_, count in scores)
        yield Figure(f"names, topics, {name}: labelled names found", hits / labels, None, f"{labels} labels", True)
        for n, what in enumerate(("B-cubed F1", "mention pairs F1")):
            mean = sum(one[n] * one[2] for one in scores) / weight
            yield Figure(f"names, topics, {name}: {what}", mean, None, "of those", True)


class _Labels(NamedTuple):
    """The text of a file, the heads of named people, bodies and places in it, and the ends of all heads."""

    text: str
    named: set[tuple[int, int]]
    ends: set[int]


class _Token(NamedTuple):
    start: int
    end: int
    proper: bool


def _labelled(path: Path) -> _Labels:
    """GUM's entities: the fields of a mention are group, kind, three of discourse, and the tokens of its head."""
    text = ""
    tokens: list[_Token] = []
    opened: list[tuple[str, str, str, int]] = []
    labels = _Labels("", set(), set())
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 10 or not columns[0].isdigit():
            text += "\n\n" if not line and not text.endswith("\n") else ""
            continue
        tokens.append(_Token(len(text), len(text) + len(columns[1]), columns[4].startswith("NNP")))
        text += columns[1]
        entity = next((part[7:] for part in columns[9].split("|") if part.startswith("Entity=")), "")
        for mark in entity.replace("(", " (").replace(")", ") ").split():
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                opened.append((fields[0], fields[1], fields[5], len(tokens) - 1))
            if mark.endswith(")"):
                at = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == fields[0]), None)
                if at is not None:
                    _label(labels, opened.pop(at), tokens)
        text += "" if "SpaceAfter=No" in columns[9] else " "
    return labels._replace(text=text)


def _label(labels: _Labels, mention: tuple[str, str, str, int], tokens: Sequence[_Token]) -> None:
    _, kind, head, first = mention
    heads = [tokens[first + int(n) - 1] for n in head.split(",") if n.isdigit() and first + int(n) <= len(tokens)]
    if heads:
        labels.ends.add(heads[-1].end)
    if heads and kind in ("person", "organization", "place") and all(one.proper for one in heads):
        labels.named.add((heads[0].start, heads[-1].end))


def _sentence_figures() -> Iterator[Figure]:
    files = sorted((GOLD / "sentences").glob("*.conllu"))
    for name, some in (("dev half", files[::2]), ("other half", files[1::2])):
        wanted = got = right = found = 0
        for path in some:
            labels = _labelled(path)
            names = find_names(labels.text, _blocks(labels.text))
            wanted, found = wanted + len(labels.named), found + len(names)
            got += sum(any(one.start < end <= one.end for one in names) for _, end in labels.named)
            right += sum(any(one.start < end <= one.end for end in labels.ends) for one in names)
        note = f"{wanted} labels, {found} found"
        yield Figure(f"names, sentences, {name}: recall of heads", got / wanted, None, note, True)
        yield Figure(f"names, sentences, {name}: precision of heads", right / found, None, "any labelled kind", True)


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n\n"):
        blocks.append((start, start + len(part)))
        start += len(part) + 2
    return blocks


def figures() -> Iterator[Figure]:
    """The figures of this step; none for data that is missing."""
    parts: tuple[tuple[Path, Callable[[], Iterator[Figure]]], ...] = (
        (REAL, _hand_figures),
        (GOLD / "alignment", _topic_figures),
        (GOLD / "sentences", _sentence_figures),
    )
    for folder, part in parts:
        if folder.is_dir():
            yield from part()


if __name__ == "__main__":
    print(table(list(figures())) if REAL.is_dir() else f"{REAL} is missing: nothing to measure")
