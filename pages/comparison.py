"""Comparison: who leads under which rule, and all that lies beside each other."""

from ui import blocks, choices, routes, views

routes.through_router()
blocks.needs("commitments", "amounts", "statuses", "sources", "exchange_rates", "countries")
blocks.needs("capacities", "indicators", "grid", "grid_zones", "prices", "measures", "promises")

view = views.comparison_view(*choices.comparison())
blocks.title(view.title, view.lead)
choices.notices()
choices.comparison_bar()
blocks.markup(view.contents)
for section in view.sections:
    blocks.markup(section.html)
