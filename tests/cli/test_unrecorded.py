"""What cannot be recorded is kept elsewhere and said, by every command that records, with an exit status of its own."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import re
import resource
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flaxdrills import cli
from flaxdrills.cli import command_setup
from flaxdrills.cli.command_setup import CommandSetup
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.judging.events import Done
from tests.cli.conftest import KEYS, Answer
from tests.ui.conftest import PASSING, FakeWorkers, checked

Hurt = Callable[[Journal], contextlib.AbstractContextManager[None]]


class Terminal:
    """Calls `flaxdrills` in this process, with a judge that answers at once."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.journal = Journal(home / "data" / "journal")
        self.workers = FakeWorkers()
        self._capsys = capsys
        self._patch = patch

    def call(self, *arguments: str) -> Answer:
        self._patch.setattr(sys, "argv", ["flaxdrills", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = self._capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Answer(ended.value.code, out, err)

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.journal.read().entries]


@pytest.fixture
def terminal(
    tmp_path: Path, tiny_content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    terminal = Terminal(tmp_path / "home", capsys, monkeypatch)

    @contextlib.asynccontextmanager
    async def judging(setup: CommandSetup, device: str | None = None) -> AsyncIterator[FakeWorkers]:
        yield terminal.workers

    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("FLAXDRILLS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(command_setup, "content_folder", lambda: tiny_content)
    monkeypatch.setattr(cli, "ready_streams", lambda: None)
    monkeypatch.setattr(CommandSetup, "judging", judging)
    monkeypatch.setattr(CommandSetup, "workers", lambda setup, device=None: terminal.workers)
    return terminal


@contextlib.contextmanager
def folder_is_a_file(journal: Journal) -> Iterator[None]:
    journal.folder.parent.mkdir(parents=True)
    journal.folder.write_text("in the way")
    yield
    journal.folder.unlink()


@contextlib.contextmanager
def file_is_a_folder(journal: Journal) -> Iterator[None]:
    journal.file.mkdir(parents=True)
    yield
    journal.file.rmdir()


@contextlib.contextmanager
def file_is_a_pipe(journal: Journal) -> Iterator[None]:
    """Which would take what is written, and forget it."""
    journal.folder.mkdir(parents=True)
    os.mkfifo(journal.file)
    yield
    journal.file.unlink()


@contextlib.contextmanager
def file_leads_to_a_full_device(journal: Journal) -> Iterator[None]:
    journal.folder.mkdir(parents=True)
    journal.file.symlink_to("/dev/full")
    yield
    journal.file.unlink()


def _fails(call: str, code: int, journal: Journal) -> contextlib.AbstractContextManager[None]:
    """Have that call of the system fail wherever it is about the file of `journal`, to be written."""
    real = getattr(os, call)

    def failing(where: object, *rest: object) -> object:
        path = os.readlink(f"/proc/self/fd/{where}") if isinstance(where, int) else os.fspath(where)  # type: ignore[call-overload]
        is_written = call != "open" or int(str(rest[0])) & (os.O_WRONLY | os.O_RDWR)
        if path == str(journal.file) and is_written:
            raise OSError(code, os.strerror(code), path)
        return real(where, *rest)

    @contextlib.contextmanager
    def meanwhile() -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, call, failing)
            yield

    return meanwhile()


def read_only(journal: Journal) -> contextlib.AbstractContextManager[None]:
    return _fails("open", errno.EROFS, journal)


def no_right(journal: Journal) -> contextlib.AbstractContextManager[None]:
    return _fails("open", errno.EACCES, journal)


def full(journal: Journal) -> contextlib.AbstractContextManager[None]:
    return _fails("write", errno.ENOSPC, journal)


@contextlib.contextmanager
def nothing_has_room(journal: Journal) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


HURTS = (folder_is_a_file, file_is_a_folder, file_is_a_pipe, file_leads_to_a_full_device, read_only, no_right, full)


def rescued(said: str) -> str:
    found = re.search(r"`flaxdrills\s+import\s+(\S+)`", said)
    assert found is not None, said
    return found[1]


@pytest.mark.parametrize("hurt", HURTS)
def test_a_check_says_so_in_both_forms_and_its_run_can_be_imported(terminal: Terminal, hurt: Hurt) -> None:
    with hurt(terminal.journal):
        text = terminal.call("check", "sum-up")
        answer = terminal.call("check", "sum-up", "--json")
    assert (text.status, answer.status) == (4, 4)
    assert "PASSED  sum-up" in text.out
    assert "  not recorded: This could not be recorded" in text.out
    assert list(answer.json) == list(KEYS)
    assert answer.json["verdict"] == "passed"
    assert answer.json["unrecorded"].startswith(f"This could not be recorded in {terminal.journal.file}: ")
    for said in (text.out, answer.json["unrecorded"]):
        assert terminal.call("import", rescued(said)).out.startswith(("Added 1 event,", "Added 0 events (1 were here"))
    assert terminal.kinds() == ["attempt", "attempt"]


def test_a_run_that_failed_ends_with_that_status_too(terminal: Terminal) -> None:
    Path(terminal.call("path", "sum-up").out.strip()).write_text("wrong")
    terminal.workers.script["wrong"] = (*PASSING[:-2], checked("A layer was built", "It was not."), Done(0.1))
    with full(terminal.journal):
        assert terminal.call("check", "sum-up").status == 4
    assert terminal.call("check", "sum-up").status == 1


def test_where_there_is_no_room_either_that_is_said(terminal: Terminal) -> None:
    terminal.call("path", "sum-up")
    with nothing_has_room(terminal.journal):
        answer = terminal.call("check", "sum-up", "--json")
    assert answer.status == 4
    assert answer.json["unrecorded"].endswith("File too large. Free some space and try again.")
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


def test_what_a_run_had_filled_is_free_again_when_it_is_over(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = terminal.workers.run

    async def filling(*arguments: object, **options: object) -> None:
        with full(terminal.journal):
            await run(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(terminal.workers, "run", filling)
    answer = terminal.call("check", "sum-up", "--json")
    assert (answer.status, answer.json["unrecorded"], answer.json["unkept"]) == (0, None, None)
    assert terminal.kinds() == ["attempt"]


def test_a_copy_that_cannot_be_kept_is_said_in_both_forms(terminal: Terminal) -> None:
    terminal.call("path", "sum-up")
    (terminal.journal.folder.parent / "history").write_text("in the way")
    answer = terminal.call("check", "sum-up", "--json")
    assert (answer.status, answer.json["unrecorded"]) == (0, None)
    assert "history" in answer.json["unkept"]
    assert "  no copy is kept:" in terminal.call("check", "sum-up").out


@pytest.mark.parametrize("command", [["hint", "sum-up"], ["solution", "sum-up", "--yes"], ["grade", "sum-up", "easy"]])
def test_what_is_only_shown_is_not_shown(terminal: Terminal, command: list[str]) -> None:
    terminal.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="failed")
    if command[0] == "grade":
        terminal.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    with full(terminal.journal):
        answer = terminal.call(*command)
    assert (answer.status, answer.out) == (4, "")
    assert answer.err.startswith("flaxdrills: This could not be recorded in")


@pytest.mark.parametrize("command", ["reset", "review", "path"])
def test_a_fresh_stub_that_cannot_be_recorded_can_be_imported(terminal: Terminal, command: str) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=30)
    Journal(terminal.journal.folder, lambda: long_ago).append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    with full(terminal.journal):
        answer = terminal.call(command, "sum-up", *(() if command == "path" else ("--yes",)))
    assert answer.status == 4
    assert answer.out.endswith("sum_up.py\n")
    assert terminal.call("import", rescued(answer.err)).status == 0
    assert terminal.kinds() == ["attempt", "reset"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_what_waits_when_watching_ends_can_be_imported(terminal: Terminal, number: signal.Signals) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the tests run under nohup, or in the background")
    run = terminal.workers.run

    async def then_ended(*arguments: object, **options: object) -> None:
        await run(*arguments, **options)  # type: ignore[arg-type]
        asyncio.get_running_loop().call_later(0.2, os.kill, os.getpid(), number)

    terminal.workers.run = then_ended  # type: ignore[method-assign]
    with full(terminal.journal):
        answer = terminal.call("watch", "sum-up")
    assert answer.status == (4 if number is signal.SIGINT else 128 + number)
    assert "not recorded: This could not be recorded" in answer.out
    assert answer.err.startswith("flaxdrills: One thing that you did is not recorded.")
    assert terminal.call("import", rescued(answer.err)).status == 0
    assert terminal.kinds() == ["attempt"]
