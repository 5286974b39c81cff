"""Names in a text, and the names of several texts brought together; all examples are invented."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from dossier.analysis.entities import surnames
from dossier.analysis.entities.merging import Suggested, merge_names
from dossier.analysis.entities.named import Named
from dossier.analysis.entities.names import find_names
from dossier.model.entity import EntityKind
from tests.benchmarks.steps import REAL

PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION


def named(text: str) -> list[Named]:
    """The names in a text whose paragraphs are separated by blank lines; every one stands where it says."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append((start, start + len(part)))
        start += len(part) + 2
    found = find_names(text, blocks)
    assert all(text[one.start : one.end] == one.name for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    return found


def names(text: str) -> list[str]:
    return [one.name for one in named(text)]


def entity(name: str, *texts: str) -> Suggested:
    found = merge_names({f"s{n}": named(text) for n, text in enumerate(texts)})
    return next(one for one in found if name in (one.name, *one.aliases))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Finance Minister Petra Holm on Monday.", [("Petra Holm", "Finance Minister")]),
        ("He met Gen. Arno Veld there.", [("Arno Veld", "Gen.")]),
        ("Minister of State for Energy Tomas Brandt spoke.", [("Tomas Brandt", "Minister of State for Energy")]),
        ("the Chief of Naval Staff, Adm. Ivor Lunt, left.", [("Ivor Lunt", "Adm.")]),
        ("the Secretary of Defense, Ivor Lunt, left.", [("Ivor Lunt", "Secretary of Defense")]),
        ("a talk with diplomat Ivor Lunt followed.", [("Ivor Lunt", "diplomat")]),
        ("He thanked Mr. Lunt warmly.", [("Lunt", "")]),
    ],
)
def test_office_is_a_role_and_no_part_of_the_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(one.name, one.role) for one in named(text) if one.kind is PERSON]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks on Kenya-Uganda trade went on.", ["Kenya", "Uganda"]),
        ("A Norway-based firm won.", ["Norway"]),
        ("The Norwegian firm and American buyers won in March.", []),
        ("They fear that US Arctic Metals may leave.", ["US Arctic Metals"]),
        ("They visited the Bureau of Mining and Water Affairs.", ["Bureau of Mining and Water Affairs"]),
        ("They visited Kenya and the Veldt Bank.", ["Kenya", "Veldt Bank"]),
        ("It is the Food and Water Agency’s duty.", ["Food and Water Agency"]),
        ("He flew to Washington, D.C., and Bergen’s port.", ["Washington, D.C.", "Bergen"]),
        ("a study by the University of Bergen", ["University of Bergen"]),
        ("So President [Donald] Trump said.", ["[Donald] Trump"]),
        ("They signed a Memorandum of Understanding.", []),
        ("They saw Khalid bin Rashid and Ursula von der Leyen.", ["Khalid bin Rashid", "Ursula von der Leyen"]),
        ("write to bob@Example.org or #Alpha", []),
    ],
)
def test_where_names_begin_and_end(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_first_word_of_a_sentence_needs_evidence() -> None:
    assert names("Reserves are large. Miners dig. Experts doubt it.") == []
    assert names("Baker added nothing.\n\nIt was Natalie Baker.") == ["Baker", "Natalie Baker"]


def test_headlines_and_capitals_give_only_what_is_known_elsewhere() -> None:
    assert names("Big Mining Deal Delights Odessa Mayor") == ["Odessa"]
    assert names("NEW MINE OPENS IN NORWAY") == ["NORWAY"]
    body = "The town of Vardal was told by Petra Holm."
    assert names(f"Holm Greets Vardal With Open Arms\n\n{body}") == ["Holm", "Vardal", "Vardal", "Petra Holm"]
    assert len(names("THE MINISTER SAID THAT MANY PEOPLE CAME. THEY LEFT LATE AND NOBODY CARED.")) == 0


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They dig at the Kolda copper and gold mine.", "Kolda", EntityKind.FACILITY),
        ("It was at the Northern Minerals Forum.", "Northern Minerals Forum", EntityKind.EVENT),
        ("They left via Vardal Airport.", "Vardal Airport", EntityKind.FACILITY),
        ("They sued Veldt Inc. in court.", "Veldt Inc", BODY),
        ("They hid in Vardal for days.", "Vardal", PLACE),
        ("So Vardal said.", "Vardal", PERSON),
        ("Then Hurricane Petra came.", "Hurricane Petra", EntityKind.EVENT),
        ("They voted for the Clean Rivers Act.", "Clean Rivers Act", EntityKind.THING),
        ("They asked the ECB about it.", "ECB", BODY),
        ("She was hit by a gray Toyota Corolla there.", "Toyota Corolla", EntityKind.THING),
        ("They went with Lomax Films there.", "Lomax Films", EntityKind.ORGANISATION),
        ("It is called Negligent Homicide there.", "Negligent Homicide", EntityKind.THING),
    ],
)
def test_kinds(text: str, name: str, kind: EntityKind) -> None:
    assert {one.name: one.kind for one in named(text)}[name] is kind


