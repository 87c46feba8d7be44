"""Short forms of first names that two different-looking names may share; they keep a mismatch from being called one, and never support."""

from __future__ import annotations

from functools import cache

_GROUPS = """
alexander alex sandy xander alejandro sasha | alexandra alex sandra lexi | andrew andy drew andres | anthony tony antonio toni | barbara
barb babs | benjamin ben benny | catherine katherine kathryn kate katie kathy cathy kit kitty cat kath catalina | charles charlie chuck
carlos chas | christopher chris kit topher cristobal | christine christina chris tina chrissy | daniel dan danny | david dave davy |
deborah debra deb debbie | dorothy dot dottie dolly | edward ed eddie ted teddy ned eduardo | eleanor ellie nell nora | elizabeth liz
beth betty lizzie eliza betsy libby lisa lilibet | esther esty essie | francis frank frankie paco francisco | frances fran francie
franny | frederick fred freddie | gabriel gabe gabo | gerald gerry jerry | gregory greg | harold harry hal | henry harry hank enrique |
isabel bella izzy belle | jacob jake jacobo | james jim jimmy jamie jay | jane janey jean | janet jan | janice jan | jennifer jen jenny
| jeffrey jeff geoff | jessica jess jessie | john jack johnny jon juan | jonathan jon johnny | joseph joe joey pepe jose | joshua josh |
judith judy | kenneth ken kenny | lawrence larry laurie | leonard leo len lenny leonardo | leslie les | louis lou louie luis | margaret
maggie meg peggy madge margie rita greta | mary molly polly mo maria | matthew matt | michael mike mick mickey miguel mitch | nathaniel
nathan nate nat | nathan nate | nicholas nick nicky nico nicolas | pamela pam | patricia pat patty trish tricia | patrick pat paddy rick
| peter pete pedro | philip phil felipe | rachel rach | raymond ray | rebecca becky becca bekah | richard rick dick ricky rich richie
ricardo | robert rob bob bobby robbie bert roberto | ronald ron ronnie | rosemary rose rosie | russell russ | samuel sam sammy |
samantha sam | stephen steven steve stevie esteban | stephanie steph | susan sue suzie susie | theodore ted teddy theo | theresa teresa
terry tess tessa | thomas tom tommy tomas | timothy tim timmy | valerie val | veronica ronnie vero | victor vic | victoria vicky tori |
vincent vince vinny | walter walt wally | wilhelmina mina | william bill will billy willie guillermo liam | zachary zach zack
"""


@cache
def _table() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for n, group in enumerate(_GROUPS.split("|")):
        for name in group.split():
            groups.setdefault(name, set()).add(n)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def may_be_short_for(a: str, b: str) -> bool:
    """Two folded first names of one family (bob, robert), or one the beginning of the other (three letters or more)."""
    if len(a) >= 3 and len(b) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    table = _table()
    return bool(table.get(a, frozenset()) & table.get(b, frozenset()))
