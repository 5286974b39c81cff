"""Ids of suggested claims."""

from __future__ import annotations

import re
from hashlib import sha256

LONGEST_ID = 48
"""Code points of the readable part of a claim's id."""


def claim_id(words: str) -> str:
    """A readable id that the same words always get: their beginning, and eight digits of their SHA-256."""
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:LONGEST_ID].rsplit("-", 1)[0]
    return f"{slug or 'claim'}-{sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}"
