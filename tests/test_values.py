"""What a wording allows: the table of intervals, the checks of values, and what holds for all of them."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Context, Decimal, localcontext
from itertools import pairwise
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenfacts.errors import InvalidValueError
from qwenfacts.strategies import periods, quantities, spans
from qwenfacts.values import (
    Bound,
    Period,
    Precision,
    Quantity,
    Span,
    calendar_day,
    clock_time,
    interval,
    last_place,
    month_end,
    plain,
)

D = Decimal


def is_a_value(value: Any, name: str) -> None:
    """Frozen, slotted, hashable, equal to every copy of itself; ``name`` is one of its fields."""
    assert not hasattr(value, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, getattr(value, name))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, name)
    with pytest.raises(AttributeError):
        value.something_new = 1
    copies = [copy.copy(value), copy.deepcopy(value), attrs.evolve(value)]
    copies += [pickle.loads(pickle.dumps(value, protocol)) for protocol in (2, pickle.HIGHEST_PROTOCOL)]
    for other in copies:
        assert other == value
        assert hash(other) == hash(value)
        assert repr(other) == repr(value)
        assert type(other) is type(value)
    assert value != object()


# -- spans ------------------------------------------------------------------------------------


@given(spans())
def test_a_span_is_a_value(span: Span) -> None:
    is_a_value(span, "start")
    assert repr(span) == f"Span(start={span.start}, end={span.end})"


@given(spans(within=20))
def test_a_span_cuts_what_it_counts(span: Span) -> None:
    text = "İ 😀 通義 e\u0301 a\u2011b\r\n…. ab"
    assert len(text) >= 20
    assert text[span.slice] == text[span.start : span.end]
    assert len(text[span.slice]) == len(span) >= 1


@given(spans(within=8), spans(within=8))
def test_spans_overlap_where_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert (other in one) == (len(shared) == len(other))
    assert one in one
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


def test_spans_are_ordered_among_themselves_only() -> None:
    pair: Any = (0, 2)
    with pytest.raises(TypeError, match="not supported"):
        sorted([Span(0, 1), pair])


@pytest.mark.parametrize("ends", [(0.0, 1), (True, 2), ("0", 1), (0, None)])
def test_offsets_are_whole_numbers(ends: Any) -> None:
    with pytest.raises(InvalidValueError, match="offsets are whole numbers"):
        Span(*ends)


@pytest.mark.parametrize("ends", [(-1, 2), (3, 3), (4, 3)])
def test_spans_are_never_empty(ends: tuple[int, int]) -> None:
    with pytest.raises(InvalidValueError, match="wants 0 <= start < end"):
        Span(*ends)


# -- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("0E+99", "0"),
        ("2.60", "2.6"),
        ("-12.50", "-12.5"),
        ("1E+6", "1000000"),
        ("100", "100"),
        ("9" * 24, "9" * 24),
        ("1E+23", "1" + "0" * 23),
        ("0.000000000001", "0.000000000001"),
        ("1.0000000000000000", "1"),
    ],
)
def test_one_form_of_each_number(written: str, stored: str) -> None:
    number = plain(D(written))
    assert f"{number:f}" == stored
    assert number.as_tuple() == D(stored).as_tuple()


@pytest.mark.parametrize(
    "written", ["1E+24", "9" * 25, "1E+999999999", "1E-13", "0.1234567890123", "1E-999999", "-1E+24"]
)
def test_24_integer_and_12_decimal_digits_at_most(written: str) -> None:
    with pytest.raises(InvalidValueError, match="at most 24 integer and 12 decimal digits"):
        plain(D(written))


@pytest.mark.parametrize("written", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_numbers_are_finite(written: str) -> None:
    with pytest.raises(InvalidValueError, match="not a finite number"):
        plain(D(written))


@pytest.mark.parametrize("written", ["0.123456789012", "-0.123456789012", "0.000000000001", "9" * 24])
def test_an_end_of_an_interval_may_have_one_digit_more(written: str) -> None:
    place = last_place(written, non_zero=False)
    quantity = Quantity.worded(written, D(written), "percent", place=place)
    assert quantity.low is not None
    assert quantity.high is not None
    assert (quantity.low + quantity.high) / 2 == quantity.value == D(written)
    assert quantity.high - quantity.low == place
    with pytest.raises(InvalidValueError, match="at most 24 integer and 13 decimal digits are kept"):
        attrs.evolve(quantity, low=D("-2.00000000000001"))


numbers = st.decimals(min_value=-(10**20), max_value=10**20, allow_nan=False, allow_infinity=False, places=9)


@given(numbers)
def test_plain_changes_the_form_and_not_the_number(number: Decimal) -> None:
    stored = plain(number)
    assert stored == number
    assert plain(stored).as_tuple() == stored.as_tuple()
    assert "E" not in f"{stored:f}"
    exponent = stored.as_tuple().exponent
    assert exponent == 0 or f"{stored:f}"[-1] != "0"


@given(numbers, numbers)
def test_equal_numbers_are_stored_alike(one: Decimal, other: Decimal) -> None:
    assert (one == other) == (str(plain(one)) == str(plain(other)))


@pytest.mark.parametrize(
    ("digits", "non_zero", "place"),
    [
        ("317.2", False, "0.1"),
        ("317.20", False, "0.01"),
        ("317.20", True, "0.1"),
        ("12.0", True, "1"),
        ("520000", False, "1"),
        ("520000", True, "10000"),
        ("520417", True, "1"),
        ("400", True, "100"),
        ("-400", True, "100"),
        ("7", False, "1"),
        ("0", True, "1"),
        ("0.0", True, "0.1"),
        ("0.40", True, "0.1"),
    ],
)
def test_the_place_of_the_last_digit(digits: str, non_zero: bool, place: str) -> None:
    assert last_place(digits, non_zero=non_zero) == D(place)


# -- the table of the design ------------------------------------------------------------------

E9, E6 = D(10**9), D(10**6)

WORDINGS: list[tuple[str, str, Decimal, str, Bound, str, str | None, str | None]] = [
    # wording, digits, scale, unit, bound, place (w: last digit, z: last non-zero digit, -: exact), low, high
    # scale, %, decimals, multiples, sums and physical units under 1000
    ("317.2 billion", "317.2", E9, "count", "exact", "w", "317150000000", "317250000000"),
    ("$70B", "70", E9, "USD", "exact", "w", "69500000000", "70500000000"),
    ("RMB 1.50 trillion", "1.50", E9 * 1000, "CNY", "exact", "w", "1495000000000", "1505000000000"),
    ("31%", "31", D(1), "percent", "exact", "w", "30.5", "31.5"),
    ("2.60%", "2.60", D(1), "percent", "exact", "w", "2.595", "2.605"),
    ("2.60% is 2.6", "2.60", D(1), "percent", "exact", "w", "2.595", "2.605"),
    ("4×", "4", D(1), "multiple", "exact", "w", "3.5", "4.5"),
    ("fivefold", "5", D(1), "multiple", "exact", "w", "4.5", "5.5"),
    ("doubled", "2", D(1), "multiple", "exact", "w", "1.5", "2.5"),
    ("halved", "0.5", D(1), "multiple", "exact", "w", "0.45", "0.55"),
    ("$85", "85", D(1), "USD", "exact", "w", "84.5", "85.5"),
    ("$0.40", "0.40", D(1), "USD", "exact", "w", "0.395", "0.405"),
    ("1.5 years", "1.5", D(1), "year", "exact", "w", "1.45", "1.55"),
    ("350 MW", "350", D(1), "MW", "exact", "w", "349.5", "350.5"),
    ("−10 basis points", "-10", D(1), "basis_point", "exact", "w", "-10.5", "-9.5"),
    # count or word under 1000, rank, whole length
    ("seven", "7", D(1), "count", "exact", "-", "7", "7"),
    ("No. 3", "3", D(1), "rank", "exact", "-", "3", "3"),
    ("60 days", "60", D(1), "day", "exact", "-", "60", "60"),
    ("80-page", "80", D(1), "page", "exact", "-", "80", "80"),
    # from 1000 without scale or decimals
    ("520,000", "520000", D(1), "count", "exact", "z", "515000", "525000"),
    ("$520,000", "520000", D(1), "USD", "exact", "z", "515000", "525000"),
    ("520,417", "520417", D(1), "count", "exact", "-", "520417", "520417"),
    ("1,000 MW", "1000", D(1), "MW", "exact", "z", "500", "1500"),
    # about
    ("about 400", "400", D(1), "count", "about", "z", "350", "450"),
    ("roughly 1.50 million", "1.50", E6, "count", "about", "z", "1450000", "1550000"),
    ("around 12.0%", "12.0", D(1), "percent", "about", "z", "11.5", "12.5"),
    ("some seven", "7", D(1), "count", "about", "z", "6.5", "7.5"),
    # nearly
    ("nearly 400", "400", D(1), "count", "nearly", "z", "350", "400"),
    ("just under 2%", "2", D(1), "percent", "nearly", "z", "1.5", "2"),
    # over, at least
    ("over $5bn", "5", E9, "USD", "over", "z", "5000000000", None),
    ("more than 400", "400", D(1), "count", "over", "z", "400", None),
    ("surpassed 8 million", "8", E6, "count", "over", "w", "8000000", None),
    ("400+", "400", D(1), "count", "at_least", "z", "400", None),
    ("no fewer than seven", "7", D(1), "count", "at_least", "-", "7", None),
    ("hundreds of thousands", "100000", D(1), "count", "at_least", "-", "100000", None),
    # under, at most
    ("fewer than 400", "400", D(1), "count", "under", "z", None, "400"),
    ("did not reach 3%", "3", D(1), "percent", "under", "w", None, "3"),
    ("up to 400", "400", D(1), "count", "at_most", "z", None, "400"),
    ("$9 or less", "9", D(1), "USD", "at_most", "w", None, "9"),
    # reach, hit, the ... level: as the first row
    ("the RMB 40 billion level", "40", E9, "CNY", "exact", "w", "39500000000", "40500000000"),
]


@pytest.mark.parametrize(
    ("text", "digits", "scale", "unit", "bound", "place", "low", "high"),
    WORDINGS,
    ids=[row[0] for row in WORDINGS],
)
def test_what_a_wording_allows(
    text: str,
    digits: str,
    scale: Decimal,
    unit: str,
    bound: Bound,
    place: str,
    low: str | None,
    high: str | None,
) -> None:
    of_digit = D(0) if place == "-" else last_place(digits, non_zero=place == "z") * scale
    quantity = Quantity.worded(text, D(digits) * scale, unit, bound, place=of_digit)
    assert quantity.value == D(digits) * scale
    assert quantity.low == (None if low is None else D(low))
    assert quantity.high == (None if high is None else D(high))
    assert (quantity.text, quantity.unit, quantity.bound, quantity.per) == (text, unit, bound, None)
    assert str(quantity) == text


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("20–30%", "20", "30"),
        ("between 2.5 and 3", "2.5", "3"),
        ("about 60 to 100", "60", "100"),
        ("5–5", "5", "5"),
        ("−3 to −1", "-3", "-1"),
    ],
)
def test_a_range_ends_as_it_is_written(text: str, value: str, high: str) -> None:
    quantity = Quantity.worded(text, D(value), "count", "range", place=D(10), high=D(high))
    assert (quantity.value, quantity.low, quantity.high) == (D(value), D(value), D(high))


def test_a_fraction_is_exact_unless_hedged() -> None:
    third = D("0.333333333333")
    exact = Quantity.worded("a third", third, "fraction")
    assert (exact.low, exact.high) == (third, third)
    hedged = Quantity.worded("nearly a third", third, "fraction", "nearly", place=D("0.1"))
    assert (hedged.low, hedged.high) == (D("0.283333333333"), third)


def test_a_rate_has_its_unit() -> None:
    rate = Quantity.worded("$2", D(2), "USD", place=D(1), per="1000000 token")
    assert (rate.value, rate.per) == (D(2), "1000000 token")


@given(st.sampled_from(["exact", "about"]), numbers, st.integers(-8, 8))
def test_the_interval_is_not_rounded(bound: Bound, value: Decimal, exponent: int) -> None:
    place = D((0, (1,), exponent))
    with localcontext(Context(prec=3)):  # a user's own precision does not matter
        low, high = interval(bound, value, place)
    assert low is not None
    assert high is not None
    with localcontext(Context(prec=60)):
        assert high - low == place
        assert (high + low) / 2 == value


# -- quantities -------------------------------------------------------------------------------


@given(quantities())
def test_a_quantity_is_a_value(quantity: Quantity) -> None:
    is_a_value(quantity, "value")
    assert str(quantity) == quantity.text


@given(quantities())
def test_the_value_lies_in_the_closed_interval(quantity: Quantity) -> None:
    assert quantity.low is None or quantity.low <= quantity.value
    assert quantity.high is None or quantity.value <= quantity.high
    assert not quantity.contradicts(quantity)
    assert quantity.may_equal(quantity)


def bounded(low: str | None, high: str | None, bound: Bound, value: str = "5") -> Quantity:
    def number(end: str | None) -> Decimal | None:
        return None if end is None else D(end)

    return Quantity("five", D(value), "count", bound, number(low), number(high))


@pytest.mark.parametrize(
    ("low", "high", "bound"),
    [
        (None, "5", "exact"),
        ("5", None, "exact"),
        ("6", "7", "exact"),
        ("3", "4", "about"),
        (None, None, "about"),
        (None, "5", "nearly"),
        ("4", "6", "nearly"),
        ("5", "5", "nearly"),  # nothing lies in [5, 5)
        ("4", None, "over"),
        ("5", "6", "over"),
        ("6", None, "at_least"),
        ("5", "5", "at_least"),
        ("4", "5", "under"),
        (None, "6", "under"),
        (None, None, "at_most"),
        ("5", "5", "at_most"),
        ("5", "4", "range"),
        ("4", "6", "range"),
        ("5", None, "range"),
    ],
)
def test_an_interval_fits_its_bound(low: str | None, high: str | None, bound: Bound) -> None:
    with pytest.raises(InvalidValueError, match=f"does not fit the bound {bound} of 5; see"):
        bounded(low, high, bound)


def test_worded_wants_the_end_of_a_range_and_the_place_of_a_hedge() -> None:
    with pytest.raises(InvalidValueError, match="does not fit the bound range"):
        Quantity.worded("2 to 3", D(2), "count", "range")
    with pytest.raises(InvalidValueError, match="does not fit the bound nearly"):
        Quantity.worded("nearly 2", D(2), "count", "nearly")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": ""}, "Quantity.text: wants a non-empty string, got ''"),
        ({"text": None}, "Quantity.text: wants str, got None"),
        ({"unit": ""}, "Quantity.unit: wants a non-empty string, got ''"),
        ({"per": ""}, "Quantity.per: wants a non-empty string, got ''"),
        ({"per": 1}, "Quantity.per: wants str or None, got 1"),
        ({"bound": "circa"}, "Quantity.bound: 'circa' is none of exact, about, nearly"),
        ({"bound": []}, "Quantity.bound: [] is none of"),
        ({"value": 5}, "5: numbers are Decimal; write Decimal('5')"),
        ({"value": 5.5}, "5.5: numbers are Decimal; write Decimal('5.5')"),
        ({"value": "5"}, "'5': numbers are Decimal; write Decimal('5')"),
        ({"low": 5}, "5: numbers are Decimal"),
        ({"high": D("NaN")}, "NaN: not a finite number"),
        ({"value": D("1E+24")}, "1E+24: at most 24 integer"),
    ],
)
def test_a_quantity_is_checked(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(Quantity.worded("five", D(5), "count"), **changes)
    assert message in str(caught.value)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("number", [D("1E+1000000"), D("sNaN"), 5, 0.5, "5"])
@pytest.mark.parametrize("name", ["value", "place"])
def test_worded_checks_before_it_computes(name: str, number: Any) -> None:
    with pytest.raises(InvalidValueError):
        Quantity.worded(**{"text": "5", "value": D(5), "unit": "count", name: number})


FIVE = Quantity.worded("5", D(5), "count")


@pytest.mark.parametrize(
    ("one", "other", "contradicts", "may_equal"),
    [
        (FIVE, FIVE, False, True),
        (FIVE, Quantity.worded("6", D(6), "count"), True, False),
        (FIVE, Quantity.worded("over 5", D(5), "count", "over"), False, False),
        (FIVE, Quantity.worded("at least 5", D(5), "count", "at_least"), False, True),
        (FIVE, Quantity.worded("under 5", D(5), "count", "under"), False, False),
        (FIVE, Quantity.worded("up to 5", D(5), "count", "at_most"), False, True),
        (FIVE, Quantity.worded("nearly 5", D(5), "count", "nearly", place=D(1)), False, False),
        (FIVE, Quantity.worded("over 4", D(4), "count", "over"), False, True),
        (FIVE, Quantity.worded("over 6", D(6), "count", "over"), True, False),
        (FIVE, Quantity.worded("under 4", D(4), "count", "under"), True, False),
        (FIVE, Quantity.worded("2 to 5", D(2), "count", "range", high=D(5)), False, True),
        (
            Quantity.worded("over 5", D(5), "count", "over"),
            Quantity.worded("under 5", D(5), "count", "under"),
            False,
            False,
        ),
        (
            Quantity.worded("over 5", D(5), "count", "over"),
            Quantity.worded("over 9", D(9), "count", "over"),
            False,
            True,
        ),
        (
            Quantity.worded("under 5", D(5), "count", "under"),
            Quantity.worded("up to 9", D(9), "count", "at_most"),
            False,
            True,
        ),
        (
            Quantity.worded("nearly 5", D(5), "count", "nearly", place=D(1)),
            Quantity.worded("5 to 6", D(5), "count", "range", high=D(6)),
            False,
            False,
        ),
        # other units, other rates: neither
        (FIVE, Quantity.worded("6%", D(6), "percent"), False, False),
        (FIVE, Quantity.worded("5%", D(5), "percent"), False, False),
        (FIVE, Quantity.worded("5", D(5), "count", per="day"), False, False),
        (FIVE, Quantity.worded("6", D(6), "count", per="day"), False, False),
    ],
)
def test_two_quantities(one: Quantity, other: Quantity, contradicts: bool, may_equal: bool) -> None:
    assert one.contradicts(other) == other.contradicts(one) == contradicts
    assert one.may_equal(other) == other.may_equal(one) == may_equal


def holds(quantity: Quantity, number: Decimal, *, closed: bool) -> bool:
    """Whether a number lies in the interval, taken from the bound as the design words it."""
    open_low = not closed and quantity.bound == "over"
    open_high = not closed and quantity.bound in ("nearly", "under")
    above = quantity.low is None or (number > quantity.low if open_low else number >= quantity.low)
    below = quantity.high is None or (number < quantity.high if open_high else number <= quantity.high)
    return above and below


@st.composite
def small(draw: st.DrawFn) -> Quantity:
    """Few numbers, so that ends meet."""
    value = draw(st.integers(0, 4))
    high, place = D(value + draw(st.integers(0, 2))), draw(st.sampled_from([D(1), D(2)]))
    bound: Bound = draw(
        st.sampled_from(["exact", "about", "nearly", "over", "at_least", "under", "at_most", "range"])
    )
    return Quantity.worded("few", D(value), "count", bound, place=place, high=high)


@given(small(), small())
def test_comparing_is_a_question_of_shared_points(one: Quantity, other: Quantity) -> None:
    ends = sorted({D(-9), D(99)} | {e for q in (one, other) for e in (q.low, q.high) if e is not None})
    points = [*ends, *((low + high) / 2 for low, high in pairwise(ends))]
    shares = [holds(one, point, closed=False) and holds(other, point, closed=False) for point in points]
    touches = [holds(one, point, closed=True) and holds(other, point, closed=True) for point in points]
    assert one.may_equal(other) == other.may_equal(one) == any(shares)
    assert one.contradicts(other) == other.contradicts(one) == (not any(touches))


# -- periods ----------------------------------------------------------------------------------


def day(text: str | None) -> pendulum.Date | None:
    return None if text is None else pendulum.Date(*map(int, text.split("-")))


VALID: list[tuple[Precision, str | None, str | None, str]] = [
    ("day", "2027-03-05", "2027-03-05", "2027-03-05"),
    ("week", "2026-12-28", "2027-01-03", "2026-12-28/2027-01-03"),
    ("range", "2027-03-05", "2027-03-05", "2027-03-05"),
    ("range", "2027-03-05", "2028-03-04", "2027-03-05/2028-03-04"),
    ("month", "2028-02-01", "2028-02-29", "2028-02-01/2028-02-29"),
    ("month", "9999-12-01", "9999-12-31", "9999-12-01/9999-12-31"),
    ("quarter", "2027-10-01", "2027-12-31", "2027-10-01/2027-12-31"),
    ("half", "2027-07-01", "2027-12-31", "2027-07-01/2027-12-31"),
    ("year", "2027-01-01", "2027-12-31", "2027-01-01/2027-12-31"),
    ("fiscal_quarter", None, None, "the label"),
    ("fiscal_quarter", "2027-02-01", "2027-04-30", "2027-02-01/2027-04-30"),
    ("fiscal_year", None, None, "the label"),
    ("fiscal_year", "2026-04-01", "2027-03-31", "2026-04-01/2027-03-31"),
    ("open", "2027-03-05", None, "2027-03-05/.."),
    ("open", None, "2027-03-05", "../2027-03-05"),
    ("relative", "2027-03-01", "2027-03-07", "2027-03-01/2027-03-07"),
    ("relative", None, "2027-03-07", "../2027-03-07"),
    ("relative", "2027-03-01", None, "2027-03-01/.."),
]


@pytest.mark.parametrize(("precision", "start", "end", "iso"), VALID)
def test_days_that_fit_their_precision(
    precision: Precision, start: str | None, end: str | None, iso: str
) -> None:
    assert str(Period(day(start), day(end), precision, "the label")) == iso


ENDS = "needs a start and an end"
OPEN = "open has a start or an end, not both or neither"
MISFITS: list[tuple[Precision, str | None, str | None, str]] = [
    ("day", "2027-03-05", "2027-03-06", "2027-03-05 to 2027-03-06 is not one day"),
    ("day", None, None, f"a day {ENDS}"),
    ("day", "2027-03-05", None, f"a day {ENDS}"),
    ("week", "2027-03-02", "2027-03-08", "is not one week"),
    ("week", "2027-03-01", "2027-03-08", "is not one week"),
    ("week", None, "2027-03-07", f"a week {ENDS}"),
    ("range", "2027-03-05", "2027-03-04", "ends on 2027-03-04, before it starts on 2027-03-05"),
    ("range", None, None, f"a range {ENDS}"),
    ("month", "2027-02-02", "2027-02-28", "is not one month"),
    ("month", "2028-02-01", "2028-02-28", "is not one month"),
    ("month", "2027-02-01", None, f"a month {ENDS}"),
    ("quarter", "2027-02-01", "2027-04-30", "is not one quarter"),
    ("quarter", "2027-01-01", "2027-04-30", "is not one quarter"),
    ("quarter", "2027-12-01", "2028-02-28", "is not one quarter"),
    ("half", "2027-04-01", "2027-09-30", "is not one half"),
    ("half", "2027-01-01", "2027-12-31", "is not one half"),
    ("year", "2027-02-01", "2028-01-31", "is not one year"),
    ("year", "2027-01-01", "2028-12-31", "is not one year"),
    ("fiscal_quarter", "2027-01-01", None, f"a fiscal_quarter {ENDS}"),
    ("fiscal_year", None, "2027-01-01", f"a fiscal_year {ENDS}"),
    ("open", None, None, OPEN),
    ("open", "2027-01-01", "2027-01-02", OPEN),
    ("relative", None, None, f"a relative {ENDS}"),
    ("relative", "2027-01-02", "2027-01-01", "before it starts"),
]


@pytest.mark.parametrize(("precision", "start", "end", "message"), MISFITS)
def test_days_that_do_not(precision: Precision, start: str | None, end: str | None, message: str) -> None:
    with pytest.raises(InvalidValueError, match=r"^Period\('the label'\): ") as caught:
        Period(day(start), day(end), precision, "the label")
    assert message in str(caught.value)


def test_a_period_is_checked() -> None:
    first = pendulum.Date(2027, 3, 5)
    precision: Any = "fortnight"
    with pytest.raises(InvalidValueError, match=r"Period.precision: 'fortnight' is none of day, week"):
        Period(first, first, precision, "x")
    with pytest.raises(InvalidValueError, match=r"Period.text: wants a non-empty string, got ''"):
        Period(first, first, "day", "")


@pytest.mark.parametrize("text", ["\ud800", "M\udfffay"])
def test_a_lone_surrogate_is_no_text(text: str) -> None:
    first = pendulum.Date(2027, 3, 5)
    with pytest.raises(
        InvalidValueError, match=r"Period.text: lone surrogate '\\ud.*' at character \d; half"
    ):
        Period(first, first, "day", text)
    with pytest.raises(InvalidValueError, match=r"Quantity.unit: lone surrogate"):
        Quantity.worded("5", D(5), text)


@given(st.datetimes())
def test_a_time_as_printed(printed: dt.datetime) -> None:
    made = clock_time(printed)
    assert type(made) is pendulum.DateTime
    assert made.tzinfo is None
    assert made == printed
    assert clock_time(made) == made
    assert clock_time(None) is None


@pytest.mark.parametrize("wrong", [pendulum.datetime(2027, 3, 5), pendulum.Date(2027, 3, 5), "now", 5])
def test_a_time_with_a_zone_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidValueError, match="wants a day and time without a zone, as they are printed"):
        clock_time(wrong)


def test_a_day_is_not_made_anew() -> None:
    first = pendulum.Date(2027, 3, 5)
    assert calendar_day(first) is first
    assert plain(D("2.5")) == D("2.5")


@pytest.mark.parametrize("wrong", [pendulum.datetime(2027, 3, 5), "2027-03-05", 20270305])
def test_no_time_of_day_is_dropped(wrong: Any) -> None:
    with pytest.raises(InvalidValueError, match="wants a date without a time"):
        Period(wrong, None, "open", "x")
    with pytest.raises(InvalidValueError, match="wants a date without a time"):
        calendar_day(wrong)


@given(periods())
def test_a_period_is_a_value(period: Period) -> None:
    is_a_value(period, "start")
    assert type(period.start) in (pendulum.Date, type(None))
    assert type(period.end) in (pendulum.Date, type(None))


@given(st.dates())
def test_plain_dates_are_taken(date: Any) -> None:
    period = Period(date, date, "day", "x")
    assert type(period.start) is pendulum.Date
    assert period == Period(pendulum.Date(date.year, date.month, date.day), date, "day", "x")
    assert str(period) == date.isoformat()


@given(st.dates())
def test_a_month_ends_before_the_next(date: Any) -> None:
    last = month_end(date.year, date.month)
    assert (last.year, last.month) == (date.year, date.month)
    assert last >= date
    assert last.toordinal() == type(last).max.toordinal() or last.add(days=1).day == 1
