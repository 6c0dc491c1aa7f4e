"""How soon keys are answered after a large file was saved: `python -m tests.bench.large_files`.

For each file, from 40 lines to 100,000: the longest time from `?` to the help from the save to the verdict, and
what each key takes after it; each beside what it takes with the file of 40 lines. Then what is pasted and typed where
nothing can be written. Run by hand, on a quiet machine.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

from tests.terminal.answers import answer_s, wait_for_worker
from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import PROBLEM, PROGRAM

_LINE = "    y = x + 1\n"
_SHORT = " y = x\n"
_PASTED = 100_000

FILES = {
    "40 lines": f"def double(x):\n{_LINE * 38}    return x\n",
    "300 lines": f"def double(x):\n{_LINE * 298}    return x\n",
    "1,000 lines": f"def double(x):\n{_LINE * 998}    return x\n",
    "3,000 lines": f"def double(x):\n{_LINE * 2998}    return x\n",
    "10,000 lines": f"def double(x):\n{_LINE * 9998}    return x\n",
    "100,000 lines": f"def double(x):\n{_SHORT * 99_998} return x\n",
    "one line of 1 MB": f"double = '{'a' * 1_000_000}'\n",
    "a list in one line of 1 MB": f"double = [{'1, ' * 330_000}]\n",
    "1 MB that cannot be parsed": "(" * 1_000_000,
    "1 MB of control characters": f"double = '{chr(1) * 1_000_000}'\n",
    "1 MB of accents": f"double = '''{('é' * 60 + chr(10)) * 8_000}'''\n",
    "10 MB": f"double = '{'a' * 10_000_000}'\n",
}


def main() -> None:
    """Measure in a home of its own, and print it."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
        environment = kept | {"FLAXDRILLS_HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        path = subprocess.run([PROGRAM, "path", PROBLEM], env=environment, capture_output=True, text=True, check=True)
        file = Path(path.stdout.strip())
        usual: dict[str, float] = {}
        with Terminal([PROGRAM, "open", PROBLEM], (120, 40), environment) as app:
            wait_for_worker(app)
            for name, text in FILES.items():
                taken = _answers(app, file, text)
                usual = usual or taken
                print(name, flush=True)
                for what, seconds in taken.items():
                    print(
                        f"    {what:<26} {seconds * 1000:6.0f} ms   ratio {seconds / max(usual[what], 0.001):5.1f}",
                        flush=True,
                    )
            for name, begin, end in (("marked as pasted", "\x1b[200~", "\x1b[201~"), ("as if typed", "", "")):
                began = time.perf_counter()
                app.press(f"{begin}{'x = 1 + 2 ' * (_PASTED // 10)}{end}")
                app.settle(1.0)
                taken_s = time.perf_counter() - began - 1.0
                print(f"{_PASTED:,} characters {name} at the task: {taken_s:.2f} s, then `?` {answer_s(app):.2f} s")


def _answers(app: Terminal, file: Path, text: str) -> dict[str, float]:
    app.settle(1.0)
    wait_for_worker(app)
    file.with_suffix(".part").write_text(text)
    file.with_suffix(".part").replace(file)
    taken = {"until the verdict, at most": answer_s(app)}
    end = time.perf_counter() + 4
    while time.perf_counter() < end:
        taken["until the verdict, at most"] = max(taken["until the verdict, at most"], answer_s(app))
    app.settle(1.0)
    taken["?"] = max(answer_s(app) for _ in range(3))
    for key, name in (("2", "to the file"), ("\x1b[6~", "a page down"), ("\x1b[F", "to its end"), ("1", "to the task")):
        taken[name] = _key_s(app, key)
    taken["the attempts"] = _key_s(app, "a")
    taken["a comparison"] = _key_s(app, "d")
    app.press("\x1b")
    app.settle(0.5)
    return taken


def _key_s(app: Terminal, key: str) -> float:
    """Seconds until the last of what the app draws for `key` has come; 0 if there is nothing new to draw."""
    began = time.perf_counter()
    app.press(key)
    app.settle(0.5)
    return max(app.heard_at - began, 0.0)


if __name__ == "__main__":
    main()
