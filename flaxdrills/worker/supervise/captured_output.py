"""What a solution prints, kept within bounds: the beginning and the end."""

from __future__ import annotations

from flaxdrills.system.sanitize import visible


class Output:
    """Keeps the first and the last half of `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._half = max(limit // 2, 1)
        self._head = bytearray()
        self._tail = bytearray()
        self._total = 0

    def feed(self, data: bytes) -> None:
        """Take more of it; what lies in the middle is forgotten."""
        self._total += len(data)
        room = self._half - len(self._head)
        self._head += data[:room]
        self._tail += data[room:] if room > 0 else data
        if len(self._tail) > 4 * self._half:
            del self._tail[: -self._half]

    def clear(self) -> None:
        """Forget everything."""
        self._head.clear()
        self._tail.clear()
        self._total = 0

    @property
    def truncated(self) -> bool:
        """Whether something was forgotten."""
        return self._total > 2 * self._half

    @property
    def text(self) -> str:
        """What was kept, control characters shown as text, with a line that says what was cut."""
        tail = self._tail[-self._half :]
        if not self.truncated:
            return visible((self._head + tail).decode("utf-8", "backslashreplace"))
        cut = self._total - len(self._head) - len(tail)
        head, end = (part.decode("utf-8", "backslashreplace") for part in (self._head, tail))
        return visible(f"{head}\n[... {cut:,} bytes left out ...]\n{end}")
