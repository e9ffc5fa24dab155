"""What one line looks like: its ornaments, and whether it reads as a label, heading, title or list item.

Told by shape and a few words of layout (``lexicon/layout.toml``), never by what a line says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from attrs import frozen

from ..wordclasses import CARDINALS
from ..wording import table

__all__ = [
    "BARE_LABEL",
    "BULLET",
    "DAY",
    "DOMAIN",
    "ISSUING",
    "NUMBERED",
    "PATH",
    "URL",
    "Line",
    "Title",
    "bare_of",
    "ends_a_sentence",
    "is_closing",
    "is_heading_like",
    "is_link",
    "is_list_item",
    "is_meta",
    "is_section",
    "is_title",
    "label_of",
    "meta_kinds",
    "story_heading",
    "words_of",
]

BULLET: Final = re.compile(r"[•▪◦‣·●○∙*–—-]\s+(?=\S)")
NUMBERED: Final = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
KEYCAPS: Final = re.compile("((?:[0-9]\ufe0f?\u20e3)+)\\s*")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”|]+")
PATH: Final = re.compile(
    r"\.(?:com|org|net|io|ai|dev|co|gov|edu|info|news|blog|app|tech|xyz|example|eu|uk|de|fr|es|nl|se|dk|fi|pl|ch|jp|kr|cn|tw|hk|sg"
    r"|au|nz|ca|br)/(?=[\w~@])"
)
"""Where the path of an address starts that is written without its scheme."""
DOMAIN: Final = re.compile(r"\(((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}(?:/[^\s()]*)?)\)", re.IGNORECASE)
STORY: Final = re.compile(
    r"(?:(?:key|top|main|big|lead|weekly|strategic)\s++)?(?P<word>[a-z]++)\s++(?:#\s?|no\.?\s?|number\s)?"
    rf"(?P<number>\d{{1,2}}|{'|'.join(CARDINALS)})(?:\s(?:of|/)\s\d{{1,2}}|/\d{{1,2}})?\s*(?:[:.)|–—-]\s*)(?P<title>\S.*)",
    re.IGNORECASE,
)
LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:.!?;|()\n]{0,58}?)\s?[*_]{0,3}:[*_]{0,3}(?=\s|$)\s*")
WORD: Final = re.compile(r"[^\W_][\w'’.&/+-]*")
SENTENCE_END: Final = re.compile(
    r"""[.!?…;,]["”’')\]]*$|[.!?…]["”’')\]]*\s*(?:\([^()]*\)|(?:\[[^\[\]]*\])+)$"""
)
TOLD_INSIDE: Final = re.compile(r"[.!?”\"]\s(?:Sources?:|Via\s|Reported by\s)")
"""A sentence that names its source behind its end is none of a heading."""
QUESTION: Final = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Is|Are|Will|Can|Should|Does)\b.*\?$")
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
YEAR: Final = r"(?:,?\s(?:19|20)\d{2})?"
DAY: Final = re.compile(
    r"(?<!\w)(?:(?:on\s)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
    rf"(?:\d{{1,2}}(?:\s?[–—-]\s?\d{{1,2}})?\.?\s{MONTH}{YEAR}"
    rf"|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–—-]\s?(?:{MONTH}\s)?\d{{1,2}})?{YEAR}"
    rf"|{MONTH}{YEAR}|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{2}}){{1,2}}"
    r"|(?:19|20)\d{2}(?:-\d{2}){0,2})(?![\w-])",
    re.IGNORECASE,
)
"""A day, month or year as it stands beside a source."""
ISSUING: Final = r"(?:published|issued|released|dated|posted)(?:\son)?"
"""What may stand before the day of a report without a colon."""
ISSUED: Final = re.compile(rf"(?:{ISSUING}\s)?(?P<day>{DAY.pattern})", re.IGNORECASE)
AFTER_DAY: Final = re.compile(r"[\s.)*_]*(?:\Z|[|·•(–—-]|,?\s?(?:at\s)?\d{1,2}[:.]\d\d|by\s)")
"""What stands behind the day of a report: ``14 May 2027, 9:30``, ``14 May 2027 by Jane Roe``."""
BARE_LABEL: Final = r"(?:posted\son|week\sof|week\sending|for\sthe\sweek\sof)(?=\s)"
"""Labels at the top that need no colon."""
OPENS_META: Final = re.compile(
    rf"{BARE_LABEL}|last\s7\sdays"
    r"|(?:issue|edition|volume|vol\.|week)\s(?:no\.?\s?)?#?\d+\s*(?:$|[|·•,(/–—-]|of\s)",
    re.IGNORECASE,
)
LABEL_ENDS: Final = 64
"""The colon behind a label is among so many characters."""
LONGEST_SOURCE: Final = 80
"""A source in brackets behind the end of a sentence has no more characters."""
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


@cache
def meta_kinds() -> dict[str, str]:
    """The kind of each label at the top."""
    return {label: kind for kind, labels in table("layout")["meta"].items() for label in labels}


