"""Reported speech: who says what, by which cue."""
