from __future__ import annotations

import io
from pathlib import Path

from kopia_desktop.worker.ogg import Window, links


def page(first: bool, payload: bytes) -> bytes:
    table = bytes([255] * (len(payload) // 255) + [len(payload) % 255])
    head = b"OggS\x00" + bytes([2 if first else 0]) + bytes(20) + bytes([len(table)])
    return head + table + payload


def test_links_begin_where_streams_begin(tmp_path: Path) -> None:
    link = page(True, b"head") + page(True, b"other head") + page(False, bytes(1000))
    path = tmp_path / "chained.ogg"
    path.write_bytes(link * 3)
    size = len(link)
    assert links(path) == [(0, size), (size, 2 * size), (2 * size, 3 * size)]


def test_a_single_link_is_no_chain(tmp_path: Path) -> None:
    path = tmp_path / "single.ogg"
    path.write_bytes(page(True, b"head") + page(False, b"OggS in the sound") * 5)
    assert links(path) == []


def test_damage_between_pages_is_passed(tmp_path: Path) -> None:
    link = page(True, b"head") + page(False, bytes(1000))
    path = tmp_path / "damaged.ogg"
    path.write_bytes(link + bytes(100_000) + link + b"Ogg")
    assert links(path) == [(0, len(link) + 100_000), (len(link) + 100_000, 2 * len(link) + 100_003)]


def test_a_window_is_a_file_of_its_own() -> None:
    window = Window(io.BytesIO(b"0123456789"), (3, 7))
    assert window.read(100) == b"3456"
    assert window.read(1) == b""
    assert window.seek(0, io.SEEK_END) == 4
    assert window.seek(-2, io.SEEK_CUR) == 2
    assert window.read(1) == b"5"
    assert window.seek(1) == 1
    assert window.tell() == 1
    assert window.read(2) == b"45"
