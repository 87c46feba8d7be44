"""Turns an article's sentences into typed text (entities.py)."""

from __future__ import annotations

import re

from pipeline.claims.cued_titles import find_cued_titles
from pipeline.claims.document import Block, Document
from pipeline.claims.entities import Entity, EntityType, Sentence
from pipeline.claims.gazetteer import Gazetteer, Sighting
from pipeline.claims.lexicon import words
from pipeline.claims.people import (
    MAX_NAME_WORDS,
    Run,
    collect_names,
    find_runs,
    is_headline_like,
    is_place,
    kind_of_run,
    opens_with_verb,
    strip_run,
    written,
)
from pipeline.claims.titles import TitleHit

MAX_TITLE_WORDS = 12
MAX_ENTITIES = 120  # a sentence with more is no sentence

_UNITS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_SPANISH = "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho"
NUMBER_WORDS = (
    {w: n for n, w in enumerate(_UNITS.split(), 2)}
    | {w: n for n, w in enumerate(_SPANISH.split(), 2)}
    | {w: 10 * n for n, w in enumerate(_TENS.split(), 3)}
    | {"hundred": 100, "dozen": 12, "veinte": 20}
)
HALF_A_DOZEN = 6
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    r"[Ee]nero|[Ff]ebrero|[Mm]arzo|[Aa]bril|[Mm]ayo|[Jj]unio|[Jj]ulio|[Aa]gosto|[Ss]ep?tiembre|[Oo]ctubre|"
    r"[Nn]oviembre|[Dd]iciembre)\b(?:\.(?= \d))?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:the )?{_DAY}(?: of| de)? {_MONTH}(?:,? (?:de |del )?\d{{4}}\b)?|\b{_MONTH} (?:the )?{_DAY}\b(?!\d)(?:,? \d{{4}}\b)?|"
    rf"\b{_MONTH},? (?:of |de |del )?\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b|"
    r"\b(?:early|mid|late)?-?(?:1[5-9]|20)\d0'?s\b|'\d0s\b|\b(?:1[5-9]|20)\d\d\b(?!-?(?:strong|year|page|word|mile|foot))"
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)")
_NUMBER = re.compile(rf"\b(?:\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b", re.I)


def _read_number(word: str, before: str) -> int | None:
    """Its value; a dozen is twelve or half of it, and nothing else with a number before it ("two dozen")."""
    if word == "dozen":
        return HALF_A_DOZEN if before.endswith("half a ") else NUMBER_WORDS[word] if before.endswith(("a ", "the ")) else None
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word)


