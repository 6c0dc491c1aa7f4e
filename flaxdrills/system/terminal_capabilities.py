"""What the terminal can show, as far as the environment says."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_AS_STARTED = Path("/proc/self/environ")


@dataclass(frozen=True, slots=True)
class TerminalCapabilities:
    """What can be shown."""

    is_ascii: bool = False
    """Whether nothing beyond ASCII can."""
    has_few_colours: bool = False
    """Whether there are sixteen colours at most."""


def terminal_capabilities(environment: Mapping[str, str], wants_ascii: bool | None = None) -> TerminalCapabilities:
    """The terminal of a process that was started with `environment`; `wants_ascii` overrules what is found."""
    return TerminalCapabilities(
        is_ascii=_is_ascii(environment) if wants_ascii is None else wants_ascii,
        has_few_colours=_has_few_colours(environment),
    )


def environment_as_started() -> Mapping[str, str]:
    """The environment that this process was given.

    Python writes LC_CTYPE=C.UTF-8 into its own where the locale is C, whatever the terminal can show.
    """
    try:
        lines = os.fsdecode(_AS_STARTED.read_bytes()).split("\0")
    except OSError:
        return os.environ
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _is_ascii(environment: Mapping[str, str]) -> bool:
    # The font of the Linux console has 256 signs, and most of ours are not among them.
    if environment.get("TERM") == "linux":
        return True
    # What Python was told goes before the locale. Where none is named, that is C, which is ASCII.
    told, _, _ = environment.get("PYTHONIOENCODING", "").partition(":")
    named = (told, *(environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")))
    return re.search(r"utf-?8", next(filter(None, named), ""), re.IGNORECASE) is None


def _has_few_colours(environment: Mapping[str, str]) -> bool:
    # As rich, which Textual draws with, goes by it.
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return False
    return environment.get("TERM", "").strip().lower().rpartition("-")[2] not in ("256color", "kitty")
