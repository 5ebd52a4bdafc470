"""Power, carbon and cost as pure functions, and what they assume."""
