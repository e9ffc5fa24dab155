"""One document, read: its blocks, stories, mentions and facts.

A `Report` checks on construction that its parts agree with its text; what would not is refused with
all faults at once.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import pendulum
from attrs import evolve, field, frozen

from .base import Value, lone_surrogate, words
from .entities import Entities, Entity
from .errors import DatasetError, InvalidValueError, TextError
from .facts import Fact
from .query import Facts
from .values import Period, Quantity, Span, calendar_day, clock_time

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Block", "BlockKind", "Mention", "Report", "Row", "Section", "Story", "Unread"]

V = TypeVar("V", Quantity, Period, Entity, str)

BlockKind = Literal["title", "meta", "heading", "paragraph", "list_item", "table_row", "label", "link"]
MentionKind = Literal["quantity", "date", "name", "quotation", "link", "digits"]
Reason = Literal[
    "announces-a-list",
    "length-of-time",
    "length-of-text",
    "example",
    "scare-quotes",
    "only-mentioned",
    "no-subject",
    "no-rule",
    "number-not-read",
    "number-too-large",
]


def check_text(text: object) -> str:
    """The text itself, if it is one that can be read; else `TextError`.

    >>> check_text("fine")
    'fine'
    """
    if not isinstance(text, str):
        raise TextError(f"wants the text as str, got {type(text).__name__}; decode bytes as UTF-8")
    at = lone_surrogate(text)
    if at is not None:
        raise TextError(
            f"lone surrogate {text[at]!r} at character {at}: the text was decoded wrongly;"
            " decode the bytes as UTF-8"
        )
    return text


@frozen(repr=False)
class Mention(Value, Generic[V]):
    """A span of the text with what it denotes.

    - ``span``: where it stands, in code points; ``text``: the characters there.
    - ``value``: a `Quantity`, a `Period`, an `Entity`, or a string: what a quotation says between its
      marks, where a link leads.

    >>> import qwenfacts as qf
    >>> mention = qf.parse("Sales rose nearly 40% in April 2027.").quantities[0]
    >>> mention.text, mention.span, mention.value.bound
    ('nearly 40%', Span(start=11, end=21), 'nearly')
    """

    span: Span
    text: str
    value: V

    def __str__(self) -> str:
        return self.text


@frozen(repr=False)
class Block(Value):
    r"""One or more whole lines of the text, without the white space around them.

    - ``span``: where they stand, in code points; ``text``: the characters there.
    - ``kind``: ``title``, ``meta`` (posted, period, audience), ``heading``, ``paragraph``, ``list_item``,
      ``table_row``, ``label`` (only labelled data: dates, sources), ``link`` (only links).

    >>> import qwenfacts as qf
    >>> report = qf.parse("Acme Weekly Report May 7, 2027\n\n  • Sales rose.\n")
    >>> [(block.kind, block.text) for block in report.blocks]
    [('title', 'Acme Weekly Report May 7, 2027'), ('list_item', '• Sales rose.')]
    """

    span: Span
    text: str
    kind: BlockKind

    def __str__(self) -> str:
        return self.text


@frozen(repr=False)
class Row(Value):
    r"""A line of a table, without the header line.

    - ``span``: where it stands, in code points; ``text``: the characters there.
    - ``cells``: what stands in each column, None where its columns cannot be told apart.
    - ``date``, ``source``: what the line says in the columns of those names, if it has them.

    >>> import qwenfacts as qf
    >>> table = "Sources\nEvent Source Date\nPlant opening Reuters May 4, 2027\nPower Bloomberg May 6, 2027\n"
    >>> row = qf.parse("Acme Weekly Report May 7, 2027\n\n" + table).sections[-1].rows[0]
    >>> row.cells, str(row.date), row.source.name
    (('Plant opening', 'Reuters', 'May 4, 2027'), '2027-05-04', 'Reuters')
    """

    span: Span
    text: str
    cells: tuple[str, ...] | None = None
    date: Period | None = None
    source: Entity | None = None

    def __str__(self) -> str:
        return self.text


@frozen(repr=False)
class Section(Value):
    r"""A headed part of a story or report.

    - ``heading``: without emoji, number and colon; None before the first heading.
    - ``blocks``: without a heading that has its own line.
    - ``rows``: the lines of its tables, without the header lines.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\n1. Sales\nWhat happened: They rose.\nRisks: None.\n"
    >>> [(section.heading, str(section.blocks[0])) for section in qf.parse(text).story(1).sections]
    [('What happened', 'What happened: They rose.'), ('Risks', 'Risks: None.')]
    """

    heading: str | None
    blocks: tuple[Block, ...] = field(default=(), converter=tuple[Block, ...])
    rows: tuple[Row, ...] = field(default=(), converter=tuple[Row, ...])

    def __str__(self) -> str:
        return self.heading or "(no heading)"


def _facts(items: Iterable[Fact]) -> Facts[Fact]:
    return items if isinstance(items, Facts) else Facts(tuple(items))


@frozen(repr=False)
class Story(Value):
    r"""A numbered item of a report.

    - ``number``: as written, from 1; ``title``: without number and ornaments.
    - ``period``: when its news was published or announced, by its label line.
    - ``sources``, ``links``: those that it names.
    - ``sections``: its parts; ``facts``: what it says.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\n1. A plant opens\nSource: Reuters\nAnnounced: May 4, 2027\n"
    >>> story = qf.parse(text).story(1)
    >>> story.title, str(story.period), [source.name for source in story.sources]
    ('A plant opens', '2027-05-04', ['Reuters'])
    """

    number: int
    title: str
    period: Period | None = None
    sources: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...])
    links: tuple[Mention[str], ...] = field(default=(), converter=tuple[Mention[str], ...])
    sections: tuple[Section, ...] = field(default=(), converter=tuple[Section, ...])
    facts: Facts[Fact] = field(factory=lambda: Facts(()), converter=_facts, repr=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.number < 1:
            raise InvalidValueError(f"Story.number: wants 1 or more, got {self.number}")

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def _repr_html_(self) -> str:
        from .exchange.notebook import of_story

        return of_story(self)


@frozen(repr=False)
class Unread(Value):
    """A mention that no fact uses, and why.

    - ``span``: where it stands, in code points; ``text``: the characters there.
    - ``kind``: ``quantity``, ``date``, ``name``, ``quotation``, ``link``, or ``digits`` for a number that was
      not read.
    - ``reason``: from a closed list, which docs/reading.md explains.

    >>> import qwenfacts as qf
    >>> [str(entry) for entry in qf.parse("It took three days.").unread]
    ['three days (length-of-time)']
    """

    span: Span
    text: str
    kind: MentionKind
    reason: Reason

    def __str__(self) -> str:
        return f"{self.text} ({self.reason})"


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as hex digits.

    >>> digest("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode()).hexdigest()


@frozen(kw_only=True, repr=False)
class Report(Value):
    r"""One document and all that was read in it.

    - ``id``: ``<id of subject>-<published>``, or the first 12 hex digits of ``sha256`` without a date.
    - ``title``, ``subject``; ``published`` (day), ``posted_at`` (day and time as printed, no zone);
      ``period`` (the days covered); ``analyst``, ``audience``, ``coverage`` as written.
    - ``text``: exactly as decoded; every span counts its code points. ``sha256``: of its UTF-8 bytes.
    - ``blocks``: flat, in text order, only white space between them; ``summary``: the blocks of the
      summary; ``sections``: those outside the stories; ``stories``.
    - ``quantities``, ``dates``, ``names``, ``quotations``, ``links``: mentions, in text order.
    - ``facts``, ordered by start; ``unread``: every mention that no fact uses, with its reason.
    - ``warnings``: what the report says wrongly about itself; ``entities``: all that it names, by id.

    Facts of the report and its stories may be given as any sequence; they become `Facts` that can be
    asked about every entity of the report. Raises `DatasetError` with all faults where parts do not agree
    with the text or each other.

    >>> import qwenfacts as qf
    >>> report = qf.parse("Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n")
    >>> report.id, str(report.published), report.subject.name, len(report.facts)
    ('acme-2027-05-07', '2027-05-07', 'Acme', 1)
    """

    title: str
    subject: Entity
    published: pendulum.Date | None = field(default=None, converter=calendar_day)
    posted_at: pendulum.DateTime | None = field(default=None, converter=clock_time)
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
    facts: Facts[Fact] = field(factory=lambda: Facts(()), converter=_facts, repr=False)
    unread: tuple[Unread, ...] = field(default=(), converter=tuple[Unread, ...], repr=False)
    warnings: tuple[str, ...] = field(default=(), converter=words, repr=False)
    entities: tuple[Entity, ...] = field(default=(), converter=tuple[Entity, ...], repr=False)
    sha256: str = field(init=False, repr=False)
    id: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        sha256 = digest(self.text)
        self._set(sha256=sha256, id=report_id(self.subject, self.published, sha256))
        faults = tuple(_faults(self))
        if faults:
            raise DatasetError(f"{self.id}: {fault}" for fault in faults)
        table = Entities(self.entities)
        self._set(
            facts=Facts(self.facts.items, entities=table),
            stories=tuple(
                evolve(story, facts=Facts(story.facts.items, entities=table)) for story in self.stories
            ),
        )

    def _set(self, **parts: object) -> None:
        """What follows from other fields; a frozen object lets nobody else do so."""
        for name, part in parts.items():
            object.__setattr__(self, name, part)

    def __str__(self) -> str:
        return f"{self.id}: {self.title}"

    def story(self, number: int) -> Story | None:
        """The story of that number, or None."""
        return next((story for story in self.stories if story.number == number), None)

    def to_html(self, path: str | Path | None = None) -> str:
        """The evidence page: one HTML file that shows where each fact is said; written to ``path`` if given.

        >>> import qwenfacts as qf
        >>> qf.parse("Acme Weekly Report May 7, 2027").to_html()[:15]
        '<!doctype html>'
        """
        from .exchange.html import page_of_report

        return page_of_report(self, path)

    def _repr_html_(self) -> str:
        from .exchange.notebook import of_report

        return of_report(self)


def report_id(subject: Entity, published: pendulum.Date | None, sha256: str) -> str:
    """The id of a report about a subject.

    >>> report_id(Entity("acme", "organisation", "Acme"), pendulum.Date(2027, 5, 7), "0" * 64)
    'acme-2027-05-07'
    """
    return sha256[:12] if published is None else f"{subject.id}-{published.isoformat()}"


def entities_of(
    subject: Entity,
    names: Iterable[Mention[Entity]],
    facts: Iterable[Fact],
    stories: Sequence[Story],
    sections: Iterable[Section],
) -> Iterator[Entity]:
    """Every entity that a part of a report holds, again and again."""
    yield subject
    for mention in names:
        yield mention.value
    for fact in facts:
        yield from fact.entities()
    everywhere = chain(sections, *(story.sections for story in stories))
    for row in chain.from_iterable(section.rows for section in everywhere):
        if row.source is not None:
            yield row.source
    for story in stories:
        yield from story.sources


def _faults(report: Report) -> Iterator[str]:
    text = report.text
    mentions: tuple[tuple[str, type, tuple[Mention[Any], ...]], ...] = (
        ("quantities", Quantity, report.quantities),
        ("dates", Period, report.dates),
        ("names", Entity, report.names),
        ("quotations", str, report.quotations),
        ("links", str, report.links),
    )
    for name, kind, group in mentions:
        yield from _misquoted(text, name, group)
        yield from _out_of_order(name, group)
        yield from _misplaced(name, kind, group)
    for story in report.stories:
        yield from _misquoted(text, "story links", story.links)
        yield from _misplaced("story links", str, story.links)
    yield from _misquoted(text, "unread", report.unread)
    yield from _misquoted(text, "summary", report.summary)
    for section in chain(report.sections, *(story.sections for story in report.stories)):
        yield from _misquoted(text, f"section {section.heading!r}", (*section.blocks, *section.rows))
    yield from _misquoted(text, "blocks", report.blocks)
    yield from _lost(text, report.blocks)
    yield from _loose_facts(report)
    yield from _told_apart(report)
    yield from _loose_entities(report)


def _misquoted(text: str, where: str, parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        span: Span = part.span
        if (actual := text[span.start : span.end]) != part.text:
            yield f"{where}: {span} is {actual!r} in the text, not {part.text!r}"


def _out_of_order(where: str, mentions: tuple[Mention[Any], ...]) -> Iterator[str]:
    for before, after in pairwise(mentions):
        if after.span.start < before.span.end:
            yield f"{where}: {after.span} comes before the end of {before.span}"


def _misplaced(where: str, kind: type, mentions: tuple[Mention[Any], ...]) -> Iterator[str]:
    for mention in mentions:
        if type(mention.value) is not kind:
            denoted = type(mention.value).__name__
            yield f"{where}: {mention.text!r} denotes a value of type {denoted}, not {kind.__name__}"


def _lost(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Text outside the blocks that is not white space, and blocks that overlap."""
    at = 0
    for block in blocks:
        if block.span.start < at:
            yield f"blocks: {block.span} overlaps the block before it"
        if lost := text[at : block.span.start].strip():
            yield f"blocks: {lost[:40]!r} at {at} is in no block"
        at = max(at, block.span.end)
    if lost := text[at:].strip():
        yield f"blocks: {lost[:40]!r} at {at} is in no block"


