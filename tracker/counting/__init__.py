"""The one way of counting: pots shared out by rung, lenses, scopes, totals with their rows."""
