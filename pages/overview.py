"""Overview: the race as one picture, who leads under which rule, and ways further in."""

from ui import blocks, choices, notices, show, views

blocks.needs("overview")

view = views.view("overview", choices.money())
show.title(view)
notices.notices()
choices.comparison_bar()
show.sections(view)
