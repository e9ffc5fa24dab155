"""Events: what happened or was announced, by verbs, nouns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....facts import Event
from ....report import Mention
from ....values import Period, Precision
from ...english.clauses import is_possessive, last_before, stated_period
from ...english.described import Described
from ...english.labels import with_days_of_labels
from ...english.phrases import OBLIQUE, nouns
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wordclasses import APPOSITIVES, ARTICLES, RELATIVES
from .eventnouns import noun_events
from .eventverbs import verb_events
from .scene import FISCAL, THINGS, Happening, Scene, is_company, listed

__all__ = ["find_events"]

READ: Final = frozenset(("paragraph", "list_item", "heading", "table_row"))
DATED: Final = frozenset(("day", "week", "range", "month", "relative", "year", "quarter", "half"))
MOST: Final = 6
MANY: Final = 24
SOON: Final = 6
LEAD: Final = 4
NEAR: Final = 60
REACH: Final = 24
LONG: Final = 12
NEWS: Final = frozenset(("launch", "formation"))
"""What has the day of the label of a story that is called after it."""
OF_SOMEBODY: Final = frozenset(("launch", "formation", "availability", "open_sourcing"))
OF_THINGS: Final = frozenset(("launch", "availability", "open_sourcing"))
JOINED: Final = (",", "and", "&")
COVERS: Final = frozenset("wraps curtain veil covers lid".split())
DEFINITE: Final = frozenset("the this that its their".split())
STAGES: Final = ("preview", "beta", "general")


def find_events(page: Page) -> Iterator[Draft]:
    """The events of a page; each place that says one is a draft of its own."""
    drafts = list(_events(page))
    reported = {_subject(draft) for draft in drafts if draft.fields["kind"] == "earnings"}
    titles = {one: story for story, ids in page.titled.items() for one in ids}
    opening, opened, headed = dict[int | None, int](), dict[object, int | None](), dict[object, int | None]()
    first = dict[int | None, object]()
    for draft in drafts:
        at = page.passage_at(draft.evidence[0].start)
        lead = first.setdefault(draft.story, draft.key) == draft.key or draft.fields["kind"] != "other"
        if page.passages[at].block.kind == "heading" and draft.story is not None:
            headed[draft.key] = draft.story
        elif opening.setdefault(draft.story, at) == at and lead:
            opened.setdefault(draft.key, draft.story)

    def story_of(draft: Draft) -> int | None:
        """The story that is about an event: which it heads or opens, or which has its title from it."""
        if draft.fields["kind"] == "earnings":
            return draft.story
        titled = titles.get(_subject(draft).id) if draft.fields["kind"] in NEWS else None
        return headed.get(draft.key) or opened.get(draft.key) or titled

    for draft in with_days_of_labels(page, drafts, story_of):
        unit = not reported.isdisjoint(page.owners(_subject(draft)))
        date = draft.fields.get("date")
        start = date.start if isinstance(date, Period) else None
        unit = unit or (start is not None and page.published is not None and start > page.published)
        if draft.fields["kind"] != "earnings" or not unit:  # results of its owner, or still to come
            yield draft


def _subject(draft: Draft) -> Entity:
    subject = draft.fields["subject"]
    assert isinstance(subject, Entity)  # whom an event is about
    return subject


def _events(page: Page) -> Iterator[Draft]:
    """What each sentence says."""
    described = page.once(Described)
    formed: tuple[Passage, Entity] | None = None
    undated, block = list[Draft](), None
    for passage in page.passages:
        if passage.block.kind not in READ:
            continue
        scene = Scene(page, passage, described)
        described.enter(passage, scene.leader)
        done, told, said = set[str](), set[tuple[str, Entity]](), list[Draft]()
        if passage.block.kind != "table_row":
            for happening in verb_events(scene):
                if happening.kind in OF_THINGS and scene.is_called_model(happening.subject):
                    continue
                done.add(happening.kind)
                told.add((happening.kind, happening.subject))
                yield (draft := _draft(scene, happening, by_verb=True))
                said.append(draft)
        for happening in noun_events(scene):
            if happening.told and (happening.kind, happening.subject) in told:
                continue  # Foo and Bar filed suit against Acme
            if happening.sure or happening.kind not in done:
                done.add(happening.kind)
                told.add((happening.kind, happening.subject))
                yield (draft := _draft(scene, happening, by_verb=False))
                said.append(draft)
        before = [one for one in undated if passage.block is block and one.fields["kind"] not in done]
        for draft in [one for one in (*before, *said) if one.fields.get("date") is None]:
            _dated_later(scene, draft)
        undated, block = said or before, passage.block
        anew = [subject for kind, subject in told if kind == "formation"]
        if formed is not None and not anew:
            yield from _continued(scene, *formed)
        formed = (passage, anew[0]) if anew else formed
    described.leave()


def _draft(scene: Scene, happening: Happening, *, by_verb: bool) -> Draft:
    """The event with its date and what else its sentence says of it."""
    mentions = [name.span for name in happening.names]
    fields: dict[str, object] = {"kind": happening.kind, "subject": happening.subject, **dict(happening.told)}
    assumed: dict[str, object] = {}
    fiscal = _fiscal(scene, happening) if happening.kind == "earnings" else None
    date = _date(scene, happening, fiscal)
    for name, found in (("date", date), ("fiscal_period", fiscal)):
        if found is not None:
            fields[name] = found.value
            mentions.append(found.span)
    if happening.kind == "launch":
        fields["stage"] = _stage(scene) or fields.get("stage")
        words = [token.key for token in scene.page.tokens[happening.at : happening.at + SOON]]
        if by_verb and (words[0].startswith(("unveil", "reveal", "present")) or not COVERS.isdisjoint(words)):
            assumed["stage"] = "announced"
        elif by_verb and not listed("on_sale").isdisjoint(words):
            assumed["stage"] = "general"
    if happening.kind == "availability":
        fields["stage"] = _stage(scene)
    owner = next(scene.page.owners(happening.subject), None)
    if happening.kind in OF_SOMEBODY:
        opened = happening.kind == "open_sourcing"  # by others than its owner as well
        maker = _maker(scene, happening) if happening.kind in OF_THINGS else None
        assumed["organisation"] = maker or (None if opened else owner) or _own(scene, happening)
    if happening.kind in ("launch", "formation"):
        head = _head(scene, happening.subject) if happening.kind == "formation" else None
        parts = tuple(_parts(scene, happening, head))
        fields["parts"] = tuple(dict.fromkeys((*happening.parts, *(part.value for part in parts))))
        mentions += [part.span for part in parts]
        if head is not None:
            fields["head"] = head.value
            mentions.append(head.span)
        allied = any(part.value.known and is_company(part.value) for part in parts)
        if happening.kind == "formation" and owner is None and allied:
            assumed.pop("organisation")
    near = fiscal is not None and abs(fiscal.span.start - happening.span.start) <= NEAR
    said = hull(happening.span, fiscal.span) if fiscal is not None and near else happening.span
    key = ("event", happening.kind, happening.subject.id)
    return Draft(Event, fields, [said], mentions, scene.passage.story, key, assumed=assumed)


def _continued(scene: Scene, passage: Passage, subject: Entity) -> Iterator[Draft]:
    """What a later sentence of the story says of a new unit: ``It unites Foo and Bar and is led by Roe``."""
    words = [scene.token(at).key for at in range(scene.first, scene.first + LEAD)]
    name = scene.name_at(scene.first)
    it = words[0] == "it" and scene.passage.block == passage.block
    unit = words[0] in ("the", "this") and not listed("body", "unit").isdisjoint(words[1:])
    if scene.passage.story != passage.story or not (it or unit or (name and name.value == subject)):
        return
    happening = scene.happening("formation", subject, range(scene.first, scene.stop))
    head = _head(scene, subject)
    parts = tuple(_parts(scene, happening, head))
    if parts or head is not None:
        spans = [mention.span for mention in (*parts, *([head] if head is not None else []))]
        fields: dict[str, object] = {"kind": "formation", "subject": subject, "head": head and head.value}
        fields["parts"] = tuple(part.value for part in parts)
        said, key = [hull(scene.span(scene.first), *spans)], ("event", "formation", subject.id)
        yield Draft(Event, fields, said, spans, scene.passage.story, key)


def _dated_later(scene: Scene, draft: Draft) -> None:
    """The day of an event, and who else is in it, by what is said of it further on.

    ``The complaint, filed on Monday``, ``It happened on May 3``, ``Terms of the deal, signed on Thursday``.
    """
    kind = "launch" if draft.fields["kind"] == "availability" else draft.fields["kind"]
    for told, end in scene.cues("events", "again") if scene.passage.dates else ():
        at, owner = end - 1, scene.name_to(end - 4) if scene.token(end - 3).text == "'" else None
        again = told == kind and (owner is not None or scene.token(at - 1).key in DEFINITE)
        again = again or (told == "it" and end == scene.first + 2)
        if not again or scene.token(at).start < draft.evidence[0].end:
            continue
        date = stated_period(scene.page, scene.passage, scene.clauses, at, at + 2, reach=REACH)
        if date is not None and _is_day(date) and date.span.start > scene.token(at).start:
            draft.fields["date"] = date.value
            draft.mentions.append(date.span)
            if owner is not None and is_company(owner.value) and owner.value != _subject(draft):
                draft.fields.setdefault("organisation", owner.value)
            return


def _maker(scene: Scene, happening: Happening) -> Entity | None:
    """Who made a thing, by what is said right behind its name: ``Foo, a chip designed by Acme``."""
    for name in happening.names:
        at = scene.ends(name)
        by = scene.word(("by", "of"), at, at + LONG) if name.value == happening.subject else None
        made = by is not None and (scene.token(by).key == "of" or scene.token(by - 1).key in listed("made"))
        maker = scene.name_at(by + 1) if made and by is not None and scene.token(at).text == "," else None
        if maker is not None and is_company(maker.value) and not is_possessive(scene.page, maker):
            return maker.value
    return None


def _own(scene: Scene, happening: Happening) -> Entity | None:
    """Whose a new thing is: whose it is called, else the company's of the report, if nobody is named."""
    subject = happening.subject
    if happening.kind == "availability" and subject.kind == "place":
        return scene.spoken_of
    last = subject.name.rpartition(" ")[2].casefold()
    new = (
        happening.kind == "launch"
        or subject.kind in THINGS
        or (not subject.known and scene.described.calls(subject, listed("unit")))
        or scene.described.calls(subject, nouns("things") | listed("product"))
        or last in listed("internal", "unit")
    )
    if subject.known or subject == scene.company or not new:
        return None
    for name in happening.names:
        maker = next(scene.before(scene.begins(name)), None)
        if maker is not None and is_possessive(scene.page, maker) and is_company(maker.value):
            return maker.value  # Acme's new Foo
    named = (name.value for name in happening.names if name.value != subject)
    return None if any(is_company(entity) for entity in named) else scene.company


