"""The annotated reports about other companies: read by the law, and not worse than they were."""

from __future__ import annotations

import re
from functools import cache

import pytest
import score
from hypothesis import given, settings
from hypothesis import strategies as st
from score import Row

import qwenfacts as qf

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


READ = [name for name in score.READ_SETS if name in score.SISTER_SETS]
NAMES = (
    "Ember 2", "Ember 2 70B", "Ember", "Ember-2-70B", "Slate 2", "Norvik", "Norvik AI", "Qwen", "Qwen4-Max", "Qwen4-30B",
    "Lark 5 H", "Jane Roe", "Roe", "Acme Cloud", "GPT-6 Mini", "Foo 3", "Foo 3-7B", "AWS", "Hugging Face",
    "The Foo Times", "MMLU-Pro", "Paris", "X", "Sofia Brandt", "M&T Bank",
)  # fmt: skip
"""Names of every kind, some of which are a part of others."""


@cache
def named() -> list[tuple[str, list[str]]]:
    """The texts that were read, each with the names in it."""
    texts = [gold.text for gold in score.load(READ)]
    return [(text, sorted({name.text for name in qf.parse(text).names})) for text in texts]


@pytest.mark.slow
@settings(max_examples=300)
@given(st.data())
def test_a_report_is_read_whoever_its_names_are(data: st.DataObject) -> None:
    text, names = data.draw(st.sampled_from(named()), "report")
    for name in data.draw(st.lists(st.sampled_from(names), max_size=12, unique=True), "names"):
        other = data.draw(st.sampled_from(NAMES), name)
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", other, text)
    assert qf.parse(text).text == text
