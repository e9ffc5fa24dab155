"""A dataset as rows of tables, and back: the canonical JSON, cut up so that each table has one kind of row.

A row is a JSON object with a key for each column. Rows that were somewhere else are read by the reader
of the canonical JSON, as strictly as a document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from ..dataset import SCHEMA_VERSION, Dataset
from ..entities import Entity
from ..errors import DatasetError
from ..facts import Fact
from .columns import FACT_TABLES, tables
from .document import id_of, is_list, shown
from .faults import Teller, told
from .hooks import HELD
from .json import dataset_of
from .writing import object_of

__all__ = ["Row", "check_version", "entities_of", "facts_of", "from_rows", "rows_of"]

Row: TypeAlias = dict[str, Any]


def rows_of(dataset: Dataset) -> dict[str, list[Row]]:
    """The rows of every table of a dataset, each in the order that its report has them in.

    >>> rows_of(Dataset.of())["reports"]
    []
    """
    rows: dict[str, list[Row]] = {name: [] for name in tables()}
    table_of = {kind.type: name for name, kind in FACT_TABLES.items()}
    for report in dataset.reports:
        made: Row = object_of(report)
        for name in ("stories", "entities"):
            rows[name] += ({"report": report.id, **each} for each in made.pop(name))
        for fact in made["facts"]:
            rows[table_of[fact["type"]]].append(fact)
        rows["reports"].append({**made, "facts": [fact.id for fact in report.facts]})
    return rows


def from_rows(rows: Mapping[str, Sequence[Row]]) -> Dataset:
    """The dataset of these tables; `DatasetError` with every fault if there is one.

    >>> from_rows({name: [] for name in tables()})
    <Dataset: 0 reports, 0 stories, 0 facts>
    """
    faults = [*_misshapen(rows)]
    if not faults:
        every = [fact for name in FACT_TABLES for fact in rows[name]]
        facts = {id_of(fact): fact for fact in every}
        faults += (f"{shown(f['id'])}: stands there twice" for f in every if facts[id_of(f)] is not f)
        parts = {name: _by_report(rows[name]) for name in ("stories", "entities")}
        reports: list[object] = []
        for row in rows["reports"]:
            key = id_of(row)
            listed: list[Any] = row["facts"] if is_list(row["facts"]) else []
            told_of = [facts.pop(str(fact), {"id": fact}) for fact in listed]
            own = {name: groups.pop(key, []) for name, groups in parts.items()}
            reports.append({**row, "facts": told_of, **own})
        faults += (f"{shown(key)}: a fact that no report lists" for key in facts)
        faults += (
            f"{name}: {shown(key)} is no report, but has {name}"
            for name, groups in parts.items()
            for key in groups
        )
        if not faults:
            return dataset_of({"schema_version": SCHEMA_VERSION, "reports": reports})
    raise DatasetError(faults)


def _misshapen(rows: Mapping[str, Sequence[Row]]) -> Iterable[str]:
    for name, columns in tables().items():
        if name not in rows:
            yield f"{name}: this table is missing"
        elif strange := next((row for row in rows[name] if row.keys() != columns.keys()), None):
            lost, added = columns.keys() - strange.keys(), strange.keys() - columns.keys()
            yield f"{name}: columns that are missing or unknown: {', '.join(sorted({*lost, *added}))}"


def _by_report(rows: Iterable[Row]) -> dict[str | None, list[Row]]:
    groups: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        key = row["report"] if isinstance(row["report"], str) else None
        groups[key].append({name: part for name, part in row.items() if name != "report"})
    return groups


def check_version(version: object) -> None:
    """Refuse what was written in another version of the schema.

    >>> check_version("0")
    Traceback (most recent call last):
    qwenfacts.errors.DatasetError: refused, 1 fault; nothing was loaded:
      schema_version: this version of qwenfacts reads "1", got "0"; read it with the version that wrote it
    """
    if version != SCHEMA_VERSION:
        raise DatasetError(
            [
                f'schema_version: this version of qwenfacts reads "{SCHEMA_VERSION}", got {shown(version)};'
                " read it with the version that wrote it"
            ]
        )


def entities_of(value: object) -> tuple[Entity, ...]:
    """The entities in an array of JSON objects, each id once; `DatasetError` with every fault.

    >>> entities_of([])
    ()
    """
    token = HELD.set({})
    try:
        made: tuple[Entity, ...] = Teller().entities()(value)
    except Exception as error:
        raise DatasetError(told(error, "entities")) from None
    finally:
        HELD.reset(token)
    return made


def facts_of(rows: Iterable[Row], entities: Mapping[str, Iterable[Entity]]) -> tuple[Fact, ...]:
    """The facts in these rows, with the entities of each report; `DatasetError` with every fault.

    >>> facts_of([], {})
    ()
    """
    held = {report: {entity.id: entity for entity in each} for report, each in entities.items()}
    read = Teller().hook(Fact)
    facts: list[Fact] = []
    faults: list[str] = []
    for number, row in enumerate(rows, 1):
        token = HELD.set({"table": held.get(str(row.get("report")), {})})
        try:
            facts.append(cast("Fact", read(row)))
        except Exception as error:
            faults += told(error, f"row {number}")
        finally:
            HELD.reset(token)
    if faults:
        raise DatasetError(faults)
    return tuple(facts)
