"""One vocabulary of nationalities: what the claims know has a code here, or names no one country."""

from __future__ import annotations

import pycountry

from pipeline.claims.lexicon import words
from pipeline.records.folding import fold
from pipeline.records.nationalities import NATIONALITIES

_NO_COUNTRY = """
    african asian black californian dominican eastern european hispanic jewish latin latina latino londoner northern parisian puerto
    southern soviet texan uk us western white
"""


def test_every_demonym_of_a_country_has_its_code() -> None:
    assert set(words("demonyms")) - NATIONALITIES.keys() == set(_NO_COUNTRY.split())


def test_words_are_folded_and_codes_are_countries() -> None:
    assert all(fold(word) == word and pycountry.countries.get(alpha_2=code) for word, code in NATIONALITIES.items())


def test_no_word_is_a_country_s_own_name() -> None:
    named = {fold(c.name) for c in pycountry.countries}
    assert not named & NATIONALITIES.keys()
