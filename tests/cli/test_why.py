"""`flaxdrills why`, called as somebody with an error calls it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Installation
from tests.known_errors.answered import COLLECTED

pytestmark = pytest.mark.process

TEXT = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in step
    loss = model(x)
  File "/env/lib/python3.12/site-packages/flax/nnx/nn/linear.py", line 409, in __call__
    kernel = self.kernel[...]
AttributeError: Module flax.nnx has no attribute 'ModuleList'
"""


def test_an_error_is_told_with_its_frames_and_its_cause(installed: Installation) -> None:
    answer = installed.call("why", answers=TEXT)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(
        "AttributeError: Module flax.nnx has no attribute 'ModuleList'\n"
        "  /home/me/train.py, line 12, in step\n"
        "      loss = model(x)\n"
        "\n"
        "  Did you mean nnx.List? "
    )
    assert "linear.py" not in answer.out


@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_whatever_shell_wrote_it(installed: Installation, mark: str) -> None:
    file = installed.home.parent / "log.txt"
    file.write_bytes(("noise\n" + TEXT).encode(mark))
    assert "nnx.List" in installed.call("why", file).out


def test_one_object_for_other_programs(installed: Installation) -> None:
    text = TEXT.replace("Module flax.nnx has no attribute 'ModuleList'", "No RngStream named 'dropout' found in Rngs.")
    told = installed.call("why", "--json", answers=text).json
    assert (told["type"], told["cause"], told["problems"], told["others"]) == (
        "AttributeError",
        "rng_stream",
        ["nnx-rngs-streams"],
        [],
    )
    assert told["frames"] == [{"file": "/home/me/train.py", "line": 12, "function": "step", "text": "loss = model(x)"}]
    assert told["text"].startswith("The Rngs have no such stream")


def test_an_error_that_nothing_is_known_of_ends_with_1(installed: Installation) -> None:
    answer = installed.call("why", answers="OwnError: odd")
    assert answer.status == 1
    assert answer.out.startswith("OwnError: odd\n\n  No cause is known")
    assert installed.call("why", "--json", answers="OwnError: odd").json["cause"] is None


@pytest.mark.parametrize(("text", "says"), [("hello\n", "there is no error in it"), ("", "nothing was read")])
def test_without_an_error_it_says_what_it_wants(installed: Installation, text: str, says: str) -> None:
    answer = installed.call("why", answers=text)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err and "2>&1 | flaxdrills why" in answer.err


def test_a_file_that_is_not_there(installed: Installation) -> None:
    answer = installed.call("why", "nothing.txt")
    assert answer.status == 2 and "nothing.txt" in answer.err


def test_what_a_terminal_would_obey_is_shown_as_text(installed: Installation) -> None:
    answer = installed.call("why", answers="TypeError: a\x1b[2Jb\x07\u202e\n")
    assert answer.out.startswith("TypeError: a\\x1b[2Jb\\x07\\u202e\n")


def test_json_lines_get_a_json_line_each(installed: Installation) -> None:
    lines = [
        '{"type": "TypeError", "message": "dot_general requires contracting dimensions"}',
        '{"type": "Own", "message": "cannot reshape array", "bases": ["mine.Own", "builtins.TypeError"]}',
        "",
        '{"type": "TypeError", "message": ',
        '{"message": "no type"}',
        '{"type": "TypeError", "message": 3}',
        '{"type": "TypeError", "message": "", "bases": "builtins.TypeError"}',
        "[1]",
        "[" * 5000,
        '{"type": "TracerBoolConversionError", "message": "\\ud800"}',
        '{"type": "OwnError", "message": "odd"}',
    ]
    answer = installed.call("why", "--json", answers="\n".join(lines))
    first, second, *broken, last, unknown = map(json.loads, answer.out.splitlines())
    assert answer.status == 0
    assert second["cause"] == "reshaping"
    assert first["cause"] == "contracting" and first["text"] and first["problems"]
    assert len(broken) == 6 and all(list(one) == ["error"] for one in broken)
    assert last["cause"] == "traced_truth"
    assert unknown == {"cause": None, "text": "", "problems": []}


def test_json_lines_begin_with_a_broken_one(installed: Installation) -> None:
    answer = installed.call("why", answers='{"type": \n{"type": "AssertionError"}\n')
    assert [list(json.loads(line)) for line in answer.out.splitlines()] == [["error"], ["cause", "text", "problems"]]


@pytest.mark.skipif(not COLLECTED.exists(), reason="the collected errors are not beside the checkout")
def test_a_thousand_are_answered_in_no_time(installed: Installation) -> None:
    lines = COLLECTED.read_text("utf-8").splitlines()
    thousand = "\n".join((lines * 2)[:1000])
    begin = time.perf_counter()
    answer = installed.call("why", answers=thousand)
    # Two seconds are promised; a machine that also does other things gets more.
    assert time.perf_counter() - begin < 10
    assert len(answer.out.splitlines()) == 1000


def test_jax_is_not_started(installed: Installation) -> None:
    program = (
        "import sys\nfrom flaxdrills.cli import commands\n"
        "commands(['why'], standalone_mode=False)\n"
        "print(sorted({'jax', 'flax', 'numpy', 'textual', 'asyncio'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=installed.folder,
        env={**os.environ, "PYTHONPATH": str(installed.folder), "FLAXDRILLS_HOME": str(installed.home)},
        input=TEXT,
        capture_output=True,
        text=True,
    )
    assert "nnx.List" in done.stdout
    assert done.stderr == "[]\n"


def test_at_a_terminal_it_says_how_to_paste(installed: Installation, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "flaxdrills", "why"],
        cwd=installed.folder,
        env={**os.environ, "PYTHONPATH": str(installed.folder), "FLAXDRILLS_HOME": str(installed.home)},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        assert started.stderr is not None
        assert "Ctrl+D" in started.stderr.readline()
        os.write(ours, b"TypeError: Gradient only defined for scalar-output functions\n\x04")
        out, _ = started.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert "has_aux=True" in out
