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


def test_a_clause_has_its_own_dates_and_those_before_it() -> None:
    found = studied("Port news\n\nIn 2004 the port closed 30 quays, and 12 berths of stone were opened there in 2009.")
    assert [[date.value for date in one.dates] for one in found.stated] == [["2004"], ["2009"]]


def test_an_address_states_nothing() -> None:
    for address in (
        "https://example.com/2009/02/port-opens-again-after-the-storm",
        "com / 2009 / 02 / port / opens - again - after - the - storm",
    ):
        found = studied(f"Port news\n\n{address}\n\nThe port of Karachi reopened on Monday after three days of storm.")
        assert len(found.stated) == 1
    for sentence in (
        "The port said on www.example.com that it would open again in the spring of the year.",
        "Between 3/4/2026 and 5/6/2026 the port of Karachi paid $3 million to its workers.",
    ):
        assert studied(f"Port news\n\n{sentence}").stated


def test_place_and_agency_are_not_part_of_the_first_claim() -> None:
    for opened in ("KARACHI (Reuters) - ", "KARACHI, June 3 (AP) — ", "ISLAMABAD: ", "Port Vale (AFP) – "):
        found = studied(f"Port opens\n\n{opened}The port of Karachi reopened on Monday after three days of storm.")
        assert [one.words for one in found.stated] == [
            "The port of Karachi reopened on Monday after three days of storm."
        ], opened


def test_in_another_language_only_sure_names_are_names():
    text = "Die Regierung in Berlin hat am Montag über den Haushalt und die Renten beraten. Petra Holm sagte, dass die "
    text += "Minister mit dem Ergebnis der Beratung über die Nutzung von Daten zufrieden sind und bald weiter reden."
    found = studied(f"Haushalt\n\n{text}")
    assert not found.language
    assert {one.name for one in found.names} == {"Berlin", "Petra Holm"}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Two parks, Oruba East and Vale Bank, won contracts for 1.35 GW.", 1),
        ("The park, owned by Oruba Port (60%) and the Vale Bank (40%), opened on Monday.", 1),
        ("The town opened 30 quays in the north and won contracts for 12 berths of stone.", 2),
    ],
)
def test_a_sentence_is_cut_between_its_clauses(sentence: str, parts: int) -> None:
    assert len(studied(f"Port news\n\n{sentence}").stated) == parts


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The berths cost the town $7 million, up from $5 million.", [7e6]),
        ("The berths will bring 1,500 jobs to Oruba, not the 2,400 of the mayor.", [1500]),
        ("The price of the berths rose to $7 million from $5 million.", [7e6]),
        ("The berths cost $7 million, $2 million more than the mayor's $5 million.", [7e6, 2e6]),
        ("Compared with 500 in 2020, there were 700 boats last year.", [700]),
        ("The berths cost no less than $7 million.", [7e6]),
        ("It is up from $5 million in 2020 at the port.", [5e6]),
    ],
)
def test_what_a_figure_is_set_beside_is_not_stated(sentence: str, values: list[float]) -> None:
    found = studied(f"Port news\n\n{sentence}").stated
    assert [one.value for stated in found for one in stated.quantities] == values


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Ann Doe rejected the estimate of 7 million euros for the berths of Oruba.", True),
        ("Nobody disputed the figure of 7 million euros for the berths of Oruba.", False),
        ("The town rejected a total of 12 bids for the berths of Oruba on Monday.", False),
        ("Ann Doe denied telling the owners of the delay of the berths.", True),
        ("The town rejected building plans for 200 houses in Oruba.", False),
    ],
)
def test_what_is_told_of_a_denial(sentence: str, denied: bool) -> None:
    assert any(one.denied for one in studied(f"Port news\n\n{sentence}").stated) is denied


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Two of the four gates were open.", [(2, "gates")]),
        ("Nine of 12 berths were empty.", [(9, "berths")]),
        ("Two of the bank's five directors left the port.", [(2, "directors")]),
        ("Three of the 1990s were dry years at the port.", []),
        ("The parents of 300 pupils met there.", [(300, "pupils")]),
    ],
)
def test_how_many_of_those(sentence: str, figures: list[tuple[float, str]]) -> None:
    found = studied(f"Port news\n\n{sentence}").stated
    assert [(one.value, one.thing) for stated in found for one in stated.quantities] == figures
