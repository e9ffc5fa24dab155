"""The names of one text as they are found: what each means, and what it is called elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from attrs import define, field

from ...entities import Entity, EntityKind, slug
from ...lexicon import Lexicon
from ...tokens import Phrases, peek
from .casing import LONGEST, Casing, is_calendar_word
from .kinds import MODELS, kinds_of
from .members import Bearers, members_alone
from .naming import Guess, is_general, listed, words
from .shapes import sized, stem_end
from .telling import ACTORS, THINGS

__all__ = ["Register"]

LINED: Final = ("model", "model_family", "product")
MAKERS: Final = ("organisation", "model_family", "platform", "product", "model")
WHOLES: Final = ("organisation", "body", "incident", "other")
MOST_ALIASES: Final = 16
MOST_MAKERS: Final = 8
MOST: Final = 64
LISTS: Final = frozenset(("and", "or", "to", ","))
LONGEST_SOURCE: Final = 80
STAGES: Final = frozenset(("preview", "beta", "alpha"))
"""Last words of a model's name that only say how far it is, where the text names it before."""
VERSION_ALONE: Final = re.compile(r"[A-Z]\d+(?:\.\d+)?(?:-|$)")
ASIAN_SCRIPTS: Final = "\u2e80"


@define
class _Unknown:
    """A name that no lexicon has, while what the text tells of it is put together."""

    name: str
    kind: EntityKind
    weight: int
    parent: str | None = None
    aliases: dict[str, None] = field(factory=dict[str, None])

    def entity(self, key: str) -> Entity:
        return Entity(key, self.kind, self.name, tuple(self.aliases), self.parent, known=False)

    def call(self, name: str) -> None:
        """Note another name."""
        if name != self.name and len(self.aliases) < MOST_ALIASES:
            self.aliases[name] = None


