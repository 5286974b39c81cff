from textwrap import fill

from dossier.ingest.paragraphs import paragraphs

PROSE = (
    "The first miners came back on Tuesday, officials said, after a strike of three weeks that cost the company "
    "four million dollars and left the town without its main source of income for nearly a month, the longest "
    "stoppage since the pit was opened. Nobody wanted to talk about it, and the mayor said the matter was closed."
)


def found(text: str) -> list[str]:
    return [text[p.start : p.end] for p in paragraphs(text)]


def test_wrapped_paragraphs_are_put_together() -> None:
    for width in (40, 65, 80, 120):
        text = "\n\n".join(fill(PROSE, width) for _ in range(3))
        assert [part.replace("\n", " ") for part in found(text)] == [PROSE] * 3


def test_wrapped_paragraphs_set_off_by_their_short_last_line_or_indent() -> None:
    text = "\n".join(fill(PROSE, 70, initial_indent="   ") for _ in range(4))
    assert [part.replace("\n", " ") for part in found(text)] == [PROSE] * 4


def test_a_paragraph_to_a_line_stays_so() -> None:
    lines = ["Title of It", PROSE, "A short one.", PROSE + PROSE, "Heading", PROSE]
    assert found("\n".join(lines)) == lines
    assert found("\n\n".join(lines)) == lines


def test_sentences_of_like_length_are_not_glued() -> None:
    lines = [f"The minister said on day {n} that he knew of {n * 7} cases in the north." for n in range(10, 30)]
    assert found("\n".join(lines)) == lines


def test_verse_is_not_glued() -> None:
    lines = [
        "The lamp was lit at even in the hall,",
        "The lamp was out before the break of day,",
        "And no one that I met with, great or small,",
        "Had seen who came and carried it away;",
        "I asked the man who lit it and the one",
        "Who sold it, and the cobbler and the priest,",
        "And all of them looked up into the sun",
        "And said that light was surely in the east.",
    ]
    assert found("\n".join(lines)) == lines


def test_lists_in_wrapped_text_are_not_glued() -> None:
    items = ["- flour", "- salt, as much as is left of it in the cellar of the old house there", "- candles", "2. milk"]
    text = fill(PROSE, 70) + "\n\nTo buy:\n" + "\n".join(items) + "\n\n" + fill(PROSE, 70)
    assert [part.replace("\n", " ") for part in found(text)] == [PROSE, "To buy:", *items, PROSE]


def test_a_wrapped_list_item_goes_on_in_its_indented_lines() -> None:
    item = fill(PROSE, 60, initial_indent="* ", subsequent_indent="  ")
    assert found(item + "\n" + item) == [item, item]


def test_blank_lines_are_counted() -> None:
    assert [p.gap for p in paragraphs("\n\na\nb\n\nc\n \n\t\n\nd\n\n")] == [2, 0, 1, 3]


def test_one_line_of_any_length_is_one_paragraph() -> None:
    text = "word " * 200_000
    assert [(p.start, p.end) for p in paragraphs(text)] == [(0, len(text) - 1)]
    assert paragraphs(" " * 100_000 + "\n" * 1000) == []
