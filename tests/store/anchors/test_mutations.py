"""Quotes in texts that were changed on purpose: what became of them is known by construction."""

from collections import Counter

import pytest

from dossier.model.passage import Anchor
from dossier.store.anchors.changes import compare
from dossier.store.anchors.finding import anchor
from tests.benchmarks.anchoring import HARMLESS, RIGHT, every_text, run
from tests.benchmarks.mutations.case import reading

CASES = 12
"""Of each mutation; the benchmark makes thousands."""


@pytest.fixture(scope="module")
def outcomes():
    """From a few texts of the labelled data, or from the demonstration where that is missing."""
    return run(every_text()[:: len(every_text()) // 12 or 1], CASES)


def test_statuses_are_right(outcomes):
    assert len(outcomes) > 300
    wrong = [(one.made.mutation, one.found) for one in outcomes if not one.right]
    assert len(wrong) <= (1 - RIGHT) * len(outcomes) + 1, wrong


def test_no_material_change_slips(outcomes):
    altered = [one for one in outcomes if one.made.case.anchor is Anchor.ALTERED]
    assert len(altered) > 100
    assert [one for one in altered if one.found.anchor in HARMLESS] == []


def test_places_are_where_the_words_were_put(outcomes):
    placed = Counter(one.found[1:3] == one.made.case[3:5] for one in outcomes if one.right and one.made.case.start >= 0)
    assert placed[False] <= 0.01 * placed.total()


def test_the_words_at_every_place_are_what_is_reported(outcomes):
    for one in outcomes:
        case, found = one.made.case, one.found
        words = case.text[found.start : found.end]
        if found.anchor in (Anchor.FOUND, Anchor.MOVED):
            assert words == case.selector.exact
        elif found.anchor is Anchor.CHANGED:
            assert words != case.selector.exact
            assert not compare(case.selector.exact, words).material
        elif found.anchor is Anchor.ALTERED:
            assert words
            assert any(change.kind.material for change in found.changes)
        elif found.anchor is Anchor.ORPHAN:
            assert (found.start, found.end, found.changes) == (-1, -1, ())


def test_the_same_text_gives_the_same_again(outcomes):
    for one in outcomes[::20]:
        assert anchor(one.made.case.selector, reading(one.made.case.text)) == one.found
