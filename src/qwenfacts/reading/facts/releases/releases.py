"""Model releases: verbs of release with the models that they bring out, and what later sentences add.

Each verb is read with its own stretch of the sentence, from the model or maker before it to where the next
verb of release begins. A sentence of the same story that says where the weights are is about the last model.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, cast

from ....entities import Entity
from ....report import Block
from ...english.clauses import cues, cues_in
from ...english.labels import with_days_of_labels
from ...page import Draft, Page
from .hinting import hinted, is_recent
from .launching import Launches
from .makers import is_resold
from .offers import HUBS, models_of, stems_of
from .reading import Reading
from .standing import MOST_LATEST, model_of

__all__ = ["find_releases"]

SIZED: Final = re.compile(r"-[ae]?\d+(?:\.\d+)?[bt]\Z")


def find_releases(page: Page) -> Iterator[Draft]:
    """The releases of a page; each place that says one is a draft of its own."""
    models = models_of(page)
    if not models:
        return
    said: list[tuple[Reading, list[Draft]]] = []
    topics: tuple[Entity, ...] = ()
    block: Block | None = None
    story: int | None = None
    leads = False
    heads: tuple[Entity, ...] = ()
    for passage in page.passages:
        if passage.is_prose or passage.block.kind in ("heading", "label"):
            item = passage.block.kind == "list_item"
            if passage.block != block and (passage.story != story or story is None):
                topics = ()
            several = not item and len(heads) > 1 and page.tokens[passage.first].key in ("both", "all")
            launches = Launches(page, passage, models, heads if several else topics)
            found = launches.releases() if passage.block.kind != "label" else ()
            releases = [one for one in found if not is_resold(page, passage, one)]
            if leads and item:
                releases = releases or [
                    one for one in launches.headed() if not SIZED.search(one.model.value.id)
                ]
            leads = leads if item else launches.leads() and not launches.named
            heads = (*heads, *(one.model.value for one in launches.headed())) if item else ()
            reading = Reading(launches)
            said.append((reading, [reading.draft(release) for release in releases]))
            topics = tuple(dict.fromkeys(one.model.value for one in releases)) or launches.spoken_of()
            block, story = passage.block, passage.story
    _introduce(said)
    _with_days(said)
    drafts = [draft for _, own in said for draft in own]
    drafts += _added(page, said, {draft.key: draft for draft in sorted(drafts, key=_told)})
    drafts = _settled(_gathered(page, drafts))
    _with_epithets(page, drafts)
    _with_developers(drafts)
    _with_variants(page, models, drafts)
    yield from with_days_of_labels(page, drafts, _main(page, drafts))


def _main(page: Page, drafts: Sequence[Draft]) -> Callable[[Draft], int | None]:
    """The story that a model is the main one of: the one called after it, else where it comes first."""
    titles = {model: story for story, models in page.titled.items() for model in models}
    first = {draft.story: draft.key for draft in reversed(drafts)}
    called = {titles.get(model_of(draft).id) for draft in drafts}

    def story_of(draft: Draft) -> int | None:
        if draft.assumed.get("stage") == "announced":
            return None
        leads = draft.story not in called and first[draft.story] == draft.key
        return titles.get(model_of(draft).id, draft.story if leads else None)

    return story_of


def _introduce(said: Sequence[tuple[Reading, list[Draft]]]) -> None:
    """Add what is called new or offered, where no verb says that it was released."""
    released = {model_of(draft).id for _, own in said for draft in own}
    for at, release in hinted([reading.launches for reading, _ in said]):
        key = release.model.value.id
        member = SIZED.search(key) is not None or len(said[at][0].named) > 1
        if released.isdisjoint((key, *stems_of(key)) if member else (key,)):
            released.add(key)
            said[at][1].append(said[at][0].draft(release))


def _added(
    page: Page, said: Sequence[tuple[Reading, list[Draft]]], released: Mapping[object, Draft]
) -> Iterator[Draft]:
    """What the sentences behind a release add to it; in a story without one, to the model of its title."""
    story: int | None = None
    latest: list[Draft] = []
    item: Block | None = None
    for reading, own in said:
        block = reading.passage.block
        if page.titled and reading.passage.story is None and block.kind == "list_item" and block is not item:
            item, latest = block, []  # each item of a summary is about something else
        if reading.passage.story != story:
            story = reading.passage.story
            titled = sorted(page.titled.get(story, ())) if story is not None else []
            latest = [released["release", one] for one in titled if ("release", one) in released]
        yield from reading.told_sizes(released)
        if (latest or own) and block.kind != "heading":
            yield from reading.additions(latest, own)
        latest = own[-MOST_LATEST:] or latest


def _with_days(said: Sequence[tuple[Reading, list[Draft]]]) -> None:
    """Give a release without a day the one recent day that its sentence tells; ``alongside``, the last."""
    dated = {draft.key for _, own in said for draft in own if draft.fields["date"]}
    last: dict[int | None, object] = {}
    for reading, own in said:
        passage = reading.passage
        dates = () if ";" in passage.keys else passage.dates
        days = {date.value for date in dates if is_recent(reading.page, date.value)}
        days -= {draft.fields["date"] for draft in own}
        for draft in own:
            if draft.key in dated:
                last[passage.story] = draft.fields["date"] or last.get(passage.story)
            elif draft.assumed["stage"] != "planned" and len(days) == 1:
                draft.assumed["date"] = next(iter(days))
            elif "alongside" in passage.keys:
                draft.assumed["date"] = last.get(passage.story)


def _told(draft: Draft) -> tuple[bool, ...]:
    """What a draft tells, for order."""
    return tuple(draft.fields[name] not in (None, ()) for name in ("parameters", "variants", "stage", "date"))


def _settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without plans for what is out; a day to come goes before that of its announcement."""
    general = [draft for draft in drafts if draft.assumed.get("stage") == "general"]
    out = {draft.key for draft in general}
    told = {draft.key for draft in general if draft.fields["date"]}
    dated = {
        draft.key for draft in drafts if draft.assumed.get("stage") == "planned" and draft.fields["date"]
    }
    kept: list[Draft] = []
    for draft in drafts:
        planned = draft.assumed.get("stage") == "planned"
        if planned and draft.key in out:
            continue
        if draft.assumed.get("stage") == "announced" and draft.key in (out | dated):
            if draft.key in told | dated:
                draft.fields["date"] = None
            if draft.key in out:
                draft.assumed.pop("stage")
        if planned:
            draft.assumed["stage"] = "announced"
        kept.append(draft)
    return kept


