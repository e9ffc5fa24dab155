"""Personnel changes: verbs and nouns of coming and going, with those who come or go.

Each verb is read with its own stretch of the sentence, from whom it is about to where the next one begins.
What the stretch says of posts, employers, days and predecessors becomes the fields of the fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import PersonnelChange
from ....report import Mention
from ....values import Period
from ...english.clauses import cue_spans, cues, last_before
from ...english.posts import EMPLOYERS, LONGEST, STOPS, WHOLES, employer_at, group_from, name_at, post_from
from ...english.stretches import covering, is_denied
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wording import table
from .parties import Memory, Parties, Party
from .terms import Change, Terms

__all__ = ["find_personnel_changes"]

OBJECTS: Final = frozenset(("dismisses", "hires", "appoints"))
"""The classes of verbs whose object comes or goes."""
TAKES: Final = frozenset(("departs", "joins"))
"""The classes of verbs whose object, if they have one, is an employer or post."""
BREAKS: Final = frozenset((";", ":"))
WHO: Final = frozenset(("who", "whose", "where", "which"))
ROLES: Final = frozenset(("role", "post", "job", "position", "duties", "responsibilities", "seat", "brief"))
DEPARTURES_GO_ON: Final = frozenset(
    "in on at for to with after as from this last next early late earlier amid following over alongside"
    " by since before during effective immediately today yesterday abruptly and but or when while"
    " because it".split()
)
ALONE: Final = 3


class Found(NamedTuple):
    """A cue with those it is about, before its stretch is known."""

    cue: str
    words: range
    parties: list[Party]
    is_object: bool
    start: int


def find_personnel_changes(page: Page) -> Iterator[Draft]:
    """The personnel changes of a page; each place that says one is a draft of its own."""
    memory = Memory()
    drafts: list[Draft] = []
    for passage in page.passages:
        if passage.is_prose or passage.block.kind == "heading":
            reading = _Reading(page, passage, memory)
            drafts += [draft for change in reading.changes() for draft in reading.drafts(change)]
            memory.read(passage)
    return _settled(drafts)


def _settled(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts; who was hired is not appointed as well."""
    hired = {draft.fields.get("person") for draft in drafts if draft.fields["kind"] == "hire"} - {None}
    for draft in drafts:
        person = draft.fields.get("person")
        if draft.fields["kind"] == "appointment" and person in hired:
            draft.fields["kind"] = "hire"
            draft.key = _key(person, "hire")
    left = {draft.fields.get("person"): draft for draft in drafts if draft.fields["kind"] == "departure"}
    for draft in drafts:
        if draft.fields["kind"] != "departure":
            _from_departures(draft, left)
        yield draft


def _from_departures(draft: Draft, left: Mapping[object, Draft]) -> None:
    """Who left one company for another came from there."""
    own = left.get(draft.fields.get("person"))
    if own is not None and draft.fields["kind"] == "hire":
        home = own.value("organisation")
        if draft.fields.get("organisation") not in (None, home):
            draft.assumed["former_organisation"] = home


@cache
def cues_of(group: str, name: str) -> frozenset[str]:
    """The cue words of one list."""
    return frozenset(table("cues")[group][name])


def _key(person: object, kind: str) -> tuple[object, ...]:
    return "personnel", person.id if isinstance(person, Entity) else str(person).casefold(), kind


