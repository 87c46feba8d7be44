"""Words for those who come from a country, folded, in English and Spanish, with its ISO code.

No country's own name is among them ("Thailand"), save the Spanish "suiza", nor a word with a second meaning ("a Dominican friar"). What the
claims take for no part of a name ("demonyms" in their lexicon) holds more: peoples, continents, cities ("jewish", "african", "londoner"),
for which no code stands.
"""

from __future__ import annotations

from pipeline.records.folding import fold

_WORDS = {
    "AR": "argentine argentinian argentino", "AT": "austrian austriaco austriaca", "AU": "australian australiano australiana",
    "BE": "belgian belga", "BG": "bulgarian bulgaro bulgara", "BO": "boliviano boliviana bolivian", "BR": "brazilian brasilena brasileno",
    "CA": "canadian canadiense", "CH": "suizo suiza swiss", "CL": "chilean chileno chilena", "CN": "chinese chino",
    "CO": "colombian colombiana colombiano", "CU": "cubano cubana cuban", "CZ": "czech checo checa", "DE": "german alemana aleman",
    "DK": "danish danes danesa", "EC": "ecuatoriano ecuatoriana ecuadorian", "EG": "egyptian egipcio egipcia",
    "ES": "spanish espanola espanol catalan", "FI": "finlandes finlandesa finnish", "FR": "french francesa frances",
    "GB": "british english scottish welsh ingles inglesa britanico britanica escoces escocesa gales galesa", "GR": "griego griega greek",
    "HR": "croatian croata", "HU": "hungaro hungara hungarian", "IE": "irish irlandes irlandesa", "IL": "israeli", "IN": "indian",
    "IQ": "iraqi", "IR": "iranian irani", "IS": "icelandic", "IT": "italian italiana italiano", "JP": "japanese japones japonesa",
    "KE": "kenyan", "KR": "korean coreano coreana", "MX": "mexican mexicana mexicano", "NG": "nigerian nigeriano nigeriana",
    "NL": "dutch holandes holandesa neerlandes neerlandesa", "NO": "norwegian noruego", "NZ": "neozelandes neozelandesa",
    "PE": "peruvian peruano peruana", "PH": "filipino filipina", "PL": "polish polaco polaca", "PT": "portuguese portugues portuguesa",
    "RO": "romanian rumano rumana", "RS": "serbian serbio", "RU": "russian ruso rusa", "SE": "swedish sueco sueca", "TH": "thai",
    "TR": "turkish turco turca", "UA": "ukrainian ucraniano ucraniana", "US": "american estadounidense norteamericano norteamericana",
    "UY": "uruguayan uruguayo uruguaya", "VE": "venezolano venezolana venezuelan", "VN": "vietnamese vietnamita",
}  # fmt: skip
_OF_TWO_WORDS = {"south korean": "KR", "south african": "ZA"}
NATIONALITIES = {word: code for code, text in _WORDS.items() for word in text.split()} | _OF_TWO_WORDS


def read_country(word: str) -> str | None:
    """ISO code of a word for those who come from a country ("Dutch", "belga"); None for a country's own name ("Thailand")."""
    return NATIONALITIES.get(fold(word))
