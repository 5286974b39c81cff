"""Entities: the names in one text, and the names of all texts brought together."""

from dossier.analysis.merging import Suggested, merge_names
from dossier.analysis.names import Named, find_names

__all__ = ["Named", "Suggested", "find_names", "merge_names"]
