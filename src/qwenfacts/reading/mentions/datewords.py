"""The words and numbers that dates are made of, one token at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ...tokens import Token, goes_on
from ...values import month_end
from ..wording import table

__all__ = [
    "DASHES",
    "SUFFIXES",
    "Part",
    "counts",
    "day_at",
    "day_in_words_at",
    "is_counted",
    "is_date",
    "is_glued",
    "key_at",
    "month_at",
    "number_at",
    "numbered",
    "sentence_around",
    "short_year_at",
    "text_at",
    "words",
    "year_after",
    "year_at",
]

DASHES: Final = frozenset("-–—−")
SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
TENS: Final = {"twenty": 20, "thirty": 30}
FIRST_YEAR, MODERN_YEAR, LAST_YEAR = 1000, 1900, 2100
SENTENCE: Final = 40
"""As many tokens to each side are looked at to tell what a sentence speaks of."""


class Part(NamedTuple):
    """What is written of a date, tokens ``first`` to before ``end``; ``away``: years from publication."""

    first: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    weekday: int | None = None
    away: int | None = None
    fiscal: bool = False

    @property
    def shape(self) -> tuple[bool, ...]:
        """Which fields it has, save those that one end of a range lends the other."""
        bare = (self.month, self.day, self.quarter, self.half, self.week)
        weekday_only = self.weekday is not None and self.day is None
        return (*(field is not None for field in bare), weekday_only, self.fiscal)


# -- words and tokens --------------------------------------------------------------------------


@cache
def words(group: str, name: str) -> frozenset[str]:
    """A list of words of the calendar."""
    return frozenset(table("calendar")[group][name])


@cache
def numbered(group: str) -> dict[str, int]:
    """A table of words and numbers of the calendar."""
    return dict(table("calendar")[group])


def key_at(tokens: Sequence[Token], at: int) -> str:
    """The key of a token, or nothing."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The text of a token, or nothing."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def number_at(tokens: Sequence[Token], at: int, least: int, most: int) -> int | None:
    """A plain number of at most four digits at a token, if it lies between two others."""
    text = text_at(tokens, at)
    if len(text) > 4 or not text.isdecimal():
        return None
    return int(text) if least <= int(text) <= most else None


def is_glued(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether no white space stands between some tokens."""
    return end <= len(tokens) and all(token.glued for token in tokens[first + 1 : end])


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_end(year, month).day


def is_counted(tokens: Sequence[Token], at: int, *, loose: bool) -> bool:
    """Whether the number before a token counts it: ``million``; if ``loose``, also ``chips``."""
    return key_at(tokens, at) in words("year", "scales") or (loose and counts(tokens, at))


def counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word looks like a counted noun or unit."""
    noun = key_at(tokens, at)
    plural = len(noun) > 2 and noun.endswith("s") and not noun.endswith("ss")
    return noun in words("year", "counted") or (plural and noun not in words("year", "uncounted"))


def sentence_around(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """The keys of the words around a token, in its sentence."""
    for steps in (range(at, max(-1, at - SENTENCE), -1), range(at, min(len(tokens), at + SENTENCE))):
        for index in steps:
            token = tokens[index]
            if token.kind == "newline" or token.text in ("?", "!", ";"):
                break
            after = tokens[index + 1] if index + 1 < len(tokens) else token
            if token.text == "." and not after.glued and after.text[0].isupper():
                break
            yield token.key


# -- years, months, days -----------------------------------------------------------------------


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """A year of four digits."""
    year = number_at(tokens, at, FIRST_YEAR, LAST_YEAR)
    if year is None or goes_on(tokens, at) or goes_on(tokens, at + 1):
        return None
    return None if year < MODERN_YEAR and counts(tokens, at + 1) else year


def short_year_at(tokens: Sequence[Token], at: int) -> int | None:
    """A year of this century by its last two digits, or of four."""
    short = number_at(tokens, at, 0, 99)
    if short is not None and len(tokens[at].text) == 2:
        return 2000 + short
    return number_at(tokens, at, MODERN_YEAR, LAST_YEAR)


def year_after(tokens: Sequence[Token], at: int, *, day: bool) -> tuple[int, int] | None:
    """A year behind a day or month, and the token after it: ``, 2027``, ``of 2027``, ``2027``.

    Not where it counts what follows: ``In March, 2000 people left``.
    """
    comma = text_at(tokens, at) == ","
    skip = at + 1 if comma or key_at(tokens, at) == "of" else at
    year = year_at(tokens, skip)
    counted = is_counted(tokens, skip + 1, loose=comma and (not day or (year or 1) % 100 == 0))
    return None if year is None or counted else (year, skip + 1)


def day_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A day of the month in digits, and the token after it and its suffix."""
    day = number_at(tokens, at, 1, 31)
    if day is None:
        return None
    if key_at(tokens, at + 1) in SUFFIXES and tokens[at + 1].glued:
        return day, at + 2
    return None if goes_on(tokens, at + 1) else (day, at + 1)


def day_in_words_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """``third``, ``twenty-first``."""
    key, ordinals = key_at(tokens, at), numbered("ordinals")
    if key in ordinals:
        return ordinals[key], at + 1
    end = at + 1 + (text_at(tokens, at + 1) == "-")
    day = TENS.get(key, 0) + ordinals.get(key_at(tokens, end), 99)
    return (day, end + 1) if day - TENS.get(key, 0) < 10 and key in TENS and day <= 31 else None


def month_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The name of a month, and the token after it and its full stop."""
    word = text_at(tokens, at)
    number = numbered("months").get(word.title() if word.isupper() and len(word) > 2 else word)
    if number is None or goes_on(tokens, at + 1):
        return None
    after = text_at(tokens, at + 2)
    if len(word) == 3 and word != "May" and text_at(tokens, at + 1)[:1].isupper():
        return None  # Jan Smit
    dot = len(word) < 5 and text_at(tokens, at + 1) == "." and tokens[at + 1].glued
    return number, at + 2 if dot and (after.isdecimal() or after.islower()) else at + 1
