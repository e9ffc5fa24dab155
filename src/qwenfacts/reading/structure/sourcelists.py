"""Lists of sources: the lines under a heading that says so are its entries, however they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ...report import BlockKind
from .lineforms import (
    DAY,
    NUMBERED,
    URL,
    Line,
    ends_a_sentence,
    is_list_item,
    is_section,
    story_heading,
    words_of,
)

__all__ = ["lists_sources", "mark_source_lists"]

BRACKETED: Final = re.compile(r"[\[(](\d{1,3})[\])]")
PARTED: Final = re.compile(r"\s[–—|-]\s|[“\"«„]|:\s|;\s")
CLOSED: Final = frozenset(("table_row", "title", "meta"))


def lists_sources(heading: str | None) -> bool:
    """Whether a heading is one of a list of sources.

    >>> lists_sources("Sources:"), lists_sources("Outlook"), lists_sources(None)
    (True, False, False)
    """
    return heading is not None and _named(heading) in words_of("story", "source_lists")


def mark_source_lists(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Call the lines of lists of sources list items and labels, not headings, stories or prose."""
    heads = Counter(_named(line.bare) for line, kind in zip(lines, kinds, strict=True) if kind == "heading")
    story = index = 0
    while index < len(lines):
        if kinds[index] != "heading":
            index += 1
        elif lists_sources(lines[index].bare):
            index = _mark(lines, kinds, index + 1, heads, story)
        else:
            title = story_heading(lines[index])
            story = max(story, title.number if title else 0)
            index += 1


def _named(heading: str) -> str:
    return heading.strip(" :*_").lower()


def _mark(lines: Sequence[Line], kinds: list[BlockKind], first: int, heads: Counter[str], story: int) -> int:
    """Mark the entries of the list that starts at a line; the line behind them."""
    at, number = first, 0
    while at < len(lines) and kinds[at] not in CLOSED:
        line = lines[at]
        counted = NUMBERED.match(line.bare) or BRACKETED.match(line.bare)
        goes_on = counted is not None and int(counted[1]) == number + 1
        widest = lines[first].gap if at <= first + 1 else lines[first + 1].gap
        if at > first and (line.gap > widest or (line.gap and not _is_entry(line))):
            break
        if not goes_on and _heads(line, kinds[at], heads, story):
            break
        number += goes_on
        if counted or is_list_item(line):
            kinds[at] = "list_item"
        elif kinds[at] == "heading" or (kinds[at] == "paragraph" and not _is_prose(line)):
            kinds[at] = "label"
        at += 1
    return at


def _heads(line: Line, kind: BlockKind, heads: Counter[str], story: int) -> bool:
    """Whether a line heads what comes next: a section, or a story behind the one that the list is in."""
    if kind != "heading":
        return False
    title = story_heading(line)
    if title is not None:
        return title.number > story
    return is_section(line.bare) or line.bare.endswith(":") or line.led or heads[_named(line.bare)] > 1


def _is_entry(line: Line) -> bool:
    """Whether a line behind an empty one looks like one more source."""
    marked = is_list_item(line) or NUMBERED.match(line.bare) or BRACKETED.match(line.bare)
    return bool(marked or URL.search(line.text) or DAY.search(line.text) or PARTED.search(line.text))


def _is_prose(line: Line) -> bool:
    return ends_a_sentence(line.text) and not (URL.search(line.text) or DAY.search(line.text))
