"""Who plays whom in words that name no playing: "Kay is a gift for Jo Roe", "as the widow Kay, Jo Roe is a marvel".

All hold a character on record and somebody who is nobody's part. None of these wordings is used of cast lists alone, so that they count
only where the slot model sees an actor there as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.cast_wordings import ASIDE, CREDITS, NEVER, OF, is_new_actor, pair_names, pair_of_part
from pipeline.records.kinship import TIE

_NEVER = re.compile(rf"{NEVER}|\b(?:turned (?:it|the|this|that|down)|approached|want\w*|hoped|would have)\b")
_ELSEWHERE = re.compile(r"^,? (?:in|on|of|from|for|opposite|en|de) (?:the |la |el )?[\"']?<[WX]\d+>")


def _plain(hit: Hit) -> Iterator[Found]:
    """Unless the sentence speaks of somebody who never came to play the part, or of another work."""
    typed = hit.sentence.typed
    elsewhere = _ELSEWHERE.match(typed[max(hit.span("a")[1], hit.span("c")[1]) :])
    of_kin = typed.startswith("'s", hit.span("c")[1]) or _KIN_OF.search(typed[: hit.span("c")[0]])
    if not _NEVER.search(typed) and not elsewhere and not of_kin:
        yield from pair_of_part(hit)


_KIN_OF = re.compile(rf"{TIE} (?:of|de|del) $")


def _given(hit: Hit) -> Iterator[Found]:
    """ "Kay is a gift for Jo Roe", of the part Kay: where the title of the work is that name as well, it is the work that is meant."""
    if hit.entities("c")[-1].type != "S":
        yield from _plain(hit)


def _opens(hit: Hit) -> Iterator[Found]:
    """ "As the widow Kay, the Danish star Jo Roe ..." with nothing but a description between the two."""
    as_for = hit.sentence.typed.startswith(" for ", hit.span("t")[1])
    if not as_for and not _NO_BIO.search(hit.typed("bio")):
        yield from _plain(hit)


def _owned(hit: Hit) -> Iterator[Found]:
    """ "Kay is Jo Roe's", and not "Kay's is Jo Roe's" or "Kay is Jo Roe's wife"."""
    if hit.entities("c")[-1].is_played() and not _NEVER.search(hit.sentence.typed):
        yield from pair_names(hit)


def _on_cast(hit: Hit) -> Iterator[Found]:
    """What the story may tell of its people as well ("Kay gets a watch from Jo Roe"): only where the paragraph is on the cast."""
    others = [e for e in hit.sentence.entities if e.acts()]
    if others or CREDITS.search(hit.sentence.block.text.lower()):
        yield from _plain(hit)


_A, _C = r"(?P<a><P\d+>)", r"(?P<c><[PS]\d+>)"
_ENDS = r"(?:[,.;:)!?]|$| (?:and|with|in|who|from|of|as|at|y|con|en|que|como)\b)"
_TURN = (
    r"(?:turn|performance|treatment|portrayal|interpretation|incarnation|embodiment|voice|face|features|looks?|accent|likeness|"
    r"rostro|cara|voz|rasgos|interpretacion|actuacion|encarnacion)"
)
_ROLE = r"(?:roles?|parts?|shoes|skin|guise|boots)"
_TRUE = re.compile(
    r"\b(?:real|real-life|actual|true|really|in life|inspired|based|modell?ed|counterpart|reality|verdader[oa]|realidad|vida real)\b"
)


def _row(hit: Hit) -> Iterator[Found]:
    """ "Kay, who rows at night: Jo Roe", and not "Kay, in real life: Jo Roe"."""
    between = hit.sentence.typed[hit.span("t")[1] : hit.span("a")[0]]
    if _TRUE.search(hit.sentence.block.text.lower()) or _NO_BIO.search(between):
        return
    actor, character = hit.entities("a")[0], hit.entities("c")[-1]
    if actor.acts() or is_new_actor(hit.sentence, actor, character, between, hit.span("a")[1]):
        yield from _plain(hit)


_NO_BIO = re.compile(
    r"\b(?:of|by|why|how|who|whom|what|is|was|are|has|had|with|from|to|for|and|that|on|in|at|as|after|when|like|meet|watch|see|ask|de|por|como|"
    r"que|y|con|a|en|para|cuando)\b"
)


def _elided(hit: Hit) -> Iterator[Found]:
    """ "<A> es <C> y Jo Roe, Kay": as the pair before, of whom somebody acts on record."""
    before = hit.sentence.entities[: hit.sentence.entities.index(hit.entities("a")[0])]
    if any(e.acts() for e in before) and any(e.is_played() for e in before):
        yield from _plain(hit)


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "cast.part_row_told",
        rf"^(?:[*-] ?|<N\d+>[.)] ?)?(?:(?:<[SLOXP]\d+>'s? |[a-z]+'s? |the |his |her |their |an? |el |la |su |los |las )?"
        rf"(?:[a-z'&-]+,? |<[LOXDN]\d+>(?:'s)?,? ){{0,9}}?){_C}"
        r"(?:,? (?:[^:;~=<>?!]|<[LOXDN]\d+>(?:'s)?){1,80}?)?(?P<t> ?(?::|~|=|->|>)| -) (?:none other than )?"
        rf"{OF}{_A}(?:[,.(;!]|$| (?:who|of|from|in|with|out of|no less|que|de|en|con)\b)",
        _row,
    ),
    Pattern(
        "cast.es_elided_is",
        rf"\b(?:es|son|interpreta|interpretan|encarna|encarnan|da vida|hace de|como|is|plays|play|portrays) "
        r"[^.;:]{3,160}?(?:, (?:y |and )?| y | and )"
        rf"{_A}(?P<t>,? (?:el|la|un|una|su)? ?)(?:[a-z-]+,? ){{0,3}}{_C}(?:[.;]|$|,? (?:y|and) <P\d+>)",
        _elided,
    ),
    Pattern(
        "cast.as_opens",
        r"(?:^|[;:] (?:and |while |but |y )?|\b(?:and|while|but|y) )"
        r"(?P<t>(?:cast |starring |unrecogni[sz]able |transformed |hidden |back )?as|"
        rf"in the {_ROLE} of|under the (?:wig|hat|skin) of|en (?:el papel|la piel|los zapatos) de(?:l)?|como) {OF}{_C}"
        rf"(?:, [^,;.<]{{1,60}})?, (?P<bio>(?:the |an? |el |la )?(?:[a-z'-]+ |<[LO]\d+>(?:'s)? ){{0,4}}?){_A}"
        r"(?: (?:is|was|has|can|does|gets|es|esta|ha|[a-z]+(?:s|ed))\b| [a-z]+ly\b|[.;]|$)",
        _opens,
    ),
    Pattern(
        "cast.in_part",
        rf"{_A}, (?P<t>in the {_ROLE} of|in character as|under the (?:wig|name|skin) of|en (?:el papel|la piel|los zapatos) de(?:l)?|"
        rf"metid[oa] en la piel de(?:l)?|convertid[oa] en|transformed into|transformad[oa] en) {OF}{_C}{_ENDS}",
        _plain,
    ),
    Pattern(
        "cast.becomes_part",
        rf"{_A}{ASIDE},? (?:who |que )?(?P<t>(?:transforms|transformed|turns|turned|disappears|disappeared|vanishes|vanished|morphs|melts|"
        r"slips|slipped|throws|threw) (?:himself |herself |completely |fully )?into|se (?:transforma|convierte|transformo|convirtio) en|"
        r"se mete en|gets? (?:to|under the skin of)|has (?:a blast|a ball|fun|a whale of a time) (?:with|as)|"
        rf"makes (?:an?|the) (?:[a-z-]+,? ){{1,4}}of|"
        rf"(?:retoma|recupera|repite) (?:[a-z ]{{1,30}} )?(?:su|como)) {OF}{_C}{_ENDS}",
        _plain,
    ),
    Pattern(
        "cast.gives_part",
        rf"{_A}{ASIDE},? (?:who |que )?(?P<t>gives|gave|lends|lent|hace|hizo|presta|le da|borda|clava|construye|compone|dibuja|"
        rf"nos (?:da|regala)) (?:a |al )?{OF}{_C} (?:an?|his|her|the|all|just|un|una|su|sus|el|la|[a-z]+(?:[oa]|able|ible|nte))\b",
        _on_cast,
    ),
    Pattern(
        "cast.part_gets",
        rf"{_C}{ASIDE},? (?P<t>(?:gets|got|receives|received|earns|finds|is given|is lent|was given|recibe|encuentra) "
        rf"(?:[a-z'-]+,? |<[LO]\d+> ){{0,6}}?{_TURN}(?:,? [a-z'-]+| <[LO]\d+>){{0,6}}? (?:from|by|courtesy of|thanks to|of|in|de|en|por)) "
        rf"{OF}{_A}{_ENDS}",
        _plain,
    ),
    Pattern("cast.part_got", rf"{_C},? (?P<t>gets|got|has|had) {_A}{_ENDS}", _on_cast),
    Pattern(
        "cast.part_gift",
        rf"{_C}{ASIDE},? (?P<t>(?:(?:is|was|es|fue) )?(?:an?|the|un|una) (?:[a-z-]+ )?(?:gift|role|part|showcase|triumph|tour de force|"
        rf"vehicle|job|task|caramelo|regalo|papel|papelon|trabajo) (?:for|of|to|para|de)) {OF}{_A}{_ENDS}",
        _given,
    ),
    Pattern(
        "cast.part_owned",
        rf"{_C}{ASIDE},? (?P<t>(?:is|was) )(?:all )?{_A}'s? (?:[a-z-]+ )?(?:role|part|turn|job|gig)(?:[.,;:!]|$)",
        _owned,
    ),
    Pattern(
        "cast.part_role",
        rf"{_C}{ASIDE}, (?P<t>an? )(?:[a-z-]+ )?{_A}(?:'s)? (?:role|part|turn|performance|character)(?:[.,;:!]|$)",
        _plain,
    ),
    Pattern(
        "cast.part_left",
        rf"{_C}{ASIDE},? (?P<t>(?:who |que )?(?:(?:is|was|es|fue) )?(?:brought to (?:us|the screen|the small screen|television|tv) by|"
        r"alias|rendered by|interpreted by|essayed by|acted by|inhabited by|channel(?:l)?ed by|given (?:life|flesh|voice|form) by|"
        r"under the (?:wig|latex|make-up|makeup) of|with the (?:face|features|voice|looks) of|in the (?:skin|guise|body) of|"
        r"(?:es|fue|era) (?:cosa|asunto|obra|tarea|trabajo|mision|patrimonio) de|corre por cuenta de|corrio por cuenta de|"
        r"lleva (?:el rostro|la cara|la firma|los rasgos) de|con (?:el rostro|la cara|los rasgos|la voz) de|"
        r"(?:del|de la|de) que se (?:encarga|encargo|ocupa|ocupo)|(?:de|del) (?:quien|cual) se (?:encarga|ocupa)|"
        r"(?:recae|recayo|cae|cayo) en|(?:se confio|se encargo|fue confiad[oa]|toca|le toca|toco|le toco|corresponde|correspondio) a|"
        r"(?:lo|la|le) (?:asume|asumio|compone|borda|clava|hizo|hace|toca a|presta su [a-z]+)|(?:que|a quien|al que|a la que) "
        rf"(?:hace|hizo|asume|asumio|compone|borda|da vida|pone cara|pone rostro|presta su [a-z]+))) {OF}{_A}{_ENDS}",
        _plain,
    ),
    Pattern(
        "cast.whom_brings",
        rf"{_C}{ASIDE},? (?P<t>whom|that|a quien|al que|a la que) (?:[a-z'-]+ ){{0,3}}{_A} (?:[a-z]+ ){{0,2}}(?:brings (?:[a-z]+ )?to|"
        r"embodies|inhabits|gives|lends|makes|turns|voices|renders|da vida|encarna|interpreta|hace|borda|pone|presta)\b",
        _on_cast,
    ),
    Pattern(
        "cast.whose_part",
        rf"{_A}{ASIDE},? (?P<t>whose) (?:[a-z-]+,? ){{0,4}}{_C} (?:is|was|gives|has|gets|makes|does|comes|[a-z]+s)\b",
        _on_cast,
    ),
    Pattern(
        "cast.for_whom",
        rf"{_C}{ASIDE}, (?P<t>for whom (?:they|the producers|the makers) (?:cast|chose|picked|found|went to|hired)|"
        rf"para (?:quien|el que|la que) (?:eligieron|ficharon|se eligio) a) {OF}{_A}{_ENDS}",
        _plain,
    ),
    Pattern(
        "cast.chosen_for",
        rf"\b(?P<t>se (?:eligio|ficho|escogio)|(?:eligieron|ficharon|escogieron)|they (?:cast|chose|picked|hired)) (?:a )?{OF}{_A} "
        rf"(?:para|as|for|to play|como) (?:ser |hacer de )?{OF}{_C}{_ENDS}",
        _plain,
    ),
)