def _date(scene: Scene, happening: Happening, fiscal: Mention[Period] | None) -> Mention[Period] | None:
    """When it happened, by the words near it; a row's date is that of its source."""
    aim = happening.kind == "formation" and scene.token(happening.at - 1).key == "to"
    if scene.passage.block.kind == "table_row" or aim:  # quits in May to found Foo
        return None
    at, places = happening.at, scene.clauses
    date = stated_period(scene.page, scene.passage, places, at, *_resumed(scene, at), reach=REACH)
    fronted = next(iter(scene.passage.dates), None)
    if date is not None and fronted is not None and _opens(scene, fronted, date, at):
        date = fronted
    if date is None:  # Acme buys Foo (May 3)
        alone = (one for one in scene.passage.dates[:MANY] if _is_bracketed(scene, one, at))
        date = next(alone, None)
    since = date is not None and scene.token(scene.page.token_at(date.span.start) - 1).key == "since"
    if date is not None and since and happening.kind in OF_THINGS:  # in beta since May 3
        date = next(plain for plain in scene.passage.dates if plain.span == date.span)
    if fiscal is not None and (date is None or date.span == fiscal.span or _is_end(scene, date)):
        days = (other for other in scene.passage.dates[:MANY] if _is_day(other) and not _is_end(scene, other))
        date = next(days, None)
    if date is None or date.value.precision not in DATED or _is_aside(scene, happening.at, date):
        return None
    behind = scene.token(scene.page.token_at(date.span.end))
    if date.value.precision == "year" and behind.text.istitle():
        return None  # 2012 Laboratories
    fits = happening.kind != "earnings" or _is_day(date)
    return date if fits and not _is_end(scene, date) else None


