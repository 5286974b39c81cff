"""A room without a screen: it writes down what commands ask of it."""

from collections.abc import Callable

from dossier.commands.command import Scroller
from dossier.model.claim import Evidence
from dossier.model.entity import Entity
from dossier.model.passage import Passage
from dossier.model.source import Source
from dossier.session.session import Session
from dossier.store.curating.draft import Draft


class Recorder:
    """A scroller that remembers how it was moved."""

    def __init__(self, log: list[tuple[object, ...]]) -> None:
        self._log = log

    def to_line(self, by: int) -> None:
        self._log.append(("line", by))

    def to_page(self, by: float) -> None:
        self._log.append(("page", by))

    def to_end(self, last: bool) -> None:
        self._log.append(("end", last))


class StubHand:
    """Implements :class:`dossier.commands.command.Hand`."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def chosen(self) -> Passage | None:
        return Passage(self.session.tab.source, 0, 5)

    @property
    def evidence(self) -> Evidence | None:
        return next(iter(self.session.focused.evidence), None) if self.session.focused else None

    @property
    def entity(self) -> Entity | None:
        return None

    @property
    def source(self) -> Source | None:
        return None


class StubRoom:
    """Implements :class:`dossier.commands.command.Room`."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.hand = StubHand(session)
        self.log: list[tuple[object, ...]] = []

    @property
    def scroller(self) -> Scroller:
        return Recorder(self.log)

    def open_box(self, name: str) -> None:
        self.log.append(("box", name))

    def enter(self, *, other: bool) -> None:
        self.log.append(("enter", other))

    def move_across(self, by: int) -> None:
        self.log.append(("across", by))

    def panel_width(self) -> int:
        return 30

    def turn_panel(self, by: int) -> None:
        self.log.append(("panel", by))

    def show_card(self) -> None:
        self.log.append(("card",))

    def next_hit(self, by: int) -> None:
        self.log.append(("hit", by))

    def copy(self) -> None:
        self.log.append(("copy",))

    def decide(self, draft: Callable[[], Draft]) -> None:
        self.log.append(("decide", draft().sentence))

    def undo(self) -> None:
        self.log.append(("undo",))

    def redo(self) -> None:
        self.log.append(("redo",))

    def reload(self) -> None:
        self.log.append(("reload",))

    def toggle_suggestions(self) -> None:
        self.log.append(("toggle_suggestions",))

    def strengthen_suggestions(self) -> None:
        self.log.append(("strengthen_suggestions",))

    def leave(self) -> None:
        self.log.append(("leave",))

    def quit(self) -> None:
        self.log.append(("quit",))
