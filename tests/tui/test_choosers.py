"""What a chooser lists for what was typed, best first."""

from __future__ import annotations

import pytest

from dossier.model.claim import Claim, Evidence
from dossier.model.passage import Anchor, Selector
from dossier.tui.choosers.claims import holds, nearest
from dossier.tui.choosers.search import passage_for

NAMES = ["Asim Munir", "United States", "Mohsin Naqvi", "US Export-Import Bank", "State Department", "Unilever"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("unit", "United States"),
        ("uni", "Unilever"),
        ("sta", "United States"),
        ("state", "United States"),
        ("import bank", "US Export-Import Bank"),
        ("munr", "Asim Munir"),
    ],
)
def test_names_that_hold_what_is_typed_stand_before_those_that_are_only_like_it(typed: str, first: str) -> None:
    found = [NAMES[n] for n in nearest(typed, NAMES, 40.0)]
    assert found[0] == first or (holds(found[0], typed) and first in found[:2])


def test_every_word_is_the_beginning_of_one() -> None:
    assert holds("“Port Mara” harbour", "port har")
    assert not holds("Port Mara", "port harbour")
    assert not holds("Supportive", "port")


def test_a_claim_opens_at_the_passage_that_holds_what_was_asked_for() -> None:
    quotes = ("It cost $1.3 billion.", "The bank lent $1.25 billion.", "Nobody knows where 1.25 billion went.")
    pieces = [Evidence(f"{n}", Selector(q), anchor=Anchor.FOUND, start=0, end=len(q)) for n, q in enumerate(quotes)]
    lost = Evidence("lost", Selector("lent 1.25 billion"), anchor=Anchor.ORPHAN)
    claim = Claim("cost", "It cost 1.3 billion", evidence=(lost, *pieces))
    for asked, found in (("1.3", 0), ('"1.25 billion" lent', 1), ("1.25", 1), ("elsewhere", 0), ("", 0)):
        assert passage_for(claim, asked) == pieces[found]
    assert passage_for(Claim("none", "Nothing"), "nothing") is None
