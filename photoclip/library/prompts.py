"""Prompt templates for class names."""

from __future__ import annotations

SINGLE = ("a photo of a {}.",)

ENSEMBLE = tuple(
    template.replace("ARTICLE", article)
    for article in ("a", "the")
    for template in (
        "a photo of ARTICLE {}.",
        "a blurry photo of ARTICLE {}.",
        "a black and white photo of ARTICLE {}.",
        "a low contrast photo of ARTICLE {}.",
        "a high contrast photo of ARTICLE {}.",
        "a bad photo of ARTICLE {}.",
        "a good photo of ARTICLE {}.",
        "a photo of ARTICLE small {}.",
        "a photo of ARTICLE big {}.",
    )
)
"""The 18 templates that the authors of the CLIP paper published for CIFAR (openai/CLIP, data/prompts.md)."""
