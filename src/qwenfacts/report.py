"""One document, read: its blocks, stories, mentions and facts.

A `Report` checks on construction that its parts agree with its text; what would not is refused with
all faults at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Any, Final, Generic, Literal, TypeVar, get_args

import pendulum
from attrs import Factory, field, frozen

from .entities import Entities, Entity
from .errors import DatasetError, InvalidValueError, TextError
from .facts import Fact
from .query import Facts
from .values import Period, Quantity, Span, calendar_day

__all__ = ["Block", "BlockKind", "Mention", "Report", "Row", "Section", "Story", "Unread"]

V = TypeVar("V", Quantity, Period, Entity, str)

BlockKind = Literal["title", "meta", "heading", "paragraph", "list_item", "table_row", "label", "link"]
MentionKind = Literal["quantity", "date", "name", "quotation", "link", "digits"]
Reason = Literal[
    "announces-a-list",
    "length-of-time",
    "example",
    "only-mentioned",
    "no-subject",
    "no-rule",
    "number-not-read",
    "number-too-large",
]

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def check_text(text: object) -> str:
    """The text itself, if it is one that can be read; else `TextError`.

    >>> check_text("fine")
    'fine'
    """
    if not isinstance(text, str):
        raise TextError(f"wants the text as str, got {type(text).__name__}; decode bytes as UTF-8")
    lone = LONE_SURROGATE.search(text)
    if lone:
        raise TextError(
            f"lone surrogate {lone[0]!r} at character {lone.start()}: the text was decoded wrongly;"
            " decode the bytes as UTF-8"
        )
    return text


@frozen
class Mention(Generic[V]):
    """A span of the text with what it denotes.

    ``value`` is a `Quantity`, a `Period`, an `Entity`, or a string: what a quotation says between its
    marks, where a link leads.
    """

    span: Span
    text: str
    value: V

    def __str__(self) -> str:
        return self.text


@frozen
class Block:
    """One or more whole lines of the text, without the white space around them.

    ``kind``: ``title``, ``meta`` (posted, period, audience), ``heading``, ``paragraph``, ``list_item``,
    ``table_row``, ``label`` (only labelled data: dates, sources), ``link`` (only links).
    """

    span: Span
    text: str
    kind: BlockKind

    def __str__(self) -> str:
        return self.text


@frozen
class Row:
    """A line of a table; ``cells`` is None where its columns cannot be told apart.

    ``date`` and ``source`` are what the line says in the columns of those names, if it has them.
    """

    span: Span
    text: str
    cells: tuple[str, ...] | None = None
    date: Period | None = None
    source: Entity | None = None

    def __str__(self) -> str:
        return self.text


@frozen
class Section:
    """A headed part of a story or report. ``heading`` is without emoji, number and colon, None before
    the first heading; ``blocks`` leave out a heading that has its own line; ``rows`` the header line.
    """

    heading: str | None
    blocks: tuple[Block, ...] = field(default=(), converter=tuple[Block, ...])
    rows: tuple[Row, ...] = field(default=(), converter=tuple[Row, ...])

    def __str__(self) -> str:
        return self.heading or "(no heading)"


@frozen
class Story:
    """A numbered item of a report.

    ``period`` is when its news was published or announced, by its label line; ``sources`` and ``links``
    are those it names; ``facts`` what it says.
    """

    number: int
    title: str
    period: Period | None = None
    sources: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...])
    links: tuple[Mention[str], ...] = field(default=(), converter=tuple[Mention[str], ...])
    sections: tuple[Section, ...] = field(default=(), converter=tuple[Section, ...])
    facts: Facts[Fact] = field(factory=lambda: Facts(()), repr=False)

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


@frozen
class Unread:
    """A mention that no fact uses, and why.

    ``kind`` is that of the mention, or ``digits`` for a number that was not read.
    """

    span: Span
    text: str
    kind: MentionKind
    reason: Reason

    def __attrs_post_init__(self) -> None:
        if self.reason not in get_args(Reason):
            raise InvalidValueError(
                f"Unread.reason: {self.reason!r} is none of {', '.join(get_args(Reason))}"
            )

    def __str__(self) -> str:
        return f"{self.text} ({self.reason})"


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as hex digits.

    >>> digest("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(report: Report) -> str:
    return digest(report.text)


def _identity(report: Report) -> str:
    return report_id(report.subject, report.published, report.sha256)


@frozen(kw_only=True)
class Report:
    """One document and all that was read in it.

    - ``id``: ``<id of subject>-<published>``, or the first 12 hex digits of ``sha256`` without a date.
    - ``title``, ``subject``; ``published`` (day), ``posted_at`` (day and time as printed, no zone);
      ``period`` (the days covered); ``analyst``, ``audience``, ``coverage`` as written.
    - ``text``: exactly as decoded; every span counts its code points. ``sha256``: of its UTF-8 bytes.
    - ``blocks``: flat, in text order, only white space between them; ``summary``: the blocks of the
      summary; ``sections``: those outside the stories; ``stories``.
    - ``quantities``, ``dates``, ``names``, ``quotations``, ``links``: mentions, in text order.
    - ``facts``, ordered by start; ``unread``: every mention that no fact uses, with its reason.
    - ``warnings``: what the report says wrongly about itself.

    Raises `DatasetError` with all faults where parts do not agree with the text or each other.
    """

    title: str
    subject: Entity
    published: pendulum.Date | None = field(default=None, converter=calendar_day)
    posted_at: pendulum.DateTime | None = None
    period: Period | None = None
    analyst: str | None = None
    audience: str | None = None
    coverage: str | None = None
    text: str = field(repr=False, converter=check_text)
    blocks: tuple[Block, ...] = field(default=(), converter=tuple[Block, ...], repr=False)
    summary: tuple[Block, ...] = field(default=(), converter=tuple[Block, ...], repr=False)
    sections: tuple[Section, ...] = field(default=(), converter=tuple[Section, ...], repr=False)
    stories: tuple[Story, ...] = field(default=(), converter=tuple[Story, ...], repr=False)
    quantities: tuple[Mention[Quantity], ...] = field(
        default=(), converter=tuple[Mention[Quantity], ...], repr=False
    )
    dates: tuple[Mention[Period], ...] = field(default=(), converter=tuple[Mention[Period], ...], repr=False)
    names: tuple[Mention[Entity], ...] = field(default=(), converter=tuple[Mention[Entity], ...], repr=False)
    quotations: tuple[Mention[str], ...] = field(default=(), converter=tuple[Mention[str], ...], repr=False)
    links: tuple[Mention[str], ...] = field(default=(), converter=tuple[Mention[str], ...], repr=False)
    facts: Facts[Fact] = field(factory=lambda: Facts(()), repr=False)
    unread: tuple[Unread, ...] = field(default=(), converter=tuple[Unread, ...], repr=False)
    warnings: tuple[str, ...] = field(default=(), converter=tuple[str, ...], repr=False)
    entities: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...], repr=False)
    sha256: str = field(init=False, repr=False, default=Factory(_digest, takes_self=True))
    id: str = field(init=False, default=Factory(_identity, takes_self=True))

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise DatasetError(f"{self.id}: {fault}" for fault in faults)

    def __str__(self) -> str:
        return f"{self.id}: {self.title}"

    def story(self, number: int) -> Story | None:
        """The story of that number, or None."""
        return next((story for story in self.stories if story.number == number), None)


def report_id(subject: Entity, published: pendulum.Date | None, sha256: str) -> str:
    """The id of a report about a subject.

    >>> report_id(Entity("acme", "organisation", "Acme"), pendulum.Date(2027, 5, 7), "0" * 64)
    'acme-2027-05-07'
    """
    return sha256[:12] if published is None else f"{subject.id}-{published.isoformat()}"


def entities_of(report: Report) -> Iterator[Entity]:
    """Every entity that a part of the report holds, again and again."""
    yield report.subject
    for mention in report.names:
        yield mention.value
    for fact in report.facts:
        yield from fact.entities()
    sections = chain(report.sections, *(story.sections for story in report.stories))
    for row in chain.from_iterable(section.rows for section in sections):
        if row.source is not None:
            yield row.source
    for story in report.stories:
        yield from story.sources


def _faults(report: Report) -> Iterator[str]:
    text = report.text
    mentions: dict[str, tuple[Mention[Any], ...]] = {
        "quantities": report.quantities,
        "dates": report.dates,
        "names": report.names,
        "quotations": report.quotations,
        "links": report.links,
    }
    for name, group in mentions.items():
        yield from _misquoted(text, name, group)
        yield from _out_of_order(name, [mention.span for mention in group])
    stories = chain.from_iterable(story.links for story in report.stories)
    sections = (*report.sections, *chain.from_iterable(story.sections for story in report.stories))
    yield from _misquoted(text, "story links", stories)
    yield from _misquoted(text, "unread", report.unread)
    yield from _misquoted(text, "summary", report.summary)
    for section in sections:
        yield from _misquoted(text, f"section {section.heading!r}", (*section.blocks, *section.rows))
    yield from _misquoted(text, "blocks", report.blocks)
    yield from _lost(text, report.blocks)
    yield from _loose_facts(report)
    table: dict[str, Entity] = {entity.id: entity for entity in report.entities}
    if len(table) != len(report.entities):
        yield "entities: an id stands there twice"
    for entity in dict.fromkeys(entities_of(report)):
        if table.get(entity.id) != entity:
            yield f"entities: {entity.id!r} is used, but the table has {table.get(entity.id)!r}"
    for entity in report.entities:
        if entity.parent is not None and entity.parent not in table:
            yield f"entities: the parent {entity.parent!r} of {entity.id!r} is not in the table"


def _misquoted(text: str, where: str, parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        actual = text[part.span.slice]
        if actual != part.text:
            yield f"{where}: {part.span} is {actual!r} in the text, not {part.text!r}"


def _out_of_order(where: str, spans: list[Span]) -> Iterator[str]:
    for before, after in pairwise(spans):
        if after.start < before.end:
            yield f"{where}: {after} comes before the end of {before}"


def _lost(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Text outside the blocks that is not white space, and blocks that overlap."""
    at = 0
    for block in blocks:
        if block.span.start < at:
            yield f"blocks: {block.span} overlaps the block before it"
        if text[at : block.span.start].strip():
            yield f"blocks: {text[at : block.span.start].strip()[:40]!r} at {at} is in no block"
        at = max(at, block.span.end)
    if text[at:].strip():
        yield f"blocks: {text[at:].strip()[:40]!r} at {at} is in no block"


def _loose_facts(report: Report) -> Iterator[str]:
    numbers = {story.number for story in report.stories}
    ids: set[str] = set()
    for fact in report.facts:
        if fact.id in ids:
            yield f"facts: the id {fact.id!r} stands there twice"
        ids.add(fact.id)
        if fact.report != report.id:
            yield f"facts: {fact.id!r} is a fact of {fact.report!r}"
        if fact.story is not None and fact.story not in numbers:
            yield f"facts: {fact.id!r} names story {fact.story}, which is not there"
        for evidence in fact.evidence:
            actual = report.text[evidence.span.slice]
            if actual != evidence.quote:
                yield f"facts: {fact.id}: {evidence.span} is {actual!r} in the text, not {evidence.quote!r}"
        for span in fact.mentions:
            if span.end > len(report.text):
                yield f"facts: {fact.id}: {span} is outside the text"
    for story in report.stories:
        told = tuple(fact for fact in report.facts if fact.story == story.number)
        if tuple(story.facts) != told:
            yield f"stories: story {story.number} does not hold the facts that name it"


def table_of(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities once each, by id: what `Report.entities` wants."""
    return Entities(entities).items
