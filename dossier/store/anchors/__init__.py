"""Anchors: finding a quote again in a text that has changed, and saying what became of it (DESIGN section 7)."""
