"""The scorer itself, on a small gold and a report built by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pendulum
import pytest
import score
from attrs import evolve

from qwenfacts.entities import Entities, Entity
from qwenfacts.facts import Citation, Evidence, Metric, ModelRelease, PersonnelChange
from qwenfacts.query import Facts
from qwenfacts.report import Block, Mention, Report, Row, Section, Story
from qwenfacts.values import Period, Quantity, Span

TEXT = """\
Acme Weekly 7 May 2027

Summary
• **Sales rose** by over 40% in May 2027

1. Wren 2 is out
Source: GitHub – acme
Wren 2 came on 4 May 2027 with “open” weights. Mira Cole left.
Three leads left.
Sources
Day Outlet
4 May 2027 Daily
"""
LINES = TEXT.splitlines()
ACME = Entity("acme", "organisation", "Acme")
WREN = Entity("wren-2.1", "model", "Wren 2")
MIRA = Entity("mira-cole", "person", "Mira Cole", known=False)
GITHUB = Entity("github", "platform", "GitHub")
DAILY = Entity("daily", "publication", "Daily")
ID = "acme-2027-05-07"
MAY = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31), "month", "May 2027")
SALES = Quantity.worded("over 40%", Decimal(40), "percent", "over")


def span(quote: str, line: int = 1) -> Span:
    at = TEXT.index(quote, sum(len(one) + 1 for one in LINES[: line - 1]))
    return Span(at, at + len(quote))


def day(number: int) -> Period:
    date = pendulum.Date(2027, 5, number)
    return Period(date, date, "day", f"{number} May 2027")


def mention(quote: str, value: Any, line: int = 1) -> Mention[Any]:
    return Mention(span(quote, line), quote, value)


def record(kind: str, quote: str, line: int = 1, /, **more: Any) -> dict[str, Any]:
    found = span(quote, line)
    return {"kind": kind, "quote": quote, "line": line, "span": [found.start, found.end], **more}


def block(line: int, kind: Any) -> Block:
    text = LINES[line - 1]
    return Block(span(text, line), text, kind)


def said(kind: str, quote: str, line: int, *spans: Span) -> dict[str, Any]:
    evidence = (Evidence(ID, span(quote, line), quote, LINES[line - 1]),)
    return {
        "id": f"{ID}/{kind}@{span(quote, line).start}",
        "report": ID,
        "evidence": evidence,
        "mentions": spans,
    }


def a_report(**changes: Any) -> Report:
    """What a perfect reader finds in the text."""
    row = Row(span(LINES[11], 12), LINES[11], ("4 May 2027", "Daily"), day(4), DAILY)
    release: dict[str, Any] = {"story": 1, "model": WREN, "date": day(4), "channels": (GITHUB,)}
    told: list[Any] = [
        ModelRelease(**said("model-release", "came on", 8), **release),
        PersonnelChange(**said("personnel-change", "left", 8), story=1, person=MIRA, kind="departure"),
        PersonnelChange(
            **said("personnel-change", "Three leads left", 9), story=1, group="three leads", kind="departure"
        ),
        Citation(**said("citation", "GitHub", 7), story=1, source=GITHUB, text="GitHub – acme", supports=1),
    ]
    told.sort(key=lambda fact: fact.start)
    metric = Metric(
        **said("metric", "Sales rose** by over 40%", 4, span("over 40%")),
        subject=ACME,
        measure="sales",
        measure_text="Sales",
        quantity=SALES,
        aspect="change",
        direction="up",
        period=MAY,
        period_from="stated",
    )
    kinds = {3: "heading", 4: "list_item", 6: "heading", 7: "label", 8: "paragraph", 9: "paragraph"}
    kinds |= {1: "title", 10: "heading", 11: "table_row", 12: "table_row"}
    blocks: Any = [block(line, kind) for line, kind in sorted(kinds.items())]
    rows: Any = [row]
    told_sections: Any = [Section(None, blocks[4:7]), Section("Sources", (), rows)]
    sources: Any = (GITHUB,)
    parts: dict[str, Any] = {
        "title": LINES[0],
        "subject": ACME,
        "published": pendulum.Date(2027, 5, 7),
        "posted_at": pendulum.naive(2027, 5, 7, 16, 12),
        "text": TEXT,
        "blocks": blocks,
        "summary": blocks[2:3],
        "sections": [Section("Summary", blocks[2:3])],
        "stories": [
            Story(
                1,
                "Wren 2 is out",
                day(4),
                sources,
                sections=told_sections,
                facts=Facts(told),
            )
        ],
        "quantities": [mention("over 40%", SALES)],
        "dates": [mention("7 May 2027", day(7)), mention("May 2027", MAY, 4)],
        "names": [mention("Acme", ACME), mention("Wren 2", WREN, 8), mention("Mira Cole", MIRA)],
        "quotations": [mention("“open”", "open")],
        "facts": Facts([metric, *told]),
        "entities": Entities((ACME, WREN, MIRA, GITHUB, DAILY)).items,
    }
    return Report(**{**parts, **changes})


FORTY = {"value": "40", "unit": "percent", "bound": "over", "low": "40", "high": None, "per": None}
SEVENTH = {"from": "2027-05-07", "to": "2027-05-07", "precision": "day"}
MONTH = {"from": "2027-05-01", "to": "2027-05-31", "precision": "month"}
MENTIONS = [
    record("date", "7 May 2027", 1, **SEVENTH),
    record("date", "May 2027", 4, **MONTH),
    record("quantity", "over 40%", 4, **FORTY),
    record("name", "Acme", type="organisation", entity="acme"),
    record("name", "Wren 2", 8, type="model", entity="wren-2-1"),
    record("name", "Mira Cole", type="person", entity="mira-cole"),
    record("quotation", "“open”", value="open"),
]
STRUCTURE: dict[str, Any] = {
    "title": "Acme Weekly 7 May 2027",
    "subject": "acme",
    "published": "2027-05-07",
    "posted_at": "2027-05-07T16:12:00",
    "period": None,
    "analyst": None,
    "audience": None,
    "coverage": None,
    "lines": {"1": "title", "4": "list_item", "12": "table_row"},
    "summary_points": ["Sales rose by"],
    "stories": [
        {
            "number": 1,
            "line": 6,
            "title": "Wren 2 is out",
            "period": ["2027-05-04", "2027-05-04"],
            "sources": ["GitHub – acme"],
            "links": [],
            "sections": ["Sources"],
        }
    ],
    "sections": ["Summary"],
    "rows": [
        {
            "section": "Sources",
            "line": 12,
            "cells": ["4 May 2027", "Daily"],
            "date": "2027-05-04",
            "source": "Daily",
        }
    ],
}


def a_fact(kind: str, quote: str, line: int, /, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "story": 1, "evidence": [record("", quote, line)], **fields}


NOBODY = dict.fromkeys(("person", "group", "role", "organisation", "date", "replaces"))
FACTS = [
    {
        **record("", "over 40%"),
        "type": "metric",
        "story": None,
        "subject": "acme",
        "measure": "sales",
        "measure_text": "sales",
        "aspect": "change",
        "direction": "up",
        "nature": "reading",
        "period": {"from": "2027-05-01", "to": "2027-05-31"},
        "period_from": "stated",
        "of": None,
        "qualifier": None,
    },
    a_fact(
        "model-release",
        "came on 4 May 2027",
        8,
        model="wren-2-1",
        date={"from": "2027-05-04", "to": "2027-05-04"},
        channels=["github"],
        variants=[],
    ),
    a_fact("personnel-change", "Mira Cole left", 8, **{**NOBODY, "person": "mira-cole", "kind": "departure"}),
    a_fact(
        "personnel-change", "Three leads left", 9, **{**NOBODY, "group": "Three leads", "kind": "departure"}
    ),
    a_fact("citation", "GitHub", 7, source="github", text="GitHub – acme", supports=1),
]


def a_gold(**changes: Any) -> score.Gold:
    return evolve(
        score.Gold("fake", "acme", TEXT, mentions=MENTIONS, structure=STRUCTURE, facts=FACTS), **changes
    )


def judged(gold: score.Gold, report: Report) -> tuple[dict[tuple[str, str], score.Row], list[str]]:
    """Rows by kind and criterion, and the differences in short."""
    result = score.judge([gold], read=lambda _: report)
    short = [f"{d.fault} {d.kind} {d.line} {d.quote} {d.what}".strip() for d in result.differences]
    return {(row.kind, row.criterion): row for row in result.rows.values()}, short


def counts(row: score.Row) -> tuple[int, int, int]:
    return row.gold, row.found, row.right


def test_a_perfect_report_scores_one_everywhere() -> None:
    rows, differences = judged(a_gold(), a_report())

    assert differences == []
    assert {(row.precision, row.recall, row.f1) for row in rows.values()} == {(1.0, 1.0, 1.0)}
    assert counts(rows["name", "entity"]) == (3, 3, 3)
    assert counts(rows["personnel-change", "finding"]) == (2, 2, 2)
    assert counts(rows["structure", "lines"]) == (3, 3, 3)


def test_nothing_found_is_all_missed() -> None:
    rows, differences = judged(a_gold(), a_report(dates=()))

    assert counts(rows["date", "span"]) == (2, 0, 0)
    assert (rows["date", "span"].recall, rows["date", "span"].f1) == (0.0, 0.0)
    assert differences == ["missed date 1 7 May 2027", "missed date 4 May 2027"]


def test_a_value_counts_where_spans_overlap_but_a_span_must_be_exact() -> None:
    bare = Quantity.worded("40%", Decimal(40), "percent", place=Decimal(1))
    rows, differences = judged(a_gold(facts=None), a_report(quantities=[mention("40%", bare)]))

    right = {name: rows["quantity", name].right for name in score.CRITERIA["quantity"]}
    assert right == {"span": 0, "value": 1, "value+bound": 0, "all": 0}
    assert differences == ["differs quantity 4 over 40% span, value+bound, all"]


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({"value": "41"}, {"span": 1, "value": 0, "value+bound": 0, "all": 0}),
        ({"unit": "count"}, {"span": 1, "value": 0, "value+bound": 0, "all": 0}),
        ({"bound": "at_least"}, {"span": 1, "value": 1, "value+bound": 0, "all": 0}),
        ({"low": "39.5"}, {"span": 1, "value": 1, "value+bound": 1, "all": 0}),
        ({"high": "50"}, {"span": 1, "value": 1, "value+bound": 1, "all": 0}),
        ({"per": "hour"}, {"span": 1, "value": 1, "value+bound": 1, "all": 0}),
        ({"value": "40.0"}, {"span": 1, "value": 1, "value+bound": 1, "all": 1}),
    ],
)
def test_each_part_of_a_quantity_counts_where_it_should(changed: Any, right: dict[str, int]) -> None:
    rows, _ = judged(a_gold(mentions=[record("quantity", "over 40%", **{**FORTY, **changed})]), a_report())

    assert {name: rows["quantity", name].right for name in right} == right


def test_the_days_of_a_date_do_not_need_its_precision() -> None:
    week = evolve(day(7), precision="range")
    rows, _ = judged(a_gold(), a_report(dates=[mention("7 May 2027", week), mention("May 2027", MAY, 4)]))

    assert [rows["date", name].right for name in ("span", "from/to", "all")] == [2, 2, 1]


def test_kind_and_entity_of_a_name_count_apart() -> None:
    other = Entity("wren-2.1", "product", "Wren 2")
    short = Entity("mira", "person", "Mira")
    report = a_report(
        names=[mention("Acme", ACME), mention("Wren 2", other, 8), mention("Mira", short)],
        facts=Facts(()),
        stories=(),
        sections=(),
        entities=Entities((ACME, other, short)).items,
    )
    rows, _ = judged(a_gold(facts=None, structure=None), report)

    assert [rows["name", name].right for name in ("boundaries", "type", "entity")] == [2, 1, 2]
    assert counts(rows["name", "type"]) == (3, 3, 1)


def test_a_value_of_a_quotation_counts() -> None:
    rows, _ = judged(a_gold(), a_report(quotations=[mention("“open”", "“open”")]))

    assert counts(rows["quotation", "all"]) == (1, 1, 0)


def test_what_is_optional_counts_neither_way() -> None:
    optional = [{**one, "optional": True} if one["quote"] == "Mira Cole" else one for one in MENTIONS]
    for names in ([], [mention("Mira Cole", MIRA)], [mention("Mira", MIRA)]):
        found = [mention("Acme", ACME), mention("Wren 2", WREN, 8), *names]
        rows, differences = judged(a_gold(mentions=optional), a_report(names=found))

        assert counts(rows["name", "entity"]) == (2, 2, 2)
        assert differences == []


def test_two_finds_on_one_mention_are_one_too_many() -> None:
    gold = a_gold(mentions=[record("name", "Mira Cole left", type="person", entity="mira-cole")])
    found = [mention("Mira Cole", MIRA), mention("left", MIRA, 8)]
    rows, differences = judged(gold, a_report(names=found))

    assert counts(rows["name", "boundaries"]) == (1, 2, 0)
    assert "invented name 8 left" in differences


def test_the_exact_span_is_paired_before_one_that_overlaps_more() -> None:
    gold: list[dict[str, Any]] = [{"n": 1}, {"n": 2}]
    result = score.pair(gold, ["a", "b"], lambda g, f: {(1, "a"): (0, 9), (2, "a"): (1, 1)}.get((g["n"], f)))

    assert result.pairs == [({"n": 2}, "a")]
    assert (result.missed, result.invented) == ([{"n": 1}], ["b"])


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"title": "Acme"}, {"title": (1, 0)}),
        ({"subject": "wren"}, {"subject": (1, 0)}),
        ({"period": ["2027-05-01", "2027-05-07"]}, {"period": (1, 0)}),
        ({"analyst": "Jo"}, {"analyst": (1, 0)}),
        ({"lines": {"1": "meta", "3": "heading"}}, {"lines": (2, 1)}),
        ({"summary_points": ["Sales fell"]}, {"summary points": (1, 0)}),
        ({"summary_points": ["Costs", "Sales rose"]}, {"summary points": (2, 1)}),
        ({"summary_points": []}, {"summary points": (1, 0)}),
        ({"sections": ["Outlook", "Summary", "Sources"]}, {"sections": (3, 1)}),
        ({"stories": []}, {"story number": (1, 0)}),
        ({"rows": []}, {"rows": (1, 0)}),
    ],
)
def test_a_wrong_answer_is_wrong_in_its_check_alone(changed: Any, wrong: dict[str, tuple[int, int]]) -> None:
    rows, differences = judged(a_gold(structure={**STRUCTURE, **changed}), a_report())

    checks = {name: (row.gold, row.right) for (kind, name), row in rows.items() if kind == "structure"}
    assert {name: total for name, total in checks.items() if total[0] != total[1]} == wrong
    assert len(differences) == sum(total - right for total, right in wrong.values())


def test_what_a_missing_story_and_row_would_have_is_wrong() -> None:
    rows, _ = judged(a_gold(facts=None), a_report(stories=(), facts=Facts(())))

    checks = {name: (row.gold, row.right) for (kind, name), row in rows.items() if kind == "structure"}
    missing = {name for name, total in checks.items() if total == (1, 0)}
    story = {f"story {part}" for part in ("number", "title", "period", "sources", "links", "sections")}
    assert missing == story | {"rows", "row cells", "row date", "row source"}


@pytest.mark.parametrize(
    ("at", "changed", "wrong"),
    [
        (0, {"subject": "wren"}, "subject"),
        (0, {"quote": "40%"}, "quantity"),
        (0, {"period": None}, "period"),
        (0, {"period": {"from": "2027-05-01", "to": None}}, "period"),
        (0, {"story": 1}, "story"),
        (1, {"date": {"from": "2027-05-05", "to": "2027-05-05"}}, "date"),
        (1, {"channels": ["github", "daily"]}, "channels"),
        (1, {"parameters": "7B"}, "parameters"),
        (2, {"role": "lead"}, "role"),
        (4, {"text": "GitHub"}, "text"),
        (4, {"supports": None}, "supports"),
    ],
)
def test_a_field_counts_among_the_facts_found(at: int, changed: dict[str, Any], wrong: str) -> None:
    facts = [{**one, **changed} if i == at else one for i, one in enumerate(FACTS)]
    rows, differences = judged(a_gold(facts=facts), a_report())

    kind = FACTS[at]["type"]
    both = {("metric", score.BOTH)} if wrong == "subject" else set()
    assert {key for key, row in rows.items() if row.right < row.gold} == {(kind, wrong)} | both
    assert [difference.split()[:2] for difference in differences] == [["differs", kind]]


@pytest.mark.parametrize(
    ("at", "changed"),
    [
        (0, {"span": [0, 4]}),
        (1, {"model": "wren-3"}),
        (2, {"person": "jo"}),
        (3, {"kind": "hire"}),
        (4, {"source": "gitlab"}),
    ],
)
def test_a_fact_about_something_else_is_missed_and_one_invented(at: int, changed: dict[str, Any]) -> None:
    facts = [{**one, **changed} if i == at else one for i, one in enumerate(FACTS)]
    rows, differences = judged(a_gold(facts=facts), a_report())

    row = rows[FACTS[at]["type"], "finding"]
    assert row.right == row.gold - 1 == row.found - 1
    assert [difference.split()[0] for difference in differences] == ["missed", "invented"]


def test_an_optional_fact_counts_neither_way() -> None:
    facts = [*FACTS[:4], {**FACTS[4], "optional": True}]
    rows, differences = judged(a_gold(facts=facts), a_report())

    assert counts(rows["citation", "finding"]) == (0, 0, 0)
    assert differences == []


def test_the_table_is_aligned_and_names_its_columns() -> None:
    result = score.judge([a_gold()], read=lambda _: a_report(names=()))
    shown = score.table(list(result.rows.values())).splitlines()

    assert shown[0].split()[:5] == ["set", "kind", "gold", "found", "P"]
    assert shown[1].split()[:8] == ["fake", "quantity", "1", "1", "span", "100.0", "100.0", "100.0"]
    assert shown[3].split()[:8] == ["fake", "name", "3", "0", "boundaries", "-", "0.0", "0.0"]
    assert any("overlapping span, same value and unit" in line for line in shown)
    assert any(line.split() == ["lines", "3/3"] for line in shown)
    assert any(line.split()[:6] == ["fake", "personnel-change", "finding", "2", "2", "2"] for line in shown)


def test_a_difference_shows_what_was_expected_and_found() -> None:
    rows = score.judge([a_gold()], ["name"], lambda _: a_report(names=[mention("Mira", MIRA)]))
    shown = "\n".join(map(str, rows.differences))

    assert "   8 differs  name             'Mira Cole' [boundaries, type, entity]" in shown
    assert "found    'Mira' type=person entity=mira-cole" in shown


def test_a_failure_names_its_text_but_says_nothing_of_an_unread_one() -> None:
    def fail(gold: score.Gold) -> Report:
        raise ValueError(gold.text)

    with pytest.raises(ValueError, match="Acme") as plain:
        score.judge([a_gold()], read=fail)
    assert plain.value.__notes__ == ["while reading acme"]

    with pytest.raises(RuntimeError) as hidden:
        score.judge([a_gold(set="unread-sisters")], read=fail)
    assert str(hidden.value) == "acme: the reader raised ValueError"


def test_a_text_whose_names_alone_are_annotated_is_judged_by_them_alone() -> None:
    names = [record for record in MENTIONS if record["kind"] == "name"]

    rows, _ = judged(a_gold(mentions=names), a_report())

    assert {kind for kind, _ in rows} & set(score.CRITERIA) == {"name"}


def test_the_unread_are_loaded_only_by_the_name_of_their_set() -> None:
    names = {gold.name for gold in score.load()}

    assert {"2026-03-21", "2026-03-28", "mistral-2026-05-07", "s001"} <= names
    unread = [name for one in score.UNREAD_SETS for name in score.SISTER_SETS.get(one, ())]
    assert len(unread) == 21
    assert not names & set(unread)
    assert {gold.set for gold in score.load()} == set(score.READ_SETS)
    with pytest.raises(ValueError, match="outside the unread sets"):
        score.load([unread[0]])
    with pytest.raises(ValueError, match="no such kind"):
        score.judge([], ["names"])


def test_score_sums_the_texts_of_a_set() -> None:
    def empty(gold: score.Gold) -> Report:
        text = gold.text
        blocks = [Block(Span(0, len(text)), text, "paragraph")]
        parts: dict[str, Any] = {"blocks": blocks, "entities": (ACME,)}
        return Report(title="x", subject=ACME, text=text, **parts)

    rows = score.score(["seeds"], ["quotation"], empty)
    assert [(row.set, row.kind, row.criterion, row.found, row.right) for row in rows] == [
        ("seeds", "quotation", "all", 0, 0)
    ]
    assert rows[0].gold == 10


def test_the_command_prints_differences_only_if_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def perfect(gold: score.Gold) -> Report:
        return a_report()

    monkeypatch.setattr(score, "load", lambda names: [a_gold(mentions=MENTIONS[:1], facts=None)])
    monkeypatch.setattr(score, "parse", perfect)

    score.main(["--kind", "date"])
    assert "differences" not in capsys.readouterr().out

    score.main(["--kind", "date", "--errors", "--text", "acme"])
    assert "acme: 1 differences\n   4 invented date" in capsys.readouterr().out

    score.main(["--kind", "date", "--errors", "0"])
    assert "invented" not in capsys.readouterr().out

    with pytest.raises(SystemExit):
        score.main(["--text", "tesla-2026-04-11"])
