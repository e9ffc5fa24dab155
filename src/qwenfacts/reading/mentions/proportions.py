"""Numbers that say what they are: fractions, ranks, multiples, and the words of a vague multitude."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ...tokens import Token, goes_on, peek
from ...values import EXACT
from .numbers import ONE, Number, in_digits, in_words, plain_digits, scale_at, wording

__all__ = ["number_at"]

TENTH: Final = Decimal("0.1")
LEAST_PART: Final = Decimal("1e-12")
WHOLES: Final = frozenset((*range(2, 11), *range(20, 100, 10), 12, 25, 100, 1000, 10_000, 100_000, 1_000_000))
"""What parts are taken of: one in five, three in 1,000; "112 of 130" are two counts."""
QUARTERS: Final = {1: "0.25", 3: "0.75"}
ENDS: Final = frozenset(",.;:)")
BOARDS: Final = ("arena", "leaderboard", "ranking", "rankings", "charts", "lmarena's")
"""How words end by which lists are called that models have a place on."""
LONGEST: Final = 9


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that starts at a token, in whichever way it is written.

    >>> from qwenfacts.tokens import tokenize
    >>> for text in ("4.5bn", "two-thirds", "No. 6", "tenfold", "tens of thousands"):
    ...     number = number_at(tokenize(text), 0)
    ...     print(number.value, number.unit)
    4500000000.0 None
    0.666666666667 fraction
    6 rank
    10 multiple
    10000 None
    """
    words, token = wording(), peek(tokens, at)
    if token.kind == "number":
        after = peek(tokens, at + 1)
        alone = after.kind == "word" and not after.glued and after.key not in ("in", "out")
        others = None if alone else _ordinal(tokens, at) or _one_in(tokens, at) or _of_digits(tokens, at)
        return others or in_digits(tokens, at)
    if token.text == "#":
        return _numbered(tokens, at)
    if token.kind != "word" or goes_on(tokens, at) or token.key not in words.starters:
        return None
    key = token.key
    if key in ("no", "number"):
        return _numbered(tokens, at)
    if key == "half":
        return _half(tokens, at)
    if key == "quarter":
        return _quarter_points(tokens, at)
    if key in words.multiples:
        return _multiple(tokens, at)
    if key in words.ordinals:
        return _ordinal(tokens, at)
    if key in ("a", "an"):
        return _part_of_one(tokens, at) or in_words(tokens, at)
    if key == "one" or key in words.numbers:
        return _ordinal(tokens, at) or _one_in(tokens, at) or _part_of_one(tokens, at) or in_words(tokens, at)
    return _multitude(tokens, at)


