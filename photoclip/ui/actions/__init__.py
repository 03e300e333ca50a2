"""What can be done with photos, and how it is taken back."""
