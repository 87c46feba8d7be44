"""Reasons to doubt that a statement is the article's own word on the work in question.

A pattern sees words in order. Whether the words are said of this work, by this article, shows in what stands around them: another work in
the sentence or since the title was last named, a relative clause that hangs on something else, a verb or noun of saying, the sentence that
takes it back. Each doubt has a name; a claim keeps those that it raises, and what may be made of them is for the verdicts to weigh.

other_work  another work is named nearer to the statement than this one
since       another work was named in the paragraph after this one, and only a pronoun or a plain noun stands for it here
attachment  the statement hangs on a noun or name that is not the work ("the book, which was ...")
embedded    it is the content of somebody's saying, thinking, posting, or of a rumour, page, theory
refuted     what follows may be taking it back
labelled    it stands behind a label such as "Myth:" or in a list of claims
quoted      it stands in quotation marks
earlier     it is told of an earlier time or another stage of the work
another     it is said of another work of this title, or of seasons that this one has not (namesakes.py)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import re2

from pipeline.claims.entities import Sentence
from pipeline.claims.namesakes import is_of_a_namesake
from pipeline.claims.nouns import PAGE, SCREEN
from pipeline.claims.patterns import MACROS, Found
from pipeline.claims.relations.characters import is_pair_on_record
from pipeline.claims.subject import find_asides
from pipeline.claims.voices import doubt_voice
from pipeline.models import Show

_WORK_NOUN = MACROS["WORKNOUN"]
_OTHER = (
    r"(?:another|other|earlier|previous|original|older|old|prior|separate|different|rival|classic|later|"
    r"subsequent|similar|unrelated|namesake|"
    r"competing|famous|best-known|beloved|swedish|french|danish|second|forgotten|abandoned|unmade|planned|"
    r"otra|otro|anterior|primera|antigua)"
)
_MODIFIERS = r"(?:[a-z0-9'-]+ |<[NLO]\d+>(?:'s)?[ -]?){0,3}"
_RIVAL = (
    rf"\b{_OTHER} {_MODIFIERS}{SCREEN}\b|\bfirst {_MODIFIERS}(?:film|movie|documentary|adaptation|version|pelicula|adaptacion)\b|"
    rf"\b(?:his|her|their) (?:[a-z0-9'-]+ ){{0,2}}(?:film|movie|documentary|series|show|play)\b|"
    r"\b(?:an?|un) (?:[a-z-]+ ){0,2}(?:special|especial)\b|"
    r"\b(?:el|la|una?|the|an?|hollywood|bbc|swedish) (?:[a-z-]+ )?(?:remake|reboot|prequel|sequel|spin-?off|"
    r"documental|documentary|docuseries|"
    r"musical|stage (?:version|play)|doc)\b|<P\d+>'s? <[XS]\d+>,? (?:with|starring|in which) "
)
_OWN = (
    rf"\b(?:the|this|la|el|esta|este|whole|nueva|new|latest|streamer's|network's|<[OL]\d+>(?:'s)?|<D\d+>(?:'s)?) "
    rf"(?:[a-z0-9'+-]+ |<[OLDN]\d+>(?:'s)?[ -](?:part |episode )?){{0,4}}?{_WORK_NOUN}\b"
)
_ANY = re2.compile(
    rf"(?P<token><[SW]\d+>)|(?P<rival>{_RIVAL})|(?P<dated><D\d+> (?:[a-z-]+ ){{0,2}}{SCREEN}\b|\b{SCREEN} (?:of|from|de) <D\d+>)|"
    rf"(?P<owned><[PX]\d+>(?:'s? (?:[a-z0-9-]+ |<[NDLO]\d+>[ -]){{0,3}}| (?:<[NDLO]\d+>[ -]|[a-z0-9]+-[a-z0-9]+ ){{0,2}})"
    rf"(?:{SCREEN}|parter)\b)|(?P<page>\b{PAGE}\b)|(?P<own>{_OWN})"
)
_ALIEN = re2.compile(rf"\b{_OTHER} |\bfirst (?:film|movie|documentary|adaptation|version)|<P\d+>|\bdocumentary\b|\bremake\b|\breboot\b")
_GROUPS = dict(_ANY.groupindex)
_PRONOUN = re2.compile(r"^(?:it|this|its|which|that)$")
_DATED = re2.compile(r"<D\d+>")
_DIGITS = re2.compile(r"<[A-Z](\d+)>")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in a sentence that statements may be about. ``own``: it is, or may well be, the work in question."""

    start: int
    end: int
    kind: str
    own: bool


