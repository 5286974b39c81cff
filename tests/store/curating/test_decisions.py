"""Decisions from nothing to a curated dossier, each a few lines of YAML, and all the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.model.claim import Agreement, Claim
from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError
from dossier.model.passage import Anchor, Passage
from dossier.store.anchors.keeping import keep_versions
from dossier.store.curating import claims, entities, notes, sources
from dossier.store.curating.desk import Desk, NothingToDecideError
from dossier.store.curating.draft import Draft
from tests.room import ONE, Room


def test_an_accepted_claim_reads_back_as_it_was_suggested(room: Room) -> None:
    suggested = room.claim("$1.3 billion")
    assert suggested.status is Agreement.CLOSE
    room.decide(lambda dossier: claims.accept(dossier, suggested))
    (claim,) = room.decided.claims
    assert (claim.id, claim.text, claim.status) == (suggested.id, suggested.text, Agreement.CLOSE)
    assert [(p.source, p.start, p.end, p.anchor) for p in claim.evidence] == [
        (p.source, p.start, p.end, Anchor.FOUND) for p in suggested.counted
    ]
    assert [p.quantity and p.quantity.value for p in claim.evidence] == [1.3e9, 1.25e9]
    assert set(claim.about) == set(suggested.about)
    again = room.dossier
    assert [c.id for c in again.claims if c.decided] == [claim.id]
    assert len(again.claims) == len({c.id for c in again.claims})


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("Bo Reed, 38, was held", "Bo Reed, 41, was held", ["aged 38", "aged 41"]),
        ("Bo Reed was held at 4 p.m.", "Bo Reed was held at 5 p.m.", ["4 p.m.", "5 p.m."]),
        ("Bo Reed lost his third boat", "Bo Reed lost his fifth boat", ["third boat", "fifth boat"]),
        ("Bo Reed was held about 5:30 p.m.", "Bo Reed was held at 8 p.m.", ["about 5:30 p.m.", "8 p.m."]),
    ],
)
def test_what_sources_say_by_the_way_still_differs_once_accepted(
    room: Room, one: str, other: str, figures: list[str]
) -> None:
    for number, words in enumerate((one, other)):
        text = f"{words} on the old ferry landing of Oruba on Friday."
        (room.folder / f"ferry-{number}.txt").write_text(f"The ferry\n\n{text}", encoding="utf-8")
    suggested = room.claim("ferry landing")
    assert suggested.status is Agreement.CONFLICTING
    room.decide(lambda dossier: claims.accept(dossier, suggested))
    (claim,) = room.decided.claims
    assert [piece.value for piece in claim.evidence] == figures
    assert claim.status is Agreement.CONFLICTING


def test_a_speaker_stays_the_speaker(room: Room) -> None:
    suggested = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, suggested))
    (claim,) = room.decided.claims
    names = {
        room.dossier.entity[p.speaker].name if p.speaker in room.dossier.entity else p.speaker for p in claim.evidence
    }
    assert names == {"Ines Calder"}


def test_the_text_that_was_quoted_is_kept(room: Room) -> None:
    room.decide(lambda dossier: claims.accept(dossier, room.claim("$1.3 billion")))
    kept = list((room.folder / ".dossier" / "versions").iterdir())
    assert len(kept) == 2
    (piece, _) = room.decided.claims[0].evidence
    assert room.folder / ".dossier" / "versions" / f"{piece.selector.version}.txt.gz" in kept


def test_what_was_turned_down_is_gone(room: Room) -> None:
    suggested = room.claim("8,000 jobs")
    before = len(room.dossier.claims)
    room.decide(lambda dossier: claims.reject(dossier, suggested))
    assert len(room.dossier.claims) == before - 1
    assert not room.decided.claims


def test_every_decision_can_be_taken_back_and_done_again(room: Room) -> None:
    """Byte for byte, in another process too: the history is in the folder."""
    states = [room.files()]
    steps: list[Callable[[Dossier], Draft]] = [
        lambda d: claims.accept(d, room.claim("$1.3 billion")),
        lambda d: claims.set_value(d, d.claim[states_claim(d)], "verdict", "the same loan"),
        lambda d: claims.set_value(d, d.claim[states_claim(d)], "credibility", "2"),
        lambda d: claims.set_evidence(
            d, d.claim[states_claim(d)], d.claim[states_claim(d)].evidence[1], "stance", "disputes"
        ),
        lambda d: claims.reject(d, room.claim("8,000 jobs")),
        lambda d: claims.create(d, Passage("one", ONE.index("Calder was"), ONE.index(" with the votes"))),
        lambda d: entities.split(next(e for e in d.entities if e.name == "Ines Calder"), "Calder"),
        lambda d: sources.set_value(d.source["one"], "reliability", "B", "names its sources"),
        lambda d: notes.create(d, Passage("two", 0, 9), "which port?", ("ask",)),
    ]
    for step in steps:
        room.decide(step)
        states.append(room.files())
        assert states[-1] != states[-2]
    sentences = [entry.decision.sentence for entry in room.desk.history().entries]
    assert len(sentences) == len(steps)
    room.desk = Desk(room.folder, "somebody else")
    for state in reversed(states[:-1]):
        outcome = room.desk.undo()
        assert outcome is not None
        assert outcome.saved
        assert room.files() == state
    assert room.desk.undo() is None
    assert not room.decided.claims
    for state in states[1:]:
        assert room.desk.redo() is not None
        assert room.files() == state
    assert room.desk.redo() is None


def states_claim(dossier: Dossier) -> str:
    return next(claim.id for claim in dossier.claims if claim.decided)


def test_a_refused_passage_leaves_the_claim(room: Room) -> None:
    suggested = room.claim("8,000 jobs")
    piece = next(p for p in suggested.evidence if p.source == "two")
    room.decide(lambda dossier: claims.refuse(dossier, suggested, piece))
    (claim,) = room.decided.claims
    assert [p.source for p in claim.evidence] == ["one"]
    assert [p.source for p in claim.refused] == ["two"]
    assert room.claim("7,500 jobs").decided is False


def test_two_claims_that_are_the_same_become_one(room: Room) -> None:
    one, other = room.claim("$1.3 billion"), room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, other))
    decided = room.dossier.claim[other.id]
    room.decide(lambda dossier: claims.join(dossier, one, decided))
    (claim,) = room.decided.claims
    assert claim.id == one.id
    assert len(claim.evidence) == len(one.counted) + len(other.counted)


def test_words_are_attached_to_a_claim(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    start = ONE.index("Calder was")
    room.decide(lambda dossier: claims.attach(dossier, claim, Passage("one", start, start + 22)))
    found = room.decided.claim[claim.id]
    assert {(p.source, p.start) for p in found.evidence} == {
        *((p.source, p.start) for p in claim.counted),
        ("one", start),
    }


def test_merging_keeps_every_name(room: Room) -> None:
    dossier = room.dossier
    bank = next(e for e in dossier.entities if e.name == "Vale Bank")
    port = next(e for e in dossier.entities if e.name == "Port Mara")
    room.decide(lambda _: entities.accept(port))
    room.decide(lambda d: entities.merge(bank, d.entity[port.id]))
    (entity,) = room.decided.entities
    assert entity.id == bank.id
    assert {"Vale Bank", "Port Mara"} <= set(entity.names)
    assert entity.merged == (port.id,)
    assert not any(e.name == "Port Mara" for e in room.dossier.entities)


def test_a_quote_that_changed_is_quoted_again_or_cited_from_its_version(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, claim))
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    changed = room.dossier
    piece = next(p for p in changed.claim[claim.id].evidence if p.source == "one" and p.decided)
    assert piece.anchor is Anchor.ALTERED
    assert piece.passage is not None
    passage = piece.passage
    room_desk = room.desk
    assert room_desk.decide(
        changed, lambda: claims.set_evidence(changed, claim_of(changed, claim), piece, "cited", "version")
    ).saved
    cited = room.decided
    assert not [p for p in cited.problems if p.claim]
    assert all(p.counts for p in cited.claim[claim.id].evidence)
    assert room_desk.undo() is not None
    assert room_desk.decide(
        changed, lambda: claims.quote_again(changed, claim_of(changed, claim), piece, passage)
    ).saved
    again = room.decided.claim[claim.id].evidence
    assert [p.anchor for p in again] == [Anchor.FOUND, Anchor.FOUND]
    assert "9,000" in next(p for p in again if p.source == "one").selector.exact


def test_a_quote_written_by_hand_is_cited_from_a_version_that_holds_it(room: Room) -> None:
    written = "- {id: jobs, text: Jobs, evidence: [{source: one, quote: 'will create 8,000 jobs'}]}\n"
    (room.folder / "claims.yaml").write_text(written, encoding="utf-8")
    before = room.decided
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    changed = room.decided
    (piece,) = changed.claim["jobs"].evidence
    cite = lambda: claims.set_evidence(changed, changed.claim["jobs"], piece, "cited", "version")  # noqa: E731
    with pytest.raises(DossierError, match="no version that is kept holds these words"):
        room.desk.decide(changed, cite)
    (room.folder / "one.txt").write_text(ONE, encoding="utf-8")
    kept = keep_versions(before)["one"]
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    assert room.desk.decide(changed, cite).saved
    (cited,) = room.decided.claim["jobs"].evidence
    assert (cited.cited, cited.selector.version) == (True, kept)


def test_the_first_decision_keeps_what_is_quoted_by_hand(room: Room) -> None:
    written = "- {id: jobs, text: Jobs, evidence: [{source: one, quote: 'will create 8,000 jobs'}]}\n"
    (room.folder / "claims.yaml").write_text(written, encoding="utf-8")
    room.decide(lambda d: sources.set_value(d.source["two"], "reliability", "B"))
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    room.decide(lambda d: claims.set_evidence(d, d.claim["jobs"], d.claim["jobs"].evidence[0], "cited", "version"))
    assert room.decided.claim["jobs"].evidence[0].cited


def test_words_that_are_gone_count_as_long_as_they_are_cited(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, claim))
    status = room.decided.claim[claim.id].status
    (room.folder / "one.txt").write_text("Nothing of it is left here.\n", encoding="utf-8")
    gone = room.decided
    piece = next(p for p in gone.claim[claim.id].evidence if p.source == "one")
    assert piece.anchor is Anchor.ORPHAN
    assert piece not in gone.claim[claim.id].counted
    assert room.desk.decide(
        gone, lambda: claims.set_evidence(gone, claim_of(gone, claim), piece, "cited", "version")
    ).saved
    assert room.decided.claim[claim.id].status is status


def test_a_citation_stands_only_as_long_as_its_version_does(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, claim))
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    changed = room.decided
    piece = next(p for p in changed.claim[claim.id].evidence if p.source == "one")
    assert room.desk.decide(
        changed, lambda: claims.set_evidence(changed, claim_of(changed, claim), piece, "cited", "version")
    ).saved
    assert next(p for p in room.decided.claim[claim.id].evidence if p.source == "one").counts
    (room.folder / ".dossier" / "versions" / f"{piece.selector.version}.txt.gz").unlink()
    gone = room.decided
    assert not next(p for p in gone.claim[claim.id].evidence if p.source == "one").counts
    assert any("the version this is cited from is not kept" in problem.message for problem in gone.problems)


def claim_of(dossier: Dossier, claim: Claim) -> Claim:
    return dossier.claim[claim.id]


def test_what_changes_nothing_is_no_decision(room: Room) -> None:
    room.decide(lambda d: sources.set_value(d.source["one"], "reliability", "B"))
    with pytest.raises(NothingToDecideError):
        room.decide(lambda d: sources.set_value(d.source["one"], "reliability", "B"))
    assert len(room.desk.history().entries) == 1


def test_accepting_twice_adds_nothing_twice(room: Room) -> None:
    """As when a key is pressed again before the screen has caught up."""
    suggested = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, suggested))
    with pytest.raises(NothingToDecideError):
        room.decide(lambda dossier: claims.accept(dossier, suggested))
    assert len(room.decided.claims[0].evidence) == len(suggested.counted)


def test_what_somebody_else_decided_meanwhile_is_not_overturned_silently(room: Room) -> None:
    one, other = room.claim("8,000 jobs"), room.claim("$1.3 billion")
    room.decide(lambda dossier: claims.accept(dossier, one))
    with pytest.raises(DossierError, match="accepted this claim meanwhile"):
        room.decide(lambda dossier: claims.reject(dossier, one))
    room.decide(lambda dossier: claims.reject(dossier, other))
    with pytest.raises(DossierError, match="turned this claim down meanwhile"):
        room.decide(lambda dossier: claims.accept(dossier, other))
    assert len(room.decided.claims) == 1


def test_a_figure_goes_with_the_words_that_are_quoted_again(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, claim))
    (room.folder / "one.txt").write_text(ONE.replace("8,000", "9,000"), encoding="utf-8")
    piece = next(p for p in room.dossier.claim[claim.id].evidence if p.source == "one" and p.decided)
    passage = piece.passage
    assert passage is not None
    room.decide(lambda dossier: claims.quote_again(dossier, claim_of(dossier, claim), piece, passage))
    assert next(p.value for p in room.decided.claim[claim.id].evidence if p.source == "one") == "9,000 jobs"


@pytest.mark.parametrize("value", ["yesterday", "2025-02-30", "2025-13", "20250101", "2025-1-1"])
def test_what_is_no_date_is_refused(room: Room, value: str) -> None:
    with pytest.raises(DossierError, match="is not a date"):
        room.decide(lambda d: sources.set_value(d.source["one"], "published", value))
    assert not room.files()


def test_nothing_is_the_same_as_itself(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    with pytest.raises(DossierError):
        room.decide(lambda dossier: claims.join(dossier, claim, claim))
    entity = room.dossier.entities[0]
    with pytest.raises(DossierError):
        room.decide(lambda _: entities.merge(entity, entity))


def with_a_suggestion(room: Room) -> tuple[Dossier, Claim]:
    """A decided claim with the words of one source, for which the program suggests those of the other."""
    suggested = room.claim("8,000 jobs")
    here = suggested._replace(evidence=tuple(p for p in suggested.evidence if p.source == "one"))
    room.decide(lambda dossier: claims.accept(dossier, here))
    dossier = room.dossier
    claim = dossier.claim[suggested.id]
    assert [(p.source, p.decided) for p in claim.evidence] == [("one", True), ("two", False)]
    return dossier, claim


@pytest.mark.parametrize(
    "make",
    [
        lambda d, c: claims.set_value(d, c, "verdict", "so it is"),
        lambda d, c: claims.set_evidence(d, c, c.evidence[0], "date", "2024-03"),
        lambda d, c: claims.refuse(d, c, c.evidence[0]),
        lambda d, c: claims.join(d, c, next(o for o in d.claims if o.id != c.id)),
        lambda d, c: claims.attach(d, c, Passage("two", 0, 30)),
    ],
)
def test_another_decision_does_not_accept_what_is_only_suggested(
    room: Room, make: Callable[[Dossier, Claim], Draft]
) -> None:
    dossier, claim = with_a_suggestion(room)
    room.decide(lambda _: make(dossier, claim))
    held = [(p.source, p.selector.exact) for p in room.decided.claim[claim.id].evidence]
    assert ("two", claim.evidence[1].selector.exact) not in held


def test_a_suggested_passage_is_accepted_with_what_is_said_of_it(room: Room) -> None:
    dossier, claim = with_a_suggestion(room)
    room.decide(lambda _: claims.set_evidence(dossier, claim, claim.evidence[1], "stance", "disputes"))
    assert [(p.source, p.stance.value) for p in room.decided.claim[claim.id].evidence] == [
        ("one", "supports"),
        ("two", "disputes"),
    ]
