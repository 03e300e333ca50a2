"""What is said about a model; no widgets."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from photoclip.domain.errands import ModelSpeed
from photoclip.domain.models import STARTER_ID, ModelCard
from photoclip.ui import wording
from photoclip.worker.messages import ModelInUse

_STARS_FROM = (0.0, 62.0, 70.0, 76.0, 81.0)
"""The least zero-shot accuracy on ImageNet (percent), for one to five stars: five parts of the catalogue."""


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


def stars(card: ModelCard) -> str:
    """The published quality as one to five stars, or "" where none is published."""
    if card.imagenet_zero_shot is None:
        return ""
    count = sum(card.imagenet_zero_shot >= least for least in _STARS_FROM)
    return "★" * count + "☆" * (len(_STARS_FROM) - count)


def quality(card: ModelCard) -> str:
    """The stars and the published figure that they stand for."""
    if card.imagenet_zero_shot is None:
        return QCoreApplication.translate("models", "not rated")
    figure = QCoreApplication.translate("models", "{stars} {percent} %")
    return figure.format(stars=stars(card), percent=wording.decimal(card.imagenet_zero_shot))


def stars_aloud(card: ModelCard) -> str:
    """`stars` for a screen reader."""
    if card.imagenet_zero_shot is None:
        return QCoreApplication.translate("models", "Quality not published")
    return QCoreApplication.translate("models", "{number} of 5 stars").format(number=stars(card).count("★"))


def speed(measured: ModelSpeed | None) -> str:
    """What was measured on this machine; before that, never a guess."""
    if measured is None:
        return QCoreApplication.translate("models", "speed not measured yet")
    devices = {
        "cpu": QCoreApplication.translate("models", "the processor"),
        "cuda": QCoreApplication.translate("models", "the NVIDIA graphics card"),
        "mps": QCoreApplication.translate("models", "the Apple graphics"),
    }
    return QCoreApplication.translate("models", "{rate} on {device}").format(
        rate=wording.rate(measured.photos_per_second), device=devices.get(measured.device, measured.device)
    )


def download(card: ModelCard) -> str:
    """What has to be fetched."""
    return _download(card)


def licence(card: ModelCard) -> str:
    """Languages, licence, and what else is needed."""
    parts = [card.languages, card.licence]
    if not card.commercial_use:
        parts.append(QCoreApplication.translate("models", "not for commercial use"))
    if card.needs_transformers:
        parts.append(QCoreApplication.translate("models", "needs the “multilingual” extra"))
    return " · ".join(part for part in parts if part)


def plan(card: ModelCard) -> str:
    """What choosing this model at the start means."""
    if card.id == STARTER_ID:
        return QCoreApplication.translate(
            "models",
            "The starter is built in and answers at once. You can change to a better one at any time.",
        )
    return QCoreApplication.translate(
        "models",
        "The starter answers at once, while “{model}” is made ready ({download}) and reads your photos. "
        "When it has read all of them, it takes over by itself.",
    ).format(model=card.title, download=_download(card))


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


def effect(card: ModelCard, use: ModelInUse | None, ready: bool = False) -> str:
    """What choosing this model does; `ready` is one that has read the photos before."""
    if use is not None and use.upcoming is None and use.card.id == card.id:
        return QCoreApplication.translate("models", "This model serves your searches now.")
    if use is not None and use.upcoming is not None and use.upcoming.id == card.id:
        return QCoreApplication.translate(
            "models",
            "This model is being made ready; “{old}” serves your searches until it has read every photo.",
        ).format(old=use.card.title)
    if ready:
        return QCoreApplication.translate(
            "models",
            "This model has read your photos before: it is ready and switches at once. "
            "What either has read stays until you forget it in the preferences.",
        )
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


def others_ready(use: ModelInUse | None) -> list[str]:
    """The ids of models that have read the library and neither serve it nor are still reading."""
    if use is None:
        return []
    busy = {use.card.id, use.upcoming.id if use.upcoming is not None else ""}
    return [model_id for model_id in use.ready if model_id not in busy]


def _download(card: ModelCard) -> str:
    if not card.download_mb:
        return QCoreApplication.translate("models", "no download")
    about = QCoreApplication.translate("models", "about ") if card.download_estimated else ""
    return QCoreApplication.translate("models", "{about}{size} download").format(
        about=about, size=wording.megabytes(card.download_mb)
    )
