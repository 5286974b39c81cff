import pytest

from dossier.model.claim import Claim
from dossier.model.passage import Passage
from dossier.session import jumps
from dossier.session.pane import Pane, Tab
from dossier.session.session import MARKS_KEPT, Session, View

from .made import ALPHA, BETA, TEXTS, dossier_of, evidence


def test_a_new_session_reads_the_first_source() -> None:
    session = Session(dossier_of())
    assert session.tab.here == Passage("alpha", 0, 0)
    assert not session.empty


def test_nothing_to_read() -> None:
    session = Session(dossier_of({}))
    assert session.empty
    assert session.focused is None
    assert session.rows() == ()


def test_the_other_pane_is_split_off_once() -> None:
    session = Session(dossier_of())
    session.visit(Passage("beta", 1, 5), other=True)
    session.visit(Passage("gamma", 1, 5), other=True)
    assert [pane.tab.source for pane in session.panes] == ["alpha", "gamma"]
    session.active = 1
    session.visit(Passage("delta", 1, 5), other=True)
    assert [pane.tab.source for pane in session.panes] == ["delta", "gamma"]
    assert session.active == 1


def test_split_opens_what_is_not_open_yet() -> None:
    session = Session(dossier_of())
    assert session.split()
    assert session.split()
    assert [pane.tab.source for pane in session.panes] == ["alpha", "beta", "gamma"]
    session.active = 0
    assert session.split()
    assert [pane.tab.source for pane in session.panes] == ["alpha", "delta", "beta", "gamma"]
    assert session.active == 1
    assert not session.split()


def test_split_of_an_only_source_shows_it_twice() -> None:
    session = Session(dossier_of({"alpha": ALPHA}))
    session.tab.offset = 9
    assert session.split()
    assert [(pane.tab.source, pane.tab.offset) for pane in session.panes] == [("alpha", 9), ("alpha", 9)]


def test_close_takes_tabs_first() -> None:
    session = Session(dossier_of())
    session.split()
    session.pane.clone_tab()
    assert session.close()
    assert len(session.panes) == 2
    assert session.close()
    assert len(session.panes) == 1
    assert session.active == 0
    assert not session.close()


def test_the_focused_claim_follows_the_reading_position() -> None:
    session = Session(dossier_of())
    session.follow(0, 12)
    assert session.claim == ""
    session.follow(0, 60)
    assert session.claim == "jobs"
    session.follow(0, len(ALPHA))
    assert session.claim == "jobs"  # it stays while it is in sight
    at = ALPHA.index("A loan")
    session.follow(at, at + 20)
    assert session.claim == "loan"
    session.follow(at + 10, len(ALPHA))
    assert session.claim == "loan"  # its end is in sight
    session.follow(ALPHA.index("The mine is"), len(ALPHA))
    assert session.claim == "loan"  # no claim in sight


def test_a_claim_that_begins_in_sight_goes_before_one_that_ends_there() -> None:
    session = Session(dossier_of())
    session.follow(ALPHA.index("8,000"), len(ALPHA))
    assert session.claim == "loan"


def test_landing_on_the_words_of_a_claim_brings_it_though_another_is_in_sight() -> None:
    session = Session(dossier_of())
    session.claim = "jobs"
    at = ALPHA.index("$1.3 billion")
    session.follow(0, len(ALPHA), Passage("alpha", at, at + 4))
    assert session.claim == "loan"
    outside = ALPHA.index("The mine is")
    session.follow(0, len(ALPHA), Passage("alpha", outside, outside + 3))
    assert session.claim == "loan"  # no claim is stated there
    session.follow(0, len(ALPHA))
    assert session.claim == "loan"


def test_of_several_claims_landed_on_a_decided_one_comes_first_then_the_innermost() -> None:
    words = ("A loan of $1.3 billion was signed", "$1.3 billion", "loan of $1.3 billion")
    claims = [Claim(f"c{n}", one, evidence=(evidence("alpha", one),)) for n, one in enumerate(words)]
    at = ALPHA.index("1.3 billion")
    session = Session(dossier_of(claims_=claims))
    session.follow(0, len(ALPHA), Passage("alpha", at, at + 3))
    assert session.claim == "c1"
    suggested = claims[1]._replace(decided=False)
    session = Session(dossier_of(claims_=(claims[0], suggested, claims[2])))
    session.follow(0, len(ALPHA), Passage("alpha", at, at + 3))
    assert session.claim == "c2"


