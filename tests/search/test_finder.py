import subprocess
import sys

import pytest

from dossier.model.entity import Entity, EntityKind
from dossier.model.passage import Passage
from dossier.search.finder import Finder
from dossier.search.folding import fold
from dossier.search.hits import Group, Results
from dossier.search.index import Index
from dossier.search.memory import MemoryIndex
from dossier.search.passages import TYPING
from dossier.search.query import parse_query
from dossier.search.texts import FoldedTexts

from .dossiers import DAWN, GEO, HT, dossier_of, minerals


def group(results: Results, title: str) -> Group:
    return next(group for group in results.groups if group.title == title)


def titles(results: Results) -> list[str]:
    return [group.title for group in results.groups]


def ids(results: Results, title: str) -> list[str]:
    return [hit.id for hit in group(results, title).hits] if title in titles(results) else []


def words(results: Results, title: str) -> list[str]:
    texts = {"geo": GEO, "ht": HT, "dawn": DAWN}
    return [texts[hit.source][hit.start : hit.end] for hit in group(results, title).hits]


def test_groups_in_order() -> None:
    results = Finder(minerals()).results("reko di", "geo")
    assert titles(results) == ["This source", "Sources", "Entities", "Claims", "Passages"]
    assert words(results, "This source") == ["Reko Di", "Reko  Di"]
    assert words(results, "Passages") == ["Reko\nDi"]
    assert (results.total_hits, results.total_sources, results.complete) == (3, 2, True)


def test_a_key_at_a_time() -> None:
    finder = Finder(minerals())
    for end in range(1, len("jaishankar")):
        assert "jaishankar" in ids(finder.results("jaishankar"[:end], "geo"), "Entities")


def test_empty_query_finds_nothing() -> None:
    finder = Finder(minerals())
    for text in ("", "  ", "-", '""', "-gold"):
        results = finder.results(text, "geo")
        assert (results.groups, results.total_hits) == ((), 0)
        assert finder.search(text) == []
        assert list(finder.hits_across(text)) == []


@pytest.mark.parametrize(
    ("typed", "entity"),
    [("munnir", "asim-munir"), ("reko dik", "reko-diq"), ("jaishanker", "jaishankar"), ("barick", "barrick")],
)
def test_misspelt_entities(typed: str, entity: str) -> None:
    assert ids(Finder(minerals()).results(typed), "Entities")[0] == entity


def test_near_spellings_come_after_what_has_the_words() -> None:
    entities = (Entity("fatemi", "Tariq Fatemi", EntityKind.PERSON),)
    texts = {"a": "Tariq Fatemi spoke of trade.", "b": "A tariff on steel came in May."}
    finder = Finder(dossier_of(texts, {"a": "One", "b": "Two"}, entities=entities))
    results = finder.results("tariff", "a")
    assert titles(results) == ["Passages", "Entities"]
    assert [group.guessed for group in results.groups] == [False, True]
    assert titles(finder.results("tarik", "a"))[0] == "Entities"


def test_alias_is_shown_beside_the_name() -> None:
    hit = group(Finder(minerals()).results("field marsh"), "Entities").hits[0]
    assert hit.label == "Asim Munir (Field Marshal Munir)"
    assert [hit.label[start:end] for start, end in hit.marks] == ["Field", "Marsh"]


def test_claims_by_words_in_any_order() -> None:
    results = Finder(minerals()).results("jobs thousands")
    (hit,) = group(results, "Claims").hits
    assert hit.id == "jobs"
    assert hit.passage == Passage("geo", GEO.index("8,000"), GEO.index("8,000") + 10)


def test_labels_show_the_words_with_marks() -> None:
    (hit,) = group(Finder(minerals()).results("cafe"), "Passages").hits
    assert hit.label == "Rain over Quetta. Mining of café sugar is no thing. The minister spoke."
    assert [hit.label[start:end] for start, end in hit.marks] == ["café"]


def test_long_paragraphs_are_cut_between_words() -> None:
    text = f"{'before ' * 30}gold and copper {'after ' * 60}"
    (hit,) = group(Finder(dossier_of({"a": text})).results("gold"), "Passages").hits
    assert hit.label.startswith("…before")
    assert hit.label.endswith("after…")
    assert [hit.label[start:end] for start, end in hit.marks] == ["gold"]


def test_hostile_text_is_shown_as_it_is() -> None:
    text = "see [@click=app.quit] and [sic]\there"
    (hit,) = group(Finder(dossier_of({"a": text})).results("[sic]"), "Passages").hits
    assert hit.label == "see [@click=app.quit] and [sic] here"
    assert [hit.label[start:end] for start, end in hit.marks] == ["sic"]


def test_one_long_line() -> None:
    text = "x" * 3_000_000 + " gold " + "y" * 3_000_000
    (hit,) = group(Finder(dossier_of({"a": text})).results("gold"), "Passages").hits
    assert (hit.start, hit.end) == (3_000_001, 3_000_005)
    assert len(hit.label) < 300
    assert [hit.label[start:end] for start, end in hit.marks] == ["gold"]


