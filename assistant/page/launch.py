"""Starting the page from a command line: its options, its address and what may go wrong."""

from __future__ import annotations

import argparse
import gc
import os
import socket
import sys
from collections.abc import Sequence

from ..errors import AssistantError, MissingExtraError

HOST = "127.0.0.1"
PORT = 7860
_EXAMPLE = "example: python ui.py --corpus my-documents --port 7870"


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page that command-line arguments describe and give the exit code.

    What the user can mend (a folder, a port, a missing extra) ends the program with one
    sentence and code 2.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        serve(given.corpus, given.host, given.port, open_browser=given.open)
    except AssistantError as error:
        parser.exit(2, f"{error}\n")
    except KeyboardInterrupt:
        pass
    return 0


def serve(
    folders: Sequence[str],
    host: str = HOST,
    port: int = PORT,
    open_browser: bool = False,
    cache: bool = True,
) -> None:
    """Serve the chat page over the documents of folders until interrupted.

    Without folders it answers from the documents that ship. Only this machine can reach the
    page unless ``host`` says otherwise. ``cache`` keeps a
    large folder's index. Raises CorpusError for a folder that cannot be read,
    AssistantError for an address that cannot be bound and MissingExtraError without gradio.
    """
    from ..assistant import Assistant

    _check_address(host, port)
    assistant = Assistant.from_folder(*folders, cache=cache)
    for notice in assistant.notices:
        sys.stderr.write(f"{notice}\n")
    require_gradio()
    from . import blocks

    page = blocks.build(assistant)
    # What is loaded by now stays, so that no visitor waits while the collector looks through it.
    gc.freeze()
    address = blocks.start(page, host, port, open_browser)
    sys.stdout.write(f"The chat page is open at {address} (Ctrl+C ends it)\n")
    sys.stdout.flush()
    page.block_thread()


def require_gradio() -> None:
    """See that gradio is there, looks nothing up outside and keeps no record of calls."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_RUN_HISTORY"] = "False"
    try:
        import gradio  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtraError("The chat page", "gradio", "ui") from error


def _check_address(host: str, port: int) -> None:
    if not 1 <= port <= 65535:
        raise AssistantError(f"Port {port} does not exist; give one from 1 to 65535 with --port.")
    try:
        # What a server that has just stopped leaves behind does not count as in use.
        address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(*address[:3]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address[4])
    except socket.gaierror as error:
        raise AssistantError(f"No address is named {host!r}; give one with --host.") from error
    except PermissionError as error:
        raise AssistantError(
            f"Port {port} needs more rights than this user has; give one above 1023 with --port."
        ) from error
    except OSError as error:
        raise AssistantError(
            f"Port {port} on {host} is in use; choose another, such as --port {_other(port)}."
            if _in_use(host, port)
            else f"The page cannot listen on {host} port {port}; choose another --host or --port."
        ) from error


def _in_use(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def _other(port: int) -> int:
    return port + 1 if port < 65535 else port - 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ui.py",
        description="Open a chat page that answers from documents and cites every sentence.",
        epilog=_EXAMPLE,
    )
    parser.add_argument(
        "--corpus",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of documents; may be given several times (default: those that ship)",
    )
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default: {HOST})")
    parser.add_argument("--port", type=int, default=PORT, help=f"port (default: {PORT})")
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    return parser
