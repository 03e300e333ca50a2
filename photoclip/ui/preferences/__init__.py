"""What a person sets: preferences, folders, models, the first run."""
