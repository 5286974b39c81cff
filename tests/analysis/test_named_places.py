"""Houses and storms of other names in two statements; all are invented."""

import pytest

from dossier.analysis.agreement.named_places import of_other_places


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("She died at Vale Hospital.", "She died at Mara Hospital.", True),
        ("She died at the Mara Hospital.", "The Port Mara Hospital was full.", False),
        ("She died at Vale Hospital.", "Mara Hospital sent her to Vale Hospital.", False),
        ("She died at Vale Hospital.", "She came to Mara Airport.", False),
        ("Hurricane Ines hit the town.", "The town was hit by Hurricane Jonas.", True),
        ("The Hurricane Center spoke.", "The town was hit by Hurricane Jonas.", False),
        ("In March the port opened.", "Last March the port opened.", False),
        ("It stands in Vale Street.", "It stands in Mara Street.", False),
    ],
)
def test_what_cannot_be_one(one: str, other: str, apart: bool) -> None:
    assert of_other_places(one, other) is of_other_places(other, one) is apart
