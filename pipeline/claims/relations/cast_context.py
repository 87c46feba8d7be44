"""Who plays somebody whom the sentence itself does not name: "he is played by Jo Roe", "that part went to Jo Roe", "Jo Roe plays her".

Whom it means stands one sentence before, or in the heading above. It is taken from there only where that names exactly one character and
nobody who acts: "Ann Poe is Vera. He is played by Jo Roe" may be about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found, expand
from pipeline.claims.relations.cast_answers import find_answer
from pipeline.claims.relations.cast_relatives import find_relatives
from pipeline.claims.relations.cast_wordings import ASIDE, CREDITS, IS_NEW, NEVER, OF, is_new_actor
from pipeline.claims.relations.characters import name_character
from pipeline.models import ObjectValue
from pipeline.records.folding import words
from pipeline.records.kinship import TIE

_A = r"@BIO(?P<a><P\d+>)"
_OF = r"(?:(?:el |la |los |un |una )?(?:[a-z'-]+,? ){0,4}?)(?P<a><P\d+>)"
_PLAYED = r"(?:played|portrayed|embodied|brought to life|impersonated)"
_GOES = r"(?:went|goes|fell|falls|(?:was|is|has been) (?:given|handed|entrusted)|has gone|belongs|belonged) to"
_BUILDS = tuple(
    (name, re.compile(expand(build)))
    for name, build in (
        ("passive", rf"(?:^|\b(?:he|she)(?:'s| is| was| has been) )(?P<t>(?:here |then )?{_PLAYED} (?:here |in the [a-z]+ )?by) {_A}"),
        ("passive", rf"\b(?:the|this|that) (?:role|part|character) (?P<t>(?:is|was|has been) (?:{_PLAYED}|taken) by) {_A}"),
        ("given", rf"\b(?:the|this|that) (?:role|part|job|honou?r|challenge|task) (?P<t>{_GOES}) {_A}"),
        ("given", rf"^(?:and |but |so )?(?:that|this|it|they) (?P<t>went to) {_A}"),
        ("owned", rf"\b(?:the|this|that) (?:role|part|job) (?P<t>is|was) {_A}'s?(?:[.,;:!]|$)"),
        ("passive", rf"\b(?:he|she)(?:'s| is| was) {_PLAYED}(?P<t>, [^,;.<]{{1,40}}, by) {_A}"),
        ("seen", rf"\bin (?:the|that|this) (?:role|part),? (?P<t>(?:we|you) (?:see|find|get|have|meet|are watching)) {_A}"),
        (
            "active",
            r"(?P<a><P\d+>)(?:, [^,;.]{1,80},)? (?P<t>(?:also |then |now )?(?:plays|played|portrays|portrayed|embodies|impersonates)) "
            r"(?:him|her)(?:[.,;:!?)]|$| (?:with|in an?|as|so|very|like|for|to)\b)",
        ),
        (
            "active",
            r"(?P<a><P\d+>)(?:, [^,;.]{1,80},)? (?P<t>(?:also |then |now )?(?:(?:brings|brought) (?:him|her) (?:[a-z]+ly )?to (?:the )?"
            r"(?:life|screen)|makes (?:him|her) (?:an?|the|so|more|very|[a-z]+ly) |turns (?:him|her) into |"
            r"(?:makes|made) (?:an? |something )(?:[a-z-]+,? ){1,5}of (?:him|her)|"
            r"(?:lends|lent) (?:him|her) (?:an?|the|his|her) ))",
        ),
        ("es_passive", rf"\b(?P<t>(?:lo|la) (?:interpreta|interpreto|encarna|encarno|borda)|le (?:da vida|dio vida)) {_OF}"),
        ("es_passive", rf"\b(?P<t>le (?:pone|puso|presta|presto) (?:el |la |su )?(?:rostro|cara|cuerpo|fisico|voz)) {_OF}"),
        (
            "es_given",
            r"\b(?:ese|este|el|dicho|tal) (?:papel|rol|reto|desafio|personaje) (?P<t>(?:recae|recayo|cae|cayo|fue a parar|va|fue|es|corre|"
            rf"corrio|esta|estuvo) (?:en manos de|a manos de|a cargo de|en|para|a)) {_OF}",
        ),
    )
)
# "9. Jo Poe - the boss", "JO POE, the baby:", "Jo Poe ->" (an arrow is folded to a question mark)
_WORD = r"(?:[a-z'-]+|<[A-Z]\d+>(?:'s)?)"
_NAME_ALONE = re.compile(rf"(?:<N\d+>[.)] ?|[*-] )?(?:the )?<[PS]\d+>(?:(?:,| -| ~|:) {_WORD}(?:,? {_WORD}){{0,8}})? ?[?.~:!>-]*")
_ACTOR_ALONE = re.compile(
    expand(r"^(?:[a-z'-]+ ){0,3}(?P<a><P\d+>)(?P<t>[,.(!]|$| (?:is|gives|shines|brings|steals|disappears|delivers)\b)")
)
_CUE = re.compile(
    r"\b(?:(?:played|portrayed|embodied|life|impersonated|taken) .{0,15}by|(?:role|part|job|honou?r|challenge|task)\b|"
    r"(?:went|him|her|le)\b|(?:lo|la) (?:interpret|encarn|borda)|papel|rol|reto|desafio|personaje)"
)
LOOK_BACK = 2  # sentences


def find_told_parts(sentence: Sentence, before: Sequence[Sentence], slug: str | None) -> Iterator[tuple[str, Found]]:
    """Pattern names ("cast.told_passive", ...) and findings of one sentence. ``before``: those that precede it in the article; ``slug``:
    the work at hand."""
    if "<P" not in sentence.typed:
        return
    for name, build in _BUILDS if _CUE.search(sentence.typed) else ():
        for match in build.finditer(sentence.typed):
            actor = sentence.entity_at(match["a"])
            part = _find_part(sentence, min(match.start("a"), match.start("t")), before, slug) if actor.may_act() else None
            open_ = _NEVER.search(sentence.typed) or _IN_OTHER.search(sentence.typed) or _is_put_elsewhere(sentence, match.end("a"), slug)
            if part is not None and not open_:
                told = _state(actor, part, match)
                named = sentence.typed.rfind("<P", 0, told.start)  # the part, where this very sentence names it
                yield f"cast.told_{name}", replace(told, start=named) if named >= 0 else told
    new = _find_new_actor(sentence, before)
    if new is not None:
        yield new
    row = _find_row(sentence, before)
    if row is not None:
        yield row
    yield from find_relatives(sentence, before)
    answer = None if row is not None else find_answer(sentence, before, slug)
    if answer is not None:
        yield answer


def _is_put_elsewhere(sentence: Sentence, at: int, slug: str | None) -> bool:
    """Does the title of another work follow the actor at once: "is played by <somebody> in <title>"?"""
    found = _IN_A_TITLE.match(sentence.typed, at)
    entity = sentence.entity_at(found[1]) if found else None
    return entity is not None and not (entity.type == "S" and entity.value == slug)


_IN_A_TITLE = re.compile(r",? (?:in|on|en) (?:the |la |el |his |her |su )?(?:[a-z]+ )?[\"']?(<[SWXP]\d+>)")


def _state(actor: Entity, part: str, match: re.Match[str]) -> Found:
    at = match.span("t")
    return Found("cast_member", {"value": actor.name, "character": part}, min(match.start("a"), at[0]), max(match.end("a"), at[1]), *at)


_NEVER = re.compile(
    rf"{NEVER}|\b(?:turned (?:it|the|this|that)|(?:was|were) (?:asked|meant|supposed)|before|real|actual|documentary|stage|earlier|"
    r"previous(?:ly)?)\b"
)


def _find_part(sentence: Sentence, at: int, before: Sequence[Sentence], slug: str | None) -> str | None:
    """The one character named last: in the sentence up to a typed offset, else in the sentences before; None where it stays open."""
    if _NAMED_THERE.search(sentence.typed[:at]):
        return None
    here = [sentence.entity_at(token) for token in re.findall(r"<P\d+>", sentence.typed[:at])]
    if here:
        return _name_only_one(sentence, here)
    for earlier in reversed(before[-LOOK_BACK:]):
        if earlier.block is not sentence.block and not (_is_first(sentence) and _is_heading(earlier)):
            return None
        elsewhere = _is_elsewhere(earlier, slug)
        people = [e for e in earlier.entities if e.type == "P"]
        if people or elsewhere:
            return None if elsewhere or _WITH_ANOTHER.search(earlier.typed) else _name_only_one(earlier, people)
    return None


def _is_elsewhere(sentence: Sentence, slug: str | None) -> bool:
    """Does the sentence come to another work than the one at hand, by title or as "a film"?"""
    works = {e.value for e in sentence.entities if e.type == "S"}
    another = _OTHER.search(sentence.typed) is not None and slug not in works
    return bool(works - {slug}) or another or _IN_ANOTHER.search(sentence.typed) is not None


_ANOTHER_WORK = (
    r"(?:an?|another|other|planned|upcoming|later|rival|second|un|una|otr[oa]|<D\d+>(?:'s)?) (?:[a-z-]+ ){0,3}?"
    r"(?:film|movie|series|show|drama|biopic|play|musical|version|adaptation|miniseries|project|parody|sketch|podcast|pelicula|serie|obra)\b"
)
_OTHER = re.compile(rf"(?:\b|(?=<)){_ANOTHER_WORK}")
_IN_OTHER = re.compile(rf"\b(?:in|for|en) (?:the |la |el )?{_ANOTHER_WORK}")
_NAMED_THERE = re.compile(r"<X\d+>,? $")  # "a <name that nobody knows> la interpreta"
_IN_ANOTHER = re.compile(r"\b(?:in|on|of|from|for|like|film|movie|series|drama|play|en|de|pelicula|serie),? \(?[\"']?<W\d+>")
# "he and <her>": two, of whom one is named
_WITH_ANOTHER = re.compile(r"\b(?:he|she|el|ella),? (?:and|y) (?:[a-z]+ ){0,3}<P\d+>|<P\d+> (?:and|y) (?:he|she|him|el|ella)\b")


def _is_first(sentence: Sentence) -> bool:
    return sentence.start == sentence.block.sentences[0][0]


def _is_heading(sentence: Sentence) -> bool:
    """A heading inside the article, or a paragraph that is one name."""
    return sentence.block.index > 0 and (sentence.block.kind == "heading" or _NAME_ALONE.fullmatch(sentence.typed) is not None)


def _name_only_one(sentence: Sentence, people: Sequence[Entity]) -> str | None:
    """The character that all of these people are; None where there are two, or somebody who acts among them."""
    if not people or any(not e.is_played() for e in people):
        return None
    names = sorted({name_character(sentence, e) for e in people}, key=len)
    longest = set(words(names[-1]))
    return names[-1] if all(set(words(n)) <= longest for n in names) else None


_IS_NEW = re.compile(expand(IS_NEW))
CREDITS_BACK = 3  # sentences


def _find_new_actor(sentence: Sentence, before: Sequence[Sentence]) -> tuple[str, Found] | None:
    """ "Ann Poe is Jo Roe" of a name that no record knows: alone in its paragraph, where the text before it is on the cast, in a row with
    others who are told so ("Kay is Jo Roe, who is on record; Ann Poe is Sam Bell"), or of a relative who is being introduced."""
    match = _IS_NEW.search(sentence.typed)
    if match is None:
        return None
    on_cast = not CREDITS.search(sentence.block.text.lower()) and any(CREDITS.search(s.typed) for s in before[-CREDITS_BACK:])
    actor, character = sentence.entity_at(match["a"]), sentence.entity_at(match["c"])
    if not (on_cast or _is_in_a_row(sentence, before, character) or _is_introduced(sentence, before, match)):
        return None
    if not is_new_actor(sentence, actor, character, match["as"], match.end("a")) or _NEVER.search(sentence.typed):
        return None
    value: dict[str, ObjectValue] = {"value": actor.name, "character": name_character(sentence, character)}
    found = Found("cast_member", value, match.start("c"), match.end("a"), *match.span("t"))
    return ("cast.part_is_new" if on_cast else "cast.part_is_told"), found


KIN_BACK = 6  # sentences in which somebody who acts on record shows that the text is on the cast
_OF_WHOM = re.compile(
    rf"(?:\b(?:his|her|their|the|su|sus|el|la)|<[PSX]\d+>'s?) (?:[a-z'-]+,? ){{0,4}}{TIE}(?: (?:and|y) [a-z' -]{{3,30}})?,? $"
)
_APPOSED = re.compile(rf"^, (?:(?:his|her|their|the|su|el|la)|<[PSX]\d+>'s?) (?:[a-z'-]+,? ){{0,4}}{TIE}\b[^;.<]{{0,40}}, $")


def _is_introduced(sentence: Sentence, before: Sequence[Sentence], match: re.Match[str]) -> bool:
    """ "His wife, Ann Poe, is Jo Roe" in a text on the cast: a relative who is being introduced is told by her actor."""
    told = _OF_WHOM.search(sentence.typed[: match.start("c")]) or _APPOSED.match(sentence.typed[match.end("c") : match.start("t")])
    return told is not None and any(e.acts() for near in (*before[-KIN_BACK:], sentence) for e in near.entities)


ROW_BACK = 4  # sentences in which somebody on record is told to play somebody else in the same short way
_TOLD_SO = re.compile(
    rf"(?P<x><P\d+>){ASIDE} ?(?:is|es|:|~|as|como|\(|plays|portrays|"
    r"(?:is |es )?(?:played|portrayed|interpretad[oa]|encarnad[oa]) (?:by|por)|interpreta a|encarna a|da vida a|hace de) ?"
    rf"{OF}(?P<y><P\d+>)"
)


def _is_in_a_row(sentence: Sentence, before: Sequence[Sentence], character: Entity) -> bool:
    """Is somebody who acts on record told by the same build, right before or in the same sentence, to be somebody else on record?"""
    for near in (*before[-ROW_BACK:], sentence):
        for pair in _TOLD_SO.finditer(near.typed):
            two = near.entity_at(pair["x"]), near.entity_at(pair["y"])
            parts = [e for e in two if e.is_played()]
            if len(parts) == 1 and any(e.acts() for e in two) and not set(words(parts[0].name)) & set(words(character.name)):
                return True
    return False


def _find_row(sentence: Sentence, before: Sequence[Sentence]) -> tuple[str, Found] | None:
    """A line that is one character's name, and the actor at once behind it: in the same paragraph, or as its heading."""
    match = _ACTOR_ALONE.match(sentence.typed)
    if match is None or not before:
        return None
    actor, head = sentence.entity_at(match["a"]), before[-1]
    opens = _is_first(head) and head.block.index > 0
    beside = head.block is sentence.block or (_is_first(sentence) and head.block.kind == "heading")
    others = [e for e in sentence.entities if e is not actor and e.type == "P" and (e.is_played() or e.plays())]
    if (
        not (opens and beside)
        or others
        or not actor.may_act()
        or _NAME_ALONE.fullmatch(head.typed) is None
        or _NEVER.search(sentence.typed)
    ):
        return None
    people = [e for e in head.entities if e.type == "P"][:1]
    part = _name_only_one(head, people)
    return None if part is None else ("cast.told_row", _state(actor, part, match))
