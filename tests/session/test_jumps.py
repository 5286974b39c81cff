import pytest

from dossier.model.claim import Claim
from dossier.model.passage import Passage
from dossier.session import jumps
from dossier.session.session import Panel, Session, View

from .made import ALPHA, TEXTS, dossier_of, evidence


def words(session: Session) -> str:
    """The words the active pane has landed on."""
    spot = session.tab.spot
    assert spot is not None
    assert spot.source == session.tab.source
    return session.dossier.reading(spot.source).text[spot.start : spot.end]


def test_next_claim_goes_through_the_article_and_round() -> None:
    session = Session(dossier_of())
    landed = []
    for _ in range(4):
        jumps.next_claim(session, 1)
        landed.append((session.claim, words(session)))
    assert landed == [
        ("jobs", "creates 8,000 jobs"),
        ("loan", "A loan of $1.3 billion was signed"),
        ("meeting", "Munir met Baker"),
        ("jobs", "creates 8,000 jobs"),
    ]
    assert session.notice == "Claim passage 1 of 3 in this article, round again"


def test_previous_claim_goes_round_the_start() -> None:
    session = Session(dossier_of())
    jumps.next_claim(session, -1)
    assert words(session) == "Munir met Baker"
    assert session.notice == "Claim passage 3 of 3 in this article, round again"
    jumps.next_claim(session, -1)
    assert words(session) == "A loan of $1.3 billion was signed"


def test_next_claim_begins_at_the_reading_position() -> None:
    session = Session(dossier_of())
    session.tab.offset = ALPHA.index("A loan")
    jumps.next_claim(session, 1)
    assert session.claim == "loan"
    session = Session(dossier_of())
    session.tab.offset = ALPHA.index("A loan") + 1
    jumps.next_claim(session, 1)
    assert session.claim == "meeting"
    session.tab.spot = None
    session.tab.offset = ALPHA.index("A loan")
    jumps.next_claim(session, -1)
    assert session.claim == "jobs"


def test_an_article_without_claims_says_so() -> None:
    session = Session(dossier_of())
    session.visit(Passage("gamma", 0, 0))
    jumps.next_claim(session, 1)
    assert session.notice == "No claims are recorded for this article"
    assert session.tab.source == "gamma"


@pytest.mark.parametrize("step", [1, -1])
def test_claims_that_begin_at_the_same_word_are_each_reached(step: int) -> None:
    claims = (
        Claim("short", "short", evidence=(evidence("alpha", "A loan"),)),
        Claim("long", "long", evidence=(evidence("alpha", "A loan of $1.3 billion"),)),
        Claim("same", "same", evidence=(evidence("alpha", "A loan"),)),
        Claim("other", "other", evidence=(evidence("alpha", "Munir met"),)),
    )
    session = Session(dossier_of(claims_=claims))
    reached = set()
    for _ in range(5):
        jumps.next_claim(session, step)
        reached.add(session.claim)
    assert reached == {"short", "long", "same", "other"}


def test_kth_evidence_of_the_focused_claim() -> None:
    session = Session(dossier_of())
    jumps.evidence_of_claim(session, 1)
    assert session.notice == "No claim is focused: press c for the next one"
    session.claim = "loan"
    jumps.evidence_of_claim(session, 2)
    assert (session.tab.source, words(session)) == ("beta", "A loan of $1.25 billion was signed")
    jumps.evidence_of_claim(session, 3)
    assert (session.tab.source, words(session)) == ("delta", "A loan of $1.3 billion")
    jumps.evidence_of_claim(session, 1)
    assert (session.tab.source, words(session)) == ("alpha", "A loan of $1.3 billion was signed")
    for k in (0, 4, 9):
        jumps.evidence_of_claim(session, k)
        assert session.notice == "This claim has 3 passages"
    assert session.tab.source == "alpha"


def test_evidence_that_was_not_found_leads_to_the_problems() -> None:
    session = Session(dossier_of())
    session.claim = "lost"
    before = session.tab.here
    jumps.evidence_of_claim(session, 1)
    assert "problems" in session.notice
    assert session.tab.here == before


