#!/bin/sh
# textstat 0.7.13: the reading ease of an English text needs a download at the first call.
#
# It counts syllables by the CMU pronouncing dictionary, which is neither in the package nor in one
# that pip installs with it: nltk fetches it over the network when a text is measured. A machine
# without network, such as one that builds in a closed room, gets a LookupError from
# flesch_reading_ease and flesch_kincaid_grade. Measures of letters and words, such as
# coleman_liau_index and automated_readability_index, need nothing.
# A good guess: what pip installed counts syllables by itself.
# Here texts are measured by coleman_liau_index (tests/unit/test_readable.py).
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.13
# No way out to the network, and no dictionary that somebody fetched before.
HOME="$home" NLTK_DATA="$home/none" http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 \
  "$home/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import textstat

TEXT = "India leads on announcements. France leads on what sources report as signed."
found = {}
for name in ("flesch_reading_ease", "flesch_kincaid_grade", "coleman_liau_index"):
    try:
        found[name] = type(getattr(textstat, name)(TEXT)).__name__
    except LookupError:
        found[name] = "LookupError"
print("textstat", version("textstat"), found)
assert found["flesch_reading_ease"] == found["flesch_kincaid_grade"] == "LookupError"
assert found["coleman_liau_index"] == "float"
PYTHON
