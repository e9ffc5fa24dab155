"""Model releases: a verb of release with a model in its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..entities import Entity
from ..facts import ModelRelease
from ..report import Mention
from ..values import Span
from .clauses import (
    Clauses,
    clauses_of,
    cue_spans,
    cues,
    last_before,
    stated_period,
    subject_before,
    word_before,
)
from .page import Draft, Page, Passage, hull, within

__all__ = ["find_releases"]

REACH: Final = 9
FAR: Final = 12
MODELS: Final = frozenset(("model", "model_family"))
MAKERS: Final = frozenset(("organisation", "person"))
PLACES: Final = frozenset(("platform", "organisation", "product"))
RIVALS: Final = MODELS | {"product", "platform"}
TOWARDS: Final = frozenset(("on", "via", "through"))
JOINED: Final = frozenset((",", "and", "/", "or", "'", "s", "the")) | TOWARDS
ASIDE: Final = frozenset(
    "on by with from to against than like using over via including as beside unlike that".split()
)
GOES_ON: Final = frozenset("on in via as under for today yesterday this last to and at with through".split())
STAGES: Final = ("preview", "beta", "general")
ACCESSES: Final = ("invite_only", "hosted", "open_weight")


def find_releases(page: Page) -> Iterator[Draft]:
    """The releases of a page; each place that says one is a draft of its own."""
    for passage in page.passages:
        if (passage.is_prose or passage.block.kind == "heading") and passage.named(*MODELS):
            clauses = clauses_of(page, passage)
            for kind, first, end in cue_spans(page, passage.first, passage.end, "release"):
                model = _released(page, passage, clauses, kind, range(first, end))
                if model is not None:
                    yield _release(page, passage, clauses, model, range(first, end))
                    break


def _released(
    page: Page, passage: Passage, clauses: Clauses, kind: str, verb: range
) -> Mention[Entity] | None:
    """The model that a verb releases: its object, or its subject where it has no object."""
    if kind == "intransitive":
        return _before(page, passage, verb)
    model = _object(page, passage, clauses, verb)
    if kind == "made":
        after = page.token_at(model.span.end) if model else passage.end
        what = {token.key for token in page.tokens[after : after + 3]}
        return model if what & {"available", "accessible"} else None
    if model is None and (verb.stop >= passage.end or _ends_here(page, verb.stop)):
        return _before(page, passage, verb)
    return model


def _ends_here(page: Page, at: int) -> bool:
    """Whether no object can follow at a token."""
    token = page.tokens[at]
    return token.kind in ("mark", "number", "newline") or token.key in GOES_ON


def _object(page: Page, passage: Passage, clauses: Clauses, verb: range) -> Mention[Entity] | None:
    """The first thing named behind an active verb, if it is a model and somebody is there to release it."""
    before = last_before(passage.names, page.tokens[verb.start].start)
    if not any(name.value.kind in MAKERS for name in before) or verb.stop >= passage.end:
        return None
    last = min(passage.end, verb.stop + REACH) - 1
    for name in within(passage.names, page.span(verb.stop, last + 1)):
        if name.value.kind in RIVALS:
            words = {token.key for token in page.tokens[verb.stop : page.token_at(name.span.start)]}
            aside = word_before(page, name) in ASIDE or "that" in words
            same = clauses[page.token_at(name.span.start)].clause == clauses[verb.start].clause
            return name if same and not aside and name.value.kind in MODELS else None
    return None


def _before(page: Page, passage: Passage, verb: range) -> Mention[Entity] | None:
    """The model that a passive or intransitive verb is about: ``Foo, a coder, was released``."""
    found: Mention[Entity] | None = None
    for name in last_before(passage.names, page.tokens[verb.start].start):
        first, end = page.token_at(name.span.start), page.token_at(name.span.end)
        if verb.start - first > FAR or {".", ";", ":"} & {
            token.text for token in page.tokens[end : verb.start]
        }:
            break
        part = page.tokens[end].key == "models" or word_before(page, name) in ASIDE | {"of", "in", "for"}
        if name.value.kind in MODELS and not part:
            found = name
    return found


def _release(page: Page, passage: Passage, clauses: Clauses, model: Mention[Entity], verb: range) -> Draft:
    date = stated_period(page, passage, clauses, verb.start, page.token_at(model.span.start))
    maker = subject_before(page, passage, clauses, verb.start, ("organisation",))
    channels = list(_channels(page, passage, verb))
    told = {
        group: {name for name, _, _ in cue_spans(page, passage.first, passage.end, group)}
        for group in ("stage", "access")
    }
    size = next((q for q in passage.quantities if q.value.unit == "parameters"), None)
    licence = next((n for n in passage.named("other") if _is_licence(n.value)), None)
    stage = next((name for name in STAGES if name in told["stage"]), None)
    if model.value.name.lower().endswith("preview"):
        stage = "preview"
    fields: dict[str, object] = {
        "model": model.value,
        "developer": maker and maker.value,
        "date": date and date.value,
        "stage": stage,
        "access": next((name for name in ACCESSES if name in told["access"]), None),
        "channels": tuple(dict.fromkeys(channel.value for channel in channels)),
        "parameters": size and size.value,
        "licence": licence and licence.text,
    }
    spans = [mention.span for mention in (model, maker, date, size, licence, *channels) if mention]
    quote = hull(model.span, *(m.span for m in (maker, *channels) if m), page.span(verb.start, verb.stop))
    said = cues("released").starting(page.tokens, verb.start)
    return Draft(
        ModelRelease,
        fields,
        [quote],
        spans,
        passage.story,
        key=("release", model.value.id),
        assumed={"developer": next(page.owners(model.value), None), "stage": said and said[0]},
    )


def _is_licence(entity: Entity) -> bool:
    return "apache" in entity.id or "licen" in entity.id


def _channels(page: Page, passage: Passage, verb: range) -> Iterator[Mention[Entity]]:
    """Where a model can be had: ``on X``, ``via X and Y``; not whose place it is (``Acme's X``)."""
    at, open_ = verb.start, False
    while at < passage.end and page.tokens[at].text not in (".", ";", "—"):
        token = page.tokens[at]
        name = next(iter(page.names_in(Span(token.start, token.end))), None)
        open_ = token.key in TOWARDS or (open_ and (name is not None or token.key in JOINED))
        if name is not None and open_ and name.value.kind in PLACES:
            after = page.token_at(name.span.end)
            if page.tokens[after : after + 1] and page.tokens[after].text != "'":
                yield name
        at = page.token_at(name.span.end) if name else at + 1
