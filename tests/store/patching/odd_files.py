"""YAML files in many hands: random items, each written in a random style among random comments."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

NASTY = (
    "no",
    "1.3e9",
    "2025-12",
    "2025-12-01",
    "#",
    "a # b",
    ": ",
    "key: value",
    " leading",
    "trailing ",
    "😀 Ünïcode",
    "two\nlines",
    "one\n\nthree\n",
    "- dash",
    "? mark",
    "[flow]",
    "{map}",
    "'single'",
    '"double"',
    "~",
    "null",
    "",
    "%TAG",
    "@at",
    "`tick",
    "---",
    "...",
    "tab\there",
    "back\\slash",
    "\u2028sep",
    "long words " * 30 + "end",
    "<<",
    "=",
    "y",
    "0x1F",
    "12:30:45",
    "*alias",
    "&anchor",
    "!tag",
    "| pipe",
    "> fold",
    "a, b",
    "x:y",
    "end:",
    "$1.3 billion",
    "\x1b[31m",
    "\r\n",
    "e\u0301",
)
WORDS = st.sampled_from(("gold", "mine", "$5", "Reko Diq", "it's", "of", "a - b", "x", "US's 3%"))
texts = st.one_of(st.sampled_from(NASTY), st.lists(WORDS, min_size=1, max_size=30).map(" ".join), st.text(max_size=12))
texts = texts.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
ids = st.integers(0, 10**6).map(lambda number: f"item-{number}")
COMMENTS = ("# a note", "#", "#- id: not-one", "# key: value # more", "#\t tab", "# é 😀")


def plain_safe(text: str) -> bool:
    """Whether a hand would write it without quotation marks."""
    return bool(text) and all(word.isalnum() for word in text.split(" ")) and text[0].isalpha() and text not in NASTY


def scalars(hand: Random, text: str, indent: int, *, flow: bool = False) -> str:
    """``text`` in one of the styles that can hold it; further lines at ``indent``."""
    pad = " " * indent
    styles = ["double"]
    if text.isprintable() and text:
        styles.append("single")
    words = text.split(" ")
    tame = all(word and word.isprintable() for word in words)
    if plain_safe(text):
        styles.append("plain")
        if len(words) > 2:
            styles.append("plain lines")
    if tame and len(words) > 2:
        styles.append("single lines")
    lines = text.split("\n")
    fits = all(line == line.strip() and line.isprintable() for line in lines) and text.strip("\n") and lines[0]
    if fits and not flow:
        styles.append("literal")
        if tame and len(words) > 2:
            styles.append("folded")
    style = hand.choice(styles)
    half = len(words) // 2
    if style == "double":
        escaped = text.encode("unicode_escape").decode().replace('"', '\\"').replace("\\'", "'")
        return f'"{escaped}"'
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style == "plain":
        return text
    joint = f"\n{pad}"
    if style in ("plain lines", "single lines"):
        joined = " ".join(words[:half]) + joint + " ".join(words[half:])
        return joined if style[0] == "p" else "'" + joined.replace("'", "''") + "'"
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomp = "-" if ends == 0 else ("" if ends == 1 and (hand.random() < 0.5) else "+")
    head = ("|" if style == "literal" else ">") + chomp + hand.choice(("", "  # why"))
    if style == "folded":
        return head + joint + " ".join(words[:half]) + joint + " ".join(words[half:])
    rest = "\n" * max(ends - 1, 0) if chomp == "+" else ""
    return head + "".join("\n" + (pad + line if line else "") for line in body.split("\n")) + rest


def in_quotes(text: str) -> str:
    """``text`` as a flow scalar that is always right."""
    escaped = text.encode("unicode_escape").decode().replace('"', '\\"').replace("\\'", "'")
    return f'"{escaped}"'


def remarks(hand: Random) -> str:
    """What may stand behind a value on its line."""
    return hand.choice(("", "", "", " # behind", "  ", "\t# tab"))


def lists(hand: Random, values: tuple[str, ...], at: int) -> str:
    """A list of texts below a key at column ``at``, with what stands before it."""
    style = hand.choice(("flow", "flow lines", "block")) if values else "flow"
    pad = " " * (at + 2)
    if style == "flow":
        comma = "," if values and (hand.random() < 0.5) else ""
        return " [" + ", ".join(map(in_quotes, values)) + comma + "]" + remarks(hand)
    if style == "flow lines":
        comma = hand.choice(("", ","))
        lines = [
            pad + in_quotes(one) + ("," if number < len(values) - 1 else comma) + remarks(hand)
            for number, one in enumerate(values)
        ]
        return " [\n" + "\n".join(lines) + "\n" + pad + "]"
    dash = at + hand.choice((0, 2, 4))
    return "".join("\n" + " " * dash + "- " + scalars(hand, one, dash + 2) for one in values)


def evidence(hand: Random, entries: tuple[dict[str, str], ...], at: int) -> str:
    """A list of mappings below a key at column ``at``, in blocks or in brackets."""
    if not entries:
        return " []"
    dash = at + hand.choice((0, 2))
    content = dash + hand.choice((2, 4))
    out = hand.choice(("", "  # those who say it"))
    for entry in entries:
        if hand.randint(0, 4) == 0:
            pairs = ", ".join(f"{key}: {in_quotes(value)}" for key, value in entry.items())
            out += "\n" + " " * dash + "- {" + pairs + "}"
            continue
        if hand.randint(0, 4) == 0:
            out += "\n" + " " * dash + "# about the next"
        lines = block_pairs(hand, entry, content)
        out += "\n" + " " * dash + "-" + " " * (content - dash - 1) + lines
    return out


def block_pairs(hand: Random, item: dict[str, object], at: int) -> str:
    """The lines of a mapping with its keys at column ``at``; the first is not indented."""
    out = []
    for key, value in item.items():
        name = hand.choice((key, key, key, f'"{key}"', f"'{key}'"))
        if isinstance(value, str):
            written = scalars(hand, value, at + hand.randint(1, 4))
            below = "" if written[0] in "|>" else remarks(hand)
            out.append(f"{name}: {written}{below}")
        elif value and isinstance(value[0], dict):
            out.append(f"{name}:{evidence(hand, value, at)}")
        else:
            out.append(f"{name}:{lists(hand, value, at)}")
        if hand.randint(0, 7) == 0:
            out.append(hand.choice(COMMENTS))
    return ("\n" + " " * at).join(out)


entry_values = st.fixed_dictionaries(
    {"source": WORDS, "quote": texts},
    optional={"speaker": texts, "date": st.just("2025-12-01"), "why": texts, "start": st.just("17")},
)
item_values = st.fixed_dictionaries(
    {"id": ids, "text": texts},
    optional={
        "about": st.lists(texts, max_size=4).map(tuple),
        "note": texts,
        "unknown": texts,
        "evidence": st.lists(entry_values, max_size=3).map(tuple),
        "credibility": st.sampled_from(("1", "6")),
    },
)
many_items = st.lists(item_values, max_size=4, unique_by=lambda item: item["id"])


@st.composite
def files(draw: st.DrawFn) -> tuple[list[dict[str, object]], str]:
    """Items, and the text of a file that holds them."""
    items = draw(many_items)
    hand = Random(draw(st.integers(0, 2**32)))
    dash = hand.choice((0, 0, 0, 2))
    gap = hand.choice(("\n", "", "\n\n"))
    head = hand.choice(("", "# Head\n", "---\n", "\n\n", "# a\n\n# b\n"))
    parts = [head]
    for item in items:
        if hand.randint(0, 3) == 0:
            parts.append(" " * dash + hand.choice(COMMENTS) + "\n" + gap)
        content = dash + hand.choice((2, 2, 2, 3, 4))
        lines = block_pairs(hand, item, content)
        parts.append(" " * dash + "-" + " " * (content - dash - 1) + lines + "\n" + gap)
    text = "".join(parts)
    tail = hand.choice(("", "# the end\n", "\n", "...\n")) if items else ""
    text = text.rstrip("\n") if items and not tail and (hand.random() < 0.5) else text + tail
    if (hand.random() < 0.5) and "\r" not in text:
        text = text.replace("\n", "\r\n")
    return items, text
