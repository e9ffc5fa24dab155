"""Citations: the sources of label lines, lists, tables and sentences, with their links and days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ....entities import Entity
from ....lexicon import Lexicon
from ....report import Block, Mention, Section, Story
from ....values import Span
from ...mentions.references import LEAD, Reference, references_of
from ...mentions.sites import links_of, owner_of
from ...mentions.sources import is_own, source_of
from ...page import Draft, Page
from ...spans import within
from ...structure.lineforms import words_of
from ...structure.outline import Outline
from ...structure.sourcelists import is_note, lists_sources
from .citing import citation, dated
from .markers import Marked, markers_of
from .tabled import citations_of_rows

__all__ = ["find_citations"]

SITE: Final = re.compile(r"(?P<names>(?:[\w-]+\.)+)[A-Za-z]{2,}")
FOR_STORY: Final = re.compile(r"(?P<word>[A-Za-z]+)\s+(?P<number>\d{1,2})\s*[:.)–—-]\s*(?=\S)")
ATTACHED: Final = re.compile(r"[*_]*(?:\]\(|\s\(|:\s|\s[–—-]\s)")
LONGEST_JOINT: Final = 8
NOTES: Final = re.compile(r"\[\d{1,3}(?:\s?[,;]\s?\d{1,3})*\]")
"""What points at notes: ``[1]``, ``[2, 3]``."""
NUMBER: Final = re.compile(r"\d+")
Notes = dict[int, list[tuple[Span, int | None]]]
"""Where the text points at each note, and the story that it does so in."""


def find_citations(
    page: Page, outline: Outline, stories: Sequence[Story], sections: Sequence[Section], lexicon: Lexicon
) -> Iterator[Draft]:
    """The citations of a page; a source that one story names in several places is one."""
    told = {story.title.casefold(): story.number for story in stories}
    parts: list[tuple[Section, int | None]] = [(section, None) for section in sections]
    parts += [(section, story.number) for story in stories for section in story.sections]
    notes = _notes(page, [section for section, _ in parts])
    lists = [
        draft for section, story in parts for draft in _of_section(page, section, story, told, notes, lexicon)
    ]
    rows = list(citations_of_rows(page, [section for section, _ in parts], lexicon))
    cited = [source for story in stories for source in story.sources]
    cited += [source for draft in (*lists, *rows) if isinstance(source := draft.fields["source"], Entity)]
    read = {block.span for section, _ in parts if is_list_of_sources(section) for block in section.blocks}
    prose = [passage for passage in page.passages if passage.is_prose and passage.block.span not in read]
    bare: set[int | None] = {story.number for story in stories if not story.sources}
    marks = markers_of(page, prose, bare, {source.id for source in cited}, lexicon)
    used = {link.span for mark in marks for link in within(page.links, mark.reach)}
    used |= {link.span for block in read for link in within(page.links, block)}
    labelled: dict[tuple[object, object], Draft] = {}
    for raw, story in zip(outline.stories, stories, strict=True):
        links = [link for link in story.links if link.span not in used]
        for draft in _of_story(page, [block.span for block in raw.labels], story.number, links, lexicon):
            labelled.setdefault((draft.fields["source"], draft.story), draft)
            yield draft
    for draft in lists:
        if draft.story is not None:
            labelled.setdefault((draft.fields["source"], draft.story), draft)
        yield draft
    yield from rows
    yield from _of_markers(page, marks, labelled)


def _of_markers(
    page: Page, marks: Iterable[Marked], labelled: dict[tuple[object, object], Draft]
) -> Iterator[Draft]:
    """The sources in sentences, of which those that the story cites already say where it does so again."""
    for mark in marks:
        link = next(iter(within(page.links, mark.reach)), None)
        draft = citation(page, mark.entity, mark.span, mark.story, link=link, date=mark.day)
        key = (mark.entity, mark.story if mark.story is not None else ("block", mark.block))
        same = labelled.setdefault(key, draft)
        if same is draft or not _joined(same, draft):
            yield draft


def _joined(same: Draft, draft: Draft) -> bool:
    """Whether a citation is another one told again; if so, that one has its evidence as well."""
    for name in ("link", "date"):
        if None not in (same.fields[name], draft.fields[name]) and same.fields[name] != draft.fields[name]:
            return False
    for name in ("link", "date"):
        same.fields[name] = same.fields[name] or draft.fields[name]
    same.evidence += draft.evidence
    same.mentions += draft.mentions
    return True


# -- label lines -------------------------------------------------------------------------------


def _of_story(
    page: Page, labels: Sequence[Span], story: int | None, links: Sequence[Mention[str]], lexicon: Lexicon
) -> Iterator[Draft]:
    """The sources of label lines, each with the link on its site; then the links left over."""
    references = [found for line in labels for found in page.sources_of(line)]
    sources = [page.same(source_of(page.quote(found.span), lexicon)) for found in references]
    link_of = _links_of(page, references, sources, links, lexicon)
    days = dated(page, references)
    for index, (found, source) in enumerate(zip(references, sources, strict=True)):
        yield citation(page, source, found.span, story, link=link_of.get(index), date=days.get(index))
    given = {link.span for link in link_of.values()}
    for link in links:
        if link.span not in given:
            yield citation(page, page.same(owner_of(link.value, lexicon)), link.span, story, link=link)


def _links_of(
    page: Page,
    references: Sequence[Reference],
    sources: Sequence[Entity],
    links: Sequence[Mention[str]],
    lexicon: Lexicon,
) -> dict[int, Mention[str]]:
    """The link of each source that has one: what is attached to it, then by the site, then its own site."""
    found: dict[int, Mention[str]] = {}
    for index, reference in enumerate(references):
        for link in within(links, reference.reach)[:1]:
            joint = page.text[reference.span.end : link.span.start]
            attached = len(joint) <= LONGEST_JOINT and ATTACHED.fullmatch(joint) and "://" in link.value
            if link.span == reference.span or attached:
                found[index] = link
    taken = {link.span for link in found.values()}
    rest = [link for link in links if link.span not in taken]
    open_ = [index for index in range(len(sources)) if index not in found]
    names = ((*_sites(page.quote(references[index].span)), *sources[index].names) for index in open_)
    on_site = links_of(list(names), [link.value for link in rest]) if rest else {}
    found |= {open_[source]: rest[link] for source, link in on_site.items()}
    left = [link for index, link in enumerate(rest) if index not in on_site.values()]
    owned = [(link, owner_of(link.value, lexicon)) for link in left if "://" in link.value]
    elsewhere = [link for link, owner in owned if owner.kind != "publication" or not owner.known]
    owners = [index for index in open_ if index not in found and is_own(page.quote(references[index].span))]
    return found | dict(zip(owners, elsewhere, strict=False))


def _sites(written: str) -> Iterator[str]:
    """What the site of a source may be called: its name; of an address, what stands before its ending."""
    yield written
    if found := SITE.fullmatch(written):
        yield found["names"].replace(".", " ")


# -- lists of sources ----------------------------------------------------------------------------


def is_list_of_sources(section: Section) -> bool:
    """Whether a section lists sources, and is no table of them."""
    return not section.rows and lists_sources(section.heading, section.blocks)


def _notes(page: Page, sections: Sequence[Section]) -> Notes:
    """Where the sentences point at the notes of the lists."""
    if not any(is_note(block.text) for part in sections if is_list_of_sources(part) for block in part.blocks):
        return {}
    notes: Notes = {}
    for passage in page.passages:
        if passage.is_prose and not is_note(passage.block.text):
            for mark in NOTES.finditer(page.text, passage.span.start, passage.span.end):
                for number in NUMBER.finditer(page.text, *mark.span()):
                    notes.setdefault(int(number[0]), []).append((Span(*mark.span()), passage.story))
    return notes


def _of_section(
    page: Page, section: Section, story: int | None, told: dict[str, int], notes: Notes, lexicon: Lexicon
) -> Iterator[Draft]:
    """The sources of a headed list, one line after the other; elsewhere those of label lines and links."""
    if is_list_of_sources(section):
        yield from _of_list(page, section.blocks, story, told, notes, lexicon)
    elif story is None:  # the label lines of a story are read with the story
        labels = [block.span for block in section.blocks if block.kind in ("label", "link")]
        links = [link for span in labels for link in within(page.links, span)]
        yield from _of_story(page, labels, story, links, lexicon)


def _of_list(
    page: Page,
    blocks: Iterable[Block],
    story: int | None,
    told: dict[str, int],
    notes: Notes,
    lexicon: Lexicon,
) -> Iterator[Draft]:
    """The lines of a list of sources; a line with nothing but a link has that of the source before it."""
    last: Draft | None = None
    for block in blocks:
        pointing = notes.get(int(block.text[1 : block.text.index("]")]), ()) if is_note(block.text) else ()
        links = within(page.links, block.span)
        if links and block.kind == "link" and last is not None and last.fields["link"] is None:
            last.fields["link"] = links[0].value
            last.evidence.append(links[0].span)
            last.mentions.append(links[0].span)
            links = links[1:]
        supports, start = _told_story(page.text, block.span, told)
        if supports is None:
            supports = next((number for _, number in pointing), None)
        references = references_of(page.text, block, lexicon, start)
        days = dated(page, references, block.span)
        free = list(links)
        for index, found in enumerate(references):
            link = next(iter([*within(free, found.reach), *(free if index == 0 else ())]), None)
            free = [other for other in free if other is not link]
            last = citation(
                page,
                page.same(source_of(page.quote(found.span), lexicon)),
                found.span,
                story if supports is None else supports,
                link=link,
                date=days.get(index),
            )
            last.story = story
            last.evidence += [span for span, _ in pointing]
            yield last
        for link in free if not references else ():
            yield citation(page, page.same(owner_of(link.value, lexicon)), link.span, story, link=link)


def _told_story(text: str, line: Span, told: dict[str, int]) -> tuple[int | None, int]:
    """The story that a line of a list is about, and where its sources start: ``Story 2: Reuters``."""
    lead = LEAD.match(text, line.start, line.end)
    start = lead.end() if lead else line.start
    match = FOR_STORY.match(text, start, line.end)
    if (
        match
        and match["word"].lower() in words_of("story", "words")
        and int(match["number"]) in told.values()
    ):
        return int(match["number"]), match.end()
    colon = text.find(": ", start, line.end)
    number = told.get(text[start:colon].strip(" *").casefold()) if colon >= 0 else None
    return (None, start) if number is None else (number, colon + 1)
