"""The lines at the top, resolved: when, by whom, about whom."""

from __future__ import annotations

import datetime as dt

import pendulum
import pytest
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.entities import Entity
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.dates import Calendar, find_dates
from qwenfacts.reading.mentions.header import Header, header_of, subject_of
from qwenfacts.reading.structure.outline import outline_of
from qwenfacts.report import Mention
from qwenfacts.tokens import tokenize
from qwenfacts.values import Period, Span

GLOBEX = Entity("globex", "organisation", "Globex", known=False)
WREN = Entity("wren", "model_family", "Wren", known=False)
OSLO = Entity("oslo", "place", "Oslo", known=False)


def header(text: str, published: dt.date | None = None) -> Header:
    return header_of(outline_of(text), text, tokenize(text), published)


def subject(text: str, *entities: Entity) -> str:
    """The name of the subject, where the text has the names of some entities."""
    tokens, outline = tokenize(text), outline_of(text)
    top = header_of(outline, text, tokens, None)
    names: list[Mention[Entity]] = []
    for entity in entities:
        at = text.find(entity.name)
        while at >= 0:
            names.append(Mention(Span(at, at + len(entity.name)), entity.name, entity))
            at = text.find(entity.name, at + 1)
    names.sort(key=lambda name: name.span)
    found = find_dates(text, tokens, [False] * len(tokens), Calendar())
    dates = [Mention(date.span, date.value.text, date.value) for date in found]
    return subject_of(outline, top, tokens, names, dates, lexicon_of()).name


def days(period: Period | None) -> str:
    return str(period)


# -- when -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Foo Weekly Report 1 May 2027\nPosted on May 2, 2027\nPublished: May 3, 2027\n\nText.",
            "2027-05-03",
        ),
        ("Foo Weekly Report 1 May 2027\nPosted on May 2, 2027\n\nText.", "2027-05-02"),
        ("Foo Weekly Report 1 May 2027\n\nText.", "2027-05-01"),
        ("Foo Weekly Report, May 3–9, 2027\n\nText.", "2027-05-09"),
        ("Foo Weekly Report 2027-W18\n\nText.", "2027-05-09"),
        ("Foo Weekly Report\nDate: 03/05/2027 Period: 1 – 7 May 2027\n\nText.", "2027-05-03"),
        ("Foo Weekly Report\nDate: 03/05/2027 Period: May 1, 2027\n\nText.", "2027-03-05"),
        ("Foo Weekly Report\n\nText of 1 May 2027.", "2026-12-31"),
    ],
)
def test_the_day_of_publication(text: str, day: str) -> None:
    assert str(header(text, dt.date(2026, 12, 31)).published) == day


def test_without_that_day_dates_are_those_nearest_to_the_last_day_covered() -> None:
    report = qf.parse("Acme Weekly Report\nWeek ending May 7, 2027\n\nSales rose on May 5.\n")
    assert report.published is None
    assert str(report.dates[-1].value) == "2027-05-05"


def test_no_day_of_publication() -> None:
    top = header("Foo Weekly Report FY2027\n\nText.")
    assert (top.published, top.posted_at, top.period) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("Posted on May 7, 2027 at 04:12 PM", (16, 12, 0)),
        ("Posted on May 7, 2027 at 12:05 am", (0, 5, 0)),
        ("Posted on May 7, 2027 at 12:05 p.m.", (12, 5, 0)),
        ("Posted on 7 May 2027 at 16:12", (16, 12, 0)),
        ("Posted on 07.05.2027, 16:12:30 h", (16, 12, 30)),
        ("Posted on 7 May 2027, 4 PM", (16, 0, 0)),
        ("Posted on 7 May 2027, 16:12 PM", (16, 12, 0)),
        ("Posted: 2027-05-07T16:12", None),
        ("Posted on 7 May 2027", None),
        ("Posted on 7 May 2027 at 25:12", None),
        ("Posted on 7 May 2027 at 16:72", None),
        ("Posted at 16:12", None),
        ("Posted on FY2027 at 16:12", None),
    ],
)
def test_when_it_was_posted(line: str, clock: tuple[int, int, int] | None) -> None:
    expected = None if clock is None else pendulum.naive(2027, 5, 7, *clock)
    assert header(f"Foo Weekly Report\n\n{line}\n\nText.").posted_at == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Foo Weekly Report\nPeriod: 3 – 9 May 2027\n\nText.", "2027-05-03/2027-05-09"),
        (
            "Foo Weekly Report\nWeek of May 3–9, 2027 | Published: May 9, 2027\n\nText.",
            "2027-05-03/2027-05-09",
        ),
        ("Foo Weekly Report\nWeek of May 5, 2027\n\nText.", "2027-05-03/2027-05-09"),
        ("Foo Weekly Report\nWeek ending: May 7, 2027\n\nText.", "2027-05-01/2027-05-07"),
        ("Foo Weekly Report — Week of May 3–9, 2027\n\nText.", "2027-05-03/2027-05-09"),
        ("Foo Weekly Report\nPosted on May 7, 2027\n(Last 7 Days)\n\nText.", "2027-05-01/2027-05-07"),
        ("Foo Weekly Report\nPublished: 9 May 2027\nPeriod: 3 – 9 May\n\nText.", "2027-05-03/2027-05-09"),
        ("Foo Weekly Report\nPublished: 9 May 2027\n\nText.", "None"),
    ],
)
def test_the_days_covered(text: str, period: str) -> None:
    assert days(header(text).period) == period


def test_labels_as_written() -> None:
    top = header("Foo Weekly Report\nAudience: Buyers Analyst: Mira Cole\nAnalyst: Nobody\n\nText.")
    assert (top.value("audience"), top.value("analyst"), top.value("coverage")) == (
        "Buyers",
        "Mira Cole",
        None,
    )


# -- whom -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "entities", "name"),
    [
        ("Oslo Wren / Globex Weekly Report\n\nText.", (GLOBEX, WREN, OSLO), "Wren"),
        ("Weekly Report\nDate: May 7, 2027 Company: Globex\n\nText.", (GLOBEX,), "Globex"),
        ("May 7, 2027 Tall & Small-Boats Weekly Report\n\nText.", (), "Tall"),
        ("Weekly Report on Harbour Boats, May 7, 2027\n\nText.", (), "Harbour Boats"),
        ("Weekly Report on Harbour 3 May 2027 Boats\n\nText.", (), "Harbour"),
        ("Weekly Report — H2O\n\nText.", (), "H"),
        ("Harbour: Boats Weekly Report\n\nText.", (), "Harbour"),
        ("Alibaba Cloud Weekly Report\n\nText.", (), "Alibaba Cloud"),
        ("Weekly Report\n\nWren and Globex and Globex.", (GLOBEX, WREN), "Globex"),
        ("Weekly Report\n\nNobody in Oslo.", (OSLO,), "(unnamed)"),
        ("", (), "(unnamed)"),
    ],
)
def test_subjects(text: str, entities: tuple[Entity, ...], name: str) -> None:
    assert subject(text, *entities) == name


@pytest.mark.parametrize("unit", ["3 May 2027 ", "Acme ", "of ", "Posted on May 7, 2027 "])
def test_linear(unit: str) -> None:
    assert_linear(subject, unit, "Weekly Report ", "\n\nText.")
    assert_linear(subject, unit, "Weekly Report\nPosted on ", "\n\nText.")
