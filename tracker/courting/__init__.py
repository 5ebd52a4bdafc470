"""The page of diplomacy: events and their ties, levers, sovereignty, who could be next."""
