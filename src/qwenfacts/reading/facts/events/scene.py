"""A sentence as a scene of something that happens: who is in it, and what lies around a word."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ....values import Span
from ...english.cast import is_authority
from ...english.clauses import Clauses, clauses_of, is_possessive, last_before
from ...english.nouns import verb_forms
from ...english.nounwords import is_adverb
from ...english.phrases import BREAKS, OBLIQUE, Who, nouns, words_of
from ...english.verbs import STOPS, Verb, split_verbs_in
from ...wordclasses import ADNOMINALS, COORDINATORS, FINITE, FUNCTION_WORDS, RELATIVES
from .actors import ADJUNCTS, COMPANIES, THINGS, Actors, is_company, is_person, is_thing, listed

__all__ = [
    "COMPANIES",
    "FISCAL",
    "MODELS",
    "THINGS",
    "Found",
    "Happening",
    "Scene",
    "by_list",
    "is_company",
    "is_person",
    "is_thing",
    "listed",
]

MODELS: Final = frozenset(("model", "model_family"))
FISCAL: Final = frozenset(("quarter", "fiscal_quarter", "fiscal_year", "half", "year"))
"""The precisions of periods that results can be for."""
JOINING: Final = COORDINATORS | {"then", "while"}
VERBS: Final = FINITE | frozenset(
    "heard said won took made went came fell rose grew told cut hired"
    " sold bought plans lost met got gave put left set saw".split()
)
ENDS: Final = STOPS - {"("}
ASTRAY: Final = OBLIQUE - {"of", "to", "and"}
NEAR: Final = 9


class Happening(NamedTuple):
    """Something that happens: its kind, whom it is about, the token to date it by, and what says it.

    ``names``: the mentions that it is built from; ``told``: other fields of the event.
    """

    kind: EventKind
    subject: Entity
    at: int
    span: Span
    names: tuple[Mention[Entity], ...] = ()
    told: tuple[tuple[str, object], ...] = ()
    sure: bool = True
    """Whose it is is told, not only supposed."""
    parts: tuple[Entity, ...] = ()
    """What it is told to be made of."""


Found = Iterator[Happening]
Told = Mention[Entity] | Entity | str | None
Reading = TypeVar("Reading", bound=Callable[..., Found])


def by_list(*readings: Reading) -> dict[str, Reading]:
    """Readings of words by the list of ``events.toml`` that each is called after."""
    return {reading.__name__.lstrip("_"): reading for reading in readings}


class Scene(Actors):
    """A sentence, heading or row while its events are read."""

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return clauses_of(self.page, self.passage)

    @property
    def happenings(self) -> list[Verb]:
        """The verbs of events, in text order; of one verb what stands around its object first."""
        split = split_verbs_in(self.page, self.passage, "events", "verbs")
        found = [verb for verb in split if not self.is_quoted(verb.start)]
        plain = self.verbs("events")
        return sorted([*found, *plain], key=lambda verb: verb.start) if found else plain

    @cached_property
    def _cues(self) -> dict[tuple[str, str], list[tuple[str, int]]]:
        return {}

    def cues(self, name: str, group: str) -> list[tuple[str, int]]:
        """The phrases of a group of a lexicon file here: the list of each, and the token behind it."""
        found = self._cues.get((name, group))
        if found is None:
            cues = self.page.phrases_in(self.passage, words_of(name, group))
            found = self._cues[name, group] = [(kind, end) for kind, _, end in cues]
        return found

    def happening(
        self,
        kind: EventKind,
        subject: Entity,
        words: range | Verb,
        *parts: Mention[Entity] | Who | None,
        **told: Told,
    ) -> Happening:
        """An event said by some words, with the quote that holds all that was used."""
        said = range(words.start, words.end) if isinstance(words, Verb) else words
        at = said.stop if self.token(said.stop - 1).text == ":" else said.start
        tokens, names = [said.start, said.stop - 1], list[Mention[Entity]]()
        for part in parts:
            if isinstance(part, Who):
                tokens += [part.first, part.end - 1]
                names += [part.mention] if part.mention else []
            elif part is not None:
                tokens += [self.begins(part), self.ends(part) - 1]
                names.append(part)
        values = {name: one.value if isinstance(one, Mention) else one for name, one in told.items()}
        fields = tuple((name, value) for name, value in values.items() if value and value != subject)
        return Happening(kind, subject, at, self.span(*tokens), tuple(names), fields)

    # -- who --

    def agents(self, verb: Verb) -> Iterator[Mention[Entity]]:
        """Who does it, behind the ``by`` of a passive."""
        for at in range(verb.end, min(self.stop, verb.end + 4 * NEAR)):
            if self.token(at).text in ENDS:
                return
            done = self.token(at - 1).key
            other = at > verb.end and (done in listed("led") or done.endswith("ed"))
            if self.token(at).key == "by" and not other and (name := self._held(at + 1)) is not None:
                yield name

    def behind(
        self, at: int, across: Container[str] = (), accepts: Callable[[Entity], bool] = is_company
    ) -> Mention[Entity] | None:
        """The first accepted name behind a token that is no adjunct."""
        return self.object(at, accepts, across)

    def after(self, at: int, *prepositions: str, far: int = 2 * NEAR) -> Mention[Entity] | None:
        """The name right behind one of some prepositions, behind a token, before another verb."""
        for index in range(at, min(self.stop, at + far)):
            token = self.token(index)
            if token.text in STOPS or (token.key in JOINING and self._is_verb(index + 1)):
                return None
            if token.key in prepositions and (name := self._held(index + 1)) is not None:
                return name
        return None

    def _held(self, at: int) -> Mention[Entity] | None:
        """The name at a token, or whose place it only says: ``France's | Acme``."""
        name = self.name_at(at)
        placed = name is not None and name.value.kind == "place" and self.token(self.ends(name)).text == "'"
        return (self.name_at(self.ends(name) + 2) if name is not None and placed else None) or name

    def _is_verb(self, at: int) -> bool:
        """Whether a word is a verb that goes on with the same subject: ``and heard from``."""
        token = self.token(at)
        if token.kind != "word" or not token.text.islower():
            return False
        form = verb_forms("verbs").get(token.key) or verb_forms("does").get(token.key)
        return form in ("past", "third") or token.key.endswith("ed") or token.key in VERBS

    def company_after(self, at: int, *prepositions: str, far: int = 2 * NEAR) -> Mention[Entity] | None:
        """The same, if it is a company; behind ``with`` also a cloud that goes by its own name."""
        name = self.after(at, *prepositions, far=far)
        if name is None:
            return None
        cloud = name.value.kind == "platform" and self.token(self._before(name)).key == "with"
        return name if cloud or is_company(name.value) else None

    def place_after(self, at: int, *prepositions: str, far: int = 1) -> Mention[Entity] | None:
        """The same, if a thing can be had there."""
        name = self.after(at, *prepositions, far=far)
        return name if name is not None and name.value.kind in ("place", "platform") else None

    def joined(self, name: Mention[Entity] | None, stop: int | None = None) -> Iterator[Mention[Entity]]:
        """A name with those that ``and`` and commas join to it: ``Foo, a hub, and Bar``."""
        behind = name
        for other in (name, *(self.list_from(self.ends(name), stop) if name else ())):
            if other is None or behind is None or (stop is not None and self.begins(other) >= stop):
                return
            if other is not behind and not self.joins(behind, other):
                return
            if not is_possessive(self.page, other):  # Foo, Acme's hub,
                yield other
                behind = other

    def joins(self, one: Mention[Entity], other: Mention[Entity]) -> bool:
        """Whether what stands between two names only joins them, over what the first one is."""
        words = [self.token(at).key for at in range(self.ends(one), self.begins(other))]
        while words and words[-1] in ADNOMINALS:
            words.pop()
        if set(words) <= {",", "and", "&"}:
            return bool(words)
        if "and" not in words or len(words) > 2 * NEAR:
            return False
        at = len(words) - 1 - words[::-1].index("and")
        apposed = at == 0 or words[:at] == [","] or (words[0] == "," and words[1] in ADNOMINALS)
        behind = words[at + 1 :]
        described = not behind or (
            behind[0] in ADNOMINALS and len(behind) <= NEAR // 2 and OBLIQUE.isdisjoint(behind)
        )
        return apposed and described

    def affected(
        self, verb: Verb, who: Who | None, accepts: Callable[[Entity], bool], across: Container[str] = ("of",)
    ) -> list[Mention[Entity]]:
        """Whom something is done to: objects; the subject of a passive; ``a phone launched on Monday``.

        Also what a relative clause is about, ``a hub that Acme opened``, and what stands behind the verb in
        ``Shown next to it was Foo`` and ``Out came Foo``.
        """
        if not verb.passive:
            name = self.behind(verb.end, across, accepts)
            if name is not None and self.token(self.begins(name) - 1).kind == "number":
                return []  # shipped 300 Foos
            if name is not None:
                return [one for one in self.joined(name) if accepts(one.value)]
            relative = who is not None and self.token(who.first - 1).key in RELATIVES
            if who is not None and relative and not self.has_object(verb.end):
                name = self.antecedent(who.first)
                return [name] if name is not None and accepts(name.value) else []
        if who is None or who.entity is None or not accepts(who.entity):
            return []
        if not verb.passive and self.has_object(verb.end):
            return []
        named = who.mention
        if named is None:
            return [Mention(self.span(who.first, who.end - 1), "", who.entity)]
        stop = verb.first if who.first < verb.first else None
        return [one for one in self.joined(named, stop) if accepts(one.value)]

    @cached_property
    def stages(self) -> list[tuple[str, int, int]]:
        """The words for a stage that only products have, ``in beta``, with their first token and the next."""
        return list(self.page.phrases_in(self.passage, words_of("cues", "stage")))

    def is_modifier(self, name: Mention[Entity]) -> bool:
        """Whether a noun follows a name, which only says what kind it is: ``Foo accelerators``."""
        token = self.token(self.ends(name))
        plain = token.kind == "word" and token.text.islower() and not is_adverb(token.key)
        return plain and token.key not in FUNCTION_WORDS | OBLIQUE | ADJUNCTS

    @property
    def concerned(self) -> Entity:
        """What the story is about, where that is a company or thing; else the company of the report."""
        main = self.page.main.get(self.passage.story)
        if main is None or main.kind not in COMPANIES | THINGS or is_authority(main):
            return self.company
        return main

    def other_than(self, company: Entity) -> Entity:
        """The other side of what a company does with somebody who is not named: who was spoken of before."""
        told = self.concerned
        if told.kind in THINGS:
            told = next(self.page.owners(told), self.company)
        return told if is_company(told) and told.kind != "person" and told != company else self.company

    def is_body(self, name: Mention[Entity]) -> bool:
        """Whether a name is of a unit, fund or alliance, by its last word or by what it is called."""
        if name.value.known:
            return False
        last = name.text.casefold().rpartition(" ")
        if name.value.kind in THINGS:
            return last[0] != "" and last[2] in listed("lasting_body")
        if last[0] and last[2] in listed("body"):
            return True
        return self.described.calls(name.value, listed("body"))

    def is_site(self, name: Mention[Entity]) -> bool:
        """Whether a name is called a site: ``Foo, a stage in Oslo``, ``the Foo plant``."""
        if name.value.known:
            return False
        words = name.text.casefold().split()
        numbered = len(words) > 1 and not listed("facility").isdisjoint(words)
        return numbered or self.described.calls(name.value, listed("facility"))

    def is_inside(self, place: Mention[Entity]) -> bool:
        """Whether a place only says where another is, or a preposition leads to it: ``Lyon, France``."""
        before = self.begins(place) - 1
        where = self.name_to(before - 1) if self.token(before).text == "," else None
        return self.is_oblique(place) or (where is not None and where.value.kind == "place")

    def is_called_model(self, entity: Entity) -> bool:
        """Whether the page calls a thing a model: its release is no launch."""
        return not entity.known and self.described.calls(entity, listed("model"))

    def is_called_thing(self, name: Mention[Entity]) -> bool:
        """Whether a name is known or said to be of a product."""
        if name.value.kind in THINGS or name.value.kind in ("dataset", "benchmark"):
            return True
        things = nouns("things") | listed("code", "product")
        return not name.value.known and self.described.calls(name.value, things)

    def is_firm(self, entity: Entity) -> bool:
        """Whether it can do business, also what looks like a thing, but is called a company here."""
        firms = nouns("company") | listed("body")
        return is_company(entity) or (not entity.known and self.described.calls(entity, firms))

    def is_bought(self, entity: Entity) -> bool:
        """Whether somebody can buy it or do business with it."""
        if entity.kind in COMPANIES or entity.kind == "platform":
            return True
        return not entity.known and (entity.kind in ("other", "product") or self.is_firm(entity))

    def is_company_noun(self, at: int) -> bool:
        """Whether words for the company of the report start at a token: ``the company``, ``it``."""
        if self.token(at).key in ("it", "them"):
            return True
        return self.token(at).key == "the" and self.token(at + 1).key in nouns("company")

    def firm_of(self, who: Who | None) -> Entity | None:
        """The company that does something."""
        cloud = who is not None and who.entity is not None and who.entity.kind == "platform"
        return who.entity if who and who.entity and (cloud or self.is_firm(who.entity)) else None

    def whole(self, entity: Entity) -> Entity:
        """The company that the report is about for a unit of it; anything else itself."""
        return self.company if self.company in self.page.owners(entity) else entity

    def before(self, at: int) -> Iterator[Mention[Entity]]:
        """The last few names before a token, the nearest first."""
        return last_before(self.passage.names, self.page.tokens[at].start)

    # -- what --

    def noun(self, at: int, kinds: Iterable[str], far: int = NEAR) -> int | None:
        """The token of the first such noun behind a token, in its clause, not in an adjunct of it."""
        for index in range(at, min(self.stop, at + far)):
            token = self.page.tokens[index]
            if token.key in kinds:
                return index
            if token.text in STOPS or token.key in BREAKS or token.key in ASTRAY:
                return None
        return None

    def word(self, words: Container[str], at: int, end: int) -> int | None:
        """The first token of some that is one of some words; tokens beyond the sentence are none."""
        tokens = self.page.tokens
        near = range(max(at, self.first), min(end, self.stop))
        return next((index for index in near if tokens[index].key in words), None)

    def has(self, words: Container[str], at: int, end: int) -> bool:
        """Whether one of some words stands among some tokens."""
        return self.word(words, at, end) is not None
