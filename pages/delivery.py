"""Delivery: what became of everything announced, of quoted totals, of dated promises."""

from ui import blocks, choices, notices, show, views

blocks.needs("delivery")

view = views.view("delivery", choices.money())
show.title(view)
notices.notices()
choices.comparison_bar()
show.sections(view)
