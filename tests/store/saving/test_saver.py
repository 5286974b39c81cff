"""Decisions saved, taken back and done again, beside others who write the same files."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from dossier.model.edits.merging import Side
from dossier.model.errors import DossierError
from dossier.store.saving import history_log
from dossier.store.saving.locking import locked
from dossier.store.saving.outcome import Outcome, State
from dossier.store.saving.places import history_file, journal_file, lock_file
from dossier.store.saving.proposing import proposed
from dossier.store.saving.saver import Saver

CLAIMS = """\
# Claims

- id: one
  text: First  # words
  about: [x, y]
  evidence:
    - source: a
      quote: gold

- id: two
  text: Second
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    (made / "claims.yaml").write_text(CLAIMS)
    return made


def edit(saver: Saver, key: str, **wanted: object):
    document = saver.document("claims.yaml")
    return proposed(document, key, {**(document.item(key) or {}), **wanted})


def decide(saver: Saver, key: str, **wanted: object) -> Outcome:
    return saver.decide(f"changed the claim “{key}”", [edit(saver, key, **wanted)], why="so told")


def item(folder: Path, key: str) -> Mapping[str, object]:
    return next(one for one in yaml.safe_load((folder / "claims.yaml").read_text()) if one["id"] == key)


def edited_by_hand(folder: Path, old: str, new: str) -> None:
    text = (folder / "claims.yaml").read_text()
    assert old in text
    (folder / "claims.yaml").write_text(text.replace(old, new))


def test_undo_and_redo_go_back_byte_for_byte_across_restarts(folder: Path) -> None:
    states = [CLAIMS]
    for change in range(4):
        saver = Saver(folder, "anna")
        if change == 2:
            outcome = saver.decide("dropped one", [proposed(saver.document("claims.yaml"), "one", None)])
        else:
            outcome = decide(
                saver, ("one", "two", "", "new")[change], id=("one", "two", "", "new")[change], note=f"n{change}"
            )
        assert outcome.saved, outcome.message
        states.append((folder / "claims.yaml").read_text())
    for text in reversed(states[:-1]):
        assert Saver(folder).undo().saved
        assert (folder / "claims.yaml").read_text() == text
    assert Saver(folder).undo() is None
    for text in states[1:]:
        assert Saver(folder).redo().saved
        assert (folder / "claims.yaml").read_text() == text
    assert Saver(folder).redo() is None


def test_the_history_tells_in_words_who_did_what_when_and_why(folder: Path) -> None:
    saver = Saver(folder, "anna")
    decide(saver, "one", note="a")
    saver.undo()
    saver.redo()
    saver.undo()
    decide(saver, "two", note="b")
    words = [str(entry).split(" by ")[1] for entry in Saver(folder).history().entries]
    assert words == [
        "anna: changed the claim “one” (so told)",
        "anna: took back: changed the claim “one”",
        "anna: did again: changed the claim “one”",
        "anna: took back: changed the claim “one”",
        "anna: changed the claim “two” (so told)",
    ]
    assert saver.history().next_redo is None
    assert [entry.decision.sentence for entry in saver.history().undoable()] == ["changed the claim “two”"]


def test_undo_leaves_what_was_changed_since(folder: Path) -> None:
    saver = Saver(folder)
    decide(saver, "one", about=("x", "y", "z"), verdict="open")
    edited_by_hand(folder, "First", "The first")
    edited_by_hand(folder, "[x, y, z]", "[w, x, y, z]")
    outcome = saver.undo()
    assert outcome.saved
    assert outcome.joined
    assert (folder / "claims.yaml").read_text() == CLAIMS.replace("First", "The first").replace("[x", "[w, x")


def test_a_file_changed_underneath_is_joined_item_by_item(folder: Path) -> None:
    saver = Saver(folder)
    mine = edit(saver, "one", note="mine", evidence=({"source": "a", "quote": "gold"}, {"source": "b", "quote": "tin"}))
    edited_by_hand(folder, "quote: gold\n", "quote: gold\n      speaker: s\n")
    edited_by_hand(folder, "- id: two\n", "# theirs\n- id: three\n  text: Third\n\n- id: two\n")
    outcome = saver.decide("noted", [mine])
    assert outcome.saved
    assert outcome.joined
    assert "joined" in outcome.message
    assert item(folder, "one")["evidence"] == [
        {"source": "a", "quote": "gold", "speaker": "s"},
        {"source": "b", "quote": "tin"},
    ]
    assert item(folder, "one")["note"] == "mine"
    assert "# theirs\n- id: three\n" in (folder / "claims.yaml").read_text()


