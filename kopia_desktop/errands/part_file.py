"""Media on its way to disk: written in one thread, in order, while the event loop goes on."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, TypeVar

from kopia_desktop.core.disk import sync_folder
from kopia_desktop.core.errors import unusable

Result = TypeVar("Result")


class PartFile:
    """``NAME.part``, which becomes ``NAME.media`` when it is whole.

    A cancelled call still runs to its end, before whatever is called next. All raise DiskFull and
    DataFolderUnusable.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._part = folder / f"{name}.part"
        self._whole = folder / f"{name}.media"
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fetch")
        self._file: BinaryIO | None = None
        self._size = 0
        self.is_handed_over = False

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._size

    @property
    def path(self) -> Path:
        """Where the media lies when it is whole."""
        return self._whole

    async def open(self, offset: int) -> None:
        """Go on after so many bytes; from the first one if there are fewer."""
        await self._run(lambda: self._open(offset))

    async def write(self, data: bytes | bytearray) -> None:
        await self._run(lambda: self._write(data))

    async def restart(self) -> None:
        """Forget what was written."""
        await self._run(lambda: self._cut(0))

    async def sync(self) -> None:
        """What was written survives a power cut."""
        await self._run(self._sync)

    async def finish(self) -> os.stat_result:
        """Durable under its final name."""
        return await self._run(self._finish)

    def hand_over(self) -> None:
        """The finished file is its job's from now on."""
        self.is_handed_over = True

    async def take_back(self) -> None:
        """The final name is given up again: nobody wanted the file."""
        await self._run(self._take_back)

    async def free_bytes(self) -> int:
        return await self._run(lambda: shutil.disk_usage(self._folder).free)

    async def remove(self) -> None:
        """Nothing stays, under neither name."""
        await self._run(self._remove)

    async def close(self) -> None:
        """The last call."""
        try:
            await self._run(self._close)
        finally:
            self._thread.shutdown(wait=False)

    async def _run(self, work: Callable[[], Result]) -> Result:
        loop = asyncio.get_running_loop()
        try:
            return await asyncio.shield(loop.run_in_executor(self._thread, work))
        except OSError as error:
            raise unusable(self._folder, error) from error

    def _open(self, offset: int) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        if self._whole.exists() and not self._part.exists():
            os.replace(self._whole, self._part)  # renamed, and then the program was killed
        file = open(  # noqa: SIM115 - closed by close()
            self._part, "ab", buffering=0, opener=lambda name, flags: os.open(name, flags, 0o600)
        )
        self._file = file
        held = file.tell()
        self._cut(offset if held >= offset else 0)

    def _cut(self, size: int) -> None:
        # Opened for appending: every write goes to the end, wherever that is now.
        self._opened().truncate(size)
        self._size = size

    def _write(self, data: bytes | bytearray) -> None:
        view = memoryview(data)
        while view:
            written = self._opened().write(view)
            self._size += written
            view = view[written:]

    def _sync(self) -> None:
        if self._file is not None:  # else it was finished, and synced for that
            os.fsync(self._file.fileno())

    def _finish(self) -> os.stat_result:
        self._sync()
        self._close()
        os.replace(self._part, self._whole)
        sync_folder(self._folder)
        return self._whole.stat()

    def _take_back(self) -> None:
        if self._file is None and self._whole.exists():
            os.replace(self._whole, self._part)

    def _remove(self) -> None:
        self._close()
        self._part.unlink(missing_ok=True)
        self._whole.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> BinaryIO:
        assert self._file is not None
        return self._file
