"""Does a text speak to a language model instead of a reader? Such text is never shown to one.

The rails in guard.py and grounding.py hold without this; it keeps an article from arguing its own contradictions away.
"""

from __future__ import annotations

import re2

from pipeline.records.folding import fold

_ADDRESSED = re2.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|ignora|olvida|omite)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|above|"
    r"previous|prior|instrucciones|anteriores|reglas)\b|"
    r"\b(?:system|developer|hidden) (?:prompts?|messages?|instructions?|notes?)\b|\b(?:language|ai) models?\b|\bllms?\b|\bchat ?gpt\b|"
    r"\b(?:ai|automated|automatic) (?:assistants?|agents?|readers?|reviewers?|checkers?|systems?)\b|\bas an ai\b|"
    r"\byou are (?:now|an? (?:ai|assistant|model|helpful|language|fact|reviewer|checker|expert))\b|\bfact check(?:er|ers|ing)\b|"
    r"\b(?:answer|reply|respond|output|responde|contesta)\b.{0,30}\b(?:confirm|json|with doubt|only|doubt (?:to|for|on|every)|duda)\b|"
    r"\b(?:mark|label|rate|treat|classify|marca|clasifica)\b.{0,40}\b(?:supported|contradicted|unverifiable|reliable|verified|accurate|"
    r"fiable|verificado)\b|\bverdicts? (?:is|must|should|to|of|for)\b|\bmodelos? de lenguaje\b|"
    r"\b(?:im start|im end|start of turn|end of turn|endoftext|inst)\b"
)


def speaks_to_a_model(text: str) -> bool:
    """Errs on the side of yes: a paragraph that is left out costs a reading, never a verdict."""
    return bool(_ADDRESSED.search(fold(text)))
