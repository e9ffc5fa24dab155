"""The canonical JSON: what is written is read back equal, and what is wrong is refused whole."""

# mypy: disable-error-code="arg-type, list-item"
# (it cannot solve the type variable of ``converter=tuple`` in an attrs field)

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import attrs
import pendulum
import pytest
from builders import ACME, DAILY, FISCAL, FOURTH, MAY, SINCE, a_dataset, a_report
from hypothesis import given
from hypothesis import strategies as st

from qwenfacts import base, errors
from qwenfacts.base import annotations_of
from qwenfacts.dataset import Dataset
from qwenfacts.entities import Entity
from qwenfacts.exchange import json as exchange
from qwenfacts.exchange.faults import teller
from qwenfacts.facts import Citation, Evidence, Fact, Metric, Outlook, Relation, Statement
from qwenfacts.query import FACT_TYPES, Facts
from qwenfacts.report import Block, Mention, Report, Section, Story, Unread
from qwenfacts.values import Quantity, Span

ONE = Dataset.of(a_report()).to_json()
TWO = a_dataset().to_json()
CITATION, RELEASE, EVENT, METRIC, SHARE, CHANGE, STATEMENT, OUTLOOK, BUILT_ON, DATA = range(10)


def refused(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(errors.DatasetError) as caught:
        Dataset.from_json(text)
    return caught.value.faults


def changed(*path: str | int, to: Any) -> str:
    """The JSON of one report, with another value at a path below that report."""
    document = json.loads(ONE)
    target = document["reports"][0]
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = to
    return json.dumps(document)


# -- writing --


def test_it_is_complete_and_comes_back_equal() -> None:
    dataset = a_dataset()
    again = Dataset.from_json(TWO)
    assert again == dataset
    assert again.to_json() == TWO
    assert again.fingerprint == dataset.fingerprint
    assert {type(fact) for fact in again.facts} == set(FACT_TYPES)
    assert [len(story.facts) for story in again.stories] == [10]
    assert type(again.reports[0].published) is pendulum.Date
    assert type(again.reports[0].posted_at) is pendulum.DateTime


def test_bytes_and_other_layouts_are_read_as_well() -> None:
    assert Dataset.from_json(TWO.encode()) == a_dataset()
    assert Dataset.from_json(json.dumps(json.loads(TWO), indent=7, sort_keys=True)) == a_dataset()


def test_it_is_canonical() -> None:
    assert TWO.endswith("\n}\n")
    assert "\r" not in TWO
    assert "😀" in TWO
    lines = TWO.splitlines()
    assert lines[1] == ' "schema_version": "1",'
    assert lines[4] == '   "id": "acme-2027-05-07",'
    assert '    {"span": [0, 29], "text": "Acme Weekly Report 7 May 2027", "kind": "title"},' in lines
    assert [line for line in lines if '"type"' in line][:2] == [
        '     "type": "citation",',
        '     "type": "model-release",',
    ]


def test_every_field_is_written_but_the_facts_of_stories() -> None:
    report = json.loads(ONE)["reports"][0]
    assert set(report) == {field.name for field in Report.__attrs_attrs__}
    assert set(report["stories"][0]) == {field.name for field in Story.__attrs_attrs__} - {"facts"}
    for fact, cl in zip(report["facts"], (type(fact) for fact in a_report().facts), strict=True):
        assert list(fact) == ["type", "id", *(f.name for f in cl.__attrs_attrs__ if f.name != "id")]


def test_an_entity_is_told_from_words() -> None:
    facts = json.loads(ONE)["reports"][0]["facts"]
    assert facts[METRIC]["of"] == {"entity": "acme"}
    assert facts[SHARE]["of"] == "sales"
    assert facts[BUILT_ON]["object"] == {"entity": "wren"}
    assert facts[DATA]["object"] == "open data"


def test_a_fact_may_support_another() -> None:
    read = Dataset.from_json(changed("facts", CITATION, "supports", to="acme-2027-05-07/metric@221"))
    assert read.facts[CITATION].supports == "acme-2027-05-07/metric@221"  # type: ignore[attr-defined]


# -- one test for each kind of fault --


@pytest.mark.parametrize("text", [None, 5, bytearray(b"{}"), ["{}"]])
def test_only_str_and_bytes_are_read(text: Any) -> None:
    with pytest.raises(errors.ArgumentError, match="wants the JSON as str or bytes, got "):
        Dataset.from_json(text)


FAULTS: list[tuple[tuple[str | int, ...], Any, str]] = [
    # types
    (("title",), 5, ".title: wants a string, got 5"),
    (("title",), None, ".title: wants a string, got null"),
    (("title",), {}, ".title: wants a string, got an object"),
    (("analyst",), [], ".analyst: wants a string, got an array"),
    (("analyst",), 1.5, ".analyst: wants a string, got 1.5"),
    (("analyst",), "x\ud800", ".analyst: lone surrogate '\\ud800' at character 1; half of a pair"),
    (("warnings",), "oh", '.warnings: wants an array, got "oh"'),
    (("warnings", 0), True, ".warnings[0]: wants a string, got true"),
    (("stories", 0, "number"), "1", '.stories[0].number: wants a whole number of at most 18 digits, got "1"'),
    (
        ("stories", 0, "number"),
        True,
        ".stories[0].number: wants a whole number of at most 18 digits, got true",
    ),
    (
        ("stories", 0, "number"),
        10**18,
        ".stories[0].number: wants a whole number of at most 18 digits, got 1",
    ),
    (("facts", STATEMENT, "verbatim"), "FALSE", '.facts[6].verbatim: wants true or false, got "FALSE"'),
    (("facts", STATEMENT, "verbatim"), 1, ".facts[6].verbatim: wants true or false, got 1"),
    (("facts", METRIC, "quantity", "unit"), 5, ".facts[3].quantity.unit: wants a string, got 5"),
    (
        ("facts", METRIC, "quantity", "value"),
        4.5,
        ".facts[3].quantity.value: wants a number in a string, as ",
    ),
    (
        ("facts", METRIC, "quantity", "value"),
        "1e3",
        ".facts[3].quantity.value: wants a number in a string, as ",
    ),
    (
        ("facts", METRIC, "quantity", "value"),
        "1" * 25,
        ".facts[3].quantity.value: wants a number in a string",
    ),
    (("facts", METRIC, "quantity", "low"), "NaN", ".facts[3].quantity.low: wants a number in a string"),
    (("facts", METRIC, "quantity", "low"), "٣", ".facts[3].quantity.low: wants a number in a string"),
    (("published",), "2027-13-01", '.published: wants a day, as "2027-05-07", got "2027-13-01"'),
    (("published",), "20270507", '.published: wants a day, as "2027-05-07", got "20270507"'),
    (("published",), 20270507, '.published: wants a day, as "2027-05-07", got 20270507'),
    (("posted_at",), "2027-05-07", ".posted_at: wants a day and time without a zone, as "),
    (("posted_at",), "2027-05-07T16:12:00+00:00", ".posted_at: wants a day and time without a zone"),
    (("posted_at",), "now", ".posted_at: wants a day and time without a zone"),
    (("posted_at",), 0, ".posted_at: wants a day and time without a zone"),
    (("blocks", 0), "Acme", '.blocks[0]: wants an object, got "Acme"'),
    (("blocks", 0, "span"), [0], ".blocks[0].span: wants a span, as [start, end], got an array"),
    (("blocks", 0, "span"), {"start": 0}, ".blocks[0].span: wants a span, as [start, end], got an object"),
    (("blocks", 0, "span"), [0, "9"], ".blocks[0].span: Span(0, '9'): offsets are whole numbers"),
    (("blocks", 0, "span"), [9, 9], ".blocks[0].span: Span(9, 9): wants 0 <= start < end"),
    (("blocks", 0, "kind"), "poem", '.blocks[0].kind: wants one of "title", "meta", "heading", '),
    (("blocks", 0, "kind"), None, '.blocks[0].kind: wants one of "title", "meta", "heading", '),
    (("facts", 0), [], ".facts[0]: wants an object, got an array"),
    (("facts", 0, "type"), "rumour", '.facts[0].type: wants one of "metric", "model-release", '),
    (("facts", 0, "type"), [], '.facts[0].type: wants one of "metric", "model-release", '),
    (("facts", CITATION, "supports"), False, ".facts[0].supports: wants a string, got false"),
    (
        ("facts", CITATION, "supports"),
        {"entity": "acme"},
        ".facts[0].supports: wants a string, got an object",
    ),
    (("facts", METRIC, "of"), 1, ".facts[3].of: wants a string, got 1"),
    (("facts", DATA, "object"), None, ".facts[9].object: wants a string, got null"),
    # keys
    (("colour",), "red", ': the key "colour" is unknown; take it out'),
    (("facts", OUTLOOK, "colour"), "red", '.facts[7]: the key "colour" is unknown; take it out'),
    (("facts", METRIC, "of"), {"id": "acme", "entity": "acme"}, '.facts[3].of: the key "id" is unknown'),
    (("facts", METRIC, "of"), {}, ".facts[3].of.entity: is missing; every key is written, null where "),
    # entities
    (("subject",), "acmee", '.subject: "acmee" is not in the entities of the report; did you mean acme?'),
    (("facts", METRIC, "of"), {"entity": "zzz"}, '.facts[3].of.entity: "zzz" is not in the entities'),
    (("names", 0, "value"), "zzz", '.names[0].value: "zzz" is not in the entities of the report'),
    (("names", 0, "value"), None, ".names[0].value: wants a string, got null"),
    (("stories", 0, "sources"), ["zzz"], '.stories[0].sources[0]: "zzz" is not in the entities'),
    (("entities", 3, "parent"), "zzz", ": entities: the parent 'zzz' of 'wren' is not in the table"),
    (("entities", 0, "id"), "Acme Inc", ".entities[0]: Entity.id: 'Acme Inc' is no slug"),
    # quotes
    (
        ("blocks", 0, "text"),
        "Oops",
        '.blocks[0].text: the text has "Acme Weekly Report 7 May 2027" from 0 to 29, ',
    ),
    (("blocks", 0, "span"), [0, 4], '.blocks[0].text: the text has "Acme" from 0 to 4, not "Acme Weekly '),
    (("names", 0, "text"), "Oops", '.names[0].text: the text has "Acme" from 0 to 4, not "Oops"'),
    (("unread", 0, "text"), "$4", '.unread[0].text: the text has "$3" from 394 to 396, not "$4"'),
    (
        ("stories", 0, "sections", 1, "rows", 0, "span"),
        [9999, 10**17],
        '.stories[0].sections[1].rows[0].text: the text has "" from 9999 to 100000000000000000, not ',
    ),
    (
        ("facts", OUTLOOK, "evidence", 0, "span"),
        [0, 14],
        '.facts[7].evidence[0].quote: the text has "Acme Weekly Re" from 0 to 14, not "Sales may fall"',
    ),
    # what the types refuse
    (
        ("facts", METRIC, "quantity", "bound"),
        "over",
        ".facts[3].quantity: Quantity('about 4.5%'): the interval",
    ),
    (("period", "end"), None, ".period: Period('May 2027'): a month needs a start and an end"),
    (("stories", 0, "number"), 0, ".stories[0]: Story.number: wants 1 or more, got 0"),
    (("facts", METRIC, "id"), "acme-2027-05-07/metric@x", ".facts[3]: 'acme-2027-05-07/metric@x': the id of"),
    (("facts", METRIC, "measure"), "Big!", ".facts[3]: Metric.measure: 'Big!' is no slug"),
    (
        ("facts", METRIC, "report"),
        "x",
        ".facts[3]: acme-2027-05-07/metric@221: evidence from 'acme-2027-05-07'",
    ),
    (
        ("facts", METRIC, "story"),
        9,
        ": facts: 'acme-2027-05-07/metric@221' names story 9, which is not there",
    ),
    (("blocks",), [], ": blocks: 'Acme Weekly Report 7 May 2027"),
    # identity
    (("sha256",), "0" * 64, f'.sha256: "{"0" * 59}... is not that of the text: one of the two was changed'),
    (("sha256",), 5, ".sha256: 5 is not that of the text: one of the two was changed; parse a changed "),
    (("id",), "x", '.id: wants "acme-2027-05-07", which subject, published and sha256 give, got "x"'),
    (("id",), None, '.id: wants "acme-2027-05-07", which subject, published and sha256 give, got null'),
]


@pytest.mark.parametrize(("path", "value", "fault"), FAULTS)
def test_a_fault_is_told_where_it_stands(path: tuple[str | int, ...], value: Any, fault: str) -> None:
    faults = refused(changed(*path, to=value))
    wanted = f"$.reports[0]{fault}"
    assert [told for told in faults if told.startswith(wanted)], faults
    assert len(faults) == 1 or path in (("blocks",), ("entities", 0, "id")), faults


def test_a_changed_text_is_refused() -> None:
    report = json.loads(ONE)["reports"][0]
    faults = refused(changed("text", to=report["text"].replace("Posted", "posted")))
    assert faults[0].startswith('$.reports[0].sha256: "7985bd99')
    assert faults[1].startswith('$.reports[0].blocks[1].text: the text has "posted on May 7')
    assert len(faults) == 2


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "title"),
        ((), "warnings"),  # has a default, and is wanted all the same
        ((), "id"),
        ((), "sha256"),
        (("facts", METRIC), "qualifier"),
        (("facts", METRIC, "quantity"), "per"),
        (("names", 0), "value"),
        (("entities", 0), "known"),
    ],
)
def test_a_missing_key(path: tuple[str | int, ...], key: str) -> None:
    document = json.loads(ONE)
    target = document["reports"][0]
    for step in path:
        target = target[step]
    del target[key]
    at = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in (*path, key))
    assert refused(json.dumps(document)) == (
        f"$.reports[0]{at}: is missing; every key is written, null where there is nothing",
    )


