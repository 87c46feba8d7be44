"""Who plays whom, and which real person a character stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.claims.entities import Entity
from pipeline.claims.lexicon import words
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.characters import is_denied, is_only_a_version, name_character
from pipeline.models import ObjectValue, Polarity

_A = r"(?P<a>@PEOPLE)"
_ONE = r"(?P<a>@PERSON)"
_SEP = r"(?:, and |, y |,? and | & | y | e |, )"
# what a role is called where no name is given: "the detective", "Jane's long-suffering partner"
_NP = (
    r"(?:(?:an? |the |one of |two |<N\d+> |her |his |their |its |un |una |el |la |<[PS]\d+>'s? "
    r")(?:[a-z0-9'-]+,? |<[OLXDN]\d+>(?:'s)? ){0,7}?[a-z'-]+)"
)
_NP_ENDS = r"(?:[,.;:)!?\"]|$| (?:who|whose|that|which|in|on|at|with|from|and|to|for|under|behind|opposite|que|en|con|y)\b)"
_BEFORE_NAME = (
    r"(?:(?:an? |the |her |his |their |one |a |al |el |la |un |una )?(?:[a-z0-9'&.-]+,? |<[LDONXS]\d+>(?:'s|-year-old)?,? |"
    r"<[PS]\d+>'s? ){0,7}?(?:called |named |llamad[oa] )?[\"']?)"
)
_ENDS = r"(?:[ ,.;:)!?\"~]|$|'[^s]|'$)"
_BARE = rf"(?P<c>(?:{_BEFORE_NAME}<[PSX]\d+>(?:{_SEP}{_BEFORE_NAME}<[PSX]\d+>){{0,6}}|{_NP}))"
_CHAR = (
    rf"(?P<c>(?:{_BEFORE_NAME}<[PSX]\d+>(?:{_SEP}{_BEFORE_NAME}<[PSX]\d+>){{0,6}}{_ENDS}|"
    rf"{_NP}{_NP_ENDS}(?:(?:and | y ){_BEFORE_NAME}<[PSX]\d+>{_ENDS})?))"
)
_ASIDE = (
    r"(?: \([^()]{1,70}\))?(?: (?:of|from|late of) (?:<[SWXOP]\d+>)(?:(?:,? and |, )<[SWXOP]\d+>){0,3}(?: fame)?)?"
    r"(?:, (?:(?:who|whom|whose|known|best|better|last|fresh|previously|recently|formerly|lately|late|star|"
    r"once|yes|of|from|under|a quien|conocid[oa]) (?:[^;.<]|<[A-Z]\d+>){1,110},|(?:[^,;.<]|"
    r"<[WXSOLDN]\d+>){1,80},))?"
)
_PLAYS = (
    r"(?:(?:who |that |que |quien |quienes )?(?:also |then |once again |memorably |brilliantly |here |now |"
    r"has been cast to |is set to |does not |doesn't |did not |never |will |would |actually |really |to |"
    r"still |has |have |had |both |ya |no ){0,3}"
    r"(?:plays?|played|portrays?|portrayed|playing|portraying|embodies|embody|inhabits|inhabit|incarnates|"
    r"takes on|took on|depicts|voices|voiced|performs|impersonates|"
    r"interpreta|interpretan|interpreto|encarna|encarnan|da vida a|dan vida a|hace de|da vida|se mete en la "
    r"piel de|en la piel de|es quien interpreta)"
    r"(?: (?:the (?:role|part|character|lead role|title role|role and voice) of|el papel de|al personaje de|"
    r"both|a young|an older|the real-life|the younger|the older|the young))?)"
)
_ROLE_OF = (
    r"(?:(?:(?:landed|lands|takes?|took|has|gets|got|won|assumes|assumed|fills|plays in|stars in|inherit(?:s|"
    r"ed)|secured|steps into|stepped into|is in|slips into|was given|was handed|nabbed|scored|tackles|tackled|"
    r"reprises?|reprising|returns? in) (?:the |on the )?"
    r"(?:lead |title |leading |titular |starring |central |main |plum |small |pivotal )?(?:roles?|parts?|"
    r"shoes|boots|lead)(?: of| as)?)|in the (?:lead |title |leading |central )?(?:role|part|shoes) of|en el "
    r"papel de|como protagonista)"
)
# words between an actor and "as" that make it no role
_NO_ROLE = re.compile(
    r"\b(?:known|describ\w+|serv\w+|credited|billed|listed|work\w+|well|soon|far|long|much|regarded|seen by|"
    r"acts|acted|remember\w+|also produc\w+|executive|producer|director|writer|refer\w+|"
    r"used|uses|treat\w+|sees|saw|such|same|just|almost|nearly|young|child|teenager|not|grew|born|began|"
    r"started|posing|pos\w+|himself off|herself off|conocid\w+)\b"
)
_HUMAN = re.compile(
    r"(?:er|or|ist|man|woman|men|women|ess|ian|ant|cop|boss|nun|priest|judge|juez|boy|girl|lady|son|wife|"
    r"husband|friend|agent|client|ghost|king|queen|prince|chief|doctor|twin|twins|spy|maid|nurse|aide|dad|mum|"
    r"mom|"
    r"cousin|uncle|aunt|heiress|rep|reps|grandfathers|guru|villain|hero|president|governor|pal|kid|kids|"
    r"detectives|himself|herself|themselves|hermana|hermano|madre|padre|policia|sheriff|thief|guard|parents|"
    r"diplomat|captain|sergeant)$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A character that a group names, or a role in plain words, with where it ends in the typed text."""

    name: str
    end: int
    named: bool  # False for a role in plain words


