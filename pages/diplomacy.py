"""Diplomacy: what a source ties to the leaders' calls, what that does not prove, who is next."""

from ui import blocks, choices, notices, show, views

blocks.needs("diplomacy")

view = views.view("diplomacy", choices.money())
show.title(view)
notices.notices()
choices.comparison_bar()
show.sections(view)
