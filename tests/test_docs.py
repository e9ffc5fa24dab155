"""What the documents say of the code is so. Their examples are run by Sybil."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
import show_accuracy
from show_examples import seeds_table

import qwenfacts as qf
from qwenfacts.report import Reason

ROOT = Path(__file__).parents[1]
PACKAGE = files("qwenfacts")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
README = (ROOT / "README.md").read_text("utf-8")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def table(text: str) -> dict[str, list[str]]:
    """The other cells of each row that starts with a name in backticks, by that name."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in rows}


def modules(folder: Any) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(("__pycache__", "py.typed"))}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_every_page_is_in_the_index(path: Path) -> None:
    assert path.name == "index.md" or f"]({path.name})" in page("index.md")


def test_every_measure_is_documented_with_its_units() -> None:
    measures = tomllib.loads(PACKAGE.joinpath("data", "lexicon", "measures.toml").read_text("utf-8"))
    documented = table(page("measures.md"))
    assert documented.keys() == measures.keys()
    for slug, (meaning, units) in documented.items():
        assert meaning.endswith("."), slug
        assert units.split(", ") == measures[slug]["units"], slug


def test_every_measure_in_the_dataset_is_documented() -> None:
    assert {metric.measure for metric in qf.load().metrics} <= table(page("measures.md")).keys()


def test_every_reason_is_documented() -> None:
    reasons = page("reading.md").partition("## What is left over")[2]
    assert table(reasons).keys() == set(get_args(Reason))


def test_every_error_is_documented_with_its_builtin() -> None:
    documented = table(page("errors.md"))
    assert documented.keys() == set(qf.errors.__all__)
    for name, (builtin, _) in documented.items():
        assert builtin.strip("`") in [kind.__name__ for kind in getattr(qf.errors, name).__bases__]


def test_every_module_has_its_line() -> None:
    inside = README.partition("## Inside")[2]
    documented = set(re.findall(r"^      (\S+?)/? ", inside, re.MULTILINE))
    assert documented == modules(PACKAGE)


def test_every_step_of_reading_is_documented() -> None:
    folder = Path(str(PACKAGE.joinpath("reading")))
    paths = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.py"))
    steps = {".".join(path.parts) for path in paths if path.name != "__init__"}
    first_cells = re.findall(r"^\| (`.*?`) \|", page("reading.md"), re.MULTILINE)
    documented = {name for cell in first_cells for name in re.findall(r"`([\w.]+)`", cell)}
    assert steps <= documented
    assert {name for name in documented if name.startswith("qwenfacts.")} == {
        "qwenfacts.tokens",
        "qwenfacts.lexicon",
    }


def test_every_law_names_tests_that_are_there() -> None:
    laws = page("laws.md").split("\n## ")[1:]
    assert [law[0] for law in laws] == list("12345678")
    for law in laws:
        tests = re.findall(r"^- `(\S+)::(\S+)`$", law, re.MULTILINE)
        assert tests
        for path, name in tests:
            assert f"\ndef {name}(" in (ROOT / path).read_text("utf-8"), name


def test_the_readme_says_how_well_the_rules_read() -> None:
    assert f"<!-- shown: seeds -->\n{seeds_table()}\n" in README, "run python tests/show_examples.py"


@pytest.mark.slow
def test_the_page_on_accuracy_says_what_is_scored() -> None:
    shown = show_accuracy.PAGE.read_text("utf-8")
    assert shown == show_accuracy.written(shown), "run python tests/show_accuracy.py"
