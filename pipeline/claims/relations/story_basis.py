"""Is it a true story? Yes, inspired by events, fiction, a documentary; and how much of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.models import ObjectValue, Polarity

TRUE, INSPIRED, FICTION, DOCUMENTARY = "true story", "inspired by real events", "fiction", "documentary"
_STORY = r"(?:story|stories|events?|life|case|crimes?|people|person|tale|facts?|incidents?|history)"


def states(
    value: str, degree: str | None = None, polarity: Polarity | None = None, modality: str | None = None
) -> Callable[[Hit], Iterator[Found]]:
    """A builder for one answer to the question."""

    def build(hit: Hit) -> Iterator[Found]:
        stated: dict[str, ObjectValue] = {"value": value}
        if degree:
            stated["degree"] = degree
        yield hit.found("story_basis", stated, polarity=polarity, modality=modality)

    return build


def plainly(build: Callable[[Hit], Iterator[Found]]) -> Callable[[Hit], Iterator[Found]]:
    """The same findings, of a wording that is used of nothing else: the slot model need not see it too."""

    def mark(hit: Hit) -> Iterator[Found]:
        for found in build(hit):
            found.plain = True
            yield found

    return mark


_ABOUT_TRUTH = re.compile(r"\b(?:true|real|based|happened|actual|fiction|reales|inspirada)\b")


def answers_truth(value: str, polarity: Polarity) -> Callable[[Hit], Iterator[Found]]:
    """ "The short answer is yes", where the sentence itself or the headline asks for the truth of the story."""

    def build(hit: Hit) -> Iterator[Found]:
        if _ABOUT_TRUTH.search(hit.sentence.typed) or _ABOUT_TRUTH.search(hit.sentence.headline):
            yield hit.found("story_basis", {"value": value}, polarity=polarity)

    return build


def states_all(hit: Hit) -> Iterator[Found]:
    """ "Everything you see happened"; "not all of it happened" denies the degree and nothing more, "nearly all of it" has none."""
    before = hit.sentence.typed[: hit.span("t")[0]]
    stated: dict[str, ObjectValue] = {"value": TRUE}
    if not _NEARLY.search(before) and not _ROUGHLY.search(hit.sentence.typed[hit.match.end() :]):
        stated["degree"] = "entirely"
    yield hit.found("story_basis", stated, polarity="negated" if _NOT_ALL.search(before) else None)


_NOT_ALL = re.compile(
    r"\b(?:not|nor|hardly|neither|no) (?:quite |nearly |absolutely |is |was |did )?[\"']?$|n't (?:mean |say )?(?:that )?$"
)
_NEARLY = re.compile(r"\b(?:nearly|almost|practically|virtually|largely|mostly|casi) $")
_ROUGHLY = re.compile(r"^,? (?:more or less|give or take|roughly|broadly|in one form|in some form|mas o menos)\b")


def states_documentary(hit: Hit) -> Iterator[Found]:
    """ "None of it is a documentary" denies what "it is a documentary" says."""
    denied = _NONE_OF.search(hit.sentence.typed[: hit.match.start()])
    yield hit.found("story_basis", {"value": DOCUMENTARY}, polarity="negated" if denied else None)


_NONE_OF = re.compile(r"\b(?:none|neither|nothing|not one|nor) (?:of |in |about )?$")


def states_unless_alike(value: str) -> Callable[[Hit], Iterator[Found]]:
    """A builder for wordings that tell of likeness as often: "it feels ripped from the headlines"."""

    def build(hit: Hit) -> Iterator[Found]:
        if not _ALIKE.search(hit.sentence.typed[max(0, hit.span("t")[0] - 40) : hit.span("t")[0]]):
            yield hit.found("story_basis", {"value": value})

    return build


_ALIKE = re.compile(
    r"\b(?:feel(?:s|ing)?|felt|seem(?:s|ed)?|looks?|sounds?|like|might|could|may|would|as if|as though|almost|practically|far from|"
    r"long way from|being|rather than|instead of|parece|podria)\b"
)


_ENTIRELY = (
    r"(?:100% |<N\d+>% |one <N\d+> per ?cent |one <N\d+> percent |<N\d+> ?per ?cent |<N\d+> percent |one "
    r"hundred per ?cent |entirely |completely |"
    r"wholly |totally |all |absolutely |every (?:single )?(?:word|frame|minute|second|scene|detail|bit|"
    r"moment) (?:of it )?(?:is |was |are )?)"
)
_PIECE = r"(?:scene|word|conversation|line|twist|moment|minute|frame|second|detail|event|beat|move)"
_SHOWN = (
    r" (?:of|in) (?:it|this|the (?:[a-z-]+ ){0,2}(?:series|show|drama|film|movie|miniseries|courtroom|(?:[a-z]+-)?parter))| (?:of|"
    r"in) <S\d+>|"
    r" (?:that )?(?:you|we) (?:see|hear|watch)(?: on screen| here)?| that [a-z]+ up on screen| on screen"
)
_DEED = (
    r"(?:case|crime|murder|murders|killing|killings|attack|cyberattack|kidnapping|robbery|heist|trial|scandal|disaster|shooting|"
    r"disappearance|events|caso|crimen|asesinato|ataque|secuestro|hechos)"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "story_basis.based_true",
        r"\b(?P<t>(?:loosely |closely |very |really |actually |directly |partly |entirely )?(?:based|founded|"
        r"rooted|grounded|drawn|taken|adapted|drew|draws|"
        r"basad[oa]|basa)) (?:loosely |closely |partly |very loosely )?(?:on|upon|in|from|en) (?:an? |the |some |"
        r"una |un |la |los )?(?:[a-z-]+,? ){0,3}"
        r"(?:true[ -](?:story|events?|life|case|crimes?|tale|facts?|incidents?)|(?:real|actual|real-life|"
        r"real life|factual)[ -](?:story|stories|events?|life|case|crimes?|tale|facts?|incidents?|occasions|"
        r"history)|"
        r"reality\b|real life\b|life itself\b|fact\b|facts\b|hechos (?:reales|veridicos)|historia real|historia "
        r"veridica|caso real|vida real|factual)",
        states(TRUE),
    ),
    Pattern(
        "story_basis.is_true",
        r"(?P<w>@SUBJ)(?:, [^,;]{1,60},)?(?P<t>(?:'s| is| was| are| isn't| wasn't| tells| tell| recounts| dramati[sz]es|"
        r" retells| relates| es| cuenta| no es|n't)(?:, more or less,)? (?:not |indeed |really |actually |in fact "
        r"|very much |also |largely |"
        r"mostly |partly |sort of |in part |essentially |just |, of course, )*)(?:an? |the |una )?(?:(?:incredible|remarkable|"
        r"astonishing|shocking|harrowing|heartbreaking|extraordinary|fascinating|chilling|very|mostly|largely|dramati[sz]ation of) "
        r"){0,2}(?:true[ -]?(?:story|life|tale|crime story)|true[.,;!]|real story|real-life story|(?:a "
        r")?(?:dramati[sz]ation|dramati[sz]ed account) of (?:real|actual|true) events|historia real|historia "
        r"veridica)",
        states(TRUE),
    ),
    Pattern(
        "story_basis.short_answer",
        r"\bthe (?:[a-z]+ )?answer(?:, [a-z ]{1,20},)? (?:is|to that is) (?:an? )?(?:[a-z]+ ){0,2}?(?P<t>yes)\b",
        answers_truth(TRUE, "affirmed"),
    ),
    Pattern(
        "story_basis.short_answer_no",
        r"\b(?:the (?:[a-z]+ )?answer(?:, [a-z ]{1,20},)? (?:is|to that is)|la respuesta (?:corta |breve )?es(?: "
        r"que)?) (?:an? )?(?:[a-z]+ ){0,2}?(?P<t>no)\b",
        answers_truth(TRUE, "negated"),
    ),
    Pattern(
        "story_basis.question",
        r"^(?:so,? |but |and |ok,? |first,? |yes,? |then,? )*(?P<t>(?:is|was|es)) (?P<w>@WORK)?,? ?(?:really |"
        r"actually |then |even |all |una? |about )*(?:an? |the )?(?:true|real)(?: ?story|-life story|"
        r"\b)[^.]{0,60}\?",
        states(TRUE, modality="question"),
    ),
    Pattern(
        "story_basis.question_based",
        r"\b(?P<t>(?:is|was|es|esta)) (?P<w>@WORK) (?:really |actually |even |loosely )?(?:based|inspired|"
        r"basad[oa]|inspirad[oa]) (?:on|by|en|upon) (?:an? |any |una |un )?(?:[a-z-]+ ){0,2}(?:true|real|actual|"
        r"reality|hechos|historia)",
        states(TRUE, modality="question"),
    ),
    Pattern(
        "story_basis.headline_question",
        r"^(?:[^.]{0,60}: )?(?P<t>is (?:it|this|<S\d+>)|es) (?:an? |based on an? |una )?(?:really )?(?:true|real|"
        r"historia real)(?: story| life story| events)?\b[^.]{0,50}\?",
        states(TRUE, modality="question"),
    ),
    Pattern(
        "story_basis.true_story_of",
        r"\b(?P<t>(?:the|a|an|this|una|la)) (?:[a-z-]+ ){0,3}(?:true|real-life|real|historia real)(?: story| tale|"
        r"-crime story| life story)? (?:of|about|behind|de|detras de) (?:how |a |an |the |<|two |three )",
        states(TRUE),
    ),
    Pattern(
        "story_basis.happened",
        r"\b(?P<t>(?:it|this|all of it|(?:most|much|a lot|quite a lot|plenty) of (?:it|this|what you see|the "
        r"story|that)|something that|that|these things|what happens)) (?:[a-z]+ )?(?:really |actually |did |does |"
        r"all |largely |mostly )+(?:happen(?:ed)?|exist(?:ed)?)\b",
        states(TRUE),
    ),
    Pattern(
        "story_basis.something_happened",
        r"\b(?P<t>something (?:that )?(?:really |actually )?happened|taken from (?:real )?life|rooted in (?:fact|"
        r"truth|reality)|drawn from (?:real )?life|a story from life|from real life)\b",
        states(TRUE),
    ),
    Pattern(
        "story_basis.inspired",
        r"\b(?P<t>(?:loosely |partly |very loosely )?(?:inspired|inspirad[oa]|inspira|takes? (?:its |their "
        r")?inspiration|drew inspiration|draws inspiration|suggested|informed)) "
        r"(?:loosely |in part )?(?:by|from|en|por) (?:an? |the |some |several |una |un |la |los )?(?:[a-z-]+,? ){0,3}"
        r"(?:true[ -](?:story|events?|life|case|crimes?|facts?|incidents?)|(?:real|actual|real-life)[ "
        r"-](?:story|stories|events?|life|case|crimes?|facts?|incidents?|people|history)|reality\b|real life\b|"
        r"fact\b|facts\b|hechos|historia real|acontecimientos|vida (?:real|de))",
        states(INSPIRED),
    ),
    Pattern(
        "story_basis.inspired_quoted",
        r"(?P<t>'inspired by'|\"inspired by\"|inspired by one\b|'inspirad[oa] en'|inspired by, not)",
        states(INSPIRED),
    ),
    Pattern(
        "story_basis.mixed",
        r"\b(?P<t>(?:mix(?:es|ed|ing)?|blend(?:s|ed|ing)?|blurs?|weav(?:es|ed|ing)|fus(?:es|ed|ing)|combin(?:es|"
        r"ed|ing)|mezcla|mezclan)) (?:of )?(?:real |historical |the )?(?:facts?|truth|reality|real events|hechos|"
        r"realidad|true)(?:s)? (?:and|with|y|con|into) (?:[a-z]+ )?(?:fiction|invention|imagination|ficcion)",
        states(INSPIRED),
    ),
    Pattern(
        "story_basis.fact_and_fiction",
        r"\b(?P<t>(?:part|half) (?:fact|truth|true),? (?:and )?(?:part|half) (?:fiction|invention)|"
        r"fictionali[sz]ed (?:account|version|retelling|take|story|telling|portrait|drama)|true-ish|dramati[sz]ed "
        r"(?:account|version|retelling)|(?:some|parts|much|a lot|a good deal|plenty) of (?:it|this|the series|the "
        r"show|the story) (?:is|was|has been|were) (?:invented|made up|fictional|fictionali[sz]ed|imagined))\b",
        states(INSPIRED),
    ),
    Pattern(
        "story_basis.fiction",
        r"(?P<w>@SUBJ)(?:, [^,;]{1,60},)?(?P<t>(?:'s| is| was| are| remains| isn't| wasn't| stays| es) (?:not |"
        r"never |indeed |really |actually |in fact |a work of |pure |purely |entirely |"
        r"completely |totally |wholly |all |simply |just |total |complete |an? (?:totally |completely |entirely |"
        r"wholly |purely |entire )?(?:work of |piece of )?(?:pure |complete |total )?|"
        r"una obra de |totalmente |pura )*)(?:fiction|fictional|fictitious|ficcion|ficticia|"
        r"imaginary)(?:[.,;:!?)]|$| (?:story|series|work|tale|from|and|but|through|in|with|that)\b)",
        states(FICTION),
    ),
    Pattern(
        "story_basis.fictional_work",
        r"\b(?P<t>(?:a|an|the|una)) (?:totally |completely |entirely |wholly |purely |work of )?(?:pure |totally |"
        r"completely |entirely )?(?:fictional|fiction|fictitious|made-up|invented) (?:story|tale|series|"
        r"show|drama|thriller|film|work|creation|thriller|narrative|historia)\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.fiction_alone",
        r"(?:^|[;:.,~-] ?)(?P<t>(?:it's |it is |that's |this is |all |pure |total |complete |entirely |es "
        r")*(?:pure |total |complete |entirely |a work of )?(?:fiction|ficcion)(?: from (?:top to toe|start to "
        r"finish|beginning to end)|, (?:pure and simple|start to finish))?)[.,;!]",
        states(FICTION),
    ),
    Pattern(
        "story_basis.made_up",
        r"(?P<w>@SUBJ|\b(?:the|its|this) (?:whole |entire )?(?:story|plot|tale|crime|case|premise|storyline|thing))"
        r"(?P<t>(?:'s| is| was|, in fact, is)(?: of course| in fact| entirely| completely| totally| wholly| purely| simply| pure| all)*"
        r"(?: an?)?(?: pure| complete| total| thrilling| clever| work of)*) "
        r"(?:made[- ]up|invented|imaginary|make-believe|fantasy|invention|fabrication|figment|"
        r"product of (?:the |his |her |its |a )?(?:[a-z']+ )?imagination)(?:[.,;:!?)]|$| (?:from|and|by|through)\b)",
        states(FICTION),
    ),
    Pattern(
        "story_basis.no_real_case",
        r"\b(?P<t>(?:there is|there was|there's|there never was|has|had)) (?:no|not a single|never been a) (?:real|true|actual|real-life) "
        r"(?:story|case|crime|events?|person|people|family) (?:behind|underneath|at the root of|to it|in it)",
        states(TRUE, polarity="negated"),
    ),
    Pattern(
        "story_basis.no_truth",
        r"\b(?P<t>(?:none|nothing) (?:of|in|about) (?:the (?:series|show|film|movie|story|plot|drama)|<S\d+>)) "
        r"(?:[a-z]+ )?(?:is|was|ever|really|actually|did)? ?(?:true|real|happened|happen|based on)\b",
        states(TRUE, polarity="negated"),
    ),
    Pattern(
        "story_basis.invented",
        r"\b(?P<t>(?:made|cooked|dreamed|dreamt) the (?:whole )?(?:story|thing|plot) up|invented the (?:whole "
        r")?(?:story|plot)|sprang (?:entirely )?from (?:the )?(?:imagination|mind)|"
        r"no real[- ](?:life )?(?:case|story|events?) (?:behind|lies|exists?))\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.entirely",
        rf"(?:^|[ \"'(])(?P<t>{_ENTIRELY})(?:true|accurate|real|factual|happened|fact|true story|real story|authentic|veridica)\b",
        states(TRUE, "entirely"),
    ),
    Pattern(
        "story_basis.entirely_after",
        r"\b(?P<t>(?:true story|true|real|really happened|happened)),? (?:and )?(?:every (?:single )?(?:word|"
        r"frame|minute|second|scene|detail|bit|moment)|from (?:first to last|start to finish|beginning to end|the "
        r"first [a-z]+ to the last)|down to (?:the last|every) [a-z]+|exactly as (?:it is )?(?:shown|seen|told)|"
        r"in every (?:detail|respect|particular)|to the letter|all of it)\b",
        plainly(states(TRUE, "entirely")),
    ),
    Pattern(
        "story_basis.faithful",
        rf"\b(?P<t>(?:everything (?:you see|in it|on screen|that you see|shown)(?: on screen| here| in the [a-z]+| in <S\d+>)?|all of it|"
        rf"every (?:single |last )?{_PIECE}(?:{_SHOWN})?)) (?:really |actually |genuinely |just |also )?(?:happened|is true|are true|"
        rf"took place|"
        r"is real|is exactly|is fact|is factual|is documented|is authentic|is genuine|was taken (?:straight |word for word )?from|"
        r"(?:is|was|has been|comes?|came) (?:(?:taken|lifted|copied|drawn) )?(?:(?:straight|directly|right|verbatim|word for word) )?"
        r"(?:out of|from) (?:real life|(?:the |her |his )?(?:[a-z]+ ){0,2}(?:files?|records?|tapes?|transcripts?|diary|diaries|letters|"
        r"dockets?|archives?))|occurred)\b",
        plainly(states_all),
    ),
    Pattern(
        "story_basis.no_piece_untrue",
        rf"\b(?P<t>there (?:isn't|is not|wasn't|was not|is no) (?:a |one )?(?:single )?{_PIECE}(?:{_SHOWN})? that (?:did not|didn't|"
        rf"isn't|is not) "
        r"(?:actually |really )?(?:happen|true|real)|no hay (?:ni )?una? (?:sol[oa] )?(?:escena|frase|palabra|dialogo|detalle|minuto|"
        r"personaje) "
        r"(?:inventad[oa]|fictici[oa])|(?:todo lo que (?:se ve|vemos|ves|aparece) en (?:la )?pantalla|todo lo que (?:se )?cuenta) "
        r"(?:ocurrio|sucedio|paso|es (?:real|cierto|verdad)))\b",
        plainly(states(TRUE, "entirely", "affirmed")),
    ),
    Pattern(
        "story_basis.nothing_changed",
        r"\b(?P<t>(?:nothing|not a (?:single )?(?:thing|word|name|detail|scene|line)|no (?:names?|details?|scene|"
        r"character)(?: or [a-z]+)?)) (?:has been |have been |was |were |is |are |had been )(?:changed|invented|"
        r"made up|altered|fictionali[sz]ed|embellished)\b",
        plainly(states(TRUE, "entirely", "affirmed")),
    ),
    Pattern(
        "story_basis.true_to",
        r"\b(?P<t>(?:sticks|stuck|keeps|kept|adheres|faithful|true)) (?:[a-z]+ )?(?:to the (?:facts|truth|record|"
        r"real story|historical record)) (?:in every|to the letter|entirely|completely|throughout|at every)",
        states(TRUE, "entirely"),
    ),
    Pattern(
        "story_basis.documentary",
        r"(?P<w>@WORK)(?:, [^,;]{1,60},)? (?P<t>(?:is|was|are|isn't|wasn't|es|no es) (?:not |neither |never |no |certainly |hardly |by no "
        r"means |in fact |actually |really |itself |, of course, |be mistaken for |un |una )*)(?:an? |the )?(?:[a-z0-9-]+ |"
        r"<[ON]\d+>[ -]?){0,4}(?:documentary|docuseries|docu-series|documental)\b",
        states_documentary,
    ),
    Pattern(
        "story_basis.documentary_not",
        r"\b(?P<t>not|neither|never|than|isn't|wasn't|more than) (?:as )?(?:an? )?(?:documentary|docuseries|documental)\b",
        states(DOCUMENTARY),
    ),
    Pattern(
        "story_basis.retells",
        r"(?P<w>@WORK) (?P<t>(?:[a-z]+ly )?(?:retells?|recounts?|re-?enacts?|dramati[sz]es|recreates?|reconstructs?|chronicles|tells|"
        r"narra|cuenta|recrea|reconstruye)) (?:of )?(?:the|an?|el|un|los|unos)? ?(?:[a-z-]+ ){0,2}?(?:(?:real|actual|true|"
        r"genuine)(?:-life)? "
        rf"(?:[a-z-]+ ){{0,2}}?{_DEED}|(?:caso|crimen|asesinato|ataque|secuestro|hechos) (?:real(?:es)?|veridicos?))\b",
        plainly(states(TRUE)),
    ),
    Pattern(
        "story_basis.headlines",
        r"(?P<t>(?:ripped|torn|lifted|taken|pulled|copied|drawn|comes?|came) (?:straight |directly |right )?(?:out )?(?:from|of) "
        r"(?:the |an? )?(?:[a-z]+ )?(?:headlines|(?:police|court|case|criminal|f\.?b\.?i\.?|trial) (?:[a-z]+ )?(?:files?|records?|"
        r"transcripts?|dockets?|reports?)))\b",
        plainly(states_unless_alike(TRUE)),
    ),
    Pattern(
        "story_basis.nothing_to_do",
        r"(?P<w>@WORK) (?P<t>(?:has|have|had|tiene) (?:nothing|nada) (?:at all )?(?:to do with|que ver con)) (?:an? |any |una? |ningun )?"
        r"(?:true|real|actual|historia real|hechos reales|caso real)(?: (?:story|events?|case|crime|life|people))?\b",
        states(TRUE, polarity="negated"),
    ),
    Pattern(
        "story_basis.not_based",
        r"(?P<w>@WORK) (?P<t>(?:isn't|is not|wasn't|was not)) (?:[a-z]+ )?(?:based|modelled|modeled|founded) on (?:anything|anyone|"
        r"anybody|any) "
        r"(?:that (?:ever )?(?:really |actually )?happened|real|true|actual|who (?:ever )?lived)\b",
        plainly(states(TRUE, polarity="negated")),
    ),
    Pattern("story_basis.far_from", r"\b(?P<t>far from (?:being )?(?:an? )?(?:true|real)(?: story)?)\b", states(TRUE, polarity="negated")),
    Pattern(
        "story_basis.row",
        r"^(?P<t>(?:true story|based on (?:a )?true story|is it true|real story|historia real|real or "
        r"fiction))\?? ?[:-] ?(?:yes|si|true)\b",
        states(TRUE),
    ),
    Pattern(
        "story_basis.row_no",
        r"^(?P<t>(?:true story|based on (?:a )?true story|is it true|real story|historia real))\?? ?[:-] ?(?:no|false)\b",
        states(TRUE, polarity="negated"),
    ),
)
