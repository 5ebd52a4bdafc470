"""The ranking of commitments or of groups of them."""
