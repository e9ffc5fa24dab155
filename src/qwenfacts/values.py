"""What a wording allows: spans of text, quantities and periods.

These are plain frozen values. They compare and hash by value, and know nothing of reports.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import lru_cache, total_ordering
from typing import Final, Literal

import pendulum
from attrs import field, frozen

from .base import Value
from .errors import InvalidValueError

__all__ = [
    "Bound",
    "Period",
    "Precision",
    "Quantity",
    "Span",
    "interval",
    "last_place",
    "plain",
]

Bound = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most", "range"]
Precision = Literal[
    "day",
    "week",
    "range",
    "month",
    "quarter",
    "half",
    "year",
    "fiscal_quarter",
    "fiscal_year",
    "open",
    "relative",
]

MOST_INTEGER_DIGITS: Final = 24
MOST_DECIMAL_DIGITS: Final = 12
EXACT: Final = Context(prec=120, rounding=ROUND_HALF_EVEN)
"""Wide enough that no sum or product of two numbers within the limits is rounded."""


# -- spans ------------------------------------------------------------------------------------


@total_ordering  # what attrs would make builds tuples by a generator for each comparison
@frozen
class Span:
    """A stretch of a report's text, in code points: ``text[span.start:span.end]``.

    ``start`` is the first character, ``end`` the one after the last. Never empty. Spans sort by start, then
    end.

    >>> Span(3, 7)
    Span(start=3, end=7)
    >>> "the weekly"[Span(4, 10).slice]
    'weekly'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if type(start) is not int or type(end) is not int:
            raise InvalidValueError(f"Span({start!r}, {end!r}): offsets are whole numbers")
        if not 0 <= start < end:
            raise InvalidValueError(f"Span({start}, {end}): wants 0 <= start < end")

    def __lt__(self, other: object) -> bool:
        if type(other) is not Span:
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    @property
    def slice(self) -> slice:
        """The slice that cuts this span out of its text."""
        return slice(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character.

        >>> Span(0, 4).overlaps(Span(3, 5)), Span(0, 4).overlaps(Span(4, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


# -- quantities -------------------------------------------------------------------------------


def plain(number: Decimal, decimals: int = MOST_DECIMAL_DIGITS) -> Decimal:
    """The one stored form of a number: no exponent, no trailing zeros, no minus zero.

    Raises `InvalidValueError` beyond 24 integer or 12 decimal digits, before computing with it. The end
    of an interval may have 13 ``decimals``: half the last place of a value is one digit further.

    >>> plain(Decimal("2.60")), plain(Decimal("1E+6")), plain(Decimal("-0.0"))
    (Decimal('2.6'), Decimal('1000000'), Decimal('0'))
    """
    if not number.is_finite():
        raise InvalidValueError(f"{number}: not a finite number")
    return _plain(number, decimals)


@lru_cache(maxsize=4096)  # a report says the same few numbers, each the end of an interval as well
def _plain(number: Decimal, decimals: int) -> Decimal:
    if not number:
        return Decimal(0)
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # finite
    kept = len(digits)
    while digits[kept - 1] == 0:
        kept -= 1
    exponent += len(digits) - kept
    if kept + exponent > MOST_INTEGER_DIGITS or -exponent > decimals:
        raise InvalidValueError(
            f"{number}: at most {MOST_INTEGER_DIGITS} integer and {decimals} decimal digits are kept"
        )
    if kept == len(digits) and exponent <= 0:
        return number
    return Decimal((sign, digits[:kept] + (0,) * max(exponent, 0), min(exponent, 0)))


def last_place(digits: str, *, non_zero: bool) -> Decimal:
    """The place of the last written digit of a plain number, or of its last non-zero digit.

    >>> last_place("317.20", non_zero=False), last_place("317.20", non_zero=True)
    (Decimal('0.01'), Decimal('0.1'))
    >>> last_place("520000", non_zero=True), last_place("0", non_zero=True)
    (Decimal('1E+4'), Decimal('1'))
    """
    _, _, exponent = Decimal(digits).as_tuple()
    assert isinstance(exponent, int)
    places = digits.replace(".", "").lstrip("-")
    if non_zero and places.strip("0"):
        exponent += len(places) - len(places.rstrip("0"))
    return Decimal((0, (1,), exponent))


def interval(
    bound: Bound, value: Decimal, place: Decimal, high: Decimal | None = None
) -> tuple[Decimal | None, Decimal | None]:
    """The interval of the numbers that a wording allows; None is an open end.

    ``place`` is the place of the digit that the writer stopped at, times the scale: half of it
    either way would have been rounded to the same words. Zero where the words are exact (a count
    of seven). ``high`` is the other end of a range.

    ========  ==========================  ===========================================
    bound     interval                    example
    ========  ==========================  ===========================================
    exact     [v - place/2, v + place/2]  ``31%``: 30.5 to 31.5; ``seven``: 7 to 7
    about     [v - place/2, v + place/2]  ``about 400``: 350 to 450
    nearly    [v - place/2, v)            ``nearly 400``: 350 to just under 400
    over      (v, open)                   ``over 400``
    at_least  [v, open)                   ``400+``
    under     (open, v)                   ``fewer than 400``
    at_most   (open, v]                   ``up to 400``
    range     [v, high]                   ``300 to 400``
    ========  ==========================  ===========================================

    Whether an end itself belongs to the interval follows from the bound.

    >>> interval("nearly", Decimal(400), Decimal(100))
    (Decimal('350'), Decimal('400'))
    """
    if bound in ("over", "at_least"):
        return value, None
    if bound in ("under", "at_most"):
        return None, value
    if bound == "range":
        return value, high
    with localcontext(EXACT):
        low, top = value - place / 2, value + place / 2
    return low, value if bound == "nearly" else top


def _number(number: Decimal, decimals: int = MOST_DECIMAL_DIGITS) -> Decimal:
    if type(number) is not Decimal:
        raise InvalidValueError(f"{number!r}: numbers are Decimal; write Decimal({str(number)!r})")
    return plain(number, decimals)


def _end(number: Decimal | None) -> Decimal | None:
    return None if number is None else _number(number, MOST_DECIMAL_DIGITS + 1)


def _non_empty(value: Value, *names: str) -> None:
    for name in names:
        if getattr(value, name) == "":
            raise InvalidValueError(f"{type(value).__name__}.{name}: wants a non-empty string, got ''")


@frozen(repr=False)
class Quantity(Value):
    """A number as it is worded: not a bare float, but what the wording allows.

    - ``text``: as written, with sign, currency, scale, unit and hedge.
    - ``value``: the number named, times its scale; percent 2.6 is 2.6. Magnitudes are positive
      unless a sign is written.
    - ``unit``: ISO 4217 code, ``percent``, ``percentage_point``, ``basis_point``, ``multiple`` (new
      divided by old), ``rank``, ``parameters``, ``count`` (every counted noun), ``page``, ``token``,
      ``fraction``, ``year`` to ``second``, or the symbol of a physical unit (``MW``).
    - ``bound``: ``exact``, ``about``, ``nearly``, ``over``, ``at_least``, ``under``, ``at_most``, ``range``.
    - ``low``, ``high``: the interval that `interval` gives; None is an open end.
    - ``per``: the unit of a rate with its multiplier (``1000000 token``), or None.

    Raises `InvalidValueError` where bound and interval do not agree.

    >>> over = Quantity("over $5bn", Decimal("5e9"), "USD", "over", Decimal("5e9"), None)
    >>> over.value, over.high
    (Decimal('5000000000'), None)
    >>> print(over)
    over $5bn
    """

    text: str
    value: Decimal = field(converter=_number)
    unit: str
    bound: Bound
    low: Decimal | None = field(converter=_end)
    high: Decimal | None = field(converter=_end)
    per: str | None = None

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        _non_empty(self, "text", "unit", "per")
        low, value, high = self.low, self.value, self.high
        match self.bound:
            case "exact" | "about":
                fits = low is not None and high is not None and low <= value <= high
            case "nearly":
                fits = low is not None and low < value == high
            case "over" | "at_least":
                fits = low == value and high is None
            case "under" | "at_most":
                fits = low is None and high == value
            case _:  # range
                fits = low == value and high is not None and value <= high
        if not fits:
            raise InvalidValueError(
                f"Quantity({self.text!r}): the interval from {low} to {high} does not fit the bound"
                f" {self.bound} of {value}; see qwenfacts.values.interval"
            )

    @classmethod
    def worded(
        cls,
        text: str,
        value: Decimal,
        unit: str,
        bound: Bound = "exact",
        *,
        place: Decimal = Decimal(0),
        high: Decimal | None = None,
        per: str | None = None,
    ) -> Quantity:
        """The quantity with the interval that its wording allows (see `interval`).

        >>> Quantity.worded("31%", Decimal(31), "percent", place=Decimal(1)).low
        Decimal('30.5')
        """
        low, top = interval(bound, _number(value), _number(place), high)
        return cls(text, value, unit, bound, low, top, per)

    def contradicts(self, other: Quantity) -> bool:
        """Whether both cannot hold: same unit and per, and the closed hulls are disjoint.

        >>> third = Quantity.worded("31%", Decimal(31), "percent", place=Decimal(1))
        >>> third.contradicts(Quantity.worded("over 40%", Decimal(40), "percent", "over"))
        True
        """
        return self._comparable(other) and (
            _is_below(self.high, other.low) or _is_below(other.high, self.low)
        )

    def may_equal(self, other: Quantity) -> bool:
        """Whether one number could be meant by both: same unit and per, and a shared point.

        >>> over = Quantity.worded("over 40", Decimal(40), "count", "over")
        >>> over.may_equal(Quantity.worded("40", Decimal(40), "count"))
        False
        """
        if not self._comparable(other) or self.contradicts(other):
            return False
        touch_above = self.high is not None and self.high == other.low
        touch_below = other.high is not None and other.high == self.low
        return not (
            (touch_above and (self._high_is_open or other._low_is_open))
            or (touch_below and (other._high_is_open or self._low_is_open))
        )

    def _comparable(self, other: Quantity) -> bool:
        return self.unit == other.unit and self.per == other.per

    @property
    def _low_is_open(self) -> bool:
        return self.bound == "over"

    @property
    def _high_is_open(self) -> bool:
        return self.bound in ("nearly", "under")

    def __str__(self) -> str:
        return self.text


def _is_below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


# -- periods ----------------------------------------------------------------------------------


def calendar_day(value: dt.date | None) -> pendulum.Date | None:
    """A day; a plain `datetime.date` is taken, a time of day is not dropped silently.

    >>> calendar_day(dt.date(2027, 3, 5))
    Date(2027, 3, 5)
    """
    if value is None or type(value) is pendulum.Date:
        return value
    match value:
        case dt.date() if not isinstance(value, dt.datetime):
            return pendulum.Date(value.year, value.month, value.day)
        case _:
            raise InvalidValueError(f"{value!r}: wants a date without a time")


def clock_time(value: dt.datetime | None) -> pendulum.DateTime | None:
    """A day and time as printed, which has no zone; a plain `datetime.datetime` is taken.

    >>> clock_time(dt.datetime(2027, 3, 5, 16, 12)).isoformat()
    '2027-03-05T16:12:00'
    """
    match value:
        case None:
            return None
        case dt.datetime(tzinfo=None):
            return pendulum.instance(value, tz=None)
        case _:
            raise InvalidValueError(f"{value!r}: wants a day and time without a zone, as they are printed")


def month_end(year: int, month: int) -> pendulum.Date:
    """The last day of a month.

    >>> month_end(2028, 2)
    Date(2028, 2, 29)
    """
    return pendulum.Date(year, month, monthrange(year, month)[1])


MONTHS: Final[Mapping[Precision, int]] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@frozen(repr=False)
class Period(Value):
    """A stretch of days with the precision of its wording.

    ``start`` and ``end`` are days, both included; None is open, or unknown for a fiscal label
    whose calendar nobody gave. ``precision`` says how the words were cut: ``day``, ``week`` (Monday to
    Sunday), ``range``, ``month``, ``quarter``, ``half``, ``year``, ``fiscal_quarter``, ``fiscal_year``,
    ``open`` (one end is missing), ``relative`` (resolved from the publication date). ``text`` is as written.

    Raises `InvalidValueError` where days and precision do not agree.

    >>> march = Period(pendulum.Date(2027, 3, 1), pendulum.Date(2027, 3, 31), "month", "March 2027")
    >>> print(march)
    2027-03-01/2027-03-31
    """

    start: pendulum.Date | None = field(converter=calendar_day)
    end: pendulum.Date | None = field(converter=calendar_day)
    precision: Precision
    text: str

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        _non_empty(self, "text")
        start, end = self.start, self.end
        if self.precision == "open" and (start is None) == (end is None):
            raise InvalidValueError(f"Period({self.text!r}): open has a start or an end, not both or neither")
        if start is None or end is None:
            one = (start is None) != (end is None)
            allowed = ("open", "relative") if one else ("fiscal_quarter", "fiscal_year")
            if self.precision not in allowed:
                raise InvalidValueError(f"Period({self.text!r}): a {self.precision} needs a start and an end")
            return
        if end < start:
            raise InvalidValueError(f"Period({self.text!r}): ends on {end}, before it starts on {start}")
        if months := MONTHS.get(self.precision):
            last = start.month + months - 1
            fits = start.day == 1 and (start.month - 1) % months == 0
            fits = fits and end == month_end(start.year, last)
        elif self.precision == "week":
            fits = start.isoweekday() == 1 and end.toordinal() - start.toordinal() == 6
        else:
            fits = self.precision != "day" or start == end
        if not fits:
            raise InvalidValueError(f"Period({self.text!r}): {start} to {end} is not one {self.precision}")

    def __str__(self) -> str:
        """ISO 8601: one day, or an interval with ``..`` at an open end; the label if no day is known."""
        if self.start is None and self.end is None:
            return self.text
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"
