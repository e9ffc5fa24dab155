"""Names that are read for what they are: those of the lexicon, longer ones on them, and models by shape."""

from __future__ import annotations

from typing import Final

from ...entities import Entity, EntityKind
from ...tokens import peek
from .casing import LONGEST, inner_capital, is_calendar_word
from .naming import Guess, is_general, is_legal_form, kind_of, listed, opening_words, verbs_on_s, words
from .register import Register
from .runs import BODIES, NAMED, Runs
from .shapes import chunk_end, has_model_shape, is_size, sized, versioned_end
from .telling import verbs

__all__ = ["Specific"]

MODELS: Final = ("model", "model_family", "product")
VERSIONED: Final = (*MODELS, "platform")
EXTENDED: Final = ("organisation", "model_family", "model", "platform", "product", "publication")
BEFORE_A_PLACE: Final = frozenset("in at near from to outside around across off s".split())
HYPHENED: Final = ("organisation", "benchmark", "model", "model_family", "product", "platform")
HYPHENED_KINDS: Final[dict[EntityKind, EntityKind]] = {"organisation": "product", "model_family": "model"}
BRANCHED: Final = ("organisation", "publication")
LICENCE: Final = ("licence", "license", "licensing")
HOUSE: Final[dict[str, EntityKind]] = {
    "API": "platform",
    "SDK": "product",
    "app": "product",
    "Blog": "publication",
    "Newsroom": "publication",
}
"""What makers have that bears their name."""
LONGEST_OFFER: Final = 4
LINES: Final = frozenset("series family line lineup line-up range generation".split())
ROADS: Final = ("route", "highway", "interstate", "motorway")
ROAD_LETTERS: Final = ("A", "B", "E", "M")
BEHIND_A_ROAD: Final = (
    "near", "between", "motorway", "northbound", "southbound", "eastbound", "westbound",
)  # fmt: skip


