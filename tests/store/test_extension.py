"""New sources beside what held of the others: names, claims and origins meet, and nothing of the others changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.agreement.agreement import judged
from dossier.analysis.claims.ids import claim_id
from dossier.analysis.deriving import derive
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes
from dossier.model.claim import Agreement, Claim, Evidence
from dossier.model.derived import Copied, Derived
from dossier.model.passage import Anchor, Selector
from dossier.store import extension
from dossier.store.extension import extended, nearest
from dossier.store.outdated import still_holding

TEXTS = {
    "calder": "The pier\n\nInes Calder, mayor of Port Vale, said on Friday that the new pier will cost $12 million.",
    "sorrel": "A loan\n\nThe Sorrel Bank lent Port Vale $9 million for its harbour, according to its chairman.",
    "rain": "Rain\n\nIt rained for 37 days in Lower Marsh, the weather office said; the river rose by two metres.",
    "again": "News\n\nThe new pier of Port Vale will cost $14 million, Mayor Ines Calder told reporters on Friday.",
}


def _studied(source: str) -> Studied:
    reading = read_bytes(TEXTS[source].encode(), f"{source}.txt", source)[1]
    return Studied(source, reading.text, study(reading.text, reading.blocks, ""))


def _derived(*sources: str) -> Derived:
    return replace(derive([_studied(source) for source in sources]), studied=dict.fromkeys(sources, "now"))


@pytest.fixture
def held() -> Derived:
    held = still_holding(_derived("calder", "sorrel", "rain"), dict.fromkeys(TEXTS, "now"))
    assert held is not None
    return held


def test_the_nearest_share_rare_names_and_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {source: _studied(source).findings for source in TEXTS}
    assert nearest({"again"}, found) == ["calder", "sorrel"]
    assert nearest({"rain"}, found) == []
    monkeypatch.setattr(extension, "NEAREST", 1)
    monkeypatch.setattr(extension, "FURTHER", 0)
    assert nearest({"again"}, found) == ["calder"]
    monkeypatch.setattr(extension, "FURTHER", 1)
    assert nearest({"again", "rain"}, found) == ["calder", "sorrel"]


def test_a_new_source_joins_the_claim_that_has_the_words_of_another(held: Derived) -> None:
    told = extended(held, _derived("calder", "rain", "again"), frozenset({"again"}))
    (pier,) = [claim for claim in told.claims if "again" in claim.sources]
    assert pier.sources == ("again", "calder")
    assert pier.id in {claim.id for claim in held.claims}
    assert pier.status.differs
    assert (told.partial, set(told.studied)) == (True, set(TEXTS))


def _claims(*groups: str) -> Derived:
    """A claim of each group of passages, "a1 b1": each is one letter for its source and a number for its place."""
    claims = []
    for group in groups:
        pieces = tuple(
            Evidence(
                place[0],
                Selector(f"Passage {place}", start=100 * int(place[1])),
                anchor=Anchor.FOUND,
                start=100 * int(place[1]),
                end=100 * int(place[1]) + 10,
                decided=False,
            )
            for place in group.split()
        )
        words = pieces[0].selector.exact
        claims.append(judged(Claim(claim_id(words), words, evidence=pieces, decided=False), pieces, {}))
    sources = {place[0] for group in groups for place in group.split()}
    return Derived(claims=tuple(claims), studied=dict.fromkeys(sources, "now"))


@pytest.mark.parametrize(
    ("before", "near", "after"),
    [
        (["a1 b1"], ["a1 b1 n1"], ["a1 b1 n1"]),
        (["a1 b1 x1"], ["a1 b1 n1"], ["a1 b1 n1 x1"]),  # x is not near: it goes with most of the others
        (["a1 b1 c1 x1"], ["a1 n1", "b1 c1"], ["a1 n1", "b1 c1 x1"]),
        (["a1 b1 c1"], ["a1 b1 n1", "c1"], ["a1 b1 n1", "c1"]),
        (["a1 x1", "b1 y1"], ["a1 b1 n1"], ["a1 b1 n1 x1 y1"]),
        (["a1 x1", "b1 x2"], ["a1 b1 n1"], ["a1 b1 n1 x1", "x2"]),  # one passage of a source
        (["a1", "b1"], ["a1", "b1 n1"], ["a1", "b1 n1"]),
        (["a1 b1"], ["a1", "b1", "n1"], ["a1 b1", "n1"]),  # of others alone the whole knew better
        (["a1 b1"], ["a1 n1", "b1 n2"], ["a1 n1", "b1 n2"]),
        (["a1 b1", "b2"], ["a1 b2 n1", "b1 n2"], ["a1 b2 n1", "b1 n2"]),
        (["a1 b1 c1 d1"], ["a1 n1", "b1 c1 n2", "d1"], ["a1 n1", "b1 c1 n2", "d1"]),
        (["a1 b1 c1"], ["a1 n1", "n2 b1 c1"], ["a1 n1", "b1 c1 n2"]),
    ],
)
def test_groups_with_new_passages_go_before_those_that_held(
    before: list[str], near: list[str], after: list[str]
) -> None:
    held = _claims(*before)
    told = extended(held, _claims(*near), frozenset({"n"}))
    found = [[piece.selector.exact.split()[1] for piece in claim.evidence] for claim in told.claims]
    assert sorted(map(" ".join, found)) == sorted(after)
    assert len({claim.id for claim in told.claims}) == len(told.claims)
    for claim in told.claims:
        assert claim.id in {claim_id(piece.selector.exact) for piece in claim.evidence}
        assert claim.status is (Agreement.SINGLE if len(claim.sources) == 1 else Agreement.CORROBORATED)


def test_the_same_words_in_other_claims_stay_there() -> None:
    """Standing words, as "The company declined to comment", begin more than one claim."""

    def said(derived: Derived) -> Derived:
        same = Selector("The company declined")
        claims = []
        for claim in derived.claims:
            pieces = tuple(p._replace(selector=same) if p.source in ("x", "n") else p for p in claim.evidence)
            claims.append(claim._replace(id=claim_id(pieces[0].selector.exact), evidence=pieces))
        return replace(derived, claims=tuple(claims))

    held = said(_claims("x1 z1", "a1 b1"))
    told = extended(held, said(_claims("n1 b1", "a1")), frozenset({"n"}))
    assert sorted(claim.sources for claim in told.claims) == [("a",), ("b", "n"), ("x", "z")]
    assert len({claim.id for claim in told.claims}) == 3


GROUPS = st.lists(st.lists(st.sampled_from("abcdexyz"), min_size=1, max_size=4, unique=True), min_size=1, max_size=6)


@given(GROUPS, st.data())
def test_every_passage_stays_in_one_claim(groups: list[list[str]], data: st.DataObject) -> None:
    places = [[f"{source}{n}" for source in group] for n, group in enumerate(groups)]
    near = [place for group in places for place in group if place[0] not in "xyz"] + [f"n{n}" for n in range(3)]
    order = data.draw(st.permutations(near))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(near) - 1), max_size=5)))
    parts = [order[a:b] for a, b in itertools.pairwise([0, *cuts, len(near)])]
    split = [list(one) for part in parts for one in _one_of_a_source(part)]
    told = extended(_claims(*map(" ".join, places)), _claims(*map(" ".join, split)), frozenset("n"))
    found = sorted((piece.source, piece.start) for claim in told.claims for piece in claim.evidence)
    assert found == sorted((place[0], 100 * int(place[1])) for place in {*itertools.chain(*places), *near})


def _one_of_a_source(part: list[str]) -> Iterator[list[str]]:
    """The passages of a group of which none has two of a source."""
    left = part
    while left:
        first = {place[0]: place for place in reversed(left)}
        yield [*first.values()]
        left = [place for place in left if place not in first.values()]


def test_names_meet_those_that_held_and_new_ones_stay_apart(held: Derived) -> None:
    told = extended(held, _derived("calder", "rain", "again"), frozenset({"again"}))
    (calder,) = [entity for entity in told.entities if "Ines Calder" in entity.names]
    assert calder.id in {mention.entity for mention in told.mentions["again"]}
    assert {one.speaker for one in told.speech["again"]} == {calder.id}
    taken = replace(held, entities=tuple(e._replace(name="Else", aliases=()) for e in held.entities))
    apart = extended(taken, _derived("calder", "rain", "again"), frozenset({"again"}))
    assert len({entity.id for entity in apart.entities}) == len(apart.entities)
    named = {entity.id: entity for entity in apart.entities}
    assert "Ines Calder" in {name for m in apart.mentions["again"] for name in named[m.entity].names}


def test_what_the_other_sources_say_stays_as_it_was(held: Derived) -> None:
    told = extended(held, _derived("calder", "sorrel", "rain", "again"), frozenset({"again"}))
    others = [claim for claim in held.claims if "calder" not in claim.sources]
    assert [claim for claim in told.claims if claim.id in {other.id for other in others}] == others
    assert {source: told.mentions[source] for source in held.mentions} == held.mentions
    assert {source: told.speech[source] for source in held.speech} == held.speech


@pytest.mark.parametrize("copied", [Copied("again", "calder", 0.9), Copied("calder", "again", 0.9)])
def test_a_copy_counts_as_one_origin_with_what_it_copies(held: Derived, copied: Copied) -> None:
    near = replace(_derived("calder", "rain", "again"), copies=(copied,))
    told = extended(held, near, frozenset({"again"}))
    (pier,) = [claim for claim in told.claims if "again" in claim.sources]
    assert (len(pier.sources), pier.origins) == (2, 1)
    assert told.joined["again"] == told.joined["calder"]
