"""The page of delivery: from everything announced to what runs, quoted totals, promises, losses."""