class Register:
    """The names found so far.

    - ``short``: what names are called after they were there in full, and ``short_starts`` the first words;
    - ``people``: the words of people's names;
    - ``acronyms``: what the initials of unknown bodies and companies mean here, whatever they mean elsewhere.
    """

    def __init__(self, casing: Casing, lexicon: Lexicon, sources: Mapping[str, Entity]) -> None:
        self._casing = casing
        self._lexicon = lexicon
        self._by_id, self._by_name = lexicon.entities.by_id, lexicon.entities.by_name
        self._sources = sources
        self._found: list[tuple[int, int, str]] = []  # first, end, id
        self._unknown: dict[str, _Unknown] = {}
        self._shortened: set[str] = set()
        self._in_prose: set[str] = set()
        self._stems: set[str] = set()  # what names of several members of a family begin with
        heads = zip(casing.tokens[:LONGEST], casing.headings, strict=False)
        title = [token.text for token, heading in heads if heading]
        self._titled = dict(itertools.pairwise(title))  # whom the text is about, with the word behind
        self.short: dict[str, str] = {}
        self.short_starts: set[str] = set()
        self.people: set[str] = set()
        self.acronyms: dict[str, str] = {}

    # -- entering --

    def named(self, name: str) -> Entity | None:
        """The entity of the lexicon that has a name."""
        return self._by_name.get(name.casefold())

    def key_of(self, name: str, guess: Guess, parent: str | None = None) -> str:
        """The id that a name gives; an unknown one is noted, and its surest kind counts."""
        known = self.named(name)
        key = known.id if known else slug(name)
        if key not in self._by_id:
            unknown = self._unknown.setdefault(key, _Unknown(name, *guess, parent))
            unknown.call(name)
            if guess.weight > unknown.weight:
                unknown.kind, unknown.weight = guess
        return key

    def new(self, first: int, end: int, guess: Guess, parent: str | None = None) -> int:
        """Take a name that may be unknown."""
        return self.take(first, end, self.key_of(self._casing.written(first, end), guess, parent))

    def take(self, first: int, end: int, key: str) -> int:
        """Enter a name; answer the token after it and the other form that stands in parentheses."""
        self.enter(first, end, key)
        casing = self._casing
        if key in self._unknown and self._unknown[key].kind in ACTORS:
            initials = "".join(token.text[0] for token in casing.tokens[first:end] if token.text[0].isupper())
            if len(initials) > 2:
                self.acronyms.setdefault(initials, key)
        if casing.text(end) != "(" or casing.text(end + 2) != ")" or casing.taken[end + 1]:
            return end
        if not self._is_other_form(first, end):
            return end
        other = casing.text(end + 1)
        self._call(other, key)
        if key in self._unknown:
            self._unknown[key].call(other)
        self._enter(end + 1, end + 2, key)
        return end + 3

    def _is_other_form(self, first: int, end: int) -> bool:
        """``Competition Board (CB)``, ``Roe (罗)``: whether what stands in parentheses is the same name."""
        casing = self._casing
        short = casing.tokens[end + 1]
        if short.kind != "word":
            return False
        if short.text[-1] >= ASIAN_SCRIPTS:
            return True
        known = casing.known_at(end + 1) is not None or casing.is_ordinary(end + 1)
        initials = {token.text[0].upper() for token in casing.tokens[first:end]}
        return not known and 1 < len(short.text) < 8 and short.text.isupper() and short.text[0] in initials

    def enter(self, first: int, end: int, key: str) -> None:
        """Note a name, and what it will be called later."""
        self._enter(first, end, key)
        if self.kind_of(key) == "person":
            tokens = self._casing.tokens[first:end]
            self.people.update(token.text for token in tokens if len(token.text) > 1)
            surname = self._casing.written(first, end).rpartition(" ")[2]
            if "-" in surname and surname.istitle():
                self._call(surname, key)
        elif end - first > 1:
            self._shorten(first, end, key)

    def _enter(self, first: int, end: int, key: str) -> None:
        self._found.append((first, end, key))
        if not self._casing.headings[first]:
            self._in_prose.add(key)
        self._casing.take(first, end)

    def kind_of(self, key: str) -> EntityKind:
        """What an id names."""
        entity = self._unknown.get(key) or self._by_id.get(key)
        return entity.kind if entity is not None else "publication"  # one of the sources

    def entity_of(self, key: str) -> Entity:
        """What an id means, as far as was read."""
        unknown = self._unknown.get(key)
        return self._by_id[key] if unknown is None else unknown.entity(key)

    def follows_a_place(self, at: int) -> bool:
        """Whether the name before this token in a list is that of a place: ``in Pune and Surat``."""
        if not self._found or self._casing.key(at - 1) not in LISTS:
            return False
        _, end, key = self._found[-1]
        comma = end == at - 2 and self._casing.text(end) == ","
        unsure = key in self._unknown and self._unknown[key].weight < 2
        return (comma or end == at - 1) and self.kind_of(key) == "place" and not unsure

    # -- short forms --

    def _call(self, name: str, key: str) -> None:
        """Note what a name is called from now on; what was so called before keeps the name."""
        self.short.setdefault(name, key)
        first = next((at for at, char in enumerate(name) if not char.isalpha()), len(name))
        self.short_starts.add(name[:first])

    def _shorten(self, first: int, end: int, key: str) -> None:
        """``Foo Robotics`` is later ``Foo``; ``Acme Cloud 3`` of Acme is later ``Cloud 3``."""
        casing, tokens = self._casing, self._casing.tokens
        written = casing.written(first, end)
        if written in self._shortened:
            return
        self._shortened.add(written)
        stop = end
        while stop - first > 1 and (
            listed(tokens[stop - 1].key, "organisation_words") or tokens[stop - 1].key in (".", "ai")
        ):
            stop -= 1
        sure = casing.is_special(first) and self._fits_title(first)
        if key in self._unknown and " " in written and not casing.is_special(first):
            self._call(written, key)  # "Night Foo": the ordinary word belongs to it where it opens a sentence
        if key in self._unknown and stop - first == 1 and sure:
            self._call(tokens[first].text, key)
        if key in self._unknown and end - first > 2:
            self._call_by_tail(first, end, key)
        stem = first + stem_end(tokens[first:end]) if key in self._unknown else end
        if first < stem < end:
            self._name_family(first, stem, key, lone=sized(tokens[first:end]))
        rest = self._after_maker(first, end)
        alone = end - rest == 1 and (len(casing.text(rest)) < 4 or casing.key(rest) in words("not_names"))
        if rest < end and tokens[rest].text[0].isupper() and not alone:
            self._call(casing.written(rest, end), key)

    def _fits_title(self, at: int) -> bool:
        """Whether the title has what stands behind this word behind it too, if it has the word at all."""
        following = self._casing.tokens[at + 1].text
        return self._titled.get(self._casing.text(at), following) == following

    def _call_by_tail(self, first: int, end: int, key: str) -> None:
        """``Alignment Stress Team`` is later ``Stress Team``; the tail must say more than what it is."""
        casing = self._casing
        for at in range(first + 1, end - 1):
            if casing.is_capital(at) and not is_general(casing.key(at)):
                self._call(casing.written(at, end), key)

    def _after_maker(self, first: int, end: int) -> int:
        """The token after the maker or family that a name starts with, and the hyphen there."""
        for at in range(first + 1, end):
            entity = self.named(self._casing.written(first, at))
            if entity is not None and entity.kind in MAKERS:
                return at + (self._casing.text(at) == "-")
        return end

    def _name_family(self, first: int, stem: int, key: str, *, lone: bool) -> None:
        """``Foo`` for a lone ``Foo-7B``; beside a ``Foo-70B``, or behind a ``Foo``, that itself."""
        base, rest = self._casing.written(first, stem), self._after_maker(first, stem)
        alone = base not in self._stems and slug(base) not in self._in_prose
        self._stems.add(base)
        if self.named(base) is not None or not (lone or base in self.short):
            return
        meant = key if alone else self.key_of(base, Guess("model", 2), self._unknown[key].parent)
        forms = [base]
        if rest < stem and self._casing.is_special(rest):
            forms.append(self._casing.written(rest, stem))
        for form in forms:
            self.short.pop(form, None)
            self._call(form, meant)

    # -- settling --

    def settled(self) -> Iterator[tuple[int, int, Entity]]:
        """All names in order, each with the entity that it means."""
        self._find_again()
        self._complete_versions()
        self._found.sort()
        self._decide_kinds()
        self._find_members()
        self._find_bare()
        self._find_offers()
        self._found.sort()
        keys = self._meant()
        meant = frozenset(keys)
        for unknown in self._unknown.values():
            if unknown.parent in self._unknown and unknown.parent not in meant:
                unknown.parent = None  # what it was taken for is another name's
        entities = {key: unknown.entity(key) for key, unknown in self._unknown.items()}
        entities.update((source.id, source) for source in self._sources.values())
        for (first, end, _), key in zip(self._found, keys, strict=True):
            yield first, end, entities.get(key) or self._by_id[key]

    def _decide_kinds(self) -> None:
        """Give each unknown name the kind that most of the text speaks for."""
        guesses = {key: (one.name, Guess(one.kind, one.weight)) for key, one in self._unknown.items()}
        others = {key for _, _, key in self._found} - guesses.keys()
        known: dict[str, EntityKind] = {key: self.kind_of(key) for key in others}
        headings, in_prose = self._casing.headings, self._in_prose
        found = [
            one
            for one in self._found
            if not headings[one[0]] or one[2] not in in_prose or self._is_described(one[1])
        ]
        for key, kind in kinds_of(self._casing.tokens, guesses, found, known).items():
            self._unknown[key].kind = kind

    def _is_described(self, end: int) -> bool:
        """Whether an apposition stands behind a name: ``Foo, a model for maps``."""
        return self._casing.text(end) == "," and self._casing.key(end + 1) in ("a", "an")

    def _find_members(self) -> None:
        """``Pro`` and ``the 30B`` for members of a line, also where they are names of their own so far."""
        things = [one for one in self._found if one[1] - one[0] > 1 and self.kind_of(one[2]) in LINED]
        lone = {first for first, end, key in self._found if end - first == 1 and key in self._unknown}
        alone = list(members_alone(self._casing, things, lone, self.named))
        starts = {first for first, *_ in alone}
        self._found = [one for one in self._found if one[0] not in starts]
        for one in alone:
            self._enter(*one)

    def _find_again(self) -> None:
        """Names found once, wherever else they stand: in headings, at the start of sentences."""
        casing = self._casing
        sources = ((name, source.id) for name, source in self._sources.items() if len(name) <= LONGEST_SOURCE)
        table = Phrases([*sources, *self.short.items(), *self._names_of_unknown()], exact=True)
        openings, behind = table.openings, 0
        headed = {first: end for first, end, _ in self._found if casing.headings[first]}
        swallowed, longer = set[int](), list[tuple[int, int, str]]()
        small = any(opening.islower() or not opening[0].isalnum() for opening in openings)
        for at in range(len(casing.tokens)) if small else casing.starts:
            if casing.tokens[at].text not in openings:
                continue
            if at < behind or (casing.taken[at] and at not in headed) or casing.tokens[at].runs_on:
                continue
            key, end = table.starting(casing.tokens, at) or (None, at + 1)
            if at in headed:
                if key is not None and key not in self._by_id and end > headed[at]:  # "Acme | Foo Opens"
                    swallowed.update(range(at, end))
                    longer.append((at, end, key))
                    behind = end
                continue
            loud = casing.text(at).isupper() and casing.key(at) not in casing.lower
            plain = end == at + 1 and casing.means_nothing(at) and not loud
            if key is not None and casing.free(at, end) and not plain:
                self._enter(at, end, key)
            behind = end
        self._found = [one for one in self._found if one[0] not in swallowed]
        for first, end, key in longer:
            self._enter(first, end, key)

    def _complete_versions(self) -> None:
        """``V4.2`` in a text on Acme, of whom an ``Acme-V3`` is known, is ``Acme-V4.2``."""
        meant: dict[str, str] = {}
        for key, unknown in list(self._unknown.items()):
            if unknown.kind in THINGS and VERSION_ALONE.match(unknown.name):
                stem = f"-{unknown.name[0]}".casefold()
                makers = (
                    one for one in self._makers[:MOST] if one.casefold() + stem in self._lexicon.hyphened
                )
                for maker in itertools.islice(makers, 1):
                    meant[key] = self.key_of(f"{maker}-{unknown.name}", Guess("model", 3), unknown.parent)
        self._found = [(first, end, meant.get(key, key)) for first, end, key in self._found]

    def _names_of_unknown(self) -> Iterator[tuple[str, str]]:
        loud = self._casing.is_loud()
        for key in {key for *_, key in self._found if loud and key in self._by_id}:
            yield from ((name.upper(), key) for name in self._by_id[key].names)
        for key, unknown in self._unknown.items():
            for name in (unknown.name, *unknown.aliases):
                yield name, key
                if loud:
                    yield name.upper(), key
                if name[0].islower():
                    yield name[0].upper() + name[1:], key

    def _find_bare(self) -> None:
        """Surnames and given names alone: the last person so named before, else the default bearer."""
        casing, bearers = self._casing, self._bearers()
        named = bearers.words()
        for at in casing.starts:
            token = casing.tokens[at]
            if token.text not in casing.bearers and token.text not in named:
                continue
            if not casing.is_free_capital(at) or listed(token.key, "sentence_starters"):
                continue
            numbered = "number" in (peek(casing.tokens, at - 1).kind, peek(casing.tokens, at + 1).kind)
            if casing.opens_by_chance(at) or (numbered and is_calendar_word(token.key)):
                continue  # "Jan 7" is a day, whoever Jan is
            if casing.text(at - 1) == "-" and token.glued and casing.is_capital(at - 2):
                continue  # half of "Mei-Lin"
            default = casing.bearers.get(token.text)
            key = bearers.of(token.text, at, before=default is not None or casing.opens(at))
            if key is None and default is not None:
                key = default.id
            if key is not None:
                self._enter(at, at + 1, key)

    def _bearers(self) -> Bearers:
        """The people of the text, found in order, by each word of their names."""
        bearers = Bearers()
        for first, end, key in self._found:
            if end - first > 1 and self.kind_of(key) == "person":
                bearers.add(self._casing.tokens[first:end], first, key)
        return bearers

    def _meant(self) -> list[str]:
        """The ids in order; an unknown name of one word gives way to the longer name that it is a part of."""
        casing, bearers = self._casing, self._bearers()
        longer = dict[str, str]()
        for first, end, key in self._found:
            special = casing.is_special(first) or casing.text(end - 1) == "AI"
            if special and end - first > 1 and self.kind_of(key) in WHOLES and self._fits_title(first):
                longer.setdefault(casing.text(first), key)
        usual = {key: self._longer(key) or key for key in self._unknown}
        meant: list[str] = []
        for first, end, key in self._found:
            unknown = self._unknown.get(key)
            whole: str | None = None
            if unknown is not None and end - first == 1 and (unknown.weight < 2 or unknown.kind == "person"):
                word = casing.text(first)
                whole = (
                    None
                    if word in self._titled and word not in longer
                    else bearers.of(word, first, before=False) or longer.get(word)
                )
            meant.append(whole or usual.get(key, key))
        return meant

    def _longer(self, key: str) -> str | None:
        """What a name stands for: ``FTC`` in a text on a Foo Trade Commission, ``V4`` before ``Foo-V4``."""
        name, kind = self._unknown[key].name, self._unknown[key].kind
        telling = kind in THINGS and (" " in name or any(map(str.isdigit, name)))
        owned = self.short.get(name) if telling else None
        return self._as_of_a_maker(key) or self.acronyms.get(name) or owned or self._without_stage(key)

    def _without_stage(self, key: str) -> str | None:
        """``Foo 4`` for its ``Foo 4 Preview``, where the text has that before; else they are two."""
        base, _, stage = key.rpartition("-")
        if stage not in STAGES or self._unknown[key].kind not in MODELS:
            return None
        named = next((one for *_, one in self._found if one in (base, key)), key)
        return base if named == base else None

    def _as_of_a_maker(self, key: str) -> str | None:
        """``Foo`` in a text on Acme, where the lexicon has an ``Acme Foo``."""
        name = self._unknown[key].name
        for maker in self._makers[:MOST_MAKERS]:
            if (offer := self._offered(maker, name)) is not None:
                return offer
        return None

    def _offered(self, maker: str, name: str) -> str | None:
        """The thing of the lexicon that a name means behind its maker's."""
        entity = self.named(f"{maker} {name}")
        return entity.id if entity is not None and entity.kind in THINGS else None

    def _find_offers(self) -> None:
        """``knocked Teams offline``: ordinary words in capitals that mean what somebody here offers."""
        casing, meant = self._casing, dict[str, str | None]()
        makers = self._makers[:MOST_MAKERS]
        for at in casing.starts:
            text = casing.text(at)
            told = text.istitle() and (text in casing.lone or casing.is_inside(at))
            if told and casing.is_free_capital(at) and not casing.text(at + 1).isdigit():
                if text not in meant:
                    offers = (self._offered(maker, text) for maker in makers)
                    meant[text] = next((offer for offer in offers if offer), None)
                if (key := meant[text]) is not None and casing.text(at - 1) != "-":
                    self._enter(at, at + 1, key)

    @cached_property
    def _makers(self) -> tuple[str, ...]:
        """The known organisations of the text by their usual names, the first first."""
        entities = (self._by_id.get(key) for _, _, key in self._found)
        return tuple(dict.fromkeys(one.name for one in entities if one and one.kind == "organisation"))
