"""Lines and what they are: from text to flat blocks that lose nothing.

A block is one line, or several where a sentence runs over a line break. Its kind is told by its
shape, a few words of layout (``lexicon/layout.toml``) and its neighbours, never by what it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from attrs import evolve, frozen

from ..report import Block, BlockKind
from ..values import Span
from .wording import table

__all__ = [
    "BULLET",
    "DOMAIN",
    "NUMBERED",
    "URL",
    "Line",
    "Title",
    "blocks_of",
    "label_of",
    "story_heading",
    "words_of",
]

NEWLINE: Final = re.compile(r"\r\n|\n|\r")
BULLET: Final = re.compile(r"[•▪◦‣·●○∙*–—-]\s+(?=\S)")
NUMBERED: Final = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
KEYCAP: Final = re.compile("(\\d)\ufe0f?\u20e3\\s*")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”|]+")
DOMAIN: Final = re.compile(r"\(((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}(?:/[^\s()]*)?)\)", re.IGNORECASE)
STORY: Final = re.compile(r"(?P<word>[A-Za-z]+)\s+(?P<number>\d{1,2})\s*(?:[:.)|–—-]\s*)(?P<title>\S.*)")
LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:.!?;|()\n]{0,58}?)\s?:(?=\s|$)\s*")
WORD: Final = re.compile(r"[^\W_][\w'’.&/+-]*")
SENTENCE_END: Final = (".", "!", "?", "…", ".”", '."', ".)", "!”", "?”", ";", ",")
LONGEST_HEADING: Final = 14
LONGEST_LABEL: Final = 6


@frozen
class Line:
    """A line without the white space around it; ``gap`` counts the empty lines before it."""

    start: int
    end: int
    text: str
    indent: int
    gap: int
    bare: str
    led: bool
    """``bare``: without emoji, markdown and number keycaps; ``led``: whether it had any of these."""


class Title(NamedTuple):
    """The number and words of a story's heading."""

    number: int
    title: str


@cache
def words_of(*path: str) -> frozenset[str]:
    """A list of layout words."""
    data = table("layout")
    for key in path[:-1]:
        data = data[key]
    return frozenset(data[path[-1]])


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = gap = 0
    ends = [(match.start(), match.end()) for match in NEWLINE.finditer(text)] + [(len(text), len(text))]
    for end, after in ends:
        written = text[at:end]
        stripped = written.strip()
        if stripped:
            indent = len(written) - len(written.lstrip())
            bare, led = _bare(stripped)
            start = at + indent
            lines.append(Line(start, start + len(stripped), stripped, indent, gap, bare, led))
            gap = 0
        else:
            gap += 1
        at = after
    return lines


def _bare(line: str) -> tuple[str, bool]:
    """A line without leading emoji, markdown and unclosed bold marks, and whether it had any."""
    keycap = KEYCAP.match(line)
    if keycap:
        return f"{keycap[1]}. {line[keycap.end() :]}", True
    at = 0
    while at < len(line) and (
        line[at] in "#*_>\ufeff"
        or line[at].isspace()
        or unicodedata.category(line[at]) in ("So", "Sk", "Cf", "Mn", "Me")
    ):
        at += 1
    bullet = line[:1] in "*_>" and BULLET.match(line)
    if bullet or at == len(line):
        return line, False
    bare = line[at:]
    end = len(bare)
    while end and (
        bare[end - 1] in "*_#"
        or bare[end - 1].isspace()
        or unicodedata.category(bare[end - 1]) in ("So", "Cf", "Mn")
    ):
        end -= 1
    return bare[:end] or bare, at > 0


# -- shapes ------------------------------------------------------------------------------------


def label_of(text: str) -> tuple[str, str] | None:
    """The label and the rest of ``Label: prose``; a label is a short noun phrase before a colon.

    What follows starts like a sentence: with a capital, digit or quotation mark.

    >>> label_of("Market view: Prices rose."), label_of("He said: maybe."), label_of("Why now:")
    (('Market view', 'Prices rose.'), None, ('Why now', ''))
    """
    match = LABEL.match(text)
    if not match or len(WORD.findall(match["label"])) > LONGEST_LABEL or not text[0].isupper():
        return None
    rest = text[match.end() :]
    first = rest.lstrip("“\"'‘([$€£¥₹~+-−")[:1]
    if rest and not (first.isupper() or first.isdigit() or rest[0] in "“\"‘'"):
        return None
    return match["label"].strip(), rest


