"""Values, three-way joining and the history, as plain values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edits.edit import Act, Decision, Edit, decision_from, decision_json
from dossier.model.edits.history import Entry, History
from dossier.model.edits.merging import Side, merged, told
from dossier.model.edits.values import frozen, frozen_item, same

words = st.sampled_from(("a", "b", "c", "d"))
pieces = st.fixed_dictionaries({"source": words, "quote": words}, optional={"value": words})
plain = st.dictionaries(
    st.sampled_from(("text", "about", "evidence", "note")),
    st.one_of(words, st.lists(words, max_size=4), st.lists(pieces, max_size=3)),
).map(frozen_item)


@given(plain, plain)
def test_a_change_of_one_side_alone_is_taken(base, changed) -> None:
    assert merged(base, base, changed) == (changed, ())
    assert merged(base, changed, base) == (changed, ())
    assert merged(base, changed, changed) == (changed, ())
    assert merged(base, base, None) == (None, ())


@given(plain, plain, plain)
def test_sides_taken_leave_no_clash(base, theirs, ours) -> None:
    clashes = merged(base, theirs, ours).clashes
    for side in Side:
        settled = {clash.path: side for clash in clashes}
        again = merged(base, theirs, ours, settled)
        assert not [clash for clash in again.clashes if clash.path in settled]
    for clash in clashes:
        assert not same(clash.theirs, clash.ours)


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "joint"),
    [
        (["a", "b"], ["a", "b", "t"], ["o", "a", "b"], ["o", "a", "b", "t"]),
        (["a", "b"], ["b"], ["a", "b", "o"], ["b", "o"]),
        (["a", "b"], ["a", "t", "b"], ["a"], ["a", "t"]),
        (["a"], ["a", "x"], ["a", "x"], ["a", "x"]),
        ([], ["t"], ["o"], ["t", "o"]),
    ],
)
def test_lists_are_joined_entry_by_entry(base, theirs, ours, joint) -> None:
    sides = (frozen_item({"about": one}) for one in (base, theirs, ours))
    value, clashes = merged(*sides)
    assert sorted(value["about"]) == sorted(joint)
    assert not clashes


def test_what_both_changed_in_one_piece_of_evidence_is_a_clash_there() -> None:
    def item(value, **more):
        return frozen_item({"evidence": [{"source": "s", "quote": "q", "value": value, **more}]})

    found = merged(item("1"), item("2", date="2025"), item("3", speaker="x"))
    (clash,) = found.clashes
    assert clash == (("evidence", "s: “q”", "value"), "1", "2", "3")
    settled = merged(item("1"), item("2", date="2025"), item("3", speaker="x"), {clash.path: Side.OURS})
    assert same(settled.value, item("3", date="2025", speaker="x"))


def listed(*entries):
    return frozen_item({"evidence": entries})


def at(start, **more):
    return {"source": "s", "quote": "q", "start": start, **more}


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "joint"),
    [
        ([at(12), at(55)], [at(12)], [at(55)], []),
        ([at(12), at(55), at(80)], [at(12), at(80)], [at(55), at(80)], [at(80)]),
        ([at(12, value="1"), at(12)], [at(12)], [at(12, value="1")], []),
        ([at(12)], [at(14)], [at(12), at(55)], [at(14), at(55)]),
        ([], [at(12, value="1")], [at(55, speaker="x")], [at(12, value="1"), at(55, speaker="x")]),
        ([], [{"source": "s", "quote": "q"}], [at(12)], [at(12)]),
        ([at(12)], [at(12), at(55)], [], [at(55)]),
    ],
)
def test_the_same_words_at_two_places_are_two_pieces_of_evidence(base, theirs, ours, joint) -> None:
    for one, other in ((theirs, ours), (ours, theirs)):
        value, clashes = merged(listed(*base), listed(*one), listed(*other) if other else frozen_item({}))
        assert not clashes
        assert sorted(value.get("evidence", ()), key=str) == sorted(joint, key=str)
        assert "evidence" in value or not joint


def test_clashes_in_the_same_words_at_two_places_are_settled_apart() -> None:
    base, theirs, ours = (listed(at(12, value=one), at(55, value=one)) for one in "btm")
    first, second = merged(base, theirs, ours).clashes
    assert first.path == ("evidence", "s: “q” at 12", "value")
    settled = merged(base, theirs, ours, {first.path: Side.OURS, second.path: Side.THEIRS})
    assert same(settled.value, listed(at(12, value="m"), at(55, value="t")))


def piece(quote, **more):
    return {"source": "s", "quote": quote, **more}


SAID = piece("pledged", speaker="Anna", value="1")
AGAIN = piece("promised", start=9, prefix="p", version="v", speaker="Anna", value="1")


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "joint"),
    [
        ([SAID], [AGAIN], [{**SAID, "stance": "disputes"}], [{**AGAIN, "stance": "disputes"}]),
        ([SAID], [{**AGAIN, "value": "2"}], [{**SAID, "note": "n"}], [{**AGAIN, "value": "2", "note": "n"}]),
        ([SAID], [AGAIN], [{**AGAIN, "value": "2"}], [{**AGAIN, "value": "2"}]),
        ([SAID], [piece("promised", value="1")], [AGAIN], [{**AGAIN, "speaker": None}]),
        ([SAID], [AGAIN], [SAID, piece("more")], [AGAIN, piece("more")]),
        ([SAID, piece("b")], [piece("c")], [SAID, piece("b")], [piece("c")]),
    ],
)
def test_words_quoted_again_are_a_change_of_their_piece(base, theirs, ours, joint) -> None:
    wanted = [{key: value for key, value in one.items() if value is not None} for one in joint]
    for one, other in ((theirs, ours), (ours, theirs)):
        value, clashes = merged(listed(*base), listed(*one), listed(*other))
        assert not clashes
        assert same(value, listed(*wanted))


@pytest.mark.parametrize(
    ("base", "theirs", "ours"),
    [
        (piece("pledged"), piece("may add"), SAID),
        (SAID, AGAIN, piece("pledged")),
        (SAID, AGAIN, {**SAID, "date": "2025"}),
        (SAID, AGAIN, {**SAID, "cited": "version"}),
        (SAID, AGAIN, {**SAID, "quote": "may add"}),
        (at(12), at(55), at(12, speaker="Anna")),
    ],
)
def test_what_is_said_of_some_words_is_never_said_of_others(base, theirs, ours) -> None:
    for one, other in ((theirs, ours), (ours, theirs)):
        (clash,) = merged(listed(base), listed(one), listed(other)).clashes
        assert clash == (("evidence", f"s: “{base['quote']}”"), base, one, other)
        for side, taken in ((Side.THEIRS, one), (Side.OURS, other)):
            assert merged(listed(base), listed(one), listed(other), {clash.path: side}) == (listed(taken), ())


def test_a_piece_is_no_other_one_of_its_source() -> None:
    two, disputed = (SAID, piece("b")), {**SAID, "stance": "disputes"}
    value, (clash,) = merged(listed(*two), listed(piece("c")), listed(disputed, piece("b")))
    assert same(value, listed(piece("c")))
    assert (clash.theirs, clash.ours) == (None, disputed)


def test_a_value_is_told_in_words() -> None:
    assert told(AGAIN) == "s: “promised” (start: 9, speaker: Anna, value: 1)"
    assert told(("a", piece("b"), {"x": "y"})) == "a, s: “b”, x: y"
    assert told(None) == "nothing"


def test_what_one_side_made_of_a_text_and_the_other_added_stands_once() -> None:
    base, theirs, ours = (frozen_item({"about": tuple(one)}) for one in ("db", "xb", "dbxz"))
    assert merged(base, theirs, ours) == ({"about": ("b", "x", "z")}, ())


def test_a_text_replaced_by_both_in_two_ways_is_shown() -> None:
    base, theirs, ours = (frozen_item({"about": tuple(one)}) for one in ("ab", "at", "ao"))
    assert merged(base, theirs, ours).clashes == ((("about", "b"), "b", "t", "o"),)


def test_entries_moved_by_one_side_stay_where_they_were_moved() -> None:
    base, theirs, ours = (frozen_item({"about": tuple(one)}) for one in ("abc", "cab", "abcd"))
    assert merged(base, theirs, ours).value == {"about": tuple("cdab")}
    assert merged(base, ours, theirs).value == {"about": tuple("cdab")}


def test_only_plain_values_stand_in_an_item() -> None:
    assert frozen({"a": [None, 1, "x"]}) == {"a": ("", 1, "x")}
    for wrong in (1.5, True, b"x", {1: "a"}):
        with pytest.raises(TypeError):
            frozen(wrong)


@given(plain, plain)
def test_a_decision_goes_through_json_and_back_and_is_its_own_inverse_twice(before, after) -> None:
    decision = Decision(
        "1", "did", (Edit("claims.yaml", "a", before, None, "b"), Edit("x", "k", None, after)), "w", "y"
    )
    found = decision_from(decision_json(decision))
    assert found == decision
    back = decision.inverse("2", Act.UNDONE, "w")
    assert back.of == "1"
    assert back.inverse("3", Act.REDONE, "w").edits == decision.edits
    assert decision_from({**decision_json(decision), "edits": [{"file": 1}]}) is None
    assert decision_from(None) is None


@given(st.lists(st.sampled_from(("do", "undo", "redo")), max_size=30))
def test_history_behaves_as_two_stacks(steps: list[str]) -> None:
    history = History()
    done: list[str] = []
    undone: list[str] = []
    for number, step in enumerate(steps):
        if step == "do":
            done.append(str(number))
            undone.clear()
            decision = Decision(str(number), "did", ())
        else:
            source, target = (done, undone) if step == "undo" else (undone, done)
            entry = history.next_undo if step == "undo" else history.next_redo
            if entry is None:
                assert not source
                continue
            target.append(source.pop())
            act = Act.UNDONE if step == "undo" else Act.REDONE
            decision = entry.decision.inverse(str(number), act, "")
        assert history.add(Entry(decision, ""))
        assert not history.add(Entry(decision, ""))
        assert [entry.decision.of or entry.decision.id for entry in history.undoable()] == done[::-1]
        assert [entry.decision.of or entry.decision.id for entry in history.redoable()] == undone[::-1]
