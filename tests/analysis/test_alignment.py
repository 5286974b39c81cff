"""The same claim across sources. All texts are invented."""

import time
from itertools import chain, combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.alignment.alignment import Aligner, Match, Statement
from dossier.analysis.alignment.figure_matches import figure_matches
from dossier.analysis.alignment.groups import Grouping, apart, groups
from dossier.analysis.language.stems import pieces, stem, terms
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.dated import Dated

DAY = Dated("2026-02-04", "2026-02-04", "2026-02-04")
TEXTS = {
    "post": (
        "The harbour of Velmora will be closed for repairs in March.",
        "Dredging costs 4 million euros, said the port captain Ines Rowe.",
        "Fishermen fear for their season.",
    ),
    "herald": (
        "Velmora closes its harbour in March, because the quay must be repaired.",
        "The dredging is to cost 4 million euros.",
        "Elections are held in autumn.",
    ),
    "echo": (
        "A museum of lamps opened on Tuesday.",
        "It holds 900 lamps, the oldest from a lighthouse.",
        "Tickets are sold at the door.",
    ),
}


def made(source, figures=True):
    rows = []
    for number, text in enumerate(TEXTS[source]):
        figure = read_quantity("4 million euros") if "4 million" in text and figures else None
        rows.append(Statement(source, 100 * number, 100 * number + len(text), text, (figure,) if figure else ()))
    return rows


def filled(order=tuple(TEXTS)):
    aligner = Aligner()
    for source in order:
        aligner.add(made(source))
    return aligner


def told(aligner, matches):
    return [(aligner.statement(m.a)[:2], aligner.statement(m.b)[:2], m.score, m.reasons) for m in matches]


def test_what_says_the_same_is_first_and_says_why():
    aligner = filled()
    best = aligner.matches(aligner.numbers("post")[0])[0]
    assert aligner.statement(best.b).text == TEXTS["herald"][0]
    assert {what for kind, what, _ in best.reasons if kind == "word"} >= {"velmora", "harbour", "march"}
    weights = [weight for _, _, weight in best.reasons]
    assert weights == sorted(weights, reverse=True)
    assert 0 < best.score <= 1


def test_a_shared_figure_is_a_reason():
    aligner = filled()
    best = aligner.matches(aligner.numbers("post")[1])[0]
    assert ("figure", "4 million EUR") in [reason[:2] for reason in best.reasons]
    plain = Aligner()
    for source in TEXTS:
        plain.add(made(source, figures=False))
    assert plain.matches(plain.numbers("post")[1])[0].score < best.score


def test_one_rare_word_in_common_is_little():
    aligner = filled()
    (a,) = aligner.add([Statement("one", 0, 25, "Perhaps the lift is slow.")])
    (b,) = aligner.add([Statement("two", 0, 31, "Perhaps our mayor saw a whale.")])
    (c,) = aligner.add([Statement("three", 0, 27, "Perhaps a slow lift is old.")])
    assert aligner.score(a, b).score < aligner.score(a, c).score / 2


def test_a_date_and_a_rare_entity_are_reasons_and_a_common_entity_is_none():
    rows = [
        Statement(f"s{at}", 0, 9, f"word{at} shared", (), (DAY,), ("all", "rare" if at < 2 else f"e{at}"))
        for at in range(8)
    ]
    aligner = Aligner()
    aligner.add(rows)
    reasons = [reason[:2] for reason in aligner.score(0, 1).reasons]
    assert ("date", "2026-02-04") in reasons
    assert ("entity", "rare") in reasons
    assert ("entity", "all") not in reasons


def test_the_order_of_adding_does_not_matter():
    results = {repr(told(aligner, aligner.pairs())) for aligner in map(filled, permutations(TEXTS))}
    assert len(results) == 1


def test_removing_is_as_if_it_had_never_been_there():
    aligner = filled()
    aligner.remove("echo")
    aligner.remove("never there")
    assert told(aligner, aligner.pairs()) == told(*(lambda a: (a, a.pairs()))(filled(("herald", "post"))))
    assert aligner.numbers("echo") == ()


def test_adding_a_source_again_replaces_it():
    aligner = filled()
    aligner.add(made("post")[:1])
    assert len(aligner.numbers("post")) == 1
    left = {aligner.statement(number).text for match in aligner.pairs() for number in match[:2]}
    assert not left & set(TEXTS["post"][1:])


def test_the_matches_of_one_source_are_those_of_all_that_touch_it():
    aligner = filled()
    every = [m for m in aligner.pairs() if "post" in (aligner.statement(m.a).source, aligner.statement(m.b).source)]
    assert told(aligner, aligner.pairs(source="post")) == told(aligner, every)


def test_nothing_is_matched_within_a_source():
    aligner = Aligner()
    aligner.add([Statement("a", 0, 5, "Velmora harbour"), Statement("a", 9, 14, "Velmora harbour")])
    assert aligner.pairs() == []