def test_a_missing_type() -> None:
    document = json.loads(ONE)
    del document["reports"][0]["facts"][0]["type"]
    (fault,) = refused(json.dumps(document))
    assert fault.startswith('$.reports[0].facts[0].type: wants one of "metric", ')
    assert fault.endswith(", got null")


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        ('"analyst": null', '"analyst": null, "analyst": null',
         ('$.reports[0]: the key "analyst" stands there twice',)),
        (
            '"verbatim": true',
            '"verbatim": true, "verbatim": 1',
            (
                '$.reports[0].facts[6]: the key "verbatim" stands there twice',
                "$.reports[0].facts[6].verbatim: wants true or false, got 1",
            ),
        ),
        ('{"entity": "acme"}', '{"entity": "acme", "entity": "acme"}',
         ('$.reports[0].facts[3].of: the key "entity" stands there twice',)),
        ('{"id": "acme",', '{"id": "acme", "id": "acme",',
         ('$.reports[0].entities[0]: the key "id" stands there twice',)),
        ('"schema_version": "1"', '"schema_version": "1", "schema_version": "1"',
         ('$: the key "schema_version" stands there twice',)),
        ('"analyst": null', '"analyst": {"a": 1, "a": 2}',
         ("$.reports[0].analyst: wants a string, got an object",)),
    ],
)  # fmt: skip
def test_a_key_that_is_there_twice(before: str, after: str, faults: tuple[str, ...]) -> None:
    assert refused(ONE.replace(before, after)) == faults


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("facts", '.facts[10].id: "acme-2027-05-07/citation@119" stands before; ids differ'),
        ("entities", '.entities[5].id: "acme" stands before; ids differ'),
    ],
)
def test_an_id_that_is_there_twice(part: str, fault: str) -> None:
    items = json.loads(ONE)["reports"][0][part]
    assert refused(changed(part, to=[*items, items[0]])) == (f"$.reports[0]{fault}",)


