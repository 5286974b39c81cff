import pytest

from dossier.ingest.boilerplate import is_appeal, is_boilerplate
from dossier.ingest.captions import is_caption
from dossier.ingest.shapes import ends_sentence, is_quotation, is_title_case

from .readings import BODY, FOURTH, LEDE, MORE, blocks, kinds


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_whole_head() -> None:
    head = [
        ("boilerplate", "World > Asia"),
        ("boilerplate", "NEWS ANALYSIS"),
        ("title", "Miners Return to the Hills"),
        ("standfirst", "After three weeks the pits are open again."),
        ("byline", "By Jane Doe and Ali bin Omar | Reuters"),
        ("dateline", "Published: 12 Feb 2026, 10:30 GMT | Updated 13 Feb 2026"),
        ("boilerplate", "icon-facebook icon-twitter icon-whatsapp"),
        ("caption", "Miners leave the pit on Monday. (AFP/Getty Images)"),
        ("body", "QUETTA: " + LEDE),
    ]
    assert blocks(page(*(text for _, text in head), BODY))[:-1] == head


def test_a_text_that_starts_with_its_lede_has_no_title() -> None:
    assert kinds(page(LEDE, BODY)) == ["body", "body"]
    assert kinds(page("The mine is closed.", LEDE, BODY)) == ["body", "body", "body"]


@pytest.mark.parametrize(
    "title",
    [
        "Miners return to the hills",
        "Golden Opportunity? Why Miners Are Back",
        "“We are back”: miners return",
        "Miners Return To The Northern Hills After Strike.",
        "What next?",
        "2026 in mining",
    ],
)
def test_titles(title: str) -> None:
    assert blocks(page(title, LEDE, BODY))[0] == ("title", title)
    assert blocks("\n".join((title, LEDE, BODY)))[0] == ("title", title)


def test_a_title_of_two_sentences_stands_over_a_byline() -> None:
    title = "Before the mine closed, a miner warned it would. His letter sat unread."
    assert kinds(page(title, "By Laura Benit", "February 12, 2026", LEDE, BODY))[:3] == ["title", "byline", "dateline"]


def test_a_stopped_line_over_a_dateline_is_the_title() -> None:
    assert kinds(page("Miners return to the hills.", "QUETTA (AFP) - " + LEDE, BODY))[0] == "title"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Minister to reopen the northern mine.", "title"),
        ("The northern mine's second life.", "title"),
        ("The northern mine was closed.", "body"),
        ("It rained in the hills.", "body"),
        ("Police arrested three men in Vardal.", "body"),
        ("A bomb hits Vardal on Monday.", "body"),
        ("The northern mine reopens after a long strike of those who work in it, and of those who do not.", "body"),
    ],
)
def test_a_short_line_with_a_stop_over_a_long_paragraph(line: str, kind: str) -> None:
    assert kinds(page(line, LEDE * 3, BODY))[0] == kind


def test_a_title_with_a_second_deck() -> None:
    assert kinds("Miners return to the hills;\nPits open again after weeks of strike.\n\n" + page(LEDE, BODY)) == [
        "title",
        "standfirst",
        "body",
        "body",
    ]


def test_a_standfirst_without_a_stop() -> None:
    standfirst = "As the strike ends after three weeks, the company looks for a way to win back the trust it lost"
    assert kinds("\n".join(("Miners return", standfirst, LEDE, BODY))) == ["title", "standfirst", "body", "body"]


def test_a_name_over_the_date_is_a_byline() -> None:
    assert kinds("\n".join(("Miners return to the hills", "Jane Doe", "February 13, 2026", LEDE, BODY)))[:3] == [
        "title",
        "byline",
        "dateline",
    ]


def test_a_title_may_end_like_a_desk() -> None:
    assert kinds(page("Company Names New Chief", "Staff Reporter", LEDE, BODY)) == ["title", "byline", "body", "body"]


def test_a_lede_full_of_names_is_no_title() -> None:
    lede = "President of the Senate John Smith and Senators Jane Doe and Ali Omar took Police Chief Roe to court."
    assert kinds(page(lede, BODY + " " + MORE, MORE))[0] == "body"


def test_headings_stand_over_longer_text() -> None:
    for between in ("\n", "\n\n"):
        text = between.join((LEDE, "What Happens Next", BODY, "and so on", MORE, "The last line"))
        assert kinds(text) == ["body", "heading", "body", "body", "body", "body"]


def test_two_headings_over_one_text() -> None:
    assert kinds(page(LEDE, "Background", "How it began", BODY)) == ["body", "heading", "heading", "body"]


def test_verse_and_lists_have_no_headings() -> None:
    verse = "The lamp was lit at even\nThe lamp was out at dawn\nAnd nobody in heaven\nCould say where it had gone"
    assert set(kinds(verse)) == {"body"}
    assert set(kinds(page(LEDE, "- flour\n- salt\n- candles", BODY))) == {"body"}


