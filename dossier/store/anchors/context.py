"""How much of what stood around a quote stands around a place."""

from __future__ import annotations

from dossier.model.passage import Selector

LONGEST_CONTEXT = 200
"""Code points of prefix and suffix that are compared."""

_SPARE = 20
"""Code points of the text that are read for it, besides twice its length: there may be as many more spaces there."""

_WHOLE = 0.2
"""The part of the share that only surroundings have that agree to their ends: a copy often differs in the last word."""


def context_share(text: str, start: int, end: int, selector: Selector) -> float:
    """From 0 to 1: how far prefix and suffix agree with what stands around [start, end), outward from the quote.

    Case, white space, quotation marks and dashes are looks. 0 where the selector has neither prefix nor suffix.
    """
    prefix, suffix = selector.prefix[-LONGEST_CONTEXT:], selector.suffix[:LONGEST_CONTEXT]
    if not prefix and not suffix:
        return 0.0
    if text.endswith(prefix, 0, start) and text.startswith(suffix, end):
        return 1.0
    before, after = _compared(prefix)[::-1], _compared(suffix)
    if not before and not after:
        return 1.0
    beside = _compared(text[max(start - 2 * len(prefix) - _SPARE, 0) : start])[::-1]
    behind = _compared(text[end : end + 2 * len(suffix) + _SPARE])
    agreeing = _agreeing(beside, before) + _agreeing(behind, after)
    total = len(before) + len(after)
    return (1 - _WHOLE) * agreeing / total + _WHOLE * (agreeing == total)


def _compared(context: str) -> str:
    """Context as it is compared: in its normal form, without white space, which is what clippings change most."""
    if not context.isascii():
        from dossier.analysis.language.normal_form import normal_form

        context = normal_form(context)[0]
    return "".join(context.split()).casefold()


def _agreeing(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
