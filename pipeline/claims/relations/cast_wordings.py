"""Who plays whom where the character stands first, or where the verb is left out: "Ann Poe is Jo Roe", "and the cook by Jo Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import words
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.characters import is_denied, name_character


def _is_part(entity: Entity) -> bool:
    """A character on record, or a name that begins with a rank, which no actor's does."""
    ranked = entity.surface.split()[0].lower().rstrip(".") in words("honorifics") and " " in entity.surface
    return entity.is_played() or (entity.type == "P" and ranked and not entity.plays()) or (entity.type == "S" and entity.person)


def pair_names(hit: Hit) -> Iterator[Found]:
    """The two are named one after the other, with words that leave no doubt which is which."""
    actor, character = hit.entities("a")[0], hit.entities("c")[-1]
    denied = is_denied(hit.sentence, hit.span("t")[1], hit.span("a")[0], hit.span("c")[0])
    if actor.may_act() and not character.acts() and character is not actor and not denied:
        value = {"value": actor.name, "character": name_character(hit.sentence, character)}
        yield hit.found("cast_member", value, start=hit.span("c")[0] if hit.span("c")[0] < hit.span("a")[0] else hit.match.start())


def _part_is(hit: Hit) -> Iterator[Found]:
    """ "C is A" names an actor only where A acts on record: it may be the model, too."""
    actor, character = hit.entities("a")[0], hit.entities("c")[-1]
    between = hit.sentence.typed[hit.span("t")[1] : hit.span("a")[0]]
    given = character.type == "S" and GIFT.search(between)
    if actor.acts() and _is_part(character) and not given and not _REAL.search(hit.sentence.typed[: hit.match.end()]):
        yield from pair_names(hit)


# "<Title> is a gift to A", "is all A": what the work is to somebody in it, where the title is somebody's name as well
GIFT = re.compile(
    r"\b(?:for|to|towards?|by|from|with|without|about|of|on|in|at|all|nothing|only|also|like|than|para|por|con|sin|sobre|al|de|del|en|"
    r"todo|nada|solo|tambien|como|mas|menos)\b"
)


_REAL = re.compile(r"\b(?:real|actual|real-life|reality|true|verdader[oa]|realidad)\b")


def _is_somebody_new(hit: Hit) -> Iterator[Found]:
    """ "C is A" of an A whom no record knows: told as a credit, and not that the one is like, or was, the other."""
    actor, character = hit.entities("a")[0], hit.entities("c")[-1]
    credit = CREDITS.search(hit.sentence.block.text.lower()) or _CALLED_ACTOR.search(hit.typed("as"))
    if credit and is_new_actor(hit.sentence, actor, character, hit.typed("as"), hit.span("a")[1]):
        yield from pair_names(hit)


def is_new_actor(sentence: Sentence, actor: Entity, character: Entity, between: str, end: int) -> bool:
    """May "<character> is<between><actor>", which ends at a typed offset, be a credit of somebody whom no record knows?"""
    if actor.roles or not actor.may_act() or not _is_part(character) or _REAL.search(sentence.typed) or "!" in sentence.typed[-2:]:
        return False
    return not _LIKENED.match(sentence.typed, end) and not _WITHIN.search(between)


# asked, considered, replaced: who never came to play the part; a part of an expression
NEVER = (
    r"(?:\b(?:offered|considered|originally|at first|first choice|almost|nearly|instead of|replac\w+|audition\w*|rechaz\w+|primera opcion|"
    r"not|never|nunca)\b|n't\b)"
)
CREDITS = re.compile(
    r"\b(?:plays|played by|portray\w*|stars?|starring|co-stars?|cast|actor|actress|casting|role|rounds? out|embodies|"
    r"interpreta\w*|encarna\w*|da vida a|reparto|elenco|papel|actriz)\b"
)
_CALLED_ACTOR = re.compile(r"\b(?:actor|actress|star|singer|comedian|newcomer|veteran|actriz|cantante|estrella)\b")
_WITHIN = re.compile(
    r"\b(?:of|to|from|with|by|for|in|at|like|behind|after|de|con|para|en|on|not|no|named|called|modell?ed|based|inspired|llamad[oa])\b"
)
# whom the character is like: "is Ann Roe with a boat", "is Ann Roe in all but name"
_LIKENED = re.compile(
    r"(?:,? (?:with|without|minus|plus|meets|by way of|reborn|all over again|crossed|in all but|but|only|under another|con|sin|pero|"
    r"by another name|for the)\b|'s? )"
)


