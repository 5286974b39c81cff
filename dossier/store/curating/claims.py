"""Decisions about claims and their evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.analysis.claims.ids import claim_id
from dossier.model.claim import Claim, ClaimKind, Evidence, Stance
from dossier.model.dossier import Dossier
from dossier.model.edits.values import Plain, Value, same
from dossier.model.errors import DossierError
from dossier.model.passage import Passage
from dossier.store.anchors.snapshots import Snapshots
from dossier.store.claims_yaml import CLAIMS_YAML
from dossier.store.curating.draft import Change, Draft, check_date, listed, texts, told, with_values
from dossier.store.curating.entities import noted_entity
from dossier.store.curating.passages import (
    chosen_item,
    evidence_item,
    figure_again,
    passage_item,
    same_passage,
    with_further,
    without_place,
)
from dossier.store.yaml_items import Settled


def accept(dossier: Dossier, claim: Claim) -> Draft:
    """A suggested claim with all its evidence; of a decided one the evidence that was suggested for it."""
    return _settled(dossier, claim, lambda item: item, f"accepted the claim {told(claim.text)}")


def accept_evidence(dossier: Dossier, claim: Claim, piece: Evidence) -> Draft:
    """One piece of suggested evidence of a decided claim."""
    kept = _bare(claim, piece)
    sentence = f"accepted {told(piece.selector.exact)} for the claim {told(claim.text)}"
    return _settled(dossier, kept, lambda item: item, sentence)


def reject(dossier: Dossier, claim: Claim) -> Draft:
    """Turned down: it is kept with its words, so that they are not suggested again."""
    settled = Settled.REJECTED.value

    def make(item: Plain | None) -> Plain:
        if item is not None and not claim.decided and item.get("suggestion") != settled:
            raise DossierError("somebody has accepted this claim meanwhile: it stays as it is")
        return with_values(item if item is not None else _claim_item(dossier, claim, about=False), suggestion=settled)

    sentence = f"turned down the claim {told(claim.text)}"
    return Draft(sentence, (Change(CLAIMS_YAML, claim.id, make),), _sources(claim))


def restore(dossier: Dossier, claim: Claim) -> Draft:
    """A claim that was turned down is suggested again; one that is written otherwise than suggested is held again."""
    derived = dossier.derived.claims if dossier.derived is not None else ()
    suggested = next((one for one in derived if one.id == claim.id), None)

    def make(item: Plain | None) -> Plain | None:
        if item is None or item.get("suggestion") != Settled.REJECTED.value:
            return item
        held = with_values(item, suggestion=None)
        return None if suggested is not None and _is_suggestion(dossier, held, suggested) else held

    return Draft(f"no longer turned down: the claim {told(claim.text)}", (Change(CLAIMS_YAML, claim.id, make),))


def _is_suggestion(dossier: Dossier, item: Plain, suggested: Claim) -> bool:
    """Whether an item says nothing but what is suggested; its words may stand elsewhere by now."""
    expected = _claim_item(dossier, suggested, about=False)
    entries, known = (
        [without_place(entry) for entry in texts(one, "evidence") if isinstance(entry, Mapping)]
        for one in (item, expected)
    )
    bare = (with_values(one, evidence=None) for one in (item, expected))
    return same(*bare) and all(any(same(entry, one) for one in known) for entry in entries)


def refuse(dossier: Dossier, claim: Claim, piece: Evidence) -> Draft:
    """These words do not state this claim; a claim that was suggested is accepted without them, if others state it."""
    bare = _bare(claim)
    kept = bare._replace(evidence=tuple(one for one in bare.evidence if one is not piece))
    if not claim.decided and not _suggested(kept):
        return reject(dossier, claim)

    def without(item: Plain) -> Plain:
        entries = texts(item, "evidence")
        noted = tuple(entry for entry in entries if same_passage(entry, dossier, piece))
        left = tuple(entry for entry in entries if entry not in noted)
        refused = noted or (evidence_item(dossier, piece),)
        return with_values(item, evidence=left, **{"not": (*texts(item, "not"), *refused)})

    sentence = f"{told(piece.selector.exact)} is not the claim {told(claim.text)}"
    draft = _settled(dossier, kept, without, sentence)
    return draft._replace(quoted=tuple(dict.fromkeys((*draft.quoted, piece.source))))


def create(dossier: Dossier, passage: Passage, text: str = "") -> Draft:
    """A new claim that a passage states, in the passage's words unless ``text`` says it otherwise."""
    words = " ".join(dossier.reading(passage.source).text[passage.start : passage.end].split())
    said = " ".join(text.split()) or words
    new: Plain = {"id": claim_id(said), "text": said, "kind": ClaimKind.FACT.value}

    def make(item: Plain | None) -> Plain:
        if item is not None and item.get("suggestion") != Settled.REJECTED.value:
            raise DossierError(f"there is a claim that says {told(said)}: attach the words to it")
        return with_further(with_values(item or new, suggestion=None), (chosen_item(dossier, passage),))

    return Draft(f"noted the claim {told(said)}", (Change(CLAIMS_YAML, claim_id(said), make),), (passage.source,))


