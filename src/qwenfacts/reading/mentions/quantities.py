"""Quantities as they are worded: from tokens to values with their bounds and intervals.

A quantity grows from its number (`numbers`, `proportions`): its currency, unit and rate (`units`), the
other end of a range, and the words that bound it (`bounds`). What only looks like one is left out
(`lookalikes`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import compress
from typing import Final, NamedTuple

from ...errors import InvalidValueError
from ...tokens import Token, peek
from ...values import EXACT, Bound, Quantity, Span
from .bounds import bound_of_verb, hedge_after, hedge_before
from .lookalikes import code_end, is_lookalike
from .numbers import Number, in_digits, scale_at, wording
from .proportions import number_at
from .units import LENGTHS, Amount, Rate, amount_at, changed_before, rate_after, unit_tokens, with_unit

__all__ = ["LENGTHS", "Found", "find_quantities", "quantity_in_name", "unit_tokens"]

DASHES: Final = frozenset("-–—−")
UNROUNDED: Final = frozenset(("count", "rank", "page", "token", "parameters")) | LENGTHS
"""Units of which less than a thousand is a count, exact unless it is written with decimals or a scale."""
OPENINGS: Final = frozenset((("between", "and"), ("from", "to")))
OLDEST: Final = 125
LONGEST_OPENING: Final = 3
LONGEST_CHANGE: Final = 12


class Found(NamedTuple):
    """A quantity and where it stands; ``value`` is None for a number too large to compute."""

    span: Span
    value: Quantity | None


class _Read(NamedTuple):
    """What was read, the token after it, and the words of its rate, which may hold a number."""

    found: Found
    end: int
    rate: Rate | None


def find_quantities(
    text: str, tokens: Sequence[Token], taken: Sequence[bool], places: Sequence[int] | None = None
) -> Iterator[Found]:
    """Every quantity of the text, in order, outside the tokens that are taken already.

    Only those that start at some ``places``, if they are given.

    >>> from qwenfacts.tokens import tokenize
    >>> text = "Sales rose nearly 40% to over $3bn."
    >>> tokens = tokenize(text)
    >>> [found.value.text for found in find_quantities(text, tokens, [False] * len(tokens))]
    ['nearly 40%', 'over $3bn']
    """
    starters, counted = wording().starters, wording().behind_an_article
    held = list(compress(range(len(taken)), taken))
    end = previous = 0
    for at in range(len(tokens)) if places is None else places:
        token = tokens[at]
        if at < end or taken[at] or not (token.key in starters or token.kind == "number"):
            continue
        if token.kind == "number" and (code := code_end(tokens, at)) is not None:
            end = code
            continue
        after = peek(tokens, at + 1)
        if token.key in ("a", "an") and after.kind == "word" and after.key not in counted and not after.glued:
            continue  # most articles
        before = bisect_left(held, at)
        floor = max(end, held[before - 1] + 1) if before else end
        if read := _read(text, tokens, taken, at, floor, previous):
            yield read.found
            end = previous = read.end
            if read.rate is not None and not taken[read.rate.first]:
                end = read.rate.end


def quantity_in_name(text: str, tokens: Sequence[Token], first: int, end: int) -> Iterator[Found]:
    """The sizes that a model's name carries: ``35B`` in ``Foo-35B`` counts its parameters.

    >>> from qwenfacts.tokens import tokenize
    >>> [found.value.value for found in quantity_in_name("Foo-35B", tokenize("Foo-35B"), 0, 4)]
    [Decimal('35000000000')]
    """
    for at in range(first, end - 1):
        letter = tokens[at + 1]
        if tokens[at].kind != "number" or letter.text not in ("B", "b", "T", "M") or not letter.glued:
            continue
        number = in_digits(tokens, at)
        if number is not None and number.end == at + 2:
            span = Span(tokens[at].start, letter.end)
            amount = Amount(number, at, at + 2, "parameters")
            yield Found(span, _worded(text[span.slice], amount, "exact"))


def _read(
    text: str, tokens: Sequence[Token], taken: Sequence[bool], at: int, floor: int, previous: int
) -> _Read | None:
    """The quantity whose first number starts at a token."""
    amount = amount_at(tokens, at, floor)
    if amount is None or any(taken[at : amount.end]):
        return None
    high = _other_end(tokens, amount)
    if high is not None and any(taken[amount.end : high.end]):
        high = None
    if is_lookalike(tokens, amount, high):
        return None
    bound = amount.number.bound
    if high is not None:
        bound, amount = "range", _joined(tokens, amount, high, floor)
    elif bound is None and (hedge := hedge_after(tokens, amount.end)):
        beyond = _beyond(tokens, amount, hedge.at)
        if not any(taken[amount.end : beyond.end]):
            bound, amount = hedge.bound, beyond
    first = amount.first
    if hedge := hedge_before(tokens, amount, floor, previous):
        first, bound = hedge.at, bound or hedge.bound
    elif bound is None:
        bound = bound_of_verb(tokens, amount, floor)
    if amount.unit is None and first == amount.first and _is_age(tokens, amount):
        amount = amount._replace(unit="year")
    rate = rate_after(tokens, amount)
    span = Span(tokens[first].start, tokens[amount.end - 1].end)
    value = _worded(
        text[span.slice],
        amount,
        bound or "exact",
        high=_value(high) if high else None,
        per=rate and rate.unit,
    )
    return _Read(Found(span, value), amount.end, rate)


def _is_age(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a bare number is how old someone is: aged 45 and 47; At 92, he; Jane Roe, 47, of Leeds."""
    at, after = amount.first - 1, peek(tokens, amount.end)
    before = peek(tokens, at)
    if before.key in ("aged", "ages") or (before.key == "and" and peek(tokens, at - 2).key == "aged"):
        return True
    if after.text != "," or amount.number.last != 1 or amount.number.value > OLDEST:
        return False
    return before.text == "At" or (before.text == "," and peek(tokens, at - 1).text.istitle())


