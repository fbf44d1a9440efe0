"""Where indexes are kept between runs: the platform's folder for caches."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

from ..corpus import Survey
from .files import stamp

NAME = "career-assistant"
# Bytes of documents; what is smaller is read in less than a second.
LARGE = 1_000_000


def cache_folder() -> Path:
    """Give the folder for caches that this platform has for a user's programs."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / NAME / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / NAME
    held = os.environ.get("XDG_CACHE_HOME", "")
    # The standard has a path that is not absolute ignored.
    return (Path(held) if os.path.isabs(held) else Path.home() / ".cache") / NAME


def worth_keeping(found: Survey) -> bool:
    """Tell whether reading some files takes long enough to keep an index of them."""
    return sum(stamp(source.path)[0] for source in found.sources) >= LARGE


def place_of(found: Survey, caches: Path | None = None) -> Path:
    """Give where the index of some folders is kept, whatever they hold."""
    name = "\0".join(map(str, found.folders)).encode("utf-8", "surrogateescape")
    return (caches or cache_folder()) / blake2b(name, digest_size=12).hexdigest()
