"""What a person may have meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.model.errors import UnreadableError

LIKENESS = 0.6
"""From which likeness (0 to 1, Ratcliff and Obershelp) a name is offered."""

MOST_OFFERED = 3


def nearest(word: str, names: Iterable[str]) -> list[str]:
    """The names most like ``word``, upper and lower case alike, best first, at most :data:`MOST_OFFERED`."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in names}
    return [by_folded[name] for name in get_close_matches(word[:200].casefold(), by_folded, MOST_OFFERED, LIKENESS)]


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """``; did you mean a or b?`` with the names most like ``word``; empty when none is like it."""
    found = nearest(word, names)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def no_such_path(path: str, commands: Sequence[str]) -> UnreadableError:
    """The error for a first argument that is neither a path nor a command."""
    message = f"no such file or folder: {path or repr(path)}"
    found = [] if "/" in path else nearest(path, [*commands, "help", "version"])
    if not found:
        return UnreadableError(f"{message}; check the spelling, or see dossier --help")
    if found[0] not in commands:
        return UnreadableError(f"{message}; did you mean dossier --{found[0]}?")
    return UnreadableError(f"{message}; did you mean the command {found[0]}?")
