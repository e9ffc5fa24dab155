"""The annotated reports about other companies: read by the law, and not worse than they were."""

from __future__ import annotations

import pytest
import score
from score import Row

KNOWN = ("sisters", "building", "unread-facts")
"""Reports whose names are mostly real ones."""
MADE_UP = ("wider", "widest", "latest")
"""Reports half of whose names no lexicon can have."""
FLOORS = {
    "metric": (0.96, 0.94),
    "model-release": (0.90, 0.80),
    "personnel-change": (0.98, 0.82),
    "citation": (0.96, 0.93),
    "event": (0.80, 0.75),
    "statement": (0.94, 0.92),
    "outlook": (0.95, 0.84),
    "relation": (0.78, 0.62),
}
BOTH = (0.77, 0.69)
"""Metrics with the right subject and measure."""


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str, str], Row]:
    """How much of each type of fact is found in each set."""
    found = score.score((*KNOWN, *MADE_UP), ["facts"])
    return {(row.set, row.kind, row.criterion): row for row in found}


@pytest.mark.parametrize("name", [*KNOWN, *MADE_UP])
@pytest.mark.parametrize("kind", FLOORS)
def test_facts_are_found(rows: dict[tuple[str, str, str], Row], name: str, kind: str) -> None:
    assert rows[name, kind, "finding"].f1 >= FLOORS[kind][name in MADE_UP]


@pytest.mark.parametrize("name", [*KNOWN, *MADE_UP])
def test_figures_have_their_subject_and_measure(rows: dict[tuple[str, str, str], Row], name: str) -> None:
    assert rows[name, "metric", score.BOTH].f1 >= BOTH[name in MADE_UP]
