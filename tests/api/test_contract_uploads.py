"""Uploads: the bytes arrive whole or not at all, at both bases."""

from __future__ import annotations

import itertools
import json
import socket
import struct
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest

from kopia_desktop.core.errors import NoAudio, UnsupportedMedia
from tests.api.arranged import MEDIA, job_in, wait
from tests.api.conftest import Api, error_of, read_all

MIB = 1 << 20


def stored(api: Api) -> list[Path]:
    folder = api.app.data.uploads
    return sorted(folder.iterdir()) if folder.is_dir() else []


def arrived_bytes(api: Api) -> int:
    """On disk now, while names may come and go."""
    sizes = [0]
    for path in stored(api):
        try:
            sizes.append(path.stat().st_size)
        except FileNotFoundError:
            continue
    return sum(sizes)


def has_arrived(api: Api, size: int) -> bool:
    return arrived_bytes(api) >= size


def pieces(content: bytes, size: int = 1000) -> Iterator[bytes]:
    """A body of unknown length: sent chunked."""
    for start in range(0, len(content), size):
        yield content[start : start + size]


def head(api: Api, job_id: str, *more: str, method: str = "POST") -> bytes:
    lines = (
        f"{method} /v1/jobs/{job_id}/upload HTTP/1.1",
        f"Host: 127.0.0.1:{api.port}",
        f"Authorization: Bearer {api.key}",
        "Content-Type: audio/flac",
        *more,
        "",
        "",
    )
    return "\r\n".join(lines).encode()


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.contract(
    "base.upload", "base.upload.core", "upload.post", "upload.put", "upload.body",
    "upload.success", "upload.content-length", "upload.chunked",
)  # fmt: skip
def test_each_way_to_upload(api: Api) -> None:
    content = bytes(range(256)) * 1500
    for base in ("/v1", "/api/v1"):
        for method in ("POST", "PUT"):
            for body in (content, pieces(content)):
                job_id = api.new_job()
                kind = "video/x-matroska; codecs=opus"
                sent = api.client.request(
                    method,
                    f"{base}/jobs/{job_id}/upload",
                    content=body,
                    headers={"Content-Type": kind},
                )
                assert sent.request.headers.get("transfer-encoding", "none") == (
                    "none" if body is content else "chunked"
                )
                assert sent.status_code == 200, sent.text
                job = sent.json()
                assert job == api.get(f"/jobs/{job_id}").json()
                assert (job["id"], job["status"], job["type"]) == (job_id, "queued", None)
                assert (job["sizeBytes"], job["contentType"]) == (len(content), kind)
                assert (api.app.data.uploads / stored_name(api, job_id)).read_bytes() == content
    assert len(stored(api)) == 8


def stored_name(api: Api, job_id: str) -> str:
    (name,) = (path.name for path in stored(api) if path.name.startswith(job_id))
    return name


@pytest.mark.contract("upload.success", "job.media")
def test_the_name_comes_with_content_disposition(api: Api) -> None:
    job_id = api.new_job()
    disposition = 'attachment; filename="../../T\u00e9l\u00e9.mp3"'.encode()
    answer = api.client.put(
        f"/v1/jobs/{job_id}/upload",
        content=MEDIA,
        headers=[(b"Content-Type", b"audio/mpeg"), (b"Content-Disposition", disposition)],
    )
    assert answer.status_code == 200
    assert "/" not in answer.json()["fileName"]
    assert answer.json()["fileName"].endswith(".mp3")


@pytest.mark.contract("upload.content-type", "status.media-type")
def test_the_media_s_type_must_be_said(api: Api) -> None:
    job_id = api.new_job()
    path = f"/v1/jobs/{job_id}/upload"
    for headers in ({}, {"Content-Type": ""}, {"Content-Type": "audio"}, {"Content-Type": "/"}):
        refused = api.client.post(path, content=MEDIA, headers=headers)
        assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR"), headers
    form = api.client.post(path, files={"file": ("a.flac", MEDIA, "audio/flac")})
    assert (form.status_code, error_of(form)) == (415, "VALIDATION_ERROR")
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
    assert stored(api) == []
    for kind in ("audio/flac", "application/octet-stream", "image/png"):  # content decides
        assert api.upload(api.new_job(), MEDIA, **{"Content-Type": kind}).status_code == 200


