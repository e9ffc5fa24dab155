"""What the words around a name tell of the kind of thing that it names: votes, added up over a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from ...tokens import Token, peek
from ..wordclasses import (
    ADNOMINALS,
    APPOSITIVES,
    BE,
    COORDINATORS,
    DO,
    FUTURE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from .naming import is_general, listed, roles, verbs_on_s, words
from .telling import ACTORS, Kind, Vote, nouns, phrases, verbs

__all__ = ["votes"]

BEFORE_A_NAME: Final = frozenset(("the", "a", "an", "its", "new", "own", "their", "both", "“", '"'))
APPOSED: Final = frozenset((",", "(", "—", "–"))
CLOSES: Final = frozenset((",", ".", ";", ")", "—", "–", ":", "", "\n"))
BECOMES: Final = BE | frozenset("became becomes become remains remained".split())
HELPERS: Final = HAVE | DO | MODALS | {"to"}
PLAIN: Final = frozenset("in on at via through".split())
"""Prepositions that alone tell little."""
NEVER_BEFORE_PEOPLE: Final = PLAIN | {"into", "inside", "onto", "within"}
STOPS: Final = PREPOSITIONS | RELATIVES | SUBORDINATORS | COORDINATORS | BE | HAVE | FUTURE
"""What ends the noun phrase that says what a name is."""
LONGEST: Final = 12
NEAR: Final = 8
FAR: Final = 40
SENTENCE_ENDS: Final = (".", "!", "?", "\n", "•", "\r\n")


# -- votes -------------------------------------------------------------------------------------


def votes(tokens: Sequence[Token], first: int, end: int, *, person: bool = False) -> Iterator[Vote]:
    """What the words around one mention of a name tell of its kind; ``person``: it may be a surname.

    >>> from qwenfacts.tokens import tokenize
    >>> list(votes(tokenize("It launched Foo, a video model, on Friday."), 2, 3))
    [Vote(kind='thing', weight=3), Vote(kind='model', weight=8), Vote(kind='like a model', weight=2)]
    """
    around = _Around(tokens, first, end, person=person)
    if first and tokens[first - 1].key in ("the", "a", "an"):
        yield Vote("person", -4)
    yield from around.noun_before()
    yield from around.words_before()
    yield from around.noun_behind()
    yield from around.apposition()
    yield from around.deed()
    yield from around.maker()
    yield from around.sizes()
    yield from around.next_sentence()


class _Around:
    """A name, and what stands around it."""

    def __init__(self, tokens: Sequence[Token], first: int, end: int, *, person: bool) -> None:
        self.tokens, self.first, self.end = tokens, first, end
        at = first - 1
        while at >= 0 and tokens[at].key in BEFORE_A_NAME:
            at -= 1
        self.is_owned = at > 0 and tokens[at].key == "s" and tokens[at - 1].text == "'"
        if self.is_owned:
            at -= 2
            while at > 0 and tokens[at].text[0].isupper():
                at -= 1
        self.before = at
        """The token before the name and its article or owner."""
        own = tokens[first:end]
        self.may_be_person = person or (
            1 < len(own) < 6
            and own[0].text != "The"
            and (len(own[-1].text) > 1 or own[-1].text == "X")
            and all(token.kind == "word" or token.text in "-.'" for token in own)
            and all(token.text.istitle() or token.text.islower() or token.kind == "mark" for token in own[1:])
            and (own[0].text.istitle() or not own[0].text[2:])  # "JB Roe"
            and not is_general(own[-1].key)
        )
        self.is_given = listed(own[0].key, "given_names")

    def _key(self, at: int) -> str:
        return peek(self.tokens, at).key

    # -- before the name --

    def noun_before(self) -> Iterator[Vote]:
        """``chipmaker Foo``, ``its assistant, Foo,``, ``a model called Foo``, ``start-ups such as Foo``."""
        tokens, at = self.tokens, self.first - 1
        if at < 0:
            return
        key = tokens[at].key
        if key == "as" or key in words("naming_verbs", "naming_nouns"):
            yield from self._called(at)
            return
        if tokens[at].text in ("“", '"', "'"):
            at -= 1
        found = nouns().ending(tokens, at)
        if found is not None and found[0] != "person" and self._is_title(found, at):
            yield Vote(found[0], 5 if self._key(found[1] - 1) not in PREPOSITIONS else 3)
        if key == "," and self._key(self.end) in CLOSES:
            found = self._head_before(at - 1)
            if found is not None and (found[0] != "person" or self.may_be_person):
                yield Vote(found[0], 6)
        if key == ":":
            found = nouns().ending(tokens, at - 1)
            if found is not None and self._key(at - 1).endswith("s"):
                yield Vote(_one_of(found[0]), 3)

    def _is_title(self, found: tuple[Kind, int], at: int) -> bool:
        """Whether a noun right before the name belongs to it; in capitals it may head a column."""
        heads = self.tokens[found[1]].text[0].isupper() and found[0] not in ACTORS
        several = self._key(self.end) in ("and", ",", "or")
        lone = self.tokens[at].key.endswith("s") and not several  # "tests Foo"
        return not (heads or lone) and not self.tokens[at + 1].glued and self.tokens[at].kind == "word"

    def _called(self, at: int) -> Iterator[Vote]:
        """``a model, called Foo``; ``an app of theirs known as Foo``."""
        low = max(0, at - NEAR)
        helping = words("naming_verbs", "naming_nouns") | BE | {",", "it", "as", "under", "the"}
        while at > low and self._key(at) in helping:
            at -= 1
        while at > low and (self.tokens[at].kind in ("word", "number") or self.tokens[at].text in ",-"):
            found = nouns().ending(self.tokens, at)
            if found is not None:
                yield Vote(found[0], 5)
                return
            at -= 1

    def _head_before(self, at: int) -> tuple[Kind, int] | None:
        """What a noun phrase that ends here is: ``a sibling for handsets``, ``the head of the data team``."""
        found = nouns().ending(self.tokens, at)
        for index in range(at, max(-1, at - NEAR), -1):
            key = self._key(index)
            if key in PREPOSITIONS:
                found = nouns().ending(self.tokens, index - 1) or found
            elif (key in APPOSITIVES or key == "s") and self._key(index - 1) not in ("of", "at"):
                return found
            elif peek(self.tokens, index).kind not in ("word", "number") and key not in "-$€£%":
                break
        return None

    def words_before(self) -> Iterator[Vote]:
        """``unveiled Foo``, ``built on Foo``, ``shares in Foo``, ``Acme's Foo``."""
        at = self.before
        if at < 0:
            return
        key = self._key(at)
        if self.is_owned:
            yield Vote("thing", 1)
        verb = verbs("done_to", "base", "third", "past", "participle", "gerund").ending(self.tokens, at)
        if verb is not None:
            for kind in verb[0]:
                if kind != "person":
                    yield Vote(kind, 3 if kind == "thing" else 2)
                elif self.may_be_person:
                    yield Vote("person", 3)
        if key in ("said", "says", "added", "wrote", "told", "asked", "argued"):
            yield Vote("person" if self.may_be_person else "organisation", 2)
        phrase = phrases("before").ending(self.tokens, at)
        if phrase is not None:
            for kind in phrase[0]:
                if kind != "person" or self.may_be_person:
                    yield Vote(kind, 3 if phrase[1] < at else 2)
        elif key in ("on", "via", "through", "inside", "within"):
            yield Vote("thing", 1)
        elif key == "in":
            yield Vote("place", 1)
        if key in ("of", "at", "from", "for") and self._are_people(at - 1):
            yield Vote("organisation", 6 if key == "at" else 3)
        if key == "at" or key in NEVER_BEFORE_PEOPLE:
            yield Vote("person", -6 if key == "at" else -3)
        if key == "on" and self._is_scored():
            yield Vote("benchmark", 2)

    def _are_people(self, at: int) -> bool:
        """Whether a noun says who somebody is: ``director``, ``bankers``."""
        noun = nouns().ending(self.tokens, at)
        return roles().ending(self.tokens, at) is not None or (noun is not None and noun[0] == "person")

    def _is_scored(self) -> bool:
        """Whether the words around speak of points."""
        around = range(max(0, self.first - LONGEST), min(self.end + LONGEST, len(self.tokens)))
        return any(self.tokens[at].key in words("score_words") for at in around)

    # -- behind the name --

    def noun_behind(self) -> Iterator[Vote]:
        """``the Foo benchmark``, ``Foo shares``, ``Foo's chief``, ``Foo's weights``."""
        tokens, at = self.tokens, self.end
        if self._key(at) == "'":
            if self._key(at + 1) == "s":
                yield from self._owned(at + 2)
            return
        if peek(tokens, at).glued or not peek(tokens, at).text.islower():
            return
        phrase = phrases("behind").starting(tokens, at)
        noun = nouns().starting(tokens, at)
        if phrase is not None and (noun is None or noun[1] <= phrase[1]):
            for kind in phrase[0]:
                yield Vote(kind, 2)
        opener = self._key(self.first - 1)
        if noun is not None and noun[0] in ACTORS and (opener in ("a", "an") or self._is_from(at, opener)):
            yield Vote("place", 4)  # "a Foo company"
        elif noun is not None and noun[0] == "place" and opener == "the":
            yield Vote("place", 2)  # "the Foo site"
        elif noun is not None and noun[0] != "place":
            plural = self._key(noun[1] - 1).endswith("s")
            counted = plural and not any(token.kind == "number" for token in tokens[self.first : at])
            yield Vote(noun[0], 1 if counted else 3)

    def _is_from(self, at: int, opener: str) -> bool:
        """``the Foo company``: whether a name between article and noun can only be where that company is."""
        return opener == "the" and self._key(at) in ("company", "firm", "start", "startup", "upstart")

    def _owned(self, at: int) -> Iterator[Vote]:
        """Whose something is that companies have, or products."""
        found: tuple[tuple[Kind, ...], int] | None = None
        for index in range(at, at + 4):
            if not peek(self.tokens, index).text.islower():
                break
            noun = nouns().starting(self.tokens, index)
            found = phrases("behind").starting(self.tokens, index) or found
            if noun is not None and found is None:
                found = ("organisation",), index
        for kind in found[0] if found is not None else ():
            yield Vote(kind, 3)

    def maker(self) -> Iterator[Vote]:
        """``Foo from Acme``, ``Foo by Acme``."""
        if self._key(self.end) in ("from", "by") and peek(self.tokens, self.end + 1).text[:1].isupper():
            yield Vote("thing", 0 if self.may_be_person else 2)

    def sizes(self) -> Iterator[Vote]:
        """Parameters, tokens and weights in the words around, which models have."""
        for step, start in ((1, self.end), (-1, self.first - 1)):
            for at in range(start, start + step * NEAR, step):
                token = peek(self.tokens, at)
                if token.kind == "newline" or token.text in (".", ";"):
                    break
                if token.key in words("model_signs"):
                    yield Vote("like a model", 2)
                    break

    def next_sentence(self) -> Iterator[Vote]:
        """``Foo opened in May. The firm …``: what the opening name is called in the next sentence."""
        tokens, first = self.tokens, self.first
        if not any(tokens[at].text in SENTENCE_ENDS for at in range(max(0, first - 4), first)) and first > 3:
            return
        for at in range(self.end, min(self.end + FAR, len(tokens) - 1)):
            if tokens[at].kind == "newline" or (
                tokens[at].text[0].isupper() and not tokens[at].text.isupper()
            ):
                return
            if tokens[at].text in (".", "?", "!") and not tokens[at + 1].glued:
                if tokens[at + 1].text in ("The", "This"):
                    noun = nouns().starting(tokens, at + 2)
                    if noun is not None and noun[0] not in ("person", "place", "other", "incident"):
                        yield Vote(noun[0], 2)
                return

    def apposition(self) -> Iterator[Vote]:
        """``Foo, a Berlin start-up``, ``Foo (FO), a body of five``, ``Foo is a maker of``."""
        at = self._behind_brackets()
        key = self._key(at)
        labels = key == ":" and self._key(at + 1) in ("a", "an")  # "Foo: a model that"
        if key not in BECOMES and key not in APPOSED and not labels:
            return
        closing = (
            key in APPOSED and self._key(self.before) in PREPOSITIONS and self._key(at + 1) not in ("a", "an")
        )
        at += 1
        while self._key(at) in words("inner_adverbs"):
            at += 1
        start = self._behind_article(at, key)
        if start is not None:
            yield from self._head(start, closing=closing)

    def _behind_brackets(self) -> int:
        """The token behind the name and a short form in parentheses."""
        if self._key(self.end) == "(" and self._key(self.end + 2) == ")":
            return self.end + 3
        return self.end

    def _behind_article(self, at: int, opener: str) -> int | None:
        """Where the noun phrase goes on behind its article or owner: ``a``, ``Acme's``; a role needs none."""
        if self._key(at) in APPOSITIVES:
            return at + 1
        if opener not in APPOSED:
            return None
        for index in range(at, at + 5):
            token = peek(self.tokens, index)
            if token.text == "'" and self._key(index + 1) == "s" and index > at:
                return index + 2
            if not token.text[:1].isupper():
                break
        key = self._key(at)
        told = listed(key, "told_of_people", "subject_verbs") or key in verbs_on_s()
        bare = peek(self.tokens, at).text.islower() and not told
        return at if bare and (self.may_be_person or opener == "(") else None

    def _head(self, at: int, *, closing: bool) -> Iterator[Vote]:
        """What the head of a noun phrase says; ``closing``: only if a comma or stop ends that phrase."""
        tokens, limit = self.tokens, min(at + LONGEST, len(self.tokens))
        found: Kind | None = None
        role, group, start = False, False, at
        while at < limit:
            token = tokens[at]
            noun = nouns().starting(tokens, at)
            titled = role and roles().starting(tokens, at) is not None  # chief designer, of whom firms may be
            if self.may_be_person and roles().starting(tokens, at):
                role = role or self.is_given or noun is None or noun[0] == "person"
            if noun is not None and (noun[0] != "person" or self.may_be_person):
                found, at = noun
                person = found == "person" and peek(tokens, at).text != "-"  # a driver-assistance platform
                role = person or (role and (titled or found == "person" or self.is_given))
                group = group or tokens[at - 1].key in words("group_nouns")
                continue
            if token.text == "'":
                found, role, group = None, False, False  # the company's | new router
            group = group or token.key in words("group_nouns")
            if group and token.key in words("data_nouns"):
                found = "dataset"
            if token.key == "of" and group:
                at += 1 + (self._key(at + 1) in ADNOMINALS)  # the third generation of its | chip
                continue
            joined = peek(tokens, at + 1).text == "-" or peek(tokens, at - 1).text == "-"  # pay-as-you-go
            if (
                (token.key in STOPS and not joined)
                or token.key in APPOSITIVES
                or not (token.kind in ("word", "number") or token.text in "-'$€£%")
            ):
                break
            at += 1
        if closing and self._key(at) not in CLOSES:
            return
        role = role or (self.may_be_person and self._key(at) == "at")  # "a partner at"
        if role:
            yield Vote("person", 5)
        elif found is None and at > start and self._key(at) in ("that", "which"):
            yield Vote("thing", 2)  # "a widget that"
            yield Vote("person", -4)
        if found is not None and found != "person":
            yield Vote("model_family" if found == "model" and group else found, 3 if role else 8)

    def deed(self) -> Iterator[Vote]:
        """``Foo hired``, ``Foo scored``, ``Foo was released``, ``Foo, who``."""
        if self._key(self.before) in PREPOSITIONS:
            return
        tokens, at = self.tokens, self._behind_brackets()
        if self._key(at) == ",":
            if self._key(at + 1) in ("who", "whom"):
                yield Vote("person" if self.may_be_person else "organisation", 4)
                return
            if self._key(at + 1) not in ("which", "that"):
                return
            yield Vote("person", -4)
            at += 2
        helped = is_ = False
        while self._key(at) in HELPERS or self._key(at) in BE or self._key(at) in words("inner_adverbs"):
            helped = helped or self._key(at) in HELPERS
            is_ = is_ or self._key(at) in BE
            at += 1
        if self._key(at + 1) == "its":
            yield Vote("person", -3)  # "dropped its plan"
        elif self._key(at + 1) in ("his", "her") and self.may_be_person:
            yield Vote("person", 4)
        if is_:
            found = phrases("suffers").starting(tokens, at)
        elif helped:
            found = verbs("does", "base", "past", "participle").starting(tokens, at)
        else:
            found = verbs("does", "third", "past").starting(tokens, at)
        if found is None:
            return
        for kind in found[0]:
            yield from self._done(kind, usual=self._key(at).endswith("s"))

    def _done(self, kind: Kind | Literal["speaker"], *, usual: bool) -> Iterator[Vote]:
        """What a deed tells; people do what companies do, but not as a rule: ``Foo makes pens``."""
        if kind == "speaker":
            yield Vote("organisation", 1)
            kind = "person"
        if kind == "organisation" and self.may_be_person and not usual:
            yield Vote("organisation", 1)
            yield Vote("person", 1)
        elif kind != "person":
            yield Vote(kind, 2)
        elif self.may_be_person:
            yield Vote("person", 2)


def _one_of(kind: Kind) -> Kind:
    """What one of several is that are called so together."""
    return "model" if kind == "model_family" else kind
