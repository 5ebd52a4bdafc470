"""The page of power and carbon: what was chosen, assumed and worked out, and its context."""
