"""Every relation module. To add one: a file in this folder with ``PATTERNS``, a tuple of pipeline.claims.patterns.Pattern, named here.

A pattern matches typed text (pipeline.claims.entities: "directed by <P0>, <S1> has <N2> episodes", all else lower case, ASCII) and
its builder yields Found. Subject, polarity, modality and the quote are the reader's work: a module only says what is stated, where the
cue stands (group ``t``) and, where the words for the work are part of the match, that they are the subject (group ``w``).
"""

from __future__ import annotations

from pipeline.claims.patterns import Pattern
from pipeline.claims.relations import (
    awards,
    cast,
    cast_actors,
    cast_models,
    cast_roles,
    cast_rows,
    cast_titles,
    cast_wordings,
    companies,
    counts,
    creators,
    directors,
    filming,
    maker_wordings,
    origin,
    platforms,
    portraits,
    premiere,
    producers,
    protagonist,
    protagonist_wordings,
    refusals,
    renewal,
    settings,
    source_denials,
    source_facts,
    source_wordings,
    sources,
    spanish,
    story_basis,
    truth_wordings,
    writers,
)

PATTERNS: tuple[Pattern, ...] = (
    *story_basis.PATTERNS,
    *truth_wordings.PATTERNS,
    *sources.PATTERNS,
    *source_denials.PATTERNS,
    *source_facts.PATTERNS,
    *source_wordings.PATTERNS,
    *creators.PATTERNS,
    *writers.PATTERNS,
    *directors.PATTERNS,
    *maker_wordings.PATTERNS,
    *producers.PATTERNS,
    *companies.PATTERNS,
    *cast.PATTERNS,
    *cast_actors.PATTERNS,
    *cast_models.PATTERNS,
    *cast_titles.PATTERNS,
    *cast_wordings.PATTERNS,
    *cast_roles.PATTERNS,
    *cast_rows.PATTERNS,
    *portraits.PATTERNS,
    *protagonist.PATTERNS,
    *protagonist_wordings.PATTERNS,
    *counts.PATTERNS,
    *platforms.PATTERNS,
    *premiere.PATTERNS,
    *filming.PATTERNS,
    *settings.PATTERNS,
    *refusals.PATTERNS,
    *renewal.PATTERNS,
    *awards.PATTERNS,
    *origin.PATTERNS,
    *spanish.PATTERNS,
)
