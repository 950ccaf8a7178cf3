"""Write a report as the public JSON result (docs/result.schema.json); additive changes only."""

from collections.abc import Collection, Mapping

from checks.dismissals import fingerprint
from checks.explaining import Explainer
from checks.model import Draft, Finding, Report


def as_result(
    draft: Draft, report: Report, explainer: Explainer, draft_id: str | None = None, considered: Collection[str] = ()
) -> Mapping[str, object]:
    """Return the result of a draft as plain values, ready for `json.dumps`; `considered` are fingerprints."""
    result: dict[str, object] = {} if draft_id is None else {"id": draft_id}
    result["findings"] = [_finding(draft, finding, explainer, considered) for finding in report.findings]
    result["strengths"] = [{"rule": strength.rule, "message": strength.message} for strength in report.strengths]
    ease = report.readability
    result["readability"] = {
        "words": ease.words,
        "sentences": ease.sentences,
        "words_per_sentence": ease.words_per_sentence,
        "longest_sentence": ease.longest_sentence,
        "long_words": ease.long_words,
        "reading_seconds": ease.reading_seconds,
    }
    result["layers"] = {layer.value: state.value for layer, state in report.layers.items()}
    if report.notes:
        result["notes"] = {layer.value: note for layer, note in report.notes.items()}
    return result


def _finding(draft: Draft, finding: Finding, explainer: Explainer, considered: Collection[str]) -> Mapping[str, object]:
    explanation = explainer.explain(finding)
    mark = fingerprint(finding, draft.text)
    return {
        "rule": finding.rule,
        "category": finding.category.value,
        "principles": [principle.value for principle in explainer.rule(finding).principles],
        "level": finding.level.word,
        "layer": finding.layer.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "words": draft.text[finding.span.start : finding.span.end],
        "kind": finding.kind,
        "message": explanation.message,
        "why": explanation.why,
        "ask": explanation.ask,
        "try": list(explanation.try_),
        "source": {
            "title": explanation.source.title,
            "section": explanation.source.section,
            "url": explanation.source.url,
        },
        "fingerprint": mark,
        "considered": mark in considered,
    }
