"""A sentence in which somebody says something: who speaks, and where words for it begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import takewhile
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ....values import Span
from ...english.phrases import OBLIQUE, SPEAKING, Sentence, Who, nouns, words_of
from ...english.verbs import STOPS, Verb
from ...page import Page, Passage
from ...spans import hull
from ...wordclasses import (
    CONCESSIVES,
    FINITE,
    FUNCTION_WORDS,
    INTERROGATIVES,
    PASTS,
    RELATIVES,
)
from ...wording import table

__all__ = ["ADJUNCTS", "TABLE", "WORD", "Said", "Utterance", "listed", "said"]

TABLE: Final = "statements"
SPEAKERS: Final = frozenset(("organisation", "body", "person", "publication", "place"))
ADJUNCTS: Final = OBLIQUE - frozenset("as than like unlike including using".split()) | {"last", "earlier"}
CONTRASTS: Final = CONCESSIVES | {"but"}
DASHES: Final = frozenset(("—", "–"))
CLOSING: Final = STOPS | {","}
ASKED: Final = INTERROGATIVES - RELATIVES
RESUMED: Final = RELATIVES | {"and", "but"}
"""Behind these what somebody says starts after whoever says it: ``and, Roe says, sold out``."""
WORD: Final = re.compile(r"\w[\w’'-]*")
MARK: Final = re.compile(r"\s*(?:[•▪◦*–-]|\d{1,2}[.)])\s+|\s*")
LABEL: Final = re.compile(r"[A-Z][^.:;,\n“\"]{0,60}:\s+")
TOPIC: Final = re.compile(r"(?:As for|As to|Regarding|Concerning)\b[^,]{1,60},\s+")
SOURCE: Final = re.compile(r"\([^()\n]{0,80}\)")
TITLE: Final = 10
REACH: Final = 14
ASIDE: Final = 24
CLOSED: Final = STOPS - {"—"}
LONGEST: Final = 120
"""A claim has no more words than these."""
VERBS: Final = FINITE | PASTS


def listed(kind: str) -> frozenset[str]:
    """The nouns of one list of ``statements.toml``."""
    return frozenset(table(TABLE)["nouns"][kind])


class Said(NamedTuple):
    """One thing said: the words, who says so (None: nobody told), and all that tells it."""

    text: str
    who: Who | None
    evidence: Span
    verbatim: bool


def said(text: str, who: Who | None, *spans: Span, verbatim: bool = False) -> Said:
    """What is said, with evidence that holds the words and whoever says them."""
    speaker = (who.mention.span,) if who and who.mention else ()
    return Said(text.rstrip(", \n") if verbatim else text, who, hull(*spans, *speaker), verbatim)


def _words_end(text: str, start: int, end: int) -> int:
    """Where some characters end without their last marks and a source in parentheses."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?,…"):
        end -= 1
    opening = text.rfind("(", start, end) if text[end - 1] == ")" else -1
    source = SOURCE.fullmatch(text, opening, end) if opening >= 0 else None
    return start + len(text[start:opening].rstrip()) if source else end


