"""Parquet: a file of facts, and a folder of tables; both come back equal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import a_dataset

import qwenfacts as qf
from qwenfacts.exchange.columns import tables

pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")


@pytest.mark.parametrize("make", [qf.load, a_dataset, qf.Dataset.of])
def test_a_dataset_comes_back_equal(make: Callable[[], qf.Dataset], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "kind=facts"
    make().to_parquet(folder)
    assert sorted(path.stem for path in folder.iterdir()) == sorted(tables())
    assert qf.Dataset.from_parquet(str(folder)) == make()


def test_the_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    written: list[list[bytes]] = []
    for name in ("one", "two"):
        a_dataset().to_parquet(tmp_path / name)
        written.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert written[0] == written[1]


def test_facts_come_back_equal_with_their_entities(tmp_path: Path) -> None:
    for facts in (a_dataset().facts, a_dataset().metrics, qf.load().facts):
        facts.to_parquet(tmp_path / "facts.parquet")
        assert qf.Facts.from_parquet(tmp_path / "facts.parquet") == facts


@pytest.mark.parametrize("library", ["polars", "pandas", "duckdb"])
def test_others_read_and_write_the_files(library: str, tmp_path: Path) -> None:
    other = pytest.importorskip(library, reason=f"needs {library}")
    dataset, path = a_dataset(), tmp_path / "facts.parquet"
    dataset.facts.to_parquet(path)
    rewritten = tmp_path / "rewritten.parquet"
    if library == "polars":
        other.read_parquet(path).write_parquet(rewritten)
    elif library == "pandas":
        other.read_parquet(path, dtype_backend="pyarrow").to_parquet(rewritten)
    else:
        other.connect().execute(f"COPY (FROM '{path}') TO '{rewritten}' (FORMAT parquet)")
    assert qf.Facts.from_parquet(rewritten, dataset.entities) == dataset.facts


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    a_dataset().to_parquet(tmp_path)
    (tmp_path / "events.parquet").write_bytes(b"PAR1 or not")
    with pytest.raises(qf.errors.DatasetError, match=r"events\.parquet: "):
        qf.Dataset.from_parquet(tmp_path)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    reading: list[Callable[[Any], object]] = [qf.Facts.from_parquet, qf.Dataset.from_parquet]
    for read in reading:
        with pytest.raises(FileNotFoundError):
            read(tmp_path / "nowhere")
