import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.passage import Change, ChangeKind
from dossier.store.anchors.changes import compare


@pytest.mark.parametrize(
    ("old", "new", "kind", "before", "after"),
    [
        ("create 8,000 jobs", "create 9,000 jobs", ChangeKind.NUMBER, "8,000", "9,000"),
        ("two men", "three men", ChangeKind.NUMBER, "two", "three"),
        ("$1.3 million", "$1.3 billion", ChangeKind.NUMBER, "million", "billion"),
        ("it fell 5 degrees", "it fell -5 degrees", ChangeKind.NUMBER, "5", "-5"),
        ("1½ pounds of flour", "1¼ pounds of flour", ChangeKind.NUMBER, "½", "¼"),
        ("$5 a day", "€5 a day", ChangeKind.CURRENCY, "$", "€"),
        ("5 USD a day", "5 EUR a day", ChangeKind.CURRENCY, "USD", "EUR"),
        ("40 miles away", "40 kilometres away", ChangeKind.UNIT, "miles", "kilometres"),
        ("40% of it", "40 pp of it", ChangeKind.UNIT, "%", "pp"),
        ("on 12 May 2024", "on 12 June 2024", ChangeKind.DATE, "May", "June"),
        ("on 12 May 2024", "on 13 May 2024", ChangeKind.DATE, "12", "13"),
        ("he left on Monday", "he left on Friday", ChangeKind.DATE, "Monday", "Friday"),
        ("Tuesday's vote is over", "Friday's vote is over", ChangeKind.DATE, "Tuesday's", "Friday's"),
        ("he left today", "he left yesterday", ChangeKind.DATE, "today", "yesterday"),
        ("it is safe", "it is not safe", ChangeKind.NEGATION, "", "not"),
        ("it isn't safe", "it is safe", ChangeKind.NEGATION, "isn't", "is"),
        ("it can be safe", "it cannot be safe", ChangeKind.NEGATION, "can", "cannot"),
        ("it will open", "it may open", ChangeKind.MODAL, "will", "may"),
        ("he'll open it", "he opened it", ChangeKind.MODAL, "he'll open", "he opened"),
        ("the mine that Baker owns", "the mine that Cole owns", ChangeKind.NAME, "Baker", "Cole"),
        ("more will come, Baker said", "more will come, Cole said", ChangeKind.SPEAKER, "Baker", "Cole"),
        ("a large mine", "a small mine", ChangeKind.WORDING, "large", "small"),
        ("the mine is open.", "the mine is open?", ChangeKind.WORDING, "", "?"),
        ("we're there", "were there", ChangeKind.WORDING, "we're", "were"),
        ("to re-sign it", "to resign it", ChangeKind.WORDING, "re-sign", "resign"),
        ("他说可以", "他说不可以", ChangeKind.WORDING, "", "不"),
    ],
)
def test_a_material_change_is_told_by_its_kind_and_words(old, new, kind, before, after):
    assert compare(old, new).changes == (Change(kind, before, after),)
    assert compare(new, old).changes == (Change(kind, after, before),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the “US–Pakistan” deal", 'THE "US-Pakistan" deal'),
        ("one, two", "one two"),
        ("Mr. Baker", "Mr Baker"),
        ("8,000 jobs", "8000 jobs"),
        ("a well-known mine", "a well-\nknown mine"),
        ("minerals", "min-\nerals"),
        ("the ﬁrst", "the first"),
        ("e\u0301lan", "élan"),
        ("(copper) mine", "copper mine"),
    ],
)
def test_what_is_only_looks_is_no_material_change(old, new):
    for comparison in (compare(old, new), compare(new, old)):
        assert {change.kind for change in comparison.changes} == {ChangeKind.LOOKS}
        assert comparison.share == 1.0
        assert not comparison.material


def test_the_same_words_have_no_changes():
    assert compare("8,000 jobs", "8,000 jobs") == (1.0, ())
    assert compare("", "") == (1.0, ())


def test_every_change_is_told_in_order():
    assert compare("Baker will pay $5 million today", "Baker may pay €5 million yesterday").changes == (
        Change(ChangeKind.MODAL, "will", "may"),
        Change(ChangeKind.CURRENCY, "$", "€"),
        Change(ChangeKind.DATE, "today", "yesterday"),
    )


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("will create jobs", "will not create jobs", 14 / 15.5),
        ("aaaa bbbb cccc", "aaaa bbbb", 8 / 12),
        ("aaaa bbbb cccc", "aaaa bbbb dddd", 8 / 12),
        ("9999 aaaa", "1111 aaaa", 0.8),
    ],
)
def test_the_share_is_what_is_left_by_letters(old, new, share):
    assert compare(old, new).share == pytest.approx(share)


_KNOWN = ["the", "mine", "will", "not", "8,000", "$5", "Baker", "said", "May", "percent", ",", ".", "“", "”"]
WORDS = st.lists(st.sampled_from(_KNOWN), max_size=12)


@given(WORDS, WORDS)
def test_a_comparison_is_cosmetic_only_where_the_words_are_the_same(one, other):
    comparison = compare(" ".join(one), " ".join(other))
    words = [[word for word in row if word not in ",.“”"] for row in (one, other)]
    assert comparison.material == (words[0] != words[1])
    assert 0.0 <= comparison.share <= 1.0
    if not comparison.material:
        assert comparison.share == 1.0
