"""Personnel changes: verbs and nouns of coming and going, with those who come or go.

Each verb is read with its own stretch of the sentence, from whom it is about to where the next one begins.
What the stretch says of posts, employers, days and predecessors becomes the fields of the fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import Final

from ....entities import Entity
from ....facts import PersonnelChange
from ....values import Period
from ...english.clauses import cues
from ...english.posts import complement_at
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wording import table
from .change import Change, Found
from .finding import Finder, forms_in
from .parties import Memory, Parties, Party
from .seats import seat_from
from .terms import Terms
from .wordlists import FOUNDERS

__all__ = ["find_personnel_changes"]

BREAKS: Final = frozenset((";", ":"))
COMING: Final = frozenset(("hire", "appointment"))
RUNNING: Final = frozenset("run oversee manage build supervise coordinate steer direct rebuild".split())
MOST: Final = 12
STARTS: Final = frozenset("start starts started starting begin begins began beginning".split())
VAGUE: Final = frozenset(
    "take takes took taking taken step steps stepped stepping fill fills filled filling get gets got land"
    " lands landed".split()
)
"""The first words of verbs with which somebody gets a post that may not be named: ``takes over``."""


def find_personnel_changes(page: Page) -> Iterator[Draft]:
    """The personnel changes of a page; each place that says one is a draft of its own."""
    memory = Memory()
    drafts: list[Draft] = []
    for passage in page.passages:
        if (passage.is_prose or passage.block.kind == "heading") and _has_people(passage):
            memory.enter(passage)
            reading = _Reading(page, passage, memory)
            for change in reading.changes():
                drafts += reading.drafts(change)
            memory.read(passage)
    _from_predecessors(drafts)
    return _settled(drafts)


@cache
def _people() -> frozenset[str]:
    """The words one of which stands where people without a name are spoken of."""
    listed = table("cues")["people"]
    nouns = (phrase for kind in ("nouns", "ranks", "wholes") for phrase in listed[kind])
    return frozenset(("he", "she", "his", "her", "him", *(noun.split()[-1].split("-")[-1] for noun in nouns)))


def _has_people(passage: Passage) -> bool:
    """Whether a sentence speaks of people at all; most do not."""
    return not passage.keys.isdisjoint(_people()) or any(n.value.kind == "person" for n in passage.names)


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


def _from_predecessors(drafts: Sequence[Draft]) -> None:
    """Who succeeds somebody has the same post, in the same part of the company."""
    coming: dict[object, list[Draft]] = {}
    going: dict[object, list[Draft]] = {}
    for draft in drafts:
        if draft.fields["kind"] in COMING:
            coming.setdefault(draft.fields.get("person"), []).append(draft)
        if draft.fields["kind"] != "continuation":
            going.setdefault(draft.fields.get("person"), []).append(draft)
    for draft in drafts:
        before, heir = draft.value("replaces"), draft.fields.get("person")
        near = (
            sorted(going.get(before, [])[:MOST], key=lambda one: one.story != draft.story) if before else ()
        )
        for name in ("role", "organisation"):
            values = (_held(one, name) for one in near)
            value = next((one for one in values if one is not None), None)
            if value is not None and not str(value).lower().endswith(FOUNDERS):
                for one in (draft, *coming.get(heir, ())):
                    one.assumed[name] = value
        homes = (one.fields.get("organisation") for one in coming.get(heir, ()))
        home = next((home for home in homes if home is not None), None)
        for one in near:
            if one.fields["kind"] == "appointment":
                one.assumed.setdefault("former_role", draft.value("role"))
            elif one.fields["kind"] == "departure" and home is not None:
                one.assumed["organisation"] = home


def _held(draft: Draft, name: str) -> object:
    """A field of the post that somebody has left."""
    return draft.value(name) if draft.fields["kind"] == "departure" else draft.fields.get(f"former_{name}")


def _from_departures(draft: Draft, left: Mapping[object, Draft]) -> None:
    """Who left one company for another came from there."""
    own = left.get(draft.fields.get("person"))
    if own is not None and draft.fields["kind"] == "hire":
        home = own.value("organisation")
        if draft.fields.get("organisation") not in (None, home):
            draft.assumed["former_organisation"] = home
            draft.assumed.setdefault("former_role", own.value("role"))


def _key(person: object, kind: str) -> tuple[object, ...]:
    return "personnel", person.id if isinstance(person, Entity) else str(person).casefold(), kind


class _Reading:
    """A sentence while its personnel changes are read."""

    def __init__(self, page: Page, passage: Passage, memory: Memory) -> None:
        self.page = page
        self.passage = passage
        self._memory = memory
        self.parties = Parties(page, passage, memory)
        self.finder = Finder(page, passage, self.parties)
        self._earlier: Period | None = None

    # -- who comes or goes --

    def changes(self) -> Iterator[Change]:
        """The changes that verbs and nouns say, each with its own stretch of the sentence."""
        found = self.finder.found()
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

    # -- what is said of it --

    def drafts(self, change: Change) -> Iterator[Draft]:
        """The change as a draft; of a group, a draft for each who is named in brackets behind it."""
        listed: list[Party] = []
        if change.party.group is not None and change.kind == "departure":
            listed = self.parties.in_brackets(change.words.stop, self.passage.end)
        for party in listed or [change.party]:
            own = change._replace(party=party)
            new = self._memory.new.get(party.person.value) if party.person is not None else None
            starts = self.page.tokens[change.words.start].key in STARTS
            own = own._replace(cue="becomes") if starts and new == "appointment" else own
            terms = Terms(self.page, self.passage, self.parties, own, change.party, self._earlier)
            if terms.comes_to_us():
                own = own._replace(cue="joins")
                terms = Terms(self.page, self.passage, self.parties, own, change.party, self._earlier)
                terms.former_employer, terms.employer = terms.employer, None
            if self._is_one(own, terms) or (starts and new is not None and terms.date is not None):
                self._earlier = terms.date
                draft = self._draft(own, change.party, terms)
                self._follow(own, draft)
                yield draft

    def _follow(self, change: Change, draft: Draft) -> None:
        """Whose post somebody gets of whom it is only said that they take over: the one who has just left.

        Who comes is kept, for ``she starts on 1 July``.
        """
        left, fields = self._memory.left, draft.fields
        if isinstance(who := fields.get("person"), Entity):
            self._memory.new[who] = str(fields["kind"])
        behind = self.page.tokens[change.words.stop : change.words.stop + 1]
        if fields["kind"] == "departure":
            self._memory.left = fields.get("person")
        elif behind and behind[0].key == "of":
            return  # takes charge of sales
        elif (
            change.cue == "becomes"
            and self.page.tokens[change.words.start].key in VAGUE
            and left not in (None, fields.get("person"))
            and fields.get("role") is None
            and fields.get("replaces") is None
        ):
            fields["replaces"] = left

    def _is_one(self, change: Change, terms: Terms) -> bool:
        """Whether a verb that also means other things says a change: with a post, employer or predecessor."""
        words = self.page.quote(self.page.span(change.words.start, change.words.stop)).lower()
        if words not in forms_in("posts", "unclear"):
            return True
        at = change.words.stop
        posted = at < self.passage.end and cues("posts").starting(self.page.tokens, at) is not None
        posted = posted or seat_from(self.page, at, change.end) is not None
        posted = posted or (change.cue == "remains" and self._is_area(at, change.end))
        if change.kind == "continuation" and terms.date is not None and terms.date.start is None:
            return True  # stays until 2030
        if change.cue in ("appoints", "hires") and self._is_seat(at, change.end):
            return True  # named Roe to its board, to run sales
        return posted or any((terms.role, terms.leads, terms.replaces, terms.told_employer))

    def _is_area(self, at: int, end: int) -> bool:
        """Whether something to be in charge of stands at a token: ``product and sales``, ``the chip arm``."""
        behind = complement_at(self.page, at, end)
        return behind is not None and cues("areas").ending(self.page.tokens, behind - 1) is not None

    def _is_seat(self, at: int, end: int) -> bool:
        """Whether a seat on a board is what somebody gets, or something to run."""
        keys = [token.key for token in self.page.tokens[at:end]]
        runs = any(one == "to" and then in RUNNING for one, then in pairwise(keys))
        return runs or any(key == "board" and "to" in keys[max(0, i - 3) : i] for i, key in enumerate(keys))

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
