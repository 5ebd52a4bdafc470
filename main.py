"""The router: the data in use, navigation, the frame around every page. Knows nothing else."""

from ui import start

with start.importing:
    from ui import blocks, routes, ways

with start.reading():
    routes.begin()
    page = routes.page()
    blocks.frame()
    page.run()
    blocks.footer()
    ways.ways()
