"""An archive of weekly reports, made from objects: what years of reading would leave behind.

Fifty companies, each with five products, report week after week: numbers about the company and its
products, releases, people who come and go, sources. The same number of reports gives the same archive.
"""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from functools import cache, partial
from typing import Any, Final, cast

import pendulum

from qwenfacts.dataset import Dataset
from qwenfacts.entities import Entity
from qwenfacts.facts import Citation, Evidence, Fact, Metric, ModelRelease, PersonnelChange
from qwenfacts.report import Block, Report
from qwenfacts.values import Period, Quantity, Span, month_end

FACTS_A_REPORT: Final = 100
COMPANIES: Final = 50
FIRST_DAY: Final = dt.date(2020, 1, 6)
MEASURES: Final = (
    *("revenue", "net-income", "downloads", "users", "customers", "employees"),
    *("market-share", "price", "parameters", "capacity", "orders", "developers"),
)


def archive(facts: int) -> Dataset:
    """A dataset of about so many facts, a hundred in each report."""
    return Dataset(_report(number) for number in range(max(1, facts // FACTS_A_REPORT)))


@cache
def _company(number: int) -> tuple[Entity, ...]:
    """A company and its products."""
    whole = Entity(f"company-{number}", "organisation", f"Company {number}")
    products = (
        Entity(f"product-{number}-{at}", "product", f"Product {number}-{at}", parent=whole.id)
        for at in range(5)
    )
    return (whole, *products)


@cache
def _person(number: int) -> Entity:
    return Entity(f"person-{number}", "person", f"Person {number}", known=False)


@cache
def _source(number: int) -> Entity:
    return Entity(f"daily-{number}", "publication", f"Daily {number}")


@cache
def _times(day: dt.date) -> tuple[Period, Period, Period]:
    """A day, its week and its month, as a report of that day would word them."""
    this = pendulum.Date(day.year, day.month, day.day)
    monday = this.subtract(days=day.weekday())
    first = pendulum.Date(day.year, day.month, 1)
    return (
        Period(this, this, "day", f"{day:%d %B %Y}"),
        Period(monday, monday.add(days=6), "week", "this week"),
        Period(first, month_end(day.year, day.month), "month", f"{day:%B %Y}"),
    )


def _report(number: int) -> Report:
    week, at = divmod(number, COMPANIES)
    chance = random.Random(number)
    day = FIRST_DAY + dt.timedelta(days=7 * week + at % 5)
    company = _company(at)
    report_id = f"{company[0].id}-{day}"
    title = f"{company[0]} Weekly Report {day:%d %B %Y}"
    lines, start = [title], len(title) + 1
    facts: list[Fact] = []
    for n in range(FACTS_A_REPORT):
        line, make = _claim(n, company, day, chance)
        quote = line.partition(" | ")[0]
        span = Span(start, start + len(quote))
        facts.append(
            make(
                report=report_id,
                story=None,
                evidence=(Evidence(report_id, span, quote, line),),
                mentions=(span,),
                id=f"{report_id}/{cast('type[Fact]', make.func).type}@{start}",
            )
        )
        lines.append(line)
        start += len(line) + 1
    text = "\n".join(lines)
    entities = {entity.id: entity for fact in facts for entity in fact.entities()}
    return Report(
        title=title,
        subject=company[0],
        published=day,
        period=_times(day)[1],
        text=text,
        blocks=[Block(Span(0, len(text)), text, "paragraph")],
        facts=facts,
        entities={**entities, **{entity.id: entity for entity in company}}.values(),
    )


def _claim(
    n: int, company: tuple[Entity, ...], day: dt.date, chance: random.Random
) -> tuple[str, partial[Any]]:
    """One line of a report, and the fact that its first part says."""
    exact, week, month = _times(day)
    tail = f" | so {_source(chance.randrange(40))} wrote in the week of {day}, as far as is known."
    if n < 7:
        person = _person(chance.randrange(2000))
        kind: Any = chance.choice(["departure", "hire", "appointment"])
        change = partial(PersonnelChange, person=person, kind=kind, organisation=company[0], date=exact)
        return f"{person}: {kind} at {company[0]}{tail}", change
    if n < 14:
        product = company[1 + n % 5]
        release = partial(ModelRelease, model=product, developer=company[0], date=week, stage="general")
        return f"{product} is out, release {n}{tail}", release
    if n < 28:
        source = _source(chance.randrange(40))
        return f"{source}, piece {n}{tail}", partial(Citation, source=source, text=str(source), date=exact)
    subject, measure = company[n % 6], MEASURES[n // 6 % 12]
    value = Decimal(chance.randrange(1000, 10_000_000))
    quantity = Quantity.worded(f"{value}", value, "count")
    metric = partial(
        Metric,
        subject=subject,
        measure=measure,
        measure_text=measure,
        quantity=quantity,
        period=month if n % 3 else week,
        period_from="stated",
    )
    return f"{subject}: {measure} of {value}{tail}", metric
