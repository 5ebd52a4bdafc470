"""What a reader sees when a page fails: plain words, never a traceback."""

import streamlit as st

from tracker import DataError
from tracker.faults import told
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
        kind = "text" if (is_text := _is_text(error)) else "other"
        st.error(blocks.plain(words(f"site.trouble.{kind}")))
        # The message of any other error may hold anything; the log has it.
        told_as = str(error.args[0]) if is_text else type(error).__name__
        _details(words("site.trouble.which"), told_as)
        blocks.footer()
    except Exception:  # the words themselves are what is broken
        wordless(error)
    return True


def wordless(error: Exception) -> None:
    """Say that nothing can be shown, where the words to say so are missing with all the rest."""
    st.error(WORDLESS)
    lines = told(error.faults) if isinstance(error, DataError) else [type(error).__name__]
    _details(FOR_KEEPERS, "\n".join(lines))


def _is_text(error: Exception) -> bool:
    named = str(error.args[0]) if isinstance(error, KeyError) and error.args else ""
    return named.startswith("text/")


def _details(heading: str, lines: str) -> None:
    with st.expander(heading):
        st.code(lines, language=None, wrap_lines=True)
