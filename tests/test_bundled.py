"""The bundled dataset: loaded once, equal to a fresh reading, refused where a file was changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from importlib.resources import files
from itertools import chain
from pathlib import Path
from threading import Barrier
from typing import Any

import build_dataset
import pytest
from builders import a_dataset

import qwenfacts as qf
from qwenfacts import bundled

SHIPPED = files("qwenfacts").joinpath("data", "reports")
NAMES = ("2026-03-21.txt", "2026-03-28.txt", "dataset.json")


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The bundled files where a test may change them, with nothing loaded yet."""
    folder = tmp_path / "data" / "reports"
    folder.mkdir(parents=True)
    for name in NAMES:
        folder.joinpath(name).write_bytes(SHIPPED.joinpath(name).read_bytes())
    monkeypatch.setattr(bundled, "files", lambda package: tmp_path)
    bundled._checked.cache_clear()
    yield folder
    bundled._checked.cache_clear()


def refused() -> tuple[str, ...]:
    with pytest.raises(qf.errors.DatasetError) as caught:
        qf.load()
    *faults, repair = caught.value.faults
    assert repair == bundled.REPAIR
    return tuple(faults)


# -- what it is --


def test_it_is_what_a_fresh_reading_gives() -> None:
    fresh = qf.Dataset.of(*(qf.parse(SHIPPED.joinpath(name).read_bytes().decode()) for name in NAMES[:2]))
    assert qf.load() == fresh, "the rules have changed; run: python tests/build_dataset.py"
    assert SHIPPED.joinpath("dataset.json").read_bytes() == fresh.to_json().encode()
    assert qf.load().fingerprint == fresh.fingerprint


@pytest.mark.parametrize("day", bundled.PINNED)
def test_the_texts_are_the_ones_that_were_given(day: str) -> None:
    data = SHIPPED.joinpath(f"{day}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == bundled.PINNED[day]
    report = qf.load().report(day)
    assert report.text.encode() == data
    assert report.sha256 == bundled.PINNED[day]


def test_its_reports() -> None:
    first, second = qf.load().reports
    assert (first.id, second.id) == ("qwen-2026-03-21", "qwen-2026-03-28")
    assert [len(report.stories) for report in (first, second)] == [3, 5]
    assert [report.posted_at for report in (first, second)] == [
        datetime(2026, 3, 21, 21, 10),  # noqa: DTZ001 - as printed, without a zone
        datetime(2026, 3, 28, 21, 40),  # noqa: DTZ001
    ]
    assert [str(report.period) for report in (first, second)] == [
        "2026-03-15/2026-03-21",
        "2026-03-22/2026-03-28",
    ]
    assert [len(report.links) for report in (first, second)] == [0, 7]
    assert sum(len(story.links) for story in qf.load().stories) == 7
    for facts in (qf.load().metrics, qf.load().releases, qf.load().personnel, qf.load().citations):
        assert facts


@pytest.mark.parametrize("day", bundled.PINNED)
def test_every_mention_is_in_a_fact_or_left_over(day: str) -> None:
    report = qf.load().report(day)
    unknown = [name for name in report.names if not name.value.known]
    read = (report.quantities, report.dates, report.quotations, report.links, unknown)
    mentions: list[qf.Mention[Any]] = list(chain(*read))
    used = {span for fact in report.facts for span in fact.mentions}
    left = {entry.span for entry in report.unread}
    assert {mention.span for mention in mentions} <= used | left
    assert not used & left


@pytest.mark.parametrize("day", bundled.PINNED)
def test_every_number_was_read(day: str) -> None:
    reasons = {entry.reason for entry in qf.load().report(day).unread}
    assert not reasons & {"number-not-read", "number-too-large"}


def test_the_ids_are_those_that_others_have_noted_down() -> None:
    noted = Path(__file__).with_name("fact_ids.txt").read_text("utf-8").split()
    assert [fact.id for fact in qf.load().facts] == noted, "an id has moved; say so in CHANGELOG.md"


def test_facts_come_from_rules_and_errata() -> None:
    assert {fact.origin for fact in qf.load().facts} == {"rule", "errata"}


# -- loading --


def test_it_is_loaded_once() -> None:
    assert qf.load() is qf.load() is bundled.load()


def test_threads_get_the_one_object(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    file = bundled._file

    def slowly(name: str) -> bytes:
        read.append(name)
        return file(name)

    monkeypatch.setattr(bundled, "_file", slowly)
    start = Barrier(8)

    def load(_: int) -> qf.Dataset:
        start.wait()
        return qf.load()

    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(load, range(8)))
    assert len({id(dataset) for dataset in loaded}) == 1
    assert sorted(read) == sorted(NAMES)


# -- files that were changed --


@pytest.mark.usefixtures("copies")
def test_copies_of_the_files_will_do() -> None:
    assert len(qf.load().reports) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_named(copies: Path, name: str) -> None:
    copies.joinpath(name).unlink()
    (fault,) = refused()
    assert name in fault


@pytest.mark.parametrize("day", bundled.PINNED)
def test_a_changed_text_is_refused(copies: Path, day: str) -> None:
    path = copies / f"{day}.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (fault,) = refused()
    assert fault.startswith(f"{day}.txt: its sha256 is ")
    assert bundled.PINNED[day] in fault


def test_a_dataset_of_other_texts_is_refused(copies: Path) -> None:
    copies.joinpath("dataset.json").write_text(a_dataset().to_json(), encoding="utf-8")
    assert refused() == ("dataset.json: was not read from the two texts that are pinned",)


def test_half_a_dataset_is_refused(copies: Path) -> None:
    qf.Dataset.of(qf.read(copies / NAMES[0])).to_json(copies / "dataset.json")
    assert refused() == ("dataset.json: was not read from the two texts that are pinned",)


def test_a_broken_dataset_is_refused_with_its_faults(copies: Path) -> None:
    path = copies / "dataset.json"
    path.write_text(path.read_text("utf-8").replace('"origin": "rule"', '"origin": "magic"', 2), "utf-8")
    faults = refused()
    assert len(faults) == 2
    assert all(fault.startswith("dataset.json: $.reports[0].facts[") for fault in faults)


def test_a_refusal_is_not_kept(copies: Path) -> None:
    data = copies.joinpath("dataset.json").read_bytes()
    copies.joinpath("dataset.json").write_bytes(b"")
    assert refused()
    copies.joinpath("dataset.json").write_bytes(data)
    assert len(qf.load().reports) == 2


# -- writing it anew --


def test_building_writes_the_shipped_bytes(
    copies: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_dataset, "FOLDER", copies)
    path = copies / "dataset.json"
    path.unlink()
    build_dataset.main()
    assert path.read_bytes() == SHIPPED.joinpath("dataset.json").read_bytes()
    build_dataset.main()
    changed, unchanged = capsys.readouterr().out.splitlines()
    assert changed.endswith("facts>, changed")
    assert unchanged.endswith("facts>, unchanged")
