"""Overview: the race as one picture, who leads under which rule, and ways further in."""

from ui import blocks, choices, show, views

blocks.needs("overview")

view = views.view("overview", choices.none())
show.title(view)
choices.notices()
show.sections(view)
