"""The annotated reports about other companies: read by the law, and not worse than they were."""

from __future__ import annotations

import pytest
import score
from score import Row

READ = ("sisters", "building", "unread-facts")
FLOORS = {
    "metric": 0.93,
    "model-release": 0.60,
    "personnel-change": 0.92,
    "citation": 0.92,
    "event": 0.78,
    "statement": 0.77,
    "outlook": 0.94,
    "relation": 0.77,
}


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], Row]:
    """How much of each type of fact is found in each set."""
    found = score.score(READ, ["facts"])
    return {(row.set, row.kind): row for row in found if row.criterion == "finding"}


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("kind", FLOORS)
def test_facts_are_found(rows: dict[tuple[str, str], Row], name: str, kind: str) -> None:
    assert rows[name, kind].f1 >= FLOORS[kind]


def test_no_figure_has_a_subject_that_it_had_not() -> None:
    both = [row for row in score.score(READ, ["facts"]) if row.criterion == score.BOTH]
    assert len(both) == len(READ)
    assert all(row.f1 >= 0.74 for row in both)
