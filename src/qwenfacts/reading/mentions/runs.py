"""Runs of capitalised words: where a name starts and ends that no lexicon has."""

from __future__ import annotations

import re
from typing import Final

from ..wordclasses import ARTICLES
from .casing import LONGEST, Casing, is_calendar_word
from .naming import is_general, is_legal_form, listed, opening_words, roles, told_of_others, verbs_on_s, words
from .shapes import chunk_end, has_model_shape

__all__ = ["Runs"]

BODIES: Final = ("organisation_words", "body_words")
LONGEST_AUDIENCE: Final = 4
NAMED: Final = (*BODIES, "other_words")
ROMAN: Final = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XVI".split())
SYLLABLE: Final = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i(?:ang|ong|ao|an|ng|n|a|e|u)?|u(?:ang|ai|an|n|a|o|i|e)?|a(?:ng|i|o|n)?|o(?:ng|u)?|e(?:ng|i|n|r)?|ve?)"
)
PINYIN: Final = re.compile(f"{SYLLABLE}(?:{SYLLABLE})?")
"""A Chinese given name of one or two syllables, in small letters."""
PREFIXES: Final = frozenset(("ex", "non", "post", "pre"))
"""What a hyphen joins to a name that it is no part of: ``Ex-Foo staff``."""
SITES: Final = frozenset(("com", "ai", "AI", "io", "net", "org"))
"""Endings of names that are sites as well: ``Foo.com``."""


