"""The user's limit on processors."""

from __future__ import annotations

import torch

from photoclip.embedding.device import limit_processors


def test_torch_uses_no_more_processors_than_the_user_allows_now(monkeypatch) -> None:
    before = torch.get_num_threads()
    monkeypatch.setattr("photoclip.embedding.device._usual_threads", lambda: 4)
    try:
        for most, used in ((0, 4), (1, 1), (3, 3), (9, 4), (2, 2), (0, 4)):
            limit_processors(most)
            assert torch.get_num_threads() == used
    finally:
        torch.set_num_threads(before)
