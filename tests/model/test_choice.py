"""Values that are one of a few words can be kept by any version of Python, and read back without calling anything."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
from enum import Enum

import pytest

import dossier.model
from dossier.model.choice import Choice


def kinds() -> list[type[Enum]]:
    modules = pkgutil.walk_packages(dossier.model.__path__, "dossier.model.")
    values = [value for module in modules for value in vars(importlib.import_module(module.name)).values()]
    return [value for value in values if isinstance(value, type) and issubclass(value, Enum) and list(value)]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_word_is_kept_as_its_class_and_the_word(kind: type[Enum]) -> None:
    assert issubclass(kind, Choice)
    for one in kind:
        packed = pickle.dumps(one, pickle.HIGHEST_PROTOCOL)
        assert b"getattr" not in packed
        assert pickle.loads(packed) is one
