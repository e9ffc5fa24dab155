"""Which models a sentence brings out: verbs of release with their subjects or objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cue_spans, cues, cues_in, is_possessive, last_before
from ...english.posts import STOPS
from ...english.stretches import BE, covering, helpers, is_denied
from ...page import Page, Passage

__all__ = ["ADJUNCTS", "BREAKS", "Launches", "Release"]

CLAUSAL: Final = frozenset(("what", "how", "whether", "that", "plans"))
"""A verb with one of these behind it brings out no thing."""
TRANSITIVE: Final = frozenset(("releases", "unveils", "hosts", "made"))
MAKERS: Final = frozenset(("organisation", "person"))
RIVALS: Final = frozenset(("model", "model_family", "product", "platform"))
ASIDE: Final = frozenset(
    "on by with from to against than like using over via including as beside unlike that at behind"
    " beyond after before about how why whether alongside into in between because saying said where when"
    " while who which".split()
)
HALTS: Final = ASIDE | BE | (STOPS - {"at"})
ADJUNCTS: Final = ASIDE | {"of", "in", "for"}
"""Behind these stands what a verb is not about."""
BREAKS: Final = frozenset((";",))
SERIES: Final = frozenset(
    "series family families line lineup line-up range generation checkpoints weights".split()
)
GOES_ON: Final = frozenset(
    "on in via as under for today yesterday this last to and at with through after before by early late"
    " next from when while but alongside just two three within beside openly quietly".split()
)
INVITED: Final = frozenset(
    ("invited", "selected", "select", "developers", "testers", "customers", "subscribers")
)
VERSIONS: Final = frozenset(("preview", "beta", "version", "weights", "checkpoint", "checkpoints"))
COMPANIES: Final = frozenset("company lab it firm laboratory team group start-up startup".split())
EPITHETS: Final = frozenset(
    ("the", "open", "weight", "new", "smaller", "larger", "its", "hosted", "-", "'", "s")
)
RANKED: Final = frozenset("top ahead first best last favour favor".split())
WEIGHTS: Final = frozenset(("weights", "checkpoints"))
NOT_YET: Final = frozenset(
    "ahead before until till pending planned upcoming next expected no without possible future delay"
    " delayed delays postpone postponed cancel cancelled plan plans rumoured rumored coming eventual".split()
)
"""Before a noun of release: what it names is still to come, or will not."""
NOT_FAR: Final = 4
REACH: Final = 24
NEAR: Final = 9
FAR: Final = 60
MOST_MODELS: Final = 8
PLAIN: Final = 7


class Release(NamedTuple):
    """A verb with a model that it brings out, and the tokens of its own stretch."""

    cue: str
    verb: range
    model: Mention[Entity]
    start: int
    end: int


class Launches:
    """The releases of one sentence."""

    def __init__(
        self, page: Page, passage: Passage, models: frozenset[str], topic: Mention[Entity] | None
    ) -> None:
        """``topic`` is the model of which the sentence before speaks."""
        self.page = page
        self.topic = topic
        self.passage = passage
        self.models = models
        self.named: list[Mention[Entity]] = [name for name in passage.names if name.value.id in models]
        self._by_start = {page.token_at(name.span.start): name for name in self.named}
        self._by_end = {page.token_at(name.span.end): name for name in self.named}

    # -- what was released --

    def releases(self) -> Iterator[Release]:
        """The releases that the verbs of the sentence say, each with its own stretch."""
        if not self.named and self.topic is None:
            return
        found: list[tuple[str, range, list[Mention[Entity]], int]] = []
        seen: list[Mention[Entity]] = []
        for cue, first, stop in (*cues_in(self.page, self.passage, "release"), *self._weights()):
            verb = range(first, stop)
            if is_denied(self.page, self.passage.first, first):
                continue
            if cue == "nouns" and helpers(self.page, self.passage.first, first) < first:
                cue = "releases"  # will release
            models = self._of(cue, verb)
            if models:
                start = min(
                    self.page.token_at(models[0].span.start), helpers(self.page, self.passage.first, first)
                )
                found.append((cue, verb, models, start))
                seen += models
        starts = sorted(start for *_, start in found)
        for index, (cue, verb, models, start) in enumerate(found):
            after = bisect_right(starts, verb.start)
            end = starts[after] if after < len(starts) else self.passage.end
            end = self.end_of(verb, max(end, verb.stop))
            begin = self._begin(start) if index == 0 else start
            for model in models:
                yield Release(cue, verb, model, begin, max(end, verb.stop))

    def _weights(self) -> Iterator[tuple[str, int, int]]:
        """Where the weights of the sentence's own model are: ``Foo is small; its weights are on Bar``."""
        for cue, first, stop in cues_in(self.page, self.passage, "located"):
            about = cues("located").ending(self.page.tokens, first - 1) if cue == "yes" else None
            if about is not None and self.page.tokens[first - 1].key in WEIGHTS:
                yield "weights", first, stop

    def opening(self) -> Mention[Entity] | None:
        """The model that the sentence begins with."""
        found = self._first_subject(self.passage.end)
        if found or len({name.value for name in self.named}) != 1:
            return found[0] if found else None
        end = self.page.token_at(self.named[0].span.end)  # Running on it is Foo, a speech model
        told = end + 1 < self.passage.end and self.page.tokens[end].text == ","
        return self.named[0] if told and self.page.tokens[end + 1].key in ("a", "an", "its", "the") else None

    def _begin(self, start: int) -> int:
        """Where the clause of the first verb begins."""
        for at in range(start - 1, max(self.passage.first, start - FAR) - 1, -1):
            if self.page.tokens[at].text in BREAKS:
                return at + 1
        return self.passage.first

    def end_of(self, verb: range, end: int) -> int:
        """Where the clause of a verb ends, before a token."""
        for at in range(verb.stop, end):
            if self.page.tokens[at].text in BREAKS:
                return at
        return end

    def _of(self, cue: str, verb: range) -> list[Mention[Entity]]:
        """The models that a verb brings out: its objects, or its subjects where it has none."""
        first = self.passage.first
        if self.page.tokens[min(verb.stop, self.passage.end - 1)].key in CLAUSAL:
            return []  # previewing what Foo will be
        if cue == "puts":
            return self._put(verb)
        if cue == "nouns":
            return self._of_noun(verb)
        if cue == "members":
            return [model for model in self._objects(verb.stop, REACH) if self._is_member(model)]
        if cue == "weights":
            own = list(islice(last_before(self.named, self.page.tokens[verb.start].start), 1))
            if own or self.topic is None:
                return own
            span = self.page.span(verb.start - 1, verb.start)
            return [Mention(span, self.page.quote(span), self.topic.value)]
        if cue == "inverted":
            found = self._objects(verb.stop, 3)
            ends = verb.stop >= self.passage.end or self._ends_here(verb.stop)
            return found or (self._subjects(verb.start) if ends else [])
        if cue in TRANSITIVE and verb.start == first and self.passage.is_prose:
            return self._behind_opening(verb) or self._behind_be(verb)
        passive = any(
            t.key in BE for t in self.page.tokens[helpers(self.page, first, verb.start) : verb.start]
        )
        if cue in TRANSITIVE and not passive:
            objects = self._objects(verb.stop, REACH) if self._has_maker(verb.start) else []
            if cue == "made" and objects:
                behind = self.page.token_at(objects[-1].span.end)
                what = {token.key for token in self.page.tokens[behind : behind + 4]}
                staged = any(cue_spans(self.page, behind, min(behind + 4, self.passage.end), "stage"))
                return objects if staged or what & {"available", "accessible", "public"} else []
            if objects or cue == "made":
                return objects
            if relative := self._relative(verb.start):
                return relative
            if verb.stop < self.passage.end and not self._ends_here(verb.stop):
                return []
        subjects = self._subjects(verb.start)
        if cue == "available" and not subjects and self.page.tokens[verb.start - 1].text in ("—", "–", ","):
            subjects = self._first_subject(verb.start)
        if cue == "out" and not self._is_place_or_day(verb.stop):
            return []
        return subjects

    def _of_noun(self, noun: range) -> list[Mention[Entity]]:
        """The models of a noun: ``the release of Foo``, ``Foo's debut``; not what is still to come."""
        tokens, first = self.page.tokens, self.passage.first
        if not NOT_YET.isdisjoint(
            token.key for token in tokens[max(first, noun.start - NOT_FAR) : noun.start]
        ):
            return []
        if noun.stop < self.passage.end and tokens[noun.stop].text == ":":
            return self._objects(noun.stop + 1, 2)
        if tokens[noun.stop - 1].key == "of":
            return self._objects(noun.stop, 3)
        at = noun.start
        while at > first and (
            tokens[at - 1].text == "'" or (tokens[at - 1].key == "s" and tokens[at - 1].glued)
        ):
            at -= 1
        model = self._by_end.get(at)
        return [model] if model is not None and at < noun.start else []

    def _is_member(self, model: Mention[Entity]) -> bool:
        """Whether a model is called after a series that the sentence names as well."""
        ids = {name.value.id for name in self.named if name.value != model.value}
        return any(model.value.id.startswith(f"{one}-") for one in ids)

    def _relative(self, at: int) -> list[Mention[Entity]]:
        """The model that a relative clause is about: ``Foo, which Acme released``."""
        tokens, end = self.page.tokens, helpers(self.page, self.passage.first, at)
        for index in range(end - 1, max(self.passage.first, end - PLAIN) - 1, -1):
            if tokens[index].key in ("which", "that"):
                return self._subjects(index + 1) or self._antecedent(index)
            if tokens[index].kind == "mark" and tokens[index].text not in ("-", "'"):
                break
        return []

    def _antecedent(self, at: int) -> list[Mention[Entity]]:
        """What a relative clause is about, wherever it stands: ``for Foo, a coder | that Acme opened``."""
        name = next(iter(last_before(self.passage.names, self.page.tokens[at].start)), None)
        if name is None or name.value.id not in self.models:
            return []
        end = self.page.token_at(name.span.end)
        apposed = end + 1 < at and self.page.tokens[end].text == "," and at - end <= REACH // 2
        return [name] if apposed and self.page.tokens[end + 1].key in ("a", "an", "its", "the") else []

    def _behind_be(self, verb: range) -> list[Mention[Entity]]:
        """``Shown next to it was Foo``: what stands behind the verb of a participle that opens a sentence."""
        for at in range(verb.stop, min(self.passage.end, verb.stop + NEAR)):
            if self.page.tokens[at].text == ",":
                break
            if self.page.tokens[at].key in BE:
                return self._objects(at + 1, 2)
        return []

    def _put(self, verb: range) -> list[Mention[Entity]]:
        """What is put somewhere: ``put Foo on Bar``, ``Foo: Acme put this small model on Bar``."""
        tokens, last = self.page.tokens, min(self.passage.end - 1, verb.stop + NEAR)
        on = next((at for at in range(verb.stop, last) if tokens[at].key == "on"), None)
        place = self.page.name_at(on + 1) if on is not None else None
        if on is None or place is None or place.value.kind not in ("platform", "product"):
            return []
        objects = self._objects(verb.stop, on - verb.stop)
        if objects or tokens[on - 1].key not in ("model", "it", "coder"):
            return objects
        meant = next(iter(last_before(self.named, tokens[verb.start].start)), None)
        if meant is not None or self.topic is None:
            return [meant] if meant else []
        span = self.page.span(verb.stop, on)
        return [Mention(span, self.page.quote(span), self.topic.value)]

    def _is_place_or_day(self, at: int) -> bool:
        """Whether what stands behind a verb does not make it mean something else: ``joins the team``."""
        if at >= self.passage.end:
            return True
        key = self.page.tokens[at - 1].key
        name = self.page.name_at(at) or (self.page.name_at(at + 1) if at + 1 < self.passage.end else None)
        if key == "out" and self.page.tokens[min(at + 1, self.passage.end - 1)].key in RANKED:
            return False  # came out on top
        if key in ("joins", "joined", "to", "drops", "on"):
            if key == "to" and name is None:
                return self.page.tokens[at].key in INVITED
            placed = name is not None and name.value.kind in ("platform", "product", "organisation")
            return placed or (key == "on" and self.page.tokens[at - 2].key not in ("been", "is", "are"))
        return True

    def _ends_here(self, at: int) -> bool:
        """Whether no object can follow at a token."""
        token = self.page.tokens[at]
        return token.kind in ("mark", "number", "newline") or token.key in GOES_ON

    def _has_maker(self, at: int) -> bool:
        """Whether somebody is there to release something."""
        before = last_before(self.passage.names, self.page.tokens[at].start)
        if any(name.value.kind in MAKERS or name.value == self.page.subject for name in before):
            return True
        words = {token.key for token in self.page.tokens[max(self.passage.first, at - NEAR) : at]}
        return not words.isdisjoint(COMPANIES)

    def _objects(self, at: int, reach: int) -> list[Mention[Entity]]:
        """The models named behind a verb, up to the first other thing: ``Foo, a coder, and Foo Mini``."""
        page, found = self.page, list[Mention[Entity]]()
        last = min(self.passage.end, at + reach)
        index = self._behind_colon(at, last)
        while index < last and len(found) < MOST_MODELS:
            token = page.tokens[index]
            model = self._by_start.get(index)
            if model is not None and not is_possessive(page, model):
                found.append(model)
                index = page.token_at(model.span.end)
                if index < self.passage.end and page.tokens[index].key == "models":
                    found.pop()
                    break
                following = self._next_of_list(index)
                if following is None:
                    break
                index, last = following, min(self.passage.end, following + NEAR)
                continue
            name = page.name_at(index)
            if name is not None and name.value.kind in RIVALS and name.value.id not in self.models:
                break
            if token.key in ASIDE or (
                token.kind == "mark" and token.text not in ("-", "'", ",", "&", "“", '"', "(")
            ):
                break
            if token.text == "," and not found and not self._names_a_model(index):
                break
            index = page.token_at(name.span.end) if name is not None else index + 1
        return found

    def _behind_colon(self, at: int, last: int) -> int:
        """Where a list of models begins: ``two models at once: Foo and Bar``; else the token itself."""
        for index in range(at, last - 1):
            if self.page.tokens[index].text == ":":
                return index + 1 if index + 1 in self._by_start else at
            if index in self._by_start:
                return at
        return at

    def _names_a_model(self, comma: int) -> bool:
        """Whether a comma stands between a word for models and a model: ``a new coder, Foo``."""
        found = cues("modelling").ending(self.page.tokens, comma - 1)
        return found is not None and found[0] in ("nouns", "kin") and comma + 1 in self._by_start

    def _next_of_list(self, at: int) -> int | None:
        """Where a list of models goes on behind one, over an apposition; None where it ends."""
        tokens = self.page.tokens
        for index in range(at, min(self.passage.end, at + REACH)):
            text = tokens[index].text
            if index == at and text not in (",", "and", "&", "plus", "(", "/"):
                return None
            behind = index + 1
            if text in ("and", "&", "plus", "/") or (text == "," and behind in self._by_start):
                for other in range(behind, min(behind + NEAR, self.passage.end)):
                    if other in self._by_start:
                        return behind
                    if self.page.name_at(other) is not None or tokens[other].key in HALTS:
                        break
            elif text == ";" or tokens[index].key in ("which", "who", "but"):
                return None
        return None

    def _behind_opening(self, verb: range) -> list[Mention[Entity]]:
        """``Released on Monday under a free licence, Foo ...``: the model behind the comma."""
        for at in range(verb.stop, min(self.passage.end, verb.stop + REACH)):
            if self.page.tokens[at].text == "," and at + 1 in self._by_start:
                return [self._by_start[at + 1]]
        return []

    # -- subjects --

    def _subjects(self, at: int) -> list[Mention[Entity]]:
        """The models that stand before a verb: ``Foo, a coder, was released``, ``Foo and Bar came out``."""
        tokens, first = self.page.tokens, self.passage.first
        end = helpers(self.page, first, at)
        if end > first and tokens[end - 1].key in ("which", "that"):
            end -= 1
        if end > first and tokens[end - 1].text in (":", "–", "—") and self.passage.is_prose:
            end -= 1
        if end > first and tokens[end - 1].text in (",", ")"):
            closing = end - 1
            found = self._ending(closing)
            if found and tokens[closing].text == ",":
                return found
            for opening in range(closing - 1, max(first, closing - FAR) - 1, -1):
                found = self._ending(opening) if tokens[opening].text in (",", "(") else []
                if found:
                    return found
            return []
        found = self._ending(end) or self._pronoun(end)
        if found:
            return found
        if end > first and tokens[end - 1].key in ("and", "but"):
            return self._first_subject(end - 1)
        for index in range(end - 1, max(first, end - PLAIN) - 1, -1):  # the Foo speech series
            if tokens[index].kind not in ("word", "number") and tokens[index].text not in ("-", "("):
                break
            if tokens[index].key in STOPS or tokens[index].key == "models":
                break
            found = self._ending(index)
            if found:
                between = {t.key for t in tokens[index:end]}
                return found if between & SERIES or not self._is_other(end) else []
        return []

    def _pronoun(self, end: int) -> list[Mention[Entity]]:
        """The model of the sentence before, where this one begins with ``it`` or ``the model``."""
        first, tokens = self.passage.first, self.page.tokens
        words = {token.key for token in tokens[first:end]}
        if self.topic is None or end - first > 2 or not words & {"it", "model", "family", "series", "both"}:
            return []
        span = self.page.span(first, end)
        return [Mention(span, self.page.quote(span), self.topic.value)]

    def _is_other(self, end: int) -> bool:
        """Whether the words behind a name make it another thing: ``the Foo app``."""
        last = self.page.tokens[end - 1].key
        return last not in ("model", "coder", "version", "preview", "itself", "both")

    def _first_subject(self, end: int) -> list[Mention[Entity]]:
        """The model that the sentence begins with."""
        for model in self.named[:1]:
            start = self.page.token_at(model.span.start)
            if start - self.passage.first <= 2 and start < end and not self._is_adjunct(start - 1):
                return [model]
        return []

    def _ending(self, end: int) -> list[Mention[Entity]]:
        """The models whose names end before a token, the first of a list first."""
        found: list[Mention[Entity]] = []
        while len(found) < MOST_MODELS:
            end = self._unbracketed(end)
            model = self._by_end.get(end)
            if model is None:
                break
            found.insert(0, model)
            at = self.page.token_at(model.span.start) - 1
            while at >= self.passage.first and self._is_epithet(at):
                at -= 1
            tokens = self.page.tokens
            if at < self.passage.first or tokens[at].text not in ("and", ",", "&"):
                if self._is_adjunct(at) and not self._is_version(at):
                    return []
                break
            end = at - 1 if at > 0 and tokens[at - 1].text == "," else at
        return found

    def _unbracketed(self, end: int) -> int:
        """Where a phrase ends without the parentheses behind it: ``Foo (8B)``."""
        tokens = self.page.tokens
        if end > self.passage.first and tokens[end - 1].text == ")":
            near = range(end - 2, max(self.passage.first, end - NEAR), -1)
            return next((at for at in near if tokens[at].text == "("), end)
        return end

    def _is_adjunct(self, at: int) -> bool:
        """Whether the last words up to a token begin an adjunct: ``built on the smallest``; days are none."""
        for index in range(at, max(self.passage.first, at - 3) - 1, -1):
            token = self.page.tokens[index]
            if token.kind != "word" or covering(self.passage.dates, token.start):
                return False
            if token.key in ADJUNCTS:
                return True
        return False

    def _is_version(self, at: int) -> bool:
        """Whether words up to a token make a model of themselves: ``a preview of`` Foo."""
        tokens = self.page.tokens
        return tokens[at].key == "of" and tokens[at - 1].key in VERSIONS

    def _is_epithet(self, at: int) -> bool:
        """Whether a word before a name belongs to it: ``the open-weight Foo``, ``Acme's new Foo``."""
        token = self.page.tokens[at]
        inside = covering(self.named, token.start) is not None
        return not inside and token.key in EPITHETS