def _opens(scene: Scene, date: Mention[Period], other: Mention[Period], at: int) -> bool:
    """Whether a sentence opens with a day, which its verb has rather than a longer time further on."""
    first = scene.page.token_at(date.span.start)
    near = first <= scene.first + 2 and first < at and scene.clauses[first].clause == scene.clauses[at].clause
    return near and _is_day(date) and other.value.precision in ("month", "quarter", "half", "year")


def _resumed(scene: Scene, at: int) -> list[int]:
    """Where a clause goes on behind an aside: ``bought Foo, a router maker, | for $3 million``."""
    commas = [index for index in range(at, min(at + REACH, scene.stop)) if scene.token(index).text == ","][:2]
    apposed = len(commas) > 1 and scene.token(commas[0] + 1).key in APPOSITIVES
    return [commas[1] + 1] if apposed and scene.token(commas[1] + 1).key in OBLIQUE - {"and"} else []


def _is_bracketed(scene: Scene, date: Mention[Period], at: int) -> bool:
    """Whether a date stands alone in a parenthesis behind a token, in its clause."""
    first, end = scene.page.token_at(date.span.start), scene.page.token_at(date.span.end)
    near = at < first < at + REACH and scene.clauses[first - 1].clause == scene.clauses[at].clause
    return near and scene.token(first - 1).text == "(" and scene.token(end).text == ")"


