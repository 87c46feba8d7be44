"""Whose creation it is: "A gets the created-by credit", "the brainchild of B", "al frente del proyecto está C"."""

from __future__ import annotations

from pipeline.claims.patterns import Pattern
from pipeline.claims.relations.maker_rows import ASIDE, FULLY, ROW, THE_WORK, each_of_row

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "creator.passive_fully",
        rf"(?:{THE_WORK},?|,|^) (?:(?:is|was|being|fue|es) )?(?P<t>(?:created|devised|conceived|dreamed up|dreamt up|cooked up|"
        rf"cread[oa]|idead[oa]|concebid[oa]) {FULLY}(?:by|por)) @BIO(?P<p>{ROW})",
        each_of_row("creator"),
    ),
    # A gets the created-by credit
    Pattern(
        "creator.credit",
        rf"(?P<p>{ROW}){ASIDE} (?P<t>(?:gets?|got|has|have|holds?|takes?|took|shares?|shared|receives?|received|earns?|earned) "
        r"(?:the|a|sole) (?:sole )?[\"']?(?:created[- ]by|creators?(?:'s|')?)[\"']? credit)",
        each_of_row("creator"),
    ),
    Pattern(
        "creator.brainchild",
        rf"(?P<w>{THE_WORK})[\"']?(?:,| is| was) (?:very much |all |entirely |largely )?(?P<t>(?:an?|the) (?:[a-z-]+ )?(?:creation|"
        rf"brainchild|"
        rf"invention|baby) of) @BIO(?P<p>{ROW})",
        each_of_row("creator"),
    ),
    Pattern(
        "creator.brainchild_of",
        rf"(?P<w>{THE_WORK})[\"']? (?P<t>(?:is|was)) (?P<p>{ROW})'s? (?:own )?(?:[a-z-]+ )?(?:creation|brainchild|invention|baby|idea)\b",
        each_of_row("creator"),
    ),
    Pattern(
        "creator.behind_is",
        rf"(?:^|[,;:] |\b(?:and|while) )(?P<t>(?:the (?:man|woman|person|people|duo|pair|mind|minds|brain|brains|team) )?behind "
        rf"(?:the (?:series|show|drama|miniseries|adaptation|limited series)|<S\d+>) (?:is|are|was|were|stands?|stood|sits?)) "
        rf"@BIO(?P<p>{ROW})",
        each_of_row("creator"),
    ),
    Pattern(
        "creator.es_created",
        r"(?:^|[,;:] |\by )(?P<t>(?:la|lo) (?:creo|ideo|concibio|crearon|idearon|concibieron|invento)) "
        rf"(?:(?:el|la|los|las) (?:[a-z]+ ){{0,2}})?(?P<p>{ROW})",
        each_of_row("creator"),
    ),
    Pattern(
        "creator.es_as_creator",
        rf"\b(?P<t>(?:como (?:creador(?:a|es|as)?|showrunner) (?:figura|figuran|aparece|aparecen|consta|esta|firma|firman)|"
        r"al frente (?:de (?:la (?:serie|ficcion|produccion|miniserie|adaptacion)|el proyecto)|del proyecto) (?:esta|estan|estuvo|se halla|"
        r"se encuentra|figura|se puso)|"
        r"(?:la idea|la serie|la miniserie|el proyecto) (?:es|fue|nace|nacio|surge|surgio) (?:idea|obra|creacion|criatura|"
        rf"de la (?:mente|cabeza|imaginacion)) (?:original )?de)) @BIO(?P<p>{ROW})",
        each_of_row("creator"),
    ),
)
