"""Another work that a sentence, or the one that it takes up, has for its subject, though nobody has it on record.

"Iron Rain has seven parts", "Salt, which Ann Quill made for Hulu, was filmed in Oslo", "Kay Heart's first series, Ferry, was shot in Rome.
It has ten episodes": what is said of it is told by the build of the sentence, on the page's own letters, because the typist lowers a
single name at the head of a sentence. A name is another work's where it is none of this work's titles, nor a channel, a place or a
person of the record, and where what is said of it is what is said of works.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.models import Show

OF_WORKS = frozenset(
    {"episode_count", "season_count", "filming_location", "setting_place", "setting_time", "platform", "based_on", "premiere_date"}
)
COUNTS = frozenset({"episode_count", "season_count"})
MAKERS = frozenset({"creator", "director", "writer"})  # "Ann Quill directed it": of what was named before
ONE_OFF = frozenset({"limited series", "film", "documentary film"})
LOOK_BACK = 4  # sentences that pronouns are followed through
YEARS_APART = 3  # of two works of one title: a date up to so near may be this work's own

_PIECE = r"(?:[A-Z][\w&'-]*[\w.]|[A-Z]|\d+)"
_LINK = r"(?:(?:of|the|and|in|on|an?|for|to|from|with|de|del|la|las|el|los|y|en|al) ){0,2}"
_PLAIN_NAME = rf"(?:(?:The|An?|La|El|Los|Las|Un|Una) )?{_PIECE}(?:(?::? ){_LINK}{_PIECE}){{0,6}}?"
_NAME = rf"{_PLAIN_NAME}(?: [a-z]{{4,}})?"
_FOR_A_CHANNEL = r"(?: (?:for|on|para|en) [A-Z][\w+]*(?: [A-Z\d][\w+]*)?)?"
_NUMBER = (
    r"(?:\d+|an?|only|just|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|veinte|treinta|solo)(?:-\w+)?"
)
_ADVERBS = r"(?:(?:also|itself|too|only|first|then|later|never|always|again|all|not|both|mostly|largely|already|tambien|ya|no) ){0,2}"
_BRAND_MADE = (  # "which HBO shot in Rome"
    r"[A-Z][\w+]*(?: [A-Z][\w+]*)? (?:has |had |ha |habia )?(?:shot|filmed|made|showed|shows|aired|airs|produced|released|ordered|put|ran|"
    r"rodo|filmo|hizo|emitio|estreno|produjo|rodado|hecho|estrenado)\b"
)
_SE = r"se (?:rodo|estreno|filmo|grabo|emitio|ambienta|situa|desarrolla|basa|compone)"
_SAID_OF_WORKS = (
    rf"(?:(?:has|had|tiene|tuvo|tenia|counts|cuenta con|suma) {_ADVERBS}{_NUMBER}\b|(?:has|had) \w+ (?:for|too|in|as)\b|"
    rf"(?:is|was|es|fue) {_ADVERBS}(?:set|filmed|shot|made|based|adapted|written|created|directed|released|shown|produced|about|another|"
    r"the next|(?:an?|una?|otra|otro) (?:[\w-]+ ){0,3}?(?:series|show|film|movie|drama|miniseries|serie|miniserie|pelicula)|"
    r"[A-Z][\w+]*(?:'s|s')|on [A-Z]|de [A-Z]|suy[oa]|(?:hers|his|theirs)\b)|"
    rf"{_ADVERBS}(?:ran|runs|lasted|lasts|comes|came|went (?:up|out)|began|begins|takes place|"
    r"took place|premiered|aired|debuted|consists?|comprises|won|earned|"
    r"consta|consto|dura|duro|transcurre|sucede|adapta|adapto|parte de|nace de|viene de|gano|"
    rf"{_SE})\b)"
)
_ASIDE = r"(?:,? \([^()]*\)|, [^;]{1,110}?,)"
_LEAD = r"^\W*(?:(?:And|But|Then|Later|Y|Pero|Luego|and|but|y|pero|while|mientras)\b,? (?:que )?)?"
_OWNER = r"(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}?(?:'s|s') (?:(?:\w+ ){0,4}?(?:show|series|film|movie|drama|hit|one|picture), )?)"
_SUBJECT = re.compile(
    rf"{_LEAD}(?:(?:As for |En ){_PLAIN_NAME}, )?{_OWNER}?[\"']?(?P<name>{_NAME})[\"']?"
    rf"(?P<season>'s (?:\w+ ){{0,2}}(?:seasons?|series|run|finale|episodes?)\b)?"
    rf"{_ASIDE}?,? (?={_SAID_OF_WORKS})"
)
# "In Salt for Kings, on Hulu, she stabs a stranger, over eight episodes"
_INSIDE = re.compile(
    rf"{_LEAD}(?:In|En) [\"']?"
    rf"(?P<name>(?:The|La|El|Los|Las) {_PIECE}(?: {_LINK}{_PIECE}){{0,5}}?|{_PIECE}(?: {_LINK}{_PIECE}){{1,6}}?)[\"']?, "
    r"(?:on|for|from|by|de|con|with|directed|which|a |an |una? )"
)
# "Four episodes, in Danish.", "Set in Oslo and shot there."
_FRAGMENT = re.compile(
    rf"^\W*(?:{_NUMBER} (?:[a-z]+ )?(?:episodes|parts|hours|seasons|chapters|episodios|capitulos|temporadas)\b|"
    r"(?:set|shot|filmed|based|adapted|directed|written|ambientada|rodada|basada) (?:in|on|from|by|en|por)\b)",
    re.IGNORECASE,
)
# "The former film is Hulu's. Ann Quill directed it."
_THE_FORMER = re.compile(r"^\W*(?:the (?:former|latter|other)|la (?:otra|primera)|el (?:otro|primero))\b", re.IGNORECASE)
_CALLED_AFTER = re.compile(r"\W*<S\d+>'s <[XW]\d+>")
# "Salt, which Ann Quill made for Hulu", "Salt, de Ann Quill,", "Salt, serie de Hulu,", "Salt, of 2017,": the head of a sentence
_PRESENTED = re.compile(
    rf"{_LEAD}{_OWNER}?[\"']?(?P<name>{_NAME})[\"']?, (?:(?:on|in|for) which|which|que|also|"
    r"(?:de|of|from|by) [A-Z\d]|(?:an?|una?|the|la|el|otra)? ?(?:[\w-]+ ){0,2}?"
    r"(?:series|show|film|movie|drama|miniseries|serie|miniserie|pelicula|comedia|comedy|sitcom)\b)"
)
# "... lived through it in Salt, which was filmed in Oslo": the last thing that was named
_RELATIVE = re.compile(
    rf"\b(?:in|with|for|of|on|as|en|con|de|hizo|rodo|dirigio|creo|escribio|made|did|created|wrote|written|directed|shot|produced|led)"
    rf" (?P<name>{_PLAIN_NAME}){_FOR_A_CHANNEL},? (?:which|que) (?:(?={_SAID_OF_WORKS})|{_BRAND_MADE})"
)
# "That led to a sequel, Salt: The Return", "then came a series, Salt"
_LED_TO = re.compile(
    r"\b(?:an?|the|una?|la|su|its|his|her|their|another|otra) (?:[\w-]+ ){0,2}?(?:sequel|prequel|spin-?off|remake|follow-?up|continuation|"
    rf"secuela|precuela|continuacion|next series|next film|companion)(?: series| film)?, "
    rf"[\"']?(?P<name>{_PLAIN_NAME})(?=[\"',.;]|$| (?:on|in|for|with|at|by|came|en|de|con|para)\b)"
)
# "He went on to make Salt for Hulu, nine episodes filmed in Oslo"
_MADE_NEXT = re.compile(
    r"\b(?:broadcast|released|showed|aired|began|launched|estreno|emitio|(?:prize|award|it|emmy|globe|premio)s? (?:[\w ]{1,40} )?went to|"
    r"went on to|moved on to|followed (?:it|this|that) with|(?:went on to|would|also|later|then|next|since|before|antes|despues|luego|"
    r"tambien|mas tarde|has|had|ha|habia) (?:make|made|do|did|done|write|wrote|written|direct|directed|create|created|produce|produced|"
    r"hizo|hecho|creo|creado|dirigio|dirigido|escribio|escrito))"
    rf" [\"']?(?P<name>{_PLAIN_NAME})[\"']?{_FOR_A_CHANNEL},"
)
# "Ann Quill wrote a good deal of Salt, her other series for Hulu"
_HIS_OTHER = re.compile(
    rf"(?P<name>{_PLAIN_NAME}), (?:his|her|their|its|su) (?:other|next|new|previous|earlier|first|last|"
    r"otr[oa]|anterior|nuev[oa]|primer[oa]?) (?:series|show|film|drama|movie|miniseries|serie|pelicula|miniserie)\b"
)
# "he was in Salt until its fifth season, eight episodes"
_ITS_SEASON = re.compile(
    rf"\b(?:in|on|of|with|from|en|de|con) (?P<name>{_PLAIN_NAME}) (?:until|through|from|for|since|in|during|hasta|desde|durante|en) "
    r"(?:its|su) (?:\w+ )?(?:season|temporada|series|run)\b"
)
_TAKES_UP = re.compile(
    r"^\W*(?:(?:and|but|so|then|also|y|pero|ademas|tambien) )?(?:it|its|that|this|which|no|tiene|tuvo|tenia|consta|"
    r"consto|cuenta con|dura|duro|"
    r"transcurre|sucede|adapta|adapto|es de|es una|fue una|parte de|esta (?:basad|ambientad|rodad)[oa]|gano|"
    rf"{_SE}|(?:la|lo) (?:escribio|creo|dirigio|estreno|emitio))\b",
    re.IGNORECASE,
)
# "gave one interview. It aired on Hulu"
_BROADCAST = re.compile(
    r"\b(?:an?|one|the|his|her|their|only|una?|la|su|el) (?:[\w'-]+ ){0,3}?"
    r"(?:interview|press conference|speech|debate|broadcast|newscast|news report|television appearance|appeal|"
    r"entrevista|rueda de prensa|discurso|debate|reportaje)\b",
    re.IGNORECASE,
)
# "Ann Quill shot it in Rome": still of what was named before
_KEEPS = re.compile(r"\b(?:shot|made|wrote|directed|filmed|created|produced|had|showed|aired|did) (?:it|that|some of them|all of it)\b")
_OWN_NOUN = re.compile(
    r"\b(?:the|this|la|esta|el) (?:[\w-]+ )?(?:series|show|drama|miniseries|film|movie|serie|miniserie|pelicula|ficcion)\b", re.IGNORECASE
)
_ANOTHER_OF_THE_NAME = re.compile(r"\b(?:otr[oa]|another|an older|an earlier|a different|a british|una vieja|la otra|the other) [\"']?$")
_MADE_IN = re.compile(
    r"(<D\d+>)[^;.]{0,40}\b(?:hizo|made|had made|rodo|produced|produjo|emitio|showed|aired|filmed|"
    r"(?:there (?:was|had been|is)|hubo|hay) (?:an?|another|already an?|una?|otr[oa]) (?:[\w-]+ ){1,3}?"
    r"(?:called|named|titled|llamad[oa]|titulad[oa])"
    r") [\"']?$"
)
_OF_A_YEAR = re.compile(r"[\"']?(?:,? (?:de|of|from) | \()(<D\d+>)")
_A_SEASON = re.compile(
    r"^(?:\W*(?:of|de) [^,;.]{1,20})? (?:an?|per|each|every|in each|in every|por|en cada|por cada|cada) (?:season|temporada)\b"
)
_ORDINARY_TEXT = """
    the a an it he she they we you i this that these those there here who what which when where why how each every one two three four five
    six seven eight nine ten another other others much many most more all both neither either none nothing everything something everybody
    nobody everyone anyone someone some any few only just even so then now today yet still also not no if as at by for from in into of on
    to with without after before since until while during over under between although though because but and or nor his her its their our
    my your season seasons series episode episodes part parts chapter chapters volume book novel memoir production photography principal
    work music score pilot viewers critics fans audiences readers people police star stars cast crew creator director writer producer
    author show drama film movie miniseries documentary limited original originals television tv hulu netflix story plot action
    location locations setting format length genre platform network channel release premiere finale inspiration source true real fiction
    reality truth history justice family life love mother father murder death
    el la los las un una unos unas esta este esto estas estos esa ese eso esas esos aquella aquel aquello cada todo toda todos todas ella
    ellas ellos lo no si solo tambien ya aqui alli ahi ahora hoy luego despues antes aun nunca siempre quien que cual cuando donde como
    pero y o aunque mientras ambas ambos otro otra otros otras su sus mi tu se le les nos en de del con por para segun tras desde hasta
    durante entre sobre contra ni nada nadie algo alguien alguna alguno rodaje episodios temporada temporadas serie miniserie pelicula
    capitulo capitulos produccion historia trama libro novela autor autora director directora creador creadora television ficcion
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes
    sabado domingo yes oh well right number volume act
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())
_BUILT = re.compile(r".+(?:ing|ly|ed|mente|ad[oa]s?|id[oa]s?)$|.*[^s]s$")


