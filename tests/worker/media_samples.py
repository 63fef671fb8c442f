"""Small recordings in many containers and codecs, made with PyAV's own encoders.

``make_samples`` gives the matrix; ``write_media`` makes any other: several tracks, late sound,
a gap, a picture; ``mutated`` damages one. Sounds are float32 at 16 kHz, mono (count,) or
(channels, count).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

RATE = 16_000
Floats = NDArray[np.float32]


class Kind(NamedTuple):
    """One pair of container and codec; ``picture`` is the codec of a small moving picture."""

    name: str
    format: str
    codec: str
    rate: int = 48_000
    layout: str = "stereo"
    picture: str = ""
    bit_rate: int = 0
    options: dict[str, str] | None = None


MATRIX = (
    Kind("pcm_s16.wav", "wav", "pcm_s16le", 44_100),
    Kind("pcm_u8.wav", "wav", "pcm_u8", 22_050, "mono"),
    Kind("pcm_s24.wav", "wav", "pcm_s24le", 96_000),
    Kind("pcm_s32.wav", "wav", "pcm_s32le"),
    Kind("pcm_f32.wav", "wav", "pcm_f32le"),
    Kind("pcm_f64.wav", "wav", "pcm_f64le"),
    Kind("alaw.wav", "wav", "pcm_alaw", 8_000, "mono"),
    Kind("mulaw.wav", "wav", "pcm_mulaw", 8_000, "mono"),
    Kind("adpcm_ms.wav", "wav", "adpcm_ms", 44_100),
    Kind("adpcm_ima.wav", "wav", "adpcm_ima_wav", 22_050),
    Kind("rf64.wav", "wav", "pcm_s16le", options={"rf64": "always"}),
    Kind("pcm.w64", "w64", "pcm_s16le"),
    Kind("pcm.aiff", "aiff", "pcm_s16be", 44_100),
    Kind("pcm.caf", "caf", "pcm_s16be"),
    Kind("alac.caf", "caf", "alac", 44_100),
    Kind("mulaw.au", "au", "pcm_mulaw", 8_000, "mono"),
    Kind("pcm.voc", "voc", "pcm_u8", 8_000, "mono"),
    Kind("pcm.sox", "sox", "pcm_s32le"),
    Kind("mp3.mp3", "mp3", "libmp3lame", 44_100),
    Kind("mp2.mp3", "mp2", "mp2"),
    Kind("aac.aac", "adts", "aac", 44_100),
    Kind("aac.latm", "latm", "aac"),
    Kind("flac.flac", "flac", "flac", 44_100),
    Kind("vorbis.ogg", "ogg", "vorbis"),
    Kind("opus.ogg", "ogg", "libopus"),
    Kind("flac.oga", "ogg", "flac"),
    Kind("ac3.ac3", "ac3", "ac3"),
    Kind("eac3.eac3", "eac3", "eac3"),
    Kind("tta.tta", "tta", "tta", 44_100),
    Kind("wavpack.wv", "wv", "wavpack", 44_100),
    Kind("amr.amr", "amr", "libopencore_amrnb", 8_000, "mono", bit_rate=12_200),
    Kind("aac.m4a", "ipod", "aac", 44_100),
    Kind("alac.m4a", "ipod", "alac", 44_100),
    Kind("aac.mp4", "mp4", "aac", picture="mpeg4"),
    Kind("mp3.mp4", "mp4", "libmp3lame", 44_100, picture="mpeg4"),
    Kind("pcm.mov", "mov", "pcm_s16le", picture="mpeg4"),
    Kind("amr.3gp", "3gp", "libopencore_amrnb", 8_000, "mono", "mpeg4", 12_200),
    Kind("aac.mkv", "matroska", "aac", picture="mpeg4"),
    Kind("flac.mkv", "matroska", "flac", 44_100),
    Kind("vorbis.mkv", "matroska", "vorbis", 44_100),
    Kind("pcm.mkv", "matroska", "pcm_s16le", 44_100),
    Kind("ac3.mkv", "matroska", "ac3"),
    Kind("opus.webm", "webm", "libopus", picture="libvpx"),
    Kind("mp3.avi", "avi", "libmp3lame", 44_100, picture="mpeg4"),
    Kind("pcm.avi", "avi", "pcm_s16le", 44_100, picture="mpeg4"),
    Kind("aac.ts", "mpegts", "aac", picture="mpeg2video"),
    Kind("ac3.ts", "mpegts", "ac3", picture="mpeg2video"),
    Kind("opus.ts", "mpegts", "libopus"),
    Kind("mp2.mpg", "mpeg", "mp2", picture="mpeg2video"),
    Kind("ac3.vob", "vob", "ac3", picture="mpeg2video"),
    Kind("wma.wma", "asf", "wmav2", 44_100, bit_rate=64_000),
    Kind("wma1.wmv", "asf", "wmav1", 44_100, picture="msmpeg4", bit_rate=64_000),
    Kind("aac.flv", "flv", "aac", 44_100, picture="flv"),
    Kind("mp3.flv", "flv", "libmp3lame", 44_100),
    Kind("pcm.mxf", "mxf", "pcm_s16le", picture="mpeg2video"),
    Kind("pcm.nut", "nut", "pcm_s16le"),
    Kind("g726.wav", "wav", "g726", 8_000, "mono", bit_rate=32_000),
    Kind("ra144.rm", "rm", "real_144", 8_000, "mono"),
)
"""Every container and codec that the bundled encoders can write and people send."""


def make_samples(folder: Path, speech: Floats) -> dict[str, Path]:
    """One file of each kind of the matrix, with this speech from 0.0 s on, by file name."""
    samples = {}
    for kind in MATRIX:
        samples[kind.name] = folder / kind.name
        write_media(samples[kind.name], [speech], kind=kind)
    return samples


def write_media(
    path: Path,
    tracks: Sequence[Floats],
    *,
    kind: Kind,
    seconds: float = 0.0,
    lost: tuple[float, float] = (0.0, 0.0),
) -> None:
    """Write audio tracks, and the kind's picture for ``seconds`` (0.0: as long as the sound).

    The sound's packets between the two times of ``lost`` are left out, as if they had been lost or
    had not been recorded.
    """
    with av.open(str(path), "w", format=kind.format, options=kind.options) as container:
        picture = _picture_stream(container, kind.picture) if kind.picture else None
        streams = [add_audio(container, kind) for _ in tracks]
        if picture is not None:
            _write_picture(
                container, picture, seconds or max(sound.shape[-1] for sound in tracks) / RATE
            )
        for stream, sound in zip(streams, tracks, strict=True):
            for frame in [*stamped_frames(sound, kind, stream.codec_context.frame_size), None]:
                for packet in stream.encode(frame):
                    if not lost[0] <= float(packet.pts * packet.time_base) < lost[1]:
                        container.mux(packet)


def add_audio(container: Any, kind: Kind) -> Any:
    stream = container.add_stream(kind.codec, rate=kind.rate, layout=kind.layout)
    stream.time_base = Fraction(1, kind.rate)
    stream.codec_context.options = {"strict": "experimental"}
    if kind.bit_rate:
        stream.bit_rate = kind.bit_rate
    stream.codec_context.open()
    return stream


def stamped_frames(sound: Floats, kind: Kind, frame_size: int) -> Iterator[AudioFrame]:
    """The sound at the kind's rate and layout in frames of the codec's size, stamped."""
    samples = _at_rate(sound, kind)
    size = frame_size or 1024
    for at in range(0, samples.shape[1], size):
        frame = _frame(samples[:, at : at + size], kind, kind.rate)
        frame.pts = at
        yield frame


def _at_rate(sound: Floats, kind: Kind) -> Floats:
    channels = np.atleast_2d(sound)
    count = av.AudioLayout(kind.layout).nb_channels
    if len(channels) == 1:
        channels = np.repeat(channels, count, axis=0)
    resampler = AudioResampler("flt", kind.layout, kind.rate)
    parts = [*resampler.resample(_frame(channels, kind, RATE)), *resampler.resample(None)]
    packed = np.concatenate([part.to_ndarray()[0] for part in parts])
    return packed.reshape(-1, count).T


def _frame(channels: Floats, kind: Kind, rate: int) -> AudioFrame:
    """Packed, for PyAV miscounts the planes of eight channels."""
    packed = np.ascontiguousarray(channels.T).reshape(1, -1)
    frame = AudioFrame.from_ndarray(packed, "flt", kind.layout)
    frame.sample_rate, frame.time_base = rate, Fraction(1, rate)
    return frame


def _picture_stream(container: Any, codec: str) -> Any:
    stream = container.add_stream(codec, rate=25)
    stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
    return stream


def _write_picture(container: Any, stream: Any, seconds: float) -> None:
    for number in range(max(1, round(seconds * 25))):
        image = np.full((48, 64, 3), number % 200, np.uint8)
        frame = av.VideoFrame.from_ndarray(image, format="rgb24")
        frame.pts = number
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def mutated(data: bytes, rng: random.Random) -> bytes:
    """A damaged copy: bits turned, stretches zeroed, doubled or removed, numbers made huge."""
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 30))):
        at = rng.randrange(len(damaged))
        if rng.random() < 0.5:
            at = min(at, rng.randrange(2048))  # headers steer everything behind them
        length = rng.choice((1, 4, 64, 1024))
        match rng.randrange(6):
            case 0:
                damaged[at] ^= 1 << rng.randrange(8)
            case 1:
                damaged[at : at + length] = bytes(min(length, len(damaged) - at))
            case 2:
                damaged[at : at + length] = rng.randbytes(min(length, len(damaged) - at))
            case 3:
                del damaged[at : at + length]
            case 4:
                damaged[at:at] = damaged[at : at + length]
            case 5:
                damaged[at : at + 4] = rng.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"))
    if rng.random() < 0.2:
        del damaged[rng.randrange(1, len(damaged)) :]
    return bytes(damaged)
