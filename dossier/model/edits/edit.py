"""What a person decided, as values: edits of items, a sentence, and how to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier.model.choice import Choice
from dossier.model.edits.values import Plain, frozen_item, jsonable


class Act(Choice):
    """What sort of step a decision is in the history."""

    DECIDED = "decided"
    UNDONE = "taken back"
    REDONE = "done again"


@dataclass(frozen=True, slots=True)
class Edit:
    """One item of the YAML file ``file``: its plain value before and after, ``None`` where it is not there.

    ``key`` is what the item was known by, or is from now on where it is new; ``becomes`` what it is known by
    afterwards, where that is something else. ``place`` is the key of the item that it stands after: empty for the
    first, ``None`` for the last.
    """

    file: str
    key: str
    before: Plain | None
    after: Plain | None
    place: str | None = None
    becomes: str = ""

    @property
    def inverse(self) -> Edit:
        """What takes it back."""
        key, becomes = (self.becomes, self.key) if self.becomes else (self.key, "")
        return Edit(self.file, key, self.after, self.before, self.place, becomes)


@dataclass(frozen=True, slots=True)
class Decision:
    """Edits that belong together, told in one sentence: "accepted the claim “...”".

    ``id`` is unique; ``why`` is the person's reason. ``of`` is the id of the decision that this one takes back or
    does again, and ``act`` says which.
    """

    id: str
    sentence: str
    edits: tuple[Edit, ...]
    who: str = ""
    why: str = ""
    act: Act = Act.DECIDED
    of: str = ""

    def inverse(self, id: str, act: Act, who: str) -> Decision:
        """The decision that takes this one back; ``of`` stays that of the decision first made."""
        edits = tuple(edit.inverse for edit in reversed(self.edits))
        return replace(self, id=id, edits=edits, who=who, why="", act=act, of=self.of or self.id)

    @property
    def words(self) -> str:
        """What was done: the sentence, after "took back: " or "did again: " where that was done."""
        if self.act is Act.UNDONE:
            return f"took back: {self.sentence}"
        return f"did again: {self.sentence}" if self.act is Act.REDONE else self.sentence


def decision_json(decision: Decision) -> dict[str, object]:
    """``decision`` as the JSON module takes it."""
    return {
        "id": decision.id,
        "what": decision.sentence,
        "why": decision.why,
        "who": decision.who,
        "act": decision.act.value,
        "of": decision.of,
        "edits": [_edit_json(edit) for edit in decision.edits],
    }


def _edit_json(edit: Edit) -> dict[str, object]:
    return {
        "file": edit.file,
        "key": edit.key,
        "before": None if edit.before is None else jsonable(edit.before),
        "after": None if edit.after is None else jsonable(edit.after),
        "place": edit.place,
        "becomes": edit.becomes,
    }


def decision_from(found: object) -> Decision | None:
    """The decision that :func:`decision_json` made, ``None`` for anything else."""
    match found:
        case {
            "id": str(id),
            "what": str(what),
            "why": str(why),
            "who": str(who),
            "act": str(act),
            "of": str(of),
            "edits": list(kept),
        } if act in tuple(Act):
            edits = [edit for one in kept if (edit := _edit_from(one)) is not None]
            return Decision(id, what, tuple(edits), who, why, Act(act), of) if len(edits) == len(kept) else None
    return None


def _edit_from(found: object) -> Edit | None:
    match found:
        case {
            "file": str(file),
            "key": str(key),
            "before": before,
            "after": after,
            "place": str() | None as place,
            "becomes": str(becomes),
        }:
            try:
                sides = [None if side is None else _plain(side) for side in (before, after)]
            except TypeError:
                return None
            return Edit(file, key, sides[0], sides[1], place, becomes)
    return None


def _plain(side: object) -> Plain:
    if not isinstance(side, Mapping):
        raise TypeError("an item is a mapping")
    return frozen_item(side)
