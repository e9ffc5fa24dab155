"""The terms on which somebody comes or goes: post, employer, day, predecessor, and what they were before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period, Span
from ...english.clauses import cues, is_possessive
from ...english.posts import (
    EMPLOYERS,
    EMPLOYING,
    HEADS,
    LONGEST,
    WHOLES,
    Post,
    employer_at,
    is_ours,
    post_before,
    post_from,
)
from ...page import Page, Passage
from .change import FOUNDERS, WHO, Change
from .parties import Parties, Party
from .seats import ROLES, predecessor, seat_of
from .tails import behind_day, behind_office, charge_at, day_told, labelled, part_meant, spell_at, unit_led

__all__ = ["Terms"]

ALONE: Final = 3
ASIDES: Final = frozenset((",", "(", "—", "–"))
DIRECT: Final = frozenset(("appoints", "becomes", "remains", "joins"))
"""The classes of verbs behind which a post may stand without a word between."""
FAR: Final = 3 * LONGEST
HEIRS: Final = frozenset(("successor", "replacement"))
HELMS: Final = frozenset(("charge", "helm", "reins", "wheel"))
LEADING: Final = frozenset(("under", "by"))
LED_BY: Final = {"led": "lead", "headed": "head"}
LED: Final = frozenset(("at", "of", "for", "with", "from"))
LEADS: Final = frozenset(("lead", "head"))
"""The verbs that are posts as well."""
OUR_OWN: Final = frozenset("run lead head oversee manage build join become take set".split())
"""What somebody comes to do, unless another company is named for it."""
RAN: Final = LED | frozenset("headed led ran oversaw managed built chaired founded".split())
OBJECTS: Final = ("hires", "appoints", "dismisses")
SPELLS: Final = frozenset(("after", "having", "following"))
"""What leads to an earlier time at another company: ``after two years at Acme``."""
TAKEN: Final = frozenset(("passes", "inherits", "succeeds"))
SEATS: Final = frozenset(("passes", "inherits"))
TO_POST: Final = frozenset(("as", "become", "becoming", "being"))


class Terms:
    """What the stretch of a change says beside who comes or goes."""

    def __init__(self, parties: Parties, change: Change, evident: Party, earlier: Period | None) -> None:
        """``evident`` is who the sentence names, ``earlier`` the day of the change before in the sentence."""
        page, passage = parties.page, parties.passage
        self.page: Page = page
        self.passage: Passage = passage
        self.parties = parties
        self.change = change
        self.party: Party = change.party
        self._evident = evident
        self.role: str | None = None
        self.former_role: str | None = None
        self.employer: Mention[Entity] | None = None
        self._doer: Mention[Entity] | None = None  # who hires
        self._inside = False  # was the head of what may be a part of the company
        self.former_employer: Mention[Entity] | None = None
        self.replaces: Party | None = None
        self.together: bool = False
        self.told_employer: bool = False  # behind the verb
        self._skipped: list[range] = []
        if change.is_object and self.party.start >= change.words.stop:
            self._of_doer()
        # a unit led by Roe, or by Roe, who was hired from Acme; where the words for it are not its name
        under = page.tokens[change.words.stop - 1].key in LEADING
        led = change.words.stop - 1 if under else self.party.start - 1
        self.leads: str | None = (
            LED_BY.get(page.tokens[led - 1].key) if page.tokens[led].key == "by" else None
        )
        self._part = unit_led(page, passage, led) if under or self.leads else None
        self._describe()
        self._read_tail()
        if evident.group is not None:
            self._of_group(evident.group)
        date = day_told(page, passage, change, self._skipped)
        self.date: Period | None = date.value if date else earlier if self.together else None
        self._when = date

    # -- what comes of it --

    def values(self) -> dict[str, object]:
        """The fields that are told."""
        former = self.former_employer.value if self.former_employer is not None else None
        part = self._part if self._part != former else None
        told: dict[str, object] = {
            "organisation": self.employer.value if self.employer is not None else part,
            "former_organisation": former,
            "date": self.date,
            "replaces": self.replaces and self.replaces.person and self.replaces.person.value,
        }
        told = {name: value for name, value in told.items() if value is not None}
        return told | {"role": self.role, "former_role": self.former_role}

    def assumed(self) -> dict[str, object]:
        """The fields that hold unless another place says otherwise: the report is about the employer."""
        assumed: dict[str, object] = {"role": self.leads} if self.leads else {}
        home = labelled(self.page, self.passage) or self._home()
        home = home or (self.page.company_of(self.page.subject) if self.change.is_coming else None)
        former = self.former_employer.value if self.former_employer is not None else None
        return assumed | ({"organisation": home} if home not in (None, former) else {})

    def comes_to_us(self) -> bool:
        """Whether somebody leaves another company to come here: ``leaves Acme to run sales``."""
        if self.change.cue != "departs" or self.employer is None or not self.told_employer:
            return False
        home, at = self._home(), self.page.token_at(self.employer.span.end)
        if home is None or is_ours(self.page, self.employer.value):
            return False
        following = [token.key for token in self.page.tokens[at : min(at + 2, self.change.end)]]
        if following[:1] != ["to"] or following[-1] not in OUR_OWN:
            return False
        whither = self.page.names_in(self.page.span(at, self.change.end))
        return all(is_ours(self.page, one.value) for one in whither if one.value.kind in EMPLOYERS)

    def mentions(self) -> Iterator[Span]:
        """The mentions that the fields are made of."""
        for found in (self.party.person, self._when, self.employer, self.former_employer):
            if found is not None:
                yield found.span
        if self.replaces is not None and not self.replaces.pronoun:
            yield self.replaces.span

    def comes_from_outside(self) -> bool:
        """Whether who is appointed worked for another company before."""
        if self.former_employer is None or self._inside or self._rises():
            return False
        whence, here = self.former_employer.value, self.employer.value if self.employer else self.page.subject
        if is_ours(self.page, whence):
            return here.known and not is_ours(self.page, here)  # what nobody knows is a part of ours
        return here not in (whence, *self.page.owners(whence)) and whence not in self.page.owners(here)

    def _home(self) -> Entity | None:
        """The company that the report is about."""
        return self.page.subject if self.page.subject.kind in EMPLOYING else None

    # -- what the person is said to be --

    def _describe(self) -> None:
        """Take in titles and appositions: ``chief scientist Roe``, ``Roe, formerly of Acme``."""
        change, tokens = self.change, self.page.tokens
        if change.cue == "joins" and change.is_object:
            for at in range(change.start, self.party.start):
                if tokens[at].key == "from":
                    self.former_employer = employer_at(self.page, at + 1, self.party.start)
        if change.words.stop - change.words.start > 1 and tokens[change.words.stop - 2].key == "charge":
            self._in_charge(change.words.stop - 3)
        for post in self._posts(self.party):
            self._take(post, plain=True)
        first, behind = self.passage.first, self.page.token_at(self.party.span.end)
        if change.is_coming and tokens[first].key in SPELLS and first < self.party.start:
            spell, _ = spell_at(self.page, first, self.party.start)  # After years at Acme, Roe joins
            self.former_employer = self.former_employer or spell
        if change.is_coming and self.party.group is None and tokens[behind].key in ("of", "from"):
            whose = employer_at(self.page, behind + 1, self.change.end)  # replaced by Roe of Acme
            self.former_employer = self.former_employer or (whose if self._is_foreign(whose) else None)
        for date in self.passage.dates:  # Roe, at Acme until May, was hired
            at = self.page.token_at(date.span.start)
            if at < self.change.words.start and self.page.tokens[at - 1].key in ("until", "till"):
                self._skipped.append(range(at, at + 1))

    def _in_charge(self, at: int) -> int:
        """Take in ``in charge of sales``; the token behind it."""
        end, name = charge_at(self.page, at, self.change.end)
        self.employer = name or self.employer
        self.role = self.role or self.page.quote(self.page.span(at, end))
        return end

    def _posts(self, party: Party, *, own: bool = True) -> Iterator[Post]:
        """The posts that stand before and behind somebody; of their ``own``, also for whom they worked."""
        if party.pronoun:  # general counsel Roe announced her exit
            party = self.parties.named_before(party.start, self._person()) or party
        if party.person is None or party.pronoun:
            return
        page, tokens, start, first = self.page, self.page.tokens, party.start, self.passage.first
        title = post_before(page, start, max(first, start - LONGEST))
        if own and title is None and cues("veterans").ending(tokens, start - 1) is not None:
            self._of_relative(max(first, start - ALONE), start)
        is_object = self.change.is_object and start >= self.change.words.stop
        if (
            title is None
            and start > first
            and tokens[start - 1].text in ((",", ":") if is_object else (",",))
        ):
            low = self.change.words.stop if is_object else first
            if is_object or tokens[page.token_at(party.span.end)].text == ",":  # its treasurer, Jane Roe,
                title = post_before(page, start - 1, max(low, start - 1 - LONGEST))
        if title is not None:
            yield title
        end = page.token_at(party.span.end)
        stop = self.change.end if start > self.change.words.start else self.change.words.start
        while end < stop and tokens[end].text in ASIDES:
            inner = behind_day(page, self.passage, end + 1, stop)
            post = post_from(page, inner, stop)
            if post is None:
                if own:
                    self._of_relative(inner, stop)
                return
            yield post
            if is_object and self.change.cue == "appoints":
                return  # made Roe, its head of design, treasurer
            end = post.end

    def _of_relative(self, at: int, stop: int) -> int | None:
        """``ex-Acme``, ``who led sales at Acme``, ``an Acme veteran``: the employer; the token behind it."""
        tokens, last = self.page.tokens, min(stop, at + FAR)
        end = next((i for i in range(at, last) if tokens[i].text in (",", ")", ";", "—")), last)
        keys = [token.key for token in tokens[at:end]]
        opening = cues("people").starting(tokens, at) if keys else None
        told = keys[:1] == ["who"] or (opening is not None and opening[0] == "formerly")
        veteran = any(self.page.phrases_among(cues("veterans"), at, end))
        for index in range(at, end) if told or veteran else ():
            led = index == at or tokens[index].key in (LED if index > at + 1 else RAN)
            first = index if veteran else index + 1 + (tokens[index + 1].text == "-")
            employer = employer_at(self.page, first, end) if veteran or led else None
            departs = self.change.kind == "departure" and not veteran
            own = not veteran and index != at + 1
            if employer is not None and (own or (not departs and self._is_foreign(employer))):
                return self._worked_for(employer)
        return None

    def _worked_for(self, employer: Mention[Entity]) -> int:
        """Take in the company that somebody leaves; the token behind it."""
        if self.change.kind == "departure":
            self.employer = self.employer or employer
        else:
            self.former_employer = self.former_employer or employer
        return self.page.token_at(employer.span.end)

    def _take(self, post: Post, *, plain: bool) -> None:
        """Take in a post; one in an apposition is the old one of who moves up, and the one of who leaves."""
        kind, words = self.change.kind, self.page.quote(post.words)
        former = post.formerly and kind != "departure"
        if plain and not former:
            here = self.employer.value if self.employer is not None else self._home()
            outside = post.employer is not None and kind == "hire" and post.employer.value != here
            outside = outside or (kind == "appointment" and self._is_foreign(post.employer))
            told = self.page.tokens[self.change.start].key == "who" and post.words < self.party.span
            own = self.change.is_object and self.change.cue not in TAKEN
            own = own or (kind == "hire" and told)  # finance chief Roe, who joined in May
            own = own or self.page.tokens[self.change.words.start].key.startswith("confirm")
            former = self.change.is_coming and (post.lately or outside or not own)
        if former and words.lower().endswith(FOUNDERS) and not self._is_foreign(post.employer):
            return  # who founded a company remains its founder
        if former:
            self.former_role = self.former_role or words
            self.former_employer = self.former_employer or post.employer
            headed = post.employer is not None and not post.employer.value.known
            self._inside = headed and not post.formerly and words.lower() in HEADS
        elif not post.formerly:
            self.role = self.role or words
            self._employs(post)

    def _employs(self, post: Post) -> None:
        """Take in where a post is: also ``its head``."""
        if self.employer is None or (self.employer is self._doer and post.employer is not None):
            self.employer = post.employer
        if post.own is not None and post.employer is None:
            self._part = self._part or part_meant(self.page, self.passage, post.own)

    def _is_foreign(self, employer: Mention[Entity] | None) -> bool:
        """Whether a company is neither the one that the report is about nor the one that appoints."""
        if employer is None or (self.employer is not None and self.employer.value == employer.value):
            return False
        return self._home() is not None and not is_ours(self.page, employer.value)

    def _of_group(self, group: Span) -> None:
        """``three Acme engineers``: for whom a group works."""
        first = self.page.tokens[self.change.words.start].start if self.change.is_noun else group.start
        start, end = self.page.token_at(group.start), self.page.token_at(group.end)
        for kind, at, stop in self.page.phrases_among(cues("people"), start, end):
            posted = kind == "ranks" and self.page.tokens[at].key in ("vice", "board", "managing")
            if posted and self.change.kind == "departure":
                self.role = self.role or self.page.quote(self.page.span(at, stop))
        for name in self.page.names_in(Span(min(first, group.start), group.end)):
            here = self.employer.value if self.employer else None
            if self.change.kind == "hire" and name.value != here and self._is_foreign(name):
                self.former_employer = self.former_employer or name
            elif name.value.kind in WHOLES and self.employer is None:
                self.employer = name

    # -- what stands behind the verb --

    def _read_tail(self) -> None:
        change, tokens = self.change, self.page.tokens
        cue, at = change.cue, change.words.stop
        if change.is_object and self.party.start >= at:
            at = self._behind_party()
        told_role, self.role = self.role, None
        first = change.words.stop - (tokens[change.words.stop - 1].key == "as")
        if tokens[first].key == "as" and at > first + 1:
            self._at_post(first + 1)  # joining as treasurer is Roe
        self.replaces = predecessor(self.parties, change, self._person())
        seated = cue in SEATS or tokens[change.words.stop - 1].key in ROLES
        seat = seat_of(self.page, change.words, self.passage.first, change.end) if seated else None
        if seat is not None:
            told_role, self.employer = self.page.quote(seat.words), self.employer or seat.employer
            at = max(at, seat.end if not change.is_object else at)
        if cue in DIRECT or tokens[change.words.stop - 1].key == "as":
            at = self._at_post(at)
        last = tokens[change.words.stop - 1].key
        if last == "from":
            self.former_employer = self._at(at) or self.former_employer
        elif cue in ("remains", "becomes") and last in LEADS:
            self.leads, self.employer = last, self._at(at)
            self.role = last if self.employer is not None else None
        elif last in HELMS and tokens[at].key == "of":
            self.employer = charge_at(self.page, at - 2, change.end)[1] or self.employer
        elif at < change.end and cue not in ("appoints", "hires", "dismisses", "moves"):
            self.employer = self._at(at) or self.employer
        while at < change.end:
            at = self._step(at)
        if seat is None and change.is_coming and self.role and told_role not in (None, self.role):
            self.former_role = self.former_role or told_role  # made its treasurer, Roe, chief of sales
        self.role = self.role or told_role
        if self.role is None and self.replaces is not None and not self.replaces.pronoun:
            for post in self._posts(self.replaces, own=False):
                if not self.page.quote(post.words).lower().endswith(FOUNDERS):
                    self._take(post._replace(formerly=False), plain=False)

    def _step(self, at: int) -> int:
        """Read what begins at a token; the token to go on at."""
        change, tokens = self.change, self.page.tokens
        end, kind, key = change.end, change.kind, tokens[at].key
        if (replacing := cues("replacing").starting(tokens, at)) is not None:
            behind = replacing[1]
            if kind != "departure" and behind < end and tokens[behind].key != "by":
                self.replaces = self.replaces or self.parties.person_at(behind, end, self._person())
            return behind
        found = cues("people").starting(tokens, at)
        if found is not None and found[0] in ("formerly", "lately"):
            post = post_from(self.page, at, end)
            if post is not None:
                self._take(post._replace(formerly=True), plain=False)
                return post.end
            return self._of_relative(at, end) or found[1]
        if key in TO_POST or (key == "to" and self._rises()):
            return self._at_post(at + 1)
        if key in HEIRS and kind != "departure" and not change.is_noun:
            self.replaces = self.replaces or self.parties.of_heir(at, self.change.end, self._person())
        if key in SPELLS and kind != "departure":
            employer, behind = spell_at(self.page, at, end)
            self.former_employer = self.former_employer or employer
            return behind
        if kind != "departure" and [token.key for token in tokens[at : at + 3]] == ["in", "charge", "of"]:
            return self._in_charge(at)
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
        if key in WHO or (key == "that" and tokens[at - 1].key in ROLES):
            if change.is_coming and tokens[at - 1].key in ROLES:  # the seat that Roe vacated
                self.replaces = self.replaces or self.parties.person_at(at + 1, end, self._person())
            return self._skip(at)
        return at + 1

    def _from(self, at: int) -> int:
        """``from Acme``, ``from deputy to head``."""
        employer = employer_at(self.page, at, self.change.end)
        if employer is not None and not is_possessive(self.page, employer):
            if self.page.tokens[at - 2].key not in HEIRS:  # a successor from Acme
                self._worked_for(employer)
            return at
        if self.change.cue == "becomes":
            self.replaces = self.replaces or self.parties.person_at(
                at, min(at + ALONE, self.change.end), self._person()
            )
        post = post_from(self.page, at, self.change.end) if self.change.kind != "departure" else None
        if post is None:
            return at
        self._take(post._replace(formerly=True), plain=False)
        return post.end

    def _skip(self, at: int) -> int:
        """The token behind a relative clause: that is about somebody else, or another time."""
        following = range(at + 1, self.change.end)
        end = next((i for i in following if self.page.tokens[i].text in (",", ")", "—")), self.change.end)
        self._skipped.append(range(at, end))
        return max(end, at + 1)

    def _at_post(self, at: int) -> int:
        """Take in the post at a token, if one is there; the token behind it."""
        at = behind_office(self.page, at, self.change.end)
        post = post_from(self.page, at, self.change.end)
        if post is None or post.formerly:
            return at
        self.role = self.role or self.page.quote(post.words)
        self._employs(post)
        return post.end

    def _rises(self) -> bool:
        return any(cues("rising").starting(self.page.tokens, at) is not None for at in self.change.words)

    def _at(self, at: int) -> Mention[Entity] | None:
        """The employer that a word leads to: ``left Acme``, ``at Acme``; not whose something is."""
        employer = employer_at(self.page, at, self.change.end)
        if employer is None or is_possessive(self.page, employer):
            return None
        self.told_employer = True
        return employer

    def _of_doer(self) -> None:
        """Who hires: ``Acme hired Roe``."""
        name, cue = self.page.name_at(self.change.start), self.change.cue
        if name is not None and name.value.kind in WHOLES and cue in (*OBJECTS, "inherits"):
            self.employer = self._doer = name

    def _behind_party(self) -> int:
        """The token behind the object of a verb, and behind what is said of it between commas."""
        ends = (post.end for post in self._posts(self.party) if post.words.start > self.party.span.end)
        at = max(ends, default=self.page.token_at(self._evident.span.end))
        return at + (self.page.tokens[at].text == ",")

    def _person(self) -> Entity | None:
        return self.party.person.value if self.party.person is not None else None