@pytest.mark.contract("upload.streamed")
def test_what_has_come_is_on_disk_before_the_rest(api: Api) -> None:
    job_id = api.new_job()
    with api.raw(head(api, job_id, f"Content-Length: {6 * MIB}", "Connection: close")) as sending:
        sending.sendall(bytes(4 * MIB))
        wait(lambda: arrived_bytes(api) >= 3 * MIB)
        assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
        sending.sendall(bytes(2 * MIB))
        assert status_of(read_all(sending)) == 200
    assert api.get(f"/jobs/{job_id}").json()["sizeBytes"] == 6 * MIB


@pytest.mark.contract("upload.truncated")
def test_a_truncated_upload_leaves_nothing(api: Api) -> None:
    job_id = api.new_job()
    chunked = "Transfer-Encoding: chunked"
    for framing, reset in itertools.product(("Content-Length: 4000000", chunked), (False, True)):
        before, after = (b"100000\r\n", b"\r\n") if framing == chunked else (b"", b"")
        with api.raw(head(api, job_id, framing)) as sending:
            sending.sendall((before + bytes(MIB) + after) * 2)
            wait(lambda: arrived_bytes(api) >= MIB)
            if reset:
                sending.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wait(lambda: not stored(api))
        assert api.get(f"/jobs/{job_id}").json()["status"] == "pending", (framing, reset)
    assert api.upload(job_id, MEDIA).status_code == 200
    assert len(stored(api)) == 1


@pytest.mark.contract("upload.truncated")
def test_a_body_that_ends_early_and_waits_for_the_answer(api: Api) -> None:
    job_id = api.new_job()
    with api.raw(head(api, job_id, "Content-Length: 1000")) as sending:
        sending.sendall(bytes(999))
        sending.shutdown(socket.SHUT_WR)
        answer = read_all(sending)
    assert answer == b"" or status_of(answer) == 400
    wait(lambda: not stored(api))
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"


@pytest.mark.contract("upload.empty", "status.validation")
def test_an_empty_upload_is_refused(api: Api) -> None:
    job_id = api.new_job()
    for method in ("POST", "PUT"):
        for body in (b"", pieces(b"")):
            refused = api.client.request(
                method,
                f"/v1/jobs/{job_id}/upload",
                content=body,
                headers={"Content-Type": "audio/flac"},
            )
            assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR")
            assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
            assert stored(api) == []


@pytest.mark.contract("upload.second", "status.conflict")
def test_a_second_upload_is_refused(api: Api) -> None:
    for status in ("uploaded", "queued", "processing", "completed", "failed"):
        job_id = job_in(api, status)
        before = api.get(f"/jobs/{job_id}").json()
        files = [(path.name, path.read_bytes()) for path in stored(api)]
        refused = api.upload(job_id, b"something else")
        assert (refused.status_code, error_of(refused)) == (409, "POLICY_VIOLATION"), status
        assert api.get(f"/jobs/{job_id}").json() == before
        assert [(path.name, path.read_bytes()) for path in stored(api)] == files


@pytest.mark.contract("upload.second", "from-url.statuses")
def test_a_job_that_fetches_takes_no_upload(api: Api) -> None:
    made = api.post("/jobs/from-url", json={"mediaUrl": "https://media.example.com/a.mp3"})
    refused = api.upload(made.json()["id"], MEDIA)
    assert (refused.status_code, error_of(refused)) == (409, "POLICY_VIOLATION")
    assert stored(api) == []


