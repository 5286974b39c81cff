"""Names with a possessive within, with a number or a place, and offices after a town. All texts are invented."""

from __future__ import annotations

import pytest

from dossier.analysis.entities.merging import merge_names
from dossier.analysis.entities.names import find_names
from dossier.analysis.entities.teams import team
from dossier.model.entity import EntityKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She was hit outside the Orla's Club store on Friday.", ["Orla's Club/organisation"]),
        ("They took her to Children's Hospital in Oruba.", ["Children's Hospital/facility", "Oruba/place"]),
        ("It is run by the Workers' Party.", ["Workers' Party/organisation"]),
        ("They met in St. Orla’s Cathedral.", ["St. Orla’s Cathedral/facility"]),
        ("They met at Orla's Vineyard.", ["Orla's Vineyard/place"]),
        ("It is up to Pakistan's Parliament.", ["Pakistan/place", "Parliament/None"]),
        ("They met in Ines Calder's Hospital.", ["Ines Calder/person", "Hospital/None"]),
        ("He met Orla's Ines Calder.", ["Orla/None", "Ines Calder/person"]),
        ("She walked on 117th Street near 97th Ave.", ["117th Street/facility", "97th Ave/facility"]),
        ("She drove on Interstate 75 and on Route 52.", ["Interstate 75/facility", "Route 52/facility"]),
        ("The town has a Main Street.", ["Main Street/facility"]),
        ("It was the 5th Orla Street knew.", ["Orla Street/facility"]),
        ("The Indianapolis Orlas met there.", ["Indianapolis Orlas/organisation"]),
        ("She lives in Orla Ray Vale, Ala., now.", ["Orla Ray Vale/place", "Ala./place"]),
        ("She was the first African-American woman there.", []),
        ("It came from Inner Mongolia.", ["Inner Mongolia/place"]),
        ("They sell a Google Orla and an Oruba Ultra.", ["Google Orla/thing", "Oruba Ultra/thing"]),
        ("They met Vimbai Wood there.", ["Vimbai Wood/person"]),
        ("They met Vimbai Magnet, 36, there.", ["Vimbai Magnet/person"]),
        ("They met Vimbai Ndlovu there.", ["Vimbai Ndlovu/person"]),
        ("They read Vimbai Magazine there.", ["Vimbai Magazine/organisation"]),
        ("They seized 14 XQ-47 Rifles.", ["XQ-47 Rifles/thing"]),
        ("The Philadelphia 76ers met the 49ers there.", ["Philadelphia 76ers/organisation", "49ers/None"]),
        (
            "The 112th Precinct asked the 9th Circuit Court.",
            ["112th Precinct/organisation", "9th Circuit Court/organisation"],
        ),
        ("She asked Ann Calder, 41, of Oruville, about it.", ["Ann Calder/person", "Oruville/place"]),
        (
            "A 41-year-old Oruville woman came to a man of Vimville, N.Y., then.",
            ["Oruville/place", "Vimville/place", "N.Y./place"],
        ),
        ("They met P.J. Ndlovu there.", ["P.J. Ndlovu/person"]),
        ("The Ndlovu-winning and Vimbai-nominated film ran.", ["Ndlovu/None", "Vimbai/None"]),
        ("They knew Ines Ndlovu. Calling Ines Ndlovu helped.", ["Ines Ndlovu/person", "Ines Ndlovu/person"]),
        ("They met Michael Power of Oruba there.", ["Michael Power/person", "Oruba/None"]),
        ("It was Ines Jordan. Later Jordan left.", ["Ines Jordan/person", "Jordan/person"]),
        (
            "It was Ines Jordan. Later she left for Jordan and stayed in Jordan.",
            ["Ines Jordan/person", "Jordan/place", "Jordan/place"],
        ),
        ("It was Ines King. King said that she was late.", ["Ines King/person", "King/person"]),
        ("They met the King there. King said that he was late.", []),
        (
            "The Department of Labour, Energy and the Environment met Ines Calder.",
            ["Department of Labour, Energy and the Environment/organisation", "Ines Calder/person"],
        ),
        ("They met Ndlovu and the Joint Bank there.", ["Ndlovu/None", "Joint Bank/organisation"]),
    ],
)
def test_what_belongs_to_a_name(text: str, names: list[str]) -> None:
    assert [f"{one.name}/{one.kind}" for one in find_names(text, [(0, len(text))])] == names


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Troy Police Chief Ann Calder said so.", "Ann Calder", "Troy Police Chief"),
        ("Vale County Undersheriff Bo Reed said so.", "Bo Reed", "Vale County Undersheriff"),
        ("Troy Calder Police said so.", "Troy Calder Police", ""),
        (
            "Minister for Labour, Energy and the Environment Ann Calder said so.",
            "Ann Calder",
            "Minister for Labour, Energy and the Environment",
        ),
        ("The Minister for Health, Labour leader Ann Calder said so.", "Ann Calder", "Labour leader"),
    ],
)
def test_a_town_with_a_given_name_has_a_chief_of_police(text: str, name: str, role: str) -> None:
    assert [(one.name, one.role) for one in find_names(text, [(0, len(text))])][-1:] == [(name, role)]


def test_a_surname_is_no_team() -> None:
    text = "Vimbai Colts spoke at noon. In Indianapolis Colts won. The Indianapolis Colts crowd cheered, Colts said."
    assert [one.kind for one in find_names(text, [(0, len(text))]) if one.name == "Colts"][-1] is EntityKind.PERSON


def test_a_team_goes_without_its_town() -> None:
    texts = ("The Indianapolis Orlas won.", "The Orlas were late. Orlas receiver Ines Calder spoke, Calder said.")
    named = {f"s{n}": find_names(text, [(0, len(text))]) for n, text in enumerate((" ".join(texts), texts[0]))}
    found = {one.name: one for one in merge_names(named)}
    assert found["Indianapolis Orlas"].aliases == ("Orlas",)
    assert found["Indianapolis Orlas"].kind is EntityKind.ORGANISATION
    assert found["Ines Calder"].kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Indianapolis Colts", "Colts"),
        ("New York Jets", "Jets"),
        ("Indianapolis", ""),
        ("Indianapolis Court", ""),
        ("Indianapolis Press", ""),
        ("Virginia Woods", ""),
        ("Orla Woods", ""),
        ("New Hampshire Sanders", ""),
    ],
)
def test_what_a_team_is_called(name: str, short: str) -> None:
    assert team(name) == short


def test_a_person_with_the_surname_of_a_place_keeps_the_full_name() -> None:
    text = "They met Ines Jordan. Later Jordan left. Jordan was late."
    (found,) = merge_names({"one": find_names(text, [(0, len(text))])})
    assert (found.name, found.aliases) == ("Ines Jordan", ("Jordan",))
