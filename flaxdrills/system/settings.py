"""What the user set, read from a TOML file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Any

from flaxdrills.system.data_files import DataError, in_short, read_toml

DEFAULT_DAY_END = time(4)
"""Until when a night still belongs to the day before, unless the learner says otherwise."""
DEFAULT_CACHE_MIB = 512
_LARGEST = 10**9
"""No number that is set is larger."""


class Platform(StrEnum):
    """Where a worker computes."""

    CPU = "cpu"
    GPU = "gpu"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set."""

    device: Platform = Platform.CPU
    """Where solutions run, unless a problem or `--device` says otherwise."""
    editor: str = ""
    """A command line such as `code --wait`; empty leaves it to $VISUAL and $EDITOR."""
    day_end: time = DEFAULT_DAY_END
    """Until when a night still belongs to the day before."""
    theme: str = ""
    """A theme's name; empty is the app's own."""
    solutions: Path | None = None
    """Another folder for the solution files."""
    cache_mib: int = DEFAULT_CACHE_MIB
    """How large the cache of what was compiled may be when the app ends."""
    free_day: bool = False
    """Whether one day of each week may be missed without ending the streak."""
    reviews_a_day: int = 10
    """How many reviews are put first on a day; 0 puts none first."""
    split: bool = False
    """Whether in tmux the editor opens in a pane beside the app, and not in the app's place."""
    slow_line: bool | None = None
    """Whether to draw less often; None where that is to be found out."""
    ascii: bool | None = None
    """Whether nothing beyond ASCII is shown; None leaves it to the terminal and the locale."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and what was wrong with the file."""

    settings: Settings = field(default_factory=Settings)
    faults: tuple[str, ...] = ()
    """A sentence each; the defaults stand in for what could not be used."""


def load_settings(path: Path) -> Loaded:
    """The settings in the file at `path`; the defaults where there is none.

    What cannot be used becomes a fault: a typing mistake in the settings never keeps the app from starting.
    """
    try:
        table = read_toml(path)
    except FileNotFoundError:
        return Loaded()
    except OSError as error:
        return _only_defaults(f"{path} cannot be read: {error.strerror}.")
    except DataError as error:
        return _only_defaults(f"{path} is {error}.")
    return _from_table(table, path)


def _only_defaults(fault: str) -> Loaded:
    return Loaded(faults=(f"{fault} The defaults are used.",))


def _from_table(table: Mapping[str, object], path: Path) -> Loaded:
    settings, faults = Settings(), []
    for key, value in table.items():
        if key not in _READERS:
            faults.append(f"{path}: there is no setting {in_short(key)}. {_nearest(key)}")
            continue
        read, expected = _READERS[key]
        try:
            settings = replace(settings, **{key: read(value)})
        except (ValueError, RuntimeError):
            default = _default(getattr(Settings(), key))
            faults.append(f"{path}: {key} must be {expected}, and is {in_short(value)}. {default}")
    return Loaded(settings, tuple(faults))


def _nearest(key: str) -> str:
    if near := difflib.get_close_matches(key, _READERS, n=1, cutoff=0.4):
        return f"Did you mean {near[0]!r}?"
    return f"There are {', '.join(_READERS)}."


def _default(value: object) -> str:
    match value:
        case time():
            return f'The default, "{value:%H:%M}", is used.'
        case str() if value:
            return f'The default, "{value}", is used.'
        case bool():
            return f"The default, {str(value).lower()}, is used."
        case int():
            return f"The default, {value}, is used."
        case _:
            return "It is left out."


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value.strip()


def _platform(value: object) -> Platform:
    return Platform(_text(value))


def _time_of_day(value: object) -> time:
    # Without quotes TOML reads 04:00:00 as a time of its own.
    if isinstance(value, time):
        return value
    text = _text(value)
    if not re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", text):
        raise ValueError
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _whole_number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _folder(value: object) -> Path:
    folder = Path(_text(value)).expanduser()
    # A relative one would be another folder wherever the app is started.
    if not folder.is_absolute() or "\0" in str(folder):
        raise ValueError
    return folder


_READERS: Mapping[str, tuple[Callable[[object], Any], str]] = {
    "device": (_platform, '"cpu" or "gpu"'),
    "editor": (_text, 'a command line in quotes, such as "code --wait"'),
    "day_end": (_time_of_day, 'a time of day such as "04:00"'),
    "free_day": (_truth, "true or false"),
    "reviews_a_day": (_whole_number, "a whole number from 0, such as 10"),
    "theme": (_text, "the name of a theme in quotes"),
    "solutions": (_folder, 'a folder from the root or from home, such as "~/flax"'),
    "cache_mib": (_whole_number, "a whole number of MiB from 0, such as 512"),
    "split": (_truth, "true or false"),
    "slow_line": (_truth, "true or false"),
    "ascii": (_truth, "true or false"),
}
