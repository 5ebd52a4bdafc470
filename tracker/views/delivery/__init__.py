"""What became of everything announced."""
