"""A reader without a browser: speaks to a Streamlit server as its front end does."""

import time

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251
from websockets.asyncio.client import ClientConnection, connect

ENDED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR}


def joined(port: int) -> connect:
    """A connection to the server at ``port``, as a context manager."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    # A server that is busy answers late: that is measured, not an error.
    patience = {"open_timeout": 60, "ping_interval": None}
    return connect(address, subprotocols=["streamlit"], max_size=None, **patience)


async def asked(server: ClientConnection, page: str, query: str) -> float:
    """Seconds until the script has run to its end for ``page`` under the address' ``query``.

    Raises RuntimeError when it did not run well.
    """
    wanted = BackMsg()
    wanted.rerun_script.page_name = page
    wanted.rerun_script.query_string = query
    start = time.perf_counter()
    await server.send(wanted.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(await server.recv())
        if message.WhichOneof("type") == "page_not_found":
            raise RuntimeError(f"there is no page {page!r}")
        if message.WhichOneof("type") == "script_finished" and message.script_finished in ENDED:
            return time.perf_counter() - start
