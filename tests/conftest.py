"""What several tests need: small assistants, the shipped one, and one over the articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant import Assistant

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture
def assistant_of() -> Callable[[Mapping[str, str]], Assistant]:
    """Make an assistant of documents given as text."""
    from assistant import Assistant

    return Assistant.from_texts


@pytest.fixture(scope="session")
def shipped() -> Assistant:
    """Give the assistant over the documents that ship."""
    from assistant import Assistant

    return Assistant.from_folder()


@pytest.fixture(scope="session")
def articles() -> Assistant:
    """Give the assistant over the four original articles, where they are there."""
    from assistant import Assistant

    folder = SHARED / "sources"
    if not folder.is_dir():
        pytest.skip("the original articles are not beside this folder (../shared/sources)")
    return Assistant.from_folder(folder)