def attach(dossier: Dossier, claim: Claim, passage: Passage, stance: Stance = Stance.SUPPORTS) -> Draft:
    """A passage states this claim too, or disputes or mentions it."""
    if any(piece.decided and piece.passage == passage for piece in claim.evidence):
        raise DossierError("these words are among its evidence: . sets what they say about it")
    entry = with_values(chosen_item(dossier, passage), stance=None if stance is Stance.SUPPORTS else stance.value)
    words = dossier.reading(passage.source).text[passage.start : passage.end]

    def add(item: Plain) -> Plain:
        return with_further(item, (entry,))

    said = {Stance.SUPPORTS: "states", Stance.DISPUTES: "disputes", Stance.MENTIONS: "mentions"}[stance]
    draft = _settled(dossier, _bare(claim), add, f"{told(words)} {said} the claim {told(claim.text)}")
    return draft._replace(quoted=tuple(dict.fromkeys((*draft.quoted, passage.source))))


def join(dossier: Dossier, claim: Claim, other: Claim) -> Draft:
    """Two claims are the same: the evidence of ``other`` goes to ``claim``, and ``other`` is no more."""
    if claim.id == other.id:
        raise DossierError("a claim is always the same as itself")
    noted: list[Plain] = []

    def leave(item: Plain | None) -> None:
        noted[:] = [item] if item is not None else []

    def add(item: Plain) -> Plain:
        for one in noted or [_claim_item(dossier, other, about=False)]:
            item = _joined(item, one)
        about = tuple(dict.fromkeys((*texts(item, "about"), *_decided_about(dossier, other))))
        return with_values(item, about=about)

    draft = _settled(dossier, _bare(claim), add, f"the claims {told(claim.text)} and {told(other.text)} are the same")
    gone = (Change(CLAIMS_YAML, other.id, leave),) if other.decided else ()
    quoted = tuple(dict.fromkeys((*draft.quoted, *_sources(other))))
    return draft._replace(changes=(*gone, *draft.changes), quoted=quoted)


def _joined(item: Plain, other: Plain) -> Plain:
    """The first with the evidence of the other as it was noted, and with what a person said of the other alone."""
    further = (entry for entry in texts(other, "evidence") if isinstance(entry, Mapping))
    notes = dict.fromkeys(str(one["note"]) for one in (item, other) if one.get("note"))
    refused = (*texts(item, "not"), *(entry for entry in texts(other, "not") if entry not in texts(item, "not")))
    kept = {key: item.get(key) or other.get(key) for key in ("verdict", "credibility")}
    return with_values(with_further(item, tuple(further)), note=" · ".join(notes), **kept, **{"not": refused})


def set_value(dossier: Dossier, claim: Claim, key: str, value: str) -> Draft:
    """``text``, ``kind``, ``verdict``, ``credibility`` or ``note`` of a claim; a suggested one is accepted with it."""
    if key == "text":
        _check_text(dossier, claim, value)
    typed = int(value) if key == "credibility" and value.isdecimal() else value
    sentence = f"{_accepting(claim)}{key} of the claim {told(claim.text)}: {told(value) if value else 'none'}"
    return _settled(dossier, _bare(claim), lambda item: with_values(item, **{key: typed}), sentence)


def _check_text(dossier: Dossier, claim: Claim, text: str) -> None:
    """A claim without an id is known by its text."""
    said = " ".join(text.split())
    if not said:
        raise DossierError("a claim needs a text")
    if any(one.decided and one.id != claim.id and one.text == said for one in dossier.claims):
        raise DossierError("another claim says this already: join the two")


def judge(dossier: Dossier, claim: Claim, verdict: str, reason: str) -> Draft:
    """A person's verdict on a claim and its note, which says why; a suggested claim is accepted with it."""
    said = f": {told(reason)}" if reason else ""
    given = f"verdict of the claim {told(claim.text)}: {told(verdict) if verdict else 'none'}{said}"
    sentence = f"{_accepting(claim)}{given}"
    draft = _settled(dossier, _bare(claim), lambda item: with_values(item, verdict=verdict, note=reason), sentence)
    return draft._replace(why=reason)


def set_evidence(dossier: Dossier, claim: Claim, piece: Evidence, key: str, value: str) -> Draft:
    """``stance``, ``speaker``, ``value``, ``date`` or ``cited`` of a piece of evidence."""
    if key == "date":
        check_date(value)
    values = {key: value}
    if (key, value) == ("cited", "version"):
        values["version"] = _version_of(dossier, piece)

    def changed(entry: Value) -> Value:
        assert isinstance(entry, Mapping)
        return with_values(entry, **values)

    sentence = f"{_accepting(claim)}{key} of {told(piece.selector.exact)}: {told(value) if value else 'none'}"
    return _with_entry(dossier, claim, piece, changed, sentence)


