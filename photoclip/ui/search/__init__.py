"""From what is asked to what is shown."""
