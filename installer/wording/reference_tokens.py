"""Write into tests/checks/wording/tokens.json what a reference tokenizer answers, with our vocabulary, for the texts there."""

import json
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "tests" / "checks" / "wording" / "tokens.json"


def main() -> None:
    """Write the file anew."""
    pieces = (ROOT / "resources" / "wording" / "vocabulary.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    reference = Tokenizer(WordPiece({piece: number for number, piece in enumerate(pieces)}, unk_token="[UNK]"))  # noqa: S106
    reference.normalizer = BertNormalizer(lowercase=True)
    reference.pre_tokenizer = BertPreTokenizer()
    texts = json.loads(ANSWERS.read_text(encoding="utf-8"))
    answers = {text: reference.encode(text, add_special_tokens=False).ids for text in texts}
    ANSWERS.write_text(json.dumps(answers, ensure_ascii=True, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
