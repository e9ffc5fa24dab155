"""The sources of tables: one for each row, for the story that shares most words with it."""

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
from ...wordclasses import FUNCTION_WORDS
from .citing import citation

__all__ = ["citations_of_rows"]

HEADER: Final = re.compile(r"\W*story\b", re.IGNORECASE)
MOST_STORIES: Final = 50
"""In so many stories a word may stand and still tell to which a row belongs."""
STEM: Final = 6
IN_TITLE: Final = 3
SHARES: Final = 3600


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


def _told(page: Page) -> dict[str, dict[int, int]]:
    """The stories that have a word, by how it begins, with its weight: one of a title tells more."""
    told: dict[str, dict[int, int]] = {}
    for passage in page.passages:
        if passage.story is not None:
            weight = IN_TITLE if passage.block.kind == "heading" else 1
            for key in passage.keys - FUNCTION_WORDS:
                stories = told.setdefault(key[:STEM], {})
                if len(stories) < MOST_STORIES:
                    stories[passage.story] = max(stories.get(passage.story, 0), weight)
    return told


def _story_of(page: Page, row: Row, source: Span, told: dict[str, dict[int, int]]) -> int | None:
    """The story that shares most words with a row before its source, words that few stories have."""
    first, end = page.token_at(row.span.start), page.token_at(source.start)
    words = {token.key[:STEM] for token in page.tokens[first:end] if token.kind == "word"}
    shared = Counter[int]()
    for word in words:
        stories = told.get(word, {})
        for number, weight in stories.items():
            shared[number] += weight * SHARES // len(stories) ** 2
    return min(shared, key=lambda number: (-shared[number], number), default=None)
