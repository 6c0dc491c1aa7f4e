"""Whether what is drawn goes over a network."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping

_LEFT_BY_SSH = ("SSH_CONNECTION", "SSH_TTY")
_PATIENCE_S = 1.0


def _ask_tmux() -> bool:
    """Whether tmux was attached over SSH the last time; the shells in it may have been started before."""
    try:
        asked = subprocess.run(
            ["tmux", "show-environment", "SSH_CONNECTION"], capture_output=True, text=True, timeout=_PATIENCE_S
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return asked.stdout.startswith("SSH_CONNECTION=")


def is_remote(environ: Mapping[str, str], ask_tmux: Callable[[], bool] = _ask_tmux) -> bool:
    """Whether the terminal is at the other end of SSH, as far as that can be told."""
    return any(environ.get(name) for name in _LEFT_BY_SSH) or (bool(environ.get("TMUX")) and ask_tmux())