def find_candidates(sentence: Sentence, show: Show | None, slug: str) -> list[Candidate]:
    """Works and words for works in a sentence, in order."""
    known: list[Candidate] | None = sentence.works.get(slug)
    if known is not None:
        return known
    found = []
    for match in _ANY.finditer(sentence.typed):
        kind = next(k for k, g in _GROUPS.items() if match.group(g) is not None)
        if kind == "rival" and _KIND_ALONE.search(match.group()) and _KIND_MADE.search(sentence.typed[: match.start()]):
            continue
        own = _is_own(kind, match, sentence, show, slug) and not (kind == "own" and _is_apposed(sentence, match.start(), match.end(), slug))
        found.append(Candidate(match.start(), match.end(), kind, own))
    sentence.works[slug] = found
    return found


# "It is no documentary", "they did not want to make a documentary": a kind is spoken of, not another work.
_KIND_ALONE = re2.compile(r"^(?:an?|una?) (?:documentary|docuseries|documental|musical)$")
_KIND_MADE = re2.compile(r"\b(?:be|is|isn't|was|wasn't|not|never|make|making|made|shoot|shooting|es|era|ser|hacer|rodar) $")


def _fits_format(words: str, show: Show) -> bool:
    """ "The film" is not the series."""
    return not (_SERIES_NOUN if show.format.endswith("film") else _FILM_NOUN).search(words)


_FILM_NOUN = re2.compile(r"\b(?:film|movie|pelicula)$")
_SERIES_NOUN = re2.compile(r"\b(?:series|miniseries|mini-series|serie|miniserie)$")


def _is_apposed(sentence: Sentence, start: int, end: int, slug: str) -> bool:
    """ "<another title>, the three-part series, ...": the noun tells what the other one is."""
    left = _NAME_COMMA.search(sentence.typed[:start])
    return left is not None and not _names(sentence, left.group(1), slug) and not _VERB_BEHIND.search(sentence.typed[end:])


_NAME_COMMA = re2.compile(r"(<[SWXP]\d+>)[\"')]*(?:,| -|:) $")
_VERB_BEHIND = re2.compile(
    r"^(?:'s)? (?:[a-z]+ly )?(?:is|was|has|had|will|takes|took|came|comes|runs|ran|tells|told|follows|stars|"
    r"opens|premiered|began|es|fue|esta|tiene|se)\b"
)


def _is_own(kind: str, match: Any, sentence: Sentence, show: Show | None, slug: str) -> bool:
    if kind == "own":
        dates = [sentence.entity_at(t) for t in _DATED.findall(match.group())]
        near = show is None or show.year is None or all(any(abs(y - show.year) <= 1 for y in d.years) for d in dates if d.years)
        return near and not _ALIEN.search(match.group()) and (show is None or _fits_format(match.group(), show))
    entity = (
        sentence.entities[int(_DIGITS.search(match.group()).group(1))] if "<" in match.group() and _DIGITS.search(match.group()) else None
    )
    if kind == "token":
        return entity is not None and entity.type == "S" and entity.value == slug
    if kind == "dated":
        year = show.year if show is not None else None
        return entity is not None and year is not None and year in entity.years
    if kind == "owned":
        return entity is not None and any(s == slug for s, _ in entity.roles)
    return False


