"""How a value is written and drawn. Knows no page and counts nothing."""
