"""A terminal for tests: runs a program in a pseudo-terminal, answers what terminals answer, and knows its screen.

Nothing here sleeps: every wait ends with bytes from the program, with its end, or with silence while it is idle.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.emulator import UNFINISHED, Emulator
from tests.keys import key_bytes
from tests.processes import processor_ms

QUIET = 0.06
"""Seconds without output after which an idle program has settled."""
PATIENCE = 30.0
"""Seconds after which a wait has failed."""
IDLE = 0.2
"""The share of a processor below which a silent program is idle, not computing."""

SYNCHRONISED, ALTERNATE_SCREEN, CURSOR, BRACKETED_PASTE, PIXEL_MOUSE = 2026, 1049, 25, 2004, 1016
KNOWN_MODES = (1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
"""What DECRQM is answered for; in-band resizing (2048) and the mouse in pixels (1016) are not known here."""

_SEQUENCE = re.compile(rb"\x1b\[([<>=?]?)([\d;]*)([ !\"$]?)([@-~])")


class NotShownError(AssertionError):
    """What was waited for did not come on the screen."""


@dataclass(frozen=True)
class Response:
    """What one act caused: milliseconds to the end of the first frame and to the last byte, and what it took."""

    first: float
    last: float
    frames: int
    bytes: int
    processor: float


class Terminal:
    """A program in a pseudo-terminal of ``size`` (columns, rows), begun at once.

    ``log`` is everything it wrote; ``reads`` and ``frames`` say when (nanoseconds of ``perf_counter_ns``) it had
    written how many bytes of it. A frame ends with synchronised output (mode 2026), or else with every read.
    ``modes`` are the private modes (DECSET) that are set; ``began`` is when the program was started.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.size = size
        self.log = bytearray()
        self.reads: list[tuple[int, int]] = []
        self.frames: list[tuple[int, int]] = []
        self.modes = {7, CURSOR}
        self.status: int | None = None
        self._flags: list[int] = []
        self._scanned = self._shown = 0
        self._ended = False
        self.emulator = Emulator(*size)
        self._master, slave = os.openpty()
        os.set_inheritable(self._master, False)
        os.set_blocking(self._master, False)
        self._tell_size()
        self.attributes_before = self.attributes
        # the first terminal that the leader of a new session opens becomes its controlling terminal
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0)]
        actions += [(os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]  # type: ignore[list-item]
        self.began = time.perf_counter_ns()
        self.pid = os.posix_spawnp(
            command[0], list(command), _environment(environment or {}), file_actions=actions, setsid=True,
            setsigdef=[signal.SIGPIPE, signal.SIGINT, signal.SIGQUIT],
        )  # fmt: skip
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # Reading and answering

    def pump(self, seconds: float) -> bool:
        """Read what there is, waiting so long for it; true when bytes came."""
        if self._ended:
            return False
        if seconds > 0:
            select.select([self._master], [], [], seconds)
        try:
            data = os.read(self._master, 1 << 16)
        except BlockingIOError:
            return False
        except OSError:  # Linux says so (EIO) when nobody holds the other end any more
            data = b""
        now = time.perf_counter_ns()
        if not data:
            self._ended = True
            return False
        self.log += data
        self.reads.append((now, len(self.log)))
        self._scan(now)
        return True

    def _scan(self, now: int) -> None:
        """Follow the modes, answer the queries and note the ends of frames in what is new."""
        unfinished = UNFINISHED.search(self.log, max(self._scanned, len(self.log) - 100))
        stop = unfinished.start() if unfinished else len(self.log)
        ended = False
        for found in _SEQUENCE.finditer(self.log, self._scanned, stop):
            lead, numbers, between, final = (part.decode() for part in found.groups())
            if lead == "?" and final in "hl" and not between:
                ended |= self._set_modes({int(n) for n in numbers.split(";") if n}, final == "h")
            else:
                self._answer(lead, numbers, between + final)
        self._scanned = stop
        if ended or (SYNCHRONISED not in self.modes and not unfinished):
            self.frames.append((now, stop))

    def _set_modes(self, modes: set[int], on: bool) -> bool:
        """True when that ends a frame."""
        ended = SYNCHRONISED in modes and not on
        self.modes = self.modes | modes if on else self.modes - modes
        return ended

    def _answer(self, lead: str, numbers: str, final: str) -> None:
        match lead, numbers, final:
            case "", "" | "0", "c":
                self.send(b"\x1b[?62;22c")
            case ">", "" | "0", "q":
                self.send(b"\x1bP>|terminal for tests\x1b\\")
            case "", "5", "n":
                self.send(b"\x1b[0n")
            case (("" | "?"), "6", "n"):
                self._show(self._scanned)
                cursor = self.emulator.screen.cursor
                self.send(f"\x1b[{lead}{cursor.y + 1};{cursor.x + 1}R".encode())
            case "?", mode, "$p":
                known = int(mode or 0) in KNOWN_MODES
                said = (1 if int(mode) in self.modes else 2) if known else 0
                self.send(f"\x1b[?{mode};{said}$y".encode())
            case "?", "", "u":
                self.send(f"\x1b[?{self._flags[-1] if self._flags else 0}u".encode())
            case ">", flags, "u":
                self._flags.append(int(flags or 0))
            case "<", count, "u":
                del self._flags[-int(count or 1) :]

    # Sending

    def send(self, data: bytes) -> int:
        """Write to the program; returns when."""
        now = time.perf_counter_ns()
        while data:
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                select.select([self._master], [self._master], [], 1)
                self.pump(0)
            except OSError:
                self._ended = True
                break
        return now

    def key(self, name: str) -> int:
        """Press a key: a character, or a name such as ``ctrl+p`` or ``pagedown``."""
        return self.send(key_bytes(name, self._flags[-1] if self._flags else 0))

    def type(self, text: str) -> int:
        """Press a key for each character."""
        return [self.key(character) for character in text][-1]

    def paste(self, text: str) -> int:
        """Paste, bracketed when the program asked for that."""
        data = text.encode()
        return self.send(b"\x1b[200~" + data + b"\x1b[201~" if BRACKETED_PASTE in self.modes else data)

    def mouse(self, column: int, row: int, button: int = 0, *, release: bool = False) -> int:
        """A mouse event (SGR, mode 1006) at a cell, from 0; buttons 64 and 65 are the wheel, 32 and more a drag."""
        return self.send(f"\x1b[<{button};{column + 1};{row + 1}{'m' if release else 'M'}".encode())

    def click(self, column: int, row: int) -> int:
        """Press and let go the left button at a cell."""
        self.mouse(column, row)
        return self.mouse(column, row, release=True)

    def resize(self, columns: int, rows: int) -> int:
        """Give the terminal another size."""
        self.text()
        self.size = columns, rows
        self.emulator.resize(columns, rows)
        now = time.perf_counter_ns()
        self._tell_size()
        return now

    def _tell_size(self) -> None:
        columns, rows = self.size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    # Looking

    def text(self) -> str:
        """What is on the screen, lines without blanks at their ends."""
        self._show(len(self.log))
        return self.emulator.text

    def _show(self, stop: int) -> None:
        self.emulator.feed(bytes(self.log[self._shown : stop]))
        self._shown = stop

    def replay(self, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Emulator]]:
        """The screen as it was at each of ``marks``, ``reads`` or ``frames``, with the time; not across a resize."""
        emulator = Emulator(*self.size)
        at = 0
        for when, stop in marks:
            emulator.feed(bytes(self.log[at:stop]))
            at = stop
            yield when, emulator

    def first_shown(self, pattern: str) -> float:
        """Milliseconds from the start of the program to the end of the first frame that shows the expression."""
        for when, emulator in self.replay(self.frames):
            if re.search(pattern, emulator.text):
                return (when - self.began) / 1e6
        raise NotShownError(f"{pattern!r} was never shown:\n{self.text()}")

    @property
    def attributes(self) -> list[Any]:
        """The attributes of the terminal (termios), as ``stty`` shows them."""
        return termios.tcgetattr(self._master)

    # Waiting

    def wait(self, pattern: str, patience: float = PATIENCE) -> str:
        """Wait until the regular expression is on the screen; returns the screen."""
        return self.wait_until(lambda: re.search(pattern, self.text()) is not None, repr(pattern), patience)

    def wait_until(self, shown: Callable[[], bool], what: str = "it", patience: float = PATIENCE) -> str:
        """Wait until ``shown`` says yes, asking whenever the program has written something."""
        deadline = time.monotonic() + patience
        while not shown():
            if self._ended or time.monotonic() > deadline:
                ending = "; the program has ended" if self._ended else ""
                raise NotShownError(f"{what} did not come{ending}:\n{self.text()}")
            if self.pump(0.1):
                self.drain()
        return self.text()

    def drain(self) -> None:
        """Read all that is there."""
        while self.pump(0):
            pass

    def settle(self, quiet: float = QUIET, patience: float = PATIENCE) -> int:
        """Wait until nothing was written for ``quiet`` seconds and the program was idle; the time of the last byte."""
        deadline = time.monotonic() + patience
        while self._busy(quiet) and time.monotonic() < deadline:
            pass
        return self.reads[-1][0] if self.reads else self.began

    def _busy(self, quiet: float) -> bool:
        """Whether the program wrote anything within ``quiet`` seconds, or was computing all the time."""
        used, began = processor_ms(self.pid), time.monotonic()
        if self.pump(quiet):
            return True
        share = (processor_ms(self.pid) - used) / 1000 / (time.monotonic() - began)
        return not self._ended and share > IDLE

    def wait_end(self, patience: float = PATIENCE) -> int:
        """Wait until the program has ended; returns its exit code, negative for a signal."""
        deadline = time.monotonic() + patience
        while not self._ended:
            if time.monotonic() > deadline:
                raise NotShownError(f"the program has not ended:\n{self.text()}")
            self.pump(0.1)
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def close(self) -> None:
        """End the program, if it has not ended, and let the terminal go."""
        if self._master < 0:
            return
        if self.status is None and os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            os.killpg(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)
        self._master, self._ended = -1, True

    # Measuring

    def respond(self, act: Callable[[], int], quiet: float = QUIET) -> Response:
        """Do ``act``, which returns when it was done, and measure what comes of it until the screen has settled."""
        self.settle(0.02)
        reads, frames, size, used = len(self.reads), len(self.frames), len(self.log), processor_ms(self.pid)
        began = act()
        while len(self.reads) == reads and self._busy(0.1):
            pass  # it has not answered yet, and is still computing
        last = max(began, self.settle(quiet))
        first = self.frames[frames][0] if len(self.frames) > frames else last
        used = processor_ms(self.pid) - used
        return Response(
            (first - began) / 1e6, (last - began) / 1e6, len(self.frames) - frames, len(self.log) - size, used
        )

    def hold(self, name: str, rate: float, seconds: float) -> float:
        """Hold a key down, ``rate`` times a second; milliseconds from the last press to the end of the last frame."""
        self.settle()
        began, pressed = time.perf_counter(), 0
        for n in range(round(rate * seconds)):
            while (left := began + n / rate - time.perf_counter()) > 0:
                self.pump(left)
            pressed = self.key(name)
        self.settle()
        return max(0.0, (self.frames[-1][0] - pressed) / 1e6)


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    left_out = ("COLUMNS", "LINES", "NO_COLOR", "TERM_PROGRAM", "TMUX", "TEXTUAL", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"} | dict(changes)
