"""What a line looks like, whatever it says."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ITEM = re.compile(r"(?:[-*+•‣◦▪–—]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s")
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_CLOSERS = "\"'”’»)]"
_MARKS = '“”„«»"'
_LOOK = 400  # code points of a line that are enough to tell its case


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends like a sentence or goes on: with a stop or another sign no title ends with."""
    if text.endswith(("...", "…")):
        return False
    return last_sign(text) in set(".!;:,。।—–-")


def last_sign(text: str) -> str:
    """The last character before closing quotation marks and brackets, empty where there is none."""
    return text.rstrip(_CLOSERS + " ")[-1:]


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words of ``text`` are capitalised, and there are at least three of them."""
    longer = [word for word in _WORD.findall(text[:_LOOK]) if len(word) > 3]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) * 10 >= len(longer) * 9


def is_shouted(text: str) -> bool:
    """Whether ``text`` is in capitals throughout."""
    return len(text) <= _LOOK and text.isupper()


def is_item(text: str) -> bool:
    """Whether ``text`` starts with the bullet or number of a list."""
    return _ITEM.match(text) is not None


def is_quotation(text: str) -> bool:
    """Whether ``text`` stands as a whole between one pair of quotation marks."""
    if len(text) < 3:
        return False
    if text.startswith("''"):
        return text.rstrip(".,").endswith("''") and text.count("''") == 2
    first, last = text[0], text.rstrip(".,")[-1:]
    closers = _PAIRS.get(first)
    if not closers or not last or last not in closers:
        return False
    return sum(map(text.count, _MARKS)) == 2


def is_unclosed(text: str) -> bool:
    """Whether a quotation starts or ends in ``text`` but not both."""
    return sum(map(text.count, _MARKS)) % 2 == 1


def is_running(text: str, line: str) -> bool:
    """Whether ``text`` is running text that ``line`` could stand over."""
    return len(text) >= 80 and len(text) * 2 > len(line) * 3 and (len(text) >= 130 or ends_sentence(text))


def word_count(text: str) -> int:
    """How many words are in ``text``, by white space."""
    return len(text.split())