def test_a_report_that_is_there_twice() -> None:
    document = json.loads(ONE)
    document["reports"] *= 2
    assert refused(json.dumps(document)) == ('$.reports[1].id: "acme-2027-05-07" stands before; ids differ',)


def test_a_table_at_fault_is_one_fault() -> None:
    assert refused(changed("entities", to=None)) == ("$.reports[0].entities: wants an array, got null",)
    assert refused(changed("entities", 0, "known", to=1)) == (
        "$.reports[0].entities[0].known: wants true or false, got 1",
    )
    faults = refused(changed("entities", 0, to=[]))
    assert faults[0] == "$.reports[0].entities[0]: wants an object, got an array"
    assert faults[1].startswith('$.reports[0].subject: "acme" is not in the entities of the report')


@pytest.mark.parametrize("version", ["2", "", 1, None, {}])
def test_another_schema_version(version: Any) -> None:
    (fault,) = refused(json.dumps({"schema_version": version, "colour": "red"}))
    assert fault.startswith('$.schema_version: this version of qwenfacts reads "1", got ')
    assert fault.endswith("; read the document with the version that wrote it")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{}", ("$.schema_version: is missing", "$.reports: is missing")),
        ("[]", ("$: wants an object, got an array",)),
        ("null", ("$: wants an object, got null",)),
        ("NaN", ("$: wants an object, got NaN",)),
        ('{"schema_version": "1", "reports": {}}', ("$.reports: wants an array, got an object",)),
        ('{"schema_version": "1", "reports": [-Infinity]}', ("$.reports[0]: wants an object, got -I",)),
        ('{"schema_version": "1", "reports": [1e999]}', ("$.reports[0]: wants an object, got Infinity",)),
        ('{"schema_version": "1", "reports": [], "\\ud800": 1}', ('$: the key "\\ud800" is unknown',)),
        ("", ("$: no JSON: Expecting value at line 1, column 1",)),
        ('{\n "reports": [],\n}', ("$: no JSON: ",)),
        ("\ufeff{}", ("$: no JSON: Unexpected UTF-8 BOM",)),
        (b"\xef\xbb\xbf{}", ("$: no JSON: Unexpected UTF-8 BOM",)),
        (b'{"a": "\xff"}', ("$: byte 7 is not UTF-8; encode the document as UTF-8",)),
        ("[" * 100_000, ("$: nested too deeply for a dataset",)),
        ('{"a":' * 100_000, ("$: nested too deeply for a dataset",)),
    ],
)  # fmt: skip
def test_what_is_no_dataset(text: str | bytes, faults: tuple[str, ...]) -> None:
    told = refused(text)
    assert len(told) == len(faults)
    assert all(map(str.startswith, told, faults)), told