def _gathered(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with one of a series for those of its sizes where the story's title names the series."""
    named = {one.id: one for one in (*(name.value for name in page.names), *map(model_of, drafts))}
    own = {(draft.story, model_of(draft).id) for draft in drafts}
    sized = [draft for draft in drafts if SIZED.search(model_of(draft).id)]
    sizes: dict[tuple[int | None, str], dict[Entity, bool]] = {}
    for draft in sized:
        model, series = model_of(draft), SIZED.sub("", model_of(draft).id)
        titled = series in page.titled.get(draft.story or 0, ()) and not any(series == key for _, key in own)
        if titled or (draft.story, series) in own:
            out = draft.assumed.get("stage") == "general" and draft.fields["stage"] in (None, "general")
            members = sizes.setdefault((draft.story, series), {})
            members[model] = members.get(model, True) and (titled or out)
    for draft in sized:
        series = SIZED.sub("", model_of(draft).id)
        members = sizes.get((draft.story, series), {})
        if len(members) > 1 and all(members.values()):
            draft.fields |= {"model": named[series], "parameters": None, "variants": tuple(members)}
            draft.key = ("release", series)
    return list(drafts)


def _with_epithets(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each model the access that an epithet tells: ``the open-weight Foo``; else by its channels."""
    told: dict[str, str] = {}
    for name in page.names:
        found = cues("access").ending(page.tokens, page.token_at(name.span.start) - 1)
        if found is not None:
            told.setdefault(name.value.id, found[0])
    places: dict[str, set[str]] = {}
    for draft in drafts:
        channels = cast("tuple[Entity, ...]", draft.fields.get("channels") or ())
        places.setdefault(model_of(draft).id, set()).update(channel.id for channel in channels)
    opened = {model_of(draft).id for draft in drafts if draft.fields.get("access") == "open_weight"}
    opened |= {model for model, where in places.items() if where & HUBS}
    metered = {model_of(draft).id for draft in drafts if draft.fields.get("access") == "metered"}
    licensed = {model_of(draft).id for draft in drafts if draft.fields.get("licence")}
    for draft in drafts:
        model, access, where = model_of(draft).id, draft.fields.get("access"), places[model_of(draft).id]
        if access == "metered" or (access == "hosted" and model in opened):  # hosted as well
            draft.fields["access"] = None
        by_place = "open_weight" if where & HUBS else "hosted" if where or model in metered else None
        by_terms = "open_weight" if model in licensed else None
        draft.assumed["access"] = told.get(model) or by_place or by_terms


def _with_developers(drafts: Sequence[Draft]) -> None:
    """Give a model whose maker nobody names that of its sibling: ``Foo-2-7B`` that of ``Foo-2-70B``."""
    makers = {_family(draft): draft.fields["developer"] for draft in drafts if draft.fields.get("developer")}
    for draft in drafts:
        if not model_of(draft).known and draft.story is not None:
            draft.assumed["developer"] = makers.get(_family(draft)) or draft.assumed.get("developer")


def _family(draft: Draft) -> tuple[int | None, str]:
    return draft.story, model_of(draft).id.partition("-")[0]


def _with_variants(page: Page, models: frozenset[str], drafts: Sequence[Draft]) -> None:
    """Give each series the members that the story lists: in list items, or as its variants, sizes, tiers."""
    released: dict[str, Draft] = {}
    for draft in drafts:
        released.setdefault(model_of(draft).id, draft)
    stories = {draft.story for draft in drafts}
    for passage in page.passages:
        if passage.story not in stories or not passage.is_prose:
            continue
        listed = any(found[0] == "members" for found in cues_in(page, passage, "modelling"))
        for name in passage.names:
            if name.value.id not in models or name.value.id in released:
                continue
            heads = passage.block.kind == "list_item" and page.token_at(name.span.start) - passage.first <= 1
            if not (listed or heads or SIZED.search(name.value.id)):
                continue
            for whole in _wholes(name.value, released):
                members = whole.fields.get("variants") or ()
                assert isinstance(members, tuple)
                if name.value not in members:
                    whole.fields["variants"] = (*members, name.value)
                    whole.evidence.append(name.span)
                    whole.mentions.append(name.span)
                break


def _wholes(member: Entity, released: dict[str, Draft]) -> Iterator[Draft]:
    """The released series that a model is a member of, by its name: ``Foo 2`` of ``Foo-2-7B``."""
    for key in (member.parent or "", *stems_of(member.id)):
        if key in released:
            yield released[key]
