"""The command ``dossier``: which command is meant, and what its end means.

Nothing but ``os`` and ``sys`` is imported before it is known that something other than the application is wanted:
opening it is measured to the millisecond.
"""

from __future__ import annotations

import os
import sys

COMMANDS = (
    "check", "claim", "claims", "compare", "entities", "entity", "history", "note", "quotes", "read", "redo", "search",
    "source", "sources", "timeline", "undo",
)  # fmt: skip
"""What a first argument may name; anything else is a path to open. The commands are in :mod:`dossier.cli.commands`."""

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells count it: 128 and the number of SIGINT."""


def main(argv: list[str] | None = None) -> int:
    """Run what ``argv`` asks for, ``sys.argv`` without the program's name by default, and return the exit code.

    0 done, 1 found what was asked to be found, 2 wrong usage, 3 cannot read the input, 130 interrupted.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    debug = _wants_traceback(arguments)
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        from dossier.cli.failure import quieten

        quieten()
        return INTERRUPTED
    except Exception as error:
        from dossier.cli.failure import report

        return report(error, debug)


def _wants_traceback(arguments: list[str]) -> bool:
    """Whether tracebacks are wanted; takes ``--debug`` out of the options."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    if "--debug" in arguments[:end]:
        arguments[:end] = [argument for argument in arguments[:end] if argument != "--debug"]
        return True
    return os.environ.get("DOSSIER_DEBUG", "0") not in ("", "0")


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in COMMANDS:
        from dossier.cli.commands import run_command

        return run_command(first, arguments[1:])
    if first in ("-h", "--help"):
        from dossier.cli.help import main_help
        from dossier.cli.output import write_text

        write_text(main_help())
        return 0
    if first in ("-V", "--version"):
        from dossier import __version__

        print(f"dossier {__version__}")
        return 0
    path, theme = _what_to_open(arguments)
    if path is not None and not os.path.lexists(path):
        from dossier.cli.nearest import no_such_path

        raise no_such_path(path, COMMANDS)
    from dossier.cli.open import open_application
    from dossier.cli.paths import chosen_path

    return open_application(chosen_path(path), theme)


def _what_to_open(arguments: list[str]) -> tuple[str | None, str]:
    """The path, ``None`` when there is none, and the theme, empty when there is none."""
    paths: list[str] = []
    theme = ""
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            paths.extend(waiting)
        elif argument == "--theme":
            theme = next(waiting, "")
            if not theme:
                raise _wrong_usage("--theme needs the name of a theme")
        elif argument.startswith("--theme="):
            theme = argument.removeprefix("--theme=")
        elif argument.startswith("-"):
            raise _wrong_usage(f"there is no option {argument}")
        else:
            paths.append(argument)
    if len(paths) > 1:
        raise _wrong_usage(f"only one path can be opened, and here are {len(paths)}: {', '.join(paths)}")
    return (paths[0] if paths else None), theme


def _wrong_usage(message: str) -> Exception:
    from dossier.model.errors import UsageError

    return UsageError(f"{message}; see dossier --help")
