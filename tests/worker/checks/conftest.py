"""Eight simulated devices for this process, before jax opens any."""

from __future__ import annotations

import jax
import pytest

jax.config.update("jax_platforms", "cpu")
jax.config.update("jax_num_cpu_devices", 8)


def pytest_configure(config: pytest.Config) -> None:
    # Other tests in this process fork a terminal; what runs there never touches jax.
    config.addinivalue_line("filterwarnings", r"ignore:os\.fork\(\) was called:RuntimeWarning")
