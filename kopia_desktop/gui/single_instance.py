"""One window a data folder: a program that is started again hands its files to the running one.

A local socket that only this user may open; its name is made of the data folder's path. What is
said is one line of JSON, answered by ``ok``.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.links import is_link
from kopia_desktop.core.paths import DataFolder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1000
"""Milliseconds that a running program is given to answer."""

_LONGEST = 4 << 20
"""Bytes of a request: some ten thousand paths."""

_OK = b"ok\n"


def hand_over(data: DataFolder, files: Sequence[str]) -> bool:
    """Give the files (paths or links) to the running window; False when there is none.

    A running program that does not answer counts as none: it may just be ending.
    """
    if not _mark(data).exists():
        return False  # nobody listens: spare loading the network
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(data))
    if not socket.waitForConnected(_WAIT):
        return False
    request = {"files": [file if is_link(file) else str(Path(file).absolute()) for file in files]}
    socket.write(json.dumps(request).encode("utf-8", "surrogatepass") + b"\n")
    return socket.waitForReadyRead(_WAIT) and bytes(socket.readAll().data()) == _OK


class InstanceServer(QObject):
    """Listens in the running window; ``received`` carries a tuple of paths and links."""

    received = Signal(object)

    def __init__(self, data: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._requests: dict[QLocalSocket, bytes] = {}
        self._server: QLocalServer | None = None

    @Slot()
    def listen(self) -> None:
        """Begin; programs that start before that run beside this one."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        # What a killed program left behind; nobody answered there, or we would not be here.
        QLocalServer.removeServer(_name(self._data))
        self._server.listen(_name(self._data))
        with contextlib.suppress(OSError):
            _mark(self._data).touch(0o600)

    def close(self) -> None:
        """Another program may take the place from now on."""
        if self._server is not None:
            self._server.close()
            with contextlib.suppress(OSError):
                _mark(self._data).unlink()

    @Slot()
    def _accept(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._requests[socket] = b""
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._forget)
            self._take(socket)

    @Slot()
    def _read(self) -> None:
        self._take(cast("QLocalSocket", self.sender()))

    @Slot()
    def _forget(self) -> None:
        socket = cast("QLocalSocket", self.sender())
        self._requests.pop(socket, None)
        socket.deleteLater()

    def _take(self, socket: QLocalSocket) -> None:
        request = self._requests.get(socket, b"") + bytes(socket.readAll().data())
        self._requests[socket] = request
        if len(request) > _LONGEST:
            socket.abort()
        elif request.endswith(b"\n"):
            files = _files(request)
            if files is None:
                socket.abort()
                return
            socket.write(_OK)
            socket.flush()
            self.received.emit(files)


def _files(request: bytes) -> tuple[str, ...] | None:
    """The files asked for; None for anything that our own program does not say."""
    try:
        said = json.loads(request.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    files = said.get("files") if isinstance(said, dict) else None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return tuple(files)


def _mark(data: DataFolder) -> Path:
    """A file that says that a window listens; after a kill it says so wrongly, and no harm done."""
    return data.root / "window.open"


def _name(data: DataFolder) -> str:
    digest = hashlib.sha256(str(data.root).encode("utf-8", "surrogatepass")).hexdigest()
    return f"kopia-desktop-{digest[:20]}"
