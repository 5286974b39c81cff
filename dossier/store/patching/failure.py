"""Why a file was not patched."""

from __future__ import annotations

from enum import StrEnum

from dossier.model.errors import DossierError


class Failure(StrEnum):
    """The sort of reason, for those who decide what to do next."""

    INVALID = "the file cannot be read as YAML"
    TIED = "an anchor, alias or tag would have to change"
    SHAPE = "the file is not built as expected"
    VALUE = "the value cannot be written"
    UNSURE = "the new text would not read as wanted"


class PatchError(DossierError):
    """A change that cannot be made; the file is as it was. ``line`` counts from 1, 0 when it is not known."""

    def __init__(self, failure: Failure, file: str, line: int, message: str, advice: str) -> None:
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}: {message}; {advice}")
        self.failure = failure
        self.file = file
        self.line = line
