"""Real recordings, decoded: the matrix of kinds, true times, tracks, channels, errors."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from kopia_desktop.core.errors import (
    MediaDamaged,
    MediaError,
    MediaTooLong,
    NoAudio,
    UnsupportedMedia,
)
from kopia_desktop.core.job import MediaType
from kopia_desktop.worker.media import decode, probe

RATE = 16_000
Floats = NDArray[np.float32]
Listen = Callable[..., Floats]

LATE_CODECS = {"wma.wma", "wma1.wmv"}  # their encoder delays by a frame and the file does not say


def envelope(sound: Floats) -> Floats:
    whole = sound[: len(sound) // 160 * 160].reshape(-1, 160)
    return np.sqrt(np.mean(whole**2, axis=1))


def best_lag(reference: Floats, heard: Floats) -> float:
    """Seconds by which the heard sound is late."""
    size = 1 << 18
    spectrum = np.fft.rfft(reference, size).conj() * np.fft.rfft(heard, size)
    lag = int(np.argmax(np.fft.irfft(spectrum, size)))
    return (lag if lag < size // 2 else lag - size) / RATE


def likeness(reference: Floats, heard: Floats) -> float:
    """Correlation of the envelopes once the lag is taken away."""
    heard = heard[max(round(best_lag(reference, heard) * RATE), 0) :]
    count = min(len(reference), len(heard))
    return float(np.corrcoef(envelope(reference[:count]), envelope(heard[:count]))[0, 1])


def beeps(seconds: int) -> Floats:
    """A beep of 0.2 s at the beginning of every second."""
    tone = 0.5 * np.sin(2 * np.pi * 1000.0 * np.arange(RATE // 5) / RATE)
    return np.tile(np.r_[tone, np.zeros(RATE - len(tone))], seconds).astype(np.float32)


def onsets(heard: Floats) -> list[float]:
    """Where beeps begin, in seconds."""
    loud = np.r_[0, (envelope(heard) > 0.1).astype(int)]
    return [float(at) * 0.01 for at in np.flatnonzero(np.diff(loud) == 1)]


def kind_named(samples: ModuleType, name: str, **changes: object) -> object:
    return next(kind for kind in samples.MATRIX if kind.name == name)._replace(**changes)


@pytest.fixture(scope="module")
def matrix(
    samples: ModuleType, speech: Floats, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    made: dict[str, Path] = samples.make_samples(tmp_path_factory.mktemp("matrix"), speech)
    return made


def test_every_kind_is_heard_where_it_was_said(
    matrix: dict[str, Path], media_folder: Path, listen: Listen, speech: Floats
) -> None:
    committed = {path.name: path for path in media_folder.iterdir() if path.suffix != ".c2"}
    files = matrix | committed
    assert len(files) > 50
    wrong = []
    for name, path in files.items():
        heard = listen(path)
        longer = (len(heard) - len(speech)) / RATE
        lag = best_lag(speech, heard)
        if abs(longer) > 0.06 or not -0.01 < lag < 0.05 or likeness(speech, heard) < 0.9:
            wrong.append((name, longer, lag, likeness(speech, heard)))
    assert not wrong


def test_every_kind_is_described(matrix: dict[str, Path], samples: ModuleType) -> None:
    for kind in samples.MATRIX:
        info = probe(matrix[kind.name])
        assert info.type is (MediaType.VIDEO if kind.picture else MediaType.AUDIO), kind.name
        assert info.audio_tracks == 1
        assert info.duration == 0.0 or info.duration == pytest.approx(3.7, abs=0.15), kind.name
        assert info.container
    assert probe(matrix["aac.m4a"]).container == "mp4"
    assert probe(matrix["pcm.mov"]).container == "mov"
    assert probe(matrix["mp3.avi"]).codec == "mp3"


def test_the_name_says_nothing(matrix: dict[str, Path], tmp_path: Path, listen: Listen) -> None:
    for name, alias in [
        ("flac.flac", "100% \n ünï.txt"),
        ("aac.m4a", "http:"),
        ("opus.ogg", "x.m3u8"),
    ]:
        path = tmp_path / alias
        path.write_bytes(matrix[name].read_bytes())
        assert len(listen(path)) > 3 * RATE
    here = os.getcwd()
    try:  # a bare name that FFmpeg would take for a protocol
        os.chdir(tmp_path)
        Path("concat:a|b").write_bytes(matrix["pcm_u8.wav"].read_bytes())
        assert len(listen(Path("concat:a|b"))) > 3 * RATE
        assert len(np.concatenate(list(decode("concat:a|b", max_seconds=9.0)))) > 3 * RATE
    finally:
        os.chdir(here)


@pytest.mark.parametrize("name", ["aac.mp4", "aac.mkv", "aac.ts", "aac.flv", "pcm.mov"])
def test_sound_that_begins_late_stays_late(
    name: str, samples: ModuleType, tmp_path: Path, listen: Listen
) -> None:
    path = tmp_path / name
    samples.write_media(path, [beeps(6)], kind=kind_named(samples, name), lost=(-1.0, 1.5))
    heard = listen(path)
    assert not heard[: round(1.4 * RATE)].any()
    assert onsets(heard)[-4:] == pytest.approx([2.0, 3.0, 4.0, 5.0], abs=0.05)


@pytest.mark.parametrize(
    "name",
    "aac.m4a mp3.mp4 aac.mkv pcm.mkv opus.webm aac.ts mp2.mpg aac.flv wma1.wmv pcm.nut".split(),
)
def test_a_gap_is_silence(name: str, samples: ModuleType, tmp_path: Path, listen: Listen) -> None:
    path = tmp_path / name
    samples.write_media(path, [beeps(9)], kind=kind_named(samples, name), lost=(1.5, 5.5))
    heard = listen(path)
    assert len(heard) / RATE == pytest.approx(9.0, abs=0.1)
    assert not heard[round(2.0 * RATE) : round(5.2 * RATE)].any()
    assert onsets(heard)[-3:] == pytest.approx([6.0, 7.0, 8.0], abs=0.05)


def test_three_hours_with_gaps_end_on_time(samples: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "long.mkv"
    kind = kind_named(samples, "flac.mkv", rate=8_000, layout="mono")
    frame_seconds = 4608 / 8_000
    starts = (0, 100, 6_000, 18_700)  # in frames
    two_frames = np.pad(beeps(1), (0, round(2 * frame_seconds * RATE) - RATE))
    with av.open(str(path), "w", format="matroska") as container:
        stream = samples.add_audio(container, kind)
        for start in starts:
            for frame in samples.stamped_frames(two_frames, kind, 4608):
                frame.pts += start * 4608
                container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    blocks = decode(path, max_seconds=4 * 3600.0)
    loud = np.concatenate([envelope(block) > 0.1 for block in blocks])
    heard = [float(at) * 0.01 for at in np.flatnonzero(np.diff(np.r_[0, loud]) == 1)]
    assert starts[-1] * frame_seconds > 10_700
    assert heard == pytest.approx([start * frame_seconds for start in starts], abs=0.05)


@pytest.mark.parametrize("name", ["aac.aac", "mp3.mp3", "ac3.ac3", "aac.ts"])
def test_joined_files_of_other_rates_go_on(
    name: str, samples: ModuleType, tmp_path: Path, listen: Listen
) -> None:
    kinds = [
        kind_named(samples, name),
        kind_named(samples, name, rate=32_000, layout="mono"),
        kind_named(samples, name, rate=48_000),
    ]
    assert joined_onsets(kinds, samples, tmp_path, listen) == pytest.approx(range(6), abs=0.2)


@pytest.mark.parametrize("name", ["opus.ogg", "vorbis.ogg", "flac.oga"])
def test_chained_ogg_is_heard_to_its_end(
    name: str, samples: ModuleType, tmp_path: Path, listen: Listen
) -> None:
    other: dict[str, object] = {"layout": "mono"} if name != "vorbis.ogg" else {"rate": 32_000}
    kinds = [
        kind_named(samples, name, options={"serial_offset": "1"}),
        kind_named(samples, name, options={"serial_offset": "2"}, **other),
        kind_named(samples, name, options={"serial_offset": "3"}),
    ]
    assert joined_onsets(kinds, samples, tmp_path, listen) == pytest.approx(range(6), abs=0.05)


def joined_onsets(
    kinds: list[object], samples: ModuleType, folder: Path, listen: Listen
) -> list[float]:
    """Beeps of files of two seconds each, written one behind the other into one file."""
    joined = folder / "joined"
    with joined.open("wb") as file:
        for kind in kinds:
            samples.write_media(folder / "part", [beeps(2)], kind=kind)
            file.write((folder / "part").read_bytes())
    return onsets(listen(joined))


def test_the_track_is_chosen(
    samples: ModuleType, speech: Floats, tmp_path: Path, listen: Listen
) -> None:
    path = tmp_path / "two.mkv"
    kind = kind_named(samples, "aac.mkv")
    samples.write_media(path, [beeps(4), speech], kind=kind)
    assert probe(path).audio_tracks == 2
    assert onsets(listen(path, audio_track=0)) == pytest.approx(range(4), abs=0.05)
    assert likeness(speech, listen(path, audio_track=1)) > 0.95
    for wrong in (2, -1):
        with pytest.raises(NoAudio, match=f"no audio track {wrong}") as caught:
            listen(path, audio_track=wrong)
        assert "2 audio tracks" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "layout", "place"),
    [
        ("aac.mp4", "5.1", 0),
        ("aac.mp4", "5.1", 3),
        ("aac.mp4", "7.1", 7),
        ("flac.flac", "7.1", 6),
        ("opus.ogg", "5.1", 2),
        ("wavpack.wv", "5.1", 4),
    ],
)
def test_a_voice_in_one_channel_is_heard(
    name: str,
    layout: str,
    place: int,
    samples: ModuleType,
    speech: Floats,
    tmp_path: Path,
    listen: Listen,
) -> None:
    channels = np.zeros((av.AudioLayout(layout).nb_channels, len(speech)), np.float32)
    channels[place] = speech
    path = tmp_path / name
    samples.write_media(path, [channels], kind=kind_named(samples, name, layout=layout))
    heard = listen(path)
    # The low-frequency channel (3) passes nothing above 120 Hz in AAC: quieter, but there.
    least = 0.1 if place == 3 else 0.8
    assert float(np.std(heard)) > least * float(np.std(speech))


@pytest.mark.parametrize("channels", [3, 7, 8, 16, 24])
def test_channels_without_a_layout_are_heard(
    channels: int, speech: Floats, tmp_path: Path, listen: Listen
) -> None:
    path = tmp_path / "many.wav"
    values = np.zeros((len(speech), channels), "<i2")
    values[:, channels - 1] = speech * 32_767
    head = b"fmt " + (16).to_bytes(4, "little") + b"\x01\x00" + channels.to_bytes(2, "little")
    head += RATE.to_bytes(4, "little") + (RATE * channels * 2).to_bytes(4, "little")
    head += (channels * 2).to_bytes(2, "little") + b"\x10\x00"
    body = b"WAVE" + head + b"data" + values.nbytes.to_bytes(4, "little") + values.tobytes()
    path.write_bytes(b"RIFF" + len(body).to_bytes(4, "little") + body)
    np.testing.assert_allclose(listen(path), speech, atol=0.001)


def test_cover_art_makes_no_video(samples: ModuleType, speech: Floats, tmp_path: Path) -> None:
    path = tmp_path / "song.m4a"
    with av.open(str(path), "w", format="mp4") as container:
        sound = samples.add_audio(container, kind_named(samples, "aac.m4a"))
        cover = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 48, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        image = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 90, np.uint8), format="rgb24")
        image.pts = 0
        container.mux([*cover.encode(image), *cover.encode(None)])
        for frame in samples.stamped_frames(speech, kind_named(samples, "aac.m4a"), 1024):
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    info = probe(path)
    assert info.type is MediaType.AUDIO
    with av.open(str(path)) as container:
        assert len(container.streams.video) == 1


def test_a_video_without_sound_says_so(samples: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "silent.mp4"
    samples.write_media(path, [], kind=kind_named(samples, "aac.mp4"), seconds=1.0)
    info = probe(path)
    assert (info.type, info.audio_tracks, info.codec) == (MediaType.VIDEO, 0, "")
    with pytest.raises(NoAudio, match="holds no audio") as caught:
        list(decode(path, max_seconds=60.0))
    assert caught.value.hint == "Choose a recording with sound."


def test_sound_without_a_decoder_says_so(media_folder: Path) -> None:
    with pytest.raises(UnsupportedMedia, match="cannot be decoded"):
        probe(media_folder / "codec2.c2")


def test_an_hour_in_a_small_file_counts_as_an_hour(samples: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "silence.flac"
    kind = kind_named(samples, "flac.flac", rate=8_000, layout="mono")
    samples.write_media(path, [np.zeros(300 * RATE, np.float32)], kind=kind)
    assert path.stat().st_size < 200_000
    with pytest.raises(MediaTooLong):
        for _ in decode(path, max_seconds=299.0):
            pass


def test_a_cut_short_recording_is_decoded_as_far_as_it_goes(
    matrix: dict[str, Path], tmp_path: Path, listen: Listen, speech: Floats
) -> None:
    for name in ("mp3.mp3", "aac.mkv", "flac.flac", "opus.ogg", "pcm_s16.wav", "aac.ts"):
        data = matrix[name].read_bytes()
        path = tmp_path / name
        path.write_bytes(data[: len(data) * 2 // 3])
        heard = listen(path)
        assert len(heard) > 0.4 * len(speech), name
        assert likeness(speech, heard) > 0.9, name


def test_lost_packets_move_nothing(
    matrix: dict[str, Path], tmp_path: Path, listen: Listen, speech: Floats
) -> None:
    data = bytearray(matrix["aac.mkv"].read_bytes())
    rng = random.Random(4)
    for _ in range(6):
        at = rng.randrange(len(data) // 3, len(data) // 2)
        data[at : at + 200] = bytes(200)
    path = tmp_path / "damaged.mkv"
    path.write_bytes(data)
    tail = RATE
    heard = listen(path)
    assert abs(best_lag(speech[-tail:], heard[len(speech) - tail : len(speech)])) < 0.06


def test_a_recording_whose_index_was_never_written_is_damaged(
    matrix: dict[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "crashed.mp4"
    data = matrix["aac.mp4"].read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])
    with pytest.raises(MediaDamaged, match="damaged or incomplete"):
        probe(path)


def test_a_header_without_sound_is_damaged(matrix: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "header.wav"
    path.write_bytes(matrix["pcm_s16.wav"].read_bytes()[:78])
    with pytest.raises(MediaDamaged):
        list(decode(path, max_seconds=60.0))


def test_damaged_files_end_in_sound_or_a_reason(
    matrix: dict[str, Path], samples: ModuleType, tmp_path: Path
) -> None:
    rng = random.Random(20)
    sources = sorted(matrix.values())
    decoded = refused = 0
    for number in range(40):
        path = tmp_path / "damaged"
        path.write_bytes(samples.mutated(sources[number % len(sources)].read_bytes(), rng))
        try:
            for block in decode(path, max_seconds=3600.0):
                assert np.abs(block).max(initial=0.0) <= 1.0
            decoded += 1
        except MediaError:
            refused += 1
    assert decoded + refused == 40
    assert decoded > 10


def test_leaving_early_closes_the_file(matrix: dict[str, Path]) -> None:
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    blocks = decode(matrix["pcm_s24.wav"], max_seconds=60.0)
    next(blocks)
    blocks.close()  # type: ignore[attr-defined]
    if before:
        assert len(os.listdir("/proc/self/fd")) == before
