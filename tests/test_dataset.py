"""Any number of reports: their order, their ids, what is found in them."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from itertools import permutations
from pathlib import Path
from typing import Any

import attrs
import pendulum
import pytest
from builders import ACME, MIRA, WREN, WREN_2, a_dataset, a_report
from test_values import is_a_value

from qwenfacts.dataset import SCHEMA_VERSION, Dataset
from qwenfacts.entities import Entity
from qwenfacts.errors import ArgumentError, DatasetError, NotFoundError
from qwenfacts.exchange import json as exchange
from qwenfacts.facts import Citation, Fact, Metric, ModelRelease, PersonnelChange
from qwenfacts.report import Report

SEVENTH, EIGHTH = a_report(), a_report(stories=2, day=8)
BARE = Report(title="Wren", subject=WREN, text="", entities=[ACME, WREN])
SAME_DAY = Report(
    title="Wren", subject=WREN, text="", published=pendulum.Date(2027, 5, 8), entities=[ACME, WREN]
)
DATASET = Dataset.of(SEVENTH, EIGHTH, BARE)


def test_a_dataset_is_a_value() -> None:
    dataset = a_dataset()
    is_a_value(dataset, "reports")
    before = pickle.dumps(dataset)
    assert dataset.fingerprint
    assert dataset.facts.about("acme")
    assert dataset.fact(dataset.facts[0].id)
    assert pickle.dumps(dataset) == before
    is_a_value(dataset, "reports")


def test_the_order_of_reports_does_not_matter() -> None:
    datasets = {Dataset.of(*reports) for reports in permutations((SEVENTH, EIGHTH, BARE, SAME_DAY))}
    assert len(datasets) == 1
    (dataset,) = datasets
    assert dataset.reports == (SEVENTH, EIGHTH, SAME_DAY, BARE)
    assert len({Dataset.of(*reports).to_json() for reports in permutations((SEVENTH, EIGHTH, BARE))}) == 1


def test_entities_are_merged_whatever_the_order() -> None:
    more = Entity("wren", "model_family", "Wren", ("Wren family",), parent="acme")
    fewer = Entity("wren", "other", "WREN", known=False)
    reports = [
        Report(title="x", subject=wren, text=" " * at, entities=[ACME, wren])
        for at, wren in enumerate((WREN, more, fewer))
    ]
    for some in permutations(reports):
        dataset = Dataset.of(*some)
        assert dataset.entities == (ACME, more)
        assert dataset.entity("wren FAMILY") == more


def test_equal_ids_are_refused() -> None:
    other = attrs.evolve(SEVENTH, title="Another title")
    with pytest.raises(DatasetError) as caught:
        Dataset.of(SEVENTH, EIGHTH, other, BARE, BARE)
    assert caught.value.faults == (
        "two reports have the id 'acme-2027-05-07'",
        f"two reports have the id '{BARE.id}'",
    )
    with pytest.raises(DatasetError, match="1 fault"):
        DATASET.with_reports(other)


@pytest.mark.parametrize("wrong", [[SEVENTH], "acme-2027-05-07", None])
def test_a_dataset_is_of_reports(wrong: Any) -> None:
    with pytest.raises(ArgumentError, match=f"Dataset: wants reports, got {type(wrong).__name__}"):
        Dataset.of(SEVENTH, wrong)
    with pytest.raises(TypeError):
        DATASET.with_reports(wrong)


def test_reports_can_be_added() -> None:
    assert Dataset.of().with_reports(EIGHTH).with_reports(BARE, SEVENTH) == DATASET
    assert DATASET.with_reports() == DATASET
    assert Dataset([SEVENTH]) == Dataset.of(SEVENTH) != DATASET


def test_what_is_in_it() -> None:
    assert DATASET.stories == (*SEVENTH.stories, *EIGHTH.stories)
    assert DATASET.facts == SEVENTH.facts + EIGHTH.facts
    assert DATASET.entities == SEVENTH.entities
    for facts, kind in (
        (DATASET.metrics, Metric),
        (DATASET.releases, ModelRelease),
        (DATASET.personnel, PersonnelChange),
        (DATASET.citations, Citation),
    ):
        assert facts
        assert {type(fact) for fact in facts} == {kind}
        assert tuple(facts) == tuple(fact for fact in DATASET.facts if type(fact) is kind)


def test_nothing_is_in_an_empty_one() -> None:
    empty = Dataset.of()
    assert not empty.reports + empty.stories + empty.entities
    assert not empty.facts
    assert not empty.metrics


# -- looking up -------------------------------------------------------------------------------


def test_a_report_by_its_id_or_its_day() -> None:
    for key in ("acme-2027-05-08", "2027-05-08", dt.date(2027, 5, 8), pendulum.Date(2027, 5, 8)):
        assert DATASET.report(key) is EIGHTH
    assert DATASET.report(BARE.id) is BARE


@pytest.mark.parametrize("key", ["2027-05-09", "acme", "", "None"])
def test_a_report_that_is_not_there(key: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        DATASET.report(key)
    assert str(caught.value) == (
        f"{key!r}: no report has that id or was published that day;"
        f" there are acme-2027-05-07, acme-2027-05-08, {BARE.id}"
    )
    with pytest.raises(LookupError, match=r"there are none$"):
        Dataset.of().report(key)


def test_two_reports_of_one_day() -> None:
    dataset = DATASET.with_reports(SAME_DAY)
    with pytest.raises(NotFoundError) as caught:
        dataset.report("2027-05-08")
    assert str(caught.value) == (
        "'2027-05-08': more than one report was published that day;"
        " there are acme-2027-05-08, wren-2027-05-08"
    )
    assert dataset.report("wren-2027-05-08") is SAME_DAY


@pytest.mark.parametrize("wanted", ["wren-2", "WREN 2", WREN_2])
def test_an_entity_by_id_or_name(wanted: Entity | str) -> None:
    assert DATASET.entity(wanted) == WREN_2
    assert len(DATASET.about(wanted)) == 12
    assert DATASET.about(wanted) == DATASET.facts.about(wanted)


def test_an_entity_that_is_not_there() -> None:
    for look_up in (DATASET.entity, DATASET.about):
        with pytest.raises(NotFoundError, match=r"no entity 'mira' here; did you mean .*mira"):
            look_up("mira")


def test_about_with_parts() -> None:
    assert DATASET.about(WREN, parts=True) == DATASET.facts.about(WREN, parts=True)
    assert len(DATASET.about(WREN, parts=True)) > len(DATASET.about(WREN))
    assert len(DATASET.about(MIRA)) == 9


def test_a_fact_by_its_id() -> None:
    assert all(DATASET.fact(fact.id) is fact for fact in DATASET.facts)
    with pytest.raises(
        NotFoundError, match=r"no fact 'acme-2027-05-07/metric@1'; did you mean acme-2027-05-0"
    ):
        DATASET.fact("acme-2027-05-07/metric@1")
    with pytest.raises(LookupError, match=r"^no fact ''$"):
        DATASET.fact("")


# -- elsewhere --------------------------------------------------------------------------------


def test_equal_datasets_have_one_fingerprint() -> None:
    again = Dataset.of(BARE, a_report(stories=2, day=8), a_report())
    assert again == DATASET
    assert again.fingerprint == DATASET.fingerprint == hashlib.sha256(DATASET.to_json().encode()).hexdigest()
    assert Dataset.of(SEVENTH).fingerprint != DATASET.fingerprint


def test_the_schema_is_that_of_the_json() -> None:
    assert DATASET.schema_version == SCHEMA_VERSION == exchange.SCHEMA_VERSION == "1"
    assert f'"schema_version": "{DATASET.schema_version}"' in DATASET.to_json()


def test_json_goes_to_a_file_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "dataset.json"
    text = DATASET.to_json(path)
    assert path.read_bytes().decode() == text
    assert Dataset.from_json(path.read_bytes()) == Dataset.from_json(text) == DATASET


def test_the_repr_counts() -> None:
    assert repr(DATASET) == "<Dataset: 3 reports, 3 stories, 30 facts>"
    assert repr(Dataset.of()) == "<Dataset: 0 reports, 0 stories, 0 facts>"
    one: Fact = SEVENTH.facts[0]
    assert one.story == 1
    story = attrs.evolve(SEVENTH.stories[0], facts=SEVENTH.facts[:1])
    short = attrs.evolve(SEVENTH, facts=SEVENTH.facts[:1], stories=[story])
    assert repr(Dataset.of(short)) == "<Dataset: 1 report, 1 story, 1 fact>"
