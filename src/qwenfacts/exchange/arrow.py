"""Facts and datasets as Arrow tables, and back, equal.

pyarrow, not nanoarrow or arro3: it alone makes tables of nested Python values, writes Parquet, and is what
pandas reads Arrow with. Whatever else speaks Arrow takes the tables through the PyCapsule stream.

| value | Arrow type |
| --- | --- |
| words | string; a column of slugs, of a closed list, of ids of entities or reports: dictionary |
| number | decimal128(38, 13): 24 integer digits, and 13 decimals, which the end of an interval may have |
| whole number, truth | int64, bool |
| day, day and time | date32, timestamp in microseconds without a zone |
| span, `Quantity`, `Period`, `Evidence` and other records | struct of their fields |
| several | list |
| entity, or words | struct of ``entity`` and ``text``, one of which is null |
| story, or fact | struct of ``story`` and ``fact``, one of which is null |
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from ..dataset import SCHEMA_VERSION, Dataset
from ..entities import Entities, Entity
from ..errors import ArgumentError
from ..facts import Fact
from ..query import FACT_TYPES, Facts
from .columns import Columns, Shape, columns_of, tables, union_of
from .document import is_list, is_object
from .extras import needed
from .tables import Row, check_version, entities_of, facts_of, from_rows, rows_of
from .writing import object_of

__all__ = [
    "facts_from_arrow",
    "facts_to_arrow",
    "from_arrow",
    "schema_of",
    "to_arrow",
    "to_pandas",
    "to_polars",
]

KEY: Final = b"qwenfacts"
"""Of the metadata of a schema: the version of the schema and, with facts, their entities by report."""


# -- schemas ----------------------------------------------------------------------------------


def schema_of(columns: Columns, **about: object) -> Any:
    """The `pyarrow.Schema` of some columns, with what is said about them in its metadata.

    >>> schema_of(columns_of(Entity)).field("parent").type
    DataType(string)
    """
    pa = _pyarrow()
    fields = [pa.field(name, _type(pa, shape), shape.optional) for name, shape in columns.items()]
    said = json.dumps({"schema_version": SCHEMA_VERSION, **about}, ensure_ascii=False)
    return pa.schema(fields, {KEY: said.encode()})


def _pyarrow() -> Any:
    return needed("pyarrow", extra="arrow")


def _type(pa: Any, shape: Shape, inside: bool = False) -> Any:
    """The Arrow type of a shape. There are no dictionaries ``inside`` structs and lists.

    Where such a one has no word at all, as with missing quantities or empty lists, polars 2.1 panics
    and DuckDB 2.0 refuses the table.
    """
    match shape.kind:
        case "several":
            return pa.list_(_type(pa, shape.part, True))
        case "record":
            return pa.struct({name: _type(pa, part, True) for name, part in columns_of(shape.cl).items()})
        case "entity or text":
            return pa.struct({"entity": pa.string(), "text": pa.string()})
        case "story or fact":
            return pa.struct({"story": pa.int64(), "fact": pa.string()})
        case "span":
            return pa.struct({"start": pa.int64(), "end": pa.int64()})
        case "number":
            return pa.decimal128(38, 13)
        case "day":
            return pa.date32()
        case "moment":
            return pa.timestamp("us")
        case "whole":
            return pa.int64()
        case "truth":
            return pa.bool_()
        case "label" | "word" | "entity" if not inside:
            return pa.dictionary(pa.int32(), pa.string())
        case _:
            return pa.string()


# -- values: what the canonical JSON says, and what Arrow holds ---------------------------------


def _cell(shape: Shape, value: Any) -> Any:
    """A value of the canonical JSON as Arrow takes it."""
    if value is None:
        return None
    match shape.kind:
        case "several":
            return [_cell(shape.part, each) for each in value]
        case "record":
            return {name: _cell(part, value[name]) for name, part in columns_of(shape.cl).items()}
        case "entity or text":
            return {"text": value} if isinstance(value, str) else value
        case "story or fact":
            return {"fact" if isinstance(value, str) else "story": value}
        case "span":
            return dict(zip(("start", "end"), value, strict=True))
        case "number":
            return Decimal(value)
        case "day":
            return dt.date.fromisoformat(value)
        case "moment":
            return dt.datetime.fromisoformat(value)
        case _:
            return value


def _said(shape: Shape, value: Any) -> Any:
    """What a value that came through Arrow is in the canonical JSON.

    A value of another type stays as it is: the reader refuses it and says where it stands.
    """
    match shape.kind:
        case "several" if is_list(value):
            return [_said(shape.part, each) for each in value]
        case "record" if is_object(value):
            columns = columns_of(shape.cl)
            return {name: _said(columns[name], p) if name in columns else p for name, p in value.items()}
        case "entity or text" if is_object(value):
            return value["text"] if value.get("text") is not None else {"entity": value.get("entity")}
        case "story or fact" if is_object(value):
            return value["fact"] if value.get("fact") is not None else _whole(value.get("story"))
        case "span" if is_object(value):
            return [_whole(value.get("start")), _whole(value.get("end"))]
        case "whole":
            return _whole(value)
        case _ if isinstance(value, Decimal):
            return format(value, "f")
        case _ if isinstance(value, dt.date):
            return value.isoformat()
        case _:
            return value


def _whole(value: Any) -> Any:
    """Whole numbers, some of which were missing, are floats to those who know no missing ones."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# -- facts --------------------------------------------------------------------------------------


