"""Every page through main.py, with sound data and with broken ones."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.building import build
from tests.unit.test_leaderboard import TABLES
from tracker.views.addresses import VIEWS
from ui import ahead, data, tab, views

APP = "../../main.py"
PAGES = tuple(VIEWS)


def opened(page="overview", **address):
    app = AppTest.from_file(APP, default_timeout=60)
    if page != "overview":
        app.run().switch_page(f"pages/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def html(app):
    return "".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def served(folder, monkeypatch):
    """A small data folder that the app serves in place of the real one."""
    monkeypatch.setenv("COURTING_DATA", str(build(folder, **TABLES)))
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_heading_and_no_trouble(page):
    app = opened(page)
    assert not app.exception and not app.error and not app.warning
    assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_what_is_made_ahead_is_what_a_reader_without_choices_asks_for(page, served, monkeypatch):
    asked, view = [], views.view
    monkeypatch.setattr(views, "view", lambda *given: asked.append(given) or view(*given))
    opened(page)
    data.look_again()
    assert asked[-1] in [*ahead.usual_views()] and asked[-1][0] == page


def test_a_link_gives_the_view_it_was_copied_from(served):
    app = opened("leaderboard", lens="ceiling", currency="USD", by="country", sum="yes")
    assert not app.exception and not app.warning
    assert "$77,500,000,000.00" in html(app)
    asked = {"lens": "ceiling", "currency": "USD", "by": "country", "sum": "yes"}
    assert app.query_params == asked


def test_choosing_changes_the_address_and_the_numbers(served):
    app = opened("leaderboard")
    assert "€20.0bn signed or further" in html(app)
    app.session_state["lens"] = "ceiling"
    app.run()
    assert "€62.0bn announced, at its headline maximum" in html(app)
    assert app.query_params == {"lens": "ceiling"}


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ({"lens": "gold"}, "lens “gold”"),
        ({"as_of": "2025-02-31"}, "as\\_of “2025\\-02\\-31”"),
        ({"category": ["cloud", "castle"]}, "category “cloud castle”"),
        ({"nonsense": "1"}, "“nonsense”"),
        ({"currency": "<script>alert(1)</script>"}, "\\<script\\>"),
        ({"q": "x" * 200}, "q “xxx"),
    ],
)
def test_a_bad_address_is_left_aside_with_a_notice(served, address, notice):
    app = opened("leaderboard", **address)
    assert not app.exception
    assert [notice in warning.value for warning in app.warning] == [True]
    assert "€20.0bn signed or further" in html(app)
    assert app.query_params == {}


def test_nothing_pressed_narrows_nothing(served):
    everything = html(opened("leaderboard"))
    emptied = dict.fromkeys(("country_code", "origin", "rung", "rung_basis"), "")
    emptied |= {"amount_tier": "", "organisation_type": ""}
    assert html(opened("leaderboard", **emptied)) == everything


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"amount_tier": ["official", "newsroom"]}, "€62.0bn announced"),
        ({"amount_tier": ["official"]}, "Nothing counts under these choices"),
        ({"organisation_type": ["operator"]}, "€50.0bn announced"),
        ({"organisation_type": ["investor"], "country_code": ["IN"]}, "€12.0bn announced"),
    ],
)
def test_the_address_narrows_to_who_states_the_amount_and_to_who_leads(
    folder, monkeypatch, address, told
):
    """Bolt, which leads the hub in India, is an investor here."""
    acme, bolt = TABLES["organisations"]
    tables = TABLES | {"organisations": [acme, {**bolt, "organisation_type": "investor"}]}
    monkeypatch.setenv("COURTING_DATA", str(build(folder, **tables)))
    app = opened("leaderboard", lens="ceiling", **address)
    assert not app.exception and not app.warning
    assert told in html(app) + app.title[0].value
    assert {name: app.query_params[name] for name in address} == {
        name: asked if len(asked) > 1 else asked[0] for name, asked in address.items()
    }


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ({"amount_tier": ["hearsay"]}, "amount\\_tier “hearsay”"),
        # nobody of that kind leads anything here, so it is no choice
        ({"organisation_type": ["sovereign_fund"]}, "organisation\\_type “sovereign\\_fund”"),
    ],
)
def test_a_tier_or_a_kind_of_lead_that_there_is_not_is_left_aside(served, address, notice):
    app = opened("leaderboard", **address)
    assert [notice in warning.value for warning in app.warning] == [True]
    assert app.query_params == {}


def test_a_page_says_what_it_left_aside_of_the_choices_of_others(served):
    app = opened("overview", lens="ceiling")
    assert ["“lens”" in warning.value for warning in app.warning] == [True]
    assert app.query_params == {}


def test_a_notice_goes_when_the_reader_chooses(served):
    app = opened("leaderboard", lens="gold")
    assert app.run().warning
    app.session_state["lens"] = "floor"
    assert not app.run().warning


@pytest.mark.parametrize(
    "name",
    ["utm_source", "UTM_x", "fbclid", "gclid", "ref", "mc_cid", "mc_eid", "msclkid", "igshid"],
)
def test_what_counts_readers_is_left_aside_without_a_word(served, name):
    app = opened("leaderboard", **{name: "1", "lens": "ceiling"})
    assert not app.exception and not app.warning
    assert app.query_params == {"lens": "ceiling"}


def test_all_that_was_left_aside_is_told_in_one_box(served):
    app = opened("energy", mw="-3", colour="blue", method="guess")
    assert not app.exception and not app.error
    (box,) = app.warning
    assert [told in box.value for told in ("mw “", "colour", "guess")] == [True] * 3
    assert box.value.count("\n- ") == 3


@pytest.mark.parametrize("page", ["overview", "comparison", "delivery"])
def test_a_notice_is_not_told_again_on_the_next_page(served, page):
    app = opened("diplomacy", currency="GBP")
    assert len(app.warning) == 1
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception and not app.warning


def failing(kind):
    """A script in place of main.py whose page fails, with what the server does about it."""
    from tracker.look.words import TextMissing
    from ui import trouble

    errors = {
        "text": TextMissing("en", "site.name", "is missing"),
        "other": ZeroDivisionError("secret"),
    }
    assert trouble.tell(errors.get(kind, KeyError(kind))) is True


@pytest.mark.parametrize(
    ("kind", "said", "folded"),
    [
        ("text", "A text of this page is missing", "text/en/site.yaml: name: is missing"),
        ("other", "Something went wrong on this page", "ZeroDivisionError"),
        ("site_id", "Something went wrong on this page", "KeyError"),
    ],
)
def test_a_page_that_fails_says_so_in_plain_words(served, kind, said, folded):
    app = AppTest.from_function(failing, args=(kind,), default_timeout=60).run()
    assert not app.exception
    assert app.error[0].value.startswith(said)
    assert app.code[0].value == folded
    assert "Evidence ends" in html(app)


def test_where_even_the_words_are_missing_it_is_said_all_the_same(served, monkeypatch):
    monkeypatch.setattr(data, "look", lambda: {}["no words"])
    app = AppTest.from_function(failing, args=("other",), default_timeout=60).run()
    assert not app.exception
    assert app.error[0].value.startswith("The data cannot be used just now")


def test_a_missing_text_surfaces_in_tests(served):
    path = served / "text/en/leaderboard.yaml"
    path.write_text(path.read_text().replace("\ndownload:", "\nuploads:"))
    assert len(opened("leaderboard").exception) == 1
    assert not opened("overview").exception


@pytest.mark.parametrize("currency", ["EUR", "USD", "INR"])
@pytest.mark.parametrize(
    "by", ["commitment", "organisation", "country", "home", "category", "origin"]
)
def test_every_grouping_in_every_currency_on_the_real_data(by, currency):
    app = opened("leaderboard", by=by, currency=currency, sum="yes", rows="all")
    assert not app.exception and not app.warning and not app.error


@pytest.mark.parametrize("day", ["2019-01-01", "2024-05-31", "2025-02-11", "2026-06-30"])
def test_every_day_can_be_asked_for(day):
    app = opened("leaderboard", as_of=day, sum="yes", rows="all")
    assert not app.exception and not app.warning and not app.error


@pytest.mark.parametrize(
    "address",
    [{"category": ""}, {"flow_type": ""}, {"q": "nowhere"}],
)
def test_choices_that_leave_nothing_say_so_and_can_be_taken_away(served, address):
    app = opened("leaderboard", **address, currency="USD")
    assert not app.exception
    assert [info.value for info in app.info] == [
        "Nothing matches these choices, or nothing of the kind was known on that day."
    ]
    pressed(app, "Take the filters away")
    assert app.query_params == {"currency": "USD"} and not app.info
    assert "$25.0bn signed" in html(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_day_before_all_says_so_and_leads_to_the_last(served, page):
    app = opened(page, as_of="2019-01-01")
    assert not app.exception
    assert [info.value for info in app.info] == ["Nothing was known yet on 1 Jan 2019."]
    pressed(app, "Show what was known on 1 Jul 2026")
    assert app.query_params == {}
    assert not any("Nothing was known" in info.value for info in app.info)


def test_all_choices_can_be_taken_back_at_once(served):
    app = opened("leaderboard", lens="ceiling", currency="USD", category="cloud", sum="yes")
    pressed(app, "Start over with the usual choices")
    assert app.query_params == {}


def pressed(app, label):
    (button,) = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception


def test_the_tab_names_the_page_and_what_is_not_usual(served, monkeypatch):
    told = []
    monkeypatch.setattr(tab.st, "set_page_config", lambda **given: told.append(given))
    opened("leaderboard")
    opened("leaderboard", lens="ceiling", currency="USD", country_code="FR", as_of="2026-03-01")
    titles = [given["page_title"] for given in told if "layout" not in given]
    assert titles[-1].startswith("Leaderboard: ") and titles[-1].endswith(" · Courting Compute")
    assert all(one in titles[-1] for one in ("$", "France", "1 Mar 2026"))
    assert "Leaderboard · Courting Compute" in titles


def test_what_was_chosen_is_kept_for_every_page(served):
    app = opened("leaderboard", currency="USD", lens="ceiling", country_code="FR")
    assert app.session_state["kept"] == {
        "currency": ["USD"],
        "lens": ["ceiling"],
        "country": ["FR"],
    }
    app.switch_page("pages/sites.py").run()
    assert app.session_state["kept"]["currency"] == ["USD"]


def test_a_faulty_row_is_withheld_and_named(served):
    path = served / "amounts.csv"
    path.write_text(path.read_text().replace("15000000000,15000000000", "15000000000,twelve"))
    app = opened()
    assert not app.exception
    assert app.warning[0].value == (
        "1 row of the data is missing or has a fault and is left out. Totals are without it."
    )
    assert app.code[0].value == "data/amounts.csv:4: amount_high: 'twelve' is not a whole number"


def test_totals_say_that_they_are_without_withheld_rows(served):
    path = served / "amounts.csv"
    path.write_text(path.read_text().replace("15000000000,15000000000", "15000000000,twelve"))
    assert "€8.0bn signed or further, in 1 of 4 commitments" in html(opened("leaderboard"))
    assert "1 row withheld" in html(opened("leaderboard"))


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_file_stops_the_pages_that_need_it_in_words(served, page):
    (served / "amounts.csv").unlink()
    app = opened(page)
    assert not app.exception
    assert app.error[0].value.startswith("This page needs data that cannot be read")
    assert app.code[0].value == "data/amounts.csv: the file is missing"


def test_a_page_says_which_table_it_goes_on_without(served):
    (served / "participants.csv").unlink()
    app = opened("leaderboard")
    assert not app.exception and not app.error
    (told,) = (warning.value.replace("\\", "") for warning in app.warning)
    assert "without what cannot be read just now: Participants (data/participants.csv" in told
    assert "the file is missing)" in told and "totals may differ" in told
    assert not opened("delivery").warning


def test_a_file_that_no_page_needs_stops_none(served):
    (served / "tallies.csv").unlink()
    app = opened("leaderboard")
    assert not app.exception and not app.error
    assert "€20.0bn signed or further" in html(app)


@pytest.mark.parametrize(
    "name", ["rules.yaml", "palette.yaml", "datapackage.yaml", "text/en/site.yaml"]
)
def test_broken_settings_are_told_in_words(served, name):
    (served / name).write_text("a: [")
    app = opened()
    assert not app.exception
    assert app.error[0].value.startswith("The data cannot be used just now")