def characters_of(hit: Hit, group: str = "c") -> list[Part]:
    """The characters of a group, in order. A name that owns the next word ("Jane's sister") is none.

    Where the characters come behind the cue they are read to the end of their clause: a pattern stops at the first name it sees.
    """
    if not hit.has(group):
        return []
    typed = hit.sentence.typed
    start, end = hit.span(group)
    if hit.has("t") and start >= hit.span("t")[1]:
        if _NO_PART.search(typed[start:end].split("<")[0]):
            return []
        stop = _CLAUSE_END.search(typed[start : start + MAX_PARTS])
        end = max(end, start + stop.start()) if stop else max(end, min(len(typed), start + MAX_PARTS))
    found: list[Part] = []
    unclear = False  # a role that names nobody stands before: only a name right behind it says who it is
    for a, b in _split(typed[start:end]):
        if unclear and not typed[start + a : start + b].startswith("<"):
            return []
        part = _part(hit, start + a, start + b)
        if part is None:
            if found:
                continue
            if unclear or _NAME.search(typed[start + a : start + b]):
                return []  # an actor's name, or somebody's sister: what follows is another pair
            unclear = True
        elif found and _is_office(found[-1]) and part.named and typed[found[-1].end : start + a].strip() in {",", ""}:
            if _VERBLESS.match(typed, part.end):
                break
            found[-1] = part  # "the Prime Minister, John Poe"
        else:
            found.append(part)
    return found


def _is_office(part: Part) -> bool:
    """No name, or that of an office, whose holder may follow: "the Prime Minister, John Poe"."""
    return not part.named or part.name.rsplit(maxsplit=1)[-1].lower() in _OFFICES


_OFFICES = frozenset(
    ["minister", "secretary", "president", "chancellor", "chief", "commissioner", "general", "chancellor", "mayor", "governor"]
)


def _part(hit: Hit, start: int, end: int) -> Part | None:
    typed = hit.sentence.typed
    names = [
        (hit.sentence.entity_at(m.group()), start + m.end())
        for m in _NAME.finditer(typed[start:end])
        if not typed[start + m.end() :].startswith(("'s", "' "))
    ]
    person = next(((e, at) for e, at in names if _may_be_part(e, typed[at:])), None)
    if person is not None:
        return Part(name_character(hit.sentence, person[0]), person[1], named=True)
    other = next(((e, at) for e, at in reversed(names) if e.type == "X" and not _FOLLOWED.match(typed[at:])), None)
    if other is not None:
        return Part(other[0].surface, other[1], named=other[0].surface.lower().split()[-1] not in words("role_nouns") | words("honorifics"))
    comma = typed.find(", ", start, end)
    stop = _PHRASE_END.search(typed[start : comma if comma > 0 else end])
    last = start + stop.start() if stop else (comma if comma > 0 else end)
    text = hit.sentence.text(start, last).strip(" ,;:.!?\"'")
    return Part(text, last, named=False) if text and _HUMAN.search(text.lower().split(" of ")[0]) else None


def _may_be_part(e: Entity, behind: str) -> bool:
    """A name that may be a character's: no actor's alone, and no firm's before the word for its man ("Scotland Yard detective")."""
    if e.type == "S":
        return e.person
    acts_only = e.plays() and not any(role in {"character", "real_person"} for _, role in e.roles)
    return e.type == "P" and not acts_only and not (not e.roles and _FOLLOWED.match(behind))


MAX_PARTS = 220  # characters in which a list of characters ends
_CLAUSE_END = re.compile(r"[.;:()!?\"]")
_PHRASE_END = re.compile(r" (?:who|whose|that|which|in|on|at|with|from|and|to|for|under|behind|opposite|que|en|con|y)\b")
# what no character begins with: "as far as we know", "plays it straight"
_NO_PART = re.compile(
    r"^(?:far|long|soon|well|much|it|if|though|when|they|we|you|he|she|in|on|at|for|a (?:favour|favor|whole|"
    r"result|rule|way|sort|kind|young$)|him|them|her(?:,| (?:as|at|in|on|when|from|with)))\b|"
    r"\b(?:is|are|was|were|know|knows|we|you|it|where|when|who|whose)\b"
)
_FOLLOWED = re.compile(r" (?:of\b|[a-z]+(?:er|or|ist|man|woman|ant|cop|boss|agent|lady|chief|founder|host|detective|star)\b)")
_ROLE_PHRASE = re.compile(r"^(?:the|an?|his|her|their|its|one|un|una|el|la) (?:[a-z'-]+ ?){1,4}$")
_NAME = re.compile(r"<[PSX]\d+>")
_BETWEEN = re.compile(r",? and |, y | y | & |, ")