def is_of_another(found: Found, sentence: Sentence, before: Sequence[Sentence], show: Show) -> bool:
    """Is the statement said of another work, by the build of its sentence or of those before it in the block?"""
    cast, made = found.relation == "cast_member", found.relation in MAKERS
    if not (cast or made or found.relation in OF_WORKS) or sentence.block.index == 0 or sentence.block.kind == "heading":
        return False
    text, at = sentence.block.text[sentence.start : sentence.end], sentence.to_folded(found.start) - sentence.start
    at = max(0, min(at, len(text)))
    end = max(at, sentence.to_folded(max(found.end, found.start + 1), is_end=True) - sentence.start)
    *earlier, here = _split(text[:end])
    names = _Names(sentence, show)
    if not (cast or made) and _is_plainly_of_another(found, sentence, here, names, show):
        return True
    takes_up = bool(_TAKES_UP.search(here) or (found.relation in OF_WORKS and _FRAGMENT.search(here)))
    carries_on = names.is_stranger(str(found.object.get("character", ""))) if cast else bool(_KEEPS.search(here)) or (takes_up and not made)
    if names.names_own(here) or not carries_on:
        return False
    if carries_on and not cast and not earlier and _is_told_of_another(sentence, before, show):
        return True
    units = [(clause, names) for clause in earlier]
    for known in reversed(before[-LOOK_BACK:]):
        if known.block is not sentence.block:
            break
        units[:0] = [(c, _Names(known, show)) for c in _split(known.block.text[known.start : known.end])]
    return _comes_from_another(units, found.relation)


