"""Dates as they are worded, and the days that they mean."""

from __future__ import annotations

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

from qwenfacts.reading.mentions.dateparts import part_at
from qwenfacts.reading.mentions.dates import Calendar, FoundDate, applied, find_dates
from qwenfacts.reading.mentions.days import shifted, unit_around
from qwenfacts.tokens import tokenize
from qwenfacts.values import Period, Precision

PUBLISHED = pendulum.Date(2027, 5, 7)  # a Friday
COVERED = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 7), "range", "1–7 May 2027")


def found(text: str, calendar: Calendar | None = None) -> list[FoundDate]:
    tokens = tokenize(text)
    return list(find_dates(text, tokens, [False] * len(tokens), calendar or Calendar(PUBLISHED)))


def read(text: str, calendar: Calendar | None = None) -> list[str]:
    """Each date as ``words = days (precision)``."""
    return [f"{date.value.text} = {date.value} ({date.value.precision})" for date in found(text, calendar)]


def one(text: str, calendar: Calendar | None = None) -> str:
    (date,) = read(text, calendar)
    return date


# -- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "16 March 2027",
        "16 March, 2027",
        "16th March 2027",
        "16th of March 2027",
        "March 16, 2027",
        "March 16 2027",
        "March 16th, 2027",
        "Mar. 16, 2027",
        "Mar 16, 2027",
        "MARCH 16, 2027",
        "March the sixteenth, 2027",
        "Tuesday, 16 March 2027",
        "Tuesday 16 March 2027",
        "Tues. 16 March 2027",
        "Tue., March 16, 2027",
        "Tuesday the 16th of March 2027",
        "Tuesday, 2027-03-16",
        "Tuesday the sixteenth of March 2027",
        "2027-03-16",
        "2027/03/16",
        "16.03.2027",
        "16.3.2027",
        "03/16/2027",
        "16/03/2027",
        "3/16/27",
        "16-03-2027",
        "16-Mar-2027",
        "16-Mar-27",
    ],
)
def test_a_day_in_every_order(written: str) -> None:
    assert one(f"Due {written}.") == f"{written} = 2027-03-16 (day)"


def test_day_first_settles_what_slashes_leave_open() -> None:
    assert one("3/5/2027", Calendar(day_first=True)) == "3/5/2027 = 2027-05-03 (day)"
    assert one("3/5/2027", Calendar()) == "3/5/2027 = 2027-03-05 (day)"


def test_the_article_stays_outside_a_day() -> None:
    assert one("on the 3rd of March") == "3rd of March = 2027-03-03 (day)"
    assert one("on the third of March") == "third of March = 2027-03-03 (day)"
    assert one("the twenty-first of May") == "twenty-first of May = 2027-05-21 (day)"
    assert one("a third of March sales") == "March = 2027-03-01/2027-03-31 (month)"


