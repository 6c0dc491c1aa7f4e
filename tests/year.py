"""A year of made-up practice, for tests and for looking at the screens: `python -m tests.year FOLDER`.

Someone in Berlin practises most evenings, is ill for a week, spends two weeks in Tokyo, and does the
reviews that are due, except lately. Afterwards `FLAXDRILLS_HOME=FOLDER` shows what they see; where nothing is said of
content, that of FOLDER/content is made up as well: six tracks with the problems of a whole catalogue.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.progress_events import progress_event_of
from flaxdrills.progress.reviews import Review
from flaxdrills.system.paths import Paths
from tests.conftest import FILES

HOME = ZoneInfo("Europe/Berlin")
AWAY = ZoneInfo("Asia/Tokyo")
UNTIL = datetime(2026, 11, 20, 21, 30, tzinfo=HOME)
DAYS = 370
_DO = ("build", "replace", "split", "count", "freeze", "port", "trace", "share", "mask", "merge")
TRACKS = {
    "nnx": ("Flax NNX", "Modules that are Python objects.", ("param", "variable", "state", "filters", "rngs", "jit")),
    "linen": ("Flax Linen", "Modules that are descriptions.", ("module", "init", "apply", "scan", "vmap", "remat")),
    "bridge": ("Both ways", "From Linen to NNX and back.", ("to-nnx", "to-linen")),
    "train": ("Training", "Loops that learn something.", ("optax", "metrics", "checkpoint")),
    "scale": ("Many devices", "Meshes and sharding.", ("mesh", "sharding")),
    "jax": ("JAX below", "What Flax stands on.", ("grad", "vmap", "scan", "pytree", "shapes")),
}
_CHAPTER = 10
_HARD = {"filters": 0.75, "scan": 0.7, "sharding": 0.7, "state": 0.5}
"""How often a run about a concept fails; the others fail less."""


@dataclass
class Year:
    """What was recorded, and every text that was judged."""

    entries: list[Entry] = field(default_factory=list)
    texts: dict[str, set[str]] = field(default_factory=dict)
    """By the id of the problem."""


def make_content(folder: Path, each: int | None = None) -> Catalogue:
    """A whole catalogue of problems that look real in a list; with `each`, so many a track, in chapters of ten."""
    toml = []
    for track, (title, summary, topics) in TRACKS.items():
        pairs = list(product(topics, _DO))
        if each is not None:
            pairs = [(topic, f"{verb}-{round}") for round in range(1, 1 + each) for topic, verb in pairs][:each]
        ids = [f"{track}-{topic}-{verb}" for topic, verb in pairs]
        toml.append(f'[[track]]\nid = "{track}"\ntitle = "{title}"\nsummary = "{summary}"\n')
        if each is None:
            toml.append(f"problems = {json.dumps(ids)}\n")
        else:
            toml += [
                f'[[track.chapter]]\ntitle = "From {first + 1} on"\nsummary = "Ten of them."\n'
                f"problems = {json.dumps(ids[first : first + _CHAPTER])}\n"
                for first in range(0, each, _CHAPTER)
            ]
        for number, (topic, verb) in enumerate(pairs):
            place = folder / track / ids[number]
            for name, text in FILES.items():
                path = place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.replace("FUNCTION", f"{verb}_{topic}".replace("-", "_")))
            (place / "problem.toml").write_text(
                f'title = "{verb.capitalize()} {topic.replace("-", " ")}"\n'
                f'summary = "{verb.capitalize()} what {topic} is about, without losing what it holds."\n'
                f'difficulty = {1 + number % 5}\nfunction = "{verb}_{topic.replace("-", "_")}"\n'
                f"concepts = {json.dumps([topic, verb])}\n"
            )
    (folder / "tracks.toml").write_text("\n".join(toml))
    return load_catalogue(folder)


def year_of(catalogue: Catalogue, until: datetime = UNTIL, days: int = DAYS, seed: int = 1) -> Year:
    """The practice of the `days` days up to `until`."""
    return _Learner(list(catalogue), random.Random(seed)).live(until, days)


class _Learner:
    """Knows what is due, and goes through the catalogue in its order, two tracks at a time."""

    def __init__(self, problems: list[Problem], chance: random.Random) -> None:
        first, second = problems[: len(problems) // 2], problems[len(problems) // 2 :]
        pairs = list(zip(first, second, strict=False))
        self._to_do = [problem for pair in pairs for problem in pair]
        self._problems = {problem.id: problem for problem in problems}
        self._reviews: dict[str, Review] = {}
        self._chance = chance
        self._year = Year()
        self._clock = datetime.now(UTC)

    def live(self, until: datetime, days: int) -> Year:
        for ago in range(days, -1, -1):
            date = (until - timedelta(days=ago)).date()
            if 150 <= ago < 157 or self._chance.random() < (0.35 if date.weekday() == 5 else 0.12):
                continue
            zone = AWAY if 60 <= ago < 74 else HOME
            self._clock = datetime.combine(date, time(19 if ago else 18, self._chance.randrange(60)), zone)
            self._evening(until, lets_slide=ago < 25)
        return self._year

    def _evening(self, until: datetime, *, lets_slide: bool) -> None:
        today = Instant.of(self._clock).day(time(4))
        due = [name for name, review in self._reviews.items() if review.is_due(today)]
        for name in due[: 0 if lets_slide else self._chance.choice((0, 1, 2, 3))]:
            self._practise(self._problems[name], until)
        for _new in range(self._chance.choice((0, 0, 1))):
            if self._to_do and self._practise(self._to_do[0], until):
                self._to_do.pop(0)

    def _practise(self, problem: Problem, until: datetime) -> bool:
        """Try until it passes, or until it is enough for today."""
        chance = self._chance
        is_review = self._write(EntryKind.OPENED, problem).memory is not None
        if is_review:
            self._write(EntryKind.RESET, problem)
        fails = min(max((_HARD.get(concept, 0.2) for concept in problem.concepts), default=0.2), 0.8)
        for number in range(1, 8):
            self._clock += timedelta(minutes=chance.choice((2, 4, 5, 8, 13, 20)))
            if self._clock >= until:
                return False
            if number > 1 and chance.random() < 0.3:
                self._write(EntryKind.HINT, problem, index=min(number - 2, 2))
            passed = chance.random() > fails / (2 if is_review else 1)
            verdict = "passed" if passed else chance.choice(("failed", "failed", "failed", "error", "timeout"))
            text = _text(problem, number, passed)
            self._year.texts.setdefault(problem.id, set()).add(text)
            seconds = round(chance.uniform(0.05, 1.2), 4)
            self._write(
                EntryKind.ATTEMPT, problem, verdict=verdict, sha256=sha256_of(text), seconds=seconds, wrong=None
            )
            if passed:
                break
            if number == 5:
                self._write(EntryKind.REVEALED, problem)
        else:
            return False
        if chance.random() < 0.1:
            self._write(EntryKind.GRADED, problem, of=self._year.entries[-1].id, grade="easy")
        self._clock += timedelta(minutes=chance.choice((1, 2, 4)))
        return True

    def _write(self, kind: EntryKind, problem: Problem, **fields: object) -> Review:
        now = Instant.of(self._clock)
        entry = Entry(f"{len(self._year.entries):032}", now.at, now.offset_min, kind, problem.id, fields)
        self._year.entries.append(entry)
        made = progress_event_of(entry)
        assert made is not None
        review = self._reviews.get(problem.id, Review()).after(made, now.day(time(4)))
        self._reviews[problem.id] = review
        return review


def _text(problem: Problem, number: int, passed: bool) -> str:
    body = "    layer = nnx.Linear(x.shape[0], 1, rngs=nnx.Rngs(0))\n" * (number > 1)
    last = "    return layer(x)\n" if passed and number > 1 else f"    return x.sum()  # try {number}\n"
    return f'"""{problem.title}."""\n\nfrom flax import nnx\n\n\ndef {problem.function}(x):\n{body}{last}'


def lines_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as a journal holds them."""
    for entry in entries:
        own: Mapping[str, object] = {
            "v": 1,
            "id": entry.id,
            "at": entry.at.isoformat(),
            "offset_min": entry.offset_min,
            "kind": entry.kind,
            "problem": entry.problem,
        }
        yield json.dumps({**own, **entry.fields}) + "\n"


def write_year(year: Year, catalogue: Catalogue, locations: Paths) -> None:
    """Put the year where the app finds it."""
    locations.journal.mkdir(parents=True, exist_ok=True)
    (locations.journal / "made-up.jsonl").write_text("".join(lines_of(year.entries)))
    workspace = SolutionFiles(locations.solutions, locations.history)
    for problem_id, texts in year.texts.items():
        for text in texts:
            workspace.keep(catalogue.problem(problem_id), text)


def main() -> None:
    """Make up content and a year that ends now."""
    home = Path(sys.argv[1])
    locations = Paths.of_user({"FLAXDRILLS_HOME": str(home)})
    catalogue = make_content(home / "content")
    write_year(year_of(catalogue, datetime.now(HOME)), catalogue, locations)


if __name__ == "__main__":
    main()
