"""Put the wording layer together: the model as it was built, its vocabulary and labels, and the rules whose cards it shows.

A model that is missing or damaged is a state of the layer, said in one sentence; everything else works.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from checks.detectors import Detector
from checks.detectors.wording import Concern, WordingDetector, WordingModel
from checks.engine import never
from checks.errors import LayerUnavailableError
from checks.model import Finding, Occasion
from checks.packs.loading import Packs
from checks.packs.rules import Rule
from checks.text.reading import Reading
from checks.wording.tokens import Vocabulary

_MODEL, _VOCABULARY, _LABELS = "model.onnx", "vocabulary.txt", "labels.toml"
_MISSING = "The wording model is not part of this installation, so only the rules look at the draft."
_DAMAGED = "The wording model cannot be used ({}), so only the rules look at the draft; install Soundpost again."


@dataclass(frozen=True, slots=True)
class WordingFiles:
    """What the folder of a wording model holds, read and found to belong together."""

    vocabulary: Vocabulary
    concerns: tuple[Concern, ...]
    model: bytes


class OnnxModel:
    """Ask the model with onnxruntime, on one thread."""

    def __init__(self, model: bytes) -> None:
        """Load the model; raise `LayerUnavailableError` where it is none."""
        from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions, set_default_logger_severity

        set_default_logger_severity(4)  # what it would print belongs in no terminal; faults come as exceptions
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        options.enable_cpu_mem_arena = False
        try:
            self._session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as fault:  # onnxruntime has a class for each way of not being a model
            raise LayerUnavailableError(_DAMAGED.format("it does not load"), "failed") from fault

    def answers(self, numbers: Sequence[int]) -> Sequence[float]:
        """Return how likely each output is."""
        import numpy as np

        (answers,) = self._session.run(None, {"numbers": np.asarray([numbers], dtype=np.int64)})
        likelihoods: Sequence[float] = answers[0].tolist()
        return likelihoods


class LateModel:
    """A model that is loaded when it is first asked, so that nobody waits for it before."""

    def __init__(self, model: bytes) -> None:
        """Take the model as it stands in its file."""
        self._model = model
        self._loaded: WordingModel | None = None

    def answers(self, numbers: Sequence[int]) -> Sequence[float]:
        """Return what the loaded model answers."""
        if self._loaded is None:
            self._loaded = OnnxModel(self._model)
            self._model = b""
        return self._loaded.answers(numbers)


def read_wording(folder: Traversable) -> WordingFiles:
    """Read a model's folder, or raise `LayerUnavailableError` with the sentence to show."""
    try:
        labels = tomllib.loads((folder / _LABELS).read_text(encoding="utf-8"))
        vocabulary = (folder / _VOCABULARY).read_text(encoding="utf-8")
        model = (folder / _MODEL).read_bytes()
    except FileNotFoundError:
        raise LayerUnavailableError(_MISSING, "missing") from None
    except (OSError, ValueError):
        raise LayerUnavailableError(_DAMAGED.format("a file cannot be read"), "failed") from None
    if hashlib.sha256(model).hexdigest() != labels.get("sha256"):
        raise LayerUnavailableError(_DAMAGED.format("its file is not the one that was built"), "failed")
    try:
        concerns = tuple(Concern(str(row["label"]), float(row["least"])) for row in labels["labels"])
        return WordingFiles(Vocabulary(vocabulary.removesuffix("\n").split("\n")), concerns, model)
    except (KeyError, TypeError, ValueError):
        raise LayerUnavailableError(_DAMAGED.format("its labels or its vocabulary are not whole"), "failed") from None


def rules_of(packs: Packs) -> Mapping[str, Rule]:
    """Return the rule behind each label of the model."""
    labelled = [(rule, (rule.match.options or {}).get("label")) for rule in packs.rules if rule.match.kind == "wording"]
    return {label: rule for rule, label in labelled if isinstance(label, str)}


class Absent:
    """Stand where a layer's detector would, and say why there is none."""

    def __init__(self, problem: LayerUnavailableError) -> None:
        """Take what is wrong."""
        self._sentence, self._state = str(problem), problem.state

    def detect(self, reading: Reading, occasion: Occasion) -> Iterable[Finding]:
        """Raise `LayerUnavailableError`, as a detector does that cannot answer."""
        raise LayerUnavailableError(self._sentence, self._state)


def wording_detector(packs: Packs, cancelled: Callable[[], bool] = never, folder: Traversable | None = None) -> Detector:
    """Return the detector of the wording layer, or what stands in its place where there is no model."""
    try:
        found = read_wording(folder or files("resources") / "wording")
    except LayerUnavailableError as problem:
        return Absent(problem)
    return WordingDetector(LateModel(found.model), found.vocabulary, found.concerns, rules_of(packs), cancelled)