def starts(text: str) -> dict[str, list[str]]:
    """By name what comes right after each mention of it, up to the next space."""
    return {one.name: [text[end:].split()[0] for _, _, end in one.mentions] for one in merge_names({"a": named(text)})}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("So Bill Hart met Anna Hart there. Hart left.", "Anna Hart"),  # equals: the last named
        ("So Bill Hart met Anna Hart. There Bill Hart spoke. Later Anna Hart stood up. Hart left.", "Anna Hart"),
        ("So Bill Hart spoke. He and Bill Hart met Anna Hart. Hart left.", "Bill Hart"),  # of whom more is told
        ("So Bill Hart met Anna Hart there. Mr. Hart left.", "Bill Hart"),
        ("So Anna Hart met Bill Hart there. Mrs. Hart left.", "Anna Hart"),
        ("So Bill Hart brought his wife, Anna Hart, to it. Hart left.", "Bill Hart"),
        ("So Petra Hart, the mother of Bill Hart, came. Hart left.", "Petra Hart"),
        ("So Bill Hart's mother, Petra Hart, came. Hart left.", "Petra Hart"),
        ("So Senator Bill Hart met Mayor Anna Hart. Senator Hart left.", "Bill Hart"),
        (
            "So President Bill Hart spoke. Bill Hart met Vice President Carl Hart. Vice President Hart left.",
            "Carl Hart",
        ),
        ("So Bill Hart lost his wife. Hart wept. Hart left.", "Bill Hart"),  # a full stop between them
        ("So Bill Hart's plan for children passed. Bill Hart met Anna Hart. Hart left.", "Bill Hart"),
        ("So Bill Hart met Anna Hart. Mayor Anna Hart spoke. Bill Hart spoke. Mayor Hart left.", "Anna Hart"),
    ],
)
def test_whom_a_surname_means(text: str, whom: str) -> None:
    assert [name for name, after in starts(text).items() if "left." in after] == [whom]


def test_a_form_of_address_that_fits_none_is_somebody_else() -> None:
    assert starts("So Bill Hart came there. Mrs. Hart left.") == {"Bill Hart": ["came"], "Hart": ["left."]}


def test_people_are_joined_by_surname_and_keep_their_offices() -> None:
    texts = "So Finance Minister Petra Holm came.", "They thanked Field Marshal Petra Holm.", "Mrs. Holm left."
    one = entity("Petra Holm", *texts)
    assert one.aliases == ("Holm",)
    assert one.roles == ("Field Marshal", "Finance Minister")
    assert len(one.mentions) == 3
    assert "surname" in one.reasons


def test_different_given_names_stay_apart() -> None:
    texts = {"a": "So Anna Hart came.", "b": "So Bill Hart came.", "c": "So Hart came."}
    found = merge_names({source: named(text) for source, text in texts.items()})
    assert sorted(one.name for one in found) == ["Anna Hart", "Bill Hart", "Hart"]
    found = merge_names({source: named(text.replace("So Hart", "Mr. Hart")) for source, text in texts.items()})
    assert sorted((one.name, one.aliases) for one in found) == [("Anna Hart", ()), ("Bill Hart", ("Hart",))]


def test_a_given_name_alone_is_nobody_of_another_article() -> None:
    texts = {"a": "So Eric Hart came. They thanked Eric.", "b": "So she came with her husband Eric, both retired."}
    found = merge_names({source: named(text) for source, text in texts.items()})
    assert {one.name: {source for source, _, _ in one.mentions} for one in found} == {"Eric Hart": {"a"}, "Eric": {"b"}}


def test_a_surname_that_is_a_word_is_a_name_where_a_given_name_stood_before_it() -> None:
    one = entity("Luke Pigeon", "Luke Pigeon lives there. Pigeon saw it. “It was loud,” Pigeon said.")
    assert (one.name, len(one.mentions)) == ("Luke Pigeon", 3)


def test_a_surname_with_a_number_after_it_is_a_person() -> None:
    one = entity("LaCalamita", "So Anthony LaCalamita III was found. Then LaCalamita said nothing. The LaCalamita car.")
    assert (one.name, one.kind) == ("Anthony LaCalamita III", EntityKind.PERSON)


def test_one_country_under_all_its_names() -> None:
    one = entity("United States", "The United States and the U.S. and US forces.", "So America was told.")
    assert (one.name, one.kind, len(one.mentions)) == ("United States", PLACE, 4)
    assert set(one.aliases) == {"U.S.", "US", "America"}
    assert one.reasons == ("same country",)


def test_one_lender_under_four_spellings() -> None:
    one = entity(
        "EXIM",
        "They asked the US Export-Import Bank.",
        "They asked the US Export Import Bank.",
        "They asked the US Exim Bank about EXIM.",
    )
    assert one.name in ("US Export-Import Bank", "US Export Import Bank")
    assert len(one.mentions) == 4
    assert "blend" in one.reasons


def test_acronyms_are_for_bodies_only() -> None:
    assert entity("NMA", "The Northern Mining Agency spoke.", "They asked the NMA.").reasons == ("acronym",)
    found = merge_names({"a": named("So David Cole left Washington, D.C., and then D.C. again.")})
    assert sorted(one.name for one in found) == ["David Cole", "Washington, D.C."]


