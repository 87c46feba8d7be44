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


_ABOUT_TRUTH = re.compile(r"\b(?:true|real|based|happened|actual|fiction|reales|inspirada)\b")


def answers_truth(value: str, polarity: Polarity) -> Callable[[Hit], Iterator[Found]]:
    """ "The short answer is yes", where the sentence itself or the headline asks for the truth of the story."""

    def build(hit: Hit) -> Iterator[Found]:
        if _ABOUT_TRUTH.search(hit.sentence.typed) or _ABOUT_TRUTH.search(hit.sentence.headline):
            yield hit.found("story_basis", {"value": value}, polarity=polarity)

    return build


_ENTIRELY = (
    r"(?:100% |<N\d+>% |one <N\d+> per ?cent |one <N\d+> percent |<N\d+> ?per ?cent |<N\d+> percent |one "
    r"hundred per ?cent |entirely |completely |"
    r"wholly |totally |all |absolutely |every (?:single )?(?:word|frame|minute|second|scene|detail|bit|"
    r"moment) (?:of it )?(?:is |was |are )?)"
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
        states(TRUE, "entirely"),
    ),
    Pattern(
        "story_basis.faithful",
        r"\b(?P<t>(?:everything (?:you see|in it|on screen|that you see|shown)(?: on screen| here| in the "
        r"[a-z]+)?|all of it|every (?:single )?(?:scene|word|detail|event|line|minute|moment)(?: you see| in it| "
        r"of it)?)) (?:really |actually |genuinely )?(?:happened|is true|took place|is real|is exactly|is fact|"
        r"was taken from|occurred)\b",
        states(TRUE, "entirely"),
    ),
    Pattern(
        "story_basis.nothing_changed",
        r"\b(?P<t>(?:nothing|not a (?:single )?(?:thing|word|name|detail|scene|line)|no (?:names?|details?|scene|"
        r"character)(?: or [a-z]+)?)) (?:has been |have been |was |were |is |are |had been )(?:changed|invented|"
        r"made up|altered|fictionali[sz]ed|embellished)\b",
        states(TRUE, "entirely", "affirmed"),
    ),
    Pattern(
        "story_basis.true_to",
        r"\b(?P<t>(?:sticks|stuck|keeps|kept|adheres|faithful|true)) (?:[a-z]+ )?(?:to the (?:facts|truth|record|"
        r"real story|historical record)) (?:in every|to the letter|entirely|completely|throughout|at every)",
        states(TRUE, "entirely"),
    ),
    Pattern(
        "story_basis.documentary",
        r"(?P<w>@WORK)(?:, [^,;]{1,60},)? (?P<t>(?:is|was|are|isn't|wasn't|es|no es) (?:not |neither |never |in "
        r"fact |actually |really |itself |, of course, |be mistaken for |un |una )*)(?:an? |the )?(?:[a-z0-9-]+ |"
        r"<[ON]\d+>[ -]?){0,4}(?:documentary|docuseries|docu-series|documental)\b",
        states(DOCUMENTARY),
    ),
    Pattern(
        "story_basis.documentary_not",
        r"\b(?P<t>not|neither|never|than|isn't|wasn't|more than) (?:as )?(?:an? )?(?:documentary|docuseries|documental)\b",
        states(DOCUMENTARY),
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
