"""Years, halves and quarters, also of a fiscal year: 2027, Q3, the second half of 2027, FY27."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from ...tokens import Token, goes_on
from ..wording import table
from .datewords import (
    DASHES,
    LAST_YEAR,
    MODERN_YEAR,
    SUFFIXES,
    Part,
    counts,
    is_glued,
    key_at,
    number_at,
    numbered,
    sentence_around,
    short_year_at,
    text_at,
    words,
    year_at,
)

__all__ = ["fiscal_year_at", "label_at", "year_or_label_at"]

SHIFTS: Final = {"this": 0, "last": -1, "next": 1}


@cache
def _currencies() -> frozenset[str]:
    names = (*table("numbers")["currency_signs"], *table("numbers")["currency_codes"])
    return frozenset(name for name in names if name.isalnum())


class _Label(NamedTuple):
    """``Q3``, ``second half``: its letter, its number, the token after it, whether the letter is written."""

    kind: str
    number: int
    end: int
    letter: bool
    fiscal: bool = False

    def part(
        self, first: int, end: int, year: int | None = None, *, fiscal: bool = False, away: int | None = None
    ) -> Part:
        quarter, half = (self.number, None) if self.kind == "q" else (None, self.number)
        return Part(first, end, year, quarter=quarter, half=half, away=away, fiscal=fiscal or self.fiscal)


def _label(tokens: Sequence[Token], at: int) -> _Label | None:
    """Q3, H1, third quarter, 3rd fiscal quarter, second half."""
    kind = text_at(tokens, at)
    if kind in ("Q", "H") and goes_on(tokens, at + 1):
        number = number_at(tokens, at + 1, 1, 4 if kind == "Q" else 2)
        return (
            None if number is None or goes_on(tokens, at + 2) else _Label(kind.lower(), number, at + 2, True)
        )
    key, end = key_at(tokens, at), at + 1
    number = numbered("ordinals").get(key)
    if key_at(tokens, end) in SUFFIXES and tokens[end].glued:
        number, end = number_at(tokens, at, 1, 4), at + 2
    elif key in ("last", "final"):
        number = 4
    end += text_at(tokens, end) == "-"
    fiscal = key_at(tokens, end) == "fiscal"
    most = {"quarter": 4, "half": 2}.get(key_at(tokens, end + fiscal), 0)
    if number is None or number > most:
        return None
    return _Label("q" if most == 4 else "h", number, end + fiscal + 1, False, fiscal)


def year_or_label_at(tokens: Sequence[Token], at: int) -> Part | None:
    """1H27, 2Q27, 2Q 2027; 2027 Q3, 2027 fiscal year, 2027."""
    kind = text_at(tokens, at + 1)
    if kind in ("Q", "H") and goes_on(tokens, at + 1):
        number = number_at(tokens, at, 1, 4 if kind == "Q" else 2)
        short = short_year_at(tokens, at + 2) if goes_on(tokens, at + 2) else year_at(tokens, at + 2)
        if number is None or short is None:
            return None
        return _Label(kind.lower(), number, at + 2, True).part(at, at + 3, short)
    year = year_at(tokens, at)
    if year is None:
        return None
    label = _label(tokens, at + 1)
    if label and label.letter:
        return label.part(at, label.end, year)
    if key_at(tokens, at + 1) in ("fiscal", "financial") and key_at(tokens, at + 2) == "year":
        return Part(at, at + 3, year, fiscal=True)
    return Part(at, at + 1, year) if _reads_as_year(tokens, at, year) else None


def fiscal_year_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """FY2027, FY27, fiscal 2027, fiscal year 2027, FY 2026/27: the year it ends in."""
    key, end = key_at(tokens, at), at + 1
    if key == "fy":
        year = short_year_at(tokens, end)
    elif key in ("fiscal", "financial"):
        end += key_at(tokens, end) == "year"
        year = year_at(tokens, end)
    else:
        return None
    if year is None:
        return None
    both = text_at(tokens, end + 1) in ("/", "-", "–") and is_glued(tokens, end, end + 3)
    if both and short_year_at(tokens, end + 2) == year + 1:
        return year + 1, end + 3
    return year, end + 1


def label_at(tokens: Sequence[Token], first: int) -> Part | None:
    """FY2027, FY2027 Q3; Q3, Q3 2027, Q3 FY27, fiscal Q3; (the) third quarter of (fiscal) 2027."""
    year = fiscal_year_at(tokens, first)
    if year:
        label = _label(tokens, year[1])
        if label and label.letter:
            return label.part(first, label.end, year[0], fiscal=True)
        return Part(first, year[1], year[0], fiscal=True)
    at = first + (key_at(tokens, first) == "the")
    fiscal = key_at(tokens, at) in ("fiscal", "fy")
    label = _label(tokens, at + fiscal)
    if label is None:
        return None
    dated = _with_year(tokens, label, first, fiscal)
    if dated:
        return dated
    fiscal = fiscal or label.fiscal
    if label.letter or fiscal:
        return label.part(first, label.end, fiscal=fiscal)
    if key_at(tokens, label.end) in ("of", "s"):
        return None  # "the first half of the game"
    spoken = frozenset(sentence_around(tokens, at))
    business = bool(spoken & words("half", "business"))
    hyphen = any(token.text == "-" for token in tokens[at : label.end])
    if spoken & words("half", "sport") or (at == first and not hyphen):
        return None  # "third quarter" without "the", year or "fiscal" counts something
    if hyphen:
        return label.part(at, label.end) if business else None
    return label.part(first, label.end) if business or label.kind == "q" else None


def _with_year(tokens: Sequence[Token], label: _Label, first: int, fiscal: bool) -> Part | None:
    """A label with the year behind it: ``Q3 2027``, ``Q3'27``, ``Q3 of FY27``, ``Q3 of the last year``."""
    at = label.end
    if text_at(tokens, at) == "'":
        year = short_year_at(tokens, at + 1)
        return None if year is None else label.part(first, at + 2, year, fiscal=fiscal)
    at += key_at(tokens, at) in ("of", "in") or (text_at(tokens, at) in ("/", "-") and tokens[at].glued)
    the = key_at(tokens, at) == "the"
    found = fiscal_year_at(tokens, at + the)
    if found:
        return label.part(first, found[1], found[0], fiscal=True)
    year = year_at(tokens, at)
    if year:
        return label.part(first, at + 1, year, fiscal=fiscal)
    away = SHIFTS.get(key_at(tokens, at))
    if away is not None and key_at(tokens, at + 1) == "year":
        return label.part(first, at + 2, fiscal=fiscal, away=away)
    return None


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year may follow the mark before it: ``(2027``, ``mid-2027``; not ``CVE-2027``, ``1/2027``."""
    mark = tokens[at - 1]
    if mark.text not in ("-", "/", *DASHES):
        return mark.text in "(“\"'["
    return not mark.glued or text_at(tokens, at - 2).islower()


def _is_old(tokens: Sequence[Token], at: int, said: str) -> bool:
    """Whether a number from before 1900 is a year: ``in 1066``, ``(1849–1912)``."""
    lived = text_at(tokens, at + 1) in DASHES and number_at(tokens, at + 2, MODERN_YEAR - 100, LAST_YEAR)
    return said in words("year", "old_after") or (said == "(" and bool(lived))


def _reads_as_year(tokens: Sequence[Token], at: int, year: int) -> bool:
    """Whether a bare four-digit number names a year rather than counts something."""
    before = tokens[at - 1] if at else None
    if before is not None:
        if tokens[at].glued and not _opens(tokens, at):
            return False
        if unicodedata.category(before.text[0]) == "Sc" or before.text in _currencies():
            return False
    said = before.key if before else ""
    if said in words("year", "acts") or (year < MODERN_YEAR and not _is_old(tokens, at, said)):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind in ("mark", "newline"):
        return after is None or not (after.glued and after.text in "%+°$€£¥₹₩")
    if said in words("year", "not_after") or after.kind == "number" or after.key in words("year", "scales"):
        return False
    if said in words("year", "after"):
        return not (year % 100 == 0 and counts(tokens, at + 1))
    return after.text[0].isupper() or not counts(tokens, at + 1)