@pytest.mark.parametrize("text", ["", "the of and", "!!! ...", "\u202e\u0000", "123", "a" * 5_000])
def test_poor_statements_do_no_harm(text):
    aligner = Aligner()
    aligner.add([Statement("a", 0, len(text), text), Statement("b", 0, len(text), text)])
    assert all(0 <= match.score <= 1 for match in aligner.pairs())
    assert 0 <= aligner.score(0, 1).score <= 1


def test_a_long_sentence_costs_no_more_than_its_beginning():
    started = time.process_time()
    for hostile in ("1," * 500_000, "word " * 200_000, "“" * 10_000, "1.," * 300_000):
        assert len(terms(hostile)) < 2_000
    assert time.process_time() - started < 1


def test_stems_join_inflections_and_keep_numbers():
    assert stem("financed") == stem("financing") == stem("finance")
    assert stem("mines") == stem("mining") == stem("mine")
    assert stem("gas") == "gas"
    assert terms("The 1,250.5 tonnes, and 37 years!") == {"1250.5", stem("tonnes"), "37", stem("years")}
    assert pieces(frozenset({"mine"})) == {"~min", "mine", "ine~"}
    assert pieces(frozenset({"a"})) == {"~a~"}


def one(source, text, *figures):
    return Statement(source, 0, len(text), text, tuple(read_quantity(figure) for figure in figures))


def test_figures_of_other_places_and_things_keep_statements_apart():
    here = one("a", "It creates 6,000 jobs in the US", "6,000 jobs")
    there = one("b", "It creates 7,500 jobs in Oruba", "7,500 jobs")
    total = one("c", "It creates 8,000 jobs", "8,000 jobs")
    ships = one("d", "It needs 20 ships", "20 ships")
    assert apart(here, there)
    assert not apart(total, there)
    assert apart(total, ships)
    assert not apart(total, one("e", "It creates work"))
    assert not apart(here, one("f", "It creates 9,000 jobs in the US", "9,000 jobs"))


def test_what_follows_by_arithmetic_is_not_kept_apart():
    ore = one("a", "2 billion tonnes of ore at 0.5 percent copper", "2 billion tonnes of ore", "0.5 percent copper")
    metal = one("b", "It holds 10 million tonnes of copper", "10 million tonnes of copper")
    assert not apart(ore, metal)
    assert apart(ore, one("c", "It has 300 workers", "300 workers"))


def test_groups_hold_one_statement_of_a_source_each():
    aligner = filled()
    statements = {n: aligner.statement(n) for source in TEXTS for n in aligner.numbers(source)}
    found = groups(statements, aligner.pairs())
    assert [[statements[n].text for n in group] for group in found] == [
        [TEXTS["herald"][0], TEXTS["post"][0]],
        [TEXTS["herald"][1], TEXTS["post"][1]],
    ]


@given(st.data())
def test_parts_of_the_pairs_make_the_groups_of_all(data):
    numbers = data.draw(st.integers(4, 24))
    statements = [one(f"s{n % 5}", f"Statement {n}") for n in range(numbers)]
    pairs = st.tuples(st.integers(0, numbers - 1), st.integers(0, numbers - 1)).filter(lambda pair: pair[0] < pair[1])
    scores = data.draw(st.dictionaries(pairs, st.floats(0.1, 1)))
    scores = {(a, b): score for (a, b), score in scores.items() if statements[a].source < statements[b].source}
    grouping = Grouping(statements, scores, lambda a, b: 0.0)
    parts = grouping.parts(data.draw(st.integers(1, 4)))
    assert sorted(chain.from_iterable(parts)) == sorted(grouping.leading)
    assert all({*chain.from_iterable(a)}.isdisjoint(chain.from_iterable(b)) for a, b in combinations(parts, 2))
    assert sorted(chain.from_iterable(map(grouping.groups, parts))) == sorted(grouping.groups(grouping.leading))


def test_what_nobody_compared_is_compared_before_it_keeps_groups_apart():
    """Each statement is compared with the few that are likest, which in many sources are not all that say the same."""
    statements = [one(source, "The pier of Velmora is closed") for source in "abcd"]
    known = {(0, 1): 0.5, (2, 3): 0.5, (1, 2): 0.4}
    asked = []

    def grouped(score):
        grouping = Grouping(statements, dict(known), lambda a, b: asked.append((a, b)) or score)
        return grouping.groups(grouping.leading)

    assert grouped(0.0) == [(0, 1), (2, 3)]
    assert grouped(0.4) == [(0, 1, 2, 3)]
    assert asked == 2 * [(0, 2), (0, 3), (1, 3)]


def test_of_one_man_many_things_are_said():
    texts = ("Then Ines Rowe of Velmora spoke", "Ines Rowe of Velmora lost", "In Velmora Ines Rowe lost a shoe")
    statements = [one(source, text) for source, text in zip("abc", texts, strict=True)]
    assert groups(statements, [Match(0, 1, 0.4)]) == []
    assert groups(statements, [Match(1, 2, 0.4)]) == [(1, 2)]
    assert groups(statements, [Match(0, 1, 0.5)]) == [(0, 1)]


