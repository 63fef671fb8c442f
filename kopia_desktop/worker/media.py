"""What a recording is, and its sound: probe and decode.

Sample i of what ``decode`` yields was heard at i / 16,000 s of the media, where 0 is what players
show as 0. What is lost to damage is silence; what can be heard is never dropped for the rest.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace

import av.error
import av.stream
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from numpy.typing import NDArray

from kopia_desktop.core.errors import MediaDamaged, MediaError, MediaUnreadable
from kopia_desktop.core.job import MediaInfo, MediaType
from kopia_desktop.worker import ogg
from kopia_desktop.worker.audio import laid_out
from kopia_desktop.worker.container import (
    NATIVE_ERRORS,
    choose_track,
    duration_of,
    has_times,
    name_of,
    open_media,
    pictures_of,
    start_of,
)
from kopia_desktop.worker.mixdown import Floats
from kopia_desktop.worker.timeline import Sound, Timeline, settled

_RATES = range(1_000, 3_000_001)  # a header that claims another sample rate is damaged
_PLANES = 7  # PyAV finds the end of a frame's planes by a null that is missing from the eighth on
_HOPELESS = 50  # failed reads in a row after which the rest of a file is given up
_BARREN = 100_000  # packets in a row without a sound: a damaged index can claim billions

logger = logging.getLogger(__name__)


def probe(path: str | os.PathLike[str], *, audio_track: int | None = None) -> MediaInfo:
    """What the recording's container says about itself; decodes nothing.

    ``codec`` is that of the chosen audio track, empty where the recording has none: what it is can
    then still be told. Raises a ``MediaError``; ``NoAudio`` where there is no such track.
    """
    with open_media(path) as container:
        tracks = len(container.streams.audio)
        stream = choose_track(container, audio_track) if tracks else None
        return MediaInfo(
            type=MediaType.VIDEO if pictures_of(container) else MediaType.AUDIO,
            duration=duration_of(container),
            container=name_of(container),
            codec=stream.codec_context.codec.canonical_name if stream else "",
            audio_tracks=tracks,
        )


def decode(
    path: str | os.PathLike[str], *, audio_track: int | None = None, max_seconds: float
) -> Iterator[Floats]:
    """The recording's sound as mono float32 in -1..1 at 16 kHz, in blocks of ``audio.BLOCK``.

    ``audio_track`` counts from 0 (None: the one a player would take). Raises a ``MediaError`` at
    the first block: what ``probe`` raises, ``NoAudio`` where no track has sound, ``MediaDamaged``
    where nothing can be decoded; ``MediaTooLong`` at the block that would pass ``max_seconds``.
    """
    heard = False
    with open_media(path) as container:
        stream = choose_track(container, audio_track)
        timeline = Timeline(duration=duration_of(container), max_seconds=max_seconds)
        spans = ogg.links(path) if name_of(container) == "ogg" else []
        sounds = _linked(path, audio_track, spans) if spans else _sounds(container, stream)
        for block in laid_out(settled(sounds), timeline, max_seconds=max_seconds):
            heard = True
            yield block
    if not heard:
        raise MediaDamaged(
            "No sound could be read from this recording: it is damaged or incomplete.",
            hint="Copy or export it again from where it was made.",
        )


def _linked(
    path: str | os.PathLike[str], audio_track: int | None, spans: list[ogg.Span]
) -> Iterator[Sound]:
    """The sounds of a chained file's links one behind the other; a link without sound is passed."""
    begin = end = 0.0
    for span in spans:
        try:
            with open_media(path, span=span) as container:
                for sound in _sounds(container, choose_track(container, audio_track)):
                    start = end if sound.start is None else begin + sound.start
                    yield replace(sound, start=start)
                    end = start + sound.duration
        except MediaUnreadable:
            raise
        except MediaError as error:
            logger.info("A link of a chained recording is left out: %s", error.message)
        begin = end


def _sounds(container: InputContainer, stream: AudioStream) -> Iterator[Sound]:
    """Every frame that can be decoded, timed from the media's start; silence for what cannot."""
    origin = start_of(container, stream) if has_times(container) else None
    _read_only(container, stream)
    failed = barren = 0
    last: Sound | None = None
    for packet in _packets(container, stream):
        barren += 1
        if barren > _BARREN:
            break
        try:
            frames = packet.decode()
        except NATIVE_ERRORS as error:
            logger.debug("A packet could not be decoded: %s", error)
            failed += 1
            if origin is None and last is not None:
                yield _silence(packet, last)
            continue
        for frame in frames:
            sound = _sound(frame, origin)
            if sound is not None:
                barren = 0
                last = sound
                yield sound
    if failed:
        logger.info("%d packets of the recording could not be decoded", failed)


def _read_only(container: InputContainer, stream: AudioStream) -> None:
    """Pass over pictures and other tracks unread, and leave the other cores to recognition."""
    stream.codec_context.thread_count = 1
    discard = getattr(av.stream, "Discard", None)  # older PyAV reads and drops them, only slower
    if discard is not None:
        for other in container.streams:
            if other is not stream:
                other.discard = discard.all


def _silence(packet: Packet[AudioStream], like: Sound) -> Sound:
    """What a lost packet would have taken, where no stamp tells later; a second at most."""
    seconds = float((packet.duration or 0) * (packet.time_base or 0))
    count = round(min(max(seconds, 0.0), 1.0) * like.rate)
    silence = np.zeros((len(like.samples), count), np.float32)
    return Sound(None, like.rate, silence)


def _packets(container: InputContainer, stream: AudioStream) -> Iterator[Packet[AudioStream]]:
    """The stream's packets; reading goes on behind a damaged place."""
    failures = 0
    while failures < _HOPELESS:
        try:
            for packet in container.demux(stream):
                failures = 0
                yield packet
            return
        except NATIVE_ERRORS as error:
            if isinstance(error, OSError) and not isinstance(error, av.error.FFmpegError):
                raise MediaUnreadable(
                    f"The file could not be read to its end ({error.strerror}).",
                    hint="Copy it to this computer first.",
                ) from error
            logger.debug("A place of the recording could not be read: %s", error)
            failures += 1


def _sound(frame: AudioFrame, origin: float | None) -> Sound | None:
    if frame.samples <= 0 or frame.sample_rate not in _RATES:
        return None
    time = frame.time
    channels = frame.layout.nb_channels
    try:
        samples: NDArray[np.generic] = _packed(frame, channels).to_ndarray()
    except NATIVE_ERRORS as error:
        logger.debug("A frame could not be read: %s", error)
        return None
    if samples.shape[0] != channels:
        samples = samples.reshape(-1, channels).T
    start = None if time is None or origin is None else time - origin
    return Sound(start, frame.sample_rate, samples)


def _packed(frame: AudioFrame, channels: int) -> AudioFrame:
    """The frame as PyAV can hand it to numpy."""
    name = frame.format.name
    if name.startswith("s64"):
        wanted = "dbl"
    elif channels > _PLANES and frame.format.is_planar:
        wanted = frame.format.packed.name
    else:
        return frame
    return AudioResampler(format=wanted, layout=frame.layout).resample(frame)[0]
