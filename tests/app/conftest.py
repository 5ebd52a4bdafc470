"""AppTest runs main.py on every page, as the server does."""

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import app_test


class Routed(PagesManager):
    """What `ui.routes.declare` says once for a server, said for every run: AppTest unsays it."""

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        PagesManager.uses_pages_directory = False


@pytest.fixture(autouse=True)
def _routed(monkeypatch):
    monkeypatch.setattr(app_test, "PagesManager", Routed)
