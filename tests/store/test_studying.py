"""Studying very many sources: those on the screen first, and something to show before all are done."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.model.derived import Derived
from dossier.store import extension, studying
from dossier.store.findings_cache import known_suggestions
from dossier.store.opening import open_dossier
from dossier.store.studying import study_dossier


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(studying, "SEVERAL", 1000)  # in this process
    monkeypatch.setattr(studying, "EVERY", 2)
    monkeypatch.setattr(studying, "FIRST", 3)
    folder = tmp_path / "letters"
    folder.mkdir()
    for n in range(16):
        text = f"Letter {n}\n\nThe board of Port Vale will spend ${n + 3} million on pier {n}, Ines Calder said."
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_visible_sources_come_first_and_can_soon_be_shown(letters: Path) -> None:
    dossier = open_dossier(letters)
    told = list(study_dossier(dossier, ["14", "15"]))
    shown = [derived for _, _, derived in told if derived is not None]
    part, whole = shown
    assert part.partial
    assert {"14", "15"} <= set(part.speech)
    assert len(part.speech) < 16
    assert not whole.partial
    assert len(whole.speech) == 16
    assert told[-1][:2] == (16, 16)
    assert known_suggestions(dossier) == whole


def test_what_was_broken_off_is_gone_on_with(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = open_dossier(letters)
    for _, _, derived in study_dossier(dossier):
        if derived is not None:
            break  # as when the process is killed
    kept = known_suggestions(dossier)
    assert isinstance(kept, Derived)
    assert kept.partial
    studied: list[object] = []
    monkeypatch.setattr(studying, "_study", lambda work, own=studying._study: studied.append(work) or own(work))
    *_, (_, _, whole) = study_dossier(dossier)
    assert whole is not None
    assert not whole.partial
    assert 0 < len(studied) < 16


def test_known_sources_are_not_studied_again(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(study_dossier(open_dossier(letters)))
    (letters / "03.txt").write_text("Letter 3\n\nThe pier of Port Vale was closed on 3 May 2024.", encoding="utf-8")
    studied: list[object] = []
    monkeypatch.setattr(studying, "_study", lambda work, own=studying._study: studied.append(work) or own(work))
    list(study_dossier(open_dossier(letters)))
    assert len(studied) == 1


def test_what_tells_of_few_of_the_sources_does_not_keep_the_first_back(letters: Path) -> None:
    files = sorted(letters.glob("*.txt"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    for file in files[3:]:
        file.unlink()
    list(study_dossier(open_dossier(letters)))
    for file in files[3:]:
        file.write_text(texts[file], encoding="utf-8")
    shown = [derived.partial for _, _, derived in study_dossier(open_dossier(letters)) if derived is not None]
    assert shown == [True, False]
    files[0].write_text(f"{texts[files[0]]}\n\nIt rained on pier 3.", encoding="utf-8")
    shown = [derived.partial for _, _, derived in study_dossier(open_dossier(letters)) if derived is not None]
    assert shown == [False]


def test_a_new_source_is_shown_with_what_it_shares_before_all_is_derived_anew(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extension, "NEAREST", 3)
    list(study_dossier(open_dossier(letters)))
    again = "Letter 16\n\nInes Calder said that the board of Port Vale will spend $8 million on pier 5 this year."
    (letters / "16.txt").write_text(again, encoding="utf-8")
    derived: list[int] = []
    monkeypatch.setattr(
        studying, "_derived", lambda *given, own=studying._derived: derived.append(len(given[1])) or own(*given)
    )
    dossier = open_dossier(letters)
    soon, whole = (told for _, _, told in study_dossier(dossier) if told is not None)
    assert derived == [2, 17]  # one that shares a figure; names that all share tell nothing
    assert (soon.partial, whole.partial) == (True, False)
    for told in (soon, whole):
        (shared,) = [claim for claim in told.claims if "16" in claim.sources]
        assert {"05", "16"} <= set(shared.sources)
        assert {told.mentions["16"][0].entity} <= {entity.id for entity in told.entities}
        assert len(told.speech) == len(told.studied) == 17
    assert known_suggestions(dossier) == whole


def test_what_is_gone_and_not_followed_by_anything_new_is_derived_once(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extension, "NEAREST", 3)
    list(study_dossier(open_dossier(letters)))
    (letters / "03.txt").unlink()
    shown = [derived.partial for _, _, derived in study_dossier(open_dossier(letters)) if derived is not None]
    assert shown == [False]