def find_doubts(
    found: Found,
    sentence: Sentence,
    before: Sequence[Sentence],
    following: Sentence | None,
    show: Show | None,
    slug: str,
    about: str | None,
) -> tuple[str, ...]:
    """Doubts of a finding that was taken for a statement about ``slug``; ``before`` are the earlier sentences of its block, in order,
    ``about`` the work that the text is on at this point."""
    doubts = [*_doubt_subject(found, sentence, before, show, slug, about), *doubt_voice(found, sentence, before, following)]
    if show is not None and is_pair_on_record(found, sentence, show):
        doubts = [d for d in doubts if d not in {"other_work", "since"}]
    if show is not None and is_of_a_namesake(found, sentence, before[-1] if before else None, show):
        doubts.append("another")
    return tuple(dict.fromkeys(doubts))


_OF_A_CHANNEL = re2.compile(  # "Amazon's <A Name> will have ...": a channel's own work under a name that no list of titles has
    r"<O\d+>'s (?:[a-z-]+ ){0,2}<X\d+> (?:will|has|had|have|stars?|starred|casts?|features?|featured|gives?|gave|tells?|told)\b|"
    r"\ba (?:rival|competing) (?:is|series|film|drama|project|version|production)\b"
)


def _doubt_subject(
    found: Found, sentence: Sentence, before: Sequence[Sentence], show: Show | None, slug: str, about: str | None
) -> list[str]:
    candidates = [
        c for c in find_candidates(sentence, show, slug) if not _is_object(c, found, sentence) and not _is_told_of(c, found, sentence)
    ]
    doubts = []
    explicit = _explicit(found, sentence, candidates, slug)
    named = explicit == "title"
    left = [c for c in candidates if c.end <= max(found.trigger, found.start) and not _COMPARED.search(sentence.typed[: c.start])]
    if not named and _OF_A_CHANNEL.search(sentence.typed[: found.start]):
        doubts.append("other_work")
    if not named:
        nearest = left[-1] if left else None
        if nearest is not None and not nearest.own and not (explicit == "noun" and nearest.kind == "page"):
            doubts.append("other_work")
        elif nearest is None and explicit != "noun":
            inside = [c for c in candidates if c.start >= found.start]
            if inside and not any(c.own for c in inside) and any(c.kind != "page" for c in inside):
                doubts.append("other_work")
        if (
            explicit == "pronoun"
            and _OTHER_NAME.search(sentence.typed[: found.subject[0] if found.subject else found.start])
            and not any(c.own for c in left)
        ):
            doubts.append("other_work")  # "she did <a name>, and it became ..."
        elif (
            not explicit
            and not any(c.own for c in left)
            and found.relation != "cast_member"
            and _OTHER_NAME.search(sentence.typed[: found.start])
        ):
            doubts.append("other_work")
        own_here = any(c.own and c.kind == "token" for c in left)
        if not own_here and _strayed(found.relation, sentence, before, show, slug):
            doubts.append("since")
        if any(c.kind in {"rival", "dated", "owned"} and not c.own for c in candidates):
            doubts.append("other_work")
    if found.relation == "cast_member" and sentence.typed[found.end : found.end + 2] == "'s":
        doubts.append("attachment")  # "as <name>'s mother"
    if not named and show is not None and _NAMESAKE.search(show.slug) and _names_namesake(sentence, before, show):
        doubts.append("other_work")
    if found.relation == "cast_member" and _is_of_another_work(found, sentence, slug):
        doubts.append("other_work")
    if _OTHER_ONE.search(sentence.typed):
        doubts.append("earlier")  # "that <title> came out in 2015", "directs all of the new one"
    if not named and _SEVERAL.search(sentence.typed[: found.trigger]):
        doubts.append("other_work")  # "None of those is based on ..."
    if about != slug and not named and found.relation != "cast_member":
        doubts.append("other_work")  # a word in passing on a work that the text is not on
    if found.relation in _BY_PERSONS and _OF_SOMETHING.search(sentence.typed[: found.trigger]):
        doubts.append("attachment")
    if found.relation != "cast_member" and not named and _hangs_elsewhere(found, sentence, slug):
        doubts.append("attachment")
    if found.relation not in {"cast_member", "based_on"} and not named and _is_of_a_part(sentence) and not any(c.own for c in left):
        doubts.append("attachment")
    if found.relation == "episode_count" and not named:
        apposed = _NAME_COMMA.search(sentence.typed[: found.start])
        if apposed is not None and not _names(sentence, apposed.group(1), slug):
            doubts.append("attachment")  # "<another title>, a ten-part series"
    if found.relation != "cast_member" and not named and _is_bracketed_on_another(found, sentence, slug):
        doubts.append("attachment")
    if found.relation == "premiere_date" and _OF_THAT_YEAR.search(sentence.typed[found.trigger : found.end + 24]):
        doubts.append("earlier")  # the year stands elsewhere
    if _EARLIER.search(sentence.typed[max(0, found.start - 60) : min(len(sentence.typed), found.end + 30)]):
        doubts.append("earlier")
    return doubts


