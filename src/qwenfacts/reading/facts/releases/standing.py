"""Where models stand in a sentence: as the subjects of its verbs, or as their objects."""

from __future__ import annotations

from functools import cache
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cues, is_possessive, last_before
from ...english.posts import STOPS
from ...english.stretches import BE, covering, helpers
from ...page import Draft, Page, Passage
from ...spans import within
from ...wording import table

__all__ = [
    "ADJUNCTS",
    "BREAKS",
    "FAR",
    "MEANT",
    "MOST_LATEST",
    "NEAR",
    "PLAIN",
    "REACH",
    "WEIGHTS",
    "Models",
    "hints",
    "listed",
    "model_of",
]


@cache
def listed(name: str) -> frozenset[str]:
    """One of the word lists of ``releases.toml``."""
    return frozenset(table("releases")["releases"][name])


@cache
def hints(name: str) -> frozenset[str]:
    """Words of one kind that go with a release: ``prices``, ``channels`` …."""
    return frozenset(table("releases")["hints"][name])


RIVALS: Final = frozenset(("model", "model_family", "product", "platform"))
ASIDE: Final = listed("aside")
HALTS: Final = ASIDE | BE | (STOPS - {"at"})
ADJUNCTS: Final = ASIDE | {"of", "in", "for"}
"""Behind these stands what a verb is not about."""
BREAKS: Final = frozenset((";",))
GOES_ON: Final = listed("goes_on")
EPITHETS: Final = listed("epithets")
REACH: Final = 24
NEAR: Final = 9
FAR: Final = 60
MOST_LATEST: Final = 8
"""A sentence goes on about the last releases, not about all before it."""
OPENERS: Final = frozenset("which that while when where because whereas after before since as".split())
BESIDES: Final = frozenset("on upon from of with than like".split())
STANDING: Final = frozenset("it they them both each".split())
DEFINITE: Final = frozenset("the this its their these all every each".split())
WEIGHTS: Final = frozenset(("weights", "checkpoints"))
SEVERAL: Final = WEIGHTS | frozenset("they them both family series pair duo trio quartet".split())
MEANT: Final = SEVERAL | listed("meant")
"""Nouns that stand for a model of which the sentence before speaks."""
MOST_MODELS: Final = 8
PLAIN: Final = 7


def model_of(draft: Draft) -> Entity:
    """What a release is of."""
    model = draft.fields["model"]
    assert isinstance(model, Entity)
    return model


