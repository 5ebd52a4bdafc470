"""Leaderboard: who promised what, and how much of it stands on which rung."""

from ui import blocks, choices, views

blocks.needs("leaderboard")

view = views.leaderboard_view(choices.leaderboard())
blocks.title(view.title, f"{view.lead} {view.scope}")
choices.notices()
choices.bar()
blocks.markup(view.total)
blocks.markup(view.sum)
blocks.ranking(view)
blocks.markup(view.legend)
blocks.markup(view.meanings)
choices.rows_shown()
blocks.download(view)
