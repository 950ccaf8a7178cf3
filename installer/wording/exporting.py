"""Write a trained network as the files that the program reads: an int8 ONNX model, its vocabulary and its labels."""

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from installer.wording.network import Network
from installer.wording.posts import OFFENSIVE
from installer.wording.training import likelihoods

_OPSET = 17


class _OneQuestion(torch.nn.Module):
    """Answer one question at a time: nothing is padded, so nothing has to be masked."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        answers: torch.Tensor = likelihoods(self.network(numbers, torch.ones_like(numbers)))
        return answers


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
            output_names=["answers"],
            dynamic_axes={"numbers": {1: "length"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, to, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    model = onnx.load(to)
    model.producer_name, model.producer_version, model.doc_string = "soundpost", "", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, to)


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
