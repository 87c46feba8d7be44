"""Words before and behind a number of episodes that make it the number of the work's episodes, in RE2 over typed text."""

from __future__ import annotations

import re

UNITS = r"(?:episodes?|eps?|instal?lments?|parts|chapters|half-hours|hours|episodios|capitulos|entregas|partes)"
_SPANISH_WORK = (
    r"(?:serie|miniserie|ficcion|produccion|drama|thriller|misterio|historia|relato|docudrama|culebron|propuesta|cinta|tira|titulo|"
    r"tanda|temporada|temporadas|entrega|parte|lote|adaptacion|saga|recreacion)"
)
_ENGLISH_WORK = (
    r"(?:series|drama|miniseries|thriller|show|adaptation|saga|mystery|run|season|seasons|order|batch|set|arc|total|biopic|dramedy|"
    r"docudrama|dramatisation|dramatization|production)"
)
# "consists of", "told over", "se compone de": what the number fills
HAS = (
    r"(?:consists? of|comprises?|comprised of|consisting of|comprising|made up of|runs? (?:to|for|over|across)|ran (?:to|for)|"
    r"running (?:to|for|over)|contains?|spans?|spanning|told (?:in|over|across)|unfolds? (?:over|across|in)|plays? out (?:over|across|in)|"
    r"spread (?:over|to|across|out over)|stretche[sd] (?:over|to|across)|there(?:'s| are| were| will be|'ll be)|it has|has|have|had|boasts|"
    r"features|(?:clocks|comes|weighs) in at|lasts?|a total of|in total of|limited to|totals|adds? up to|"
    r"amounts? to|fills|occupies|over the (?:course|space|length) of|in the (?:course|space) of|(?:longer|shorter),? at|"
    r"(?:split|divided|broken(?: up)?|carved|sliced) (?:into|in|over|across)|"
    r"it's|it is|"
    r"consta de|constan de|se compone de|compuesta por|compuesta de|cuenta con|tiene|son|hay|habra|suman?|comprende|abarca|ocupa|"
    r"(?:dividid|repartid|distribuid|despachad|narrad|contad|estructurad)[oa]s? en|"
    rf"in|into|across|through|throughout|{_ENGLISH_WORK},? (?:of|in|told in|with)|{_SPANISH_WORK}(?: [a-z]+)?,? (?:de|en))"
)
# "... repasa su vida en": the Spanish verb of telling stands apart from the number
TELLS = r"(?:cuenta|narra|relata|repasa|desgrana|resuelve|despacha|despachan|despachado|desarrolla|recrea|condensa|resume)"
# "the eight episodes", "all of its six episodes"
ALL = (
    r"(?:all|the|its|their|those|these|(?:drama|series|show)'s|over|across|of the|of its|each of the|"
    r"every one of the|of all|the whole|the original|los|las|"
    r"sus|todos los|de los|a lo largo de(?: sus| los)?)(?: the| of the| of its| its| its whole| los| sus)?"
)
# what begins a line on the number: "Episodes: eight", "Total de capítulos: 8", "Episode count: 8"; "Episode: 4" is the fourth
ROW = (
    r"(?:(?:(?:total )?(?:number|no\.?|count) of |total |n[uo]mero (?:total )?de |total de |series |season )?"
    r"(?:episodes|eps|parts|chapters|instal?lments|episodios|capitulos|entregas)(?: (?:count|total|in (?:all|total)|made|en total))?|"
    r"(?:total |series |season )?(?:episode|ep|part|chapter|instal?lment) (?:count|total))"
)
# "Length: eight episodes", "Duración: doce capítulos"
LENGTH_ROW = r"(?:length|duration|running time|run ?time|numbers?|size|format|episodes|duracion|formato|extension|en total)"

# "the two episodes that she directed", "two of six episodes by ...": theirs, and not all there are
_THEIRS = re.compile(
    r"^(?:,? (?:he|she|they|who|that (?:he|she|they)|which (?:he|she|they))\b| (?:directed|written|penned|helmed|shot|scripted|by|"
    r"featuring|devoted|set in|dirigid|escrit|que (?:dirige|dirigio|escribe|escribio|firma)))"
)
# "two episodes too long", "three episodes later"
_MEASURE = re.compile(
    r"^ (?:too|longer|shorter|away|behind|ahead|later|earlier|into|in(?=[,.;]|$)|more|less|fewer|per|a (?:week|night|day|time)|"
    r"at (?:a|once)|old|deep|mas|menos|por (?:semana|noche|dia)|(?:despues|antes)(?=[,.;]|$))\b"
)

_GOES_TO = re.compile(
    r"^ ?(?:(?:to|through|thru|a|al|and|y|&|or|o|[-–—,/])[- ]?(?:<[ND]\d+>|\d|final|last|finale)|,? ?(?:recap|review|resumen)\b)"
)


def is_one_of_them(behind: str) -> bool:
    """Does a number in a row of episodes say which they are, not how many ("Episodes: 4 to 6")? ``behind``: the typed text after it."""
    return bool(_GOES_TO.match(behind))


def is_measure(behind: str) -> bool:
    """Is a number of episodes no count of them ("two episodes too long", "three episodes later")? ``behind``: the typed text after it."""
    return bool(_MEASURE.match(behind))


def is_theirs(behind: str) -> bool:
    """Does the typed text behind a number of episodes make them somebody's ("... that she directed")?"""
    return bool(_THEIRS.match(behind))
