"""Noun phrases of a sentence: a name or a common noun with what belongs to it, and lists of them.

No tagger stands behind this: a phrase goes on until a word that cannot be inside one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...entities import Entity
from ...report import Mention
from ...tokens import NOTHING
from ..mentions.naming import verbs_on_s
from ..page import Page, Passage
from ..wordclasses import ARTICLES, AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from .lines import Line
from .nounwords import (
    ADVERBS,
    BEHIND_A_VERB,
    CONTINUING,
    COPULAS,
    DETERMINING,
    ENDING_A_LIST,
    EXAMPLES,
    FARTHEST,
    FINITE,
    GLUE,
    GOING_ON,
    INSIDE,
    LIKE_PARTICIPLES,
    LONGEST,
    MOST,
    OPENING_A_CLAUSE,
    OTHER_CLAUSES,
    PARTICIPLES,
    PAST,
    STOPS,
    TRANSPARENT,
    TURNS,
    is_adverb,
    verb_forms,
)
from .referents import of_nouns

__all__ = [
    "COPULAS",
    "PARTICIPLES",
    "PAST",
    "Nouns",
    "Phrase",
    "verb_forms",
]


class Phrase(NamedTuple):
    """A noun phrase: its tokens, without and with article; its name, if it is headed by one; whose it is.

    ``noun`` is the last common noun, empty where there is none; ``article`` the key of what stands before.
    """

    first: int
    end: int
    name: Mention[Entity] | None
    owner: Mention[Entity] | None
    noun: str
    article: str
    start: int


class Nouns(Line):
    """A sentence or line while its noun phrases are read."""

    def __init__(self, page: Page, passage: Passage) -> None:
        super().__init__(page, passage)
        self._forms, self._does = verb_forms("verbs"), verb_forms("does")
        self._phrases: dict[int, Phrase | None] = {}
        self._breaks: dict[int, bool] = {}

    def words(self, phrase: Phrase) -> str:
        """A phrase as written, without its article and without whose it is."""
        return self.page.quote(self.span(phrase.first, phrase.end))

    # -- phrases --

    def phrase_at(self, at: int, stop: int | None = None) -> Phrase | None:
        """The noun phrase that starts at a token, without what prepositions add; not beyond ``stop``."""
        if at not in self._phrases:
            self._phrases[at] = self._phrase_at(at, self.end)
        phrase = self._phrases[at]
        if stop is None or phrase is None or phrase.end <= stop:
            return phrase
        return self._phrase_at(at, stop)

    def _phrase_at(self, at: int, stop: int) -> Phrase | None:
        start, article, owner = at, "", None
        last, tokens, starting = min(stop, start + LONGEST), self.tokens, self.starting
        key = self.token(at).key
        if key in DETERMINERS:
            article, at = key, at + 1
        first, end, head, noun = at, at if at >= self.first else last, None, ""
        while end < last:
            token, name = tokens[end], starting.get(end)
            if name is not None:
                end = self.name_end(name)
                behind = self.possessed(end)
                if behind is not None:
                    owner, head, noun, first, end = name, None, "", behind, behind
                else:
                    head, noun = name, ""
            elif end == first and token.text in ("“", '"'):
                end += 1 + (self.token(end + 1).key in ARTICLES)
                first = end
            elif token.kind == "word" and self.possessed(end + 1) is not None and not self.breaks(end):
                owner, head, noun = None, None, ""  # the company's, the assistant's
                article = token.key + "'s"
                first = end = self.possessed(end + 1) or end
            elif self.breaks(end) and not (article and self._goes_on(first, end)):
                break
            else:
                noun = token.key if token.kind == "word" else noun
                end += 1
        while end > first and self.token(end - 1).kind == "mark" and self.token(end - 1).text != "%":
            end -= 1
        if noun and end > first:
            noun = self.noun_ending(end)
        return Phrase(first, end, head, owner, noun, article, start) if end > first else None

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether adjectives go on at a token: ``a fast | , cheap router``, ``largest | and best``."""
        token, before, behind = self.token(at), self.token(at - 1), self.token(at + 1)
        if token.key == "only" or at == first:
            return token.key == "only" and at == first
        if behind.text.title() == behind.text and behind.kind == "word":
            return False
        if token.key == "and":
            return before.key.endswith("est") and (behind.key.endswith("est") or behind.key == "most")
        if token.text != "," or self.breaks(at + 1) or at + 1 in self.starting:
            return False
        end = at + 2
        while end < at + MOST and not self.breaks(end) and end not in self.starting:
            end += 1
        sorts = of_nouns("thing", "model", "company", "unit", "sort")
        return before.key not in sorts and self.noun_ending(end) in sorts

    def noun_ending(self, end: int) -> str:
        """The noun before a token, with what a hyphen joins to it: ``start-up``."""
        last = self.token(end - 1)
        mark = self.token(end - 2) if end - 1 in self._hyphened else NOTHING
        if mark.text == "-" and last.glued and mark.glued:
            return f"{self.token(end - 3).key}-{last.key}"
        return last.key

    def breaks(self, at: int) -> bool:
        """Whether a token cannot stand inside a noun phrase."""
        found = self._breaks.get(at)
        if found is None:
            found = self._breaks[at] = self._is_break(at)
        return found

    def _is_break(self, at: int) -> bool:
        token = self.token(at)
        if token.kind == "word":
            if at in self._hyphened:  # | purpose-built for, Acme | open-sourced Foo
                joined = self.token(at + 1).text == "-"
                return joined and (self._is_participle(at + 2, at) or self._is_done(at))
            return token.key in STOPS or (token.key not in GOING_ON and self._is_verb(at))
        if token.kind == "mark":
            return token.text not in GLUE or (not token.glued and token.text not in ("$", "€", "£", "&"))
        return token.kind == "newline"

    def _is_done(self, at: int) -> bool:
        """Whether a hyphened past form behind a company has a name behind it: ``Acme | co-wrote Foo``."""
        company = at in self.ending or self.token(at - 1).key in of_nouns("company", "unit")
        return company and self.token(at + 2).key.endswith("ed") and at + 3 in self.starting

    def _is_verb(self, at: int) -> bool:
        """Whether a word is a verb that ends a noun phrase."""
        token = self.tokens[at]
        form, third = self._forms.get(token.key), self._does.get(token.key) == "third"
        if self._is_participle(at):
            return True
        if form is None and not third and not token.key.endswith(("ing", "ly")):
            return False  # most words
        before, behind = self.token(at - 1), self.token(at + 1)
        if before.kind != "word" or before.key in DETERMINERS or before.key in FUNCTION_WORDS:
            return False
        if token.key in CONTINUING and (behind.key in PREPOSITIONS or is_adverb(behind.key)):
            return True  # a unit | reporting to Foo
        determined = behind.key in DETERMINING and behind.key != "that"  # models that read
        opens = behind.kind == "number" or determined or at + 1 in self.starting
        if token.text.islower() and token.key.endswith("ing") and opens:
            return True  # a group combining two units
        if opens and (third or form == "third"):
            return True
        if is_adverb(token.key) and self._forms.get(behind.key) in ("past", "participle"):
            return True
        return form in ("past", "participle") and behind.key in BEHIND_A_VERB

    def _is_participle(self, at: int, first: int | None = None) -> bool:
        """Whether a participle goes on behind a noun, and not before one: ``a unit | formed on Monday``."""
        key = self.token(at).key
        if not (key in PARTICIPLES or key.endswith("ed")) or self.token(at + 1).key not in PREPOSITIONS:
            return False
        last = (at if first is None else first) - 1
        before = self.token(last)
        plain = before.key not in DETERMINERS and before.key not in FUNCTION_WORDS
        return before.kind == "word" and (plain or last in self._hyphened) and key not in LIKE_PARTICIPLES

    def whole(self, phrase: Phrase, *, across: frozenset[str] = PREPOSITIONS, lists: bool = True) -> int:
        """The token behind a phrase with all that prepositions, ``and`` and relative clauses add to it."""
        end = phrase.end
        for _ in range(MOST):
            token = self.token(end)
            if token.key in across or (lists and token.key in ("and", "or")):
                more = self.phrase_at(end + 1)
                if (
                    more is None
                    or self.date_at(end + 1)
                    or (token.key in ("and", "or") and self.is_verbal(end + 1))
                ):
                    return end
                end = more.end
            elif token.key in ("that", "who") and across is PREPOSITIONS:
                return self.clause_end(end)
            elif across is PREPOSITIONS and self._is_licensed(end):
                end += 1  # rulings licensed from a court
            elif lists and token.text == "," and self.token(end + 1).key in ("and", "or"):
                more = self.phrase_at(end + 2)
                if more is None or self.is_verbal(end + 2) or self.token(more.end).key in FINITE:
                    return end
                if more.name and not phrase.name:
                    return end
                end += 1
            elif lists and token.text == "," and self._lists_on(end) and not self.is_verbal(end + 1):
                more = self.phrase_at(end + 1)
                if more is None:
                    return end
                end = more.end
            else:
                return end
        return end

    def _is_licensed(self, at: int) -> bool:
        """Whether a participle adds to what stands before it: ``letters | licensed from a court``."""
        return self.token(at).key.endswith("ed") and self.token(at + 1).key in PREPOSITIONS

    def _lists_on(self, comma: int) -> bool:
        """Whether a comma goes on with a list: an ``and`` with a phrase follows before the clause ends."""
        at = comma + 1
        while at < min(self.end, comma + LONGEST):
            token = self.token(at)
            if token.key in ("and", "or"):
                return not self.is_verbal(at + 1)
            if token.text in (".", ";", ":", "—", "(", ")") or token.key in ENDING_A_LIST:
                return False
            at += 1
        return False

    def is_verbal(self, at: int) -> bool:
        """Whether a clause or a verb, rather than a noun, starts at a token."""
        token = self.token(at)
        if token.kind != "word" or at in self.starting:
            return False
        if token.key in OPENING_A_CLAUSE:
            return True
        if token.key.endswith("ing") and token.text.islower() and self.token(at + 1).key in DETERMINERS:
            return True
        following = self.token(at + 1)
        form = self._forms.get(token.key)
        if form in ("past", "participle", "third"):
            return (
                form == "third"
                or following.key in BEHIND_A_VERB
                or following.kind != "word"
                or at + 1 in self.starting
            )
        if (
            self.token(at - 1).key == "and"
            and following.key in ARTICLES
            and "base" in (form, self._does.get(token.key))
        ):
            return True  # learned from books and | carry a licence
        return (
            self._does.get(token.key) == "third"
            and following.key not in AUXILIARIES
            and (following.kind != "mark" or following.text in ("“", "$"))
        )

    def clause_end(self, at: int) -> int:
        """The token behind the verb phrase that starts at a token, with the lists in it."""
        index, depth = at + 1, 0
        while index < min(self.end, at + FARTHEST):
            token = self.token(index)
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                if not depth:
                    return index
                depth -= 1
            elif depth:
                pass
            elif (
                token.text in (";", ":", "…", "!", "?")
                or token.kind == "newline"
                or (token.text in ("—", "–") and not token.glued)
                or (token.text == "." and (index + 1 >= self.end or not self.tokens[index + 1].glued))
            ):
                return index
            elif token.text == ",":
                joins = self.token(index + 1).key in ("and", "but")
                if joins and all(self.token(one).text != "," for one in range(at, index)):
                    return index  # reads maps, and Foo
                if not self._lists_on(index) or self._claims(index + 1):
                    return index
                behind = index + 1
                while self.token(behind).key in ADVERBS:
                    behind += 1
                if (
                    self.is_verbal(behind)
                    or self.token(behind).key in OTHER_CLAUSES
                    or (self.token(at).key.endswith("s") and self._acts(behind))
                ):
                    return index
            elif token.key in TURNS and (
                self.is_verbal(index + (token.key in ("and", "but"))) or self._does_as_well(index)
            ):
                return index - 1 if self.token(index - 1).text == "," else index
            index += 1
        return index

    def _does_as_well(self, at: int) -> bool:
        """Whether ``and`` at a token joins another verb: ``and rides the lifts``; not ``and the lifts``."""
        verb, following = self.token(at + 1), self.token(at + 2)
        third = verb.key.endswith("s") and not verb.key.endswith(("ss", "us")) and verb.text.islower()
        acts = self.token(at + 3).key
        doing = following.key == "to" and "base" in (self._does.get(acts), self._forms.get(acts))
        priced = following.kind == "number" or following.text in ("$", "€", "£", "¥")  # and costs $5
        joined = self.token(at).key == "and" and (following.key in DETERMINERS or doing or priced)
        return (joined and third and verb.key not in DETERMINERS) or self._acts(at + 1)

    def _acts(self, at: int) -> bool:
        """Whether a word in -s is a verb, since a noun follows at once: ``, drafts | tenders``."""
        token, behind = self.token(at), self.token(at + 1)
        plain = token.kind == "word" and token.text.islower() and behind.kind == "word" and not behind.glued
        ending = token.key.endswith("s") and not token.key.endswith(("ss", "us", "is", "ics"))
        opens = behind.text.islower() and behind.key not in FUNCTION_WORDS | PREPOSITIONS | COPULAS | STOPS
        added = behind.key.endswith(("ed", "ing")) or self._forms.get(behind.key) in ("past", "participle")
        return plain and ending and opens and not added and token.key in verbs_on_s()

    def _claims(self, at: int) -> bool:
        """Whether a clause of its own starts at a token: ``, the firm makes``."""
        phrase = self.phrase_at(at) if self.token(at).key in ("the", "its") else None
        return phrase is not None and any(map(self.is_verbal, range(phrase.first + 1, phrase.end + 1)))

    # -- objects --

    def objects(self, at: int) -> Iterator[Phrase]:
        """The phrases of a list that starts at a token; only one where that has no name."""
        before = self.token(at - 1).key
        at += self.token(at).key in ("only", "both", "even")
        for count in range(MOST):
            phrase = self.phrase_at(at)
            if phrase is None:
                return
            phrase = self.seen_through(phrase)
            examples = self.examples(phrase)
            if examples is not None:
                at = examples
                continue
            yield phrase
            end = phrase.end
            unknown = self.token(phrase.first).text[:1].isupper() and self.token(end).text == ","
            if phrase.name is None and phrase.owner is None and not unknown:
                return
            if self.token(end).text == "(":
                end = self.closing(end)
            token = self.token(end)
            if token.text in (",", "/") and self.token(end + 1).key in ("and", "or"):
                if not count:
                    return  # made by Foo, and Bar
                end += 1
            joined = 3 if self._as_well(end) else self.token(end).key in ("and", "or", "plus")
            if self.token(end).text not in (",", "/", "&") and not joined:
                return
            at = end + (joined or 1)
            if self.token(at).text == ",":  # Foo and, less openly, Bar
                marks = (index for index in range(at + 1, at + MOST) if self.token(index).text == ",")
                at = next(marks, at) + 1
            if self.token(at).key in ("on", "from", "via", "through", "by", "with"):
                at += 1
            if at not in self.starting and "third" in (
                self._forms.get(self.token(at).key),
                self._does.get(self.token(at).key),
            ):
                return  # runs on Foo and | calls Bar
            repeated = self.token(at).key in PREPOSITIONS and self.token(at).key == before
            at += repeated  # a reply to Foo and to | new laws
            following = self.phrase_at(at)
            if joined and following is not None and following.article and following.name is None:
                behind = following.end + 1  # Foo and a home rival, Bar
                apposed = self.phrase_at(behind) if self.token(behind - 1).text == "," else None
                if apposed is not None and apposed.name is not None and not apposed.article:
                    at, following = behind, apposed
            if (
                following is None
                or (not (repeated or following.name or following.owner) and self.examples(following) is None)
                or (token.text == "," and not self._joins(following))
                or (token.text == "," and self._tells(at))
            ):
                return

    def _as_well(self, at: int) -> bool:
        """Whether a list goes on at a token with ``as well as``."""
        return (
            self.token(at).key == "as" and self.token(at + 1).key == "well" and self.token(at + 2).key == "as"
        )

    def examples(self, phrase: Phrase) -> int | None:
        """Where the names begin that a common noun is told by: ``rivals in Asia such as | Foo and Bar``."""
        if phrase.name is not None or self.keys.isdisjoint(EXAMPLES):
            return None
        at = self.whole(phrase, across=INSIDE, lists=False)
        at += self.token(at).text == ","
        words = EXAMPLES.get(self.token(at).key)
        at += 1 + bool(words)
        named = self.phrase_at(at)
        told = words is not None and (not words or self.token(at - 1).key in words)
        return at if told and named is not None and named.name is not None else None

    def names(self, at: int) -> Iterator[tuple[Phrase, Mention[Entity]]]:
        """The phrases of a list that starts at a token, with their names; those without one are left out."""
        for phrase in self.objects(at):
            if phrase.name is not None:
                yield phrase, phrase.name

    def _joins(self, phrase: Phrase) -> bool:
        """Whether a list goes on behind a phrase or ends with it, so that no aside began before it."""
        token = self.token(phrase.end)
        if token.text == "(":
            token = self.token(self.closing(phrase.end))
        if token.text in (",", "/") or token.key in ("and", "or", "&"):
            return True
        return (
            self.token(phrase.start - 1).key in ("and", "or")
            or token.text in (".", ";", "", ")", "—", "–")
            or token.kind == "newline"
        )

    def _tells(self, at: int) -> bool:
        """Whether a clause of its own starts with the name at a token: ``, and Acme moved``."""
        name = self.starting.get(at)
        verb = self.token(self.name_end(name)) if name is not None else NOTHING
        return verb.text.islower() and verb.key.endswith("ed")

    def is_modifier(self, phrase: Phrase) -> bool:
        """Whether the name of a phrase only says whose kind of thing it is: ``Acme watches``."""
        return (
            phrase.name is not None
            and bool(phrase.noun)
            and phrase.noun not in PAST
            and not (self._forms.get(phrase.noun) == "third" and self.token(phrase.end).key in PREPOSITIONS)
            and phrase.name.value.kind in ("organisation", "person", "place")
        )

    def seen_through(self, phrase: Phrase) -> Phrase:
        """The phrase behind ``of`` where the first only counts or groups it: ``a pair of Foo cards``."""
        if phrase.noun in TRANSPARENT and self.token(phrase.end).key in ("of", "from"):
            return self.phrase_at(phrase.end + 1) or phrase
        return phrase
