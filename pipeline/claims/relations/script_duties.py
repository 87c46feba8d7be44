"""In whose hands the scripts were: "the screenplay was left to A", "B turned in every script", "del guion se encarga C"."""

from __future__ import annotations

from pipeline.claims.patterns import Pattern
from pipeline.claims.relations.maker_rows import ALSO, ASIDE, FALLS, FULLY, NOUN, OF_IT, PARTS, ROW, each_of_row

_SCRIPT = (
    r"(?:the |its |los |el )?(?:screenplays?|scripts?|teleplays?|writing(?: duties)?|screenwriting(?: duties)?|scriptwriting|"
    r"guion(?:es)?|libretos?|escritura)"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "writer.passive_fully",
        rf"\b(?P<t>(?:scripted|written for the screen|(?:{_SCRIPT}|{PARTS}|{NOUN}),? (?:(?:is|was|were|are) )?(?:written|penned|"
        rf"escrit[oa]s?)) "
        rf"{FULLY}(?:by|por)) @BIO(?P<p>{ROW})",
        each_of_row("writer"),
    ),
    Pattern("writer.falls_to", rf"\b(?P<t>{_SCRIPT}{OF_IT}{FALLS}) @BIO(?P<p>{ROW})", each_of_row("writer")),
    Pattern(
        "writer.words_from",
        rf"\b(?P<t>(?:the|its) words (?:come from|came from|are by|were by|are the work of)) @BIO(?P<p>{ROW})",
        each_of_row("writer"),
    ),
    Pattern(
        "writer.turned_in",
        rf"(?P<p>{ROW}){ASIDE},? (?:who )?{ALSO}(?P<t>(?:dashed off|hammered out|turned in|knocked out|knocked off|banged out|drafted|"
        rf"crafted|typed|supplied|delivered|redacto|redactaron) (?:the|its|every|each|both|all|all the|los|las|el|todos los) (?:<N\d+> )?"
        rf"(?:[a-z]+ )?(?:scripts?|screenplays?|teleplays?|guion(?:es)?|libretos?))\b",
        each_of_row("writer"),
    ),
    Pattern(
        "writer.es_falls_to",
        r"\b(?P<t>(?:el guion|los guiones|el libreto|los libretos|la escritura)(?: de (?:la serie|los episodios|todos los (?:episodios|"
        r"capitulos)))? (?:(?:corre|corrio|corren|corrieron|esta|estan|estuvo|estuvieron|fue|es|son|queda|quedo|recae|recayo) "
        r"(?:a cargo|por cuenta|en manos|cosa|obra|tarea) de|(?:recae|recayo) (?:en|sobre)|(?:lo|los|la) (?:firma|firman|firmo|firmaron|"
        r"escribe|"
        rf"escribio|redacto|redactaron|puso en limpio))) @BIO(?P<p>{ROW})",
        each_of_row("writer"),
    ),
    Pattern(
        "writer.es_in_charge",
        r"\b(?P<t>de(?:l guion| los guiones|l libreto| la escritura) se (?:encarga|encargan|encargo|encargaron|ocupa|ocupo|ocuparon|"
        r"hizo cargo))"
        rf" @BIO(?P<p>{ROW})",
        each_of_row("writer"),
    ),
)
