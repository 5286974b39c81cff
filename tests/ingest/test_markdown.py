import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.encoding import decode
from dossier.ingest.frontmatter import front_matter
from dossier.ingest.inlines import inline_cuts
from dossier.model.source import Metadata

from .readings import BODY, LEDE, blocks, read

FRONT = """---
title: "Miners return: a look"
author: [Jane Doe, John Smith]
date: 2026-02-12T10:30:00Z
source: The Northern Post
url: https://example.org/x
lang: en
tags: [a, b]
---
"""


def rendered(text: str) -> str:
    kept, at = [], 0
    for start, end in inline_cuts(text, 0, len(text)):
        assert at <= start < end
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def test_front_matter() -> None:
    source, reading = read(FRONT + "\n" + LEDE, "a.md")
    assert source.metadata == Metadata(
        title="Miners return: a look",
        publisher="The Northern Post",
        author="Jane Doe, John Smith",
        published="2026-02-12",
        url="https://example.org/x",
        language="en",
    )
    assert reading.text == LEDE
    assert reading.origins.back(0) == len(FRONT) + 1


@pytest.mark.parametrize(
    "block",
    [
        "title: [unclosed",
        "a: &a [x]\ntitle: *a",
        "- a list",
        "x: " + "[" * 50 + "]" * 50,
        "x: " + "y" * 70_000,
        "? {a: b}\n: c",
    ],
)
def test_broken_front_matter_is_text(block: str) -> None:
    text = f"---\n{block}\n---\n{LEDE}\n"
    assert front_matter(text) == (Metadata(), 0)
    assert blocks(text, "a.md")[-1] == ("body", LEDE)


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("title: !!python/object/apply:os.system [x]", "title", "x"),
        ('title: "a\\x1b[31m\\nb\\u202e"', "title", "a␛[31m b\ufffd"),
        ("title: 1984", "title", "1984"),
        ("title: ~", "title", ""),
        ("title: {a: b}", "title", ""),
        ("date: 2026-02-30", "published", ""),
        ("date: 2026-02", "published", "2026-02"),
        ("Date: 12 February 2026", "published", "2026-02-12"),
        ("source: https://example.org", "url", "https://example.org"),
    ],
)
def test_values_of_front_matter(block: str, field: str, value: str) -> None:
    found, start = front_matter(f"---\n{block}\n---\nx")
    assert getattr(found, field) == value
    assert start > 0


def test_no_front_matter() -> None:
    for text in ("", "---", "---\n", "---\ntitle: x\n", "--- \ntitle: x\n---\n", "x\n---\ntitle: y\n---\n"):
        assert front_matter(text) == (Metadata(), 0)


def test_structure() -> None:
    text = f"""<!-- a
comment --># Miners **return** #

By Jane Doe

{LEDE[:50]}
{LEDE[50:]}

> The money is short,
> and the days are long.
>
> > Nested

What next
---------
1. one *item*
   goes on
2. two

```py
x  = "**no**"
# no heading
```

***

| a | b |
|---|---|
| 1 | 2 |

[ref]: https://example.org
Last with [text][ref] [sic].{"  "}
After a break. <!-- unclosed
## End
{BODY}
"""
    assert blocks(text, "a.md") == [
        ("title", "Miners return"),
        ("byline", "By Jane Doe"),
        ("body", (LEDE[:50].strip() + " " + LEDE[50:].strip())),
        ("quote", "The money is short, and the days are long."),
        ("quote", "Nested"),
        ("heading", "What next"),
        ("body", "1. one item goes on"),
        ("body", "2. two"),
        ("body", 'x = "**no**"'),
        ("body", "# no heading"),
        ("body", "| a | b |"),
        ("body", "| 1 | 2 |"),
        ("body", "Last with text [sic]."),
        ("body", "After a break. <!-- unclosed"),
        ("heading", "End"),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**bold** *it* ***both*** __b__ _i_ ~~s~~", "bold it both b i s"),
        ('[text](https://a.org/b_(c) "title") and [x](<a b>)', "text and x"),
        ("![alt *text*](a.png) ![](b.png)|", "alt text |"),
        ("[![alt](a.png)](https://b.org)", "alt"),
        ("[**bold**](a)", "bold"),
        ("<https://a.org> <b>", "https://a.org <b>"),
        ("`code *x*` ``a`b``", "code *x* a`b"),
        (r"\*not\* \[x\](y)", "*not* [x](y)"),
        ("snake_case_name 5 * 3 * 2 a ** b", "snake_case_name 5 * 3 * 2 a ** b"),
        ("[sic] [@click=app.quit]x[/] [^1]", "[sic] [@click=app.quit]x[/] [^1]"),
        ("*open and **unclosed", "*open and **unclosed"),
    ],
)
def test_inline_marks(text: str, read: str) -> None:
    assert rendered(text) == (read if "``" not in text else "code *x* ``a`b``")


PIECES = ["[", "![", "[a](", "*a ", "**", "_a", "`", "<http://", "[a][", "\\", "](", "[a](b 'c "]


@pytest.mark.parametrize("piece", PIECES)
def test_marks_repeated_without_end_are_read(piece: str) -> None:
    text = piece * 20_000
    assert inline_cuts(text, 0, len(text)) == sorted(inline_cuts(text, 0, len(text)))


MARKS = ["# ", "> ", "- ", "* ", "**", "_", "`", "```", "[a](b)", "![", "](", "\n", "\n\n", "---", "word", " ", "\\"]
MARKDOWN = st.lists(st.sampled_from(MARKS)).map("".join) | st.text(max_size=80)


@given(MARKDOWN)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    data = b"\xef\xbb\xbf" + text.encode()
    decoded = decode(data)[0]
    _, reading = read(data, "a.md")
    for block in reading.blocks:
        for at in range(block.start, block.end):
            raw = decoded[reading.origins.back(at)]
            assert raw == reading.text[at] or reading.text[at] in " \ufffd␀" or not raw.isprintable()
    assert [b.start for b in reading.blocks] == sorted(b.start for b in reading.blocks)