def test_groups_do_not_join_what_is_apart_however_alike():
    aligner = Aligner()
    aligner.add([one("a", "The plant in Oruba creates 6,000 jobs in the US", "6,000 jobs")])
    aligner.add([one("b", "The plant in Oruba creates 7,500 jobs in Oruba", "7,500 jobs")])
    aligner.add([one("c", "Lamps are lit")])
    statements = [aligner.statement(number) for number in range(3)]
    assert aligner.pairs()[0].score > 0.35
    assert groups(statements, aligner.pairs()) == []


def test_adding_to_a_large_dossier_costs_little():
    aligner = Aligner()
    for source in range(300):
        rows = [f"Word{(source * 7 + row) % 900} place{row * source % 400} thing{row} common" for row in range(20)]
        aligner.add([Statement(f"s{source:03}", at, at + 1, text) for at, text in enumerate(rows)])
    aligner.matches(0)
    started = time.process_time()
    aligner.add([Statement("new", at, at + 1, f"Word{at} place{at} thing{at} common") for at in range(20)])
    aligner.pairs(source="new")
    assert time.process_time() - started < 0.2


def test_a_small_round_figure_is_no_reason_for_another_one():
    """ "20 years ago" has nothing to do with a son of 25 years."""
    ago, son = one("a", "They had the same ideas 20 years ago", "20 years"), one("b", "He lost his son", "25 years")
    assert not figure_matches(*_both(ago, son))
    assert figure_matches(*_both(one("a", "It lasts 24 years", "24 years"), one("b", "They will mine", "24 years")))


def _both(*statements):
    aligner = Aligner()
    numbers = aligner.add([statement._replace(entities=("x",)) for statement in statements])
    return aligner, {number: aligner.statement(number) for number in numbers}


def test_what_stands_around_tells_whether_the_same_words_are_about_the_same():
    """ "The two are in a dead heat" of one race in two articles on it, and in one on another."""
    race = (
        "The two men are in a dead heat in Oruba. Polls close at eight in Oruba. Voters queue along the harbour wall."
    )
    again = "Voters queue in Oruba. The two men are in a dead heat there. Polls close late along the harbour."
    horses = "A crowd cheers. The two horses are in a dead heat there. Riders shake their whips at jockeys."
    scores = {}
    aligner = Aligner()
    texts = {"a": race, "b": again, "c": horses, "d": "Rain fell. Bread is dear. Trains ran late all day."}
    numbers = {}
    for source, text in texts.items():
        rows = [Statement(source, at, at + 1, row) for at, row in enumerate(text.split(". "))]
        numbers[source] = aligner.add(rows)
    for source in ("b", "c"):
        (heat,) = [n for n in numbers[source] if "heat" in aligner.statement(n).text]
        scores[source] = aligner.score(numbers["a"][0], heat).score
    assert scores["b"] > 2 * scores["c"]


def test_a_weak_match_that_is_all_two_sources_share_is_none():
    statements = {n: Statement(source, n, n + 1, f"The pier {n} is closed") for n, source in enumerate("aabb")}
    assert groups(statements, [Match(0, 2, 0.28)]) == []
    assert groups(statements, [Match(0, 2, 0.36)]) == [(0, 2)]
    assert groups(statements, [Match(0, 2, 0.28), Match(1, 3, 0.28)]) == [(0, 2), (1, 3)]


def test_the_office_of_somebody_both_name_is_no_word_they_share():
    tells = {
        0: one("a", "Former governor Ines Calder bought a boat"),
        1: one("b", "The former governor Ines Calder slept"),
    }
    assert groups(tells, [Match(0, 1, 0.4)]) == []
    bought = tells | {1: one("b", "The former governor Ines Calder has bought one")}
    assert groups(bought, [Match(0, 1, 0.4)]) == [(0, 1)]


def test_a_share_or_a_time_that_every_text_gives_says_little():
    whole, odd = (
        [one(source, f"The town {text} of {given} so far", given) for source, text in (("a", "spoke"), ("b", "heard"))]
        for given in ("20 years", "37 years")
    )
    assert _both(*whole)[0].pairs()[0].score < _both(*odd)[0].pairs()[0].score


def test_a_statement_joins_a_group_half_of_which_it_is_like():
    statements = {n: Statement(source, 0, 9, "The pier is closed") for n, source in enumerate("abcde")}
    four = [Match(a, b, 0.6) for a, b in combinations(range(4), 2)]
    assert groups(statements, [*four, Match(0, 4, 0.5), Match(1, 4, 0.25)]) == [(0, 1, 2, 3, 4)]
    assert groups(statements, [*four, Match(0, 4, 0.5), Match(1, 4, 0.15)]) == [(0, 1, 2, 3)]
