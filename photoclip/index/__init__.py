"""hnswlib: the approximate index of each model, and its exact twin."""
