"""The encoding of a Python file: UTF-8, unless one of its first two lines names a different one (PEP 263)."""

from __future__ import annotations

import io
import tokenize


def decoded(data: bytes) -> str:
    """The text of a file that holds `data`, as Python reads it.

    Raises UnicodeDecodeError, and SyntaxError where the encoding that is named is none.
    """
    encoding = _encoding_of(data)
    # Some editors begin a file with a mark that Python passes over.
    return data.decode("utf-8").removeprefix("\ufeff") if encoding == "utf-8-sig" else data.decode(encoding)


def encoded(text: str) -> bytes:
    """`text` as it is written to a file. Raises UnicodeEncodeError where its encoding lacks a letter."""
    try:
        encoding = _encoding_of(text.encode())
    except SyntaxError:
        # The line that names it may be half written.
        encoding = "utf-8"
    return text.encode(encoding)


def _encoding_of(data: bytes) -> str:
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError as error:
        if str(error).startswith("unknown encoding"):
            raise
        # There is none named, and it is not UTF-8: decoding says where.
        return "utf-8"
