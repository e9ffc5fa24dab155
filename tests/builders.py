"""Reports built by hand, part by part: what the types hold, without the reader."""

# mypy: disable-error-code="arg-type, list-item"
# (it cannot solve the type variable of ``converter=tuple`` in an attrs field)

from __future__ import annotations

from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

import pendulum

from qwenfacts.dataset import Dataset
from qwenfacts.entities import Entities, Entity
from qwenfacts.facts import (
    Citation,
    Event,
    Evidence,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
)
from qwenfacts.query import Facts
from qwenfacts.report import Block, Mention, Report, Row, Section, Story, Unread
from qwenfacts.values import Period, Quantity, Span

ACME = Entity("acme", "organisation", "Acme", ("Acme Inc.",))
WREN = Entity("wren", "model_family", "Wren", parent="acme")
WREN_2 = Entity("wren-2", "model", "Wren 2", parent="wren")
MIRA = Entity("mira-cole", "person", "Mira Cole", known=False)
DAILY = Entity("the-daily-wire", "publication", "The Daily Wire")

MAY = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31), "month", "May 2027")
FOURTH = Period(pendulum.Date(2027, 5, 4), pendulum.Date(2027, 5, 4), "day", "4 May 2027")
FISCAL = Period(None, None, "fiscal_quarter", "Q1 FY28")
SINCE = Period(pendulum.Date(2027, 5, 4), None, "open", "since 4 May 2027")

HEAD = """\
Acme Weekly Report 7 May 2027
Posted on May 7, 2027 at 04:12 PM

• Acme “grew” in May 2027 😀
"""
STORY = """
{number}. Wren 2 is out
Source: The Daily Wire, 4 May 2027, https://wire.example/2
Wren 2 was released on 4 May 2027. Revenue rose by about 4.5% in May 2027, a record 42% of sales.
Mira Cole joins as head of Wren. “We are ‘early’.” Sales may fall. Wren 2 is built on Wren and open data.
Day Cost
"""
ROW = "4 May 2027 $3\n"


