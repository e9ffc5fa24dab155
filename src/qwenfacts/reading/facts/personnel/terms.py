"""The terms on which somebody comes or goes: post, employer, day, predecessor, and what they were before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period, Span
from ...english.clauses import cues, is_possessive
from ...english.posts import EMPLOYERS, LONGEST, WHOLES, Post, employer_at, post_before, post_from
from ...english.stretches import day_of
from ...page import Page, Passage
from ...spans import within
from .change import Change
from .parties import Parties, Party
from .seats import HANDING, OLD, ROLES, seat_of
from .tails import behind_office, effective_in, spell_at
from .wordlists import (
    ASIDES,
    BOARDS,
    DIRECT,
    FOUNDERS,
    HEIRS,
    LEADS,
    OUR_OWN,
    RISES,
    SPELLS,
    TO_POST,
    VETERANS,
    WHO,
)

__all__ = ["Terms"]

NEAR: Final = 5
MOST_ASIDES: Final = 3
ALONE: Final = 3
FAR: Final = 3 * LONGEST
LED: Final = frozenset(("at", "of", "for", "with", "from"))
SEATS: Final = frozenset(("passes", "inherits"))


class Terms:
    """What the stretch of a change says beside who comes or goes."""

    def __init__(
        self,
        page: Page,
        passage: Passage,
        parties: Parties,
        change: Change,
        evident: Party,
        earlier: Period | None,
        career: Callable[[], Post | None],
    ) -> None:
        """``evident`` is who the sentence names, ``earlier`` the day of the change before in the sentence,
        ``career`` the post with which somebody was introduced before.
        """
        self._career = career
        self.page = page
        self.passage = passage
        self.parties = parties
        self.change = change
        self.party: Party = change.party
        self.role: str | None = None
        self.former_role: str | None = None
        self.employer: Mention[Entity] | None = None
        self.former_employer: Mention[Entity] | None = None
        self.replaces: Party | None = None
        self.leads: str | None = None
        self.together: bool = False
        self.told_employer: bool = False  # behind the verb
        self._skipped: list[range] = []
        if change.is_object and self.party.start >= change.words.stop:
            self._of_doer()
        self._describe()
        self._read_tail()
        if evident.group is not None:
            self._of_group(evident.group)
        date = self._date()
        self.date: Period | None = date.value if date else earlier if self.together else None
        self._when = date

    # -- what comes of it --

    def values(self) -> dict[str, object]:
        """The fields that are told."""
        employers = {"organisation": self.employer, "former_organisation": self.former_employer}
        told: dict[str, object] = {name: found.value for name, found in employers.items() if found}
        told |= {"role": self.role, "former_role": self.former_role}
        if self.date is not None:
            told["date"] = self.date
        if self.replaces is not None and self.replaces.person is not None:
            told["replaces"] = self.replaces.person.value
        return told

    def assumed(self) -> dict[str, object]:
        """The fields that hold unless another place says otherwise: the report is about the employer."""
        assumed: dict[str, object] = {"role": self.leads} if self.leads else {}
        career = self._career() if self._may_have_career() else None
        if career is not None:
            assumed |= self._of_career(career)
        home = self._home()
        if home is None and self.change.kind in ("hire", "appointment"):
            home = self.page.company_of(self.page.subject)
        if "organisation" in assumed:
            return assumed
        if home is not None and self.employer is None and home != (self.values().get("former_organisation")):
            assumed["organisation"] = home
        return assumed

    def _may_have_career(self) -> bool:
        """Whether the post with which somebody was introduced before can tell more of the change."""
        told = self.change.kind == "appointment" or (self.role is not None and self.employer is not None)
        return self.party.person is not None and not told

    def comes_to_us(self) -> bool:
        """Whether somebody leaves another company to come here: ``leaves Acme to run sales``."""
        if self.change.cue != "departs" or self.employer is None or not self.told_employer:
            return False
        home, at = self._home(), self.page.token_at(self.employer.span.end)
        if home is None or self.page.company_of(self.employer.value) == home:
            return False
        following = [token.key for token in self.page.tokens[at : min(at + 2, self.change.end)]]
        if following[:1] != ["to"] or following[-1] not in OUR_OWN:
            return False
        whither = self.page.names_in(self.page.span(at, self.change.end))
        return all(self.page.company_of(one.value) == home for one in whither if one.value.kind in EMPLOYERS)

    def _of_career(self, post: Post) -> dict[str, object]:
        """What follows from the post with which somebody was introduced before."""
        found: dict[str, object] = {}
        told, words = self.values(), self.page.quote(post.words)
        here = told.get("organisation") or self._home()
        theirs = post.employer.value if post.employer else None
        outside = theirs is not None and theirs != here
        if self.change.kind in ("departure", "continuation"):
            if not words.lower().endswith(FOUNDERS) and self.role is None:
                found["role"] = words
            if theirs is not None and "organisation" not in told:
                found["organisation"] = theirs
        elif self.change.kind == "hire" and not outside and self.former_role is None:
            found["role"] = words
        return found

    def mentions(self) -> Iterator[Span]:
        """The mentions that the fields are made of."""
        for found in (self.party.person, self._when, self.employer, self.former_employer):
            if found is not None:
                yield found.span
        if self.replaces is not None and not self.replaces.pronoun:
            yield self.replaces.span

    def comes_from_outside(self) -> bool:
        """Whether who is appointed worked for another company before."""
        if self.former_employer is None or self._rises():
            return False
        here = self.employer.value if self.employer else self.page.subject
        return self.page.company_of(here) != self.page.company_of(self.former_employer.value)

    def _home(self) -> Entity | None:
        """The company that the report is about."""
        return self.page.subject if self.page.subject.kind in EMPLOYERS else None

    # -- what the person is said to be --

    def _describe(self) -> None:
        """Take in titles and appositions: ``chief scientist Roe``, ``Roe, formerly of Acme``."""
        change, tokens = self.change, self.page.tokens
        if change.cue == "joins" and change.is_object and tokens[change.start].key == "from":
            self.former_employer = employer_at(self.page, change.start + 1, change.words.start)
        if change.words.stop - change.words.start > 1 and tokens[change.words.stop - 2].key == "charge":
            name = self.page.name_at(change.words.stop) if change.words.stop < change.end else None
            self.employer = name if name is not None and name.value.kind != "person" else self.employer
        for post in self._posts(self.party):
            self._take(post, plain=True)
        behind = self.page.token_at(self.party.span.end)
        if not self.party.pronoun and self.party.person is not None and behind + 1 < self.change.end:
            whose = self.page.tokens[behind].key in ("of", "from") and employer_at(
                self.page, behind + 1, self.change.end
            )
            if whose and self.change.kind in ("hire", "appointment") and self._is_foreign(whose):
                self.former_employer = self.former_employer or whose  # replaced by Roe of Acme
        for date in self.passage.dates:  # Roe, at Acme until May, was hired
            at = self.page.token_at(date.span.start)
            if at < self.change.words.start and self.page.tokens[at - 1].key in ("until", "till"):
                self._skipped.append(range(at, at + 1))

    def _posts(self, party: Party) -> Iterator[Post]:
        """The posts that stand before and behind somebody."""
        if party.person is None or party.pronoun:
            return
        page, tokens, start = self.page, self.page.tokens, party.start
        first = self.passage.first
        title = post_before(page, start, max(first, start - LONGEST))
        if title is None and tokens[start - 1].key in VETERANS:
            self._of_relative(max(first, start - ALONE), start)
        if title is None and start > first and tokens[start - 1].text == ",":  # its treasurer, Jane Roe,
            behind = page.token_at(party.span.end)
            low = self.change.words.stop if self.change.is_object else first
            if self.change.is_object or tokens[behind].text == ",":
                title = post_before(page, start - 1, max(low, start - 1 - LONGEST))
        if title is not None:
            yield title
        end = page.token_at(party.span.end)
        stop = self.change.end if start > self.change.words.start else self.change.words.start
        for _ in range(MOST_ASIDES):
            if end >= stop or tokens[end].text not in ASIDES:
                return
            inner = end + 1
            if inner < stop and tokens[inner].kind == "number":  # her age
                end = inner + 1
                continue
            post = post_from(page, inner, stop)
            if post is None:
                self._of_relative(inner, stop)
                return
            yield post
            end = post.end

    def _of_relative(self, at: int, stop: int) -> None:
        """``who ran sales at Acme``, ``ex-Acme``, ``an Acme veteran``: whom somebody works or worked for."""
        tokens, last = self.page.tokens, min(stop, at + FAR)
        end = next((i for i in range(at, last) if tokens[i].text in (",", ")", ";", "—")), last)
        keys = [token.key for token in tokens[at:end]]
        opening = cues("people").starting(tokens, at) if keys else None
        told = keys[:1] == ["who"] or (opening is not None and opening[0] == "formerly")
        if not told and VETERANS.isdisjoint(keys):
            return
        veteran = not VETERANS.isdisjoint(keys)
        for index in range(at, end):
            led = index == at or tokens[index].key in LED
            first = index if veteran else index + 1 + (tokens[index + 1].text == "-")
            employer = employer_at(self.page, first, end) if veteran or led else None
            if employer is None or (veteran and not self._is_foreign(employer)):
                continue
            if self.change.kind != "departure":
                self.former_employer = self.former_employer or employer
            else:
                self.employer = self.employer or employer
            return

    def _take(self, post: Post, *, plain: bool) -> None:
        """Take in a post; one in an apposition is the old one of who moves up, and the one of who leaves."""
        kind, words = self.change.kind, self.page.quote(post.words)
        former = post.formerly and kind != "departure"
        if plain and not former:
            here = self.employer.value if self.employer is not None else self._home()
            outside = post.employer is not None and kind == "hire" and post.employer.value != here
            outside = outside or (kind == "appointment" and self._is_foreign(post.employer))
            former = kind in ("hire", "appointment") and (post.lately or outside or not self.change.is_object)
        if former:
            self.former_role = self.former_role or words
            self.former_employer = self.former_employer or post.employer
        elif not post.formerly:
            self.role = self.role or words
            self.employer = self.employer or post.employer

    def _is_foreign(self, employer: Mention[Entity] | None) -> bool:
        """Whether a company is neither the one that the report is about nor the one that appoints."""
        home, here = self._home(), self.employer
        if employer is None or home is None or (here is not None and here.value == employer.value):
            return False
        return self.page.company_of(employer.value) != self.page.company_of(home)

    def _of_group(self, group: Span) -> None:
        """``three Acme engineers``: for whom a group works."""
        first = self.page.tokens[self.change.words.start].start if self.change.is_noun else group.start
        start, end = self.page.token_at(group.start), self.page.token_at(group.end)
        for kind, at, stop in cues("people").among(self.page.tokens, start, end):
            posted = kind == "ranks" and self.page.tokens[at].key in ("vice", "board", "managing")
            if posted and self.change.kind == "departure":
                self.role = self.role or self.page.quote(self.page.span(at, stop))
        for name in self.page.names_in(Span(min(first, group.start), group.end)):
            if name.value.kind in WHOLES and self.employer is None:
                self.employer = name
            elif self.change.cue == "joins" and self.employer and name.value != self.employer.value:
                self.former_employer = self.former_employer or name

    # -- what stands behind the verb --

    def _read_tail(self) -> None:
        change, tokens = self.change, self.page.tokens
        cue, at = change.cue, change.words.stop
        if change.is_object and self.party.start >= at:
            at = self._behind_party()
        told_role, self.role = self.role, None
        if cue == "succeeds" and not change.is_object:
            self.replaces = self._possessed() or self.parties.person_at(at, change.end, self._person())
        elif change.is_object and cue in ("succeeds", "passes", "inherits", "successor"):
            self.replaces = self._predecessor()
        seated = cue in SEATS or tokens[change.words.stop - 1].key in ROLES
        seat = seat_of(self.page, change.words, self.passage.first, change.end) if seated else None
        if seat is not None:
            told_role, self.employer = self.page.quote(seat.words), self.employer or seat.employer
            at = max(at, seat.end if not change.is_object else at)
        elif cue in SEATS and self.replaces is not None:
            for post in self._posts(self.replaces):
                words = self.page.quote(post.words)
                if not words.lower().endswith(FOUNDERS):
                    told_role, self.employer = words, self.employer or post.employer
                    break
        if cue in DIRECT or tokens[change.words.stop - 1].key == "as":
            at = self._at_post(at)
        last = tokens[change.words.stop - 1].key
        if last == "from":
            self.former_employer = self._at(at) or self.former_employer
        elif cue == "remains" and last in LEADS and self._at(at) is not None:
            self.role, self.employer = last, self._at(at)
        elif at < change.end and cue not in ("appoints", "hires", "dismisses", "moves"):
            self.employer = self._at(at) or self.employer
        while at < change.end:
            at = self._step(at)
        self.role = self.role or told_role

    def _step(self, at: int) -> int:
        """Read what begins at a token; the token to go on at."""
        change, tokens = self.change, self.page.tokens
        end, kind, key = change.end, change.kind, tokens[at].key
        replacing = cues("replacing").starting(tokens, at)
        if replacing is not None:
            behind = replacing[1]
            if kind != "departure" and behind < end and tokens[behind].key != "by" and self.replaces is None:
                self.replaces = self.parties.person_at(behind, end, self._person())
            return behind
        found = cues("people").starting(tokens, at)
        if found is not None and found[0] in ("formerly", "lately"):
            post = post_from(self.page, at, end)
            if post is not None:
                self._take(post._replace(formerly=True), plain=False)
                return post.end
            self._of_relative(at, end)
            return found[1]
        if key in TO_POST or (key == "to" and self._rises()):
            return self._at_post(at + 1)
        if key in HEIRS and kind != "departure" and self.replaces is None and not self.change.is_noun:
            self.replaces = self._of_heir(at)
        if key == "to" and kind != "departure" and (behind := behind_office(self.page, at + 1, end)) > at + 1:
            return self._at_post(behind)
        if key in SPELLS and kind != "departure":
            employer, behind = spell_at(self.page, at, end)
            self.former_employer = self.former_employer or employer
            return behind
        if key == "of" and kind == "hire" and tokens[at - 1].key in BOARDS:
            self.employer = self.employer or self._at(at + 1)
        if key == "to" and kind == "departure" and at + 1 < end and tokens[at + 1].kind == "word":
            return end  # to found a company: what comes next
        if key == "to" and at + 1 < end and tokens[at + 1].key in LEADS and kind != "departure":
            after = tokens[at + 2].key if at + 2 < end else ""
            self.leads = self.leads or (tokens[at + 1].key if after != "of" else None)
            self.employer = self.employer or employer_at(self.page, at + 2, end)
            return at + 2
        if key == "from":
            return self._from(at + 1)
        if key == "at" or (
            key == "by" and (at == change.words.stop or not tokens[at - 1].key.endswith("ed"))
        ):
            self.employer = self.employer or self._at(at + 1)
        if key == "with" and at + 1 < end and tokens[at + 1].key in ("him", "her", "them"):
            self.together = True
        if key in WHO:
            return self._skip(at)
        return at + 1

    def _from(self, at: int) -> int:
        """``from Acme``, ``from deputy to head``."""
        employer = employer_at(self.page, at, self.change.end)
        if employer is not None and not is_possessive(self.page, employer):
            if self.page.tokens[at - 2].key in HEIRS:
                return at  # a successor from Acme
            if self.change.kind == "departure":
                self.employer = self.employer or employer
            else:
                self.former_employer = self.former_employer or employer
            return at
        if self.change.cue == "becomes" and self.replaces is None:
            self.replaces = self.parties.person_at(at, min(at + ALONE, self.change.end), self._person())
        post = post_from(self.page, at, self.change.end) if self.change.kind != "departure" else None
        if post is None:
            return at
        self._take(post._replace(formerly=True), plain=False)
        return post.end

    def _skip(self, at: int) -> int:
        """The token behind a relative clause: that is about somebody else, or another time."""
        end = at + 1
        while end < self.change.end and self.page.tokens[end].text not in (",", ")", "—"):
            end += 1
        self._skipped.append(range(at, end))
        return end

    def _at_post(self, at: int) -> int:
        """Take in the post at a token, if one is there; the token behind it."""
        at = behind_office(self.page, at, self.change.end)
        post = post_from(self.page, at, self.change.end)
        if post is None or post.formerly:
            return at
        self.role = self.role or self.page.quote(post.words)
        self.employer = self.employer or post.employer
        return post.end

    def _of_heir(self, at: int) -> Party | None:
        """Whose successor somebody is made: ``named as her successor``, ``as successor to Poe``."""
        for index in range(at - 1, max(self.passage.first, at - ALONE) - 1, -1):
            if self.page.tokens[index].key in ("his", "her"):
                return self.parties.pronoun(index, self._person())
        if at + 1 < self.change.end and self.page.tokens[at + 1].key in ("to", "of", "for"):
            return self.parties.person_at(at + 2, self.change.end, self._person())
        owners = within(self.passage.named("person"), self.page.span(max(self.passage.first, at - NEAR), at))
        return next((Party(one, None, at) for one in owners if is_possessive(self.page, one)), None)

    def _rises(self) -> bool:
        return any(self.page.tokens[at].key in RISES for at in self.change.words)

    def _at(self, at: int) -> Mention[Entity] | None:
        """The employer that a word leads to: ``left Acme``, ``at Acme``; not whose something is."""
        employer = employer_at(self.page, at, self.change.end)
        if employer is None or is_possessive(self.page, employer):
            return None
        self.told_employer = True
        return employer

    def _of_doer(self) -> None:
        """Who hires: ``Acme hired Roe``."""
        if self.change.cue not in ("hires", "appoints", "dismisses"):
            return
        name = self.page.name_at(self.change.start)
        if name is not None and name.value.kind in EMPLOYERS:
            self.employer = name

    def _behind_party(self) -> int:
        """The token behind the object of a verb, and behind what is said of it between commas."""
        at = self.page.token_at(self.party.span.end)
        for post in self._posts(self.party):
            if post.words.start > self.party.span.end:
                at = max(at, post.end)
        return at

    def _possessed(self) -> Party | None:
        """Whose place somebody takes, where the verb itself tells: ``takes her place``."""
        for at in range(self.change.words.start, self.change.words.stop):
            if self.page.tokens[at].key in ("him", "his", "her"):
                return self.parties.pronoun(at, self._person())
        return None

    def _predecessor(self) -> Party | None:
        """Whose post it was: ``Poe was replaced by Roe``, ``Poe, whose post goes to Roe``."""
        at = self.change.words.start
        if self.change.cue == "successor":
            return self._of_heir(at)
        if self.change.cue == "inherits":
            phrases = cues("personnel")
            while (
                at > self.passage.first
                and (phrases.starting(self.page.tokens, at) or ("",))[0] != "hands"
                and self.page.tokens[at].key not in HANDING
            ):
                at -= 1
        if self.change.cue == "succeeds" and self.party.start > self.change.words.stop:
            turned = self.parties.person_at(self.change.words.stop, self.party.start, self._person())
            if turned is not None:
                return turned
        if self.change.cue == "passes":
            at -= self.page.tokens[at - 1].key in OLD
            word = self.page.tokens[at - 1].key
            if word in ("his", "her"):
                return self.parties.pronoun(at - 1, self._person())
            if word == "whose":
                at -= 1
                at -= self.page.tokens[at - 1].text == ","
            while self.page.tokens[at - 1].key in ("s", "'"):
                at -= 1
        before = self.parties.before(at) or self.parties.before(at + 1)
        return next((party for party in before if party.person is not None), None)

    def _person(self) -> Entity | None:
        return self.party.person.value if self.party.person is not None else None

    # -- when --

    def _date(self) -> Mention[Period] | None:
        """The day of the change; that of a noun stands near: ``the May 4 exit of Roe``."""
        change, page = self.change, self.page
        end = self.passage.end if change.is_noun or change.cue == "hands" else change.end
        if effective := effective_in(page, self.passage, page.span(change.start, max(end, change.start + 1))):
            return effective
        if not change.is_noun:
            return day_of(page, self.passage, change.words, change.start, end, self._skipped)
        first, last = change.words.start - NEAR, self.page.token_at(self.party.span.end) + FAR // 2
        around = page.span(max(first, self.passage.first), min(max(last, first + 1), self.passage.end))
        for date in within(self.passage.dates, around):
            at = page.token_at(date.span.start)
            if first <= at < change.words.start and page.tokens[at - 1].key not in ("since", "until"):
                return date
            if change.words.stop <= at < min(last, change.end):
                return day_of(page, self.passage, change.words, at, change.end)
        return None