def test_invalid_json_is_told_by_line_and_column() -> None:
    (fault,) = refused(ONE.replace('"analyst": null', '"analyst": nil'))
    assert fault == "$: no JSON: Expecting value at line 11, column 15"


def test_a_number_of_millions_of_digits_is_refused_at_once() -> None:
    (fault,) = refused(ONE.replace('"number": 1', f'"number": {"9" * 3_000_000}'))
    assert fault.startswith("$.reports[0].stories[0].number: wants a whole number of at most 18 digits, ")
    assert fault.endswith(", got 9.99999999999999999E+2999999")
    (fault,) = refused(ONE.replace('"number": 1', f'"number": -{"9" * 30}'))
    assert fault.endswith(", got -9.9999999999999999E+29")


def test_all_faults_are_told_at_once() -> None:
    document = json.loads(TWO)
    document["reports"][0]["facts"][METRIC]["quantity"]["unit"] = 5
    document["reports"][0]["facts"][STATEMENT]["verbatim"] = "FALSE"
    document["reports"][0]["id"] = "x"
    document["reports"][1]["subject"] = "wrenn"
    document["reports"][1]["blocks"][0]["text"] = "Wrem"
    document["colour"] = "red"
    assert refused(json.dumps(document)) == (
        "$.reports[0].facts[3].quantity.unit: wants a string, got 5",
        '$.reports[0].facts[6].verbatim: wants true or false, got "FALSE"',
        '$.reports[0].id: wants "acme-2027-05-07", which subject, published and sha256 give, got "x"',
        '$.reports[1].subject: "wrenn" is not in the entities of the report; did you mean wren?',
        '$.reports[1].blocks[0].text: the text has "Wren" from 0 to 4, not "Wrem"',
        '$: the key "colour" is unknown; take it out',
    )


