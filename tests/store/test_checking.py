from pathlib import Path

import pytest

from dossier.model.passage import Anchor, Change, ChangeKind
from dossier.store.checking import check
from dossier.store.opening import open_dossier


def test_a_dossier_that_holds(folder):
    outcome = check(open_dossier(folder))
    assert outcome.holds
    assert [quote.anchor for quote in outcome.quotes] == [Anchor.FOUND] * 3


def test_cosmetic_changes_hold_and_other_words_do_not(folder):
    text = (folder / "one.txt").read_text()
    (folder / "one.txt").write_text(text.replace("United States has", "United  States HAS"))
    assert check(open_dossier(folder)).holds
    (folder / "one.txt").write_text(text.replace("8,000", "9,000"))
    outcome = check(open_dossier(folder))
    assert not outcome.holds
    (altered,) = [quote for quote in outcome.quotes if not quote.holds]
    assert (altered.claim.id, altered.evidence.line, altered.anchor) == ("jobs", 6, Anchor.ALTERED)
    assert altered.changes == (Change(ChangeKind.NUMBER, "8,000", "9,000"),)
    (folder / "one.txt").write_text(text.replace("will create 8,000 jobs", "is there"))
    (orphan,) = [quote for quote in check(open_dossier(folder)).quotes if not quote.holds]
    assert (orphan.claim.id, orphan.anchor, orphan.start) == ("jobs", Anchor.ORPHAN, -1)


@pytest.mark.parametrize("claims", ["- text: A\n  evidence:\n  - {source: gone, quote: x}\n", "- text: 'unclosed\n"])
def test_evidence_that_cannot_be_read_does_not_hold(folder, claims):
    (folder / "claims.yaml").write_text(claims)
    outcome = check(open_dossier(folder))
    assert not outcome.holds
    assert len(outcome.unusable) == 1


def test_a_gone_source_does_not_hold(folder):
    (folder / "one.txt").unlink()
    assert not check(open_dossier(folder)).holds


def test_quotes_of_files_that_are_not_indexed_yet_are_checked_too(large, monkeypatch):
    import dossier.store.gathering as gathering

    monkeypatch.setattr(gathering, "SMALL_FILES", 1)
    dossier = open_dossier(large)
    assert dossier.pending == 81
    assert [quote.anchor for quote in check(dossier).quotes] == [Anchor.FOUND] * 3
    (large / "claims.yaml").write_text("- text: A\n  evidence:\n  - {source: more-70, quote: not there}\n")
    assert not check(open_dossier(large)).holds


def test_the_demonstration_holds():
    assert check(open_dossier(Path(__file__).parents[2] / "seeds")).holds
