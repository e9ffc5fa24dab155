"""Names: from the lexicon, by the shape of a model's name, and unknown ones by capitals.

The text is read twice. First the names that are certain are found: those of the lexicon, models by
shape, capitalised runs inside sentences, definitions of acronyms. Then every short or repeated form
of these is found, also where a capital alone proves nothing: in headings, at the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from attrs import Factory, define

from ..entities import Entity, EntityKind, slug
from ..lexicon import Lexicon
from ..values import Span
from .tokens import Phrases, Token, goes_on
from .wording import table

__all__ = ["FoundName", "Names", "find_names"]

VARIANTS: Final = frozenset(
    "pro max plus mini small large nano ultra lite turbo flash preview instruct chat coder vision vl omni base air medium"
    " thinking reasoner sonnet opus haiku code".split()
)
SAYS: Final = frozenset(
    "said says told announced reported has is was will plans expects launched unveiled released posted agreed filed named"
    " hired acquired raised won sued beat opened signed".split()
)
CONNECTORS: Final = frozenset(("of", "for", "de", "du", "la", "di", "von", "van", "der", "del", "da", "and", "al", "bin"))
OPENING: Final = frozenset(".!?:•“\"(—–|")
LABELLED_QUARTER: Final = frozenset(("Q", "H", "FY", "CY"))


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
    certain: bool = False

    def entity(self, entity_id: str) -> Entity:
        return Entity(entity_id, self.kind, self.name, tuple(dict.fromkeys(self.aliases)), self.parent, known=False)


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of ``naming.toml``."""
    return frozenset(table("naming")[name])


@cache
def _roles() -> Phrases[str]:
    data = table("naming")
    return Phrases((phrase, phrase) for phrase in (*data["roles"], *data["titles"]))


@cache
def _phrases(lexicon: Lexicon) -> Phrases[Entity]:
    return Phrases(
        ((name, entity) for entity in lexicon.entities for name in entity.names), exact=True
    )


def find_names(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, skip: Sequence[bool], headings: Sequence[bool]
) -> list[FoundName]:
    """Every name of the text, in order.

    ``skip`` marks tokens that hold no names (links); ``headings`` those of lines in which every word may
    have a capital.

    >>> from ..lexicon import lexicon_of
    >>> from .tokens import tokenize
    >>> text = "Alibaba's rival Voltrex Robotics hired Jane Roe; Roe joins Voltrex."
    >>> tokens = tokenize(text)
    >>> none = [False] * len(tokens)
    >>> [found.value.id for found in find_names(text, tokens, lexicon_of(), none, none)]
    ['alibaba', 'voltrex-robotics', 'jane-roe', 'jane-roe', 'voltrex-robotics']
    """
    return Names(text, tokens, lexicon, skip, headings).read()


