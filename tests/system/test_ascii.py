"""Signs and letters in ASCII, and streams that write nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import flaxdrills.ui
from flaxdrills.system.ascii import ascii_of, columns, in_ascii, with_replacements


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("✓ ✗ ●○ · ▶ …", "+ x *. . > ."),
        ("“naïve” – ‘Café’", "\"naive\" - 'Cafe'"),
        ("┌─┐│└┘╭╮╰╯", "+-+|++++++"),
        ("━ ┃ ═", "= | ="),
        ("日本 🐍", "???? ??"),
        ("αβ", "??"),
        ("ﬁ ½", "? ?"),
        ("a\u0301b\u200b", "ab"),
        ("plain\tand\nsimple", "plain\tand\nsimple"),
    ],
)
def test_every_character_keeps_its_width(text: str, form: str) -> None:
    assert ascii_of(text) == form
    assert sum(map(columns, text)) == len(form)


def test_the_shades_of_a_day_can_be_told_apart() -> None:
    assert len(set(ascii_of("·░▒▓█"))) == 5


def test_the_border_of_what_has_the_keys_differs() -> None:
    assert ascii_of("─") != ascii_of("━")


def test_no_sign_of_the_app_becomes_a_question_mark() -> None:
    source = "".join(path.read_text() for path in Path(flaxdrills.ui.__file__).parent.rglob("*.py"))
    signs = {sign for sign in source if not sign.isascii()}
    assert "▸" in signs
    assert "".join(sorted(sign for sign in signs if "?" in ascii_of(sign))) == ""


class _TerminalStream(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_sent_ascii_alone() -> None:
    written = io.BytesIO()
    terminal = _TerminalStream(written, encoding="utf-8")
    stream = in_ascii(terminal)
    stream.write("✓ done… 日")
    stream.flush()
    assert written.getvalue() == b"+ done. ??"


@pytest.mark.parametrize(
    ("encoding", "held"),
    [
        ("utf-8", "✓ é?".encode()),
        ("latin-1", b"+ \xe9?"),
        ("ascii", b"+ e?"),
        ("undefined", b"+ e?"),
        ("idna", b"+ e?"),
    ],
)
def test_a_file_gets_all_that_its_encoding_has(encoding: str, held: bytes) -> None:
    written = io.BytesIO()
    plain = io.TextIOWrapper(written, encoding=encoding)
    stream = with_replacements(plain)
    stream.write("✓ é\udcff")
    stream.flush()
    assert written.getvalue() == held
