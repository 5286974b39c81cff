"""Suggestions beside decisions, and the cache they come from."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Agreement
from dossier.model.derived import Derived
from dossier.model.dossier import Dossier
from dossier.model.source import Source
from dossier.store.findings_cache import FindingsCache, OwnClasses, known_suggestions
from dossier.store.locations import cache_directory
from dossier.store.opening import open_dossier
from dossier.store.outdated import still_holding
from dossier.store.studying import study_dossier
from dossier.store.suggestions import with_suggestions
from tests.harbour import ONE, TWO, write_harbour


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "harbour")


def studied(dossier: Dossier) -> Derived:
    *_, (done, total, derived) = study_dossier(dossier)
    assert done == total == len(dossier.sources)
    assert derived is not None
    return derived


def test_a_folder_without_any_yaml_becomes_a_dossier(folder: Path) -> None:
    decided = open_dossier(folder)
    assert not decided.claims
    whole = with_suggestions(decided, studied(decided))
    names = {entity.name for entity in whole.entities}
    assert {"Ines Calder", "Port Mara", "Vale Bank"} <= names
    assert not any(entity.decided for entity in whole.entities)
    shared = [claim for claim in whole.claims if len(claim.sources) == 2]
    assert {claim.status for claim in shared} >= {Agreement.CLOSE}
    for claim in whole.claims:
        assert not claim.decided
        for piece in claim.evidence:
            assert whole.reading(piece.source).text[piece.start : piece.end] == piece.selector.exact
    for source in whole.sources:
        text = whole.reading(source.id).text
        mentions = whole.mentions(source.id)
        assert mentions
        assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
        assert all(text[m.start : m.end].strip() for m in mentions)
    counted = sum(count for count, _ in whole.texts.totals().values())
    assert counted == sum(len(whole.mentions(source.id)) for source in whole.sources)


def test_the_same_files_give_the_same_and_are_not_studied_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = open_dossier(folder)
    assert known_suggestions(dossier) is None
    first = studied(dossier)
    assert known_suggestions(dossier) == first

    def never(*_: object) -> None:
        raise AssertionError("studied again")

    monkeypatch.setattr("dossier.store.studying._study", never)
    assert studied(open_dossier(folder)) == first
    monkeypatch.undo()


def test_a_changed_file_is_studied_again(folder: Path) -> None:
    studied(open_dossier(folder))
    (folder / "two.txt").write_text(TWO.replace("7,500", "12,000"), encoding="utf-8")
    changed = open_dossier(folder)
    meanwhile = known_suggestions(changed)
    assert meanwhile is not None
    assert meanwhile.partial
    assert {piece.source for claim in meanwhile.claims for piece in claim.evidence} == {"one"}
    assert set(meanwhile.mentions) == set(meanwhile.speech) == {"one"}
    assert {claim.status for claim in meanwhile.claims} == {Agreement.SINGLE}
    values = {q.value for claim in studied(changed).claims for e in claim.evidence for q in e.quantities}
    assert 12_000 in values
    assert 7_500 not in values


def test_a_decision_beats_a_suggestion(folder: Path) -> None:
    (folder / "entities.yaml").write_text("- id: ines\n  name: Ines Calder\n  kind: person\n", encoding="utf-8")
    quote = "The harbour will create 8,000 jobs"
    claims = f"- id: jobs\n  text: The harbour brings jobs.\n  evidence:\n    - source: one.txt\n      quote: {quote}\n"
    (folder / "claims.yaml").write_text(claims, encoding="utf-8")
    decided = open_dossier(folder)
    whole = with_suggestions(decided, studied(decided))
    assert [entity.id for entity in whole.entities if entity.name == "Ines Calder"] == ["ines"]
    jobs = whole.claim["jobs"]
    assert jobs.decided
    assert jobs.status is decided.claim["jobs"].status
    assert jobs.evidence[0].decided
    assert [piece.source for piece in jobs.evidence[1:]] in ([], ["two"])
    assert not any(piece.decided for piece in jobs.evidence[1:])
    assert not any(c.id != "jobs" and e.selector.exact in quote for c in whole.claims for e in c.evidence)
    speakers = {said.speaker for found in whole.derived.speech.values() for said in found} if whole.derived else set()
    assert "ines" in speakers


def test_weak_suggestions_can_be_left_out(folder: Path) -> None:
    decided = open_dossier(folder)
    derived = studied(decided)
    strong = with_suggestions(decided, derived, 0.5)
    assert 0 < len(strong.claims) < len(derived.claims)
    assert all(claim.strength >= 0.5 for claim in strong.claims)


def test_a_damaged_cache_is_made_anew(folder: Path) -> None:
    dossier = open_dossier(folder)
    first = studied(dossier)
    kept = FindingsCache(dossier)
    kept.put({kept.key_of_all(dossier.sources): replace(first, claims=())})
    assert known_suggestions(dossier) != first
    for file in cache_directory().rglob("findings.sqlite*"):
        file.write_bytes(b"nonsense")
    kept.close()
    assert known_suggestions(dossier) is None
    assert studied(dossier) == first


def test_the_cache_holds_no_code() -> None:
    import io
    import os

    with pytest.raises(pickle.UnpicklingError):
        OwnClasses(io.BytesIO(pickle.dumps(os.getcwd))).load()


class Untouched(list[Source]):
    """Many sources, none of which may be looked at."""

    def __len__(self) -> int:
        return 10_000

    def __iter__(self) -> Iterator[Source]:
        raise AssertionError("a source was looked at")


def test_very_many_sources_are_not_looked_at_when_a_dossier_is_opened(folder: Path) -> None:
    dossier = open_dossier(folder)
    studied(dossier)
    assert known_suggestions(replace(dossier, sources=Untouched())) is None


def test_what_was_turned_down_is_not_suggested_again(folder: Path) -> None:
    before = with_suggestions(open_dossier(folder), studied(open_dossier(folder)))
    jobs = next(claim for claim in before.claims if "8,000 jobs" in claim.text)
    quotes = "".join(f"    - source: {e.source}\n      quote: {e.selector.exact!r}\n" for e in jobs.counted)
    (folder / "claims.yaml").write_text(
        f"- id: jobs\n  text: jobs\n  suggestion: rejected\n  evidence:\n{quotes}", encoding="utf-8"
    )
    (folder / "entities.yaml").write_text("- name: Vale Bank\n  suggestion: rejected\n", encoding="utf-8")
    decided = open_dossier(folder)
    assert not decided.problems
    assert not decided.claims
    assert not decided.entities
    assert [claim.id for claim in decided.refusals.claims] == ["jobs"]
    after = with_suggestions(decided, studied(decided))
    assert len(after.claims) == len(before.claims) - 1
    assert not any("8,000" in claim.text for claim in after.claims)
    assert "Vale Bank" not in {entity.name for entity in after.entities}
    ids = {entity.id for entity in after.entities}
    assert all(mention.entity in ids for source in after.sources for mention in after.mentions(source.id))
    assert all(set(claim.about) <= ids for claim in after.claims)


def test_a_refused_passage_is_a_claim_of_its_own(folder: Path) -> None:
    quote = "The harbour will create 8,000 jobs"
    refused = "Mayor Ines Calder said the harbour would create 7,500 jobs"
    (folder / "claims.yaml").write_text(
        f"- id: jobs\n  text: jobs\n  evidence:\n    - source: one\n      quote: {quote}\n"
        f"  not:\n    - source: two\n      quote: {refused}\n",
        encoding="utf-8",
    )
    decided = open_dossier(folder)
    assert not decided.problems
    whole = with_suggestions(decided, studied(decided))
    assert [piece.source for piece in whole.claim["jobs"].evidence] == ["one"]
    (apart,) = [claim for claim in whole.claims if "7,500" in claim.text]
    assert not apart.decided
    assert [piece.source for piece in apart.evidence] == ["two"]
    assert apart.status is Agreement.SINGLE


def test_a_name_refused_for_an_entity_is_no_mention_of_it(folder: Path) -> None:
    (folder / "entities.yaml").write_text(
        "- id: calder\n  name: Ines Calder\n  kind: person\n  not: [Calder]\n", encoding="utf-8"
    )
    (folder / "one.txt").write_text(ONE + "\nCalder spoke on Monday.\n", encoding="utf-8")
    decided = open_dossier(folder)
    whole = with_suggestions(decided, studied(decided))
    text = whole.reading("one").text
    named = [text[m.start : m.end] for m in whole.mentions("one") if m.entity == "calder"]
    assert named == ["Ines Calder"]


def test_what_was_decided_is_judged_by_its_origins(folder: Path) -> None:
    """A claim with the words of a source and of its copy comes from one origin, whoever accepted it."""
    (folder / "copy.txt").write_text(f"Here is what we read.\n\n{TWO}", encoding="utf-8")
    quotes = {"two.txt": "Port Mara is building a harbour", "copy.txt": "which approved the loan in March 2024"}
    pieces = "".join(f"    - source: {name}\n      quote: {quote}\n" for name, quote in quotes.items())
    (folder / "claims.yaml").write_text(f"- id: harbour\n  text: A harbour.\n  evidence:\n{pieces}", encoding="utf-8")
    decided = open_dossier(folder)
    assert decided.claim["harbour"].status is Agreement.CORROBORATED
    whole = with_suggestions(decided, studied(decided))
    assert whole.claim["harbour"].status is Agreement.SINGLE
    assert whole.claim["harbour"].origins == 1
    shared = next(claim for claim in whole.claims if "jobs" in claim.text)
    assert (len(shared.sources), shared.origins) == (3, 1)  # one speaker


def test_a_claim_goes_with_the_passage_whose_words_it_has(folder: Path) -> None:
    """Until all is derived anew nothing is shown that was told of what is gone."""
    derived = studied(open_dossier(folder))
    now = dict(derived.studied)
    shared = next(claim for claim in derived.claims if len(claim.sources) == 2)
    (lead,) = {piece.source for piece in shared.evidence if claim_id(piece.selector.exact) == shared.id}
    other = next(source for source in now if source != lead)
    kept = still_holding(derived, now | {other: "changed"})
    assert kept is not None
    (left,) = [claim for claim in kept.claims if claim.id == shared.id]
    assert (left.sources, left.reasons, left.evidence[0].reasons) == ((lead,), (), ())
    without = still_holding(derived, now | {lead: "changed"})
    assert without is not None
    assert shared.id not in {claim.id for claim in without.claims}
    assert still_holding(derived, dict.fromkeys(now, "changed")) is None
