"""The files that are not searchable."""
