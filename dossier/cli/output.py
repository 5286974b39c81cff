"""Writing: stdout is data, stderr is narration.

Texts that came from files and arguments are cleaned before they reach a terminal and are never read as markup.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

ROOMY = 80
"""Cells of a terminal from which on what is to be copied, such as an id, is kept in one piece."""

LONGEST_PIECE = 40
"""Code points up to which it is; a column of longer texts gives way."""

MOST_TABLE_ROWS = 1000
"""A table must be measured before its first row shows; beyond this even a terminal gets plain lines at once."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with the spans (start, end, in code points) that are emphasised on a terminal."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


Row = Sequence["str | Cell"]


def narrate(message: str) -> None:
    """Write ``message`` to stderr as one line."""
    from dossier.ingest.cleaning import clean_line

    if sys.stderr is not None:
        print(clean_line(message), file=sys.stderr, flush=True)


def write_json(items: Iterable[object]) -> None:
    """Write one JSON array (RFC 8259) in UTF-8, each item on a line of its own."""
    import json

    _use_utf8("backslashreplace")  # a lone surrogate becomes \\udXXX, which is what JSON calls it
    lead = "["
    for item in items:
        written = json.dumps(item, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
        sys.stdout.write(f"{lead}\n{written}")
        lead = ","
    sys.stdout.write("[]\n" if lead == "[" else "\n]\n")


def write_exactly(text: str) -> None:
    """Write ``text`` in UTF-8 and nothing else: no line end is added or changed."""
    _use_utf8("backslashreplace")
    sys.stdout.write(text)


def write_text(lines: Iterable[str]) -> None:
    """Write lines of text. What the terminal's encoding cannot show becomes a question mark."""
    _use_shown()
    for line in lines:
        sys.stdout.write(f"{line}\n")


def write_csv(headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows as comma-separated values (RFC 4180) in UTF-8, the headings first."""
    import csv

    _use_utf8("replace")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(headings)
    out.writerows([_shown(cell)[0] for cell in row] for row in rows)


def write_rows(headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows as a table on a terminal, elsewhere as lines with a tab between cells and without headings."""
    _use_shown()
    waiting = iter(rows)
    if sys.stdout.isatty():
        first = list(islice(waiting, MOST_TABLE_ROWS + 1))
        if len(first) <= MOST_TABLE_ROWS:
            _write_table(headings, first)
            return
        _write_lines(first)
    _write_lines(waiting)


def _write_lines(rows: Iterable[Row]) -> None:
    from dossier.ingest.cleaning import clean_line

    for row in rows:
        sys.stdout.write("\t".join(clean_line(_shown(cell)[0]) for cell in row) + "\n")


def _write_table(headings: Sequence[str], rows: Sequence[Row]) -> None:
    if not rows:
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dossier.ingest.cleaning import clean

    console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for n, heading in enumerate(headings):
        longest = max(len(_shown(row[n])[0]) for row in rows)
        whole = n + 1 < len(headings) and longest <= LONGEST_PIECE and console.width >= ROOMY
        table.add_column(Text(heading), overflow="fold", no_wrap=whole)
    for row in rows:
        cells: list[Text] = []
        for cell in row:
            text, marks = _shown(cell)
            cells.append(Text(clean(text)[0].replace("\n", " ")))
            for start, end in marks:
                cells[-1].stylize("bold underline", start, end)
        table.add_row(*cells)
    console.print(table)


def _shown(cell: str | Cell) -> tuple[str, tuple[tuple[int, int], ...]]:
    return (cell, ()) if isinstance(cell, str) else (cell.text, cell.marks)


def _use_utf8(errors: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _use_shown() -> None:
    """UTF-8 for other programs; for a terminal its own encoding, as far as that goes."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")
    else:
        _use_utf8("replace")
