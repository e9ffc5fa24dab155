"""Asking: an immutable, typed sequence of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, overload

from attrs import field, fields_dict, frozen

from .entities import Entities, Entity, EntityLike, nearest
from .errors import InvalidValueError, NotFoundError, NotUniqueError
from .facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
    entity_fields,
    parts_of,
)
from .values import Period, Quantity, annotations_of, choices_of, is_several

__all__ = ["FACT_TYPES", "Facts"]

T_co = TypeVar("T_co", bound=Fact, covariant=True)
U = TypeVar("U", bound=Fact)

FACT_TYPES: Final[tuple[type[Fact], ...]] = (
    Metric,
    ModelRelease,
    PersonnelChange,
    Event,
    Statement,
    Citation,
    Outlook,
    Relation,
)
SHOWN: Final = 10


@frozen(repr=False)
class Facts(Sequence[T_co], Generic[T_co]):
    r"""Facts in text order, with questions to ask of them; every answer is a new `Facts`.

    Indexes, slices, iterates, compares and hashes like a tuple. An empty answer is empty; a field or
    entity that does not exist raises `NotFoundError` and names the nearest.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n"
    >>> facts = qf.parse(text).facts
    >>> facts.where(measure="revenue").one().quantity.text
    '4%'
    """

    items: tuple[T_co, ...] = field(converter=tuple[T_co, ...])
    _types: tuple[type[Fact], ...] = field(default=FACT_TYPES, eq=False, alias="types")
    _entities: Entities | None = field(default=None, eq=False, alias="entities")

    def __attrs_post_init__(self) -> None:
        for item in self.items:
            if not isinstance(item, Fact):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise InvalidValueError(f"Facts: wants facts, got {item!r}")

    # -- a sequence --

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Facts[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Facts[T_co]:
        return self._only(self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.items)

    def __add__(self, other: Facts[U]) -> Facts[T_co | U]:
        if not isinstance(other, Facts):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        both = tuple(kind for kind in FACT_TYPES if kind in (*self._types, *other._types))
        return Facts((*self.items, *other.items), both, Entities((*self.entities, *other.entities)))

    @property
    def entities(self) -> Entities:
        """The entities that questions about these facts may name."""
        return self._own_entities if self._entities is None else self._entities

    @cached_property
    def _own_entities(self) -> Entities:
        return Entities(entity for fact in self.items for entity in fact.entities())

    # -- questions --

    def of_type(self, kind: type[U]) -> Facts[U]:
        """The facts of one type, typed as such."""
        items = tuple(fact for fact in self.items if isinstance(fact, kind))
        return Facts(items, tuple(one for one in FACT_TYPES if issubclass(one, kind)), self._entities)

    def where(self, predicate: Callable[[T_co], object] | None = None, /, **wanted: object) -> Facts[T_co]:
        """The facts for which the predicate is true and every named field has the given value.

        An entity may be given as `Entity`, id or full name in any case; a field that holds several
        matches if one of them does.
        """
        tests = [self._test(name, value) for name, value in wanted.items()]
        if predicate is not None:
            tests.append(predicate)
        return self._only(fact for fact in self.items if all(test(fact) for test in tests))

    def _test(self, name: str, wanted: object) -> Callable[[T_co], object]:
        """Whether a fact has the wanted value in the field of that name."""
        known = {key for kind in self._types for key in (*fields_dict(kind), "type")}
        if name not in known:
            raise NotFoundError(f"no field {name!r} in these facts{nearest(name, known)}")
        self._check_choice(name, wanted)
        entity_id = self._entity_id(name, wanted)

        def test(fact: Fact) -> bool:
            actual = getattr(fact, name, NOTHING)
            return wanted == actual or any(
                part == wanted or (isinstance(part, Entity) and part.id == entity_id)
                for part in parts_of(actual)
            )

        return test

    def _check_choice(self, name: str, wanted: object) -> None:
        """Refuse a word that none of the types has in a field, where each of them lists its words."""
        kinds: list[Any] = [kind for kind in self._types if name in fields_dict(kind)]
        choices = [choices_of(annotations_of(kind)[name]) for kind in kinds] or [
            tuple(kind.type for kind in FACT_TYPES)
        ]
        words = {word for some in choices for word in some}
        if isinstance(wanted, str) and all(choices) and wanted not in words:
            raise NotFoundError(
                f"no {name} {wanted!r}{nearest(wanted, words)}; there are {', '.join(sorted(words))}"
            )

    def _entity_id(self, name: str, wanted: object) -> str | None:
        """The id of the entity that is wanted in a field, unless the field takes words and these are."""
        kinds = [kind for kind in self._types if name in entity_fields(kind)]
        if not kinds or not isinstance(wanted, str | Entity):
            return None
        try:
            return self.entities.resolve(wanted).id
        except NotFoundError:
            takes_words = any("str" in str(fields_dict(kind)[name].type) for kind in kinds)
            if takes_words and isinstance(wanted, str):
                return None
            raise

    def about(self, entity: EntityLike, parts: bool = False) -> Facts[T_co]:
        """The facts that have the entity in any of their fields; with ``parts``, also what belongs to it."""
        table = self.entities
        whole = table.resolve(entity)
        wanted = table.with_parts(whole) if parts else frozenset((whole.id,))
        return self._only(fact for fact in self.items if any(e.id in wanted for e in fact.entities()))

    def first(self) -> T_co | None:
        """The first fact, or None."""
        return self.items[0] if self.items else None

    def one(self) -> T_co:
        """The only fact; raises `NotFoundError` if there is none, `NotUniqueError` if there are more."""
        count = len(self.items)
        if count == 0:
            raise NotFoundError("one(): there is no fact here; loosen the question, or use first()")
        if count > 1:
            shown = ", ".join(fact.id for fact in self.items[:3])
            raise NotUniqueError(
                f"one(): {count} facts here ({shown} ...); narrow the question, or use first()"
            )
        return self.items[0]

    def _only(self, items: Iterable[T_co]) -> Facts[T_co]:
        return Facts(tuple(items), self._types, self.entities)

    # -- elsewhere --

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat dict a fact, all with the same keys: entities as ids, periods as start and end.

        The complete form, with every span, is the JSON of the dataset.
        """
        columns = [column for kind in self._types for column in _columns(kind)]
        empty: dict[str, Any] = dict.fromkeys(columns)
        return [{**empty, **_row(fact)} for fact in self.items]

    def to_csv(self, path: str | Path | None = None) -> str:
        """The rows of `to_dicts` as CSV with a header; also written to ``path`` as UTF-8 if given."""
        import csv
        import io

        columns = dict.fromkeys(column for kind in self._types for column in _columns(kind))
        out = io.StringIO()
        writer = csv.DictWriter(out, list(columns))  # RFC 4180: rows end with CRLF, so a bare CR is quoted
        writer.writeheader()
        writer.writerows(
            {key: " ".join(map(str, v)) if is_several(v) else v for key, v in row.items()}
            for row in self.to_dicts()
        )
        if path is not None:
            Path(path).write_text(out.getvalue(), encoding="utf-8", newline="")
        return out.getvalue()

    def __repr__(self) -> str:
        kinds = self._types[0].__name__ if len(self._types) == 1 else "Fact"
        more = [f"... and {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        lines = [f"Facts[{kinds}], {len(self)}:", *map(str, self.items[:SHOWN]), *more]
        return "\n  ".join(lines) if self.items else f"Facts[{kinds}], 0"


NOTHING: Final = object()
_COLUMNS: Final[dict[type[Fact], tuple[str, ...]]] = {}


def _columns(kind: type[Fact]) -> tuple[str, ...]:
    """The columns of a fact type: declared once by its fields."""
    if kind not in _COLUMNS:
        columns = ["type"]
        for name, attribute in fields_dict(kind).items():
            hint = str(attribute.type)
            if name == "evidence":
                columns += ["quote", "sentence", "start", "end"]
            elif "Quantity" in hint:
                prefix = "" if name == "quantity" else f"{name}_"
                columns += [name, *(prefix + part for part in QUANTITY_PARTS)]
            elif "Period" in hint and name != "period_from":
                columns += [name, f"{name}_start", f"{name}_end", f"{name}_precision"]
            elif name != "mentions":
                columns.append(name)
        _COLUMNS[kind] = tuple(columns)
    return _COLUMNS[kind]


QUANTITY_PARTS: Final = ("value", "unit", "bound", "low", "high", "per")


def _row(fact: Fact) -> dict[str, Any]:
    first = fact.evidence[0]
    row: dict[str, Any] = {"type": fact.type}
    for name in fields_dict(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, Entity):
            row[name] = value.id
        elif isinstance(value, Quantity):
            prefix = "" if name == "quantity" else f"{name}_"
            row[name] = value.text
            row.update((prefix + part, getattr(value, part)) for part in QUANTITY_PARTS)
        elif isinstance(value, Period):
            row[name] = value.text
            row.update((f"{name}_{p}", getattr(value, p)) for p in ("start", "end", "precision"))
        elif name == "evidence":
            row.update(quote=first.quote, sentence=first.sentence)
            row.update(start=first.span.start, end=first.span.end)
        elif is_several(value) and name != "mentions":
            row[name] = tuple(part.id for part in value if isinstance(part, Entity))
        elif name != "mentions":
            row[name] = value
    return row