def test_compare_goes_to_other_sources_first() -> None:
    session = Session(dossier_of())
    jumps.next_claim(session, 1)
    jumps.next_claim(session, 1)
    assert session.claim == "loan"
    jumps.compare_claim(session)
    assert len(session.panes) == 2
    assert session.active == 0
    assert session.panes[1].tab.spot == evidence("beta", "A loan of $1.25 billion was signed").passage
    jumps.compare_claim(session)
    assert session.panes[1].tab.spot == evidence("delta", "A loan of $1.3 billion").passage
    jumps.compare_claim(session)
    assert session.panes[1].tab.source == "beta"
    assert words(session) == "A loan of $1.3 billion was signed"


def test_a_claim_is_shown_where_it_differs_most() -> None:
    """Two passages with figures of their own, side by side, whatever article is open."""
    session = Session(dossier_of())
    session.visit(Passage("gamma", 0, 0))
    jumps.show_both(session, session.dossier.claim["jobs"])
    assert [pane.tab.source for pane in session.panes] == ["alpha", "delta"]
    assert session.claim == "jobs"


def test_compare_within_one_source_goes_to_its_other_passages() -> None:
    both = (evidence("alpha", "The mine creates"), evidence("alpha", "The mine is large"))
    twice = Claim("twice", "twice", evidence=both)
    session = Session(dossier_of(claims_=(twice,)))
    jumps.next_claim(session, 1)
    jumps.compare_claim(session)
    assert session.panes[1].tab.spot == evidence("alpha", "The mine is large").passage


def test_compare_without_another_passage_says_so() -> None:
    session = Session(dossier_of())
    jumps.compare_claim(session)
    assert session.notice == "No claim is focused: press c for the next"
    session.claim = "meeting"
    jumps.compare_claim(session)
    assert session.notice == "Only one passage states this claim"
    assert len(session.panes) == 2


def test_mentions_across_sources_and_round() -> None:
    session = Session(dossier_of())
    session.entity = "munir"
    landed = []
    for _ in range(4):
        jumps.next_mention(session, 1)
        landed.append((session.tab.source, words(session)))
    assert landed == [("alpha", "Munir"), ("beta", "Munir"), ("delta", "Munir"), ("alpha", "Munir")]
    jumps.next_mention(session, -1)
    assert session.tab.source == "delta"
    jumps.next_mention(session, -1)
    assert session.tab.source == "beta"


def test_several_mentions_in_one_source() -> None:
    session = Session(dossier_of())
    session.entity = "baker"
    starts = []
    for _ in range(2):
        jumps.next_mention(session, 1)
        assert session.tab.spot is not None
        starts.append(session.tab.spot.start)
    assert starts == [ALPHA.index("Baker"), ALPHA.index("Baker", ALPHA.index("Baker") + 1)]
    jumps.next_mention(session, 1)
    assert session.tab.source == "delta"


def test_the_next_mention_of_anyone_selects_them() -> None:
    session = Session(dossier_of())
    jumps.next_mention(session, 1)
    assert (session.entity, words(session)) == ("baker", "Baker")
    session = Session(dossier_of())
    session.tab.offset = ALPHA.index("Munir")
    jumps.next_mention(session, 1)
    assert session.entity == "munir"
    session = Session(dossier_of())
    jumps.next_mention(session, -1)
    assert session.notice == "No entity is named further on"
    assert session.entity == ""


def test_an_entity_nobody_names() -> None:
    session = Session(dossier_of())
    session.entity = "nobody"
    jumps.next_mention(session, 1)
    assert session.notice == "No source names it"
    jumps.focus_entity(session, "nobody")
    assert session.notice == "No source names it"
    assert session.tab.here == Passage("alpha", 0, 0)


