"""What is true of every join of two lists that were changed apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edits.merging import Merged, Side, merged
from dossier.model.edits.values import frozen, frozen_item, same

OF_THE_WORDS = ("speaker", "value", "date")

letters = st.sampled_from("xyz")
places = st.fixed_dictionaries(
    {"source": st.sampled_from("st"), "quote": st.sampled_from("abc")}, optional={"start": st.sampled_from((1, 9, 30))}
)
said = st.dictionaries(st.sampled_from((*OF_THE_WORDS, "stance")), letters, max_size=3)
pieces = st.builds(lambda place, more: frozen({**place, **more}), places, said)
texts = st.sampled_from("abcdefgh")


def known(entry):
    """By what an entry is told apart here: a text, or the place of evidence."""
    return tuple(entry.get(key) for key in ("source", "quote", "start")) if isinstance(entry, Mapping) else entry


def words(entry):
    return known(entry)[:2]


def alike(entry, other):
    """Whether both quote the same words, and one of them does not say where."""
    return isinstance(entry, Mapping) and words(entry) == words(other) and None in known(entry) + known(other)


@st.composite
def changed(draw, base, entries):
    """The list after some entries were added, dropped, replaced, edited or quoted again; none of them stands twice."""
    found = list(base)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(found)))
        new, step = draw(entries), draw(st.sampled_from(("add", "drop", "replace", "edit", "quote")))
        old = [] if step == "add" else found[at : at + 1]
        if old and step in ("edit", "quote") and isinstance(new, Mapping):
            place, more = (old[0], new) if step == "edit" else (new, old[0])
            new = frozen({**parted(place)[0], "source": old[0]["source"], **parted(more)[1]})
        found[at : at + len(old)] = [] if step == "drop" else [new]
    return unlike(found)


def parted(entry):
    """The keys of a piece of evidence that lead to its words, and the others."""
    place = {key: value for key, value in entry.items() if key in ("source", "quote", "start")}
    return place, {key: value for key, value in entry.items() if key not in place}


def unlike(entries):
    return tuple({known(entry): entry for entry in reversed(entries)}.values())[::-1]


@st.composite
def three(draw, entries):
    base = unlike(draw(st.lists(entries, max_size=4)))
    return base, draw(changed(base, entries)), draw(changed(base, entries))


versions = st.one_of(three(texts), three(pieces))
any_versions = st.tuples(*[st.lists(pieces, max_size=4).map(frozen)] * 3)


def item(entries):
    return frozen_item({"list": entries} if entries else {})


def join(base, theirs, ours, settled=None) -> tuple[tuple, Merged]:
    joint = merged(item(base), item(theirs), item(ours), settled)
    return joint.value.get("list", ()), joint


def by_place(entries):
    return {known(entry): entry for entry in entries}


def in_clashes(joint):
    return [value for clash in joint.clashes for value in (clash.theirs, clash.ours)]


@given(versions)
def test_a_list_changed_by_one_side_is_that_side(lists) -> None:
    base, new, _ = lists
    assert join(base, new, base) == (new, (item(new), ()))
    assert join(base, base, new) == (new, (item(new), ()))
    assert join(base, new, new) == (new, (item(new), ()))


@given(versions)
def test_what_one_side_dropped_and_the_other_left_is_gone(lists) -> None:
    base, theirs, ours = lists
    found = by_place(join(base, theirs, ours)[0])
    for one, other in ((theirs, ours), (ours, theirs)):
        for place, entry in by_place(base).items():
            if place not in by_place(one) and same(by_place(other).get(place), entry):
                assert place not in found


@given(versions)
def test_what_was_added_stands_once(lists) -> None:
    base, theirs, ours = lists
    found, joint = join(base, theirs, ours)
    times = Counter(map(known, found))
    assert max(times.values(), default=1) == 1
    for entry in (*theirs, *ours):
        if known(entry) not in by_place(base):
            assert times[known(entry)] == 1 or entry in in_clashes(joint) or any(alike(entry, one) for one in found)


@given(st.one_of(three(pieces), any_versions), st.lists(st.sampled_from(Side), min_size=20, max_size=20))
def test_nothing_is_said_of_words_by_who_does_not_quote_them(lists, sides) -> None:
    base, theirs, ours = lists
    _, joint = join(base, theirs, ours)
    settled = {clash.path: side for clash, side in zip(joint.clashes, sides, strict=False)}
    for found, _ in (join(base, theirs, ours), join(base, theirs, ours, settled)):
        for entry in found:
            quoting = [one for one in (*theirs, *ours) if words(one) == words(entry)]
            assert quoting
            for key in OF_THE_WORDS:
                assert entry.get(key) in {one.get(key) for one in quoting}


@given(versions)
def test_what_both_changed_apart_is_shown(lists) -> None:
    base, theirs, ours = lists
    _, joint = join(base, theirs, ours)
    for place, entry in by_place(base).items():
        one, other = by_place(theirs).get(place), by_place(ours).get(place)
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            for key in entry.keys() | one.keys() | other.keys():
                was, values = entry.get(key), (one.get(key), other.get(key))
                if len({was, *values}) == 3:
                    assert (was, *values) in [clash[1:] for clash in joint.clashes]


@given(three(pieces))
def test_what_is_said_of_words_that_the_other_side_quotes_no_more_is_shown(lists) -> None:
    base, theirs, ours = lists
    _, joint = join(base, theirs, ours)
    for one, other in ((theirs, ours), (ours, theirs)):
        for place, entry in by_place(base).items():
            now = by_place(one).get(place, entry)
            changed_words = any(entry.get(key) != now.get(key) for key in OF_THE_WORDS)
            if changed_words and words(entry) not in map(words, other):
                assert now in in_clashes(joint)


@given(st.one_of(versions, any_versions))
def test_lists_settled_for_one_side_clash_no_more(lists) -> None:
    _, joint = join(*lists)
    for side in Side:
        assert not join(*lists, {clash.path: side for clash in joint.clashes})[1].clashes


@given(versions)
def test_what_nobody_touched_keeps_its_order(lists) -> None:
    base, theirs, ours = lists
    left = [one for one in base if all(same(by_place(side).get(known(one)), one) for side in (theirs, ours))]
    found = join(base, theirs, ours)[0]
    if all([one for one in side if one in left] == left for side in (theirs, ours)):
        assert [one for one in found if one in left] == left