class Typist:
    """Turns the sentences of one article into typed text."""

    def __init__(self, document: Document, gazetteer: Gazetteer, established: frozenset[str], about: str | None) -> None:
        self._blocks = document.blocks
        self._names = collect_names(document)
        self._short = gazetteer.short_names.get(about or "", {})
        self._established = established
        self._about = about
        self._people = {k for s in established for k in gazetteer.short_names.get(s, {})}
        self.spanish = document.spanish

    @property
    def people(self) -> tuple[str, ...]:
        """Full names of the article, as written, each once."""
        return tuple(dict.fromkeys(self._names.full.values()))

    def type_document(self) -> list[Sentence]:
        """All sentences of the article, the title's first; each knows the headline."""
        sentences: list[Sentence] = []
        for block in self._blocks:
            sentences += self.type_block(block, len(sentences))
        for sentence in sentences:
            sentence.headline = sentences[0].typed if sentences[0].block.index == 0 else ""
        return sentences

    def type_block(self, block: Block, first_index: int) -> list[Sentence]:
        """The block's sentences, numbered from ``first_index``."""
        entities = self._entities(block)
        sentences: list[Sentence] = []
        at = 0
        for start, end in block.sentences:
            mine: list[Entity] = []
            while at < len(entities) and entities[at].start < end:
                if entities[at].start >= start and entities[at].end <= end and len(mine) < MAX_ENTITIES:
                    mine.append(entities[at])
                at += 1
            sentences.append(_write(Sentence(block, start, end, first_index + len(sentences), entities=mine)))
        return sentences

    def _entities(self, block: Block) -> list[Entity]:
        text = block.text
        taken = bytearray(len(text) + 1)
        found: list[Entity] = []

        def take(entity: Entity | None) -> None:
            if entity is not None and entity.end > entity.start and not any(taken[entity.start : entity.end]):
                taken[entity.start : entity.end] = b"\1" * (entity.end - entity.start)
                found.append(entity)

        longer: list[Entity | None] = [_source_title(block, s) for s in block.sightings if s.named.kind == "source_work"]
        longer += find_cued_titles(block)
        longer += [_quoted_title(block, q.start, q.end) for q in block.quoted]
        for title in longer:
            if title is not None and any(
                title.start <= h.start and h.end <= title.end and h.end - h.start < title.end - title.start for h in block.hits
            ):
                take(title)
        for hit in block.hits:
            take(self._work_on_record(block, hit))
        for title in longer:
            take(title)
        for s in block.sightings:
            surface = written(block, s.start, s.end)
            kind: EntityType = "P" if s.named.kind == "person" else "O"
            if s.named.kind == "source_work":
                continue
            take(Entity(kind, s.start, s.end, surface, surface, roles=frozenset(s.named.roles)))
        for d in _DATE.finditer(text):
            surface = d.group()
            take(Entity("D", d.start(), d.end(), surface, surface, years=tuple(int(y) for y in _YEAR.findall(surface))))
        shouting = is_headline_like(block)
        for start, end in block.sentences:
            for run in find_runs(text, taken, start, end):
                for entity in self._from_run(block, run, shouting):
                    take(entity)
        for n in _NUMBER.finditer(text):
            word = n.group().lower()
            if word == "once" and not block.spanish:
                continue  # eleven in Spanish, "at once" in English
            take(Entity("N", n.start(), n.end(), word, n.group(), number=_read_number(word, text[: n.start()].lower())))
        return _join_titles(block, sorted(found, key=lambda e: e.start))

    def _work_on_record(self, block: Block, hit: TitleHit) -> Entity | None:
        surface = written(block, hit.start, hit.end)
        if hit.other_year is not None:
            return Entity("W", hit.start, hit.end, f"{surface} ({hit.other_year})", surface, hit=hit)
        if hit.medium is not None:
            return Entity("W", hit.start, hit.end, surface, surface, hit=hit)
        slugs = [s for s in hit.title.shows if s in self._established]
        lower = block.text[hit.start : hit.end].lower()
        is_person = lower in self._people
        if not slugs:
            sure = (hit.cued and hit.weight > 0.5) or hit.title.words > 2
            return (
                Entity("S", hit.start, hit.end, hit.title.shows[0], surface, hit=hit, person=is_person, quoted=hit.quoted)
                if sure and len(hit.title.shows) == 1
                else None
            )
        return Entity("S", hit.start, hit.end, slugs[0], surface, hit=hit, person=is_person, quoted=hit.quoted)

    def _from_run(self, block: Block, run: Run, shouting: bool) -> list[Entity]:
        stripped = strip_run(run, block.text)
        if stripped is None:
            return []
        start, end, tokens = stripped
        if opens_with_verb(run, tokens) and len(tokens) > 1:
            start = block.text.find(tokens[1], start + len(tokens[0]))
            tokens = tokens[1:]
        surface = written(block, start, end)
        if shouting:
            return self._known_parts(block, run)
        if len(tokens) == 1:
            single = self._single(start, end, tokens[0], surface, opens=run.opens and start == run.start)
            return [single] if single else []
        if len(tokens) == 2 and tokens[0].lower().rstrip(".") in words("honorifics"):
            full = self._names.complete(tokens[1])
            return [Entity("P", start, end, full or surface, surface, named=full is not None)]
        kind = kind_of_run(tokens)
        if block.text[start:end].lower() in self._names.titles:
            return [Entity("X", start, end, surface, surface)]
        if kind == "P" or " ".join(tokens).lower() in self._names.full:
            return [Entity("P", start, end, self._names.full.get(" ".join(tokens).lower(), surface), surface)]
        return [Entity(kind, start, end, surface, surface)]

    def _known_parts(self, block: Block, run: Run) -> list[Entity]:
        """In a Title Case headline only what is known from elsewhere: full names of the article, single names on record, places."""
        text = block.text
        found: list[Entity] = []
        lowered = [t.lower() for t in run.tokens]
        positions: list[int] = []
        at = run.start
        for token in run.tokens:
            at = text.index(token, at)
            positions.append(at)
            at += len(token)
        i = 0
        while i < len(lowered):
            for size in range(min(MAX_NAME_WORDS, len(lowered) - i), 0, -1):
                key = " ".join(lowered[i : i + size])
                start, end = positions[i], positions[i + size - 1] + len(run.tokens[i + size - 1])
                wording = written(block, start, end)
                full = self._names.full.get(key) if size > 1 else self._names.complete(key) if key not in words("function_words") else None
                if full:
                    found.append(Entity("P", start, end, full, wording))
                elif size == 1 and key in self._short:
                    found.append(Entity("P", start, end, wording, wording, named=False))
                elif is_place(" ".join(run.tokens[i : i + size])) and key not in words("function_words"):
                    found.append(Entity("L", start, end, wording, wording))
                else:
                    continue
                i += size - 1
                break
            i += 1
        return found

    def _single(self, start: int, end: int, token: str, surface: str, *, opens: bool) -> Entity | None:
        lower = token.lower()
        full = self._names.complete(lower)
        if lower in self._short and full and full.lower().split()[-1] != lower and self._short[lower] != full:
            full = None  # a character of that first name, rather than somebody else's first name
        if full and not (opens and lower in words("function_words")):
            return Entity("P", start, end, full, surface, named=True)
        if lower in self._short or lower in self._people:
            return Entity("P", start, end, surface, surface, named=False)
        if (
            lower
            in words("demonyms") | words("months") | words("weekdays") | words("role_nouns") | words("work_nouns") | words("function_words")
            or len(token) < 2
        ):
            return None
        if is_place(token):
            return Entity("L", start, end, surface, surface)
        if opens:
            return None
        return Entity("X", start, end, surface, surface, named=False)


