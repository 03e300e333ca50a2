"""The background worker: one thread owns all writes and speaks in events."""
