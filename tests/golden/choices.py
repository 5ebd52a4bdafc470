"""The addresses that are recorded: every page under the choices that its address can say."""

DARK = {"theme": "dark"}  # not an address: what the browser says of the reader's theme

LEADERBOARD = (
    {},
    {"lens": "ceiling", "currency": "USD", "by": "organisation", "rows": "all"},
    {"lens": "floor", "currency": "INR", "by": "country", "norm": "head", "sum": "yes"},
    {"lens": "building", "by": "home", "norm": "gdp", "as_of": "2025-06-30"},
    {
        "lens": "operating", "by": "category", "rows": "all", "sum": "yes",
        "category": ["data_centre", "cloud", "compute", "chips", "energy", "skills", "financing"],
        "flow_type": ["site_investment", "programme", "equity", "debt", "grant", "public_budget"],
    },
    {"lens": "ceiling", "currency": "USD", "by": "origin", "norm": "gw", "as_of": "2026-03-01"},
    {
        "lens": "ceiling", "country_code": "IN", "rung": ["announced", "mou"],
        "rung_basis": "reported", "rows": "all", "sum": "yes",
    },
    {
        "currency": "INR", "q": "google", "origin": "leader", "rung_basis": "inferred",
        "norm": "head", "sum": "yes",
    },
    {"lens": "ceiling", "as_of": "2025-02-11", "rows": "all", "sum": "yes"},
    {"lens": "gold", "as_of": "2025-02-31", "q": "no such thing", "nonsense": "1", "ref": "x"},
)  # fmt: skip

SITES = (
    {},
    {"country": "FR", "size": "operating_mw", "sort": "name", "site": "fouju-campus-ai"},
    {"country": "IN", "size": "amount", "sort": "country", "site": "jamnagar-reliance"},
    {"sort": "rung", "as_of": "2025-02-11"},
    {"sort": "seen", "as_of": "2025-06-30", "category": ["data_centre", "compute"]},
    {"size": "amount", "as_of": "2026-03-01", "origin": "leader"},
    {"size": "operating_mw", "rung": ["under_construction", "partly_operating", "operating"]},
    {"country": "IN", "sort": "rung", "q": "vizag"},
    {"site": "bordeaux-bxia", "origin": "other", "rung": ["announced", "operating"], **DARK},
    {"country": "DE", "site": "atlantis", "q": "no such thing"},
)

ENERGY = (
    {},
    {"basis": "grid", "method": "direct_official", "as_of": "2025-06-30"},
    {"phase": "secured", "rung": ["signed", "permitted"], "method": "lifecycle_consumption"},
    {"what": "pipeline", "phase": "operating", "year": "2023", "hardware_lifetime": "4"},
    {
        "what": "commitment", "commitment": "softbank-france", "basis": "grid",
        "method": "combined_margin", "pue_fr": "1.2",
    },
    {
        "what": "commitment", "commitment": "google-visakhapatnam", "year": "2024",
        "method": "lifecycle_consumption_south", "intensity_in": "500", "price_in": "90",
    },
    {
        "what": "site", "site": "fouju-campus-ai", "method": "operating_margin",
        "load_factor": "0.8", "gpus_per_mw": "500",
    },
    {
        "what": "site", "site": "jamnagar-reliance", "basis": "grid", "pue_in": "1.3",
        "method": "marginal_watttime", "as_of": "2026-03-01", **DARK,
    },
    {"what": "capacity", "mw": "250.5", "intensity_fr": "30", "price_fr": "60"},
    {
        "what": "site", "mw": "-3", "method": "guess", "year": "1999", "commitment": "atlantis",
        "pue_fr": "9", "as_of": "2025-02-11",
    },
)  # fmt: skip

DAYS = (
    {},
    {"currency": "USD"},
    {"currency": "INR"},
    {"as_of": "2026-03-01"},
    {"currency": "USD", "as_of": "2026-03-01"},
    {"as_of": "2025-06-30"},
    {"currency": "INR", "as_of": "2025-06-30"},
    {"as_of": "2025-02-11"},
    {"currency": "USD", "as_of": "2025-02-11", **DARK},
    {"currency": "GBP", "as_of": "2030-01-01", "lens": "floor"},
)

PAGES = {
    "overview": ({},),
    "leaderboard": LEADERBOARD,
    "comparison": DAYS,
    "sites": SITES,
    "energy": ENERGY,
    "delivery": DAYS,
    "diplomacy": DAYS,
}
FIRST = "overview"  # the page at "/"
