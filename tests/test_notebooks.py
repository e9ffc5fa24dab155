"""The notebooks of the docs are stored as they ran, and what they show is what the code gives now."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import refresh_docs

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOKS = sorted(DOCS.glob("notebooks/*.ipynb"))
EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def stored(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return notebook


def outputs(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["first-steps", "own-report", "two-weeks"]


@EACH
def test_a_notebook_is_in_the_index(path: Path) -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    assert f"](notebooks/{path.name})" in index
    assert f"\nnotebooks/{path.stem}\n" in index


@EACH
def test_every_cell_ran_once_and_in_order(path: Path) -> None:
    cells = [cell for cell in stored(path)["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == [*range(1, len(cells) + 1)]
    assert all(cell["source"] for cell in cells)


@EACH
def test_nothing_went_wrong_and_nothing_warned(path: Path) -> None:
    kinds = {(output["output_type"], output.get("name")) for output in outputs(stored(path))}
    assert kinds <= {("execute_result", None), ("stream", "stdout")}


@EACH
def test_pictures_stand_there_as_pictures(path: Path) -> None:
    kinds = {kind for output in outputs(stored(path)) for kind in output.get("data", ())}
    assert "image/svg+xml" in kinds
    assert kinds <= {"image/svg+xml", "text/html", "text/plain"}


@EACH
def test_nothing_of_the_machine_is_stored(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"(?i)/tmp/|/home/|/root/|[a-z]:\\\\users|object at 0x|timestamp", text)
    assert text == refresh_docs.written(stored(path))


@pytest.mark.slow
@EACH
def test_a_notebook_shows_what_the_code_gives_now(path: Path) -> None:
    pytest.importorskip("nbclient", reason="the extra `notebook` is not installed")
    pytest.importorskip("ipykernel", reason="the extra `notebook` is not installed")
    now = refresh_docs.without_pictures(refresh_docs.executed(path))
    then = refresh_docs.without_pictures(stored(path))
    assert outputs(then) == outputs(now), "stale: run python tests/refresh_docs.py and look at the difference"


def test_pictures_are_compared_as_pictures_only() -> None:
    def drawn(svg: str) -> dict[str, Any]:
        data = {"image/svg+xml": svg, "text/plain": "alt.Chart(...)"}
        return {"cells": [{"outputs": [{"data": data}]}, {"cell_type": "markdown"}]}

    assert refresh_docs.without_pictures(drawn("<svg/>")) == refresh_docs.without_pictures(
        drawn("<svg></svg>")
    )
    assert drawn("<svg/>")["cells"][0]["outputs"][0]["data"]["image/svg+xml"] == "<svg/>"


def test_a_page_is_refreshed_where_its_examples_print_something_else() -> None:
    page = (
        "# A page\n\n```python\n>>> for n in (1, 2):\n...     print(n)\nthree\n>>> x = 4\n```\n\n"
        "`>>> 1` stays.\n\n```python\n>>> x\n4\n>>> int('four')\n"
        "Traceback (most recent call last):\nTypeError: no\n>>> print('a', '', 'b', sep='\\n')\n```\n"
    )
    assert refresh_docs.refreshed(page, "page") == (
        "# A page\n\n```python\n>>> for n in (1, 2):\n...     print(n)\n1\n2\n>>> x = 4\n```\n\n"
        "`>>> 1` stays.\n\n```python\n>>> x\n4\n>>> int('four')\nTraceback (most recent call last):\n"
        "ValueError: invalid literal for int() with base 10: 'four'\n"
        ">>> print('a', '', 'b', sep='\\n')\na\n<BLANKLINE>\nb\n```\n"
    )


def test_a_page_that_is_right_stays_as_it_is() -> None:
    page = "```python\n>>> 1 + 1\n2\n```\n\n```sh\n>>> 1 + 1\n3\n```\n"
    assert refresh_docs.refreshed(page, "page") == page


def test_a_page_whose_examples_break_is_not_brought_up_to_date() -> None:
    with pytest.raises(RuntimeError, match=r"page: .int\('four'\). raises"):
        refresh_docs.refreshed("```python\n>>> int('four')\n4\n```\n", "page")
