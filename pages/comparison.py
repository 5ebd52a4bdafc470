"""Comparison: who leads under which rule, and all that lies beside each other."""

from ui import blocks, choices, notices, show, views

blocks.needs("comparison")

view = views.view("comparison", choices.money())
show.title(view)
notices.notices()
choices.comparison_bar()
show.sections(view)
