"""A server that shows every page on many days stays within what it is given."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_MB = 300
VIEWING = """
import gc, os, sys
from datetime import date, timedelta
from pathlib import Path
from ui import ahead, choices, data, show, views

def resident_mb():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

def look_at(day):
    for name in views.VIEWS:
        page = ahead.PAGES.get(name, ahead.MONEY)
        values = {**choices.usual(page.choices()), "as_of": day}
        show.prepare(views.view(name, page.chosen(values)))

data.look_again()
first = data.dataset().rules.evidence_until
seen = []
for number in range(5):
    look_at(first - timedelta(days=number))
    gc.collect()
    seen.append(resident_mb())
days_kept = max(views.VIEWS_KEPT / len(views.VIEWS), data.WORLDS_KEPT)
print(seen[1], (seen[-1] - seen[1]) / (len(seen) - 2), days_kept)
"""


def test_all_that_is_kept_of_all_days_fits_into_memory():
    told = subprocess.run(
        [sys.executable, "-c", VIEWING], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    start, a_day, days = map(float, told.split())
    most = start + a_day * (days - 2)
    assert most < MOST_MB, f"{start:.0f} MB after two days, {a_day:.1f} MB for each of {days:.0f}"