def _known(hit: Hit) -> Iterator[Found]:
    """ "A, once D in <another work>, is C": with "is", only somebody who acts on record."""
    if hit.typed("t") == "plays" or hit.entities("a")[0].acts():
        yield from pair_names(hit)


def pair_of_part(hit: Hit) -> Iterator[Found]:
    """What somebody on record as a character is told to have been given to, or stands in a row with."""
    typed = hit.sentence.typed
    shared = _ROW_BEFORE.search(typed[: hit.span("c")[0]]) and _ROW_BEHIND.match(typed, hit.span("a")[1])
    if hit.entities("c")[-1].is_played() and not shared and not typed.startswith("'s", hit.span("a")[1]):
        yield from pair_names(hit)


_ROW_BEFORE, _ROW_BEHIND = (
    re.compile(r"<[PSX]\d+>,? (?:and|y|e|&) $"),
    re.compile(r",? (?:and|y|e|&) <P\d+>"),
)  # "Ann and Bea, in the hands of ..."


def _row(hit: Hit) -> Iterator[Found]:
    """ "C: A", alone at the head of a line."""
    if _is_part(hit.entities("c")[-1]):
        yield from pair_names(hit)


def _spanish(hit: Hit) -> Iterator[Found]:
    if _is_part(hit.entities("c")[-1]) or hit.entities("c")[-1].type == "X":
        yield from pair_names(hit)


