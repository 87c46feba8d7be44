"""Reports as rows: what one checked version adds to claims, places, verdicts, scores, findings, premises and shows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

import pyarrow as pa

from pipeline.models import Claim, Evidence, Judgement, Report, Score, VerdictName
from pipeline.warehouse.arrow import FLAG, REAL, TEXT, TEXTS, WHOLE, Columns, make_schema, make_table
from pipeline.warehouse.keys import canonical_object, claim_key, falsehood_key

OWN_WORD: Final = frozenset({"asserted", "hedged"})
# Where a version states a claim at several places, the claim gets the first of these verdicts that any place got, in the article's own
# word before others' words.
_STRONGEST: Final[tuple[VerdictName, ...]] = (
    "contradicted", "conflicts_with_record", "minor_discrepancy", "supported", "unverifiable", "not_a_claim",
)  # fmt: skip

_COLUMNS: Final[Mapping[str, Columns]] = {
    "given_version": {"version_id": TEXT},
    "given_claim": dict.fromkeys(
        ("claim_id", "falsehood_id", "article_id", "version_id", "show_slug", "relation", "object", "object_key", "polarity"), TEXT
    ),
    "given_place": {
        "claim_id": TEXT, "version_id": TEXT, "paragraph": WHOLE, "quote_start": WHOLE, "quote_end": WHOLE, "quote": TEXT,
        "modality": TEXT, "subject": TEXT, "subject_confidence": REAL, "speaker": TEXT, "pattern": TEXT, "verdict": TEXT,
    },
    "given_verdict": {
        "claim_id": TEXT, "version_id": TEXT, "verdict": TEXT, "modality": TEXT, "own_word": FLAG, "explanation": TEXT,
        "gates_failed": TEXTS, "evidence": TEXT, "content_hash": TEXT,
    },
    "given_score": {
        "version_id": TEXT, "show_slug": TEXT, "label": TEXT, "score": REAL, "low": REAL, "high": REAL, "coverage": REAL, "core": TEXT,
        "reasons": TEXTS,
    },
    "given_finding": {"version_id": TEXT, "signal": TEXT, "answer": TEXT, "evidence": TEXT, "value": REAL},
    "given_premise": {"version_id": TEXT, "article": TEXT, "record": TEXT, "agrees": FLAG},
    "given_show": {"version_id": TEXT, "show_slug": TEXT, "role": TEXT, "mentions": WHOLE, "confidence": REAL},
}  # fmt: skip
SCHEMAS: Final = {name: make_schema(columns) for name, columns in _COLUMNS.items()}

Row = dict[str, Any]


@dataclass(slots=True)
class ReportRows:
    """Rows by the name under which SQL sees them (``given_claim`` and so on)."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def add(self, version_id: str, article_id: str, report: Report) -> None:
        """One version's rows; the same place is taken once."""
        self.rows["given_version"].append({"version_id": version_id})
        self._add_claims(version_id, article_id, report.judgements)
        self.rows["given_finding"] += [
            {"version_id": version_id, "signal": f.signal, "answer": f.answer, "evidence": f.evidence, "value": f.value}
            for f in report.findings
        ]
        premise = report.premise
        self.rows["given_premise"].append(
            {"version_id": version_id, "article": premise.article, "record": premise.record, "agrees": premise.agrees}
        )
        self.rows["given_score"].append(_to_score(version_id, None, report.score))
        self.rows["given_score"] += [_to_score(version_id, show, score) for show, score in report.show_scores.items()]
        self.rows["given_show"] += list(_to_shows(version_id, report))

    def to_tables(self) -> dict[str, pa.Table]:
        return {name: make_table(self.rows[name], schema) for name, schema in SCHEMAS.items()}

    def _add_claims(self, version_id: str, article_id: str, judgements: Iterable[Judgement]) -> None:
        claims: dict[str, Row] = {}
        places: dict[tuple[Any, ...], Row] = {}
        best: dict[str, Judgement] = {}
        for judgement in judgements:
            claim = judgement.claim
            row = _to_claim(version_id, article_id, claim)
            key = row["claim_id"]
            claims.setdefault(key, row)
            places.setdefault((key, claim.paragraph, claim.start, claim.end, claim.modality), _to_place(version_id, key, judgement))
            if key not in best or _rank(judgement) < _rank(best[key]):
                best[key] = judgement
        self.rows["given_claim"] += claims.values()
        self.rows["given_place"] += places.values()
        self.rows["given_verdict"] += [_to_verdict(version_id, key, judgement) for key, judgement in best.items()]


