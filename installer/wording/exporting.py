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
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from checks.wording.question import MOST_OF_OCCASION, MOST_OF_POST
from checks.wording.tokens import Vocabulary
from installer.wording.lessons import Lesson
from installer.wording.network import Network
from installer.wording.posts import OFFENSIVE
from installer.wording.training import likelihoods, numbers_of

LONGEST = MOST_OF_OCCASION + MOST_OF_POST + 3
_OPSET = 17
_UNMERGED = ("enable_attention", "enable_embed_layer_norm", "enable_bias_gelu")
_FLOAT = onnx.TensorProto.FLOAT


class _OneQuestion(torch.nn.Module):
    """Answer one question at a time, and say of each of its numbers how likely it is among the words that carry the concern.

    The same sums as the network's (Devlin et al., 2019) in fewer steps, as each takes its time: nothing is padded, so nothing has
    to be masked, and what is asked, offered and given of a place comes from one product.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.attention = torch.nn.ModuleList(_joined(layer.attention.self) for layer in network.encoder.encoder.layer)

    def forward(self, numbers: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        encoder = self.network.encoder
        width, heads = encoder.config.hidden_size, encoder.config.num_attention_heads
        first = encoder.embeddings
        places = first.position_embeddings.weight[:LONGEST][: numbers.shape[1]]
        now = first.LayerNorm(first.word_embeddings(numbers) + places + first.token_type_embeddings.weight[0])
        for layer, joined in zip(encoder.encoder.layer, self.attention, strict=True):
            asked, offered, given = joined(now).reshape(1, -1, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
            shares = torch.softmax(torch.matmul(asked, offered.transpose(-1, -2)), -1)
            seen = torch.matmul(shares, given).permute(0, 2, 1, 3).reshape(1, -1, width)
            now = layer.attention.output.LayerNorm(layer.attention.output.dense(seen) + now)
            within = torch.nn.functional.gelu(layer.intermediate.dense(now))
            now = layer.output.LayerNorm(layer.output.dense(within) + now)
        logits = self.network.outputs(torch.cat((now[:, 0], now.mean(1)), 1))
        return likelihoods(logits), torch.sigmoid(self.network.evidence(now).squeeze(-1))


def _joined(attention: torch.nn.Module) -> torch.nn.Linear:
    """Return the three products of an attention as one; the first is scaled here and so need not be each time."""
    parts = (attention.query, attention.key, attention.value)
    scales = (attention.attention_head_size**-0.5, 1.0, 1.0)
    joined = torch.nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    with torch.no_grad():
        joined.weight.copy_(torch.cat([part.weight * scale for part, scale in zip(parts, scales, strict=True)]))
        joined.bias.copy_(torch.cat([part.bias * scale for part, scale in zip(parts, scales, strict=True)]))
    return joined


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
        merged = optimize_model(str(whole), model_type="bert", optimization_options=_merges(), opt_level=0)
        merged.save_model_to_file(str(whole))
        small = Path(folder) / "small.onnx"
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, extra_options={"DefaultTensorType": _FLOAT})
        _merge_steps(small, to)
    model = onnx.load(to)
    model.producer_name, model.producer_version, model.doc_string = "soundpost", "", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, to)


def _merges() -> FusionOptions:
    """Return which steps are merged before the weights become eight bits: sums with the norm after them, and no others."""
    options = FusionOptions("bert")
    for name in _UNMERGED:
        setattr(options, name, False)
    return options


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
