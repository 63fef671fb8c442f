"""What is refused at the door: hostile bodies under harmless names, things that are no files."""

from __future__ import annotations

import io
import os
import socket
import stat
import struct
import sys
import threading
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from kopia_desktop.core.errors import (
    MediaDamaged,
    MediaEmpty,
    MediaError,
    MediaIsFolder,
    MediaNotFound,
    MediaUnreadable,
    UnsupportedMedia,
)
from kopia_desktop.worker.container import FORMATS, Window, open_media
from kopia_desktop.worker.media import decode, probe

NAMES = ("meeting.wav", "meeting.mp3", "meeting.m3u8", "meeting.mp4", "meeting.txt", "meeting")

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A recording beside the hostile file that nobody asked to be read."""
    path = tmp_path / "secret.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(np.full(16_000, 1000, "<i2").tobytes())
    return path


class Listener:
    """A loopback server that counts who calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.calls = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5.0)


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


def hostile_bodies(secret: Path, port: int) -> dict[str, str]:
    """Files that ask their reader to open something else."""
    url = f"http://127.0.0.1:{port}/x"
    hls = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1.0,\n{}\n#EXT-X-ENDLIST\n"
    sdp = (
        f"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
        f"m=audio {port} RTP/AVP 0\na=rtpmap:0 PCMU/8000\n"
    )
    return {
        "hls of a file": hls.format(secret),
        "hls of a URL": hls.format(url),
        "hls of a neighbour": hls.format(secret.name),
        "hls in a tag": hls.format(f"concat:{secret}|{secret}"),
        "master playlist": f"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{url}\n",
        "m3u": f"#EXTM3U\n{secret}\n",
        "ffconcat": f"ffconcat version 1.0\nfile '{secret.name}'\n",
        "ffconcat of a URL": f"ffconcat version 1.0\nfile '{url}'\n",
        "sdp": sdp,
        "dash": f'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011">{url}</MPD>',
        "asx": f'<asx version="3.0"><entry><ref href="{url}"/></entry></asx>',
        "pls": f"[playlist]\nFile1={url}\nNumberOfEntries=1\n",
        "smil": f'<smil><body><audio src="{url}"/></body></smil>',
        "rtsp redirect": f"[Reference]\nRef1={url}\n",
        "qtl": f'<?xml version="1.0"?><?quicktime type="application/x-quicktime"?>{url}',
        "lavfi": f"amovie={secret}",
        "ffmetadata": ";FFMETADATA1\ntitle=x\n",
        "subtitles": "1\n00:00:00,000 --> 00:00:01,000\nhello\n",
        "webvtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n",
        "ass": "[Script Info]\nScriptType: v4.00+\n",
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>',
        "text": "A letter, in which nothing is said.\n" * 50,
        "script": "#!/bin/sh\necho hello\n",
        "a byte": "\n",
    }


def test_hostile_bodies_are_refused_under_every_name(
    tmp_path: Path, secret: Path, listener: Listener
) -> None:
    for what, body in hostile_bodies(secret, listener.port).items():
        for prefix in (b"", b"\xef\xbb\xbf", b"ID3\x04\x00\x00\x00\x00\x00\x00"):
            for name in NAMES:
                path = tmp_path / name
                path.write_bytes(prefix + body.encode())
                with pytest.raises(MediaError) as caught:
                    list(decode(path, max_seconds=60.0))
                assert isinstance(caught.value, UnsupportedMedia | MediaDamaged), what
                if not prefix:
                    assert isinstance(caught.value, UnsupportedMedia), what
    assert listener.calls == 0


def test_the_bait_is_real(tmp_path: Path, secret: Path) -> None:
    """Without our locks FFmpeg does read the secret; else the test above would prove nothing."""
    path = tmp_path / "meeting.wav"
    path.write_text(hostile_bodies(secret, 1)["ffconcat"])
    with av.open(str(path)) as container:
        assert container.format.name == "concat"
        assert sum(frame.samples for frame in container.decode(audio=0)) == 16_000


def test_quicktime_that_points_elsewhere_is_not_followed(
    samples: ModuleType, speech: NDArray[np.float32], tmp_path: Path
) -> None:
    kind = next(kind for kind in samples.MATRIX if kind.name == "pcm.mov")
    elsewhere = tmp_path / "elsewhere.mov"
    samples.write_media(elsewhere, [speech], kind=kind._replace(picture=""))
    path = tmp_path / "meeting.mov"
    path.write_bytes(pointing_elsewhere(elsewhere.read_bytes(), elsewhere.name))
    with av.open(str(path), options={"enable_drefs": "1"}) as container:  # the bait is real
        assert sum(frame.samples for frame in container.decode(audio=0)) > 48_000
    with pytest.raises(MediaDamaged):
        list(decode(path, max_seconds=60.0))


