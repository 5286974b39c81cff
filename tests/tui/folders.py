"""A small dossier as files, made by tests so that its screens stay the same whatever becomes of seeds/."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

HARBOUR = (
    "Harbour to double in size\n\n"
    "Port Vale, March 3, 2025 - The harbour of Port Vale will double in size by 2030, the port authority said on "
    "Monday.\n\n"
    "The work costs $1.3 billion and creates 8,000 jobs, said Ada Holm, who leads the authority. Half of the money "
    "comes from the Northern Bank, which signed the loan last week.\n\n"
    "“This is the largest work on this coast for a century,” Holm told reporters.\n\n"
    "Fishermen fear for their berths. Their union has asked for talks, and says that nobody has answered it so far. "
    "Its chairman, Ben Roth, called the plan “a wall across the sea” and wants 200 berths kept.\n\n"
    "Work begins in May.\n"
)

LOAN = (
    "Bank lends for Port Vale\n\n"
    "The Northern Bank lends $1.25 billion to the harbour of Port Vale, its spokeswoman said. The harbour will double "
    "in size by 2030.\n\n"
    "The bank expects 7,500 jobs, most of them during the work.\n\n"
    "Ada Holm thanked the bank. Ben Roth did not comment.\n"
)

LETTER = (
    "To the editor\n\n"
    "Where shall the boats go? No one in Port Vale was asked, and no one answers. We have fished here for eleven "
    "generations.\n"
)

LONG = "A long report\n\n" + "".join(
    f"Paragraph {n} of the long report says what the one before it said, in other words and with the number {n}.\n\n"
    for n in range(1, 201)
)
"""200 numbered paragraphs, to scroll in."""

DOSSIER = """title: Port Vale
sources:
  - file: 1-harbour.txt
    publisher: The Coast Post
    published: 2025-03-03
    reliability: B
  - file: 2-loan.txt
    publisher: Northern Wire
    published: 2025-03-05
"""

ENTITIES = """- id: ada-holm
  name: Ada Holm
  kind: person
  aliases: [Holm]
  note: Leads the port authority.
- id: ben-roth
  name: Ben Roth
  kind: person
- id: northern-bank
  name: Northern Bank
  kind: organisation
- id: port-vale
  name: Port Vale
  kind: place
"""

CLAIMS = """- id: cost
  text: The work on the harbour costs more than a billion dollars.
  about: [port-vale, northern-bank]
  evidence:
    - source: 1-harbour.txt
      quote: The work costs $1.3 billion
      value: $1.3 billion
      speaker: ada-holm
    - source: 2-loan.txt
      quote: lends $1.25 billion to the harbour
      value: $1.25 billion
- id: jobs
  text: The harbour creates thousands of jobs.
  about: [port-vale]
  evidence:
    - source: 1-harbour.txt
      quote: creates 8,000 jobs
      value: 8,000 jobs
      speaker: ada-holm
    - source: 2-loan.txt
      quote: expects 7,500 jobs
      value: 7,500 jobs
- id: size
  text: The harbour doubles in size by 2030.
  about: [port-vale]
  kind: forecast
  evidence:
    - source: 1-harbour.txt
      quote: will double in size by 2030
    - source: 2-loan.txt
      quote: will double in size by 2030
- id: berths
  text: The union wants 200 berths kept.
  about: [ben-roth]
  kind: intention
  evidence:
    - source: 1-harbour.txt
      quote: wants 200 berths kept
      speaker: ben-roth
"""

FILES = {
    "1-harbour.txt": HARBOUR,
    "2-loan.txt": LOAN,
    "3-letter.txt": LETTER,
    "dossier.yaml": DOSSIER,
    "entities.yaml": ENTITIES,
    "claims.yaml": CLAIMS,
}


def write(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    """Make a folder of these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def hashes(folder: Path) -> dict[str, str]:
    """What a person's files hold, to the byte."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