def bare_of(line: str) -> tuple[str, bool]:
    """A line without leading emoji, markdown and unclosed bold marks, and whether it had any."""
    if (line[0].isalpha() and line[-1].isascii() and line[-1] not in "*_#>") or BULLET.match(line):
        return line, False  # most lines have no ornament at either end
    start, end, led = 0, len(line), False
    while (
        start < end
        and not KEYCAPS.match(line, start)
        and _is_ornament(line[start], ("So", "Sk", "Cf", "Mn", "Me"))
    ):
        led = led or _is_mark(line[start])
        start += 1
    if start == end:
        return line, False
    while _is_ornament(line[end - 1], ("So", "Cf", "Mn")):
        end -= 1
    keycaps = KEYCAPS.match(line, start, end)
    if keycaps and keycaps.end() < end:
        number = "".join(char for char in keycaps[1] if char.isdigit())
        return f"{number}. {line[keycaps.end() : end]}", True
    return line[start:end], led


def _is_ornament(char: str, categories: tuple[str, ...]) -> bool:
    return char in "*_#>" or char.isspace() or unicodedata.category(char) in categories


def _is_mark(char: str) -> bool:
    """Whether a character is there to be seen, as an emoji is and a byte order mark is not."""
    return not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn")


def label_of(text: str) -> tuple[str, str] | None:
    """The label and the rest of ``Label: prose``; a label is a short noun phrase before a colon.

    What follows starts like a sentence: with a capital, digit or quotation mark.

    >>> label_of("Market view: Prices rose."), label_of("He said: maybe."), label_of("Why now:")
    (('Market view', 'Prices rose.'), None, ('Why now', ''))
    """
    if ":" not in text[:LABEL_ENDS] or not text[0].isupper():
        return None  # most lines
    match = LABEL.match(text)
    if not match or len(WORD.findall(match["label"])) > LONGEST_LABEL:
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
        number = match["number"].lower()
        return Title(CARDINALS.index(number) + 1 if number in CARDINALS else int(number), match["title"])
    match = NUMBERED.match(line.bare)
    if match and (is_heading_like(line.bare[match.end() :]) or _asks(line, match.end())):
        return Title(int(match[1]), line.bare[match.end() :])
    return None


def _asks(line: Line, start: int) -> bool:
    """Whether a numbered line set off by an empty one is a title that asks or calls: ``3. Who Is Next?``."""
    title = line.bare[start:]
    short = len(WORD.findall(title)) <= LONGEST_HEADING
    return line.gap > 0 and short and title.endswith(("?", "!")) and not ends_a_sentence(title[:-1])


def ends_a_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, or with a source in brackets behind one."""
    return SENTENCE_END.search(text, max(0, len(text) - LONGEST_SOURCE)) is not None


def is_heading_like(text: str) -> bool:
    """Short, starts like a heading, and does not end like a sentence."""
    return (
        bool(text)
        and len(WORD.findall(text)) <= LONGEST_HEADING + 4
        and not ends_a_sentence(text)
        and not text[0].islower()
        and not URL.search(text)
        and not TOLD_INSIDE.search(text)
    )


def is_list_item(line: Line) -> bool:
    """Whether a line starts with a bullet, or indented with a number."""
    return bool(BULLET.match(line.text) or (line.indent and NUMBERED.match(line.text)))


def is_link(line: Line) -> bool:
    """Whether a line holds links and nothing else that can be read."""
    text = line.text
    if "/" not in text and "(" not in text and "www." not in text:
        return False  # most lines
    if PATH.search(text) and len(line.bare.split()) == 1:
        return True
    rest = DOMAIN.sub("", URL.sub("", text))
    return rest != text and not any(char.isalnum() for char in rest)


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
    if OPENS_META.match(text):
        return True
    issued = ISSUED.match(text)
    if issued and AFTER_DAY.match(text, issued.end()) and any(mark in issued["day"] for mark in " -./"):
        return True
    label = LABEL.match(text)
    return label is not None and label["label"].strip().lower() in meta_kinds()


def is_section(text: str) -> bool:
    """Whether a heading is one of those that open or close a report."""
    heading = text.lower().rstrip(":")
    return heading in words_of("headings", "summary") or is_closing(heading)


def is_closing(heading: str) -> bool:
    """Whether a heading is that of a part behind all stories: ``What to watch next week``, ``Sources``."""
    said = f" {heading.lower().rstrip(':')} "
    if not _closing_vocabulary().issuperset(said.split()):
        return False  # most lines
    rest = said
    for closing in _closing_words():
        rest = rest.replace(f" {closing} ", "  ")
    return rest != said and set(rest.split()) <= words_of("headings", "closing_with")


@cache
def _closing_vocabulary() -> frozenset[str]:
    return words_of("headings", "closing_with") | frozenset(" ".join(words_of("headings", "closing")).split())


@cache
def _closing_words() -> tuple[str, ...]:
    return tuple(sorted(words_of("headings", "closing"), key=lambda words: -len(words)))
