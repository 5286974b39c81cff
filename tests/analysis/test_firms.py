"""Names of firms, bodies and towns, and the words before them; all examples are invented."""

from __future__ import annotations

import pytest

from dossier.analysis.entities.merging import merge_names
from dossier.analysis.entities.names import find_names
from dossier.model.entity import EntityKind
from tests.analysis.test_entities import BODY, PERSON, PLACE, entity, names


def test_the_legal_form_of_a_firm_tells_what_its_short_name_is() -> None:
    first = "The engineering group Orla Plc has agreed to buy Velmora Inc, it said. Orla will pay for Velmora in June."
    second = "Orla has struck a deal with Velmora. Orla and its rivals fell. They met at Velmora on Monday."
    for name, full in (("Orla", "Orla Plc"), ("Velmora", "Velmora Inc")):
        found = entity(name, first, second)
        assert (found.name, found.kind, found.aliases) == (full, BODY, (name,))


def test_a_person_of_the_name_of_a_firm_stays_one() -> None:
    found = entity("Ann Orla", "Ann Orla founded Orla Inc in May. Mr. Orla left it in June.")
    assert found.kind is PERSON


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("The charity Medici Sans Murs (MSM) sent teams. MSM said 14 people died.", "Medici Sans Murs", "MSM"),
        ("The Ministry of Ferries (MoF) denied it. MoF staff said so.", "Ministry of Ferries", "MoF"),
    ],
)
def test_a_name_with_its_initials_in_brackets_is_a_body(text: str, name: str, acronym: str) -> None:
    found = entity(name, text)
    assert (found.kind, found.aliases) == (BODY, (acronym,))


def test_initials_in_one_source_tell_what_a_name_is_in_all() -> None:
    found = entity("Surja Gar Jojana", "The Surja Gar Jojana (SGJ) began.", *(2 * ["Then Surja Gar Jojana said so."]))
    assert (found.kind, found.aliases) == (BODY, ("SGJ",))


def test_a_place_in_capitals_is_the_same_place() -> None:
    found = entity("New Delhi", "NEW DELHI, March 12 (AFP) - It rained, staff in New Delhi said.")
    assert found.kind is PLACE
    assert "NEW DELHI" in (found.name, *found.aliases)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The town of Port Orla is closed.", "Port Orla", PLACE),
        ("The Port of Orla is closed.", "Port of Orla", EntityKind.FACILITY),
        ("Port Orla was closed.", "Port Orla", PLACE),
        ("King's College Orla said so.", "King's College Orla", BODY),
        ("The Orla County Sheriff's Department said so.", "Orla County Sheriff's Department", BODY),
        ("The workers of Orla Cement left it.", "Orla Cement", BODY),
    ],
)
def test_kinds_of_towns_and_works(text: str, name: str, kind: EntityKind) -> None:
    assert entity(name, text).kind is kind


def test_those_of_somewhere_are_no_part_of_its_name() -> None:
    assert names("It rained. Residents of Port Orla fled. Insurers said that claims would be high.") == ["Port Orla"]
    assert names("The plan costs Rs 500 crore in FY26 and adds 30 GW.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Survivor Ann Orla said the boat tilted.", ["Ann Orla"]),
        ("King's College Hospital NHS Trust said so.", ["King's College Hospital NHS Trust"]),
        ("It was Dr. Ann Orla-Reed OBE who spoke.", ["Ann Orla-Reed"]),
        ("It was Doctors Without Borders that sent teams.", ["Doctors Without Borders"]),
        ("It was King Lars Orla who spoke.", ["Lars Orla"]),
        ("The MS Orla sank off the coast.", ["MS Orla"]),
        ("It was MS Orla, the captain, who spoke.", ["Orla"]),
    ],
)
def test_offices_and_honours_are_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["Sanders told the paper he would vote no.", "Wilders said he would quit the cabinet."]
)
def test_a_surname_that_looks_like_a_plural_is_a_name(text: str) -> None:
    assert names(text) == [text.split()[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Oruba Bank met the Oruba Hospital.", ["Oruba Bank", "Oruba Hospital"]),
        ("The Oruba Bank met. The Pakistan Oruba Bank left.", ["Oruba Bank"]),
        ("The AFL-XQ met. AFL-XQ left.", ["AFL-XQ"]),
        ("They left the Philippines.", ["Philippines"]),
        ("They met Ban Ji-ho. Ban Ji-ho left.", ["Ban Ji-ho"]),
        ("They met Ines Calder. Republican Calder left.", ["Ines Calder"]),
        ("It cost Rs6 billion, or NPR 18 million at the Vale.", ["Vale"]),
    ],
)
def test_what_is_one_and_what_is_none(text: str, names: list[str]) -> None:
    found = merge_names({"one": find_names(text, [(0, len(text))])})
    assert sorted(one.name for one in found) == names


@pytest.mark.parametrize(
    "text",
    [
        "They bought shares of Oruba.",
        "They met the drugmaker Oruba.",
        "Later Oruba, a maker of pumps, left.",
        "It was Oruba's board.",
        "Oruba's chief executive left.",
    ],
)
def test_what_stands_beside_it_tells_a_body(text: str) -> None:
    assert [one.kind for one in find_names(text, [(0, len(text))])] == [EntityKind.ORGANISATION]
