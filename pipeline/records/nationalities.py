"""Words for those who come from a country, folded: Spanish ones, and English ones unlike the name of the country."""

from __future__ import annotations

NATIONALITIES = {
    "belga": "BE", "sueco": "SE", "sueca": "SE", "aleman": "DE", "ingles": "GB", "inglesa": "GB", "britanico": "GB", "britanica": "GB",
    "frances": "FR", "italiano": "IT", "colombiano": "CO", "argentino": "AR", "chileno": "CL", "chilena": "CL", "peruano": "PE",
    "peruana": "PE", "holandes": "NL", "holandesa": "NL", "neerlandes": "NL", "neerlandesa": "NL", "ruso": "RU", "rusa": "RU",
    "polaco": "PL", "polaca": "PL", "estadounidense": "US", "suizo": "CH", "suiza": "CH", "swiss": "CH", "austrian": "AT",
    "noruego": "NO", "danes": "DK", "danesa": "DK", "brasileno": "BR", "uruguayo": "UY", "uruguaya": "UY", "canadiense": "CA",
    "norteamericano": "US", "norteamericana": "US", "escoces": "GB", "escocesa": "GB", "gales": "GB", "galesa": "GB", "irlandes": "IE",
    "irlandesa": "IE", "portugues": "PT", "portuguesa": "PT", "austriaco": "AT", "austriaca": "AT", "hungaro": "HU", "hungara": "HU",
    "venezolano": "VE", "venezolana": "VE", "boliviano": "BO", "boliviana": "BO", "ecuatoriano": "EC", "ecuatoriana": "EC",
    "cubano": "CU", "cubana": "CU", "japones": "JP", "japonesa": "JP", "chino": "CN", "australiano": "AU", "australiana": "AU",
    "neozelandes": "NZ", "neozelandesa": "NZ", "griego": "GR", "griega": "GR", "greek": "GR", "turco": "TR", "finlandes": "FI",
    "finlandesa": "FI", "finnish": "FI", "hungarian": "HU", "romanian": "RO", "rumano": "RO", "rumana": "RO", "czech": "CZ", "checo": "CZ",
    "checa": "CZ", "ukrainian": "UA", "ucraniano": "UA", "ucraniana": "UA", "venezuelan": "VE", "bolivian": "BO", "ecuadorian": "EC",
    "cuban": "CU", "egyptian": "EG", "nigerian": "NG", "icelandic": "IS", "catalan": "ES", "filipino": "PH", "thai": "TH",
}  # fmt: skip
