"""Some statements, compared by the frequencies of many more: as alike as they are among all. All texts are invented."""

from __future__ import annotations

from dossier.analysis.alignment.alignment import Aligner, Statement
from dossier.analysis.alignment.figure_matches import CROWDED, figure_matches
from dossier.analysis.alignment.frequencies import sizes
from dossier.analysis.quantities.reading import read_quantity

PLACES = ("Velmora", "Oruba", "Calder", "Sorrel", "Marsh", "Vale")


def articles() -> dict[str, list[Statement]]:
    """Pairs of articles on one matter each, and a matter of which all tell."""
    found = {}
    for n in range(24):
        place, matter = PLACES[n % len(PLACES)], n // 2
        texts = (
            f"The council of {place} spoke about pier {matter}.",
            f"Pier {matter} costs {matter + 3} million euros, said the mayor of {place}.",
            f"Rain fell on {place} for {n + 2} days.",
        )
        source = f"s{n:02}"
        found[source] = [Statement(source, at, at + 1, text, entities=(place,)) for at, text in enumerate(texts)]
    return found


def aligned(chosen: dict[str, list[Statement]], known: Aligner | None = None) -> Aligner:
    aligner = Aligner(known.frequencies if known is not None else None)
    for statements in chosen.values():
        aligner.add(statements)
    aligner.pairs()
    return aligner


def scored(aligner: Aligner) -> dict[frozenset[tuple[str, int]], float]:
    def place(number: int) -> tuple[str, int]:
        return aligner.statement(number)[:2]

    return {frozenset((place(a), place(b))): score for (a, b), score in aligner.scores(aligner.likely(), 0.2).items()}


def test_some_of_many_are_as_alike_as_among_all() -> None:
    every = articles()
    some = {source: every[source] for source in list(every)[:6]}
    whole = aligned(every)
    among_all = scored(whole)
    by_all, by_themselves = scored(aligned(some, whole)), scored(aligned(some))
    within = {pair for pair in among_all if all(source in some for source, _ in pair)}
    assert within
    assert {pair: by_all[pair] for pair in within} == {pair: among_all[pair] for pair in within}
    assert any(by_themselves.get(pair) != among_all[pair] for pair in within)


def test_what_is_new_counts_by_its_own_frequency() -> None:
    whole = aligned(articles())
    more = aligned({"new": [Statement("new", 0, 1, "Zeppelins landed in Velmora")]}, whole)
    assert more.frequencies.words["zeppelin"] == 1
    assert more.frequencies.words["velmora"] == whole.frequencies.words["velmora"]
    assert more.frequencies.total == whole.frequencies.total


def test_a_figure_that_many_give_elsewhere_brings_nothing_together() -> None:
    figure = read_quantity("7,500 jobs")
    assert figure is not None

    def plants(sources: str) -> dict[str, list[Statement]]:
        return {s: [Statement(s, 0, 1, f"Plant {s} brings 7,500 jobs", (figure,), (), ("plant",))] for s in sources}

    def met(aligner: Aligner) -> int:
        return len(figure_matches(aligner, {n: aligner.statement(n) for s in "ab" for n in aligner.numbers(s)}))

    whole = aligned(plants("".join(map(chr, range(ord("a"), ord("a") + CROWDED + 1)))))
    assert met(aligned(plants("ab"))) == 1
    assert met(aligned(plants("ab"), whole)) == 0


def test_like_figures_share_a_size() -> None:
    four, less, other = (read_quantity(words) for words in ("4 million euros", "3.9 million euros", "4 million tonnes"))
    assert four is not None
    assert less is not None
    assert other is not None
    assert sizes([four]) & sizes([less])
    assert not sizes([four]) & sizes([other])
    assert not sizes([figure for figure in [read_quantity("12 people")] if figure])
