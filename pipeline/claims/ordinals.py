"""Ordinal numbers in words, English up to the last day of a month and Spanish up to ten, lower case without accents.

A table of our own, because text2num (pipeline.records.numerals) reads neither "first" and "second" nor Spanish without its accents.
"""

from __future__ import annotations

_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_SPANISH = "primer segund tercer cuart quint sext septim octav noven decim"
ENGLISH_ORDINALS = {word: number for number, word in enumerate(_ENGLISH.split(), 1)}
ORDINALS = ENGLISH_ORDINALS | {f"{stem}{ending}": number for number, stem in enumerate(_SPANISH.split(), 1) for ending in "oa"}
