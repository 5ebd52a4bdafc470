"""Delivery: what became of everything announced, of quoted totals, of dated promises."""

from ui import blocks, choices, figures, views

blocks.needs("delivery")

currency, as_of = choices.comparison()
view = views.delivery_view(currency, as_of)
blocks.title(view.title, view.lead)
choices.notices()
choices.comparison_bar()
blocks.contents(view.sections, "delivery")
for section in view.sections[:3]:
    blocks.markup(section.html)
figures.slipped(view)
blocks.markup(view.sections[3].html)
blocks.meanings()