def _is_bracketed_on_another(found: Found, sentence: Sentence, slug: str) -> bool:
    """Does it stand in brackets behind a name that is not the work's?"""
    left = _OPEN_BRACKET.search(sentence.typed[: found.trigger])
    if left is None or _WORKISH.search(left.group(1)):
        return False
    token = _TOKEN.search(left.group(1))
    return token is None or not _names(sentence, token.group(), slug)


_OPEN_BRACKET = re2.compile(r"(\S+) ?\([^()]*$")
_TOKEN = re2.compile(r"<[A-Z]\d+>")


_OTHER_ONE = re2.compile(r"(?:^|[\"'(] ?|, )that <S\d+>|\bthe (?:new|old|other|earlier|first|original|later) one\b")
_SEVERAL = re2.compile(r"\b(?:none|neither|both|all|each|one|two|most) of (?:those|these|them|which)\b[^;.]{0,60}$")
_NAMESAKE = re2.compile(r"-(?:19|20)\d\d$")  # a slug has a year where another work has the same title
_FILM = re2.compile(r"\b(?:films?|movies?|pelicula|original|big screen|cinema)\b")
_SERIES = re2.compile(r"\b(?:series|show|miniseries|serie|miniserie|documentary|docuseries)\b")


def _names_namesake(sentence: Sentence, before: Sequence[Sentence], show: Show) -> bool:
    """Is a work of the other kind in play, where the title is shared? Of the paragraph so far."""
    other = _SERIES if show.format.endswith("film") else _FILM
    return any(other.search(s.typed) for s in (*(b for b in before if b.block is sentence.block), sentence))


def _is_of_another_work(found: Found, sentence: Sentence, slug: str) -> bool:
    """ "plays Jane in <another work>", "played Jane in a television film"."""
    behind = _IN_A_WORK.search(sentence.typed[found.end : found.end + 70])
    if behind is not None and (behind.group(1) is None or not _names(sentence, behind.group(1), slug)):
        return True
    named = _IN_NAMED.findall(sentence.typed[max(0, found.start - 90) : found.start])
    if named and not _names(sentence, named[-1], slug):
        return True  # "In <another title>, it was ..."
    return bool(_IN_SOME_WORK.search(sentence.typed[max(0, found.start - 80) : found.end]))


_IN_A_WORK = re2.compile(
    rf"^[^.;]{{0,30}}? (?:in|on|for|from|of|opposite) (?:the |his |her |their |an? )?(?:[a-z0-9-]+ |"
    rf"<[ONDL]\d+>(?:'s)? ){{0,3}}?[\"']?(<[WSX]\d+>)|^ (?:in|on|from) (?:the )?<P\d+>|"
    rf"^[^.;]{{0,20}}? (?:in|for) (?:an?|another|his|her) (?:[a-z0-9-]+ |<[ONDL]\d+>(?:'s)?[ -]){{0,3}}{SCREEN}\b"
)
_IN_NAMED = re2.compile(r"\b(?:[Ii]n|for|from|en|unlike) (?:<O\d+>'s )?[\"']?(<[SWX]\d+>)[^.;]{0,70}$")
_IN_SOME_WORK = re2.compile(rf"\b(?:in|for) (?:an?|another|his|her) (?:[a-z0-9-]+ |<[ONDL]\d+>(?:'s)?[ -]){{0,3}}{SCREEN}\b")


_COMPARED = re2.compile(r", (?:unlike|like|as with|as in|a diferencia de|como) $")  # "the first film, unlike the series, was directed by"


