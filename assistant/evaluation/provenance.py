"""Where a report comes from: the commit, the versions, and hashes of what was evaluated."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from ..records import Document

_PACKAGES = ("career-assistant", "rank-bm25", "numpy", "nltk", "rapidfuzz")


def commit() -> str | None:
    """Give the commit of the assistant's own code, or None outside a git work tree."""
    return _git("rev-parse", "--verify", "--quiet", "HEAD") or None


def dirty() -> bool | None:
    """Tell whether the assistant's own code differs from its commit, new files included.

    Documents and questions have hashes of their own. None outside a git work tree.
    """
    changes = _git("status", "--porcelain", "--untracked-files=all", "--", ".")
    return None if changes is None else bool(changes)


def _git(*arguments: str) -> str | None:
    """Run git on the package's folder, taking no lock; None where it fails."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", *arguments],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def versions() -> dict[str, str | None]:
    """Give the versions of Python and of what the answers depend on; None: not installed."""
    found: dict[str, str | None] = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = None
    return found


def corpus_hash(documents: Mapping[str, Document]) -> str:
    """Give the SHA-256 of the documents: of their ids and texts, in the ids' order."""
    digest = hashlib.sha256()
    for name in sorted(documents):
        for piece in (name, documents[name].text):
            raw = piece.encode("utf-8", "surrogatepass")
            digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()
