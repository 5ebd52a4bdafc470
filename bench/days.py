"""Days that nobody asked for: drawn by chance, always the same ones."""

import random
from datetime import date, timedelta

FIRST, SPAN = date(2025, 2, 11), 650  # on all of these every page has something to say


def days(count: int, seed: int = 5) -> list[str]:
    """``count`` different days, at most SPAN, as the address writes them."""
    numbers = random.Random(seed).sample(range(SPAN), count)
    return [str(FIRST + timedelta(number)) for number in numbers]
