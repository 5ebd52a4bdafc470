"""Leaderboard: who promised what, and how much of it stands on which rung."""

from ui import blocks, choices, notices, show, views

blocks.needs("leaderboard")

view = views.view("leaderboard", choices.leaderboard())
show.title(view)
notices.notices()
choices.bar()
show.sections(view)
choices.rows_shown()
show.downloads(view)
