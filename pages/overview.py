"""Overview: who leads on what, and a way into each country."""

from ui import blocks, choices, routes, views

routes.through_router()
blocks.needs("commitments", "amounts", "statuses", "sources", "exchange_rates", "countries")

choices.none()
view = views.overview_view()
blocks.title(view.title, view.lead)
choices.notices()
routes.country_cards(view)
blocks.markup(view.legend)
blocks.markup(view.meanings)
