"""The passage of a claim that a search meant."""

from dossier.model.claim import Claim, Evidence
from dossier.model.passage import Anchor, Selector
from dossier.search.query import parse_query
from dossier.search.stated import passage_for


def test_a_claim_opens_at_the_passage_that_holds_what_was_asked_for() -> None:
    quotes = ("It cost $1.3 billion.", "The bank lent $1.25 billion.", "Nobody knows where 1.25 billion went.")
    pieces = [Evidence(f"{n}", Selector(q), anchor=Anchor.FOUND, start=0, end=len(q)) for n, q in enumerate(quotes)]
    lost = Evidence("lost", Selector("lent 1.25 billion"), anchor=Anchor.ORPHAN)
    claim = Claim("cost", "It cost 1.3 billion", evidence=(lost, *pieces))
    for asked, found in (("1.3", 0), ('"1.25 billion" lent', 1), ("bil* -cost went", 2), ("elsewhere", 0), ("t", 0)):
        assert passage_for(claim, parse_query(asked).terms) == pieces[found]
    assert passage_for(Claim("none", "Nothing"), parse_query("nothing").terms) is None
