"""TOML and JSON from outside: whatever is wrong with it is one kind of error."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.system.data_files import DataError, in_short, parse_json, read_toml


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a = " + 5000 * b"7", "not valid TOML: Exceeds the limit"),
        (b"a = " + 2000 * b"[" + 2000 * b"]", "nested too deeply"),
        (b"a = [", "not valid TOML: "),
        (b'a = "\xff"', "not UTF-8 text"),
        (b"\x00", "not valid TOML: "),
    ],
)
def test_toml_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(DataError) as caught:
        read_toml(tmp_path / "file")
    assert str(caught.value).startswith(why)


@pytest.mark.parametrize("data", [5000 * b"7", 200_000 * b"[", b"{", b"", b"\xef\xbb\xbf{}", b'"\x00"'])
def test_json_that_cannot_be_read_says_so(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^not JSON$"):
        parse_json(data)


def test_a_value_is_said_in_short() -> None:
    assert in_short("a\n") == r"'a\n'"
    assert in_short("a" * 100) == f"'{58 * 'a'}…"
    assert in_short(16**5000) == "a value that cannot be shown"