@pytest.mark.parametrize(
    "text",
    [
        "2027-13-01",
        "31.06.2027",
        "1.2.20½",
        "12.2027",
        "1.2.3.4",
        "13/13/2027",
        "2/30/27",
        "1/2/3",
        "version 3.2027",
        "the Sept. 11 attacks",
        "CVE-2027-40117",
        "Regulation 1/2027",
        "Harbours Act 1964",
        "costs $2027 or USD 2027, 2027% and 2027°",
        "about 2027 of them, 2027 people, 2027 million, 2027 12 and 1850 households",
        "in 2000 homes",
        "Foo2027 and 2027px",
        "Psalm 23",
        "the 3rd row and the third prize",
        "twenty-eight",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [date for date in read(text) if "2027-01-01/2027-12-31" not in date or "CVE" in text] == []


def test_a_day_that_the_calendar_does_not_have() -> None:
    assert read("31 June") == ["June = 2027-06-01/2027-06-30 (month)"]
    assert read("31 June 2027") == ["June 2027 = 2027-06-01/2027-06-30 (month)"]
    assert one("29 February", Calendar(pendulum.Date(2026, 1, 1))) == "29 February = 2024-02-29 (day)"


# -- months and years -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2027", "March 2027 = 2027-03-01/2027-03-31 (month)"),
        ("March of 2027", "March of 2027 = 2027-03-01/2027-03-31 (month)"),
        ("Sept. 2027", "Sept. 2027 = 2027-09-01/2027-09-30 (month)"),
        ("2027-03", "2027-03 = 2027-03-01/2027-03-31 (month)"),
        ("early March", "March = 2027-03-01/2027-03-31 (month)"),
        ("(March)", "March = 2027-03-01/2027-03-31 (month)"),
        ("mid-March", "March = 2027-03-01/2027-03-31 (month)"),
        ("closed March at 4%", "March = 2027-03-01/2027-03-31 (month)"),
        ("May sales rose", "May = 2027-05-01/2027-05-31 (month)"),
        ("It rose. March figures fell", "March = 2027-03-01/2027-03-31 (month)"),
        ("Sales peaked in March, 2000 people left", "March = 2027-03-01/2027-03-31 (month)"),
        ("In March 20 people left", "March = 2027-03-01/2027-03-31 (month)"),
        ("In March 20 million were lost", "March = 2027-03-01/2027-03-31 (month)"),
        ("in January 2027 million", "January = 2027-01-01/2027-01-31 (month)"),
        ("On March 4, 2000 people left", "March 4 = 2027-03-04 (day)"),
        ("On March 4, 2027 sales rose", "March 4, 2027 = 2027-03-04 (day)"),
        ("mid-2027", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("(2027)", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("the 2027 Harbour Prize", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("in 2027 sales rose", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("Best of 2027: tea", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("won 2027 outright", "2027 = 2027-01-01/2027-12-31 (year)"),
        ("founded in 1886", "1886 = 1886-01-01/1886-12-31 (year)"),
        ("fought on 29 March 1461", "29 March 1461 = 1461-03-29 (day)"),
        ("since the 1990s", "1990s = 1990-01-01/1999-12-31 (range)"),
    ],
)
def test_months_and_years(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "May the best win",
        "Prices may rise",
        "Why Acme May Cut Prices",
        "March on!",
        "Theresa May spoke",
        "the March on the capital",
        "the Isle of May",
        "MAY DAY",
        "said Mar",
        "Jan Smit sang",
        "It lasted 1995 days",
        "1700 people",
        "1995s",
        "Decembers",
    ],
)
def test_what_is_no_month_or_year(text: str) -> None:
    assert read(text) == []


def test_the_year_that_brings_a_date_nearest() -> None:
    assert one("in December") == "December = 2026-12-01/2026-12-31 (month)"
    assert one("will open in December") == "December = 2027-12-01/2027-12-31 (month)"
    assert one("since June") == "June = 2026-06-01/2026-06-30 (month)"
    assert one("up from 4 in June") == "June = 2026-06-01/2026-06-30 (month)"
    assert one("agreed to pay in March") == "March = 2028-03-01/2028-03-31 (month)"
    assert one("more than it had forecast in June") == "June = 2026-06-01/2026-06-30 (month)"
    assert one("to be closed in March") == "March = 2027-03-01/2027-03-31 (month)"
    assert one("It fell.\nIn June") == "June = 2027-06-01/2027-06-30 (month)"
    assert one("It fell; in June") == "June = 2027-06-01/2027-06-30 (month)"
    assert one("Thursday, 7 May") == "Thursday, 7 May = 2026-05-07 (day)"
    assert one("Thursday, 7 May 2027") == "Thursday, 7 May 2027 = 2027-05-07 (day)"


def test_weekdays() -> None:
    assert one("on Tuesday") == "Tuesday = 2027-05-04 (day)"
    assert one("on Friday") == "Friday = 2027-05-07 (day)"
    assert one("opens on Friday") == "Friday = 2027-05-07 (day)"
    assert one("opens on Monday") == "Monday = 2027-05-10 (day)"
    assert one("came next, on Monday") == "Monday = 2027-05-03 (day)"
    assert one("the next one, on Monday") == "Monday = 2027-05-10 (day)"
    assert read("a Monday and every Friday; the sun and the Sun; Wed them") == []


# -- quarters, halves, fiscal labels ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q3", "Q3 = 2027-07-01/2027-09-30 (quarter)"),
        ("Q3 2026", "Q3 2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("Q3'26", "Q3'26 = 2026-07-01/2026-09-30 (quarter)"),
        ("Q3-2026", "Q3-2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("Q3 of 2026", "Q3 of 2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("3Q26", "3Q26 = 2026-07-01/2026-09-30 (quarter)"),
        ("3Q 2026", "3Q 2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("2026 Q3", "2026 Q3 = 2026-07-01/2026-09-30 (quarter)"),
        ("1H27", "1H27 = 2027-01-01/2027-06-30 (half)"),
        ("H2", "H2 = 2027-07-01/2027-12-31 (half)"),
        ("the third quarter", "the third quarter = 2027-07-01/2027-09-30 (quarter)"),
        ("the third quarter of 2026", "the third quarter of 2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("3rd quarter 2026", "3rd quarter 2026 = 2026-07-01/2026-09-30 (quarter)"),
        ("the last quarter of 2026", "the last quarter of 2026 = 2026-10-01/2026-12-31 (quarter)"),
        ("the final quarter of 2026", "the final quarter of 2026 = 2026-10-01/2026-12-31 (quarter)"),
        ("the first half of last year", "the first half of last year = 2026-01-01/2026-06-30 (half)"),
        ("third-quarter profit", "third-quarter = 2027-07-01/2027-09-30 (quarter)"),
        ("the third-quarter results", "third-quarter = 2027-07-01/2027-09-30 (quarter)"),
        ("demand in the second half", "the second half = 2027-07-01/2027-12-31 (half)"),
        ("FY2027", "FY2027 = FY2027 (fiscal_year)"),
        ("FY27 Q3", "FY27 Q3 = FY27 Q3 (fiscal_quarter)"),
        ("FY 2026/27", "FY 2026/27 = FY 2026/27 (fiscal_year)"),
        ("FY2026/28", "FY2026 = FY2026 (fiscal_year)"),
        ("fiscal 2027", "fiscal 2027 = fiscal 2027 (fiscal_year)"),
        ("fiscal year 2027", "fiscal year 2027 = fiscal year 2027 (fiscal_year)"),
        ("2027 fiscal year", "2027 fiscal year = 2027 fiscal year (fiscal_year)"),
        ("Q3 FY27", "Q3 FY27 = Q3 FY27 (fiscal_quarter)"),
        ("fiscal Q3", "fiscal Q3 = fiscal Q3 (fiscal_quarter)"),
        ("fiscal H1 2027", "fiscal H1 2027 = fiscal H1 2027 (fiscal_quarter)"),
        ("the fiscal third quarter", "the fiscal third quarter = the fiscal third quarter (fiscal_quarter)"),
        ("third fiscal quarter", "third fiscal quarter = third fiscal quarter (fiscal_quarter)"),
        (
            "Q3 of the fiscal year 2027",
            "Q3 of the fiscal year 2027 = Q3 of the fiscal year 2027 (fiscal_quarter)",
        ),
    ],
)
def test_parts_of_a_year(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "scored in the second half",
        "She scored! He scored in the third quarter",
        "the first half of the game",
        "third-quarter comeback",
        "third quarter",
        "the second half",
        "Acme cut prices. In the second half they slept.",
        "profit.\nIn the second half it was",
        "the third half and the fifth quarter",
        "Q5, Q3b and QX",
        "4H27",
        "fiscal policy",
        "fiscal year",
        "5Q27",
        "2Qx",
        "2H",
        "Q3 this month's",
        "last half",
    ],
)
def test_what_is_no_part_of_a_year(text: str) -> None:
    assert [date for date in read(text) if "relative" not in date and not date.startswith("Q3 ")] == []


def ends_in_march(token: int) -> tuple[int, int]:
    return 3, 31


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FY2027", "2026-04-01/2027-03-31"),
        ("Q3 FY2027", "2026-10-01/2026-12-31"),
        ("H1 FY2027", "2026-04-01/2026-09-30"),
        ("February FY2027", "2027-02-01/2027-02-28"),
        ("November FY2027", "2026-11-01/2026-11-30"),
        ("fiscal Q3", "fiscal Q3"),
        ("Q1 FY27 to Q3 FY27", "2026-04-01/2026-12-31"),
        ("Q1–Q3 FY27", "2026-04-01/2026-12-31"),
        ("Q1 FY27 – Q3", "2026-04-01/2026-12-31"),
    ],
)
def test_fiscal_labels_with_a_known_calendar(text: str, days: str) -> None:
    (date,) = found(text, Calendar(PUBLISHED, fiscal_year_end=ends_in_march))
    assert str(date.value) == days


def test_a_month_of_an_unknown_fiscal_year_is_that_of_the_year() -> None:
    assert one("February FY2027") == "February FY2027 = 2027-02-01/2027-02-28 (month)"


def test_a_bare_quarter_is_the_fiscal_one_named_elsewhere() -> None:
    calendar = Calendar(PUBLISHED, fiscal_year_end=ends_in_march)
    assert read("Q3 was good. Q3 FY2027 is over, Q3 2026 too", calendar) == [
        "Q3 = 2026-10-01/2026-12-31 (fiscal_quarter)",
        "Q3 FY2027 = 2026-10-01/2026-12-31 (fiscal_quarter)",
        "Q3 2026 = 2026-07-01/2026-09-30 (quarter)",
    ]


# -- ranges -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3–9 May 2027", "3–9 May 2027 = 2027-05-03/2027-05-09 (range)"),
        ("3 – 9 May", "3 – 9 May = 2027-05-03/2027-05-09 (range)"),
        ("3 to 9 May", "3 to 9 May = 2027-05-03/2027-05-09 (range)"),
        ("between 3 and 9 May", "3 and 9 May = 2027-05-03/2027-05-09 (range)"),
        ("May 3–9, 2027", "May 3–9, 2027 = 2027-05-03/2027-05-09 (range)"),
        ("May 3 through 9", "May 3 through 9 = 2027-05-03/2027-05-09 (range)"),
        ("May 3-June 4", "May 3-June 4 = 2027-05-03/2027-06-04 (range)"),
        ("28 December – 3 January", "28 December – 3 January = 2026-12-28/2027-01-03 (range)"),
        ("Nov 28, 2026 to Jan 4, 2027", "Nov 28, 2026 to Jan 4, 2027 = 2026-11-28/2027-01-04 (range)"),
        ("Nov 28, 2026 – Jan 4", "Nov 28, 2026 – Jan 4 = 2026-11-28/2027-01-04 (range)"),
        ("Nov 28 to Jan 4, 2028", "Nov 28 to Jan 4, 2028 = 2027-11-28/2028-01-04 (range)"),
        ("March to May", "March to May = 2027-03-01/2027-05-31 (range)"),
        ("March–May 2026", "March–May 2026 = 2026-03-01/2026-05-31 (range)"),
        ("June 2026 and January 2027", "June 2026 = 2026-06-01/2026-06-30 (month)"),
        ("between June 2026 and January 2027", "June 2026 and January 2027 = 2026-06-01/2027-01-31 (range)"),
        ("Q1–Q3 2026", "Q1–Q3 2026 = 2026-01-01/2026-09-30 (range)"),
        ("H1 to H2 2026", "H1 to H2 2026 = 2026-01-01/2026-12-31 (range)"),
        ("2019–2025", "2019–2025 = 2019-01-01/2025-12-31 (range)"),
        ("2019–25", "2019–25 = 2019-01-01/2025-12-31 (range)"),
        ("1999-00", "1999-00 = 1999-01-01/2000-12-31 (range)"),
        ("2025/26", "2025/26 = 2025-01-01/2026-12-31 (range)"),
        ("2025/2026", "2025/2026 = 2025-01-01/2026-12-31 (range)"),
        ("2005-06", "2005-06 = 2005-01-01/2006-12-31 (range)"),
        ("(1849–1912)", "1849–1912 = 1849-01-01/1912-12-31 (range)"),
        ("from 2020 to 2023", "2020 to 2023 = 2020-01-01/2023-12-31 (range)"),
        ("from Monday to Friday", "Monday to Friday = 2027-05-03/2027-05-07 (range)"),
        ("Friday–Monday", "Friday–Monday = 2027-04-30/2027-05-03 (range)"),
        ("from W10", ""),
        ("2027-W10", "2027-W10 = 2027-03-08/2027-03-14 (week)"),
        ("2027-W53", ""),
        ("2027-W60", "2027 = 2027-01-01/2027-12-31 (year)"),
        (
            "first quarter of last year to the second quarter of 2027",
            "first quarter of last year to the second quarter of 2027 = 2026-01-01/2027-06-30 (range)",
        ),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    dates = read(text)
    assert (dates or [""])[0] == expected


def test_two_dates_are_no_range() -> None:
    assert len(read("rose from March to May")) == 2
    assert len(read("open Monday to Friday")) == 2
    assert len(read("9–3 May")) == 1  # the third
    assert len(read("May 9–3")) == 1
    assert read("3–31 June 2027") == ["June 2027 = 2027-06-01/2027-06-30 (month)"]
    assert len(read("May 9 – 12 people were hurt")) == 1
    assert len(read("from May 3 to 9 million")) == 1
    assert len(read("May – 2027-05-09")) == 2
    assert len(read("March 3 — June")) == 2
    assert len(read("2025—")) == len(read("2025–x")) == len(read("2025 to go")) == len(read("2025-1")) == 1
    assert len(read("2025/27")) == len(read("2025–2019")) == 1
    assert len(read("between March and spring")) == 1
    assert len(read("Q1 FY26 – Q3 FY26")) == 2  # of an unknown fiscal year


# -- weeks and stretches ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the week of 5 May", "week of 5 May = 2027-05-03/2027-05-09 (week)"),
        ("Week of: May 5, 2027", "Week of: May 5, 2027 = 2027-05-03/2027-05-09 (week)"),
        ("week ending 9 May", "week ending 9 May = 2027-05-03/2027-05-09 (week)"),
        ("week ended May 7", "week ended May 7 = 2027-05-01/2027-05-07 (range)"),
        ("the week ended May 7", "the week ended May 7 = 2027-05-01/2027-05-07 (range)"),
        ("the week ended May 9", "the week ended May 9 = 2027-05-03/2027-05-09 (week)"),
        ("Week of May 3–9", "May 3–9 = 2027-05-03/2027-05-09 (range)"),
        ("the week of May", "May = 2027-05-01/2027-05-31 (month)"),
        (
            "the three months ended 25 April",
            "the three months ended 25 April = 2027-01-26/2027-04-25 (range)",
        ),
        (
            "the three months to the end of April",
            "the three months to the end of April = 2027-02-01/2027-04-30 (range)",
        ),
        (
            "the quarter to the end of March",
            "the quarter to the end of March = 2027-01-01/2027-03-31 (quarter)",
        ),
        ("the quarter ended April 2027", "the quarter ended April 2027 = 2027-02-01/2027-04-30 (range)"),
        ("the 13 weeks to 28 March", "the 13 weeks to 28 March = 2026-12-28/2027-03-28 (range)"),
        ("the year to March", "the year to March = 2026-04-01/2027-03-31 (range)"),
        ("the year to 1 March", "1 March = 2027-03-01 (day)"),
        ("the four years to 2026", "2026 = 2026-01-01/2026-12-31 (year)"),
        ("the 400 decades to May 2027", "May 2027 = 2027-05-01/2027-05-31 (month)"),
    ],
)
def test_weeks_and_stretches(text: str, expected: str) -> None:
    assert one(text) == expected


def test_stretches_without_a_day_of_publication() -> None:
    assert read("the week of 5 May and the three months ended 25 April", Calendar()) == []


# -- relative ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "yesterday = 2027-05-06 (relative)"),
        ("tomorrow", "tomorrow = 2027-05-08 (relative)"),
        ("this week", "this week = 2027-05-03/2027-05-09 (relative)"),
        ("the week", "the week = 2027-05-03/2027-05-09 (relative)"),
        ("this month", "this month = 2027-05-01/2027-05-31 (relative)"),
        ("this quarter", "this quarter = 2027-04-01/2027-06-30 (relative)"),
        ("this year", "this year = 2027-01-01/2027-12-31 (relative)"),
        ("the current quarter", "the current quarter = 2027-04-01/2027-06-30 (relative)"),
        ("the current week", "the current week = 2027-05-03/2027-05-09 (relative)"),
        ("last week", "last week = 2027-04-26/2027-05-02 (relative)"),
        ("next month", "next month = 2027-06-01/2027-06-30 (relative)"),
        ("the previous quarter", "the previous quarter = 2027-01-01/2027-03-31 (relative)"),
        ("last quarter", "last quarter = 2027-01-01/2027-03-31 (relative)"),
        ("last year", "last year = 2026-01-01/2026-12-31 (relative)"),
        ("the past three years", "the past three years = 2024-05-08/2027-05-07 (relative)"),
        ("the past year", "the past year = 2026-05-08/2027-05-07 (relative)"),
        ("this past week", "this past week = 2027-05-01/2027-05-07 (relative)"),
        ("these past two weeks", "these past two weeks = 2027-04-24/2027-05-07 (relative)"),
        ("Last 7 Days", "Last 7 Days = 2027-05-01/2027-05-07 (relative)"),
        ("the next 90 days", "the next 90 days = 2027-05-07/2027-08-04 (relative)"),
        ("the next twenty-one days", "the next twenty-one days = 2027-05-07/2027-05-27 (relative)"),
        ("the past decade", "the past decade = 2017-05-08/2027-05-07 (relative)"),
        ("last decade", "last decade = 2017-05-08/2027-05-07 (relative)"),
        ("last Friday", "last Friday = 2027-04-30 (relative)"),
        ("last Thursday", "last Thursday = 2027-05-06 (relative)"),
        ("next Friday", "next Friday = 2027-05-14 (relative)"),
        ("this Thursday", "this Thursday = 2027-05-06 (relative)"),
        ("last weekend", "last weekend = 2027-05-01/2027-05-02 (relative)"),
        ("this weekend", "this weekend = 2027-05-08/2027-05-09 (relative)"),
        ("next weekend", "next weekend = 2027-05-15/2027-05-16 (relative)"),
        ("last May", "last May = 2026-05-01/2026-05-31 (relative)"),
        ("last March", "last March = 2027-03-01/2027-03-31 (relative)"),
        ("this May", "this May = 2027-05-01/2027-05-31 (relative)"),
        ("next May", "next May = 2028-05-01/2028-05-31 (relative)"),
        ("next May 2029", "May 2029 = 2029-05-01/2029-05-31 (month)"),
        ("two weeks ago", "two weeks ago = 2027-04-19/2027-04-25 (relative)"),
        ("one month ago", "one month ago = 2027-04-01/2027-04-30 (relative)"),
        ("three days ago", "three days ago = 2027-05-04 (relative)"),
        ("a decade ago", "a decade ago = 2017-01-01/2017-12-31 (relative)"),
        ("by the end of the year", "the year = 2027-01-01/2027-12-31 (relative)"),
        ("for the rest of the year", "the year = 2027-01-01/2027-12-31 (relative)"),
        ("in week 19 of 2027", "week 19 of 2027 = 2027-05-10/2027-05-16 (week)"),
        ("Week 19, 2027", "Week 19, 2027 = 2027-05-10/2027-05-16 (week)"),
        ("by year-end", "year-end = 2027-01-01/2027-12-31 (relative)"),
        ("by quarter-end", "quarter-end = 2027-04-01/2027-06-30 (relative)"),
        ("by year-end 2028", "2028 = 2028-01-01/2028-12-31 (year)"),
    ],
)
def test_relative(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "up 4% from a year ago",
        "the player of the year",
        "the end of the year 12",
        "the rest of the year before",
        "the past few years",
        "past days",
        "the next day",
        "the following week",
        "the last train",
        "the next 500 days",
        "next two trains",
        "the past 300 decades",
        "400 decades ago",
        "past Augusts",
        "this train",
        "the current team",
        "a week-long trip",
        "a year-long trip",
        "in week 19",
        "the week-long trip",
        "the unit",
        "one of two",
        "twenty-first",
        "two weeks",
        "two weeks later",
        "two quarters earlier",
        "previous Augustus",
        "coming August 5x",
    ],
)
def test_what_is_not_relative(text: str) -> None:
    assert [date for date in read(text) if "relative" in date] == []