def _rank(judgement: Judgement) -> tuple[int, bool, int, int]:
    """Smaller comes first: the strongest verdict, own words, place in the text."""
    claim = judgement.claim
    return _STRONGEST.index(judgement.verdict), claim.modality not in OWN_WORD, claim.paragraph, claim.start


def _to_claim(version_id: str, article_id: str, claim: Claim) -> Row:
    key = canonical_object(claim.object)
    return {
        "claim_id": claim_key(article_id, claim.show, claim.relation, key, claim.polarity),
        "falsehood_id": falsehood_key(claim.show, claim.relation, key, claim.polarity),
        "article_id": article_id, "version_id": version_id, "show_slug": claim.show, "relation": claim.relation,
        "object": json.dumps(dict(claim.object), ensure_ascii=False, sort_keys=True), "object_key": key, "polarity": claim.polarity,
    }  # fmt: skip


def _to_place(version_id: str, claim_id: str, judgement: Judgement) -> Row:
    claim = judgement.claim
    return {
        "claim_id": claim_id, "version_id": version_id, "paragraph": claim.paragraph, "quote_start": claim.start, "quote_end": claim.end,
        "quote": claim.quote, "modality": claim.modality, "subject": claim.subject, "subject_confidence": claim.subject_confidence,
        "speaker": claim.speaker, "pattern": claim.pattern, "verdict": judgement.verdict,
    }  # fmt: skip


def _to_verdict(version_id: str, claim_id: str, judgement: Judgement) -> Row:
    evidence = json.dumps([_to_evidence(e) for e in judgement.evidence], ensure_ascii=False)
    content = (judgement.verdict, judgement.claim.modality, judgement.explanation, ",".join(judgement.gates_failed), evidence)
    return {
        "claim_id": claim_id, "version_id": version_id, "verdict": judgement.verdict, "modality": judgement.claim.modality,
        "own_word": judgement.claim.modality in OWN_WORD, "explanation": judgement.explanation,
        "gates_failed": list(judgement.gates_failed), "evidence": evidence,
        "content_hash": blake2b("\x1f".join(content).encode("utf-8", "replace"), digest_size=16).hexdigest(),
    }  # fmt: skip


def _to_evidence(evidence: Evidence) -> Row:
    return {
        "property": evidence.property, "value": evidence.value, "publisher": evidence.publisher, "url": evidence.url,
        "tier": evidence.tier, "read": evidence.read.isoformat() if evidence.read else None,
    }  # fmt: skip


def _to_score(version_id: str, show: str | None, score: Score) -> Row:
    return {
        "version_id": version_id, "show_slug": show, "label": score.label, "score": score.score, "low": score.low, "high": score.high,
        "coverage": score.coverage, "core": score.core, "reasons": list(score.reasons),
    }  # fmt: skip


def _to_shows(version_id: str, report: Report) -> Iterator[Row]:
    """The main show, shows that have a part of a listicle, and those that are only named."""
    reading = report.reading
    mentions: dict[str, int] = defaultdict(int)
    for mention in reading.mentions:
        mentions[mention.show] += 1
    for show in dict.fromkeys((*((reading.about,) if reading.about else ()), *report.show_scores, *mentions)):
        role = "main" if show == reading.about else "section" if show in report.show_scores else "mentioned"
        confidence = reading.about_confidence if role == "main" else 1.0
        yield {"version_id": version_id, "show_slug": show, "role": role, "mentions": mentions.get(show, 0), "confidence": confidence}
