"""The language of the window: translations of our own texts and of Qt's, and the way numbers are written."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from photoclip import paths

_log = logging.getLogger(__name__)
_installed: list[QTranslator] = []


def apply(language: str) -> None:
    """Speak "system", or the locale of this name, from the next window on; else English."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    locale = QLocale.system() if language == "system" else QLocale(language)
    QLocale.setDefault(locale)
    # Qt's own texts are put in first: the last one that was installed is asked first.
    _install(locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    spoken = _install(locale, "photoclip", str(paths.resources() / "translations"))
    if isinstance(app, QGuiApplication):
        # English texts read from the left, whatever the system's own direction.
        app.setLayoutDirection(locale.textDirection() if spoken else Qt.LayoutDirection.LeftToRight)


def _install(locale: QLocale, name: str, folder: str) -> bool:
    app = QCoreApplication.instance()
    translator = QTranslator()
    if app is None or not translator.load(locale, name, "_", folder):
        if locale.language() not in (QLocale.Language.English, QLocale.Language.C):
            _log.info("there is no %s translation for %s", name, locale.name())
        return False
    app.installTranslator(translator)
    _installed.append(translator)
    return True
