"""Every gate by name, with what it means when it is closed: for "why not contradicted?"."""

from __future__ import annotations

from collections.abc import Mapping

GATES: Mapping[str, str] = {
    # what the record lacks
    "no_record": "nothing is on record about it",
    "complete": "the list on record is not complete",
    "holder": "the record does not say who fills this place",
    "value": "the record holds no value that would exclude it",
    "evidence": "the evidence on record is thin",
    "poor_evidence": "the evidence on record is weaker than the trade or national press",
    "no_evidence": "the record rests on general knowledge here",
    "disputed": "good sources differ",
    "quarantine": "this field of the record is out of service until an editor has looked",
    "never": "an absence of this kind never contradicts",
    # what the record allows
    "note": "the record calls this wording fair, or explains it",
    "degree": "it is a matter of degree",
    "kind_near": "the two kinds of source are close",
    "title_near": "it may be the same work under another title",
    "title": "it may be a title that nobody put on record",
    "mixed_sources": "its parts belong to different sources on record",
    "publisher": "only the publisher differs",
    "near_role": "the person is on record in a near role",
    "other_role": "the person is on record in another role",
    "name_near": "the names are spelt almost alike",
    "character_near": "it may be the same part in other words",
    "description": "it adds something to a part that is on record",
    "recast": "several actors play this part",
    "brand_family": "the two brands are of one family",
    "place_near": "one place is in or near the other",
    "years_near": "the times are not far enough apart",
    "named_elsewhere": "the record names it in another connection",
    "precision": "the record is less precise than the statement",
    "some_of_them": "it may speak of some of the episodes only",
    "long_before": "it is so long before the release that it is hardly said of it",
    "source_year": "it is the year of the source work",
    "region": "another region or festival may have had its own date",
    "season": "it depends on the season",
    "date_of_article": "it depends on when it was written",
    "negation": "the record's line denies or affirms what this one does not",
    # how it is said
    "subject": "it is not certain which work is meant",
    "other_work": "another work is named nearer to it",
    "since": "another work was named since",
    "attachment": "it may be said of something else in the sentence",
    "embedded": "the article tells what somebody says or thinks",
    "refuted": "what follows may take it back",
    "labelled": "it stands among claims that the article looks at",
    "quoted": "it stands in quotation marks",
    "another": "it is said of another work of this title, or of seasons that this work does not have",
    "earlier": "it is told of an earlier stage or another time",
    "pattern": "this wording has not been right often enough to rest an accusation on",
    "anchor": "the sentence itself does not name the work",
    "passage": "by what stands around it, it is hardly the article's own statement on this work",
    "confidence": "the signs together are too weak",
    "explicit": "it is not said in so many words",
    "adds_a_place": "it adds a place and excludes none",
    "availability": "it may say no more than that it can be seen there",
    "first_release": "it does not speak of the first release",
    "full_name": "only a surname is given",
    "one_to_one": "the sentence names several people and does not pair them",
    "named_beside": "the sentence names who is on record beside this name",
    "negation_apart": "what is quoted holds no denial",
    "object_type": "what is named is not of the kind that this takes",
    "not_comparable": "the two cannot be compared",
    "parser": "the parser reads the sentence differently",
}


def say_gates(closed: tuple[str, ...]) -> str:
    """The meanings, joined for a sentence; an unknown name stands for itself."""
    return "; ".join(GATES.get(name, name.replace("_", " ")) for name in closed)
