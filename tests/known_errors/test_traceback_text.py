"""Errors are read from what programs print, whatever stands around them."""

from __future__ import annotations

import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from flaxdrills.known_errors.traceback_text import ErrorText, Link, TextFrame, errors_in

PLAIN = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    main()
    ~~~~^^
  File "/home/me/model.py", line 7, in main
    return x @ w
           ~~^~~
  File "/home/me/.venv/lib/python3.12/site-packages/jax/_src/numpy/array_methods.py", line 880, in _operator_matmul
    return tensor_contractions.matmul(self, other)
TypeError: dot_general requires contracting dimensions to have the same shape, got (5,) and (3,).
"""
OWN = (
    TextFrame("/home/me/train.py", 12, "<module>", "main()"),
    TextFrame("/home/me/model.py", 7, "main", "return x @ w"),
)
MESSAGE = "dot_general requires contracting dimensions to have the same shape, got (5,) and (3,)."


def only(text: str) -> ErrorText:
    (error,) = errors_in(text)
    return error


def test_a_traceback_has_its_frames_without_the_libraries() -> None:
    error = only(PLAIN)
    assert (error.type, error.message, error.own_frames) == ("TypeError", MESSAGE, OWN)
    assert len(error.frames) == 3
    assert error.where_raised.endswith("jax/_src/numpy/array_methods.py:_operator_matmul")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Epoch 1, loss 0.3\n", ""),
        ("W1130 10:00:00.000000 1234 cuda.cc:1] no GPU\n", "2026-11-30 10:00:00,1 INFO bye\n"),
        ("  0%|      | 0/10\r 10%|#     | 1/10\r\n", "wandb: syncing\nwandb: done\n"),
        ('Traceback (most recent call last):\n  File "other.py", line 1, in f\nValueError: earlier\n\nretrying\n', ""),
        ("Traceback (most recent call last):\n", ""),
        ("", "me@host:~/project$ \n"),
        ("", "\nException ignored in: <function f>\nTraceback (most recent call last):\nOSError: late\n"),
        ("[1mbold[0m\n", "ERROR: job failed\n"),
    ],
)
def test_what_stands_before_and_after_is_no_part_of_it(before: str, after: str) -> None:
    assert only(before + PLAIN + after) == only(PLAIN)


def test_windows_ends_of_lines_and_paths() -> None:
    text = (
        'Traceback (most recent call last):\n  File "C:\\work\\train.py", line 3, in <module>\n    f()\n'
        '  File "C:\\Python312\\Lib\\json\\decoder.py", line 1, in decode\n    x\n'
        '  File "C:\\work\\env\\Lib\\site-packages\\flax\\x.py", line 9, in g\n    y\nValueError: bad\n'
    ).replace("\n", "\r\n")
    error = only(text)
    assert error.own_frames == (TextFrame("C:\\work\\train.py", 3, "<module>", "f()"),)
    assert error.message == "bad"


def test_jax_says_that_it_shortened_a_traceback_and_that_is_no_message() -> None:
    rule = "-" * 20
    notice = (
        f"{rule}\nFor simplicity, JAX has removed its internal frames from the traceback of the following exception."
    )
    assert only(f"{PLAIN}{notice} Set JAX_TRACEBACK_FILTERING=off to include these.\n") == only(PLAIN)


@pytest.mark.parametrize(
    "marker",
    [
        "jax.errors.SimplifiedTraceback: For simplicity, JAX has removed its internal frames",
        (
            f"jax._src.traceback_util.UnfilteredStackTrace: TypeError: {MESSAGE}\n\nThe stack trace below excludes "
            "JAX-internal frames.\nThe preceding is the original exception that occurred, unmodified.\n\n" + "-" * 20
        ),
    ],
)
def test_jaxs_markers_are_no_errors(marker: str) -> None:
    direct = "\n\nThe above exception was the direct cause of the following exception:\n\n"
    assert only(f'Traceback (most recent call last):\n  File "a.py", line 1, in f\n{marker}{direct}{PLAIN}') == only(
        PLAIN
    )
    assert only(marker + direct + PLAIN) == only(PLAIN)


def test_a_chain_is_told_in_order_with_what_links_it() -> None:
    def first() -> None:
        {"b": 1}["a"]

    def second() -> None:
        try:
            first()
        except KeyError as fault:
            raise ValueError("two\nlines") from fault

    try:
        try:
            second()
        except ValueError as fault:
            fault.add_note("a note")
            raise RuntimeError  # noqa: B904
    except RuntimeError as last:
        text = "".join(traceback.format_exception(last))
    errors = errors_in(text)
    assert [(error.type, error.message, error.link) for error in errors] == [
        ("KeyError", "'a'", Link.FIRST),
        ("ValueError", "two\nlines\na note", Link.BECAUSE),
        ("RuntimeError", "", Link.WHILE),
    ]
    assert [frame.function for frame in errors[0].own_frames] == ["second", "first"]


def test_a_group_has_its_parts() -> None:
    try:
        try:
            raise ValueError("first\nwith a second line")
        except ValueError as fault:
            raise ExceptionGroup("many", [fault, TypeError("second")])  # noqa: B904
    except ExceptionGroup as group:
        text = "".join(traceback.format_exception(group))
    errors = errors_in(text)
    assert [(error.type, error.link) for error in errors] == [
        ("ValueError", Link.FIRST),
        ("ExceptionGroup", Link.WHILE),
        ("ValueError", Link.IN_GROUP),
        ("TypeError", Link.IN_GROUP),
    ]
    assert errors[2].message == "first\nwith a second line"
    assert errors[2].own_frames[-1].file == __file__


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("TypeError: bad", "TypeError", "bad"),
        ("noise\n\n  flax.errors.NameInUseError: taken  \n", "flax.errors.NameInUseError", "taken"),
        (
            "E       ValueError: from pytest\nE       and more\n\na.py:3: ValueError\n== 1 failed",
            "ValueError",
            "from pytest\nand more",
        ),
        ("AssertionError", "AssertionError", ""),
        ("TypeError: two\nlines", "TypeError", "two\nlines"),
        ("mine.OwnError: odd", "mine.OwnError", "odd"),
        ("ScopeCollectionNotFound: gone", "ScopeCollectionNotFound", "gone"),
        ("2026-11-30 10:00 ERROR jax.errors.KeyReuseError: again", "jax.errors.KeyReuseError", "again"),
    ],
)
def test_a_line_alone_is_an_error(text: str, kind: str, message: str) -> None:
    error = only(text)
    assert (error.type, error.message, error.frames) == (kind, message, ())


@pytest.mark.parametrize("text", ["", "\n\n", "hello", "loss: 0.3\nTotal: 3", "Traceback (most recent call last):\n"])
def test_no_error_is_none(text: str) -> None:
    assert errors_in(text) == ()


COLOURED = """\x1b[0;31m---------------------------------------------------------------------------\x1b[0m
\x1b[0;31mTypeError\x1b[0m                                 Traceback (most recent call last)
Cell \x1b[0;32mIn[3], line 2\x1b[0m
\x1b[1;32m      1\x1b[0m x = jnp.ones(3)
\x1b[0;32m----> 2\x1b[0m \x1b[43mloss\x1b[49m(x)

File \x1b[0;32m~/project/train.py:10\x1b[0m, in \x1b[0;36mloss\x1b[0;34m(x)\x1b[0m
\x1b[1;32m      8\x1b[0m def loss(x):
\x1b[0;32m---> 10\x1b[0m     return x @ jnp.ones(4)

    \x1b[0;31m[... skipping hidden 1 frame]\x1b[0m

File \x1b[0;32m/env/lib/python3.12/site-packages/jax/_src/array_methods.py:880\x1b[0m, in \x1b[0;36m_matmul\x1b[0m()
\x1b[0;32m--> 880\x1b[0m     return matmul()

\x1b[0;31mTypeError\x1b[0m: dot_general requires
two lines"""


def test_a_notebooks_coloured_traceback() -> None:
    error = only(COLOURED)
    assert (error.type, error.message) == ("TypeError", "dot_general requires\ntwo lines")
    assert error.own_frames == (
        TextFrame("Cell In[3]", 2, "", "loss(x)"),
        TextFrame("~/project/train.py", 10, "loss", "return x @ jnp.ones(4)"),
    )


def test_an_older_notebooks_traceback() -> None:
    error = only(
        "NameError        Traceback (most recent call last)\n<ipython-input-3-ab> in <module>\n      1 a\n----> 2 b\n\n"
        "NameError: name 'b' is not defined"
    )
    assert error.frames == (TextFrame("<ipython-input-3-ab>", 2, "<module>", "b"),)


def test_a_launchers_prefix_stands_before_each_line() -> None:
    assert only("".join(f"[rank0]: {line}\n" for line in PLAIN.splitlines())) == only(PLAIN)


def test_a_syntax_error_is_told_with_its_place() -> None:
    error = only('  File "/home/me/a.py", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n')
    assert (error.type, error.message) == ("SyntaxError", "invalid syntax")


@pytest.mark.process
def test_a_real_programs_standard_error(tmp_path: Path) -> None:
    program = tmp_path / "train.py"
    program.write_text("import json\n\ndef load():\n    return json.loads('{')\n\nload()\n")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True)
    error = only(done.stderr)
    assert error.type == "json.decoder.JSONDecodeError"
    assert [(frame.file, frame.line) for frame in error.own_frames] == [(str(program), 6), (str(program), 4)]
