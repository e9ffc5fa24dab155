"""A sentence as a scene of something that happens: who is in it, and what lies around a word."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ....values import Span
from ...english.clauses import Clauses, clauses_of, last_before
from ...english.phrases import BREAKS, OBLIQUE, Sentence, Who, nouns, words_of
from ...english.verbs import STOPS, Verb
from ...wording import table

__all__ = ["COMPANIES", "MODELS", "THINGS", "Happening", "Scene", "is_company", "is_thing", "listed"]

MODELS: Final = frozenset(("model", "model_family"))
THINGS: Final = frozenset(("product", "platform"))
COMPANIES: Final = frozenset(("organisation", "body"))
UNKNOWN: Final = frozenset(("organisation", "person", "other"))
PARTS: Final = frozenset("lab laboratory unit division group team business".split())
LONE: Final = 2
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


def is_thing(entity: Entity) -> bool:
    """Whether somebody can launch it: a product, or what no lexicon knows to be something else."""
    return entity.kind in THINGS or (not entity.known and entity.kind in UNKNOWN)


def is_company(entity: Entity) -> bool:
    """Whether it can do business: an organisation, or what no lexicon knows to be a person."""
    return entity.kind in COMPANIES or (not entity.known and entity.kind in ("person", "other"))


def listed(*kinds: str) -> frozenset[str]:
    """The nouns of some lists of ``events.toml``."""
    return frozenset(noun for kind in kinds for noun in table("events")["nouns"][kind])


class Scene(Sentence):
    """A sentence, heading or row while its events are read."""

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        return clauses_of(self.page, self.passage)

    @cached_property
    def _cues(self) -> dict[tuple[str, str], list[tuple[str, int]]]:
        return {}

    def cues(self, name: str, group: str) -> list[tuple[str, int]]:
        """The phrases of a group of a lexicon file here: the list of each, and the token behind it."""
        found = self._cues.get((name, group))
        if found is None:
            phrases, tokens = words_of(name, group), self.page.tokens
            openings = phrases.openings()
            starts = (at for at in range(self.first, self.stop) if tokens[at].key in openings)
            hits = (phrases.starting(tokens, at) for at in starts)
            found = self._cues[name, group] = [hit for hit in hits if hit]
        return found

    @property
    def company(self) -> Entity:
        """The company that the report is about."""
        subject = self.page.subject
        return subject if subject.kind == "organisation" else self.page.company_of(subject)

    def happening(
        self,
        kind: EventKind,
        subject: Entity,
        at: int,
        words: range,
        *parts: Mention[Entity] | Who | None,
        **told: object,
    ) -> Happening:
        """An event said by some words, with the quote that holds all that was used."""
        tokens, names = [words.start, words.stop - 1], list[Mention[Entity]]()
        for part in parts:
            if isinstance(part, Who):
                tokens += [part.first, part.end - 1]
                names += [part.mention] if part.mention else []
            elif part is not None:
                tokens += [self.begins(part), self.ends(part) - 1]
                names.append(part)
        fields = tuple((name, value) for name, value in told.items() if value)
        return Happening(kind, subject, at, self.span(*tokens), tuple(names), fields)

    # -- who --

    def doer(self, verb: Verb) -> Who | None:
        """Who stands before a verb; ``the company`` and ``it`` are the one the report is about."""
        who = self.subject(verb.first)
        nobody = who is not None and (who.entity is None or who.entity.kind == "place")
        if who is not None and nobody and who.noun in nouns("company"):
            named = self._named_before(who) if who.noun in PARTS else None
            return who._replace(entity=named.value if named else self.company, mention=None)
        return who

    def _named_before(self, who: Who) -> Mention[Entity] | None:
        """What ``the lab`` means where the sentence or the one before it has named one: ``the Foo Lab``."""
        if self.token(who.first).key != "the" or who.end - who.first != LONE:
            return None
        earlier = last_before(self.page.names, self.token(who.first).start)
        return next((name for name in earlier if name.text.casefold().endswith(f" {who.noun}")), None)

    def agents(self, verb: Verb) -> Iterator[Mention[Entity]]:
        """Who does it, behind the ``by`` of a passive."""
        for at in range(verb.end, min(self.stop, verb.end + 4 * NEAR)):
            if self.token(at).text in STOPS - {"("}:
                return
            if self.token(at).key == "by" and (name := self.name_at(at + 1)) is not None:
                yield name

    def behind(
        self, at: int, across: Container[str] = (), accepts: Callable[[Entity], bool] = is_company
    ) -> Mention[Entity] | None:
        """The first accepted name behind a token that is no adjunct."""
        return self.object(at, accepts, across)

    def after(self, at: int, *prepositions: str, far: int = 2 * NEAR) -> Mention[Entity] | None:
        """The name right behind one of some prepositions, behind a token."""
        for index in range(at, min(self.stop, at + far)):
            if self.token(index).text in STOPS:
                return None
            if self.token(index).key in prepositions and (name := self.name_at(index + 1)) is not None:
                return name
        return None

    def company_after(self, at: int, *prepositions: str, far: int = 2 * NEAR) -> Mention[Entity] | None:
        """The same, if it is a company."""
        name = self.after(at, *prepositions, far=far)
        return name if name and is_company(name.value) else None

    def joined(self, name: Mention[Entity] | None) -> Iterator[Mention[Entity]]:
        """A name with those that ``and`` and commas join to it."""
        behind = name
        for other in (name, *(self.list_from(self.ends(name)) if name else ())):
            if other is None or behind is None:
                return
            between = self.page.text[behind.span.end : other.span.start].replace(",", " ").split()
            if not set(between) <= {"and", "&"}:
                return
            yield other
            behind = other

    def before(self, at: int) -> Iterator[Mention[Entity]]:
        """The last few names before a token, the nearest first."""
        return last_before(self.passage.names, self.page.tokens[at].start)

    def is_oblique(self, name: Mention[Entity]) -> bool:
        """Whether a preposition stands before a name."""
        return self.token(self._before(name)).key in OBLIQUE

    # -- what --

    def noun(self, at: int, kinds: Iterable[str], far: int = NEAR) -> int | None:
        """The token of the first such noun behind a token, in its clause, not in an adjunct of it."""
        for index in range(at, min(self.stop, at + far)):
            token = self.token(index)
            if token.key in kinds:
                return index
            if token.text in STOPS or token.key in BREAKS or token.key in OBLIQUE - {"of", "to", "and"}:
                return None
        return None

    def has(self, words: Container[str], at: int, end: int) -> bool:
        """Whether one of some words stands among some tokens."""
        return any(self.token(index).key in words for index in range(at, end))
