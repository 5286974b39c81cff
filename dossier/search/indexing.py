"""The background process that reads a folder and indexes it: ``python -m dossier.search.indexing FOLDER``.

It prints one line of JSON for each step on standard output: ``{"stage": "reading", "done": 3, "total": 5}``,
``stage`` being ``reading`` while files are read and ``searching`` while the index for searching is built. It may be
killed at any time, and goes on from there when it is started again.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from dossier.model.errors import DossierError, UsageError

LOWER_PRIORITY = 10
"""How much the process gives way to the person reading (niceness)."""


def steps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Read and index ``folder``; yields the stage, how much is done and how much there is."""
    from dossier.search.choosing import wants_index
    from dossier.store.forking import each
    from dossier.store.indexing import index_folder
    from dossier.store.opening import open_dossier

    for progress in index_folder(folder, each):
        yield "reading", progress.done, progress.total
    dossier = open_dossier(folder)
    if not wants_index(dossier):
        return
    from dossier.search.tantivy_building import BusyError, build

    try:
        for built in build(dossier):
            yield "searching", built.done, built.total
    except BusyError:
        return  # the other process does the same work
    except ImportError:
        return  # without tantivy the texts are searched in memory


def run(folder: Path, out: TextIO) -> int:
    """Do all the steps, a line of JSON on ``out`` for each; returns the exit code."""
    for stage, done, total in steps(folder):
        print(json.dumps({"stage": stage, "done": done, "total": total}), file=out, flush=True)
    return 0


def main(arguments: Sequence[str]) -> int:
    """The process: exit code 0 when all is done, 2 for wrong usage, 3 when something cannot be read or written."""
    try:
        if len(arguments) != 1:
            raise UsageError("usage: python -m dossier.search.indexing FOLDER")
        if hasattr(os, "nice"):
            os.nice(LOWER_PRIORITY)
        return run(Path(arguments[0]), sys.stdout)
    except BrokenPipeError:
        # nobody is reading any more; keep Python from failing once more when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DossierError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except OSError as error:
        print(f"the index cannot be written: {error}; free some space or check the permissions", file=sys.stderr)
        return DossierError.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
