"""Words for what one person is to another, in English and Spanish, as parts of expressions over ASCII text.

"The mother of Kay", "el exmarido de Kay": whoever is told so is not Kay.
"""

from __future__ import annotations

# of one's own age, so that "older" and "younger" compare the two: "his older brother Kay"
PEER = (
    r"(?:(?:brother|sister|sibling)s?|half-brother|half-sister|cousin|boyfriend|girlfriend|lover|husband|wife|partner|friend|pal|"
    r"neighbou?r|herman[oa]|novi[oa]|marido|mujer|amig[oa]|amante|vecin[oa])"
)
TIE = (
    rf"\b(?:ex-?)?(?:{PEER}|(?:step|grand)?(?:mother|father|daughter|son)|(?:mother|father|sister|brother)-in-law|mum|mom|mama|dad|hubby|"
    r"missus|(?:other|better) half|aunt|uncle|nephew|niece|twin|widow(?:er)?|fiancee?|mistress|buddy|bestie|boss|superior|colleague|"
    r"sidekick|assistant|lawyer|attorney|doctor|therapist|psychiatrist|coach|mentor|rival|nemesis|victim|nanny|maid|"
    r"madre|padre|hij[oa]|abuel[oa]|niet[oa]|ti[oa]|prim[oa]|sobrin[oa]|suegr[oa]|cunad[oa]|espos[oa]|pareja|prometid[oa]|viud[oa]|"
    r"jef[ea]|soci[oa]|companer[oa]|abogad[oa]|medic[oa]|psiquiatra|terapeuta|entrenadora?|mentora|ninera|criada|victima)"
)
# Nouns by which a part may be told instead of by its name, with the noun that stands for all of them
_ROLES = {
    "mother": "mother mum mom mama madre", "father": "father dad papa padre", "wife": "wife mujer esposa",
    "husband": "husband marido esposo", "sister": "sister hermana", "brother": "brother hermano", "daughter": "daughter hija",
    "son": "son hijo", "grandmother": "grandmother grandma gran abuela", "grandfather": "grandfather grandpa abuelo",
    "stepmother": "stepmother madrastra", "stepfather": "stepfather padrastro", "aunt": "aunt tia", "uncle": "uncle tio",
    "cousin": "cousin primo prima", "neighbour": "neighbour neighbor vecino vecina", "boyfriend": "boyfriend novio",
    "girlfriend": "girlfriend novia", "lover": "lover amante", "boss": "boss jefe jefa",
    "coach": "coach trainer entrenador entrenadora", "lawyer": "lawyer attorney abogado abogada",
    "psychologist": "psychologist therapist psicologo psicologa terapeuta", "president": "president presidente presidenta", "lady": "lady",
    "widow": "widow viuda", "landlady": "landlady", "caretaker": "caretaker janitor custodian conserje",
}  # fmt: skip
ROLE_OF = {word: role for role, text in _ROLES.items() for word in text.split()}
ROLE = rf"(?:{'|'.join(word for word in ROLE_OF if word != 'lady')}|first lady)"
