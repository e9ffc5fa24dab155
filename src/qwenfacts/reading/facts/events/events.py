"""Events: what happened or was announced, by verbs, nouns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....facts import Event
from ....report import Mention
from ....values import Period
from ...english.clauses import is_possessive, last_before, stated_period
from ...english.described import Described
from ...english.labels import with_days_of_labels
from ...english.phrases import OBLIQUE
from ...page import Draft, Page, Passage
from ...spans import hull
from ...wordclasses import ARTICLES, RELATIVES
from .eventnouns import noun_events
from .eventverbs import verb_events
from .scene import FISCAL, Happening, Scene, is_company, listed

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
LEADING: Final = frozenset("heads leads runs chairs head lead run chair directs oversees steers".split())
HEADS: Final = frozenset(
    "president head chief boss director chair chairman chairwoman leader charge manager helm ceo".split()
)
SOLD: Final = frozenset("sale selling sell buy shipping arrived stores shops shelves availability".split())
"""Words of a verb that puts a thing on sale."""
MADE: Final = frozenset("designed developed built created made invented".split())
STAGES: Final = ("preview", "beta", "general")
IN_CHARGE: Final = HEADS | LEADING


def find_events(page: Page) -> Iterator[Draft]:
    """The events of a page; each place that says one is a draft of its own."""
    drafts = list(_events(page))
    reported = {_subject(draft) for draft in drafts if draft.fields["kind"] == "earnings"}
    titles = {one: story for story, ids in page.titled.items() for one in ids}
    first = dict[int | None, object]()
    for draft in drafts:
        first.setdefault(draft.story, draft.key)

    def story_of(draft: Draft) -> int | None:
        """The story that is about an event: which it opens with, or which has its title from it."""
        if draft.fields["kind"] == "earnings" or first[draft.story] == draft.key:
            return draft.story
        return titles.get(_subject(draft).id) if draft.fields["kind"] in NEWS else None

    for draft in with_days_of_labels(page, drafts, story_of):
        unit = not reported.isdisjoint(page.owners(_subject(draft)))
        if draft.fields["kind"] != "earnings" or not unit:  # its results are those of its owner
            yield draft


def _subject(draft: Draft) -> Entity:
    subject = draft.fields["subject"]
    assert isinstance(subject, Entity)  # whom an event is about
    return subject


def _events(page: Page) -> Iterator[Draft]:
    """What each sentence says."""
    described = page.once(Described)
    formed: tuple[Passage, Entity] | None = None
    for passage in page.passages:
        if passage.block.kind not in READ:
            continue
        scene = Scene(page, passage, described)
        described.enter(passage, scene.leader)
        done, told = set[str](), set[tuple[str, Entity]]()
        if passage.block.kind != "table_row":
            for happening in verb_events(scene):
                if happening.kind in OF_THINGS and scene.is_called_model(happening.subject):
                    continue
                done.add(happening.kind)
                told.add((happening.kind, happening.subject))
                yield _draft(scene, happening, by_verb=True)
        for happening in noun_events(scene):
            if happening.told and (happening.kind, happening.subject) in told:
                continue  # Foo and Bar filed suit against Acme
            if happening.sure or happening.kind not in done:
                done.add(happening.kind)
                told.add((happening.kind, happening.subject))
                yield _draft(scene, happening, by_verb=False)
        anew = [subject for kind, subject in told if kind == "formation"]
        if formed is not None and not anew:
            yield from _continued(scene, *formed)
        formed = (passage, anew[0]) if anew else formed


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
        fields["stage"] = _stage(scene)
        words = [token.key for token in scene.page.tokens[happening.at : happening.at + SOON]]
        if by_verb and words[0].startswith(("unveil", "reveal")):
            assumed["stage"] = "announced"
        elif by_verb and not SOLD.isdisjoint(words):
            assumed["stage"] = "general"
    owner = next(scene.page.owners(happening.subject), None)
    if happening.kind in OF_SOMEBODY:
        opened = happening.kind == "open_sourcing"  # by others than its owner as well
        maker = _maker(scene, happening) if happening.kind in OF_THINGS else None
        assumed["organisation"] = maker or (None if opened else owner) or _own(scene, happening)
    if happening.kind in ("launch", "formation"):
        head = _head(scene, happening.subject) if happening.kind == "formation" else None
        parts = tuple(_parts(scene, happening, head))
        fields["parts"] = tuple(dict.fromkeys(part.value for part in parts))
        mentions += [part.span for part in parts]
        if head is not None:
            fields["head"] = head.value
            mentions.append(head.span)
        allied = any(part.value.known and is_company(part.value) for part in parts)
        if happening.kind == "formation" and owner is None and allied:
            assumed.pop("organisation")
    near = fiscal is not None and abs(fiscal.span.start - happening.span.start) <= NEAR
    return Draft(
        Event,
        fields,
        [hull(happening.span, fiscal.span) if fiscal is not None and near else happening.span],
        mentions,
        scene.passage.story,
        key=("event", happening.kind, happening.subject.id),
        assumed=assumed,
    )


def _continued(scene: Scene, passage: Passage, subject: Entity) -> Iterator[Draft]:
    """What a later sentence of the story says of a new unit: ``It unites Foo and Bar and is led by Roe``."""
    words = [scene.token(at).key for at in range(scene.first, scene.first + LEAD)]
    name = scene.name_at(scene.first)
    it = words[0] == "it" and scene.passage.block == passage.block
    unit = words[0] in ("the", "this") and not listed("body", "unit").isdisjoint(words[1:])
    if scene.passage.story != passage.story or not (it or unit or (name and name.value == subject)):
        return
    happening = scene.happening("formation", subject, scene.first, range(scene.first, scene.stop))
    head = _head(scene, subject)
    parts = tuple(_parts(scene, happening, head))
    if parts or head is not None:
        found = (*parts, *([head] if head is not None else []))
        fields: dict[str, object] = {"kind": "formation", "subject": subject, "head": head and head.value}
        yield Draft(
            Event,
            fields | {"parts": tuple(part.value for part in parts)},
            [hull(scene.span(scene.first), *(mention.span for mention in found))],
            [mention.span for mention in found],
            scene.passage.story,
            key=("event", "formation", subject.id),
        )


def _maker(scene: Scene, happening: Happening) -> Entity | None:
    """Who made a thing, by what is said right behind its name: ``Foo, a chip designed by Acme``."""
    for name in happening.names:
        at = scene.ends(name)
        by = scene.word(("by", "of"), at, at + LONG) if name.value == happening.subject else None
        made = by is not None and (scene.token(by).key == "of" or scene.token(by - 1).key in MADE)
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
        or scene.is_part(subject)
        or scene.is_made(subject)
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
    date = stated_period(scene.page, scene.passage, scene.clauses, happening.at, reach=REACH)
    if date is not None and happening.kind in OF_THINGS and _since(scene, date):
        date = next(plain for plain in scene.passage.dates if plain.span == date.span)
    if fiscal is not None and (date is None or date.span == fiscal.span or _is_end(scene, date)):
        days = (other for other in scene.passage.dates[:MANY] if _is_day(other) and not _is_end(scene, other))
        date = next(days, None)
    if date is None or date.value.precision not in DATED or _is_aside(scene, happening.at, date):
        return None
    fits = happening.kind != "earnings" or _is_day(date)
    return date if fits and not _is_end(scene, date) else None


def _since(scene: Scene, date: Mention[Period]) -> bool:
    """Whether a thing has been there since a date, which is when it came: ``in beta since May 3``."""
    return scene.token(scene.page.token_at(date.span.start) - 1).key == "since"


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
    return min(labels, key=lambda date: abs(date.span.start - happening.span.start), default=None)


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
    while at > scene.first and scene.token(at).kind == "word" and scene.token(at).key not in OBLIQUE:
        at -= 1
    if scene.token(at).key == "under":
        return True
    leads = scene.token(end).key in ("as", "in", "at", "to")
    return leads and scene.has(IN_CHARGE, end + 1, end + LEAD)


def _leader(scene: Scene, subject: Entity) -> Mention[Entity] | None:
    """Who is said to lead it: ``Roe heads it``, ``Roe becomes president of Foo``, ``Roe as its head``."""
    people = scene.passage.named("person")
    for person in people[:MOST]:
        if _is_head(scene, person):
            return person
    for at in range(scene.first, scene.stop) if people else ():
        name = scene.name_at(at + 1)
        it = name.value == subject if name is not None else scene.token(at + 1).key == "it"
        leads = scene.token(at).key in LEADING or (
            scene.token(at).key == "of" and scene.token(at - 1).key in HEADS and name is not None
        )
        if it and leads:
            before = last_before(people, scene.token(at).start)
            return next((one for one in before if not scene.is_oblique(one)), None)
    return None