def _is_told_of(c: Candidate, found: Found, sentence: Sentence) -> bool:
    """ "It was directed by X, whose earlier dramas include ...": what X did elsewhere, told of X when all has been said of this work."""
    if c.own or c.start < found.end or found.relation not in _BY_PERSONS | {"cast_member", "based_on"}:
        return False
    return bool(_TOLD_OF.match(sentence.typed[found.end : c.start]))


_TOLD_OF = re2.compile(
    r"^[\"')]*(?:,| -| \() ?(?:who|whose|whom|"
    r"(?:the )?(?:same )?(?:man|woman|director|writer|creator|author|showrunner|brains?|people|duo|pair|brothers|team|star|veteran) "
    r"(?:who|that|behind|of|whose)|(?:best |also |better )?(?:known|famous|remembered|celebrated)|fresh (?:from|off)|"
    r"quien|que (?:ya|tambien|antes)|cuy[oa]s?|(?:la )?(?:conocid|famos)[oa]|autora? de|responsable de|"
    r"directora? de|creadora? de|el mismo)\b"
)


def _is_object(c: Candidate, found: Found, sentence: Sentence) -> bool:
    """Is it what the statement says (the source of "based on ...", "<title>, a novel by ..., is the source") and not what it is about?"""
    if found.relation != "based_on" or c.own or not found.start <= c.start < found.end:
        return False
    if found.trigger <= c.start or c.kind == "page":
        return c.kind in {"token", "page", "owned", "dated", "rival"}
    return c.kind == "token" and sentence.entity_at(sentence.typed[c.start : c.end]).surface == found.object.get("value")


def _explicit(found: Found, sentence: Sentence, candidates: list[Candidate], slug: str) -> str:
    """How the finding names its own subject: "title", "noun", "pronoun" or "" (it does not)."""
    if found.subject is not None:
        a, b = found.subject
        words = sentence.typed[a:b].strip("\"' ,;:")
        inside = [c for c in candidates if a <= c.start and c.end <= b + 1]
        if any(c.kind == "token" and c.own for c in inside):
            return "title"
        if any(not c.own for c in inside):
            return ""
        return "pronoun" if _PRONOUN.search(words.split(" ")[-1] if words else "") else "noun"
    # the title right before the cue: "<S0> was created by", "<S0>, which premiered", "<S0> ran to"
    tail = _TITLE_BEFORE.search(sentence.typed[: found.trigger])
    if tail is not None and _names(sentence, tail.group(1), slug):
        return "title"
    head = _TITLE_AFTER.search(sentence.typed[found.end : found.end + 40])
    if head is not None and _names(sentence, head.group(1), slug):
        return "title"
    return ""


_AUX = (
    r"(?:[a-z]+ly|is|was|are|were|has|had|been|be|also|itself|too|isn't|wasn't|not|never|in turn|once|then|began|first|only|just|will|"
    r"comes?|came|ran|runs|takes?|took|es|fue|esta|se|tambien|no|all|both|a|an|as|which|that|que)"
)
_TITLE_BEFORE = re2.compile(rf"(<S\d+>)(?:'s)?[\"']?,?(?: \([^()]{{1,40}}\))?,?(?: {_AUX}){{0,6}}[ ,]*$")
_TITLE_AFTER = re2.compile(r"^(?: of| in| for|,| de| \()? ?[\"']?(<S\d+>)")


def _names(sentence: Sentence, token: str, slug: str) -> bool:
    entity = sentence.entity_at(token)
    return entity.type == "S" and entity.value == slug


