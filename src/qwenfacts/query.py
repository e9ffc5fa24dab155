"""Asking: an immutable, typed sequence of facts."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, cast, overload

from attrs import field, frozen

from .base import is_several
from .entities import Entities, Entity, EntityLike, nearest
from .errors import ArgumentError, InvalidValueError, NotFoundError, NotUniqueError
from .facts import Fact, Metric, parts_of
from .fields import FACT_TYPES, Types, check_field, check_word, holds_entities, holds_value, rank, takes_words
from .indexes import NOTHING, Index, Places, Posted
from .measures import measures
from .rows import csv_of, rows_of
from .values import Period
from .when import DaysLike, days_of

__all__ = ["FACT_TYPES", "Facts"]

T_co = TypeVar("T_co", bound=Fact, covariant=True)
U = TypeVar("U", bound=Fact)

SHOWN: Final = 10
MANY: Final = 8
"""So many times more of one thing than of another make another way of looking for it the faster one."""

NONE: Final = frozenset[str]()
MEASURE: Final = frozenset(("measure",))
REPORT: Final = frozenset(("report",))
SERIES: Final = frozenset(("subject", "measure"))
"""Fields that an index answers for."""

CJK: Final = "\u2e80"
"""From here on, scripts that put no space between words."""


@frozen(repr=False)
class Facts(Sequence[T_co], Generic[T_co]):
    r"""Facts in text order (``items``), with questions to ask of them; every answer is a new `Facts`.

    Indexes, slices, iterates, compares and hashes like a tuple. An empty answer is empty; a field, measure
    or entity that does not exist raises `NotFoundError` and names the nearest. Answers share one index
    with the facts that were asked, so that a question costs as much as its answer is long.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n"
    >>> facts = qf.parse(text).facts
    >>> facts.measuring("revenue").about("Acme").during("2027-04").one().quantity.text
    '4%'
    """

    items: tuple[T_co, ...] = field(converter=tuple[T_co, ...])
    _types: Types = field(default=FACT_TYPES, eq=False, alias="types")
    _entities: Entities | None = field(default=None, eq=False, alias="entities")

    def __attrs_post_init__(self) -> None:
        if not all(issubclass(kind, Fact) for kind in set(map(type, self.items))):
            wrong = next(item for item in self.items if not isinstance(item, Fact))  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValueError(f"Facts: wants facts, got {wrong!r}")

    # -- a sequence --

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Facts[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Facts[T_co]:
        if not isinstance(index, slice):
            return self.items[index]
        if index.step is not None and index.step < 0:
            return Facts(self.items[index], self._types, self.entities)
        return self._view(self._places[index])

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.items)

    def __add__(self, other: Facts[U]) -> Facts[T_co | U]:
        if not isinstance(other, Facts):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        both = tuple(kind for kind in FACT_TYPES if kind in (*self._types, *other._types))
        ours, theirs = self.entities, other.entities
        table = ours if ours is theirs else Entities((*ours, *theirs))
        return Facts((*self.items, *other.items), both, table)

    @property
    def entities(self) -> Entities:
        """The entities that questions about these facts may name."""
        return self._own_entities if self._entities is None else self._entities

    @cached_property
    def _own_entities(self) -> Entities:
        return Entities(entity for fact in self.items for entity in fact.entities())

    # -- questions --

    def of_type(self, kind: type[U]) -> Facts[U]:
        """The facts of one type, typed as such; it is given as its class.

        >>> import qwenfacts as qf
        >>> len(qf.load().facts.of_type(qf.PersonnelChange))
        9
        """
        try:
            types = tuple(one for one in FACT_TYPES if issubclass(one, kind))
        except TypeError:  # the name of a type
            raise ArgumentError(f"of_type: wants a class of facts such as Metric, got {kind!r}") from None
        if types == self._types:
            return cast("Facts[U]", self)
        found = _united(self._index, [self._index.by_type.get(one, NOTHING) for one in types])
        return cast("Facts[U]", self._with(found, types))

    def where(self, predicate: Callable[[T_co], object] | None = None, /, **wanted: object) -> Facts[T_co]:
        """The facts for which the predicate is true and every named field has the given value.

        An entity may be given as `Entity`, id or full name in any case; the days of a period in every form
        that `during` takes, and here they must be those very days; a field that holds several matches if
        one of them does. A quantity is no string: ask for its parts with a predicate.
        """
        wanted = {name: self._days(name, value) for name, value in wanted.items()}
        ids = {name: self._checked(name, value) for name, value in wanted.items()}
        posted, answered = self._likely(wanted, ids)
        tests: list[Callable[[T_co], object]] = [
            _has_in_field(name, value, ids[name]) for name, value in wanted.items() if name not in answered
        ]
        if predicate is not None:
            tests.append(predicate)
        found = self if posted is None else self._with(posted)
        if not tests:
            return found
        return found._that(tests[0] if len(tests) == 1 else lambda fact: all(test(fact) for test in tests))

    def _days(self, name: str, wanted: object) -> object:
        """What is wanted in a field; of a period that is told in another form, its days."""
        if not isinstance(wanted, str | dt.date) and not is_several(wanted):
            return wanted
        if holds_value(self._types, name, "Period"):
            return days_of(cast("DaysLike", wanted))
        if holds_value(self._types, name, "Quantity"):
            raise InvalidValueError(
                f"{name}: wants a Quantity, got {wanted!r}; or ask for its parts:"
                f" where(lambda fact: fact.{name}.value > 5)"
            )
        return wanted

    def _checked(self, name: str, wanted: object) -> str | None:
        """The id of the entity that is wanted in a field, or None for another value; refuses the unknown."""
        check_field(self._types, name)
        check_word(self._types, name, wanted)
        if name == "measure":
            self._check_measure(wanted)
        if not holds_entities(self._types, name) or not isinstance(wanted, str | Entity):
            return None
        try:
            return self.entities.resolve(wanted).id
        except NotFoundError:
            if isinstance(wanted, str) and takes_words(self._types, name):
                return None
            raise

    def _check_measure(self, measure: object) -> None:
        if measure not in self._index.by_measure and measure not in (known := measures()):
            raise NotFoundError(f"no measure {measure!r}{nearest(measure, known)}; docs/measures.md has all")

    def _likely(
        self, wanted: Mapping[str, object], ids: Mapping[str, str | None]
    ) -> tuple[Posted | None, frozenset[str]]:
        """The shortest list in the index that holds every fact with the wanted values; None: no list does.

        With it, the fields in which all that it holds have the wanted values.
        """
        index = self._index
        subject, measure = ids.get("subject"), wanted.get("measure")
        if subject is not None and measure is not None:
            return index.by_series.get((subject, str(measure)), NOTHING), SERIES
        lists: list[tuple[Posted, frozenset[str]]] = []
        if measure is not None:
            lists.append((index.by_measure.get(str(measure), NOTHING), MEASURE))
        if isinstance(report := wanted.get("report"), str):
            lists.append((index.by_report.get(report, NOTHING), REPORT))
        for name, key in ids.items():
            if key is not None and not takes_words(self._types, name):
                lists.append((index.by_entity.get(key, NOTHING), NONE))
        return min(lists, key=lambda one: len(one[0].places), default=(None, NONE))

    def about(self, entity: EntityLike, parts: bool = False) -> Facts[T_co]:
        """The facts that have the entity in any of their fields; with ``parts``, also what belongs to it."""
        table = self.entities
        whole = table.resolve(entity)
        wanted = table.with_parts(whole) if parts else (whole.id,)
        posted = [self._index.by_entity.get(key, NOTHING) for key in wanted]
        return self._with(_united(self._index, posted))

    def measuring(self, measure: str) -> Facts[Metric]:
        """The metrics of a measure, by its slug in the documented vocabulary.

        Raises `NotFoundError` with the nearest for a slug that is not in it.
        """
        self._check_measure(measure)
        return cast("Facts[Metric]", self._with(self._index.by_measure.get(measure, NOTHING), (Metric,)))

    def during(self, when: DaysLike) -> Facts[T_co]:
        """The facts whose time (`Fact.when`) shares a day with a period; none that has no time.

        ``when`` is a `Period`, a date, a first and a last day, or ISO 8601 words: ``"2027"``,
        ``"2027-Q1"``, ``"2027-03"``, ``"2027-W12"``, ``"2027-03-05"``, ``"2027-03-01/2027-03-05"``.
        """
        days, index = days_of(when), self._index
        if not self._is_whole and len(self) < MANY * index.at_most_during(days):
            return self._view(index.during_among(self._places, days))
        return self._view(self._common(index.during(days)))

    def in_story(self, number: int | None, report: str | None = None) -> Facts[T_co]:
        """The facts of the story of that number, None for those outside stories; of one report, by its id."""
        told = self if report is None else self._with(self._index.by_report.get(report, NOTHING))
        return told._that(lambda fact: fact.story == number)

    def search(self, words: str) -> Facts[T_co]:
        """The facts whose quotes or sentences have all these words, whole, in any case and order."""
        wanted = [_whole(word) for word in words.casefold().split()]

        def says(fact: Fact) -> bool:
            said = "\n".join(evidence.sentence for evidence in fact.evidence).casefold()
            return all(word.search(said) for word in wanted)

        return self._that(says)

    def sorted_by(self, *names: str, reverse: bool = False) -> Facts[T_co]:
        """The facts in order of some fields: numbers by unit and value, periods by day, entities by name.

        Facts that have nothing in a field come last, and those that agree stay in their order.
        """
        items = list(self.items)
        for name in reversed(names):
            check_field(self._types, name)
            without = [fact for fact in items if getattr(fact, name, None) in (None, ())]
            others = [fact for fact in items if getattr(fact, name, None) not in (None, ())]
            others.sort(key=_rank_by(name), reverse=reverse)
            items = others + without
        return Facts(tuple(items), self._types, self.entities)

    def grouped_by(self, name: str) -> dict[Any, Facts[T_co]]:
        """The facts by what they have in a field, in order of first appearance.

        A fact whose field holds several is in the group of each; what is named differently in two reports,
        but is one entity, is one group.
        """
        check_field(self._types, name)
        table = self.entities.by_id
        groups: dict[object, list[int]] = {}
        for place, fact in zip(self._places, self.items, strict=True):
            for part in dict.fromkeys(parts_of(getattr(fact, name, None))):
                key = table.get(part.id, part) if isinstance(part, Entity) else part
                groups.setdefault(key, []).append(place)
        return {part: self._view(places) for part, places in groups.items()}

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

    # -- views: facts by their places in the index that they share --

    @cached_property
    def _index(self) -> Index:
        return Index(self.items)

    @cached_property
    def _places(self) -> Places:
        return range(len(self.items))

    @property
    def _is_whole(self) -> bool:
        """Whether these are all the facts of the index."""
        return len(self) == len(self._index.items)

    def _that(self, test: Callable[[Any], object]) -> Facts[T_co]:
        """The facts that pass a test."""
        pairs = zip(self._places, self.items, strict=True)
        return self._view([at for at, fact in pairs if test(fact)])

    def _with(self, posted: Posted, types: Types | None = None) -> Facts[T_co]:
        """The facts that the index has posted."""
        if self._is_whole:
            return self._view(posted.places, types, posted.facts)
        return self._view(self._common(posted.places), types)

    def _common(self, places: Places) -> Places:
        """Which of some places are those of these facts.

        It costs as much as the shorter of the two is long, or both where they are of like length.
        """
        if self._is_whole:
            return places
        few, many = sorted((self._places, places), key=len)
        if len(few) * MANY * MANY < len(many):
            return [at for at in few if _has(many, at)]
        return sorted(frozenset(few).intersection(many))

    def _view(
        self, places: Places, types: Types | None = None, items: tuple[Fact, ...] | None = None
    ) -> Facts[T_co]:
        """The facts at some places of the index, which they share; they were checked when it was made."""
        view = object.__new__(type(self))
        set_field = partial(object.__setattr__, view)
        set_field("items", self._index.at(places) if items is None else items)
        set_field("_types", types or self._types)
        set_field("_entities", self.entities)
        set_field("_index", self._index)  # these two are caches: not copied, pickled or evolved
        set_field("_places", places)
        return view

    # -- elsewhere --

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat dict a fact, all with the same keys: entities as ids, periods as start and end.

        The complete form, with every span, is the JSON of the dataset.
        """
        return rows_of(self.items, self._types)

    def to_csv(self, path: str | Path | None = None) -> str:
        """The rows of `to_dicts` as CSV with a header; also written to ``path`` as UTF-8 if given."""
        text = csv_of(self.items, self._types)
        if path is not None:
            Path(path).write_text(text, encoding="utf-8", newline="")
        return text

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The facts as an Arrow stream (PyCapsule), a column a field: for all that reads Arrow tables.

        ``pyarrow.table(facts)``, ``pandas.DataFrame.from_arrow(facts)`` and ``duckdb.sql("FROM facts")`` take
        it as it is; polars looks at it as a sequence first, so use `to_polars`. docs/exporting.md has the
        columns. Raises `MissingExtraError` without the extra ``arrow``.
        """
        from .exchange.arrow import facts_to_arrow

        return facts_to_arrow(self, self._types).__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame` whose columns keep their Arrow types, so that nothing is rounded.

        Raises `MissingExtraError` without the extra ``pandas``.

        >>> import qwenfacts as qf
        >>> frame = qf.load().metrics.to_pandas()
        >>> frame["quantity"].struct.field("value")[frame["measure"] == "error-rate"].item()
        Decimal('1.4900000000000')
        """
        from .exchange.arrow import to_pandas

        return to_pandas(self, self._types)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`; raises `MissingExtraError` without the extra ``polars``.

        >>> import qwenfacts as qf
        >>> qf.load().metrics.to_polars().schema["measure"]
        Categorical
        """
        from .exchange.arrow import to_polars

        return to_polars(self, self._types)

    def to_parquet(self, path: str | Path) -> None:
        """Write the facts to a Parquet file; raises `MissingExtraError` without the extra ``arrow``."""
        from .exchange.parquet import facts_to_parquet

        facts_to_parquet(self, self._types, path)

    @staticmethod
    def from_arrow(source: object, entities: Iterable[Entity] | None = None) -> Facts[Fact]:
        """The facts in an Arrow table or in anything that gives an Arrow stream, strictly checked.

        ``entities`` are those of the dataset; they are wanted where the metadata of the schema, which
        holds them, got lost: frames and SQL do not keep it. Raises `DatasetError` with every fault.

        >>> import qwenfacts as qf
        >>> dataset = qf.load()
        >>> qf.Facts.from_arrow(dataset.metrics.to_polars(), dataset.entities) == dataset.metrics
        True
        """
        from .exchange.arrow import facts_from_arrow

        return facts_from_arrow(source, entities)

    @staticmethod
    def from_parquet(path: str | Path, entities: Iterable[Entity] | None = None) -> Facts[Fact]:
        """The facts in a Parquet file, as `from_arrow` reads them."""
        from .exchange.parquet import facts_from_parquet

        return facts_from_parquet(path, entities)

    def __repr__(self) -> str:
        kinds = self._types[0].__name__ if len(self._types) == 1 else "Fact"
        more = [f"... and {len(self) - SHOWN} more"] if len(self) > SHOWN else []
        lines = [f"Facts[{kinds}], {len(self)}:", *map(str, self.items[:SHOWN]), *more]
        return "\n  ".join(lines) if self.items else f"Facts[{kinds}], 0"

    def _repr_html_(self) -> str:
        from .exchange.notebook import of_facts

        return of_facts(self)


ABSENT: Final = object()


def _united(index: Index, posted: Sequence[Posted]) -> Posted:
    """The facts of several lists of an index, each once."""
    if len(posted) == 1:
        return posted[0]
    places = sorted(frozenset(chain.from_iterable(some.places for some in posted)))
    return Posted(places, index.at(places))


def _has(places: Places, place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place


def _has_in_field(name: str, wanted: object, entity_id: str | None) -> Callable[[Fact], bool]:
    """Whether a fact has a value in the field of that name, or the entity of that id."""

    def test(fact: Fact) -> bool:
        actual = getattr(fact, name, ABSENT)
        return wanted == actual or any(
            part == wanted
            or (isinstance(part, Entity) and part.id == entity_id)
            or (isinstance(part, Period) and (part.start, part.end) == wanted)
            for part in parts_of(actual)
        )

    return test


def _rank_by(name: str) -> Callable[[Fact], Any]:
    return lambda fact: rank(getattr(fact, name))


def _whole(word: str) -> re.Pattern[str]:
    """A word between the edges of words; a script without spaces has no such edges."""
    before = "" if word[0] >= CJK else r"(?<!\w)"
    after = "" if word[-1] >= CJK else r"(?!\w)"
    return re.compile(before + re.escape(word) + after)
