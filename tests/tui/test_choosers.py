"""What a chooser lists for what was typed, best first."""

from __future__ import annotations

import pytest

from dossier.tui.choosers.claims import holds, nearest

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
