"""From a text to a report: the steps put together."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from ..base import is_several
from ..entities import Entities, Entity
from ..errata import Errata, ErrataPaths, errata_of
from ..errors import ArgumentError, TextError
from ..facts import Fact
from ..lexicon import Lexicon, lexicon_of
from ..query import FACT_TYPES, Facts
from ..report import Report, Section, Story, check_text, digest, entities_of, report_id
from ..tokens import Places, Token, tokenize
from ..values import Span
from .correcting import corrected
from .english.sentences import sentences_of
from .facts.citations.citations import find_citations
from .facts.events.events import find_events
from .facts.metrics.metrics import find_metrics
from .facts.outlooks.outlooks import find_outlooks
from .facts.personnel.personnel import find_personnel_changes
from .facts.relations.relations import find_relations
from .facts.releases.releases import find_releases
from .facts.statements.statements import find_statements
from .ledger import unread_of, warnings_of
from .markup import spoken
from .mentions.header import header_of, subject_of
from .mentions.mentions import Mentions, mentions_of
from .mentions.references import source_spans_listed
from .mentions.sources import source_of
from .merging import merged
from .page import Draft, Page, Passage
from .rows import read_rows
from .spans import Placed, within
from .structure.outline import Outline, RawSection, RawStory, outline_of, story_fields
from .structure.sourcelists import lists_sources

__all__ = ["parse", "read"]

LexiconPaths = str | Path | Sequence[str | Path] | None
DATED = ("day", "week", "range", "month", "relative")
SPARE: Final = 16
"""So far behind the last token a rule may look."""
LEADING = ("organisation", "model", "model_family", "product", "platform")


def read(
    path: str | Path,
    *,
    published: dt.date | None = None,
    lexicon: LexiconPaths = None,
    errata: ErrataPaths = None,
) -> Report:
    """The report in a UTF-8 file; the arguments are those of `parse`.

    A file that cannot be opened raises the usual ``OSError``, one that is not UTF-8 `TextError`.
    """
    data = Path(path).read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        why = f"not UTF-8 at byte {error.start}: {error.reason}; save the file as UTF-8"
        raise TextError(f"{path}: {why}") from None
    return parse(text, published=published, lexicon=lexicon, errata=errata)


def parse(
    text: str,
    *,
    published: dt.date | None = None,
    lexicon: LexiconPaths = None,
    errata: ErrataPaths = None,
) -> Report:
    r"""The report that a text is, with everything that was read in it.

    - ``published``: the day of publication, only for a text that does not say it.
    - ``lexicon``: TOML file or files with entities of your own, merged over the bundled ones.
    - ``errata``: TOML file or files with corrections, in place of the bundled ones; ``()`` is the rules
      alone. Only those count that were made for this very text, by its sha256.

    Takes any string without lone surrogates (those: `TextError`); odd layout gives fewer stories, never
    an exception. Time grows linearly with the text.

    >>> report = parse("Acme Weekly Report May 7, 2027\n\nSales rose nearly 40% in April.")
    >>> report.id, [str(quantity) for quantity in report.quantities]
    ('acme-2027-05-07', ['nearly 40%'])
    """
    return _report(check_text(text), _checked_day(published), lexicon_of(lexicon), errata_of(errata))


def _checked_day(published: object) -> dt.date | None:
    if published is None or (isinstance(published, dt.date) and not isinstance(published, dt.datetime)):
        return published
    raise ArgumentError(f"published: wants a date without a time of day, got {published!r}")


def _report(text: str, published: dt.date | None, lexicon: Lexicon, errata: Errata) -> Report:
    tokens = tokenize(text)
    outline = outline_of(text)
    header = header_of(outline, text, tokens, published)
    mentions = mentions_of(text, tokens, outline, header, lexicon)
    subject = mentions.same(subject_of(outline, header, tokens, mentions.names, mentions.dates, lexicon))
    sha256 = digest(text)
    key = report_id(subject, header.published, sha256)
    stories = [_story(text, raw, mentions, lexicon) for raw in outline.stories]
    sections = tuple(_section(text, raw, mentions, lexicon) for raw in outline.sections)
    page = _page(text, key, subject, header.today, spoken(text, tokens), outline, stories, mentions, lexicon)
    drafts = chain(
        find_metrics(page),
        find_releases(page),
        find_personnel_changes(page),
        find_events(page),
        find_statements(page),
        find_outlooks(page),
        find_relations(page),
        find_citations(page, outline, stories, sections, lexicon),
    )
    facts = _facts(page, corrected(page, merged(drafts), errata.get(sha256, ())))
    page.forget()
    by_story: dict[int | None, list[Fact]] = {}
    for fact in facts:
        by_story.setdefault(fact.story, []).append(fact)
    summary = tuple(outline.summary.blocks) if outline.summary else ()
    found = entities_of(subject, mentions.names, facts, stories, sections)
    table = Entities(_with_parents(found, lexicon))
    return Report(
        title=outline.title or "(untitled)",
        subject=subject,
        published=header.published,
        posted_at=header.posted_at,
        period=header.period,
        analyst=header.value("analyst"),
        audience=header.value("audience"),
        coverage=header.value("coverage"),
        text=text,
        blocks=tuple(outline.blocks),
        summary=summary,
        sections=sections,
        stories=tuple(
            evolve(story, facts=Facts(tuple(by_story.get(story.number, ())), entities=table))
            for story in stories
        ),
        quantities=mentions.quantities,
        dates=mentions.dates,
        names=mentions.names,
        quotations=mentions.quotations,
        links=mentions.links,
        facts=Facts(tuple(facts), entities=table),
        unread=unread_of(text, mentions, facts),
        warnings=tuple(warnings_of(stories, summary, mentions)),
        entities=table.items,
    )


# -- structure ---------------------------------------------------------------------------------


def _story(text: str, raw: RawStory, mentions: Mentions, lexicon: Lexicon) -> Story:
    fields = [field for block in raw.labels for field in story_fields(block)]
    dates = chain.from_iterable(
        within(mentions.dates, field.span) for field in fields if field.kind == "date"
    )
    written = [found.span for block in raw.labels for found in mentions.sources_of(block.span)]
    lists = [section.blocks for section in raw.sections if lists_sources(section.heading, section.blocks)]
    written += [span for blocks in lists for span in source_spans_listed(text, blocks, lexicon)]
    sources = (source_of(text[span.slice], lexicon) for span in written)
    return Story(
        number=raw.number,
        title=raw.title,
        period=next((date.value for date in dates if date.value.precision in DATED), None),
        sources=tuple(dict.fromkeys(mentions.same(source) for source in sources)),
        links=within(mentions.links, Span(raw.heading.span.start, raw.end)),
        sections=tuple(_section(text, section, mentions, lexicon) for section in raw.sections),
    )


def _section(text: str, raw: RawSection, mentions: Mentions, lexicon: Lexicon) -> Section:
    return Section(raw.heading, tuple(raw.blocks), tuple(read_rows(text, raw, mentions, lexicon)))


def _with_parents(entities: Iterable[Entity], lexicon: Lexicon) -> Iterator[Entity]:
    """The entities and all that they belong to."""
    for entity in dict.fromkeys(entities):
        whole: Entity | None = entity
        while whole is not None:
            yield whole
            whole = lexicon.entities.by_id.get(whole.parent or "")


# -- what the rules read -----------------------------------------------------------------------


def _page(
    text: str,
    key: str,
    subject: Entity,
    published: dt.date | None,
    tokens: Sequence[Token],
    outline: Outline,
    stories: Sequence[Story],
    mentions: Mentions,
    lexicon: Lexicon,
) -> Page:
    places = _places(outline)
    starts = [token.start for token in tokens]
    quantities, dates, names = Placed(mentions.quantities), Placed(mentions.dates), Placed(mentions.names)
    titles = _titles_of_sources(outline)
    blocks = (evolve(block, kind="label") if block.span in titles else block for block in outline.blocks)
    sentences = (
        (block, span, bisect_left(starts, span.start), bisect_left(starts, span.end))
        for block in blocks
        if block.kind not in ("title", "meta", "link")
        for span in sentences_of(block)
    )
    keys = tuple([token.key for token in tokens])
    words = Places(keys)
    passages = [
        Passage(
            span=span,
            block=block,
            story=places.get(block.span.start),
            first=first,
            end=end,
            keys=frozenset(keys[first:end]),
            words=keys[first:end],
            places=words,
            quantities=quantities.within(span),
            dates=dates.within(span),
            names=names.within(span),
        )
        for block, span, first, end in sentences
    ]
    titled = {
        raw.number: frozenset(n.value.id for n in within(mentions.names, raw.heading.span))
        for raw in outline.stories
    }
    return Page(
        text=text,
        report=key,
        subject=subject,
        published=published,
        tokens=[*tokens, *[_end_of(text)] * SPARE],
        same=mentions.same,
        sources_of=mentions.sources_of,
        quantities=mentions.quantities,
        dates=mentions.dates,
        names=mentions.names,
        quotations=mentions.quotations,
        links=mentions.links,
        passages=tuple(passages),
        main={raw.number: _main(raw, mentions, subject) for raw in outline.stories},
        titled=titled,
        story_periods={story.number: story.period for story in stories if story.period is not None},
        lexicon=lexicon,
    )


def _titles_of_sources(outline: Outline) -> frozenset[Span]:
    """The lines of lists of sources: the titles in them tell nothing that the report says itself."""
    sections = [*outline.sections, *(section for story in outline.stories for section in story.sections)]
    lists = (section.blocks for section in sections if lists_sources(section.heading, section.blocks))
    return frozenset(block.span for blocks in lists for block in blocks if block.kind == "list_item")


def _end_of(text: str) -> Token:
    """What stands behind the last word, for rules that look on from there."""
    return Token(len(text), len(text), "", "", "newline", glued=False)


def _places(outline: Outline) -> dict[int, int]:
    """The number of the story that a block is in, by where the block starts."""
    return {
        block.span.start: story.number
        for story in outline.stories
        for block in (story.heading, *story.labels, *(b for s in story.sections for b in s.blocks))
    }


def _main(raw: RawStory, mentions: Mentions, subject: Entity) -> Entity:
    """Who a story is about: the first name in its title, else the subject of the report."""
    titled = (name.value for name in within(mentions.names, raw.heading.span))
    return next((entity for entity in titled if entity.kind in LEADING), subject)


# -- facts -------------------------------------------------------------------------------------


def _facts(page: Page, drafts: Iterable[Draft]) -> list[Fact]:
    """The drafts as facts with ids, in order of where they start."""
    counts: Counter[str] = Counter()
    facts: list[Fact] = []
    for draft in _sorted(drafts):
        key = f"{page.report}/{draft.type.type}@{draft.begins}"
        counts[key] += 1
        values = draft.fields | {name: draft.value(name) for name in draft.assumed}
        fields: dict[str, Any] = {name: _as_named(page, value) for name, value in values.items()}
        facts.append(
            draft.type(
                id=f"{key}-{counts[key]}" if counts[key] > 1 else key,
                report=page.report,
                story=draft.story,
                evidence=tuple(page.evidence(span) for span in dict.fromkeys(draft.evidence)),
                mentions=tuple(draft.mentions),
                **fields,
            )
        )
    return facts


def _as_named(page: Page, value: object) -> object:
    """An entity as the text has it, whatever kind or parent a rule made it with; other values themselves."""
    if is_several(value):
        return tuple(dict.fromkeys(_as_named(page, one) for one in value))
    return page.same(value) if isinstance(value, Entity) else value


def _sorted(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts by start and type; only those that share both are told apart by what they say."""
    order = {kind: index for index, kind in enumerate(FACT_TYPES)}

    def place(draft: Draft) -> tuple[int, int]:
        return draft.begins, order[draft.type]

    for _, group in groupby(sorted(drafts, key=place), key=place):
        same = list(group)
        yield from sorted(same, key=lambda draft: draft.sort_key) if len(same) > 1 else same
