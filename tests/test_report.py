"""One document: its parts agree with its text and with each other, or it is not made."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, get_args

import attrs
import pendulum
import pytest
from builders import ACME, DAILY, FOURTH, MIRA, WREN, WREN_2, a_report
from hypothesis import given
from hypothesis import strategies as st
from test_values import is_a_value

from qwenfacts import report as types
from qwenfacts.dataset import Dataset
from qwenfacts.entities import Entity
from qwenfacts.errors import DatasetError, InvalidValueError, NotFoundError, TextError
from qwenfacts.query import Facts
from qwenfacts.report import (
    Block,
    Mention,
    Report,
    Row,
    Section,
    Story,
    Unread,
    check_text,
    entities_of,
    report_id,
)
from qwenfacts.values import Span

REPORT = a_report()
STORY = REPORT.stories[0]


def faults_of(**changes: Any) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as caught:
        attrs.evolve(REPORT, **changes)
    assert all(fault.startswith(f"{REPORT.id}: ") for fault in caught.value.faults)
    return tuple(fault.removeprefix(f"{REPORT.id}: ") for fault in caught.value.faults)


# -- text -------------------------------------------------------------------------------------


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_without_lone_surrogates_can_be_read(text: str) -> None:
    assert check_text(text) is text


@pytest.mark.parametrize("lone", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_a_lone_surrogate_is_refused(lone: int) -> None:
    text = f"abc{chr(lone)}d"
    with pytest.raises(TextError, match=r"lone surrogate '\\ud.*' at character 3: the text was decoded"):
        check_text(text)
    with pytest.raises(TextError):
        Report(title="x", subject=ACME, text=text)


@pytest.mark.parametrize("text", [b"bytes", None, 3])
def test_a_text_is_a_string(text: object) -> None:
    with pytest.raises(TextError, match=f"got {type(text).__name__}; decode bytes as UTF-8"):
        check_text(text)


# -- parts ------------------------------------------------------------------------------------

UNREAD = Unread(Span(0, 2), "42", "quantity", "no-rule")
PARTS: list[tuple[Any, str, str]] = [
    (REPORT, "title", f"{REPORT.id}: {REPORT.title}"),
    (STORY, "number", "1. Wren 2 is out"),
    (STORY.sections[0], "heading", "(no heading)"),
    (STORY.sections[1], "heading", "Costs"),
    (STORY.sections[1].rows[0], "text", "4 May 2027 $3"),
    (REPORT.blocks[0], "kind", REPORT.title),
    (REPORT.quantities[0], "value", "about 4.5%"),
    (REPORT.dates[0], "value", "May 2027"),
    (REPORT.names[0], "value", "Acme"),
    (REPORT.quotations[0], "value", "grew"),
    (REPORT.links[0], "value", "https://wire.example/2"),
    (UNREAD, "reason", "42 (no-rule)"),
]


@pytest.mark.parametrize(("part", "name", "text"), PARTS, ids=[type(part[0]).__name__ for part in PARTS])
def test_a_part_is_a_value(part: Any, name: str, text: str) -> None:
    is_a_value(part, name)
    assert str(part) == text


def test_every_public_class_is_tested_here() -> None:
    classes = {type(part).__name__ for part, _, _ in PARTS}
    assert classes == set(types.__all__) - {"BlockKind"}


@pytest.mark.parametrize("reason", get_args(types.Reason))
def test_the_reasons_are_closed(reason: Any) -> None:
    assert attrs.evolve(UNREAD, reason=reason).reason == reason


def test_an_unknown_reason_is_refused() -> None:
    reason: Any = "forgotten"
    with pytest.raises(InvalidValueError, match=r"Unread.reason: 'forgotten' is none of announces-a-list,"):
        attrs.evolve(UNREAD, reason=reason)


def test_lists_become_tuples() -> None:
    section = Section("x", [REPORT.blocks[0]], [])
    assert section == Section("x", (REPORT.blocks[0],))
    story = Story(2, "x", None, [DAILY], [REPORT.links[0]], [section])
    assert story == Story(2, "x", None, (DAILY,), (REPORT.links[0],), (section,))
    assert story.facts == Facts(())


# -- id ---------------------------------------------------------------------------------------


def test_the_id_is_subject_and_day() -> None:
    assert REPORT.id == "acme-2027-05-07"
    assert REPORT.sha256 == hashlib.sha256(REPORT.text.encode()).hexdigest()
    assert report_id(WREN_2, pendulum.Date(2027, 1, 2), "") == "wren-2-2027-01-02"


def test_the_id_without_a_day_is_of_the_text() -> None:
    bare = Report(title="x", subject=ACME, text="", entities=[ACME])
    assert bare.id == hashlib.sha256(b"").hexdigest()[:12]


def test_a_plain_date_is_taken_and_a_time_is_not() -> None:
    bare = Report(title="x", subject=ACME, text="", entities=[ACME], published=dt.date(2027, 5, 7))
    assert type(bare.published) is pendulum.Date
    assert bare.id == "acme-2027-05-07"
    with pytest.raises(InvalidValueError, match="wants a date without a time"):
        attrs.evolve(bare, published=pendulum.datetime(2027, 5, 7))


@pytest.mark.parametrize("name", ["id", "sha256"])
def test_the_id_cannot_be_chosen(name: str) -> None:
    arguments: dict[str, Any] = {"title": "x", "subject": ACME, "text": "", name: "x"}
    with pytest.raises(TypeError):
        Report(**arguments)


def test_another_text_is_another_report() -> None:
    other = attrs.evolve(REPORT, text=REPORT.text + "\n")
    assert other != REPORT
    assert other.sha256 != REPORT.sha256


# -- stories ----------------------------------------------------------------------------------


def test_a_story_by_its_number() -> None:
    report = a_report(stories=3)
    assert [report.story(number) for number in (1, 2, 3)] == list(report.stories)
    assert report.story(4) is None


def test_a_story_holds_the_facts_that_name_it() -> None:
    report = a_report(stories=3)
    for story in report.stories:
        assert story.facts == report.facts.where(story=story.number)
        assert len(story.facts) == 10


# -- faults -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["quantities", "dates", "names", "quotations", "links"])
def test_a_mention_says_what_stands_there(name: str) -> None:
    mentions: tuple[Mention[Any], ...] = getattr(REPORT, name)
    wrong = attrs.evolve(mentions[0], text="nothing of the kind")
    (fault,) = faults_of(**{name: (wrong, *mentions[1:])})
    assert fault.startswith(f"{name}: {wrong.span} is {mentions[0].text!r} in the text, not 'nothing of")


@pytest.mark.parametrize("name", ["quantities", "dates", "names", "quotations"])
def test_mentions_stand_in_text_order(name: str) -> None:
    mentions: tuple[Mention[Any], ...] = getattr(REPORT, name)
    faults = faults_of(**{name: mentions[::-1]})
    assert len(faults) == len(mentions) - 1
    assert faults[-1] == f"{name}: {mentions[0].span} comes before the end of {mentions[1].span}"
    assert faults_of(**{name: (mentions[0], *mentions)}) == (
        f"{name}: {mentions[0].span} comes before the end of {mentions[0].span}",
    )


def test_a_span_outside_the_text_is_found() -> None:
    far = Span(10_000, 10_002)
    faults = faults_of(quantities=(*REPORT.quantities, attrs.evolve(REPORT.quantities[0], span=far)))
    assert faults == (f"quantities: {far} is '' in the text, not 'about 4.5%'",)
    metric = REPORT.facts.where(type="metric")[0]
    facts = Facts(attrs.evolve(f, mentions=[far]) if f == metric else f for f in REPORT.facts)
    stories = (attrs.evolve(STORY, facts=facts),)
    assert faults_of(facts=facts, stories=stories) == (f"facts: {metric.id}: {far} is outside the text",)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (lambda part: {"unread": (attrs.evolve(UNREAD, span=part.span),)}, "unread"),
        (lambda part: {"summary": (part,)}, "summary"),
        (lambda part: {"sections": (Section("Odd", (part,)),)}, "section 'Odd'"),
        (lambda part: {"sections": (Section(None, (), (Row(part.span, "x"),)),)}, "section None"),
        (
            lambda part: {"stories": (attrs.evolve(STORY, sections=(Section("Deep", (part,)),)),)},
            "section 'Deep'",
        ),
        (
            lambda part: {"stories": (attrs.evolve(STORY, links=(Mention(part.span, "x", "x"),)),)},
            "story links",
        ),
        (lambda part: {"blocks": (part, *REPORT.blocks[1:])}, "blocks"),
    ],
)
def test_every_part_says_what_stands_there(changes: Any, where: str) -> None:
    part = attrs.evolve(REPORT.blocks[0], text="x")
    (fault,) = faults_of(**changes(part))
    assert fault.startswith(f"{where}: {part.span} is {REPORT.title!r} in the text, not ")


def test_nothing_is_lost_between_the_blocks() -> None:
    first, second, *_ = REPORT.blocks
    assert faults_of(blocks=REPORT.blocks[1:]) == (f"blocks: {first.text!r} at 0 is in no block",)
    assert faults_of(blocks=(first, *REPORT.blocks[2:])) == (
        f"blocks: {second.text!r} at {first.span.end} is in no block",
    )
    assert faults_of(blocks=REPORT.blocks[:-1]) == (
        f"blocks: '4 May 2027 $3' at {REPORT.blocks[-2].span.end} is in no block",
    )


def test_what_is_lost_is_shown_in_short() -> None:
    (fault,) = faults_of(blocks=())
    assert fault == f"blocks: {REPORT.text[:40]!r} at 0 is in no block"


def test_blocks_do_not_overlap() -> None:
    first = REPORT.blocks[0]
    assert faults_of(blocks=(first, *REPORT.blocks)) == (
        f"blocks: {first.span} overlaps the block before it",
    )
    inner = Block(Span(0, 4), "Acme", "title")
    assert faults_of(blocks=(first, inner, *REPORT.blocks[1:])) == (
        f"blocks: {inner.span} overlaps the block before it",
    )


def with_facts(facts: Facts[Any]) -> dict[str, Any]:
    return {"facts": facts, "stories": (attrs.evolve(STORY, facts=facts.where(story=1)),)}


def test_a_fact_stands_there_once() -> None:
    fact = REPORT.facts[0]
    assert faults_of(**with_facts(REPORT.facts[:1] + REPORT.facts)) == (
        f"facts: the id {fact.id!r} stands there twice",
    )


def test_facts_stand_in_text_order() -> None:
    first, second, *others = REPORT.facts
    (fault,) = faults_of(**with_facts(Facts([second, first, *others])))
    assert fault == f"facts: {first.id!r} starts before {second.id!r}, which stands before it"
    same = attrs.evolve(first, id=f"{first.id}-2")
    facts = Facts([first, same, second, *others])
    assert attrs.evolve(REPORT, **with_facts(facts)).facts == facts


def test_a_fact_is_of_its_report() -> None:
    foreign = a_report(day=8).facts[0]
    (fault,) = faults_of(**with_facts(Facts([foreign]) + REPORT.facts[1:]))
    assert fault == f"facts: {foreign.id!r} is a fact of 'acme-2027-05-08'"


def test_a_fact_is_of_a_story_that_is_there() -> None:
    fact = attrs.evolve(REPORT.facts[0], story=9)
    facts = Facts([fact, *REPORT.facts[1:]])
    assert faults_of(**with_facts(facts)) == (f"facts: {fact.id!r} names story 9, which is not there",)


def test_a_fact_quotes_the_text() -> None:
    fact = REPORT.facts[0]
    (evidence,) = fact.evidence
    quote = evidence.quote.upper()
    wrong = attrs.evolve(fact, evidence=[attrs.evolve(evidence, quote=quote, sentence=quote)])
    (fault,) = faults_of(**with_facts(Facts([wrong, *REPORT.facts[1:]])))
    assert fault == f"facts: {fact.id}: {evidence.span} is 'The Daily Wire' in the text, not 'THE DAILY WIRE'"


def test_story_and_report_hold_the_same_facts() -> None:
    wanted = ("stories: story 1 does not hold the facts that name it",)
    assert faults_of(facts=REPORT.facts[1:]) == wanted
    assert faults_of(stories=(attrs.evolve(STORY, facts=Facts(())),)) == wanted
    assert faults_of(stories=(attrs.evolve(STORY, facts=REPORT.facts[::-1]),)) == wanted


def test_every_entity_is_in_the_table_once() -> None:
    without = tuple(entity for entity in REPORT.entities if entity != DAILY)
    assert faults_of(entities=without) == ("entities: 'the-daily-wire' is used, but the table has None",)
    other = attrs.evolve(MIRA, name="Myra")
    changed = tuple(other if entity == MIRA else entity for entity in REPORT.entities)
    assert faults_of(entities=changed) == (f"entities: 'mira-cole' is used, but the table has {other!r}",)
    assert faults_of(entities=(*REPORT.entities, ACME)) == ("entities: the id 'acme' stands there twice",)


def test_a_parent_is_in_the_table() -> None:
    orphan = Entity("stray", "other", "Stray", parent="nobody")
    assert faults_of(entities=(*REPORT.entities, orphan)) == (
        "entities: the parent 'nobody' of 'stray' is not in the table",
    )


def test_all_faults_are_told_at_once() -> None:
    faults = faults_of(blocks=(), entities=(), quantities=REPORT.quantities[::-1])
    assert {fault.split(":")[0] for fault in faults} == {"blocks", "entities", "quantities"}


def test_an_entity_of_any_part_has_to_be_in_the_table() -> None:
    stray = Entity("stray", "other", "Stray")
    fault = ("entities: 'stray' is used, but the table has None",)
    row = Row(REPORT.blocks[-1].span, REPORT.blocks[-1].text, source=stray)
    section = Section(None, (), (row,))
    assert faults_of(sections=(section,)) == fault
    assert faults_of(stories=(attrs.evolve(STORY, sections=(section,)),)) == fault
    assert faults_of(stories=(attrs.evolve(STORY, sources=(stray,)),)) == fault
    assert faults_of(names=(attrs.evolve(REPORT.names[0], value=stray), *REPORT.names[1:])) == fault


def test_a_number_is_of_one_story() -> None:
    faults = faults_of(stories=(STORY, attrs.evolve(STORY, title="Again")))
    assert faults == ("stories: the number 1 stands there twice",)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("quantities", FOURTH, "Period, not Quantity"),
        ("dates", "4 May", "str, not Period"),
        ("names", "Acme", "str, not Entity"),
        ("quotations", ACME, "Entity, not str"),
        ("links", FOURTH, "Period, not str"),
    ],
)
def test_a_mention_denotes_what_its_group_is_for(name: str, value: Any, wanted: str) -> None:
    first, *others = getattr(REPORT, name)
    odd = attrs.evolve(first, value=value)
    assert faults_of(**{name: (odd, *others)}) == (
        f"{name}: {first.text!r} denotes a value of type {wanted}",
    )


def test_a_link_of_a_story_leads_somewhere() -> None:
    odd: Any = STORY.links[0]
    link = attrs.evolve(odd, value=DAILY)
    assert faults_of(stories=(attrs.evolve(STORY, links=(link,)),)) == (
        f"story links: {link.text!r} denotes a value of type Entity, not str",
    )


# -- types ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "changes", "message"),
    [
        (
            REPORT.blocks[0],
            {"kind": "poem"},
            "Block.kind: 'poem' is none of title, meta, heading, paragraph,",
        ),
        (REPORT.blocks[0], {"kind": None}, "Block.kind: None is none of title, meta,"),
        (REPORT.blocks[0], {"span": (0, 4)}, "Block.span: wants Span, got (0, 4)"),
        (REPORT.blocks[0], {"text": "\ud800"}, "Block.text: lone surrogate '\\ud800' at character 0;"),
        (UNREAD, {"kind": "number"}, "Unread.kind: 'number' is none of quantity, date, name,"),
        (UNREAD, {"reason": []}, "Unread.reason: [] is none of announces-a-list,"),
        (UNREAD, {"text": b"42"}, "Unread.text: wants str, got b'42'"),
        (
            REPORT.names[0],
            {"value": 5},
            "Mention.value: wants Quantity or Period or Entity or str, got 5",
        ),
        (REPORT.links[0], {"value": "x\udfff"}, "Mention.value: lone surrogate '\\udfff' at character 1;"),
        (
            STORY.sections[1].rows[0],
            {"cells": "4 May"},
            "Row.cells: wants a tuple of str or None, got '4 May'",
        ),
        (STORY.sections[1].rows[0], {"cells": (5,)}, "Row.cells: wants a tuple of str or None, got (5,)"),
        (STORY.sections[1].rows[0], {"source": "acme"}, "Row.source: wants Entity or None, got 'acme'"),
        (STORY.sections[1], {"heading": 5}, "Section.heading: wants str or None, got 5"),
        (STORY.sections[1], {"rows": "ab"}, "Section.rows[0]: wants Row, got 'a'"),
        (STORY, {"number": True}, "Story.number: wants int, got True"),
        (STORY, {"number": "1"}, "Story.number: wants int, got '1'"),
        (STORY, {"number": 0}, "Story.number: wants 1 or more, got 0"),
        (STORY, {"title": None}, "Story.title: wants str, got None"),
        (STORY, {"facts": ("x",)}, "Facts: wants facts, got 'x'"),
        (REPORT, {"title": 5}, "Report.title: wants str, got 5"),
        (REPORT, {"analyst": "A\ud800"}, "Report.analyst: lone surrogate '\\ud800' at character 1; half of"),
        (REPORT, {"subject": "acme"}, "Report.subject: wants Entity, got 'acme'"),
        (REPORT, {"period": "May"}, "Report.period: wants Period or None, got 'May'"),
        (REPORT, {"blocks": [1]}, "Report.blocks[0]: wants Block, got 1"),
        (REPORT, {"blocks": [REPORT] * 2}, "Report.blocks[0]: wants Block, got Report(title='Acme Weekly"),
        (REPORT, {"warnings": "oh"}, "wants several strings, got the one string 'oh'; write ['oh']"),
        (
            REPORT,
            {"warnings": ["oh", "\udc00"]},
            "Report.warnings[1]: lone surrogate '\\udc00' at character 0",
        ),
        (
            REPORT,
            {"posted_at": pendulum.datetime(2027, 5, 7)},
            "wants a day and time without a zone, as they",
        ),
        (REPORT, {"posted_at": pendulum.Date(2027, 5, 7)}, "wants a day and time without a zone, as they"),
        (REPORT, {"posted_at": "now"}, "'now': wants a day and time without a zone, as they are printed"),
    ],
)
def test_a_part_holds_what_it_says(part: Any, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(part, **changes)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_plain_time_is_taken_as_printed() -> None:
    printed = dt.datetime(2027, 5, 7, 16, 12)  # noqa: DTZ001 - as printed, without a zone
    report = attrs.evolve(REPORT, posted_at=printed)
    assert type(report.posted_at) is pendulum.DateTime
    assert report == REPORT


# -- facts can be asked -----------------------------------------------------------------------


def test_any_sequence_of_facts_can_be_asked_about_every_entity_of_the_report() -> None:
    quiet = Entity("quiet", "other", "Quiet")
    entities = (*REPORT.entities, quiet)
    stories = (attrs.evolve(STORY, facts=list(STORY.facts)),)
    for facts in (REPORT.facts, tuple(REPORT.facts), list(REPORT.facts), Facts(REPORT.facts.items)):
        report = attrs.evolve(REPORT, facts=facts, stories=stories, entities=entities)
        (again,) = Dataset.from_json(Dataset.of(report).to_json()).reports
        assert again == report
        for one in (report, again):
            assert isinstance(one.facts, Facts)
            assert one.facts == REPORT.facts
            assert not one.facts.about("Quiet")
            assert not one.stories[0].facts.about(quiet)
            assert not one.facts[:0].where(subject="quiet")
            with pytest.raises(NotFoundError, match="no entity 'quite' here; did you mean quiet"):
                one.stories[0].facts.about("quite")


def test_no_facts_can_be_asked_as_well() -> None:
    bare = Report(title="x", subject=ACME, text="", entities=[ACME])
    assert not bare.facts.about("acme")
    assert not bare.facts.where(kind="hire")


# -- the table --------------------------------------------------------------------------------


def test_the_table_of_a_report() -> None:
    used = entities_of(REPORT.subject, REPORT.names, REPORT.facts, REPORT.stories, REPORT.sections)
    assert set(used) == {ACME, WREN, WREN_2, MIRA, DAILY} == set(REPORT.entities)
