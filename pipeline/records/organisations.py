"""Companies and platforms by family: HBO and Max, Apple TV and Apple TV+, Hartbeat and HartBeat Productions."""

from __future__ import annotations

from functools import cache

from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness

_FILLER_TEXT = """
    productions production producciones produccion pictures picture films film studios studio entertainment media television tv
    network company inc llc ltd group the de and original originals limited international content works channel plus
"""
_FILLER = frozenset(_FILLER_TEXT.split())

# One family a line: brands under one roof, or one brand's names over time and regions. What differs within a family is near, never far.
_PLATFORM_FAMILIES = """
netflix
hbo | hbo max | max | hbo go | hbo now | hbo asia | hbo europe | sky atlantic | tnt | tbs | discovery plus | discovery channel | tlc | cnn
apple tv | apple tv plus | apple | apple tv+
prime video | amazon prime video | amazon | amazon prime | amazon studios | freevee | mgm plus | epix
disney plus | disney | disney+ | star | star plus | star+ | hulu | fx | fx on hulu | disney plus hotstar | hotstar | abc | freeform
paramount plus | paramount+ | paramount network | paramount | cbs | cbs all access | showtime | mtv | channel 5 | bet | pluto tv
peacock | nbc | bravo | usa network | syfy | oxygen | telemundo | nbcuniversal | universal pictures | universal
sky | now | now tv | sky atlantic | sky one | sky max | sky cinema
bbc one | bbc | bbc two | bbc three | bbc iplayer | bbc studios | bbc first | britbox | pbs | pbs masterpiece | masterpiece
itv | itvx | itv1 | itv hub | itv studios | britbox | pbs | pbs masterpiece | masterpiece | seven network
channel 4 | all 4 | e4 | more4 | film4
starz | starzplay | lionsgate plus | lionsgate+
amc | amc plus | shudder | sundance tv | sundancetv | acorn tv
lifetime | history channel | the history channel | history | a e
movistar plus | movistar
rtve | la 1 | tve
atresplayer | antena 3
vix | televisa | univision
globoplay | globo
canal plus | studiocanal
arte
zdf
ard | das erste
rai | rai 1 | raiplay
mubi
crunchyroll
roku channel
tubi | fox
the cw
stan
binge
crave
"""
_ALIASES = {
    "apple tv": "apple tv plus", "apple": "apple tv plus", "amazon prime video": "prime video", "amazon": "prime video",
    "amazon prime": "prime video", "bbc1": "bbc one", "bbc 1": "bbc one", "bbc2": "bbc two", "now tv": "now", "disney": "disney plus",
    "itv 1": "itv", "itv1": "itv", "hbomax": "hbo max", "max": "hbo max", "usa": "usa network", "star": "star plus",
    "universal": "universal pictures", "bbc": "bbc one", "paramount": "paramount plus",
    "movistar plus plus": "movistar plus", "the history channel": "history channel",
}  # fmt: skip


def _brand(text: str) -> str:
    plain = fold(text.replace("+", " plus "))
    return _ALIASES.get(plain, plain)


@cache
def _families() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for n, line in enumerate(_PLATFORM_FAMILIES.strip().splitlines()):
        for name in line.split("|"):
            table.setdefault(_brand(name), set()).add(n)
    return {name: frozenset(ns) for name, ns in table.items()}


def compare_platforms(claimed: str, recorded: str) -> Likeness:
    """Claimed and recorded: SAME brand, NEAR within a family, UNCLEAR where the claimed one is no brand that we know, else FAR."""
    x, y = _brand(claimed), _brand(recorded)
    if x == y:
        return Likeness.SAME
    table = _families()
    if x not in table or (y not in table and set(x.split()) & set(y.split())):
        return Likeness.UNCLEAR
    if y not in table:
        return Likeness.FAR  # a brand we know is not one that we don't
    return Likeness.NEAR if table[x] & table[y] else Likeness.FAR


def compare_companies(a: str, b: str) -> Likeness:
    """SAME when the telling words agree or one's are the other's beginning; FAR when no telling word is shared."""
    if fold(a) == fold(b):
        return Likeness.SAME
    x, y = _telling(a), _telling(b)
    if not x or not y:
        return Likeness.UNCLEAR
    if x == y or "".join(x) == "".join(y):
        return Likeness.SAME
    if set(x) <= set(y) or set(y) <= set(x):
        return Likeness.SAME
    if set(x) & set(y):
        return Likeness.NEAR
    return Likeness.NEAR if compare_platforms(a, b) in {Likeness.SAME, Likeness.NEAR} else Likeness.FAR


def _telling(name: str) -> tuple[str, ...]:
    return tuple(w for w in words(name) if w not in _FILLER)
