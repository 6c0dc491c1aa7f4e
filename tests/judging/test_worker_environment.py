"""What a worker sees of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.judging.worker_environment import worker_environment
from flaxdrills.system.settings import Platform

USUAL = {"PATH": "/bin", "HOME": "/home/a", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TMPDIR": "/scratch"}


def environment(environ: dict[str, str], platform: Platform = Platform.CPU) -> dict[str, str]:
    return worker_environment(environ, platform, Path("/cache/xla"))


@pytest.mark.parametrize(
    "name",
    [
        "AWS_SECRET_ACCESS_KEY",
        "GITHUB_TOKEN",
        "HF_TOKEN",
        "WANDB_API_KEY",
        "SSH_AUTH_SOCK",
        "HTTPS_PROXY",
        "FLAXDRILLS_HOME",
        "PYTHONSTARTUP",
        "PYTHONWARNINGS",
        "LD_PRELOAD",
        "JAX_ENABLE_X64",
        "JAX_DISABLE_JIT",
        "SOMETHING_ELSE",
    ],
)
def test_what_is_no_business_of_a_solution_does_not_reach_it(name: str) -> None:
    assert name not in environment(USUAL | {name: "secret"})


@pytest.mark.parametrize(
    "name",
    [
        *USUAL,
        "CUDA_VISIBLE_DEVICES",
        "NVIDIA_VISIBLE_DEVICES",
        "NCCL_DEBUG",
        "LD_LIBRARY_PATH",
        "XLA_FLAGS",
        "PYTHONPATH",
        "VIRTUAL_ENV",
        "CONDA_PREFIX",
    ],
)
def test_what_python_jax_and_cuda_need_reaches_a_worker(name: str) -> None:
    assert environment({name: "kept"})[name] == "kept"


def test_the_cpu_is_forced_whatever_the_user_set() -> None:
    assert environment({"JAX_PLATFORMS": "cuda", "JAX_PLATFORM_NAME": "gpu"})["JAX_PLATFORMS"] == "cpu"
    assert "JAX_PLATFORM_NAME" not in environment({"JAX_PLATFORM_NAME": "gpu"})


def test_a_gpu_comes_first_where_it_is_asked_for() -> None:
    assert environment({"JAX_PLATFORMS": "cpu"}, Platform.GPU)["JAX_PLATFORMS"] == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JAX_COMPILATION_CACHE_DIR", "/cache/xla"),
        ("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0"),
        ("JAX_DEFAULT_MATMUL_PRECISION", "highest"),
        ("XLA_PYTHON_CLIENT_PREALLOCATE", "false"),
        ("PYTHONHASHSEED", "0"),
    ],
)
@pytest.mark.parametrize("platform", Platform)
def test_a_worker_computes_the_same_for_everyone(name: str, value: str, platform: Platform) -> None:
    assert environment({name: "other"}, platform)[name] == value


def test_the_users_own_environment_is_left_alone() -> None:
    environ = dict(USUAL)
    environment(environ)
    assert environ == USUAL
