"""Comparison: who leads under which rule, and all that lies beside each other."""

from ui import blocks, choices, views

blocks.needs("comparison")

currency, as_of = choices.comparison()
view = views.promises_compared(currency, as_of)
sections = [*view.sections, *views.countries_compared(as_of)]
blocks.title(view.title, view.lead)
choices.notices()
choices.comparison_bar()
blocks.contents(sections)
for section in sections:
    blocks.markup(section.html)
blocks.meanings()
