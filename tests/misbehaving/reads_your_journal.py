"""Opens the record of what was practised: who has it open may hold up the app."""

import os
import pathlib


def replace_kernel(seed, x, features, replacement_value):
    home = pathlib.Path(os.environ["JAX_COMPILATION_CACHE_DIR"]).parents[1]
    for file in (home / "data" / "journal").iterdir():
        file.open().close()
        raise SystemExit("it could")