def test_what_a_report_refuses_is_told_with_its_path() -> None:
    blocks = json.loads(ONE)["reports"][0]["blocks"]
    assert refused(changed("blocks", to=blocks[:1] + blocks[2:])) == (
        "$.reports[0]: blocks: 'Posted on May 7, 2027 at 04:12 PM' at 29 is in no block",
    )


# -- properties --

lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Z")), min_size=1, max_size=12)
words = st.text(st.characters(codec="utf-8"), max_size=9)
numbers = st.decimals(-(10**20), 10**20, places=6)
days = st.dates().map(lambda day: pendulum.Date(day.year, day.month, day.day))
periods = st.sampled_from([None, MAY, FOURTH, FISCAL, SINCE])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of any lines, with one fact and a mention in each."""
    told = draw(st.lists(lines, min_size=1, max_size=6, unique=True))
    text = "\n".join(told) + draw(st.sampled_from(["", "\n", "\r\n"]))
    published = draw(st.none() | days)
    number = draw(st.integers(1, 9))
    digest = Report(title="", subject=ACME, text=text, blocks=_blocks(told), entities=[ACME]).id
    report_id = digest if published is None else f"acme-{published.isoformat()}"
    other = draw(
        st.builds(Entity, st.just("other"), st.just("person"), lines, st.tuples(lines), st.just("acme"))
    )
    entity = st.sampled_from([ACME, DAILY, other])

    facts: list[Fact] = []
    for block in _blocks(told):
        kind: type[Fact] = draw(st.sampled_from([Citation, Metric, Outlook, Relation, Statement]))
        base: dict[str, Any] = {
            "id": f"{report_id}/{kind.type}@{block.span.start}",
            "report": report_id,
            "story": draw(st.sampled_from([None, number])),
            "evidence": [Evidence(report_id, block.span, block.text, block.text)],
            "mentions": draw(st.sampled_from([(), (block.span,)])),
            "origin": draw(st.sampled_from(["rule", "errata"])),
        }
        value, half = draw(numbers), abs(draw(numbers)) / 10
        quantity = Quantity(block.text, value, "EUR", "exact", value - half, value + half)
        period = draw(periods)
        fields: dict[str, Any] = {
            Citation: {"source": entity, "text": words, "supports": st.none() | words | st.integers(0, 9)},
            Metric: {
                "subject": entity, "measure": st.just("revenue"), "measure_text": words,
                "quantity": st.just(quantity), "of": st.none() | entity | words,
                "period": st.just(period), "period_from": st.just(period and "section"),
            },
            Outlook: {"kind": st.just("risk"), "subject": entity, "text": words, "horizon": periods},
            Relation: {"subject": entity, "kind": st.just("built_on"), "object": entity | words},
            Statement: {"text": words, "verbatim": st.booleans(), "speaker": st.none() | entity},
        }[kind]  # fmt: skip
        facts.append(kind(**base, **draw(st.fixed_dictionaries(fields))))

    blocks = _blocks(told)
    first = blocks[0]
    return Report(
        title=draw(words),
        subject=ACME,
        published=published,
        posted_at=draw(st.none() | st.datetimes().map(lambda at: pendulum.instance(at, tz=None).naive())),
        coverage=draw(st.none() | words),
        text=text,
        blocks=blocks,
        summary=blocks[:1],
        sections=[Section(draw(st.none() | words), blocks)],
        stories=[Story(number, draw(words), facts=Facts(fact for fact in facts if fact.story == number))],
        names=[Mention(first.span, first.text, draw(entity))],
        links=[Mention(first.span, first.text, draw(words))],
        unread=[Unread(first.span, first.text, "digits", "number-not-read")],
        facts=Facts(facts),
        warnings=draw(st.lists(words, max_size=2)),
        entities=(ACME, DAILY, other),
    )


def _blocks(told: list[str]) -> list[Block]:
    found, at = [], 0
    for line in told:
        found.append(Block(Span(at, at + len(line)), line, "paragraph"))
        at += len(line) + 1
    return found


@given(st.lists(reports(), max_size=3, unique_by=lambda report: report.id))
def test_any_dataset_comes_back_equal_with_the_same_bytes(some: list[Report]) -> None:
    dataset = Dataset.of(*some)
    text = dataset.to_json()
    again = Dataset.from_json(text)
    assert again == dataset
    assert again.to_json() == text
    text.encode()


def read_or_refused(text: str | bytes) -> None:
    """The law: a document is refused with all its faults by path, or is a dataset like any other."""
    dataset: Dataset | None = None
    faults: tuple[str, ...] = ()
    try:
        dataset = Dataset.from_json(text)
    except errors.DatasetError as error:
        faults = error.faults
    if dataset is None:
        assert faults
        assert all(fault.startswith("$") for fault in faults)
        "".join(faults).encode()
    else:
        written = dataset.to_json()
        assert Dataset.from_json(written) == dataset
        assert Dataset.from_json(written).to_json() == written


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["acme", "1", "FALSE"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with each of its keys."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _remove(target: Any, key: Any, _: Any) -> None:
    del target[key]


def _replace(target: Any, key: Any, value: Any) -> None:
    target[key] = value


def _repeat(target: Any, key: Any, _: Any) -> None:
    if isinstance(target, list):
        target.insert(key, target[key])


def _rename(target: Any, key: Any, value: Any) -> None:
    if isinstance(target, dict):
        target[f"{value!s:.9}"] = target.pop(key)


def _nudge(target: Any, key: Any, _: Any) -> None:
    """What is most likely to be taken for the real thing."""
    was = target[key]
    if isinstance(was, bool):
        target[key] = not was
    elif isinstance(was, int):
        target[key] = was + 1
    elif isinstance(was, str):
        target[key] = was + "0"
    else:
        target[key] = [] if isinstance(was, list) else None


CHANGES: list[Callable[[Any, Any, Any], None]] = [_remove, _replace, _repeat, _rename, _nudge]


@given(st.data(), st.sampled_from(CHANGES), json_values)
def test_a_changed_document_is_refused_or_read(
    data: st.DataObject, change: Callable[[Any, Any, Any], None], value: Any
) -> None:
    document = json.loads(TWO)
    target, key = data.draw(st.sampled_from(list(_places(document))))
    change(target, key, value)
    read_or_refused(json.dumps(document))


@given(st.data(), st.text(max_size=3))
def test_a_changed_text_is_refused_or_read(data: st.DataObject, inserted: str) -> None:
    start = data.draw(st.integers(0, len(TWO)))
    end = data.draw(st.integers(start, min(start + 3, len(TWO))))
    read_or_refused(TWO[:start] + inserted + TWO[end:])


@given(st.text() | st.binary() | json_values.map(json.dumps))
def test_anything_else_is_refused(text: str | bytes) -> None:
    read_or_refused(text)


@given(st.data(), st.sampled_from(CHANGES), json_values)
def test_the_quick_reader_is_as_strict_as_the_one_that_tells(
    data: st.DataObject, change: Callable[[Any, Any, Any], None], value: Any
) -> None:
    document = json.loads(TWO)
    target, key = data.draw(st.sampled_from(list(_places(document))))
    change(target, key, value)
    taken: list[Dataset | None] = []
    for read in (exchange.reader(), teller()):
        try:
            taken.append(read(copy.deepcopy(document)))
        except Exception:
            taken.append(None)
    assert taken[0] == taken[1]


def test_types_that_somebody_resolved_are_the_same_types() -> None:
    """Other libraries do so with `attrs.resolve_types`, cattrs among them."""
    attributes: list[attrs.Attribute[Any]] = [
        *attrs.fields(Mention),
        *attrs.fields(Block),
        *attrs.fields(Metric),
    ]
    before = [(attribute, attribute.type) for attribute in attributes]
    forget_what_types_mean()
    try:
        for cl in (Mention, Block, Metric):
            attrs.resolve_types(cl)
        assert not isinstance(attrs.fields(Block).text.type, str)
        assert Dataset.from_json(TWO) == a_dataset()
    finally:
        for attribute, annotation in before:
            object.__setattr__(attribute, "type", annotation)
        forget_what_types_mean()


def forget_what_types_mean() -> None:
    for cached in (exchange.reader, teller, annotations_of, base._checks):
        cached.cache_clear()


# -- threads and time --


def test_threads_read_at_once() -> None:
    forget_what_types_mean()
    with ThreadPoolExecutor(8) as pool:
        good = [pool.submit(Dataset.from_json, TWO) for _ in range(16)]
        bad = [pool.submit(refused, ONE.replace('"verbatim": true', '"verbatim": 1')) for _ in range(16)]
    assert {job.result().fingerprint for job in good} == {a_dataset().fingerprint}
    assert {job.result() for job in bad} == {("$.reports[0].facts[6].verbatim: wants true or false, got 1",)}


def test_an_interval_at_the_limit_comes_back() -> None:
    limit = "0.123456789012"
    quantity = Quantity.worded("about 4.5%", Decimal(limit), "percent", place=Decimal("1e-12"))
    parts = {part: format(getattr(quantity, part), "f") for part in ("value", "low", "high")}
    assert max(map(len, parts.values())) == len(limit) + 1
    written = json.loads(ONE)["reports"][0]["facts"][METRIC]["quantity"] | parts | {"bound": "exact"}
    (metric, _) = Dataset.from_json(changed("facts", METRIC, "quantity", to=written)).metrics
    assert metric.quantity == quantity
    (fault,) = refused(changed("facts", METRIC, "quantity", to=written | {"value": parts["low"]}))
    assert fault.startswith("$.reports[0].facts[3].quantity: 0.1234567890115: at most 24 integer and 12 dec")
    (fault,) = refused(changed("facts", METRIC, "quantity", to=written | {"low": parts["low"] + "1"}))
    assert fault.startswith("$.reports[0].facts[3].quantity.low: wants a number in a string")


def test_what_is_sound_is_read_without_cattrs() -> None:
    code = (
        "import sys; from qwenfacts import Dataset; Dataset.from_json(sys.stdin.read()); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], input=TWO, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    imported = set(run.stdout.split())
    assert "qwenfacts.exchange.hooks" in imported
    assert not imported.intersection(("cattrs", "csv", "difflib", "qwenfacts.exchange.faults"))


def test_decimals_stay_what_they_are() -> None:
    read = Dataset.from_json(changed("facts", METRIC, "quantity", "value", to="4.50"))
    (metric, _) = read.metrics
    assert metric.quantity.value == Decimal("4.5")
    assert read == Dataset.of(a_report())