def test_an_entity_is_focused_here_or_where_it_is_named_first() -> None:
    session = Session(dossier_of())
    session.visit(Passage("gamma", 0, 0))
    jumps.focus_entity(session, "munir")
    assert (session.tab.source, words(session), session.entity) == ("alpha", "Munir", "munir")
    session.visit(Passage("delta", 0, 0))
    jumps.focus_entity(session, "munir")
    assert session.tab.source == "delta"
    jumps.focus_entity(session, "baker", other=True)
    assert session.panes[1].tab.source == "delta"
    assert session.active == 0


def test_mentions_of_are_the_exact_names() -> None:
    session = Session(dossier_of())
    for source, text in TEXTS.items():
        for start, end in jumps.mentions_of(session, "baker", source):
            assert text[start:end] == "Baker"
    assert jumps.mentions_of(session, "baker", "gamma") == []


def test_sources_in_turn() -> None:
    session = Session(dossier_of())
    seen = []
    for _ in range(4):
        jumps.next_source(session, 1)
        seen.append(session.tab.source)
    assert seen == ["beta", "gamma", "delta", "alpha"]
    jumps.next_source(session, -1)
    assert session.tab.source == "delta"


def test_history_leads_back_to_the_exact_words() -> None:
    session = Session(dossier_of())
    jumps.next_claim(session, 1)
    session.claim = "loan"
    jumps.evidence_of_claim(session, 2)
    jumps.step_history(session, -1)
    assert words(session) == "creates 8,000 jobs"
    jumps.step_history(session, 1)
    assert words(session) == "A loan of $1.25 billion was signed"
    jumps.step_history(session, 1)
    assert session.notice == "Nothing further forward"
    for _ in range(3):
        jumps.step_history(session, -1)
    assert session.notice == "Nothing further back"
    assert session.tab.here == Passage("alpha", 0, 0)


def test_bookmarks_are_set_and_taken_away() -> None:
    session = Session(dossier_of())
    jumps.toggle_bookmark(session)
    jumps.next_claim(session, 1)
    jumps.toggle_bookmark(session)
    assert session.bookmarks == [Passage("alpha", 0, 0), evidence("alpha", "creates 8,000 jobs").passage]
    jumps.toggle_bookmark(session)
    assert session.bookmarks == [Passage("alpha", 0, 0)]
    assert session.notice == "Bookmark removed"


def test_a_jump_from_a_view_goes_back_to_reading() -> None:
    session = Session(dossier_of())
    session.view, session.panel = View.MATRIX, Panel.CLAIMS
    jumps.next_claim(session, 1)
    assert (session.view, session.panel) == (View.READING, Panel.ARTICLE)


def test_differences_are_gone_through_and_round() -> None:
    session = Session(dossier_of())
    differing = [claim.id for claim in session.dossier.claims if claim.status.differs]
    jumps.next_difference(session, 1)
    assert session.claim == differing[0] if differing else session.notice == "The sources differ on no claim"
    for _ in differing:
        jumps.next_difference(session, 1)
    assert session.claim == (differing[0] if differing else "")


def test_back_and_forward_among_cards_and_back_from_a_view_to_the_articles() -> None:
    session = Session(dossier_of())
    session.visit(Passage("beta", 0, 4))
    here = session.tab.here
    session.show_card("munir")
    session.show_card("baker")
    jumps.step_history(session, -1)
    assert (session.view, session.entity) == (View.ENTITY, "munir")
    jumps.step_history(session, 1)
    assert (session.view, session.entity) == (View.ENTITY, "baker")
    jumps.step_history(session, 1)
    assert session.notice
    for _ in range(2):
        jumps.step_history(session, -1)
    assert (session.view, session.tab.here) == (View.READING, here)
    session.view = View.MATRIX
    jumps.step_history(session, -1)
    assert (session.view, session.tab.here) == (View.READING, here)
    session.show_card("munir")
    assert not session.cards.behind


def test_cards_of_entities_that_are_no_more_are_passed_over() -> None:
    session = Session(dossier_of())
    for entity in ("munir", "baker"):
        session.show_card(entity)
    session.renew(dossier_of(entities=[one for one in session.dossier.entities if one.id != "munir"]))
    jumps.step_history(session, -1)
    assert (session.view, session.entity) == (View.READING, "baker")
