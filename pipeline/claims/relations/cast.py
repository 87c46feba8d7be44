"""Who plays whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.lexicon import words
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.cast_parts import BARE, CHAR, VERBLESS, characters_of
from pipeline.claims.relations.characters import is_denied, name_character

_A = r"(?P<a>@PEOPLE)"
_ONE = r"(?P<a>@PERSON)"
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
_CLAUSE_END = re.compile(r"[.;:]")
_SAID_BEFORE_NAME = re.compile(r" (?:who|whom|whose|that|which|que)\b|,")


def _played_as(hit: Hit) -> Iterator[Found]:
    """ "A smoulders as C": only for somebody who acts on record, or a character on record."""
    gap = hit.typed("gap")
    if _NO_ROLE.search(gap) or "<P" in gap or _WITHIN_ASIDE.search(hit.sentence.typed[: hit.match.start()]):
        return
    if _SAID_BEFORE_NAME.search(hit.typed("c").split("<")[0]) and "<" in _CLAUSE_END.split(hit.sentence.typed[hit.span("c")[0] :])[0]:
        return  # of no name at all, "the detective who never sleeps" is the part
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
    if (
        not _may_be(actor, character)
        or _RELATIVE.search(between)
        or _AS_BEFORE.search(between)
        or (between.endswith(", ") and VERBLESS.match(behind))
    ):
        return
    yield hit.found("cast_member", {"value": actor.name, "character": name_character(hit.sentence, character)})


_RELATIVE = re.compile(r"\b(?:who|whom|whose|that|which|que|quien)\b")  # "is the janitor who teaches C": the name belongs to the clause


_AS_BEFORE = re.compile(  # "is a director, as she was Kay Heart in <another work>"
    r"\b(?:just as|as|like|where|when|after|before|once|having|como|igual que|cuando|donde|tras) "
    r"(?:(?:he|she|they|it|ya|antes|lo) )*(?:is|was|were|had been|has been|did|played|being|fue|era|hizo|habia sido|fueron|hacer|ser)\b"
)


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


PATTERNS: tuple[Pattern, ...] = (
    Pattern("cast.plays", rf"{_A}{_ASIDE},? (?P<t>{_PLAYS}) {CHAR}", _played),
    Pattern(
        "cast.as",
        rf"{_A}{_ASIDE}(?P<gap>,? ?(?:[^.;:<>()]|<[WOLND]\d+>){{0,60}}?),? ?(?P<t>\bas|\bcomo)(?:, respectively,)? "
        rf"{CHAR}",
        _played_as,
    ),
    Pattern("cast.role_of", rf"{_A}{_ASIDE} (?P<t>{_ROLE_OF}) (?:of |as )?{CHAR}", _played),
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
        rf"{BARE}{_ASIDE},? (?:(?:is|are|was|were|being|who is|who's|es|fue|esta) )?(?:here |once |also |later |"
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
    Pattern("cast.row_pair", r"^(?:[*-] ?)?(?P<a><P\d+>) ?(?P<t>:|-|~|->|/|\.\.\.) ?(?:as )?(?P<c><[PSX]\d+>)", _is_character),
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
)
