"""One source as a whole: its agency, and texts in another language."""

import pytest

from dossier.analysis.findings import Findings
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes

FRENCH = "Le gouvernement a annoncé que la mine de cuivre rouvrira au printemps, après deux ans de travaux. " * 5


def studied(text: str) -> Findings:
    reading = read_bytes(text.encode(), "one.txt", "one")[1]
    return study(reading.text, reading.blocks, "")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Port opens\n\nKARACHI (Reuters) - The port reopened on Monday after three days of storm.", "reuters"),
        ("Port opens\n\nKARACHI, June 3 (AP) — The port reopened on Monday after three days of storm.", "ap"),
        ("Port opens\n\nThe port reopened on Monday, Reuters reported - nobody was hurt in the storm.", ""),
        ("Port opens\n\nThe port reopened on Monday after three days of storm and nobody was hurt.", ""),
    ],
)
def test_the_agency_a_text_credits(text: str, agency: str) -> None:
    assert studied(text).wire.lower().startswith(agency)
    assert bool(studied(text).wire) is bool(agency)


def test_another_language_has_names_and_no_claims() -> None:
    found = studied(f"La mine rouvre\n\n{FRENCH}")
    assert not found.language
    assert found.stated == ()


def test_place_and_agency_are_not_part_of_the_first_claim() -> None:
    for opened in ("KARACHI (Reuters) - ", "KARACHI, June 3 (AP) — ", "ISLAMABAD: ", "Port Vale (AFP) – "):
        found = studied(f"Port opens\n\n{opened}The port of Karachi reopened on Monday after three days of storm.")
        assert [one.words for one in found.stated] == [
            "The port of Karachi reopened on Monday after three days of storm."
        ], opened
