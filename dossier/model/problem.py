"""What is wrong with a dossier, where, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from dossier.model.choice import Choice


class Severity(Choice):
    """How much a problem matters: an error loses something a person wrote, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing wrong. ``line`` counts from 1, 0 when the problem is not in a line; ``key`` names the YAML key.

    ``source``, ``claim`` and ``start`` (code points) lead to the place in the dossier, where there is one.
    """

    message: str
    advice: str = ""
    file: str = ""
    line: int = 0
    key: str = ""
    severity: Severity = Severity.ERROR
    source: str = ""
    claim: str = ""
    start: int = -1

    @property
    def where(self) -> str:
        """``file:line`` and the key, as far as they are known."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} ({self.key})" if self.key else place

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text}; {self.advice}" if self.advice else text
