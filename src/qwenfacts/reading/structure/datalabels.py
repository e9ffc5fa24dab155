"""Lines of data about a story: ``Published: 5 May``, ``**Sources:** Reuters``, ``Source – The Ledger``.

A label is a word of the layout's lists; it may be in bold, in any case, in brackets or behind a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from .lineforms import BULLET, DAY, URL, WORD, words_of

__all__ = ["DataLabel", "any_of", "data_labels", "is_data_label", "opening_label"]

FIRST_WORD: Final = re.compile(r"[^\W_]+")
MOST_WORDS: Final = 16
"""A line of data that ends like a sentence has no more words."""
LONGEST_DAY: Final = 4
"""A day without a figure has no more words: ``Thursday night``."""


class DataLabel(NamedTuple):
    """A label: its kind, ``date`` or ``sources``, where it starts, and where its value does."""

    kind: str
    start: int
    end: int


def any_of(labels: Iterable[str]) -> str:
    """A pattern for some labels, the longest first."""
    return "|".join(sorted(map(re.escape, labels), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    dates, sources = words_of("story", "date_labels"), words_of("story", "source_labels")
    kinds, happened = words_of("story", "source_kinds"), words_of("story", "event_labels")
    return re.compile(
        rf"(?<![^\s|(\[*_>])(?:(?P<sources>(?:(?:{any_of(kinds)})\s)?(?:{any_of(sources)})(?:\(s\))?)"
        rf"|(?P<date>{any_of(dates)}|(?:{any_of(happened)})(?=[\s*_]*[:：][\s*_]*{DAY.pattern})))"
        r"(?:[\s*_]{0,4}(?P<colon>[:：])[\s*_]*|[*_]{0,3}(?P<dash>\s[–—-]\s)|[*_]{0,3}\s(?=https?://))"
        r"|(?<=\|\s)(?P<via>via)\s(?-i:(?=[A-Z]))",
        re.IGNORECASE,
    )


@cache
def _openings() -> frozenset[str]:
    """The first words of all labels."""
    lists = ("date_labels", "event_labels", "source_labels", "source_kinds")
    labels = [label for name in lists for label in words_of("story", name)]
    return frozenset(word[0] for label in labels if (word := FIRST_WORD.match(label)))


def data_labels(text: str) -> Iterator[DataLabel]:
    """The labels of a line, in order; behind the first one they have a capital and a colon.

    >>> [(label.kind, "**Date:** 5 May | Source(s): Reuters"[label.end :]) for label in
    ...  data_labels("**Date:** 5 May | Source(s): Reuters")]
    [('date', '5 May | Source(s): Reuters'), ('sources', 'Reuters')]
    """
    for match in _matches(text):
        opens = not any(map(str.isalnum, text[: match.start()]))
        word = match["sources"] or match["date"] or match["via"]
        dated = match["date"] is None or DAY.match(text, match.end()) is not None
        if match["via"] or (opens and (match["colon"] or dated)) or (match["colon"] and word[0].isupper()):
            yield DataLabel("date" if match["date"] else "sources", match.start(), match.end())


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The labels of a line; tried only where one of their first words stands."""
    end, openings = 0, _openings()
    for word in FIRST_WORD.finditer(text):
        if word.start() >= end and word[0].lower() in openings:
            match = _pattern().match(text, word.start())
            if match is not None:
                end = match.end()
                yield match


def opening_label(text: str) -> DataLabel | None:
    """The label that a line starts with."""
    opening = FIRST_WORD.search(text)
    if opening is None or opening[0].lower() not in _openings():
        return None  # most lines; the others are looked through for good
    first = next(data_labels(text), None)
    return None if first is None or any(map(str.isalnum, text[: first.start])) else first


def is_data_label(text: str) -> bool:
    """Whether a line starts with a label of story data and holds nothing else.

    >>> is_data_label("sources: Reuters"), is_data_label("Sources"), is_data_label("Date – 5 May 2027")
    (True, False, True)
    """
    first = opening_label(text)
    if first is None:
        return False
    value = text[first.end :].strip(" *_)]")
    if not any(map(str.isalnum, value)) or (first.kind == "date" and not _may_be_dated(value)):
        return False
    if BULLET.match(text) and not _is_plain(text, first):
        return False
    ends = value.endswith((".", "!", "?")) and not URL.search(value)
    return not ends or len(WORD.findall(value)) <= MOST_WORDS


def _may_be_dated(value: str) -> bool:
    return (value[0].isupper() or value[0].isdigit() or value[0] in "(~“\"'‘") and (
        any(map(str.isdigit, value)) or len(value.split()) <= LONGEST_DAY
    )


def _is_plain(text: str, label: DataLabel) -> bool:
    """Whether a label behind a bullet heads data, not prose as in ``- Coverage: Half of us have it.``."""
    if label.kind == "date":
        return DAY.match(text, label.end) is not None
    return text[label.start : label.end].strip(" *_:：–—-").lower() in words_of("story", "plain_labels")
