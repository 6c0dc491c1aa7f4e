"""What works on this machine, what does not, and what to do about it."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flaxdrills.editors.choose_editor import EditorError, NoEditorError, choose_editor
from flaxdrills.editors.tmux import TmuxError, surrounding_tmux
from flaxdrills.judging.events import Broke, Event, Interrupted, NoGpu, Ready
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview
from flaxdrills.sandbox.cgroups import limits_memory
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.sandbox.seccomp import can_filter_system_calls
from flaxdrills.system.atomic_files import make_private
from flaxdrills.system.english import count
from flaxdrills.system.installed_versions import LIBRARIES
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Settings
from flaxdrills.system.ssh import is_remote
from flaxdrills.system.terminal_capabilities import environment_as_started, terminal_capabilities

_PACKAGES = (*(library for library in LIBRARIES if library != "numpy"), "textual")
_SMALLEST = (60, 15)
_LONG_ESCAPE_MS = 100


class FindingState(StrEnum):
    """How something is."""

    FINE = "fine"
    NOTE = "note"
    """It works, and there is something to know."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One thing that was looked at."""

    name: str
    state: FindingState
    text: str
    advice: str = ""
    """What to do about it."""


def look_around(
    paths: Paths, settings: Settings, catalogue: Catalogue, notices: Sequence[str] = ()
) -> Iterator[DoctorFinding]:
    """Everything that can be seen without starting a worker; `notices` is what is wrong in the settings."""
    yield DoctorFinding("Python", FindingState.FINE, f"{platform.python_version()} at {sys.executable}")
    yield _packages()
    yield from _folders(paths)
    yield from _settings(paths, notices)
    yield _editor(settings)
    yield from _terminal(os.environ)
    yield from _tmux(os.environ)
    yield from _content(catalogue)
    yield _sandbox()


def look_at_progress(overview: Overview, catalogue: Catalogue) -> Iterator[DoctorFinding]:
    """How far the learner is, and what could not be read of the journal."""
    due = f", {overview.due_in_words}" if overview.due else ""
    runs = count(overview.attempts, "run")
    yield DoctorFinding("Progress", FindingState.FINE, f"{overview.solved} solved{due}; {runs} recorded")
    for fault in overview.faults:
        if fault not in catalogue.faults:
            yield DoctorFinding("Journal", FindingState.NOTE, fault)


def _content(catalogue: Catalogue) -> Iterator[DoctorFinding]:
    counts = f"{count(len(catalogue), 'problem')} in {count(len(catalogue.tracks), 'track')}"
    yield DoctorFinding("Content", FindingState.FINE if len(catalogue) else FindingState.NOTE, counts)
    for fault in catalogue.faults:
        yield DoctorFinding("Content", FindingState.WRONG, fault, "Install flaxdrills again.")


async def look_at_worker(workers: WorkerPool, problem: Problem) -> DoctorFinding:
    """Whether a worker starts, on which device, and how long that takes."""
    began = time.monotonic()
    seen: list[Event] = []
    await workers.run(problem, Job("", "doctor"), seen.append, Task.LESSON)
    for event in seen:
        if isinstance(event, Ready):
            device, seconds = event.device, time.monotonic() - began
            return DoctorFinding("Worker", FindingState.FINE, f"ready on {device} in {seconds:.1f} s from cold")
    reason = next(
        (event.message for event in seen if isinstance(event, Broke | Interrupted | NoGpu)),
        "it ended and gave no reason",
    )
    return DoctorFinding("Worker", FindingState.WRONG, reason, "Solutions cannot be judged until this is repaired.")


def _packages() -> DoctorFinding:
    versions, missing = [], []
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(package)
    if missing:
        return DoctorFinding(
            "Packages", FindingState.WRONG, f"missing: {', '.join(missing)}", "Run `pip install flaxdrills` again."
        )
    return DoctorFinding("Packages", FindingState.FINE, ", ".join(versions))


def _folders(paths: Paths) -> Iterator[DoctorFinding]:
    for name, folder in (
        ("Solutions", paths.solutions),
        ("Journal", paths.journal),
        ("History", paths.history),
        ("Cache", paths.cache),
    ):
        try:
            make_private(folder)
            with tempfile.NamedTemporaryFile(dir=folder):
                pass
        except OSError as error:
            advice = "Free some space, or set FLAXDRILLS_HOME to a folder that you can write to."
            yield DoctorFinding(name, FindingState.WRONG, f"{folder}: {error.strerror}", advice)
        else:
            yield DoctorFinding(name, FindingState.FINE, str(folder))


