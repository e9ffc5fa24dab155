"""Errata: what they add, change and drop, and how a wrong one is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import qwenfacts as qf
from qwenfacts.errata import errata_of
from qwenfacts.errors import ErrataError
from qwenfacts.values import Span

TEXT = """\
Acme Weekly Report May 7, 2027

1. Acme grows

In April 2027, Acme's revenue rose 4% to $5 million. Acme now runs 40 halls.
Jane Roe left Acme on May 3. Bolt Labs, its rival, built the Wren router on the Bolt stack.
"""
SHA256 = qf.parse(TEXT).sha256


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool | int):
        return str(value).lower()
    text = str(value)
    return text if text.startswith("2027-") else '"' + text.replace("\n", "\\n") + '"'


@pytest.fixture
def corrected(tmp_path: Path) -> Any:
    """Reads the text with errata of these keys."""

    def read(*errata: dict[str, Any]) -> qf.Report:
        path = tmp_path / "own.toml"
        common = {"report": SHA256, "type": "metric", "reason": "a test"}
        path.write_text(
            "\n".join(
                "[[erratum]]\n"
                + "\n".join(f"{key} = {toml(v)}" for key, v in {**common, **one}.items() if v is not None)
                for one in errata
            ),
            "utf-8",
        )
        return qf.parse(TEXT, errata=path)

    return read


HALLS: dict[str, Any] = {
    "quote": "Acme now runs 40 halls",
    "add": {"subject": "acme", "measure": "stores", "measure_text": "halls", "quantity": "40"},
}


def test_the_bundled_errata_are_for_the_bundled_texts() -> None:
    assert errata_of().keys() <= {report.sha256 for report in qf.load().reports}
    assert all(erratum.reason for errata in errata_of().values() for erratum in errata)


def test_the_rules_alone_have_no_errata() -> None:
    for report in qf.load().reports:
        assert not qf.parse(report.text, errata=()).facts.where(origin="errata")


def test_a_fact_is_added_with_its_mentions(corrected: Any) -> None:
    metric = corrected(HALLS).facts.where(origin="errata").one()
    assert isinstance(metric, qf.Metric)
    assert (metric.measure, metric.quantity.text, metric.story) == ("stores", "40", 1)
    start = TEXT.index("Acme now runs")
    assert metric.mentions == (Span(start, start + 4), Span(start + 14, start + 16))
    assert metric.start == start + 14
    assert metric.evidence[0].sentence == "Acme now runs 40 halls."


def test_further_evidence_is_added(corrected: Any) -> None:
    relation = corrected(
        {
            "type": "relation",
            "quote": "built the Wren router on the Bolt stack",
            "at": "Wren router on the Bolt stack",
            "also": ["Bolt Labs"],
            "add": {"subject": "bolt-labs", "kind": "competes_with", "object": {"entity": "acme"}},
        }
    ).facts.where(type="relation", origin="errata")
    assert [e.quote for e in relation.one().evidence] == ["Wren router on the Bolt stack", "Bolt Labs"]
    assert relation.one().object.id == "acme"


def test_fields_are_changed(corrected: Any) -> None:
    april = {"start": "2027-04-01", "end": "2027-04-30", "precision": "month", "text": "April"}
    before = qf.parse(TEXT).facts.of_type(qf.PersonnelChange).one()
    after: qf.PersonnelChange = (
        corrected(
            {
                "type": "personnel-change",
                "quote": "Jane Roe left",
                "change": {"date": april, "role": "chief of halls", "organisation": "", "story": 1},
            }
        )
        .facts.of_type(qf.PersonnelChange)
        .one()
    )
    assert (str(before.date), before.origin) == ("2027-05-03", "rule")
    assert (str(after.date), after.role, after.organisation) == (
        "2027-04-01/2027-04-30",
        "chief of halls",
        None,
    )
    assert (after.origin, after.id, after.person) == ("errata", before.id, before.person)


def test_one_of_several_facts_is_changed_or_dropped(corrected: Any) -> None:
    one = {"quote": "revenue rose 4% to $5 million"}
    assert not corrected({**one, "at": "4%", "drop": True}).facts.where(
        lambda fact: isinstance(fact, qf.Metric) and fact.quantity.text == "4%"
    )
    changed = corrected({**one, "which": {"aspect": "level"}, "change": {"qualifier": "net"}})
    assert [metric.quantity.text for metric in changed.facts.where(qualifier="net")] == ["$5 million"]


def test_errata_of_another_text_are_not_applied(corrected: Any) -> None:
    assert corrected({**HALLS, "report": "0" * 64}) == qf.parse(TEXT)


def test_lists_are_entities(corrected: Any) -> None:
    event = corrected(
        {
            "type": "event",
            "quote": "Acme grows",
            "add": {"kind": "other", "subject": "acme", "parts": ["wren", "bolt-labs"]},
        }
    ).facts.where(origin="errata")
    assert [part.id for part in event.one().parts] == ["wren", "bolt-labs"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quote": "Acme"}, "stands 5 times in the text"),
        ({"quote": "Acme never runs"}, "stands 0 times in the text"),
        ({"quote": None}, "quote: wants a string that is not empty, got None"),
        ({"reason": " "}, "reason: wants a string that is not empty, got ' '"),
        ({"type": "metrics"}, "type: 'metrics' is no type of fact; did you mean metric"),
        ({"at": "41"}, "at: '41' stands 0 times in the quote"),
        ({"drop": True}, "wants one of add"),
        ({"add": None, "drop": False}, "wants one of add"),
        ({"add": None, "quote": "Bolt Labs", "drop": True}, "0 facts of this type are there"),
        ({"add": "stores"}, "add: wants a table, got 'stores'"),
        ({"also": "Jane Roe"}, "also: wants a list of quotes"),
        ({"add": None, "quote": TEXT[40:90], "drop": True}, "2 facts of this type are there"),
        ({"wich": {}}, "wich: is no key of an erratum; did you mean which"),
        ({"add": {"measures": "stores"}}, "measures: is no field of a metric; did you mean measure"),
        ({"add": {"subject": "acmee"}}, "subject: no entity 'acmee' here; did you mean acme"),
        (
            {"add": {"quantity": "41"}},
            "quantity: wants the words of one quantity that stands there, got '41'",
        ),
        ({"add": {"period": "April"}}, "period: wants {start, end, precision, text}, got 'April'"),
        ({"add": {"subject": "acme"}}, "quantity: a metric needs one"),
        ({"add": {"quantity": "40"}}, "missing"),
        ({"add": {**HALLS["add"], "aspect": "size"}}, "aspect"),
        ({"type": "event", "add": {"parts": "wren"}}, "parts: wants a list, got 'wren'"),
    ],
)
def test_a_wrong_erratum_is_refused(corrected: Any, change: dict[str, Any], why: str) -> None:
    with pytest.raises(ErrataError) as caught:
        corrected({**HALLS, **change})
    assert why in str(caught.value)
    assert "own.toml: erratum 1" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff", "no TOML: 'utf-8' codec"),
        (b"[[erratum]\n", "no TOML: "),
        (b"[errata]\n", "wants [[erratum]] tables and nothing else, got errata"),
        (b"erratum = 5\n", "wants [[erratum]] tables"),
        (b"erratum = [5]\n", "erratum 1: wants a table, got 5"),
    ],
)
def test_a_file_of_other_things_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(ErrataError) as caught:
        errata_of([path])
    assert str(caught.value).startswith(str(path))
    assert why in str(caught.value)


def test_a_file_that_is_not_there_is_an_os_error() -> None:
    with pytest.raises(FileNotFoundError):
        qf.parse("", errata="nowhere.toml")
