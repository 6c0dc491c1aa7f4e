"""The encoding of a Python file."""

from __future__ import annotations

import pytest

from flaxdrills.practice.source_encoding import decoded, encoded


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"x = '\xc3\xa9'\n", "x = '\u00e9'\n"),
        (b"\xef\xbb\xbfx = 1\r\n", "x = 1\r\n"),
        (b"# coding: latin-1\nx = '\xe9'\n", "# coding: latin-1\nx = '\u00e9'\n"),
        (
            b"#!/usr/bin/python\n# -*- coding: cp1252 -*-\nx = '\x80'",
            "#!/usr/bin/python\n# -*- coding: cp1252 -*-\nx = '\u20ac'",
        ),
        (b"\n\n# coding: latin-1\nx = '\xc3\xa9'\n", "\n\n# coding: latin-1\nx = '\u00e9'\n"),
    ],
)
def test_a_file_is_read_as_python_reads_it(data: bytes, text: str) -> None:
    assert decoded(data) == text
    assert encoded(text) == data.removeprefix(b"\xef\xbb\xbf")


def test_what_is_not_in_its_encoding_is_told() -> None:
    with pytest.raises(UnicodeDecodeError, match="utf-8"):
        decoded(b"x = '\xe9'\n")
    with pytest.raises(UnicodeDecodeError, match="ascii"):
        decoded(b"# coding: ascii\nx = '\xe9'\n")
    with pytest.raises(UnicodeEncodeError):
        encoded("# coding: latin-1\nx = '\u20ac'\n")
    with pytest.raises(SyntaxError, match="unknown encoding"):
        decoded(b"# coding: nosuch\n")


def test_an_encoding_that_is_half_written_is_none() -> None:
    assert encoded("# coding: lati\n\u00e9") == b"# coding: lati\n\xc3\xa9"