def _after_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The index after a hyphen, if one stands here."""
    return at + 1 if peek(tokens, at).text == "-" else at


# -- fractions ---------------------------------------------------------------------------------


def _part(tokens: Sequence[Token], first: int, end: int, upper: int, lower: int) -> Number:
    """A part of a whole, or of a unit: two-thirds, three quarters of an hour, a quarter of a million."""
    value = EXACT.divide(Decimal(upper), Decimal(lower)).quantize(LEAST_PART, context=EXACT)
    part = Number(first, end, value.normalize(EXACT), last=TENTH, last_non_zero=TENTH, words=True)
    if peek(tokens, end).key == "of" and peek(tokens, end + 1).key in ("a", "an"):
        if scale := scale_at(tokens, end + 2):
            return part._replace(end=scale[1], scale=scale[0], cut=True)
        if _unit_at(tokens, end + 2):
            return part._replace(end=end + 2, cut=True)
    return part._replace(unit="fraction")


def _unit_at(tokens: Sequence[Token], at: int) -> bool:
    words = wording()
    return any(units.starting(tokens, at) for units in (words.times, words.ratios, words.physical))


def _fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """Two-thirds, a quarter, one fifth."""
    words, key = wording(), tokens[at].key
    upper = 1 if key in ("a", "an", "one") else words.numbers.get(key, 0)
    named = _after_hyphen(tokens, at + 1)
    hyphen, end = named > at + 1, named + 1
    part, after = peek(tokens, named).key, peek(tokens, end)
    lower = words.parts.get(part)
    if not upper or lower is None or upper >= lower:
        return None
    if after.text == "-" and after.glued:
        return None
    if key in ("a", "an"):  # "a third time", "a quarter earlier" are no parts of anything
        ends = after.text in ENDS or after.kind == "newline"
        alone = (
            peek(tokens, at - 1).key in words.around["no_fractions" if part != "quarter" else "no_quarters"]
        )
        fits = after.key in words.around["shared"] or (ends and not alone)
    else:  # "three quarters" may be nine months
        fits = hyphen or after.key == "of" or part not in ("half", "quarter", "quarters")
    return _part(tokens, at, end, upper, lower) if fits else None


def _quarter_points(tokens: Sequence[Token], at: int) -> Number | None:
    """A quarter-point, a three-quarter percentage point."""
    key = tokens[at].key
    upper = 1 if key in ("a", "one", "quarter") else wording().numbers.get(key, 0)
    named = at if key == "quarter" else _after_hyphen(tokens, at + 1)
    if upper not in QUARTERS or peek(tokens, named).key not in ("quarter", "quarters"):
        return None
    end = _after_hyphen(tokens, named + 1)
    if peek(tokens, end).key == "percentage":
        end = _after_hyphen(tokens, end + 1)
    if peek(tokens, end).key not in ("point", "points"):
        return None
    return Number.written(at, end + 1, QUARTERS[upper], words=True)._replace(unit="percentage_point")


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    """Half of it, half a million, half a mile, half-dozen."""
    words = wording()
    before, after = peek(tokens, at - 1).key, peek(tokens, at + 1)
    article = _after_hyphen(tokens, at + 1)
    start = article + 1 if peek(tokens, article).key in ("a", "an") else article
    if scale := scale_at(tokens, start):
        return Number.written(at, scale[1], "0.5", scale[0], words=True)
    if start > article and _unit_at(tokens, start):
        return Number.written(at, start, "0.5", words=True)
    if (after.text == "-" and after.glued) or before in words.around["periods_of_play"]:
        return None
    hedged = words.before.ending(tokens, at - 1) is not None
    if hedged or after.key in words.around["halved"] or before in ("by", "in", "just"):
        return _part(tokens, at, at + 1, 1, 2)
    return None


def _one_in(tokens: Sequence[Token], at: int) -> Number | None:
    """One in five, nine out of ten: a part of a whole."""
    end = _after_hyphen(tokens, at + 1)
    if peek(tokens, end).key == "out" and peek(tokens, end + 1).key == "of":
        end += 2
    elif peek(tokens, end).key == "in":
        end = _after_hyphen(tokens, end + 1)
    else:
        return None
    end += peek(tokens, end).key == "every"
    upper, lower, after = _small(tokens, at), _small(tokens, end), peek(tokens, end + 1)
    if not 0 < upper < lower or lower not in WHOLES or after.text == "-" or scale_at(tokens, end + 1):
        return None
    if _unit_at(tokens, end + 1) or goes_on(tokens, end + 1):
        return None
    return _part(tokens, at, end + 1, upper, lower)


def _small(tokens: Sequence[Token], at: int) -> int:
    """A whole number below ten million, 0 if none stands here."""
    token = peek(tokens, at)
    if token.kind == "number":
        digits = None if goes_on(tokens, at) or len(token.text) > 9 else plain_digits(token.text)
        return int(digits) if digits is not None and digits.isdigit() else 0
    return 1 if token.key == "one" else wording().numbers.get(token.key, 0)


def _of_digits(tokens: Sequence[Token], at: int) -> Number | None:
    """A fraction in digits, before what it is a part of: ``3/4 of``."""
    slash, below = peek(tokens, at + 1), peek(tokens, at + 2)
    if slash.text != "/" or not slash.glued or not below.glued or peek(tokens, at + 3).key != "of":
        return None
    upper, lower = _small(tokens, at), _small(tokens, at + 2)
    return _part(tokens, at, at + 3, upper, lower) if 0 < upper < lower <= 16 else None


def _part_of_one(tokens: Sequence[Token], at: int) -> Number | None:
    """A quarter-point, a third, a year and a half."""
    return _quarter_points(tokens, at) or _fraction(tokens, at) or _length_and_a_half(tokens, at)


def _length_and_a_half(tokens: Sequence[Token], at: int) -> Number | None:
    """A year and a half."""
    unit = wording().times_by_word.get(peek(tokens, at + 1).key)
    if unit is None or tokens[at].key not in ("a", "an", "one"):
        return None
    many, _, unit = unit.rpartition(" ")
    half = [token.key for token in tokens[at + 2 : at + 5]] == ["and", "a", "half"]
    number = Number.written(at, at + 5, "1.5", Decimal(many or 1), words=True)
    return number._replace(unit=unit) if half else None


# -- ranks -------------------------------------------------------------------------------------


def _numbered(tokens: Sequence[Token], at: int) -> Number | None:
    """No. 6, #3, number two."""
    token, end = tokens[at], at + 1
    dot = peek(tokens, end).text == "." and peek(tokens, end).glued
    if token.key == "number":
        place = _small(tokens, end)
        spelled = peek(tokens, end).kind == "word" or peek(tokens, at - 1).key in ("the", "a", "at", "ranked")
        fits = spelled and 0 < place <= 100
    else:
        end += dot
        place = _small(tokens, end) if peek(tokens, end).kind == "number" else 0
        fits = place > 0 and (dot or token.text in ("No", "#"))
    return _rank(at, end + 1, place) if fits else None


