"""What belongs to what: from flat blocks to stories, sections and tables, and the lines at the top.

Everything here is still text and spans; names and dates are resolved by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import Factory, define, frozen

from ..report import Block
from ..values import Span
from .layout import BULLET, URL, Line, Title, blocks_of, is_header, label_of, story_heading, words_of
from .wording import table

__all__ = ["Field", "Outline", "RawSection", "RawStory", "outline_of"]

CLOCK: Final = re.compile(r"\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?(?:[Mm]\b\.?)?")


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
    blocks: list[Block] = Factory(list)


@define
class RawStory:
    """A story while it is being put together."""

    number: int
    title: str
    heading: Block
    labels: list[Block] = Factory(list)
    sections: list[RawSection] = Factory(list)
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

    >>> outline = outline_of("Acme Weekly Report\\n\\n1. Up and away\\nSource: Reuters\\n\\nSales rose.\\n")
    >>> [(story.number, story.title, len(story.labels)) for story in outline.stories]
    [(1, 'Up and away', 1)]
    """
    blocks, lines = blocks_of(text)
    titles = [(block, line) for block, line in zip(blocks, lines, strict=True) if block.kind == "title"]
    named = next((line.bare for _, line in titles if _names_a_report(line.bare)), None)
    title = named or (titles[0][1].bare if titles else lines[0].bare if lines else "")
    fields = [field for block in blocks if block.kind == "meta" for field in meta_fields(block)]
    outline = Outline(blocks, title, [block for block, _ in titles], fields, None, [], [])
    _build(outline, lines)
    return outline


def _names_a_report(text: str) -> bool:
    words = {word.strip(".,:—–-()").lower() for word in text.split()}
    return bool(words & words_of("title", "marks"))


# -- labelled data -----------------------------------------------------------------------------


@cache
def _meta_label() -> re.Pattern[str]:
    labels = {label: kind for kind, all_of in table("layout")["meta"].items() for label in all_of}
    any_label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<label>{any_label})\s*:|(?P<bare>posted on|week of|week ending|for the week of)(?=\s))\s*"
        r"|(?<!\S)(?P<other>[A-Z][a-z]+)\s*:\s+",
        re.IGNORECASE,
    )


def meta_fields(block: Block) -> Iterator[Field]:
    """The labelled data of a line at the top, also where several are run together on it."""
    kinds = {label: kind for kind, all_of in table("layout")["meta"].items() for label in all_of}
    matches = [m for m in _meta_label().finditer(block.text) if m["other"] is None or m["other"][0].isupper()]
    for match, after in pairwise([*matches, None]):
        label = (match["label"] or match["bare"] or "").lower()
        kind = "posted" if label.startswith("posted") else kinds.get(label, "other")
        end = after.start() if after else len(block.text)
        yield from _field(kind, block, match.end(), end)
    if not matches:
        yield from _field("period", block, 0, len(block.text))


def _field(kind: str, block: Block, start: int, end: int) -> Iterator[Field]:
    raw = block.text[start:end]
    value = raw.strip(" \t\u00a0|·•—–-,;()*_")
    if value:
        at = block.span.start + start + raw.index(value)
        yield Field(kind, value, Span(at, at + len(value)))


@cache
def _story_label() -> re.Pattern[str]:
    labels = words_of("story", "date_labels") | words_of("story", "source_labels")
    any_label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(rf"(?:(?<=^)|(?<=[\s|(*_]))(?P<label>{any_label})\s*:\s*", re.IGNORECASE)


def story_fields(block: Block) -> Iterator[Field]:
    """The dates and sources of a label line: kinds ``date`` and ``sources``; links end a value."""
    matches = [m for m in _story_label().finditer(block.text) if m["label"][0].isupper()]
    for match, after in pairwise([*matches, None]):
        kind = "sources" if match["label"].lower() in words_of("story", "source_labels") else "date"
        end = after.start() if after else len(block.text)
        link = URL.search(block.text, match.end(), end)
        stop = link.start() if link else end
        value = block.text[match.end() : stop].rstrip()
        while value and not (value[-1].isalnum() or value[-1] in ".)”\"'"):
            value = value[:-1]
        yield from _field(kind, block, match.end(), match.end() + len(value))


# -- stories and sections ----------------------------------------------------------------------


