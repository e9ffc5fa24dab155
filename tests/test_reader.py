"""From a text to a report: the arguments, the parts, the entities, the facts in order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pendulum
import pytest

import qwenfacts as qf
from qwenfacts.errors import ArgumentError, TextError
from qwenfacts.reading.english.clauses import last_before
from qwenfacts.report import Mention
from qwenfacts.values import Span

TEXT = """\
Cohere Weekly Report

Period: 1–7 May 2027

Overview

Cohere grew (Reuters).

1. Intel builds a hall
Published: May 4, 2027 | Sources: Bloomberg, The Harbour Post
🔗 https://wire.example/1

What happened: Intel has 400 engineers. Sales rose 4%.

2. What comes

Nothing came.

Sources

Event Source Date
Hall opened Reuters May 4, 2027
Hall closed Bloomberg May 5, 2027
"""


def test_the_parts() -> None:
    report = qf.parse(TEXT, published=dt.date(2027, 5, 7))
    assert (report.id, report.title) == ("cohere-2027-05-07", "Cohere Weekly Report")
    first, second = report.stories
    assert [source.name for source in first.sources] == ["Bloomberg", "The Harbour Post"]
    assert (str(first.period), second.period) == ("2027-05-04", None)
    assert [link.value for link in first.links] == ["https://wire.example/1"]
    assert [fact.story for fact in first.facts] == [1] * len(first.facts)
    assert len(second.facts) == 0
    assert [section.heading for section in report.sections] == ["Overview", "Sources"]
    assert [block.text for block in report.summary] == ["Cohere grew (Reuters)."]
    (rows,) = (section.rows for section in report.sections if section.rows)
    assert [(row.source and row.source.name, str(row.date)) for row in rows] == [
        ("Reuters", "2027-05-04"),
        ("Bloomberg", "2027-05-05"),
    ]


def test_facts_are_in_order_of_where_they_start() -> None:
    report = qf.parse(TEXT, published=dt.date(2027, 5, 7))
    starts = [int(fact.id.split("@")[1].split("-")[0]) for fact in report.facts]
    assert starts == sorted(starts)


def test_facts_of_one_type_and_start_are_numbered() -> None:
    text = "Cohere Weekly Report May 7, 2027\n\nThree Intel executives have left (Andrew Ng, Jan Leike)."
    ids = [fact.id for fact in qf.parse(text).facts if fact.type == "personnel-change"]
    start = text.index("Three")
    assert ids == [f"cohere-2027-05-07/personnel-change@{start}{more}" for more in ("", "-2")]


def test_a_story_without_a_name_in_its_title_is_about_the_subject() -> None:
    text = "Cohere Weekly Report May 7, 2027\n\n1. What comes\n\nIt rained. Sales rose 4%.\n"
    (metric,) = (fact for fact in qf.parse(text).facts if isinstance(fact, qf.Metric))
    assert metric.subject.id == "cohere"


def test_what_an_entity_belongs_to_is_in_the_table() -> None:
    report = qf.parse("Weekly Report on Qwen May 7, 2027\n\nQwen3.5-Max sleeps.")
    assert {"qwen", "alibaba"} <= {entity.id for entity in report.entities}


def test_an_empty_text_is_a_report() -> None:
    report = qf.parse("")
    assert (report.title, report.subject.known, report.blocks, report.published) == (
        "(untitled)",
        False,
        (),
        None,
    )
    assert report.id == "e3b0c44298fc"


def test_the_day_of_publication_is_only_for_a_text_without_one() -> None:
    assert qf.parse(TEXT).id == qf.parse(TEXT, published=None).id
    assert qf.parse("Cohere Weekly Report", published=dt.date(2027, 5, 7)).published == pendulum.Date(
        2027, 5, 7
    )
    dated = "Cohere Weekly Report May 6, 2027"
    assert qf.parse(dated, published=dt.date(2027, 5, 7)).published == pendulum.Date(2027, 5, 6)


@pytest.mark.parametrize("published", ["2027-05-07", 7, dt.datetime(2027, 5, 7)])  # noqa: DTZ001
def test_the_day_is_a_date(published: object) -> None:
    with pytest.raises(ArgumentError, match="wants a date without a time of day"):
        qf.parse(TEXT, published=published)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, b"Cohere", 7])
def test_the_text_is_a_string(text: object) -> None:
    with pytest.raises(TextError, match="wants the text as str"):
        qf.parse(text)  # type: ignore[arg-type]


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    text = TEXT.replace("\n", "\r\n")
    path.write_bytes(text.encode())
    assert qf.read(path) == qf.read(str(path)) == qf.parse(text)
    assert qf.read(path).text == text
    assert qf.read(path, published=dt.date(2027, 5, 7)).published == pendulum.Date(2027, 5, 7)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Caf\xe9".encode("latin-1"))
    with pytest.raises(TextError, match=r"report\.txt: not UTF-8 at byte 3: .*; save the file as UTF-8"):
        qf.read(path)
    with pytest.raises(FileNotFoundError):
        qf.read(tmp_path / "none.txt")


def test_a_lexicon_of_your_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[entity]]\nid = "zorblax"\nkind = "organisation"\nname = "Zorblax"\n', encoding="utf-8")
    (metric,) = qf.parse("Weekly Report\n\nZorblax has 40 engineers.", lexicon=path).facts
    assert [(entity.id, entity.known) for entity in metric.entities()] == [("zorblax", True)]


def test_the_sentence_is_whole_unless_it_is_endless() -> None:
    (fact,) = qf.parse("Weekly Report\n\nIt began. Cohere has 40 engineers, they say. It ended.").facts
    assert fact.evidence[0].sentence == "Cohere has 40 engineers, they say."
    endless = "so very " * 5000
    (fact,) = qf.parse(f"Weekly Report\n\nIt is {endless} that Cohere has 40 engineers and {endless}").facts
    assert len(fact.evidence[0].sentence) < 5000


def test_a_mention_that_goes_on_is_not_before() -> None:
    mentions = [Mention(Span(0, 3), "Foo", "foo"), Mention(Span(5, 9), "Barr", "barr")]
    assert [[mention.text for mention in last_before(mentions, at)] for at in (2, 5, 7, 9)] == [
        [],
        ["Foo"],
        ["Foo"],
        ["Barr", "Foo"],
    ]


def test_sources_that_differ_in_an_accent_are_one() -> None:
    text = (
        "Acme Weekly Report May 7, 2027\n\nSources\n\nEvent Source Date\n"
        "chip launch Quéx Post May 4, 2027\nchip recall Quex Post May 5, 2027\n"
    )
    report = qf.parse(text)
    assert {str(row.source) for section in report.sections for row in section.rows} == {"Quéx Post"}


def test_markup_says_nothing() -> None:
    plain = "Acme put Wren-7B on Hugging Face and ModelScope. It has 900 employees."
    marked = "Acme put **Wren-7B** on [Hugging Face](https://hf.example/a) and ModelScope. It **has** 900 employees."
    found = [
        {
            str(fact).partition(" “")[0]
            for fact in qf.parse(f"Acme Weekly Report May 7, 2027\n\n{text}\n").facts
        }
        for text in (plain, marked)
    ]
    assert found[0] == {fact for fact in found[1] if not fact.startswith("citation")}
    assert len(found[0]) > 3
