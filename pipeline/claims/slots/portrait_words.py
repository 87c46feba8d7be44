"""The words that call a character invented, or somebody who lived, in English and Spanish; matched in typed text beside the character."""

from __future__ import annotations

import re

from pipeline.records.occupations import CALLINGS

_TRADES = "|".join(sorted(w for w in CALLINGS if w.isalpha()))
_PERSON = (
    r"(?:person|people|man|men|woman|women|figure|character|girl|boy|one|officer|colleague|employee|worker|custodian|foreman|enforcer|"
    rf"soldier|marine|ranger|host|presenter|correspondent|columnist|victim|survivor|human being|namesake|{_TRADES})"
)
_MAKERS = (
    r"(?:(?:the|its|his|her|their|this) )?(?:[a-z-]+ )?(?:writers?|screenwriters?|scriptwriters?|script|creators?|makers|producers?|"
    r"showrunners?|novelist|author|novel|series|show|drama|film|movie|miniseries|screen|screenplay|television|tv|<S\d+>)"
)
_CREADORES = (
    r"(?:el|la|los|las|esta|este) (?:guion|guionistas?|serie|ficcion|pelicula|pantalla|drama|miniserie|autora?|creadora?|creadores)"
)
_MADE_UP = r"(?:invented|made up|dreamt up|dreamed up|cooked up|conjured up|thought up|fabricated|concocted)"
# What is said of a character that nobody stands behind ...
INVENTED = re.compile(
    r"\b(?:never (?:actually |really )?(?:existed|lived|walked the earth)|(?:did|does|do) ?(?:n[o']t|not) (?:actually |really )?exist|"
    rf"(?:was|is|were|are) (?:never|not|no) (?:an? )?(?:real|actual)(?:[- ]life)?(?: {_PERSON})?|"
    rf"(?:was|were|is|are|been|being) (?:[a-z]+ly )?{_MADE_UP}|"
    rf"(?:created|imagined|devised|written|invented|made up|dreamt up) (?:solely |purely |only )?(?:by|for) {_MAKERS}|"
    r"(?:created|made up|invented|conjured) (?:out of|from) (?:nothing|scratch|whole cloth|thin air)|"
    rf"(?:whom|who|that) {_MAKERS} (?:made up|invented|dreamt up|dreamed up|thought up)|"
    r"(?:pure|complete|total|sheer|entire) (?:fiction|invention|fabrication|fantasy|imagination)|"
    r"(?:pure|[a-z]+ly) (?:fictional|fictitious|imaginary|made[ -]up|invented)|"
    r"(?:is|was|are|were) (?:an? )?(?:fictional|fictitious|invention|fabrication|figment|composite|amalgam)|"
    r"(?:is|was|are|were) (?:both |all )?(?:an )?(?:inventions|fabrications|figments|composites)|"
    r"(?:is|was) (?:an? )(?:invented|made-up|imaginary|non-existent) (?!company|firm|town|place|city|story|version)[a-z-]+|"
    r"(?:fictional|fictitious|made-up|invented) (?:character|creation|figure|person|name)|"
    r"an? (?:composite|amalgam|figment|invention|product|creature|creation) of|"
    r"no (?:such )?(?:person|man|woman|one|body)? ?(?:by (?:that|this) name )?(?:ever )?existed|"
    r"(?:es|era|son|eran|fue) (?:un |una )?(?:personaje |figura |mera |simple )?(?:[a-z]+mente )?(?:inventad[oa]s?|ficticio|ficticia|"
    r"invencion|imaginari[oa])|(?:no|nunca|jamas) (?:existio|ha existido|vivio)|pura (?:invencion|ficcion|imaginacion|fantasia)|"
    r"personaje (?:[a-z]+mente )?(?:inventado|ficticio|imaginario)|"
    rf"fue(?:ron)? (?:[a-z]+mente )?(?:inventad|cread|imaginad)[oa]s? (?:por|para) {_CREADORES}|"
    r"(?:fruto|producto|invento|invencion) de (?:la imaginacion|los guionistas|el guion|la serie))\b"
)
# ... that nobody at all does, which no portrait under another name bears out
WITHOUT_MODEL = re.compile(
    r"\b(?:(?:has|had|have|with) no (?:real|real-life|actual|known|historical) (?:models?|counterparts?|equivalents?|inspirations?|basis)|"
    r"(?:has|had|have|with) no (?:basis|model|counterpart|equivalent|foundation) in (?:reality|real life|fact|life)|"
    r"(?:has|had|have) no (?:link|connection|relation) to any (?:real|actual|living) [a-z]+|"
    r"(?:is|was|are|were) ?(?:not|n't) (?:modell?ed|based|drawn|patterned|inspired) (?:on|after|from|by) (?:any|anybody|anyone)\b|"
    r"(?:is|was|are|were) (?:modell?ed|based|drawn) (?:on|after|from) (?:nobody|no one)|"
    r"(?:does|do|did) ?(?:not|n't) (?:stand|correspond|answer) (?:for|to) any(?:body|one)?\b|"
    r"no se (?:corresponden?|inspiran?|basan?) (?:con|en) (?:nadie|ningun[ao]?|persona alguna)|"
    r"no tienen? (?:ningun )?(?:correlato|equivalente|modelo|referente) (?:real|en la (?:vida real|realidad))|sin (?:ningun )?modelo real)"
)
THERE_WAS_NO = re.compile(r"\bthere (?:was|is|never was|has never been) (?:no|never|any) (?:such )?(?:[a-z]+ ){0,3}?$")
NOBODY_BEHIND = re.compile(r"\bno (?:real|actual)(?:-life)? (?:[a-z-]+ ){0,2}?(?:stands|stood|is|was|lies) behind (?:the )?$")
# ... and of one who lived
REAL = re.compile(
    rf"\b(?:(?:is|was|are|were|as|too was|also) (?:also |indeed |in fact |very much |of course )?(?:an? |the )?(?:<[OLX]\d+>'s )?(?:very )?"
    rf"(?:real|actual|real-life|genuine|historical|flesh-and-blood)(?:-life)? (?:<[A-Z]\d+> )?(?:[a-z-]+ ){{0,2}}?(?:<[LOXN]\d+> )?"
    rf"(?:[a-z]+ )?{_PERSON}|"
    rf"an? (?:real|actual|real-life|genuine|flesh-and-blood)(?:-life)? (?:[a-z-]+ )?{_PERSON}|"
    r"(?:really|actually|truly) (?:existed|lived|walked the earth)|"
    r"(?:existed|lived) under (?:that|this|the same|exactly that) (?:very |same )?name|"
    r"(?:existio|vivio) (?:de verdad|en la vida real|en realidad|realmente)|"
    r"(?:es|fue|era) una? (?:persona|mujer|personaje|hombre) (?:real|de carne y hueso)|una? (?:persona|mujer|hombre) de carne y hueso que|"
    r"(?:who|and) in (?:real|actual|true) life (?:is|was|worked as|became) an? |"
    r"(?:que|fue|era|es) en la vida real (?:(?:fue|era|es) )?(?:un|una|el|la) |"
    r"(?:is|was) (?:very |quite |all too |indeed |also |perfectly )?real(?=[,.;:!)]|$))"
)
# "the real <name> ..." told of as of somebody who lived, with what is told of somebody's life
THE_REAL = re.compile(
    r"(?:^|[,;:] )(?:(?:meet|remember) )?(?:and )?the real(?:-life)? $|\b(?:meet|remember|visited|met) the real(?:-life)? $"
)
LIVES = re.compile(
    r"^(?:[,!]|:? (?:is|was|had|has|lived|lives|died|met|told|worked|works|grew|went|kept|sued|still|now|later|who|and|from|behind)\b|$)"
)
DENIES = re.compile(r"\b(?:not|never|no|nor|hardly|neither|nobody|nunca|jamas|tampoco|ni|if|whether|no one)\b|n't\b")
