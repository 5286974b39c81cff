"""Reading YAML into nodes that remember their line. Nothing in it is ever built, run or expanded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.ingest.cleaning import clean
from dossier.model.problem import Problem, Severity
from dossier.store.scalar_text import scalar_text

if TYPE_CHECKING:
    import yaml

_DEEPEST = 32
"""Levels of nesting. The format needs five; a parser that recurses needs a limit."""

_ABYSS = 256
"""Levels at which a file is given up: libyaml's time grows with the square of the depth."""

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)


class Scalar(NamedTuple):
    """Text as it was written, cleaned; dates, numbers and booleans are text too. ``line`` counts from 1."""

    text: str
    line: int


class Listing(NamedTuple):
    """A sequence, without the items that could not be used."""

    items: list[Node]
    line: int


class Mapping(NamedTuple):
    """Keys and values, without those that could not be used; ``lines`` says where each key stands."""

    entries: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = Scalar | Listing | Mapping


@dataclass(slots=True)
class YamlFile:
    """One YAML file of a dossier as it was read.

    ``root`` is ``None`` when the file is missing, empty or beyond use; ``problems`` says which, and lists what
    was left out. ``data`` are its bytes.
    """

    name: str
    root: Node | None = None
    data: bytes = b""
    problems: list[Problem] = field(default_factory=list)

    def report(self, message: str, advice: str, line: int, key: str = "", *, warning: bool = False) -> None:
        """Adds a problem of this file."""
        severity = Severity.WARNING if warning else Severity.ERROR
        self.problems.append(Problem(message, advice, self.name, line, key, severity))


def read_yaml(path: Path) -> YamlFile:
    """Reads the file at ``path``. Never raises: what is wrong with it is in ``problems``."""
    file = YamlFile(path.name)
    try:
        if path.exists() and not path.is_file():
            file.report("this is not a file", "remove it, or put the file there", 0)
            return file
        data = path.read_bytes()
    except FileNotFoundError:
        return file
    except OSError as error:
        file.report(f"the file cannot be read ({error.strerror})", "check that it is a file and its permissions", 0)
        return file
    file.data = data
    text = _decoded(file, data)
    if text is not None:
        _parse(file, text)
    return file


def _decoded(file: YamlFile, data: bytes) -> str | None:
    try:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        file.report("the file is not UTF-8 text from this line on", "save it as UTF-8", line)
        return None


def _parse(file: YamlFile, text: str) -> None:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        file.root = _Builder(file, loader(text).get_event).document()
    except yaml.MarkedYAMLError as error:
        context = f" ({error.context} from line {error.context_mark.line + 1})" if error.context_mark else ""
        problem = clean(f"not valid YAML: {error.problem}{context}")[0]
        file.report(problem, "mend this line; until then the whole file is left out", _error_line(error, text))
    except yaml.reader.ReaderError as error:
        code = _code(error)
        line = text.count("\n", 0, max(text.find(chr(code)), 0)) + 1
        advice = "remove it; until then the whole file is left out"
        file.report(f"a control character that YAML does not allow (#x{code:04x})", advice, line)
    except _BottomlessError as error:
        advice = "write it flatter; until then the whole file is left out"
        file.report(f"nested more than {_ABYSS} levels deep", advice, error.line)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        file.report(f"not valid YAML: {clean(str(error))[0]}", "mend it; until then the whole file is left out", 0)


def _error_line(error: yaml.MarkedYAMLError, text: str) -> int:
    """The line to mend, from 1: where what is never closed was opened, else where the parser stopped."""
    mark, context = error.problem_mark, error.context_mark
    at_end = mark is not None and mark.line >= text.rstrip().count("\n") + 1
    if context is not None and (mark is None or at_end):
        return context.line + 1
    return mark.line + 1 if mark is not None else 0


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")


class _BottomlessError(Exception):
    """The file nests so deep that it is hostile or damaged."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Makes nodes of the parser's events, so that a hostile file can be left at any point."""

    def __init__(self, file: YamlFile, next_event: Callable[[], yaml.Event | None]) -> None:
        from yaml import events

        self._file = file
        self._events = events
        self._next = next_event

    def document(self) -> Node | None:
        """The first document of the stream."""
        events = self._events
        root: Node | None = None
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    advice = "only the first is read; remove the line ---"
                    self._file.report("a second document in one file", advice, _line(event))
                    return root
            elif isinstance(event, events.NodeEvent):
                root = self._node(event, 0, "")
        return root

    def _node(self, event: yaml.Event | None, depth: int, key: str) -> Node | None:
        """The node that begins with ``event``; ``None`` when it cannot be used, which is then reported."""
        events = self._events
        if isinstance(event, events.ScalarEvent):
            usable = event.tag is None or self._usable(event, key)
            return self._scalar(event) if usable else None
        if isinstance(event, events.AliasEvent):
            message = f"an alias (*{event.anchor}) is not followed"
            self._file.report(message, "write the value out here", _line(event), key)
            return None
        if not isinstance(event, events.CollectionStartEvent):
            return None
        if not self._usable(event, key):
            self._skip()
            return None
        if depth >= _DEEPEST:
            message = f"nested more than {_DEEPEST} levels deep"
            self._file.report(message, "write it flatter", _line(event), key)
            self._skip()
            return None
        if isinstance(event, events.SequenceStartEvent):
            return self._listing(_line(event), depth, key)
        return self._mapping(_line(event), depth)

    def _usable(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, key: str) -> bool:
        """Whether its tag, if it has one, asks for nothing but plain text, a list or a mapping."""
        if event.tag is None or event.tag == "!" or event.tag in _PLAIN_TAGS:
            return True
        advice = "remove the tag; only plain text, lists and mappings are read"
        self._file.report(f"the tag {clean(event.tag)[0]} is not allowed here", advice, _line(event), key)
        return False

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        return Scalar(scalar_text(event.value, event.style or ""), _line(event))

    def _listing(self, line: int, depth: int, key: str) -> Listing:
        ending = self._events.SequenceEndEvent
        items: list[Node] = []
        while not isinstance(event := self._next(), ending):
            node = self._node(event, depth + 1, key)
            if node is not None:
                items.append(node)
        return Listing(items, line)

    def _mapping(self, line: int, depth: int) -> Mapping:
        ending = self._events.MappingEndEvent
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), ending):
            key_node = self._node(event, depth + 1, "")
            if not isinstance(key_node, Scalar):
                if key_node is not None:
                    self._file.report("a list or mapping is used as a key", "use a word", key_node.line)
                self._node(self._next(), depth + 1, "")
                continue
            key, at = key_node.text, key_node.line
            value = self._node(self._next(), depth + 1, key)
            if key in lines:
                message = f"the key {key} stands twice, in lines {lines[key]} and {at}"
                self._file.report(message, "keep one; the first is used", at, key)
                continue
            lines[key] = at
            if value is not None:
                entries[key] = value
        return Mapping(entries, lines, line)

    def _skip(self) -> None:
        """Reads past the rest of a list or mapping whose start has been read."""
        events = self._events
        depth = 1
        while depth and (event := self._next()) is not None:
            if isinstance(event, events.CollectionStartEvent):
                depth += 1
                if depth > _ABYSS:
                    raise _BottomlessError(_line(event))
            elif isinstance(event, events.CollectionEndEvent):
                depth -= 1


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
