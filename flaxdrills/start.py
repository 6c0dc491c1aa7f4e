"""Where the command begins: before anything else is imported."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Any


def main() -> None:
    """Run `flaxdrills`."""
    leave_out_openssl(sys.modules)

    from flaxdrills import cli

    cli.main()


def leave_out_openssl(modules: dict[str, Any]) -> None:
    """Have asyncio and hashlib do without OpenSSL: five megabytes, in an app that opens no connection.

    Both import it only where it can be found. A Python that cannot hash without it keeps it.
    """
    sha = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
    if all(find_spec(name) for name in ("_md5", "_sha1", *sha, "_sha3", "_blake2")):
        modules["ssl"] = modules["_hashlib"] = None