def _beyond(tokens: Sequence[Token], amount: Amount, end: int) -> Amount:
    """The amount with the hedge behind it, and the scale and unit behind that: 100+ million km."""
    number = amount.number
    if number.end == amount.end and not number.cut and (scale := scale_at(tokens, end)):
        number, end = number._replace(scale=scale[0], cut=True), scale[1]
    beyond = amount._replace(number=number, end=end)
    return with_unit(tokens, beyond) if amount.unit is None or amount.money else beyond


# -- ranges ------------------------------------------------------------------------------------


def _other_end(tokens: Sequence[Token], low: Amount) -> Amount | None:
    """The other end of a range that starts with an amount: a–b, a to b, between a and b."""
    start = _after_joint(tokens, low)
    if start is None or low.number.unit is not None:
        return None
    at = start
    while at < start + LONGEST_OPENING and number_at(tokens, at) is None:
        at += 1
    high = amount_at(tokens, at, start)
    if high is None or high.first != start or high.negative or high.number.unit is not None:
        return None
    if low.unit and high.unit and low.unit != high.unit:
        return None
    joint = tokens[low.end]
    if joint.text == "-" and not joint.glued and not (low.unit or high.unit):
        return None
    counted = joint.key == "to" and not (low.unit or high.unit)
    if counted and peek(tokens, low.first - 1).key == "by" and changed_before(tokens, low.first - 1, 1):
        return None  # "fell by 40 to 300"
    by = joint.key == "to" and low.money and peek(tokens, low.first - 1).key == "by"
    if by and changed_before(tokens, low.first - 1, 1) and _value(_sharing(low, high)) * 2 < _value(high):
        return None  # "rose by $40 to $980"
    if joint.text in DASHES and low.number.words != high.number.words:
        return None  # 7-Eleven
    return high if _value(_sharing(low, high)) <= _value(high) else None


def _after_joint(tokens: Sequence[Token], low: Amount) -> int | None:
    """Where the other end would start, if the words between can join a range."""
    at, before = low.end, peek(tokens, low.first - 1)
    joint, after = peek(tokens, at), peek(tokens, at + 1)
    if joint.text == "-" and joint.glued and after.key == "to":
        at, joint = at + 1, after  # five- to seven-year, three-to-five
        after = peek(tokens, at + 1)
    if joint.text in DASHES:
        return at + 1 if joint.glued == after.glued else None
    if joint.key == "and":
        return at + 1 if before.key == "between" else None
    if joint.key != "to":
        return None
    if before.key == "from":
        two = changed_before(tokens, low.first - 1, LONGEST_CHANGE)
    else:
        two = low.unit is not None and changed_before(tokens, low.first, 1)
    return None if two else at + 1 + (after.text == "-")


def _joined(tokens: Sequence[Token], low: Amount, high: Amount, floor: int) -> Amount:
    """The range as one amount, which has the lower end for its number."""
    first = low.first
    if first > floor and (tokens[first - 1].key, tokens[low.end].key) in OPENINGS:
        first -= 1
    low = _sharing(low, high)
    return low._replace(first=first, end=high.end, unit=high.unit or low.unit)


def _sharing(low: Amount, high: Amount) -> Amount:
    """The lower end with the scale and cents that are written only at the upper end: 2.6–3 million."""
    number, factor = low.number, low.factor if low.unit else high.factor
    scale = high.number.scale
    if number.scale == 1 and number.digits < 1000 and number.digits <= high.number.digits:
        number = number._replace(scale=scale)
    return low._replace(number=number, factor=factor)


# -- values ------------------------------------------------------------------------------------


def _value(amount: Amount) -> Decimal:
    value = EXACT.multiply(amount.number.value, amount.factor)
    return value.copy_negate() if amount.negative else value


def _worded(
    text: str, amount: Amount, bound: Bound, *, high: Decimal | None = None, per: str | None = None
) -> Quantity | None:
    """The quantity that an amount is; None if it has more digits than are kept."""
    number = amount.number
    unit = number.unit or amount.unit or "count"
    place = _rounded_at(number, unit) if bound == "exact" else number.last_non_zero
    place = EXACT.multiply(EXACT.multiply(place, number.scale), amount.factor)
    try:
        return Quantity.worded(text, _value(amount), unit, bound, place=place, high=high, per=per)
    except InvalidValueError:
        return None


def _rounded_at(number: Number, unit: str) -> Decimal:
    """The place of the digits that an unhedged number was rounded at: the first three rows of the table."""
    small = number.value < 1000
    if unit in ("fraction", "rank"):
        return Decimal(0)
    if number.cut or (small and unit not in UNROUNDED):
        return number.last
    return Decimal(0) if small or number.last_non_zero == number.last else number.last_non_zero
