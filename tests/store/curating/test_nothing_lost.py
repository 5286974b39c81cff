"""What a person wrote is never lost by a decision about something else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml

from dossier.model.claim import Agreement
from dossier.model.entity import EntityKind
from dossier.model.errors import DossierError
from dossier.model.passage import Passage
from dossier.store.curating import claims, entities, notes
from dossier.store.curating.desk import Desk
from tests.room import Room


def test_what_a_person_wrote_outlives_being_turned_down(room: Room) -> None:
    room.decide(lambda d: claims.create(d, Passage("two", 0, 20), "My own words."))
    room.decide(lambda d: entities.create(d, "Reko Diq", EntityKind.FACILITY))
    room.decide(lambda d: entities.add_alias(d.entity["reko-diq"], "the mine"))
    before = room.files()
    mine = next(claim for claim in room.decided.claims)
    room.decide(lambda d: claims.reject(d, mine))
    room.decide(lambda d: entities.reject(d.entity["reko-diq"]))
    room.decide(lambda d: claims.restore(d, d.refusals.claims[0]))
    room.decide(lambda d: entities.restore(d, d.refusals.entities[0]))
    assert room.files() == before


def test_what_was_suggested_is_suggested_again(room: Room) -> None:
    claim = room.claim("8,000 jobs")
    port = next(entity for entity in room.dossier.entities if entity.name == "Port Mara")
    room.decide(lambda d: claims.reject(d, claim))
    room.decide(lambda _: entities.reject(port))
    room.decide(lambda d: claims.restore(d, d.refusals.claims[0]))
    room.decide(lambda d: entities.restore(d, d.refusals.entities[0]))
    assert not any(room.files().values())
    assert not room.claim("8,000 jobs").decided


def test_adding_never_writes_over_what_is_there(room: Room) -> None:
    passage = Passage("two", 0, 20)
    room.decide(lambda d: claims.create(d, passage, "My own words."))
    room.decide(lambda d: claims.set_value(d, d.claims[0], "credibility", "2"))
    with pytest.raises(DossierError, match="there is a claim that says"):
        room.decide(lambda d: claims.create(d, Passage("one", 0, 20), "My own words."))
    room.decide(lambda d: entities.create(d, "!!!"))
    room.decide(lambda d: entities.create(d, "???"))
    assert {entity.name for entity in room.decided.entities} == {"!!!", "???"}
    with pytest.raises(DossierError, match="is there already"):
        room.decide(lambda d: entities.create(d, "???"))


def test_notes_made_at_once_have_ids_of_their_own(room: Room) -> None:
    dossier = room.decided
    with ThreadPoolExecutor(4) as pool:
        outcomes = pool.map(
            lambda n: Desk(room.folder, str(n)).decide(
                dossier, lambda: notes.create(dossier, Passage("two", n, n + 20), "ask")
            ),
            range(8),
        )
        assert all(outcome.saved for outcome in outcomes)
    assert len({note.id for note in room.decided.notes}) == 8


def test_a_joined_claim_keeps_what_was_noted_of_the_other(room: Room) -> None:
    written = (
        "- {id: one, text: One, note: first, evidence: [{source: two, quote: 'Port Mara is building a harbour'}]}\n"
        "- id: other\n  text: Other\n  note: second\n  credibility: 3\n  evidence:\n"
        "    - {source: one, quote: 'long gone', note: kept, speaker: Ines Calder}\n"
    )
    (room.folder / "claims.yaml").write_text(written, encoding="utf-8")
    dossier = room.decided
    assert room.desk.decide(dossier, lambda: claims.join(dossier, dossier.claim["one"], dossier.claim["other"])).saved
    (joint,) = yaml.safe_load((room.folder / "claims.yaml").read_text(encoding="utf-8"))
    assert (joint["note"], joint["credibility"]) == ("first · second", 3)
    assert joint["evidence"][1] == {"source": "one", "quote": "long gone", "note": "kept", "speaker": "Ines Calder"}


def test_words_that_are_gone_can_be_refused_as_they_were_noted(room: Room) -> None:
    written = "- {id: one, text: One, evidence: [{source: one, quote: 'long gone'}]}\n"
    (room.folder / "claims.yaml").write_text(written, encoding="utf-8")
    room.decide(lambda d: claims.refuse(d, d.claim["one"], d.claim["one"].evidence[0]))
    (item,) = yaml.safe_load((room.folder / "claims.yaml").read_text(encoding="utf-8"))
    assert item["not"] == [{"source": "one", "quote": "long gone"}]
    assert "evidence" not in item


def test_the_same_words_in_two_places_are_two_pieces(room: Room) -> None:
    (room.folder / "one.txt").write_text("The mayor won in May.\n\nThe court said the mayor won.\n", encoding="utf-8")
    written = (
        "- id: one\n  text: One\n  evidence:\n"
        "    - {source: one, quote: mayor won, suffix: ' in May'}\n"
        "    - {source: one, quote: mayor won, prefix: 'said the '}\n"
    )
    (room.folder / "claims.yaml").write_text(written, encoding="utf-8")
    room.decide(lambda d: claims.drop_evidence(d, d.claim["one"], d.claim["one"].evidence[1]))
    (left,) = room.decided.claim["one"].evidence
    assert left.start < 10


def test_refusing_the_only_words_of_a_suggestion_turns_it_down(room: Room) -> None:
    alone = next(claim for claim in room.dossier.claims if len(claim.evidence) == 1)
    room.decide(lambda d: claims.refuse(d, alone, alone.evidence[0]))
    assert not room.decided.claims
    assert [claim.id for claim in room.decided.refusals.claims] == [alone.id]


def test_an_entity_decided_both_ways_at_once_is_not_decided_silently(room: Room) -> None:
    port = next(entity for entity in room.dossier.entities if entity.name == "Port Mara")
    room.decide(lambda _: entities.accept(port))
    with pytest.raises(DossierError, match="accepted Port Mara meanwhile"):
        room.decide(lambda _: entities.reject(port))
    held = room.decided.entity[port.id]
    room.decide(lambda _: entities.reject(held))
    for step in (lambda: entities.accept(port), lambda: entities.add_alias(held, "the port")):
        with pytest.raises(DossierError, match="turned Port Mara down meanwhile"):
            room.decide(lambda _, step=step: step())


def test_chosen_words_are_compared_by_their_figure(room: Room) -> None:
    one, two = (room.decided.reading(source).text for source in ("one", "two"))
    at = one.index("lent Port Mara $1.3 billion")
    room.decide(lambda d: claims.create(d, Passage("one", at, at + 27), "The loan."))
    at = two.index("with $1.25 billion")
    room.decide(lambda d: claims.attach(d, d.claims[0], Passage("two", at, at + 18)))
    (claim,) = room.decided.claims
    assert [piece.value for piece in claim.evidence] == ["$1.3 billion", "$1.25 billion"]
    assert claim.status is Agreement.CLOSE


def test_two_claims_do_not_come_to_say_the_same(room: Room) -> None:
    (room.folder / "claims.yaml").write_text("- text: Alpha\n  note: one\n- text: Beta\n", encoding="utf-8")
    before = room.files()
    with pytest.raises(DossierError, match="another claim says this already"):
        room.decide(lambda d: claims.set_value(d, d.claims[1], "text", "Alpha"))
    assert room.files() == before
