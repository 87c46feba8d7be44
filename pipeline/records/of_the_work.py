"""Sentences that speak of a work and its plot, and not of what lies behind it."""

from __future__ import annotations

import re

_OF_THE_WORK_TEXT = """
    series show film movie drama miniseries finale episode episodes season scene scenes onscreen character characters fictional
    fictionalised fictionalized version plot serie pelicula ficcion novela episodio episodios temporada personaje personajes escena final
"""
_OF_THE_WORK = re.compile(rf"\b(?:{'|'.join(_OF_THE_WORK_TEXT.split())}|on screen)\b", re.IGNORECASE)
_IN_REALITY = re.compile(r"\b(?:in real life|in reality|the real|real-life|en la vida real|en realidad)\b", re.IGNORECASE)


def tells_of_the_work(sentence: str) -> bool:
    """Does it speak of the work, and not of what was really so?"""
    return bool(_OF_THE_WORK.search(sentence)) and not _IN_REALITY.search(sentence)
