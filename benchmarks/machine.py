"""What the figures depend on: the machine and the versions of what runs."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

PACKAGES = ("career-assistant", "rank-bm25", "numpy", "nltk", "rapidfuzz", "gradio")


def machine() -> dict[str, str | int | None]:
    """Give the system, the processor and how many cores there are."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
    }


def versions() -> dict[str, str | None]:
    """Give the versions of Python and the libraries; None: not installed."""
    found: dict[str, str | None] = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = None
    return found


def header_lines(report: Mapping[str, Any]) -> list[str]:
    """Write the machine and the versions of a report, a line each."""
    held = (f"{name} {version or '–'}" for name, version in report["versions"].items())
    return [
        "machine: " + ", ".join(str(value) for value in report["machine"].values()),
        "versions: " + ", ".join(held),
    ]


def figure_lines(
    report: Mapping[str, Any], limits: Mapping[str, float], *, width: int, digits: int
) -> list[str]:
    """Write the figures of a report beside their limits, a line each; names take ``width``."""
    lines = []
    for name, value in report["figures"].items():
        limit = f"  limit {limits[name]:g}" if name in limits else ""
        shown = "not measured" if value is None else f"{value:.{digits}f}"
        lines.append(f"{name:<{width}} {shown:>12}{limit}")
    return lines


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
