from dossier.model.passage import Anchor, Selector
from dossier.store.anchors.finding import QuoteFinder
from tests.benchmarks.mutations.case import reading

FIRST, LAST = "The first words of all stand here.", "The last words of all stand here."
TWICE = "Here stands what was said twice."
BEFORE, TOLD, AFTER = Selector(FIRST, start=0), Selector(TWICE, " ", " ", start=40), Selector(LAST, start=80)


def found(*parts):
    text = " ".join(parts)
    return text, QuoteFinder(reading(text)).find_all([BEFORE, TOLD, AFTER])[TOLD]


def test_the_only_copy_between_its_neighbours_is_meant():
    text, one = found("Well.", TWICE, FIRST, "And so on.", TWICE, "And so on.", LAST)
    assert one[:3] == (Anchor.MOVED, text.rindex(TWICE), text.rindex(TWICE) + len(TWICE))


def test_two_copies_between_them_stay_ambiguous():
    text, one = found(FIRST, TWICE, "And so on.", TWICE, LAST)
    assert (one.anchor, one.start) == (Anchor.AMBIGUOUS, text.index(TWICE))


def test_no_order_is_known_without_both_neighbours():
    assert found("Well.", TWICE, FIRST, "And so on.", TWICE)[1].anchor is Anchor.AMBIGUOUS
