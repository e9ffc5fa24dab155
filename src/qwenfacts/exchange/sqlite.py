"""A dataset as an SQLite database, and back, equal."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from ..dataset import SCHEMA_VERSION, Dataset
from ..errors import DatasetError
from .columns import FACT_TABLES
from .sql import TABLES, flat, named, names_of, script, unflat
from .tables import Row, check_version, from_rows, rows_of

__all__ = ["from_sqlite", "to_sqlite"]


def to_sqlite(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset to a new database, which takes the place of a file that is there.

    It is complete before it has that name: whoever reads the old file is not disturbed.
    """
    path = Path(path)
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_bytes(b"")  # a folder that is not there is an OSError, not one of SQLite
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as database:
            database.executescript(f"PRAGMA foreign_keys = ON; PRAGMA page_size = 4096;\nBEGIN;\n{script()}")
            _write(database, dataset)
            database.execute("INSERT INTO quotes (quotes) VALUES ('rebuild')")
            database.execute("COMMIT")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(database: sqlite3.Connection, dataset: Dataset) -> None:
    rows = rows_of(dataset)
    about = {"schema_version": SCHEMA_VERSION, "data_version": dataset.data_version}
    _insert(database, "meta", ({"key": key, "value": value} for key, value in about.items()))
    for name in ("reports", "stories", "entities"):
        columns = TABLES[name]
        _insert(
            database,
            name,
            [
                dict(pair for key, shape in columns.items() for pair in flat(key, shape, row[key]))
                for row in rows[name]
            ],
        )
    place = {fact: at for report in rows["reports"] for at, fact in enumerate(report["facts"])}
    for name in FACT_TABLES:
        columns = TABLES[name]
        for row in rows[name]:
            where = {"id": row["id"], "report": row["report"], "position": place[row["id"]]}
            _insert(database, "facts", [{**where, "type": row["type"]}])
            made = (pair for key, shape in columns.items() for pair in flat(key, shape, row[key]))
            _insert(database, name, [dict(made)])
            _insert(database, "evidence", _evidence(row))
            _insert(
                database,
                "fact_entities",
                [
                    {"fact": row["id"], "report": row["report"], "field": field, "position": at, "entity": e}
                    for column, shape in columns.items()
                    for field, at, e in named(shape, column, row[column])
                ],
            )


def _evidence(row: Row) -> Iterator[Row]:
    for at, each in enumerate(row["evidence"]):
        start, end = each["span"]
        said = {"quote": each["quote"], "sentence": each["sentence"]}
        yield {"fact": row["id"], "position": at, "start": start, "end": end, **said}


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])  # noqa: S608


def from_sqlite(path: str | Path) -> Dataset:
    """The dataset in a database; `DatasetError` with every fault if it is not one that `to_sqlite` wrote."""
    with Path(path).open("rb"):
        pass  # a file that is not there is an OSError, and is not made
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as database:
            database.row_factory = sqlite3.Row
            check_version(dict(database.execute("SELECT key, value FROM meta")).get("schema_version"))
            rows = _read(database)
    except (sqlite3.Error, ValueError, TypeError) as error:
        if isinstance(error, DatasetError):
            raise
        raise DatasetError([f"{path}: {error}"]) from None
    return from_rows(rows)


def _read(database: sqlite3.Connection) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for name, columns in TABLES.items():
        found = _select(database, name, names_of(columns), "rowid")
        rows[name] = [{key: unflat(key, shape, row) for key, shape in columns.items()} for row in found]
    types: dict[str, str] = {}
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for row in _select(database, "facts", ["id", "report", "type"], "position"):
        types[row["id"]] = row["type"]
        listed[row["report"]].append(row["id"])
    for report in rows["reports"]:
        report["facts"] = listed[report["id"]]
    evidence: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _select(database, "evidence", ["fact", "start", "end", "quote", "sentence"], "position"):
        said = {"quote": row["quote"], "sentence": row["sentence"]}
        evidence[row["fact"]].append({"span": [row["start"], row["end"]], **said})
    for name in FACT_TABLES:
        for fact in rows[name]:
            fact["type"] = types.get(fact["id"])
            fact["evidence"] = [{"report": fact["report"], **each} for each in evidence[fact["id"]]]
    return rows


def _select(database: sqlite3.Connection, table: str, names: list[str], order: str) -> Iterable[Any]:
    # with the name of its table, as SQLite takes an unknown name in quotes for a string
    listed = ", ".join(f'{table}."{name}"' for name in names)
    return database.execute(f"SELECT {listed} FROM {table} ORDER BY {order}")  # noqa: S608
