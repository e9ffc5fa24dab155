"""The JSON Schema: it takes all that is written, and refuses nothing that is read."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import a_dataset
from hypothesis import given, settings
from hypothesis import strategies as st
from test_json import CHANGES, TWO, _places, json_values

import qwenfacts as qf
from qwenfacts import strategies

jsonschema = pytest.importorskip("jsonschema", reason="the schema is checked with jsonschema")

SCHEMA = qf.json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
COPY = Path(__file__).parents[1] / "docs" / "schema.json"


def faults(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["properties"]["schema_version"] == {"const": qf.load().schema_version}


def test_the_copy_in_the_documents_is_the_same() -> None:
    assert json.loads(COPY.read_text("utf-8")) == SCHEMA, (
        "write it anew: json.dumps(qf.json_schema(), indent=2); a schema that changed may want another version"
    )


def test_each_call_gives_a_schema_of_its_own() -> None:
    qf.json_schema()["$defs"].clear()
    assert qf.json_schema() == SCHEMA


@pytest.mark.parametrize("make", [qf.load, a_dataset, qf.Dataset.of])
def test_what_is_written_is_valid(make: Callable[[], qf.Dataset]) -> None:
    assert faults(json.loads(make().to_json())) == []


@settings(max_examples=settings().max_examples // 2)
@given(strategies.datasets())
def test_any_dataset_is_valid(dataset: qf.Dataset) -> None:
    assert faults(json.loads(dataset.to_json())) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema_version", "2"),
        ("colour", "red"),
        ("reports", {}),
        ("reports 0 title", 5),
        ("reports 0 published", "7 May 2027"),
        ("reports 0 posted_at", "2027-05-07"),
        ("reports 0 sha256", "00"),
        ("reports 0 subject", "Acme"),
        ("reports 0 entities 0 name", " "),
        ("reports 0 entities 0 kind", "company"),
        ("reports 0 entities 0 known", 1),
        ("reports 0 entities 0 parent", "a b"),
        ("reports 0 blocks 0 span", [3]),
        ("reports 0 blocks 0 span", [3, 4, 5]),
        ("reports 0 blocks 0 span", [-1, 4]),
        ("reports 0 blocks 0 text", ""),
        ("reports 0 stories 0 number", 0),
        ("reports 0 quantities 0 value bound", "over"),
        ("reports 0 quantities 0 value value", 4.5),
        ("reports 0 quantities 0 value low", "04.5"),
        ("reports 0 quantities 0 value low", None),
        ("reports 0 quantities 0 value per", ""),
        ("reports 0 dates 0 value end", None),
        ("reports 0 dates 0 value precision", "open"),
        ("reports 0 unread 0 reason", "boring"),
        ("reports 0 facts 3 type", "outlook"),
        ("reports 0 facts 3 type", "rumour"),
        ("reports 0 facts 3 measure", "Net Sales"),
        ("reports 0 facts 3 period", None),
        ("reports 0 facts 3 of", {"entity": None}),
        ("reports 0 facts 3 evidence", []),
        ("reports 0 facts 0 supports", 1.5),
        ("reports 0 facts 5 person", None),
        ("reports 0 facts 5 group", "two people"),
        ("reports 0 facts 6 verbatim", "FALSE"),
        ("reports 0 facts 8 kind", "Built On"),
        ("reports 0 facts 8 object", 5),
    ],
)
def test_what_it_can_say_it_says(path: str, value: Any) -> None:
    document = json.loads(TWO)
    *steps, last = (int(step) if step.isdigit() else step for step in path.split())
    target = document
    for step in steps:
        target = target[step]
    target[last] = value
    assert faults(document)
    with pytest.raises(qf.errors.DatasetError):
        qf.Dataset.from_json(json.dumps(document))


@pytest.mark.parametrize(
    ("start", "end", "precision", "fits"),
    [
        (None, "2027-05-07", "open", True),
        (None, None, "open", False),
        ("2027-05-07", "2027-05-08", "open", False),
        (None, None, "fiscal_year", True),
        ("2027-05-07", None, "fiscal_year", False),
        ("2027-05-07", None, "relative", True),
        (None, None, "relative", False),
        ("2027-05-07", "2027-05-07", "day", True),
        (None, "2027-05-07", "range", False),
    ],
)
def test_ends_and_precision_go_together(start: Any, end: Any, precision: str, fits: bool) -> None:
    document = json.loads(TWO)
    period = {"start": start, "end": end, "precision": precision, "text": "then"}
    document["reports"][0]["period"] = period
    assert (not faults(document)) == fits
    written = json.dumps(document)
    if fits:
        assert qf.Dataset.from_json(written).to_json()
    else:
        with pytest.raises(qf.errors.DatasetError):
            qf.Dataset.from_json(written)


@given(st.data(), st.sampled_from(CHANGES), json_values)
def test_it_refuses_nothing_that_is_read(
    data: st.DataObject, change: Callable[[Any, Any, Any], None], value: Any
) -> None:
    document = copy.deepcopy(json.loads(TWO))
    target, key = data.draw(st.sampled_from(list(_places(document))))
    change(target, key, value)
    try:
        qf.Dataset.from_json(json.dumps(document))
    except qf.errors.DatasetError:
        return
    assert faults(document) == []
