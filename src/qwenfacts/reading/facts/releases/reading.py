"""One sentence while its releases are read: what it says of each, and what it adds to those before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ....entities import Entity
from ....facts import ModelRelease
from ....report import Mention
from ....values import Period, Quantity, Span
from ...english.clauses import PARTS, cue_spans, cues, last_before
from ...english.lineup import Lineup
from ...english.stretches import BE, covering, day_of, helpers, is_planned
from ...page import Draft, Page, Passage
from ...spans import hull, within
from ...wordclasses import MODALS
from .hinting import is_against
from .launching import Launches, Release
from .makers import Makers
from .offers import HUBS, access_of, channels_of, is_metered, licence_of, size_of, sizes_of, stage_of
from .standing import FAR, MEANT, MOST_LATEST, WEIGHTS, listed, model_of

__all__ = ["Reading"]

NEAR: Final = 9
OPENINGS: Final = frozenset("built based trained derived distilled tuned developed made designed".split())
SHORT: Final = re.compile(r"(\d)[ -]+(million|billion|trillion)\b.*")
SELLING: Final = frozenset(("releases", "hosts", "inverted"))
HOSTED: Final = frozenset("it them both all each".split())
PLATFORMS: Final = frozenset(("platform",))
PLANS_NEAR: Final = 3
PHRASE: Final = 4
CLOSING: Final = frozenset((",", ")", ";"))
WEIGHED: Final = WEIGHTS | {"access"}


def _sized(series: Entity, size: Mention[Quantity]) -> Entity:
    """The member of a series that has some size: ``Foo 2 8B``."""
    text = SHORT.sub(lambda found: found[1] + found[2][0].upper(), size.text)
    return Entity(f"{series.id}-{text.lower()}", "model", f"{series.name} {text}", (), series.id, known=False)


class Reading:
    """A sentence while its releases are read."""

    def __init__(self, launches: Launches) -> None:
        self.page: Page = launches.page
        self.passage: Passage = launches.passage
        self.launches = launches
        self.named: list[Mention[Entity]] = launches.named
        self.makers: Makers = Makers(launches.page, launches.passage)

    # -- what is said of it --

    def draft(self, release: Release) -> Draft:
        """The release as a draft."""
        page, model, verb = self.page, release.model, release.verb
        end = min(release.end, verb.stop + FAR)
        date = day_of(page, self.passage, verb, release.start, end)
        vague = date is not None and date.text.endswith("later") and self._is_ahead(date)
        if date is not None and (vague or date.value.start is None):
            date = None  # followed two days later; stays in preview until August
        elif date is not None and date.value.end is None:
            date = covering(self.passage.dates, date.span.start)  # from Monday, since Monday: on that day
        maker = self.makers.maker(release)
        sizes = sizes_of(page, self.passage, page.token_at(model.span.end), end)
        one = sizes or size_of(page, self.passage, model, page.token_at(model.span.start), end)
        size = None if isinstance(one, list) else one
        first = release.start if release.cue == "inverted" else verb.start  # tenants of Foo Hub got it
        sellers = list(self._sellers(verb.start, PLATFORMS)) if release.cue in SELLING else []
        if page.tokens[verb.start].key not in listed("serving") and any(channels_of(page, first, end)):
            sellers = []  # Foo Cloud opened it on Bar
        media = listed("media") if release.cue == "unveils" else frozenset[str]()
        offer, spans = self._offer(range(release.start, end), first, model.value, sellers, media)
        named = (model if model in self.named else None, maker, date, size, *sizes)
        fields = offer | {
            "model": model.value,
            "developer": maker and maker.value,
            "date": date and date.value,
            "stage": "preview"
            if model.value.name.lower().endswith("preview")
            else stage_of(page, verb.start, end) or self._version(model),
            "parameters": size and size.value,
            "variants": tuple(_sized(model.value, size) for size in sizes),
        }
        return Draft(
            ModelRelease,
            fields,
            [hull(model.span, page.span(verb.start, verb.stop), *([maker.span] if maker else []))],
            [*(mention.span for mention in named if mention is not None), *spans],
            self.passage.story,
            key=("release", model.value.id),
            assumed={"developer": self.makers.owner(model), "stage": self._default_stage(release, date)},
        )

    def _sellers(self, verb: int, kinds: frozenset[str]) -> Iterator[Mention[Entity]]:
        """Who is said to offer a model, the nearest first: ``Foo Hub sells both``, ``Foo and Bar got it``."""
        at = helpers(self.page, self.passage.first, verb)
        for name in last_before(self.passage.names, self.page.tokens[at].start):
            if self.page.token_at(name.span.end) != at or name.value.kind not in kinds:
                break
            yield name
            at = self.page.token_at(name.span.start) - 1
            if self.page.tokens[at].text not in ("and", ","):
                break

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
        if self.page.tokens[verb.start].key in listed("beginning"):
            verb = range(verb.stop - 1, verb.stop)  # began to roll out
        if is_due or is_planned(self.page, self.passage.first, verb) or self._is_ahead(date):
            return "planned"
        return "announced" if release.cue == "unveils" else "general"

    def _offer(
        self,
        stretch: range,
        verb: int,
        model: Entity,
        sellers: Iterable[Mention[Entity]],
        media: frozenset[str] = frozenset(),
    ) -> tuple[dict[str, object], list[Span]]:
        """Access, channels and licence as a stretch tells them, and the mentions that they are made of."""
        page, first, end = self.page, stretch.start, stretch.stop
        channels = list(sellers)
        for place in channels_of(page, verb, end):
            at = page.token_at(place.span.end)
            planned = listed("ahead") & {token.key for token in page.tokens[at : at + PLANS_NEAR]}
            if place.value.id not in self.launches.models | media and not planned:
                channels.append(place)
        licence = licence_of(page, first, end)
        spans = [channel.span for channel in channels]
        if licence is not None:
            spans += [name.span for name in page.names_in(licence.span)]
        fields: dict[str, object] = {
            "access": access_of(page, first, end, model)
            or ("metered" if is_metered(page, first, end) else None),
            "channels": tuple(dict.fromkeys(page.same(channel.value) for channel in channels)),
            "licence": licence and licence.value,
        }
        return fields, spans

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
            latest, about = self._sibling(first, said or before)
            if not latest:
                latest, about = self._meant(first, end, said or before)
            if not latest and (said or before):
                latest, about = self._handed(first, end, said or before)
            serving = (at for at in passage.tokens_of(listed("serving")) if first <= at < end - 1)
            offers = next((at for at in serving if self._is_served(at + 1, said or before)), first)
            hosts = [*self._sellers(offers, PLATFORMS | {"organisation"})] if offers > first else []
            if hosts and not latest:
                latest = said or before  # Foo Hub hosts them
            if not latest and len({model_of(draft).id for draft in said or before}) == 1:
                latest = self._implied(first, end, said or before)
            if not latest or end <= about:
                continue
            verbs = [start for cue, start, _ in cue_spans(page, about, end, "located") if cue == "yes"]
            to_come = self._is_to_come(first, end)
            single = len({model_of(draft).id for draft in latest}) == 1
            for draft in latest:
                verb = next(iter(verbs), about)
                fields, spans = self._offer(range(first, end), verb, model_of(draft), hosts)
                if page.tokens[about - 1].key not in WEIGHED:
                    near = access_of(page, first, min(end, about + NEAR), model_of(draft))
                    fields["access"] = near and fields["access"]
                size = self._size(range(about, end), latest) or self._size(range(first, about + 1), latest)
                sizes = sizes_of(page, passage, about, end) if single and passage.quantities else []
                if sizes and draft.fields["parameters"] is None and not draft.fields["variants"]:
                    fields["variants"] = tuple(_sized(model_of(draft), one) for one in sizes)
                elif size is not None and draft.fields["parameters"] is None:
                    fields["parameters"] = size.value
                    spans = [*spans, size.span]
                if to_come and draft.assumed["stage"] == "general":
                    fields |= {"access": None, "channels": (), "licence": None}
                elif fields["channels"] and draft.assumed["stage"] == "announced" and not to_come:
                    draft.assumed["stage"] = "general"  # shown on Monday; it is on Foo Hub
                if any(fields.values()) and (fields["access"] != "metered" or single):
                    fields["model"] = model_of(draft)
                    yield Draft(
                        ModelRelease, fields, [page.span(first, end)], spans, passage.story, key=draft.key
                    )

    def _is_served(self, at: int, drafts: Sequence[Draft]) -> bool:
        """Whether what is offered behind a verb is what was brought out: ``hosts the model``."""
        name, key, models = self.page.name_at(at), self.page.tokens[at].key, set(map(model_of, drafts))
        if name is not None:
            return name.value in models
        alone = key == "the" and self.page.tokens[at + 1].key in MEANT and len(models) == 1
        return key in HOSTED or key.startswith("endpoint") or alone or bool(self.launches.anaphor(at))

    def _is_to_come(self, first: int, end: int) -> bool:
        """Whether terms are only promised: ``weights are to follow``, ``promises weights for August``."""
        keys = {token.key for token in self.page.tokens[first:end]}
        ahead = any(map(self._is_ahead, within(self.passage.dates, self.page.span(first, end))))
        return bool(listed("to_come") & keys) or (ahead and bool(MODALS & keys))

    def told_sizes(self, released: Mapping[object, Draft]) -> Iterator[Draft]:
        """The sizes that stand beside names: ``On it runs Foo, a model of 8B``."""
        page, tokens = self.page, self.page.tokens
        for name in self.named if self.passage.quantities else ():
            draft, at = released.get(("release", name.value.id)), page.token_at(name.span.end)
            if draft is None or draft.fields["parameters"] is not None or draft.fields["variants"]:
                continue
            end = at
            if at < self.passage.end and (tokens[at].text in (",", "(") or tokens[at].key in BE):
                marks = (index for index in range(at + 1, self.passage.end) if tokens[index].text in CLOSING)
                end = next(marks, self.passage.end)
            size = size_of(page, self.passage, name, page.token_at(name.span.start), end)
            if size is not None and tokens[page.token_at(size.span.start) - 1].key not in ("and", "to"):
                told: dict[str, object] = {"model": name.value, "parameters": size.value}
                evidence = [hull(name.span, size.span)]
                yield Draft(ModelRelease, told, evidence, [], self.passage.story, key=draft.key)

    def _sibling(self, first: int, latest: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
        """The drafts that ``the weights``, ``the smaller one`` at a token are about, and where that ends."""
        about = cues("located").starting(self.page.tokens, first)
        if about is not None and about[0] == "things":
            return latest, about[1]
        keys = [token.key for token in self.page.tokens[first : first + PHRASE]]
        end = next((at for at, key in enumerate(keys) if at and key in listed("siblings")), 0)
        models = list(dict.fromkeys(model_of(draft) for draft in latest))
        if keys[0] not in ("the", "its") or not end or len(models) < 2:
            return (), first
        meant = Lineup(models).meant(set(keys[1 : end + 1]))
        return [draft for draft in latest if model_of(draft) == meant], first + end + 1 if meant else first

    def _meant(self, first: int, end: int, drafts: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
        """The drafts that ``the 8B checkpoint`` at a token is about, and the token behind these words."""
        meant = self.launches.anaphor(first)
        models = {mention.value for mention in meant}
        about = self.page.token_at(meant[0].span.end) if meant else first
        return [draft for draft in drafts if model_of(draft) in models and about < end], about

    def _handed(self, first: int, end: int, drafts: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
        """The drafts of which a clause says how somebody gets them: ``Schools get it through``."""
        for cue, start, stop in cue_spans(self.page, first, end, "located"):
            words = {token.key for token in self.page.tokens[start:stop]}
            if cue == "yes" and words & {"it", "them"}:
                return (drafts if "them" in words else drafts[-1:]), start
        return (), first

    def _implied(self, first: int, end: int, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """The drafts of the one model before that a clause is about, if it tells terms or a place."""
        page = self.page
        words_of_it = page.tokens[first : min(end, first + NEAR)]
        compared = any(token.key in listed("other_sizes") for token in words_of_it)
        named = within(self.passage.names, page.span(first, end))
        compared = compared or any(name.value.kind == "product" and not name.value.known for name in named)
        if compared or any(is_against(page.tokens, at) for at in range(first, end)):
            return ()
        found = {name.value for name in channels_of(page, first, end)}
        places = {one.id for one in found}
        served = not places.isdisjoint(HUBS) or any(one.known and one.kind == "platform" for one in found)
        served = served or (bool(places) and page.tokens[first].key in listed("served"))
        return drafts if served or (licence_of(page, first, end) is not None and not places) else ()

    def _behind_opening(self, first: int, end: int) -> int:
        """Where the clause behind a participle begins: ``Built on Foo, | it has``; else the first token."""
        if self.page.tokens[first].key in OPENINGS:
            commas = (at for at in range(first, min(end, first + NEAR)) if self.page.tokens[at].text == ",")
            return next(commas, first - 1) + 1
        return first

    def _size(self, words: range, latest: Sequence[Draft]) -> Mention[Quantity] | None:
        """How many parameters the one model has of which a sentence goes on to speak."""
        if (
            not self.passage.quantities
            or len({model_of(draft).id for draft in latest}) > 1
            or self.page.tokens[words.start - 1].key in WEIGHTS
        ):
            return None
        nobody = Mention(Span(self.passage.span.start, self.passage.span.start + 1), "", model_of(latest[0]))
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