def _version_of(dossier: Dossier, piece: Evidence) -> str:
    """The version a quote was taken from, else one that is kept and holds its words."""
    kept, noted = Snapshots(dossier.folder), piece.selector
    found = noted.version if kept.holds(noted.version, noted.exact) else kept.holding(noted.exact)
    if not found:
        raise DossierError(
            "no version that is kept holds these words: dossier check --keep keeps them while they stand"
        )
    return found


def quote_again(dossier: Dossier, claim: Claim, piece: Evidence, passage: Passage) -> Draft:
    """A quote whose words changed is quoted as the passage has it now."""
    selector = passage_item(dossier, passage)

    def changed(entry: Value) -> Value:
        assert isinstance(entry, Mapping)
        kept = with_values(entry, prefix=None, suffix=None, cited=None)
        return with_values(kept, **selector, value=figure_again(dossier, passage, str(entry.get("value", ""))))

    words = dossier.reading(passage.source).text[passage.start : passage.end]
    sentence = f"{told(piece.selector.exact)} is quoted as {told(words)} now"
    return _with_entry(dossier, claim, piece, changed, sentence)._replace(quoted=(passage.source,))


def drop_evidence(dossier: Dossier, claim: Claim, piece: Evidence) -> Draft:
    """A piece of evidence is no more."""

    def make(item: Plain | None) -> Plain | None:
        left = tuple(one for one in texts(item, "evidence") if not same_passage(one, dossier, piece))
        return None if item is None else with_values(item, evidence=left)

    sentence = f"dropped {told(piece.selector.exact)} from the claim {told(claim.text)}"
    return Draft(sentence, (Change(CLAIMS_YAML, claim.id, make),))


def _accepting(claim: Claim) -> str:
    """That a suggested claim is accepted with what is said of it, and how much evidence: nobody should miss it."""
    pieces = 0 if claim.decided else len(_suggested(claim))
    return f"accepted with {pieces:,} passage{'' if pieces == 1 else 's'}, " if pieces else ""


def _settled(dossier: Dossier, claim: Claim, change: Callable[[Plain], Plain], sentence: str) -> Draft:
    """The claim, accepted if it was suggested, with a change of its item."""

    def make(item: Plain | None) -> Plain:
        if item is None:
            return change(_claim_item(dossier, claim))
        if item.get("suggestion") == Settled.REJECTED.value:
            raise DossierError("somebody has turned this claim down meanwhile: take that back first")
        return change(with_further(item, tuple(evidence_item(dossier, piece) for piece in _suggested(claim))))

    about = () if claim.decided else [e for id in claim.about if (e := dossier.entity.get(id)) and not e.decided]
    with_them = f", and with it {listed([entity.name for entity in about])}" if about else ""
    changes = (*map(noted_entity, about), Change(CLAIMS_YAML, claim.id, make))
    return Draft(f"{sentence}{with_them}", changes, _sources(claim))


def _with_entry(
    dossier: Dossier, claim: Claim, piece: Evidence, change: Callable[[Value], Value], sentence: str
) -> Draft:
    """One entry of the evidence changed; suggested evidence is accepted with the change, and so is its claim."""

    def changed(item: Plain) -> Plain:
        noted = piece if piece.decided else _as_noted(dossier, piece)
        entries = texts(item, "evidence")
        return with_values(
            item, evidence=tuple(change(one) if same_passage(one, dossier, noted) else one for one in entries)
        )

    return _settled(dossier, _bare(claim, piece), changed, sentence)


def _as_noted(dossier: Dossier, piece: Evidence) -> Evidence:
    """A suggested piece as it reads once it is written down."""
    text = dossier.reading(piece.source).text[piece.start : piece.end]
    return piece._replace(selector=piece.selector._replace(exact=text, start=piece.start))


def _claim_item(dossier: Dossier, claim: Claim, *, about: bool = True) -> Plain:
    """A suggested claim as it is written down."""
    return with_values(
        {"id": claim.id, "text": claim.text},
        about=claim.about if about else (),
        kind=claim.kind.value,
        evidence=tuple(evidence_item(dossier, piece) for piece in _suggested(claim)),
    )


def _suggested(claim: Claim) -> list[Evidence]:
    return [piece for piece in claim.evidence if not piece.decided and not piece.beside and piece.passage is not None]


def _decided_about(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    return tuple(id for id in claim.about if id in dossier.entity and dossier.entity[id].decided)


def _bare(claim: Claim, asked: Evidence | None = None) -> Claim:
    """A decided claim without what is suggested for it but ``asked``: the rest is another decision.

    A suggested claim stays as it is.
    """
    if not claim.decided:
        return claim
    return claim._replace(evidence=tuple(piece for piece in claim.evidence if piece.decided or piece is asked))


def _sources(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.source for piece in _suggested(claim)))