class Names:
    """One reading of the names of one text."""

    def __init__(
        self, text: str, tokens: Sequence[Token], lexicon: Lexicon, skip: Sequence[bool], headings: Sequence[bool]
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = lexicon
        self._known = _phrases(lexicon)
        self._taken = list(skip)
        self._headings = headings
        self._found: list[tuple[int, int, str]] = []  # first, end, id
        self._unknown: dict[str, _Unknown] = {}
        self._short: dict[str, str] = {}
        self._lower = {token.text for token in tokens if token.kind == "word" and token.text.islower()}
        self._weak: list[tuple[int, int]] = []

    def read(self) -> list[FoundName]:
        """All names."""
        self._lexicon_and_models()
        self._capitalised()
        self._again()
        self._bare()
        entities = {key: unknown.entity(key) for key, unknown in self._unknown.items()}
        found: list[FoundName] = []
        for first, end, key in sorted(self._found):
            entity = entities.get(key) or self._lexicon.entities.by_id[key]
            span = Span(self._tokens[first].start, self._tokens[end - 1].end)
            found.append(FoundName(span, entity, first, end))
        return found

    # -- what is certain --

    def _take(self, first: int, end: int, key: str) -> None:
        self._found.append((first, end, key))
        self._taken[first:end] = [True] * (end - first)

    def _entity(self, key: str) -> Entity | None:
        return self._lexicon.entities.by_id.get(key)

    def _lexicon_and_models(self) -> None:
        tokens, at = self._tokens, 0
        while at < len(tokens):
            token = tokens[at]
            if self._taken[at] or token.kind not in ("word", "number") or goes_on(tokens, at):
                at += 1
                continue
            found = self._known.starting(tokens, at)
            entity, end = found if found else (None, at + 1)
            if entity is not None and entity.kind == "person" and self._goes_on_as_name(end):
                entity, end = None, at + 1
            longer = self._model_end(at, end, entity)
            if longer > end or (entity is None and longer > at + 1):
                self._take(at, longer, self._model(at, longer, entity))
                at = longer
            elif entity is not None and not any(self._taken[at:end]):
                self._take(at, end, entity.id)
                self._acronym(end, entity.id)
                at = end
            else:
                at += 1

    def _goes_on_as_name(self, at: int) -> bool:
        """Whether a hyphen joins a name to more of it."""
        tokens = self._tokens
        return at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].text[0].isupper()

    def _model_end(self, at: int, end: int, entity: Entity | None) -> int:
        """The token after a model's name by shape that starts at a token: ``Foo3.5-27B``, ``GPT-9 Pro``."""
        tokens = self._tokens
        token = tokens[at]
        if token.kind != "word" or not any(c.isupper() for c in token.text) or token.text in LABELLED_QUARTER:
            return end
        model = entity is not None and entity.kind in ("model", "model_family", "product")
        if entity is not None and not model and not self._versioned(end):
            return end
        if token.text.lower() in words("not_names") and entity is None:
            return end
        numbered = any(t.kind == "number" for t in tokens[at:end])
        index = end
        while index < len(tokens):
            part = tokens[index]
            joined = part.text == "-" and part.glued and index + 1 < len(tokens) and tokens[index + 1].glued
            step = index + 1 if joined else index
            piece = tokens[step]
            if piece.kind == "number" and (goes_on(tokens, step) or joined) and len(piece.text) < 6 and "," not in piece.text:
                if entity is None and joined and not (len(token.text) > 1 and (token.text.isupper() or _inner_capital(token.text))):
                    break
                numbered, index = True, step + 1
                if index < len(tokens) and goes_on(tokens, index) and tokens[index].kind == "word":
                    index += 1
            elif joined and piece.kind == "word" and (numbered or model) and (
                piece.key in VARIANTS or (len(piece.text) < 3 and piece.text.isupper()) or goes_on(tokens, step + 1)
            ):
                index = step + 1
            elif model and not numbered and piece.kind == "number" and not joined and not piece.glued and self._is_version(index):
                numbered, index = True, index + 1
            elif numbered and (model or index > end) and piece.text.istitle() and piece.key in VARIANTS and not piece.glued:
                index += 1
            else:
                break
        return index if numbered or model else end

    def _versioned(self, at: int) -> bool:
        tokens = self._tokens
        if at + 1 >= len(tokens) or tokens[at].text != "-" or not tokens[at].glued or not tokens[at + 1].glued:
            return False
        return tokens[at + 1].kind == "number" or goes_on(tokens, at + 2)

    def _is_version(self, at: int) -> bool:
        """Whether the number after a product's name is its version: not a count of something."""
        tokens = self._tokens
        number = tokens[at].text
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if "," in number or len(number) > 4 or number.count(".") > 2:
            return False
        if after is None or after.kind in ("mark", "newline"):
            return after is None or after.text not in "%+×$€£°"
        return after.text[0].isupper() or not (after.key.endswith("s") or after.key in ("million", "billion", "per", "percent"))

    def _model(self, first: int, end: int, entity: Entity | None) -> str:
        """The id of the model that some tokens name; a new one hangs under the family it starts with."""
        tokens = self._tokens
        name = self._written(first, end)
        known = self._lexicon.entities.by_name.get(name.casefold())
        if known is not None:
            return known.id
        parent = entity
        if parent is None and end > first + 1:
            parent = self._lexicon.entities.by_name.get(tokens[first].key)
        for stop in range(end - 1, first, -1):
            shorter = self._lexicon.entities.by_name.get(self._written(first, stop).casefold())
            if shorter is not None:
                parent = shorter
                break
        kind: EntityKind = "model"
        if parent is not None and parent.kind not in ("model", "model_family", "organisation"):
            kind = parent.kind
        elif parent is None and not _sized(tokens[first:end]):
            ahead = {token.key for token in tokens[end : end + 3]}
            kind = "model" if ahead & words("model_words") else "product"
        unknown = _Unknown(name, kind, parent.id if parent else None, certain=True)
        return self._add(unknown)

    def _written(self, first: int, end: int) -> str:
        """Some tokens as written, on one line and with plain hyphens."""
        return "".join(
            ("" if token.glued or index == first else " ") + token.text
            for index, token in enumerate(self._tokens[first:end], first)
        )

    def _add(self, unknown: _Unknown) -> str:
        key = slug(unknown.name)
        if self._entity(key) is not None:
            return key
        before = self._unknown.setdefault(key, unknown)
        if unknown.name != before.name:
            before.aliases.append(unknown.name)
        return key

    def _acronym(self, at: int, key: str) -> None:
        """``Competition Board (CB)``: the letters in parentheses stand for the name before them."""
        tokens = self._tokens
        if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
            return
        short = tokens[at + 1]
        if short.kind == "word" and 2 <= len(short.text) <= 7 and short.text.isupper() and not self._taken[at + 1]:
            known = self._known.starting(tokens, at + 1)
            initials = {token.text[0] for token in tokens[max(0, at - 8) : at] if token.kind == "word"}
            if known is None and set(short.text) <= initials:
                self._short[short.text] = key
                if key in self._unknown:
                    self._unknown[key].aliases.append(short.text)

    # -- capitals --

    def _capitalised(self) -> None:
        """Capitalised runs inside sentences; those that open one are kept for later."""
        tokens, at = self._tokens, 0
        while at < len(tokens):
            if self._taken[at] or self._headings[at] or not self._is_capital(at):
                at += 1
                continue
            first, end = at, self._run_end(at)
            at = max(end, at + 1)
            opens = self._opens(first)
            first = self._without_front(first, end, opens)
            if first >= end or self._all_ordinary(first, end):
                continue
            if self._opens(first) and end - first == 1 and not self._told(first, end):
                self._weak.append((first, end))
                continue
            self._name_run(first, end)

    def _is_capital(self, at: int) -> bool:
        token = self._tokens[at]
        return (
            token.kind == "word"
            and token.text[0].isupper()
            and not goes_on(self._tokens, at)
            and not goes_on(self._tokens, at + 1)
        ) or (token.kind == "word" and _inner_capital(token.text) and not goes_on(self._tokens, at))

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
            return not (len(self._tokens[at - 2].text) == 1 or self._tokens[at - 2].key in words("titles"))
        if before.text == "(":
            return False
        return before.text in OPENING or (before.kind == "number" and at > 1 and self._tokens[at - 2].kind == "newline")

    def _run_end(self, at: int) -> int:
        """The token after a run of capitalised words, with the particles between them."""
        tokens, end = self._tokens, at + 1
        while end < len(tokens):
            token = tokens[end]
            ahead = end + 1 < len(tokens) and not self._taken[end + 1] and self._is_capital(end + 1)
            if self._taken[end] or token.kind == "newline":
                break
            if self._is_capital(end) and (not token.glued):
                end += 1
            elif token.text in ("-", "&") and ahead and token.glued == tokens[end + 1].glued:
                end += 2
            elif token.text == "." and token.glued and len(tokens[end - 1].text) == 1 and ahead and not tokens[end + 1].glued:
                end += 2
            elif token.text == "'" and token.glued and ahead and tokens[end + 1].glued and len(tokens[end - 1].text) == 1:
                end += 2
            elif token.key in CONNECTORS and token.text.islower() and ahead and self._connects(at, end):
                end += 2
            else:
                break
        return end

    def _connects(self, at: int, index: int) -> bool:
        tokens = self._tokens
        key = tokens[index].key
        if key in ("and", "for"):
            after = self._run_end(index + 1)
            last = tokens[after - 1].key
            return last in words("body_words") or (key == "for" and tokens[at].key in words("organisation_words") | words("body_words"))
        if key == "of":
            head = tokens[index - 1].key
            return head in words("body_words") or head in words("organisation_words") or head in words("place_words") or head in (
                "bank", "university", "school", "house", "league", "republic", "kingdom", "isle", "museum", "academy",
            )  # fmt: skip
        return True

    def _without_front(self, first: int, end: int, opens: bool) -> int:
        """The run without roles, titles, nationalities and a word that only opens the sentence."""
        tokens = self._tokens
        while first < end:
            role = _roles().starting(tokens, first)
            if opens and tokens[first].key in words("sentence_starters"):
                first, opens = first + 1, False
            elif role and role[1] < end and not (role[1] == first + 1 and tokens[end - 1].key in words("organisation_words")):
                first, opens = role[1], False
            elif role and role[1] >= end:
                return end
            elif tokens[first].key in words("nationalities"):
                if end - first == 2 and tokens[first + 1].key in words("organisation_words") | words("body_words"):
                    return first
                first, opens = first + 1, False
            elif tokens[first].key in words("not_names") and first + 1 < end and tokens[first].key not in ("ai", "ev"):
                first, opens = first + 1, False
            elif tokens[first].text in ("-", "&", ".") or (tokens[first].key in CONNECTORS and tokens[first].text.islower()):
                first += 1
            else:
                break
        return first

    def _all_ordinary(self, first: int, end: int) -> bool:
        """Whether a run is made of words that are no names of their own."""
        return all(
            token.kind == "mark"
            or token.key in words("not_names")
            or token.key in words("nationalities")
            or token.key in CONNECTORS
            or len(token.text) == 1
            for token in self._tokens[first:end]
        )

    def _told(self, first: int, end: int) -> bool:
        """Whether what follows shows that a single word at the start of a sentence is a name."""
        tokens = self._tokens
        word = tokens[first]
        if word.key in words("sentence_starters") or word.key in self._lower:
            return False
        if _inner_capital(word.text) or (word.text.isupper() and len(word.text) > 2):
            return True
        after = tokens[end] if end < len(tokens) else None
        if after is None or word.key.endswith(("s", "ing", "ed", "ly")):
            return False
        if after.text == "'" and after.glued and end + 1 < len(tokens) and tokens[end + 1].key == "s":
            return True
        if after.text == "," and end + 1 < len(tokens) and tokens[end + 1].key in ("a", "an", "the", "which", "whose"):
            return True
        return after.key in SAYS

    def _name_run(self, first: int, end: int) -> None:
        tokens = self._tokens
        while end > first and (tokens[end - 1].key in words("not_names") and tokens[end - 1].key != "ai" and end - first > 1):
            end -= 1
        name = self._written(first, end)
        known = self._lexicon.entities.by_name.get(name.casefold())
        if known is not None and len(name) > 3:
            self._take(first, end, known.id)
            return
        if end - first == 1 and self._is_bare_person(first):
            return
        kind = self._kind(first, end)
        if kind is None:
            return
        key = self._add(_Unknown(name, kind))
        self._take(first, end, key)
        self._acronym(end, key)
        if kind == "organisation":
            self._shorten(first, end, key)

    def _is_bare_person(self, at: int) -> bool:
        """Whether a word may be short for a person named elsewhere; left to the last pass."""
        word = self._tokens[at].text
        return word in self._lexicon.bearers or any(
            u.kind == "person" and word in u.name.split() for u in self._unknown.values()
        )

    def _shorten(self, first: int, end: int, key: str) -> None:
        """``Foo Robotics`` is later called ``Foo``."""
        tokens = self._tokens
        stop = end
        while stop - first > 1 and tokens[stop - 1].key in words("organisation_words"):
            stop -= 1
        short = tokens[first].text
        if stop < end and stop - first == 1 and len(short) > 3 and tokens[first].key not in words("sentence_starters"):
            self._short.setdefault(short, key)

    def _kind(self, first: int, end: int) -> EntityKind | None:
        """What a capitalised run names, by its own words and those around it."""
        tokens = self._tokens
        keys = [token.key for token in tokens[first:end] if token.kind == "word"]
        last = keys[-1]
        before = tokens[first - 1].key if first else ""
        ahead = [token.key for token in tokens[end : end + 3]] + ["", "", ""]
        if last in words("body_words"):
            return "body"
        if last in words("organisation_words") and len(keys) > 1:
            return "organisation"
        if last in words("place_words") and len(keys) > 1:
            return "place"
        if ahead[0] in words("benchmark_words"):
            return "benchmark"
        if ahead[0] in words("dataset_words"):
            return "dataset"
        if ahead[0] in words("model_words"):
            return "model"
        if ahead[0] in words("product_words") or ahead[1] in words("product_words") and ahead[0] not in ("'", ","):
            return "product"
        person = 1 < len(keys) <= 4 and all(len(key) > 1 or key.isalpha() for key in keys)
        if first and _roles().ending(tokens, first - 1) and (person or before in words("titles")):
            return "person"
        if person and (keys[0] in words("given_names") or set(keys[1:-1]) & words("family_particles")):
            return "person"
        if person and ahead[0] == "," and self._role_follows(end + 1):
            return "person"
        if ahead[0] == "," and ahead[1] in ("a", "an", "the"):
            kind = self._apposed(end + 2)
            if kind:
                return kind
        if tokens[first].text.isupper() and len(keys) == 1 and len(keys[0]) < 6:
            return "organisation"
        if before in ("in", "near", "across", "around", "outside", "at") and ahead[0] != "'" and len(keys) < 3:
            return "place" if before != "at" else "organisation"
        if person and len(keys) == 2 and ahead[0] in ("said", "says", "told", "joins", "joined", "resigned", "who", "will", "scored"):
            return "person"
        return "organisation"

    def _role_follows(self, at: int) -> bool:
        return any(_roles().starting(self._tokens, index) for index in range(at, min(at + 6, len(self._tokens))))

    def _apposed(self, at: int) -> EntityKind | None:
        """The kind that an apposition names: ``, a Berlin start-up``."""
        for token in self._tokens[at : at + 8]:
            if token.kind != "word" and token.text != "-" and token.kind != "number":
                return None
            if token.key in ("company", "firm", "maker", "start", "startup", "supplier", "group", "lab", "provider", "developer", "retailer",
                             "operator", "bank", "fund", "manufacturer", "builder", "producer", "insurer", "carrier", "publisher"):  # fmt: skip
                return "organisation"
            if token.key in words("product_words"):
                return "product"
            if token.key in words("roles"):
                return "person"
        return None

    # -- again --

    def _again(self) -> None:
        """Names found once, wherever else they stand: in headings, at the start of sentences."""
        pairs = [(name, key) for key, unknown in self._unknown.items() for name in (unknown.name, *unknown.aliases)]
        table = Phrases([*self._short.items(), *pairs], exact=True)
        tokens = self._tokens
        at = 0
        while at < len(tokens):
            found = None
            if not self._taken[at] and tokens[at].kind == "word" and not goes_on(tokens, at):
                found = table.starting(tokens, at)
            if found and not any(self._taken[at : found[1]]):
                self._take(at, found[1], found[0])
                at = found[1]
            else:
                at += 1

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
            if self._taken[at] or token.kind != "word" or not token.text[0].isupper() or goes_on(self._tokens, at):
                continue
            if token.key in words("sentence_starters") or goes_on(self._tokens, at + 1):
                continue
            bearer = self._lexicon.bearers.get(token.text)
            found = last.get(token.text) or (bearer.id if bearer is not None else None)
            if found is not None and not (self._opens(at) and token.key in self._lower):
                self._take(at, at + 1, found)

    def _kind_of(self, key: str) -> EntityKind:
        return self._unknown[key].kind if key in self._unknown else self._lexicon.entities.by_id[key].kind


def _inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


def _sized(tokens: Sequence[Token]) -> bool:
    """Whether a name carries a size: a number with a B or M behind it."""
    return any(
        a.kind == "number" and b.text in ("B", "M", "T") and b.glued for a, b in zip(tokens, tokens[1:], strict=False)
    )