def story_heading(line: Line) -> Title | None:
    """``Story 2: Title``, ``2. Title``, ``2) Title`` at the margin and without the end of a sentence."""
    if line.indent and not line.led:
        return None
    match = STORY.match(line.bare)
    if match and match["word"].lower() in words_of("story", "words"):
        return Title(int(match["number"]), match["title"])
    match = NUMBERED.match(line.bare)
    if match and _is_heading_like(line.bare[match.end() :]):
        return Title(int(match[1]), line.bare[match.end() :])
    return None


def _is_heading_like(text: str) -> bool:
    """Short, starts like a heading, and does not end like a sentence."""
    return (
        len(WORD.findall(text)) <= LONGEST_HEADING + 4
        and not text.endswith(SENTENCE_END)
        and not text[0].islower()
        and not URL.search(text)
    )


def _is_list_item(line: Line) -> bool:
    return bool(BULLET.match(line.text) or (line.indent and NUMBERED.match(line.text)))


def _is_link(line: Line) -> bool:
    rest = DOMAIN.sub("", URL.sub("", line.text))
    return rest != line.text and not any(char.isalnum() for char in rest)


def _data_label(text: str) -> bool:
    """Whether a line starts with a label of story data: ``Published:``, ``Sources:``."""
    label = label_of(text)
    return label is not None and label[1] != "" and label[0].lower() in (
        words_of("story", "date_labels") | words_of("story", "source_labels")
    )  # fmt: skip


def _is_title(text: str) -> bool:
    words = {word.lower().strip(".,:") for word in WORD.findall(text)}
    marks = words & words_of("title", "marks")
    return (
        bool(marks)
        and ("weekly" in marks or "report" in marks or "week" in words)
        and len(words) < 25
        and not text.endswith(".")
    )


def _is_meta(text: str) -> bool:
    lowered = text.lower()
    if text.startswith("(") and text.endswith(")"):
        return True
    if lowered.startswith(("posted on ", "week of ", "week ending ", "last 7 days", "for the week of ")):
        return True
    label = label_of(text)
    return label is not None and any(
        label[0].lower() in table("layout")["meta"][name] for name in table("layout")["meta"]
    )


# -- kinds -------------------------------------------------------------------------------------


def blocks_of(text: str) -> tuple[list[Block], list[Line]]:
    r"""The blocks of a text, and the first line of each.

    >>> blocks, _ = blocks_of("Acme Weekly Report\\n\\nSummary\\nSales rose\\nby 4%.")
    >>> [(block.kind, block.text) for block in blocks]
    [('title', 'Acme Weekly Report'), ('heading', 'Summary'), ('paragraph', 'Sales rose\\nby 4%.')]
    """
    lines = _joined(_lines(text), text)
    kinds = _front_matter(lines)
    kinds += [""] * (len(lines) - len(kinds))
    _mark_tables(lines, kinds)
    for index, _line in enumerate(lines):
        kinds[index] = kinds[index] or _kind(lines, kinds, index)
    _numbered_lists(lines, kinds)
    blocks = [
        Block(Span(line.start, line.end), line.text, _known(kind))
        for line, kind in zip(lines, kinds, strict=True)
    ]
    return blocks, lines


def _known(kind: str) -> BlockKind:
    return kind  # type: ignore[return-value]


