"""The one screen: composes the widgets, routes keys and messages, and brings everything up to the session."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from dossier.commands.command import Command
from dossier.commands.registry import BY_NAME, keymap
from dossier.model.errors import UnreadableError
from dossier.session import jumps
from dossier.session.choosing import caret_key, let_go
from dossier.session.labels import summary
from dossier.session.layout import Box, Plan, Shelf, plan_screen
from dossier.session.pane import Pane, Tab
from dossier.session.place_line import behind_line, place_line
from dossier.session.session import Panel, Session, View
from dossier.tui import messages
from dossier.tui.articles import Articles
from dossier.tui.edges import EdgeDrag
from dossier.tui.hints import hints_for, pinned_hints
from dossier.tui.painting import give_painter
from dossier.tui.room import ReadingRoom
from dossier.tui.room_layout import RoomLayout
from dossier.tui.theme import Look
from dossier.tui.views.shelf import make_view
from dossier.tui.widgets.article import Article
from dossier.tui.widgets.bars import Bar, Header, Hints, folded
from dossier.tui.widgets.box import SearchBox
from dossier.tui.widgets.claims import ClaimsPanel
from dossier.tui.widgets.entities import EntityList
from dossier.tui.widgets.lines import Line, Lines
from dossier.tui.widgets.rows import Rows
from dossier.tui.widgets.welcome import Welcome

MEDIUM = 100
"""Columns from which on there is room for the entities beside lists."""
WIDE = 150
"""Columns from which on there is room for the claims beside lists, and for two articles at the first start."""

LISTS = (View.SOURCES, View.PROBLEMS, View.MATRIX, View.TIMELINE, View.DIFFERENCES)
"""Views whose lines are long."""


class ReadingScreen(Screen[None]):
    """Everything a reader sees."""

    DEFAULT_CSS = "ReadingScreen { layers: base over; overflow: hidden hidden; }"
    AUTO_FOCUS = None
    virtual_size = Reactive(Size(0, 0), repaint=False)
    BOX_ROWS = 200

    def __init__(self, session: Session, look: Look, *, fresh: bool = False) -> None:
        """``fresh`` says that this dossier has not been read before."""
        super().__init__(id="reading")
        self.painter = give_painter(self)
        self.fresh = fresh
        self.session = session
        self.look = look
        self.header = Header(look)
        self.entities = EntityList(look)
        self.claims = ClaimsPanel(look)
        self.status = Bar(look, "bar", id="status")
        self.hints = Hints(look)
        self.box = SearchBox(look)
        self.articles = Articles(session, look)
        self.view: Rows | Welcome | None = None
        self.room = ReadingRoom(self)
        self.busy = ""
        self.last_key = 0.0
        self._pinned = pinned_hints()
        self._counts = summary(session.dossier)
        self._keys = keymap()
        self._plan: Plan | None = None
        self._first = 0
        self._edges = EdgeDrag()
        self._showing: View | None = None
        self._layout = RoomLayout(self.plan_for, self.place)

    @property
    def layout(self) -> RoomLayout:
        """Where the widgets go."""
        return self._layout

    @property
    def leaving(self) -> bool:
        """Whether the end was asked for: keys and messages that come after it do nothing."""
        return bool(self.app.leaving)  # type: ignore[attr-defined]

    # Making

    def compose(self) -> ComposeResult:
        """Few widgets, each painting whole lines."""
        yield self.header
        yield self.entities
        if self.fresh and self.app.size.width >= WIDE and len(self.session.dossier.sources) > 1:
            self.session.panes.append(Pane([Tab(self.session.dossier.sources[1].id)]))
        yield from self.articles.fit()
        yield from self._fit_view()
        yield self.claims
        yield self.status
        yield self.hints
        yield self.box

    def on_mount(self) -> None:
        """Everything knows its size and what to show before the first frame."""
        self.app.app_resume_signal.subscribe(self, lambda _: self.redraw())
        self.sync()

    def on_resize(self) -> None:
        """The terminal has another size: Textual lays the widgets out when they know what they will show."""
        self.sync(resized=True)

    def plan_for(self, size: Size) -> Plan:
        """Where everything goes on a screen of this size."""
        session = self.session
        lists = session.view in LISTS and size.width < WIDE
        return plan_screen(
            size.width,
            size.height,
            self._list_shelf(size) if lists else session.shelf,
            len(session.panes),
            viewing=session.view is not View.READING or session.empty,
            zoomed=session.zoomed,
            prefer="" if session.panel is Panel.ARTICLE else session.panel.value,
            box_rows=self.BOX_ROWS if self.box.chooser else 0,
        )

    def _list_shelf(self, size: Size) -> Shelf:
        """Lists on a narrow screen take the place of the panels that have not the keys: the table leaves the claims."""
        session, room = self.session, size.width >= MEDIUM
        table = session.view is View.MATRIX
        return replace(
            session.shelf,
            claims=session.shelf.claims and (session.panel is Panel.CLAIMS or (room and table)),
            entities=session.shelf.entities and (session.panel is Panel.ENTITIES or (room and not table)),
        )

    def _first_pane(self, plan: Plan) -> int:
        """When panes are more than fit, those beside the active one are shown: from this index on."""
        shown = len(plan.panes)
        return max(0, min(self.session.active - shown + 1, len(self.session.panes) - shown))

    def place(self, widget: Widget, plan: Plan) -> Box | None:
        """The box of a widget."""
        if isinstance(widget, Article):
            at = widget.index - self._first_pane(plan)
            return plan.panes[at] if 0 <= at < len(plan.panes) else None
        if widget is self.view:
            return plan.view
        boxes: dict[Widget, Box | None] = {
            self.header: plan.header,
            self.entities: plan.entities,
            self.claims: plan.claims,
            self.status: plan.status,
            self.hints: plan.hints,
            self.box: plan.box,
        }
        return boxes.get(widget)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here: to the box, to the filter, or to its command."""
        event.stop()
        event.prevent_default()
        if self.leaving:
            return
        self.last_key = time.monotonic()
        self.session.notice = ""
        if self.box.chooser is not None:
            if event.key == "ctrl+l":
                self.redraw()
                return
            outcome = self.box.key(event.key, event.character)
            if outcome is not None:
                self.receive(outcome)
            return
        if self.session.panel is Panel.ENTITIES and self._filter_key(event):
            return
        if caret_key(self.session, event.key):
            self.sync()
            return
        pressed = "A" if self.session.caret is not None and event.key == "enter" else event.key
        command = self._keys.get(pressed) or self._keys.get(event.character or "")
        if command is not None:
            self.run(command)
        else:
            self.sync()

    def _filter_key(self, event: events.Key) -> bool:
        """A key typed into the filter of the entities; movement and function keys are commands as everywhere."""
        if event.key in ("enter", "tab", "shift+tab", "up", "down", "pageup", "pagedown", "home", "end"):
            return False
        return self.entities.key(event.key, event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Paste goes where one types."""
        event.stop()
        if self.box.chooser is not None:
            self.box.paste(event.text)
        elif self.session.panel is Panel.ENTITIES:
            self.entities.paste(event.text)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the edge of a panel."""
        if self._plan is not None and self._edges.take(int(event.screen_x), int(event.screen_y), self._plan):
            self.clear_selection()  # no words are selected by the way

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the edge of a panel."""
        if event.button and self._edges.pull(int(event.screen_x), self.app.size.width, self.session.shelf):
            self.sync()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the edge, or of words that can be copied now."""
        self._edges.let_go()
        self._show_bars()

    def run(self, command: Command) -> None:
        """Run a command and show what it did."""
        if command.needs_source and self.session.empty:
            self.session.notice = "There is nothing to read here yet"
        else:
            try:
                command.run(self.room)
            except UnreadableError as error:
                self.session.notice = str(error)
        let_go(self.session)
        self.sync()

    # Messages from widgets

    def receive(self, message: Message) -> None:
        """Do at once what a widget would ask for by posting ``message``: the next key may already be waiting."""
        getattr(self, message.handler_name)(message)

    def on_run_command(self, message: messages.RunCommand) -> None:
        """A hint was clicked."""
        if self.box.chooser is not None:
            outcome = self.box.key("enter" if message.name == "open" else "escape", None)
            if outcome is not None:
                self.receive(outcome)
        else:
            self.run(BY_NAME[message.name]())

    def on_focus_panel(self, message: messages.FocusPanel) -> None:
        """A panel was clicked: the box, if it is open, has been left."""
        self.box.shut()
        self.session.panel = Panel(message.panel)
        if message.pane >= 0:
            self.session.active = min(message.pane, len(self.session.panes) - 1)
        self.sync()

    def on_moved(self, message: messages.Moved) -> None:
        """A pane was scrolled by mouse."""
        self.session.active = min(message.pane, len(self.session.panes) - 1)
        self.sync()

    def on_choose_tab(self, message: messages.ChooseTab) -> None:
        """A tab was clicked."""
        pane = self.session.panes[message.pane]
        pane.active = min(message.tab, len(pane.tabs) - 1)
        self.session.active = message.pane
        self.sync()

    def on_open_passage(self, message: messages.OpenPassage) -> None:
        """A passage was chosen."""
        self.session.visit(message.passage, other=message.other)
        self.sync()

    def on_open_evidence(self, message: messages.OpenEvidence) -> None:
        """A claim or a piece of its evidence was chosen."""
        self.room.open_evidence(message.claim, message.evidence, other=message.other)
        self.sync()

    def on_open_entity(self, message: messages.OpenEntity) -> None:
        """An entity was chosen."""
        if message.card:
            self.session.show_card(message.entity)
        elif not self.session.empty:
            jumps.focus_entity(self.session, message.entity, other=message.other)
        self.sync()

    def on_box_chosen(self, message: messages.BoxChosen) -> None:
        """A line of the box was chosen."""
        chooser = self.box.chooser
        self.box.shut()
        if chooser is not None:
            chooser.choose(message.value, other=message.other)
        self.sync()

    def on_box_closed(self, message: messages.BoxClosed) -> None:
        """The box was left."""
        self.box.shut()
        self.sync()

    def sync(self, *, resized: bool = False) -> None:
        """Bring every widget up to the session; what has not changed is not painted.

        ``resized`` says that the widgets are laid out anew without being asked to.
        """
        if self.leaving:
            return  # nothing can be mounted any more
        new = [*self.articles.fit(), *self._fit_view()]
        if new:
            self.mount(*new, before=self.claims)
        plan = self.plan_for(self.app.size)
        if (plan, self._first_pane(plan)) != (self._plan, self._first) or new:
            self._plan, self._first = plan, self._first_pane(plan)
            self._give_sizes(plan)
            self.painter.hold()
            if not resized or new:
                self.status.refresh(layout=True)  # a child's, so that Textual drops the arrangement it has kept
        if not self.session.empty and self.session.view is View.READING:
            self.articles.show(plan, self.place)
        if isinstance(self.view, Rows):
            self.view.follow()  # type: ignore[attr-defined]
            self.view.light(self.session.panel is Panel.ARTICLE)
        self._show_panels()
        self._show_bars()
        self.app.keep_bookmarks()  # type: ignore[attr-defined]

    def _give_sizes(self, plan: Plan) -> None:
        """Tell every widget the size of its box before Textual lays them out, so that one paint is enough."""
        panels: list[Lines] = [self.header, self.entities, self.claims, self.status, self.hints, self.box]
        if self.view is not None:
            panels.append(self.view)
        for widget in (*panels, *self.articles):
            widget.painter = self.painter
            box = self.place(widget, plan)
            if box is not None:
                widget.take_size(box.width, box.height)

    def _fit_view(self) -> Iterable[Widget]:
        """The widget in the middle, where it is another than before."""
        wanted = None if self.session.view is View.READING and not self.session.empty else self.session.view
        if wanted is self._showing:
            return
        if self.view is not None:
            self.view.remove()
        self._showing, self.view = wanted, None
        if wanted is not None:
            self.view = make_view(wanted, self.look, self.session)
            yield self.view

    def _show_panels(self) -> None:
        session = self.session
        self.entities.show(session.dossier)
        self.entities.select(session.entity)
        self.entities.light(session.panel is Panel.ENTITIES)
        self.claims.show(session)
        self.claims.light(session.panel is Panel.CLAIMS)

    def _show_bars(self) -> None:
        self.header.tell(self.session.dossier.name, self._counts)
        behind = behind_line(self.session, self.busy)
        room = self.app.size.width - (cell_len(behind) + 2 if behind else 1)
        notice, rest = folded(self.session.notice, room)
        left: Line = ((f" {notice}", "bar.strong"),) if notice else ((f" {self._place_line()}", "bar.muted"),)
        self.status.say(left, ((f"{behind} ", "bar.muted"),) if behind else ())
        boxed = self.box.chooser is not None
        hints = hints_for(self.session, boxed=boxed, selecting=bool(self.selections))
        self.hints.offer(hints, () if boxed else self._pinned, rest)

    def _place_line(self) -> str:
        return place_line(self.session, claims_shown=self._plan is not None and self._plan.claims is not None)

    def redraw(self) -> None:
        """Write the whole screen again, whatever another program has left on it."""
        self.painter.forget_all()
        self.refresh()

    def renewed(self) -> None:
        """The session has another dossier."""
        self._counts = summary(self.session.dossier)
        self.room.renewed()
        self.sync()

    def wear(self, look: Look) -> None:
        """Change the theme everywhere."""
        self.look = self.articles.look = look
        for widget in self.query(Lines):
            widget.wear(look)
