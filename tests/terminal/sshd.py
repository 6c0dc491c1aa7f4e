"""A real sshd on loopback, with keys of its own, and the command that logs in to it."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import psutil

_SSHD = shutil.which("sshd", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))

MISSING = (
    ""
    if _SSHD and shutil.which("ssh") and shutil.which("ssh-keygen")
    else ("there is no sshd here; on Debian: apt-get install openssh-server")
)
"""Why nothing can be done here, or ""."""

_CONFIGURATION = """
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
PrintLastLog no
LogLevel ERROR
"""


class Sshd:
    """An sshd that lets in the user who runs the tests, with a key that lies in `folder`."""

    def __init__(self, folder: Path) -> None:
        assert _SSHD
        self.port = free_port()
        self._key = folder / "user"
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name],
                check=True,
                stdin=subprocess.DEVNULL,
            )
        configuration = folder / "sshd_config"
        configuration.write_text(_CONFIGURATION.format(port=self.port, folder=folder))
        if os.geteuid() == 0:
            # It locks itself up in there before anybody has logged in.
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self.log = folder / "log"
        self._process = subprocess.Popen(
            [_SSHD, "-D", "-f", configuration, "-E", self.log], stdin=subprocess.DEVNULL, start_new_session=True
        )

    def __enter__(self) -> Sshd:
        end = time.monotonic() + 60
        while not _answers(self.port):
            if self._process.poll() is not None or time.monotonic() > end:
                self._process.kill()
                raise AssertionError(f"sshd did not start: {self.log.read_text()}")
            time.sleep(0.02)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for session in self.sessions():
            session.kill()
        self._process.kill()
        self._process.wait()

    def command(self, argv: Sequence[str], environment: Mapping[str, str], port: int | None = None) -> list[str]:
        """The command that runs `argv` over there in a terminal, and nothing in between; `port` may lead there, too."""
        settings = [f"{name}={value}" for name, value in environment.items() if name != "TERM"]
        options = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "IdentitiesOnly=yes")
        return [
            *("ssh", "-F", "none", "-tt", "-e", "none", "-i", str(self._key), "-p", str(port or self.port)),
            *(part for option in options for part in ("-o", option)),
            f"{getpass.getuser()}@127.0.0.1",
            f"exec {shlex.join(['env', *settings, *argv])}",
        ]

    def sessions(self) -> list[psutil.Process]:
        """The processes of sshd that serve logins."""
        return [one for one in self._below() if one.name().startswith("sshd")]

    def family(self, word: str) -> list[psutil.Process]:
        """The processes that have `word` on their command line, and all below them."""
        found = [one for one in self._below() if word in one.cmdline() and not one.name().startswith("sshd")]
        return list(dict.fromkeys(one for process in found for one in (process, *process.children(recursive=True))))

    def _below(self) -> list[psutil.Process]:
        return psutil.Process(self._process.pid).children(recursive=True)


def free_port() -> int:
    """A port on loopback that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False
