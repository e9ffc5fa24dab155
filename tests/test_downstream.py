"""The example of a tool that depends on the library: strictly typed against it, and tested with its strategies.

Here it sees the source tree; `.ci/run` installs it beside the built wheel in an environment of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import qwenfacts as qf

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "examples" / "downstream"


def run_in_tool(*command: str) -> str:
    paths = [str(TOOL / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=TOOL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_the_tool_pins_a_version_that_this_one_fulfils() -> None:
    (pin,) = tomllib.loads((TOOL / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    major, minor, _ = version.split(".")
    assert pin == f"qwenfacts>={major}.{minor},<{major}.{int(minor) + 1}"


def test_the_tool_prints_the_claims_of_a_week() -> None:
    claims = qf.load().metrics.where(measure="revenue", report="qwen-2026-03-28")
    printed = run_in_tool("revenue_digest", "2026-03-28")
    assert printed.startswith(f"# Revenue in qwen-2026-03-28: {len(claims)} claim")
    assert all(f"`{metric.id}`" in printed for metric in claims)


@pytest.mark.slow
def test_the_tool_passes_its_own_tests() -> None:
    assert " passed" in run_in_tool("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")


@pytest.mark.slow
def test_the_tool_is_strictly_typed() -> None:
    pytest.importorskip("mypy", reason="the extra `lint` is not installed")
    assert run_in_tool("mypy", "--cache-dir", os.devnull).startswith("Success: no issues found")