def _settings(paths: Paths, notices: Sequence[str]) -> Iterator[DoctorFinding]:
    for notice in notices:
        yield DoctorFinding("Settings", FindingState.WRONG, notice)
    if notices:
        return
    state = FindingState.FINE if paths.settings_file.exists() else FindingState.NOTE
    yield DoctorFinding(
        "Settings", state, f"{paths.settings_file}{'' if state is FindingState.FINE else ' (not there: defaults)'}"
    )


def _editor(settings: Settings) -> DoctorFinding:
    try:
        editor = choose_editor(settings.editor, os.environ)
    except NoEditorError:
        advice = "To use a different one, set EDITOR, for example `export EDITOR=nano`, or `editor` in the settings."
        return DoctorFinding("Editor", FindingState.NOTE, "the app's own", advice)
    except EditorError as error:
        return DoctorFinding("Editor", FindingState.WRONG, str(error))
    text = " ".join(editor.argv)
    if editor.returns_at_once:
        return DoctorFinding(
            "Editor", FindingState.NOTE, f"{text}, which returns at once: your file is watched, and a save runs it"
        )
    return DoctorFinding("Editor", FindingState.FINE, text)


def _terminal(environ: Mapping[str, str]) -> Iterator[DoctorFinding]:
    size = shutil.get_terminal_size()
    text = f"TERM={environ.get('TERM', 'not set')}, {size.columns}x{size.lines}"
    text += ", at most 16 colours" if terminal_capabilities(environ).has_few_colours else ""
    text += ", no colour (NO_COLOR)" if "NO_COLOR" in environ else ""
    text += ", over SSH" if is_remote(environ) else ""
    text += ", in tmux" if "TMUX" in environ else ""
    if size.columns < _SMALLEST[0] or size.lines < _SMALLEST[1]:
        yield DoctorFinding("Terminal", FindingState.WRONG, text, "Make it at least 60 columns wide and 15 rows high.")
    elif terminal_capabilities(environment_as_started()).is_ascii:
        advice = "If it shows UTF-8, name such a locale (`export LANG=C.UTF-8`) or set `ascii = false` in the settings."
        yield DoctorFinding("Terminal", FindingState.NOTE, f"{text}, only ASCII is shown", advice)
    else:
        yield DoctorFinding("Terminal", FindingState.FINE, text)


def _tmux(environ: Mapping[str, str]) -> Iterator[DoctorFinding]:
    tmux = surrounding_tmux(environ)
    with contextlib.suppress(TmuxError):
        if tmux is not None and (waits := tmux.escape_ms()) > _LONG_ESCAPE_MS:
            text = f"it holds esc back for {waits} ms, to see whether it begins another key"
            yield DoctorFinding(
                "tmux", FindingState.NOTE, text, "`set -sg escape-time 20` in ~/.tmux.conf makes that short."
            )


def _sandbox() -> DoctorFinding:
    """How far a solution is fenced in; most of the learner's files can be read everywhere."""
    fence = landlock_support()
    by = "limited by the kernel (cgroup)" if limits_memory() else "measured"
    held = [f"time, memory, disk and output are limited; memory is {by}"]
    free = ["read your other files" if fence.writing else "read your files"]
    if sys.platform == "linux":
        held.append("all processes that a solution starts end with it")
    else:
        free.append("leave processes behind that moved to a session of their own")
    if fence.writing:
        held.append("your journal and terminals cannot be read")
    (held if fence.writing else free).append("writes stay in its own folder" if fence.writing else "write your files")
    if can_filter_system_calls():
        held += ["no connections", "limits and priorities of other programs stay"]
    else:
        free.append("change limits and priorities of your other programs")
        (held if fence.network else free).append("no TCP connections" if fence.network else "use the network")
    if not fence.signals:
        free.append("end your other programs")
    text = f"{'; '.join(held)}. A solution can still {', and '.join(free)}"
    return DoctorFinding("Sandbox", FindingState.NOTE, text, "Run only solutions that you wrote or read.")
