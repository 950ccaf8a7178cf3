"""Write a report for a person in a terminal."""

import textwrap
from collections.abc import Collection, Sequence
from typing import TextIO

from checks.dismissals import fingerprint
from checks.explaining import Explainer
from checks.model import Draft, Finding, Layer, LayerState, Report
from checks.openings import Opening

_WIDTH = 96
_LONGEST_QUOTE = 160
_OPENINGS = 2


def write_report(draft: Draft, report: Report, explainer: Explainer, considered: Collection[str], out: TextIO) -> None:
    """Write strengths first, then what to consider, then how each layer fared."""
    out.writelines(f"+ {strength.message}\n" for strength in report.strengths)
    if report.strengths:
        out.write("\n")
    open_findings = [finding for finding in report.findings if fingerprint(finding, draft.text) not in considered]
    out.write(f"{_headline(len(open_findings), len(report.findings))}\n")
    out.writelines(f"\n{_card(draft, finding, explainer)}\n" for finding in open_findings)
    for layer, state in report.layers.items():
        if state not in (LayerState.OK, LayerState.NOT_ASKED):
            out.write(f"\n{_layer_line(layer, state, report.notes.get(layer, ''))}\n")


def write_openings(openings: Sequence[Opening], out: TextIO) -> None:
    """Write the openings that would help a reply, each with when it fits and when it does not."""
    for opening in openings[:_OPENINGS]:
        lines = [f"You could begin: “{opening.opener}…”", *_wrapped("  ", opening.use_when), *_wrapped("  Not: ", opening.avoid)]
        out.write("\n" + "\n".join(lines) + "\n")


def _headline(count: int, all_of_them: int) -> str:
    rest = f" ({all_of_them - count} already considered)" if all_of_them > count else ""
    if not count:
        return f"Nothing noticed{rest}. You know the work and the people best."
    return f"{count} {'thing' if count == 1 else 'things'} to consider{rest}"


def _card(draft: Draft, finding: Finding, explainer: Explainer) -> str:
    explanation = explainer.explain(finding)
    words = " ".join(draft.text[finding.span.start : finding.span.end].split())
    quote = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    lines = [
        f"{finding.level.word.capitalize()}: {', '.join(explanation.principles)}",
        *_wrapped("  ", f"“{quote}”"),
        *_wrapped("  ", explanation.message),
        *_wrapped("  Why: ", explanation.why),
        *_wrapped("  Ask yourself: ", explanation.ask),
        *(line for suggestion in explanation.try_ for line in _wrapped("  Try: ", suggestion)),
        *_wrapped("  Source: ", f"{explanation.source.title}, {explanation.source.section}"),
        f"  [{finding.rule}]",
    ]
    return "\n".join(lines)


def _wrapped(head: str, text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=head, subsequent_indent="    ")


def _layer_line(layer: Layer, state: LayerState, note: str) -> str:
    if note:
        return note
    return f"The {layer.value} layer could not answer ({state.value}); the other checks ran."
