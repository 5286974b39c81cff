import pytest

from dossier.search.names import MOST_RATED, NameIndex
from dossier.search.query import parse_query
from dossier.search.vocabulary import Vocabulary

NAMES = [
    "Asim Munir",
    "Reko Diq",
    "S. Jaishankar",
    "Barrick Mining",
    "Mohsin Naqvi",
    "Muneer Ahmad",
    "Natalie Baker",
    "Export-Import Bank",
    "Barbara Kharge",
    "Kofi Annan",
    "José Múñoz",
    "Oil Company",
    "Mining Company",
]


def index(names: list[str], mentions: list[int] | None = None) -> NameIndex:
    return NameIndex(names, names, mentions or [0] * len(names))


def found(names: NameIndex, text: str, typing: bool = True) -> list[str]:
    return [name.id for name in names.search(parse_query(text, typing), 20)[0]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("munnir", "Asim Munir"),
        ("munri", "Asim Munir"),
        ("reko dik", "Reko Diq"),
        ("rekko diq", "Reko Diq"),
        ("jaishanker", "S. Jaishankar"),
        ("jayshankar", "S. Jaishankar"),
        ("barick", "Barrick Mining"),
        ("barrik", "Barrick Mining"),
        ("nakvi", "Mohsin Naqvi"),
        ("mohsin nakvi", "Mohsin Naqvi"),
        ("gofi anan", "Kofi Annan"),
        ("jaishenk", "S. Jaishankar"),
        ("munoz", "José Múñoz"),
    ],
)
def test_misspellings(typed: str, meant: str) -> None:
    assert meant in found(index(NAMES), typed)[:2]


def test_misspelt_beginnings_only_while_typing() -> None:
    assert found(index(NAMES), "jaishenk", typing=True) == ["S. Jaishankar"]
    assert found(index(NAMES), "jaishenkar", typing=False) == ["S. Jaishankar"]


def test_words_in_any_order_and_beginnings() -> None:
    assert found(index(NAMES), "munir asi") == ["Asim Munir"]
    assert found(index(NAMES), "impo exp") == ["Export-Import Bank"]
    assert found(index(NAMES), "mun") == ["Asim Munir", "José Múñoz", "Muneer Ahmad"]


def test_whole_word_before_its_extensions() -> None:
    assert found(index(["Goldman Sachs", "Gold Fund"]), "gold") == ["Gold Fund", "Goldman Sachs"]


def test_neighbours_before_words_apart() -> None:
    names = index(["Bank of Punjab Reserve", "Reserve Bank of India"])
    assert found(names, "reserve bank")[0] == "Reserve Bank of India"


def test_little_else_in_the_name_ranks_higher() -> None:
    names = index(["Munir Ahmad Khan Afridi", "Munir Ahmad"])
    assert found(names, "munir") == ["Munir Ahmad", "Munir Ahmad Khan Afridi"]


def test_many_mentions_rank_higher() -> None:
    assert found(index(["Munir Baig", "Munir Khan"], [90, 1]), "munir") == ["Munir Baig", "Munir Khan"]


def test_figures_are_never_misspelt() -> None:
    assert found(index(["Plan 2031"]), "2030") == []
    assert found(index(["Plan 2031"]), "plan 2030") == []


def test_one_of_two_words_is_too_little() -> None:
    assert found(index(NAMES), "munir zardari") == []


def test_two_of_three_words_are_enough() -> None:
    assert found(index(NAMES), "barrick mining zardari") == ["Barrick Mining"]


def test_phrases_and_refused_words() -> None:
    assert found(index(NAMES), '"mining company"') == ["Mining Company"]
    assert found(index(NAMES), '"company mining"') == []
    assert found(index(NAMES), "company -oil") == ["Mining Company"]


def test_marks_are_what_matched() -> None:
    names = index(["José (Múñoz)"])
    assert names.search(parse_query("muno", typing=True), 5)[0][0].marks == ((6, 10),)
    assert names.search(parse_query("munox"), 5)[0][0].marks == ((6, 11),)


def test_a_thing_is_found_once_by_its_best_name() -> None:
    names = NameIndex(["a", "a", "b"], ["Field Marshal Munir", "Munir", "Munir Khan Baig"], [5, 5, 0])
    hits, total = names.search(parse_query("munir"), 5)
    assert [(hit.id, hit.name) for hit in hits] == [("a", "Munir"), ("b", "Munir Khan Baig")]
    assert total == 2


def test_keep() -> None:
    assert [f.id for f in index(NAMES).search(parse_query("company"), 5, lambda id: "Oil" in id)[0]] == ["Oil Company"]


def test_whole_word_is_found_behind_many_extensions() -> None:
    names = [f"Goldman {n}" for n in range(3 * MOST_RATED)] + ["Old Gold"]
    assert found(index(names), "gold")[0] == "Old Gold"


def test_rare_second_word_is_found_behind_many() -> None:
    names = [f"Person {n}" for n in range(10_000)]
    assert found(index(names), "person 9876", typing=False)[0] == "Person 9876"


def test_hostile_names() -> None:
    names = ["", "\n\n", "a\nb", "[sic]", "x" * 1_000_000, "[@click=app.quit]", "\x1b[31mred"]
    assert found(index(names), "sic") == ["[sic]"]
    assert found(index(names), "a b") == ["a\nb"]
    assert found(index(names), "app.quit") == ["[@click=app.quit]"]
    assert found(index([]), "sic") == []
    assert found(index([]), "misspelt") == []


def test_preparing_takes_in_every_name() -> None:
    names = index([f"Munir{chr(97 + n % 26)} {n}" for n in range(9_000)])
    assert sum(1 for _ in names.prepare()) > 1
    assert list(names.prepare()) == []


def test_vocabulary_compares_at_most_so_many() -> None:
    words = Vocabulary()
    words.add(f"m{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}ir" for n in range(15_000))
    assert 0 < len(words.meant("maaair")) <= 8
