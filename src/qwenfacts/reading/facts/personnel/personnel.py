"""Personnel changes: verbs and nouns of coming and going, with those who come or go.

Each verb is read with its own stretch of the sentence, from whom it is about to where the next one begins.
What the stretch says of posts, employers, days and predecessors becomes the fields of the fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import Final

from ....entities import Entity
from ....facts import PersonnelChange
from ....values import Period
from ...english.clauses import cues
from ...english.posts import complement_at, is_ours, post_from
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wording import table
from .change import FOUNDERS, Change, Found
from .finding import Finder, forms_in
from .parties import Memory, Parties, Party
from .seats import is_meant, seat_from
from .tails import spell_at
from .terms import Terms

__all__ = ["find_personnel_changes"]

BREAKS: Final = frozenset((";", ":"))
COMING: Final = frozenset(("hire", "appointment"))
RUNNING: Final = frozenset("run oversee manage build supervise coordinate steer direct rebuild".split())
MOST: Final = 12
BACKGROUND: Final = frozenset("was had spent served worked ran led headed oversaw".split())
STARTS: Final = frozenset("start starts started starting begin begins began beginning".split())
VAGUE: Final = forms_in("seats", "getting")
"""The first words of verbs with which somebody gets a post that may not be named: ``takes over``."""


def find_personnel_changes(page: Page) -> Iterator[Draft]:
    """The personnel changes of a page; each place that says one is a draft of its own."""
    memory = Memory()
    drafts: list[Draft] = []
    for passage in page.passages:
        if (passage.is_prose or passage.block.kind == "heading") and _has_people(passage):
            memory.enter(passage)
            reading = _Reading(page, passage, memory)
            here = [draft for change in reading.changes() for draft in reading.drafts(change)]
            drafts += here or reading.background()
            memory.read(passage)
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
    """The drafts; who was hired is not appointed as well, and who left one company for another was there."""
    careers: dict[object, list[Draft]] = {}
    for draft in drafts:
        careers.setdefault(_who(draft), []).append(draft)
    for draft in drafts:
        _from_predecessor(draft, careers)
    hired = {who for who, own in careers.items() if any(one.fields["kind"] == "hire" for one in own)}
    for draft in drafts:
        person, home = _who(draft), draft.value("organisation")
        if draft.fields["kind"] == "appointment" and person in hired:
            draft.fields["kind"] = "hire"
            draft.key = _key(person, "hire")
        left = [one for one in careers[person][:MOST] if one.fields["kind"] == "departure"]
        whence = _first(left, "organisation")
        if draft.fields["kind"] == "hire" and left and home not in (None, whence):
            draft.assumed |= {"former_organisation": whence, "former_role": _first(left, "role")}
        yield draft


def _who(draft: Draft) -> object:
    return draft.fields.get("person") or draft.fields["group"]


def _first(drafts: Iterable[Draft], name: str) -> object:
    return next((value for one in drafts if (value := one.value(name)) is not None), None)


def _from_predecessor(draft: Draft, careers: Mapping[object, list[Draft]]) -> None:
    """Who succeeds somebody has the same post, in the same part of the company."""
    before = draft.value("replaces")
    if before is None:
        return
    near = sorted(careers.get(before, ())[:MOST], key=lambda one: one.story != draft.story)
    left = [one for one in near if one.fields["kind"] == "departure"]
    moved = [one for one in near if one.fields["kind"] == "appointment"]
    gone = [one for one in near if one.fields["kind"] != "hire" or one.fields.get("organisation")]
    own = [one for one in careers[_who(draft)][:MOST] if one.fields["kind"] in COMING]
    for name in ("role", "organisation"):
        told = (*(one.fields.get(name) for one in left), *(one.fields.get(f"former_{name}") for one in gone))
        value = next((value for value in told if value is not None), None) or _first(left, name)
        value = _first(moved, name) if value is None and name == "organisation" else value
        if value is not None and not str(value).lower().endswith(FOUNDERS):
            for one in (draft, *own):
                one.assumed[name] = value
    home = next((home for one in own if (home := one.fields.get("organisation")) is not None), None)
    for one in moved:
        one.assumed.setdefault("former_role", draft.value("role"))
    for one in left:
        one.assumed.setdefault("role", draft.value("role"))
        if home is not None:
            one.assumed["organisation"] = home


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
            for at in range(max(one.words.stop, *(party.start for party in one.parties)), end):
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
        listed = [change.party]
        if change.party.group is not None and change.kind != "continuation":
            listed = self.parties.of_group(change.party, change.words.stop, self.passage.end)
        for party in listed:
            own = change._replace(party=party)
            new = self._memory.new.get(party.person.value) if party.person is not None else None
            starts = self.page.tokens[change.words.start].key in STARTS
            own = own._replace(cue="becomes") if starts and new == "appointment" else own
            terms = Terms(self.parties, own, change.party, self._earlier)
            if terms.comes_to_us():
                own = own._replace(cue="joins")
                terms = Terms(self.parties, own, change.party, self._earlier)
                terms.former_employer, terms.employer = terms.employer, None
            if self._is_one(own, terms) or (starts and new is not None and terms.date is not None):
                self._earlier = terms.date
                draft = self._draft(own, change.party, terms)
                self._follow(own, draft)
                yield draft

    def background(self) -> Iterator[Draft]:
        """What somebody new was elsewhere, if a sentence tells only that: ``She spent a decade at Acme``."""
        party = self.parties.opening()
        if party is None or party.person is None or self._memory.new.get(party.person.value) not in COMING:
            return
        tokens, at = self.page.tokens, self.page.token_at(party.span.end)
        apposed = tokens[at].text == ","
        if not apposed and tokens[at].key not in BACKGROUND:
            return
        while tokens[at + 1].key in ("been", "as", "previously", "formerly", "earlier"):
            at += 1
        post = post_from(self.page, at + 1, self.passage.end)
        spent = spell_at(self.page, at, self.passage.end)[0] if post is None and not apposed else None
        employer = post.employer if post is not None else spent
        if employer is not None and not is_ours(self.page, employer.value):
            who, mentions = party.person.value, [party.span, employer.span]
            fields: dict[str, object] = {"person": who, "kind": "hire", "former_organisation": employer.value}
            fields |= {"former_role": self.page.quote(post.words)} if post is not None else {}
            spans, key = [hull(*mentions)], _key(who, "hire")
            yield Draft(PersonnelChange, fields, spans, mentions, self.passage.story, key=key)

    def _follow(self, change: Change, draft: Draft) -> None:
        """Whose post somebody gets of whom it is only said that they take over: the one who has just left.

        Who comes is kept, for ``she starts on 1 July``.
        """
        left, fields, who = self._memory.left, draft.fields, draft.fields.get("person")
        behind = self.page.token_at(change.party.span.end) if change.is_object else 0
        if isinstance(who, Entity):
            self._memory.new[who] = str(fields["kind"])
        if fields["kind"] == "continuation":
            return
        tokens, words = self.page.tokens, change.words
        taken = change.cue == "becomes" and tokens[words.start].key in VAGUE
        vague = change.cue == "passes" or (taken and tokens[words.stop].key != "of")  # takes charge of sales
        untold = fields.get("role") is None and fields.get("replaces") is None and left not in (None, who)
        if fields["kind"] == "departure":
            self._memory.left = who
        elif untold and (vague or is_meant(self.page, max(change.words.stop, behind), change.end)):
            fields["replaces"] = left
        elif fields["kind"] == "appointment" and fields.get("former_role") is not None:
            self._memory.left = who

    def _is_one(self, change: Change, terms: Terms) -> bool:
        """Whether a verb that also means other things says a change: with a post, employer or predecessor."""
        words = self.page.quote(self.page.span(change.words.start, change.words.stop)).lower()
        if change.cue == "passes":  # not just: the baton passes to Roe
            return any((terms.role, terms.replaces, self._memory.left))
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
