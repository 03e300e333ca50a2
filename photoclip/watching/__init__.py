"""Folders: what is in them, and when they change."""
