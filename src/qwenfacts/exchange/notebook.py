"""What a notebook shows for a value: compact tables in the colours of their surroundings, no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from attrs import fields_dict

from ..dataset import Dataset
from ..facts import Fact
from ..query import FACT_TYPES, Facts
from ..report import Report, Story
from .markup import Markup, code, element, joined, outside
from .record import brief, fields_shown, headline, quoted

__all__ = ["of_dataset", "of_fact", "of_facts", "of_report", "of_story"]

SHOWN: Final = 20
"""So many rows; the rest is counted."""

NOT_IN_A_ROW: Final = ("id", "report", "evidence", "mentions", "origin")

STYLE: Final = """\
.qwenfacts{color:inherit;max-width:100%;overflow-x:auto}
.qwenfacts table{border-collapse:collapse;table-layout:auto;color:inherit;background:none;margin:.3em 0}
.qwenfacts caption{caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:.2em 0}
.qwenfacts tr,.qwenfacts tbody tr:nth-child(odd),.qwenfacts tbody tr:hover{background:none}
.qwenfacts th,.qwenfacts td{text-align:left;vertical-align:top;color:inherit;background:none;\
padding:.2em .7em .2em 0;border:0;border-bottom:1px solid rgba(128,128,128,.4);white-space:normal;\
max-width:34em;overflow-wrap:break-word;unicode-bidi:isolate}
.qwenfacts th{white-space:nowrap}
.qwenfacts small,.qwenfacts p{opacity:.75;margin:.2em 0}
.qwenfacts a{color:inherit}
.qwenfacts .control{unicode-bidi:isolate}
.qwenfacts .control::before{content:attr(data-code);border:1px solid;font-size:.7em}
"""


def of_fact(fact: Fact) -> str:
    """A fact as the list of what its fields say."""
    evidence = [("evidence", quoted(each)) for each in fact.evidence]
    return _output(_record(f"{fact.type}: {headline(fact)}", [*fields_shown(fact), *evidence]))


def of_facts(facts: Facts[Any]) -> str:
    """Facts as rows; those of one type with the fields that any of them fills."""
    return _output(_rows(f"{_count(facts, 'fact')}", facts))


def of_story(story: Story) -> str:
    """What heads a story, and its facts."""
    said = (("period", brief(story.period)), ("sources", brief(story.sources)))
    return _output(_record(str(story), said), _rows(_count(story.facts, "fact"), story.facts))


def of_report(report: Report) -> str:
    """What heads a report, how many facts of each type it has, and its stories."""
    said = (
        ("id", report.id),
        ("subject", report.subject.name),
        ("published", brief(report.published)),
        ("period", brief(report.period)),
        ("facts", _by_type(report.facts)),
        ("unread", _count(report.unread, "mention")),
        ("warnings", "; ".join(report.warnings)),
    )
    rows = [
        (str(story.number), story.title, brief(story.period), str(len(story.facts)))
        for story in report.stories
    ]
    stories = _table(_count(rows, "story", "stories"), ("number", "title", "period", "facts"), rows)
    return _output(_record(report.title, said), stories)


def of_dataset(dataset: Dataset) -> str:
    """The reports of a dataset."""
    rows = [
        (report.id, report.title, brief(report.published), str(len(report.stories)), _by_type(report.facts))
        for report in dataset.reports
    ]
    return _output(_table(_count(rows, "report"), ("id", "title", "published", "stories", "facts"), rows))


def _output(*parts: Markup) -> str:
    return str(element("div", code("style", STYLE), *parts, class_="qwenfacts"))


def _record(caption: str, pairs: Sequence[tuple[str, str]]) -> Markup:
    """What is said under each name, where something is."""
    rows = (
        element("tr", element("th", name, scope="row"), element("td", said)) for name, said in pairs if said
    )
    return element("table", element("caption", caption), element("tbody", *rows))


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in heads)))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows[:SHOWN])
    table = element("table", element("caption", caption), head, element("tbody", *body))
    more = [element("p", f"and {len(rows) - SHOWN} more")] if len(rows) > SHOWN else []
    return joined([table, *more])


def _rows(caption: str, facts: Sequence[Fact]) -> Markup:
    kinds = {type(fact) for fact in facts}
    if len(kinds) != 1:
        lines = [(brief(fact.story), fact.type, headline(fact), _quote(fact)) for fact in facts]
        return _table(caption, ("story", "type", "fact", "quote"), lines)
    (kind,) = kinds
    names = [name for name in fields_dict(kind) if name not in NOT_IN_A_ROW]
    filled = [name for name in names if any(getattr(fact, name) not in (None, ()) for fact in facts)]
    cells = [(*(_cell(getattr(fact, name)) for name in filled), _quote(fact)) for fact in facts]
    return _table(f"{caption}: {kind.type}", (*filled, "quote"), cells)


def _quote(fact: Fact) -> Markup:
    return element("q", fact.evidence[0].quote)


def _cell(value: object) -> str:
    words = brief(value)
    return (outside(words, words) or words) if isinstance(value, str) else words


def _by_type(facts: Iterable[Fact]) -> str:
    counts = Counter(fact.type for fact in facts)
    told = (f"{counts[kind.type]} {kind.type}" for kind in FACT_TYPES if kind.type in counts)
    return ", ".join(told) or "none"


def _count(things: Sequence[object], one: str, more: str | None = None) -> str:
    return f"{len(things)} {one if len(things) == 1 else more or one + 's'}"