def test_who_said_something_is_not_put_to_words_that_replaced_it(folder: Path) -> None:
    saver = Saver(folder)
    quoted = {"source": "a", "quote": "gold"}
    for more in ({"speaker": "Anna", "value": "1"}, {"value": "1"}, {}):
        assert decide(saver, "one", evidence=({**quoted, **more},)).saved
    edited_by_hand(folder, "quote: gold", "quote: silver")
    before = (folder / "claims.yaml").read_text()
    outcome = saver.undo()
    assert outcome is not None
    (conflict,) = outcome.conflicts
    assert conflict.path == ("evidence", "a: “gold”")
    assert (conflict.theirs, conflict.ours) == ({"source": "a", "quote": "silver"}, {**quoted, "value": "1"})
    assert (folder / "claims.yaml").read_text() == before
    assert saver.settle(outcome.decision, outcome.sided(Side.OURS)).saved
    assert item(folder, "one")["evidence"] == [{**quoted, "value": "1"}]


def test_a_conflict_is_shown_and_settled_by_the_person(folder: Path) -> None:
    saver = Saver(folder)
    mine = edit(saver, "one", text="Mine", note="added")
    edited_by_hand(folder, "First", "Theirs")
    before = (folder / "claims.yaml").read_text()
    outcome = saver.decide("reworded", [mine])
    assert outcome.state is State.CONFLICT
    (conflict,) = outcome.conflicts
    assert conflict == ("claims.yaml", "one", ("text",), "First", "Theirs", "Mine")
    assert (folder / "claims.yaml").read_text() == before
    assert saver.unsaved == (outcome.decision,)
    (again,) = Saver(folder).recover()  # the application was closed before anybody chose
    assert again.conflicts == outcome.conflicts
    settled = saver.settle(outcome.decision, {("claims.yaml", "one"): {("text",): Side.OURS}})
    assert settled.saved
    assert item(folder, "one")["text"] == "Mine"
    assert item(folder, "one")["note"] == "added"
    assert not saver.unsaved
    assert not Saver(folder).recover()


def test_an_item_gone_or_changed_meanwhile_is_a_conflict(folder: Path) -> None:
    saver = Saver(folder)
    changed, removed = edit(saver, "two", note="n"), proposed(saver.document("claims.yaml"), "one", None)
    edited_by_hand(folder, "- id: two\n  text: Second\n", "")
    edited_by_hand(folder, "First", "Theirs")
    for one in (changed, removed):
        outcome = saver.decide("did", [one])
        assert [conflict.path for conflict in outcome.conflicts] == [()]
        saver.give_up(outcome.decision)
    assert not saver.unsaved
    assert not Saver(folder).recover()


def test_a_file_that_is_not_yaml_keeps_the_decision_until_it_is_mended(folder: Path) -> None:
    saver = Saver(folder)
    mine = edit(saver, "one", note="mine")
    edited_by_hand(folder, "[x, y]", "[x, y")
    outcome = saver.decide("noted", [mine])
    assert outcome.state is State.KEPT
    assert "claims.yaml:" in outcome.message
    assert outcome.journal == journal_file(folder)
    with pytest.raises(DossierError, match="not valid YAML"):
        saver.item("claims.yaml", "one")
    edited_by_hand(folder, "[x, y", "[x, y]")
    (recovered,) = Saver(folder).recover()
    assert recovered.saved
    assert item(folder, "one")["note"] == "mine"
    assert [outcome.state for outcome in saver.recover()] == [State.SAVED]  # done by the other, seen by this one
    assert len(history_file(folder).read_text().splitlines()) == 1


