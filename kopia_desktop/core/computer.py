"""What this computer has for recognising: cores and memory."""

from __future__ import annotations

import ctypes
import os
import sys


def usable_cores() -> int:
    """Cores this process may use (a container may have been given fewer than the machine has)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_quiet() -> bool:
    """Whether other programs leave most of the processor free, as far as the system tells."""
    if not hasattr(os, "getloadavg"):
        return True
    try:
        return os.getloadavg()[0] < 0.5 * usable_cores()
    except OSError:
        return True


def total_memory() -> int:
    """Bytes of the computer's memory; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return 0


def _windows_memory() -> int:
    """``GlobalMemoryStatusEx``: its structure is 64 bytes long, the total the second field of 8."""
    buffer = (ctypes.c_ulonglong * 8)(64)
    library = getattr(ctypes, "windll", None)
    told = library is not None and library.kernel32.GlobalMemoryStatusEx(ctypes.byref(buffer))
    return int(buffer[1]) if told else 0
