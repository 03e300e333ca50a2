"""Light and dark: asks Qt for it, and mends the palette where Qt's platform plugin cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

THEMES = ("system", "light", "dark")

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_Role = QPalette.ColorRole
# A plain grey ramp for each scheme. Used only on platforms (X11 without a
# desktop, offscreen) whose plugin ignores QStyleHints.setColorScheme.
_LIGHT = {
    _Role.Window: "#f3f3f3",
    _Role.WindowText: "#1d1d1d",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f0f0f0",
    _Role.Text: "#1d1d1d",
    _Role.PlaceholderText: "#767676",
    _Role.Button: "#f6f6f6",
    _Role.ButtonText: "#1d1d1d",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#1d1d1d",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e4e4e4",
    _Role.Mid: "#b8b8b8",
    _Role.Dark: "#9f9f9f",
    _Role.Shadow: "#767676",
    _Role.Highlight: "#2a6fb0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#2a6fb0",
    _Role.Link: "#1f5f9c",
    _Role.LinkVisited: "#6b4f91",
    _Role.BrightText: "#ffffff",
}
_DARK = {
    _Role.Window: "#2b2b2b",
    _Role.WindowText: "#e8e8e8",
    _Role.Base: "#202020",
    _Role.AlternateBase: "#292929",
    _Role.Text: "#e8e8e8",
    _Role.PlaceholderText: "#969696",
    _Role.Button: "#363636",
    _Role.ButtonText: "#e8e8e8",
    _Role.ToolTipBase: "#383838",
    _Role.ToolTipText: "#e8e8e8",
    _Role.Light: "#4a4a4a",
    _Role.Midlight: "#404040",
    _Role.Mid: "#1c1c1c",
    _Role.Dark: "#161616",
    _Role.Shadow: "#0e0e0e",
    _Role.Highlight: "#3579bd",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#3579bd",
    _Role.Link: "#7db8ec",
    _Role.LinkVisited: "#b49ad6",
    _Role.BrightText: "#ffffff",
}
_OUTLINED = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QCheckBox", "QRadioButton", "QMenu")
_FUSION_DARKER = 140
"""Per cent by which Fusion darkens Window for a border."""
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def apply(app: QApplication, theme: str) -> None:
    """Switch the running application to "system", "light" or "dark"."""
    wanted = _SCHEMES[theme]
    hints = app.styleHints()
    hints.setColorScheme(wanted)
    if wanted == Qt.ColorScheme.Unknown:
        # A palette without resolved roles gives every colour back to the platform.
        app.setPalette(QPalette())
    elif hints.colorScheme() != wanted:
        app.setPalette(_palette(_DARK if wanted == Qt.ColorScheme.Dark else _LIGHT))
    _outline_controls(app)


def outline(palette: QPalette) -> QColor:
    """For the borders of controls: over 3 to 1 on Window and on Base, also where Fusion lightens it."""
    return blend(palette.color(_Role.WindowText), palette.color(_Role.Window), 0.58)


def _outline_controls(app: QApplication) -> None:
    """Let Fusion draw fields and boxes with a border that can be seen.

    It draws it in a darker shade of Window, which hardly differs from Window in
    a dark theme; so these kinds of widget, which show no Window, get a lighter one.
    """
    if app.style().name() != "fusion":
        return
    palette = app.palette()
    palette.setColor(_Role.Window, outline(palette).lighter(_FUSION_DARKER))
    for kind in _OUTLINED:
        # PySide6's stubs ask for bytes, which it refuses when it runs.
        app.setPalette(palette, kind)  # type: ignore[arg-type]


def is_dark(palette: QPalette) -> bool:
    return palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness()


def blend(over: QColor, under: QColor, share: float) -> QColor:
    """`share` of one colour laid over another; for quiet tints that follow the palette."""

    def mixed(a: int, b: int) -> int:
        return round(a * share + b * (1 - share))

    return QColor(
        mixed(over.red(), under.red()), mixed(over.green(), under.green()), mixed(over.blue(), under.blue())
    )


def quiet_text(palette: QPalette) -> QColor:
    """Text of second rank: readable (over 4.5 to 1 on the window), and behind the first."""
    return blend(palette.color(_Role.WindowText), palette.color(_Role.Window), 0.68)


def _palette(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    window = QColor(colours[_Role.Window])
    for role in _FADED:
        faded = blend(QColor(colours[role]), window, 0.42)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
