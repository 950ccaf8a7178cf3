"""The network: a BERT encoder, its first and its mean place in the last layer, and one output for each label."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from transformers import BertConfig, BertModel

_BUCKETS = 2**16
_WIDTH, _HEADS, _INNER, _POSITIONS = 384, 12, 1536, 512


class Network(torch.nn.Module):
    """Read questions (see checks/wording/question.py) and say, for each output, how likely it is, as a logit."""

    def __init__(self, encoder: BertModel, outputs: int) -> None:
        """Take the encoder and the number of outputs."""
        super().__init__()
        self.encoder = encoder
        self.dropout = torch.nn.Dropout(0.1)
        self.outputs = torch.nn.Linear(2 * encoder.config.hidden_size, outputs)
        self.evidence = torch.nn.Linear(encoder.config.hidden_size, 1)

    def forward(self, numbers: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Return a row of logits for each row of numbers; `there` is 1 where a number is part of the question."""
        return self.with_evidence(numbers, there)[0]

    def with_evidence(self, numbers: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the logits of the outputs, and for each number whether it belongs to the words that carry a concern.

        Who has to say where a concern lies learns better whether there is one, and the program shows those words.
        """
        last = self.encoder(input_ids=numbers, attention_mask=there).last_hidden_state
        weights = there.unsqueeze(-1).to(last.dtype)
        mean = (last * weights).sum(1) / weights.sum(1)
        logits = self.outputs(self.dropout(torch.cat((last[:, 0], mean), 1)))
        return logits, self.evidence(self.dropout(last)).squeeze(-1)


class WordCounter(torch.nn.Module):
    """What the network is measured against: a weight for each output and each run of one to three pieces, hashed, and no more."""

    def __init__(self, outputs: int) -> None:
        """Take the number of outputs."""
        super().__init__()
        self.weights = torch.nn.EmbeddingBag(_BUCKETS, outputs, mode="sum")
        torch.nn.init.zeros_(self.weights.weight)
        self.start = torch.nn.Parameter(torch.zeros(outputs))

    def forward(self, numbers: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Return a row of logits for each row of numbers, as the network does."""
        padded = torch.nn.functional.pad(numbers * there, (0, 2))
        first, second, third = (padded[:, place : place + numbers.shape[1]] for place in range(3))
        runs = torch.cat((first, first * 31 + second * 17_011, first * 101 + second * 7_919 + third * 104_729), 1) % _BUCKETS
        return self.start + self.weights(runs, per_sample_weights=torch.cat((there,) * 3, 1).float())

    def with_evidence(self, numbers: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the logits, and nothing about where a concern lies."""
        return self(numbers, there), torch.zeros_like(numbers, dtype=torch.float)


def base_encoder(jar: Path) -> tuple[BertModel, tuple[str, ...]]:
    """Return the encoder and the vocabulary that a jar of an embedding model holds (see fetch.sh): its ONNX graph is read back.

    Weights of matrix products stand in the graph without their names, so they are found by the name of the node that uses them.
    """
    with zipfile.ZipFile(jar) as packed:
        graph = next(name for name in packed.namelist() if name.endswith(".onnx"))
        tokenizer = next(name for name in packed.namelist() if name.endswith("tokenizer.json"))
        model = onnx.load(io.BytesIO(packed.read(graph)))
        pieces = _pieces(packed.read(tokenizer))
    held = {value.name: onnx.numpy_helper.to_array(value) for value in model.graph.initializer}
    found = {name: torch.tensor(value.astype(np.float32)) for name, value in held.items() if name.startswith(("emb", "enc"))}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in held:
            name = node.name.strip("/").replace("/", ".").removesuffix(".MatMul") + ".weight"
            found[name] = torch.tensor(held[node.input[1]].T.copy())
    layers = 1 + max(int(name.split(".")[2]) for name in found if name.startswith("encoder.layer."))
    encoder = _empty(layers, len(pieces))
    own = encoder.state_dict()
    fixed = {name: value for name, value in own.items() if "_ids" in name}
    encoder.load_state_dict({name: value for name, value in (found | fixed).items() if name in own})
    return encoder, pieces


def cut_vocabulary(encoder: BertModel, kept: Sequence[int]) -> BertModel:
    """Return the encoder with only some of its vocabulary, in the order given; the rest of its words cost room and are rare."""
    smaller = _empty(encoder.config.num_hidden_layers, len(kept))
    values = encoder.state_dict()
    values["embeddings.word_embeddings.weight"] = values["embeddings.word_embeddings.weight"][list(kept)]
    smaller.load_state_dict(values)
    return smaller


def _empty(layers: int, vocabulary: int) -> BertModel:
    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=_WIDTH,
        num_hidden_layers=layers,
        num_attention_heads=_HEADS,
        intermediate_size=_INNER,
        max_position_embeddings=_POSITIONS,
    )
    return BertModel(config, add_pooling_layer=False)


def _pieces(tokenizer: bytes) -> tuple[str, ...]:
    import json

    numbers: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]
    return tuple(sorted(numbers, key=lambda piece: numbers[piece]))