def _is_plainly_of_another(found: Found, sentence: Sentence, here: str, names: _Names, show: Show) -> bool:
    """Does its own clause make another work its subject, or count what this one has not?"""
    if _is_of_each_season(found, sentence, show) or _is_of_a_season_unmade(found, show) or _is_of_a_namesake(found, sentence, show):
        return True
    if _THE_FORMER.search(here) or _opens_on_another(here, names, found.relation) or _hangs_on_another(here, names):
        return True
    return found.relation in COUNTS and any(names.is_other(m["name"]) for m in _ITS_SEASON.finditer(here))


def _is_told_of_another(sentence: Sentence, before: Sequence[Sentence], show: Show) -> bool:
    """Does the block open on another work on record, and no sentence since on this one? "<U> comes from Ann Roe. Jo Poe, who is in <T> as
    well, leads it. It has ten episodes.": of either, so of neither. Or is the sentence before on a namesake, "<T> of 2000"?"""
    for distance, known in enumerate(reversed(before)):
        if known.block is not sentence.block:
            return False
        if distance == 0 and _tells_of_a_namesake(known, show, len(known.typed)):
            return True
        opening = _OPENS_WITH_WORK.match(known.typed)
        if opening is not None:
            entity = known.entity_at(opening.group(1))
            return entity.type == "S" and entity.value != show.slug
    return False


