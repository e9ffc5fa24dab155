"""One report on the evidence page: its text, the list of its facts, and the ways between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from attrs import frozen

from ..facts import Fact
from ..report import Block, Report
from ..values import Span
from .markup import Markup, element, joined, outside
from .pieces import Cut, Piece, cut
from .record import fields_shown, headline, quoted

__all__ = ["Book", "Conflict", "Sheet", "article", "book_of", "counted", "ids_of", "way"]


class Conflict(Protocol):
    """Facts that cannot all hold, and why."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def field(self) -> str | None: ...  # noqa: D102
    @property
    def facts(self) -> Sequence[Fact]: ...  # noqa: D102
    @property
    def severity(self) -> str: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102


@frozen(eq=False)
class Sheet:
    """A report on the page; ``number`` tells its anchors from those of the others."""

    number: int
    report: Report
    cut: Cut

    def place(self, span: Span) -> str:
        """The id of the piece where something is said, or of the report."""
        at = self.cut.first.get(span)
        return f"report{self.number}" if at is None else f"at{self.number}-{at}"

    def entry(self, number: int) -> str:
        """The id of a fact in the list beside the text."""
        return f"fact{self.number}-{number}"


@frozen(eq=False)
class Book:
    """All that the page shows; ``places`` are the anchors of evidence by the id of the fact."""

    sheets: tuple[Sheet, ...]
    conflicts: tuple[Conflict, ...]
    places: dict[str, str]
    disputed: dict[str, list[Conflict]]


def book_of(reports: Iterable[Report], conflicts: Iterable[Conflict]) -> Book:
    """What a page of these reports has to know."""
    sheets = tuple(Sheet(number, report, cut(report)) for number, report in enumerate(reports))
    conflicts = tuple(conflicts)
    places = {fact.id: sheet.place(fact.evidence[0].span) for sheet in sheets for fact in sheet.report.facts}
    disputed: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        for fact in conflict.facts:
            disputed[fact.id].append(conflict)
    return Book(sheets, conflicts, places, dict(disputed))


def counted(things: Sequence[object], name: str) -> str:
    """A number of things.

    >>> counted(["one"], "fact"), counted([], "fact")
    ('1 fact', '0 facts')
    """
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def ids_of(fact: Fact) -> list[str]:
    """The ids of the entities that a fact is about, each once."""
    return sorted({entity.id for entity in fact.entities()})


def article(sheet: Sheet, book: Book) -> Markup:
    """A report: what heads it, its text, and beside that its facts and what no fact uses."""
    report, anchor = sheet.report, f"report{sheet.number}"
    heading = element("h2", report.title, id=f"{anchor}-title", dir="auto")
    text = element("div", *_text(sheet, book), class_="text", id=f"{anchor}-text")
    return element(
        "article",
        element("header", heading, _about(report), class_="about"),
        text,
        element(
            "aside",
            element("h3", counted(report.facts, "fact")),
            element("ol", *(_entry(sheet, book, number) for number in range(len(report.facts)))),
            _unread(sheet),
            class_="facts",
            aria_label=f"Facts of {report.id}",
        ),
        id=anchor,
        aria_labelledby=f"{anchor}-title",
    )


def _about(report: Report) -> Markup:
    said = {
        "id": report.id,
        "subject": report.subject.name,
        "published": report.published,
        "period": report.period,
        "analyst": report.analyst,
        "audience": report.audience,
        "coverage": report.coverage,
        "sha256": report.sha256,
    }
    rows = [
        element("div", element("dt", name), element("dd", str(value)))
        for name, value in said.items()
        if value is not None
    ]
    warnings = [element("p", f"The report errs about itself: {warning}") for warning in report.warnings]
    return joined([element("dl", *rows), *warnings])


def _text(sheet: Sheet, book: Book) -> Iterator[Markup]:
    """The whole text: blocks as elements, and the white space between them."""
    text, at = sheet.report.text, 0
    for listed, group in groupby(
        zip(sheet.report.blocks, sheet.cut.blocks, strict=True), key=lambda pair: pair[0].kind == "list_item"
    ):
        parts: list[Markup] = []
        for block, pieces in group:
            parts.append(joined([text[at : block.span.start]]))
            parts.append(_block(block, pieces, sheet, book))
            at = block.span.end
        yield element("ul", *parts) if listed else joined(parts)
    yield joined([text[at:]])