def facts_to_arrow(facts: Facts[Any], kinds: tuple[type[Fact], ...]) -> Any:
    """Facts of these types as a `pyarrow.Table`; their entities are in the metadata of its schema."""
    entities: dict[str, dict[Entity, None]] = {}
    for fact in facts:
        entities.setdefault(fact.report, {}).update(dict.fromkeys(fact.entities()))
    named = {report: [object_of(entity) for entity in each] for report, each in entities.items()}
    columns = union_of(kinds)
    return _table(columns, (object_of(fact) for fact in facts), schema_of(columns, entities=named))


def _table(columns: Columns, rows: Iterable[Row], schema: Any) -> Any:
    cells = [{name: _cell(columns[name], part) for name, part in row.items()} for row in rows]
    return _pyarrow().Table.from_pylist(cells, schema=schema)


def facts_from_arrow(source: Any, entities: Iterable[Entity] | None) -> Facts[Fact]:
    """The facts in a table that `facts_to_arrow` made, whatever it went through."""
    table = _read(source)
    if entities is not None:
        known = Entities(entities).items
        by_report = dict.fromkeys(map(str, _reports(table)), known)
    else:
        by_report = _entities(table.schema)
    kinds = tuple(kind for kind in FACT_TYPES if [*columns_of(kind)] == table.column_names) or FACT_TYPES
    types = {kind.type: columns_of(kind) for kind in kinds}
    every = union_of(kinds)
    rows: list[Row] = []
    for row in table.to_pylist():
        own = types.get(row.get("type"), every)
        kept = {name: part for name, part in row.items() if name in own or part is not None}
        rows.append({name: _said(own[name], p) if name in own else p for name, p in kept.items()})
    items = facts_of(rows, by_report)
    return Facts(items, kinds, Entities(entity for each in by_report.values() for entity in each))


def _reports(table: Any) -> list[object]:
    return table["report"].unique().to_pylist() if "report" in table.column_names else []


def _entities(schema: Any) -> dict[str, tuple[Entity, ...]]:
    entities = _about(schema).get("entities")
    if not is_object(entities):
        raise ArgumentError(
            "from_arrow: the entities got lost on the way, as they are in the metadata of the schema;"
            " give them: from_arrow(table, entities=dataset.entities)"
        )
    return {report: entities_of(each) for report, each in entities.items()}


def _about(schema: Any) -> dict[str, Any]:
    """What `schema_of` said in the metadata of a schema, if that is still there."""
    metadata: dict[bytes, bytes] = schema.metadata or {}
    if KEY not in metadata:
        return {}
    said: dict[str, Any] = json.loads(metadata[KEY])
    check_version(said.get("schema_version"))
    return said


# -- datasets -----------------------------------------------------------------------------------


def to_arrow(dataset: Dataset) -> dict[str, Any]:
    """Every table of a dataset as a `pyarrow.Table`, by name."""
    rows = rows_of(dataset)
    return {name: _table(columns, rows[name], schema_of(columns)) for name, columns in tables().items()}


def from_arrow(sources: Mapping[str, Any]) -> Dataset:
    """The dataset of these tables."""
    rows: dict[str, list[Row]] = {}
    for name, columns in tables().items():
        if name in sources:
            table = _read(sources[name])
            _about(table.schema)
            rows[name] = [
                {key: _said(columns[key], part) if key in columns else part for key, part in row.items()}
                for row in table.to_pylist()
            ]
    return from_rows(rows)


def _read(source: Any) -> Any:
    """A `pyarrow.Table` of whatever speaks Arrow."""
    pa = _pyarrow()
    try:
        return pa.table(source)
    except (TypeError, ValueError) as error:
        got = type(source).__name__
        raise ArgumentError(f"from_arrow: wants what speaks Arrow, got {got}: {error}") from None


# -- frames -------------------------------------------------------------------------------------


def to_pandas(facts: Facts[Any], kinds: tuple[type[Fact], ...]) -> Any:
    """Facts as a `pandas.DataFrame` with the types of Arrow, in which nothing is rounded."""
    pandas = needed("pandas", extra="pandas")
    return facts_to_arrow(facts, kinds).to_pandas(types_mapper=pandas.ArrowDtype)


def to_polars(facts: Facts[Any], kinds: tuple[type[Fact], ...]) -> Any:
    """Facts as a `polars.DataFrame`."""
    return needed("polars", extra="polars").DataFrame(facts_to_arrow(facts, kinds))
