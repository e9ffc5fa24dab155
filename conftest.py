"""Where examples are found, and how hard properties are tried."""

import os

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

settings.register_profile("fast", max_examples=50, deadline=None, derandomize="CI" in os.environ)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("fast")

# Each file is a namespace of its own; a docstring also sees the names of its module.
pytest_collect_file = (
    Sybil([PythonCodeBlockParser()], pattern="*.md") + Sybil([DocTestParser()], path="src", pattern="*.py")
).pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Examples of one file build on each other: undo what pytest-randomly did to their order."""
    examples = [item for item in items if isinstance(item, SybilItem)]
    others = [item for item in items if not isinstance(item, SybilItem)]
    items[:] = sorted(examples, key=lambda item: (item.path, item.example.region.start)) + others
