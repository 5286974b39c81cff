"""The sidebar: everyone and everything the dossier names, filtered as one types."""

from __future__ import annotations

from bisect import bisect_left

from textual.message import Message

from dossier.model.dossier import Dossier
from dossier.model.entity import EntityKind
from dossier.session.editing import LineEditor
from dossier.tui.messages import FocusPanel, OpenEntity
from dossier.tui.theme import Look
from dossier.tui.widgets.lines import Line, fit
from dossier.tui.widgets.prompt import typed_line
from dossier.tui.widgets.rows import Rows
from dossier.tui.wrapping import wrap

KINDS = tuple(EntityKind)


class EntityList(Rows):
    """Entities by kind, those named most often first. Typing filters by any of their names."""

    heads = 2

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="entities")
        self.filter = LineEditor()
        self.selected = ""
        self.dossier: Dossier | None = None
        self._order: list[int] = []
        self._names: list[str] = []
        self._tally: list[tuple[int, int]] = []
        self._shown: list[int] = []
        self._bounds: list[int] = [0]
        self._lines: list[int] = []
        self._guide: list[str] = []
        self._under = ""
        self._asked = ""

    def light(self, on: bool) -> None:
        """Give it the keys, or take them: what is typed then takes the place of what was typed before."""
        if on and not self.lit:
            self.filter.whole = bool(self.filter.text)
        super().light(on)

    def show(self, dossier: Dossier) -> None:
        """List the entities of ``dossier``."""
        if dossier is self.dossier:
            return
        self._under = self.entity
        self.dossier = dossier
        known = dossier.texts.totals()
        totals = [known.get(entity.id, (0, 0)) for entity in dossier.entities]
        rank = {kind: n for n, kind in enumerate(KINDS)}
        entities = dossier.entities
        self._order = sorted(
            range(len(entities)),
            key=lambda i: (rank[entities[i].kind], -totals[i][0], entities[i].name.casefold()),
        )
        self._names = ["\n".join(entities[i].names).lower() for i in self._order]
        self._tally = [totals[i] for i in self._order]
        kinds = [rank[entities[i].kind] for i in self._order]
        self._bounds = [bisect_left(kinds, kind) for kind in range(len(KINDS) + 1)]
        self._asked = ""
        under, top = self._under, self.top
        self._narrow()
        self._return_to(under)
        self.scroll_lines(top)

    def _return_to(self, entity: str) -> None:
        """Put the cursor back on an entity after the list was made anew."""
        places = (n for n, place in enumerate(self._lines) if place >= 0 and self._entity_of(place) == entity)
        if entity and (found := next(places, -1)) >= 0:
            self.place(found)

    def _narrow(self) -> None:
        """Apply the filter; a longer one searches only what the shorter one left."""
        asked = self.filter.text.lower().strip()
        names = self._names
        pool = self._shown if self._asked and asked.startswith(self._asked) else range(len(names))
        self._shown = [i for i in pool if asked in names[i]] if asked else list(range(len(names)))
        self._asked = asked
        self._lines = []
        for kind, first in enumerate(self._bounds[:-1]):
            low, high = bisect_left(self._shown, first), bisect_left(self._shown, self._bounds[kind + 1])
            if low < high:
                self._lines.append(-1 - kind)
                self._lines += self._shown[low:high]
        self._guide = self._guidance()
        self.count = len(self._lines) or len(self._guide)
        self.cursor = min(1, max(0, self.count - 1))
        self.top = 0
        self.repaint()

    def _guidance(self) -> list[str]:
        """What to say when there is nothing to list."""
        if self._lines:
            return []
        said = "No name holds that. Esc clears the filter."
        if not self._names:
            said = "No entities yet. Name them in entities.yaml beside the sources. t goes to a source, F5 lists them."
        starts = wrap(said, max(8, self.columns - 2))
        return [said[starts[n] : starts[n + 1]].rstrip() for n in range(len(starts) - 1)]

    def relayout(self) -> None:
        """Wrap what is said for the new width."""
        if self.dossier is not None:
            self._guide = self._guidance()
            self.count = len(self._lines) or len(self._guide)
        super().relayout()

    def head(self, n: int) -> Line:
        """The title with the count, and the filter."""
        if n == 0:
            total = f"{len(self._shown):,}" + (f" of {len(self._names):,}" if self._asked else "")
            return ((fit(f" Entities  {total}", self.columns), "head.active" if self.lit else "head"),)
        text = self.filter.text
        if not self.lit:
            return ((fit(f" filter: {text}" if text else " filter…", self.columns), "muted"),)
        return ((" › ", "accent"), *typed_line(self.filter, self.columns - 3))

    def can_choose(self, n: int) -> bool:
        """Entities, not the headings of kinds."""
        return bool(self._lines) and self._lines[n] >= 0

    def line(self, n: int) -> Line:
        """A kind, or an entity with its mentions and sources."""
        if not self._lines:
            return ((" " + self._guide[n], "muted"),)
        place = self._lines[n]
        if place < 0:
            return ((" " + KINDS[-1 - place].plural, "strong"),)
        assert self.dossier is not None
        entity = self.dossier.entities[self._order[place]]
        mentions, sources = self._tally[place]
        counts = f" {mentions}·{sources} " if mentions else " – "
        room = self.columns - len(counts) - 2
        sign = "▸ " if entity.id == self.selected else "  " if entity.decided else "~ "
        role = "strong" if entity.id == self.selected else ""
        return ((sign, "accent"), (fit(self._label(entity.name, entity.names), room), role), (counts, "muted"))

    def _label(self, name: str, names: tuple[str, ...]) -> str:
        """The name, and the alias that the filter found when the name itself does not hold it."""
        if self._asked and self._asked not in name.lower():
            alias = next((other for other in names if self._asked in other.lower()), "")
            return f"{alias} → {name}" if alias else name
        return name

    def select(self, entity: str) -> None:
        """Show which entity is selected."""
        if entity == self.selected:
            return
        changed = {self.selected, entity}
        self.selected = entity
        for n in range(self.top, min(self.top + self.body, len(self._lines))):
            if self._lines[n] >= 0 and self._entity_of(self._lines[n]) in changed:
                self.forget(n, n)
        self.drop()

    def key(self, key: str, character: str | None) -> bool:
        """Type into the filter; false when the key is none of its own."""
        before = self.filter.text
        if character and character.isprintable() and not key.startswith(("ctrl+", "alt+")):
            self.filter.insert(character)
        elif key == "escape" and before:
            self.filter.set("")
        elif not self.filter.key(key):
            return False
        if self.filter.text != before:
            self._narrow()
        else:
            self.forget_heads()
        return True

    def paste(self, text: str) -> None:
        """Paste into the filter."""
        self.filter.insert(text)
        self._narrow()

    @property
    def entity(self) -> str:
        """The id of the entity under the cursor, or an empty string."""
        if self.dossier is None or not self._lines or self._lines[self.cursor] < 0:
            return ""
        return self._entity_of(self._lines[self.cursor])

    def _entity_of(self, place: int) -> str:
        assert self.dossier is not None
        return self.dossier.entities[self._order[place]].id

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """The entity."""
        self.cursor = n
        return OpenEntity(self.entity, other=other) if self.entity else None

    def click_outside(self) -> None:
        """Take the keys."""
        self.post_message(FocusPanel("entities"))
