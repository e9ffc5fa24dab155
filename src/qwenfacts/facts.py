"""What a report claims, typed, each claim with the characters that say it.

A fact says what a report says, never that it is true. Facts know their report by id and their story
by number; they hold no container.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final, Literal

from attrs import Attribute, field, fields, frozen

from .base import Value, is_several
from .entities import Entity
from .errors import InvalidValueError
from .values import Period, Quantity, Span

__all__ = [
    "Citation",
    "Event",
    "Evidence",
    "Fact",
    "Metric",
    "ModelRelease",
    "Outlook",
    "PersonnelChange",
    "Relation",
    "Statement",
]

Origin = Literal["rule", "errata"]
Aspect = Literal["level", "change", "share", "rank"]
Direction = Literal["up", "down"]
Nature = Literal["reading", "target", "projection"]
PeriodFrom = Literal["stated", "section", "story"]
Stage = Literal["preview", "beta", "general", "announced"]
Access = Literal["open_weight", "hosted", "invite_only"]
PersonnelKind = Literal["departure", "hire", "appointment", "continuation"]
EventKind = Literal[
    "formation",
    "launch",
    "availability",
    "open_sourcing",
    "earnings",
    "restructuring",
    "incident",
    "other",
]
OutlookKind = Literal["forecast", "risk", "signal"]
RelationKind = Literal[
    "is_a",
    "part_of",
    "developed_by",
    "built_on",
    "trained_on",
    "led_by",
    "holds_role",
    "member_of",
    "oversees",
    "integrates_with",
    "competes_with",
    "available_on",
    "optimised_for",
    "does",
    "uses",
    "responds_to",
    "known_as",
    "likened_to",
    "worked_on",
    "partners_with",
    "owned_by",
    "located_in",
    "licensed_under",
]

SLUG: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def _slug(instance: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not str or not SLUG.fullmatch(value):
        raise InvalidValueError(
            f"{type(instance).__name__}.{attribute.name}: {value!r} is no slug (lower-case words"
            " joined by '-' or '_')"
        )


@frozen(repr=False)
class Evidence(Value):
    """The exact characters of one report that say a fact, and the sentence they stand in.

    - ``report``: the report's id; ``span``: where in its text, in code points.
    - ``quote``: the characters there, ``report.text[span.start:span.end]``; as short as says the fact.
    - ``sentence``: the sentence or line that holds the quote.

    >>> evidence = Evidence("acme-2027-03-05", Span(10, 15), "up 4%", "Sales are up 4%.")
    >>> print(evidence)
    “up 4%”
    """

    report: str
    span: Span
    quote: str
    sentence: str

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if len(self.quote) != len(self.span):
            raise InvalidValueError(
                f"Evidence({self.quote!r}): {len(self.quote)} characters do not fill {self.span}"
            )
        if self.quote not in self.sentence:
            raise InvalidValueError(f"Evidence({self.quote!r}): not in its sentence {self.sentence!r}")

    def __str__(self) -> str:
        return f"“{self.quote}”"


def _in_text_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    spans = tuple(spans)
    return tuple(sorted(set(spans))) if all(type(span) is Span for span in spans) else spans


ID_END: Final = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:-[1-9][0-9]*)?")


@frozen(kw_only=True, repr=False)
class Fact(Value):
    r"""What all facts have.

    - ``id``: ``<report id>/<type>@<start>``; stable for the same text and version.
    - ``report``: id of the report that says it; ``story``: number of the story, or None outside stories.
    - ``evidence``: where it is said, at least one; ``mentions``: the spans of the quantities, dates, names,
      quotations and links that it is built from, in text order.
    - ``origin``: ``rule``, or ``errata`` when a correction was applied.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose nearly 40% in April 2027."
    >>> fact = qf.parse(text).facts[0]
    >>> fact.id, fact.report, fact.story, fact.origin
    ('acme-2027-05-07/metric@52', 'acme-2027-05-07', None, 'rule')
    >>> [text[span.start : span.end] for span in fact.mentions]
    ['Acme', 'nearly 40%', 'April 2027']
    """

    type: ClassVar[str] = "fact"

    id: str
    report: str
    story: int | None = None
    evidence: tuple[Evidence, ...] = field(converter=tuple[Evidence, ...])
    mentions: tuple[Span, ...] = field(converter=_in_text_order)
    origin: Origin = "rule"

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.evidence:
            raise InvalidValueError(f"{self.id}: a fact needs evidence")
        for evidence in self.evidence:
            if evidence.report != self.report:
                raise InvalidValueError(
                    f"{self.id}: evidence from {evidence.report!r}, but the fact is of {self.report!r}"
                )
        head = f"{self.report}/{self.type}@"
        if not self.id.startswith(head) or not ID_END.fullmatch(self.id, len(head)):
            raise InvalidValueError(
                f"{self.id!r}: the id of this fact is {head} and the number of the character where it starts"
            )

    @property
    def start(self) -> int:
        """Where the fact begins in the text, in code points: the number in its id.

        For a metric that is its quantity, for others their earliest evidence.
        """
        return int(self.id[len(self.report) + len(self.type) + 2 :].partition("-")[0])

    @property
    def when(self) -> Period | None:
        """The time of which the fact speaks: its period, date or horizon."""
        return None

    def entities(self) -> Iterator[Entity]:
        """Every entity that a field of this fact holds, in the order of the fields."""
        for name in entity_fields(type(self)):
            for part in parts_of(getattr(self, name)):
                if isinstance(part, Entity):
                    yield part

    def _words(self) -> Iterator[object]:
        """What the one-line form says between the type and the quote."""
        yield from self.entities()

    def __str__(self) -> str:
        words = " ".join(str(word) for word in self._words() if word is not None)
        return " ".join(f"{self.type}: {words} {self.evidence[0]}".split())

    def _repr_html_(self) -> str:
        from .exchange.notebook import of_fact

        return of_fact(self)


_COMMON: Final = frozenset(("id", "report", "story", "evidence", "mentions", "origin"))
_ENTITY_FIELDS: Final[dict[type, tuple[str, ...]]] = {}


def entity_fields(kind: type[Fact]) -> tuple[str, ...]:
    """The names of the fields of a fact type that can hold an entity.

    >>> entity_fields(Relation)
    ('subject', 'object')
    """
    if kind not in _ENTITY_FIELDS:
        _ENTITY_FIELDS[kind] = tuple(
            f.name for f in fields(kind) if f.name not in _COMMON and "Entity" in str(f.type)
        )
    return _ENTITY_FIELDS[kind]


def parts_of(value: object) -> tuple[object, ...]:
    """What a field holds, one or several.

    >>> parts_of("one"), parts_of(("one", "two"))
    (('one',), ('one', 'two'))
    """
    return value if is_several(value) else (value,)


@frozen(kw_only=True, repr=False)
class Metric(Fact):
    r"""A quantity that measures something. One for each such quantity in the text.

    - ``subject``: who or what is measured; ``measure``: slug from the documented vocabulary
      (``revenue``, ``parameters``); ``measure_text``: the words of the report.
    - ``quantity``: value, unit and interval; ``aspect``: ``level``, ``change``, ``share``, ``rank``;
      ``direction``: ``up``, ``down`` or None; ``nature``: ``reading``, ``target``, ``projection``.
    - ``period``: when it holds; ``period_from``: ``stated`` with it, or taken from the ``section``
      or ``story``.
    - ``of``: the whole of a share, the leaderboard of a rank; ``qualifier``: words that narrow the measure.

    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose nearly 40% in April 2027."
    >>> metric = qf.parse(text).facts.of_type(qf.Metric).one()
    >>> metric.subject.name, metric.measure, metric.aspect, metric.direction, str(metric.period)
    ('Acme', 'revenue', 'change', 'up', '2027-04-01/2027-04-30')
    >>> metric.quantity.low, metric.quantity.high, metric.quantity.unit
    (Decimal('35'), Decimal('40'), 'percent')
    """

    type: ClassVar[str] = "metric"

    subject: Entity
    measure: str = field(validator=_slug)
    measure_text: str
    quantity: Quantity
    aspect: Aspect = "level"
    direction: Direction | None = None
    nature: Nature = "reading"
    period: Period | None = None
    period_from: PeriodFrom | None = None
    of: Entity | str | None = None
    qualifier: str | None = None

    @property
    def when(self) -> Period | None:
        """When the metric holds."""
        return self.period

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.quantity.text not in self.evidence[0].quote:
            raise InvalidValueError(f"{self.id}: the first evidence does not hold {self.quantity.text!r}")
        if (self.period is None) != (self.period_from is None):
            raise InvalidValueError(f"{self.id}: period and period_from go together")

    def _words(self) -> Iterator[object]:
        yield from (self.subject, self.measure)
        if self.aspect != "level":
            yield self.aspect
        yield from (self.direction, self.quantity)
        if self.period:
            yield f"({self.period})"


@frozen(kw_only=True, repr=False)
class ModelRelease(Fact):
    r"""A model or model series that was released, opened, previewed or made available.

    - ``model``; ``developer``: who made it; ``date``: when it came out.
    - ``stage``: ``preview``, ``beta``, ``general``, ``announced``; ``access``: ``open_weight``, ``hosted``,
      ``invite_only``.
    - ``channels``: where it can be had; ``parameters``: its size as worded, in parameters; ``licence``: as
      written; ``variants``: the members named with it.

    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme released Wren-2, an open-weight model, on May 4, 2027."
    >>> release = qf.parse(text).facts.of_type(qf.ModelRelease).one()
    >>> release.model.name, release.developer.name, str(release.date), release.stage, release.access
    ('Wren-2', 'Acme', '2027-05-04', 'general', 'open_weight')
    """

    type: ClassVar[str] = "model-release"

    model: Entity
    developer: Entity | None = None
    date: Period | None = None
    stage: Stage | None = None
    access: Access | None = None
    channels: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...])
    parameters: Quantity | None = None
    licence: str | None = None
    variants: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...])

    @property
    def when(self) -> Period | None:
        """When the model was released."""
        return self.date

    def _words(self) -> Iterator[object]:
        yield from (self.model, self.stage, self.access)
        if self.date:
            yield f"({self.date})"


@frozen(kw_only=True, repr=False)
class PersonnelChange(Fact):
    r"""Somebody leaves, comes, is appointed or stays.

    - ``kind``: ``departure`` (or exit), ``hire`` (from outside), ``appointment`` (inside), ``continuation``.
    - ``person``: who; None for an unnamed group, and then ``group`` has its words.
    - ``role``, ``organisation``: the post that is taken, kept or left, and where; ``date``: since when.
    - ``replaces``: whose post it was; ``former_role``, ``former_organisation``: what was left for it.

    >>> text = "Acme Weekly Report May 7, 2027\n\nMira Cole joined Acme as head of arms on May 4, 2027."
    >>> change = qf.parse(text).facts.of_type(qf.PersonnelChange).one()
    >>> change.person.name, change.kind, change.role, change.organisation.name, str(change.date)
    ('Mira Cole', 'hire', 'head of arms', 'Acme', '2027-05-04')
    """

    type: ClassVar[str] = "personnel-change"

    person: Entity | None = None
    group: str | None = None
    kind: PersonnelKind
    role: str | None = None
    organisation: Entity | None = None
    date: Period | None = None
    replaces: Entity | None = None
    former_role: str | None = None
    former_organisation: Entity | None = None

    @property
    def when(self) -> Period | None:
        """When the change takes effect."""
        return self.date

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if (self.person is None) == (self.group is None):
            raise InvalidValueError(f"{self.id}: give a person, or the words for an unnamed group")

    def _words(self) -> Iterator[object]:
        yield from (self.person or self.group, self.kind)
        if self.role:
            yield f"as {self.role}"
        if self.organisation:
            yield f"at {self.organisation}"
        if self.date:
            yield f"({self.date})"


@frozen(kw_only=True, repr=False)
class Event(Fact):
    r"""Something that happened to an organisation, product or platform; of a model it is a `ModelRelease`.

    - ``kind``: ``formation``, ``launch``, ``availability``, ``open_sourcing``, ``earnings``,
      ``restructuring``, ``incident``, ``other``.
    - ``subject``: what it happened to; ``date``: when; ``stage``: as of a release.
    - ``organisation``: whose doing it is (the maker, who sues or fines), of a deal the other side.
    - ``parts``: what a new body consists of; ``head``: who leads it; ``platform``: where it is to be had;
      ``fiscal_period``: of which quarter or year results are.

    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme formed the Robot Council on May 4, 2027."
    >>> event = qf.parse(text).facts.of_type(qf.Event).one()
    >>> event.kind, event.subject.name, event.organisation.name, str(event.date)
    ('formation', 'Robot Council', 'Acme', '2027-05-04')
    """

    type: ClassVar[str] = "event"

    kind: EventKind
    subject: Entity
    date: Period | None = None
    parts: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...])
    head: Entity | None = None
    organisation: Entity | None = None
    platform: Entity | None = None
    fiscal_period: Period | None = None
    stage: Stage | None = None

    @property
    def when(self) -> Period | None:
        """When it happened."""
        return self.date

    def _words(self) -> Iterator[object]:
        yield from (self.subject, self.kind)
        if self.date:
            yield f"({self.date})"


@frozen(kw_only=True, repr=False)
class Statement(Fact):
    r"""What somebody said.

    - ``text``: the words, without quotation marks; ``verbatim``: whether they stood in such marks.
    - ``speaker``: who said it, None if nobody is named; ``medium``: where it was said.

    >>> text = "Acme Weekly Report May 7, 2027\n\n“We are early,” said Mira Cole in a blog post."
    >>> statement = qf.parse(text).facts.of_type(qf.Statement).one()
    >>> statement.text, statement.speaker.name, statement.medium, statement.verbatim
    ('We are early', 'Mira Cole', 'blog post', True)
    """

    type: ClassVar[str] = "statement"

    text: str
    speaker: Entity | None = None
    medium: str | None = None
    verbatim: bool


@frozen(kw_only=True, repr=False)
class Citation(Fact):
    r"""A source that the report names.

    - ``source``: who published it, ``date``: when; ``text``: as written; ``link``: the address, if given.
    - ``supports``: the number of the story or the id of the fact that it stands behind, None for the report
      as a whole.

    >>> text = "Acme Weekly Report May 7, 2027\n\n1. Sales\nSource: Reuters\nSales rose."
    >>> citation = qf.parse(text).facts.of_type(qf.Citation).one()
    >>> citation.source.name, citation.source.kind, citation.supports
    ('Reuters', 'publication', 1)
    """

    type: ClassVar[str] = "citation"

    source: Entity
    text: str
    link: str | None = None
    date: Period | None = None
    supports: int | str | None = None

    @property
    def when(self) -> Period | None:
        """When the source was published."""
        return self.date

    def _words(self) -> Iterator[object]:
        yield from (self.source, self.link)
        if self.supports is not None:
            yield f"for story {self.supports}" if type(self.supports) is int else f"for {self.supports}"


@frozen(kw_only=True, repr=False)
class Outlook(Fact):
    r"""What the report expects, fears or says to watch.

    - ``kind``: ``forecast``, ``risk``, ``signal`` (something to watch).
    - ``subject``: of whom or what; ``text``: the words; ``horizon``: until when, or in which time.

    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme is expected to open a plant by 2028."
    >>> outlook = qf.parse(text).facts.of_type(qf.Outlook).one()
    >>> outlook.kind, outlook.subject.name, str(outlook.horizon)
    ('forecast', 'Acme', '../2028-12-31')
    """

    type: ClassVar[str] = "outlook"

    kind: OutlookKind
    subject: Entity
    text: str
    horizon: Period | None = None

    @property
    def when(self) -> Period | None:
        """Until when, or in which time, it is expected."""
        return self.horizon

    def _words(self) -> Iterator[object]:
        yield from (self.subject, self.kind)
        if self.horizon:
            yield f"({self.horizon})"


@frozen(kw_only=True, repr=False)
class Relation(Fact):
    r"""A descriptive claim that is no number.

    - ``subject``: of whom or what it is said; ``kind``: one of `RelationKind`, such as ``built_on``;
      docs/relations.md says what each means.
    - ``object``: what is said of it: an entity where it has a name, else the words.

    >>> text = "Acme Weekly Report May 7, 2027\n\nWren-2 is built on Wren-1."
    >>> relation = qf.parse(text).facts.of_type(qf.Relation).one()
    >>> relation.subject.name, relation.kind, relation.object.name
    ('Wren-2', 'built_on', 'Wren-1')
    """

    type: ClassVar[str] = "relation"

    subject: Entity
    kind: RelationKind
    object: Entity | str

    def _words(self) -> Iterator[Any]:  # here `object` is the field
        yield from (self.subject, self.kind, self.object)
