from __future__ import annotations

from collections.abc import Sequence

import torch

from photoclip.embedding.text_tower import TextTower


class Letters:
    """A text tower that counts letters, and how many texts it was given."""

    def __init__(self) -> None:
        self.given = 0

    def tokenizer(self, texts: Sequence[str]) -> torch.Tensor:
        self.given += len(texts)
        return torch.tensor([[text.count(letter) + 1 for letter in "abcdefgh"] for text in texts])

    def encode_text(self, tokens: torch.Tensor, normalize: bool) -> torch.Tensor:
        return tokens.to(torch.float32)


def test_the_last_256_texts_are_remembered() -> None:
    letters = Letters()
    tower = TextTower(letters, letters.tokenizer)
    texts = [f"text {number}" for number in range(256)]
    tower.encode(texts)
    letters.given = 0
    tower.encode(texts[:100])
    assert letters.given == 0
    tower.encode([f"other {number}" for number in range(156)])
    letters.given = 0
    tower.encode(texts[:100])
    assert letters.given == 0, "what was asked for lately is kept"
    tower.encode(texts[100:256])
    assert letters.given == 156


def test_a_list_longer_than_the_memory_is_encoded_once() -> None:
    letters = Letters()
    tower = TextTower(letters, letters.tokenizer)
    letters.given = 0
    assert tower.encode([f"text {number % 400}" for number in range(1000)]).shape == (1000, 8)
    assert letters.given == 400
