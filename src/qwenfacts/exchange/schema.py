"""The JSON Schema of the canonical JSON: the shapes of the types, and of their checks what can be said there.

What it cannot say is in the values of several places at once: that a quote is what its span cuts out of
the text, that an id leads somewhere, that an end comes after its start. `Dataset.from_json` checks that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias, get_args

from ..dataset import SCHEMA_VERSION
from ..entities import Entity
from ..facts import Evidence
from ..report import Block, Mention, Report, Row, Section, Story, Unread
from ..values import MONTHS, MOST_DECIMAL_DIGITS, MOST_INTEGER_DIGITS, Period, Quantity
from .columns import FACT_TABLES, Shape, columns_of
from .document import MOST_DIGITS

__all__ = ["json_schema"]

Schema: TypeAlias = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
MOST: Final = 10**MOST_DIGITS - 1

WORD: Final = r"[^\u0000-/:-`{-\u007f]+"
ENTITY_ID: Final = {"type": "string", "pattern": rf"^{WORD}([.\-]{WORD})*$"}
SLUG: Final = {"type": "string", "pattern": r"^[a-z0-9]+([-_][a-z0-9]+)*$"}
NUMBER: Final = {
    "type": "string",
    "pattern": rf"^-?(0|[1-9][0-9]{{0,{MOST_INTEGER_DIGITS - 1}}})(\.[0-9]{{1,{MOST_DECIMAL_DIGITS + 1}}})?$",
}
DAY: Final = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
MOMENT: Final = {
    "type": "string",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?$",
}
NOT_EMPTY: Final = {"type": "string", "minLength": 1}
NAME: Final = {"type": "string", "pattern": r"\S"}
WHOLE: Final = {"type": "integer", "minimum": -MOST, "maximum": MOST}
SPAN: Final = {
    "type": "array",
    "prefixItems": [{"$ref": "#/$defs/offset"}, {"$ref": "#/$defs/offset", "minimum": 1}],
    "items": False,
    "minItems": 2,
}

NULL: Final = {"type": "null"}
SOMETHING: Final = {"not": NULL}


def _where(name: str, *words: str, then: Mapping[str, object]) -> Schema:
    """What holds of the properties of an object where one of them is one of these words."""
    return {"if": {"properties": {name: {"enum": [*words]}}}, "then": {"properties": then}}


def _both_or_neither(one: str, other: str) -> Schema:
    return {"oneOf": [{"properties": {one: each, other: each}} for each in (NULL, SOMETHING)]}


def _one_of_two(one: str, other: str) -> Schema:
    pairs = ((NULL, SOMETHING), (SOMETHING, NULL))
    return {"oneOf": [{"properties": {one: first, other: second}} for first, second in pairs]}


WHOLE_DAYS: Final = ("day", "week", "range", *MONTHS)
CHECKED: Final[Mapping[str, Mapping[str, Schema]]] = {
    "Entity": {"id": ENTITY_ID, "name": NAME, "aliases": {"type": "array", "items": NAME}},
    "Evidence": {"quote": NOT_EMPTY},
    "Mention": {"text": NOT_EMPTY},
    "Block": {"text": NOT_EMPTY},
    "Row": {"text": NOT_EMPTY},
    "Unread": {"text": NOT_EMPTY},
    "Quantity": {"text": NOT_EMPTY, "unit": NOT_EMPTY},
    "Period": {"text": NOT_EMPTY},
    "Metric": {"measure": SLUG},
    "Relation": {"kind": SLUG},
    "Story": {"number": {**WHOLE, "minimum": 1}},
    "Report": {"sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
}
"""What the checks of a type ask of one property."""

TOGETHER: Final[Mapping[str, tuple[Schema, ...]]] = {
    "Quantity": (
        {"properties": {"per": {"minLength": 1}}},
        _where("bound", "exact", "about", "nearly", "range", then={"low": SOMETHING, "high": SOMETHING}),
        _where("bound", "over", "at_least", then={"low": SOMETHING, "high": NULL}),
        _where("bound", "under", "at_most", then={"low": NULL, "high": SOMETHING}),
    ),
    "Period": (
        _where("precision", *WHOLE_DAYS, then={"start": SOMETHING, "end": SOMETHING}),
        {"if": {"properties": {"precision": {"const": "open"}}}, "then": _one_of_two("start", "end")},
        {
            "if": {"properties": {"precision": {"enum": ["fiscal_quarter", "fiscal_year"]}}},
            "then": _both_or_neither("start", "end"),
        },
        {
            "if": {"properties": {"precision": {"const": "relative"}}},
            "then": {"not": {"properties": {"start": NULL, "end": NULL}}},
        },
    ),
    "Entity": ({"properties": {"parent": {"pattern": ENTITY_ID["pattern"]}}},),
    "Metric": (_both_or_neither("period", "period_from"),),
    "PersonnelChange": (_one_of_two("person", "group"),),
}
"""What the checks of a type ask of several properties, or of one that may be null."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `Dataset.to_json` writes, as plain dicts and lists.

    It refuses nothing that `Dataset.from_json` takes, and is as strict as a schema can be. A new dict each
    time. ``docs/schema.json`` is a copy.

    >>> import qwenfacts as qf
    >>> schema = qf.json_schema()
    >>> schema["required"], schema["$defs"]["Period"]["properties"]["end"]["anyOf"][1]
    (['schema_version', 'reports'], {'type': 'null'})
    """
    records = (Report, Story, Section, Row, Block, Unread, Entity, Evidence, Quantity, Period)
    mentions: tuple[Any, ...] = (Mention[Quantity], Mention[Period], Mention[Entity], Mention[str])
    facts = [kind.__name__ for kind in FACT_TABLES.values()]
    definitions: dict[str, Schema] = {
        "offset": {"type": "integer", "minimum": 0, "maximum": MOST},
        "span": SPAN,
        "number": NUMBER,
        "day": DAY,
        "moment": MOMENT,
        "entity": {"description": "the id of an entity of the report", **ENTITY_ID},
        "Fact": {
            "type": "object",
            "properties": {"type": {"enum": [kind.type for kind in FACT_TABLES.values()]}},
            "required": ["type"],
            "allOf": [
                {
                    "if": {"properties": {"type": {"const": kind.type}}},
                    "then": {"$ref": f"#/$defs/{kind.__name__}"},
                }
                for kind in FACT_TABLES.values()
            ],
        },
    }
    for kind in (*records, *FACT_TABLES.values()):
        definitions[kind.__name__] = _object(kind.__name__, kind)
    for mention in mentions:
        definitions[_name(mention)] = _object("Mention", mention)
    for name in facts:
        definitions[name]["properties"]["evidence"]["minItems"] = 1
    return {
        "$schema": DIALECT,
        "title": "qwenfacts dataset",
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "reports": {"type": "array", "items": {"$ref": "#/$defs/Report"}},
        },
        "required": ["schema_version", "reports"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _object(name: str, kind: Any) -> Schema:
    own = CHECKED.get(name, {})
    columns = columns_of(kind)
    made: Schema = {
        "type": "object",
        "properties": {key: own.get(key) or _schema(shape) for key, shape in columns.items()},
        "required": [*columns],
        "additionalProperties": False,
    }
    if name in TOGETHER:
        made["allOf"] = [*TOGETHER[name]]
    return made


def _schema(shape: Shape) -> Schema:
    """The schema of a shape."""
    kinds = [*_kinds(shape)]
    if shape.optional:
        kinds.append(NULL)
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _kinds(shape: Shape) -> Iterator[Schema]:
    match shape.kind:
        case "several":
            yield {"type": "array", "items": _schema(shape.part)}
        case "record":
            yield {"$ref": f"#/$defs/{_name(shape.cl)}"}
        case "fact":
            yield {"$ref": "#/$defs/Fact"}
        case "word":
            yield {"enum": [*shape.words]}
        case "whole":
            yield WHOLE
        case "truth":
            yield {"type": "boolean"}
        case "number" | "day" | "moment" | "span" | "entity":
            yield {"$ref": f"#/$defs/{shape.kind}"}
        case "entity or text":
            reference = {"entity": {"$ref": "#/$defs/entity"}}
            closed = {"required": ["entity"], "additionalProperties": False}
            yield {"type": "object", "properties": reference, **closed}
            yield {"type": "string"}
        case "story or fact":
            yield WHOLE
            yield {"type": "string"}
        case _:  # text, label
            yield {"type": "string"}


def _name(cl: Any) -> str:
    """The name under which a class is defined.

    >>> _name(Mention[Quantity]), _name(Block)
    ('QuantityMention', 'Block')
    """
    of: list[str] = [kind.__name__ for kind in get_args(cl)]
    return f"{of[0]}Mention" if of else str(cl.__name__)