def test_quotations_alone() -> None:
    quote = "“We are back, and we are glad of it, whatever the company may say about us in its papers.”"
    assert kinds(page(LEDE, quote, BODY)) == ["body", "quote", "body"]
    assert kinds(page(LEDE, quote + " he said.", BODY)) == ["body", "body", "body"]
    assert not is_quotation("“Yes,” he said. “No.”")
    assert not is_quotation('"')
    assert is_quotation("''A quote in two apostrophes.''")
    assert is_quotation("«Une citation.»")


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Jane Doe",
        "File photo of the mine near Quetta.",
        "Miners leave the pit. (REUTERS)",
        "Miners leave the pit [AP Photo/Jane Doe]",
        "Miners leave the pit. — AFP",
        "The minister speaks to reporters. Photo: AFP/File",
        "Image courtesy of the ministry",
        "Officials at the signing (Image: Dawn)",
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)
    assert kinds(page(LEDE, text, BODY)) == ["body", "caption", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "He pointed to the report of the commission (see page 12).",
        "The minister (right) said nothing.",
        "QUETTA: The miners came back, officials said. — APP",
        "Photographs of the mine were shown in court.",
        "He works for an agency — Reuters.",
        "The talks were led by the Environmental Protection Agency (EPA)",
        LEDE + " (PTI contributed to this report)",
    ],
)
def test_no_captions(text: str) -> None:
    assert not is_caption(text)


def test_an_agency_signs_the_last_paragraph() -> None:
    assert kinds(page(LEDE, BODY + " (AFP)")) == ["body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "icon-facebook icon-twitter icon-whatsapp",
        "Share on Facebook",
        "Facebook | Twitter | Email",
        "ADVERTISEMENT",
        "— Advertisement —",
        "Read more »",
        "READ MORE: Strike ends after talks",
        "Related articles",
        "Follow us on Instagram",
        "Subscribe here, and listen to the latest episode below.",
        "For more from The Northern Post, download our app.",
        "Follow The Northern Post on X, Instagram and Facebook for more.",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing",
        "© 2026 The Northern Post",
        "Copyright 2026 Northern Post. All rights reserved.",
        "We use cookies to improve your experience.",
        "Published in The Northern Post, February 13th, 2026",
        "https://example.org/a/b?c=d",
        "* * *",
    ],
)
def test_furniture(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "He shared the news on Facebook with friends.",
        "Facebook said it would comply.",
        "Follow the money, said the minister.",
        "The advertisement ran for three weeks.",
        "He holds the copyright in the 2019 book.",
        "Like others on Twitter, he said the strike was over.",
        "“Read more books,” he told them.",
        "Published figures show a fall.",
        "We.",
        "2026",
        LEDE,
    ],
)
def test_no_furniture(text: str) -> None:
    assert not is_boilerplate(text)
    assert not is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "This winter, please support:",
        "Support our journalism",
        "Donate now",
        "If you value our work, please consider a donation.",
        "We rely on readers like you.",
        "For as little as $1, become a member today!",
    ],
)
def test_appeals(text: str) -> None:
    assert is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "He urged people to donate to the fund.",
        "The charity asked them to make a donation.",
        "“Please support us,” he said.",
        "The union said it relies on donations.",
    ],
)
def test_reports_of_appeals(text: str) -> None:
    assert not is_appeal(text)


RUN = ["This winter, give now:", "Light and warmth", "Our people are in five towns.", "They know.", "Our aim: facts."]


def test_an_appeal_runs_to_the_wider_gap() -> None:
    text = "\n".join((LEDE, BODY, *RUN)) + "\n\n\n" + "\n".join((MORE, "He declined to comment.", FOURTH))
    assert kinds(text) == ["body", "body", *["boilerplate"] * 5, "body", "body", "body"]


def test_an_appeal_without_a_wider_gap_does_not_swallow_the_report() -> None:
    text = page(LEDE, "Donate now", "The mayor was silent.", "He left.", BODY)
    assert kinds(text) == ["body", "boilerplate", "body", "body", "body"]
    text = page(LEDE, "Support our journalism", "We need you.", "Donate today", "The mayor was silent.", BODY)
    assert kinds(text) == ["body", "boilerplate", "boilerplate", "boilerplate", "body", "body"]


def test_who_wrote_it_at_the_end() -> None:
    assert kinds(page(LEDE, BODY, "(Reporting by Jane Doe; Editing by John Smith)")) == ["body", "body", "byline"]


def test_a_date_between_paragraphs_is_no_dateline() -> None:
    diary = page(LEDE, "12 February 2026", BODY, "13 February 2026", MORE, *[FOURTH] * 5)
    assert kinds(diary)[:5] == ["body", "heading", "body", "heading", "body"]


def test_shapes() -> None:
    assert ends_sentence("He said “no.”")
    assert ends_sentence("as follows:")
    assert not ends_sentence("What next?")
    assert not ends_sentence("To be continued…")
    assert is_title_case("Miners Return to the Northern Hills")
    assert not is_title_case("Miners return to the northern hills")
    assert not is_title_case("The mine")


@pytest.mark.parametrize("text", ["", ".", "“", "(", "|", "By", "By ", "©", "-", "…", "Photo:", "1.", "> ", "''"])
def test_small_texts_are_something(text: str) -> None:
    assert len(kinds(text)) == (1 if text.strip() else 0)


def test_a_sentence_that_begins_with_an_address_is_no_furniture() -> None:
    assert not is_boilerplate(
        "http: / / www.vale.example is the address that the man typed before he died, police say."
    )
    assert is_boilerplate("http: / / www. vale. example/news / miners - return/874560 /")
