"""Words for what a person believes, folded, in English and Spanish."""

from __future__ import annotations

import re

from pipeline.records.folding import to_ascii

_FAITHS = {
    "atheism": "atheist agnostic ateo atea agnostico agnostica", "mormon": "mormon mormona latter-day mormones",
    "jewish": "jewish hasidic orthodox rabbi judio judia jasidico jasidica hasidim satmar lubavitch ultra-orthodox ultraortodoxo",
    "catholic": "catholic catolico catolica", "amish": "amish", "muslim": "muslim islamic musulman musulmana",
    "protestant": "protestant methodist baptist evangelical lutheran presbyterian protestante metodista evangelico evangelica",
    "buddhist": "buddhist budista", "quaker": "quaker", "scientology": "scientologist", "witness": "jehovah",
}  # fmt: skip
_FAITH = {word: faith for faith, text in _FAITHS.items() for word in text.split()}


def read_faiths(text: str) -> frozenset[str]:
    """What a person is told to believe: {"mormon"}."""
    return frozenset(_FAITH[w] for w in re.findall(r"[\w-]+", to_ascii(text).lower()) if w in _FAITH)
