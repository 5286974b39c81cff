"""New sources beside what held of the others: names, claims and origins meet, and nothing of the others changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.analysis.deriving import derive
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes
from dossier.model.derived import Copied, Derived
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


def test_the_nearest_share_rare_names_and_figures() -> None:
    found = {source: _studied(source).findings for source in TEXTS}
    assert nearest({"again"}, found, 5) == ["calder", "sorrel"]
    assert nearest({"again"}, found, 1) == ["calder"]
    assert nearest({"rain"}, found, 5) == []


def test_a_new_source_joins_the_claim_that_has_the_words_of_another(held: Derived) -> None:
    told = extended(held, _derived("calder", "rain", "again"), frozenset({"again"}))
    (pier,) = [claim for claim in told.claims if "again" in claim.sources]
    assert pier.sources == ("calder", "again")
    assert pier.id in {claim.id for claim in held.claims}
    assert pier.status.differs
    assert (told.partial, set(told.studied)) == (True, set(TEXTS))


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