def _is_aside(scene: Scene, at: int, date: Mention[Period]) -> bool:
    """Whether a date is of something else beyond a comma: ``, reversing a freeze of`` April."""
    start, published, token = date.value.start, scene.page.published, scene.page.token_at(date.span.start)
    ahead = start is not None and published is not None and start > published
    following = scene.token(scene.page.token_at(date.span.end))
    of_noun = scene.token(token - 1).key in ARTICLES and following.kind == "word"
    of_noun = of_noun and following.text.islower() and following.key not in OBLIQUE
    for index in range(token - 1, max(scene.first, token - REACH, at), -1):
        if scene.token(index).key in RELATIVES or scene.token(index).text == ",":
            of_noun = of_noun or scene.token(index).text != "," or scene.token(index + 1).key.endswith("ing")
            break
    return (ahead or of_noun) and scene.clauses[token].part != scene.clauses[at].part


def _is_end(scene: Scene, date: Mention[Period]) -> bool:
    """Whether a date only ends something: ``the quarter that ended on March 31``, ``notes due 2032``."""
    at = scene.page.token_at(date.span.start)
    return scene.token(at - 2).key in ("ended", "ending", "ends", "due") or scene.token(at - 1).key == "due"


def _is_day(date: Mention[Period]) -> bool:
    return date.value.precision == "day"


