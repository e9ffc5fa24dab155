"""Model releases: verbs of release with the models that they bring out, and what later sentences add.

Each verb is read with its own stretch of the sentence, from the model or maker before it to where the next
verb of release begins. A sentence of the same story that says where the weights are is about the last model.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, cast

from ....entities import Entity
from ....facts import ModelRelease
from ....report import Block, Mention
from ....values import Period, Quantity, Span
from ...english.clauses import cue_spans, cues, cues_in, is_possessive, last_before
from ...english.labels import with_days_of_labels
from ...english.stretches import day_of, is_planned
from ...page import Draft, Page
from ...spans import hull, within
from .introducing import announces, introduced, listed
from .launching import Launches, Release
from .offers import access_of, channels_of, licence_of, models_of, size_of, stage_of, stems_of
from .siblings import sibling_at
from .standing import ADJUNCTS

__all__ = ["find_releases"]

NEAR: Final = 9
DOINGS: Final = frozenset(("releases", "unveils", "made", "with"))
"""The classes of verbs whose subject is the maker."""
HUBS: Final = frozenset("hugging-face modelscope github gitee gitlab gitcode kaggle ollama".split())
"""Where weights are put for all to download; elsewhere a model is hosted."""
MOST_LATEST: Final = 8
OPENINGS: Final = frozenset("built based trained derived distilled tuned developed made designed".split())
SIZED: Final = re.compile(r"-\d+(?:\.\d+)?[bt]\Z")
ALONE: Final = frozenset(("it", "model"))
PARTS: Final = frozenset(("while", "whereas", "but"))
OWNED: Final = 5
"""So many words may stand between a maker's possessive and the name of a model."""


def find_releases(page: Page) -> Iterator[Draft]:
    """The releases of a page; each place that says one is a draft of its own."""
    models = models_of(page)
    if not models:
        return
    said: list[tuple[_Reading, list[Draft]]] = []
    topic: Mention[Entity] | None = None
    block: Block | None = None
    announced = False
    for passage in page.passages:
        if passage.is_prose or passage.block.kind in ("heading", "label"):
            launches = Launches(page, passage, models, topic if passage.block == block else None)
            announced = announced and passage.block == block
            releases = list(launches.releases()) if passage.block.kind != "label" else []
            if announced and not releases:
                releases = list(listed(launches))
            announced = announced or (not releases and announces(launches))
            reading = _Reading(launches)
            said.append((reading, [reading.draft(release) for release in releases]))
            topic, block = releases[-1].model if releases else launches.opening(), passage.block
    drafts = [draft for _, own in said for draft in own]
    drafts += _introduced(said, {_model(draft).id for draft in drafts})
    drafts += _added(page, said, {draft.key: draft for draft in drafts})
    drafts = _settled(drafts)
    _with_epithets(page, drafts)
    _with_developers(drafts)
    _with_variants(page, models, drafts)
    yield from with_days_of_labels(page, drafts, _main(page, drafts))


def _main(page: Page, drafts: Sequence[Draft]) -> Callable[[Draft], int | None]:
    """The story that a model is the main one of: the one called after it, else where it comes first."""
    titles = {model: story for story, models in page.titled.items() for model in models}
    first = {draft.story: draft.key for draft in reversed(drafts)}
    called = {titles.get(_model(draft).id) for draft in drafts}

    def story_of(draft: Draft) -> int | None:
        if draft.assumed.get("stage") == "announced":
            return None
        leads = draft.story not in called and first[draft.story] == draft.key
        return titles.get(_model(draft).id, draft.story if leads else None)

    return story_of


def _introduced(said: Sequence[tuple[_Reading, list[Draft]]], released: set[str]) -> Iterator[Draft]:
    """What is called new, where no verb says that it was released; not what belongs to others."""
    for reading, _ in said:
        for release in introduced(reading.launches):
            if release.model.value.id not in released and not reading.is_of_others(release.model):
                released.add(release.model.value.id)
                yield reading.draft(release)


def _added(
    page: Page, said: Sequence[tuple[_Reading, list[Draft]]], released: Mapping[object, Draft]
) -> Iterator[Draft]:
    """What the sentences behind a release add to it; in a story without one, to the model of its title."""
    story: int | None = None
    latest: list[Draft] = []
    for reading, own in said:
        if reading.passage.story != story:
            story = reading.passage.story
            titled = sorted(page.titled.get(story, ())) if story is not None else []
            latest = [released["release", one] for one in titled if ("release", one) in released]
        if (latest or own) and reading.passage.block.kind != "heading":
            yield from reading.additions(latest, own)
        latest = own[-MOST_LATEST:] or latest


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
        places.setdefault(_model(draft).id, set()).update(channel.id for channel in channels)
    opened = {_model(draft).id for draft in drafts if draft.fields["access"] == "open_weight"}
    opened |= {model for model, where in places.items() if where & HUBS}
    for draft in drafts:
        if draft.fields["access"] == "hosted" and _model(draft).id in opened:
            draft.fields["access"] = None  # hosted as well
        where = places[_model(draft).id]
        by_place = "open_weight" if where & HUBS else "hosted" if where else None
        draft.assumed["access"] = told.get(_model(draft).id) or by_place