class _Reading:
    """A sentence while its personnel changes are read."""

    def __init__(self, page: Page, passage: Passage, memory: Memory) -> None:
        self.page = page
        self.passage = passage
        self.parties = Parties(page, passage, memory)
        self._earlier: Period | None = None

    # -- who comes or goes --

    def changes(self) -> Iterator[Change]:
        """The changes that verbs and nouns say, each with its own stretch of the sentence."""
        found = sorted(
            [*self._of_verbs(), *self._of_nouns()], key=lambda one: (one.words.start, one.words.stop)
        )
        starts = sorted(one.start for one in found)
        for one in found:
            after = bisect_right(starts, one.words.start)
            end = starts[after] if after < len(starts) else self.passage.end
            for at in range(one.words.stop, end):
                if self.page.tokens[at].text in BREAKS:
                    end = at
                    break
            for party, own in self._parts(one, max(end, one.words.stop)):
                yield Change(one.cue, one.words, party, one.start, own, one.is_object)

    def _parts(self, found: Found, end: int) -> Iterator[tuple[Party, int]]:
        """Each party with the end of what is said of it: to the next, where a post stands between the two."""
        for party, following in zip_longest(found.parties, found.parties[1:]):
            behind = self.page.token_at(party.span.end)
            if following is not None and found.is_object and behind + 1 < following.start:
                yield party, following.start
            else:
                yield party, end

    def _of_verbs(self) -> Iterator[Found]:
        shared: list[Party] = []
        for cue, first, stop in cue_spans(self.page, self.passage.first, self.passage.end, "personnel"):
            found = self._of_verb(cue, range(first, stop), shared)
            if found is None:
                continue
            shared = found.parties if not found.is_object else shared
            if self._says(found) and not is_denied(self.page, self.passage.first, first):
                yield found

    def _of_verb(self, cue: str, words: range, shared: list[Party]) -> Found | None:
        tokens, first = self.page.tokens, words.start
        if cue == "moves" and self._comes_home(words.stop):
            cue = "joins"
        helpers = self.parties.helpers(first)
        if cue == "passes":
            return self._of_post(words)
        if cue in OBJECTS and not self.parties.is_passive(first):
            objects = self.parties.behind(words.stop, self.passage.end)
            if objects:
                start = helpers
                doer = self._doer(first)
                if doer is not None:
                    start = self.page.token_at(doer.span.start)
                return Found(cue, words, objects, True, start)
            if not (first > self.passage.first and tokens[first - 1].text in (",", "(")):
                return None
        if cue == "succeeds" and self.parties.is_passive(first):
            return self._of_successor(words)
        people = self.parties.before(first)
        if people:
            start = min(party.start for party in people)
            if start > self.passage.first and any(t.key in WHO for t in tokens[start + 1 : first]):
                start = next(at for at in range(start + 1, first) if tokens[at].key in WHO)
            return Found(cue, words, people, False, start)
        if cue == "departs" and (helpers < first or tokens[first].key == "leaving"):
            return self._of_inversion(words)
        before = tokens[helpers - 1].key if helpers > self.passage.first else ""
        if before in ("and", "but", "then", ",") and (shared or before != ","):
            people = shared or self._first()
            if people:
                return Found(cue, words, people, False, helpers)
        return None

    def _comes_home(self, at: int) -> bool:
        """Whether somebody moves to the company that the report is about."""
        whither = employer_at(self.page, at, self.passage.end)
        return whither is not None and self.page.company_of(whither.value) == self.page.subject

    def _doer(self, at: int) -> Mention[Entity] | None:
        """The employer before an active verb, the last one that stands in no adjunct."""
        for name in last_before(self.passage.names, self.page.tokens[at].start):
            if name.value.kind in EMPLOYERS:
                before = self.page.token_at(name.span.start) - 1
                if before < self.passage.first or self.page.tokens[before].key not in (
                    "at",
                    "of",
                    "from",
                    "by",
                ):
                    return name
        return None

    def _first(self) -> list[Party]:
        """The person that a sentence begins with."""
        first = self.passage.first
        if self.page.tokens[first].key in ("he", "she"):
            party = self.parties.pronoun(first)
            return [party] if party else []
        for person in self.passage.named("person")[:1]:
            return [Party(person, None, self.page.token_at(person.span.start))]
        return []

    def _of_inversion(self, words: range) -> Found | None:
        """``Also leaving is Roe``, ``leaving with her are Poe and Moe``."""
        tokens = self.page.tokens
        for at in range(words.stop, min(words.stop + ALONE, self.passage.end)):
            if tokens[at].key in ("is", "are", "was", "were"):
                people = self.parties.behind(at + 1, self.passage.end)
                return Found("departs", words, people, True, words.start) if people else None
        return None

    def _of_successor(self, words: range) -> Found | None:
        """``Roe will be replaced by Poe``."""
        if words.stop < self.passage.end and self.page.tokens[words.stop].key == "by":
            people = self.parties.behind(words.stop + 1, self.passage.end)
            if people:
                before = self.parties.before(words.start)
                return Found("succeeds", words, people, True, before[0].start if before else words.start)
        return None

    def _of_post(self, words: range) -> Found | None:
        """``whose role passes to Poe``, ``his post goes to Poe``."""
        before = self.page.tokens[words.start - 1].key if words.start > self.passage.first else ""
        people = self.parties.behind(words.stop, self.passage.end) if before in ROLES else []
        return Found("passes", words, people, True, words.start) if people else None

    def _of_nouns(self) -> Iterator[Found]:
        """``Roe's exit``, ``the Roe exit``, ``the exit of Acme's founder Roe and several engineers``."""
        tokens = self.page.tokens
        for cue, first, stop in cue_spans(self.page, self.passage.first, self.passage.end, "personnel_nouns"):
            people: list[Party] = []
            if stop < self.passage.end and tokens[stop].key == "of":
                people = [party for party in self.parties.behind(stop + 1, self.passage.end) if party.person]
                if people:
                    behind = self.page.token_at(people[-1].span.end)
                    if behind + 1 < self.passage.end and tokens[behind].key == "and":
                        groups = list(group_from(self.page, behind + 1, self.passage.end))[:1]
                        people += [Party(None, group, self.page.token_at(group.start)) for group in groups]
            else:
                people = self._possessor(first)
            if people:
                yield Found(cue, range(first, stop), people, True, first)

    def _possessor(self, at: int) -> list[Party]:
        """The person whose noun this is, with at most a few words and no comma between."""
        offset = self.page.tokens[at].start
        for person in last_before(self.passage.named("person"), offset):
            between = self.page.tokens[self.page.token_at(person.span.end) : at]
            words = [token for token in between if token.text not in ("'", "s")]
            owned = len(words) < len(between)
            plain = not any(
                token.kind == "mark"
                or (token.key in STOPS and not token.key.isdigit() and not self._dated(token.start))
                for token in words
            )
            if (owned and plain and len(words) <= ALONE) or not words:
                return [Party(person, None, self.page.token_at(person.span.start))]
            break
        return []

    def _dated(self, offset: int) -> bool:
        return covering(self.passage.dates, offset) is not None

    def _says(self, found: Found) -> bool:
        """Whether what stands behind the verb fits one that says that people come or go."""
        tokens, at = self.page.tokens, found.words.stop
        if found.is_object:
            grouped = any(party.group is not None for party in found.parties)
            return not (grouped and found.cue in ("dismisses", "appoints", "succeeds"))
        if found.cue == "moves":
            return employer_at(self.page, at, self.passage.end) is not None
        if found.cue not in TAKES or at >= self.passage.end or tokens[at - 1].key in ("from", "as", "with"):
            return True
        token = tokens[at]
        name = name_at(self.page, at)
        employer = employer_at(self.page, at, self.passage.end)
        if employer is not None or (name is not None and name.value.kind in WHOLES):
            return True
        if cues("posts").starting(tokens, at) is not None or post_from(
            self.page, at, min(self.passage.end, at + LONGEST)
        ):
            return True
        if self._dated(token.start):
            return True
        return token.kind != "word" or token.key in DEPARTURES_GO_ON or token.key.endswith("ly")

    # -- what is said of it --

    def drafts(self, change: Change) -> Iterator[Draft]:
        """The change as a draft; of a group, a draft for each who is named in brackets behind it."""
        listed: list[Party] = []
        if change.party.group is not None and change.kind == "departure":
            listed = self.parties.in_brackets(change.words.stop, self.passage.end)
        for party in listed or [change.party]:
            own = change._replace(party=party)
            terms = Terms(self.page, self.passage, self.parties, own, change.party, self._earlier)
            if self._is_one(own, terms):
                self._earlier = terms.date
                yield self._draft(own, change.party, terms)

    def _is_one(self, change: Change, terms: Terms) -> bool:
        """Whether a verb that also means other things says a change: with a post, employer or predecessor."""
        words = self.page.quote(self.page.span(change.words.start, change.words.stop)).lower()
        if words not in cues_of("posts", "unclear"):
            return True
        at = change.words.stop
        posted = at < self.passage.end and cues("posts").starting(self.page.tokens, at) is not None
        return posted or any((terms.role, terms.leads, terms.replaces, terms.told_employer))

    def _draft(self, change: Change, evident: Party, terms: Terms) -> Draft:
        page, party = self.page, change.party
        kind = change.kind
        fields: dict[str, object] = {**terms.values()}
        if kind == "appointment" and terms.comes_from_outside():
            kind = "hire"
        fields["kind"] = kind
        if party.person is not None:
            fields["person"] = party.person.value
        else:
            fields["group"] = page.quote(party.span)
        spans = [page.span(change.words.start, change.words.stop), party.span, evident.span]
        spans += [terms.replaces.span] if terms.replaces else []
        return Draft(
            PersonnelChange,
            fields,
            [hull(*spans)],
            [span for span in terms.mentions() if not (party.pronoun and span == party.span)],
            self.passage.story,
            key=_key(fields.get("person") or fields["group"], kind),
            assumed=terms.assumed(),
        )
