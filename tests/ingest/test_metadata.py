import pytest

from dossier.ingest.bylines import byline
from dossier.ingest.datelines import date_line, dateline
from dossier.ingest.dates import dates, iso_date
from dossier.ingest.imprint import imprint
from dossier.ingest.metadata import place
from dossier.ingest.reading import read_bytes
from dossier.model.source import Metadata

from .readings import BODY, LEDE, read


def known(*lines: str) -> Metadata:
    return read("\n\n".join(lines))[0].metadata


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thu Feb 12 2026", "2026-02-12"),
        ("12 February 2026", "2026-02-12"),
        ("12th of February, 2026", "2026-02-12"),
        ("February 13th, 2026", "2026-02-13"),
        ("2026-02-12", "2026-02-12"),
        ("2026/2/12", "2026-02-12"),
        ("2026-02-12T10:30:00Z", "2026-02-12"),
        ("Feb. 12, 2026 10:30 GMT", "2026-02-12"),
        ("12.02.2026", "2026-02-12"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("Sept. 2025", "2025-09"),
        ("2026-02", "2026-02"),
        ("2026", "2026"),
        ("3/4/2026", ""),
        ("30 February 2026", ""),
        ("Feb 12", ""),
        ("may last 37 years", ""),
        ("version 1.2.2026001", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert iso_date(text) == iso


def test_where_dates_stand() -> None:
    text = "From 1 May 2025 to June 3rd, 2026."
    found = [(text[start:end], iso) for start, end, iso in dates(text)]
    assert found == [("1 May 2025", "2025-05-01"), ("June 3rd, 2026", "2026-06-03")]


@pytest.mark.parametrize(
    "line",
    [
        "Thu Feb 12 2026",
        "12 February 2026",
        "Feb. 12, 2026 10:30 GMT",
        "Published: Thursday, 12 February 2026, 4:05 p.m. ET",
        "Updated Feb 14, 2026 | Published Feb 12, 2026",
        "ISLAMABAD, Feb 12, 2026",
        "New Delhi | 12 February 2026",
        "2026-02-12T10:30:00+05:30",
        "POSTED: 1052 GMT (1852 HKT), February 12, 2026",
        "Posted on February 12, 2026",
        "12 Feb 2026 • 3 min read",
    ],
)
def test_lines_of_date_and_place(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.published == "2026-02-12"
    assert known("Miners return to the hills", line, LEDE, BODY).published == "2026-02-12"


@pytest.mark.parametrize(
    "line",
    [
        "The meeting was on 12 February 2026",
        "Budget talks resume in February 2026",
        "Published in Dawn, 12 February 2026",
        "Thursday",
        "Since 2025",
    ],
)
def test_lines_that_only_hold_a_date(line: str) -> None:
    assert date_line(line) is None


def test_an_update_is_the_publication_only_where_nothing_else_tells() -> None:
    updated = "Miners return to the hills", "Updated 14 Feb 2026"
    assert known(*updated, LEDE, BODY).published == "2026-02-14"
    assert known(*updated, "Published 12 Feb 2026", LEDE, BODY).published == "2026-02-12"
    assert known("https://vale.example/2026/feb/13/miners", *updated, LEDE, BODY).published == "2026-02-13"


@pytest.mark.parametrize(
    ("address", "iso"),
    [
        ("http://www.vale.example/world/2026/feb/13/miners-return", "2026-02-13"),
        ("http://vale.example/2026-02-13/news/25441_1_miners", "2026-02-13"),
        ("http://vale.example/2026/WORLD/02/13/miners/index.html", "2026-02-13"),
        ("http://vale.example/2026/02/miners.html", "2026-02"),
        ("http://vale.example/world/2026/nov/07/miners", "2026-11-07"),
        ("http://vale.example/2026/september/16/miners", "2026-09-16"),
        ("http: / / www. vale. example/2026/02/13/miners", "2026-02-13"),
        ("http://vale.example/2026/02/31/miners.html", ""),
        ("http://vale.example/id/20260213/miners-2026", ""),
        ("http://vale.example/story/2026/38/miners", ""),
    ],
)
def test_the_date_in_an_address(address: str, iso: str) -> None:
    found = known(address, "Miners return to the hills", LEDE, BODY)
    assert (found.url, found.title, found.published) == (
        "".join(address.split()),
        "Miners return to the hills",
        iso,
    )


@pytest.mark.parametrize(
    ("file", "iso"),
    [
        ("herald_2026-02-13_miners.txt", "2026-02-13"),
        ("2026-02-13 Miners.md", "2026-02-13"),
        ("herald_2026-13-40.txt", ""),
        ("12026-02-134.txt", ""),
    ],
)
def test_the_date_in_a_file_name(file: str, iso: str) -> None:
    source, _ = read_bytes(f"Miners return to the hills\n\n{LEDE}\n\n{BODY}\n".encode(), file, "1")
    assert source.metadata.published == iso
    source, _ = read_bytes(f"Miners return\n\nPublished 12 Feb 2026\n\n{LEDE}\n\n{BODY}\n".encode(), file, "1")
    assert source.metadata.published == "2026-02-12"


def test_a_date_in_running_text_is_not_the_publication() -> None:
    assert known("In a meeting on Thursday, February 12, 2026, " + LEDE.lower(), BODY) == Metadata()
    assert known("12 February 2026 was the day the miners came back, officials said, after weeks.", BODY) == Metadata()


@pytest.mark.parametrize(
    ("text", "where", "published"),
    [
        ("ISLAMABAD: Pakistan and", "ISLAMABAD", ""),
        ("[Islamabad] The United States", "Islamabad", ""),
        ("CHARLESTON, S.C. — In the fall", "CHARLESTON, S.C.", ""),
        ("Cleveland (AFP) – The troops", "Cleveland", ""),
        ("NEW DELHI, Feb 12, 2026 (Reuters) - The", "NEW DELHI", "2026-02-12"),
        ("date 2026-02-06 Washington: The US State", "Washington", "2026-02-06"),
        ("12 February 2026 Quetta — The miners", "Quetta", "2026-02-12"),
        ("Quetta, 12 February 2026 – The miners", "Quetta", "2026-02-12"),
        ("New Delhi, February 12, 2026: The miners", "New Delhi", "2026-02-12"),
    ],
)
def test_datelines(text: str, where: str, published: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.published) == (where, published)
    assert text[found.end :][:2] in ("Pa", "Th", "In")


@pytest.mark.parametrize(
    "text",
    [
        "In Quetta, in May 2026 – he",
        "Quetta, a town since 2026 – and",
        "Reko Diq: A Strategic Asset",
        "OPINION: Why it matters",
        "The army (ISPR) - said",
        "Naqvi: we will",
        "[sic] he",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline(text) is None


def test_the_place_of_a_report() -> None:
    _, reading = read(f"Miners return\n\nQUETTA: {LEDE}")
    texts = [reading.text[block.start : block.end] for block in reading.blocks]
    assert place(texts, [block.kind for block in reading.blocks]) == "QUETTA"
    assert place([LEDE], [block.kind for block in read(LEDE)[1].blocks]) == ""


def test_a_caption_with_a_glued_head() -> None:
    head = " date 2026-02-06 Quetta: Miners are back. The minister attends a meeting on Wednesday. (REUTERS)"
    source, reading = read(f"{head}\n\n{LEDE}\n\n{BODY}")
    assert source.metadata == Metadata(published="2026-02-06")
    assert [block.kind.value for block in reading.blocks] == ["caption", "body", "body"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("JANE DOE",)),
        ("By Jane Doe and Ali bin Omar, Staff Writers", ("Jane Doe", "Ali bin Omar")),
        ("Written by J. R. Smith for The Northern Post", ("J. R. Smith",)),
        ("By Jane Doe | Feb. 12, 2026", ("Jane Doe",)),
        ("By Our Staff Reporter", ()),
        ("By Reuters", ("Reuters",)),
        ("Jane Doe | Reuters", ("Jane Doe",)),
        ("| Reuters", ()),
        ("Web Desk", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert byline(line) == authors


@pytest.mark.parametrize(
    "line",
    ["By contrast", "By Land and Sea", "By Thursday evening the pits opened", "By Monday Morning", "Bygone Days"],
)
def test_no_bylines(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published in SouthAsianDesk, February 13th, 2026", ("SouthAsianDesk", "2026-02-13")),
        ("Published in Dawn, February 13th, 2026", ("Dawn", "2026-02-13")),
        ("This article was originally published by The Post on 12 May 2025.", ("The Post", "2025-05-12")),
        ("This story first appeared in the Post and is republished with permission.", ("the Post", "")),
        ("© 2026 The Northern Post. All rights reserved.", ("The Northern Post", "")),
        ("Copyright (c) 2024-2026 by Northern Media", ("Northern Media", "")),
        ("© 2026 Getty Images", ("", "")),
        ("Published in a hurry", ("", "")),
    ],
)
def test_imprints(line: str, expected: tuple[str, str]) -> None:
    assert imprint(line) == expected


def test_labelled_lines_on_top() -> None:
    head = [
        "Title: Miners return",
        "Author: Jane Doe",
        "Date: 12 February 2026",
        "Source: The Post",
        "URL: https://x.org/a",
    ]
    assert known("\n".join(head), LEDE, BODY) == Metadata(
        title="Miners return", author="Jane Doe", published="2026-02-12", publisher="The Post", url="https://x.org/a"
    )


def test_the_publisher_after_a_bar() -> None:
    found = known("Miners return to the hills | The Northern Post", LEDE, BODY)
    assert (found.title, found.publisher) == ("Miners return to the hills", "The Northern Post")


def test_what_the_end_says() -> None:
    found = known(LEDE, BODY, "(Reporting by Jane Doe; Editing by John Smith)", "Published: 12 Feb 2026")
    assert (found.author, found.published) == ("Jane Doe", "2026-02-12")


def test_nothing_is_invented() -> None:
    assert known(LEDE, BODY, "He spoke to The Northern Post. “By Jane Doe,” it said.") == Metadata()
