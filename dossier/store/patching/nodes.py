"""A YAML text as nodes that know their place. Offsets are code points of the text, ends exclusive."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import NamedTuple, Protocol

import yaml

from dossier.ingest.cleaning import clean
from dossier.store.patching.failure import Failure, PatchError

DEEPEST = 200
"""Levels of nesting at which a file is given up, as its reader does."""


class _Mark(Protocol):
    """A place in the text, as both of PyYAML's parsers tell it."""

    index: int


class ScalarNode(NamedTuple):
    """A text as it reads. ``style`` is empty for a plain one, else a quotation mark, ``|`` or ``>``.

    ``tie`` is its anchor or tag as written, if it has one: such a node is never changed.
    """

    text: str
    start: int
    end: int
    style: str
    tie: str = ""


class AliasNode(NamedTuple):
    """A reference to another node; never changed and never followed."""

    name: str
    start: int
    end: int

    @property
    def tie(self) -> str:
        """How it is written."""
        return f"*{self.name}"


class ListNode(NamedTuple):
    """A sequence; ``start`` is its first dash or its bracket, ``end`` the end of what it holds."""

    items: list[Node]
    start: int
    end: int
    flow: bool
    tie: str = ""


class MapNode(NamedTuple):
    """A mapping in the order written, keys that stand twice included."""

    pairs: list[tuple[Node, Node]]
    start: int
    end: int
    flow: bool
    tie: str = ""

    def value(self, key: str) -> Node | None:
        """The first value of ``key``, which is the one that counts."""
        return next((value for name, value in self.pairs if isinstance(name, ScalarNode) and name.text == key), None)


Node = ScalarNode | AliasNode | ListNode | MapNode


class Tree(NamedTuple):
    """The first document of a text. ``root`` is missing where there is nothing but comments.

    ``begin`` is where its content may begin: after ``---`` where that is written.
    """

    root: Node | None
    begin: int


def parse(name: str, text: str) -> Tree:
    """The nodes of the first document; raises :class:`PatchError` when ``text`` is not YAML."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    collecting = gc.isenabled()
    gc.disable()  # nothing here goes in circles, and looking for circles among many nodes takes most of the time
    try:
        return _Builder(name, text, loader(text).get_event).tree()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise _invalid(name, line, str(error.problem or error.context)) from error
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
        line = text.count("\n", 0, max(text.find(chr(code)), 0)) + 1
        raise _invalid(name, line, f"a control character (#x{code:04x})") from error
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise _invalid(name, 0, str(error)) from error
    finally:
        if collecting:
            gc.enable()


def _invalid(name: str, line: int, problem: str) -> PatchError:
    advice = "mend it, then save again; until then the file is left as it is"
    return PatchError(Failure.INVALID, name, line, f"not valid YAML ({clean(problem)[0]})", advice)


class _Builder:
    """Makes nodes of the parser's events."""

    def __init__(self, name: str, text: str, next_event: Callable[[], yaml.Event | None]) -> None:
        self._name = name
        self._text = text
        self._next = next_event

    def tree(self) -> Tree:
        root: Node | None = None
        begin = 0
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    break
                begin = _index(event.end_mark)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return Tree(root, begin)

    def _node(self, event: yaml.Event | None, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return AliasNode(event.anchor or "", _index(event.start_mark), _index(event.end_mark))
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event and event.start_mark else 0
            raise _invalid(self._name, line, f"nested more than {DEEPEST} levels deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        return self._mapping(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        start, end = _index(event.start_mark), _index(event.end_mark)
        style = event.style or ""
        if style in ("|", ">"):
            end = self._block_end(start, end)
        return ScalarNode(event.value, start, end, style, _tie(event.anchor, event.tag))

    def _block_end(self, start: int, end: int) -> int:
        """Where a block scalar ends, without the empty lines below that are not part of it."""
        written = self._text[start:end]
        header = written.splitlines()[0].partition("#")[0] if written else ""
        return end if "+" in header else start + len(written.rstrip(" \n\r\x85\u2028\u2029"))

    def _listing(self, event: yaml.SequenceStartEvent, depth: int) -> ListNode:
        items: list[Node] = []
        while not isinstance(inner := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1))
        start, flow = _index(event.start_mark), bool(event.flow_style)
        end = _index(inner.end_mark) if flow or not items else max(items[-1].end, start + 1)
        return ListNode(items, start, end, flow, _tie(event.anchor, event.tag))

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> MapNode:
        pairs: list[tuple[Node, Node]] = []
        while not isinstance(inner := self._next(), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            pairs.append((key, self._node(self._next(), depth + 1)))
        start, flow = _index(event.start_mark), bool(event.flow_style)
        end = _index(inner.end_mark) if flow or not pairs else max(pairs[-1][1].end, pairs[-1][0].end)
        return MapNode(pairs, start, end, flow, _tie(event.anchor, event.tag))


def _index(mark: _Mark | None) -> int:
    assert mark is not None
    return mark.index


def _tie(anchor: str | None, tag: str | None) -> str:
    return f"&{anchor}" if anchor else (f"!{tag}" if tag else "")
