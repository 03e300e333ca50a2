"""PySide6: the window."""