def _strayed(relation: str, sentence: Sentence, before: Sequence[Sentence], show: Show | None, slug: str) -> bool:
    """Was another screen work named in the block after this one was, or with nothing naming this one at all?"""
    block = sentence.block
    for earlier in reversed(before):
        if earlier.block is not block:  # another paragraph: only a recorded title tells what it was on
            shows = [e.value for e in earlier.entities if e.type == "S"]
            if shows:
                return slug not in shows
            continue
        asides = find_asides(earlier, slug)
        candidates = [
            c
            for c in find_candidates(earlier, show, slug)
            if c.kind != "page" and not _is_unquoted(c, earlier) and not any(a.start <= c.start < a.end for a in asides)
        ]
        last = bool(candidates) and not candidates[-1].own
        if earlier is before[-1] and relation != "cast_member" and (last or _names_title(earlier) or _is_of_a_part(earlier)):
            return True  # the sentence right before comes to another work in the end
        if any(c.own and c.kind == "token" for c in candidates) or (candidates and candidates[0].own):
            return False
        if any(not c.own for c in candidates) or _opens_with_another(earlier):
            return True
    return False


def _names_title(sentence: Sentence) -> bool:
    """Is a name there that stands where titles stand ("should try <name>", "the lead in <name>", "<name> came next"), of nobody known?"""
    for match in _TITLE_PLACE.finditer(sentence.typed):
        token = next(g for g in match.groups() if g)
        entity = sentence.entity_at(token)
        if entity.named and not entity.roles and " " in entity.surface:
            return True
    return False


_TITLE_PLACE = re2.compile(
    rf"\b(?:try|watch(?:ed|ing)?|saw|see|seen|there (?:was|is)|(?:film|movie|series|show|drama|next|"
    rf"documentary|it) (?:is |was )?(?:called|titled|named)|"
    rf"came|created|directed|wrote|lead in|leads in|star(?:red|s)? in|starring in|part in|role in|roles in|"
    rf"appear(?:ed|s) in|work on|season of|"
    rf"episodes of|makers of|director of|creator of|writer of|compare|unlike|like|reminds? [a-z]+ of|remake of|"
    rf"sequel to) [\"']?(<[XPL]\d+>)|"
    rf"^(<[XPL]\d+>)[\"']?, (?:based|created|directed|written|adapted|produced) |(<[XPL]\d+>)[\"']?(?:,? "
    rf"(?:which|an?|the|another) (?:[a-z0-9'-]+ |<[A-Z]\d+>(?:'s)?[ -]?){{0,4}}{SCREEN}\b| \((?:<[OD]|[a-z])|"
    rf" (?:came next|ran (?:for|to)|premiered|aired|followed|is in|was in|has <N|had <N|came out|, too))"
)
_PART_OPENS = re2.compile(
    r"^(?:and |but |then )?(?:the|a|an|its|his|her|their|that|this|each) (?:[a-z0-9-]+ |<[A-Z]\d+>(?:'s)?[ -]){0,3}?"
    r"(?:trailers?|teasers?|pilot|songs?|soundtrack|score|clips?|posters?|paperback|hardback|audiobook|"
    r"editions?|translation|manuscript|trilogy|sequel|"
    r"remake|prequel|podcast|documentary|play|musical|book|novel|memoir|article|interview|premiere party|exhibition|tour|special|short|"
    r"party|trial|hotel|house|family|crime|case|murders?|war|scene|photographs?)\b"
)


def _is_of_a_part(sentence: Sentence) -> bool:
    """Does the sentence open with something that belongs to the work, or lies beside it: the trailer, the paperback, the trial?"""
    return bool(_PART_OPENS.search(sentence.typed)) and sentence.typed.count(" ") > LABEL_WORDS


LABEL_WORDS = 2  # "The book." is a label


def _opens_with_another(sentence: Sentence) -> bool:
    """Is the sentence about something that looks like a title that nobody has on record ("<a name> is in three episodes")?"""
    opening = _ANOTHER_OPENS.search(sentence.typed)
    if opening is None or len(sentence.typed) - opening.end() < len("is in."):
        return False
    entity = sentence.entity_at(opening.group(1))
    return entity.named and not entity.roles


_ANOTHER_OPENS = re2.compile(r"^[\"']?(?:and |but |then |no\. |there (?:is|was) )?[\"']?(<[XW]\d+>)")


_OTHER_NAME = re2.compile(r"<[XW]\d+>")


