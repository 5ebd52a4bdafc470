"""What a reader sees when a page fails: plain words, never a traceback."""

import streamlit as st

from tracker import DataError
from tracker.dataset.faults import told
from tracker.look.words import TextMissing
from ui import blocks, data

# For when there are no data to serve, and so no words either.
WORDLESS = "The data cannot be used just now, so nothing can be shown. Please try again later."
FOR_KEEPERS = "What happened, for those who keep the app"


def tell(error: Exception) -> bool:
    """Say that the page failed, and how its keepers can mend it; Streamlit has logged it already.

    True, so that Streamlit draws no box of its own.
    """
    try:
        words = data.look().words
        kind = "text" if isinstance(error, TextMissing) else "other"
        st.error(blocks.plain(words(f"site.trouble.{kind}")))
        _details(words("site.trouble.which"), _told(error))
        blocks.footer()
    except Exception:  # the words themselves are what is broken
        wordless(error)
    return True


def wordless(error: Exception) -> None:
    """Say that nothing can be shown, where the words to say so are missing with all the rest."""
    st.error(WORDLESS)
    _details(FOR_KEEPERS, _told(error))


def _told(error: Exception) -> str:
    """What to tell its keepers. The message of an error not of ours may hold anything."""
    if isinstance(error, DataError):
        return "\n".join(told(error.faults))
    return str(error) if isinstance(error, TextMissing) else type(error).__name__


def _details(heading: str, lines: str) -> None:
    with st.expander(heading):
        st.code(lines, language=None, wrap_lines=True)
