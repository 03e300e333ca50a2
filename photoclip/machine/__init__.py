"""The machine: its drives and what feeds it."""
