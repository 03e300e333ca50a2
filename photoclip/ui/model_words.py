"""What is said about a model; no widgets."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from photoclip.domain.models import ModelCard
from photoclip.ui import wording
from photoclip.worker.messages import ModelInUse


def title(card: ModelCard) -> str:
    """A model's title, led by the size that people choose by."""
    sizes = {
        "small": QCoreApplication.translate("models", "Small"),
        "medium": QCoreApplication.translate("models", "Medium"),
        "large": QCoreApplication.translate("models", "Large"),
        "largest": QCoreApplication.translate("models", "Largest"),
        "multilingual": QCoreApplication.translate("models", "Multilingual"),
    }
    if card.size is None:
        return card.title
    return f"{sizes.get(card.size, card.size)}: {card.title}"


def facts(card: ModelCard) -> str:
    """One line: download, measured quality, languages, licence, and what else is needed."""
    parts = [_download(card)]
    if card.imagenet_zero_shot is not None:
        parts.append(
            QCoreApplication.translate("models", "ImageNet {percent} %").format(
                percent=wording.decimal(card.imagenet_zero_shot)
            )
        )
    parts += [card.languages, card.licence]
    if not card.commercial_use:
        parts.append(QCoreApplication.translate("models", "not for commercial use"))
    if card.needs_transformers:
        parts.append(QCoreApplication.translate("models", "needs the “multilingual” extra"))
    return " · ".join(part for part in parts if part)


def hint(card: ModelCard) -> str:
    """The tooltip: where the numbers are from."""
    lines = [
        QCoreApplication.translate("models", "{millions} million parameters, {side} pixels, {tag}").format(
            millions=wording.decimal(card.parameters_millions, 0),
            side=card.image_size,
            tag=f"{card.open_clip_name} {card.open_clip_tag}".strip(),
        )
    ]
    if card.imagenet_zero_shot is not None:
        lines.append(
            QCoreApplication.translate(
                "models", "ImageNet zero-shot, top 1: {percent} % as published in {source}"
            ).format(
                percent=wording.decimal(card.imagenet_zero_shot),
                source=card.imagenet_source or QCoreApplication.translate("models", "an unnamed source"),
            )
        )
    return "<p>" + "<br>".join(html.escape(line) for line in lines) + "</p>"


def effect(card: ModelCard, use: ModelInUse | None) -> str:
    """What choosing this model does."""
    if use is not None and use.upcoming is None and use.card.id == card.id:
        return QCoreApplication.translate("models", "This model serves your searches now.")
    if use is not None and use.upcoming is not None and use.upcoming.id == card.id:
        return QCoreApplication.translate(
            "models",
            "This model is being made ready; “{old}” serves your searches until it has read every photo.",
        ).format(old=use.card.title)
    sentences = []
    if card.download_mb:
        about = QCoreApplication.translate("models", "about ") if card.download_estimated else ""
        sentences.append(
            QCoreApplication.translate(
                "models", "Choosing it downloads {about}{size} from the Hugging Face hub, once."
            ).format(about=about, size=wording.megabytes(card.download_mb))
        )
    if use is not None and use.card.id != card.id:
        sentences.append(
            QCoreApplication.translate(
                "models",
                "“{old}” keeps serving your searches until the new model has read every photo. "
                "What was read before is kept, so you can come back at no cost.",
            ).format(old=use.card.title)
        )
    return " ".join(sentences)


def _download(card: ModelCard) -> str:
    if not card.download_mb:
        return QCoreApplication.translate("models", "no download")
    about = QCoreApplication.translate("models", "about ") if card.download_estimated else ""
    return QCoreApplication.translate("models", "{about}{size} download").format(
        about=about, size=wording.megabytes(card.download_mb)
    )
