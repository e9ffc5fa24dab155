"""What belongs to what: from flat blocks to stories, sections and tables, and the lines at the top.

Everything here is still text and spans; names and dates are resolved by the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import Factory, define, frozen

from ...report import Block
from ...values import Span
from ..wordclasses import INTERROGATIVES, PREPOSITIONS
from .datalabels import any_of, data_labels, is_data_label
from .layout import blocks_of
from .lineforms import (
    BARE_LABEL,
    BULLET,
    DAY,
    ISSUING,
    NUMBERED,
    URL,
    Line,
    Title,
    is_closing,
    label_of,
    meta_kinds,
    story_heading,
    words_of,
)
from .sourcelists import heads_sources, notes_of

__all__ = ["Field", "Outline", "RawSection", "RawStory", "outline_of"]

SPAN_OF_DAYS: Final = re.compile(r"[–—]|\d-\d{1,2}[,\s]")
CLOCK: Final = re.compile(
    r"\b(?:(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)(?:\s*([ap])\.?m\b\.?)?"
    r"|(\d{1,2})(?:\.(\d{2}))?\s*([ap])\.?m\b\.?)",
    re.IGNORECASE,
)
"""A time of day: hour, minute, second and a or p; or, on the other branch, hour, minute and a or p."""


@frozen
class Field:
    """Labelled data: ``kind`` by the label (``published``, ``sources``), the value with its span."""

    kind: str
    value: str
    span: Span


@define
class RawSection:
    """A headed part while it is being put together."""

    heading: str | None
    blocks: list[Block] = Factory(list[Block])


@define
class RawStory:
    """A story while it is being put together."""

    number: int
    title: str
    heading: Block
    labels: list[Block] = Factory(list[Block])
    sections: list[RawSection] = Factory(list[RawSection])
    end: int = 0


@define
class Outline:
    """The structure of a text."""

    blocks: list[Block]
    title: str
    titles: list[Block]
    fields: list[Field]
    summary: RawSection | None
    sections: list[RawSection]
    stories: list[RawStory]


def outline_of(text: str) -> Outline:
    r"""The structure of a text.

    >>> outline = outline_of("Acme Weekly Report\n\n1. Up and away\nSource: Reuters\n\nSales rose.\n")
    >>> [(story.number, story.title, len(story.labels)) for story in outline.stories]
    [(1, 'Up and away', 1)]
    """
    blocks, lines = blocks_of(text)
    titles = [(block, line) for block, line in zip(blocks, lines, strict=True) if block.kind == "title"]
    named = [line.bare for _, line in titles] or [line.bare for line in lines[:1]]
    title = max(named, key=_title_words, default="")
    fields = [field for block in blocks if block.kind == "meta" for field in meta_fields(block)]
    outline = Outline(blocks, title, [block for block, _ in titles], fields, None, [], [])
    _build(outline, lines)
    return outline


def _title_words(text: str) -> int:
    """How many words for a report a line has."""
    words = {word.strip(".,:—–-()").lower() for word in text.split()}
    return len(words & words_of("title", "marks"))


# -- labelled data -----------------------------------------------------------------------------


@cache
def _meta_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<label>{any_of(meta_kinds())})\s*:|(?P<bare>{BARE_LABEL})"
        rf"|(?P<issued>{ISSUING})(?=\s{DAY.pattern}))\s*"
        r"|(?<!\S)(?P<other>[A-Z][a-z]+)\s*:\s+",
        re.IGNORECASE,
    )


def meta_fields(block: Block) -> Iterator[Field]:
    """The labelled data of a line at the top, also where several are run together on it."""
    matches = [m for m in _meta_label().finditer(block.text) if m["other"] is None or m["other"][0].isupper()]
    ends = [*(match.start() for match in matches[1:]), len(block.text)]
    for match, end in zip(matches, ends, strict=False):
        label = (match["label"] or match["bare"] or match["issued"] or "").lower()
        kind = "published" if match["issued"] else meta_kinds().get(label, "other")
        kind = "posted" if label.startswith("posted") else kind
        week = label.find("week")  # "week of 4 May" is a week, "4 May" a day
        yield from _field(kind, block, match.end() if week < 0 else match.start() + week, end)
    if not matches:
        day = DAY.match(block.text.lstrip("*_ "))
        kind = "published" if day and not SPAN_OF_DAYS.search(day[0]) else "period"
        yield from _field(kind, block, 0, len(block.text))


def story_fields(block: Block) -> Iterator[Field]:
    """The dates and sources of a label line, kinds ``date`` and ``sources``, without the links at its end."""
    labels = list(data_labels(block.text))
    ends = [*(label.start for label in labels[1:]), len(block.text)]
    for label, after in zip(labels, ends, strict=False):
        links = [match.span() for match in URL.finditer(block.text, label.end, after)]
        end = _shorn(block.text, label.end, after)
        while links and end == links[-1][1]:
            end = _shorn(block.text, label.end, links.pop()[0])
        yield from _field(label.kind, block, label.end, end)


def _shorn(text: str, start: int, end: int) -> int:
    """Where a value ends that has marks behind it."""
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)”\"'/"):
        end -= 1
    return end


def _field(kind: str, block: Block, start: int, end: int) -> Iterator[Field]:
    raw = block.text[start:end]
    value = raw.strip(" \t\u00a0|·•—–-,;()*_")
    if value:
        at = block.span.start + start + raw.index(value)
        yield Field(kind, value, Span(at, at + len(value)))


# -- stories and sections ----------------------------------------------------------------------


def _build(outline: Outline, lines: Sequence[Line]) -> None:
    """Give every block after the front matter its place."""
    headings = _story_headings(outline.blocks, lines)
    style = _Style(outline.blocks, lines, headings)
    closing = (_closing_line(outline.blocks, lines, headings), notes_of(lines).start)
    story: RawStory | None = None
    section: RawSection | None = None
    for index, block in enumerate(outline.blocks):
        if block.kind in ("title", "meta"):
            continue
        if index in closing:
            story = section = None
        if index in headings:
            if not outline.stories:
                outline.summary = _summary(outline.sections)
            story, section = RawStory(headings[index].number, headings[index].title, block), None
            outline.stories.append(story)
        elif block.kind in ("label", "link") and story is not None and _has_data(block):
            story.labels.append(block)
        else:
            heading = _heading_of(block, lines[index], story)
            if story is not None and heading is not None and style.closes(heading, index):
                story = None
            heads = heading is not None and (block.kind == "heading" or bool(outline.stories))
            if section is None or heads:
                section = RawSection(heading if heads else None)
                (story.sections if story else outline.sections).append(section)
            if block.kind != "heading":
                section.blocks.append(block)
        if story is not None:
            story.end = block.span.end
    if not outline.stories:
        outline.summary = _summary(outline.sections)


def _closing_line(blocks: Sequence[Block], lines: Sequence[Line], stories: dict[int, Title]) -> int | None:
    """Where the lines of data start that give the sources of the whole report, at its end.

    They do where the last story has its sources elsewhere, or where no other story has any.
    """
    last, at = max(stories, default=0), len(blocks)
    while at > last + 1 and blocks[at - 1].kind in ("label", "link"):
        at -= 1
        if lines[at].gap:
            break
    named = [i for i, block in enumerate(blocks) if block.kind == "label" and _names_sources(block)]
    if len(stories) < 2 or not named or named[-1] < at or not lines[at].gap or at == last + 1:
        return None
    others = [index for index in named if index < at]
    return at if not others or others[-1] > last else None


def _names_sources(block: Block) -> bool:
    return any(label.kind == "sources" for label in data_labels(block.text))


def _heading_of(block: Block, line: Line, story: RawStory | None) -> str | None:
    """What a block heads: a heading its section, a label the prose behind it."""
    return _heading_text(line) if block.kind == "heading" else _label_heading(block, story is not None)


def _summary(sections: Sequence[RawSection]) -> RawSection | None:
    """Of what stands before the stories, the section that is called a summary, else what has no heading."""
    named = next((section for section in sections if _heads_summary(section.heading)), None)
    first = sections[0] if sections and sections[0].heading is None else None
    return named or first


def _story_headings(blocks: Sequence[Block], lines: Sequence[Line]) -> dict[int, Title]:
    """The headings of stories: those that say so if there are any, else numbered ones; rising numbers."""
    found = {
        i: title
        for i, line in enumerate(lines)
        if blocks[i].kind == "heading" and (title := story_heading(line))
    }
    named = {i: title for i, title in found.items() if not NUMBERED.match(lines[i].bare)}
    rising: dict[int, Title] = {}
    last = 0
    for index, title in (named or found).items():
        if title.number > last:
            rising[index], last = title, title.number
    return rising


def _heading_text(line: Line) -> str:
    return line.bare.rstrip(":").strip() or line.bare


def _heads_summary(heading: str | None) -> bool:
    first = (heading or "").lower()
    return first in words_of("headings", "summary") or first.startswith(
        ("summary", "overview", "executive summary")
    )


def _has_data(block: Block) -> bool:
    return block.kind == "link" or is_data_label(block.text)


def _label_heading(block: Block, in_story: bool) -> str | None:
    """The label that heads a paragraph or, in a story, a list item."""
    text = block.text
    if block.kind == "list_item":
        marker = BULLET.match(text)
        if not in_story or marker is None:
            return None
        text = text[marker.end() :]
    elif block.kind != "paragraph":
        return None
    label = label_of(text.lstrip("*_ "))
    if label is None or not label[1] or URL.match(label[1]):
        return None
    words = label[0].strip("*_ ").split()
    return " ".join(words) if _is_noun_phrase(words) else None


def _is_noun_phrase(words: Sequence[str]) -> bool:
    """Whether a label names its subject; not ``Holders gained`` or ``Built for speed``."""
    asks = words[0].lower() in INTERROGATIVES
    built = words[0].endswith("ed") and words[1:2] and words[1].lower() in PREPOSITIONS
    return asks or not (words[-1].endswith("ed") or built)


class _Style:
    """How this text sets off its headings, to tell which end the last story."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[Line], stories: dict[int, Title]) -> None:
        self._lines, self._stories = lines, stories
        self._kinds = [block.kind for block in blocks]
        self._first, self._last = min(stories, default=len(lines)), max(stories, default=len(lines))
        plain = [i for i, kind in enumerate(self._kinds) if kind == "heading" and i not in stories]
        inside = [i for i in plain if self._first < i < self._last and i + 1 not in stories]
        self._seen = Counter(_heading_text(lines[i]).lower() for i in inside)
        self._outside_led = any(lines[i].led for i in plain if i < self._first)
        self._inside_led = any(lines[i].led for i in inside)
        self._story_gap = min((lines[i].gap for i in stories), default=0)
        self._inside_gap = max((lines[i].gap for i in inside), default=1)
        told = (_label_heading(blocks[i], True) for i in range(self._first, self._last))
        self._labelled = not inside and any(told)

    def closes(self, heading: str, index: int) -> bool:
        """Whether a heading, or a label before prose, behind a story's start is outside the stories."""
        heading = heading.lower()
        if self._kinds[index] != "heading":
            return is_closing(heading) and not self._seen[heading] and index > self._last
        if index + 1 in self._stories:
            return True
        if self._kinds[index + 1 : index + 2] == ["table_row"] and self._seen[heading] < 2:
            return True
        if index < self._last or self._seen[heading]:
            return False
        if is_closing(heading) or _starts_with_closing(heading) or heads_sources(heading):
            return True
        line = self._lines[index]
        if len(self._stories) > 1 and not self._seen:
            # no heading of this shape in the stories; a label that stands alone is one of their labels
            return not (self._labelled and line.bare.endswith(":"))
        if line.led and self._outside_led and self._seen and not self._inside_led:
            return True
        return line.gap > self._inside_gap and line.gap >= self._story_gap > 1


def _starts_with_closing(heading: str) -> bool:
    """Whether a heading starts with the words of a closing part: ``Analyst outlook: the week``."""
    return ":" in heading and is_closing(heading.split(":", 1)[0])