def test_the_days_that_the_report_covers() -> None:
    calendar = Calendar(PUBLISHED, COVERED)
    assert one("this week", calendar) == "this week = 2027-05-01/2027-05-07 (relative)"
    assert one("The week was calm", calendar) == "The week = 2027-05-01/2027-05-07 (relative)"


def test_from_the_day_that_was_named_last() -> None:
    assert read("On May 3 it fell; two days later it rose, one week earlier it was low") == [
        "May 3 = 2027-05-03 (day)",
        "two days later = 2027-05-05 (relative)",
        "one week earlier = 2027-04-28 (relative)",
    ]
    assert read("On May 3, two days later than expected") == ["May 3 = 2027-05-03 (day)"]
    assert read("On May 3, two months later") == ["May 3 = 2027-05-03 (day)"]


def test_without_a_day_of_publication() -> None:
    assert read("last week, two weeks ago, Monday, 3 May, March, Q3, tomorrow", Calendar()) == []
    assert one("Q3 FY27", Calendar()) == "Q3 FY27 = Q3 FY27 (fiscal_quarter)"


def test_publication_at_the_edge_of_the_calendar() -> None:
    for year in (1, 999, 9001, 9999):
        assert read("last week, 40 decades ago, Monday, next year", Calendar(pendulum.Date(year, 1, 1))) == []
    for year in (1000, 9000):
        assert read("last week, 40 decades ago, Monday, next year", Calendar(pendulum.Date(year, 12, 31)))