def _split(typed: str) -> list[tuple[int, int]]:
    """Items of a list of characters. A comma before a description ("Joe, the third husband") parts nothing: only the name counts."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for found in _BETWEEN.finditer(typed):
        before = typed[at : found.start()]
        bare = re.sub(r"<[PSX]\d+>'s", "", before)
        if _NAME.search(bare) or (found.group() != ", " and _HUMAN.search(before.strip())) or _ROLE_PHRASE.match(before):
            pieces.append((at, found.start()))
            at = found.end()
    pieces.append((at, len(typed)))
    return pieces


def _actors(hit: Hit) -> list[Entity]:
    """The people of a list who act; in "A as B, C as D" the list before the second "as" begins with a character."""
    people = hit.people("a")
    before = hit.sentence.typed[: hit.span("a")[0]]
    if len(people) > 1 and before.endswith((" as ", " plays ", " portrays ", " como ", " interpreta a ")):
        people = people[1:]
    return [p for p in people if p.plays() or not p.is_played()]


def _played(hit: Hit) -> Iterator[Found]:
    """Actors with the characters they play: paired where there is one of each or "respectively", otherwise left unpaired."""
    actors = _actors(hit)
    parts = characters_of(hit)
    typed = hit.sentence.typed
    if not actors or not parts or _NEVER_PLAYED.search(typed):
        return
    respectively = "respectively" in typed[hit.match.start() : hit.match.end() + 60] or "respectivamente" in typed
    if len(actors) == 1:
        yield hit.found("cast_member", {"value": actors[0].name, "character": parts[0].name}, end=min(parts[0].end, hit.match.end()))
    elif len(parts) >= len(actors) and respectively:
        pairing = _RESPECTIVELY.search(typed[hit.match.start() : hit.match.end() + 75])
        end = hit.match.start() + pairing.end() if pairing else hit.match.end()
        for actor, part in zip(actors, parts, strict=False):
            name = _with_family(part.name, parts[-1].name)
            yield hit.found("cast_member", {"value": actor.name, "character": name}, end=min(end, len(typed)))
    elif len(parts) == 1 and not any(e.type in {"P", "S"} for e in hit.entities("c")):
        for actor in actors:
            yield hit.found("cast_member", {"value": actor.name, "character": parts[0].name})
    else:
        for actor in actors:
            yield hit.found("cast_member", {"value": actor.name})


_RESPECTIVELY = re.compile(r"\brespectiv(?:ely|amente)\b")
# asked, announced, replaced: who never came to play the part
_NEVER_PLAYED = re.compile(
    r"\b(?:attached|dropped out|dropping out|pulled out|originally|at one (?:point|time)|first (?:choice|"
    r"meant|announced|cast)|was to (?:play|star)|turned (?:it|the part|the role) down|"
    r"replaced|considered|offered|auditioned|almost played|nearly played|in talks)\b"
)


def _with_family(name: str, last: str) -> str:
    """ "Ron and Dan Poe" are both called Poe."""
    return (
        f"{name} {last.rsplit(maxsplit=1)[-1]}"
        if " " not in name and len(last.split()) == 2 and name != last.split(maxsplit=1)[0]
        else name
    )


# "Jane Roe - TV's Iron Moll - as": the name next to "as" is that of another part. "As a man who never slept, <P1>": the part is the man.
_WITHIN_ASIDE = re.compile(r"<P\d+> (?:-|~|\() ?(?:[^<>]{0,30} )?$|(?:tv|screen|film|cinema)'s $")
_SAID_BEFORE_NAME = re.compile(r" (?:who|whom|whose|that|which|que)\b|,")


def _played_as(hit: Hit) -> Iterator[Found]:
    """ "A smoulders as C": only for somebody who acts on record, or a character on record."""
    gap = hit.typed("gap")
    if _NO_ROLE.search(gap) or "<P" in gap or _WITHIN_ASIDE.search(hit.sentence.typed[: hit.match.start()]):
        return
    if _SAID_BEFORE_NAME.search(hit.typed("c").split("<")[0]):
        return
    actors = _actors(hit)
    if not actors:
        return
    last = actors[-1]
    names = [e for e in hit.entities("c") if e.type in {"P", "S"}]
    if (
        any(r == "actor" for _, r in last.roles)
        or any(n.is_played() for n in names)
        or (not gap.strip(" ,") and names and " " in last.name)
    ):
        yield from _played(hit)


_ON_SCREEN = re.compile(
    r"\b(?:cameo|stars?|starred|co-stars?|appears?|appeared|appearance|turns? up|pops? up|shows? up|is cast|"
    r"was cast|performance|turn|role|lands?|landed)\b"
)


def _played_by(hit: Hit) -> Iterator[Found]:
    """The passive: what stands first is the character, and of several the first, where the others only say more of it."""
    actors = _actors(hit)
    parts = characters_of(hit)
    if len(actors) == 1 and parts and (len(parts) == 1 or " and " not in hit.typed("c")):
        yield hit.found("cast_member", {"value": actors[0].name, "character": parts[0].name})
    else:
        for actor in actors:
            yield hit.found("cast_member", {"value": actor.name})


def _is_character(hit: Hit) -> Iterator[Found]:
    """ "A is C": only where A acts on record, or C is a character on record and A is none."""
    actor, characters = hit.entities("a")[-1], hit.entities("c")
    character = characters[-1] if characters else None
    if actor.type == "S" and not actor.person:
        return
    if character is None:
        if actor.plays() and not actor.is_played():
            parts = characters_of(hit)
            if parts:
                yield hit.found("cast_member", {"value": actor.name, "character": parts[0].name})
        return
    between, behind = hit.sentence.typed[hit.span("t")[1] : hit.span("c")[0]], hit.sentence.typed[hit.span("c")[1] :]
    if is_denied(hit.sentence, hit.span("t")[1], hit.span("c")[0]):
        return  # "he is not the man, he only plays him" and "it is not he who plays him" are put alike
    if not _may_be(actor, character) or _RELATIVE.search(between) or (between.endswith(", ") and _VERBLESS.match(behind)):
        return
    yield hit.found("cast_member", {"value": actor.name, "character": name_character(hit.sentence, character)})


_VERBLESS = re.compile(r" (?:the|an?|his|her|their) ")  # "A is the killer, B the colleague": B plays as A does
_RELATIVE = re.compile(r"\b(?:who|whom|whose|that|which|que|quien)\b")  # "is the janitor who teaches C": the name belongs to the clause


def _may_be(actor: Entity, character: Entity) -> bool:
    if actor.is_played() and not actor.plays():
        return False
    if character.type == "X" and not (actor.plays() and any(r == "actor" for _, r in actor.roles)):
        return False
    if character.plays() and not any(r in {"character", "real_person"} for _, r in character.roles):
        return False
    return any(r == "actor" for _, r in actor.roles) or character.is_played()


def _bracketed(hit: Hit) -> Iterator[Found]:
    """ "Character (Actor)", or "Actor (Character)"; two rows in order are another matter."""
    typed = hit.sentence.typed
    if _RESPECTIVELY.search(hit.match.group()) or _ROW_BEHIND.match(typed, hit.span("a")[1]):
        return
    first, second = hit.entities("c")[-1], hit.entities("a")[0]
    if any(e.surface.rstrip(".").lower() in words("honorifics") for e in (first, second)):
        return  # "Dr.", cut off from its name
    if second.is_played() and not second.plays() and first.type == "P" and not first.is_played():
        yield hit.found("cast_member", {"value": first.name, "character": name_character(hit.sentence, second)})
    elif not (second.is_played() and not second.plays()) and second.type == "P" and " " in second.name:
        if first.type == "P" and first.plays() and not any(r in {"character", "real_person"} for _, r in first.roles):
            shut = hit.typed("between") == "" and not _GOES_ON_AS.match(typed, hit.span("a")[1])
            if shut and not second.plays() and any(r == "actor" for _, r in first.roles):
                yield hit.found("cast_member", {"value": first.name, "character": name_character(hit.sentence, second)})
            return
        yield hit.found("cast_member", {"value": second.name, "character": name_character(hit.sentence, first)})


_GOES_ON_AS = re.compile(
    r"\),? (?:who |[a-z]+ly )?(?:as|is|plays?|portrays|stars?|brings|gives|como|es)\b"
)  # the bracket holds another work
_ROW_BEHIND = re.compile(r"(?:,|,? and|,? y|,? e|,? &) <P\d+>")  # "Ann and Bea (Jo Roe, Kay Poe)": two rows


def _role_bracketed(hit: Hit) -> Iterator[Found]:
    for actor in hit.people("a"):
        if any(r == "actor" for _, r in actor.roles):
            single = len(hit.people("a")) == 1
            yield hit.found("cast_member", {"value": actor.name, "character": hit.text("c")} if single else {"value": actor.name})


def _possessive(hit: Hit) -> Iterator[Found]:
    actor, character = hit.entities("a")[-1], hit.entities("c")[-1]
    if (
        any(r == "actor" for _, r in actor.roles)
        and (
            character.is_played()
            or (character.type == "X" and not character.plays() and not character.named)
            or (character.type == "S" and character.person)
        )
        and not actor.is_played()
    ):
        yield hit.found("cast_member", {"value": actor.name, "character": name_character(hit.sentence, character)})


def _possessive_role(hit: Hit) -> Iterator[Found]:
    actor = hit.entities("a")[-1]
    if any(r == "actor" for _, r in actor.roles) and not actor.is_played():
        yield hit.found("cast_member", {"value": actor.name, "character": hit.text("c")})


def _named(hit: Hit) -> Iterator[Found]:
    for actor in hit.people("a"):
        if not (actor.is_played() and not actor.plays()):
            yield hit.found("cast_member", {"value": actor.name})


def _actor_seen(hit: Hit) -> Iterator[Found]:
    """An actor on record whose acting is spoken of, without a role."""
    for actor in hit.people("a"):
        if any(r == "actor" for _, r in actor.roles):
            yield hit.found("cast_member", {"value": actor.name})


def _real(hit: Hit) -> Iterator[Found]:
    """A character and the real person behind it."""
    characters = [e for e in hit.entities("c") if _is_somebody(e)]
    real = [e for e in hit.entities("r") if e.type in {"P", "X", "S"}]
    actors = hit.people("a")
    if not real or not (characters or actors or hit.has("that")):
        return
    value: dict[str, ObjectValue] = {}
    if actors:
        value["value"] = actors[-1].name
    if characters:
        value["character"] = name_character(hit.sentence, characters[-1])
    elif hit.has("that"):
        value["character"] = LAST
    yield hit.found("cast_member", value | {"real_person": real[0].name})


def _invented(hit: Hit) -> Iterator[Found]:
    """A character declared invented, or real: real_person is then the character's own name."""
    polarity: Polarity | None = None if hit.has("real") else "negated"
    if hit.has("real") and hit.has("neg"):
        polarity = "negated"
    if polarity == "negated" and hit.has("t") and is_only_a_version(hit.sentence, hit.span("t")[1]):
        return
    for character in hit.entities("c"):
        if _is_somebody(character) and (character.is_played() or not character.plays()):
            name = name_character(hit.sentence, character)
            found = hit.found("cast_member", {"character": name, "real_person": name}, polarity=polarity)
            yield replace(found, start=max(found.start, _start_of(hit)))
    for actor in hit.people("a"):
        if any(r == "actor" for _, r in actor.roles):
            yield hit.found("cast_member", {"value": actor.name, "real_person": "a real person"}, polarity=polarity)


