"""The system packages needed on Linux: which are missing, and how they get here.

Debian's package names; where apt-get is there and may be used (root, or sudo without a password)
missing ones are installed, otherwise ``install`` says the exact line to run. A library counts as
present when it can be loaded, whatever package it came from. The list is what PySide6 links to.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FONTS = Path("/usr/share/fonts")


class SystemPackagesMissing(Exception):
    """They could not be installed; the message holds the line to run."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package by its possible names, the newest release's first."""

    names: tuple[str, ...]

    def name_here(self, known: frozenset[str]) -> str:
        """The first name that this release has, else the one that has been longest in use."""
        return next((name for name in self.names if name in known), self.names[-1])


@dataclass(frozen=True, slots=True)
class Library:
    """A system library by the file name it is loaded by, and the package that holds it."""

    file: str
    package: Package

    def is_there(self) -> bool:
        try:
            ctypes.CDLL(self.file)
        except OSError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Program:
    """A program by its name, and the package that holds it."""

    name: str
    package: Package

    def is_there(self) -> bool:
        return shutil.which(self.name) is not None


def _library(file: str, *names: str) -> Library:
    return Library(file, Package(names))


CORE = (_library("libgthread-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),)
"""For the program without a window."""

DRAWING = (
    _library("libGL.so.1", "libgl1"),
    _library("libEGL.so.1", "libegl1"),
    _library("libxkbcommon.so.0", "libxkbcommon0"),
    _library("libdbus-1.so.3", "libdbus-1-3"),
    _library("libfontconfig.so.1", "libfontconfig1"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),  # through QtNetwork, which sound needs
    _library("libpulse.so.0", "libpulse0"),
    _library("libXrandr.so.2", "libxrandr2"),
)
"""To draw and to play sound, with or without a screen."""

SCREEN = (
    _library("libxcb-cursor.so.0", "libxcb-cursor0"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4"),
    _library("libxcb-image.so.0", "libxcb-image0"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    _library("libxcb-randr.so.0", "libxcb-randr0"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0"),
    _library("libxcb-shape.so.0", "libxcb-shape0"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""For a window on X11."""

TOOLS = (
    Program("curl", Package(("curl",))),
    Program("Xvfb", Package(("xvfb",))),
    Program("xdotool", Package(("xdotool",))),
)
"""What the tests run beside the program: the README's lines, a screen, its mouse and keyboard."""

PURPOSES: dict[str, tuple[Library | Program, ...]] = {
    "program": CORE,
    "tests": CORE + DRAWING + SCREEN + TOOLS,
    "window": CORE + DRAWING + SCREEN,
}


def missing(purpose: str) -> list[Package]:
    """What the purpose needs and this computer has not; nothing on macOS and Windows."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [part.package for part in PURPOSES[purpose] if not part.is_there()]
    if purpose != "program" and not any(FONTS.rglob("*.[to]tf")):
        packages.append(Package(("fonts-dejavu-core",)))
    return packages


def install(packages: Iterable[Package]) -> None:
    """Install Debian packages, or raise SystemPackagesMissing with what to do instead."""
    wanted = tuple(packages)
    if shutil.which("apt-get") is None:
        raise SystemPackagesMissing(
            "Some system packages are missing. Install what Debian calls: " + _names(wanted)
        )
    if _may_become_root() and _apt_install(wanted):
        return
    sudo = "" if _is_root() else "sudo "
    raise SystemPackagesMissing(
        "Some system packages are missing. Run this line, then the same command again:\n"
        f"  {sudo}apt-get update && "
        f"{sudo}apt-get install -y --no-install-recommends {_names(wanted)}"
    )


def _apt_install(wanted: tuple[Package, ...]) -> bool:
    """Try with the package lists at hand; where that fails, fetch fresh ones and try again."""
    sudo = [] if _is_root() else ["sudo", "-n"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install_wanted = [*apt, "install", "-y", "--no-install-recommends"]
    print(f"Installing system packages: {_names(wanted)}", flush=True)
    done = _run([*install_wanted, *_names(wanted).split()])
    if done.returncode:
        _run([*apt, "update"])
        done = _run([*install_wanted, *_names(wanted).split()])
    if done.returncode:
        sys.stderr.write(done.stderr)
    return done.returncode == 0


def _names(packages: tuple[Package, ...]) -> str:
    known: frozenset[str] = frozenset()
    if shutil.which("apt-cache"):
        known = frozenset(_run(["apt-cache", "pkgnames"]).stdout.split())
    return " ".join(package.name_here(known) for package in packages)


def _may_become_root() -> bool:
    if _is_root():
        return True
    return shutil.which("sudo") is not None and _run(["sudo", "-n", "true"]).returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
