"""What the tables of a dataset are in SQL: columns, keys, indexes and views.

A record is spread over columns that begin with its name; a number is kept as exact TEXT, with a REAL
beside it to compute with; an entity is its id, a foreign key into the entities of the same report.
Several values are a JSON array, evidence is a table of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from .columns import FACT_TABLES, Columns, Shape, columns_of, tables

__all__ = ["TABLES", "flat", "named", "names_of", "script", "unflat"]

TABLES: Final[Mapping[str, Columns]] = {
    name: {key: shape for key, shape in columns.items() if (name, key) != ("reports", "facts")}
    if name not in FACT_TABLES
    else {key: shape for key, shape in columns.items() if key not in ("type", "evidence")}
    for name, columns in tables().items()
}
"""The columns of each table, without what stands in the tables ``facts`` and ``evidence``."""

KEYS: Final[Mapping[str, tuple[str, ...]]] = {"stories": ("report", "number"), "entities": ("report", "id")}


# -- values -----------------------------------------------------------------------------------


def flat(name: str, shape: Shape, value: Any) -> Iterator[tuple[str, Any]]:
    """The columns of a value of the canonical JSON, with what stands in each.

    >>> dict(flat("value", Shape("number"), "4.5"))
    {'value': '4.5', 'value_real': 4.5}
    """
    match shape.kind:
        case "several":
            yield name, json.dumps(value, ensure_ascii=False)
        case "record":
            for key, part in columns_of(shape.cl).items():
                yield from flat(f"{name}_{key}", part, value and value[key])
        case "number":
            yield name, value
            yield f"{name}_real", value and float(value)
        case "entity or text":
            words = isinstance(value, str)
            yield name, None if words or value is None else value["entity"]
            yield f"{name}_text", value if words else None
        case "story or fact":
            words = isinstance(value, str)
            yield f"{name}_story", None if words else value
            yield f"{name}_fact", value if words else None
        case _:
            yield name, value


def unflat(name: str, shape: Shape, row: Mapping[str, Any]) -> Any:
    """The value of the canonical JSON that stands in these columns.

    >>> unflat("value", Shape("number"), {"value": "4.5", "value_real": 4.5})
    '4.5'
    """
    match shape.kind:
        case "several":
            return json.loads(row[name])
        case "record":
            parts = {key: unflat(f"{name}_{key}", part, row) for key, part in columns_of(shape.cl).items()}
            return parts if any(part is not None for part in parts.values()) else None
        case "truth":
            return bool(row[name]) if row[name] in (0, 1) else row[name]
        case "entity or text":
            return row[f"{name}_text"] if row[name] is None else {"entity": row[name]}
        case "story or fact":
            return row[f"{name}_story"] if row[f"{name}_fact"] is None else row[f"{name}_fact"]
        case _:
            return row[name]


def named(shape: Shape, name: str, value: Any) -> Iterator[tuple[str, int, str]]:
    """The entities in a field of a fact: name of the field, position, id.

    >>> list(named(Shape("several", each=Shape("entity")), "parts", ["acme", "wren"]))
    [('parts', 0, 'acme'), ('parts', 1, 'wren')]
    """
    match shape.kind:
        case "entity" if value is not None:
            yield name, 0, value
        case "entity or text" if isinstance(value, dict):
            yield name, 0, value["entity"]
        case "several" if shape.part.kind == "entity":
            yield from ((name, at, each) for at, each in enumerate(cast("list[str]", value)))
        case _:
            pass


# -- tables -----------------------------------------------------------------------------------


def names_of(columns: Columns) -> list[str]:
    """The names of the SQL columns.

    >>> names_of({"of": Shape("entity or text"), "story": Shape("whole")})
    ['of', 'of_text', 'story']
    """
    return [name for name, _ in _declared(columns)]


def _declared(columns: Columns) -> Iterator[tuple[str, str]]:
    """Every SQL column with its declaration."""
    for name, shape in columns.items():
        yield from _declaration(name, shape, shape.optional)


def _declaration(name: str, shape: Shape, optional: bool) -> Iterator[tuple[str, str]]:
    needed = "" if optional else " NOT NULL"
    match shape.kind:
        case "several":
            yield name, f'TEXT NOT NULL CHECK (json_valid("{name}"))'
        case "record":
            for key, part in columns_of(shape.cl).items():
                yield from _declaration(f"{name}_{key}", part, optional or part.optional)
        case "number":
            yield name, f"TEXT{needed}"
            yield f"{name}_real", f"REAL{needed}"
        case "truth":
            yield name, f'INTEGER{needed} CHECK ("{name}" IN (0, 1))'
        case "whole":
            yield name, f"INTEGER{needed}"
        case "word":
            words = ", ".join(f"'{word}'" for word in shape.words)
            yield name, f'TEXT{needed} CHECK ("{name}" IN ({words}))'
        case "entity or text":
            one = "" if optional else f' CHECK (("{name}" IS NULL) != ("{name}_text" IS NULL))'
            yield name, "TEXT"
            yield f"{name}_text", f"TEXT{one}"
        case "story or fact":
            yield f"{name}_story", "INTEGER"
            yield f"{name}_fact", "TEXT"
        case _:
            yield name, f"TEXT{needed}"


def _referring(columns: Columns) -> Iterator[str]:
    """The columns that hold the id of an entity."""
    return (name for name, shape in columns.items() if shape.kind in ("entity", "entity or text"))


def _table(name: str, columns: Columns) -> str:
    key = KEYS.get(name, ("id",))
    report = "id" if name == "reports" else "report"
    lines = [f'"{column}" {declaration}' for column, declaration in _declared(columns)]
    lines.append(f"PRIMARY KEY ({_listed(key)})")
    if name in FACT_TABLES:
        lines.append("FOREIGN KEY (id, report) REFERENCES facts (id, report)")
        lines.append("FOREIGN KEY (report, story) REFERENCES stories (report, number)")
    elif name != "reports":
        lines.append("FOREIGN KEY (report) REFERENCES reports (id)")
    referring = [*_referring(columns), *(["parent"] if name == "entities" else [])]
    lines += (f'FOREIGN KEY ("{report}", "{column}") {TO_ENTITIES}' for column in referring)
    return f"CREATE TABLE {name} (\n  {f',{NEWLINE}  '.join(lines)}\n);"


NEWLINE: Final = "\n"
LIST_OF_NAMES: Final = (
    "SELECT group_concat(e.name, ', ') FROM fact_entities AS f"
    " JOIN entities AS e ON e.report = f.report AND e.id = f.entity"
    " WHERE f.fact = facts.id AND f.field ="
)
TO_ENTITIES: Final = "REFERENCES entities (report, id) DEFERRABLE INITIALLY DEFERRED"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


FIRST: Final = """\
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
OF_FACTS: Final = """\
CREATE TABLE facts (
  id TEXT PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id),
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  UNIQUE (report, position),
  UNIQUE (id, report)
);
CREATE TABLE evidence (
  number INTEGER PRIMARY KEY,
  fact TEXT NOT NULL REFERENCES facts (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  sentence TEXT NOT NULL,
  UNIQUE (fact, position)
);
CREATE TABLE fact_entities (
  fact TEXT NOT NULL,
  report TEXT NOT NULL,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (fact, field, position),
  FOREIGN KEY (fact, report) REFERENCES facts (id, report),
  FOREIGN KEY (report, entity) REFERENCES entities (report, id)
);
CREATE VIRTUAL TABLE quotes USING fts5 (quote, sentence, content=evidence, content_rowid=number);
"""
LAST: Final = """\
CREATE INDEX facts_by_type ON facts (type);
CREATE INDEX fact_entities_by_entity ON fact_entities (entity);
CREATE INDEX metrics_by_measure ON metrics (measure, period_start);
CREATE VIEW mentions AS
  SELECT reports.id AS report, kinds.key AS kind, json_extract(each.value, '$.span[0]') AS start,
    json_extract(each.value, '$.span[1]') AS "end", json_extract(each.value, '$.text') AS text,
    json_extract(each.value, '$.value') AS value
  FROM reports,
    json_each(json_object('quantity', json(quantities), 'date', json(dates), 'name', json(names),
      'quotation', json(quotations), 'link', json(links))) AS kinds,
    json_each(kinds.value) AS each;
CREATE VIEW unread AS
  SELECT reports.id AS report, json_extract(value, '$.span[0]') AS start,
    json_extract(value, '$.span[1]') AS "end", json_extract(value, '$.text') AS text,
    json_extract(value, '$.kind') AS kind, json_extract(value, '$.reason') AS reason
  FROM reports, json_each(reports.unread);
"""


