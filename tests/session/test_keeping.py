import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.model.passage import Passage
from dossier.session import jumps
from dossier.session.keeping import HISTORY_KEPT, place_of, restore
from dossier.session.layout import MOST_PANES, plan_screen
from dossier.session.session import Session, View

from .made import ENTITIES, TEXTS, claims, dossier_of

DOSSIER = dossier_of()

sources = st.sampled_from([*TEXTS, "unknown", ""])
numbers = st.one_of(st.integers(-5, 200), st.integers(), st.booleans(), st.none(), st.floats(), st.text(max_size=2))
anything = st.recursive(
    st.one_of(numbers, sources, st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
    max_leaves=12,
)
places = st.one_of(st.tuples(sources, numbers, numbers).map(list), anything)
tabs = st.one_of(
    st.tuples(sources, numbers).map(list), st.tuples(sources, numbers, numbers, numbers).map(list), anything
)
panes = st.one_of(
    st.fixed_dictionaries(
        {},
        optional={
            "tabs": st.one_of(st.lists(tabs, max_size=6), anything),
            "active": anything,
            "behind": st.one_of(st.lists(places, max_size=4), anything),
            "ahead": st.one_of(st.lists(places, max_size=4), anything),
        },
    ),
    anything,
)
kept_values = st.fixed_dictionaries(
    {},
    optional={
        "panes": st.one_of(st.lists(panes, max_size=7), anything),
        "active": anything,
        "claim": st.one_of(st.sampled_from([c.id for c in claims()]), anything),
        "entity": st.one_of(st.sampled_from([e.id for e in ENTITIES]), anything),
        "view": st.one_of(st.sampled_from([v.value for v in View]), anything),
        "measure": anything,
        "zoomed": anything,
        "shelf": st.one_of(st.tuples(st.booleans(), st.booleans(), numbers, numbers).map(list), anything),
        "bookmarks": st.one_of(st.lists(places, max_size=4), anything),
    },
)


def assert_sound(session: Session) -> None:
    """Every position lies inside its text, and the session can be shown and walked."""
    length = {source.id: source.length for source in DOSSIER.sources}
    assert 1 <= len(session.panes) <= MOST_PANES
    assert 0 <= session.active < len(session.panes)
    spots: list[Passage] = list(session.bookmarks)
    for pane in session.panes:
        assert 0 <= pane.active < len(pane.tabs)
        for tab in pane.tabs:
            assert 0 <= tab.offset <= length[tab.source]
            assert tab.target is None
            if tab.spot is not None:
                assert tab.spot.source == tab.source
                assert tab.spot.start < tab.spot.end
                spots.append(tab.spot)
        spots += [*pane.history.behind, *pane.history.ahead]
    for spot in spots:
        assert 0 <= spot.start <= spot.end <= length[spot.source]
    assert session.claim in ("", *(c.id for c in DOSSIER.claims))
    assert session.entity == "" or session.entity in DOSSIER.entity
    assert 40 <= session.measure <= 160
    assert isinstance(session.view, View)
    plan_screen(120, 40, session.shelf, len(session.panes))


@settings(max_examples=500)
@given(kept_values)
def test_hostile_values_never_raise_and_never_lead_outside(kept: dict[str, Any]) -> None:
    session = Session(DOSSIER)
    restore(session, kept)
    assert_sound(session)
    for step in (1, -1):
        jumps.next_claim(session, step)
        jumps.next_mention(session, step)
        jumps.step_history(session, step)
    again = Session(DOSSIER)
    restore(again, json.loads(json.dumps(place_of(session))))
    assert_sound(again)


@given(st.dictionaries(st.text(max_size=8), anything, max_size=5))
def test_anything_at_all_is_survived(kept: dict[str, Any]) -> None:
    session = Session(DOSSIER)
    restore(session, kept)
    assert_sound(session)


def walked() -> Session:
    session = Session(dossier_of())
    jumps.next_claim(session, 1)
    jumps.toggle_bookmark(session)
    session.split()
    session.pane.clone_tab()
    session.visit(Passage("delta", 15, 20))
    jumps.step_history(session, -1)
    session.entity = "baker"
    session.view = View.MATRIX
    session.measure = 60
    session.zoomed = True
    session.shelf.claims = False
    session.shelf.entities_width = 30
    return session


def test_a_place_comes_back_as_it_was() -> None:
    session = walked()
    place = json.loads(json.dumps(place_of(session)))
    again = Session(dossier_of())
    restore(again, place)
    assert place_of(again) == place
    for pane, same in zip(session.panes, again.panes, strict=True):
        assert [(t.source, t.offset, t.spot) for t in pane.tabs] == [(t.source, t.offset, t.spot) for t in same.tabs]
        assert (pane.history.behind, pane.history.ahead) == (same.history.behind, same.history.ahead)
        assert pane.active == same.active
    assert (again.claim, again.entity, again.view) == (session.claim, "baker", View.MATRIX)
    assert (again.measure, again.zoomed, again.shelf) == (60, True, session.shelf)
    assert again.bookmarks == session.bookmarks


def test_a_place_of_other_sources_keeps_what_is_left() -> None:
    place = place_of(walked())
    again = Session(dossier_of({"delta": TEXTS["delta"]}))
    restore(again, place)
    assert {tab.source for pane in again.panes for tab in pane.tabs} == {"delta"}


def test_an_empty_dossier_takes_any_place() -> None:
    session = Session(dossier_of({}, claims_=()))
    restore(session, place_of(walked()))
    assert session.empty
    assert session.active == 0


def test_history_is_kept_as_far_as_is_worth_it() -> None:
    session = Session(dossier_of())
    for n in range(HISTORY_KEPT * 2):
        session.visit(Passage("alpha", n % 50, n % 50 + 1))
    again = Session(dossier_of())
    restore(again, place_of(session))
    assert again.pane.history.behind == session.pane.history.behind[-HISTORY_KEPT:]


@example(1, 1)
@given(st.integers(-10, 200), st.integers(-10, 200))
def test_kept_widths_leave_a_panel_to_read(left: int, right: int) -> None:
    session = Session(DOSSIER)
    restore(session, {"shelf": [True, True, left, right]})
    plan = plan_screen(200, 50, session.shelf)
    assert plan.entities is not None
    assert plan.claims is not None
    assert plan.entities.width >= 20
    assert plan.claims.width >= 26
