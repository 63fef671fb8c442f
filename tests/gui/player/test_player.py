"""Playing for real, without a sound device: by Qt's own clock."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from kopia_desktop.core.transcript import Span
from kopia_desktop.gui.player.player import SPEEDS, Player
from tests.gui.player.conftest import Places

Taken = Callable[[], Places]

SAMPLE_SECONDS = 24.53


def open_(player: Player, path: Path, qtbot: QtBot, **options: float) -> None:
    with qtbot.waitSignal(player.ready, timeout=10_000):
        player.open(str(path), **options)  # type: ignore[arg-type]


def play_from(player: Player, seconds: float) -> None:
    player.seek(seconds)
    player.play()


def test_opens_a_file_of_any_name(player: Player, film: Path, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    assert player.is_open
    assert not player.is_playing
    assert player.duration == pytest.approx(SAMPLE_SECONDS, abs=0.05)


def test_tells_its_place_evenly(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    play_from(player, 3.0)
    began = time.monotonic()
    qtbot.wait(1500)
    passed = time.monotonic() - began
    told = places()
    assert 20 <= len(told) / passed <= 35
    seconds = [place for place, _ in told]
    assert seconds == sorted(seconds)
    assert seconds[0] == 3.0
    assert 3.0 + passed - 0.35 <= seconds[-1] <= 3.0 + passed + 0.05
    steps = [b - a for a, b in pairwise(seconds)]
    assert max(steps) < 0.12


def test_seeks_exactly(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    for place in (12.3456, 0.0, 24.0, 5.0078):
        player.seek(place)
        assert player.position == place
        assert places() == [(place, False)]
    player.play()
    qtbot.wait(400)
    assert 5.0078 <= places()[-1][0] <= 5.0078 + 0.45
    player.seek(20.0)
    qtbot.wait(300)
    told = places()
    assert told[0] == (20.0, True)
    assert all(20.0 <= place <= 20.35 for place, _ in told)


def test_seeks_within_the_recording(player: Player, film: Path, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    player.seek(-3.0)
    assert player.position == 0.0
    player.seek(500.0)
    assert player.position == player.duration


def test_a_wish_that_comes_early_is_kept(
    player: Player, film: Path, places: Taken, qtbot: QtBot
) -> None:
    player.open(str(film))
    play_from(player, 7.25)
    qtbot.waitUntil(lambda: player.position > 7.4, timeout=5000)
    told = places()
    assert told[1] == (7.25, True)
    assert all(place == 0.0 or place >= 7.25 for place, _ in told)


def test_stops_for_certain(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    play_from(player, 2.0)
    qtbot.wait(200)
    player.stop()
    assert places()[-1] == (0.0, False)
    qtbot.wait(400)
    assert places() == []
    assert player.position == 0.0
    assert not player.is_playing


def test_stopping_while_loading_counts(
    player: Player, film: Path, places: Taken, qtbot: QtBot
) -> None:
    player.open(str(film))
    player.play()
    player.stop()
    places()
    qtbot.wait(500)
    assert places() == []
    assert not player.is_playing


def test_pauses_and_goes_on(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    play_from(player, 4.0)
    qtbot.wait(300)
    player.pause()
    place = player.position
    places()
    qtbot.wait(200)
    assert places() == []
    assert player.position == place
    player.play()
    qtbot.wait(200)
    assert place <= player.position <= place + 0.3


@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_speed(player: Player, film: Path, speed: float, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    player.set_speed(speed)
    play_from(player, 2.0)
    qtbot.waitUntil(lambda: player.position > 2.1, timeout=5000)
    place, began = player.position, time.monotonic()
    qtbot.wait(800)
    passed = time.monotonic() - began
    assert (player.position - place) / passed == pytest.approx(speed, rel=0.15)


def test_steps_of_speed(player: Player) -> None:
    for _ in SPEEDS:
        player.faster()
    assert player.speed == 2.0
    steps = [player.speed]
    for _ in SPEEDS:
        player.slower()
        steps.append(player.speed)
    assert steps == [2.0, 1.75, 1.5, 1.25, 1.0, 0.75, 0.5, 0.5]


def test_keeps_the_pitch_where_qt_can(player: Player, film: Path, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    media = player._media
    assert media is not None
    if hasattr(media, "pitchCompensation"):
        assert player.keeps_pitch
        assert media.pitchCompensation()
    else:
        assert not player.keeps_pitch


def test_loops_without_drift(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    play_from(player, 5.1)
    player.set_loop(Span(5.0, 5.4))
    places()
    began = time.monotonic()
    qtbot.wait(2500)
    passed = time.monotonic() - began
    seconds = [place for place, _ in places()]
    assert all(5.0 <= place < 5.4 for place in seconds)
    starts = [b for a, b in pairwise(seconds) if b < a]
    assert starts
    assert set(starts) == {5.0}
    assert passed / 0.55 <= len(starts) <= passed / 0.4 + 1


def test_a_loop_brings_back_who_is_outside(player: Player, film: Path, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    player.seek(20.0)
    player.set_loop(Span(3.0, 4.0))
    assert player.position == 3.0


def test_a_loop_at_the_very_end(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    player.seek(24.2)
    player.set_loop(Span(24.2, 25.0))
    player.play()
    qtbot.wait(1500)
    assert player.is_playing
    seconds = [place for place, _ in places()]
    assert sum(b < a for a, b in pairwise(seconds)) >= 2


def test_the_end(player: Player, film: Path, places: Taken, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    play_from(player, 24.2)
    qtbot.waitUntil(lambda: not player.is_playing, timeout=5000)
    assert places()[-1] == (player.duration, False)
    assert not player.is_playing
    qtbot.wait(200)
    assert places() == []
    player.play()
    qtbot.waitUntil(lambda: player.position > 0.1, timeout=5000)
    assert player.position < 1.0


def test_the_job_s_own_audio_track(player: Player, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "two.mkv"
    write_two_tracks(path)
    open_(player, path, qtbot, audio_track=1)
    media = player._media
    assert media is not None
    assert len(media.audioTracks()) == 2
    assert media.activeAudioTrack() == 1


def write_two_tracks(path: Path) -> None:
    import av
    import numpy as np

    with av.open(str(path), "w", format="matroska") as container:
        streams = [container.add_stream("pcm_s16le", rate=16_000) for _ in range(2)]
        for stream in streams:
            samples = np.zeros((1, 16_000), np.int16)
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.sample_rate = 16_000
            for packet in stream.encode(frame):
                container.mux(packet)


def test_a_file_that_is_no_media(player: Player, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "x.mp4"
    path.write_bytes(b"no media at all" * 1000)
    player.seek(3.0)
    with qtbot.waitSignal(player.failed, timeout=5000):
        player.open(str(path), at=3.0)
    assert player.works
    assert not player.is_open
    assert player.position == 3.0


def test_a_file_that_is_not_there(player: Player, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(player.failed, timeout=5000):
        player.open(str(tmp_path / "gone.mp4"))
    player.play()
    assert not player.is_playing


def test_a_name_is_never_an_address(player: Player, qtbot: QtBot) -> None:
    with qtbot.waitSignal(player.failed, timeout=5000):
        player.open("http://127.0.0.1:9/x.mp4")


@pytest.mark.parametrize("name", ["list.m3u8", "list.mp4"])
def test_a_playlist_reaches_nobody(player: Player, tmp_path: Path, name: str, qtbot: QtBot) -> None:
    """The engine refuses such files first; Qt's decoder must not dial out for one either."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        path = tmp_path / name
        path.write_text(
            f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{address}\n#EXT-X-ENDLIST\n"
        )
        player.open(str(path))
        player.play()
        qtbot.wait(600)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_the_next_file_silences_the_last(
    player: Player, film: Path, speech: Path, places: Taken, qtbot: QtBot
) -> None:
    open_(player, film, qtbot)
    play_from(player, 9.0)
    qtbot.wait(200)
    places()
    open_(player, speech / "single_en_01.flac", qtbot)
    qtbot.wait(300)
    assert not player.is_playing
    assert player.position == 0.0
    assert all(place == 0.0 for place, _ in places())


def test_closing_lets_go_of_the_file(player: Player, film: Path, qtbot: QtBot) -> None:
    open_(player, film, qtbot)
    player.play()
    qtbot.wait(100)
    player.close()
    assert player._media is not None
    assert player._media.source() == QUrl()
    film.unlink()


def test_walks_without_a_file(player: Player, places: Taken) -> None:
    player.seek(42.5)
    player.play()
    assert places() == [(42.5, False)]
    assert not player.is_playing