def script() -> str:
    """All that has to be made before the rows are written.

    >>> script().count("CREATE VIEW")
    10
    """
    made = [_table(name, columns) for name, columns in TABLES.items()]
    views = [_view(name, columns) for name, columns in TABLES.items() if name in FACT_TABLES]
    return NEWLINE.join((FIRST, *made, OF_FACTS, LAST, *views))


def _view(name: str, columns: Columns) -> str:
    """A flat view for the eye: names in place of ids, numbers to compute with, and the first quote."""
    shown = ["reports.published", "stories.title AS story_title"]
    for column, shape in columns.items():
        of_fact = f'facts."{column}"'
        name_of = f"(SELECT name FROM entities AS e WHERE e.report = facts.report AND e.id = {of_fact})"  # noqa: S608
        match shape.kind:
            case "entity":
                shown.append(f'{name_of} AS "{column}"')
            case "entity or text":
                shown.append(f'coalesce({name_of}, facts."{column}_text") AS "{column}"')
            case "several" if shape.part.kind == "entity":
                shown.append(f"({LIST_OF_NAMES} '{column}') AS \"{column}\"")
            case "several":
                pass
            case _:
                for part, declaration in _declaration(column, shape, True):
                    if declaration.startswith("REAL"):
                        shown[-1] = f'facts."{part}" AS "{part.removesuffix("_real")}"'
                    else:
                        shown.append(f'facts."{part}"')
    shown += ["evidence.quote", "evidence.sentence"]
    return (
        f"CREATE VIEW {name}_flat AS\n  SELECT {f',{NEWLINE}    '.join(shown)}\n"  # noqa: S608
        f"  FROM {name} AS facts JOIN reports ON reports.id = facts.report\n"
        "    LEFT JOIN stories ON stories.report = facts.report AND stories.number = facts.story\n"
        "    JOIN evidence ON evidence.fact = facts.id AND evidence.position = 0;"
    )
