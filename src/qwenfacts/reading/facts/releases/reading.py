"""One sentence while its releases are read: what it says of each, and what it adds to those before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, cast

from ....entities import Entity
from ....facts import ModelRelease
from ....report import Mention
from ....values import Period, Quantity, Span
from ...english.clauses import PARTS, cue_spans, last_before
from ...english.stretches import covering, day_of, helpers, is_planned
from ...page import Draft, Page, Passage
from ...spans import hull, within
from .hinting import is_against
from .launching import Launches, Release
from .makers import Makers
from .offers import HUBS, access_of, channels_of, is_metered, licence_of, size_of, sizes_of, stage_of
from .siblings import sibling_at
from .standing import FAR, MOST_LATEST, WEIGHTS, listed, model_of

__all__ = ["Reading"]

NEAR: Final = 9
OPENINGS: Final = frozenset("built based trained derived distilled tuned developed made designed".split())
SHORT: Final = re.compile(r"(\d)[ -]+(million|billion|trillion)\b.*")
SELLING: Final = frozenset(("releases", "hosts", "inverted"))
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
        offer, spans = self._offer(range(release.start, end), verb.start, model.value)
        if sellers := self._sellers(release):
            sold = (page.same(seller.value) for seller in sellers)
            offer["channels"] = (*sold, *cast("tuple[Entity, ...]", offer["channels"]))
            spans = [*spans, *(seller.span for seller in sellers)]
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

    def _sellers(self, release: Release) -> list[Mention[Entity]]:
        """The platforms that a verb says to offer a model: ``Foo Hub sells both``, ``Foo and Bar got it``."""
        at = helpers(self.page, self.passage.first, release.verb.start)
        found: list[Mention[Entity]] = []
        for name in last_before(self.passage.names, self.page.tokens[at].start):
            if self.page.token_at(name.span.end) != at or name.value.kind != "platform":
                break
            found.insert(0, name)
            at = self.page.token_at(name.span.start) - 1
            if self.page.tokens[at].text not in ("and", ","):
                break
        return found if release.cue in SELLING else []

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
        channels = [
            place for place in channels_of(page, verb, end) if place.value.id not in self.launches.models
        ]
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
            latest, about = sibling_at(page, first, said or before)
            if not latest:
                latest, about = self._meant(first, end, said or before)
            if not latest and (said or before):
                latest, about = self._handed(first, end, said or before)
            if not latest and len({model_of(draft).id for draft in said or before}) == 1:
                latest = self._implied(first, end, said or before)
            others = {name.value.id for name in within(self.named, span) if not self._is_basis(name)}
            if others - {model_of(draft).id for draft in said or before}:
                continue
            if not latest:
                continue
            verbs = [start for cue, start, _ in cue_spans(page, about, end, "located") if cue == "yes"]
            for draft in latest:
                fields, spans = self._offer(range(first, end), next(iter(verbs), about), model_of(draft))
                if page.tokens[about - 1].key not in WEIGHED:
                    near = access_of(page, first, min(end, about + NEAR), model_of(draft))
                    fields["access"] = near and fields["access"]
                size = self._size(range(about, end), latest)
                if size is None and len(latest) == 1:
                    size = next(self._told_before(first, about), None)
                if size is not None and draft.fields["parameters"] is None:
                    fields["parameters"] = size.value
                    spans = [*spans, size.span]
                if any(fields.values()) and (fields["access"] != "metered" or len(latest) == 1):
                    fields["model"] = model_of(draft)
                    yield Draft(
                        ModelRelease, fields, [page.span(first, end)], spans, passage.story, key=draft.key
                    )

    def _meant(self, first: int, end: int, drafts: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
        """The drafts that ``the 8B checkpoint`` at a token is about, and the token behind these words."""
        meant = self.launches.anaphor(first)
        models = {mention.value for mention in meant}
        about = self.page.token_at(meant[0].span.end) if meant else first
        return [draft for draft in drafts if model_of(draft) in models and about < end], about

    def _handed(self, first: int, end: int, drafts: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
        """The drafts of which a clause says how somebody gets them: ``Schools get it through``."""
        page = self.page
        for cue, start, stop in cue_spans(page, first, end, "located"):
            words = {token.key for token in page.tokens[start:stop]}
            if cue == "yes" and words & {"it", "them"}:
                return (drafts if "them" in words else drafts[-1:]), start
        return (), first

    def _implied(self, first: int, end: int, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """The drafts of the one model before that a clause is about, if it tells terms or a place."""
        page = self.page
        words_of_it = page.tokens[first : min(end, first + NEAR)]
        compared = any(token.key in listed("other_sizes") for token in words_of_it)
        if compared or any(is_against(page.tokens, at) for at in range(first, end)):
            return ()
        places = {name.value.id for name in channels_of(page, first, end)}
        served = not places.isdisjoint(HUBS | listed("platforms"))
        return drafts if served or (licence_of(page, first, end) is not None and not places) else ()

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
            len({model_of(draft).id for draft in latest}) > 1
            or self.page.tokens[words.start - 1].key in WEIGHTS
        ):
            return None
        nobody = Mention(Span(self.passage.span.start, self.passage.span.start + 1), "", model_of(latest[0]))
        return size_of(self.page, self.passage, nobody, words.start, words.stop)

    def _told_before(self, first: int, about: int) -> Iterator[Mention[Quantity]]:
        """The size in the words that stand for a model: ``The 8B checkpoint``."""
        sizes = within(self.passage.quantities, self.page.span(first, about))
        return (size for size in sizes if size.value.unit == "parameters")

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
