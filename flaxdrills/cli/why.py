"""The command that explains an error of the user's own program."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from flaxdrills.cli.errors import CliError
from flaxdrills.known_errors.explanation import Explanation, answer_of, explanations_of, main_one
from flaxdrills.system.regular_file import open_file_or_pipe

UNEXPLAINED = 1
"""Exit status when the error was read, and nothing is known of it."""

_HOW = """Give it a traceback, or a line such as "TypeError: ...". A program's errors go to standard error, so write: \
python train.py 2>&1 | flaxdrills why"""
_PIPE = Path("-")
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@click.command()
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def why(file: Path, as_json: bool) -> None:
    """Explain an error of your own program: a traceback, or its last line.

    It is read from FILE, or from what is piped in:

        python train.py 2>&1 | flaxdrills why

    The status is 0 where a cause is known, and 1 where none is. Where the input has a JSON object in each line
    ("type", "message" and, if they are known, "bases"), each gets a JSON object with "cause", "text" and "problems".
    """
    try:
        with sys.stdin.buffer if file == _PIPE else open_file_or_pipe(file) as opened:
            _explain(opened, as_json)
    except OSError as error:
        # Writing has no file name.
        if error.filename is None:
            raise
        raise CliError(f"{file} cannot be read: {error.strerror}.") from error


def _explain(file: BinaryIO, as_json: bool) -> None:
    if file.isatty():
        click.echo("Paste the error here, then press Enter and Ctrl+D.", err=True)
    lines = iter(file)
    begin = list(itertools.takewhile(lambda line: not line.strip(), lines_read := _Peeked(lines)))
    if lines_read.last.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        _answer_lines(itertools.chain([lines_read.last], lines))
        return
    text = _decoded(b"".join([*begin, lines_read.last, *lines]))
    explanations = explanations_of(text)
    if not explanations:
        raise CliError(f"{'there is no error in it' if text.strip() else 'nothing was read'}. {_HOW}")
    _say(explanations, as_json)
    if all(one.cause is None for one in explanations):
        sys.exit(UNEXPLAINED)


class _Peeked(Iterator[bytes]):
    """Lines, of which the last that was taken stays in sight."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self.last = b""

    def __next__(self) -> bytes:
        self.last = b""
        self.last = next(self._lines)
        return self.last


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    return data.decode(encoding, "replace")


def _answer_lines(lines: Iterable[bytes]) -> None:
    for line in lines:
        text = line.decode("utf-8-sig", "replace").strip()
        if text:
            click.echo(json.dumps(answer_of(text)))


def _say(explanations: tuple[Explanation, ...], as_json: bool) -> None:
    main = main_one(explanations)
    if as_json:
        others = [one.as_json() for one in explanations if one is not main]
        click.echo(json.dumps({**main.as_json(), "others": others}, indent=2))
        return
    from flaxdrills.cli.command_setup import set_up
    from flaxdrills.known_errors.explanation_text import lines_of

    titles = {problem.id: problem.title for problem in set_up().catalogue}
    click.echo("\n".join(lines_of(explanations, titles)))
