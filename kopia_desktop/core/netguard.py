"""Which URLs and addresses the program dials: pure rules, no look-up.

Media comes from the public internet only. Webhooks may go to this computer and the local network
(the user's own tools), never to link-local or metadata addresses nor to our own API. Addresses are
judged by tables of our own: ``ipaddress.is_global`` differs between Python versions and is true for
64:ff9b::/96, 2002::/16, ::127.0.0.1, fec0::/10 and multicast. Sources: the IANA special-purpose
address registries, RFC 6052 and 8215 (NAT64), 3056 (6to4), 5214 (ISATAP), 4380 (Teredo).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from kopia_desktop.core.errors import AddressRefused

Address = IPv4Address | IPv6Address

LONGEST_URL = 2048
"""Characters."""

HTTPS_PORT = 443
_HTTP_PORT = 80


# URLs. The patterns hold for Python, ECMA and Rust alike: anchored, no looking around, no classes
# by name. A name's last part begins with a letter, so that no form of an IPv4 address (127.1,
# 0x7f.1, 2130706433) passes for a name.

_EDGE = r"[^\x00-/:-@\[-`{-\x7f]"  # an ASCII letter or digit, or any character beyond ASCII
_INNER = r"[^\x00-,./:-@\[-`{-\x7f]"  # or a hyphen
_FIRST_OF_LAST = r"[^\x00-@\[-`{-\x7f]"  # no digit
_LABEL = f"{_EDGE}(?:{_INNER}*{_EDGE})?"
_LAST = f"{_FIRST_OF_LAST}(?:{_INNER}*{_EDGE})?"
_REST = r"(?:[/?#][^\x00-\x20\x7f]*)?"
_PORT_NUMBER = (
    "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"
)
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"


def _ipv6_pattern() -> str:
    """RFC 3986, IPv6address: eight groups, or fewer around one ``::``."""
    group = "[0-9A-Fa-f]{1,4}"
    low = f"(?:{group}:{group}|{_IPV4})"

    def at_most(count: int) -> str:
        return f"(?:(?:{group}:){{0,{count - 1}}}{group})?"

    forms = [f"(?:{group}:){{6}}{low}", f"::(?:{group}:){{5}}{low}"]
    forms += [f"{at_most(5 - after)}::(?:{group}:){{{after}}}{low}" for after in (4, 3, 2, 1)]
    forms += [f"{at_most(5)}::{low}", f"{at_most(6)}::{group}", f"{at_most(7)}::"]
    return "|".join(forms)


MEDIA_URL_PATTERN = rf"^[Hh][Tt][Tt][Pp][Ss]://(?:{_LABEL}\.)+{_LAST}(?::443)?{_REST}$"
"""https, a name of two parts or more, port 443, no user name."""

WEBHOOK_URL_PATTERN = (
    rf"^[Hh][Tt][Tt][Pp][Ss]?://(?:(?:{_LABEL}\.)*{_LAST}|{_IPV4}|\[(?:{_ipv6_pattern()})\])"
    rf"(?::(?:{_PORT_NUMBER}))?{_REST}$"
)
"""http or https, a name or a literal address, any port, no user name."""

_MEDIA_URL = re.compile(MEDIA_URL_PATTERN)
_WEBHOOK_URL = re.compile(WEBHOOK_URL_PATTERN)
_PARTS = re.compile(
    r"(?P<scheme>[A-Za-z]+)://(?P<host>\[[^]]*\]|[^:/?#]*)(?::(?P<port>[0-9]+))?(?P<path>[^#]*)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that passed: ``host`` without brackets, ``path`` with its query, as they were given."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def literal(self) -> Address | None:
        """The address, where the host is one and no name."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None

    @property
    def authority(self) -> str:
        """Host and port as they stand in a URL; the scheme's own port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        own = HTTPS_PORT if self.scheme == "https" else _HTTP_PORT
        return host if self.port == own else f"{host}:{self.port}"


def check_media_url(url: str) -> Target:
    """Where a job's media is fetched from. Raises AddressRefused."""
    if not _is_sound(url) or _MEDIA_URL.fullmatch(url) is None:
        raise AddressRefused(
            "Media is fetched from public https addresses only.",
            hint="Give a URL like https://media.example.com/talk.mp3: a host name, port 443, no "
            "user name.",
        )
    return _target_of(url)


def check_webhook_url(url: str, own_ports: Iterable[int] = ()) -> Target:
    """Whom a webhook tells. ``own_ports`` are the ports this program's API listens on.

    Raises AddressRefused, also for a literal address that is never dialled.
    """
    if not _is_sound(url) or _WEBHOOK_URL.fullmatch(url) is None:
        raise AddressRefused(
            "The webhook's URL is not one that can be called.",
            hint="Give an http or https URL with a host name or address and no user name.",
        )
    target = _target_of(url)
    own, literal = frozenset(own_ports), target.literal
    is_local_name = target.host == "localhost" or target.host.endswith(".localhost")
    if (is_local_name and target.port in own) or (
        literal is not None and not is_webhook_target(literal, target.port, own)
    ):
        raise refused(target.host)
    return target