_OPENS_WITH_WORK = re.compile(r"[\"'(]?(<S\d+>)")


def _comes_from_another(units: Sequence[tuple[str, _Names]], relation: str) -> bool:
    """Do the clauses before, latest last, leave another work to be taken up, or, of what was shown, a broadcast of the real thing? A part
    is of another work only where that one was the subject, and not named in passing on an actor."""
    shown = relation in {"platform", "premiere_date"}
    for clause, names in reversed(units):
        if (
            _THE_FORMER.search(clause)
            or _opens_on_another(clause, names, None)
            or (relation != "cast_member" and _hangs_on_another(clause, names))
        ):
            return True
        if any(names.is_other(m["name"]) for m in _LED_TO.finditer(clause)):
            return True
        if shown and _BROADCAST.search(clause) and not names.names_own(clause):
            return True
        if names.names_own(clause) or not (_TAKES_UP.search(clause) or _KEEPS.search(clause)):
            return False
    return False


def _split(text: str) -> list[str]:
    return re.split(r"; ", text)


def _opens_on_another(clause: str, names: _Names, relation: str | None) -> bool:
    """Is a name that is not this work's the subject of the clause?"""
    inside = _INSIDE.search(clause)
    if inside is not None and names.is_other(inside["name"]) and names.is_no_person(inside["name"]):
        return not names.names_own(clause[inside.end() :])
    presented = _PRESENTED.search(clause)
    if presented is not None and names.is_other(presented["name"]) and names.is_no_person(presented["name"]):
        return not names.names_own(clause[presented.end() :])
    told = _SUBJECT.search(clause)
    if told is None or not names.is_other(told["name"], counted=relation in COUNTS):
        return False
    if relation is None and not (told["season"] or names.is_no_person(told["name"])):
        return False
    return not names.names_own(clause[told.end() :])