def _block(block: Block, pieces: tuple[Piece, ...], sheet: Sheet, book: Book) -> Markup:
    tag = {"heading": "h3", "list_item": "li"}.get(block.kind, "p")
    inside = (_piece(piece, sheet, book) for piece in pieces)
    return element(tag, *inside, class_=f"block {block.kind}", dir="auto")


def _piece(piece: Piece, sheet: Sheet, book: Book) -> Markup:
    """Text that facts cover leads to the first of them; another site it names stands right behind it."""
    words = joined([sheet.report.text[piece.span.slice]])
    anchor: str | None = f"at{sheet.number}-{piece.span.start}"
    if piece.facts:
        unread = element("span", words, class_="unread", title=piece.unread.reason) if piece.unread else words
        covering = [sheet.report.facts[number] for number in piece.facts]
        hit = element(
            "a",
            unread,
            class_="hit disputed" if any(fact.id in book.disputed for fact in covering) else "hit",
            id=anchor,
            href=f"#{sheet.entry(piece.facts[0])}",
            tabindex=None if piece.starts else -1,
            data_type=covering[0].type,
            data_facts=" ".join(map(sheet.entry, piece.facts)),
            data_notes=" ".join(str(number + 1) for number in piece.ends) or None,
        )
        away = outside(piece.link, class_="away", aria_label=f"Open {piece.link}") if piece.link else None
        return joined([hit, away]) if away else hit
    if piece.link:
        words = outside(piece.link, words) or words
    if piece.unread:
        return element("span", words, class_="unread", id=anchor, title=piece.unread.reason)
    return words


def _entry(sheet: Sheet, book: Book, number: int) -> Markup:
    """A fact in the list: one line that leads to the sentence, and its record."""
    fact = sheet.report.facts[number]
    line = headline(fact)
    return element(
        "li",
        element(
            "a",
            element("span", fact.type, class_="type", data_type=fact.type),
            " ",
            element("bdi", line, class_="line"),
            " ",
            element("q", fact.evidence[0].quote),
            class_="go",
            href=f"#{book.places[fact.id]}",
        ),
        element(
            "details",
            element("summary", "Record", element("span", f" of {line}", class_="spoken")),
            _record(fact, sheet, book),
        ),
        id=sheet.entry(number),
        class_="fact",
        data_type=fact.type,
        data_entities=" ".join(ids_of(fact)),
    )


def _record(fact: Fact, sheet: Sheet, book: Book) -> Markup:
    rows: list[tuple[str, Markup]] = []
    for conflict in book.disputed.get(fact.id, ()):
        others = (other for other in conflict.facts if other.id != fact.id)
        ways = joined((way(other, book) for other in others), "; ")
        rows.append(("conflict", joined([f"{conflict.severity}: {conflict.why} ", ways])))
    rows += fields_shown(fact)
    for evidence in fact.evidence:
        place = element("a", "in the text", href=f"#{sheet.place(evidence.span)}")
        rows.append(("evidence", joined([quoted(evidence), place], " ")))
    words = (sheet.report.text[span.slice] for span in fact.mentions)
    rows.append(("mentions", joined((element("bdi", word) for word in words), " · ")))
    pairs = (joined([element("dt", name), element("dd", value, dir="auto")]) for name, value in rows)
    return element("dl", *pairs, class_="record")


def way(fact: Fact, book: Book) -> Markup:
    """A link to where a fact is said, if its report is on the page."""
    words = f"{fact.report}: {headline(fact)}"
    place = book.places.get(fact.id)
    return element("a", words, href=f"#{place}") if place else element("bdi", words)


def _unread(sheet: Sheet) -> Markup:
    """What no fact uses; the text shows it too while this is open."""
    report = sheet.report
    items = (
        element(
            "li",
            element("a", element("bdi", part.text), href=f"#{sheet.place(part.span)}"),
            " ",
            element("small", f"{part.kind}, {part.reason}"),
        )
        for part in report.unread
    )
    head = f"{counted(report.unread, 'mention')} that no fact uses"
    return element("details", element("summary", head), element("ul", *items), class_="ledger")
