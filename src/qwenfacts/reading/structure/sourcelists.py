"""Lists of sources: the lines under a heading that says so are its entries, however they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ...report import Block, BlockKind
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

__all__ = ["heads_sources", "is_note", "lists_sources", "mark_source_lists", "notes_of"]

BRACKETED: Final = re.compile(r"[\[(](\d{1,3})[\])]")
NOTE: Final = re.compile(r"\[\d{1,3}\]:?\s+(?=\S)")
PARTED: Final = re.compile(r"\s[–—|-]\s|[“\"«„]|:\s|;\s")
CLOSED: Final = frozenset(("table_row", "title", "meta"))


def lists_sources(heading: str | None, blocks: Sequence[Block]) -> bool:
    """Whether a section lists sources: its heading says so, or it has none and is a list of notes.

    >>> lists_sources("Sources:", []), lists_sources("Outlook", []), lists_sources(None, [])
    (True, False, False)
    """
    if heading is not None:
        return heads_sources(heading)
    return bool(blocks) and all(is_note(block.text) for block in blocks)


def heads_sources(heading: str) -> bool:
    """Whether a heading is one of a list of sources.

    >>> heads_sources("Sources:"), heads_sources("Outlook")
    (True, False)
    """
    return _named(heading) in words_of("story", "source_lists")


def is_note(text: str) -> bool:
    """Whether a line is a note that the text points at: ``[2] Reuters, 5 May``.

    >>> is_note("[2] Reuters, 5 May"), is_note("[2]")
    (True, False)
    """
    return NOTE.match(text) is not None


def mark_source_lists(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Call the lines of lists of sources list items and labels, not headings, stories or prose."""
    heads = Counter(_named(line.bare) for line, kind in zip(lines, kinds, strict=True) if kind == "heading")
    story = index = 0
    while index < len(lines):
        if kinds[index] != "heading":
            index += 1
        elif heads_sources(lines[index].bare):
            index = _mark(lines, kinds, index + 1, heads, story)
        else:
            title = story_heading(lines[index])
            story = max(story, title.number if title else 0)
            index += 1
    for index in notes_of(lines):
        kinds[index] = "list_item"


def notes_of(lines: Sequence[Line]) -> range:
    """The notes at the end of a text that no line heads."""
    at = len(lines)
    while at and is_note(lines[at - 1].text):
        at -= 1
    headed = at and heads_sources(lines[at - 1].bare)
    return range(len(lines), len(lines)) if headed else range(at, len(lines))


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
