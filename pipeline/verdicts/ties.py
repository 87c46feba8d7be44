"""Words for what one person is to another, in English and Spanish, as a part of an expression over ASCII text.

"The mother of Kay", "el exmarido de Kay": whoever is told so is not Kay.
"""

from __future__ import annotations

TIE = (
    r"\b(?:ex-?)?(?:(?:step|grand)?(?:mother|father|daughter|son)|(?:mother|father|sister|brother)-in-law|wife|husband|sister|brother|aunt|"
    r"uncle|cousin|nephew|niece|widow(?:er)?|girlfriend|boyfriend|partner|lover|fiancee?|mistress|friend|neighbou?r|boss|colleague|"
    r"assistant|lawyer|doctor|therapist|psychiatrist|mentor|rival|nanny|maid|"
    r"madre|padre|hij[oa]|herman[oa]|abuel[oa]|niet[oa]|ti[oa]|prim[oa]|sobrin[oa]|suegr[oa]|cunad[oa]|marido|mujer|espos[oa]|novi[oa]|"
    r"pareja|amante|prometid[oa]|viud[oa]|amig[oa]|vecin[oa]|jef[ea]|soci[oa]|companer[oa]|abogad[oa]|medic[oa]|psiquiatra|terapeuta|"
    r"mentora|ninera|criada)"
)
