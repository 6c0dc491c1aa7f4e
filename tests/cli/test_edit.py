"""`flaxdrills edit`: when it is known that the learner is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.cli.edit import was_edited
from flaxdrills.cli.errors import CliError
from flaxdrills.editors.choose_editor import Editor
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process

AT_ONCE = 60.0
LATER = 0.01


@pytest.mark.parametrize(
    ("name", "body", "limit_s", "edited"),
    [
        ("vim", "true", AT_ONCE, True),
        ("unheard-of", "true", AT_ONCE, False),
        ("unheard-of", 'echo "x = 1" > "$1"', AT_ONCE, True),
        ("code", "sleep 0.1", LATER, False),
        ("unheard-of", "sleep 0.1", LATER, True),
    ],
)
def test_only_who_comes_back_with_the_work_is_done(
    name: str, body: str, limit_s: float, edited: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flaxdrills.editors.choose_editor.AT_ONCE_S", limit_s)
    program, file = tmp_path / name, tmp_path / "solution.py"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    file.write_text("")
    assert was_edited(Editor((str(program),)), file, None) is edited


def test_an_editor_that_does_not_start_is_said(tmp_path: Path) -> None:
    with pytest.raises(CliError, match=r"^no-such-editor could not be started: "):
        was_edited(Editor((str(tmp_path / "no-such-editor"),)), tmp_path / "solution.py", None)


@pytest.mark.parametrize(
    ("body", "ended"),
    [("exit 1", "exit status 1"), ("kill -KILL $$", r"Killed \(signal 9\)"), ("exec no-such", "exit status 127")],
)
@pytest.mark.parametrize("name", ["vim", "unheard-of"])
def test_an_editor_that_fails_is_said_and_nothing_is_judged(tmp_path: Path, name: str, body: str, ended: str) -> None:
    program, file = tmp_path / name, tmp_path / "solution.py"
    program.write_text(f"#!/bin/sh\n{body} 2> /dev/null\n")
    program.chmod(0o755)
    file.write_text("")
    with pytest.raises(CliError, match=rf"^{name} ended without saving: {ended}\. Nothing was judged\. To have"):
        was_edited(Editor((str(program),)), file, None)


def test_an_editor_that_fails_after_a_save_is_done(tmp_path: Path) -> None:
    program, file = tmp_path / "vim", tmp_path / "solution.py"
    program.write_text('#!/bin/sh\necho "x = 1" > "$1"\nexit 1\n')
    program.chmod(0o755)
    assert was_edited(Editor((str(program),)), file, None)


def test_edit_ends_with_its_editor(installed: Installation) -> None:
    answer = installed.call("edit", "sum-up", EDITOR="false")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("flaxdrills: false ended without saving: exit status 1.")


def test_an_editor_that_is_not_there_is_said_with_the_one_of_the_app(installed: Installation) -> None:
    answer = installed.call("edit", "sum-up", EDITOR="nosuch")
    assert answer.status == 2
    assert "$EDITOR names the editor 'nosuch'" in answer.err
    assert "The app has an editor of its own: `flaxdrills open sum-up`, then e." in answer.err
