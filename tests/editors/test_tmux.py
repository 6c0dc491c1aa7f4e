"""An editor in a pane beside the app, in a tmux server of the test's own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flaxdrills.cli.doctor_checks import look_around
from flaxdrills.editors.tmux import PanePlacement, PaneSide, Tmux, TmuxError, pane_placement, surrounding_tmux
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import Paths, content_folder
from flaxdrills.system.settings import Settings

pytestmark = pytest.mark.process
needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.mark.parametrize(
    ("size", "place"),
    [
        ((200, 60), PanePlacement(PaneSide.RIGHT, 100)),
        ((160, 24), PanePlacement(PaneSide.RIGHT, 80)),
        ((120, 40), PanePlacement(PaneSide.BELOW, 20)),
        ((80, 26), PanePlacement(PaneSide.BELOW, 10)),
        ((140, 24), PanePlacement(PaneSide.RIGHT, 70)),
        ((80, 24), None),
        ((60, 15), None),
    ],
)
def test_app_and_editor_both_have_room(size: tuple[int, int], place: PanePlacement | None) -> None:
    assert pane_placement(*size) == place


def test_tmux_is_around_where_it_says_so_and_can_be_asked() -> None:
    inside = {"TMUX": "/tmp/tmux-0/default,1,0", "TMUX_PANE": "%3"}
    assert surrounding_tmux(inside, lambda _: "/usr/bin/tmux") == Tmux("%3", inside)
    assert surrounding_tmux(inside, lambda _: None) is None
    assert surrounding_tmux({}, lambda _: "/usr/bin/tmux") is None


@dataclass
class Server:
    """A tmux server with one pane, in which nothing but a wait goes on."""

    socket: Path
    tmux: Tmux

    def ask(self, *command: str) -> str:
        done = subprocess.run(["tmux", "-S", self.socket, *command], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def panes(self) -> list[str]:
        return self.ask("list-panes", "-s", "-F", "#{pane_id}").split()

    @property
    def active(self) -> str:
        return self.ask("display-message", "-p", "#{pane_id}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    socket = tmp_path / "s"
    command = ["tmux", "-S", str(socket), "-f", "/dev/null", "new-session", "-d", "-x", "200", "-y", "50", "cat"]
    subprocess.run(command, check=True)
    environ = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "TMUX": f"{socket},1,0",
        "VIRTUAL_ENV": "/of the app",
        "LANG": "C",
    }
    try:
        made = Server(socket, Tmux("%0", environ))
        assert made.panes() == ["%0"]
        yield made
    finally:
        subprocess.run(["tmux", "-S", str(socket), "kill-server"], check=False)


def settled(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


WIDE = PanePlacement(PaneSide.RIGHT, 100)


@needs_tmux
@pytest.mark.parametrize(("setting", "copied"), [("external", True), ("off", True), ("on", False)])
def test_what_is_copied_is_in_a_buffer_unless_tmux_takes_it_from_the_app(
    server: Server, setting: str, copied: bool
) -> None:
    server.ask("set-option", "-s", "set-clipboard", setting)
    text = "  x = 'ö'; #{pane_id}\n\ty\n"
    server.tmux.copy(text)
    assert server.ask("list-buffers", "-F", "#{buffer_size}") == (str(len(text.encode())) if copied else "")
    if copied:
        server.ask("save-buffer", str(server.socket.parent / "saved"))
        assert (server.socket.parent / "saved").read_text() == text


@needs_tmux
def test_the_editor_gets_its_words_its_folder_its_environment_and_the_keys(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    editor = folder / "noted"
    editor.write_text('#!/bin/sh\nprintf "%s\\n" "$PWD" "$VIRTUAL_ENV" "$@" > "$1"\nexec cat\n')
    editor.chmod(0o755)
    home = tmp_path / "a #{pane_id} $HOME 'ö'"
    home.mkdir()
    file, told = home / "my file.py", tmp_path / "told"
    argv = ["noted", str(told), "-c", "set nu;", ";", "", "#{pane_id}", "$HOME", str(file)]
    pane = server.tmux.open_beside(argv, file, None, WIDE)
    settled(told.exists)
    settled(lambda: told.read_text().endswith(f"{file}\n"))
    assert told.read_text().splitlines() == [str(home), "/of the app", str(told), *argv[2:]]
    assert server.panes() == ["%0", pane]
    assert server.active == pane
    assert server.ask("display-message", "-p", "-t", pane, "#{pane_width}") == "100"


@needs_tmux
def test_a_second_time_the_keys_go_to_the_pane_that_is_there(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "ö one.py"
    pane = server.tmux.open_beside(["cat"], file, None, WIDE)
    server.ask("select-pane", "-t", "%0")
    assert server.tmux.open_beside(["cat"], file, 7, None) == pane
    assert server.active == pane
    assert len(server.panes()) == 2


@needs_tmux
@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_vim_goes_to_the_line_from_whatever_it_is_at(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("\n" * 30)
    where = 'vim -Nu NONE -n -c "set ruler noshowmode"'
    pane = server.tmux.open_beside([*shlex.split(where), "+3", str(file)], file, None, WIDE)
    settled(lambda: "3,0-1" in server.ask("capture-pane", "-p", "-t", pane))
    server.ask("send-keys", "-t", pane, "i")
    server.tmux.open_beside([], file, 17, WIDE)
    settled(lambda: "17,0-1" in server.ask("capture-pane", "-p", "-t", pane))
    server.ask("send-keys", "-t", pane, ":x", "Enter")
    settled(lambda: server.panes() == ["%0"])
    assert file.read_text() == "\n" * 30


@needs_tmux
def test_a_pane_that_is_gone_is_made_anew_and_another_file_gets_its_room(server: Server, tmp_path: Path) -> None:
    one, two = tmp_path / "one.py", tmp_path / "two.py"
    first = server.tmux.open_beside(["cat"], one, None, WIDE)
    server.ask("kill-pane", "-t", first)
    second = server.tmux.open_beside(["cat"], one, None, WIDE)
    assert second != first
    third = server.tmux.open_beside(["cat"], two, None, WIDE)
    assert server.ask("display-message", "-p", "-t", "%0", "#{pane_width}") == "99"
    assert server.ask("display-message", "-p", "-t", third, "#{pane_width}") == "100"
    assert set(server.panes()) == {"%0", second, third}


@needs_tmux
def test_editors_of_several_problems_take_turns_beside_the_app(server: Server, tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.py" for name in ("one", "two", "three"))

    def beside() -> list[str]:
        return server.ask("list-panes", "-t", "%0", "-F", "#{pane_id}").split()

    first = server.tmux.open_beside(["cat"], one, None, WIDE)
    second = server.tmux.open_beside(["cat"], two, None, WIDE)
    assert beside() == ["%0", second] and server.active == second
    assert "one.py" in server.ask("list-windows", "-F", "#{window_name}").splitlines()
    # What was written in the first one is still there.
    assert server.tmux.open_beside(["cat"], one, None, WIDE) == first
    assert beside() == ["%0", first] and server.active == first
    assert "two.py" in server.ask("list-windows", "-F", "#{window_name}").splitlines()
    third = server.tmux.open_beside(["cat"], three, None, WIDE)
    assert beside() == ["%0", third]
    server.ask("kill-pane", "-t", third)
    assert server.tmux.open_beside(["cat"], two, None, WIDE) == second
    assert beside() == ["%0", second] and server.active == second
    assert server.ask("display-message", "-p", "-t", second, "#{pane_width}") == "100"
    assert set(server.panes()) == {"%0", first, second}


@needs_tmux
def test_an_editor_below_has_the_room_of_all_that_were_there(server: Server, tmp_path: Path) -> None:
    below = PanePlacement(PaneSide.BELOW, 25)
    first = server.tmux.open_beside(["cat"], tmp_path / "one.py", None, below)
    other = server.ask("split-window", "-d", "-v", "-t", first, "-P", "-F", "#{pane_id}", "cat")
    server.ask("set-option", "-p", "-t", other, "@flaxdrills_file", str(tmp_path / "two.py"))
    height = server.ask("display-message", "-p", "-t", "%0", "#{pane_height}")
    third = server.tmux.open_beside(["cat"], tmp_path / "three.py", None, below)
    assert server.ask("list-panes", "-t", "%0", "-F", "#{pane_id}").split() == ["%0", third]
    assert server.ask("display-message", "-p", "-t", "%0", "#{pane_height}") == height
    assert server.active == third


@needs_tmux
def test_an_editor_that_the_learner_put_elsewhere_stays_there(server: Server, tmp_path: Path) -> None:
    pane = server.tmux.open_beside(["cat"], tmp_path / "one.py", None, WIDE)
    server.ask("break-pane", "-d", "-s", pane)
    assert server.tmux.open_beside(["cat"], tmp_path / "one.py", None, WIDE) == pane
    assert server.active == pane
    assert server.ask("list-panes", "-t", "%0", "-F", "#{pane_id}").split() == ["%0"]


@needs_tmux
def test_no_room_and_a_refusal_are_said(server: Server, tmp_path: Path) -> None:
    with pytest.raises(TmuxError, match="no room"):
        server.tmux.open_beside(["cat"], tmp_path / "one.py", None, None)
    with pytest.raises(TmuxError, match=r"^tmux refused: .*can't find pane"):
        Tmux("%99", server.tmux.environ).open_beside(["cat"], tmp_path / "one.py", None, WIDE)
    assert server.panes() == ["%0"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("echo no space for >&2; echo new pane >&2; exit 1", "tmux refused: no space for new pane."),
        ("exit 3", "tmux refused: exit status 3."),
        ("exec sleep 9", "tmux did not answer within 0 s."),
    ],
)
def test_a_tmux_that_fails_is_said(body: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flaxdrills.editors.tmux._TIMEOUT_S", 0.3)
    fake = tmp_path / "tmux"
    fake.write_text(f"#!/bin/sh\n{body}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(TmuxError) as raised:
        Tmux("%0", os.environ).open_beside(["cat"], tmp_path / "one.py", None, WIDE)
    assert str(raised.value) == why


@needs_tmux
def test_tmux_says_how_long_it_holds_esc_back_and_doctor_what_to_do(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in server.tmux.environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TMUX_PANE", "%0")

    def told() -> list[str]:
        places = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
        findings = look_around(places, Settings(), load_catalogue(content_folder()))
        return [f"{finding.text} {finding.advice}" for finding in findings if finding.name == "tmux"]

    server.ask("set-option", "-s", "escape-time", "500")
    assert server.tmux.escape_ms() == 500
    (line,) = told()
    assert "500 ms" in line and "set -sg escape-time 20" in line
    server.ask("set-option", "-s", "escape-time", "20")
    assert told() == []
