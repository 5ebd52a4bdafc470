"""The first page: questions answered, a card per country, the news."""
