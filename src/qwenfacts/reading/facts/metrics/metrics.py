"""Metrics: quantities that measure something.

Each quantity gets its measure (`measuring`), whoever it is of (`subjects`), and what stands around it:
whether it is a level or a change, read or aimed at, when, of what whole, how narrowed. A quantity without a
word of its own repeats the measure of one before it in its sentence: ``up 4%``, ``from 8 to 12``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period, Quantity
from ...english.clauses import ACTORS, announces, is_example, is_possessive, opening_of
from ...english.discourse import entity_of
from ...english.vocabulary import RATIOS, Measure, is_flagged, kind_of
from ...mentions.quantities import LENGTHS
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wordclasses import BE
from .columns import columns_of
from .doings import PACED, PARTS
from .drafting import Drafting, Memory
from .implied import SIZE
from .owning import HOLDINGS
from .repeats import comes_in, quantity_of
from .subjects import EARNED, Subjects
from .times import RESULTS
from .wordsets import SCALED, listed

__all__ = ["find_metrics"]

STANDING: Final = BE | frozenset("stands stood came reached amounted totalled compares compared".split())
FEW: Final = 12
SOON: Final = 3
NEARBY: Final = 6


def find_metrics(page: Page) -> Iterator[Draft]:
    """The metrics of a page, one for each quantity that has a measure."""
    memory = Memory(Subjects(page), columns_of(page))
    for passage in page.passages:
        if passage.block.kind == "label":
            continue
        if passage.quantities:
            yield from _Reading(page, passage, memory).metrics()
        memory.subjects.follow(passage)
        _note_results(passage, memory.results)


def _note_results(passage: Passage, results: dict[int | None, tuple[Period, str]]) -> None:
    """Keep the quarter that a story says it gives results of, in its title or a sentence about results."""
    if not listed("reporting").isdisjoint(passage.keys):
        for date in passage.dates:
            period = date.value
            if period.precision in RESULTS:
                source = "story" if passage.block.kind == "heading" else "section"
                results.setdefault(passage.story, (period, source))
                return


class _Reading(Drafting):
    """A passage while its metrics are made."""

    def metrics(self) -> Iterator[Draft]:
        """The metrics, in the order of their quantities."""
        drafts: list[Draft] = []
        skipped: list[tuple[range, Mention[Quantity]]] = []
        for quantity in self.passage.quantities:
            value = quantity.value
            place = range(self.page.token_at(quantity.span.start), self.page.token_at(quantity.span.end))
            if value.unit in LENGTHS and not self._lasts(place, value):
                continue
            if announces(self.page.text, quantity) or is_example(self.page.text, quantity.span):
                continue
            if value.unit == "page" or self._is_anaphor(place, value):
                continue
            if skipped and self.repeats.refers(place):
                continue  # 17 crashes, two of them
            before = self._earlier(drafts, place, value)
            draft = self._columned(place, quantity) or self._metric(place, quantity, before)
            if draft is None:
                skipped.append((place, quantity))
                continue
            for where, earlier in skipped:  # dropped 4% to $3bn: the measure of what follows
                if self.repeats.leads_to(where, earlier, place, draft):
                    drafts.append(self._like(draft, where, earlier, where.stop))
            skipped.clear()
            if draft.fields["measure"] == "benchmark-score" and draft.fields["of"] is None:
                draft.fields["of"] = self._board(drafts)
            if drafts and draft.fields["measure"] == "valuation" and self._is_of_round(drafts[-1], place):
                draft.fields["nature"] = drafts[-1].fields["nature"]
            if drafts and draft.fields["period_from"] in (None, "story"):
                self._dated_like(drafts[-1], draft)
            self._in_the_quarter(draft, place, value)
            near = [draft, *drafts[-1:]] if draft.fields["period_from"] == "stated" else [*drafts[-1:], draft]
            dated = (one.fields["period"] for one in near if one.fields["period_from"] not in (None, "story"))
            if (year_ago := self.times.year_before(place, next(dated, None))) is not None:
                draft.fields |= {"period": year_ago, "period_from": "stated"}
            if drafts and self._is_apposed(drafts[-1], draft, place):
                draft.fields |= {name: drafts[-1].fields[name] for name in ("period", "period_from")}
            drafts.append(draft)
            self.memory.measured.add((self.passage.story, str(draft.fields["measure"])))
        for draft in drafts:
            rated = str(draft.fields["measure_text"]).endswith(("target", "target price", "targets"))
            if rated and draft.fields["measure"] == "share-price":
                draft.fields["nature"] = "projection"
            known = quantity_of(draft)
            self.memory.told.setdefault((known.value, known.unit), draft)
            self.memory.last = self.memory.kinds[kind_of(known.unit)] = self.passage.block, draft
            yield draft

    def _dated_like(self, before: Draft, draft: Draft) -> None:
        """Give a result the time of the result before it: sales in 2026 came to $4m, with a loss of $1m."""
        period = before.fields["period"]
        led = self.key(self.page.token_at(before.begins) - 1) in ("from", "against")
        results = all(is_flagged(str(one.fields["measure"]), "result") for one in (before, draft))
        stated = before.fields["period_from"] == "stated" and not led
        if results and stated and isinstance(period, Period) and period.precision != "open":
            draft.fields |= {"period": period, "period_from": "stated"}

    def _in_the_quarter(self, draft: Draft, place: range, value: Quantity) -> None:
        """Give what a company earned or spent the quarter of its last result that the paragraph dates."""
        period, source = draft.fields["period"], draft.fields["period_from"]
        slug, who = str(draft.fields["measure"]), draft.fields["subject"]
        said = str(draft.fields["measure_text"]).casefold().split()
        spent = slug == "investment" and not (listed("spent") | listed("outlays")).isdisjoint(said)
        told = ((is_flagged(slug, "result") and slug != "net-cash") or spent) and draft.story is not None
        if not told or draft.fields["nature"] != "reading" or not isinstance(who, Entity):
            return
        company, quarter = self.page.company_of(who), self.memory.quarter
        if source == "stated" and isinstance(period, Period) and period.precision in RESULTS:
            self.memory.quarter = self.passage.block, company, period
        running = value.per is not None or self.key(place.stop) == "a" or self.key(place.start - 1) == "from"
        running = running or not listed("longer").isdisjoint(said)  # annual profit, all-time revenue
        ours = quarter is not None and quarter[0] is self.passage.block and quarter[1] == company
        if quarter is not None and ours and source == "story" and not running:
            draft.fields |= {"period": quarter[2], "period_from": "section"}

    def _is_apposed(self, before: Draft, draft: Draft, place: range) -> bool:
        """Whether a share says the figure before it again: ``lost 90 posts on Friday, 9% of its staff``."""
        shared = draft.fields["aspect"] == "share" and quantity_of(before).unit not in RATIOS
        named = draft.fields["measure"] == before.fields["measure"]
        told = before.fields["period_from"] == "stated" and draft.fields["period_from"] == "story"
        between = [self.key(at) for at in range(self.page.token_at(before.begins), place.start)]
        opens = between[-1] in (",", "or") and between.count(",") <= 1
        return shared and named and told and opens

    def _is_of_round(self, before: Draft, place: range) -> bool:
        """Whether a worth is that at which a sum is to be raised: ``seeks $4m at a valuation of $90m``."""
        after = self.page.token_at(before.begins + len(quantity_of(before).text))
        near = self.key(after) == "at" and place.start - after <= NEARBY
        return before.fields["measure"] == "funding" and near

    def _is_anaphor(self, place: range, value: Quantity) -> bool:
        """Whether a number only takes up who was told of: ``the larger of the two``, ``two people near``."""
        if value.unit != "count" or value.value > FEW:
            return False
        if self.key(place.stop) == "seats" and "board" in self.passage.keys:
            return True
        informed = self.key(place.stop + 1) in listed("informed")
        said = self.said(place.stop + 1, place.stop + SOON) & listed("telling")
        if self.key(place.stop) in listed("tellers") and (informed or said):
            return True  # two bankers told, two people close to Foo
        alone = place.stop >= self.passage.end or self.page.tokens[place.stop].kind == "mark"
        return self.key(place.start - 1) == "the" and (alone or self.key(place.stop) in listed("alone"))

    def _earlier(self, drafts: list[Draft], place: range, value: Quantity) -> Draft | None:
        """The metric that a quantity can repeat: the last one, or the one before that where its unit fits."""
        token_at, holds = self.page.token_at, self.clauses.holds
        drafts = [one for one in drafts[-SOON:] if holds(place.start, token_at(one.begins))]  # Foo (9%), 4%
        drafts = [one for one in drafts if one.mentions[0] not in one.mentions[-1] or len(one.mentions) < 2]
        for draft in reversed(drafts[-2:]):
            if comes_in(draft, value) or kind_of(quantity_of(draft).unit) == kind_of(value.unit):
                return draft
        return drafts[-1] if drafts else None

    def _lasts(self, place: range, value: Quantity) -> bool:
        """Whether a length measures something: ``900 hours of speech``, ``answers in 2 seconds``."""
        found = self.measures.of(place, value) if self.key(place.stop) == "of" else None
        recorded = found is not None and found.first >= place.stop and found.slug == "dataset-size"
        return recorded or self.implied.is_pace(place, value)

    def _metric(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        bearer = self._bearer(quantity)
        if bearer is not None:
            return self._draft(place, quantity, None, bearer, slug=quantity.value.unit)
        value = quantity.value
        sized = value.unit in ("count", "parameters") and SIZE.fullmatch(value.text) is not None
        told = self._is_in_points(place, value) or self.implied.outcome(place, value, None) is not None
        if sized or told or self.implied.is_faster(place, value) or self.implied.is_cheaper(place, value):
            return self._own(place, quantity)
        if self.repeats.is_part(place, value):
            return self._part(place, quantity, before)
        line = self._line(place, quantity, before)
        if line is not None:
            return line
        held = value.unit in RATIOS and self.implied.is_stake(place)
        held = held and not (before is not None and before.fields["measure"] == "market-share")
        if before is not None and not held and self.repeats.goes_with(place, value, before):
            return self._repeated(place, quantity, before)
        spending = self.memory.last and self.memory.last[1].fields["measure"] == "investment"
        guided = spending and kind_of(value.unit) == "money" and self.implied.is_guided(place)
        if guided and self.measures.of(place, value) is None:  # in a paragraph on what they spend
            return self._more(place, quantity, before)
        own = self._own(place, quantity)
        if own is not None and before is not None and comes_in(before, value):
            shared = own.evidence[0].start < before.evidence[0].end <= quantity.span.start
            if shared and own.fields["measure_text"] == before.fields["measure_text"]:
                own.fields["measure"] = before.fields["measure"]  # 90 phones, to reach 400
        return (
            own
            or self._told(place, quantity)
            or self._still(place, quantity, before)
            or self._more(place, quantity, before)
        )

    def _more(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        """A sum of what the last one measured, here or in the sentence or item before: ``Foo plans $4m``."""
        block, other = self.memory.last or (None, None)
        near = block is self.passage.block or self.passage.story is not None
        other = before or (other if near else None)
        if other is None or other.story != self.passage.story or quantity.value.per is not None:
            return None
        slug = str(other.fields["measure"])
        sums = kind_of(quantity.value.unit) == "money" == kind_of(quantity_of(other).unit)
        given = is_flagged(slug, "finance") and not is_flagged(slug, "result")
        if not (sums and given):
            return None
        who = self.subjects.of(self.passage, self.clauses, place, None, slug)
        here = isinstance(who, Mention) and who.span in self.passage.span
        draft = self._like(other, place, quantity, place.stop, who=who if here else None)
        if slug == "valuation" and draft.fields["subject"] != other.fields["subject"]:
            draft.fields["measure"] = "investment"  # a backer came back with $4m
        return draft

    def _still(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        """A figure of what the last one measured: ``In May it was 62%``."""
        if before is not None:
            self.memory.last = self.passage.block, before
        if self.memory.last is None or self.memory.last[0] is not self.passage.block:
            return None
        other, opening = self.memory.last[1], opening_of(self.page, self.passage)
        kind = kind_of(quantity_of(other).unit)
        alike = kind == kind_of(quantity.value.unit)
        taken_up = self.key(opening) in ("that", "those") and self.key(opening + 1) in ("of", "at", "in")
        if taken_up and alike:  # that of phones fell to 9%
            return self._like(other, place, quantity, place.stop)
        said = [self.key(at) for at in range(place.start - 4, place.start)]
        part = quantity.value.unit in RATIOS and kind == "money"  # film makes up 44% of it
        opens = part or place.start - opening <= SOON
        if opens and (self.repeats.refers(place) or said[1:3] in (["of", "these"], ["of", "those"])):
            rated = quantity.value.unit in RATIOS
            first = self.passage.first - 1
            whose = None if rated else self.subjects.between(self.passage, self.clauses, first, place.start)
            draft = self._like(other, place, quantity, place.stop, who=whose)  # Foo takes 40 of them
            if rated:
                draft.fields |= {"aspect": "share", "of": other.fields["measure_text"]}
            return draft
        told = not (listed("taking_up").isdisjoint(said) or STANDING.isdisjoint(said))
        near = self.memory.last if alike else self.memory.kinds.get(kind_of(quantity.value.unit))
        here = near is not None and near[0] is self.passage.block
        name = self.subjects.beside(self.passage, place) if here else None
        if near is not None and name is not None:
            many = alike and kind == "count" and SCALED.search(quantity.value.text) is not None
            same = many or is_flagged(str(near[1].fields["measure"]), "result")
            first = self.page.token_at(name.span.start)
            opens = first == opening or (self.key(first - 1) == "s" and first - opening <= SOON + 1)
            if same and opens:  # Foo managed 9%, Acme's Foo
                return self._like(near[1], place, quantity, place.stop, who=name)
        known = other.fields["subject"]
        whose = self.subjects.behind(self.passage, place, known) if isinstance(known, Entity) else None
        return self._like(other, place, quantity, place.stop, who=whose) if told and alike else None

    def _own(self, place: range, quantity: Mention[Quantity]) -> Draft | None:
        """The metric of a quantity with words of its own, or with a unit that says it."""
        value = quantity.value
        measure = self.measures.of(place, value)
        in_points = self._is_in_points(place, value)
        if value.unit in RATIOS and self.key(place.stop) in HOLDINGS:
            measure = Measure("investment", place.stop, place.stop, place.stop + 1)  # a 9% stake
        elif value.unit in RATIOS and self.implied.is_stake(place):
            measure = None  # Foo's founder, who keeps 9%
        sized = measure is not None and measure.slug == "parameters" and bool(SIZE.fullmatch(value.text))
        if sized and measure is not None and measure.first not in (place.stop, place.stop + 1):
            measure = None  # a 340-billion-parameter model with a 12B sibling
        fast = value.unit in ("count", "token") and self.implied.is_speed(place)
        fast = fast or value.unit in PACED
        told = self.implied.outcome(place, value, measure)
        if fast or in_points or told is not None or self.implied.is_faster(place, value):
            measure = measure if told == "accuracy" and measure and measure.first >= place.stop else None
            slug: str | None = told or ("benchmark-score" if in_points else "capacity")
        elif self.implied.is_price(place, value, measure):
            measure, slug = None, "price"
        else:
            slug = self.implied.slug(place, value) if measure is None else measure.slug
        if measure is not None:
            floor = place.stop if measure.first >= place.stop else None
            measure = self.measures.phrase(measure, floor)
        if slug is None or self.implied.is_spent(place, value):
            moved = self.implied.moved(place, value)
            if moved is None:
                return None
            return self._draft(place, quantity, *moved, slug=moved[0].slug)
        if measure is None:
            measure = self.implied.words(place, slug)
        called = measure is not None and self.key(measure.end - 1) == "valuation"
        listed = self._is_measured("share-price") or self._is_measured("market-value")
        listed = listed and not called
        parted = measure is not None and self.key(measure.end - 1) == "share" and value.unit in RATIOS
        if parted and self._is_measured("market-share"):
            slug = "market-share"  # whereas its share is 13%
        slug = self.implied.narrowed(slug, place, value, listed=listed)
        whose = measure
        if measure is not None and self._is_multiple_of(place, value, measure):
            slug, whose = "valuation", None  # 14 times sales
        if measure is not None and self.key(measure.end - 1) == "market" and measure.end <= place.start:
            whose = None  # of the market for cars Foo held 9%
        board = self.around.leaderboard(place) if slug == "rank" else None
        kind = "benchmark-score" if isinstance(board, Entity) and board.kind == "benchmark" else slug
        who = self.subjects.of(self.passage, self.clauses, place, whose, kind)
        if slug == "net-income" and measure is not None and measure.is_verb and self.subjects.is_unit(who):
            slug = "operating-income"  # a part of a company pays no taxes
        if (slug, entity_of(who).kind) in (("training-tokens", "dataset"), ("traffic", "benchmark")):
            slug = "dataset-size"
        aside = self.clauses[place.start].parenthesis
        if not (aside or (slug == "parameters" and measure is None)):
            self.subjects.discourse.remember(self.passage, who, sums=is_flagged(slug, "finance"))
        return self._draft(place, quantity, measure, who, slug=slug)

    def _board(self, drafts: list[Draft]) -> object:
        """The board or benchmark of the figures before, in this sentence or just before it."""
        last = self.memory.last
        told = [last[1]] if last is not None and last[0] is self.passage.block else []
        near = (one for one in (*drafts[:-FEW:-1], *told) if one.fields["measure"] in listed("boards"))
        return next((one.fields["of"] for one in near), None)

    def _is_in_points(self, place: range, value: Quantity) -> bool:
        """Whether a place on a board is told with its points: ``second with 66 points``."""
        if value.unit != "count" or self.key(place.stop) not in ("points", "point"):
            return False
        ranked = any(one.value.unit == "rank" for one in self.passage.quantities[:FEW])
        return (
            ranked
            or bool(self.around.tests_near(place))
            or not (listed("ladders") | listed("topping")).isdisjoint(self.passage.keys)
        )

    def _line(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        """Sales or profit of a line of business that is called by a noun alone: ``gaming slid 6%``."""
        if kind_of(quantity.value.unit) != "money" and quantity.value.unit not in ("percent", "fraction"):
            return None
        told = self.passage.story in self.memory.results or self._is_measured("revenue")
        after = bisect_right(self.measures.starts, place.start)
        following = self.passage.quantities[after : after + 1]
        at = place.stop + (self.key(place.stop) == ",")
        told = told or (self.key(at) == "to" and any(kind_of(one.value.unit) == "money" for one in following))
        if (outlay := self.implied.outlay(place)) is not None:
            spent = Measure("investment", outlay.start, outlay.start, outlay.stop)
            who = self.subjects.of(self.passage, self.clauses, place, spent, "investment")
            draft = self._draft(place, quantity, spent, who, slug="investment")
            draft.fields["qualifier"] = draft.fields["measure_text"]
            if before is not None and self.repeats.refers(place):
                draft.fields |= {"aspect": "share", "of": before.fields["measure_text"]}
                draft.fields |= {name: before.fields[name] for name in ("period", "period_from", "nature")}
            return draft
        if (line := self.implied.line(place, reported=told)) is None:
            return None
        slug = str(before.fields["measure"]) if before is not None else "revenue"
        slug = slug if slug in EARNED else "revenue"
        names = self.page.names_in(self.page.span(line.start, line.stop))
        if names and names[-1].value.kind in ACTORS and not is_possessive(self.page, names[-1]):
            money = kind_of(quantity.value.unit) == "money"  # no 4% that a share added
            return self._draft(place, quantity, None, names[-1], slug=slug) if money else None
        measure = Measure("revenue", line.start, line.start, line.stop)
        who = self.subjects.of(self.passage, self.clauses, place, measure, "revenue")
        draft = self._draft(place, quantity, measure, who, slug=slug)
        plain = line[:-1] if len(line) > 1 and self.key(line.stop - 1) in PARTS else line
        draft.fields["qualifier"] = self.quote(plain)
        verb = self.measures.of(place, quantity.value)
        if verb is not None and verb.is_verb and verb.end == place.start:  # the games unit brought in
            draft.fields["measure_text"] = self.quote(range(verb.first, verb.end))
        return draft

    def _is_multiple_of(self, place: range, value: Quantity, measure: Measure) -> bool:
        """Whether a price is told as a multiple of a year's results: ``14 times its sales``."""
        times = self.key(place.stop - 1) in ("times", "x", "×")
        near = 0 <= measure.word - place.stop <= SOON
        results = is_flagged(measure.slug, "result") or self.key(measure.word) == "sales"
        return value.unit == "multiple" and times and near and results

    # -- quantities that go with one before them --

    def _repeated(self, place: range, quantity: Mention[Quantity], before: Draft) -> Draft:
        """A quantity with the measure of the one before it, of the same or of whoever is named beside it."""
        value = quantity.value
        beside = self.subjects.beside(self.passage, place)
        start = self.page.token_at(before.begins)
        later = beside is not None and self.page.token_at(beside.span.start) > start
        other: Mention[Entity] | Entity | None = beside if later else None
        known = before.fields["subject"]
        assert isinstance(known, Entity)
        given = before.fields["measure"] == "investment" and self.key(place.stop) == "for"  # $4m for Foo
        if other is None and not (given or self.key(place.start - 1) in ("which", "whom")):
            other = self.subjects.behind(self.passage, place, known)
            other = other or self.subjects.between(self.passage, self.clauses, start, place.start)
        aspect = before.fields["aspect"]
        sales = before.fields["measure"] == "revenue" and aspect == "share"
        if sales and other is not None and self.subjects.discourse.is_guest(entity_of(other)):
            other = None  # Foo brings in 9% of sales, Bar 4%
        led = aspect == "change" and self.key(place.start - 1) in ("to", "from")
        also = (start,) if led else ()
        draft = self._like(before, place, quantity, place.stop, *also, who=other)
        if self.repeats.refers(place) and value.unit in RATIOS:  # of which 35%
            whole = before.fields["measure_text"] if draft.fields["of"] is None else draft.fields["of"]
            draft.fields |= {"aspect": "share", "of": whole}
        reached = self.key(place.start - 1) in listed("benchmark-score")
        if before.fields["measure"] == "benchmark-score" and reached:
            draft.fields["measure_text"] = self.key(place.start - 1)
        slug = self.implied.paying(str(before.fields["measure"]), place)
        draft.fields["measure"] = "valuation" if self.implied.is_round_at(place, value, slug) else slug
        own = self.measures.of(place, value)
        behind = self.page.token_at(before.evidence[0].end)
        if own is not None and own.slug == draft.fields["measure"] and behind <= own.first < place.start:
            own = self.measures.trimmed(self.measures.phrase(own))
            draft.fields["measure_text"] = self.quote(range(own.first, own.end))
        bare_and = draft.fields["period_from"] != "stated" or self.key(place.stop) in listed("still")
        same = self.key(place.start - 1) in ("or", "which", "whom")
        same = same or (self.key(place.start - 1) == "and" and bare_and)
        if draft.fields["nature"] == "reading" and same:
            draft.fields["nature"] = before.fields["nature"]
        if self.key(place.start - 1) == "to" and draft.fields["nature"] == "reading":
            draft.fields["nature"] = self.around.nearest_cue("nature", range(start, place.start)) or "reading"
        period, between = before.fields["period"], {self.key(at) for at in range(behind, place.start)}
        apart = {"now", ";"} if isinstance(period, Period) and period.precision == "open" else {"now"}
        set_apart = between & apart or {"from", "than"} & {self.key(start - 1), self.key(place.start - 1)}
        told = not set_apart or self.repeats.refers(place)
        if told and before.fields["period_from"] == "stated" and draft.fields["period_from"] != "stated":
            draft.fields |= {"period": before.fields["period"], "period_from": "stated"}
        if led:
            draft.evidence = [hull(*before.evidence, quantity.span)]
        bare = draft.fields["aspect"] in ("level", "share") and draft.fields["of"] is None
        bare = bare and value.unit in RATIOS
        likewise = other is not None or self.key(place.start - 1) in listed("likewise")
        if bare and aspect == "share" and not led:
            draft.fields |= {"aspect": "share", "of": before.fields["of"]}
        elif bare and aspect == "change" and likewise:
            draft.fields |= {"aspect": "change", "direction": before.fields["direction"]}
        anew = own is not None and own.is_verb and own.first > start  # and images cost $3
        if draft.fields["qualifier"] is None and aspect != "share" and not anew:
            draft.fields["qualifier"] = before.fields["qualifier"]
        elif sales and not self.repeats.refers(place):  # advertising brings in 9% of it, games 4%
            noun = self.implied.noun_to(place.start)
            named = self.quote(noun) if noun.start > behind else None
            draft.fields["qualifier"] = named or before.fields["qualifier"]
        return draft