def _with_developers(drafts: Sequence[Draft]) -> None:
    """Give a model whose maker nobody names that of its sibling: ``Foo-2-7B`` that of ``Foo-2-70B``."""
    makers = {_family(draft): draft.fields["developer"] for draft in drafts if draft.fields.get("developer")}
    for draft in drafts:
        if not _model(draft).known and draft.story is not None:
            draft.assumed["developer"] = makers.get(_family(draft)) or draft.assumed.get("developer")


def _is_owner(page: Page, name: Mention[Entity]) -> bool:
    return name.value.kind == "organisation" and is_possessive(page, name)


def _family(draft: Draft) -> tuple[int | None, str]:
    return draft.story, _model(draft).id.partition("-")[0]


def _model(draft: Draft) -> Entity:
    model = draft.fields["model"]
    assert isinstance(model, Entity)  # what a release is of
    return model


def _with_variants(page: Page, models: frozenset[str], drafts: Sequence[Draft]) -> None:
    """Give each series the members that the story lists: in list items, or as its variants, sizes, tiers."""
    released: dict[str, Draft] = {}
    for draft in drafts:
        released.setdefault(_model(draft).id, draft)
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


class _Reading:
    """A sentence while its releases are read."""

    def __init__(self, launches: Launches) -> None:
        self.page = launches.page
        self.passage = launches.passage
        self.launches = launches
        self.named = launches.named

    # -- what is said of it --

    def draft(self, release: Release) -> Draft:
        """The release as a draft."""
        page, model, verb, end = self.page, release.model, release.verb, release.end
        date = day_of(page, self.passage, verb, release.start, end)
        vague = date is not None and date.text.endswith("later") and self._is_ahead(date)
        if date is not None and (vague or date.value.start is None):
            date = None  # followed two days later; stays in preview until August
        maker = self._maker(release)
        size = size_of(page, self.passage, model, page.token_at(model.span.start), end)
        offer, spans = self._offer(range(release.start, end), verb.start, model.value)
        named = (model if model in self.named else None, maker, date, size)
        fields = offer | {
            "model": model.value,
            "developer": maker and maker.value,
            "date": date and date.value,
            "stage": "preview"
            if model.value.name.lower().endswith("preview")
            else stage_of(page, verb.start, end) or self._version(model),
            "parameters": size and size.value,
        }
        return Draft(
            ModelRelease,
            fields,
            [hull(model.span, page.span(verb.start, verb.stop), *([maker.span] if maker else []))],
            [*(mention.span for mention in named if mention is not None), *spans],
            self.passage.story,
            key=("release", model.value.id),
            assumed={"developer": self._owner(model), "stage": self._default_stage(release, date)},
        )

    def is_of_others(self, model: Mention[Entity]) -> bool:
        """Whether a possessive gives a model to another company than the one that the report is about."""
        before = next(last_before(self.passage.names, model.span.start), None)
        return before is not None and _is_owner(self.page, before) and before.value != self.page.subject

    def _version(self, model: Mention[Entity]) -> str | None:
        """The stage of ``a preview of`` a model."""
        at = self.page.token_at(model.span.start)
        words = [token.key for token in self.page.tokens[max(self.passage.first, at - NEAR) : at]]
        before = [word for word in words if word not in ("the", "its", "a")][-2:]
        return before[0] if before[1:] == ["of"] and before[0] in ("preview", "beta") else None

    def _is_ahead(self, date: Mention[Period] | None) -> bool:
        """Whether a date is behind the day of the report: ``follows in June``."""
        start = date.value.start if date is not None else None
        return start is not None and self.page.published is not None and start > self.page.published

    def _default_stage(self, release: Release, date: Mention[Period] | None) -> str:
        """The stage that a verb tells by itself; ``planned`` turns into ``announced`` in the end."""
        last = self.page.tokens[release.verb.stop - 1].key
        is_due = last in ("due", "promised")
        verb = range(release.verb.start, release.verb.stop - (last == "to"))
        if is_due or is_planned(self.page, self.passage.first, verb) or self._is_ahead(date):
            return "planned"
        return "announced" if release.cue == "unveils" else "general"

    def _offer(self, stretch: range, verb: int, model: Entity) -> tuple[dict[str, object], list[Span]]:
        """Access, channels and licence as a stretch tells them, and the mentions that they are made of."""
        page, first, end = self.page, stretch.start, stretch.stop
        channels = list(channels_of(page, verb, end))
        licence = licence_of(page, first, end)
        spans = [channel.span for channel in channels]
        if licence is not None:
            spans += [name.span for name in page.names_in(licence.span)]
        fields: dict[str, object] = {
            "access": access_of(page, first, end, model),
            "channels": tuple(dict.fromkeys(page.same(channel.value) for channel in channels)),
            "licence": licence and licence.value,
        }
        return fields, spans

    def _maker(self, release: Release) -> Mention[Entity] | None:
        """Whose model it is: ``Acme's Foo``; who releases it; ``by Acme``."""
        page, model, verb = self.page, release.model, release.verb
        start = page.token_at(model.span.start)
        nearest = next(last_before(self.passage.names, model.span.start), None)
        near = nearest is not None and start - page.token_at(nearest.span.end) <= OWNED
        if nearest is not None and near and _is_owner(page, nearest):
            return nearest
        if release.cue == "puts" or (start >= verb.stop and release.cue in DOINGS):
            for name in last_before(self.passage.names, page.tokens[verb.start].start):
                before = page.token_at(name.span.start) - 1
                word = page.tokens[before].key if before >= self.passage.first else ""
                if (
                    name.value.kind == "organisation"
                    and word not in ADJUNCTS
                    and not is_possessive(page, name)
                ):
                    return name
        for at in range(verb.stop, min(release.end, verb.stop + NEAR)):
            agent = page.name_at(at)
            if agent is not None and agent.value.kind == "organisation" and page.tokens[at - 1].key == "by":
                return agent
        return None

    def _owner(self, model: Mention[Entity]) -> Entity | None:
        """Whose a model is by the lexicon; an unknown one is made by whom the report is about."""
        owner = next(self.page.owners(model.value), None)
        unknown = owner is None and not model.value.known and self.page.subject.kind == "organisation"
        return self.page.subject if unknown else owner

    # -- what later sentences add --

    def additions(self, before: Sequence[Draft], own: Sequence[Draft]) -> Iterator[Draft]:
        """What a sentence says of where the models before can be had, and under what licence.

        ``own``: the releases that it says itself; the parts behind them are about these.
        """
        page, passage = self.page, self.passage
        own = sorted(own, key=lambda draft: draft.evidence[0])
        starts = [draft.evidence[0].start for draft in own]
        for start, end in self._parts():
            first, span = self._behind_opening(start, end), page.span(start, end)
            count = bisect_left(starts, span.end)
            said = own[max(0, count - MOST_LATEST) : count]
            if any(span.start < draft.evidence[0].end for draft in said):
                continue
            latest, about = sibling_at(page, first, said or before)
            others = {name.value.id for name in within(self.named, span) if not self._is_basis(name)}
            if others - {_model(draft).id for draft in said or before}:
                continue
            if not latest:
                continue
            verbs = [start for cue, start, _ in cue_spans(page, about, end, "located") if cue == "yes"]
            for draft in latest:
                fields, spans = self._offer(range(first, end), next(iter(verbs), about), _model(draft))
                if page.tokens[about - 1].key not in ("weights", "checkpoints", "access"):
                    near = access_of(page, first, min(end, about + NEAR), _model(draft))
                    fields["access"] = near and fields["access"]
                size = self._size(range(about, end), latest)
                if size is not None:
                    fields["parameters"] = size.value
                    spans = [*spans, size.span]
                if any(fields.values()):
                    fields["model"] = _model(draft)
                    yield Draft(
                        ModelRelease, fields, [page.span(first, end)], spans, passage.story, key=draft.key
                    )

    def _is_basis(self, name: Mention[Entity]) -> bool:
        """Whether a model is only what another is made of: ``Built on Foo, it has``."""
        return self.page.tokens[self.page.token_at(name.span.start) - 1].key in ("on", "from", "upon")

    def _behind_opening(self, first: int, end: int) -> int:
        """Where the clause behind a participle begins: ``Built on Foo, | it has``; else the first token."""
        if self.page.tokens[first].key in OPENINGS:
            commas = (at for at in range(first, min(end, first + NEAR)) if self.page.tokens[at].text == ",")
            return next(commas, first - 1) + 1
        return first

    def _size(self, words: range, latest: Sequence[Draft]) -> Mention[Quantity] | None:
        """How many parameters the one model has of which a sentence goes on to speak."""
        if (
            len({_model(draft).id for draft in latest}) > 1
            or self.page.tokens[words.start - 1].key not in ALONE
        ):
            return None
        nobody = Mention(Span(self.passage.span.start, self.passage.span.start + 1), "", _model(latest[0]))
        return size_of(self.page, self.passage, nobody, words.start, words.stop)

    def _parts(self) -> Iterator[tuple[int, int]]:
        """The parts of a sentence between semicolons, colons and ``while``."""
        first = self.passage.first
        for at in range(first, self.passage.end + 1):
            token = self.page.tokens[min(at, self.passage.end - 1)]
            label = token.text == "—" and not self.passage.is_prose
            if at == self.passage.end or label or token.text in (";", ":") or token.key in PARTS:
                if first < at:
                    yield first, at
                first = at + 1
