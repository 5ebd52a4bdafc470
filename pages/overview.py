"""Overview: who leads on what, and a way into each country."""

from ui import blocks, choices, routes, views

blocks.needs("overview")

choices.none()
view = views.overview_view()
blocks.title(view.title, view.lead)
choices.notices()
blocks.markup(view.answers)
routes.country_cards(view)
blocks.markup(view.legend)
blocks.markup(view.changes)
blocks.markup(view.meanings)