def test_units_of_the_calendar() -> None:
    assert [str(day) for day in unit_around(PUBLISHED, "month")] == ["2027-05-01", "2027-05-31"]
    assert str(shifted(pendulum.Date(2027, 5, 31), "month", 1)) == "2027-06-30"
    assert shifted(PUBLISHED, "decade", 100) is None


# -- with its preposition ---------------------------------------------------------------------


def period(first: str, last: str, precision: Precision = "range") -> Period:
    return Period(pendulum.Date.fromisoformat(first), pendulum.Date.fromisoformat(last), precision, "x")


JUNE = period("2027-06-01", "2027-06-30", "month")


@pytest.mark.parametrize(
    ("before", "days"),
    [
        ("in", "2027-06-01/2027-06-30"),
        ("", "2027-06-01/2027-06-30"),
        ("as of", "2027-06-01/2027-06-30"),
        ("at the end of", "2027-06-01/2027-06-30"),
        ("sales rose by", "../2027-06-30"),
        ("until", "../2027-06-30"),
        ("till", "../2027-06-30"),
        ("through", "../2027-06-30"),
        ("by the end of", "../2027-06-30"),
        ("by mid-", "../2027-06-30"),
        ("by the start of", "../2027-06-01"),
        ("before", "../2027-05-31"),
        ("before the start of", "../2027-05-31"),
        ("before the end of", "../2027-06-30"),
        ("since", "2027-06-01/.."),
        ("Since early", "2027-06-01/.."),
        ("since the end of", "2027-06-30/.."),
        ("from", "2027-06-01/.."),
        ("after", "2027-07-01/.."),
        ("after the beginning of", "2027-06-02/.."),
    ],
)
def test_the_period_of_a_fact(before: str, days: str) -> None:
    assert str(applied(before, JUNE)) == days