class Specific:
    """Reads names of the lexicon and of models, and enters them in a register."""

    def __init__(self, runs: Runs, register: Register) -> None:
        self.runs = runs
        self.register = register

    def number(self, at: int) -> int | None:
        """The token after a name of the lexicon that starts with a number: ``36Kr``, ``737 MAX 7``."""
        entity, end = self.runs.known_at(at) or (None, at)
        if entity is None or not self.runs.free(at, end):
            return None
        longer = versioned_end(self.runs, end)
        return self.model(at, longer, entity) if longer > end else self.register.take(at, end, entity.id)

    def word(self, at: int) -> int | None:
        """The token after a name of the lexicon or of a model that starts with a word."""
        runs = self.runs
        tokens = runs.tokens
        known = runs.known_at(at) if tokens[at].text in runs.openings else None
        entity, end = known or (None, at)
        after = peek(tokens, at + 1)
        joined = after.runs_on or (after.text == "-" and after.glued)
        if entity is None and not joined:
            return None  # most words
        if entity is not None and (
            not runs.free(at, end) or self._is_given_name(at, end) or self._has_an_article(at, end, entity)
        ):
            entity, end = None, at
        chunk = chunk_end(runs, at) if joined else at
        if chunk > end and has_model_shape(runs, at, chunk):
            return self.model(at, chunk, entity)
        if entity is None:
            return None
        owned = entity.kind == "place" and runs.key(at - 1) == "s" and runs.text(end).isdigit()
        numbered = owned or (entity.kind == "organisation" and self._is_product_of(end))
        if entity.kind in VERSIONED or numbered:
            longer = versioned_end(runs, end)  # also "Acme's Jupiter 3"
            if longer > end:
                return self.model(at, longer, entity)
        longer_end = self.longer(at, end, entity)
        if longer_end is None:
            key = self.register.acronyms.get(runs.text(at)) if end == at + 1 else None
            longer_end = self.register.take(at, self._stopped(end), key or entity.id)
        return longer_end

    def _stopped(self, end: int) -> int:
        """``Acme Corp. said``: the token after the stop of a legal form, where it ends no sentence."""
        runs = self.runs
        stops = runs.text(end) == "." and runs.glued(end) and runs.text(end + 1)[:1].islower()
        return end + 1 if stops and is_legal_form(runs.tokens[end - 1]) else end

    def _is_given_name(self, at: int, end: int) -> bool:
        """``Virginia Roe``: a place's name with a family name behind it is somebody's."""
        runs = self.runs
        if end > at + 1 or runs.key(at) not in words("place_given_names"):
            return False
        return (
            runs.is_free_capital(end)
            and not runs.headings[at]
            and not runs.glued(end)
            and not runs.is_ordinary(end)
            and not listed(runs.key(end), *NAMED, "place_words")
            and runs.key(end) not in opening_words()
            and runs.known_at(end) is None
        )

    def _has_an_article(self, at: int, end: int, entity: Entity) -> bool:
        """``The Foo Times`` at the start of a sentence, where the paper is called Foo Times."""
        runs = self.runs
        return (
            runs.text(at) == "The"
            and runs.opens(at)
            and not runs.headings[at]
            and (runs.written(at, end) not in entity.names)
        )

    def _is_product_of(self, at: int) -> bool:
        """``Kia EV9``: a chunk of letters and numbers right behind its maker."""
        runs = self.runs
        if runs.text(at).isdigit() and not runs.glued(at):
            end = versioned_end(runs, at)
            if len(runs.text(at)) < 3 and not runs.headings[at] and self.is_one_thing(at - 1, end):
                return True  # "released Foo 5", "Foo 5 draws"
            size = end + (runs.text(end) == "-" and runs.glued(end))
            varied = listed(runs.key(end - 1), "variants", "plain_variants")  # "Foo 5 Mini"
            return varied or runs.key(end) in LINES or is_size(runs.tokens, size)  # "Foo 5 line", "Foo 5-7B"
        return at < len(runs.tokens) and runs.tokens[at].kind == "word" and runs.known_at(at) is None

    def is_one_thing(self, at: int, end: int) -> bool:
        """``launched Foo 5``, ``Foo 5 draws``, ``Foo 5's price``: a name and its number are one."""
        after = self.runs.key(end)
        if after == "'" or after.endswith("ed") or after in verbs_on_s() or after in words("subject_verbs"):
            return True
        deed = verbs("done_to", "base", "third", "past", "gerund").ending(self.runs.tokens, at - 1)
        return deed is not None and "thing" in deed[0]

    # -- longer names --

    def longer(self, at: int, end: int, entity: Entity) -> int | None:
        """The token after a longer name that starts with a known one."""
        runs = self.runs
        following = runs.text(end)
        hangs = following == "-" and entity.kind in HYPHENED
        hyphened = self._hyphened_end(end, is_model=entity.kind in MODELS) if hangs else end
        if hyphened > end:
            kind = HYPHENED_KINDS.get(entity.kind, entity.kind)
            hyphened = versioned_end(runs, hyphened) if entity.kind in VERSIONED else hyphened
            return self.register.new(at, hyphened, Guess(kind, 3), entity.id)
        aimed = runs.audience_end(end) if entity.kind in EXTENDED else end
        if aimed > end:
            kind = HYPHENED_KINDS.get(entity.kind, entity.kind)
            return self.register.new(at, aimed, Guess(kind, 3), entity.id)  # "Foo for Teams"
        labelled = runs.text(at - 1) == ":" and runs.key(at - 2) in LICENCE
        told = labelled or following in HOUSE or following.lower() in LICENCE or following in runs.openings
        if not (told or runs.is_free_capital(end)):
            return None  # most names
        bare = runs.key(end - 1) not in words("offers")  # an API of "Acme Cloud" is its own
        if following in HOUSE and bare and entity.kind in ("organisation", "model_family"):
            return self.register.new(at, end + 1, Guess(HOUSE[following], 4), entity.id)
        if following.lower() in LICENCE or labelled:
            licence = self.register.named(f"{runs.written(at, end)} licence")
            if licence is not None or not labelled:
                return None if licence is None else self.register.take(at, end, licence.id)
        if runs.headings[at]:
            return None
        if entity.kind == "place":
            return self._named_for_a_place(at, end)
        if entity.kind == "other" and self._branch_end(end) > end:
            return self.register.new(at, end + 1, Guess("place", 3), entity.id)  # a project's site
        if entity.kind in BRANCHED:
            branch = self._branch_end(end)
            if branch > end:
                return self.register.new(at, branch, Guess(entity.kind, 3), entity.id)
        return self._part_of_it(at, end, entity) if entity.kind in EXTENDED else None

    def _hyphened_end(self, at: int, *, is_model: bool) -> int:
        """``FooBench-Pro``, ``Foo-Coder-Next``: the token after capitalised words that hang on a name."""
        runs, end = self.runs, at
        while runs.text(end) == "-" and runs.glued(end) and runs.glued(end + 1):
            if is_model and runs.text(end + 1).isdigit():
                end += 2 + (runs.text(end + 2) in ("b", "B") and runs.glued(end + 2))  # "foo-oss-2-20b"
                continue
            if not runs.is_capital(end + 1):
                break
            plain = listed(runs.key(end + 1), "hyphenated_words") or (
                not is_model and runs.is_ordinary(end + 1)
            )
            if plain or runs.taken[end + 1] or runs.known_at(end + 1) is not None:
                break
            end += 2
        return end

    def _named_for_a_place(self, at: int, end: int) -> int | None:
        """``Ohio Department of Health``: a place's name opens that of a body."""
        runs = self.runs
        if not runs.is_free_capital(end) or runs.glued(end):
            return None
        longer = runs.trimmed(at, runs.run_end(end - 1))
        if longer > end and runs.key(longer - 1) in words("press_words"):
            return self.register.new(at, longer, Guess("publication", 4))
        if longer <= end + 1 and listed(runs.key(end), "place_words_of_companies", "place_words"):
            return self.register.new(at, end + 1, Guess("place", 3))  # "Boston Harbor"
        if self._is_first_name(at, end, longer):
            guess = kind_of(runs.tokens, at, longer)
            return self.register.new(
                at, longer, Guess("organisation", 0) if guess.kind == "person" else guess
            )
        if not runs.is_named(at, longer) or (longer <= end + 1 and not listed(runs.key(end), *NAMED)):
            return None
        return self.register.new(at, longer, kind_of(runs.tokens, at, longer))

    def _is_first_name(self, at: int, end: int, longer: int) -> bool:
        """``Dorset Life``: a place's name that opens another one, and not ``in Dorset Jane Roe met``."""
        runs = self.runs
        return (
            longer == end + 1 == at + 2
            and runs.is_inside(at)
            and runs.text(end).istitle()
            and runs.key(at - 1) not in BEFORE_A_PLACE
            and runs.key(end) not in runs.lower
            and not runs.is_ordinary(end)
            and not listed(runs.key(end), "given_names", "place_words", "legal_heads")
            and runs.known_at(end) is None
            and runs.text(end + 1) != "-"
        )

    def _branch_end(self, at: int) -> int:
        """``Acme India``: the token after a country right behind a company, if no name follows it."""
        runs = self.runs
        place, end = runs.known_at(at) or (None, at)
        branch = (
            place is not None
            and place.kind == "place"
            and end == at + 1
            and not runs.text(at).isupper()
            and not runs.glued(at)
            and runs.text(end) != "-"
            and runs.key(end) not in words("place_nouns")
            and not runs.is_free_capital(end)
        )
        return end if branch else at

    def _part_of_it(self, at: int, end: int, entity: Entity) -> int | None:
        """``Acme Music``, ``Acme Cloud``: what a maker offers, or a part of it."""
        runs = self.runs
        longer = self._capitals_behind(end, entity)
        if longer == end:
            return None
        last = runs.key(longer - 1)
        kind: EntityKind = "publication" if entity.kind == "publication" else "product"
        if last == "studio" or (listed(last, *BODIES) and entity.kind == "platform"):
            kind = "platform"  # "Acme Studio", "Acme Cloud Foundry"
        elif last in words("press_words"):
            kind = "publication"
        elif listed(last, *BODIES) and entity.kind != "product":
            kind = "organisation"
        elif last in words("offers"):
            kind = "platform"
        elif listed(last, "other_words"):
            kind = "other"  # "Acme Model License"
        versioned = versioned_end(runs, longer)
        if versioned > longer:
            versioned = self._hyphened_end(self._behind_version(versioned), is_model=True)
        return self.register.new(at, self._stopped(versioned), Guess(kind, 3), entity.id)

    def _capitals_behind(self, at: int, entity: Entity) -> int:
        """The token after the capitalised words that make a longer name of a known one."""
        runs, end = self.runs, at
        thing = entity.kind in VERSIONED
        while end < at + LONGEST and runs.is_free_capital(end) and self._may_follow(end, of_a_thing=thing):
            end += 1
        end = max(end, self._offer_end(at))
        person = end - at == 2 and entity.kind == "organisation"
        return at if person and kind_of(runs.tokens, at, end).kind == "person" else end

    def _offer_end(self, at: int) -> int:
        """``Acme Developer Cloud``: ordinary words are a part of the name when it says what is offered."""
        runs = self.runs
        for end in range(at, at + LONGEST_OFFER):
            if not runs.is_free_capital(end) or runs.glued(end):
                break
            if runs.key(end) in words("offers"):
                return end + 1
        return at

    def _may_follow(self, at: int, *, of_a_thing: bool) -> bool:
        """Whether a word goes on with a known name; behind a thing's any has its capital from it."""
        runs, key, text = self.runs, self.runs.key(at), self.runs.text(at)
        if runs.glued(at) or runs.known_at(at) is not None:
            return False
        if (
            of_a_thing
            and text.istitle()
            and len(key) > 2
            and runs.is_inside(at)
            and not runs.is_capital(at + 1)
        ):
            return not (is_calendar_word(key) or key in words("nationalities"))
        return (
            key in words("offers")
            or key in words("site_numbers")
            or runs.text(at) == "AI"
            or (
                (len(key) > 3 or (runs.text(at).istitle() and not is_legal_form(runs.tokens[at])))
                and not listed(key, "numbered_words", "given_names")
                and not runs.is_ordinary(at, inside=True)
                and runs.text(at) not in self.register.people
            )
        )

    # -- models by shape --

    def model(self, first: int, end: int, entity: Entity | None) -> int:
        """Take a model's name by shape, with the capitalised words before it and the variant behind it."""
        runs = self.runs
        if runs.tokens[end - 1].kind != "number" or not runs.text(end)[:1].isdigit():
            end = versioned_end(runs, end)
        end = self._behind_version(end)
        if entity is not None or self._shorter(first, end) is not None:
            end = self._with_words(end)
        last = end + 1 >= len(runs.tokens)
        if last or not runs.headings[first] or not runs.is_ordinary(end + 1):
            end = self._hyphened_end(end, is_model=True)  # "Foo 3 Flash-Lite", "Foo 3-7B-Chat"
        limit = max(0, first - LONGEST)
        while entity is None and first > limit and not runs.glued(first) and self._joins_before(first - 1):
            first -= 1
        parent = self._shorter(first, end) or entity or self._inner(first, end)
        guess = self._kind_by_shape(first, end, parent)
        return self.register.new(first, end, guess, parent.id if parent else None)

    def _with_words(self, at: int) -> int:
        """The token behind words that go on with the name of a known series: ``Foo 3 Nano VL 12B``."""
        runs, end = self.runs, at
        while end < at + LONGEST_OFFER and runs.is_free_capital(end) and not runs.glued(end):
            known = runs.known_at(end)
            plain = runs.headings[end] or runs.text(end) in HOUSE or runs.key(end) in ("api", "apis", "ai")
            if plain or (known is not None and known[0].kind not in MODELS):
                return at
            if runs.is_ordinary(end, inside=True) and not (
                runs.text(end).isupper() or is_size(runs.tokens, end + 1)
            ):
                return at
            end += 1
        hangs = runs.text(end) in ("'", "-")
        sized = end + 2 if is_size(runs.tokens, end) and not runs.glued(end) else end
        return at if hangs or end == at else sized

    def _behind_version(self, at: int) -> int:
        """The token after sizes and words of its own behind a version: ``Foo-2 8B``, ``Foo-2 Finch``."""
        runs, end = self.runs, at
        if runs.text(at) == "-" and runs.glued(at) and is_size(runs.tokens, at + 1):
            return at + 3  # "Foo 2 Mini-9B"
        while end < min(at + LONGEST_OFFER, len(runs.tokens)) and not runs.glued(end):
            numbered = runs.tokens[end - 1].kind == "number" or runs.tokens[end - 1].runs_on
            sizing = numbered or (runs.key(end - 1) in words("variants") and runs.text(end + 1) == "B")
            if sizing and is_size(runs.tokens, end):
                end = versioned_end(runs, end + 2)  # "Foo-2 Vision 20B Chat"
            elif numbered and not runs.text(end - 1).isupper() and self._is_own_word(end):
                end = versioned_end(runs, end + 1)
            else:
                break
        return end

    def _is_own_word(self, at: int) -> bool:
        """Whether a capitalised word behind a version has no other reason to be so: ``Foo-2 | Finch``."""
        runs = self.runs
        key, text, after = runs.key(at), runs.text(at), runs.key(at + 1)
        if runs.headings[at] or not runs.is_free_capital(at) or len(text) < 3 or after in ("-", "'"):
            return False
        if runs.is_free_capital(at + 1) and after not in words("variants"):
            return False
        if key in runs.lower and (key in verbs_on_s() or key.endswith(("s", "ed", "ing"))):
            return False
        plain = runs.is_ordinary(at, inside=True) or is_general(key)
        plain = plain or listed(key, "sentence_starters", "given_names")
        return (text.istitle() or inner_capital(text)) and not plain and runs.known_at(at) is None

    def _joins_before(self, at: int) -> bool:
        """Whether a word belongs to the model's name behind it: ``Galaxy Z Fold8``."""
        runs = self.runs
        if not runs.is_free_capital(at) or (runs.headings[at] and not self._is_lettered(at)):
            return False
        letter = len(runs.text(at)) == 1 and at > 0 and runs.is_free_capital(at - 1)
        plain = runs.key(at) in opening_words() or runs.opens_by_chance(at)
        return not plain and (letter or not runs.is_ordinary(at))

    def _is_lettered(self, at: int) -> bool:
        """``Foo V4`` in a heading: whether a letter and a number stand behind what is a name."""
        runs = self.runs
        lettered = len(runs.text(at + 1)) == 1 and runs.glued(at + 2) and runs.text(at + 2)[:1].isdigit()
        plain = runs.key(at).endswith(("s", "ed", "ing")) or runs.known_at(at) is not None
        return lettered and runs.is_special(at) and not plain

    def _shorter(self, first: int, end: int) -> Entity | None:
        """The longest known name that a model's name starts with."""
        shorter = (self.register.named(self.runs.written(first, at)) for at in range(end - 1, first, -1))
        return next((entity for entity in shorter if entity is not None), None)

    def _inner(self, first: int, end: int) -> Entity | None:
        """The known model that a longer model's name holds."""
        for at in range(first, end):
            entity, stop = self.runs.known_at(at) or (None, end)
            if entity is not None and stop <= end and entity.kind in MODELS:
                return entity
        return None

    def _kind_by_shape(self, first: int, end: int, parent: Entity | None) -> Guess:
        runs = self.runs
        if runs.key(first) in ROADS or self._is_road(first, end):
            return Guess("place", 4)
        if parent is not None and parent.kind not in ("model", "model_family", "organisation"):
            numbered = parent.kind == "platform" and runs.tokens[end - 1].kind == "number"
            return Guess("product" if numbered else parent.kind, 3)
        if sized(runs.tokens[first:end]):
            return Guess("model", 3)
        telling = {token.key for token in runs.tokens[first:end]} - words("plain_variants")
        if not words("other_words").isdisjoint(telling):
            return Guess("other", 4)  # "Acme Model License 1.1"
        if parent is not None and parent.kind != "organisation":
            return Guess("model", 3)
        near = {token.key for token in runs.tokens[max(0, first - 6) : end + 6]}
        return Guess("product", 1) if near.isdisjoint(words("model_words")) else Guess("model", 2)

    def _is_road(self, first: int, end: int) -> bool:
        """``the M4 near``: a letter and a number that cars are on."""
        runs = self.runs
        lettered = end - first == 2 and runs.text(first) in ROAD_LETTERS and runs.text(first - 1) == "the"
        return lettered and runs.key(end) in BEHIND_A_ROAD