def test_links_and_modes_stay(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "shared" / "real.yaml"
    elsewhere.parent.mkdir()
    os.replace(folder / "claims.yaml", elsewhere)
    elsewhere.chmod(0o640)
    (folder / "claims.yaml").symlink_to(elsewhere)
    assert decide(Saver(folder), "one", note="n").saved
    assert (folder / "claims.yaml").is_symlink()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    assert item(folder, "one")["note"] == "n"
    assert [path.name for path in elsewhere.parent.iterdir()] == ["real.yaml"]


def test_whoever_holds_the_lock_is_named(folder: Path) -> None:
    decide(Saver(folder), "one", note="n")
    saver = Saver(folder, patience=0.0)
    with locked(lock_file(folder)):
        outcome = decide(saver, "two", note="m")
    assert outcome.state is State.KEPT
    assert f"process {os.getpid()}" in outcome.message
    assert [one.saved for one in saver.recover()] == [True]
    assert item(folder, "two")["note"] == "m"


def test_who_waits_saves_when_the_lock_is_free(folder: Path) -> None:
    decide(Saver(folder), "one", note="n")
    release, held = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(lock_file(folder)):
            held.set()
            release.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(30)
    threading.Timer(0.1, release.set).start()
    assert decide(Saver(folder, patience=30), "two", note="m").saved
    holder.join()


def test_times_never_go_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [datetime(2026, 2, 12, 10, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return clock[0]

    monkeypatch.setattr(history_log, "datetime", Clock)
    for hour in (10, 9, 8, 11):
        clock[0] = clock[0].replace(hour=hour)
        assert decide(Saver(folder), "one", note=f"at {hour}").saved
    assert [entry.when for entry in Saver(folder).history().entries] == [
        "2026-02-12T10:00:00.000000+00:00",
        "2026-02-12T10:00:00.000001+00:00",
        "2026-02-12T10:00:00.000002+00:00",
        "2026-02-12T11:00:00.000000+00:00",
    ]


def test_damaged_lines_of_history_and_journal_are_passed_over(folder: Path) -> None:
    decide(Saver(folder), "one", note="n")
    for path in (history_file(folder), journal_file(folder)):
        with open(path, "ab") as file:
            file.write(b'{"when": "2026", "decision": {"id": "x"}, "sum": "0"}\nnot json\n{"half')
    saver = Saver(folder)
    assert not saver.recover()
    assert decide(saver, "one", note="m").saved
    found = Saver(folder).history()
    assert [entry.decision.sentence for entry in found.entries] == ["changed the claim “one”"] * 2
    assert saver.undo().saved
    assert item(folder, "one")["note"] == "n"


def test_a_new_file_is_made_and_taken_away_again(folder: Path) -> None:
    saver = Saver(folder)
    new = proposed(saver.document("entities.yaml"), "", {"name": "Reko Diq", "kind": "facility"})
    assert new.key == "reko-diq"
    assert saver.decide("named Reko Diq", [new]).saved
    assert (folder / "entities.yaml").read_text() == "- name: Reko Diq\n  kind: facility\n"
    renamed = proposed(saver.document("entities.yaml"), "reko-diq", {"name": "Reko Dik", "kind": "facility"})
    assert (renamed.key, renamed.becomes) == ("reko-diq", "reko-dik")
    assert saver.decide("renamed it", [renamed]).saved
    assert saver.undo().saved
    assert saver.undo().saved
    assert not (folder / "entities.yaml").exists()
    assert saver.redo().saved
    assert (folder / "entities.yaml").read_text() == "- name: Reko Diq\n  kind: facility\n"


def test_edits_of_one_item_in_one_decision_are_made_in_order(folder: Path) -> None:
    saver = Saver(folder)
    first = edit(saver, "one", note="a")
    second = first.__class__("claims.yaml", "one", first.after, {**first.after, "verdict": "open"})
    assert saver.decide("did both", [first, second]).saved
    assert item(folder, "one")["verdict"] == "open"
    assert saver.undo().saved
    assert (folder / "claims.yaml").read_text() == CLAIMS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_in_the_place_of_a_file_is_told(folder: Path) -> None:
    saver = Saver(folder)
    edits = [edit(saver, "one", text="New")]
    (folder / "claims.yaml").unlink()
    os.mkfifo(folder / "claims.yaml")
    with pytest.raises(DossierError, match=r"claims\.yaml is not a file"):
        saver.document("claims.yaml")
    outcome = saver.decide("changed it", edits)
    assert outcome.state is State.KEPT
    assert "claims.yaml is not a file" in outcome.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_in_the_place_of_the_history_is_told(folder: Path) -> None:
    history_file(folder).parent.mkdir()
    os.mkfifo(history_file(folder))
    saver = Saver(folder)
    with pytest.raises(DossierError, match=r"history\.jsonl is not a file"):
        saver.history()
    outcome = decide(saver, "one", text="New")
    assert outcome.state is State.KEPT
    assert "history.jsonl is not a file" in outcome.message
    assert (folder / "claims.yaml").read_text() == CLAIMS


def test_what_cannot_be_seen_is_written_as_it_is_read(folder: Path) -> None:
    saver = Saver(folder)
    assert decide(saver, "two", note="a\tb\u200bc").saved
    assert item(folder, "two")["note"] == "a b\ufffdc"
    edited_by_hand(folder, "First", "First of all")
    outcome = saver.undo()
    assert outcome is not None
    assert outcome.saved
    assert "note" not in item(folder, "two")
