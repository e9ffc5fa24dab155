"""Personnel changes: a verb or noun of coming and going with a person in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..entities import Entity
from ..facts import PersonnelChange
from ..report import Mention
from ..values import Span
from .clauses import cue_spans, cues, stated_period
from .page import Draft, Page, Passage, hull

__all__ = ["find_personnel_changes"]

REACH: Final = 60
ACTIVE_WITH_OBJECT: Final = frozenset(
    "hired hires recruited recruits poached poaches appointed appoints named names promoted promotes"
    " elected".split()
)
NOUNS: Final = frozenset(["departure", "resignation", "exit", "hiring", "hire"])
FORMER: Final = re.compile(r"\bformer(?:ly)?\s+(?P<role>[a-z][a-z -]{2,60}?)\s+(?:at|of|with|for)\s*$")
ROLE: Final = re.compile(
    r"\b(?:as|to become|becomes?)\s+(?:its\s+|the\s+|a\s+|an\s+)?(?:new\s+)?(?P<role>[A-Za-z][A-Za-z -]{2,50}?)(?=[,.;:()—]|\s+(?:at|of the|on|from|in|replacing|succeeding|after|by|while|and|effective)\b|$)"
)
LEADS: Final = re.compile(r"\bto (?P<role>lead|head|run|oversee)\b")


def find_personnel_changes(page: Page) -> Iterator[Draft]:
    """The personnel changes of a page; each place that says one is a draft of its own."""
    for passage in page.passages:
        people = passage.named("person")
        if not people or passage.block.kind not in ("paragraph", "list_item"):
            continue
        for kind, first, end in cue_spans(page, passage.first, passage.end, "personnel"):
            if kind == "replaces":
                continue
            person = _who(page, passage, people, first, end)
            if person is not None:
                yield _change(page, passage, kind, person, first, end)


def _who(
    page: Page, passage: Passage, people: tuple[Mention[Entity], ...], first: int, end: int
) -> Mention[Entity] | None:
    """Whose coming or going the words at some tokens tell."""
    start, stop = page.tokens[first].start, page.tokens[end - 1].end
    words = [token.key for token in page.tokens[first:end]]
    before = [p for p in people if p.span.end <= start and start - p.span.end <= 160]
    after = [p for p in people if p.span.start >= stop and p.span.start - stop <= REACH]
    passive = first and page.tokens[first - 1].key in ("was", "is", "been", "were", "be", "being")
    if words[-1] == "of":
        return after[0] if after else None
    if len(words) == 1 and words[0] in NOUNS:
        close = [
            p
            for p in before
            if re.fullmatch(r"['’]s?\s+(?:[\w]+\s+){0,3}|\s+", page.text[p.span.end : start])
        ]
        return close[-1] if close else None
    if len(words) == 1 and words[0] in ACTIVE_WITH_OBJECT and not passive:
        return after[0] if after and not _clause_break(page.text[stop : after[0].span.start]) else None
    clear = [p for p in before if _joined(page.text[p.span.end : start])]
    return clear[-1] if clear else None


def _clause_break(between: str) -> bool:
    return any(mark in between for mark in ".;—")


def _joined(between: str) -> bool:
    """Whether nothing but an apposition and auxiliaries stands between a person and the verb."""
    for pair in ("()", "——", ",,"):
        opening, closing = pair
        low, high = between.find(opening), between.rfind(closing)
        if 0 <= low < high:
            between = between[:low] + between[high + 1 :]
    return len(between.split()) <= 4 and not any(mark in between for mark in ",.;—()")


def _change(page: Page, passage: Passage, kind: str, person: Mention[Entity], first: int, end: int) -> Draft:
    stop = page.tokens[end - 1].end
    tail = page.text[stop : passage.span.end]
    sentence_end = re.search(r"[;.](?:\s|$)", tail)
    clause = Span(stop, stop + sentence_end.start()) if sentence_end and sentence_end.start() else None
    clause = clause or (Span(stop, passage.span.end) if stop < passage.span.end else None)
    fields: dict[str, object] = {"person": person.value, "kind": kind}
    used: list[Mention[Entity]] = [person]
    spans = [person.span, page.span(first, end)]
    date = stated_period(page, passage, page.span(first, end))
    if date is not None:
        fields["date"] = date.value
    if clause is not None:
        role = ROLE.search(page.text, max(page.tokens[first].start, clause.start - 4), clause.end)
        leads = LEADS.search(page.text, page.tokens[first].start, clause.end)
        if role:
            fields["role"] = role["role"].strip()
        elif leads:
            fields["role"] = leads["role"]
        replaced = _replaced(page, clause)
        if replaced:
            fields["replaces"] = replaced.value
            used.append(replaced)
            spans.append(replaced.span)
        organisations = [n for n in page.names_in(clause) if n.value.kind in ("organisation", "body")]
        if organisations and not (replaced and organisations[0].span.start > replaced.span.start):
            fields["organisation"] = organisations[0].value
            used.append(organisations[0])
    former = _former(page, passage, person, first)
    if former:
        fields["former_role"], organisation = former
        fields["former_organisation"] = organisation.value
        used.append(organisation)
    mentions = [*(m.span for m in used), *([date.span] if date else [])]
    key = ("personnel", person.value.id, kind)
    return Draft(PersonnelChange, fields, [hull(*spans)], mentions, passage.story, key=key)


def _replaced(page: Page, clause: Span) -> Mention[Entity] | None:
    """The person named behind a word of replacing."""
    first, end = page.token_at(clause.start), page.token_at(clause.end)
    for at in range(first, end):
        found = cues("personnel").starting(page.tokens, at)
        if found and found[0] == "replaces":
            stop = page.tokens[found[1] - 1].end
            after = (
                [n for n in page.names_in(Span(stop, clause.end)) if n.value.kind == "person"]
                if stop < clause.end
                else []
            )
            if after and after[0].span.start - stop < REACH:
                return after[0]
    return None


def _former(
    page: Page, passage: Passage, person: Mention[Entity], first: int
) -> tuple[str, Mention[Entity]] | None:
    """``former engineer at Acme`` between the person and the verb."""
    for name in passage.named("organisation", "body"):
        if person.span.end < name.span.start < page.tokens[first].start:
            match = FORMER.search(page.text, person.span.end, name.span.start)
            if match:
                return match["role"].strip(), name
    return None