def test_refused_words() -> None:
    finder = Finder(minerals())
    assert [hit.source for hit in group(finder.results("munir -jaishankar "), "Passages").hits] == ["geo"] * 2
    assert "Passages" not in titles(finder.results('munir -"export-import bank" -copper '))


@pytest.mark.parametrize("value", ["2", "ht", "EXIM", '"exim loan"', '"hindustan times"', "hindustan", "hindustn"])
def test_source_restricts(value: str) -> None:
    finder = Finder(minerals())
    results = finder.results(f"source:{value} munir ", "geo")
    assert {hit.source for hit in group(results, "Passages").hits} == {"ht"}
    assert "This source" not in titles(results)
    assert finder.matching_sources(parse_query(f"source:{value} reko")) == ["ht"]
    assert ids(results, "Entities") == ["asim-munir"]


def test_source_alone_shows_the_source_and_what_is_in_it() -> None:
    results = Finder(minerals()).results("source:dawn ")
    assert ids(results, "Sources") == ["dawn"]
    assert "Passages" not in titles(results)
    assert "Claims" not in titles(results)


def test_several_sources_add_up_and_refused_ones_do_not_count() -> None:
    finder = Finder(minerals())
    assert finder.matching_sources(parse_query("source:1 source:dawn min*")) == ["geo", "dawn"]
    assert finder.matching_sources(parse_query("-source:geo min*")) == ["ht", "dawn"]


def test_unknown_source_finds_nothing() -> None:
    results = Finder(minerals()).results("source:zzzzzz munir")
    assert results.groups == ()
    assert Finder(minerals()).results('source:"-" munir').groups == ()


@pytest.mark.parametrize("value", ["jaishankar", '"S. Jaishankar"', "jaishanker"])
def test_entity_restricts_to_sources_that_mention_it(value: str) -> None:
    results = Finder(minerals()).results(f"entity:{value} reko ")
    assert [hit.source for hit in group(results, "Passages").hits] == ["ht"]


def test_entity_restricts_to_paragraphs_that_mention_it() -> None:
    results = Finder(minerals()).results('entity:"Natalie Baker" mine* ')
    assert words(results, "Passages") == ["mine"]
    assert group(results, "Passages").hits[0].start > GEO.index("Natalie Baker")


def test_entity_alone_shows_its_mentions() -> None:
    results = Finder(minerals()).results("entity:exim", "geo")
    assert words(results, "Passages") == ["EXIM", "Export-Import Bank"]
    assert ids(results, "Entities") == ["exim"]
    assert ids(results, "Claims") == ["exim-money"]


def test_two_entities_narrow_down() -> None:
    finder = Finder(minerals())
    assert finder.matching_sources(parse_query("entity:munir entity:exim")) == ["ht"]
    assert finder.matching_sources(parse_query("entity:munir -entity:exim")) == ["geo"]


def test_hits_across_sources_in_the_dossiers_order() -> None:
    texts = {"geo": GEO, "ht": HT, "dawn": DAWN}
    hits = list(Finder(minerals()).hits_across("min", typing=True))
    assert [(hit.source, texts[hit.source][hit.start : hit.start + 8]) for hit in hits] == [
        ("geo", "mines wo"),
        ("geo", "mine is "),
        ("ht", "minerals"),
        ("dawn", "Mining o"),
        ("dawn", "minister"),
    ]


def test_passages_of_an_unknown_source() -> None:
    assert Finder(minerals()).passages_in("nowhere", parse_query("gold")) == []
    assert Finder(minerals()).results("gold", "nowhere").total_hits == 1


def test_title_ranks_before_body() -> None:
    body = "words and more words about nothing at all " * 5
    dossier = dossier_of({"a": f"{body}gold {body}", "b": f"Gold\n\n{body}"}, {"a": "Nothing", "b": "Gold"})
    assert [hit.id for hit in group(Finder(dossier).results("gold"), "Passages").hits] == ["b", "a"]


def test_often_ranks_before_once() -> None:
    rest = "and other words " * 30
    dossier = dossier_of({"a": f"{rest} gold {rest}", "b": f"{rest} gold gold gold {rest}"}, {"a": "A", "b": "B"})
    assert ids(Finder(dossier).results("gold "), "Passages")[0] == "b"


