"""Power and carbon: what an announced campus takes in a year, with the method in sight."""

from ui import blocks, energy_choices, notices, show, views

blocks.needs("energy")

chosen = energy_choices.chosen()
view = views.view("energy", chosen)
answer, assumed, *further = (one.name for one in view.sections)
show.title(view)
notices.notices()
show.warnings(view)
energy_choices.bar(chosen)
show.sections(view, answer)
energy_choices.assumptions(view[assumed], chosen)
show.sections(view, *further)
show.downloads(view)