def _hangs_on_another(clause: str, names: _Names) -> bool:
    """Is the last thing that the clause names another work, told of in a relative clause?"""
    if any(names.is_other(m["name"]) for m in _HIS_OTHER.finditer(clause)):
        return True
    made = _MADE_NEXT.search(clause)
    if made is not None and names.is_other(made["name"]) and names.is_no_person(made["name"]):
        return not names.names_own(clause[made.end() :])
    found = list(_RELATIVE.finditer(clause))
    return bool(found) and names.is_other(found[-1]["name"], counted=True) and not names.names_own(clause[found[-1].end() :])


class _Names:
    """Whose a name is, in one sentence."""

    def __init__(self, sentence: Sentence, show: Show) -> None:
        self._entities = sentence.entities
        self._slug = show.slug
        self._show = show
        self._titles = [_words(t) for t in show.titles]

    @cached_property
    def _people(self) -> set[str]:
        """Words of all names on record."""
        values = (str(v) for f in self._show.facts for v in (f.value, f.character, f.real_person, f.author, f.publisher) if v)
        return {w for v in (*values, *self._show.characters) for w in _words(v)}

    def is_other(self, name: str, *, counted: bool = False) -> bool:
        """Is it a name, and none of this work's, of a channel, a place or a person of its record? ``counted``: a place has no episodes."""
        words = _words(name)
        if self._is_longer(name, words):
            return True
        capital = [w for piece in re.findall(r"\b[A-Z0-9][\w'-]*", name) for w in _words(piece)]
        if not words or all(w in _ORDINARY for w in capital) or _OF_SOMEBODY.search(name) or words[0] in _GENERIC or self._is_own(words):
            return False
        if len(words) == 1 and (words[0] in _ORDINARY or (_BUILT.match(words[0]) and not counted)):
            return False
        for e in self._entities:
            overlaps = e.surface and (e.surface in name or name in e.surface)
            place = e.type == "L" and not counted and _words(e.surface) == words
            if overlaps and (e.type == "O" or place or (e.type == "S" and e.value == self._slug)):
                return False
            if overlaps and e.type == "P" and e.roles and e.surface in name:
                return False
        return not set(words) <= self._people

    def is_stranger(self, part: str) -> bool:
        """Is whoever is played nobody of this work? "Salt has nine episodes. Ann Roe is the doctor": as likely of that one."""
        words = _words(part)
        return bool(words) and not set(words) & self._people

    def is_no_person(self, name: str) -> bool:
        """Is it not taken for somebody's name?"""
        return not any(e.type == "P" and e.roles and (e.surface in name or name in e.surface) for e in self._entities)

    def names_own(self, text: str) -> bool:
        """Does this work's title, or a word for it, stand there?"""
        own = any(e.type == "S" and e.value == self._slug and e.surface in text for e in self._entities)
        return own or bool(_OWN_NOUN.search(text))

    def _is_own(self, words: list[str]) -> bool:
        return any(set(words) <= set(t) or (t and " ".join(t) in " ".join(words)) for t in self._titles)

    def _is_longer(self, name: str, words: list[str]) -> bool:
        """ "<This title>: The Return" is another work."""
        return (
            ": " in name
            and not re.search(r" [a-z]+$", name)
            and words not in self._titles
            and any(words[: len(t)] == t and len(words) > len(t) for t in self._titles)
        )


