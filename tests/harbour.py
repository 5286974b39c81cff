"""Two articles about a harbour that nearly agree on the money and differ on the jobs; nothing is decided about them."""

from __future__ import annotations

from pathlib import Path

ONE = """The Vale Bank lent Port Mara $1.3 billion for a new harbour in March 2024.

The old market square was repaved with local stone.

"The harbour will create 8,000 jobs," said Ines Calder, the mayor of Port Mara.
"""
TWO = """Port Mara is building a harbour with $1.25 billion from the Vale Bank, which approved the loan in March 2024.

Mayor Ines Calder said the harbour would create 7,500 jobs.
"""


def write_harbour(folder: Path) -> Path:
    """A new folder with the two articles."""
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder
