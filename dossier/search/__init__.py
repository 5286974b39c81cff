"""The query language, the full-text index, fuzzy names and their ranking."""
