"""A screen of the app as a picture."""

from __future__ import annotations

import re
from pathlib import Path

from textual.app import App


def save(app: App[None], path: Path) -> None:
    """Write what `app` shows to `path`, as SVG."""
    # Without the web fonts that rich names: a picture loads nothing either.
    picture = re.sub(r"@font-face \{[^}]*\}", "", app.export_screenshot(title="flaxdrills"))
    # Not every renderer knows that a space which does not break is to stay at the beginning of a text.
    picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    path.write_text("\n".join(line.rstrip() for line in picture.splitlines()) + "\n")
