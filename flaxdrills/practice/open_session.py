"""A session on the files of a user, made of its parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flaxdrills.journal.journal import Journal
from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.cursor_positions import CursorPositions
from flaxdrills.practice.lesson_block_copies import LessonBlockCopies
from flaxdrills.practice.lesson_output_cache import LessonOutputCache
from flaxdrills.practice.run_lesson_blocks import LessonBlockRunner
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFiles
from flaxdrills.practice.submit import Submitter
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.system.clock import local_now
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Settings


def open_session(
    paths: Paths,
    catalogue: Catalogue,
    workers: WorkerPool,
    settings: Settings,
    *,
    clock: Callable[[], datetime] = local_now,
    on_long_reading: Callable[[int], None] = lambda size: None,
) -> Session:
    """A session on the solution files and the journal at `paths`.

    `on_long_reading` hears how many bytes are to be read, before a reading that takes seconds.
    """
    files = SolutionFiles(paths.solutions, paths.history, clock)
    progress = LiveProgress(Journal(paths.journal, clock), paths.progress_cache, settings.day_end, on_long_reading)
    return Session(
        catalogue,
        files,
        progress,
        Submitter(files, workers, KnownMistakesCache(paths.wrong_solutions), progress),
        settings,
        CursorPositions(paths.cursor_positions),
        LessonBlockRunner(workers, LessonBlockCopies(paths.block_copies), LessonOutputCache(paths.block_agreement)),
    )