class Runs(Casing):
    """A text in which runs of capitalised words are found."""

    def is_named(self, first: int, end: int) -> bool:
        """Whether a run says what it names: ``Halyard Research``, ``Institute for Foo``."""
        if end - first < 2:
            return False
        opener = self.key(first) in words("company_openers") and self.key(first) not in words("nationalities")
        inside = any(self.text(at) in ("of", "for") for at in range(first + 1, end - 1))
        last = self.key(end - 1)
        return opener or inside or listed(last, *NAMED) or listed(f"{self.key(end - 2)} {last}", *NAMED)

    def counts(self, at: int) -> bool:
        """``Section 21``: whether a word and the number behind it name a part of a law or book."""
        return self.key(at) in words("legal_heads") and self.text(at + 1).isdigit() and not self.opens(at)

    # -- its end --

    def run_end(self, at: int) -> int:
        """The token after a run of capitalised words, with what joins them."""
        end, limit = at + 1, min(at + LONGEST, len(self.tokens))
        whole = self._plain_end(at)
        named = whole if self.is_named(at, whole) else at
        while end < limit:
            step = (self.is_free_capital(end) and self._word(end, named)) or self._joint(at, end)
            if not step:
                break
            end += step
        return end

    def _plain_end(self, at: int) -> int:
        """The token after the capitalised words alone."""
        end = at + 1
        while end < at + LONGEST and self.is_free_capital(end) and not self.tokens[end].glued:
            end += 1
        return end

    def _word(self, end: int, named: int) -> int:
        """1 if the run goes on with the capitalised word here; ``named``: where a name that says so ends."""
        if end < named:
            return 1
        if self.text(end + 1) == "-" and has_model_shape(self, end, chunk_end(self, end)):
            return 0
        known = self.known_at(end)
        if known and known[0].kind in ("organisation", "person") and known[1] - end > 1:
            return 0
        role = roles().starting(self.tokens, end)
        if role is not None and self.is_free_capital(role[1]):
            return 0
        labels = self.headings[end] and self.text(end + 1) == ":"  # "Analyst: Jane Roe Coverage: …"
        return 0 if labels or is_calendar_word(self.key(end)) else 1

    def _joint(self, at: int, end: int) -> int:
        """How many tokens a particle or mark takes with the word that it joins to the run; 0 for none."""
        token = self.tokens[end]
        if self.taken[end] or token.kind in ("newline", "number"):
            return 0
        ahead = self.is_free_capital(end + 1)
        if token.kind == "word" and not ahead and not self.is_free_capital(end + 2):
            return 0
        if token.text == "-":
            joins = ahead and token.glued == self.tokens[end + 1].glued
            return 2 if joins or (token.glued and self._is_given_name_part(end, alone=end - at == 1)) else 0
        if token.text == "&":
            return 2 if ahead and token.glued == self.tokens[end + 1].glued else 0
        if token.text == ".":
            return 2 if self.is_site(end) or (ahead and token.glued and self._abbreviates(end)) else 0
        if token.text == "'":
            return self._apostrophe(at, end) if token.glued else 0
        if self.is_free_capital(end + 2) and (
            (token.text in words("elided_words") and self.text(end + 1) == "'")
            or (token.text in words("arabic_articles") and self.text(end + 1) == "-")
            or (token.text in words("particles") and self.text(end + 1) in words("particles"))
        ):
            return 3
        return 2 if ahead and (token.text in words("particles") or self._connects(end)) else 0

    def _abbreviates(self, at: int) -> bool:
        """``J. Roe``, ``St. Ives``, ``Pvt. Ltd.``: whether a stop ends no sentence."""
        before = self.tokens[at - 1]
        if len(before.text) == 1 or before.key in ("st", "mt", "ft"):
            return self.key(at + 1) not in words("function_words")
        return is_legal_form(before) and is_legal_form(self.tokens[at + 1])

    def is_site(self, at: int) -> bool:
        """Whether a stop stands before the ending of a site's name, and nothing goes on behind it."""
        if self.text(at) != "." or self.text(at + 1) not in SITES:
            return False
        ends = not self.glued(at + 2) or (self.tokens[at + 2].kind == "mark" and self.text(at + 2) != "/")
        return self.glued(at) and self.glued(at + 1) and ends

    def _apostrophe(self, at: int, end: int) -> int:
        """``O'Neill``, ``Sant'Elmo``, ``Ping'an``, ``Teachers' Union``, ``St Foo's Church``."""
        before = self.key(end - 1)
        if self.text(end + 1) in words("pinyin_syllables") and self.tokens[end + 1].glued:
            return 2
        if self.is_free_capital(end + 1) and self.tokens[end + 1].glued:
            return 2 if len(before) == 1 or before in words("elided_words") else 0
        kinds: tuple[str, ...] = BODIES
        if before.endswith("s"):
            following = end + 1
        elif self.key(end + 1) == "s" and (before in words("owners") or self.key(at) == "st"):
            following, kinds = end + 2, (*NAMED, "place_words")
        else:
            return 0
        if not self.is_free_capital(following):
            return 0
        said = range(following, self._plain_end(following))
        return following + 1 - end if any(listed(self.key(at), *kinds) for at in said) else 0

    def _is_given_name_part(self, at: int, *, alone: bool) -> bool:
        """``Seo-yun``: a given name in two parts, the second in small letters, beside a family name."""
        second = self.text(at + 1)
        if self.text(at) != "-" or not (
            self.glued(at + 1) and second.isalpha() and second.islower() and len(self.text(at - 1)) < 6
        ):
            return False
        if alone and not self.is_free_capital(at + 2):
            return False
        if second in words("korean_syllables"):
            return True
        return (
            not alone
            and len(second) < 6
            and second not in words("hyphenated_words")
            and second not in self.lower
        )

    def _connects(self, at: int) -> bool:
        """Whether ``of``, ``for`` or ``and`` belongs to the name that it stands in."""
        key, head = self.key(at), self.key(at - 1)
        if key == "of":
            return listed(head, *NAMED, "place_words", "heads_with_of")
        if key == "for":
            return listed(head, *BODIES) or self.audience_end(at) > at
        last = self.key(self._plain_end(at + 1) - 1)
        if key != "and":
            return False
        return listed(last, "body_words", "heads_with_and") or (
            self.key(at - 2) == "of" and {head, self.key(at + 1)} <= words("fields_of_bodies")
        )  # "Ministry of Science and Technology"

    def audience_end(self, at: int) -> int:
        """``Foo | for Teams``: the token after a ``for`` and the nouns in capitals that say for whom."""
        end = at + 1
        if self.key(at) != "for" or not self.is_inside(at):
            return at
        while end < at + LONGEST_AUDIENCE and self.is_free_capital(end) and self.known_at(end) is None:
            end += 1
        return end if listed(self.key(end - 1), "audiences") else at

    def is_called(self, at: int, end: int) -> bool:
        """``a unit named Foo Bar``, ``known as Foo Bar``: whether a run is said to be a name, and no role."""
        by, before = self.key(at - 1), self.key(at - 2)
        if by == "as":
            told = before in words("naming_verbs")
        else:
            told = by in words("naming_verbs") or (by in words("naming_nouns") and before in ARTICLES)
        if not told or (end == at + 1 and self.is_ordinary(at)) or is_calendar_word(self.key(at)):
            return False
        role = roles().starting(self.tokens, at)
        several = any(self.key(index) in ("a", "an") for index in range(at - 5, at - 2))
        return role is None or (role[1] < end and several)

    def _is_lettered(self, at: int) -> bool:
        """``Foo B``: whether a name's word may have a capital letter behind it as models have."""
        key = self.key(at)
        plain = key in opening_words() or key in words("numbered_words") or is_general(key)
        return (
            self.text(at + 1) not in ("A", "I")
            and self.text(at + 2) not in (".", "'", "&", "-")
            and self.tokens[at].text.istitle()
            and not (plain and self.opens(at))
            and key not in words("graded_words")
            and not self.is_ordinary(at)
        )

    # -- what does not belong to the name --

    def without_front(self, first: int, end: int) -> int:
        """The first token without roles, nationalities and a word that only opens the sentence."""
        named, at = self.is_named(first, end), first
        while first < end and (first == at or not (self.known_at(first) or self.counts(first))):
            if end - first == 2 and self._is_full_name(first):
                break
            if self.key(first) in PREFIXES and self.text(first + 1) == "-":
                first += 2
                continue
            if self._only_opens(first, end, named) or self._only_describes(first, end):
                first += 1
                continue
            role = roles().starting(self.tokens, first)
            if role is not None and not (named and role[1] < end and not self.text(first).isupper()):
                first = min(role[1], end)
            elif role is None and self.is_ordinary(first) and not self._belongs_ahead(first, end, named):
                first += 1
            else:
                break
        return first

    def _is_full_name(self, at: int) -> bool:
        """``Sun Yating``, ``Hope Roe``: an ordinary word that is somebody's first name beside the other."""
        first, second = self.tokens[at], self.tokens[at + 1]
        family, plain = words("family_names"), first.key in words("plain_given_names")
        if not (plain or first.key in family) or not (first.text.istitle() and second.text.istitle()):
            return False
        if second.glued or self.known_at(at + 1) is not None or self.is_ordinary(at + 1):
            return False
        helps = first.key in words("function_words") and self.key(at + 2) not in verbs_on_s()
        sure = not (self.headings[at] or helps)
        chinese = first.key in family and PINYIN.fullmatch(second.key) is not None
        return chinese or (plain and (sure or second.key in family))

    def _only_opens(self, first: int, end: int, named: bool) -> bool:
        """Whether a word has its capital from the place where it stands."""
        key, longer = self.key(first), end - first > 1
        inside = longer and not self.headings[first]
        if key == "the" and inside and not self.opens(first):
            return False  # "in The Foo": the capital is the name's
        hangs = self.text(first - 1) == "-" and key in words("hyphenated_words")
        if hangs or key in ("the", "a", "an", "in", "on", "at"):
            return True
        if longer and key in words("first_words"):
            return False
        if key not in opening_words() or not self.opens(first) or self.text(first) in self.lone:
            return False
        if end - first == 2 and is_legal_form(self.tokens[end - 1]):
            return False
        described = end - first > 2 and key in told_of_others()  # "Recruiter Foo Partners"
        return not named or described or listed(key, "function_words", "imperatives")

    def _only_describes(self, first: int, end: int) -> bool:
        """``Tighter US``, ``the August US``, ``Bundling Foo``: a word before a name of the lexicon."""
        known = self.known_at(first + 1) if end - first > 1 else None
        if known is None or known[1] < end or self.known_at(first) is not None or self.glued(first + 1):
            return False
        if is_calendar_word(self.key(first)):
            return True
        return self.opens(first) and self.key(first).endswith(("ing", "ed", "er", "est", "ly"))

    def _belongs_ahead(self, first: int, end: int, named: bool) -> bool:
        """``British Museum``, ``National Bank``, ``Jan Roe``: an ordinary word that a name starts with."""
        token = self.tokens[first]
        if token.key in ("ai", "ev") or self._is_given_name_part(first + 1, alone=True):
            return True
        if token.key in words("month_given_names"):
            return end - first > 1 and not self.is_ordinary(first + 1)
        if is_calendar_word(token.key):
            return False
        if not named:
            telling = end - first > 1 and self.is_inside(first)
            return telling and token.text.istitle() and token.key in words("not_names") and len(token.key) > 3
        plain = token.text.istitle() and len(token.text) > 3
        return plain or end - first == 2 or token.key in words("nationalities")

    def trimmed(self, first: int, end: int) -> int:
        """The end without roles and other words that follow a name."""
        apposed = self.text(end) == "," and self.key(end + 1) in ("a", "an") and not self.headings[first]
        telling = first < end and (self.is_inside(first) or apposed)
        while end > first and not self._belongs_behind(first, end):
            last = self.tokens[end - 1]
            joint = last.kind == "mark" or last.text.islower()
            inside = (telling and end - first > 1) or self.is_named(first, end)
            if not joint and not self.is_ordinary(end - 1, inside=inside):
                break
            end -= 1
        return end

    def _belongs_behind(self, first: int, end: int) -> bool:
        """``Basel III``, ``Model Y``, ``Isle of May``, ``Ada King``: a word that a name ends with."""
        last = self.tokens[end - 1]
        if last.key == "ai":
            return self.text(end - 2) != "-" or self.is_inside(first)  # "Generative-AI projects"
        if end - first < 2 or last.kind == "mark":
            return False
        if last.text.istitle() and last.key in words("offers"):
            return True
        before = self.tokens[end - 2]
        if listed(last.key, *BODIES):
            return True
        given = end - first == 2 and before.key in words("given_names") and last.text.istitle()
        letter = len(last.text) == 1 and (before.key in words("lettered_words") or self._is_lettered(end - 2))
        return given or letter or last.glued or last.text in ROMAN or before.text in ("&", "of")
