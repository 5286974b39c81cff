"""Notes and tags on passages."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.ingest.identity import slug
from dossier.model.dossier import Dossier
from dossier.model.errors import DossierError
from dossier.model.note import Note
from dossier.model.passage import Passage
from dossier.store.curating.draft import Change, Draft, told, with_values
from dossier.store.curating.passages import passage_item
from dossier.store.watching import NOTES_YAML


def create(dossier: Dossier, passage: Passage, text: str, tags: Sequence[str] = ()) -> Draft:
    """A note beside a passage; a passage without words is the whole source, and needs words or tags of its own.

    Without words and tags it is a bookmark.
    """
    bare = passage.end <= passage.start
    if bare and not text.strip() and not tags:
        raise DossierError("a note on a whole source needs words or tags")
    where = {"source": passage.source} if bare else passage_item(dossier, passage)
    id = slug(text or " ".join(tags) or str(where.get("quote", "")))
    made = with_values({"id": id, **where}, note=" ".join(text.split()), tags=tuple(tags))
    quoted = () if bare else (passage.source,)
    said = told(text) if text else " ".join(f"#{tag}" for tag in tags)
    sentence = f"noted {said}" if said else f"bookmarked {told(str(where['quote']))}"
    return Draft(sentence, (Change(NOTES_YAML, id, lambda _: made, fresh=True),), quoted)


def remove(note: Note) -> Draft:
    """A note is no more."""
    marked = " ".join(f"#{tag}" for tag in note.tags) or (note.selector.exact if note.selector is not None else "")
    return Draft(f"removed the note {told(note.text or marked)}", (Change(NOTES_YAML, note.id, lambda _: None),))


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of a note, and its tags."""
    words = text.split()
    tags = tuple(dict.fromkeys(word[1:] for word in words if word.startswith("#") and len(word) > 1))
    return " ".join(word for word in words if not word.startswith("#")), tags
