"""Reports that keep the laws: their text is put together from the sentences of the facts in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, cast, get_args

from attrs import evolve, field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..base import is_several
from ..dataset import Dataset
from ..entities import Entity
from ..facts import Citation, Fact, Metric, entity_fields, parts_of
from ..report import Block, BlockKind, Mention, Reason, Report, Row, Section, Story, Unread, digest, report_id
from ..values import Period, Quantity, Span, calendar_day
from .facts import facts
from .values import entities, periods, quantities, slugs, spans, words

__all__ = ["blocks", "datasets", "mentions", "reports", "rows", "sections", "stories", "unreads"]

YEARS: Final = (dt.date(2000, 1, 1), dt.date(2050, 12, 31))
DAYS: Final = st.none() | st.dates(*YEARS)
MOMENTS: Final = st.none() | st.builds(dt.datetime.combine, st.dates(*YEARS), st.times())
PERIODS: Final = st.none() | periods()
WORDS: Final = st.none() | words()
KINDS: Final[Mapping[type, str]] = {Quantity: "quantity", Period: "date", Entity: "name"}


# -- parts of a report, of no particular text -------------------------------------------------------


def _quoted(draw: DrawFn) -> tuple[Span, str]:
    start, text = draw(st.integers(0, 1000)), draw(words())
    return Span(start, start + len(text)), text


@st.composite
def blocks(draw: DrawFn) -> Block:
    """Blocks of any kind, as long as their text.

    >>> from hypothesis import given
    >>> @given(blocks())
    ... def check(block):
    ...     assert len(block.span) == len(block.text)
    >>> check()
    """
    return Block(*_quoted(draw), draw(st.sampled_from(get_args(BlockKind))))


@st.composite
def mentions(draw: DrawFn, values: SearchStrategy[Any] | None = None) -> Mention[Any]:
    """Mentions of these values: by default of quantities, periods, entities and strings.

    >>> from hypothesis import given
    >>> @given(mentions(periods()))
    ... def check(mention):
    ...     assert mention.value.text and str(mention) == mention.text
    >>> check()
    """
    value: Any = draw(quantities() | periods() | entities() | words() if values is None else values)
    return Mention(*_quoted(draw), value)


@st.composite
def rows(draw: DrawFn) -> Row:
    """Rows of a table, with or without cells.

    >>> from hypothesis import given
    >>> @given(rows())
    ... def check(row):
    ...     assert row.cells is None or all(cell in row.text for cell in row.cells)
    >>> check()
    """
    span, text = _quoted(draw)
    cells = draw(st.sampled_from([None, tuple(text.split())]))
    return Row(span, text, cells, draw(PERIODS), draw(st.none() | entities()))


def sections() -> SearchStrategy[Section]:
    """Sections with blocks and rows, with or without a heading.

    >>> from hypothesis import given
    >>> @given(sections())
    ... def check(section):
    ...     assert str(section) == (section.heading or "(no heading)")
    >>> check()
    """
    heading, some = WORDS, st.lists(blocks(), max_size=2)
    return st.builds(Section, heading, some.map(tuple), st.lists(rows(), max_size=2).map(tuple))


def stories() -> SearchStrategy[Story]:
    """Stories without facts; those of `reports` have some.

    >>> from hypothesis import given
    >>> @given(stories())
    ... def check(story):
    ...     assert story.number >= 1 and not story.facts
    >>> check()
    """
    return st.builds(
        Story,
        st.integers(1, 9),
        words(),
        PERIODS,
        st.lists(entities(kinds=["publication"]), max_size=2).map(tuple),
        st.lists(mentions(_links()), max_size=2).map(tuple),
        st.lists(sections(), max_size=2).map(tuple),
    )


def unreads() -> SearchStrategy[Unread]:
    """Mentions that no fact uses, for any reason.

    >>> from hypothesis import given
    >>> @given(unreads())
    ... def check(unread):
    ...     assert str(unread) == f"{unread.text} ({unread.reason})"
    >>> check()
    """
    kinds = ["quantity", "date", "name", "quotation", "link", "digits"]
    return st.builds(_unread, spans(within=20), st.sampled_from(kinds), st.sampled_from(get_args(Reason)))


def _unread(span: Span, kind: Any, reason: Reason) -> Unread:
    return Unread(span, "x" * len(span), kind, reason)


def _links() -> SearchStrategy[str]:
    return slugs().map("https://{}.example/".format)


# -- reports --------------------------------------------------------------------------------------


@frozen
class _Page:
    """A text in the making, and what stands where in it."""

    parts: list[str] = field(factory=list[str])
    blocks: list[Block] = field(factory=list[Block])
    mentions: dict[str, list[Mention[Any]]] = field(
        factory=lambda: {kind: [] for kind in ("quantity", "date", "name", "quotation", "link")}
    )
    unread: list[Unread] = field(factory=list[Unread])

    def say(self, line: str, end: str, kind: BlockKind = "paragraph") -> int:
        """Put a line at the end of the text; where it starts."""
        start = sum(map(len, self.parts))
        words, before = line.strip(), len(line) - len(line.lstrip())
        self.blocks.append(Block(Span(start + before, start + before + len(words)), words, kind))
        self.parts.extend((line, end))
        return start

    def mention(self, kind: str, text: str, value: Any, start: int) -> Span:
        """Note what a stretch of the text denotes."""
        span = Span(start, start + len(text))
        self.mentions[kind].append(Mention(span, text, value))
        return span


@frozen
class _Draft:
    """A fact on its way into a report: what it will say, in which story, and where."""

    fact: Fact
    story: int | None
    spans: tuple[Span, ...]


@st.composite
def reports(draw: DrawFn, *, published: SearchStrategy[dt.date | None] = DAYS) -> Report:
    """Reports with stories, facts of any type and mentions that no fact uses, all of which their text says.

    >>> from hypothesis import given
    >>> @given(reports())
    ... def check(report):
    ...     for fact in report.facts:
    ...         evidence = fact.evidence[0]
    ...         assert report.text[evidence.span.slice] == evidence.quote
    >>> check()
    """
    subject = draw(entities(kinds=["organisation"]))
    count = draw(st.integers(0, 2))
    numbers: list[int | None] = [None, *range(1, count + 1)]
    told = draw(st.lists(st.tuples(st.sampled_from(numbers), facts()), max_size=4))
    others = draw(st.lists(st.tuples(st.sampled_from(numbers), _mentioned()), max_size=3))
    named = [value for _, (_, _, value) in others if isinstance(value, Entity)]
    one = _told_apart([subject, *(entity for _, fact in told for entity in fact.entities()), *named])

    page = _Page()
    end = draw(st.sampled_from(["\n", "\n\n", "\r\n", " \n"]))
    page.mention("name", subject.name, one[subject], page.say(subject.name, end, "title"))
    drafts: list[_Draft] = []
    parts: dict[int | None, list[Block]] = {}
    titles: dict[int | None, str] = {}
    for number in numbers:
        if number is not None:
            titles[number] = draw(words())
            page.say(f"{number}. {titles[number]}", end, "heading")
        before = len(page.blocks)
        drafts += [_laid_out(page, fact, number, end) for of, fact in told if of == number]
        for kind, text, value in (mention for of, mention in others if of == number):
            _left_over(page, kind, text, one.get(value, value), end)
        parts[number] = page.blocks[before:]

    text = "".join(page.parts)
    day = calendar_day(draw(published))
    key = report_id(one[subject], day, digest(text))
    made = [_fact(draft, key, one) for draft in drafts]
    return Report(
        title=subject.name,
        subject=one[subject],
        published=day,
        posted_at=draw(MOMENTS),
        period=draw(PERIODS),
        analyst=draw(WORDS),
        text=text,
        blocks=tuple(page.blocks),
        summary=tuple(parts[None][:1]),
        sections=(Section(draw(WORDS), tuple(parts[None]), tuple(_rows(parts[None]))),),
        stories=tuple(
            Story(
                number,
                titles[number],
                draw(PERIODS),
                sources=tuple(f.source for f in made if isinstance(f, Citation) and f.story == number),
                sections=(Section(None, tuple(parts[number])),),
                facts=tuple(fact for fact in made if fact.story == number),
            )
            for number in range(1, count + 1)
        ),
        quantities=tuple(page.mentions["quantity"]),
        dates=tuple(page.mentions["date"]),
        names=tuple(page.mentions["name"]),
        quotations=tuple(page.mentions["quotation"]),
        links=tuple(page.mentions["link"]),
        facts=tuple(made),
        unread=tuple(page.unread),
        warnings=tuple(draw(st.lists(words(), max_size=1))),
        entities=tuple(one.values()),
    )


@cache
def _mentioned() -> SearchStrategy[tuple[str, str, Any]]:
    """Kind, text and value of something that no fact uses."""
    valued = (quantities() | periods() | entities()).map(
        lambda value: (KINDS[type(value)], value.name if isinstance(value, Entity) else value.text, value)
    )
    links = _links().map(lambda link: ("link", link, link))
    return valued | words().map(lambda said: ("quotation", f"“{said}”", said)) | links


def _told_apart(every: Iterable[Entity]) -> dict[Entity, Entity]:
    """For each entity the one that stands for it: no two have one id, and parents are among them."""
    ids: dict[Entity, str] = {}
    for entity in every:
        taken, key, number = set(ids.values()), entity.id, 2
        while entity not in ids and key in taken:
            key, number = f"{entity.id}-{number}", number + 1
        ids.setdefault(entity, key)
    known = set(ids.values())
    return {
        entity: evolve(entity, id=key, parent=entity.parent if entity.parent in known else None)
        for entity, key in ids.items()
    }


def _laid_out(page: _Page, fact: Fact, story: int | None, end: str) -> _Draft:
    placed: list[Span] = []
    for evidence in fact.evidence:
        start = page.say(evidence.sentence, end) + evidence.sentence.index(evidence.quote)
        placed.append(Span(start, start + len(evidence.quote)))
    if isinstance(fact, Metric):
        text = fact.quantity.text
        at = placed[0].start + fact.evidence[0].quote.index(text)
        placed.append(page.mention("quantity", text, fact.quantity, at))
    return _Draft(fact, story, tuple(placed))


def _left_over(page: _Page, kind: Any, text: str, value: Any, end: str) -> None:
    span = page.mention(kind, text, value, page.say(text, end))
    if not (isinstance(value, Entity) and value.known):
        page.unread.append(Unread(span, text, kind, "only-mentioned"))


def _rows(lines: Iterable[Block]) -> Iterator[Row]:
    """The last line, as a table of one row."""
    for block in [*lines][-1:]:
        yield Row(block.span, block.text, tuple(block.text.split()))


def _fact(draft: _Draft, report: str, one: Mapping[Entity, Entity]) -> Fact:
    """The fact, where it stands in the report, with the entities of the report."""
    fact, placed = draft.fact, draft.spans
    fields: dict[str, Any] = {}
    for name in entity_fields(type(fact)):
        parts = tuple(one.get(part, part) for part in cast("tuple[Any, ...]", parts_of(getattr(fact, name))))
        fields[name] = parts if is_several(getattr(fact, name)) else parts[0]
    if isinstance(fact, Citation):
        fields["supports"] = draft.story
    evidence = zip(fact.evidence, placed, strict=False)
    return evolve(
        fact,
        id=f"{report}/{fact.type}@{placed[-1 if isinstance(fact, Metric) else 0].start}",
        report=report,
        story=draft.story,
        evidence=tuple(evolve(each, report=report, span=span) for each, span in evidence),
        mentions=placed[len(fact.evidence) :],
        **fields,
    )


def datasets(*, max_size: int = 2) -> SearchStrategy[Dataset]:
    """Datasets of up to so many reports.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(datasets())
    ... def check(dataset):
    ...     assert Dataset.from_json(dataset.to_json()) == dataset
    >>> check()
    """
    several = st.lists(reports(), max_size=max_size, unique_by=lambda report: report.id)
    return several.map(lambda some: Dataset.of(*some))
