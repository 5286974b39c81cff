"""Two who decide about one dossier: what both set is shown to them, what each set is joined, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from dossier.model.dossier import Dossier
from dossier.model.edits.merging import Side
from dossier.store.curating import claims
from dossier.store.curating.desk import Desk
from dossier.store.saving.history_log import HistoryLog
from tests.room import Room


def decided_claim(room: Room) -> Dossier:
    """A dossier as it is on two screens, with one claim in it."""
    claim = room.claim("8,000 jobs")
    room.decide(lambda dossier: claims.accept(dossier, claim))
    return room.decided


def test_two_people_who_set_the_same_are_shown_both(room: Room) -> None:
    shown = decided_claim(room)
    here, there = Desk(room.folder, "one"), Desk(room.folder, "other")
    (claim,) = shown.claims
    assert here.decide(shown, lambda: claims.set_value(shown, claim, "note", "seen"), shown=True).saved
    assert there.decide(room.decided, lambda: claims.set_value(shown, claim, "note", "theirs"), shown=True).saved
    before = room.files()
    outcome = here.decide(shown, lambda: claims.set_value(shown, claim, "note", "ours"), shown=True)
    (conflict,) = outcome.conflicts
    assert (conflict.base, conflict.theirs, conflict.ours) == ("seen", "theirs", "ours")
    assert room.files() == before


def test_what_two_people_set_apart_is_joined(room: Room) -> None:
    shown = decided_claim(room)
    here, there = Desk(room.folder, "one"), Desk(room.folder, "other")
    (claim,) = shown.claims
    assert here.decide(shown, lambda: claims.set_value(shown, claim, "note", "seen"), shown=True).saved
    assert there.decide(room.decided, lambda: claims.set_value(shown, claim, "verdict", "true"), shown=True).saved
    assert here.decide(shown, lambda: claims.set_value(shown, claim, "credibility", "2"), shown=True).saved
    assert here.decide(shown, lambda: claims.set_value(shown, claim, "note", "ours"), shown=True).saved
    (joint,) = room.decided.claims
    assert (joint.note, joint.verdict, joint.credibility) == ("ours", "true", 2)
    outcome = here.decide(shown, lambda: claims.set_value(shown, claim, "verdict", "false"), shown=True)
    assert [conflict.theirs for conflict in outcome.conflicts] == ["true"]


def test_what_was_changed_before_the_first_decision_is_shown_too(room: Room) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    room.decide(lambda dossier: claims.set_value(dossier, claim, "verdict", "true"))
    desk = Desk(room.folder, "somebody else")
    outcome = desk.decide(shown, lambda: claims.set_value(shown, claim, "verdict", "false"), shown=True)
    assert [(conflict.base, conflict.theirs, conflict.ours) for conflict in outcome.conflicts] == [
        (None, "true", "false")
    ]
    assert desk.settle(outcome.decision, outcome.sided(Side.OURS)).saved
    assert room.decided.claims[0].verdict == "false"
    assert desk.undo() is not None
    assert room.decided.claims[0].verdict == "true"


def test_taking_back_a_settled_decision_restores_what_stood_there(room: Room) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    room.decide(lambda dossier: claims.set_value(dossier, claim, "verdict", "true"))
    desk = Desk(room.folder, "somebody else")
    outcome = desk.decide(shown, lambda: claims.set_value(shown, claim, "verdict", "false"), shown=True)
    assert desk.settle(outcome.decision, outcome.sided(Side.OURS)).saved
    file = room.folder / "claims.yaml"
    file.write_text("# a remark\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert desk.undo() is not None
    assert room.decided.claims[0].verdict == "true"


def test_a_screen_that_was_renewed_is_what_was_seen(room: Room) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    here = Desk(room.folder, "one")
    assert here.decide(shown, lambda: claims.set_value(shown, claim, "credibility", "2"), shown=True).saved
    room.decide(lambda dossier: claims.set_value(dossier, claim, "credibility", "4"))
    renewed = room.decided
    room.decide(lambda dossier: claims.set_value(dossier, claim, "note", "elsewhere"))
    assert here.decide(renewed, lambda: claims.set_value(renewed, claim, "credibility", "2"), shown=True).saved
    (joint,) = room.decided.claims
    assert (joint.credibility, joint.note) == (2, "elsewhere")


def test_what_was_taken_back_has_been_seen(room: Room) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    assert room.desk.decide(shown, lambda: claims.set_value(shown, claim, "verdict", "true"), shown=True).saved
    room.desk.undo()
    room.desk.redo()
    assert room.desk.decide(shown, lambda: claims.set_value(shown, claim, "verdict", "false"), shown=True).saved


def test_a_save_that_was_interrupted_is_taken_back_all_the_same(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    before = room.files()

    def refuse(*_: object) -> None:
        raise OSError("no space left")

    desk = Desk(room.folder, "one")
    with monkeypatch.context() as patched:
        patched.setattr(HistoryLog, "add", refuse)
        assert not desk.decide(shown, lambda: claims.set_value(shown, claim, "note", "seen")).saved
    assert [outcome.saved for outcome in desk.recover()] == [True]
    assert room.decided.claims[0].note == "seen"
    assert desk.undo() is not None
    assert room.files() == before


def test_two_who_take_back_at_once_take_back_two_decisions(room: Room) -> None:
    shown = decided_claim(room)
    (claim,) = shown.claims
    before = room.files()
    for key, value in (("note", "one"), ("verdict", "two")):
        room.decide(lambda _, key=key, value=value: claims.set_value(shown, claim, key, value))
    desks = [Desk(room.folder, name) for name in ("here", "there")]
    with ThreadPoolExecutor(2) as pool:
        undone = [found for found in pool.map(Desk.undo, desks) if found is not None]
    assert len({outcome.decision.of for outcome in undone}) == 2
    assert room.files() == before
    assert desks[0].redo() is not None
    assert desks[1].redo() is not None
    assert (room.decided.claims[0].note, room.decided.claims[0].verdict) == ("one", "two")