def _start_of(hit: Hit) -> int:
    """Where the statement begins at the earliest: at its cue, where another one stands before it ("C, played by A, was a real man")."""
    end, cue = hit.span("c")[1], hit.span("t")[0]  # a cue that is not there stands at -1
    return cue if end < cue and "<P" in hit.sentence.typed[end:cue] else 0


def _lived(hit: Hit) -> Iterator[Found]:
    """A character declared to have lived, in words that hold a denial themselves: "is no invention"."""
    for found in _invented(hit):
        yield replace(found, polarity="affirmed")


def _is_somebody(e: Entity) -> bool:
    return e.type == "P" or (e.type == "S" and e.person)


LAST = "\0last"  # stands for the character that the text named last
_C = r"(?P<c><[PS]\d+>)"
_SOMEBODY = (  # "a real monster" is none: only who or what somebody is by trade
    r"(?:[a-z-]+ |<[LOXND]\d+>(?:'s)? ){0,2}(?:person|people|man|men|woman|women|figure|girl|boy|teenager|child|couple|chemist|scientist|"
    r"physicist|doctor|physician|surgeon|nurse|prosecutor|lawyer|attorney|judge|detective|investigator|officer|policeman|policewoman|"
    r"agent|soldier|pilot|journalist|reporter|teacher|mother|father|sister|brother|wife|husband|foreman|author|singer|player|drug lord|"
    r"criminal|killer|murderer|con artist|conman|survivor|victim|persona|mujer|hombre|medico|periodista|abogada|abogado)"
)
_LIST = r"(?:<[PS]\d+>(?:, [^<>,;.]{1,60}|,? \([^()]{1,60}\))?(?:, and |,? and |, |; |,? & ))*"
PATTERNS: tuple[Pattern, ...] = (
    Pattern("cast.plays", rf"{_A}{_ASIDE},? (?P<t>{_PLAYS}) {_CHAR}", _played),
    Pattern(
        "cast.as",
        rf"{_A}{_ASIDE}(?P<gap>,? ?(?:[^.;:<>()]|<[WOLND]\d+>){{0,60}}?),? ?(?P<t>\bas|\bcomo)(?:, respectively,)? "
        rf"{_CHAR}",
        _played_as,
    ),
    Pattern("cast.role_of", rf"{_A}{_ASIDE} (?P<t>{_ROLE_OF}) (?:of |as )?{_CHAR}", _played),
    Pattern(
        "cast.is",
        rf"{_ONE}(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){{1,90}},|,? \([^()]{{1,80}}\),?)? (?P<t>is|are|gives|brings|makes|"
        rf"es) (?:an? |the |her |his |their )?(?:[a-z0-9'&-]+,? |<[LDONX]\d+>(?:'s)?,? |<[PS]\d+>'s? (?:[a-z-]+,? "
        rf")?){{0,6}}?(?P<c><[PSX]\d+>)(?:[,.;:)]|$| (?:the|who|and|whose|a|an|with|from|in|to|as|on|at|;|but|her|"
        rf"his)\b)",
        _is_character,
    ),
    Pattern(
        "cast.is_role",
        rf"{_ONE}(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){{1,90}},)? (?P<t>is|are) (?P<c>the (?:[a-z-]+ |<[OL]\d+> "
        rf"){{0,3}}(?:lady|detective|lawyer|attorney|agent|mother|father|wife|husband|doctor|nurse|reporter|"
        rf"journalist|priest|investigator|daughter|son|sister|brother|boss|friend|victim|killer|inspector|"
        rf"prosecutor|warden|governor|cop|sheriff|officer))\b",
        _is_character,
    ),
    Pattern(
        "cast.elided",
        rf"(?:[,;] (?:and )?| and ){_ONE} (?P<t>an? (?:[a-z-]+,? ){{0,4}}|his wife |her husband |the (?:[a-z-]+,? "
        rf"){{0,4}})(?P<c><[PSX]\d+>)(?:[,.;]|$)",
        _is_character,
    ),
    Pattern(
        "cast.played_by",
        rf"{_BARE}{_ASIDE},? (?:(?:is|are|was|were|being|who is|who's|es|fue|esta) )?(?:here |once |also |later |"
        rf"again )?(?P<t>(?:played|portrayed|embodied|inhabited|brought to life|voiced|depicted|interpretad[oa]s?|"
        rf"encarnad[oa]s?) (?:on screen |here |in the (?:series|show|film) |with [^.;,<]{{1,40}} |so [a-z]+ "
        rf")?(?:by|por)) @BIO{_A}",
        _played_by,
    ),
    Pattern(
        "cast.role_went",
        rf"\b(?P<t>(?:the )?(?:role|part|lead|title role|character)(?: of @BIO(?P<c><[PSX]\d+>))? (?:went to|goes "
        rf"to|fell to|falls to|is taken by|was taken by|was given to|belongs to|is played by|was played by)) "
        rf"@BIO{_A}",
        _played_by,
    ),
    Pattern(
        "cast.bracketed",
        r"(?P<c><[PSX]\d+>)(?:'s [a-z-]+)? (?P<t>\()(?P<between>(?:a |an |the |played by |portrayed by |"
        r"interpretad[oa] por )?(?:[a-z-]+ ){0,4}?)"
        r"(?P<a><P\d+>)(?:[),;]| [^()]{0,60}\))",
        _bracketed,
    ),
    Pattern(
        "cast.role_bracketed",
        r"(?P<c>(?:an? |the |her |his |their |<P\d+>'s )(?:[a-z-]+ ){0,4}[a-z-]+) (?P<t>\()(?:played by )?(?P<a>@PEOPLE)(?:[),;])",
        _role_bracketed,
    ),
    Pattern("cast.possessive", r"(?P<a><P\d+>)(?P<t>'s?) (?:[a-z-]+,? |<[OLX]\d+> ){0,5}?(?P<c><[PSX]\d+>)", _possessive),
    Pattern(
        "cast.possessive_role",
        r"(?P<a><P\d+>)(?P<t>'s?) (?P<c>(?:[a-z-]+ |<[OL]\d+> ){0,2}(?:detective|lawyer|attorney|agent|mother|"
        r"father|doctor|nurse|reporter|journalist|ex-president|president|investigator|prosecutor|sheriff|cop|"
        r"officer|inspector|priest|killer|heiress|princess|queen|prince|king))\b",
        _possessive_role,
    ),
    Pattern(
        "cast.starring",
        r"\b(?P<t>starring|co-starring|stars|star|with a cast (?:led by|including|that includes)|the cast (?:also "
        r")?(?:includes?|features?|boasts|is led by|is headed by|is rounded out by|comprises)|cast (?:members "
        r")?(?:include|includes)|(?:also )?(?:featuring|joined by|joining|rounding out the cast (?:are|is)|"
        r"rounded out by|led by|headed by|headlined by|fronted by|topped by|alongside|opposite)|protagonizada por|"
        r"protagonizad[oa] por|con|el reparto (?:lo )?(?:incluye|completan|encabeza|integran)) @BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern(
        "cast.stars",
        r"(?P<a>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:also |both |all )?(?:stars?|co-stars?|"
        r"starred|headlines?|leads? the cast|appears?|feature|round out the cast|complete the cast|make up the "
        r"cast|star|protagoniza|protagonizan|shines?|broods?|schemes?|swims?|shouts?|does nothing but|is "
        r"(?:superb|terrific|wonderful|excellent|a revelation|magnetic|brilliant|wasted|marvellous|perfect|"
        r"outstanding)|are (?:superb|terrific|wonderful|excellent|wasted|brilliant|perfect|outstanding)|makes a "
        r"(?:[a-z-]+ )?cameo|steals (?:every|the|each)))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.turn",
        r"(?P<a><P\d+>)(?P<t>'s (?:[a-z-]+ ){0,3}(?:performance|turn|portrayal|acting|role|work|face|voice|presence))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.on_hand",
        r"\b(?P<t>look out for|watch out for|a cameo (?:from|by)|turns from|performances (?:from|by)|support from|"
        r"work from|thanks to|casting of|played with [^.;,]{1,40} by|the (?:actor|actress|star)s?) "
        r"@BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern("cast.row", r"^(?P<t>(?:cast|starring|stars|reparto|protagonistas)) ?[:-] ?(?P<a>@PEOPLE)", _named),
    Pattern("cast.row_pair", r"^(?:[*-] ?)?(?P<a><P\d+>) ?(?P<t>:|-|~|->|/|\.\.\.) ?(?:as )?(?P<c><[PSX]\d+>)", _is_character),
    Pattern(
        "cast.real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDN]\d+>){{1,80}},| \((?P<a><P\d+>)[^()]*\))?,? (?:is|was|are|were|who is|who "
        rf"was)? ?(?:a character )?(?:(?:also|herself|himself|partly|very|loosely|closely|largely|clearly|directly|"
        rf"not|in fact|of course|the fictional stand-in) ){{0,3}}(?P<t>(?:based|modelled|modeled|patterned|drawn|"
        rf"inspired|basad[oa]|inspirad[oa]) (?:loosely |closely |partly |largely )?(?:on|after|by|from|en)|(?:is "
        rf")?(?:the )?(?:stand-in|alter ego|counterpart|version|avatar|a thinly veiled version|owes (?:a good deal|"
        rf"a great deal|everything|much|a lot|something)|a (?:lightly )?fictionali[sz]ed version) (?:for|of|to)|"
        rf"stands in for|corresponds to) (?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.owes",
        r"(?P<c><[PS]\d+>)(?: \((?P<a><P\d+>)[^()]*\))?[^.;:<]{0,90}?,? (?:and )?(?:who )?(?P<t>owes (?:a good "
        r"deal|a great deal|everything|much|a lot|something) to|has (?:plenty|a lot|much) in common with|is "
        r"(?:plainly|clearly|obviously) ) ?(?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.real_that",
        r"\b(?P<that>the character|the role|this character|that character|he|she|who) (?:is|was) (?:(?:also|"
        r"partly|very|loosely|closely|largely|clearly|directly|not|in fact) ){0,2}(?P<t>(?:based|modelled|modeled|"
        r"patterned|drawn|inspired) (?:loosely |closely |partly )?(?:on|after|by|from)) (?:the "
        r")?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.played_by_alone",
        r"\b(?P<t>(?:played|portrayed|embodied|voiced|interpretad[oa]s?|encarnad[oa]s?) (?:on screen |here |in "
        r"the (?:series|show|film) |with [^.;,<]{1,40} )?(?:by|por)) @BIO(?P<a>@PEOPLE)",
        _named,
    ),
    Pattern(
        "cast.whom",
        r"(?P<c><[PS]\d+>)(?:, (?:[^,;.<]|<[OLX]\d+>){1,50})?,? (?P<t>whom|that|a quien|a la que|al que) "
        r"(?:[a-z'-]+ ){0,4}(?P<a><P\d+>) (?:[a-z]+ ){0,2}(?:plays?|played|portrays?|portrayed|makes|turns into|"
        r"interpreta|encarna)\b",
        _bracketed,
    ),
    Pattern(
        "cast.a_quien",
        r"(?P<c><[PS]\d+>)(?:, [^;.<]{1,60})?,? (?:y )?(?P<t>(?:a quien|a la que|al que|a los que|a quienes|lo|la|"
        r"los) (?:da vida|dan vida|interpreta|interpretan|encarna|encarnan|pone rostro|pone cara)) "
        r"@BIO(?P<a>@PERSON)",
        _bracketed,
    ),
    Pattern(
        "cast.a_quien_alone",
        r"\b(?P<t>(?:a quien|a la que|al que|a los que|a quienes|lo|la|los) (?:da vida|dan vida|interpreta|"
        r"interpretan|encarna|encarnan)|completan (?:el reparto|la familia)|el reparto (?:lo )?(?:incluye|"
        r"completan|encabeza|integran)|encabezad[oa] por|protagonizad[oa]s? por) @BIO(?P<a>@PEOPLE)",
        _named,
    ),
    Pattern(
        "cast.cameo",
        r"(?P<a>@PERSON)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:also |even |himself |herself |itself |"
        r"who )*(?:makes?|made|has|have|does|hace|returns for) (?:also )?(?:an? |un |una )?(?:[a-z'-]+ "
        r"){0,3}(?:cameo|appearance|guest spot|walk-on|aparicion))\b",
        _named,
    ),
    Pattern(
        "cast.in_the_cast",
        r"(?P<a>@PEOPLE) (?P<t>(?:(?:are|is|were|was|also|have|has|all|both) ){0,3}(?:in the (?:cast|ensemble|"
        r"line-up)|among the (?:cast|ensemble)|the other (?:big )?parts|rounds? out the (?:[a-z]+ )?(?:cast|"
        r"ensemble)|completes? the (?:cast|line-up|ensemble)|make up the (?:rest of the )?(?:cast|ensemble)|fill "
        r"out the (?:cast|ensemble)|co-stars?))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.includes",
        r"\b(?:cast|ensemble|bench|line-up|company|roll call) (?:[a-z]+ ){0,2}(?P<t>includes?|features?|boasts|"
        r"numbers|takes in|runs to|has) @BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern(
        "cast.plays_him",
        r"(?P<a><P\d+>)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:who )?(?:plays|played|portrays|"
        r"portrayed)) (?:him|her|them|both)\b",
        _actor_seen,
    ),
    Pattern(
        "cast.character_of",
        r"(?P<a><P\d+>)'s? (?:[a-z-]+ ){0,2}(?:character|part|role|investigator|detective|lawyer|agent|reporter|"
        r"figure)(?:, [^,;.<]{1,50},)? (?P<t>is (?:likewise |also |purely |entirely )?(?:an? )?(?:fictional|"
        r"composite|invention|invented|made up|fiction))\b",
        _invented,
    ),
    Pattern(
        "cast.existed",
        r"(?P<c><[PS]\d+>)(?:, (?:[^;.<]|<[WXSOLDN]\d+>){1,80},|,)? (?P<t>(?P<real>(?:really |certainly )?existed|"
        r"(?:is|was|were) (?:also |very |quite |all too |perfectly |indeed )*real))\b",
        _invented,
    ),
    Pattern("cast.just_as_real", r"\b(?P<t>(?P<real>(?:just|equally|no less) (?:as )?real)) (?:is|was) (?P<c><[PS]\d+>)", _invented),
    Pattern(
        "cast.own_name",
        r"(?P<c><[PS]\d+>) (?P<t>(?P<real>(?:is|was|appears?) (?:in (?:the [a-z]+|it) )?under (?:his|her|their) "
        r"own (?:real )?name))\b",
        _invented,
    ),
    Pattern(
        "cast.real_appositive",
        r"(?P<c><[PS]\d+>), (?:an? |the )?(?:[a-z-]+ ){0,5}(?P<t>(?:based|modelled|modeled|inspired) (?:loosely |"
        r"closely |partly )?(?:on|by|after)) (?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.renamed",
        r"(?P<r><P\d+>)(?:, [^;.<]{1,60},)? (?P<t>(?:becomes|became|is called|is renamed|was renamed|is turned "
        r"into|appears (?:here |on screen )?as|is here called|was called something else)) (?P<c><P\d+>)",
        _real,
    ),
    Pattern(
        "cast.called_really",
        r"(?P<c><[PS]\d+>), (?:whose real name (?:was|is)|where the real (?:one|man|woman) was|(?P<t>really|in "
        r"(?:real )?life|in reality|the real)) (?P<r><P\d+>)",
        _real,
    ),
    Pattern(
        "cast.not_real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?:is|was|are|were|never|did|has) (?:by the way |, "
        rf"by the way, |also |entirely |wholly |purely |completely |largely |a purely |a wholly |an? )*(?:not "
        rf"(?:an? )?(?:real|actual|based on|a portrait|modelled|modeled)|never existed|not exist|no real[- "
        rf"](?:life )?|isn't real|(?:fictional|fictitious|invented|made[- ]up|composite|imaginary|an invention|"
        rf"invention|a composite|fiction|pure invention|ficticio|ficticia|inventad[oa])))\b",
        _invented,
    ),
    Pattern(
        "cast.not_real_short",
        rf"{_C}(?:, [^;.<]{{1,60}},)? (?P<t>(?:isn't|wasn't|aren't) (?:an? )?(?:real|based on|modelled on|actual)|"
        rf"never existed|did not exist|didn't exist|no existio)\b",
        _invented,
    ),
    Pattern(
        "cast.invented_before",
        r"\b(?P<t>(?:the|an?|its|both|entirely|wholly) (?:[a-z-]+ )?(?:fictional|fictitious|invented|made-up|"
        r"imaginary|composite)) (?:[a-z'-]+ |<[OLX]\d+>(?:'s)? ){0,4},? ?(?P<c><[PS]\d+>)",
        _invented,
    ),
    Pattern(
        "cast.invented_after",
        r"(?P<c><[PS]\d+>),? (?:\([^()]{1,60}\),? )?(?P<t>an? (?:[a-z-]+ ){0,2}(?:fictional|fictitious|invented|"
        r"made-up|imaginary|composite))\b",
        _invented,
    ),
    Pattern(
        "cast.is_real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?P<real>is|was|are|were)) (?:also |indeed |very much |of course )?"
        rf"(?:an? )?(?:very )?(?:real|actual|real-life|genuine|historical|historic) {_SOMEBODY}\b",
        _invented,
    ),
    Pattern(
        "cast.real_by_trade",
        rf"{_C}, (?:an? |the )(?:very )?(?P<t>(?P<real>real|actual|real-life|genuine)) {_SOMEBODY}\b",
        _invented,
    ),
    Pattern(
        "cast.lived",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?P<real>(?:actually|really|truly) (?:lived|existed|walked the earth)|"
        rf"walked the earth|(?:is|was) (?:as )?genuine|(?:is|was) (?:not an|no) (?:invention|fabrication|figment|fiction)|"
        rf"existio (?:de verdad|en la vida real|realmente)|(?:es|fue) (?:una persona|un personaje|una mujer|un hombre) real))\b",
        _lived,
    ),
    Pattern(
        "cast.es_imaginary",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)?(?:, (?:un )?personaje que,? (?:[a-z ]{{1,20}}, )?)? (?P<t>(?:es|era|son) "
        rf"(?:un |una )?(?:personaje |figura )?(?:completamente |totalmente |puramente |enteramente )?(?:imaginari[oa]|inventad[oa]|"
        rf"ficticio|ficticia|de ficcion|pura (?:imaginacion|ficcion|invencion)))\b",
        _invented,
    ),
    Pattern(
        "cast.there_was_no",
        rf"(?:^|[:;,.\"'] )there was no (?P<t>real |such (?:person|man|woman) as |such )?{_C}(?: (?:and|or) no <[PS]\d+>)?(?:[.,;:]|$)",
        _invented,
    ),
)
