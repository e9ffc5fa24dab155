"""The reference is whole: every public name has an entry, every field is explained, every type has an example."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

import qwenfacts as qf

DOCS = Path(__file__).parents[1] / "docs"
REFERENCE = (DOCS / "reference.md").read_text("utf-8")
ENTRIES = set(re.findall(r"^\.\. auto\w+:: ([\w.]+)$", REFERENCE, re.MULTILINE))
TYPES = sorted(name for name in qf.__all__ if attrs.has(getattr(qf, name)))


def documented(name: str) -> str:
    """What a class and those of the library that it builds on say of themselves."""
    kinds = getattr(qf, name).__mro__
    return "".join(kind.__doc__ or "" for kind in kinds if kind.__module__.startswith("qwenfacts."))


def test_every_public_name_has_an_entry() -> None:
    modules = {"errors", "plots", "strategies"}
    assert {entry for entry in ENTRIES if "." not in entry} == set(qf.__all__) - modules
    assert {f"qwenfacts.{module}" for module in modules} <= ENTRIES


def test_every_page_has_its_place_in_the_navigation() -> None:
    trees = re.findall(
        r"^```\{toctree\}\n(.*?)^```", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    listed = [line for tree in trees for line in tree.splitlines() if line and not line.startswith(":")]
    pages = {path.stem for path in DOCS.glob("*.md")} - {"index"}
    notebooks = {f"notebooks/{path.stem}" for path in DOCS.glob("notebooks/*.ipynb")}
    assert sorted(listed) == sorted(pages | notebooks)


def test_there_are_types_to_look_at() -> None:
    assert {"Dataset", "Metric", "Quantity", "Report"} <= set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_every_field_is_explained(name: str) -> None:
    names = {field.name for field in attrs.fields(getattr(qf, name)) if not field.name.startswith("_")}
    assert {field for field in names if f"``{field}``" not in documented(name)} == set()


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_an_example(name: str) -> None:
    assert ">>> " in (getattr(qf, name).__doc__ or "")


@pytest.mark.parametrize("name", TYPES)
def test_every_method_says_what_it_does(name: str) -> None:
    parts = vars(getattr(qf, name)).items()
    plain = {
        part for part, value in parts if not part.startswith("_") and callable(value) and not value.__doc__
    }
    assert plain == set()
