"""Data as files that leave the app."""