def _fiscal(scene: Scene, happening: Happening) -> Mention[Period] | None:
    """The quarter or year that results are for: the nearest to the word for them."""
    labels = [date for date in scene.passage.dates if date.value.precision in FISCAL]
    labels = labels or [quarter for date in scene.passage.dates for quarter in _quarter_to(scene, date)]
    return min(labels, key=lambda date: abs(date.span.start - happening.span.start), default=None)


def _quarter_to(scene: Scene, month: Mention[Period]) -> Iterator[Mention[Period]]:
    """The quarter that a month ends, if it is called so: ``September-quarter results``."""
    at, end = scene.page.token_at(month.span.end), month.value.end
    at += scene.token(at).text == "-"
    if end is not None and month.value.precision == "month" and scene.token(at).key == "quarter":
        start = end.subtract(months=2).replace(day=1)
        precision: Precision = "range" if end.month % 3 else "quarter"
        yield Mention(month.span, month.text, Period(start, end, precision, f"{month.text} quarter"))


def _stage(scene: Scene) -> str | None:
    told = {kind for kind, at, _ in scene.stages if not scene.has(("from",), at - 2, at)}
    return next((stage for stage in STAGES if stage in told), None)


def _parts(scene: Scene, happening: Happening, head: Mention[Entity] | None) -> Iterator[Mention[Entity]]:
    """What a unit is made of, or what a product brings along: the list behind a word for that."""
    for kind, end in scene.cues("events", "parts")[:MOST]:
        if kind == happening.kind:
            things, names = False, list(scene.list_from(end))
            if head is not None and [name.value for name in names] == [head.value]:
                return  # which merges two teams under Jane Roe
            for name in names:
                person = name.value.kind == "person"
                if person and things and scene.token(scene.begins(name) - 1).key not in JOINED:
                    return  # Foo and Bar under Jane Roe
                if scene.token(scene.begins(name) - 1).key == "to" and name is not names[0]:
                    return  # absorbs Foo, reports to Bar
                things = things or not person
                if name.value != happening.subject and name.value.kind != "place":
                    yield name
            return


def _head(scene: Scene, subject: Entity) -> Mention[Entity] | None:
    """Who leads what is formed: ``led by Roe``, ``headed directly by CEO Jane Roe``."""
    for _, end in scene.cues("events", "head")[:MOST]:
        for name in scene.names_from(end, SOON):
            if name.value.kind == "person":
                return name
    return _leader(scene, subject)


def _is_head(scene: Scene, person: Mention[Entity]) -> bool:
    """Whether a person is made the head: ``under chief executive Jane Roe``, ``Roe as its president``."""
    at, end = scene.begins(person) - 1, scene.ends(person)
    while at > scene.first and scene.token(at).key not in OBLIQUE:
        if scene.token(at).kind != "word" and scene.token(at).text != "-":
            break
        at -= 1
    if scene.token(at).key == "under":
        return True
    leads = scene.token(end).key in ("as", "in", "at", "to")
    return leads and scene.has(listed("heads", "leading"), end + 1, end + LEAD)


def _leader(scene: Scene, subject: Entity) -> Mention[Entity] | None:
    """Who is said to lead it: ``Roe heads it``, ``Roe becomes president of Foo``, ``Roe as its head``."""
    people = scene.passage.named("person")
    for person in people[:MOST]:
        if _is_head(scene, person):
            return person
    for at in range(scene.first, scene.stop) if people else ():
        name = scene.name_at(at + 1)
        it = name.value == subject if name is not None else scene.token(at + 1).key == "it"
        of = scene.token(at).key == "of" and scene.token(at - 1).key in listed("heads") and name is not None
        leads = of or scene.token(at).key in listed("leading")
        if it and leads:
            before = last_before(people, scene.token(at).start)
            return next((one for one in before if not scene.is_oblique(one)), None)
    return None
