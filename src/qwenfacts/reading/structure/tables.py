"""Tables that were flattened to lines: where they start and end, and what their columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...report import Block, BlockKind
from .lineforms import WORD, Line, is_section, words_of
from .sourcelists import heads_sources

__all__ = ["is_header", "mark_tables", "table_rows"]

LONGEST_ROW: Final = 200
PERIOD: Final = re.compile(r"(?:[QH][1-4]|FY|FY\d\d)?(?:(?:19|20)\d\d)?", re.IGNORECASE)
"""A quarter, half or year that a column is about."""


def mark_tables(
    lines: Sequence[Line], kinds: list[BlockKind | None], alone: Sequence[BlockKind | None]
) -> None:
    """Runs of short lines under a line of column names, and what stands between bars.

    ``alone`` are the kinds of the lines that say themselves what they are.
    """
    index = 0
    while index < len(lines):
        start = index
        while index < len(lines) and not kinds[index] and _is_row(lines[index], alone[index]):
            if index > start and lines[index].gap:
                break
            index += 1
        for first, end in _tables(lines, start, index):
            rows: list[BlockKind | None] = ["table_row"] * (end - first)
            kinds[first:end] = rows
        index = max(index, start + 1)


def _tables(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The tables in a run of rows: from a header to a heading, or to where words follow rows of numbers."""
    at = start
    while at < end - 1:
        barred = _is_barred(lines[at].text) and _is_barred(lines[at + 1].text)
        barred = barred or is_rule(lines[at + 1].text)
        if not barred and (not is_header(lines[at].text) or heads_sources(lines[at].bare)):
            at += 1
            continue
        columns = {word.lower() for word in WORD.findall(lines[at].text)}
        numbered = not barred and not columns.isdisjoint(words_of("table", "numbered"))
        first, at = at, at + 1
        while at < end and not _ends_table(lines[at], numbered=numbered):
            at += 1
        if at - first > 1:
            yield first, at


def _ends_table(line: Line, *, numbered: bool) -> bool:
    return is_section(line.bare) or (numbered and not any(char.isdigit() for char in line.text))


def _is_row(line: Line, alone: BlockKind | None) -> bool:
    if line.text[0] == "|":
        return True
    return (
        alone is None and len(line.text) < LONGEST_ROW and not line.text.endswith((".", "!", "?", ":", ";"))
    )


def is_rule(text: str) -> bool:
    """Whether a line only separates the header of a table from its rows.

    >>> is_rule("|---|:--:|"), is_rule("---")
    (True, False)
    """
    return "|" in text and "-" in text and not text.strip("|-: \t")


def _is_barred(text: str) -> bool:
    """Whether a line is a row between bars: ``| Sales | 40 |``."""
    return text.startswith("|") and text.count("|") > 2


def is_header(text: str) -> bool:
    """Whether a line is nothing but two or more names of columns.

    >>> is_header("Event Source Date"), is_header("Metric Q1 2027 Q1 2026"), is_header("Market Impact")
    (True, True, False)
    """
    words = WORD.findall(text.replace("|", " "))
    named = sum(word.lower() in words_of("table", "columns") for word in words)
    known = named + sum(PERIOD.fullmatch(word) is not None for word in words)
    return (
        2 <= len(words) <= 7 and named > 0 and known >= 2 and 2 * known > len(words) and words[0][0].isupper()
    )


def table_rows(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """The rows among some blocks, each with the names of the columns of its table, in lower case."""
    header: tuple[str, ...] = ()
    for index, block in enumerate(blocks):
        if block.kind != "table_row":
            header = ()
        elif is_header(block.text) or (not header and (_is_barred(block.text) or _is_ruled(blocks, index))):
            names = block.text.strip("|").split("|") if "|" in block.text else block.text.split()
            header = tuple(" ".join(name.lower().split()) for name in names)
        elif not is_rule(block.text):
            yield block, header


def _is_ruled(blocks: Sequence[Block], index: int) -> bool:
    return index + 1 < len(blocks) and is_rule(blocks[index + 1].text)
