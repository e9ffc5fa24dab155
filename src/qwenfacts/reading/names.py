"""Names: from the lexicon, by the shape of a model's name, and unknown ones by capitals.

The text is scanned once, left to right. At each word the longest of these wins: a short form of a name
that was there before, a name of the lexicon, a model's name by shape, a capitalised run inside a sentence.
Then what was found is looked for where a capital alone proves nothing (headings, the start of a sentence),
and last come bare surnames.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from attrs import Factory, define

from ..entities import Entity, EntityKind, slug
from ..lexicon import Lexicon
from ..tokens import Phrases, Token, goes_on
from ..values import Span
from .naming import inner_capital, is_legal_form, kind_of, roles, words
from .wording import table

__all__ = ["FoundName", "find_names"]

VARIANTS: Final = frozenset(
    "pro max plus mini small large nano ultra lite turbo flash preview instruct chat coder vision vl"
    " omni base air medium thinking reasoner sonnet opus haiku code fold edge".split()
)
SAYS: Final = frozenset(
    "said says told announced reported has is was will plans expects launched unveiled released"
    " posted agreed filed named hired acquired raised won sued beat opened signed".split()
)
CONNECTORS: Final = frozenset("of for de du la di von van der del da and al bin".split())
HEADS_WITH_OF: Final = frozenset(
    "bank university school house league republic kingdom isle museum academy ministry".split()
)
OPENING: Final = frozenset('.!?:•“"(—–|*')
NEVER_MODELS: Final = frozenset(
    "q h fy cy w covid co mid pre post top section phase level day week part step tier stage round".split()
)
MODELS: Final = ("model", "model_family", "product")
NATIONAL: Final = frozenset("north south east west northern southern eastern western central latin".split())
ASIAN_SCRIPTS: Final = "\u2e80"


class FoundName(NamedTuple):
    """A name mention, and the indexes of its first and after-last token."""

    span: Span
    value: Entity
    first: int
    end: int


@define
class _Unknown:
    """A name that no lexicon has, while what the text tells of it is put together."""

    name: str
    kind: EntityKind
    parent: str | None = None
    aliases: list[str] = Factory(list)

    def entity(self, key: str) -> Entity:
        return Entity(key, self.kind, self.name, tuple(dict.fromkeys(self.aliases)), self.parent, known=False)


def find_names(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, skip: Sequence[bool], headings: Sequence[bool]
) -> list[FoundName]:
    """Every name of the text, in order.

    ``skip`` marks tokens that hold no names (links, units); ``headings`` those of lines in which every word
    may have a capital.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> from qwenfacts.tokens import tokenize
    >>> text = "Alibaba's rival Voltrex Robotics hired Jane Roe; Roe joins Voltrex."
    >>> tokens = tokenize(text)
    >>> none = [False] * len(tokens)
    >>> [found.value.id for found in find_names(text, tokens, lexicon_of(), none, none)]
    ['alibaba', 'voltrex-robotics', 'jane-roe', 'jane-roe', 'voltrex-robotics']
    """
    return _Names(tokens, lexicon, skip, headings).read()


class _Names:
    """One reading of the names of one text."""

    def __init__(
        self, tokens: Sequence[Token], lexicon: Lexicon, skip: Sequence[bool], headings: Sequence[bool]
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._known = lexicon.phrases
        self._taken = list(skip)
        self._headings = headings
        self._found: list[tuple[int, int, str]] = []  # first, end, id
        self._unknown: dict[str, _Unknown] = {}
        self._short: dict[str, str] = {}
        self._people: set[str] = set()
        self._lower = frozenset(
            token.text for token in tokens if token.kind == "word" and token.text.islower()
        )

    def read(self) -> list[FoundName]:
        """All names."""
        self._scan()
        self._again()
        self._bare()
        entities = {key: unknown.entity(key) for key, unknown in self._unknown.items()}
        found: list[FoundName] = []
        for first, end, key in sorted(self._found):
            span = Span(self._tokens[first].start, self._tokens[end - 1].end)
            found.append(FoundName(span, entities.get(key) or self._lexicon.entities.by_id[key], first, end))
        return found

    # -- one scan --

    def _scan(self) -> None:
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.kind == "number":
                self._address(at)
            if self._taken[at] or token.kind != "word" or goes_on(self._tokens, at):
                at += 1
            else:
                at = self._short_form(at) or self._known_or_model(at) or self._run(at) or at + 1

    def _take(self, first: int, end: int, key: str) -> int:
        """Note a name, what it will be called later, and answer the token after it and its acronym."""
        self._found.append((first, end, key))
        self._taken[first:end] = [True] * (end - first)
        kind = self._kind_of(key)
        if kind == "person":
            self._people.update(token.text for token in self._tokens[first:end] if len(token.text) > 1)
        elif end - first > 1:
            self._shorten(first, end, key)
        return self._parenthesis(end, key)

    def _kind_of(self, key: str) -> EntityKind:
        return self._unknown[key].kind if key in self._unknown else self._lexicon.entities.by_id[key].kind

    def _written(self, first: int, end: int) -> str:
        """Some tokens on one line, with plain hyphens."""
        return "".join(
            ("" if token.glued or index == first else " ") + token.text
            for index, token in enumerate(self._tokens[first:end], first)
        )

    def _add(self, unknown: _Unknown) -> str:
        """The id of a name that no lexicon has; the first reading of it counts."""
        known = self._lexicon.entities.by_name.get(unknown.name.casefold())
        key = known.id if known else slug(unknown.name)
        if key not in self._lexicon.entities.by_id:
            before = self._unknown.setdefault(key, unknown)
            if unknown.name != before.name:
                before.aliases.append(unknown.name)
        return key

    # -- short forms --

    def _short_form(self, at: int) -> int | None:
        """``the Board`` of a Competition Board is not one; ``CB`` is, once it was defined."""
        for end in range(min(at + 4, len(self._tokens)), at, -1):
            key = self._short.get(self._written(at, end))
            whole = self._chunk(at) <= end and not goes_on(self._tokens, end)
            if key and whole and not any(self._taken[at:end]) and not self._longer_known(at, end):
                if end == at + 1 and self._opens(at) and self._tokens[at].key in self._lower:
                    return None
                self._found.append((at, end, key))
                self._taken[at:end] = [True] * (end - at)
                return end
        return None

    def _longer_known(self, at: int, end: int) -> bool:
        found = self._known.starting(self._tokens, at)
        return found is not None and found[1] >= end

    def _parenthesis(self, at: int, key: str) -> int:
        """``Competition Board (CB)``, ``Roe (罗)``: what stands in parentheses is another form of the name."""
        tokens = self._tokens
        if (
            at + 2 >= len(tokens)
            or tokens[at].text != "("
            or tokens[at + 2].text != ")"
            or self._taken[at + 1]
        ):
            return at
        short = tokens[at + 1]
        foreign = short.kind == "word" and short.text[-1] >= ASIAN_SCRIPTS
        if short.kind != "word" or not (foreign or (2 <= len(short.text) <= 7 and short.text.isupper())):
            return at
        initials = {token.text[0].upper() for token in tokens[max(0, at - 8) : at] if token.kind == "word"}
        if not foreign and (self._known.starting(tokens, at + 1) or not set(short.text) <= initials):
            return at
        self._short[short.text] = key
        if key in self._unknown:
            self._unknown[key].aliases.append(short.text)
        self._found.append((at + 1, at + 2, key))
        self._taken[at + 1] = True
        return at + 3

    def _shorten(self, first: int, end: int, key: str) -> None:
        """``Foo Robotics`` is later ``Foo``; ``Acme Cloud 3`` of Acme is later ``Cloud 3``."""
        tokens = self._tokens
        stop = end
        while stop - first > 1 and (
            tokens[stop - 1].key in words("organisation_words") or tokens[stop - 1].text == "."
        ):
            stop -= 1
        if key in self._unknown and stop < end and stop - first == 1 and self._is_special(first):
            self._short.setdefault(tokens[first].text, key)
        rest = next((at for at in range(first + 1, end) if self._is_owner(self._written(first, at))), None)
        if rest is not None:
            rest += tokens[rest].text == "-"
            if (
                rest < end
                and tokens[rest].text[0].isupper()
                and tokens[rest].key not in words("sentence_starters")
            ):
                long_enough = end - rest > 1 or len(tokens[rest].text) > 3
                if long_enough and tokens[rest].key not in words("not_names"):
                    self._short.setdefault(self._written(rest, end), key)

    def _is_owner(self, name: str) -> bool:
        """Whether a name is that of a maker or family, which its members' short forms leave out."""
        entity = self._lexicon.entities.by_name.get(name.casefold())
        return entity is not None and entity.kind in ("organisation", "model_family", "platform")

    def _is_special(self, at: int) -> bool:
        token = self._tokens[at]
        return (
            len(token.text) > 3
            and token.key not in words("sentence_starters")
            and token.key not in self._lower
        )

    # -- the lexicon, and models by shape --

    def _known_or_model(self, at: int) -> int | None:
        tokens = self._tokens
        found = self._known.starting(tokens, at)
        entity, end = found or (None, at)
        if entity is not None and any(self._taken[at:end]):
            entity, end = None, at
        chunk = self._chunk(at)
        if chunk > end and self._is_model_shape(at, chunk):
            return self._model(at, chunk, entity)
        if entity is None:
            return None
        if entity.kind in MODELS:
            longer = self._versioned(end)
            if longer > end:
                return self._model(at, longer, entity)
        if (
            end < len(tokens)
            and tokens[end].text == "app"
            and entity.kind in ("organisation", "model_family")
        ):
            return self._take(
                at, end + 1, self._add(_Unknown(self._written(at, end + 1), "product", entity.id))
            )
        if not self._headings[at] and entity.kind in (
            "organisation",
            "model_family",
            "platform",
            "product",
            "publication",
        ):
            longer = self._more_of_it(end, entity)
            if longer > end:
                own: EntityKind = "publication" if entity.kind == "publication" else "product"
                name = self._written(at, longer)
                last = tokens[longer - 1].key
                if last in words("organisation_words") | words("body_words"):
                    own = "organisation"
                return self._take(at, longer, self._add(_Unknown(name, own, entity.id)))
        return self._take(at, end, entity.id)

    def _chunk(self, at: int) -> int:
        """The token after what is written together with a word: ``Foo3.5-27B``, without ``-based``."""
        tokens, end = self._tokens, at + 1
        while end < len(tokens):
            if goes_on(tokens, end):
                end += 1
            elif (
                tokens[end].text == "-"
                and tokens[end].glued
                and end + 1 < len(tokens)
                and tokens[end + 1].glued
                and not self._taken[end + 1]
                and (
                    tokens[end + 1].kind == "number"
                    or tokens[end + 1].text[0].isupper()
                    or tokens[end + 1].key in VARIANTS
                )
            ):
                end += 2
            else:
                break
        return end

    def _is_model_shape(self, at: int, end: int) -> bool:
        """Whether a chunk is letters with numbers as models and products have them."""
        tokens = self._tokens
        word = tokens[at]
        numbers = [token.text for token in tokens[at:end] if token.kind == "number"]
        if not numbers or not any(c.isupper() for c in word.text) or word.key in NEVER_MODELS:
            return False
        if any("," in number or len(number) > 5 or number.count(".") > 2 for number in numbers):
            return False
        joined = tokens[at + 1].text == "-"
        year = len(numbers[0]) == 4 and "1900" < numbers[0] < "2100"
        if joined and (year or word.key in words("not_names") or word.key in words("sentence_starters")):
            return False
        known_word = self._known.starting(tokens, at)
        return not (known_word and known_word[0].kind == "place")

    def _versioned(self, at: int) -> int:
        """The token after the version and variant that follow a model's or product's name."""
        tokens, end = self._tokens, at
        if end < len(tokens) and not tokens[end].glued and not self._taken[end]:
            if tokens[end].kind == "number" and self._is_version(end):
                end += 1
            elif tokens[end].kind == "word" and tokens[end].text[0].isupper() and self._chunk(end) > end + 1:
                chunk = self._chunk(end)
                end = chunk if self._is_model_shape(end, chunk) else end
        while (
            end < len(tokens)
            and tokens[end].text.istitle()
            and tokens[end].key in VARIANTS
            and not tokens[end].glued
        ):
            end += 1
        return end

    def _is_version(self, at: int) -> bool:
        """Whether the number after a product's name is its version, and counts nothing."""
        tokens = self._tokens
        number = tokens[at].text
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        year = len(number) == 4 and "1900" < number < "2100"
        if "," in number or len(number) > 5 or number.count(".") > 2 or year or goes_on(tokens, at + 1):
            return False
        if after is None or after.kind in ("mark", "newline"):
            return after is None or after.text not in "%+×$€£°~"
        scaled = after.key in ("million", "billion", "trillion", "per", "percent", "bn", "mn")
        if "." in number:
            return not scaled
        counted = after.key.endswith("s") or scaled
        return after.text[0].isupper() or not counted

    def _model(self, first: int, end: int, entity: Entity | None) -> int:
        """Take a model's name by shape, with the capitalised words before it and the variant behind it."""
        tokens = self._tokens
        end = max(end, self._versioned(end))
        while first and entity is None and self._joins_before(first - 1) and not tokens[first].glued:
            first -= 1
        name = self._written(first, end)
        parent = entity
        inner = [self._known.starting(tokens, at) for at in range(first, end)] if parent is None else []
        parent = parent or next((f[0] for f in inner if f and f[1] <= end and f[0].kind in MODELS), None)
        for stop in range(end - 1, first, -1):
            shorter = self._lexicon.entities.by_name.get(self._written(first, stop).casefold())
            if shorter is not None:
                parent = shorter
                break
        kind: EntityKind = "model"
        if tokens[first].key in words("place_words"):
            kind = "place"
        elif parent is not None and parent.kind not in ("model", "model_family", "organisation"):
            kind = parent.kind
        elif (parent is None or parent.kind == "organisation") and not _sized(tokens[first:end]):
            near = {token.key for token in tokens[max(0, first - 6) : end + 6]}
            kind = "model" if near & words("model_words") else "product"
        return self._take(first, end, self._add(_Unknown(name, kind, parent.id if parent else None)))

    def _joins_before(self, at: int) -> bool:
        """Whether a word belongs to the model's name behind it: ``Galaxy Z Fold8``."""
        return (
            not self._taken[at]
            and self._is_capital(at)
            and not self._headings[at]
            and not self._is_ordinary(at)
            and self._tokens[at].key not in words("sentence_starters")
            and not (self._opens(at) and self._tokens[at].key in self._lower)
        )

    def _more_of_it(self, at: int, entity: Entity) -> int:
        """The token after the capitalised words that make a longer name of a known one: ``Acme Music``."""
        tokens, end = self._tokens, at
        while (
            end < len(tokens)
            and not self._taken[end]
            and not tokens[end].glued
            and self._is_capital(end)
            and not self._is_ordinary(end, inside=True)
            and len(tokens[end].text) > 3
            and self._known.starting(tokens, end) is None
            and tokens[end].key not in words("given_names")
            and tokens[end].text not in self._people
        ):
            end += 1
        person = end - at == 2 and entity.kind == "organisation" and kind_of(tokens, at, end) == "person"
        return at if person else end

    # -- capitals --

    def _run(self, at: int) -> int | None:
        """A capitalised run inside a sentence, or one that opens it and is told to be a name."""
        tokens = self._tokens
        if not self._is_capital(at):
            return None
        end = self._run_end(at)
        if self._headings[at]:
            return self._person_in_heading(at, end)
        first = self._without_front(at, end)
        if at < first < end:
            return first  # what is left may be a known name
        while end > first and (
            tokens[end - 1].text in "-&"
            or (
                tokens[end - 1].key != "ai"
                and self._is_ordinary(end - 1, inside=self._ends_a_name(first, end))
            )
        ):
            end -= 1
        if first >= end or all(self._is_ordinary(i) or tokens[i].kind == "mark" for i in range(first, end)):
            return max(end, at + 1)
        if end - first == 1 and not self._stands_alone(first, end):
            return max(end, at + 1)
        if (
            end < len(tokens)
            and tokens[end].text == "."
            and tokens[end].glued
            and is_legal_form(tokens[end - 1])
        ):
            end += 1
        version = self._versioned(end) if self._may_have_version(first, end) else end
        if version > end:
            return self._model(first, version, None)
        kind = kind_of(tokens, first, end)
        return self._take(first, end, self._add(_Unknown(self._usual_name(first, end), kind)))

    def _ends_a_name(self, first: int, end: int) -> bool:
        """Whether the last word of a run says what the name is of: ``Halyard Research``."""
        last = self._tokens[end - 1].key
        return end - first > 1 and last in words("organisation_words") | words("body_words")

    def _person_in_heading(self, at: int, end: int) -> int | None:
        """A given name with a surname behind it is a name also where every word has a capital."""
        tokens = self._tokens
        named = tokens[at].key in words("given_names") and 1 < end - at < 4
        if not named or any(self._is_ordinary(i) or tokens[i].key in self._lower for i in range(at, end)):
            return None
        if any(tokens[i].key in words("sentence_starters") for i in range(at, end)):
            return None
        return self._take(at, end, self._add(_Unknown(self._written(at, end), "person")))

    def _may_have_version(self, first: int, end: int) -> bool:
        tokens = self._tokens
        if end >= len(tokens) or tokens[end - 1].key in NEVER_MODELS:
            return False
        return end - first < 3 and tokens[end - 1].key not in words("roles")

    def _usual_name(self, first: int, end: int) -> str:
        """A name without the words that only say how a company is registered."""
        while end - first > 1 and (is_legal_form(self._tokens[end - 1]) or self._tokens[end - 1].text == "."):
            end -= 1
        return self._written(first, end)

    def _is_capital(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind != "word" or goes_on(self._tokens, at):
            return False
        return (token.text[0].isupper() and not goes_on(self._tokens, at + 1)) or inner_capital(token.text)

    def _is_ordinary(self, at: int, *, inside: bool = False) -> bool:
        """Whether a capitalised word is no name of its own: AI, Monday, Chinese, CEO.

        Inside a longer name a plain word such as ``Music`` may well be a part of it.
        """
        token = self._tokens[at]
        part = inside and token.text.istitle() and len(token.text) > 4 and token.key not in _calendar()
        return (
            (token.key in words("not_names") and not part)
            or token.key in words("nationalities")
            or (
                token.key in NATIONAL
                and at + 1 < len(self._tokens)
                and self._tokens[at + 1].key in words("nationalities")
            )
            or token.text in CONNECTORS
            or token.text in "&-."
            or (len(token.text) == 1 and token.text != "X")
            or roles().starting(self._tokens, at) is not None
        )

    def _opens(self, at: int) -> bool:
        """Whether a token opens a sentence, line, item or quotation, where any word has a capital."""
        if at == 0:
            return True
        before = self._tokens[at - 1]
        if before.kind == "newline":
            return True
        if before.text == "-":
            return not self._tokens[at].glued
        if before.text == "." and before.glued and at > 1:
            initial = self._tokens[at - 2]
            return not ((len(initial.text) == 1 and initial.text.isalpha()) or initial.key in words("titles"))
        return before.text in OPENING and before.text != "("

    def _run_end(self, at: int) -> int:
        """The token after a run of capitalised words, with the particles between them."""
        tokens, end = self._tokens, at + 1
        while end < len(tokens) and not self._taken[end] and tokens[end].kind != "newline":
            token = tokens[end]
            ahead = end + 1 < len(tokens) and not self._taken[end + 1] and self._is_capital(end + 1)
            known = self._known.starting(tokens, end)
            if self._is_capital(end) and not token.glued:
                if known and known[0].kind in ("organisation", "person") and known[1] - end > 1:
                    break
                end += 1
            elif (
                (token.text in ("-", "&") and ahead and token.glued == tokens[end + 1].glued)
                or (token.text == "-" and token.glued and end - at > 1 and self._is_given_name_part(end))
                or (token.text in (".", "'") and token.glued and len(tokens[end - 1].text) == 1 and ahead)
                or (token.text in CONNECTORS and ahead and self._connects(at, end))
            ):
                end += 2
            else:
                break
        return end

    def _is_given_name_part(self, at: int) -> bool:
        """``Seo-yun``: a given name in two parts, the second in small letters."""
        tokens = self._tokens
        if at + 1 >= len(tokens) or not tokens[at + 1].glued:
            return False
        second = tokens[at + 1].text
        return (
            second.isalpha()
            and second.islower()
            and len(second) < 6
            and second not in self._lower
            and len(tokens[at - 1].text) < 6
        )

    def _connects(self, at: int, index: int) -> bool:
        tokens = self._tokens
        key, head = tokens[index].key, tokens[index - 1].key
        if key in ("and", "for"):
            last = tokens[self._run_end(index + 1) - 1].key
            return last in words("body_words") or last in ("union", "association") or (
                key == "for" and head in words("organisation_words") | words("body_words")
            )  # fmt: skip
        if key == "of":
            return (
                head
                in words("body_words") | words("organisation_words") | words("place_words") | HEADS_WITH_OF
            )
        return True

    def _without_front(self, first: int, end: int) -> int:
        """The run without roles, titles, nationalities and a word that only opens the sentence."""
        tokens = self._tokens
        whole = tokens[end - 1].key in words("organisation_words") | words("body_words")
        while first < end:
            role = roles().starting(tokens, first)
            key = tokens[first].key
            if key in words("sentence_starters") and (
                self._opens(first) or key in ("the", "a", "an", "in", "on", "at")
            ):
                first += 1
            elif role and not (whole and role[1] < end - 1):
                first = min(role[1], end)
            elif (
                self._is_ordinary(first)
                and key not in ("ai", "ev")
                and not (whole and (end - first == 2 or key in words("nationalities")))
            ):
                first += 1
            else:
                break
        return first

    def _stands_alone(self, first: int, end: int) -> bool:
        """Whether a single capitalised word is a name."""
        tokens = self._tokens
        word = tokens[first]
        if inner_capital(word.text):
            return True
        general = (
            words("organisation_words") | words("body_words") | words("product_words") | words("place_words")
        )
        if (
            word.key in words("sentence_starters")
            or word.key in general
            or word.key in self._lower
            or word.text in self._people
        ):
            return False
        if word.text in self._lexicon.bearers:
            return False
        if not self._opens(first):
            return True
        if word.text.isupper() and len(word.text) > 2:
            return True
        after = tokens[end] if end < len(tokens) else None
        if after is None or word.key.endswith(("s", "ing", "ed", "ly")):
            return False
        following = tokens[end + 1].key if end + 1 < len(tokens) else ""
        if after.text == "'" and after.glued:
            return following == "s"
        if after.text == ",":
            return following in ("a", "an", "the", "which", "whose")
        return after.key in SAYS

    def _address(self, at: int) -> None:
        """``10 Mill Street``: a number that belongs to the name of the street behind it."""
        tokens = self._tokens
        if at + 2 >= len(tokens) or not self._is_capital(at + 1) or self._headings[at]:
            return
        end = self._run_end(at + 1)
        street = tokens[end - 1].key in ("street", "road", "avenue", "square", "lane", "boulevard")
        if street and len(tokens[at].text) < 5 and not tokens[at + 1].glued:
            self._take(at, end, self._add(_Unknown(self._written(at, end), "place")))

    # -- again --

    def _again(self) -> None:
        """Names found once, wherever else they stand: in headings, at the start of sentences."""
        pairs = [
            (name, key) for key, unknown in self._unknown.items() for name in (unknown.name, *unknown.aliases)
        ]
        table = Phrases([*self._short.items(), *pairs], exact=True)
        at = 0
        while at < len(self._tokens):
            found = None
            if not self._taken[at] and self._tokens[at].kind == "word" and not goes_on(self._tokens, at):
                found = table.starting(self._tokens, at)
            end = found[1] if found else at + 1
            alone = end == at + 1 and self._tokens[at].key in self._lower and self._opens(at)
            if found and not any(self._taken[at:end]) and not alone:
                self._found.append((at, end, found[0]))
                self._taken[at:end] = [True] * (end - at)
            at = end

    def _bare(self) -> None:
        """Surnames and given names alone: the last person so named before, else the default bearer."""
        last: dict[str, str] = {}
        people = {first: (end, key) for first, end, key in self._found if self._kind_of(key) == "person"}
        for at, token in enumerate(self._tokens):
            if at in people:
                end, key = people[at]
                names = [t.text for t in self._tokens[at:end] if t.kind == "word" and len(t.text) > 1]
                if len(names) > 1:
                    last.update(dict.fromkeys(names, key))
                continue
            if self._taken[at] or token.kind != "word" or not token.text[0].isupper():
                continue
            if (
                token.key in words("sentence_starters")
                or goes_on(self._tokens, at)
                or goes_on(self._tokens, at + 1)
            ):
                continue
            bearer = self._lexicon.bearers.get(token.text)
            found = last.get(token.text) or (bearer.id if bearer is not None else None)
            if found is not None and not (self._opens(at) and token.key in self._lower):
                self._found.append((at, at + 1, found))
                self._taken[at] = True


@cache
def _calendar() -> frozenset[str]:
    names = table("calendar")
    return frozenset(name.lower() for group in ("months", "weekdays") for name in names[group])


def _sized(tokens: Sequence[Token]) -> bool:
    """Whether a name carries a size: a number with a B or M behind it."""
    return any(
        a.kind == "number" and b.text in ("B", "M", "T") and b.glued for a, b in itertools.pairwise(tokens)
    )
