from __future__ import annotations

from pathlib import Path

from kopia_desktop.worker.ogg import links


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
