"""Files that appear complete or not at all: written aside, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ..errors import QuestionSetError


def write_together(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write several files into a folder, which is made when missing; give their paths.

    All are written aside first and renamed last, so that a full disk or an interruption
    leaves no half of a report. Raises QuestionSetError when the folder cannot be written to.
    """
    aside: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            handle, temporary = tempfile.mkstemp(prefix=f".{name}-", dir=folder)
            aside.append((temporary, folder / name))
            with _opened(handle) as file:
                file.write(text)
            # mkstemp makes a file that only its owner may read.
            os.chmod(temporary, 0o644)
        for temporary, final in aside:
            os.replace(temporary, final)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise QuestionSetError(f"The report cannot be written to {folder}: {reason}.") from error
    finally:
        for temporary, _ in aside:
            Path(temporary).unlink(missing_ok=True)
    return tuple(final for _, final in aside)


def _opened(handle: int) -> TextIO:
    # A lone surrogate, which JSON may hold, becomes the escape that it was read from.
    return os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