def test_a_range_needs_its_from() -> None:
    assert applied("from", period("2027-06-03", "2027-07-02")) == period("2027-06-03", "2027-07-02")


def test_a_period_without_days_takes_no_preposition() -> None:
    fiscal = Period(None, None, "fiscal_year", "FY27")
    assert applied("by", fiscal) is fiscal


# -- laws -------------------------------------------------------------------------------------

WORDS = (
    "the this last next past week month quarter year years Monday Mon. March May Sept. 3 16 31 99 2027 "
    "1999 1066 27 00 3rd third twenty - – — / , . of to and from between through ended ending end Q3 "
    "H1 Q H FY FY27 fiscal half ago later two one a s ' % million people % $ ( ) \n W11 16.03.2027 "
    "2027-03-16 3/5/27 since will rose scored profit 400 decades than"
).split(" ")
phrases = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " "])), max_size=24).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
calendars = st.builds(
    Calendar,
    st.none() | st.dates().map(lambda day: pendulum.Date(day.year, day.month, day.day)),
    st.sampled_from([None, COVERED]),
    st.booleans(),
    st.sampled_from([Calendar().fiscal_year_end, ends_in_march, lambda token: (2, 29)]),
)


@given(phrases | st.text(), calendars)
def test_dates_of_any_text_are_in_order_and_say_what_stands_there(text: str, calendar: Calendar) -> None:
    tokens = tokenize(text)
    at = 0
    for date in found(text, calendar):
        assert at <= date.first < date.end <= len(tokens)
        assert (date.span.start, date.span.end) == (tokens[date.first].start, tokens[date.end - 1].end)
        assert date.value.text == text[date.span.slice]
        at = date.end


