"""Beginning a new problem: a folder with every file that one has, each saying what belongs in it."""

from __future__ import annotations

import re
from pathlib import Path

from flaxdrills.problems.catalogue import Catalogue

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TOKEN = re.compile(r'"[^"\n]*"|#[^\n]*|[],]')


class NewProblemError(Exception):
    """The problem cannot be begun; the message says why."""


def new_problem(content: Path, catalogue: Catalogue, track: str, problem_id: str) -> Path:
    """Make the folder of a new problem and enter it in tracks.toml; returns the folder.

    Raises NewProblemError for an unknown track, an id that is taken or no slug, and when the disk says no.
    """
    if track not in [known.id for known in catalogue.tracks]:
        raise NewProblemError(f"There is no track {track!r}; add it to {content / 'tracks.toml'} first.")
    if not _SLUG.fullmatch(problem_id):
        raise NewProblemError(
            f"{problem_id!r} is no id: a letter first, then small letters, digits and single hyphens."
        )
    folder = content / track / problem_id
    if problem_id in [problem.id for problem in catalogue] or folder.exists():
        raise NewProblemError(f"There is a problem {problem_id!r} already.")
    listing = content / "tracks.toml"
    try:
        entered = _entered(listing.read_text("utf-8"), track, problem_id)
        for name, text in _FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("FUNCTION", problem_id.replace("-", "_")), "utf-8")
        listing.write_text(entered, "utf-8")
    except OSError as error:
        raise NewProblemError(f"{error.filename or folder}: {error.strerror}.") from error
    return folder


def _entered(listing: str, track: str, problem_id: str) -> str:
    """The text of tracks.toml with `problem_id` at the end of its track; comments stay as they are."""
    before = rf'^id = "{re.escape(track)}"(?:(?!\[\[track\]\]).)*^problems = \['
    start = re.search(before, listing, re.DOTALL | re.MULTILINE)
    if start is None:
        raise NewProblemError(f'tracks.toml has no list `problems = [...]` for the track "{track}".')
    last, comma, end = start.end(), True, start.end()
    for token in _TOKEN.finditer(listing, start.end()):
        if token[0] == "]":
            end = token.start()
            break
        if token[0] == ",":
            comma = True
        elif token[0].startswith('"'):
            last, comma = token.end(), False
    ids = listing[:last] + ("" if comma else ",") + listing[last:end].rstrip()
    return f'{ids}\n  "{problem_id}",\n{listing[end:]}'


_FILES = {
    "problem.toml": """title = "TODO: a few words"
summary = "TODO: one sentence"
difficulty = 1
function = "FUNCTION"
concepts = []
prerequisites = []
""",
    "lesson.md": """# TODO: title

## Why it matters

TODO: where this comes up in a real project.

## The API

TODO

## A worked example

Every Python block is run by `flaxdrills verify`, and prints what the output block under it says.

```python
print("TODO")
```

```output
TODO: what it prints
```

## Pitfalls

TODO: each shown by a block that runs, or raises what the output block says.
""",
    "task.md": """Write `FUNCTION(seed, x)`.

TODO: inputs with shapes and dtypes, the output, and what is checked besides the values.
""",
    "hints.md": """TODO: a nudge.
---
TODO: where to look.
---
TODO: nearly the answer.
""",
    "stub.py": '''"""TODO: the whole task, readable while the editor covers the app.

FUNCTION(seed, x): TODO
"""


def FUNCTION(seed, x):
    raise NotImplementedError("write FUNCTION")
''',
    "solution.py": '''"""TODO: the reference."""


def FUNCTION(seed, x):
    raise NotImplementedError("TODO")
''',
    "checks.py": '''"""TODO: what holds for a solution: cases, and mechanism checks written with `expect`."""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("five values", seed=0.0, x=normal(5, seed=1)),
    case("a single value", seed=1.0, x=normal(1, seed=2)),
    case("a matrix that is not square", seed=2.0, x=normal(3, 7, seed=3)),
]
''',
    "wrong/one.py": '''"""TODO: the diagnosis: what the mistake is, why it is one, where to look."""


def FUNCTION(seed, x):
    raise NotImplementedError("TODO: a typical mistake")
''',
    "wrong/other.py": '''"""TODO: the diagnosis of another mistake."""


def FUNCTION(seed, x):
    raise ValueError("TODO: another typical mistake")
''',
}
