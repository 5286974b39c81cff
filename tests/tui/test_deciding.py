"""Deciding with the keyboard: what the program suggests, words one selects, and all the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.session.review import Review
from dossier.store.opening import open_dossier
from tests.harbour import ONE, write_harbour
from tests.tui.screens import Desk, desk
from tests.tui.test_suggesting import suggested


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "harbour")


async def saved(at: Desk) -> None:
    """Wait until what was decided is in the files, and the files are read again."""
    await at.app.deciding.finish()
    await at.settle()


def claims_of(folder: Path) -> list[dict[str, object]]:
    file = folder / "claims.yaml"
    return (yaml.safe_load(file.read_text(encoding="utf-8")) or []) if file.exists() else []


async def test_one_key_accepts_and_one_takes_back(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c")
        claim = at.session.claim
        await at.press("a")
        await saved(at)
        assert at.session.dossier.claim[claim].decided
        assert at.session.claim == claim
        assert [one["id"] for one in claims_of(harbour)] == [claim]
        assert "Accepted the claim" in at.text()
        await at.press("Z")
        await saved(at)
        assert claims_of(harbour) == []
        assert not at.session.dossier.claim[claim].decided
        assert "Took back: accepted" in at.text()
        await at.press("Y")
        await saved(at)
        assert at.session.dossier.claim[claim].decided


async def test_a_review_settles_a_suggestion_with_each_key(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        order = Review.of(at.session.dossier).order
        assert at.session.dossier.claim[order[0]].status.differs
        await at.press("R")
        assert at.session.claim == order[0]
        shared = sum(len(at.session.dossier.claim[id].sources) > 1 for id in order)
        assert f"0 settled, {len(order) - 0} to go, {shared} of several sources" in at.text()
        await at.press(*("aX" * len(order))[: len(order)])
        await saved(at)
        assert at.session.review is None
        decided = open_dossier(harbour)
        assert len(decided.claims) == (len(order) + 1) // 2
        assert len(decided.refusals.claims) == len(order) // 2
        assert not [claim for claim in at.session.dossier.claims if not claim.decided]


async def test_a_review_goes_back_to_what_is_taken_back(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        order = Review.of(at.session.dossier).order
        await at.press("R", "a", "X")
        await saved(at)
        assert f"2 settled, {len(order) - 2} to go" in at.text()
        await at.press("Z")
        await saved(at)
        assert at.session.claim == order[1]
        assert f"1 settled, {len(order) - 1} to go" in at.text()
        await at.press("Z")
        await saved(at)
        assert at.session.claim == order[0]
        assert f"0 settled, {len(order) - 0} to go" in at.text()
        await at.press("a")
        await saved(at)
        assert at.session.claim == order[1]


async def test_a_review_goes_back_to_what_was_put_off_and_takes_nothing_back(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        order = Review.of(at.session.dossier).order
        await at.press("R", "a", "R")
        await saved(at)
        assert at.session.claim == order[2]
        await at.press("Z")
        assert at.session.claim == order[1]
        assert len(claims_of(harbour)) == 1
        await at.press("Z")
        await saved(at)
        assert claims_of(harbour) == []
        assert at.session.claim == order[0]


async def test_what_is_being_chosen_outlives_a_change_of_the_folder(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "full_stop", *"verdict", "enter", *"hol")
        (harbour / "three.txt").write_text("Another article about the harbour.\n", encoding="utf-8")
        assert at.app.watch_folder is not None
        await at.app.watch_folder.renew()
        await at.press(*"ds", "enter", "enter")
        await saved(at)
        assert [claim["verdict"] for claim in claims_of(harbour)] == ["holds"]


async def test_a_claim_typed_in_full_is_a_new_one(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("V", "s", "A", *"the", "space", *"harbour", "space", *"is", "space", *"mine", "enter")
        await saved(at)
        assert [claim["text"] for claim in claims_of(harbour)] == ["the harbour is mine"]


async def test_what_was_turned_down_is_suggested_again(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c")
        claim = at.session.claim
        await at.press("X")
        await saved(at)
        assert claim not in at.session.dossier.claim
        await at.press("K")
        assert "Turned down" in at.text()
        await at.press("enter")
        await saved(at)
        assert not at.session.dossier.claim[claim].decided
        assert claims_of(harbour) == []


async def test_the_list_of_decisions_takes_back_and_does_again(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("R", "a", "a")
        await saved(at)
        await at.press("W", "down", "enter")
        await saved(at)
        assert claims_of(harbour) == []
        await at.press("W", "down", "down", "enter")
        await saved(at)
        assert len(claims_of(harbour)) == 2


async def test_a_value_that_is_given_is_typed_over(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c")
        for verdict in ("holds", "fails"):
            await at.press("full_stop", *"verdict", "enter", *verdict, "enter", "enter")
            await saved(at)
        assert [claim["verdict"] for claim in claims_of(harbour)] == ["fails"]


async def test_the_nearest_speaker_comes_before_the_words_as_typed(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "full_stop", *"speaker", "enter", *"calder", "enter")
        await saved(at)
        (claim,) = claims_of(harbour)
        evidence = claim["evidence"]
        assert isinstance(evidence, list)
        assert next(piece["speaker"] for piece in evidence if piece.get("speaker")) == "Ines Calder"


async def test_what_is_put_off_comes_again(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        order = Review.of(at.session.dossier).order
        await at.press("R", "R")
        assert at.session.claim == order[1]
        for _ in order[1:]:
            await at.press("a")
        await saved(at)
        assert at.session.claim == order[0]
        await at.press("escape", "escape", "escape")
        assert at.session.review is None


async def test_words_selected_by_keyboard_become_a_claim(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("V", "space", "right", "right", "right")
        assert "Selecting" in at.text()
        await at.press("enter")
        assert "new claim" in at.text()
        await at.press("enter")
        await saved(at)
        (claim,) = claims_of(harbour)
        assert claim["text"] == "The Vale Bank lent"
        assert at.session.caret is None


async def test_words_are_attached_to_the_claim_that_is_typed(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("V", "s", "A", *"jobs", "enter")
        await saved(at)
        (claim,) = claims_of(harbour)
        assert "jobs" in str(claim["text"])
        evidence = claim["evidence"]
        assert isinstance(evidence, list)
        assert ONE.splitlines()[0] in [piece["quote"] for piece in evidence]


async def test_everything_else_is_behind_one_key(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "full_stop", *"cred", "enter", "3", "enter")
        await saved(at)
        (claim,) = claims_of(harbour)
        assert claim["credibility"] == 3
        await at.press("full_stop", *"reliab", "enter", "B", "enter")
        await saved(at)
        assert at.session.dossier.source["one"].reliability == "B"
        await at.press("full_stop", *"verdict", "enter", *"holds", "enter", *"two", "space", *"sources", "enter")
        await saved(at)
        judged = at.session.dossier.claim[str(claim["id"])]
        assert (judged.verdict, judged.note) == ("holds", "two sources")


async def test_a_date_that_is_none_is_neither_taken_nor_lost(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("full_stop", *"published", "enter", "ctrl+u", *"next", "space", *"week", "enter")
        assert "'next week' is not a date: write it like 2026-02-12" in at.text()
        await at.press("ctrl+u", *"2026", "minus", *"02", "enter")
        await saved(at)
        assert "2026-02" in [source.metadata.published for source in at.session.dossier.sources]


async def test_entities_are_accepted_split_joined_and_turned_down_on_their_card(harbour: Path) -> None:
    (harbour / "one.txt").write_text(ONE + "\nCalder spoke on Monday.\n", encoding="utf-8")
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("f", *"Ines", "enter", "i")
        await at.press("a")
        await saved(at)
        (entity,) = open_dossier(harbour).entities
        assert entity.name == "Ines Calder"
        assert "Calder" in entity.aliases
        await at.press("full_stop", *"split", "enter")
        await saved(at)
        assert {e.name for e in open_dossier(harbour).entities} == {"Ines Calder", "Calder"}
        await at.press("M", "enter")
        await saved(at)
        (entity,) = open_dossier(harbour).entities
        assert set(entity.names) == {"Ines Calder", "Calder"}
        await at.press("X")
        await saved(at)
        assert not open_dossier(harbour).entities
        assert "Ines Calder" not in {e.name for e in at.session.dossier.entities}


async def test_a_note_with_tags(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "p", *"which", "space", *"bank?", "space", "#", *"ask", "enter")
        await saved(at)
        (note,) = at.session.dossier.notes
        assert (note.text, note.tags) == ("which bank?", ("ask",))
        await at.press("P")
        assert "which bank?" in at.text()


async def test_notes_stand_in_the_margin_and_below_the_words_one_lands_on(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "p", *"which", "space", *"bank?", "enter")
        await saved(at)
        await at.press("C", "c")
        await at.press("full_stop", "escape")
        assert "* which bank?" in at.text()
        await at.press("c")
        assert "*≈ The Vale Bank lent" in at.text()
        await at.press("V", "space", "p", "enter")
        await saved(at)
        assert at.session.dossier.notes[1].bookmark
        await at.press("P")
        assert "(bookmark)" in at.text()


async def test_what_others_changed_meanwhile_is_shown_side_by_side(harbour: Path) -> None:
    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "full_stop", *"verdict", "enter", *"mine", "enter", "enter")
        await saved(at)
        file = harbour / "claims.yaml"
        text = file.read_text(encoding="utf-8")
        await at.press("Z")
        await saved(at)
        file.write_text(text.replace("verdict: mine", "verdict: theirs"), encoding="utf-8")
        await at.press("Y")
        await at.app.deciding.finish()
        await at.settle()
        shown = at.text()
        assert "theirs" in shown
        assert "mine" in shown
        assert "take yours" in shown
        await at.press("enter")
        await saved(at)
        assert "verdict: mine" in file.read_text(encoding="utf-8")


async def test_a_folder_that_cannot_be_written_keeps_the_decision(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.model.errors import DossierError
    from dossier.store.saving import saver

    def refuse(*_: object) -> None:
        raise DossierError("claims.yaml cannot be written (no space left); free some")

    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c")
        claim = at.session.claim
        with monkeypatch.context() as patched:
            patched.setattr(saver, "write_target", refuse)
            await at.press("a")
            await saved(at)
        assert "Not saved yet" in at.text()
        assert "1 not saved" in at.text()
        assert claims_of(harbour) == []
        await at.press("q")
        assert at.app.is_running
        said = " ".join(at.text().split())
        assert "q once more leaves, r tries again: 1 decision is not saved: claims.yaml cannot be written" in said
        assert "kept in .dossier/journal.jsonl for the next start" in said
    async with desk(harbour) as at:
        await at.app.begun.wait()
        await saved(at)
        assert [one["id"] for one in claims_of(harbour)] == [claim]


async def test_what_could_not_be_saved_is_given_up_before_anything_is_taken_back(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.model.errors import DossierError
    from dossier.store.saving import saver

    def refuse(*_: object) -> None:
        raise DossierError("claims.yaml cannot be written (no space left); free some")

    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c", "a")
        await saved(at)
        await at.press("c")
        with monkeypatch.context() as patched:
            patched.setattr(saver, "write_target", refuse)
            await at.press("a")
            await saved(at)
        assert "1 not saved" in at.text()
        await at.press("Z")
        await saved(at)
        assert "Given up, as it was not saved: Accepted the claim" in at.text()
        assert "1 not saved" not in at.text()
        assert len(claims_of(harbour)) == 1


async def test_what_could_not_be_saved_is_tried_again_when_asked(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.model.errors import DossierError
    from dossier.store.saving import saver

    def refuse(*_: object) -> None:
        raise DossierError("claims.yaml cannot be written (no space left); free some")

    async with desk(harbour) as at:
        await suggested(at)
        await at.press("c")
        with monkeypatch.context() as patched:
            patched.setattr(saver, "write_target", refuse)
            await at.press("a")
            await saved(at)
        await at.press("q", "r")
        await saved(at)
        assert len(claims_of(harbour)) == 1
        assert "not saved" not in at.text()
        await at.press("q")
        assert not at.app.is_running
