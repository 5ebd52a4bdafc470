"""Overview: who leads on what, and a way into each country."""

from ui import blocks, choices, notices, routes, show, views

blocks.needs("overview")

view = views.view("overview", choices.none())
show.title(view)
notices.notices()
show.sections(view, "answers")
routes.country_cards(view)
show.sections(view, "legend", "changes", "meanings")
