"""Figures beside their targets, and the machine they were measured on."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``passed`` is None where a figure has no target of its own."""

    name: str
    value: str
    target: str = ""
    passed: bool | None = None

    @property
    def verdict(self) -> str:
        return {None: "", True: "PASS", False: "FAIL"}[self.passed]


def print_figures(title: str, figures: Sequence[Figure]) -> None:
    """A table of figure, value, target and verdict, under it the machine."""
    rows = [("figure", "measured", "target", "")]
    rows += [(figure.name, figure.value, figure.target, figure.verdict) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    print(f"\n{title}")
    for index, row in enumerate(rows):
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
        if index == 0:
            print("  ".join("-" * width for width in widths[:3]))
    print(machine(), flush=True)


def machine() -> str:
    """Cores, memory, processor, Python and the versions that matter, in one line."""
    parts = [
        f"{os.cpu_count()} cores",
        f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        _processor(),
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
    ]
    for name in ("faster-whisper", "ctranslate2", "onnxruntime", "av"):
        parts.append(f"{name} {importlib.metadata.version(name)}")
    return ", ".join(part for part in parts if part)


def _processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else ""


def main(title: str, measure: Callable[..., list[Figure]], *, quick_means: str) -> int:
    """The command line of one part: measure, print, and say by the exit code what was missed."""
    parser = argparse.ArgumentParser(description=title)
    parser.add_argument("--quick", action="store_true", help=quick_means)
    figures = measure(quick=parser.parse_args().quick)
    print_figures(title, figures)
    return exit_code(figures)


def exit_code(figures: Sequence[Figure]) -> int:
    """1 when a target is missed."""
    return int(any(figure.passed is False for figure in figures))
