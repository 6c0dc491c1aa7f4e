"""The settings file."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import time
from pathlib import Path

import pytest

from flaxdrills.system.settings import Loaded, Platform, Settings, load_settings

EVERYTHING = """
device = "gpu"
editor = "code --wait"
day_end = "05:30"
theme = "nord"
solutions = "~/flax"
cache_mib = 64
free_day = true
reviews_a_day = 3
split = true
slow_line = true
ascii = true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_missing_file_is_the_defaults(file: Path) -> None:
    assert load_settings(file) == Loaded(Settings(Platform.CPU, "", time(4), "", None), ())


def test_every_setting_can_be_set(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file.write_text(EVERYTHING)
    wanted = Settings(
        Platform.GPU, "code --wait", time(5, 30), "nord", tmp_path / "flax", 64, True, 3, True, True, True
    )
    assert load_settings(file) == Loaded(wanted)
    assert all(getattr(wanted, field.name) != getattr(Settings(), field.name) for field in fields(Settings))


def test_a_time_without_quotes_is_a_time(file: Path) -> None:
    file.write_text("day_end = 03:00:00")
    assert load_settings(file) == Loaded(Settings(day_end=time(3)))


def test_an_unknown_key_is_said_with_the_nearest_and_the_rest_is_used(file: Path) -> None:
    file.write_text('edtor = "vim"\ndevice = "gpu"\n[zzz]\nx = 1\n')
    loaded = load_settings(file)
    assert loaded.settings == Settings(device=Platform.GPU)
    assert loaded.faults == (
        f"{file}: there is no setting 'edtor'. Did you mean 'editor'?",
        f"{file}: there is no setting 'zzz'. "
        "There are device, editor, day_end, free_day, reviews_a_day, theme, solutions, cache_mib, split, slow_line, "
        "ascii.",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('device = "tpu"', 'device must be "cpu" or "gpu", and is \'tpu\'. The default, "cpu", is used.'),
        ("cache_mib = -1", "cache_mib must be a whole number of MiB from 0, such as 512, and is -1. The default, 512,"),
        ('cache_mib = "1"', "and is '1'. The default, 512, is used."),
        ("reviews_a_day = true", "must be a whole number from 0, such as 10, and is True. The default, 10, is used."),
        ("free_day = 1", "free_day must be true or false, and is 1. The default, false, is used."),
        ("device = 1", 'device must be "cpu" or "gpu", and is 1.'),
        ('day_end = "24:00"', "and is '24:00'. The default, \"04:00\", is used."),
        ('day_end = "4"', "day_end must be a time of day"),
        ('day_end = "04:00:00"', "day_end must be a time of day"),
        ('day_end = "-1:00"', "day_end must be a time of day"),
        ("day_end = 4", "day_end must be a time of day"),
        ("editor = true", "editor must be a command line in quotes"),
        ("theme = []", "theme must be the name of a theme"),
        ('solutions = "flax"', "solutions must be a folder from the root or from home"),
        ('solutions = ""', "solutions must be a folder"),
        ('solutions = "~nobody-of-that-name/flax"', "solutions must be a folder"),
        ('solutions = "/a\\u0000b"', "solutions must be a folder"),
    ],
)
def test_a_bad_value_is_said_and_the_default_used(file: Path, line: str, expected: str) -> None:
    file.write_text(f"{line}\n")
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert len(loaded.faults) == 1
    assert loaded.faults[0].startswith(f"{file}: ")
    assert expected in loaded.faults[0]


def test_a_bad_value_does_not_cost_the_others(file: Path) -> None:
    file.write_text(EVERYTHING.replace('"gpu"', '"tpu"'))
    assert load_settings(file).settings.theme == "nord"


def test_broken_toml_is_said_with_its_line(file: Path) -> None:
    file.write_text('device = "gpu"\neditor = vim\n')
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert f"{file} is not valid TOML" in loaded.faults[0]
    assert "line 2" in loaded.faults[0]


def test_a_file_that_cannot_be_read_is_said(file: Path) -> None:
    file.mkdir()
    loaded = load_settings(file)
    assert loaded == Loaded(Settings(), (f"{file} cannot be read: Is a directory. The defaults are used.",))


def test_a_file_that_is_not_utf_8_is_said(file: Path) -> None:
    file.write_bytes(b'theme = "\xff"')
    assert "is not UTF-8 text" in load_settings(file).faults[0]


def test_a_mark_at_the_beginning_is_passed_over(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfeditor = 'vim'\n")
    loaded = load_settings(file)
    assert (loaded.settings.editor, loaded.faults) == ("vim", ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cache_mib = " + 5000 * "7", " is not valid TOML: Exceeds the limit"),
        (
            "cache_mib = 0x" + 5000 * "f",
            ": cache_mib must be a whole number of MiB from 0, such as 512, and is a value",
        ),
        ("cache_mib = 9999999999", ": cache_mib must be a whole number of MiB from 0, such as 512, and is 9999999999."),
        ("editor = " + 2000 * "[" + 2000 * "]", " is nested too deeply. The defaults are used."),
        ("split = '" + 500 * "long" + "'", ": split must be true or false, and is 'longlong"),
        (500 * "long" + " = 1", ": there is no setting 'longlong"),
        ("#" * 300_000, " cannot be read: It is larger than 256 KiB. The defaults are used."),
    ],
)
def test_what_is_too_much_is_said_in_short(file: Path, text: str, fault: str) -> None:
    file.write_text(text)
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    [said] = loaded.faults
    assert said.startswith(f"{file}{fault}")
    assert len(said) < len(str(file)) + 300


def test_what_is_no_file_is_said_and_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    assert load_settings(file).faults == (
        f"{file} cannot be read: It is a pipe, not a file on disk. The defaults are used.",
    )
    file.unlink()
    file.symlink_to("gone.toml")
    assert load_settings(file).faults == (
        f"{file} cannot be read: It is a link to gone.toml, which is not there. The defaults are used.",
    )
