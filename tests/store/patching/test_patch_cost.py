"""What a patch costs: the text is parsed once more, however many changes there are, and nodes are looked at once."""

from __future__ import annotations

import pytest

from dossier.model.edits.values import frozen_item
from dossier.store.patching import document, plain, verifying
from dossier.store.patching.document import Document
from dossier.store.patching.patch import Change, patch


def cost(items: int, changes: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How often the text is parsed, and how many nodes are compared."""
    text = "".join(f"- id: c{at}\n  text: t\n  evidence:\n    - source: s\n      quote: q{at}\n" for at in range(items))
    before = Document("claims.yaml", text)
    counts = [0, 0]
    parse, print_of = document.parse, plain.print_of

    def parsed(name: str, text: str) -> object:
        counts[0] += 1
        return parse(name, text)

    def printed(node: object) -> object:
        counts[1] += 1
        return print_of(node)

    with monkeypatch.context() as patched:
        patched.setattr(document, "parse", parsed)
        patched.setattr(plain, "print_of", printed)
        patched.setattr(verifying, "print_of", printed)
        wanted = [frozen_item({"id": f"c{at}", "text": "new"}) for at in range(changes)]
        patch(before, [Change(f"c{at}", item) for at, item in enumerate(wanted)])
    return counts[0], counts[1]


def test_a_patch_costs_one_parse_and_grows_with_the_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    once, some = cost(200, 1, monkeypatch)
    assert once == 1
    assert cost(200, 100, monkeypatch)[0] == 1
    twice, more = cost(400, 1, monkeypatch)
    assert twice == 1
    assert some > 200
    assert more <= 2 * some + 100
