"""Overview: who leads on what, and a way into each country."""

from ui import blocks, routes, views

routes.through_router()
blocks.needs("commitments", "amounts", "statuses", "sources", "exchange_rates", "countries")

view = views.overview_view()
blocks.title(view.title, view.lead)
routes.country_cards(view)
blocks.markup(view.legend)