def refused(host: str) -> AddressRefused:
    """The error for a host of which an address is not dialled."""
    return AddressRefused(
        f"The address of {host} is one that is never called.",
        hint="Give the address of a server; for media a public one.",
    )


def is_host_name(name: str) -> bool:
    """An ASCII name as a certificate may hold it: no address in any spelling."""
    return name.isascii() and re.fullmatch(rf"(?:{_LABEL}\.)*{_LAST}", name) is not None


def _is_sound(url: str) -> bool:
    """Not too long, and no half of a surrogate pair in it."""
    return len(url) <= LONGEST_URL and not any("\ud800" <= letter <= "\udfff" for letter in url)


def _target_of(url: str) -> Target:
    parts = _PARTS.match(url)
    assert parts is not None
    scheme = parts["scheme"].lower()
    port = int(parts["port"] or (HTTPS_PORT if scheme == "https" else _HTTP_PORT))
    path = parts["path"]
    return Target(
        scheme=scheme,
        host=parts["host"].strip("[]").lower(),
        port=port,
        path=path if path.startswith("/") else f"/{path}",
    )


# Addresses


def _networks(text: str) -> tuple[tuple[IPv4Network, ...], tuple[IPv6Network, ...]]:
    found = [ipaddress.ip_network(word) for word in text.split()]
    return (
        tuple(each for each in found if isinstance(each, IPv4Network)),
        tuple(each for each in found if isinstance(each, IPv6Network)),
    )


_NOT_PUBLIC = _networks("""
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
    192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
    224.0.0.0/4 240.0.0.0/4 168.63.129.16/32
    2001::/23 2001:db8::/32 3fff::/20
""")
"""Inside the address space that is otherwise public. 168.63.129.16 is a cloud's host agent."""

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_MAPPED = IPv6Network("::ffff:0:0/96")
_COMPATIBLE = IPv6Network("::/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)

_NO_WEBHOOK = _networks("""
    0.0.0.0/8 169.254.0.0/16 224.0.0.0/4 255.255.255.255/32
    100.100.100.200/32 192.0.0.192/32 168.63.129.16/32
    ::/128 fe80::/10 ff00::/8 2001::/32 64:ff9b:1::/48
    fd00:ec2::254/128 fd20:ce::254/128 fd00:42::42/128
""")
"""Unspecified, link-local, multicast, broadcast, where clouds serve a machine its secrets, and what
hides an IPv4 address where it cannot be read (Teredo, local-use NAT64)."""


def is_public(address: Address) -> bool:
    """An address of the public internet, and so is every IPv4 address that it carries."""
    if not all(_is_public_ipv4(carried) for carried in _carried_ipv4(address)):
        return False
    if isinstance(address, IPv4Address):
        return _is_public_ipv4(address)
    if address.scope_id is not None or _is_in(address, _NOT_PUBLIC):
        return False
    return any(address in each for each in (_GLOBAL_UNICAST, _MAPPED, _NAT64))


def is_webhook_target(address: Address, port: int, own_ports: frozenset[int]) -> bool:
    """Loopback and the local network too, but none of ``_NO_WEBHOOK`` and not our own API."""
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return False
    return not any(
        _is_in(each, _NO_WEBHOOK) or (each.is_loopback and port in own_ports)
        for each in (address, *_carried_ipv4(address))
    )


def _is_public_ipv4(address: IPv4Address) -> bool:
    return not _is_in(address, _NOT_PUBLIC)


def _is_in(
    address: Address, networks: tuple[tuple[IPv4Network, ...], tuple[IPv6Network, ...]]
) -> bool:
    of_its_kind = networks[0] if isinstance(address, IPv4Address) else networks[1]
    return any(address in network for network in of_its_kind)


def _carried_ipv4(address: Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses a packet to this IPv6 address may end at."""
    if isinstance(address, IPv4Address):
        return
    number = int(address)
    if any(address in each for each in (_MAPPED, _NAT64)) or (
        address in _COMPATIBLE and not (address.is_loopback or address.is_unspecified)
    ):
        yield IPv4Address(number & 0xFFFF_FFFF)
    if address in _6TO4:
        yield IPv4Address(number >> 80 & 0xFFFF_FFFF)
    if number >> 32 & 0xFFFF_FFFF in _ISATAP:
        yield IPv4Address(number & 0xFFFF_FFFF)
