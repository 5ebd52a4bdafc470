"""Diplomacy: what a source ties to the leaders' calls, what that does not prove, who is next."""

from ui import blocks, choices, figures, views

blocks.needs("diplomacy")

currency, as_of = choices.comparison()
view = views.diplomacy_view(currency, as_of)
blocks.title(view.title, view.lead)
choices.notices()
choices.comparison_bar()
blocks.contents(view.sections, "diplomacy")
blocks.markup(view.sections[0].html)
figures.timelines(view)
for section in view.sections[1:]:
    blocks.markup(section.html)
blocks.meanings()