_C = r"(?P<c><[PS]\d+>)"
_CX = r"(?P<c><[PSX]\d+>)"
_A = r"(?P<a><P\d+>)"
ASIDE = r"(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,90},|,? \([^()]{1,60}\))?"
OF = r"(?:(?:the |an? |his |her |their |el |la |su |un |una |al )?(?:[a-z'-]+,? |<[LOXDN]\d+>(?:'s)?,? |<[PS]\d+>'s ){0,6}?)"
_ENDS = r"(?:[,.;:)!?]|$| (?:and|with|in|who|from|of|y|con|en|que)\b)"
_TURNED = r"(?:played|portrayed|embodied|brought to life|voiced|impersonated|interpretad[oa]s?|encarnad[oa]s?)"
IS_NEW = rf"{_C}{ASIDE},? (?P<t>is|es)(?P<as> {OF}){_A}{_ENDS}"
PATTERNS: tuple[Pattern, ...] = (
    Pattern("cast.part_is", rf"{_C}{ASIDE},? (?P<t>is|es) {OF}{_A}{_ENDS}", _part_is),
    Pattern("cast.part_is_new", IS_NEW, _is_somebody_new),
    Pattern(
        "cast.part_goes",
        rf"{_CX}{ASIDE},? (?P<t>(?:has|had|have|wears?|wore|bears?|gets|was given|is given) the (?:face|features|looks|voice|shape) of|"
        r"(?:comes?|came|is brought) (?:to (?:us|life|the screen) )?(?:courtesy of|thanks to|by way of)|"
        r"(?:is|was|are|were) (?:safe )?in the (?:hands|care|keeping) of|is (?:left|down) to|"
        r"(?:goes|went|falls|fell|belongs|belonged|(?:is|was|has been|had been) (?:given|handed|entrusted|assigned|left)) to|"
        r"(?:is|was) (?:given|lent) (?:[a-z-]+ ){1,5}by|"
        r"(?:who )?(?:(?:is|was|being) )?(?:performed|acted|rendered|made flesh) by|"
        r"(?:who )?(?:is|was) (?:played|portrayed|embodied|brought to life) "
        r"(?:in the (?:movie|drama|series|show|film) |with [^,;.<]{1,40} |here )?by|"
        rf"in the (?:[a-z-]+ )?(?:form|shape|person|hands) of|tiene(?:n)? (?:el rostro|la cara|los rasgos|las facciones) de) {OF}{_A}",
        pair_of_part,
    ),
    Pattern(
        "cast.part_row_more",
        rf"^(?:[*-] ?|<N\d+>[.)] ?)?(?:<[SLOXP]\d+>'s (?:[a-z-]+ )?|(?:the|his|her|their) (?:[a-z-]+ ){{1,3}})?{_C}"
        r"(?:,? (?:the|an?|his|her|their|el|la|su|un|una) (?:[a-z'-]+ ){0,6}?[a-z'-]+|,? \([^()]{1,50}\))?"
        rf"(?P<t> ?(?::|~|\||>|\.\.\.|=)| -) ?{OF}{_A}(?:[,.(;]|$)",
        pair_of_part,
    ),
    Pattern(
        "cast.by_elided",
        rf"\b{_TURNED} (?:by|por) [^;.()]{{3,140}}?(?:,? and|,|,? while|,? y|,? mientras que) {OF}{_C}(?:, [^,;.<]{{1,60}},|,)? "
        rf"(?P<t>by|por) {OF}{_A}",
        pair_names,
    ),
    Pattern("cast.part_row", rf"^(?:[*-] ?)?{_C} ?(?P<t>:|~|\.\.\.) ?{_A}(?:[,.(;]|$)", _row),
    Pattern("cast.as_part", rf"\bas {OF}{_C},? (?P<t>is|we have|we get|there is|comes) {OF}{_A}", pair_names),
    Pattern("cast.playing_opens", rf"^(?P<t>(?:playing|portraying)) {OF}{_C}, {_A}(?:[ ,.]|$)", pair_names),
    Pattern(
        "cast.role_given",
        rf"\b(?:role|part) of {OF}{_CX} (?P<t>(?:went|goes|fell|falls|was given|is given|was handed|was entrusted) to) {OF}{_A}",
        pair_names,
    ),
    Pattern(
        "cast.known_is",
        rf"{_A}, (?:once|formerly|later|lately|latterly|known|best known|last seen|seen|fresh from|remembered)\b"
        rf"(?:[^;.<]|<[A-Z]\d+>){{1,90}}, (?P<t>is|plays) {OF}{_C}{_ENDS}",
        _known,
    ),
    Pattern(
        "cast.es_face",
        rf"(?:\ba )?{_CX}{ASIDE},? (?P<t>(?:(?:a quien|al que|a la que) )?(?:lo|la|le) (?:borda|encarna|interpreta|hace|hizo|"
        rf"da vida|dio vida|(?:presta|pone|puso|presto) (?:el |su |la )?(?:rostro|cara|cuerpo|fisico|voz))) {OF}{_A}",
        _spanish,
    ),
    Pattern(
        "cast.es_in_charge",
        rf"{_CX}{ASIDE},? (?P<t>(?:esta|estuvo|corre|corrio|queda|quedo) (?:a cargo de|en manos de|interpretad[oa] por|encarnad[oa] por)|"
        rf"tiene (?:el rostro|la cara) de) {OF}{_A}",
        _spanish,
    ),
    Pattern(
        "cast.es_role",
        rf"\bpapel de(?:l)? {OF}{_CX},? (?P<t>(?:lo|la) (?:hace|hizo|asume|asumio|interpreta|interpreto)|recae en|recayo en|"
        rf"corre a cargo de|corrio a cargo de|fue para|es para|esta a cargo de) {OF}{_A}",
        _spanish,
    ),
)