def a_report(stories: int = 1, rows: int = 1, day: int = 7, **changes: Any) -> Report:
    """A valid report with facts of every type in each story, and a table that no fact uses."""
    parts_of_text = [STORY.format(number=number) + ROW * rows for number in range(1, stories + 1)]
    text = HEAD + "".join(parts_of_text)
    report_id = f"acme-2027-05-{day:02}"
    facts: list[Fact] = []
    told: list[Story] = []
    quantities, dates, quotations, links, names = [], [], [], [], []
    blocks = [*_blocks(text, HEAD, 0)]
    dates.append(_mention(text, "May 2027", MAY, 0))
    quotations.append(_mention(text, "grew", "grew", 0))
    names.append(_mention(text, "Acme", ACME, 0))

    start = len(HEAD)
    unread = []
    for number, part in enumerate(parts_of_text, 1):
        lines = [*_blocks(text, part, start)]
        blocks += lines
        said = partial(_said, report_id, number, text, lines, start)
        growth = Quantity.worded("about 4.5%", Decimal("4.5"), "percent", "about", place=Decimal("0.1"))
        share = Quantity.worded("42%", Decimal(42), "percent", place=Decimal(1))
        link = _mention(text, "https://wire.example/2", "https://wire.example/2", start)
        quantities += [
            _mention(text, "about 4.5%", growth, start),
            _mention(text, "42%", share, start),
        ]
        three = Quantity.worded("$3", Decimal(3), "USD", place=Decimal(1))
        costs = [line for line in lines if line.text == ROW.strip()]
        prices = [_mention(text, "$3", three, line.span.start) for line in costs]
        quantities += prices
        unread += [Unread(price.span, "$3", "quantity", "no-rule") for price in prices]
        dates.append(_mention(text, "4 May 2027", FOURTH, start))
        dates += [_mention(text, "4 May 2027", FOURTH, line.span.start) for line in costs]
        quotations.append(_mention(text, "We are ‘early’.", "We are ‘early’.", start))
        links.append(link)
        names += [
            _mention(text, "The Daily Wire", DAILY, start),
            _mention(text, "Mira Cole", MIRA, start),
        ]
        new = [
            Citation(
                **said("citation", "The Daily Wire"),
                source=DAILY,
                text="The Daily Wire",
                link=link.value,
                date=FOURTH,
                supports=number,
            ),
            ModelRelease(
                **said("model-release", "released"),
                model=WREN_2,
                developer=ACME,
                date=FOURTH,
                stage="general",
                access="open_weight",
                channels=(WREN, ACME),
                licence="Apache 2.0",
            ),
            Event(
                **said("event", "released on"),
                kind="launch",
                subject=WREN_2,
                date=SINCE,
                parts=(WREN,),
                head=MIRA,
                fiscal_period=FISCAL,
                origin="errata",
            ),
            Metric(
                **said("metric", "about 4.5%"),
                subject=ACME,
                measure="revenue",
                measure_text="Revenue",
                quantity=growth,
                aspect="change",
                direction="up",
                period=MAY,
                period_from="stated",
                of=ACME,
            ),
            Metric(
                **said("metric", "42%"),
                subject=ACME,
                measure="revenue",
                measure_text="Revenue",
                quantity=share,
                aspect="share",
                of="sales",
            ),
            PersonnelChange(
                **said("personnel-change", "joins"), person=MIRA, kind="hire", role="head of Wren"
            ),
            Statement(
                **said("statement", "We are ‘early’."),
                text="We are ‘early’.",
                speaker=MIRA,
                verbatim=True,
            ),
            Outlook(**said("outlook", "Sales may fall"), kind="risk", subject=ACME, text="Sales may fall"),
            Relation(**said("relation", "built on Wren"), subject=WREN_2, kind="built_on", object=WREN),
            Relation(**said("relation", "open data"), subject=WREN_2, kind="trained_on", object="open data"),
        ]
        facts += new
        table = [Row(line.span, line.text, ("4 May 2027", "$3"), FOURTH, DAILY) for line in costs]
        told.append(
            Story(
                number,
                "Wren 2 is out",
                FOURTH,
                sources=(DAILY,),
                links=(link,),
                sections=(Section(None, lines[1:]), Section("Costs", (), table)),
                facts=Facts(new),
            )
        )
        start += len(part)

    parts: dict[str, Any] = {
        "title": "Acme Weekly Report 7 May 2027",
        "subject": ACME,
        "published": pendulum.Date(2027, 5, day),
        "posted_at": pendulum.naive(2027, 5, day, 16, 12),
        "period": MAY,
        "audience": "everyone",
        "text": text,
        "blocks": blocks,
        "summary": [block for block in blocks if block.kind == "list_item"],
        "sections": [Section("Summary", blocks[2:3])],
        "stories": told,
        "quantities": quantities,
        "dates": dates,
        "names": names,
        "quotations": quotations,
        "links": links,
        "facts": Facts(facts),
        "unread": unread,
        "warnings": ["says 3 stories, has fewer"],
    }
    parts["entities"] = Entities(
        chain((ACME, WREN, WREN_2, MIRA, DAILY), *(fact.entities() for fact in facts))
    ).items
    return Report(**{**parts, **changes})


def a_dataset() -> Dataset:
    """Two reports; the second, without stories, has no date."""
    bare = Report(
        title="Wren",
        subject=WREN,
        text="Wren",
        blocks=[Block(Span(0, 4), "Wren", "title")],
        entities=(ACME, WREN),
    )
    return Dataset.of(a_report(), bare)


def the_size_of_the_bundle() -> Dataset:
    """Two reports with about 900 mentions and 260 facts."""
    return Dataset.of(a_report(13, rows=13), a_report(13, rows=13, day=14))


def _said(
    report_id: str, story: int, text: str, lines: list[Block], at: int, kind: str, quote: str
) -> dict[str, Any]:
    """The fields that all facts have."""
    span = _find(text, quote, at)
    sentence = next(line.text for line in lines if span in line.span)
    return {
        "id": f"{report_id}/{kind}@{span.start}",
        "report": report_id,
        "story": story,
        "evidence": (Evidence(report_id, span, quote, sentence),),
        "mentions": (span,),
    }


def _find(text: str, quote: str, at: int) -> Span:
    start = text.index(quote, at)
    return Span(start, start + len(quote))


def _mention(text: str, quote: str, value: Any, at: int) -> Mention[Any]:
    return Mention(_find(text, quote, at), quote, value)


def _blocks(text: str, part: str, at: int) -> list[Block]:
    kinds = {
        "Acme": "title",
        "Posted": "meta",
        "•": "list_item",
        "Source:": "label",
        "Day": "table_row",
        "4": "table_row",
    }
    found = []
    for line in part.splitlines(keepends=True):
        if line.strip():
            kind: Any = kinds.get(line.split()[0], "paragraph")
            found.append(Block(Span(at, at + len(line.rstrip())), line.rstrip(), kind))
        at += len(line)
    assert all(text[block.span.slice] == block.text for block in found)
    return found
