"""The examples in the docstrings of the repairs hold."""

import doctest
import importlib
import pkgutil

import pytest

import scorer.clean

MODULES = [m.name for m in pkgutil.iter_modules(scorer.clean.__path__, "scorer.clean.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
