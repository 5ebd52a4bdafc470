"""Figures: pure functions of a frame and a look."""
