"""Write a trained network as the files that the program reads: an int8 ONNX model, its vocabulary and its labels."""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic

from checks.wording.tokens import Vocabulary
from installer.wording.lessons import Lesson
from installer.wording.network import Network
from installer.wording.posts import OFFENSIVE
from installer.wording.training import likelihoods, numbers_of

_OPSET = 17


class _OneQuestion(torch.nn.Module):
    """Answer one question at a time, and say of each of its numbers how likely it is among the words that carry the concern.

    Nothing is padded, so nothing has to be masked.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, numbers: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        logits, evidence = self.network.with_evidence(numbers, torch.ones_like(numbers))
        return likelihoods(logits), torch.sigmoid(evidence)


def write_model(network: Network, to: Path) -> None:
    """Write the network as ONNX with weights of eight bits; the same weights give the same bytes."""
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _OneQuestion(network),
            (torch.ones(1, 12, dtype=torch.long),),
            str(whole),
            input_names=["numbers"],
            output_names=["answers", "evidence"],
            dynamic_axes={"numbers": {1: "length"}, "evidence": {1: "length"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        small = Path(folder) / "small.onnx"
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
        _merge_steps(small, to)
    model = onnx.load(to)
    model.producer_name, model.producer_version, model.doc_string = "soundpost", "", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, to)


def _merge_steps(model: Path, to: Path) -> None:
    """Write the model with its steps merged where every processor can do that, so that it need not be done at each start."""
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(to)
    InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def shipped_answers(model: Path, lessons: Sequence[Lesson], vocabulary: Vocabulary) -> np.ndarray:
    """Return the likelihoods that the model as written gives for lessons: eight bits shift them, so these set the thresholds."""
    session = InferenceSession(str(model), providers=["CPUExecutionProvider"])
    asked = (np.asarray([numbers_of(lesson, vocabulary)], dtype=np.int64) for lesson in lessons)
    return np.array([session.run(["answers"], {"numbers": numbers})[0][0] for numbers in asked])


def write_labels(labels: Mapping[str, float], model: Path, to: Path, notes: Sequence[str]) -> None:
    """Write the outputs in their order, each with how sure the model must be, and the hash of the model they belong to."""
    lines = [
        *(f"# {note}" for note in notes),
        f'sha256 = "{hashlib.sha256(model.read_bytes()).hexdigest()}"',
        *(line for label, least in labels.items() for line in _row(label, least)),
    ]
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(label: str, least: float) -> Sequence[str]:
    """Return a label's table; offence speaks whether or not there is another concern."""
    alone = ("alone = true",) if label == OFFENSIVE else ()
    return ("", "[[labels]]", f'label = "{label}"', f"least = {least:.3f}", *alone)
