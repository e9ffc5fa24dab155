"""Any number of reports as one immutable dataset."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from .entities import Entities, Entity, EntityLike, nearest
from .errors import ArgumentError, DatasetError, NotFoundError
from .facts import Citation, Fact, Metric, ModelRelease, PersonnelChange
from .query import Facts
from .report import Report, Story

if TYPE_CHECKING:
    from pathlib import Path

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

    The order in which reports are given does not matter: they stand by day of publication, then id.
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

    @property
    def schema_version(self) -> str:
        """The version of the JSON that `to_json` writes and `from_json` reads."""
        return SCHEMA_VERSION

    @cached_property
    def fingerprint(self) -> str:
        """The sha256 of the canonical JSON, as hex digits."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

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

    @property
    def metrics(self) -> Facts[Metric]:
        """Every quantity that measures something."""
        return self.facts.of_type(Metric)

    @property
    def releases(self) -> Facts[ModelRelease]:
        """Models that were released, opened, previewed or made available."""
        return self.facts.of_type(ModelRelease)

    @property
    def personnel(self) -> Facts[PersonnelChange]:
        """Who left, came, was appointed or stays."""
        return self.facts.of_type(PersonnelChange)

    @property
    def citations(self) -> Facts[Citation]:
        """Every source that a report names."""
        return self.facts.of_type(Citation)

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

    def __repr__(self) -> str:
        def some(count: int, one: str, more: str) -> str:
            return f"{count} {one if count == 1 else more}"

        return (
            f"<Dataset: {some(len(self.reports), 'report', 'reports')},"
            f" {some(len(self.stories), 'story', 'stories')}, {some(len(self.facts), 'fact', 'facts')}>"
        )
