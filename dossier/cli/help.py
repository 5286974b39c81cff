"""``dossier --help``, made from what the commands say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = """\
usage: dossier [PATH] [--theme NAME]        open a folder of articles, or one file, in the terminal
       dossier COMMAND ... [--json]         print what a dossier holds

Without PATH it is the current folder if that holds sources, else the demonstration.
A folder that has the name of a command is opened as ./check, say.
"""

_OPTIONS = """\
options:
  --theme NAME   the colours of the application, for this time
  --json         one array on standard output; keys in dossier COMMAND --help
  --debug        show where an error comes from; DOSSIER_DEBUG=1 does the same
  --version      print the version
  -h, --help     print this; dossier COMMAND --help tells more

exit codes:
  0    done; a search or a list that finds nothing is done too, and says so on standard error
  1    found what was asked to be found: check, a quote that is not in its source
  2    wrong usage
  3    cannot read the input: no such path, source or entity, or not a text
  70   a fault in the program
  130  interrupted"""


def main_help() -> Iterator[str]:
    """Its lines."""
    from dossier.cli.commands import COMMANDS

    yield _HEAD
    yield "commands:"
    for name, command in COMMANDS.items():
        yield f"  {name:<10} {command.SUMMARY}"
    yield "\nexamples:"
    yield "  dossier seeds"
    for command in COMMANDS.values():
        yield f"  {command.EXAMPLE}"
    yield f"\n{_OPTIONS}"
