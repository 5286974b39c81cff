"""What every command is: a module with these names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(Protocol):
    """One command of the command line. Its module imports nothing heavy before :meth:`run` is called."""

    @property
    def SUMMARY(self) -> str:
        """What it is for, in a few words without a full stop."""

    @property
    def USAGE(self) -> str:
        """Its arguments in short, after the command's name."""

    @property
    def EXAMPLE(self) -> str:
        """One call of it that works on the demonstration."""

    @property
    def DETAILS(self) -> str:
        """What it prints, and what its exit code says."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare its arguments and options."""

    def run(self, arguments: Namespace) -> int:
        """Do it, and return the exit code; raises :class:`dossier.model.errors.DossierError`."""