def pointing_elsewhere(movie: bytes, name: str) -> bytes:
    """The movie's index alone, its sound referred to a neighbour file by a Macintosh alias."""
    target = f"/{name}".encode()
    target += bytes(len(target) % 2)
    alias = bytes(10) + bytes(28) + bytes(12) + bytes(64) + bytes(16)
    alias += struct.pack(">HH", 1, 1) + bytes(16)
    alias += struct.pack(">HH", 2, len(target)) + target + struct.pack(">HH", 0xFFFF, 0)
    entry = struct.pack(">I4sI", 12 + len(alias), b"alis", 0) + alias
    moov_at = movie.index(b"moov") - 4
    moov = bytearray(movie[moov_at:])
    marker = moov.rindex(b"dref")
    old = moov.index(b"\x00\x00\x00\x0c", marker + 12)
    moov[old : old + 12] = entry
    for parent in (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref"):
        at = moov.rindex(parent, 0, marker + 4) - 4
        (size,) = struct.unpack_from(">I", moov, at)
        struct.pack_into(">I", moov, at, size + len(entry) - 12)
    return movie[:28] + bytes(moov)


def image(format_name: str, codec: str, pixels: str) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format=format_name) as container:
        stream = container.add_stream(codec, rate=1)
        stream.width, stream.height, stream.pix_fmt = 64, 48, pixels
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 90, np.uint8), format="rgb24")
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("noise", np.random.default_rng(1).bytes(300_000))
    return file.getvalue()


@pytest.mark.parametrize(
    ("format_name", "codec", "pixels"),
    [
        ("image2pipe", "png", "rgb24"),
        ("image2pipe", "mjpeg", "yuvj420p"),
        ("image2pipe", "bmp", "bgr24"),
        ("image2pipe", "tiff", "rgb24"),
        ("webp", "libwebp", "yuv420p"),
        ("gif", "gif", "rgb8"),
    ],
)
def test_images_are_no_recordings(
    format_name: str, codec: str, pixels: str, tmp_path: Path
) -> None:
    path = tmp_path / "meeting.mp4"
    path.write_bytes(image(format_name, codec, pixels))
    with pytest.raises(UnsupportedMedia, match="not an audio or video recording"):
        probe(path)


@pytest.mark.parametrize(
    "body",
    [zipped(), b"%PDF-1.7\n" + bytes(5000), b"MZ" + bytes(5000), bytes(100_000), b"\x1f\x8b\x08"],
    ids=["zip", "pdf", "exe", "zeros", "gz"],
)
def test_other_files_are_no_recordings(body: bytes, tmp_path: Path) -> None:
    path = tmp_path / "meeting.mp3"
    path.write_bytes(body)
    with pytest.raises(UnsupportedMedia) as caught:
        list(decode(path, max_seconds=60.0))
    assert caught.value.hint == "Choose an audio or video recording."


def test_only_harmless_containers_are_known() -> None:
    assert av.formats_available >= FORMATS
    dangerous = {"hls", "concat", "sdp", "rtp", "rtsp", "sap", "image2", "lavfi", "tty", "dash"}
    dangerous |= {"applehttp", "imf", "ffmetadata", "srt", "ass", "webvtt", "gif", "txt", "data"}
    assert not FORMATS & dangerous


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for path in (tmp_path / "none.wav", tmp_path / "file" / "below.wav", tmp_path / "nul\0.wav"):
        with pytest.raises(MediaNotFound) as caught:
            probe(path)
        assert caught.value.hint
    for long in ("a" * 4000, "/".join(["abcdefghi"] * 400), "/".join(["abcdefghi"] * 600)):
        with pytest.raises(MediaNotFound) as caught:
            probe(str(tmp_path / long))
        assert len(str(caught.value)) < 200


def test_folders_and_empty_files(tmp_path: Path) -> None:
    with pytest.raises(MediaIsFolder):
        probe(tmp_path)
    (tmp_path / "empty.wav").touch()
    with pytest.raises(MediaEmpty, match="0 bytes"):
        probe(tmp_path / "empty.wav")


@needs_posix
def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    (tmp_path / "link.wav").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe.wav", tmp_path / "link.wav", Path("/dev/null")):
        with pytest.raises(UnsupportedMedia, match="device or pipe"):
            probe(path)


@needs_posix
def test_an_unreadable_file(secret: Path) -> None:
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(MediaUnreadable) as caught:
        probe(secret)
    assert "permissions" in caught.value.hint
    secret.chmod(stat.S_IRUSR)


@needs_posix
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.wav").symlink_to(tmp_path / "loop.wav")
    with pytest.raises(MediaUnreadable, match="cannot be read"):
        probe(tmp_path / "loop.wav")


def test_reading_changes_nothing(secret: Path) -> None:
    before = secret.stat()
    with open_media(secret) as container:
        assert container.format.name == "wav"
    after = secret.stat()
    assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)


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
    assert window.seek(-(2**62)) == 0
    assert window.seek(2**63 - 1) > 4
    assert window.read(1) == b""
