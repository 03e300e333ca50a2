"""The user's limit on processors."""

from __future__ import annotations

import torch

from photoclip.embedding.device import limit_processors


def test_torch_uses_no_more_processors_than_the_user_allows() -> None:
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(4)
        limit_processors(0)
        assert torch.get_num_threads() == 4
        limit_processors(1)
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)
