"""The chat page: a Gradio page that shows an answer beside the sentences it cites.

This is the only room that imports gradio, and only when a page is built or served, so that
importing the package stays fast and works without the extra ``ui``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .launch import main, require_gradio, serve

if TYPE_CHECKING:
    import gradio

    from .service import Answerer

__all__ = ["build", "main", "serve"]


def build(assistant: Answerer) -> gradio.Blocks:
    """Build the chat page of an assistant, ready to be launched or mounted.

    Raises MissingExtraError when gradio is not installed.
    """
    require_gradio()
    from . import blocks

    return blocks.build(assistant)