def test_marks_are_kept_for_a_few_sources() -> None:
    many = {f"s{n}": f"Title {n}\n\nBaker {n}" for n in range(MARKS_KEPT + 5)}
    session = Session(dossier_of(many))
    first = session.marks("s0")
    assert session.marks("s0") is first
    for source in many:
        session.marks(source)
    assert session.marks(f"s{MARKS_KEPT + 4}") is session.marks(f"s{MARKS_KEPT + 4}")
    assert session.marks("s0") is not first


def test_rows_of_the_focused_claim() -> None:
    session = Session(dossier_of())
    session.claim = "loan"
    assert [row.words for row in session.rows()] == [
        "A loan of $1.3 billion was signed",
        "A loan of $1.25 billion was signed",
        "A loan of $1.3 billion",
    ]
    assert session.rows() is session.rows()
    session.claim = "lost"
    assert [row.words for row in session.rows()] == ["no such words"]
    session.claim = "bare"
    assert session.rows() == ()


# Reading again


def test_the_place_is_kept_when_nothing_changed() -> None:
    session = Session(dossier_of())
    jumps.next_claim(session, 1)
    session.split()
    session.entity = "baker"
    before = [(pane.tab.source, pane.tab.offset, pane.tab.spot) for pane in session.panes]
    session.renew(dossier_of())
    assert [(pane.tab.source, pane.tab.offset, pane.tab.spot) for pane in session.panes] == before
    assert (session.claim, session.entity, session.active) == ("jobs", "baker", 1)


def test_tabs_of_removed_sources_are_closed() -> None:
    session = Session(dossier_of())
    session.panes = [Pane([Tab("alpha"), Tab("beta")], 1), Pane([Tab("gamma")])]
    session.active = 1
    session.bookmarks = [Passage("gamma", 0, 3), Passage("beta", 0, 3)]
    session.renew(dossier_of({"beta": BETA}))
    assert [[tab.source for tab in pane.tabs] for pane in session.panes] == [["beta"]]
    assert (session.active, session.pane.active) == (0, 0)
    assert session.bookmarks == [Passage("beta", 0, 3)]


def test_all_sources_removed_and_back() -> None:
    session = Session(dossier_of())
    session.claim = "jobs"
    session.renew(dossier_of({}, claims_=()))
    assert session.empty
    assert (session.claim, session.active) == ("", 0)
    session.renew(dossier_of())
    assert session.tab.source == "alpha"


def test_a_shortened_source_keeps_positions_inside() -> None:
    session = Session(dossier_of())
    jumps.next_claim(session, -1)
    session.tab.offset = len(ALPHA)
    short = dict(TEXTS, alpha="Alpha title\n\nShort.")
    session.renew(dossier_of(short))
    assert session.tab.offset <= len(short["alpha"])
    assert session.tab.spot is None


def test_what_is_gone_is_not_selected_any_more() -> None:
    session = Session(dossier_of())
    session.claim, session.entity, session.view = "jobs", "munir", View.ENTITY
    session.renew(dossier_of(claims_=(), entities=()))
    assert (session.claim, session.entity, session.hits) == ("", "", None)


def places(session: Session) -> list[Passage]:
    found = list(session.bookmarks)
    for pane in session.panes:
        found += [*pane.history.behind, *pane.history.ahead]
        found += [tab.here for tab in pane.tabs]
        found += [tab.target for tab in pane.tabs if tab.target]
    return found


@pytest.mark.parametrize("gone", ["removed", "shortened"])
def test_no_place_is_left_outside_the_texts(gone: str) -> None:
    session = Session(dossier_of())
    session.visit(Passage("beta", 20, 30))
    jumps.toggle_bookmark(session)
    session.visit(Passage("alpha", 20, 30))
    session.visit(Passage("beta", 40, 50))
    jumps.step_history(session, -1)
    session.visit(Passage("alpha", 5, 9))
    left = {id: text for id, text in TEXTS.items() if id != "beta"}
    dossier = dossier_of(left if gone == "removed" else dict(left, beta="Short"))
    session.renew(dossier)
    for place in places(session):
        assert place.source in dossier.source
        assert 0 <= place.start <= place.end <= dossier.source[place.source].length
