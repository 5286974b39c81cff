"""Days that sources differ in, as they write them."""

from __future__ import annotations

import pytest

from dossier.analysis.agreement.agreement import differences
from dossier.model.claim import Agreement
from tests.analysis.test_deriving import BEGUN, OTHER, derived


@pytest.mark.parametrize(
    ("days", "status"),
    [
        (("2026-02-04", "2026-05-06"), Agreement.UPDATED),
        (("2026-02-04", "2026-02-04"), Agreement.CONFLICTING),
        (("", ""), Agreement.CONFLICTING),
    ],
)
def test_what_is_still_to_come_may_be_put_off(days: tuple[str, str], status: Agreement) -> None:
    texts = (
        f"{BEGUN}The new ferry landing of Oruba will open in 2029.",
        f"{OTHER}Oruba's new ferry landing will open in 2031.",
    )
    (claim,) = [one for one in derived(*texts, published=days).claims if len(one.sources) == 2]
    assert claim.status is status
    (difference,) = differences(claim.evidence)
    assert difference.words == ("2029 became 2031" if status is Agreement.UPDATED else "2029 differs from 2031")


@pytest.mark.parametrize("days", [("", ""), ("2026-02-06", ""), ("", "2026-02-06")])
def test_days_differ_in_whatever_year(days: tuple[str, str]) -> None:
    texts = (f"{BEGUN}The mayor of Oruba resigned on 3 January.", f"{OTHER}On January 5 the mayor of Oruba resigned.")
    (claim,) = [one for one in derived(*texts, published=days).claims if len(one.sources) == 2]
    assert claim.status is Agreement.CONFLICTING
    assert [one.words for one in differences(claim.evidence)] == ["3 January differs from January 5"]


def test_weekdays_of_reports_that_nobody_dated_are_not_compared() -> None:
    texts = (f"{BEGUN}The mayor of Oruba resigned on Sunday.", f"{OTHER}On Monday the mayor of Oruba resigned.")
    (claim,) = [one for one in derived(*texts, published=("", "")).claims if len(one.sources) == 2]
    assert claim.status is Agreement.CORROBORATED
    dated = derived(*texts, published=("2026-04-20", "2026-04-21"))
    (claim,) = [one for one in dated.claims if len(one.sources) == 2]
    assert claim.status is Agreement.CONFLICTING
    same = derived(*texts, published=("2026-04-20", "2026-04-12"))
    assert all(one.status is not Agreement.CORROBORATED for one in same.claims if len(one.sources) == 2)
