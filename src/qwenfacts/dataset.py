"""Any number of reports as one immutable dataset."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from .entities import Entities, Entity, EntityLike, nearest
from .errors import ArgumentError, DatasetError, NotFoundError
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
)
from .query import Facts
from .report import Report, Story
from .when import days_of

if TYPE_CHECKING:
    from pathlib import Path

    from .changes import Changes
    from .compare import Conflict

__all__ = ["SCHEMA_VERSION", "Dataset"]

SCHEMA_VERSION: Final = "1"


def _in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    reports = tuple(reports)
    for report in reports:
        if type(report) is not Report:
            raise ArgumentError(f"Dataset: wants reports, got {type(report).__name__}")
    return tuple(sorted(reports, key=lambda report: (str(report.published), report.id)))


@frozen(repr=False)
class Dataset:
    """Reports, and everything that they claim.

    ``reports`` stand by day of publication, then id; the order in which they are given does not matter.
    Reports of the same id are refused with a `DatasetError`.

    >>> import qwenfacts as qf
    >>> qf.Dataset.of(qf.parse("Acme Weekly Report May 7, 2027"))
    <Dataset: 1 report, 0 stories, 0 facts>
    """

    reports: tuple[Report, ...] = field(default=(), converter=_in_order)

    def __attrs_post_init__(self) -> None:
        counts = Counter(report.id for report in self.reports)
        twice = [f"two reports have the id {key!r}" for key, count in counts.items() if count > 1]
        if twice:
            raise DatasetError(twice)

    @classmethod
    def of(cls, *reports: Report) -> Dataset:
        """A dataset of any reports."""
        return cls(reports)

    def with_reports(self, *reports: Report) -> Dataset:
        """A new dataset that has these reports as well."""
        return Dataset((*self.reports, *reports))

    @classmethod
    def from_json(cls, text: str | bytes) -> Dataset:
        """The dataset that `to_json` wrote.

        Strict: unknown keys, wrong types, ids that lead nowhere, quotes that do not match their span
        and a changed text are refused with one `DatasetError` that lists every fault by JSON path.
        """
        from .exchange.json import structure

        return structure(text)

    def to_json(self, path: str | Path | None = None) -> str:
        """The canonical JSON: complete, the same bytes each time; also written to ``path`` if given."""
        from .exchange.json import unstructure

        text = unstructure(self)
        if path is not None:
            from pathlib import Path

            Path(path).write_text(text, encoding="utf-8", newline="")
        return text

    def to_arrow(self) -> dict[str, Any]:
        """Every table of the dataset as a `pyarrow.Table`, by name: reports, stories, entities, metrics ...

        Raises `MissingExtraError` without the extra ``arrow``.

        >>> import qwenfacts as qf
        >>> tables = qf.load().to_arrow()
        >>> tables["reports"].num_rows, qf.Dataset.from_arrow(tables) == qf.load()
        (2, True)
        """
        from .exchange.arrow import to_arrow

        return to_arrow(self)

    @classmethod
    def from_arrow(cls, tables: Mapping[str, object]) -> Dataset:
        """The dataset in tables that `to_arrow` made, given as anything that speaks Arrow.

        As strict as `from_json`: a `DatasetError` has every fault.
        """
        from .exchange.arrow import from_arrow

        return from_arrow(tables)

    def to_parquet(self, folder: str | Path) -> None:
        """Write the tables of `to_arrow` to a folder, each to a Parquet file of its name."""
        from .exchange.parquet import to_parquet

        to_parquet(self, folder)

    @classmethod
    def from_parquet(cls, folder: str | Path) -> Dataset:
        """The dataset in a folder that `to_parquet` wrote, as strictly checked as JSON."""
        from .exchange.parquet import from_parquet

        return from_parquet(folder)

    def to_sqlite(self, path: str | Path) -> None:
        """Write an SQLite database: tables with keys, flat views, full-text search over quotes.

        A file that is there is replaced. Needs nothing but Python.

        >>> import qwenfacts as qf, sqlite3, tempfile, pathlib
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "facts.db")
        ...     qf.load().to_sqlite(path)
        ...     qf.Dataset.from_sqlite(path) == qf.load()
        True
        """
        from .exchange.sqlite import to_sqlite

        to_sqlite(self, path)

    @classmethod
    def from_sqlite(cls, path: str | Path) -> Dataset:
        """The dataset in a database that `to_sqlite` wrote, as strictly checked as JSON."""
        from .exchange.sqlite import from_sqlite

        return from_sqlite(path)

    def to_html(self, path: str | Path | None = None) -> str:
        """The evidence page of all reports in one HTML file; also written to ``path`` if given."""
        from .exchange.html import page_of

        return page_of(self, path)

    def _repr_html_(self) -> str:
        from .exchange.notebook import of_dataset

        return of_dataset(self)

    @property
    def schema_version(self) -> str:
        """The version of the JSON that `to_json` writes and `from_json` reads."""
        return SCHEMA_VERSION

    @cached_property
    def fingerprint(self) -> str:
        """The sha256 of the canonical JSON, as hex digits."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @cached_property
    def data_version(self) -> str:
        """Which data this is: 12 hex digits that follow from the texts and the corrections by hand.

        It moves when a report comes, goes or has another text, and when an erratum makes or changes a fact;
        not with the order of the reports, nor when better rules find more in the same texts, for which
        `fingerprint` is there.
        """
        lines = [f"{report.id} {report.sha256}" for report in self.reports]
        lines += [repr(fact) for fact in self.facts if fact.origin == "errata"]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]

    # -- what is in it --

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, by report and number."""
        return tuple(chain.from_iterable(report.stories for report in self.reports))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everyone and everything that a report names, by id."""
        return self._entities.items

    @cached_property
    def _entities(self) -> Entities:
        return Entities(chain.from_iterable(report.entities for report in self.reports))

    @cached_property
    def facts(self) -> Facts[Fact]:
        """All facts, by report and start."""
        items = chain.from_iterable(report.facts for report in self.reports)
        return Facts(tuple(items), entities=self._entities)

    @cached_property
    def metrics(self) -> Facts[Metric]:
        """Every quantity that measures something."""
        return self.facts.of_type(Metric)

    @cached_property
    def releases(self) -> Facts[ModelRelease]:
        """Models that were released, opened, previewed or made available."""
        return self.facts.of_type(ModelRelease)

    @cached_property
    def personnel(self) -> Facts[PersonnelChange]:
        """Who left, came, was appointed or stays."""
        return self.facts.of_type(PersonnelChange)

    @cached_property
    def events(self) -> Facts[Event]:
        """What happened to organisations, products and platforms."""
        return self.facts.of_type(Event)

    @cached_property
    def statements(self) -> Facts[Statement]:
        """What somebody said."""
        return self.facts.of_type(Statement)

    @cached_property
    def citations(self) -> Facts[Citation]:
        """Every source that a report names."""
        return self.facts.of_type(Citation)

    @cached_property
    def outlooks(self) -> Facts[Outlook]:
        """What reports expect, fear or say to watch."""
        return self.facts.of_type(Outlook)

    @cached_property
    def relations(self) -> Facts[Relation]:
        """What reports say that things are, consist of, are built on."""
        return self.facts.of_type(Relation)

    # -- looking up --

    def report(self, key: str | dt.date) -> Report:
        """The report of that id, else the only one published on that day (ISO).

        Raises `NotFoundError` with the candidates where there is none, or more than one.
        """
        wanted = str(key)
        exact = [report for report in self.reports if report.id == wanted]
        that_day = [report for report in self.reports if report.published and str(report.published) == wanted]
        found = exact or that_day
        if len(found) == 1:
            return found[0]
        ids = [report.id for report in found or self.reports]
        why = "more than one report was" if found else "no report has that id or was"
        raise NotFoundError(f"{wanted!r}: {why} published that day; there are {', '.join(ids) or 'none'}")

    def entity(self, wanted: EntityLike) -> Entity:
        """The entity of that id or full name, in any case; else `NotFoundError` with the nearest."""
        return self._entities.resolve(wanted)

    def fact(self, key: str) -> Fact:
        """The fact of that id; else `NotFoundError` with the nearest."""
        try:
            return self._by_id[key]
        except KeyError:
            raise NotFoundError(f"no fact {key!r}{nearest(key, self._by_id)}") from None

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    def about(self, entity: EntityLike, parts: bool = False) -> Facts[Fact]:
        """Every fact with the entity in any of its fields; with ``parts``, also what belongs to it."""
        return self.facts.about(entity, parts)

    # -- over time, and against each other --

    def as_of(self, date: dt.date | str) -> Dataset:
        """The reports published up to a day: what a reader could have known.

        A month, quarter or year counts to its last day; reports without a date are left out.
        """
        last = days_of(date).end
        return Dataset(
            report
            for report in self.reports
            if report.published and (last is None or report.published <= last)
        )

    def timeline(self) -> Facts[Fact]:
        """Every fact that has a time (`Fact.when`), by its first day; what has only a last day, by that."""
        dated = self.facts.where(lambda fact: fact.when and (fact.when.start or fact.when.end))
        return Facts(tuple(sorted(dated, key=_by_time)), entities=self._entities)

    def series(self, subject: EntityLike, measure: str) -> Facts[Metric]:
        """What is said of one measure of one subject: by period, then by report; without a period last."""
        return self.metrics.where(subject=subject, measure=measure).sorted_by("period")

    def changes(self, since: str | dt.date, until: str | dt.date) -> Changes:
        """What a report says that an earlier one did not, said otherwise, or said as well.

        Both are named as in `report`.
        """
        from .changes import changes

        return changes(self._facts_of(since), self._facts_of(until))

    def _facts_of(self, key: str | dt.date) -> Facts[Fact]:
        return self.facts.where(report=self.report(key).id)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Claims that cannot both hold (``hard``), or hardly go together (``soft``): hard ones first."""
        return self._conflicts

    @cached_property
    def _conflicts(self) -> tuple[Conflict, ...]:
        from .compare import conflicts

        return conflicts(self.facts, {report.id: report.published for report in self.reports})

    def __repr__(self) -> str:
        def some(count: int, one: str, more: str) -> str:
            return f"{count} {one if count == 1 else more}"

        return (
            f"<Dataset: {some(len(self.reports), 'report', 'reports')},"
            f" {some(len(self.stories), 'story', 'stories')}, {some(len(self.facts), 'fact', 'facts')}>"
        )


def _by_time(fact: Fact) -> tuple[dt.date, dt.date]:
    when = fact.when
    assert when is not None
    first = when.start or when.end
    assert first is not None
    return first, when.end or dt.date.max
