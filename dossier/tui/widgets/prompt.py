"""A line that is being typed, as pieces of a given width with the caret in sight."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

from dossier.session.editing import LineEditor
from dossier.tui.widgets.lines import Line


def typed_line(editor: LineEditor, width: int, role: str = "") -> Line:
    """Exactly ``width`` cells: what stands before the caret, under it and after it; the start gives way.

    A text that is selected as a whole is lit like the caret.
    """
    before, after = editor.text[: editor.cursor], editor.text[editor.cursor :]
    clusters = split_graphemes(after)[0] if after else []
    under = after[: clusters[0][1]] if clusters and clusters[0][2] else " "
    after = after[len(under) :] if clusters else ""
    room = max(0, width - cell_len(under))
    while before and cell_len(before) > room:
        before = before[max(1, len(before) - room) if len(before) > room else 1 :]
    room -= cell_len(before)
    while after and cell_len(after) > room:
        after = after[: max(0, min(len(after) - 1, room))]
    return (
        (before, "caret" if editor.whole else role),
        (under, "caret"),
        (after, role),
        (" " * (room - cell_len(after)), role),
    )
