"""Parquet: facts as a file, a dataset as a folder with one file a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..dataset import Dataset
from ..entities import Entity
from ..errors import DatasetError
from ..facts import Fact
from ..query import Facts
from .arrow import facts_from_arrow, facts_to_arrow, from_arrow, to_arrow
from .columns import tables
from .extras import needed

__all__ = ["facts_from_parquet", "facts_to_parquet", "from_parquet", "to_parquet"]


def facts_to_parquet(facts: Facts[Any], kinds: tuple[type[Fact], ...], path: str | Path) -> None:
    """Write facts of these types to one file."""
    _write(facts_to_arrow(facts, kinds), path)


def facts_from_parquet(path: str | Path, entities: Iterable[Entity] | None) -> Facts[Fact]:
    """The facts in a file."""
    return facts_from_arrow(_read(path), entities)


def to_parquet(dataset: Dataset, folder: str | Path) -> None:
    """Write every table of a dataset to a file of its own in a folder, which is made if it is not there."""
    written = to_arrow(dataset)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in written.items():
        _write(table, folder / f"{name}.parquet")


def from_parquet(folder: str | Path) -> Dataset:
    """The dataset in a folder."""
    return from_arrow({name: _read(Path(folder) / f"{name}.parquet") for name in tables()})


def _write(table: Any, path: str | Path) -> None:
    _parquet().write_table(table, str(path))


def _read(path: str | Path) -> Any:
    try:
        with Path(path).open("rb") as file:  # so that one file stays one, also in a folder named like a=b
            return _parquet().read_table(file)
    except ValueError as error:
        raise DatasetError([f"{path}: {error}"]) from None


def _parquet() -> Any:
    return needed("pyarrow.parquet", extra="arrow")
