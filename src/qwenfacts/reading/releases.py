"""Model releases: a verb of release with a model in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from ..entities import Entity
from ..facts import ModelRelease
from ..report import Mention
from .clauses import cue_spans, stated_period
from .page import Draft, Page, Passage, hull

__all__ = ["find_releases"]

REACH = 9
MODELS = ("model", "model_family")
STAGES = ("preview", "beta", "general")
ACCESSES = ("invite_only", "hosted", "open_weight")


def find_releases(page: Page) -> Iterator[Draft]:
    """The releases of a page; each place that says one is a draft of its own."""
    for passage in page.passages:
        if passage.block.kind not in ("paragraph", "list_item", "heading"):
            continue
        models = passage.named(*MODELS)
        if not models:
            continue
        cues = list(cue_spans(page, passage.first, passage.end, "release"))
        for kind, first, end in cues:
            model = _object(page, passage, models, first, end) if kind == "verbs" else None
            if kind == "passive":
                model = _before(page, models, first)
            if model is not None:
                yield _release(page, passage, model, first, end, {name for name, _, _ in cues})
                break


def _object(
    page: Page, passage: Passage, models: tuple[Mention[Entity], ...], first: int, end: int
) -> Mention[Entity] | None:
    """The model behind an active verb that has somebody before it to do it."""
    offset = page.tokens[end - 1].end
    doer = any(name.span.end <= page.tokens[first].start for name in passage.named("organisation", "person"))
    made = page.tokens[first].key == "made"
    for model in models:
        between = page.text[offset : model.span.start]
        if model.span.start >= offset and len(between.split()) <= REACH and not set(between) & set(".;"):
            after = page.text[model.span.end : model.span.end + 24].split()[:2]
            if doer and (not made or {"available", "accessible"} & set(after)):
                return model
            return None
    return None


def _before(page: Page, models: tuple[Mention[Entity], ...], first: int) -> Mention[Entity] | None:
    """The model before a passive or intransitive verb."""
    offset = page.tokens[first].start
    found = None
    for model in models:
        between = page.text[model.span.end : offset]
        if model.span.end <= offset and len(between.split()) <= REACH and not set(between) & set(".;"):
            found = found or model
    return found


def _release(
    page: Page, passage: Passage, model: Mention[Entity], first: int, end: int, told: set[str]
) -> Draft:
    date = stated_period(page, passage, model.span)
    makers = [n for n in passage.named("organisation") if n.span.end <= page.tokens[first].start]
    channels = [
        n
        for n in passage.named("platform", "organisation")
        if n.span.start > page.tokens[end - 1].end and _is_channel(page, passage, n)
    ]
    size = next((q for q in passage.quantities if q.value.unit == "parameters"), None)
    licence = next(
        (n for n in passage.named("other") if "apache" in n.value.id or "licen" in n.value.id), None
    )
    stage = next((name for name in STAGES if name in told), None)
    if stage is None and model.value.name.lower().endswith("preview"):
        stage = "preview"
    fields: dict[str, object] = {
        "model": model.value,
        "developer": makers[0].value if makers else None,
        "date": date.value if date else None,
        "stage": stage,
        "access": next((name for name in ACCESSES if name in told), None),
        "channels": tuple(dict.fromkeys(n.value for n in channels)),
        "parameters": size.value if size else None,
        "licence": licence.text if licence else None,
    }
    used = [
        model,
        *makers[:1],
        *channels,
        *([date] if date else []),
        *([size] if size else []),
        *([licence] if licence else []),
    ]
    span = hull(model.span, *(m.span for m in (*makers[:1], *channels)), page.span(first, end))
    return Draft(
        ModelRelease,
        fields,
        [span],
        [mention.span for mention in used],
        passage.story,
        key=("release", model.value.id),
    )


def _is_channel(page: Page, passage: Passage, name: Mention[Entity]) -> bool:
    """Whether a name behind the verb is where the model can be had: ``on X``, ``via X and Y``."""
    before = page.text[passage.span.start : name.span.start].split()
    return bool({"on", "via", "through"} & {word.lower() for word in before[-6:]})
