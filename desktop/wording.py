"""Put the wording layer together: the model as it was built, its vocabulary and labels, and the rules whose cards it shows.

A model that is missing or damaged is a state of the layer, said in one sentence; everything else works.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from checks.detectors import Detector
from checks.detectors.wording import Answer, Concern, WordingDetector
from checks.engine import never
from checks.errors import LayerUnavailableError
from checks.model import Finding, Occasion
from checks.packs.loading import Packs
from checks.packs.rules import Rule
from checks.text.reading import Reading
from checks.wording.tokens import Vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_MODEL, _VOCABULARY, _LABELS = "model.onnx", "vocabulary.txt", "labels.toml"
_NOTHING = 4  # what onnxruntime would print belongs in no terminal; its faults come as exceptions
_MISSING = "The wording model is not part of this installation, so only the rules look at the draft."
_DAMAGED = "The wording model cannot be used ({}), so only the rules look at the draft; install Soundpost again."


@dataclass(frozen=True, slots=True)
class WordingFiles:
    """What the folder of a wording model holds; whether the model is the one that was built is found out when it is loaded."""

    vocabulary: Vocabulary
    concerns: tuple[Concern, ...]
    model: Traversable
    sha256: str


class OnnxModel:
    """Ask the model with onnxruntime, on one thread; it is loaded when it is first asked, so that nobody waits for it before."""

    def __init__(self, found: WordingFiles) -> None:
        """Take what was found in the model's folder."""
        self._found = found
        self._session: InferenceSession | None = None

    def answer(self, numbers: Sequence[int]) -> Answer:
        """Return the answer to a question; raise `LayerUnavailableError` where the model cannot be loaded."""
        import numpy as np

        if self._session is None:
            self._session = self._loaded()
        outputs, evidence = self._session.run(None, {"numbers": np.asarray([numbers], dtype=np.int64)})
        return Answer(outputs[0].tolist(), evidence[0].tolist())

    def _loaded(self) -> "InferenceSession":
        from onnxruntime import InferenceSession, SessionOptions, set_default_logger_severity

        set_default_logger_severity(_NOTHING)
        options = SessionOptions()
        options.log_severity_level = _NOTHING
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        options.add_session_config_entry("session.use_device_allocator_for_initializers", "1")
        with as_file(self._found.model) as path:
            if hashlib.sha256(path.read_bytes()).hexdigest() != self._found.sha256:
                raise LayerUnavailableError(_DAMAGED.format("its file is not the one that was built"), "failed")
            try:
                return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            except Exception as fault:  # onnxruntime has a class for each way of not being a model
                raise LayerUnavailableError(_DAMAGED.format("it does not load"), "failed") from fault


def read_wording(folder: Traversable) -> WordingFiles:
    """Read a model's folder, or raise `LayerUnavailableError` with the sentence to show."""
    try:
        labels = tomllib.loads((folder / _LABELS).read_text(encoding="utf-8"))
        vocabulary = (folder / _VOCABULARY).read_text(encoding="utf-8").removesuffix("\n")
    except FileNotFoundError:
        raise LayerUnavailableError(_MISSING, "missing") from None
    except (OSError, ValueError):
        raise LayerUnavailableError(_DAMAGED.format("a file cannot be read"), "failed") from None
    if not (folder / _MODEL).is_file():
        raise LayerUnavailableError(_MISSING, "missing")
    try:
        concerns = tuple(Concern(str(row["label"]), float(row["least"]), row.get("alone") is True) for row in labels["labels"])
        return WordingFiles(Vocabulary(vocabulary.split("\n")), concerns, folder / _MODEL, str(labels["sha256"]))
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
    return WordingDetector(OnnxModel(found), found.vocabulary, found.concerns, rules_of(packs), cancelled)
