"""Whether the terminal is far away."""

from __future__ import annotations

import pytest

from flaxdrills.system.ssh import is_remote


@pytest.mark.parametrize(
    ("environ", "attached_over_ssh", "remote"),
    [
        ({}, True, False),
        ({"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}, False, True),
        ({"SSH_TTY": "/dev/pts/1"}, False, True),
        ({"SSH_CONNECTION": ""}, False, False),
        ({"TMUX": "/tmp/tmux-0/default,1,0"}, False, False),
        ({"TMUX": "/tmp/tmux-0/default,1,0"}, True, True),
    ],
)
def test_ssh_is_known_by_what_it_leaves_and_by_what_tmux_says(
    environ: dict[str, str], attached_over_ssh: bool, remote: bool
) -> None:
    assert is_remote(environ, lambda: attached_over_ssh) is remote


@pytest.mark.process
def test_a_tmux_that_is_not_there_is_not_far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not is_remote({"TMUX": "gone"})
