"""That none of it happened, or that all of it did: cases that are made up, not a comma changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.story_basis import FICTION, TRUE, plainly

# what a story may be about, so that calling it invented is said of the story and of no scene in it
_CORE = (
    r"(?:case|crimes?|murders?|killings?|kidnapping|abduction|manhunt|hunt|massacre|disaster|events|assassination|"
    r"serial killer case|poisonings?|scandal)"
)
_CASO = r"(?:caso|crimen|crimenes|secuestro|asesinato|asesinatos|suceso|sucesos|hechos|matanza|rapto|escandalo)"
_SURELY = (
    r"(?:(?:also|of course|entirely|wholly|purely|completely|totally|all|just|simply|likewise|too|as well|in fact|actually|therefore|"
    r"nothing but|every bit) )*"
)
_INVENTED = (
    r"(?:fictional|fictitious|fiction|invented|made[- ]up|imaginary|imagined|an? (?:complete |total |pure )?(?:invention|fiction|"
    r"fabrication)(?: of the (?:writers?|makers?|creators?|screenwriters?|authors?|novelists?))?|"
    r"pure (?:invention|fiction|fantasy|imagination)|a (?:figment|product) of (?:[a-z' -]+|<P\d+>'s? ?){0,2}imagination|dream(?:ed|t) up)"
    r"(?: (?:by the (?:writers?|makers?|creators?|screenwriters?|authors?|novelists?)|for the (?:series|show|screen|film|drama)))?"
)
_END = r"(?:[.,;:!?)\"']|$| (?:and|as well|too)\b)"
_PIECE = (
    r"(?:scene|word|clue|line|detail|name|frame|minute|moment|shot|beat|comma|thing|exchange|letter|date|second|conversation|twist|"
    r"fact|event)"
)


def _invented(hit: Hit) -> Iterator[Found]:
    """Not where a word before it takes it back, or says it of a part: "it isn't that the case is invented"."""
    before = hit.sentence.typed[: hit.match.start()]
    if _ONE_OF_MORE.search(hit.sentence.typed, *hit.match.span()):
        return
    if not _TAKEN_BACK.search(before) and not _OF_A_PART.search(hit.sentence.typed[hit.match.end() :]):
        yield hit.found("story_basis", {"value": FICTION}, polarity="affirmed")


_TAKEN_BACK = re.compile(
    r"\b(?:not|never|hardly|nor|if|whether|as if|as though|like|think|thinks|thought|no|ni|si|como si|creen?|unlike|while|although|though|"
    r"whereas|parts? of|half of|some of|much of|most of|aunque|mientras)\b[^.;]{0,40}$|n't [^.;]{0,30}$"
)
_ONE_OF_MORE = re.compile(r"\b(?:second|third|fourth|other|another|later|last|final|first|mock|one) [a-z]")
_OF_A_PART = re.compile(r"^ ?(?:in (?:part|places)|partly|however|but|though|en parte|pero)\b")


def _whole(hit: Hit) -> Iterator[Found]:
    """ "Not a comma was changed"; not where a word before or behind it takes some of that back."""
    before, behind = hit.sentence.typed[: hit.match.start()], hit.sentence.typed[hit.match.end() :]
    written = hit.sentence.text(0, hit.match.start())  # "Nada" at the head of a sentence may be typed as a name
    if not _LESS.search(before) and not _NOTHING.search(written) and not _BUT.search(behind):
        yield hit.found("story_basis", {"value": TRUE, "degree": "entirely"}, polarity="affirmed")


_LESS = re.compile(
    r"\b(?:not|nor|hardly|nearly|almost|practically|virtually|casi|as if|as though|if|claims?|pretends?|como si|si) (?:that )?(?:quite )?$|"
    r"n't (?:mean |say )?(?:that )?$"
)
_NOTHING = re.compile(r"\b(?:nada|nadie|nunca|jam[aá]s|no|ni|nothing|none)\b[^.;,]{0,25}$", re.IGNORECASE)
_BUT = re.compile(r"^,? ?(?:more or less|give or take|roughly|broadly|except|apart from|but|or so|much|mas o menos|salvo|excepto|pero)\b")


def _never_occurred(hit: Hit) -> Iterator[Found]:
    """ "The events never took place", "no such case is on record": one denial and no more."""
    said = hit.sentence.typed[hit.match.start() : hit.match.end()]
    if len(_DENIALS.findall(said)) == 1 and _ENDS_THERE.match(hit.sentence.typed[hit.match.end() :]) and not _refers_to_a_part(hit, said):
        yield from _invented(hit)


def _refers_to_a_part(hit: Hit, said: str) -> bool:
    """ "Nothing of the sort happened": of what was told just before, which must be the question whether all of it is true."""
    if not said.startswith("nothing"):
        return False
    text = hit.sentence.block.text[max(0, hit.sentence.start - _REACH) : hit.sentence.start] + hit.sentence.text(0, hit.match.start())
    return not _ASKS_FOR_TRUTH.search(text) or bool(_PIECE_BEFORE.search(text))


_REACH = 200  # characters before a sentence in which its block may have told what it denies
_ASKS_FOR_TRUTH = re.compile(
    r"\b(?:true story|real (?:story|events?|case|life|crimes?)|based on|inspired by|really happen|fact or fiction)", re.IGNORECASE
)
_PIECE_BEFORE = re.compile(rf"\b(?:{_PIECE}|episode|finale|ending|sequence|chapter|subplot)s?\b", re.IGNORECASE)
# "never took place in quite that order" denies the order
_ENDS_THERE = re.compile(
    r"^ ?(?:[.;:!?)]|$|,(?! (?:at least|or (?:at least )?not|not|but|except|in|as|if|though|although|al menos|o no|pero|salvo)\b)|"
    r"(?:at all|anywhere|in (?:real life|reality|history|the real world)|outside the (?:series|show)|"
    r"(?:to|with) (?:him|her|them|anybody|anyone)|"
    r"en (?:la )?(?:realidad|vida real))(?:[.,;:!?)]|$))"
)


def _es_never_occurred(hit: Hit) -> Iterator[Found]:
    """ "El caso nunca ocurrió"; not "... en ese orden"."""
    if not hit.has("t") or _ENDS_THERE.match(hit.sentence.typed[hit.match.end() :]):
        yield from _invented(hit)


_DENIALS = re.compile(r"\b(?:never|nothing|no such)\b")


def _no_such_piece(hit: Hit) -> Iterator[Found]:
    """ "There isn't a made-up minute in it"."""
    if _NO_PIECE.search(hit.sentence.typed[hit.match.start() : hit.match.end()]):
        yield from _whole(hit)


_NO_PIECE = re.compile(r"\b(?:no|not)\b|n't\b")


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "story_basis.deed_invented",
        rf"\b(?:the|its|this) {_CORE}(?: itself| themselves| at its (?:heart|centre|center)| behind it| (?:in|of) (?:it|"
        rf"<S\d+>|"
        rf"the (?:[a-z-]+ )?(?:series|show|film|story|drama)))? (?P<t>(?:is|are|was|were)) {_SURELY}{_INVENTED}{_END}",
        _invented,
    ),
    Pattern(
        "story_basis.es_deed_invented",
        rf"\b(?:el|la|los|las) {_CASO}(?: de (?:la serie|la pelicula|<S\d+>))? (?P<t>(?:es|son|fue|fueron)) "
        rf"(?:(?:todo|toda|totalmente|completamente|del todo|tambien|puramente) )*"
        rf"(?:inventad[oa]s?|fictici[oa]s?|imaginari[oa]s?|una invencion|pura (?:ficcion|invencion|imaginacion)|"
        rf"fruto de la imaginacion(?: de (?:los guionistas|sus autores|<P\d+>))?)(?:[.,;:!?)]|$| y\b)",
        _invented,
    ),
    Pattern(
        "story_basis.never_occurred",
        rf"\b(?:the {_CORE}(?: (?:in|of|behind) (?:it|<S\d+>|the (?:[a-z-]+ )?(?:series|show|film|story|drama)))?|"
        rf"nothing of the (?:kind|sort)|no such (?:thing|case|crime|murder|killing|kidnapping|event|disaster|affair)s?) "
        rf"(?P<t>(?:never|ever|has ever|had ever|is|was)? ?(?:really |actually )?(?:took place|happened|occurred|existed|"
        rf"known to (?:the )?(?:<[A-Z]\d+> |[a-z-]+ )?(?:police|courts?)|on record))\b",
        _never_occurred,
    ),
    Pattern(
        "story_basis.es_never_occurred",
        rf"\b(?:(?:el|la|los) {_CASO} (?P<t>(?:nunca|jamas|no) (?:ocurrio|ocurrieron|existio|existieron|sucedio|sucedieron|se produjo|"
        rf"tuvo lugar))|(?:nunca|jamas) (?:hubo|existio|ocurrio|se dio) (?:un|una|ningun|ninguna) {_CASO} (?:asi|semejante|igual|"
        rf"parecido|como)|"
        rf"ningun(?:a)? {_CASO} (?:asi|semejante|parecido) (?:se ha dado|ocurrio|existio|se dio|consta))",
        _es_never_occurred,
    ),
    Pattern(
        "story_basis.es_all_fiction",
        r"(?:(?:^|[.,;:] ?|\bpues )(?P<t>todo (?:lo que (?:cuenta|vemos|se ve) )?es (?:ficcion|inventado|invencion|"
        r"pura ficcion|pura invencion)|(?:todo )?lo que (?:cuenta|narra) la serie es (?:mentira|ficcion|inventado|invencion)|"
        r"(?:ficcion pura|pura ficcion|pura invencion))|"
        r"\b(?:la|el) (?:historia|serie|miniserie|trama|saga|pelicula|argumento)(?: de <[SP]\d+>)? es (?:ficcion pura|pura ficcion|"
        r"pura invencion))(?:[.,;:!]|$)",
        _invented,
    ),
    Pattern(
        "story_basis.not_one_changed",
        rf"\b(?P<t>(?:not (?:an?|one|so much as an?|even an?)(?: single)?|never an?|nary an?) (?:[a-z-]+ )?{_PIECE}"
        rf"(?: (?:of|in|from) (?:it|<S\d+>|the [a-z-]+))? (?:(?:has|have|had) been|was|were|is|are) (?:ever )?"
        rf"(?:changed|invented|made[- ]up|altered|fictionali[sz]ed|embellished|tampered with|touched|added|imagined|dream(?:ed|t) up|"
        rf"false|untrue))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.no_made_up_piece",
        rf"\bthere(?:'s| is| was| are)?(?: not|n't)? ?(?P<t>(?:isn't|is not|is no|not|no|wasn't)? ?(?:an?|one)? ?(?:single )?"
        rf"(?:made-up|invented|fictional|false|imagined|untrue) {_PIECE})\b",
        _no_such_piece,
    ),
    Pattern(
        "story_basis.without_changing",
        rf"\b(?P<t>without (?:changing|altering|inventing|adding|touching|embellishing) (?:an?|one|so much as an?|even an?|"
        rf"any)(?: single)? "
        rf"(?:[a-z-]+ )?{_PIECE}|sin (?:cambiar|alterar|inventar|anadir|tocar)(?:le)? (?:ni )?(?:un|una)(?: sol[oa])? (?:nombre|"
        rf"palabra|coma|"
        rf"escena|detalle|dato|frase|dialogo)|sin (?:invenciones|inventar nada|anadir nada|cambiar nada))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.by_the_file",
        rf"\b(?P<t>(?:every|each) (?:single |last )?(?:[a-z-]+ )?{_PIECE} (?:follows|matches|mirrors|tallies with|is faithful to|"
        rf"agrees with|"
        rf"can be found in|stands in|sticks to) (?:the|her|his|their) (?:[a-z-]+ )?(?:files?|records?|transcripts?|facts|truth|diary|"
        rf"diaries|"
        rf"dossier|testimony|minutes)|(?:lifts|lifted|takes|took|copies|copied|reproduces|repeats) (?:its|the|all (?:its|the)|every) "
        rf"(?:dialogues?|lines?|scenes?|words?|conversations?) (?:word for word|verbatim|straight|wholesale) (?:from|out of))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.es_whole",
        r"\b(?P<t>(?:veridic[oa]|real|ciert[oa]|autentic[oa]) (?:de cabo a rabo|de principio a fin|de pe a pa|"
        r"de la primera a la ultima (?:escena|palabra|linea))|nada de lo que (?:vemos|se ve|aparece|cuenta|se cuenta) (?:es|sea|fue|"
        r"ha sido) "
        r"inventado|(?:inventado no hay nada|no hay nada inventado)|cada (?:dialogo|escena|frase|palabra|linea) (?:esta|fue|es|ha sido) "
        r"(?:calcad[oa]|copiad[oa]|tomad[oa]|sacad[oa]|extraid[oa]) de (?:las|los|el|la) (?:actas|archivos?|sumarios?|expedientes?|"
        r"diarios?|"
        r"cartas|grabaciones|declaraciones)|(?:ocurrio|sucedio|paso) (?:todo )?(?:tal cual|tal y como (?:se ve|se cuenta|lo vemos)))\b",
        plainly(_whole),
    ),
)
