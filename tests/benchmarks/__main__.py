"""``python -m tests.benchmarks [NAME ...]``: ratios, each measured in one run against a bare Textual application.

Everything runs in a pseudo-terminal, in turn with what it is compared to; the typical value is told. Linux only.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.anchoring import anchoring
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.listing import finding, sidebar
from tests.benchmarks.others import others
from tests.benchmarks.pressing import held, keys
from tests.benchmarks.sizes import memory, resize
from tests.benchmarks.starting import first, many, repeat
from tests.benchmarks.steps import analysis
from tests.benchmarks.studied import studying

EVERY = (first, repeat, many, keys, held, sidebar, finding, resize, memory, others, analysis, studying, anchoring)
BENCHMARKS = {one.__name__: one for one in EVERY}


def main() -> int:
    """The exit code is 1 when a figure was not met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}; all when none is given")
    parser.add_argument("--runs", type=int, default=9, help="starts to measure for each; keys are pressed three times")
    parser.add_argument("--verbose", action="store_true", help="show the screens that were measured")
    parser.add_argument("--folder", type=Path, help="keep what is generated here, and use it again")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    figures: list[Figure] = []
    with ExitStack() as stack:
        folder = asked.folder or Path(stack.enter_context(TemporaryDirectory()))
        bench = Bench(folder.resolve(), asked.runs, asked.verbose)
        # Builds differ: one that was not optimised by a profile takes a quarter longer.
        bench.say(
            f"Python {platform.python_version()}, {os.path.realpath(sys.executable)}, {os.cpu_count()} processors"
        )
        for name in asked.names or BENCHMARKS:
            bench.say(f"{name}: {BENCHMARKS[name].__doc__}")
            found = list(BENCHMARKS[name](bench))
            print(table(found), flush=True)
            figures += found
    return int(any(one.verdict == "NOT MET" for one in figures))


if __name__ == "__main__":
    sys.exit(main())