@pytest.mark.contract("upload.two-at-once")
def test_of_two_at_once_one_wins(api: Api) -> None:
    contents = [b"1" * 2 * MIB, b"2" * 2 * MIB]
    more = (f"Content-Length: {2 * MIB}", "Connection: close")
    for winner in (0, 1):
        job_id = api.new_job()
        count, size = len(stored(api)), arrived_bytes(api)
        with (
            api.raw(head(api, job_id, *more)) as one,
            api.raw(head(api, job_id, *more, method="PUT")) as other,
        ):
            sending = (one, other)
            for connection, content in zip(sending, contents, strict=True):
                connection.sendall(content[: MIB + 1000])
            wait(partial(has_arrived, api, size + 2 * MIB))  # both are under way
            assert len(stored(api)) == count + 2
            sending[winner].sendall(contents[winner][MIB + 1000 :])
            first = read_all(sending[winner])
            sending[1 - winner].sendall(contents[1 - winner][MIB + 1000 :])
            second = read_all(sending[1 - winner])
        assert (status_of(first), status_of(second)) == (200, 409)
        envelope = json.loads(second.partition(b"\r\n\r\n")[2])
        assert envelope["error"]["code"] == "POLICY_VIOLATION"
        assert (api.app.data.uploads / stored_name(api, job_id)).read_bytes() == contents[winner]
        assert len(stored(api)) == count + 1
        assert api.get(f"/jobs/{job_id}").json()["status"] == "queued"


def film_without_sound(path: Path) -> bytes:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=Fraction(10))
        stream.width, stream.height = 64, 48
        for _ in range(10):
            picture = np.zeros((48, 64, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path.read_bytes()


def with_cover(flac: bytes, picture: bytes) -> bytes:
    """A FLAC file with a cover in front of its other metadata (RFC 9639, 8.8)."""
    mime = b"image/png"
    block = struct.pack(">II", 3, len(mime)) + mime + struct.pack(">I", 0)
    block += struct.pack(">IIII", 1, 1, 24, 0) + struct.pack(">I", len(picture)) + picture
    info, is_last = flac[4:42], flac[4] & 0x80
    cover = bytes([6 | is_last]) + len(block).to_bytes(3, "big") + block
    return b"fLaC" + bytes([info[0] & 0x7F]) + info[1:] + cover + flac[42:]


def png(path: Path) -> bytes:
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 2, 2, "rgb24"
        frame = av.VideoFrame.from_ndarray(np.zeros((2, 2, 3), np.uint8), format="rgb24")
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.read_bytes()


@pytest.mark.contract("upload.no-audio", "job.type.cover", "job.type", "job.error", "job.status")
def test_from_upload_to_transcript_or_a_clear_failure(
    working: Api, clip: bytes, tmp_path: Path
) -> None:
    covered = with_cover(clip, png(tmp_path / "cover.png"))
    with av.open(written(tmp_path / "covered.flac", covered)) as media:
        assert len(media.streams.video) == 1  # the cover is seen, and must not count
    film = film_without_sound(tmp_path / "film.mp4")
    jobs = []
    for content in (covered, b"Milk, bread, and a new notebook.\n" * 20, film):
        jobs.append(working.new_job(language="en"))
        assert working.upload(jobs[-1], content).status_code == 200
    spoken, text, silent = (working.wait_for(job, "completed", "failed") for job in jobs)
    assert (spoken["status"], spoken["error"], spoken["type"]) == ("completed", None, "audio")
    assert spoken["transcript"]["text"]
    assert spoken["progress"] == 1
    assert (text["status"], text["error"]["code"]) == ("failed", UnsupportedMedia.code)
    assert (silent["status"], silent["error"]["code"]) == ("failed", NoAudio.code)
    assert (silent["type"], text["type"]) == ("video", None)
    for failed in (text, silent):
        assert failed["error"]["message"]
        assert failed["completedAt"] is None


def written(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)
