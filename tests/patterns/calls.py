"""How to run the functions that make a regular expression from what they are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dossier.analysis.claims import claims
from dossier.analysis.entities import mentions
from dossier.analysis.language import normal_form
from dossier.search import occurrences
from dossier.search.query import Term
from dossier.tui import wrapping

TERMS = ("ore", "ore and gold", "e", "(a)", "我们", "reko diq mine 9")

CALLS: dict[str, Callable[[], Any]] = {
    "dossier.analysis.claims.claims._cues": lambda: [
        claims._cues.__wrapped__(name) for name in ("opinions", "denials")
    ],
    "dossier.analysis.entities.mentions._Words.matching": mentions._unspaced.__wrapped__,
    "dossier.analysis.language.normal_form._special": lambda: [
        normal_form._special.__wrapped__(foreign) for foreign in (False, True)
    ],
    "dossier.search.occurrences.pattern": lambda: [
        occurrences.pattern.__wrapped__(Term(words, prefix)) for words in TERMS for prefix in (False, True)
    ],
    "dossier.tui.wrapping._plain": lambda: wrapping._plain.__wrapped__(80),
}