class Utterance(Sentence):
    """A sentence while what is said in it is read; ``speaker`` is who spoke last before it."""

    def __init__(self, page: Page, passage: Passage, speaker: Entity | None) -> None:
        super().__init__(page, passage)
        self.speaker = speaker
        self.spoken: bool = False
        """Whether something has been said in the sentence."""
        text, span = page.text, passage.span
        mark = MARK.match(text, span.start, span.end)
        start = mark.end() if mark else span.start
        label = LABEL.match(text, start, span.end)
        self.start: int = label.end() if label else start
        """Where the words begin, list mark and label left out."""
        self.end: int = _words_end(text, max(span.end - LONGEST, self.start), span.end)
        """Where they end, without the last mark and a source in parentheses."""

    # -- who --

    def speaks(self, entity: Entity) -> bool:
        """Whether it can speak: people, organisations, papers, and what no lexicon knows."""
        return entity.kind in SPEAKERS or (not entity.known and entity.kind == "other")

    def may_speak(self, who: Who | None) -> bool:
        """Whether somebody stands for a speaker: a name, ``analysts``, ``she``, ``the complaint``."""
        if who is None or who.entity is not None:
            return who is not None and who.entity is not None and self.speaks(who.entity)
        return who.noun in nouns(*SPEAKING) or not who.noun

    def titled(self, at: int, *across: str) -> Mention[Entity] | None:
        """The speaker whose words start at a token: ``Acme chief Jane Roe`` is Roe."""
        name = self.object(at, self.speaks, across, TITLE)
        if name is None or name.value.kind == "person":
            return name
        end = self.ends(name)
        for index in range(end, end + 4):
            other = self._named(index)
            if other is not None:
                return other if self.speaks(other.value) else name
            token = self.token(index)
            if token.key in OBLIQUE or not (token.text.islower() or token.text in ("-", "CEO", "CTO", "CFO")):
                break
        return name

    def of_verb(self, verb: Verb, *, behind: bool = False) -> Who | None:
        """Who says it: before the verb, or, behind what is said, also after it (``said Roe``)."""
        before = self.token(verb.first - 1)
        if behind and (before.text in (",", "”", '"', "’", "»", "") or before.key == "as"):
            return self._apart(verb) or self._inverted(verb)
        if verb.form == "gerund":
            name = self.name_to(verb.first - 1)
            if name is None:
                return self.same(verb.start) or (self._sentence_subject() if before.text == "," else None)
            return Who(name.value, name, verb.start, verb.start)
        if before.key in ("and", "but"):
            return self._sentence_subject()
        told = self.name_to(verb.first - 3) if before.key in ("which", "who") else None
        if told is not None and self.speaks(told.value) and self.token(verb.first - 2).text == ",":
            return Who(told.value, told, verb.first - 1, verb.start)  # Roe, who argues that
        return self.subject(verb.first)

    def _apart(self, verb: Verb) -> Who | None:
        """The speaker before an aside: ``“It fell,” Roe, head of Acme, said``."""
        who = self.subject(verb.first) if self.token(verb.first - 1).text == "," else None
        last = bisect_left(self.inside, (verb.first,)) - 1
        quoted = last >= 0 and verb.first - self.inside[last][1] <= ASIDE
        return who if who is not None and quoted and self.may_speak(who) else None

    def _inverted(self, verb: Verb) -> Who | None:
        name, end = self.titled(verb.end), verb.end
        if name is not None:
            return Who(name.value, name, verb.end, self.ends(name))
        while self.token(end).kind == "word" and self.token(end).key not in OBLIQUE:
            end += 1
        return self.subject(end) if end > verb.end else None

    def _sentence_subject(self) -> Who | None:
        """Whoever the sentence opens with: the subject of ``and says`` later in it."""
        first = self.page.token_at(self.start)
        if self.token(first).key in ADJUNCTS:  # In a note to staff, Roe
            comma = (at for at in range(first, min(first + REACH, self.stop)) if self.token(at).text == ",")
            first = next(comma, first)
        for at in range(first, min(first + TITLE, self.stop)):
            name = self._named(at)
            if name is not None and self.speaks(name.value):
                name = self.titled(at) or name
                return Who(name.value, name, at, self.ends(name))
            if self.token(at).key in nouns("papers", "own_papers", "crowd", "company", "pronouns"):
                return Who(None, None, first, at + 1, self.token(at).key)
        return None

    def same(self, at: int) -> Who | None:
        """The one who spoke last; nobody whom a name tells, if that one was none."""
        return Who(self.speaker, None, at, at) if self.speaker or self.spoken else None

    # -- words --

    @cached_property
    def sayings(self) -> list[Verb]:
        """The verbs of saying, in text order."""
        return self.verbs(TABLE)

    @cached_property
    def _dates(self) -> dict[int, Span]:
        return {date.span.start: date.span for date in self.passage.dates}

    def date_at(self, at: int) -> Span | None:
        """The date that starts at a token."""
        return self._dates.get(self.token(at).start)

    @cached_property
    def openers(self) -> list[tuple[int, int]]:
        """Where ``according to`` and the like stand outside quotations."""
        phrases, tokens = words_of(TABLE, "openers"), self.page.tokens
        found = ((at, phrases.starting(tokens, at)) for at in self.passage.tokens_of(phrases.openings))
        return [(at, hit[1]) for at, hit in found if hit and not self.is_quoted(at)]

    def that(self, at: int, far: int = REACH) -> int | None:
        """The ``that`` which opens a claim soon behind a token."""
        for index in range(at, min(self.stop, at + far)):
            if self.token(index).key == "that":
                return index
            if self.token(index).text in CLOSED:
                return None
        return None

    def has_words(self, at: int) -> bool:
        """Whether words of the sentence start at a token."""
        return at < self.stop and self.token(at).start < self.end

    def has_verb(self, at: int) -> bool:
        """Whether a clause with a verb of its own starts at a token."""
        tokens = (self.token(index) for index in range(at, min(self.stop, at + REACH)))
        ahead = takewhile(lambda one: one.text not in CLOSING and one.key not in CONTRASTS, tokens)
        return any(token.key in FINITE and token.text != "May" for token in ahead)

    def is_clause(self, start: int, end: int) -> bool:
        """Whether some characters have a verb among them."""
        words = WORD.findall(self.page.text, max(start, end - LONGEST), end)
        return any((word.lower() in VERBS and word != "May") or word.endswith("ed") for word in words)

    def claim_from(self, at: int) -> Span:
        """The claim that starts at a token: to the end of the sentence, a lone dash or a contrast."""
        stop, end = min(self.stop, at + LONGEST), self.end
        if stop < self.stop:
            end = self.token(stop - 1).end
        dashes, last = 0, end
        first = self.token(self.page.token_at(self.start))
        conceded = first.key in CONTRASTS  # While Roe argues that
        for index in range(at, stop):
            token = self.token(index)
            contrast = token.text == "," and self.token(index + 1).key in CONTRASTS
            contrast = contrast or (token.text == "," and (conceded or self._comments(index + 1)))
            if (token.text == ";" or contrast) and not self.is_quoted(index):
                end = min(end, token.start)
                break
            if token.text in DASHES and not token.glued:
                dashes += 1
                last = token.start
        if dashes % 2:
            end = min(end, last)
        start = self.token(at).start
        return Span(start, start + max(1, len(self.page.text[start:end].rstrip())))

    def _comments(self, at: int) -> bool:
        """Whether the report goes on by itself: ``, underscoring``, ``, a claim``."""
        comments = listed("comment")
        if self.token(at).key in ("a", "an"):
            return any(self.token(noun).key in comments | listed("claim") for noun in (at + 1, at + 2))
        return self.token(at).key in comments

    def around(self, first: int, end: int, who: Who | None) -> Said | None:
        """A claim that stands before an insertion, or on both sides of it: ``Sales, Roe said, fell``."""
        start = max(self.start, self.page.tokens[max(self.first, first - LONGEST)].start)
        outer = start
        for index in range(max(self.first, first - LONGEST), first - 1):
            token = self.token(index)
            told = token.text == ":" and self.is_clause(start, token.start) and not self.is_quoted(index)
            if token.text in (";", "(") or told:
                start, outer = max(start, self.token(index + 1).start), start
            elif token.text == ")":
                start = outer
        comma = self.token(first - 1).start
        topic = TOPIC.match(self.page.text, start, comma)
        start = topic.end() if topic else start
        text = self.page.text[start:comma].strip()
        if not WORD.search(text):
            return None
        spans = [Span(start, comma), self.page.span(first, end)]
        resumed = self.token(first - 2).key in RESUMED and self.token(end).text == ","
        if resumed and self.has_words(end + 1):  # It grew and, Roe says, sold out
            rest = self.claim_from(end + 1)
            return said(self.page.quote(rest), who, self.page.span(first, end), rest)
        goes_on = not self.is_clause(start, comma) or self.token(end + 1).key in ASKED
        if self.token(end).text == "," and goes_on and end + 1 < self.stop:
            rest = self.claim_from(end + 1)
            return said(f"{text} {self.page.quote(rest)}", who, *spans, rest)
        return said(text, who, *spans)

    def paper(self, who: Who) -> Span:
        """The words for a document that says something, without article and number."""
        at = who.end - 1
        while (
            at > who.first and self.token(at - 1).text.islower() and self._describes(self.token(at - 1).key)
        ):
            at -= 1
        return self.page.span(at, who.end)

    def _describes(self, key: str) -> bool:
        return key not in FUNCTION_WORDS and key not in ("page", "according")