@given(phrases, st.data())
def test_what_is_taken_is_left_alone(text: str, data: st.DataObject) -> None:
    tokens = tokenize(text)
    taken = data.draw(st.lists(st.booleans(), min_size=len(tokens), max_size=len(tokens)))
    for date in find_dates(text, tokens, taken, Calendar(PUBLISHED)):
        assert not any(taken[date.first : date.end])


@given(phrases)
def test_a_part_starts_where_it_was_asked_for(text: str) -> None:
    tokens = tokenize(text)
    for at in range(len(tokens)):
        part = part_at(tokens, at)
        assert part is None or at <= part.first <= at + 1


@pytest.mark.parametrize(
    "unit",
    [
        "March ",
        "2026-",
        "1 1 1 ",
        "week of ",
        "Q3 FY",
        "Monday ",
        "Monday, the ",
        "the second half ",
        "1/",
        "1.",
        "May–",
        "from May 3 to ",
        "between 3 and ",
        "twenty-",
        "last ",
        "a ",
        "the three months ended ",
        "2027 ",
        "Q3 FY27 ",
        "\n",
    ],
)
def test_linear(unit: str) -> None:
    def read_all(text: str) -> None:
        tokens = tokenize(text)
        for _ in find_dates(text, tokens, [False] * len(tokens), Calendar(PUBLISHED)):
            pass

    assert_linear(read_all, unit)


def test_a_day_that_is_set_for_something_is_the_nearest() -> None:
    text = "A hearing is set for May 20. It was shown on May 20."
    found = find_dates(text, tokenize(text), [False] * 60, Calendar(pendulum.Date(2027, 5, 7)))
    assert [str(one.value) for one in found] == ["2027-05-20", "2026-05-20"]
