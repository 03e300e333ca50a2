"""The list of what there is to look at."""
