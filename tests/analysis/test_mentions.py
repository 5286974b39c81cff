import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.entities.mentions import NameFinder
from dossier.model.entity import Entity, EntityKind

PLACE, ORGANISATION, PERSON = EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.PERSON

ENTITIES = [
    Entity("us", "United States", PLACE, ("US", "U.S.")),
    Entity("ussm", "US Strategic Metals", ORGANISATION),
    Entity("baker", "Natalie Baker", PERSON, ("Baker",), refused=("Baker Street",)),
    Entity("affaires", "Chargé d'Affaires", PERSON),
    Entity("pakistan", "巴基斯坦", PLACE),
    Entity("sp", "S&P 500", ORGANISATION),
    Entity("coin", "$WAGMI", EntityKind.THING),
]


def found(text, entities=ENTITIES):
    return [(entity, text[start:end]) for entity, start, end in NameFinder(entities).find(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("US Strategic Metals in the US.", [("ussm", "US Strategic Metals"), ("us", "US")]),
        ("the U.S. said; U.S.A. not", [("us", "U.S.")]),
        ("US$1.3 billion for us and USA", []),
        ("the US's loan, US-backed, (US)", [("us", "US")] * 3),
        ("Baker’s house in Baker Street", [("baker", "Baker")]),
        ("Natalie\nBaker and United\u00a0States", [("baker", "Natalie\nBaker"), ("us", "United\u00a0States")]),
        ("Natalie\n\nBaker", [("baker", "Baker")]),
        ("the Chargé d’Affaires", [("affaires", "Chargé d’Affaires")]),
        ("在巴基斯坦的", [("pakistan", "巴基斯坦")]),
        ("S&P 500's, S&P 5000", [("sp", "S&P 500")]),
        ("buy $WAGMI", [("coin", "WAGMI")]),
        ("Bakery, bakers, BAKER, x_US, US_x", [("us", "US")]),
        ("", []),
    ],
)
def test_find(text, mentions):
    assert found(text) == mentions


def test_a_refused_name_hides_the_shorter_one_from_its_entity_only():
    other = Entity("street", "Baker Street", PLACE)
    assert found("Baker Street", [*ENTITIES, other]) == [("street", "Baker Street")]


def test_a_shared_name_goes_to_the_entity_whose_canonical_name_it_is():
    a, b = Entity("a", "Alpha", PERSON, ("Zed",)), Entity("z", "Zed", PERSON)
    c = Entity("c", "Gamma", PERSON, ("Zed", "Shared")), Entity("b", "Beta", PERSON, ("Shared",))
    finder = NameFinder([a, b, *c])
    assert finder.find("Zed and Shared") == [("z", 0, 3), ("b", 8, 14)]
    assert finder.ambiguous == {"Shared": ("b", "c"), "Zed": ("z", "a", "c")}


def test_the_order_of_entities_does_not_matter():
    text = "US Strategic Metals, Baker, the U.S. and Natalie Baker"
    assert found(text) == found(text, ENTITIES[::-1])


def test_without_entities_nothing_is_found():
    assert found("anything", []) == []


def test_fifty_thousand_names_with_one_first_word_are_told_apart():
    entities = [Entity(f"e{n}", f"Camp {n}", PLACE) for n in range(50_000)]
    assert found("Camp 49999 and Camp 7, Camp 50000", entities) == [("e49999", "Camp 49999"), ("e7", "Camp 7")]


NAMES = st.text(st.sampled_from("abAB .'’-&1é巴"), min_size=1, max_size=12)


@given(st.lists(NAMES, min_size=1, max_size=6), st.text(st.sampled_from("abAB .'’-&1é巴\n"), max_size=60))
def test_mentions_are_in_order_apart_and_name_their_entity(names, text):
    entities = [Entity(f"e{n}", name, PERSON) for n, name in enumerate(names)]
    last = 0
    for entity, start, end in NameFinder(entities).find(text):
        assert last <= start < end <= len(text)
        last = end
        name = entities[int(entity[1:])].name.replace("’", "'")
        assert " ".join(text[start:end].replace("’", "'").split()) in " ".join(name.split())


@given(NAMES.filter(lambda name: name.isascii() and name[0].isalnum() and name.strip() == name and "  " not in name))
def test_a_name_is_found_in_a_sentence_of_its_own(name):
    text = f"Then, {name}, they said"
    assert [(6, 6 + len(name))] == [(s, e) for _, s, e in NameFinder([Entity("x", name, PERSON)]).find(text)][:1] or (
        name in ("Then", "they", "said")
    )
