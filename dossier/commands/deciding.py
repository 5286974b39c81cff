"""Commands by which a person decides: accept, turn down, attach, join, note, and take back."""

from __future__ import annotations

from dossier.commands.command import Command, Room
from dossier.session import choosing
from dossier.session.review import Review


class Accept(Command):
    """Accept the suggestion at hand: the entity under the cursor, or the focused claim with all its words."""

    keys, label, group = ("a",), "accept", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        from dossier.store.curating import claims, entities

        session, entity, claim = room.session, room.hand.entity, room.session.focused
        if entity is not None:
            if entity.decided:
                session.notice = f"{entity.name} is decided already"
            else:
                room.decide(lambda: entities.accept(entity))
        elif claim is None:
            session.notice = "No claim is focused: c goes to the next one"
        elif claim.decided and all(piece.decided or piece.beside for piece in claim.evidence):
            session.notice = "This claim is decided already"
        else:
            dossier, piece = session.dossier, room.hand.evidence
            if claim.decided and piece is not None and not piece.decided:
                room.decide(lambda: claims.accept_evidence(dossier, claim, piece))
            else:
                room.decide(lambda: claims.accept(dossier, claim))
            go_on(room)


class TurnDown(Command):
    """Turn down the suggestion at hand: it is not made again."""

    keys, label, group = ("X",), "turn down", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        from dossier.store.curating import claims, entities

        session, entity, claim = room.session, room.hand.entity, room.session.focused
        if entity is not None:
            room.decide(lambda: entities.reject(entity))
        elif claim is None:
            session.notice = "No claim is focused: c goes to the next one"
        elif claim.decided:
            session.notice = "This claim is decided: Z takes back what was decided last, . turns it down all the same"
        else:
            dossier = session.dossier
            room.decide(lambda: claims.reject(dossier, claim))
            go_on(room)


class TurnedDown(Command):
    """List what was turned down, to have it suggested again."""

    keys, label, group = ("K",), "turned down", "Deciding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("turned-down")


class Attach(Command):
    """Attach the selected words to a claim, or make a claim of them."""

    keys, label, group = ("A",), "attach words", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        if room.hand.chosen is None:
            room.session.notice = "Select words first: V with the keyboard, or drag with the mouse"
        else:
            room.open_box("attach")


class Decide(Command):
    """Everything that can be decided about what is at hand: a claim, its words, an entity, a source."""

    keys, label, group = ("full_stop",), "decide", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("decide")


class SameAs(Command):
    """Say that the focused claim, or the entity under the cursor, is the same as another."""

    keys, label, group = ("M",), "same as", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        if room.hand.entity is None and room.session.focused is None:
            room.session.notice = "No claim is focused: c goes to the next one"
        else:
            room.open_box("same")


class Note(Command):
    """Write a note beside the selected words, or beside the article; #words are tags."""

    keys, label, group = ("p",), "note", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("note")


class Notes(Command):
    """List the notes and go to one."""

    keys, label, group = ("P",), "notes", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("notes")


class ReviewSuggestions(Command):
    """Go through the suggestions, the most valuable first; again to put one off."""

    keys, label, group = ("R",), "review", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        session = room.session
        if session.dossier.derived is None:
            session.notice = "No suggestions to go through: u shows them where they are hidden; else they come soon"
            return
        if session.review is None:
            session.review = Review.of(session.dossier)
        else:
            session.review.put_off()
        show_next(room)


class SelectWords(Command):
    """Select words with the keyboard: arrows by words and sentences, Space begins, s takes the sentence."""

    keys, label, group = ("V",), "select words", "Deciding"

    def run(self, room: Room) -> None:
        """Do it."""
        choosing.begin(room.session)


class Undo(Command):
    """Take back the last decision; again for the one before, as far as the history goes."""

    keys, label, group = ("Z", "ctrl+z"), "take back", "Deciding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it; in a review, go back to what was put off last."""
        review = room.session.review
        claim = room.session.dossier.claim.get(review.put_back()) if review is not None else None
        if claim is None:
            room.undo()
        else:
            room.session.show_claim(claim)


class Redo(Command):
    """Do again what was taken back."""

    keys, label, group = ("Y", "ctrl+y"), "do again", "Deciding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.redo()


class Decisions(Command):
    """List what was decided: who, when and what."""

    keys, label, group = ("W",), "decisions", "Deciding"
    needs_source = False

    def run(self, room: Room) -> None:
        """Do it."""
        room.open_box("history")


def go_on(room: Room) -> None:
    """In a review, to the next suggestion."""
    if room.session.review is not None:
        room.session.review.settle()
        show_next(room)


def show_next(room: Room) -> None:
    """Land on the next suggestion of the review; without any, the review ends."""
    session = room.session
    assert session.review is not None
    claim = session.review.next(session.dossier)
    if claim is None:
        session.review = None
        session.notice = "All suggestions are settled"
    else:
        session.show_claim(claim)