_SMALL_IN_TITLE = words("function_words")


def _source_title(block: Block, s: Sighting) -> Entity | None:
    surface = written(block, s.start, s.end)
    return Entity("W", s.start, s.end, surface, surface) if " " in surface else None


def _quoted_title(block: Block, start: int, end: int) -> Entity | None:
    """A quoted stretch that is written like a title: few words, the telling ones with capitals."""
    text = block.text[start:end].rstrip(",.;:!?")
    end = start + len(text)
    tokens = text.split()
    if not tokens or len(tokens) > MAX_TITLE_WORDS or not (tokens[0][0].isupper() or tokens[0][0].isdigit()):
        return None
    telling = [t for t in tokens if t.lower() not in _SMALL_IN_TITLE and t[0].isalpha()]
    if len(tokens) > 1 and (sum(t[0].isupper() for t in telling) < max(1, 0.75 * len(telling))):
        return None
    if len(tokens) == 1 and (len(text) < 3 or text.lower() in words("function_words")):
        return None
    surface = written(block, start, end)
    return Entity("W", start, end, surface, surface, quoted=True)


_LINK = re.compile(r"^ (?:of|in|a|for|to|on|at|with|of the|in the|to the|for the|on the|at the|with the|and the|of a|in a|for a|the) $")


_AND = {" and ", " & ", " y "}
_AFTER_ROLE = re.compile(r"\b(?:as|of|como|papel de|a) $")  # "as Ann and Bob Poe as ...": the first name ends a pair


def _join_titles(block: Block, entities: list[Entity]) -> list[Entity]:
    """Capitalised names joined by small words ("Salt in the Water") are one title when no part is known to be something else."""
    joined: list[Entity] = []
    for entity in entities:
        before = joined[-1] if joined else None
        gap = block.text[before.end : entity.start] if before is not None else ""
        if (
            before is not None
            and before.type == "X"
            and gap == " "
            and entity.type == "P"
            and before.surface.lower().rstrip(".") in words("honorifics")
        ):
            joined[-1] = entity  # "Colonel Ann Poe": the rank is no name
            continue
        numbered = before is not None and gap == " " and {before.type, entity.type} == {"N", "X"}
        if numbered and before is not None and (before.surface.isdigit() or entity.surface.isdigit()) and "op" not in before.surface:
            surface = written(block, before.start, entity.end)
            joined[-1] = Entity("X", before.start, entity.end, surface, surface)
            continue
        if (
            before is not None
            and before.type == "X"
            and entity.type in {"X", "P"}
            and (entity.type == "X" or not entity.roles)
            and entity.start - before.end <= 12
            and _LINK.search(block.text[before.end : entity.start])
        ):
            surface = written(block, before.start, entity.end)
            joined[-1] = Entity("X", before.start, entity.end, surface, surface)
            continue
        if (
            before is not None
            and before.type == "X"
            and not before.named
            and entity.type == "P"
            and block.text[before.end : entity.start] in _AND
            and not _AFTER_ROLE.search(block.text[max(0, before.start - 12) : before.start])
        ):
            family = entity.value.split()
            if len(family) > 1:  # "Ann and Bob Poe": both are called Poe
                joined[-1] = Entity("P", before.start, before.end, f"{before.surface} {family[-1]}", before.surface)
        joined.append(entity)
    return joined


def _write(sentence: Sentence) -> Sentence:
    """Writes the typed text and its offset tables."""
    text = sentence.block.text
    pieces: list[str] = []
    at, typed = sentence.start, 0
    for number, entity in enumerate(sentence.entities):
        plain = text[at : entity.start].lower()
        token = f"<{entity.type}{number}>"
        for piece, position, is_entity in ((plain, at, False), (token, entity.start, True)):
            sentence._typed_at.append(typed)
            sentence._folded_at.append(position)
            sentence._is_entity.append(is_entity)
            typed += len(piece)
            pieces.append(piece)
        at = entity.end
    tail = text[at : sentence.end].lower()
    sentence._typed_at += [typed, typed + len(tail)]
    sentence._folded_at += [at, sentence.end]
    sentence._is_entity += [False, False]
    sentence.typed = "".join(pieces) + tail
    return sentence