def test_search_for_the_command_line() -> None:
    hits = Finder(minerals()).search("munir", limit=20)
    assert {hit.kind for hit in hits} == {"source", "entity", "passage"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    munir = next(hit for hit in hits if hit.id == "asim-munir")
    assert munir.passage is not None
    assert GEO[munir.start : munir.end] == "Munir"
    assert len(Finder(minerals()).search("munir", limit=2)) == 2


def test_search_does_not_take_the_last_word_as_a_prefix() -> None:
    assert not [hit for hit in Finder(minerals()).search("min") if hit.kind == "passage"]


def test_unreadable_source_has_no_words() -> None:
    dossier = dossier_of({"a": None, "b": "gold"})
    finder = Finder(dossier)
    assert finder.matching_sources(parse_query("gold")) == ["b"]
    assert finder.results("gold", "a").total_hits == 1
    assert finder.passages_in("a", parse_query("gold")) == []


def test_more_sources_than_shown() -> None:
    dossier = dossier_of({f"s{n}": "gold and gold" for n in range(60)})
    results = Finder(dossier).results("gold", limit=20)
    assert not results.complete
    assert results.total_sources == 60
    assert len(group(results, "Passages").hits) == 20


def test_empty_dossier() -> None:
    finder = Finder(dossier_of({}))
    assert finder.results("gold", "").groups == ()
    assert finder.search("gold entity:x source:1") == []
    assert list(finder.prepare()) != []


def test_texts_are_kept_within_bounds_and_the_current_one_always() -> None:
    dossier = dossier_of({f"s{n}": "gold " * 20 for n in range(10)})
    texts = FoldedTexts(dossier, bound=350)
    texts.current = "s0"
    for source in dossier.sources:
        texts.get(source.id)
    assert [source.id for source in dossier.sources if texts.holds(source.id)] == ["s0", "s8", "s9"]


def test_impatient_search_reads_no_more_than_can_be_kept() -> None:
    dossier = dossier_of({f"s{n}": "gold " * 20 for n in range(10)})
    index = MemoryIndex(dossier, FoldedTexts(dossier, bound=350))
    assert len(index.candidates(parse_query("gold"), 20, patient=False)) == 3
    assert index.count(parse_query("gold"), patient=False) is None
    assert index.count(parse_query("gold")) == 10
    assert len(index.candidates(parse_query("gold"), 20)) == 10


def test_another_index_can_be_given() -> None:
    class Nothing:
        def candidates(self, *asked: object) -> list[tuple[str, float]]:
            return []

        def count(self, *asked: object) -> int:
            return 0

    index: Index = Nothing()
    assert Finder(minerals(), index).results("gold").total_hits == 0


def test_preparing_reads_the_texts() -> None:
    dossier = minerals()
    finder = Finder(dossier)
    for _ in finder.prepare():
        pass
    before = list(dossier.texts.read)  # type: ignore[attr-defined]
    finder.results("gold", "geo")
    assert before == ["geo", "ht", "dawn"]
    assert dossier.texts.read == before  # type: ignore[attr-defined]


def test_importing_the_finder_loads_no_engine() -> None:
    code = (
        "import sys, dossier.search.finder\n"
        "heavy = {'rapidfuzz', 'tantivy', 'sqlite3', 'yaml', 'platformdirs', 'textual'}\n"
        "print(*sorted(heavy & sys.modules.keys()))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == ""


def test_exact_words_are_found_without_loading_rapidfuzz() -> None:
    code = (
        "import sys\n"
        "from search.dossiers import minerals\n"
        "from dossier.search.finder import Finder\n"
        "assert Finder(minerals()).results('Reko', 'geo').total_hits\n"
        "print(*sorted({'tantivy', 'sqlite3'} & sys.modules.keys()))"
    )
    tests = __file__.rpartition("search")[0]
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tests).stdout
    assert loaded.strip() == ""


def test_a_key_press_looks_for_some_and_a_search_for_all() -> None:
    dossier = dossier_of({"a": "gold and copper\n\n" * 1_000})
    finder = Finder(dossier)
    typed = finder.results("gold copper", "a")
    assert (typed.total_hits, typed.complete) == (TYPING.together, False)
    assert len(finder.passages_in("a", parse_query("gold copper", True))) == 2_000
    assert Finder(dossier).results("gold copper gone", "a").total_hits == 0


def test_what_a_key_press_found_whole_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = Finder(dossier_of({"a": "gold and copper\n\n" * 20}))
    assert finder.results("gold copper", "a").complete
    monkeypatch.setattr("dossier.search.texts.find_passages", None)
    assert len(finder.passages_in("a", parse_query("gold copper", True))) == 40


def test_long_texts_are_folded_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.search.texts.SLICE", 7)
    text = "Déjà vu: GOLD\u2019s “price”\n\n" * 9
    texts = FoldedTexts(dossier_of({"a": text}))
    steps = texts.prepare("a")
    assert sum(1 for _ in steps) == -(-len(text) // 7)
    assert texts.holds("a")
    assert texts.get("a").folded == fold(text)
    assert texts.has_room(32_000_000 - len(text))
    assert not texts.has_room(32_000_001 - len(text))


def test_a_text_that_is_asked_for_while_it_is_prepared_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.search.texts.SLICE", 7)
    texts = FoldedTexts(dossier_of({"a": "gold and cöpper"}))
    steps = texts.prepare("a")
    next(steps)
    kept = texts.get("a")
    assert list(steps) == [None, None]  # the slices that are left
    assert texts.get("a") is kept
    assert not texts.has_room(32_000_000)
