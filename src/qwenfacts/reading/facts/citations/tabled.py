"""The sources of tables: one for each row, for the story that shares most names with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ....lexicon import Lexicon
from ....report import Row, Section
from ....values import Span
from ...page import Draft, Page
from ...rows import sources_in_row
from ...spans import within
from .citing import citation

__all__ = ["citations_of_rows"]

HEADER: Final = re.compile(r"\W*story\b", re.IGNORECASE)
MOST_STORIES: Final = 50
"""In the titles of so many stories an entity may stand and still tell to which a row belongs."""


def citations_of_rows(page: Page, sections: Sequence[Section], lexicon: Lexicon) -> Iterator[Draft]:
    """The sources that rows name."""
    told = _told(page)
    for section in sections:
        numbered = any(HEADER.match(block.text) for block in section.blocks if block.kind == "table_row")
        for row in section.rows:
            if row.source is None:
                continue
            spans = sources_in_row(page.text, row, lexicon)
            date = next((date for date in page.dates_in(row.span) if date.value == row.date), None)
            link = next(iter(within(page.links, row.span)), None)
            supports = _numbered(page, row) if numbered else None
            for span, source in spans:
                told_of = _story_of(page, row, spans[0][0], told) if supports is None else supports
                draft = citation(page, page.same(source), span, told_of, date=date, link=link)
                draft.story = page.story_at(row.span.start)
                yield draft


def _numbered(page: Page, row: Row) -> int | None:
    """The story whose number a row starts with."""
    first = row.cells[0] if row.cells else ""
    return int(first) if first.isdecimal() and int(first) in page.titled else None


def _told(page: Page) -> dict[str, list[int]]:
    """The stories that have an entity in their title, by its id."""
    told: dict[str, list[int]] = {}
    for number in sorted(page.titled):
        for key in page.titled[number]:
            stories = told.setdefault(key, [])
            if len(stories) < MOST_STORIES:
                stories.append(number)
    return told


def _story_of(page: Page, row: Row, source: Span, told: dict[str, list[int]]) -> int | None:
    """The story that shares most names with a row, its source left out."""
    names = {
        name.value.id for name in page.names_in(row.span) if not source.start <= name.span.start < source.end
    }
    shared = Counter(number for key in names for number in told.get(key, ()))
    return min(shared, key=lambda number: (-shared[number], number), default=None)