def test_order_of_sources_does_not_matter_and_ids_differ() -> None:
    texts = {
        "a": named("So Anna Hart met the Veldt Bank in Georgia.\n\nShe said Veldt was big."),
        "b": named("So Senator Hart met the VB.\n\nThey saw Vardal mine and Vardal province."),
        "c": named("They met Bill Hart."),
    }
    keys = list(texts)
    first = merge_names(texts)
    for seed in range(5):
        random.Random(seed).shuffle(keys)
        assert merge_names({one: list(reversed(texts[one])) for one in keys}) == first
    assert len({one.id for one in first}) == len(first)


@pytest.mark.parametrize("text", ["", " ", ".", "'s", "-", "A", "A.", "US-", "“", "Mr.", "The", "I", "é", "al-"])
def test_fragments(text: str) -> None:
    assert isinstance(find_names(text, [(0, len(text))]), list)
    assert find_names(text, []) == []


@pytest.mark.parametrize(
    "unit",
    ["Alpha ", "Alpha of ", "Alpha and ", "President ", "secretary ", "A.", "A-", "US-", "9", "Bank of the ", "al-"],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def spent(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        find_names(text, [(0, len(text))])
        return time.process_time() - start

    spent(1000)
    assert spent(160_000) < 30 * spent(20_000) + 0.2


@pytest.mark.skipif(not REAL.is_dir(), reason="the five real articles are not there")
def test_the_five_articles_come_out_right() -> None:
    from tests.benchmarks.steps.entities import _hand_figures, hand, merged

    assert hand().clusters, "the articles have changed"
    assert [one.name for one in _hand_figures() if one.verdict == "NOT MET"] == []
    assert len(merged(hand().found)) > 300


def together(*texts: str) -> set[frozenset[str]]:
    """The names of each entity that is named in texts of their own."""
    found = merge_names({str(number): named(text) for number, text in enumerate(texts)})
    return {frozenset((one.name, *one.aliases)) for one in found}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("So Mt Vardal was climbed.", "So Mount Vardal was climbed.", True),
        ("They met in St. Vardal Bay.", "They met in Saint Vardal Bay.", True),
        ("So Anna Lee came.", "So Anna Lea came.", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (len(together(one, other)) == 1) is same


def test_a_nation_with_an_article_or_a_number_in_capitals_names_nothing() -> None:
    assert names("AN AUSTRALIAN climber fell. ONE Australian and one Norwegian fell in Vardal.") == ["Vardal"]


def test_the_stop_of_a_short_word_behind_a_hyphen_ends_no_name() -> None:
    assert "Vardal-Mt. Holm National Park" in names("It was in the Vardal-Mt. Holm National Park on Monday.")


def test_an_initial_that_looks_like_an_article_is_one() -> None:
    assert names("A. J. Holm left. They thanked A. J. Holm. A Vardal court sat.") == [
        "A. J. Holm",
        "A. J. Holm",
        "Vardal",
    ]


def test_a_list_of_people_of_one_name_does_not_cost_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    known = surnames.same_person
    monkeypatch.setattr(surnames, "same_person", lambda one, other: asked.append(one) or known(one, other))
    letters = "BCDFGHJKLMNPQRSTVWXZ"
    people = [f"So {a}o{b.lower()} Hart came. Hart left." for a in letters for b in letters]
    merge_names({"a": named(" ".join(people))})
    assert len(asked) < 40 * 40


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("So Duncan Raite met Petra Holm.", "So Petra Holm saw Duncan Rait.", True),
        ("So Ilene Wolfe met Petra Holm.", "So Petra Holm saw Ilene Wolff.", True),
        ("So Duncan Raite came.", "So Duncan Rait came.", False),  # nobody says that it is one story
        ("So Duncan Raite met Petra Holm.", "So Petra Holm saw Dennis Rait.", False),
        ("So Duncan Raite met Duncan Rait and Petra Holm.", "So Petra Holm saw Duncan Rait.", False),  # two men
    ],
)
def test_misspelt_surnames(one: str, other: str, same: bool) -> None:
    found = [names for names in together(one, other) if any("Rait" in name or "Wolf" in name for name in names)]
    assert (len(found) == 1) is same


def test_three_spellings_of_which_one_source_has_two() -> None:
    texts = "So John Marten met John Martins and Ann Holm.", "So Ann Holm saw John Martin.", "So Ann Holm left."
    assert not any({"John Marten", "John Martins"} <= names for names in together(*texts))


def test_a_longer_form_of_one_of_two_names_in_a_source_keeps_them_apart() -> None:
    texts = "So Duncan Robert Rait met Duncan Raite and Ann Holm.", "So Ann Holm saw Duncan Rait."
    assert not any({"Duncan Robert Rait", "Duncan Raite"} <= names for names in together(*texts))


def test_a_surname_that_is_a_direction_is_one() -> None:
    assert [(one.name, one.kind) for one in named("So Jalen West spoke. He is from Hampton East.")] == [
        ("Jalen West", PERSON),
        ("Hampton East", PLACE),
    ]
