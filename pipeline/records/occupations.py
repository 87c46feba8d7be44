"""What people in stories are by trade, in English and Spanish: words by the calling that they stand for.

Callings that many people follow beside another one (writers, business people, students, parents) are left out on purpose: two words of
different callings are to tell two descriptions of one person apart.
"""

from __future__ import annotations

import re

from pipeline.records.folding import fold

_WORDS = {
    "police": "detective detectives policeman policewoman policemen cop cops inspector inspectora policia comisario "
    "comisaria",
    "inquiry": "investigator investigadora agent agents agente",
    "sheriff": "sheriff deputy",
    "law": "lawyer lawyers attorney prosecutor prosecutors judge solicitor abogado abogada fiscal juez jueza",
    "medicine": "doctor doctors surgeon physician medico medica cirujano cirujana doctora",
    "nursing": "nurse nurses enfermero enfermera",
    "dentistry": "dentist dentista",
    "teaching": "teacher schoolteacher maestro maestra",
    "press": "journalist reporter newspaperman newspaperwoman newsman periodista reportero reportera",
    "stage": "comedian comic stand-up actor actress comediante comico comica humorista actriz",
    "ring": "boxer wrestler boxeador boxeadora",
    "swimming": "swimmer nadador nadadora",
    "driving": "driver piloto conductor conductora chofer",
    "diplomacy": "diplomat ambassador diplomatico diplomatica embajador embajadora",
    "politics": "president senator minister politician presidente presidenta senador senadora ministro ministra",
    "church": "priest nun rabbi cura monja sacerdote rabino",
    "house": "housewife homemaker",
    "science": "chemist physicist scientist biologist engineer quimico quimica fisico fisica cientifico cientifica ingeniero ingeniera",
    "design": "designer disenador disenadora",
    "kitchen": "cook chef cocinero cocinera",
    "crime": "dealer trafficker conman swindler fraudster murderer killer thief traficante estafador estafadora asesino asesina ladron",
    "estate": "realtor",
    "sale": "salesman saleswoman vendedor vendedora",
    "bakery": "baker panadero panadera",
    "garden": "gardener jardinero jardinera",
    "workshop": "mechanic plumber carpenter electrician mecanico fontanero carpintero electricista",
    "farm": "farmer granjero granjera",
    "office": "typist mecanografa",
    "hair": "hairdresser beautician peluquero peluquera",
    "sea": "fisherman fishermen pescador pescadores",
    "bar": "waiter waitress barman barmaid bartender camarero camarera",
    "puppets": "puppeteer titiritero",
    "soldiering": "soldier soldiers marine marines soldado soldados",
    "flying": "pilot aviator aviador aviadora",
    "mind": "psychologist psychiatrist therapist psicologo psicologa psiquiatra terapeuta",
    "football": "footballer futbolista",
    "dance": "dancer ballerina bailarin bailarina",
    "books": "librarian bibliotecario bibliotecaria",
    "buildings": "architect arquitecto arquitecta",
    "accounts": "accountant contable",
    "drugstore": "pharmacist farmaceutico farmaceutica boticario",
    "needle": "tailor seamstress dressmaker sastre modista costurera",
    "mine": "miner miners minero mineros",
    "post": "postman mailman postwoman cartero",
    "fire": "firefighter firefighters fireman bombero bomberos",
    "meat": "butcher carnicero carnicera",
    "space": "astronaut astronauta",
    "spying": "spy espia",
    "flowers": "florist florista",
    "animals": "veterinarian veterinario veterinaria",
}  # fmt: skip
CALLINGS = {word: calling for calling, text in _WORDS.items() for word in text.split()}
# Two words that are one calling, which the second alone is not ("newspaper man") or is another ("literary agent").
_PAIRS = {
    ("newspaper", "man"): "press", ("con", "man"): "crime", ("con", "artist"): "crime", ("police", "officer"): "police",
    ("estate", "agent"): "estate", ("literary", "agent"): "press", ("travel", "agent"): "sale", ("drug", "dealer"): "crime",
    ("diamond", "dealer"): "sale", ("art", "dealer"): "sale", ("test", "pilot"): "flying",
    ("football", "team"): "football", ("soccer", "team"): "football", ("football", "players"): "football",
    ("football", "player"): "football", ("infante de", "marina"): "soldiering", ("infantes de", "marina"): "soldiering",
}  # fmt: skip
# What beside a trade's word makes another thing of it ("the pilot episode", "a spy thriller"): words before, words behind.
_EPISODE_TEXT = "episode episodes season series show script film capitulo episodio serie"
_GENRE_TEXT = "thriller thrillers drama dramas series story stories novel novels film films movie movies show comedy saga fiction genre"
_EPISODE, _GENRE = frozenset(_EPISODE_TEXT.split()), frozenset(_GENRE_TEXT.split())
_NO_TRADE: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "pilot": (_EPISODE, _EPISODE),
    "piloto": (_EPISODE, _EPISODE),
    "spy": (frozenset(), _GENRE),
}
_OF = re.compile(r"(?:(?:of|for|de|del)(?: (?:the|this|a|la|una) | ))?(\w+)")  # "the pilot of the series"
# Spanish words that behind a noun are adjectives ("un pueblo minero"): a trade where one of these stands before them, or nothing.
_ALSO_ADJECTIVES = frozenset({"minero", "mineros", "contable"})
_BEFORE_A_NOUN_TEXT = "un el los unos dos tres del al de como joven jovenes viejo viejos antiguo antiguos y"
_BEFORE_A_NOUN = frozenset(_BEFORE_A_NOUN_TEXT.split())


_OWNERS = re.compile(r"[\w-]+['’]s?(?!\w)")  # "a policeman's son" is no policeman


def read_callings(text: str) -> tuple[str, ...]:
    """The callings that a text names, in order: "a former nurse and boxer" -> ("nursing", "ring")."""
    tokens = re.findall(r"[\w-]+", fold(_OWNERS.sub(" ", text)))
    read = (_pair(tokens, n) or _trade(tokens, n) for n in range(len(tokens)))
    return tuple(calling for calling in read if calling is not None)


def _pair(tokens: list[str], n: int) -> str | None:
    """The calling that the word and the one or two before it are together."""
    before = (" ".join(tokens[max(0, n - length) : n]) for length in (1, 2))
    return next((_PAIRS[b, tokens[n]] for b in before if (b, tokens[n]) in _PAIRS), None)


def _trade(tokens: list[str], n: int) -> str | None:
    """The calling of the word alone; None where its neighbours make another thing of it."""
    token, before = tokens[n], tokens[max(0, n - 1) : n]
    leading, following = _NO_TRADE.get(token, (frozenset(), frozenset()))
    behind = _OF.match(" ".join(tokens[n + 1 : n + 4]))
    if (
        (behind and behind[1] in following)
        or leading & {*before}
        or (token in _ALSO_ADJECTIVES and before and before[0] not in _BEFORE_A_NOUN)
    ):
        return None
    return CALLINGS.get(token)
