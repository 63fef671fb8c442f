"""Times, sizes and speeds in words, as the person's locale writes numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def clock(seconds: float, *, tenths: bool = False) -> str:
    """A place in a recording: ``3:07``, ``1:12:03``, with ``tenths`` ``3:07.4``.

    Digits are Western in every language: they stand in a column, in time codes and in files.
    """
    units = round(max(seconds, 0.0) * 10)
    whole, tenth = divmod(units, 10) if tenths else (int(max(seconds, 0.0)), 0)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    return f"{text}.{tenth}" if tenths else text


def time_left(seconds: float) -> str:
    """How long something still takes, roughly: "5 s left", "2 min left", "3 h 10 min left"."""
    if seconds < 60:
        amount = max(5, 5 * round(seconds / 5))
        return QCoreApplication.translate("Times", "{seconds} s left").format(seconds=amount)
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("Times", "{minutes} min left").format(minutes=minutes)
    hours, minute = divmod(minutes, 60)
    text = QCoreApplication.translate("Times", "{hours} h {minutes} min left")
    return text.format(hours=hours, minutes=minute)


def speed(times: float) -> str:
    """How many times faster than the recording plays: "14×"."""
    decimals = 1 if times < 10 else 0
    return f"{QLocale().toString(times, 'f', decimals)}×"


def percent(share: float) -> str:
    """A share of 0..1 as whole percent, as the locale writes it; 100 only when it is all."""
    whole = 100 if share >= 1.0 else min(int(share * 100), 99)
    return QCoreApplication.translate("Times", "{number} %").format(number=whole)


def size(count: int) -> str:
    """Bytes as "3.1 GB"."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
