"""Texts that stay the same are not folded again when a dossier is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.search import texts as module
from dossier.search.finder import Finder
from dossier.search.texts import FoldedTexts
from dossier.store.opening import open_dossier
from dossier.tui.memory import give_back


def test_only_what_changed_is_folded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text("One\n\nThe harbour of Port Vale.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Two\n\nThe quarry of Port Vale.", encoding="utf-8")
    dossier = open_dossier(tmp_path)
    texts = FoldedTexts(dossier)
    for source in dossier.sources:
        texts.get(source.id)
    folded: list[str] = []
    monkeypatch.setattr(module, "fold", lambda text, own=module.fold: folded.append(text) or own(text))
    (tmp_path / "two.txt").write_text("Two\n\nThe ferry of Port Vale.", encoding="utf-8")
    again = open_dossier(tmp_path)
    renewed = texts.renewed(again)
    assert "harbour" in renewed.get("one").folded
    assert "ferry" in renewed.get("two").folded
    assert len(folded) == 1


def test_a_renewed_finder_finds_what_is_there_now(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One\n\nThe harbour of Port Vale.", encoding="utf-8")
    dossier = open_dossier(tmp_path)
    finder = Finder(dossier)
    assert finder.search("harbour")
    (tmp_path / "one.txt").write_text("One\n\nThe ferry of Port Vale.", encoding="utf-8")
    renewed = finder.renewed(open_dossier(tmp_path))
    assert not renewed.search("harbour")
    assert renewed.search("ferry")
    assert not finder.renewed(replace(dossier, sources=())).search("harbour")


def test_giving_memory_back_harms_nothing() -> None:
    give_back()
