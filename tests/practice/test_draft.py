"""A solution file that is written in the app's own editor."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from flaxdrills.practice.draft import Draft
from flaxdrills.practice.solution_files import SolutionFileError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "solutions"
    folder.mkdir()
    path = folder / "sum_up.py"
    path.write_text("first\n")
    return path


@pytest.fixture
def manuscript(file: Path, tmp_path: Path) -> Draft:
    def keep(text: str) -> Path:
        kept = tmp_path / "kept.py"
        kept.write_text(text)
        return kept

    made = Draft(file, keep)
    assert made.read() == "first\n"
    return made


def test_a_save_replaces_the_whole_file_and_keeps_its_mode(manuscript: Draft, file: Path) -> None:
    file.chmod(0o640)
    before = file.stat().st_ino
    assert manuscript.save("second\r\n") is None
    assert file.read_bytes() == b"second\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.stat().st_ino != before
    assert list(file.parent.iterdir()) == [file]


def test_a_link_stays_a_link(manuscript: Draft, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.py"
    file.rename(target)
    file.symlink_to(target)
    manuscript.save("second\n")
    assert file.is_symlink()
    assert target.read_text() == "second\n"


def test_what_another_program_wrote_is_kept(manuscript: Draft, file: Path) -> None:
    file.write_text("another's\n")
    kept = manuscript.save("mine\n")
    assert kept is not None
    assert kept.read_text() == "another's\n"
    assert file.read_text() == "mine\n"
    assert manuscript.save("mine again\n") is None


def test_what_another_program_wrote_alike_is_no_conflict(manuscript: Draft, file: Path) -> None:
    file.write_text("mine\n")
    assert manuscript.save("mine\n") is None


def test_a_file_that_is_gone_is_made_again(manuscript: Draft, file: Path) -> None:
    file.unlink()
    assert manuscript.save("second\n") is None
    assert file.read_text() == "second\n"


def test_what_cannot_be_read_is_not_replaced(manuscript: Draft, file: Path) -> None:
    file.write_bytes(b"\xff")
    with pytest.raises(SolutionFileError, match="is not UTF-8"):
        manuscript.save("second\n")
    assert file.read_bytes() == b"\xff"
    assert manuscript.known == "first\n"


def test_a_save_that_fails_leaves_the_file_and_the_draft(
    manuscript: Draft, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manuscript.keep_draft("second\n")

    def full(path: Path, data: bytes, *, sync: bool, mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("flaxdrills.practice.draft.replace_file", full)
    with pytest.raises(SolutionFileError, match=r"could not be saved: No space left on device\. Free some space"):
        manuscript.save("second\n")
    assert file.read_text() == "first\n"
    assert manuscript.draft() == "second\n"


def test_a_draft_outlives_the_app_until_a_save(manuscript: Draft, file: Path) -> None:
    assert manuscript.draft() is None
    manuscript.keep_draft("sec")
    manuscript.keep_draft("second")
    later = Draft(file, lambda _: file)
    assert later.draft() == "second"
    later.save("second")
    assert manuscript.draft() is None
    assert list(file.parent.iterdir()) == [file]


def test_a_draft_that_cannot_be_kept_is_said(manuscript: Draft, file: Path) -> None:
    file.unlink()
    file.parent.rmdir()
    with pytest.raises(SolutionFileError, match="could not be kept"):
        manuscript.keep_draft("second")


def test_a_file_is_written_back_in_the_encoding_that_it_names(manuscript: Draft, file: Path) -> None:
    file.write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    text = manuscript.read()
    assert text == "# coding: latin-1\nx = '\u00e9'\n"
    manuscript.keep_draft(f"{text}\u20ac")
    assert manuscript.draft() == f"{text}\u20ac"
    with pytest.raises(SolutionFileError, match="written in latin-1, which has no '\u20ac'"):
        manuscript.save(f"{text}\u20ac")
    assert manuscript.save(f"{text}y = '\u00fc'\n") is None
    assert file.read_bytes() == b"# coding: latin-1\nx = '\xe9'\ny = '\xfc'\n"