def _is_unquoted(c: Candidate, sentence: Sentence) -> bool:
    """A title that only its wording makes one: a source work on record, or what stands behind "adapted from"."""
    if c.kind != "token":
        return False
    entity = sentence.entity_at(sentence.typed[c.start : c.end])
    return entity.type == "W" and not entity.quoted and entity.hit is None


_RELATIVE = re2.compile(
    r"(\S+?)[\"')]*,? (?:on |in |of |from |for |by |en |de )?(?:el |la )?(?:which|whose|that|who|whom|que|"
    r"cuy[oa]|quien|cual)\b[^,;.]{0,60}$"
)
_REDUCED = re2.compile(r"(\S+?)[\"')]*,? $")
_PARTICIPLE = re2.compile(
    r"^(?:(?:also|originally|first|then|originalmente) )?(?:created|written|directed|produced|based|adapted|"
    r"inspired|set|filmed|shot|released|penned|helmed|made|published|"
    r"developed|drawn|taken|dirigid[oa]|escrit[oa]|cread[oa]|basad[oa]|inspirad[oa]|ambientad[oa]|estrenad[oa]|adaptad[oa]|producid[oa])\b"
)
_ACTIVE = re2.compile(r"^[a-z]+ (?:the|all|it|every|each|both|this|them|his|her|most|two|three|<N\d+>|<S\d+>|half)\b")
_OF_SOMETHING = re2.compile(
    r"(?:^|[ ,])(?:of|from|in|behind|for|on|after|before|like) <[PXWS]\d+>(?: and <[PXWS]\d+>)?,? (?:also |both |then )?$"
)
_BY_PERSONS = frozenset({"creator", "writer", "director", "producer"})
_WORKISH = re2.compile(
    rf"^(?:{_WORK_NOUN}|{SCREEN}|parter|episodes?|seasons?|episodios|it|and|,|-|one|original|hit|smash|shocker|tale|release|event)$"
)


def _hangs_elsewhere(found: Found, sentence: Sentence, slug: str) -> bool:
    """Does the statement stand in a relative clause, or as a participle, behind a word that is neither the work nor a word for one?"""
    left = sentence.typed[: found.trigger]
    match = _RELATIVE.search(left[-140:])
    if (
        match is None
        and _PARTICIPLE.search(sentence.typed[found.trigger : found.trigger + 30])
        and not _ACTIVE.search(sentence.typed[found.trigger : found.trigger + 30])
    ):
        match = _REDUCED.search(left[-60:])
    if match is None:
        return False
    word = match.group(1).strip("\"'(,")
    if word.startswith("<") and word.rstrip("'s").endswith(">"):
        token = word[: word.index(">") + 1]
        if token[1] == "P" and found.relation in _BY_PERSONS:
            return False  # "Jane Roe, who created it"
        return token[1] in "PWXS" and not _names(sentence, token, slug)
    if _AUX_WORD.search(word):
        return False
    return bool(_PAGE_WORD.search(word))


_AUX_WORD = re2.compile(rf"^{_AUX}$")
_PAGE_WORD = re2.compile(rf"^(?:{PAGE}|author|writer|man|woman|character|person|case|story's|company|house|team|people|trilogy|franchise)$")
_OF_THAT_YEAR = re2.compile(r"\b(?:of|in|del?) (?:that|last|the same|the following|the previous|this|ese|mismo|el mismo) (?:year|ano)\b")
_EARLIER = re2.compile(
    r"\b(?:years (?:before|earlier|ago)|decades? (?:before|earlier|ago)|before (?:him|her|that|this one)|"
    r"previously|in an earlier|on (?:the )?stage|"
    r"at one (?:stage|point|time)|delayed|postponed|pushed back|put back|due (?:in|on|to)|scheduled|slated|"
    r"early drafts?|initially|were once|was once|once (?:going|meant|planned)|"
    r"originally (?:meant|planned|going|cast|to)|"
    r"at first (?:for|to)|first (?:wanted|meant|planned|choice)|was (?:to have|meant to|supposed to|going to)|(?:was|were) "
    r"(?:then |still |first |at first )?to (?:be|have)\b|had (?:hoped|wanted|"
    r"planned)|iba a|originalmente)\b"
)
