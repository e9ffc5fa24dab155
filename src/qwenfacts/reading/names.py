"""Names: from the lexicon, by the shape of a model's name, and unknown ones by capitals.

The text is scanned once, left to right. At each word the longest of these wins: a short form of a name
that was there before, a name of the lexicon, a model's name by shape, a capitalised run inside a sentence.
Then what was found is looked for where a capital alone proves nothing (headings, the start of a sentence),
and last come surnames and other short forms that stand before the full name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..entities import Entity, EntityKind
from ..lexicon import Lexicon
from ..tokens import Token, goes_on
from ..values import Span
from .casing import Casing
from .naming import words("legal_heads"), Guess, is_legal_form, kind_of, listed, opening_words, words
from .register import Register
from .shapes import words("numbered_words"), chunk_end, has_model_shape, is_year, may_have_version, sized, versioned_end

__all__ = ["FoundName", "find_names"]

MODELS = ("model", "model_family", "product")
VERSIONED = ("model", "model_family", "product", "platform")
EXTENDED = ("organisation", "model_family", "platform", "product", "publication")
ROADS = ("route", "highway", "interstate", "motorway")
BRANCHED = ("organisation", "publication")
OFFERS = ("cloud", "marketplace", "platform", "store")
ASIAN_SCRIPTS = "\u2e80"


class FoundName(NamedTuple):
    """A name mention, and the indexes of its first and after-last token."""

    span: Span
    value: Entity
    first: int
    end: int


def find_names(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    skip: Sequence[bool],
    headings: Sequence[bool],
    units: Sequence[bool] = (),
    sources: Mapping[str, Entity] | None = None,
) -> list[FoundName]:
    """Every name of a text, in order.

    ``skip`` marks tokens that hold no names, such as links; ``headings`` those of lines in which every word
    may have a capital; ``units`` those that belong to the number beside them. ``sources`` are names that lines
    of data give.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> from qwenfacts.tokens import tokenize
    >>> tokens = tokenize("Alibaba's rival Voltrex Robotics hired Jane Roe; Roe joins Voltrex.")
    >>> none = [False] * len(tokens)
    >>> [found.value.id for found in find_names(tokens, lexicon_of(), none, none)]
    ['alibaba', 'voltrex-robotics', 'jane-roe', 'jane-roe', 'voltrex-robotics']
    """
    casing = Casing(tokens, lexicon, list(skip), headings, units or [False] * len(tokens))
    register = Register(casing, lexicon, sources or {})
    _Scan(casing, register).run()
    return [
        FoundName(Span(tokens[first].start, tokens[end - 1].end), entity, first, end)
        for first, end, entity in register.settled()
    ]


class _Scan:
    """One pass over the tokens, which enters what it finds in a register."""

    def __init__(self, casing: Casing, register: Register) -> None:
        self.casing = casing
        self.register = register

    def run(self) -> None:
        """Read all tokens."""
        casing, at = self.casing, 0
        while at < len(casing.tokens):
            token = casing.tokens[at]
            if casing.taken[at] or token.kind in ("mark", "newline") or goes_on(casing.tokens, at):
                at += 1
            elif token.kind == "number":
                at = self._known_number(at) or self._ordinal(at) or at + 1
            else:
                at = self._short_form(at) or self._known_or_model(at) or self._run(at) or at + 1

    def _take(self, first: int, end: int, key: str) -> int:
        """Enter a name; answer the token after it and the other form that stands in parentheses."""
        self.register.enter(first, end, key)
        return self._parenthesis(first, end, key)

    def _new(self, first: int, end: int, guess: Guess, parent: str | None = None) -> int:
        """Take a name that may be unknown."""
        written = self.casing.written(first, end)
        return self._take(first, end, self.register.key_of(written, guess, parent))

    def _parenthesis(self, first: int, at: int, key: str) -> int:
        """``Competition Board (CB)``, ``Roe (罗)``: another form of the name before it."""
        casing = self.casing
        if casing.text(at) != "(" or casing.text(at + 2) != ")" or casing.taken[at + 1]:
            return at
        short = casing.tokens[at + 1]
        if short.kind != "word":
            return at
        if short.text[-1] < ASIAN_SCRIPTS and (
            casing.known_at(at + 1)
            or casing.is_ordinary(at + 1)
            or not _abbreviates(short.text, casing.tokens[first:at])
        ):
            return at
        self.register.enter_short(at + 1, key)
        return at + 3

    # -- what was there before, the lexicon, and models by shape --

    def _short_form(self, at: int) -> int | None:
        """``the Board`` of a Competition Board is not one; ``CB`` is, once it was defined."""
        casing = self.casing
        chunk = chunk_end(casing, at)
        known = casing.known_at(at)
        for end in range(min(at + 5, len(casing.tokens)), at, -1):
            key = self.register.short.get(casing.written(at, end))
            if key is None or chunk > end or goes_on(casing.tokens, end) or not casing.free(at, end):
                continue
            if (known and known[1] >= end) or (end == at + 1 and self._means_nothing(at)):
                return None
            self.register.enter(at, end, key)
            return end
        return None

    def _means_nothing(self, at: int) -> bool:
        """Whether a word may have its capital from where it stands, and is an ordinary one."""
        casing = self.casing
        if casing.key(at) in opening_words():
            return casing.opens(at) or casing.headings[at]
        return self._only_opens(at)

    def _only_opens(self, at: int) -> bool:
        """Whether a word opens a sentence, and stands elsewhere in small letters."""
        return self.casing.opens(at) and self.casing.tokens[at].key in self.casing.lower

    def _known_number(self, at: int) -> int | None:
        """A name of the lexicon that starts with a number: ``36Kr``."""
        entity, end = self.casing.known_at(at) or (None, at)
        if entity is None or not self.casing.free(at, end):
            return None
        longer = max(end, versioned_end(self.casing, end))
        return self._model(at, longer, entity) if longer > end else self._take(at, end, entity.id)

    def _ordinal(self, at: int) -> int | None:
        """``9th Circuit Court``, ``7th District``."""
        casing = self.casing
        if casing.text(at + 1) not in ("st", "nd", "rd", "th") or not casing.glued(at + 1):
            return None
        if not casing.is_free_capital(at + 2):
            return None
        end = casing.run_end(at + 2)
        if (
            not listed(casing.key(end - 1), "body_words", "place_words")
            and "court" not in casing.written(at, end).lower()
        ):
            return None
        return self._new(at, end, kind_of(casing.tokens, at, end))

    def _known_or_model(self, at: int) -> int | None:
        casing = self.casing
        entity, end = casing.known_at(at) or (None, at)
        if entity is not None and (not casing.free(at, end) or self._is_given_name(at, end)):
            entity, end = None, at
        chunk = chunk_end(casing, at)
        if chunk > end and has_model_shape(casing, at, chunk):
            return self._model(at, chunk, entity)
        if entity is None:
            return None
        if entity.kind in VERSIONED or (entity.kind == "organisation" and self._is_product_of(end)):
            longer = versioned_end(casing, end)
            if longer > end:
                return self._model(at, longer, entity)
        longer = self._longer(at, end, entity)
        return longer or self._take(at, end, entity.id)

    def _is_given_name(self, at: int, end: int) -> bool:
        """``Virginia Roe``: a place's name with a family name behind it is somebody's."""
        casing = self.casing
        return (
            end == at + 1
            and casing.key(at) in words("place_given_names")
            and casing.is_free_capital(end)
            and not casing.headings[at]
            and not casing.glued(end)
            and casing.known_at(end) is None
            and not casing.is_ordinary(end)
            and not listed(casing.key(end), "organisation_words", "body_words", "place_words", "other_words")
            and casing.key(end) not in opening_words()
        )

    def _is_product_of(self, at: int) -> bool:
        """``Kia EV9``: a chunk of letters and numbers right behind its maker."""
        casing = self.casing
        return at < len(casing.tokens) and casing.tokens[at].kind == "word" and casing.known_at(at) is None

    def _longer(self, at: int, end: int, entity: Entity) -> int | None:
        """A longer name that starts with a known one: ``Acme Music``, ``Acme app``."""
        casing = self.casing
        if casing.text(end) == "app" and entity.kind in ("organisation", "model_family"):
            return self._new(at, end + 1, Guess("product", 4), entity.id)
        if casing.key(end) in ("licence", "license") and not casing.taken[end]:
            licence = self.register.named(f"{casing.written(at, end)} {casing.key(end)}")
            if licence is not None:
                return self._take(at, end, licence.id)
        if casing.headings[at]:
            return None
        if entity.kind == "place":
            return self._named_for_a_place(at, end)
        if entity.kind in BRANCHED and self._is_branch(end):
            _, stop = casing.known_at(end) or (None, end)
            return self._new(at, stop, Guess(entity.kind, 3), entity.id)
        if entity.kind not in EXTENDED:
            return None
        longer = self._more_of_it(end, entity)
        if longer == end:
            return None
        last = casing.key(longer - 1)
        kind: EntityKind = "publication" if entity.kind == "publication" else "product"
        if listed(last, "organisation_words", "body_words"):
            kind = "organisation"
        elif last in OFFERS:
            kind = "platform"
        version = versioned_end(casing, longer)
        return self._new(at, version, Guess(kind, 3), entity.id)

    def _is_branch(self, at: int) -> bool:
        """``Acme India``: a country right behind a company's or paper's name, that no name follows."""
        casing = self.casing
        place, end = casing.known_at(at) or (None, at)
        return (
            place is not None
            and place.kind == "place"
            and end == at + 1
            and not casing.text(at).isupper()
            and not casing.glued(at)
            and casing.text(end) != "-"
            and not casing.is_free_capital(end)
            and casing.key(end) not in words("place_nouns")
        )

    def _named_for_a_place(self, at: int, end: int) -> int | None:
        """``Ohio Department of Health``: a place's name opens that of a body."""
        casing = self.casing
        if not casing.is_free_capital(end) or casing.glued(end):
            return None
        longer = casing.trimmed(at, casing.run_end(end - 1))
        if longer <= end + 1 and not listed(
            casing.key(end), "organisation_words", "body_words", "other_words"
        ):
            return None
        if not casing.is_named(at, longer):
            return None
        return self._new(at, longer, kind_of(casing.tokens, at, longer))

    def _more_of_it(self, at: int, entity: Entity) -> int:
        """The token after the capitalised words that make a longer name of a known one."""
        casing, end = self.casing, at
        while (
            casing.is_free_capital(end)
            and not casing.tokens[end].glued
            and (casing.key(end) in OFFERS or self._may_follow(end))
            and casing.known_at(end) is None
        ):
            end += 1
        person = end - at == 2 and entity.kind == "organisation"
        return at if person and kind_of(casing.tokens, at, end).kind == "person" else end

    def _may_follow(self, at: int) -> bool:
        casing = self.casing
        return (
            not casing.is_ordinary(at, inside=True)
            and len(casing.text(at)) > 3
            and casing.key(at) not in words("numbered_words")
            and casing.key(at) not in words("given_names")
            and casing.text(at) not in self.register.people
        )

    def _model(self, first: int, end: int, entity: Entity | None) -> int:
        """Take a model's name by shape, with the capitalised words before it and the variant behind it."""
        casing = self.casing
        end = max(end, versioned_end(casing, end))
        while first and entity is None and self._joins_before(first - 1) and not casing.tokens[first].glued:
            first -= 1
        parent = entity or self._inner(first, end)
        for stop in range(end - 1, first, -1):
            shorter = self.register.named(casing.written(first, stop))
            if shorter is not None:
                parent = shorter
                break
        return self._new(first, end, self._kind_by_shape(first, end, parent), parent.id if parent else None)

    def _inner(self, first: int, end: int) -> Entity | None:
        """The known model that a longer model's name holds."""
        for at in range(first, end):
            found = self.casing.known_at(at)
            if found and found[1] <= end and found[0].kind in MODELS:
                return found[0]
        return None

    def _kind_by_shape(self, first: int, end: int, parent: Entity | None) -> Guess:
        casing = self.casing
        if casing.key(first) in ROADS:
            return Guess("place", 4)
        if (
            end - first == 2
            and casing.text(first) in ("A", "B", "M", "E")
            and casing.text(first - 1) == "the"
        ):
            ahead = casing.key(end)
            if ahead in ("near", "between", "motorway", "northbound", "southbound", "eastbound", "westbound"):
                return Guess("place", 4)
        if parent is not None and parent.kind == "platform" and casing.tokens[end - 1].kind == "number":
            return Guess("product", 3)
        if parent is not None and parent.kind not in ("model", "model_family", "organisation"):
            return Guess(parent.kind, 3)
        if (parent is not None and parent.kind != "organisation") or sized(casing.tokens[first:end]):
            return Guess("model", 3)
        near = {token.key for token in casing.tokens[max(0, first - 6) : end + 6]}
        return Guess("model", 2) if near & words("model_words") else Guess("product", 1)

    def _joins_before(self, at: int) -> bool:
        """Whether a word belongs to the model's name behind it: ``Galaxy Z Fold8``."""
        casing = self.casing
        letter = len(casing.text(at)) == 1 and at > 0 and casing.is_free_capital(at - 1)
        return (
            casing.is_free_capital(at)
            and not casing.headings[at]
            and (letter or not casing.is_ordinary(at))
            and casing.key(at) not in opening_words()
            and not self._only_opens(at)
        )

    # -- capitals --

    def _run(self, at: int) -> int | None:
        """A capitalised run inside a sentence, or one that opens it and is told to be a name."""
        casing = self.casing
        if not casing.is_capital(at):
            return None
        end = casing.run_end(at)
        if casing.headings[at]:
            return self._in_heading(at, end)
        if casing.key(at) in words("legal_heads") and not casing.opens(at) and casing.text(at + 1).isdigit():
            return self._new(at, at + 2, Guess("other", 4))
        first = casing.without_front(at, end)
        if at < first < end:
            return first  # what is left may be a known name
        end = casing.trimmed(first, end)
        if first >= end or all(casing.is_ordinary(i) for i in range(first, end)):
            return max(end, at + 1)
        if end - first == 1 and not casing.stands_alone(first):
            return max(end, at + 1)
        if casing.text(end) == "." and casing.glued(end) and is_legal_form(casing.tokens[end - 1]):
            end += 1
        if casing.key(end - 1) == "act" and end - first > 1 and is_year(casing.text(end)):
            return self._new(first, end + 1, Guess("other", 4))
        version = versioned_end(casing, end) if may_have_version(casing, first, end) else end
        if version > end:
            return self._model(first, version, None)
        guess = kind_of(casing.tokens, first, end, among_places=self.register.follows_a_place(first))
        usual = self._usual_end(first, end)
        return self._take(first, end, self.register.key_of(casing.written(first, usual), guess))

    def _usual_end(self, first: int, end: int) -> int:
        """The end without the words that only say how a company is registered."""
        casing = self.casing
        while end - first > 1 and (is_legal_form(casing.tokens[end - 1]) or casing.text(end - 1) == "."):
            end -= 1
        return end

    def _in_heading(self, at: int, end: int) -> int | None:
        """A given name with a surname behind it is a name also where every word has a capital."""
        casing = self.casing
        end = min(end, at + 3)
        if end - at < 2 or any(
            casing.is_ordinary(i) or casing.key(i) in casing.lower or casing.key(i) in opening_words()
            for i in range(at, end)
        ):
            return None
        guess = kind_of(casing.tokens, at, end)
        return self._new(at, end, guess) if guess.kind == "person" and guess.weight == 4 else None


def _abbreviates(short: str, name: Sequence[Token]) -> bool:
    """Whether capitals stand for a name: its letters in order, the first that of a word's start.

    >>> from qwenfacts.tokens import tokenize
    >>> _abbreviates("ECHA", tokenize("European Chemicals Agency")), _abbreviates("AB", tokenize("Acme"))
    (True, False)
    """
    initials = "".join(token.text[0] for token in name if token.kind == "word").upper()
    letters = iter("".join(token.text for token in name).upper())
    return (
        2 <= len(short) <= 7
        and short.isupper()
        and short[0] in initials
        and (set(short) <= set(initials) or all(letter in letters for letter in short))
    )
