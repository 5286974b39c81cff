import pytest

from dossier.model.passage import Anchor, Change, ChangeKind
from dossier.store.anchors.finding import anchor
from dossier.store.anchors.selectors import selector_for
from tests.benchmarks.mutations.case import reading

TEXT = (
    'It was a day of talks in the capital. The company will create 8,000 jobs in the province," Baker said in Quetta.'
)
START = TEXT.index("create")
QUOTE = "create 8,000 jobs in the province"


def after(old, new):
    selector = selector_for(TEXT, START, START + len(QUOTE))
    text = TEXT.replace(old, new)
    found = anchor(selector, reading(text))
    assert text[found.start : found.end] == QUOTE
    return found


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("will create", "will not create", Change(ChangeKind.NEGATION, "", "not")),
        ("will create", "may create", Change(ChangeKind.MODAL, "will", "may")),
        ("Baker said", "Cole said", Change(ChangeKind.SPEAKER, "Baker", "Cole")),
    ],
)
def test_what_turns_a_quote_beside_it_is_material(old, new, change):
    found = after(old, new)
    assert (found.anchor, found.changes) == (Anchor.ALTERED, (change,))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was a day of talks", "It was not a day of talks"),
        ("in Quetta", "in Lahore"),
        ("The company", "The old company"),
        ('province," Baker said', "province,” Baker said"),
    ],
)
def test_other_changes_beside_it_are_none(old, new):
    found = after(old, new)
    assert found.anchor in (Anchor.FOUND, Anchor.MOVED)
    assert found.changes == ()


def test_another_paragraph_around_it_tells_nothing():
    selector = selector_for(TEXT, START, START + len(QUOTE))
    found = anchor(selector, reading(f"Nobody can {QUOTE}, and not the state."))
    assert (found.anchor, found.changes) == (Anchor.MOVED, ())
