from dataclasses import replace

import pytest

from dossier.model.claim import Agreement, Stance
from dossier.model.dated import Dated, dated
from dossier.session.differing import differing
from dossier.session.timeline import timeline
from tests.session.made import dossier_of

DOSSIER = dossier_of()


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2026-02-12", ("2026-02-12", "2026-02-12")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-02-30", None),
        ("2025-13", None),
        ("spring", None),
        ("", None),
    ],
)
def test_a_partial_date_has_bounds(value: str, bounds: tuple[str, str] | None) -> None:
    found = dated(value)
    assert (found and (found.low, found.high)) == bounds


def test_moments_are_in_order_and_open_ones_last() -> None:
    first, *others = DOSSIER.claims
    dates = (Dated("", "", "", False, "no day of publication"), Dated("2020", "2020-01-01", "2020-12-31"))
    pieces = tuple(piece._replace(decided=False, dates=dates) for piece in first.evidence)
    found = timeline(replace(DOSSIER, claims=(first._replace(evidence=pieces), *others)))
    lows = [moment.date.low for moment in found]
    assert "2020-01-01" in lows
    assert lows == [*sorted(filter(None, lows)), *(low for low in lows if not low)]
    assert lows[-1] == ""
    assert len([low for low in lows if not low]) == len(pieces)


def test_what_a_person_dated_is_in_the_timeline() -> None:
    first, *others = DOSSIER.claims
    pieces = tuple(piece._replace(date="1999-05") for piece in first.evidence)
    found = timeline(replace(DOSSIER, claims=(first._replace(evidence=pieces), *others)))
    assert [moment.date.value for moment in found][: len(pieces)] == ["1999-05"] * len(pieces)


def test_differences_come_the_most_important_first() -> None:
    claim = DOSSIER.claims[0]
    states = [Agreement.CLOSE, Agreement.CORROBORATED, Agreement.CONFLICTING, Agreement.UPDATED]
    found = differing([claim._replace(id=state.value, status=state) for state in states])
    assert [one.status for one in found] == [Agreement.CONFLICTING, Agreement.UPDATED, Agreement.CLOSE]


def test_a_passage_that_is_shown_beside_a_claim_is_no_moment_of_it() -> None:
    first = DOSSIER.claims[0]
    dates = (Dated("2020", "2020-01-01", "2020-12-31"),)
    stated = first.evidence[0]._replace(decided=False, dates=dates)
    beside = stated._replace(stance=Stance.MENTIONS)
    found = timeline(replace(DOSSIER, claims=(first._replace(evidence=(stated, beside)),)))
    assert [moment.evidence for moment in found] == [stated]
    assert first._replace(evidence=(stated, beside)).counted == (stated,)