def _loose_facts(report: Report) -> Iterator[str]:
    numbers = {story.number for story in report.stories}
    for fact in report.facts:
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
    for before, after in pairwise(report.facts):
        if after.start < before.start:
            yield f"facts: {after.id!r} starts before {before.id!r}, which stands before it"


def _told_apart(report: Report) -> Iterator[str]:
    """Whether ids and numbers stand there once, and stories hold the facts that name them."""
    for key in _twice(fact.id for fact in report.facts):
        yield f"facts: the id {key!r} stands there twice"
    for number in _twice(story.number for story in report.stories):
        yield f"stories: the number {number} stands there twice"
    told: dict[int | None, list[Fact]] = {}
    for fact in report.facts:
        told.setdefault(fact.story, []).append(fact)
    for story in report.stories:
        if list(story.facts) != told.get(story.number, []):
            yield f"stories: story {story.number} does not hold the facts that name it"


def _loose_entities(report: Report) -> Iterator[str]:
    for key in _twice(entity.id for entity in report.entities):
        yield f"entities: the id {key!r} stands there twice"
    table: dict[str, Entity] = {entity.id: entity for entity in report.entities}
    reported: set[Entity] = set()
    for entity in entities_of(report.subject, report.names, report.facts, report.stories, report.sections):
        if type(entity) is not Entity:
            continue  # a name that denotes something else, which was told above
        known = table.get(entity.id)
        if known is not entity and known != entity and entity not in reported:
            reported.add(entity)
            yield f"entities: {entity.id!r} is used, but the table has {known!r}"
    for entity in report.entities:
        if entity.parent is not None and entity.parent not in table:
            yield f"entities: the parent {entity.parent!r} of {entity.id!r} is not in the table"


def _twice(keys: Iterable[object]) -> list[object]:
    """The keys that come more than once."""
    return [key for key, count in Counter(keys).items() if count > 1]