def _ordinal(tokens: Sequence[Token], at: int) -> Number | None:
    """Third-largest, ranked second, 21st place; a bare ordinal is no rank."""
    found = _place(tokens, at)
    if found is None:
        return None
    place, end = found
    words = wording()
    above = _after_hyphen(tokens, end)
    best = peek(tokens, above).key
    adjective = _after_hyphen(tokens, above + 1)
    if place > 1 and best in ("most", "least") and peek(tokens, adjective).kind == "word":
        return _rank(at, adjective + 1, place)
    superlative = best.endswith("est") and best not in words.around["not_superlatives"]
    listed = above > end and best in ("ranked", "seeded", "placed")
    if listed or (place > 1 and (superlative or best == "worst")):
        return _rank(at, above + 1, place)
    ranked = peek(tokens, at - 1).key in words.around["placings"] or _is_on_a_board(tokens, end)
    return _rank(at, end, place) if ranked or (best == "place" and above == end) else None


def _place(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The place that an ordinal names, and its end: third, 21st, twenty-first."""
    words, token = wording(), tokens[at]
    if token.kind == "number":
        ends = goes_on(tokens, at + 1) and peek(tokens, at + 1).key in ("st", "nd", "rd", "th")
        return (_small(tokens, at), at + 2) if ends and _small(tokens, at) else None
    if token.key in words.ordinals:
        return words.ordinals[token.key], at + 1
    tens = words.numbers.get(token.key, 0)
    unit = words.ordinals.get(peek(tokens, at + 2).key, 0) if peek(tokens, at + 1).text == "-" else 0
    return (tens + unit, at + 3) if tens >= 20 and 0 < unit < 10 else None


def _is_on_a_board(tokens: Sequence[Token], at: int) -> bool:
    """Whether a board is told behind an ordinal: ``on the Foo Leaderboard``, ``in the text ranking``."""
    if peek(tokens, at).key not in ("on", "in"):
        return False
    behind = tokens[at + 1 : at + LONGEST]
    marks = (i for i, token in enumerate(behind) if token.kind != "word" and token.text not in "'-–")
    return any(token.key.endswith(BOARDS) for token in behind[: next(marks, LONGEST)])


def _rank(first: int, end: int, place: int) -> Number:
    return Number(first, end, Decimal(place), unit="rank")


# -- multiples and multitudes ------------------------------------------------------------------


def _multiple(tokens: Sequence[Token], at: int) -> Number | None:
    """Doubled, tenfold, halved; "double" only where something is doubled."""
    words, key = wording(), tokens[at].key
    before, after = peek(tokens, at - 1).key, peek(tokens, at + 1)
    if after.text == "-" and after.glued:
        return None  # double-digit, triple-A
    if key in ("double", "triple", "treble", "quadruple", "quintuple", "halve"):
        to_do = before in words.around["modals"] or words.before.ending(tokens, at - 1) is not None
        if not (to_do or after.key in words.around["doubled"]):
            return None
    if key in ("twice", "halves") and after.key not in words.comparisons:
        return None
    value = words.multiples[key]
    place = TENTH if value < 1 else ONE
    return Number(at, at + 1, value, last=place, last_non_zero=place, cut=True, words=True, unit="multiple")


def _multitude(tokens: Sequence[Token], at: int) -> Number | None:
    """Hundreds of, tens of thousands: at least so many."""
    found = wording().multitudes.starting(tokens, at)
    if found is None or peek(tokens, at - 1).kind == "number":
        return None
    value, end = found
    if end == at + 1 and peek(tokens, end).key not in ("of", "more"):
        return None
    return Number(at, end, value, words=True, bound="at_least")
