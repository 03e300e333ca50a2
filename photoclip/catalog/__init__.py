"""SQLite: which files exist, which photo each one is, and the vector of each photo."""