_OF_SOMEBODY = re.compile(r"(?:'s|s') [a-z]{3,}$")  # "Quill's fiction"
_GENERIC = frozenset({"season", "series", "episode", "part", "chapter", "volume", "book", "temporada", "capitulo", "parte", "act", "sin"})


def _words(text: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+", text.lower().replace("'s", ""))
    return found[1:] if len(found) > 1 and found[0] in {"the", "a", "an", "la", "el", "los", "las"} else found


def _is_of_each_season(found: Found, sentence: Sentence, show: Show) -> bool:
    """ "Ten parts a season", of a work that has but one."""
    return found.relation == "episode_count" and show.format in ONE_OFF and bool(_A_SEASON.search(sentence.typed[found.end :]))


def _is_of_a_season_unmade(found: Found, show: Show) -> bool:
    """A second season of a work that has but one."""
    return show.format in ONE_OFF and found.relation != "season_count" and int(found.object.get("season", 1)) > 1


def _is_of_a_namesake(found: Found, sentence: Sentence, show: Show) -> bool:
    """ "Salt's Game, by Ann Roe": a work that is called after this one, or a namesake."""
    return bool(_CALLED_AFTER.match(sentence.typed)) or _tells_of_a_namesake(sentence, show, found.end)


def _tells_of_a_namesake(sentence: Sentence, show: Show, end: int) -> bool:
    """ "Hay otra Salt", "in 1980 Hulu made Salt, a series of seven parts": a work of the same title, of long before; ``end`` is the typed
    offset up to which it is looked for."""
    own = [f"<S{i}>" for i, e in enumerate(sentence.entities) if e.type == "S" and e.value == show.slug and f"<S{i}>" in sentence.typed]
    for token in own:
        left = sentence.typed[: sentence.typed.index(token)]
        right = sentence.typed[len(left) + len(token) :]
        if len(left) <= end and _ANOTHER_OF_THE_NAME.search(left):
            return True
        dated = (_MADE_IN.search(left), _OF_A_YEAR.match(right))
        years = [y for m in dated if m for y in sentence.entity_at(m.group(1)).years]
        if show.year is not None and any(abs(y - show.year) > YEARS_APART for y in years):
            return True
    return False
