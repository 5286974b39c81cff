import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.sentences.quotations import quotation_spans


def quoted(text):
    return [text[start:end] for start, end in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said, "We won. They lost." And "no".', ['"We won. They lost."', '"no"']),
        ("“One,” he said. “Two. Three.”", ["“One,”", "“Two. Three.”"]),
        ("''Big story,'' he said, ''is ''", ["''Big story,''", "''is ''"]),
        ("He is ``big'' here.", ["``big''"]),
        ("''He said: 'It is so.''' Yes.", ["''He said: 'It is so.'''"]),
        ("«Oui», dit-il; „Ja“, sagte er.", ["«Oui»", "„Ja“"]),
        ('“text" and', ['“text"']),
        ("(“a”—“b”)", ["“a”", "“b”"]),
        ('" We won . " he said', ['" We won . "']),
        ("nothing", []),
        ("", []),
    ],
)
def test_marks(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“a “b” c” d", ["“a “b” c”"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("‘He said “no” to us,’ she said.", ["‘He said “no” to us,’"]),
        ('“He said "no" and "yes" to us” x', ['“He said "no" and "yes" to us”']),
        ("He said “‘no’ is no”.", ["“‘no’ is no”"]),
    ],
)
def test_quotations_within_quotations_belong_to_the_outer_one(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“open to the end \n\nNext.", ["“open to the end"]),
        ("“We go.\n\n“They stay,” he said.", ["“We go.", "“They stay,”"]),
        ("“We go. “They stay,” he said. “Yes.”", ["“We go.", "“They stay,”", "“Yes.”"]),
        ('"We go.', ['"We go.']),
        ("“They see that. “", ["“They see that. “"]),
        ("end of it,” he said. “New.”", ["“New.”"]),
    ],
)
def test_unclosed_quotations_end_with_the_paragraph_or_the_next(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("O’Brien's boss in the '90s and rock ’n’ roll", []),
        ("Get 'em, the workers' rights", []),
        ("Ray: ‘Of Course’ the workers’ rights", ["‘Of Course’"]),
        ("‘the workers’ rights,’ he said", ["‘the workers’ rights,’"]),
        ("the 'task' of the gov't", ["'task'"]),
        ("“Today”’s show", ["“Today”"]),
        ('a 6" pipe and "so" on', ['"so"']),
    ],
)
def test_apostrophes_and_inches_are_no_marks(text, found):
    assert quoted(text) == found


def test_only_the_stretch_is_read():
    text = "“a” “b” “c”"
    assert quotation_spans(text, 4, 7) == [(4, 7)]


@given(st.text(alphabet=" \na.s'\"“”‘’„«»`,", max_size=60))
def test_spans_are_in_order_and_apart(text):
    edges = [edge for span in quotation_spans(text) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in quotation_spans(text))


def test_ten_thousand_marks():
    assert len(quotation_spans("“a” " * 5_000)) == 5_000
    assert len(quotation_spans('"' * 10_000)) <= 10_000
