"""The Gradio side of the page: one component, the functions it calls and how it is launched.

Importing this module imports gradio, which takes seconds; only a page that is built pays.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

import gradio as gr

from . import shell
from .service import Answerer, Service

TITLE = "Career assistant"
# Questions that may wait at once, over all visitors; more are asked to try again.
WAITING = 200
_STYLES = ("page.css", "panel.css")
_SCRIPTS = ("view.js", "panel.js", "history.js", "chat.js")
# Whatever a document smuggled in, the browser would ask no other host for it.
_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "form-action 'self'; object-src 'none'"
)
_BUSY = {"error": "Many people are asking just now. Please try again in a moment.", "retry": True}


def build(assistant: Answerer) -> gr.Blocks:
    """Build the page of an assistant; the page keeps nothing of what visitors ask."""
    service = Service(assistant)
    page = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        gr.HTML(
            shell.page_html(service.documents, service.topics()),
            # The value is inserted as it stands: nothing in it is read as a template.
            html_template="${value}",
            js_on_load=_together(_SCRIPTS),
            apply_default_css=False,
            elem_id="career-assistant",
            server_functions=_doors(service),
        )
    page.queue(max_size=WAITING, default_concurrency_limit=None)
    return page


def start(page: gr.Blocks, host: str, port: int, open_browser: bool = False) -> str:
    """Begin to serve a page, which ``page.block_thread()`` goes on with; give its address."""
    _, address, _ = page.launch(
        server_name=host,
        server_port=port,
        inbrowser=open_browser,
        prevent_thread_lock=True,
        quiet=True,
        **look(),
    )
    return str(address)


def look() -> dict[str, Any]:
    """Give what ``launch`` needs for the page to look as meant and to stay private."""
    return {
        "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["monospace"]),
        # In the head the rules apply from the first moment and stay as written; given as
        # ``css`` Gradio would add them late and rewrite their selectors.
        "head": f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<style>{_together(_STYLES)}</style>",
        "footer_links": [],
        "share": False,
        "ssr_mode": False,
        "enable_monitoring": False,
        # The page takes no files; whoever sends one all the same fills no disk.
        "max_file_size": "1kb",
    }


def _doors(service: Service) -> list[Callable[..., Any]]:
    """Give the functions a browser may call, each bounded and off the event loop."""
    waiting = 0

    async def guarded(work: Callable[[object], dict[str, Any]], given: object) -> dict[str, Any]:
        nonlocal waiting
        if waiting >= WAITING:
            return _BUSY
        waiting += 1
        try:
            return await asyncio.to_thread(work, given)
        finally:
            waiting -= 1

    async def ask_question(given: object) -> dict[str, Any]:
        return await guarded(service.ask, given)

    async def restore_conversation(given: object) -> dict[str, Any]:
        return await guarded(service.restore, given)

    async def open_source(given: object) -> dict[str, Any]:
        return await guarded(service.source, given)

    async def export_conversation(given: object) -> dict[str, Any]:
        return await guarded(service.export, given)

    return [ask_question, restore_conversation, open_source, export_conversation]


def _together(names: Iterable[str]) -> str:
    return "\n".join(files(__package__).joinpath(n).read_text(encoding="utf-8") for n in names)
