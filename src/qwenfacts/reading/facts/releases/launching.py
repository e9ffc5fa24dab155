"""Which models a sentence brings out: verbs of release with their subjects or objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cue_spans, cues, cues_in, is_possessive, last_before
from ...english.nounwords import is_adverb
from ...english.phrases import nouns
from ...english.stretches import BE, covering, helpers, is_denied, is_planned
from .standing import BREAKS, NEAR, PLAIN, REACH, WEIGHTS, Models, hints, listed

__all__ = ["PUT_OFF", "Launches", "Release"]

CLAUSAL: Final = frozenset(("what", "how", "whether", "that", "plans"))
"""A verb with one of these behind it brings out no thing."""
TRANSITIVE: Final = frozenset(("releases", "unveils", "hosts", "made"))
MAKERS: Final = frozenset(("organisation", "person", "platform"))
PUT_OFF: Final = tuple(sorted(listed("put_off")))
NOT_FAR: Final = 7
FALLS: Final = frozenset(("dropped", "drops"))
ONTO: Final = frozenset(("on", "onto", "to", "into"))
LEADING: Final = frozenset("of at to for".split())
FOLLOWING: Final = frozenset(("follows", "followed"))
FAR_OFF: Final = frozenset("so gained gains".split())
"""Behind these stands more than an article: ``gained two coders: Foo and Bar``."""
GETTING: Final = frozenset("receive received get gets got gained".split())
BRINGING: Final = frozenset(("releases", "unveils", "out", "inverted"))
FEW: Final = 3
LISTING: Final = frozenset(("releases", "unveils", "out", "available", "inverted"))
OPENS: Final = frozenset((",", ":", "—", "–"))
LONG_AGO: Final = frozenset("in last since until till".split())
JOINTS: Final = frozenset(("and", "but", "while", "whereas"))


class Release(NamedTuple):
    """A verb with a model that it brings out, and the tokens of its own stretch."""

    cue: str
    verb: range
    model: Mention[Entity]
    start: int
    end: int


class Launches(Models):
    """The releases of one sentence."""

    def releases(self) -> Iterator[Release]:
        """The releases that the verbs of the sentence say, each with its own stretch."""
        if not (self.named or self.topics):
            return
        found: list[tuple[str, range, list[Mention[Entity]], int]] = []
        for cue, first, stop in (
            *cues_in(self.page, self.passage, "release"),
            *self._weights(),
            *self._staged(),
            *self._offered(),
        ):
            verb = range(first, stop)
            denied = is_denied(self.page, self.passage.first, first) or self._is_asked(first)
            if denied or (self._is_old(stop) and not is_planned(self.page, self.passage.first, verb)):
                continue
            bare = self.page.tokens[stop - 1].key not in LEADING
            if cue == "nouns" and bare and helpers(self.page, self.passage.first, first) < first:
                cue = "releases"  # will release
            models = self._of(cue, verb)
            models += self._beside(verb, models) if models and cue in BRINGING else []
            if models:
                start = min(
                    self.page.token_at(models[0].span.start), helpers(self.page, self.passage.first, first)
                )
                found.append((cue, verb, models, start))
        found.sort(key=lambda one: one[1].start)
        starts = sorted(start for *_, start in found)
        for index, (cue, verb, models, start) in enumerate(found):
            after = bisect_right(starts, verb.start)
            end = starts[after] if after < len(starts) else self.passage.end
            end = self.end_of(verb, self._joint(verb.stop, end))
            begin = self._joint(found[index - 1][1].stop, start) if index else self.begin(start)
            for model in models:
                stop = self._until_latter(verb.stop, end) if model is not models[-1] else end
                yield Release(cue, verb, model, begin, max(stop, verb.stop))

    def _weights(self) -> Iterator[tuple[str, int, int]]:
        """Where the weights of the sentence's own model are: ``Foo is small; its weights are on Bar``."""
        for cue, first, stop in cues_in(self.page, self.passage, "located"):
            about = cues("located").ending(self.page.tokens, first - 1) if cue == "yes" else None
            if about is not None and self.page.tokens[first - 1].key in WEIGHTS:
                yield "weights", first, stop

    def _staged(self) -> Iterator[tuple[str, int, int]]:
        """Where something is, or is no longer, in a stage: ``Foo is in preview``, ``Foo exits beta``."""
        tokens = self.page.tokens
        for stage, first, stop in cues_in(self.page, self.passage, "stage"):
            at = first - 1
            while at > self.passage.first and tokens[at].key in listed("limited"):
                at -= 1
            inside = at > self.passage.first and tokens[at].key in ("in", "into", "to")
            before = at if inside or tokens[at].text in OPENS else at + 1
            if before in self.ending:
                yield "out", before, stop  # Acme: Foo | in preview
            told = stage != "general" or tokens[stop - 1].key in ("availability", "ga")
            moved = inside and tokens[at].key == "into" and tokens[at - 1].kind == "word"
            if told and (moved or tokens[at - inside].key in listed("being" if inside else "entering")):
                yield "out", at - inside, stop

    def _offered(self) -> Iterator[tuple[str, int, int]]:
        """Where something is said to be had, in whatever words: ``Foo is now freely downloadable``."""
        tokens, first = self.page.tokens, self.passage.first
        for _, start, stop in cues_in(self.page, self.passage, "offered"):
            at = start - 1
            while at > first and (tokens[at].key in listed("limited") or is_adverb(tokens[at].key)):
                at -= 1
            if start - (tokens[start - 1].text in OPENS) in self.ending:
                yield "available", start, stop  # Acme: Foo | live on Bar
            if tokens[start].key == "up" and tokens[at].key.startswith("move"):
                continue  # moves up in a ranking
            if tokens[at].key in listed("staying"):
                continue  # stays on sale
            if at > first and tokens[at].key in listed("being") | BE and tokens[start - 1].key != "already":
                yield "available", at, stop

    def spoken_of(self) -> tuple[Entity, ...]:
        """The model that the sentence begins with, or the one new model that it names; else those before."""
        found = self.first_subject(self.passage.end)
        if found:
            return (found[0].value,)
        new = {name.value for name in self.named if not name.value.known and not self.is_compared(name)}
        return tuple(new) if len(new) == 1 else self.topics

    def is_compared(self, name: Mention[Entity]) -> bool:
        """Whether a model is only what another is measured against or made of: ``its predecessor, Foo 1``."""
        at = self.page.token_at(name.span.start)
        before = [token.key for token in self.page.tokens[max(self.passage.first, at - PLAIN // 2 - 1) : at]]
        if "," in before:
            before = [key for key in before if key in ("predecessor", "rival", "rivals")]
        return not (listed("compared") | listed("making")).isdisjoint(before)

    def _until_latter(self, first: int, end: int) -> int:
        """Where ``the latter`` begins, which says nothing of the former; else the end."""
        return next((at - 1 for at in range(first, end) if self.page.tokens[at].key == "latter"), end)

    def _is_asked(self, at: int) -> bool:
        """Whether a question is what a verb stands in: ``how soon Acme follows up with``."""
        before = reversed(self.page.tokens[max(self.passage.first, at - REACH) : at])
        clause = takewhile(lambda token: token.kind != "mark" or token.text in ("-", "'"), before)
        return any(token.key in ("how", "whether") for token in clause)

    def _beside(self, verb: range, models: list[Mention[Entity]]) -> list[Mention[Entity]]:
        """The new models that come out with others: ``Foo was introduced alongside`` Foo Mini."""
        tokens = self.page.tokens
        for at in range(verb.stop, min(self.passage.end, verb.stop + REACH)):
            if tokens[at].text in BREAKS:
                break
            if tokens[at].key == "alongside":
                known = [model.value for model in models]
                return [
                    one for one in self.objects(at + 1, 3) if not one.value.known and one.value not in known
                ]
        return []

    def _is_dated(self, at: int) -> bool:
        """Whether only a day or place, or nothing, stands behind a verb: ``Foo followed on Monday``."""
        if at >= self.passage.end or self.page.tokens[at].kind in ("mark", "newline"):
            return True
        place = self.page.name_at(at + 1) if self.page.tokens[at].key == "on" else None
        if place is not None and place.value.kind == "platform":
            return True
        starts = (self.page.tokens[index].start for index in range(at, min(at + 2, self.passage.end)))
        return any(covering(self.passage.dates, start) is not None for start in starts)

    def _is_old(self, at: int) -> bool:
        """Whether a season behind a verb says that it happened long ago: ``shipped Foo in spring``."""
        near = (token.key for token in self.page.tokens[at : min(at + NEAR, self.passage.end)])
        keys, seasons = [key for key in near if key != "the"], listed("seasons")
        return any(key in seasons and before in LONG_AGO for before, key in pairwise(keys))

    def headed(self) -> Iterator[Release]:
        """The model that an item begins with, of a list of releases: ``Two came out: | Foo — a coder``."""
        first, end = self.passage.first, self.passage.end
        for model in self.first_subject(min(first + NEAR, end)):
            yield Release("hinted", range(first, first + 1), model, first, end)

    def leads(self) -> bool:
        """Whether a sentence says that the models of the list behind it came out."""
        found = (cue in LISTING for cue, *_ in cues_in(self.page, self.passage, "release"))
        return self.page.tokens[self.passage.end - 1].text == ":" and any(found)

    def _joint(self, first: int, end: int) -> int:
        """Where a stretch ends that another follows: ``Foo on Bar | , while the weights of`` Baz."""
        if end >= self.passage.end:
            return self.passage.end
        for at in range(end - 1, max(first, end - NEAR) - 1, -1):
            name = self.page.name_at(at)
            if self.page.tokens[at].key in JOINTS:
                return at
            if name is not None and name.value.kind != "organisation":
                break
        return max(first, end)

    def end_of(self, verb: range, end: int) -> int:
        """Where the clause of a verb ends, before a token."""
        for at in range(verb.stop, end):
            if self.page.tokens[at].text in BREAKS:
                return at
        return end

    def _of(self, cue: str, verb: range) -> list[Mention[Entity]]:
        """The models that a verb brings out: its objects, or its subjects where it has none."""
        first, tokens = self.passage.first, self.page.tokens
        if self.page.tokens[min(verb.stop, self.passage.end - 1)].key in CLAUSAL:
            return []  # previewing what Foo will be
        if verb.start - first <= FEW and tokens[min(verb.stop, self.passage.end - 1)].text == ":":
            return self.objects(verb.stop + 1, FEW)  # Also released: Foo
        if tokens[verb.start].key in FOLLOWING and (brought := self._brought(verb)):
            return brought  # followed on Monday with Foo
        if cue == "puts":
            return self._put(verb)
        if cue == "nouns":
            return self._of_noun(verb)
        if cue == "members":
            return [model for model in self.objects(verb.stop, REACH) if self._is_member(model)]
        if cue == "weights":
            own = list(islice(last_before(self.named, self.page.tokens[verb.start].start), 1))
            return own or (self.meant(verb.start - 1, verb.start) if self.topics else [])
        if cue == "with":
            return self._brought(verb)
        if cue == "inverted":
            if tokens[min(verb.stop, self.passage.end - 1)].key in ("for", "of"):
                return []
            found = self.objects(verb.stop, NEAR if tokens[verb.start].key in FAR_OFF else 3)
            if tokens[verb.start].key in GETTING:
                return found or self.anaphor(verb.stop)
            return found or (self.subjects(verb.start) if self._is_dated(verb.stop) else [])
        if cue in TRANSITIVE and verb.start == first and self.passage.is_prose:
            return self._behind_opening(verb)
        passive = any(
            t.key in BE for t in self.page.tokens[helpers(self.page, first, verb.start) : verb.start]
        )
        following = tokens[min(verb.stop, self.passage.end - 1)].key
        if tokens[verb.start].key in FALLS and (passive or following in ("to", "from", "by")):
            return []  # was given up; dropped to seventh
        if cue in TRANSITIVE and not passive:
            made = self._has_maker(verb.start)
            objects = (self.objects(verb.stop, REACH) or self.anaphor(verb.stop)) if made else []
            if cue == "made" and objects:
                behind = self.page.token_at(objects[-1].span.end)
                what = {token.key for token in self.page.tokens[behind : behind + 4]}
                staged = any(cue_spans(self.page, behind, min(behind + 4, self.passage.end), "stage"))
                return objects if staged or what & {"available", "accessible", "public"} else []
            if objects or cue == "made":
                return objects
            if relative := self._relative(verb.start):
                return relative
            if verb.stop < self.passage.end and not self.ends_here(verb.stop):
                return []
        subjects = self.subjects(verb.start)
        if cue == "available" and not subjects and tokens[verb.start - 1].text in OPENS:
            subjects = self.first_subject(verb.start)
        if passive and tokens[verb.start].key == "joined":
            return self.objects(verb.stop + 1, NEAR) if following == "by" else []
        if cue == "out" and not self._is_place_or_day(verb.stop):
            return []
        return subjects

    def _brought(self, verb: range) -> list[Mention[Entity]]:
        """The models that somebody comes with: ``answered on Monday with Foo``."""
        words = [token.key for token in self.page.tokens[verb.stop - 1 : verb.stop + NEAR]]
        words = words[: words.index(",")] if "," in words else words
        if "with" not in words or not self._has_maker(verb.start):
            return []
        return self.objects(verb.stop + words.index("with"), NEAR)

    def _of_noun(self, noun: range) -> list[Mention[Entity]]:
        """The models of a noun: ``the release of Foo``, ``Foo's debut``; not what is still to come."""
        tokens, first = self.page.tokens, self.passage.first
        before = [token.key for token in tokens[max(first, noun.start - NOT_FAR) : noun.start]]
        if not listed("not_yet").isdisjoint(before) or any(key.startswith(PUT_OFF) for key in before):
            return []
        if tokens[noun.stop - 1].key in LEADING:
            return [model for model in self.objects(noun.stop, 3) if not self.is_modifier(model)]
        at = noun.start
        while at > first and (
            tokens[at - 1].text == "'" or (tokens[at - 1].key == "s" and tokens[at - 1].glued)
        ):
            at -= 1
        model = self.ending.get(at)
        named = model is not None and (at < noun.start or not model.value.known)
        for light in range(noun.start - 1, max(first, noun.start - FEW) - 1, -1):
            if tokens[light].key in listed("light"):
                return self.subjects(light)  # Foo had its public debut
        return [model] if model is not None and named else []

    def is_modifier(self, model: Mention[Entity]) -> bool:
        """Whether a model only says what another thing is: ``the Foo app``, ``the Foo coder, Foo 3``."""
        at = self.page.token_at(model.span.end)
        word = self.page.tokens[at].key if at < self.passage.end else ""
        return word in nouns("things") or (at + 2 in self.starting and self.page.tokens[at + 1].text == ",")

    def _is_member(self, model: Mention[Entity]) -> bool:
        """Whether a model is called after a series that the sentence names as well."""
        ids = {name.value.id for name in self.named if name.value != model.value}
        return any(model.value.id.startswith(f"{one}-") for one in ids)

    def _relative(self, at: int) -> list[Mention[Entity]]:
        """The model that a relative clause is about: ``Foo, which Acme released``."""
        tokens, end = self.page.tokens, helpers(self.page, self.passage.first, at)
        for index in range(end - 1, max(self.passage.first, end - PLAIN) - 1, -1):
            if tokens[index].key in ("which", "that"):
                return self.subjects(index + 1) or self.antecedent(index)
            if tokens[index].kind == "mark" and tokens[index].text not in ("-", "'"):
                break
        return []

    def _put(self, verb: range) -> list[Mention[Entity]]:
        """What is put somewhere: ``pushed Foo to Bar``, ``Foo: Acme put this small model on Bar``."""
        tokens = self.page.tokens
        live = self.objects(verb.stop, NEAR) or self.anaphor(verb.stop)
        end = self.page.token_at(live[-1].span.end) if live else self.passage.end
        words = [token.key for token in tokens[end : min(end + NOT_FAR, self.passage.end)]]
        if words and (
            (words[0] in listed("live") and words[1:2] != ["of"])
            or (words[0] == "into" and not listed("into").isdisjoint(words))
            or words[:2] == ["on", "sale"]
        ):
            return live  # pushed Foo live
        start, reach = (end, REACH) if live else (verb.stop, NEAR)  # put Foo, a coder for phones, | on
        last = min(self.passage.end - 1, start + reach)
        on = next((at for at in range(start, last) if tokens[at].key in ONTO), None)
        place = (self.page.name_at(on + 1) or self.page.name_at(on + 2)) if on is not None else None
        named = place is not None and place.value.kind in ("platform", "product")
        if on is None or not (
            named or hints("channels") & {token.key for token in tokens[on : on + NOT_FAR]}
        ):
            return []
        objects = live or self.objects(verb.stop, on - verb.stop)
        definite = place is not None and tokens[verb.stop].key in ("the", "its")
        meant = definite or tokens[on - 1].key in ("model", "it", "coder")
        return objects or (self.meant(verb.stop, on) if meant and len(self.topics) == 1 else [])

    def _is_place_or_day(self, at: int) -> bool:
        """Whether what stands behind a verb does not make it mean something else: ``joins the team``."""
        if at >= self.passage.end:
            return True
        key = self.page.tokens[at - 1].key
        name = self.page.name_at(at) or (self.page.name_at(at + 1) if at + 1 < self.passage.end else None)
        ranked = {token.key for token in self.page.tokens[at : at + 2]} & listed("ranked")
        if ranked and key == "out":
            return False  # came out on top
        if key in ("joins", "joined", "to", "drops", "on", "enters", "entered"):
            if key == "to" and name is None:
                whom = self.page.tokens[at]
                return whom.key in listed("invited") or (whom.text.islower() and whom.key.endswith("s"))
            placed = name is not None and name.value.kind in ("platform", "product", "organisation")
            near = {token.key for token in self.page.tokens[at : at + PLAIN]}
            placed = placed or not near.isdisjoint(listed("catalogues"))
            return placed or (key == "on" and self.page.tokens[at - 2].key not in ("been", "is", "are"))
        return True

    def _has_maker(self, at: int) -> bool:
        """Whether somebody is there to release something."""
        before = last_before(self.passage.names, self.page.tokens[at].start)
        if any(name.value.kind in MAKERS or name.value == self.page.subject for name in before):
            return True
        words = {token.key for token in self.page.tokens[max(self.passage.first, at - NEAR) : at]}
        return not words.isdisjoint(listed("companies"))

    def _behind_opening(self, verb: range) -> list[Mention[Entity]]:
        """The model behind a participle: ``Released on Monday, | Foo is free``, ``Shown next was | Foo``."""
        for at in range(verb.stop, min(self.passage.end, verb.stop + REACH)):
            if self.page.tokens[at].key in BE:
                return self.objects(at + 1, 2)
            if self.page.tokens[at].text == ",":
                owner = self.page.name_at(at + 1)
                owned = owner is not None and is_possessive(self.page, owner)
                start = self.page.token_at(owner.span.end) + 2 if owner is not None and owned else at + 1
                if start in self.starting:
                    return [self.starting[start]]
        return []
