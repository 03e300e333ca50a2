"""One query answered by two models, side by side."""