class Models:
    """The models that a sentence names, with those that stand before and behind its verbs."""

    def __init__(
        self, page: Page, passage: Passage, models: frozenset[str], topics: tuple[Entity, ...] = ()
    ) -> None:
        """``topics`` are the models of which the sentence before speaks."""
        self.page = page
        self.topics = topics
        self.passage = passage
        self.models = models
        named = (name for name in passage.names if name.value.id in models)
        self.named: list[Mention[Entity]] = [name for name in named if not self._is_edition(name)]
        self.starting: dict[int, Mention[Entity]] = {
            page.token_at(name.span.start): name for name in self.named
        }
        self.ending: dict[int, Mention[Entity]] = {page.token_at(name.span.end): name for name in self.named}

    def _is_edition(self, name: Mention[Entity]) -> bool:
        """Whether a name is only part of that of a product: ``Foo for Finance``."""
        at = self.page.token_at(name.span.end)
        words = self.page.tokens[at : min(at + 2, self.passage.end)]
        versioned = any(character.isdigit() for character in name.text)
        edition = len(words) > 1 and words[0].key == "for" and words[1].text[:1].isupper()
        return not versioned and (edition or " for " in name.text)

    def begin(self, start: int) -> int:
        """Where the clause of the first verb begins."""
        for at in range(start - 1, max(self.passage.first, start - FAR) - 1, -1):
            if self.page.tokens[at].text in BREAKS:
                return at + 1
        return self.passage.first

    def antecedent(self, at: int) -> list[Mention[Entity]]:
        """What a relative clause is about, wherever it stands: ``for Foo, a coder | that Acme opened``."""
        name = next(iter(last_before(self.passage.names, self.page.tokens[at].start)), None)
        if name is None or name.value.id not in self.models:
            return []
        end = self.page.token_at(name.span.end)
        apposed = end + 1 < at and self.page.tokens[end].text == "," and at - end <= REACH // 2
        return [name] if apposed and self.page.tokens[end + 1].key in ("a", "an", "its", "the") else []

    def ends_here(self, at: int) -> bool:
        """Whether no object can follow at a token."""
        token = self.page.tokens[at]
        dated = covering(self.passage.dates, token.start) is not None
        return dated or token.kind in ("mark", "number", "newline") or token.key in GOES_ON

    def objects(self, at: int, reach: int) -> list[Mention[Entity]]:
        """The models named behind a verb, up to the first other thing: ``Foo, a coder, and Foo Mini``."""
        page, found = self.page, list[Mention[Entity]]()
        last = min(self.passage.end, at + reach)
        index = self._behind_colon(at, last)
        while index < last and len(found) < MOST_MODELS:
            token = page.tokens[index]
            model = self.starting.get(index)
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
            text = self.page.tokens[index].text
            if text == ":":
                return index + 1 if index + 1 in self.starting else at
            if index in self.starting:
                return at
        return at

    def _names_a_model(self, comma: int) -> bool:
        """Whether a comma stands between a word for models and a model: ``a new coder, Foo``."""
        found = cues("modelling").ending(self.page.tokens, comma - 1)
        return found is not None and found[0] != "release" and comma + 1 in self.starting

    def _next_of_list(self, at: int) -> int | None:
        """Where a list of models goes on behind one, over an apposition; None where it ends."""
        tokens = self.page.tokens
        for index in range(at, min(self.passage.end, at + REACH)):
            text = tokens[index].text
            if index == at and text not in (",", "and", "&", "plus", "(", "/", "for"):
                return None
            if tokens[at].key == "for" and index in self.starting:
                return None
            behind = index + 1
            listed = text == "," and behind in self.starting
            listed = listed or (text in (",", "and") and self._goes_on(at, behind))
            if listed:
                return behind
            if text in ("and", "&", "plus", "/"):
                for other in range(behind, min(behind + NEAR, self.passage.end)):
                    if other in self.starting:
                        return behind
                    if self.page.name_at(other) is not None or tokens[other].key in HALTS:
                        break
            elif text == ";" or tokens[index].key in ("which", "who", "but"):
                return None
        return None

    def _goes_on(self, at: int, behind: int) -> bool:
        """Whether a list goes on with a relative of the model before: ``Foo 2 Max, | a small Foo 2 Lite``."""
        end = min(behind + PLAIN, self.passage.end)
        last = self.ending.get(at)
        following = next(
            (self.starting[index] for index in range(behind, end) if index in self.starting), None
        )
        if last is None or following is None or self.page.tokens[behind].key not in ("a", "an", "the", "its"):
            return False
        return last.value.id.rpartition("-")[0] == following.value.id.rpartition("-")[0] != ""

    def subjects(self, at: int) -> list[Mention[Entity]]:
        """The models that stand before a verb: ``Foo, a coder, was released``, ``Foo and Bar came out``."""
        tokens, first = self.page.tokens, self.passage.first
        end = helpers(self.page, first, at)
        end += end < at and tokens[end].key == "both"
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
                if not found and tokens[opening].text == "," == tokens[closing].text:
                    found = self._pronoun(opening)
                if found:
                    return found
            return []
        found = self._ending(end) or self._pronoun(end)
        if found:
            return found
        if end > first and tokens[end - 1].key in ("and", "but"):
            opening = self.begin(end - 1) + 1
            return self.first_subject(end - 1) or (
                self._pronoun(opening) if tokens[opening - 1].key in STANDING else []
            )
        for index in range(end - 1, max(first, end - PLAIN) - 1, -1):  # the Foo speech series
            if tokens[index].kind not in ("word", "number") and tokens[index].text not in ("-", "("):
                break
            if tokens[index].key in STOPS or tokens[index].key == "models":
                break
            found = self._ending(index)
            if found:
                between = {t.key for t in tokens[index:end]}
                return found if between & listed("series") or not self._is_other(end) else []
        called = cues("modelling").ending(tokens, end - 1)
        postponed = called is not None and called[0] == "nouns"
        postponed = postponed or (tokens[at].key.endswith("ed") and end == at and self.ends_here(at + 1))
        return self.antecedent(end) if postponed else []

    def _pronoun(self, end: int) -> list[Mention[Entity]]:
        """The models of the sentence before, where ``it`` or ``the model`` ends before a token."""
        tokens = self.page.tokens
        first = max(end - 1, self.passage.first)
        if tokens[first].key not in STANDING:
            if tokens[first].key not in MEANT and cues("modelling").ending(tokens, first) is None:
                return []
            low = max(self.passage.first, end - PLAIN)
            while first > low and not self._is_definite(first):
                if self._is_aside(first) or self.page.name_at(first) is not None:
                    return []
                first -= 1
            bare = not self._is_definite(first)
            if bare and not (tokens[end - 1].key in WEIGHTS and end - 1 == self.passage.first):
                return []
            if first > self.passage.first and tokens[first - 1].key in ADJUNCTS - OPENERS:
                return []  # the news of the model
        return self.meant(first, end)

    def meant(self, first: int, end: int) -> list[Mention[Entity]]:
        """The topics that a pronoun or a noun phrase stands for: all, the one, or the last."""
        last, span = self.page.tokens[end - 1].key, self.page.span(first, end)
        several = last in SEVERAL or last.endswith("s")
        topics = self.topics if several else self.topics[-1:]
        compared = any(token.key in listed("other_sizes") for token in self.page.tokens[first:end])
        own = self.first_subject(first) or [
            name
            for name in list(last_before(self.named, span.start))[:1]
            if self.page.tokens[self.page.token_at(name.span.start) - 1].key not in BESIDES
        ]
        if not several and last not in STANDING and (compared or (len(self.topics) > 1 and not own)):
            return []  # the model, the smaller one
        topics = (own[0].value,) if own else topics
        if last == "both" and len(topics) != 2:
            return []
        return [Mention(span, self.page.quote(span), topic) for topic in topics]

    def _is_aside(self, at: int) -> bool:
        """Whether an adjunct begins at a word; not in ``the on-device``."""
        return self.page.tokens[at].key in ASIDE and self.page.tokens[at + 1].text != "-"

    def _is_definite(self, at: int) -> bool:
        """Whether a word opens a phrase for what was spoken of: ``the model``, ``Acme's | model``."""
        token = self.page.tokens[at]
        return token.key in DEFINITE or (token.key == "s" and token.glued)

    def anaphor(self, at: int) -> list[Mention[Entity]]:
        """The topics that an object stands for: ``published | the weights``, ``put it``."""
        tokens = self.page.tokens
        if at >= self.passage.end or not (self.topics or self.named):
            return []
        if tokens[at].key in ("it", "them", "both"):
            return self.meant(at, at + 1)
        if tokens[at].key not in DEFINITE:
            return []
        for index in range(at + 1, min(at + PLAIN, self.passage.end)):
            key = tokens[index].key
            mark = tokens[index].kind == "mark" and key != "-"
            if self._is_aside(index) or mark or self.page.name_at(index) is not None:
                break
            if key in MEANT and tokens[min(index + 1, self.passage.end - 1)].key not in ("of", "for", "'"):
                return self.meant(at, index + 1)
        return []

    def _is_other(self, end: int) -> bool:
        """Whether the words behind a name make it another thing: ``the Foo app``."""
        last = self.page.tokens[end - 1].key
        return last not in ("model", "coder", "version", "preview", "itself", "both")

    def first_subject(self, end: int) -> list[Mention[Entity]]:
        """The model that the sentence begins with."""
        first = self.begin(end)
        for model in within(self.named, self.page.span(first, max(end, first + 1)))[:1]:
            start = self.page.token_at(model.span.start)
            opens = start - first <= 2 or (start - first <= PLAIN and self._names_a_model(start - 1))
            if opens and start < end and not self._is_adjunct(start - 1):
                return [model]
        return []

    def _ending(self, end: int) -> list[Mention[Entity]]:
        """The models whose names end before a token, the first of a list first."""
        found: list[Mention[Entity]] = []
        while len(found) < MOST_MODELS:
            end = self._unbracketed(end)
            model = self.ending.get(end)
            if model is None:
                break
            found.insert(0, model)
            at = self.page.token_at(model.span.start) - 1
            while at >= self.passage.first and self._is_epithet(at):
                at -= 1
            tokens = self.page.tokens
            if at < self.passage.first or tokens[at].text not in ("and", ",", "&"):
                if self._is_adjunct(at) and not self._is_version(at) and not self._is_absolute(at):
                    return []
                break
            end = at - 1 if at > 0 and tokens[at - 1].text == "," else at
        return found

    def list_start(self, model: Mention[Entity]) -> int:
        """Where the list of models begins that one stands in: ``against | Foo, Bar and`` Baz."""
        at, tokens = self.page.token_at(model.span.start), self.page.tokens
        while tokens[at - 1].text in (",", "and", "or"):
            before = self.ending.get(at - 1 - (tokens[at - 2].text == ","))
            if before is None:
                break
            at = self.page.token_at(before.span.start)
        return at

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
            if index == at and token.key in OPENERS:
                return False
            if token.key in ADJUNCTS:
                return True
        return False

    def _is_version(self, at: int) -> bool:
        """Whether words up to a token make a model of themselves: ``a preview of`` Foo."""
        tokens = self.page.tokens
        return tokens[at].key in ("of", "for") and tokens[at - 1].key in listed("versions")

    def _is_absolute(self, at: int) -> bool:
        """Whether words up to a token open a clause of their own: ``With`` Foo now live, Acme."""
        opens = at == self.passage.first or self.page.tokens[at - 1].text in (",", "—", "–")
        return opens and self.page.tokens[at].key == "with"

    def _is_epithet(self, at: int) -> bool:
        """Whether a word before a name belongs to it: ``the open-weight Foo``, ``Acme's new Foo``."""
        token = self.page.tokens[at]
        inside = covering(self.named, token.start) is not None
        return not inside and token.key in EPITHETS
