"""The one family of exceptions, and the exit codes they stand for."""

from __future__ import annotations


class DossierError(Exception):
    """Something a person can act on: what is wrong, where, and what to do. Never shown with a traceback."""

    exit_code = 3


class UnreadableError(DossierError):
    """The input cannot be read: no such path, no permission, not a text."""


class UsageError(DossierError):
    """The command was called in a way it does not know."""

    exit_code = 2
