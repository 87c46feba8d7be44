"""The JSON of ``reelcheck check --json``, contract 1: what other tools rely on. A change of meaning is a new contract number."""

from __future__ import annotations

from typing import Any

from pipeline.models import Evidence, Finding, Judgement, RecordBook, Report, Score

CONTRACT = 1
# raise it with every fit: stored verdicts of another version are made again (tests/test_checker_version.py)
CHECKER_VERSION = "reelcheck-claims-8"


def report_to_json(report: Report, book: RecordBook, rubric_version: str) -> dict[str, Any]:
    """One report as a JSON-ready dict, keys in the contract's order."""
    article = report.article
    about = book.shows.get(report.reading.about or "")
    out: dict[str, Any] = {
        "contract": CONTRACT,
        "versions": {"checker": CHECKER_VERSION, "rubric": rubric_version, "records": book.version},
        "article": {
            "source": report.source,
            "url": article.canonical_url or article.url,
            "title": article.title,
            "published": article.published.date().isoformat() if article.published else None,
            "language": article.language,
        },
        "show": {"slug": about.slug, "title": about.title} if about else None,
        **_score(report.score),
        "premise": {"article": report.premise.article, "record": report.premise.record, "agrees": report.premise.agrees},
        "claims": [judgement_to_json(j) for j in report.judgements],
        "findings": [_finding(f) for f in report.findings],
    }
    if report.show_scores:
        out["show_scores"] = {slug: _score(score) for slug, score in sorted(report.show_scores.items())}
    return out


def error_to_json(source: str, message: str) -> dict[str, Any]:
    """What stands on the line of an argument that could not be checked."""
    return {"contract": CONTRACT, "article": {"source": source}, "error": message}


def judgement_to_json(judgement: Judgement) -> dict[str, Any]:
    """One claim with its verdict and evidence."""
    claim = judgement.claim
    return {
        "quote": claim.quote,
        "paragraph": claim.paragraph,
        "start": claim.start,
        "end": claim.end,
        "show": claim.show,
        "relation": claim.relation,
        "object": dict(claim.object),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "verdict": judgement.verdict,
        "explanation": judgement.explanation,
        "gates_failed": list(judgement.gates_failed),
        "evidence": [evidence_to_json(e) for e in judgement.evidence],
        "subject": claim.subject,
        "subject_confidence": round(claim.subject_confidence, 3),
        "speaker": claim.speaker,
    }


def evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    """A fact on record beside a claim."""
    return {
        "property": evidence.property,
        "value": evidence.value,
        "publisher": evidence.publisher,
        "url": evidence.url,
        "tier": evidence.tier,
        "read": evidence.read.isoformat() if evidence.read else None,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "label": score.label,
        "score": _rounded(score.score),
        "low": _rounded(score.low),
        "high": _rounded(score.high),
        "coverage": _rounded(score.coverage),
        "core": score.core,
        "reasons": list(score.reasons),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"signal": finding.signal, "answer": finding.answer, "evidence": finding.evidence, "value": finding.value}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
