"""What must come out of the demonstration dossier, and of the real articles it retells, all of itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dossier.analysis.deriving import derive
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.model.claim import Agreement, Claim, Stance
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity, EntityKind
from dossier.store.opening import open_dossier

SEEDS = Path(__file__).parents[2] / "seeds"
REAL = Path(__file__).parents[3] / "shared" / "seeds"
FOLDERS = [
    pytest.param(SEEDS, id="retold"),
    pytest.param(REAL, id="real", marks=pytest.mark.skipif(not REAL.is_dir(), reason="the articles are not there")),
]


@cache
def opened(folder: Path) -> tuple[Dossier, Derived]:
    dossier = open_dossier(folder)
    studied = []
    for source in dossier.sources:
        reading = dossier.reading(source.id)
        studied.append(Studied(source.id, reading.text, study(reading.text, reading.blocks, source.metadata.published)))
    return dossier, derive(studied)


def claims_with(derived: Derived, *words: str) -> list[Claim]:
    """Claims of which one piece of evidence that counts holds all the words."""
    return [
        claim
        for claim in derived.claims
        if any(
            all(word in piece.selector.exact for word in words)
            for piece in claim.evidence
            if piece.stance is Stance.SUPPORTS
        )
    ]


def entity(derived: Derived, name: str) -> Entity:
    return next(one for one in derived.entities if name in one.names)


def test_every_claim_of_a_person_is_suggested() -> None:
    dossier, derived = opened(SEEDS)
    stated: dict[str, list[tuple[int, int]]] = {}
    for claim in derived.claims:
        for piece in claim.evidence:
            stated.setdefault(piece.source, []).append((piece.start, piece.end))
    missed = [
        (claim.id, piece.source)
        for claim in dossier.claims
        for piece in claim.evidence
        if piece.start >= 0
        and not any(
            2 * (min(piece.end, end) - max(piece.start, start)) >= min(piece.end - piece.start, end - start)
            for start, end in stated[piece.source]
        )
    ]
    assert len(dossier.claims) >= 40
    assert missed == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_called_a_conflict(folder: Path) -> None:
    assert not [c.text for c in opened(folder)[1].claims if c.status is Agreement.CONFLICTING]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_loan_that_rounds_is_close_and_has_one_lender(folder: Path) -> None:
    _, derived = opened(folder)
    (claim,) = claims_with(derived, "1.25 billion", "Reko Diq")[:1]
    assert claim.status is Agreement.CLOSE
    assert len({piece.source for piece in claim.evidence if piece.stance is Stance.SUPPORTS}) == 3
    assert {piece.quantity.value for piece in claim.evidence if piece.quantity} == {1.25e9, 1.3e9}
    assert len(entity(derived, "EXIM").names) >= 4


@pytest.mark.parametrize("folder", FOLDERS)
def test_jobs_elsewhere_are_another_claim(folder: Path) -> None:
    _, derived = opened(folder)
    (here,) = claims_with(derived, "7,500")
    assert any("8,000" in piece.selector.exact for piece in here.evidence)
    assert here.status is Agreement.CLOSE
    (elsewhere,) = [piece for piece in here.evidence if "6,000" in piece.selector.exact]
    assert elsewhere.stance is Stance.MENTIONS
    assert any("6,000" in claim.text and claim.id != here.id for claim in derived.claims)


@pytest.mark.parametrize("folder", FOLDERS)
def test_ore_and_grade_agree_with_the_metal_and_the_sum_is_shown(folder: Path) -> None:
    _, derived = opened(folder)
    claim = next(c for c in claims_with(derived, "40 million ounces"))
    assert any("5.9 billion" in piece.selector.exact for piece in claim.evidence)
    assert not claim.status.differs
    sums = " ".join(claim.reasons)
    assert "5.9 billion tonnes at 0.22 g/t gold = 1,298 tonnes = 41.7 million ounces" in sums
    assert "at 0.41 % copper = 24.2 million tonnes = 53 billion pounds" in sums


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_total_stands_beside_a_yearly_figure_and_does_not_count(folder: Path) -> None:
    _, derived = opened(folder)
    (claim,) = claims_with(derived, "2.8 billion")
    beside = [piece for piece in claim.evidence if piece.stance is Stance.MENTIONS]
    assert beside
    assert all("$90 billion" in piece.selector.exact for piece in beside)
    assert claim.status is Agreement.SINGLE
    assert claim.reasons[0].startswith("90 billion USD over 37 years = 2.43 billion USD a year")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_same_years_and_the_same_trillions_are_corroborated(folder: Path) -> None:
    _, derived = opened(folder)
    for words in ("37 years", "$6 trillion"):
        assert any(claim.status is Agreement.CORROBORATED for claim in claims_with(derived, words)), words


@pytest.mark.parametrize("folder", FOLDERS)
def test_two_ways_to_say_a_day_are_one_date_and_a_day_without_a_date_stays_open(folder: Path) -> None:
    _, derived = opened(folder)
    dates = [date for claim in derived.claims for piece in claim.evidence for date in piece.dates]
    assert "2026-02-04" in {date.value for date in dates}
    assert any(not date.value for date in dates)


@pytest.mark.parametrize("folder", FOLDERS)
def test_words_that_stand_twice_are_one_statement(folder: Path) -> None:
    dossier, derived = opened(folder)
    places = [(p.source, p.selector.exact) for c in derived.claims for p in c.evidence if p.stance is Stance.SUPPORTS]
    assert len(places) == len(set(places))
    for source in dossier.sources:
        blocks = [block for block in dossier.reading(source.id).blocks if not block.kind.counts]
        for claim in derived.claims:
            for piece in claim.evidence:
                assert not any(piece.source == source.id and b.start <= piece.start < b.end for b in blocks)


@pytest.mark.parametrize("folder", FOLDERS)
def test_speakers_are_named(folder: Path) -> None:
    _, derived = opened(folder)
    speakers = {speech.speaker for said in derived.speech.values() for speech in said}
    names = {one.name for one in derived.entities if one.id in speakers}
    for last in ("Meyer", "Munir", "Sharif", "Waheed", "Mir", "Baker"):
        assert any(name.split()[-1] == last for name in names), last
    baker = entity(derived, "Natalie Baker").id
    assert baker in speakers
    assert len([source for source, named in derived.mentions.items() if baker in {one.entity for one in named}]) >= 2


@pytest.mark.parametrize("folder", FOLDERS)
def test_names_that_mislead(folder: Path) -> None:
    _, derived = opened(folder)
    people = {name for one in derived.entities if one.kind is EntityKind.PERSON for name in one.names}
    assert not people & {"D.C.", "DC", "Washington"}
    strategic = entity(derived, "US Strategic Metals").id
    for source, mentions in derived.mentions.items():
        spans = {(m.start, m.end): m.entity for m in mentions}
        text = opened(folder)[0].reading(source).text
        for start, end in spans:
            if text[start:end] == "US":
                assert not text[start:].startswith("US Strategic Metals"), source
    assert any(m.entity == strategic for those in derived.mentions.values() for m in those)
