"""What one line looks like: its ornaments, and whether it reads as a label, heading, title or list item.

Told by shape and a few words of layout (``lexicon/layout.toml``), never by what a line says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from attrs import frozen

from ..wording import table

__all__ = [
    "BULLET",
    "DOMAIN",
    "NUMBERED",
    "URL",
    "Line",
    "Title",
    "bare_of",
    "is_data_label",
    "is_heading_like",
    "is_link",
    "is_list_item",
    "is_meta",
    "is_section",
    "is_title",
    "label_of",
    "story_heading",
    "words_of",
]

BULLET: Final = re.compile(r"[•▪◦‣·●○∙*–—-]\s+(?=\S)")
NUMBERED: Final = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
KEYCAPS: Final = re.compile("((?:[0-9]\ufe0f?\u20e3)+)\\s*")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”|]+")
DOMAIN: Final = re.compile(r"\(((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}(?:/[^\s()]*)?)\)", re.IGNORECASE)
STORY: Final = re.compile(r"(?P<word>[A-Za-z]+)\s+(?P<number>\d{1,2})\s*(?:[:.)|–—-]\s*)(?P<title>\S.*)")
LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:.!?;|()\n]{0,58}?)\s?:(?=\s|$)\s*")
WORD: Final = re.compile(r"[^\W_][\w'’.&/+-]*")
SENTENCE_END: Final = re.compile(r"""[.!?…;,]["”’')\]]*$|[.!?…]["”’')\]]*\s*\([^()]*\)$""")
QUESTION: Final = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Is|Are|Will|Can|Should|Does)\b.*\?$")
LONGEST_SOURCE: Final = 80
LONGEST_HEADING: Final = 14
LONGEST_TITLE: Final = 24
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


def bare_of(line: str) -> tuple[str, bool]:
    """A line without leading emoji, markdown and unclosed bold marks, and whether it had any."""
    if BULLET.match(line):
        return line, False
    start, end, led = 0, len(line), False
    while start < end and not KEYCAPS.match(line, start) and _is_ornament(line[start], "So Sk Cf Mn Me"):
        led = led or _is_mark(line[start])
        start += 1
    if start == end:
        return line, False
    while _is_ornament(line[end - 1], "So Cf Mn"):
        end -= 1
    keycaps = KEYCAPS.match(line, start, end)
    if keycaps and keycaps.end() < end:
        number = "".join(char for char in keycaps[1] if char.isdigit())
        return f"{number}. {line[keycaps.end() : end]}", True
    return line[start:end], led


def _is_ornament(char: str, categories: str) -> bool:
    return char in "*_#>" or char.isspace() or unicodedata.category(char) in categories.split()


def _is_mark(char: str) -> bool:
    """Whether a character is there to be seen, as an emoji is and a byte order mark is not."""
    return not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn")


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
    if match and is_heading_like(line.bare[match.end() :]):
        return Title(int(match[1]), line.bare[match.end() :])
    return None


def is_heading_like(text: str) -> bool:
    """Short, starts like a heading, and does not end like a sentence."""
    return (
        bool(text)
        and len(WORD.findall(text)) <= LONGEST_HEADING + 4
        and not SENTENCE_END.search(text, max(0, len(text) - LONGEST_SOURCE))
        and not text[0].islower()
        and not URL.search(text)
    )


def is_list_item(line: Line) -> bool:
    """Whether a line starts with a bullet, or indented with a number."""
    return bool(BULLET.match(line.text) or (line.indent and NUMBERED.match(line.text)))


def is_link(line: Line) -> bool:
    """Whether a line holds links and nothing else that can be read."""
    rest = DOMAIN.sub("", URL.sub("", line.text))
    return rest != line.text and not any(char.isalnum() for char in rest)


def is_data_label(text: str) -> bool:
    """Whether a line starts with a label of story data: ``Published:``, ``Sources:``."""
    label, rest = label_of(text) or ("", "")
    return rest != "" and label.lower() in words_of("story", "date_labels") | words_of(
        "story", "source_labels"
    )


def is_title(text: str) -> bool:
    """Whether a line names a report: ``Acme Weekly Report``."""
    words = {word.lower().strip(".,:") for word in WORD.findall(text)}
    marks = words & words_of("title", "marks")
    return (
        bool(marks)
        and ("weekly" in marks or "report" in marks or "week" in words)
        and len(words) <= LONGEST_TITLE
        and not text.endswith(".")
    )


def is_meta(text: str) -> bool:
    """Whether a line at the top says when a report was published, what it covers, or by whom."""
    if text.startswith("(") and text.endswith(")"):
        return True
    if text.lower().startswith(("posted on ", "week of ", "week ending ", "last 7 days", "for the week of ")):
        return True
    label, _ = label_of(text) or ("", "")
    return any(label.lower() in labels for labels in table("layout")["meta"].values())


def is_section(text: str) -> bool:
    """Whether a heading is one of those that open or close a report."""
    return text.lower().rstrip(":") in words_of("headings", "summary") | words_of("headings", "closing")