def _joined(lines: list[Line], text: str) -> list[Line]:
    """Lines with what a hard line break cut off put back: the next line goes on in lower case."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        goes_on = (
            before is not None
            and not line.gap
            and line.text[0].islower()
            and not line.led
            and not URL.match(line.text)
            and len(before.text) > 40
            and not before.text.endswith((".", ":", "!", "?"))
        )
        if before is not None and goes_on:
            joined[-1] = evolve(
                before, end=line.end, text=text[before.start : line.end], bare=f"{before.bare} {line.bare}"
            )
        else:
            joined.append(line)
    return joined


def _front_matter(lines: Sequence[Line]) -> list[str]:
    """The kinds of the lines before the first section: titles and meta lines."""
    kinds: list[str] = []
    for index, line in enumerate(lines):
        if _is_meta(line.bare):
            kinds.append("meta")
        elif (
            _is_title(line.bare) and not _is_list_item(line) and index < 8 and not _is_section(line.bare)
        ) or (
            index == 0
            and not _is_section(line.bare)
            and not _is_list_item(line)
            and not story_heading(line)
            and (len(lines) > 1 and not line.bare.endswith((".", ":")))
        ):
            kinds.append("title")
        else:
            break
    return kinds


def _is_section(text: str) -> bool:
    return text.lower().rstrip(":") in words_of("headings", "summary") | words_of("headings", "closing")


def _kind(lines: Sequence[Line], kinds: Sequence[str], index: int) -> str:
    line = lines[index]
    if _is_link(line):
        return "link"
    if _data_label(line.bare):
        return "label"
    if _is_list_item(line):
        return "list_item"
    if story_heading(line):
        return "heading"
    return "heading" if _is_heading(lines, index) else "paragraph"


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    text = line.bare
    if index + 1 == len(lines) and not line.led:
        return False
    if text.endswith(":"):
        return len(WORD.findall(text)) <= LONGEST_LABEL
    if URL.search(text) or not _is_heading_like(text) or len(WORD.findall(text)) > LONGEST_HEADING:
        return False
    label = label_of(text)
    if label and label[1] and not line.led:
        # "Bottom line: Prices" is prose with a label; "Outlook: Week in Review" set off by blanks is a heading
        return _is_section(label[0]) and line.gap > 0 and lines[index + 1].gap > 0
    return bool(WORD.search(text))


def _mark_tables(lines: Sequence[Line], kinds: list[str]) -> None:
    """Runs of short lines under a line of column names, or that end with dates."""
    index = 0
    while index < len(lines):
        end = index + 1
        if not kinds[index] and _is_row(lines[index]):
            while end < len(lines) and not kinds[end] and not lines[end].gap and _is_row(lines[end]):
                end += 1
            first = next((at for at in range(index, end) if is_header(lines[at].text)), None)
            end = _table_end(lines, first, end) if first is not None else end
            if first is not None and end - first > 1:
                kinds[first:end] = ["table_row"] * (end - first)
        index = end


def _table_end(lines: Sequence[Line], header: int, end: int) -> int:
    """Where a table ends: at a heading, or where rows that all have numbers give way to words."""
    columns = {word.lower() for word in WORD.findall(lines[header].text)}
    numbered = bool(columns & words_of("table", "numbered"))
    for at in range(header + 1, end):
        words_only = numbered and not any(char.isdigit() for char in lines[at].text)
        if _is_section(lines[at].bare) or words_only:
            return at
    return end


def _is_row(line: Line) -> bool:
    return (
        not line.text.endswith((".", "!", "?", ":", ";"))
        and len(line.text) < 200
        and not _is_list_item(line)
        and not _data_label(line.bare)
        and not _is_link(line)
    )


def is_header(text: str) -> bool:
    """Whether a line is nothing but two or more names of columns.

    >>> is_header("Event Source Date"), is_header("Market Impact")
    (True, False)
    """
    words = WORD.findall(text.replace("|", " "))
    known = sum(word.lower() in words_of("table", "columns") for word in words)
    return 2 <= len(words) <= 7 and known >= 2 and 2 * known > len(words) and words[0][0].isupper()


def _numbered_lists(lines: Sequence[Line], kinds: list[str]) -> None:
    """Numbered lines at the margin that directly follow one another are a list, not stories."""
    numbered = [i for i, line in enumerate(lines) if kinds[i] == "heading" and NUMBERED.match(line.bare)]
    together = {i for i in numbered if i + 1 in numbered} | {i for i in numbered if i - 1 in numbered}
    for index in together:
        kinds[index] = "list_item"
    for index, line in enumerate(lines):
        if kinds[index] == "paragraph" and NUMBERED.match(line.text):
            kinds[index] = "list_item"
