"""Lines and what they are: from text to flat blocks that lose nothing.

A block is one line, or several where a sentence runs over a line break. Its kind is told by its
shape, a few words of layout (``lexicon/layout.toml``) and its neighbours, never by what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from ...report import Block, BlockKind
from ...values import Span
from .datalabels import is_data_label
from .lineforms import (
    LONGEST_HEADING,
    LONGEST_LABEL,
    LONGEST_TITLE,
    NUMBERED,
    QUESTION,
    URL,
    WORD,
    Line,
    bare_of,
    is_heading_like,
    is_link,
    is_list_item,
    is_meta,
    is_section,
    is_title,
    label_of,
    story_heading,
    words_of,
)
from .sourcelists import mark_source_lists
from .tables import mark_tables

__all__ = ["blocks_of"]

NEWLINE: Final = re.compile(r"\r\n|\n|\r")
MOST_TITLES: Final = 8
SENTENCE_ENDS: Final = frozenset(".!…;,")
RUN_IN: Final = re.compile(r"\*\*(?=\S)[^*]+\*\*(?=[ \t]+\S)")
"""Bold words that open a line with more behind them."""
LINE_WIDTH: Final = 40
"""Nobody breaks lines that are shorter."""


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = gap = 0
    ends = [(match.start(), match.end()) for match in NEWLINE.finditer(text)] + [(len(text), len(text))]
    for end, after in ends:
        written = text[at:end]
        stripped = written.strip()
        if stripped:
            indent = len(written) - len(written.lstrip())
            start = at + indent
            title = _run_in_title(start, stripped, indent, gap) if stripped.startswith("**") else None
            if title is not None:
                lines.append(title)
                start, gap = start + len(stripped), 0
                stripped = stripped[len(title.text) :].lstrip()
                start -= len(stripped)
            bare, led = bare_of(stripped)
            lines.append(Line(start, start + len(stripped), stripped, indent, gap, bare, led))
            gap = 0
        else:
            gap += 1
        at = after
    return lines


def _run_in_title(start: int, text: str, indent: int, gap: int) -> Line | None:
    """The bold title of a story before the prose on its line: ``**2. Up and away.** Sales rose``."""
    bold = RUN_IN.match(text)
    if bold is None:
        return None
    bare = bare_of(bold[0])[0].rstrip(".:")
    line = Line(start, start + bold.end(), bold[0], indent, gap, bare, led=True)
    return line if story_heading(line) else None


def blocks_of(text: str) -> tuple[list[Block], list[Line]]:
    r"""The blocks of a text, and the first line of each.

    >>> blocks, _ = blocks_of("Acme Weekly Report\n\nSummary\nSales rose by 4%.")
    >>> [(block.kind, block.text) for block in blocks]
    [('title', 'Acme Weekly Report'), ('heading', 'Summary'), ('paragraph', 'Sales rose by 4%.')]
    """
    lines = _joined(_lines(text), text)
    kinds: list[BlockKind | None] = [*_front_matter(lines)]
    kinds += [None] * (len(lines) - len(kinds))
    alone: list[BlockKind | None] = [_kind_alone(line) for line in lines]
    mark_tables(lines, kinds, alone)
    told: list[BlockKind] = [kind or alone[at] or _kind(lines, at) for at, kind in enumerate(kinds)]
    mark_source_lists(lines, told)
    _mark_numbered_lists(lines, told)
    spans = (Span(line.start, line.end) for line in lines)
    blocks = [Block(span, line.text, kind) for span, line, kind in zip(spans, lines, told, strict=True)]
    return blocks, lines


def _joined(lines: Iterable[Line], text: str) -> list[Line]:
    """Lines with what hard line breaks cut off put back."""
    groups: list[list[Line]] = []
    width = 0
    for line in lines:
        if groups and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
            width = max(width, len(line.text))
        else:
            groups.append([line])
            width = len(line.text)
    return [_whole(group, text) for group in groups]


def _goes_on(group: Sequence[Line], line: Line, width: int) -> bool:
    """Whether a sentence runs over into a line.

    It does in lower case, behind a word that wants another one, and where the lines before it were
    broken and its first word had no more room.
    """
    last = group[-1]
    if line.gap or line.led or (len(group) == 1 and len(last.text) <= LINE_WIDTH):
        return False
    if last.text.endswith((".", ":", "!", "?")) or is_list_item(line) or URL.match(line.text):
        return False
    if line.text[0].islower():
        return True
    if label_of(line.bare) or story_heading(line) or (len(group) == 1 and is_meta(last.bare)):
        return False
    word = last.text.rsplit(None, 1)[-1].lower()
    full = len(group) > 1 and len(last.text) + len(line.text.split(None, 1)[0]) >= width
    return full or word.endswith(",") or word in words_of("wrapped", "before_break")


def _whole(group: Sequence[Line], text: str) -> Line:
    first, end = group[0], group[-1].end
    if len(group) == 1:
        return first
    bare = " ".join(line.bare for line in group)
    return evolve(first, end=end, text=text[first.start : end], bare=bare)


def _front_matter(lines: Sequence[Line]) -> list[BlockKind]:
    """The kinds of the lines before the first section: titles and meta lines."""
    kinds: list[BlockKind] = []
    for index, line in enumerate(lines):
        if is_meta(line.bare):
            kinds.append("meta")
        elif (
            index < MOST_TITLES
            and not is_section(line.bare)
            and not is_list_item(line)
            and (is_title(line.bare) or (index == 0 and _is_headline(lines)))
        ):
            kinds.append("title")
        else:
            break
    return kinds


def _is_headline(lines: Sequence[Line]) -> bool:
    """Whether the first line stands above the rest as its name."""
    first = lines[0]
    if len(lines) == 1 or story_heading(first) or is_link(first) or is_data_label(first.bare):
        return False
    if first.bare.endswith(":") or len(WORD.findall(first.bare)) > LONGEST_TITLE:
        return False
    return not first.bare.endswith(".") or is_title(lines[1].bare)


def _kind_alone(line: Line) -> BlockKind | None:
    """The kind of a line that says what it is, whatever stands around it."""
    if is_link(line):
        return "link"
    if is_data_label(line.bare):
        return "label"
    return "list_item" if is_list_item(line) else None


def _kind(lines: Sequence[Line], index: int) -> BlockKind:
    """The kind of any other line."""
    if story_heading(lines[index]):
        return "heading"
    return "heading" if _is_heading(lines, index) else "paragraph"


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    text = line.bare
    last = index + 1 == len(lines)
    if last and not line.led:
        return False
    if text[-1] in SENTENCE_ENDS or (text[0] in "([" and text[-1] in ")]"):
        return False
    count = len(WORD.findall(text))
    if text.endswith(":"):
        return count <= LONGEST_LABEL
    if QUESTION.match(text) and count <= LONGEST_LABEL + 2:
        return line.led or (line.gap > 0 and lines[index + 1].gap > 0)
    if not 0 < count <= LONGEST_HEADING or not is_heading_like(text) or NUMBERED.match(text):
        return False
    label = label_of(text)
    if label and label[1] and not line.led:
        # "Bottom line: Prices" is prose with a label; "Outlook: The Week" set off by blank lines is a heading
        return is_section(label[0]) and line.gap > 0 and lines[index + 1].gap > 0
    return True


def _mark_numbered_lists(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Numbered lines at the margin that directly follow one another are a list, not stories."""
    numbered = [bool(NUMBERED.match(line.bare)) for line in lines]
    heads = [False, *(n and kind == "heading" for n, kind in zip(numbered, kinds, strict=True)), False]
    for index, line in enumerate(lines):
        beside = heads[index] or heads[index + 2]
        if (heads[index + 1] and beside) or (kinds[index] == "paragraph" and NUMBERED.match(line.text)):
            kinds[index] = "list_item"
