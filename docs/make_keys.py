"""Writes docs/keys.md from the window's table of shortcuts."""

from __future__ import annotations

from pathlib import Path

from photoclip.ui.actions import shortcut_groups

if __name__ == "__main__":
    Path(__file__).with_name("keys.md").write_text(shortcut_groups.page(), encoding="utf-8")
