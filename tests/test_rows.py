"""Rows of tables: which words stood in which column."""

from __future__ import annotations

from pathlib import Path

import pytest
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.report import Row

LEXICON = """
[[entity]]
id = "harbour-post"
kind = "publication"
name = "Harbour Post"

[[entity]]
id = "skagen"
kind = "place"
name = "Skagen"
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lexicon") / "mine.toml"
    path.write_text(LEXICON, "utf-8")
    return path


def rows(table: str, lexicon: Path) -> list[Row]:
    text = f"Foo Weekly Report\n\nPublished: 9 May 2027\n\nTable\n\n{table}\n\nClosing words."
    report = qf.parse(text, lexicon=lexicon)
    return [row for section in report.sections for row in section.rows]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (
            "Event Source Date\nChip launch Harbour Post 3 May 2027",
            ("Chip launch", "Harbour Post", "3 May 2027"),
        ),
        (
            "Event Source Date\nchip launch Tromso Gazette 3 May 2027",
            ("chip launch", "Tromso Gazette", "3 May 2027"),
        ),
        ("Event Source Date\nchip launch Skagen Nord 3 May 2027", None),
        ("Event Source Date\nnothing known 3 May 2027", None),
        ("Event Source Date\nHarbour Post 3 May 2027", None),
        ("Event Source Date\n3 May 2027", None),
        (
            "Date Event Source\n3 May 2027 chip launch Harbour Post",
            ("3 May 2027", "chip launch", "Harbour Post"),
        ),
        (
            "Source Event Date\nHarbour Post chip launch 3 May 2027",
            ("Harbour Post", "chip launch", "3 May 2027"),
        ),
        (
            "Source Event Date\nTromso Gazette chip launch 3 May 2027",
            ("Tromso Gazette", "chip launch", "3 May 2027"),
        ),
        (
            "# Event Source Date\n1 Chip launch Reuters 3 May 2027",
            ("1", "Chip launch", "Reuters", "3 May 2027"),
        ),
        ("Event Source\nChip launch noted Acme newsroom", ("Chip launch noted", "Acme newsroom")),
        ("Event Source\nPay rise told company filing", ("Pay rise told", "company filing")),
        ("Event Source\nPay rise told everywhere", None),
        ("Event Source\npress release", None),
        ("Source Event Date\nTromso Wave chip launch 3 May 2027", None),
        ("Metric Value Change\nSales of boats $4 billion +2%", ("Sales of boats", "$4 billion", "+2%")),
        (
            "Metric Value Change\nSales of boats $4 billion unchanged",
            ("Sales of boats", "$4 billion", "unchanged"),
        ),
        ("Metric Value Change\nSales of boats in 3 ports", None),
        ("Change Metric\nflat sales in 3 ports", ("flat", "sales in 3 ports")),
        ("Theme Event Date\nGrowth chip launch 3 May 2027", None),
        (
            "| Event | Source | Release date |\n| Chip | Harbour Post | 3 May 2027 |",
            ("Chip", "Harbour Post", "3 May 2027"),
        ),
        ("| What | Release date |\n|---|---|\n| Chip | 3 May 2027 |", ("Chip", "3 May 2027")),
        ("| Event | Source | Date |\n| Chip | | 3 May 2027 |", None),
        ("Event\tDate\nChip\t3 May 2027", ("Chip", "3 May 2027")),
    ],
)
def test_cells(table: str, cells: tuple[str, ...] | None, lexicon: Path) -> None:
    (row,) = rows(table, lexicon)
    assert row.cells == cells
    assert row.text == table.rsplit("\n", 1)[-1]


def test_date_and_source_come_from_columns_of_that_name(lexicon: Path) -> None:
    (row,) = rows("| Event | Outlet | Release date |\n| Chip | Harbour Post | 3 May 2027 |", lexicon)
    assert row.source is not None
    assert (str(row.date), row.source.id) == ("2027-05-03", "harbour-post")
    (row,) = rows("| Event | Note |\n| Chip 3 | in Harbour Post on 3 May 2027 |", lexicon)
    assert (row.date, row.source) == (None, None)
    assert rows("Event Source Date\nnothing known", lexicon) == []


def test_linear(lexicon: Path) -> None:
    def read_all(table: str) -> None:
        rows(table, lexicon)

    assert_linear(read_all, "chip launch Harbour Post 3 May 2027\n", "Event Source Date\n")