def _build(outline: Outline, lines: Sequence[Line]) -> None:
    """Give every block after the front matter its place."""
    blocks = outline.blocks
    at = next((i for i, block in enumerate(blocks) if block.kind not in ("title", "meta")), len(blocks))
    headings = _story_headings(blocks, lines)
    story: RawStory | None = None
    section: RawSection | None = None
    style = _Style(blocks, lines, headings)
    for index in range(at, len(blocks)):
        block, line = blocks[index], lines[index]
        if index in headings:
            story = RawStory(headings[index].number, headings[index].title, block)
            outline.stories.append(story)
            section = None
        elif block.kind == "heading":
            if story is not None and style.is_top_level(index):
                story = None
            section = RawSection(_heading_text(line))
            (story.sections if story else outline.sections).append(section)
            if outline.summary is None and not outline.stories and _heads_summary(section.heading):
                outline.summary = section
        elif block.kind in ("label", "link") and story is not None and _has_data(block):
            story.labels.append(block)
        else:
            label = _label_heading(block, story is not None)
            closing = label is not None and story is not None and style.closes(label, line)
            if closing:
                story = None
            if label is not None and (story is not None or outline.stories):
                section = RawSection(label)
                (story.sections if story else outline.sections).append(section)
            elif section is None:
                section = RawSection(None)
                (story.sections if story else outline.sections).append(section)
            section.blocks.append(block)
        if story is not None:
            story.end = block.span.end
    if outline.summary is None:
        before = outline.sections[:1] if not outline.stories or _before_stories(outline) else []
        outline.summary = next((part for part in before if part.heading is None), None)


def _before_stories(outline: Outline) -> bool:
    first = outline.sections[0].blocks if outline.sections else []
    return bool(first) and first[0].span.start < outline.stories[0].heading.span.start


def _story_headings(blocks: Sequence[Block], lines: Sequence[Line]) -> dict[int, Title]:
    """The headings of stories: those that say so if there are any, else numbered ones; rising numbers."""
    found = {
        i: title
        for i, line in enumerate(lines)
        if blocks[i].kind == "heading" and (title := story_heading(line))
    }
    named = {i: title for i, title in found.items() if not lines[i].bare[:1].isdigit()}
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
    return block.kind == "link" or label_of(block.text) is not None


def _label_heading(block: Block, in_story: bool) -> str | None:
    """The label that heads a paragraph or, in a story, a dashed list item."""
    text = block.text
    if block.kind == "list_item":
        marker = BULLET.match(text)
        if not in_story or marker is None or text[0] not in "-–—":
            return None
        text = text[marker.end() :]
    elif block.kind != "paragraph":
        return None
    label = label_of(text.lstrip("*_ "))
    if label is None or not label[1] or URL.match(label[1]):
        return None
    return label[0].strip("*_ ")


class _Style:
    """How this text sets off its headings, to tell which end the last story."""

    def __init__(self, blocks: Sequence[Block], lines: Sequence[Line], stories: dict[int, Title]) -> None:
        self._lines = lines
        plain = [i for i, block in enumerate(blocks) if block.kind == "heading" and i not in stories]
        first, last = min(stories, default=len(lines)), max(stories, default=len(lines))
        inside = [i for i in plain if first < i < last]
        self._seen = {_heading_text(lines[i]).lower() for i in inside}
        self._seen_twice = {
            heading
            for heading in self._seen
            if sum(_heading_text(lines[i]).lower() == heading for i in inside) > 1
        }
        self._kinds = [block.kind for block in blocks]
        self._stories = len(stories)
        self._outside_led = any(lines[i].led for i in plain if i < first)
        self._inside_led = any(lines[i].led for i in inside)
        self._story_gap = min((lines[i].gap for i in stories), default=0)
        self._inside_gap = max((lines[i].gap for i in inside), default=1)
        self._last = last

    def is_top_level(self, index: int) -> bool:
        """Whether a heading behind a story's start is outside the stories."""
        line = self._lines[index]
        heading = _heading_text(line).lower()
        if self._heads_a_table(index) and heading not in self._seen_twice:
            return True
        if index < self._last or heading in self._seen:
            return False
        if self._stories > 1 and not self._seen:
            return True  # the stories have no headings of this shape
        if heading in words_of("headings", "closing") or _data_heading(heading):
            return True
        if line.led and self._outside_led and not self._inside_led:
            return True
        return line.gap > self._inside_gap and line.gap >= self._story_gap > 1

    def _heads_a_table(self, index: int) -> bool:
        return self._kinds[index + 1 : index + 2] == ["table_row"]

    def closes(self, label: str, line: Line) -> bool:
        """Whether a label before prose starts the closing part: ``Bottom line: …`` after the last story."""
        return (
            label.lower() in words_of("headings", "closing")
            and label.lower() not in self._seen
            and line.start > self._lines[self._last].start
        )


def _data_heading(heading: str) -> bool:
    """Whether a heading starts with the words of a closing part: ``Analyst outlook: the week``."""
    return any(heading.startswith(f"{words}:") for words in words_of("headings", "closing"))


def table_rows(section: RawSection) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """The rows of a section, each with the names of the columns of its table."""
    header: tuple[str, ...] = ()
    for block in section.blocks:
        if block.kind != "table_row":
            header = ()
        elif not header and is_header(block.text):
            words = block.text.replace("|", " ").split()
            header = tuple(word.lower() for word in words)
        elif block.text.strip("|-: \t"):
            yield block, header
