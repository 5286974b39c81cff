from dossier.model.passage import Passage
from dossier.search.finder import Finder
from dossier.session.hits import Hits, next_hit
from dossier.session.session import Session

from .made import ALPHA, BETA, TEXTS, dossier_of


def searching(text: str) -> Session:
    session = Session(dossier_of())
    session.hits = Hits(Finder(session.dossier), text)
    return session


def test_hits_across_sources_and_round() -> None:
    session = searching("loan")
    landed = []
    for _ in range(4):
        next_hit(session, 1)
        spot = session.tab.spot
        assert spot is not None
        assert TEXTS[spot.source][spot.start : spot.end].lower() == "loan"
        landed.append(spot.source)
    assert landed == ["alpha", "beta", "delta", "alpha"]
    assert session.notice == "Hit 1 of 1 here, in 3 sources"
    next_hit(session, -1)
    assert session.tab.source == "delta"


def test_several_hits_in_one_source() -> None:
    session = searching("mine")
    starts = []
    for _ in range(3):
        next_hit(session, 1)
        assert session.tab.spot is not None
        starts.append((session.tab.source, session.tab.spot.start))
    first, third = ALPHA.index("mine"), TEXTS["delta"].index("mine")
    assert starts == [("alpha", first), ("alpha", ALPHA.index("mine", first + 1)), ("delta", third)]
    next_hit(session, -1)
    assert session.notice == "Hit 2 of 2 here, in 2 sources"
    next_hit(session, -1)
    assert session.tab.spot == Passage("alpha", first, first + 4)
    next_hit(session, -1)
    assert session.tab.source == "delta"


def test_next_begins_at_the_reading_position() -> None:
    session = searching("signed")
    session.visit(Passage("beta", 0, 0))
    next_hit(session, 1)
    assert session.tab.spot == Passage("beta", BETA.index("signed"), BETA.index("signed") + 6)
    session.visit(Passage("gamma", 0, 0))
    next_hit(session, -1)
    assert session.tab.source == "beta"


def test_no_search_and_no_hits_say_so() -> None:
    session = Session(dossier_of())
    next_hit(session, 1)
    assert session.notice == "No search yet: press / to search"
    session = searching("unheard")
    next_hit(session, 1)
    assert session.notice == "No hits for unheard"
    assert session.tab.here == Passage("alpha", 0, 0)


def test_spans_are_found_once() -> None:
    hits = Hits(Finder(dossier_of()), "mine")
    assert hits.spans("alpha") is hits.spans("alpha")
    assert hits.sources == ["alpha", "delta"]
    assert list(hits.spans("gamma")) == []


def test_a_hit_tells_its_place() -> None:
    hits = Hits(Finder(dossier_of()), "mine")
    second = ALPHA.rindex("mine")
    assert hits.place("alpha", second) == "Hit 2 of 2 here"
    assert hits.place("alpha", second + 1) == ""
