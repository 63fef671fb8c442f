"""Which URLs and addresses are dialled."""

from __future__ import annotations

import ipaddress
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.errors import AddressRefused
from kopia_desktop.core.netguard import (
    LONGEST_URL,
    MEDIA_URL_PATTERN,
    WEBHOOK_URL_PATTERN,
    Target,
    check_media_url,
    check_webhook_url,
    is_host_name,
    is_public,
    is_webhook_target,
)

API = frozenset({8756})


@pytest.mark.parametrize(
    "address",
    """8.8.8.8 93.184.215.14 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 192.0.1.1 198.17.0.1
    198.20.0.1 223.255.255.255 2606:4700::1111 2a00:1450::1 2001:200::1 2001:4860::8888
    ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808:: 2a00:1450::5efe:8.8.8.8""".split(),
)
def test_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 0.255.255.255 10.0.0.1 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255
    169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.255.255
    198.18.0.0 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.1.1.1 240.0.0.1
    255.255.255.255 168.63.129.16 :: ::1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:0.0.0.0 64:ff9b::1
    64:ff9b::192.168.0.1 64:ff9b:1::8.8.8.8 100::1 2001::1 2001:2::1 2001:1ff::1 2001:db8::1
    2002:a00:1:: 2002:7f00:1::1 2a00:1450::5efe:10.0.0.1 2a00:1450::200:5efe:127.0.0.1 3fff::1
    4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1 2606:4700::1%1""".split(),
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@given(st.ip_addresses())
def test_what_python_calls_private_is_not_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    """All but the mapped IPv4 addresses, which it does not look into in every version."""
    is_mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None
    if not is_mapped and (address.is_private or address.is_multicast or address.is_loopback):
        assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.20 100.64.0.1 8.8.8.8 ::1 fd00::1
    2606:4700::1111 ::ffff:127.0.0.1 ::ffff:192.168.1.1 64:ff9b::8.8.8.8""".split(),
)
def test_webhooks_go_to_this_computer_and_the_local_network(address: str) -> None:
    assert is_webhook_target(ipaddress.ip_address(address), 9000, API)


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 0.0.0.1 169.254.169.254 169.254.0.1 100.100.100.200 192.0.0.192 168.63.129.16
    224.0.0.1 255.255.255.255 :: fe80::1 fe80::1%1 ff02::1 fd00:ec2::254 fd20:ce::254
    fd00:42::42 ::ffff:169.254.169.254 ::169.254.169.254 64:ff9b::169.254.169.254
    64:ff9b:1::a9fe:a9fe 64:ff9b::100.100.100.200 2002:a9fe:a9fe:: ::ffff:0.0.0.0
    2001:0:4136:e378:8000:63bf:80ff:fffe fd00::5efe:169.254.169.254 fd00::1%1""".split(),
)
def test_webhooks_do_not_go_there(address: str) -> None:
    assert not is_webhook_target(ipaddress.ip_address(address), 9000, API)


@pytest.mark.parametrize(
    "address", "127.0.0.1 127.0.0.2 ::1 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::127.0.0.1".split()
)
def test_webhooks_do_not_call_our_own_api(address: str) -> None:
    assert not is_webhook_target(ipaddress.ip_address(address), 8756, API)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example.com", Target("https", "a.example.com", 443, "/")),
        ("HTTPS://A.Example.COM:443/x", Target("https", "a.example.com", 443, "/x")),
        ("https://a.example.com?q=1#part", Target("https", "a.example.com", 443, "/?q=1")),
        ("https://a.example.com/#@127.0.0.1/", Target("https", "a.example.com", 443, "/")),
        ("https://müsik.рф/ä|b", Target("https", "müsik.рф", 443, "/ä|b")),
        ("https://xn--msik-0ra.xn--p1ai/", Target("https", "xn--msik-0ra.xn--p1ai", 443, "/")),
        ("https://1.2.3.a4/", Target("https", "1.2.3.a4", 443, "/")),
    ],
)
def test_media_urls(url: str, target: Target) -> None:
    assert check_media_url(url) == target


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://localhost:9000/done", Target("http", "localhost", 9000, "/done")),
        ("http://127.0.0.1:9000", Target("http", "127.0.0.1", 9000, "/")),
        ("HTTP://[::1]:1?a", Target("http", "::1", 1, "/?a")),
        ("http://[FD00::192.168.0.1]/", Target("http", "fd00::192.168.0.1", 80, "/")),
        ("https://nas.local:65535/", Target("https", "nas.local", 65535, "/")),
        ("https://hooks.example.com/", Target("https", "hooks.example.com", 443, "/")),
        ("http://host.docker.internal:80/", Target("http", "host.docker.internal", 80, "/")),
    ],
)
def test_webhook_urls(url: str, target: Target) -> None:
    assert check_webhook_url(url, API) == target


@pytest.mark.parametrize(
    "url",
    """ftp://a.example.com/ http:/a http:// http:///a http://a:0/ http://a:65536/ http://a:/
    http://a:080/ http://user@a/ http://a@127.0.0.1/ http://127.1/ http://0x7f.1/
    http://2130706433/ http://0177.0.0.1/ http://127.0.0.01/ http://256.0.0.1/ http://1.2.3/
    http://[::1/ http://::1/ http://[::1%25eth0]/ http://[1:2:3]/ http://[::g]/ http://[:::]/
    http://a.b./ http://-a/ http://a-/ http://a..b/ http://a_b/ http://a\\b http://[127.0.0.1]/
    http://3com/ javascript:alert(1)""".split(),
)
def test_no_webhook_urls(url: str) -> None:
    with pytest.raises(AddressRefused):
        check_webhook_url(url)


@pytest.mark.parametrize(
    "url",
    """http://169.254.169.254/latest/ http://[fe80::1]/ http://0.0.0.0:9000/ http://[::]/
    http://[::ffff:169.254.169.254]/ http://127.0.0.1:8756/x http://[::1]:8756/
    http://127.0.0.2:8756/ http://[::ffff:7f00:1]:8756/ http://localhost:8756/
    http://LOCALHOST:8756/ http://a.localhost:8756/ http://224.0.0.1/ http://255.255.255.255/
    """.split(),
)
def test_literal_addresses_of_webhooks_that_are_refused_at_once(url: str) -> None:
    assert re.fullmatch(WEBHOOK_URL_PATTERN, url)
    with pytest.raises(AddressRefused) as caught:
        check_webhook_url(url, API)
    assert caught.value.message
    assert caught.value.hint


def test_the_port_counts_for_the_api_only() -> None:
    assert check_webhook_url("http://192.168.0.2:8756/", API)
    assert check_webhook_url("http://localhost:8757/", API)
    assert check_webhook_url("http://localhost:8756/")


@pytest.mark.parametrize("check", [check_media_url, check_webhook_url])
@pytest.mark.parametrize(
    "url",
    [
        "",
        " https://a.example.com/",
        "https://a.example.com/ ",
        "https://a.example.com/a b",
        "https://a.example.com/\n",
        "https://a.example.com\n",
        "https://a.example.com/\x7f",
        "https://a.example.com/\x00",
        "https://a.example.com/\ud800",
        "https://a.example.com/" + "a" * LONGEST_URL,
    ],
)
def test_urls_of_no_use(check: object, url: str) -> None:
    assert callable(check)
    with pytest.raises(AddressRefused):
        check(url)


def test_the_longest_url() -> None:
    url = "https://a.example.com/"
    assert check_media_url(url + "a" * (LONGEST_URL - len(url)))


_EVERYWHERE = re.compile(r"\(\?[^:]|\\[pPdDwWsSbBAZz]|\{,|\+\+|\*\+")


@pytest.mark.parametrize("pattern", [MEDIA_URL_PATTERN, WEBHOOK_URL_PATTERN])
def test_the_patterns_hold_in_every_language(pattern: str) -> None:
    """No looking around, no names, no classes that Python, ECMA and Rust read differently."""
    assert not _EVERYWHERE.search(pattern)
    assert pattern.startswith("^")
    assert pattern.endswith("$")


@settings(max_examples=100)
@given(st.from_regex(MEDIA_URL_PATTERN.replace("$", r"\Z"), fullmatch=True))
def test_what_matches_the_media_pattern_is_taken(url: str) -> None:
    if len(url) <= LONGEST_URL:
        target = check_media_url(url)
        assert (target.scheme, target.port, target.literal) == ("https", 443, None)


@settings(max_examples=100)
@given(st.from_regex(WEBHOOK_URL_PATTERN.replace("$", r"\Z"), fullmatch=True))
def test_what_matches_the_webhook_pattern_is_taken_or_a_refused_literal(url: str) -> None:
    if len(url) > LONGEST_URL:
        return
    try:
        target = check_webhook_url(url)
    except AddressRefused:
        host = url.partition("://")[2]
        assert host[0] == "[" or host[0].isdigit()
    else:
        assert 1 <= target.port <= 65535


@given(st.ip_addresses(v=6))
def test_every_spelling_of_python_is_an_ipv6_literal(address: ipaddress.IPv6Address) -> None:
    for text in (str(address), address.exploded):
        assert re.fullmatch(WEBHOOK_URL_PATTERN, f"http://[{text}]/")


def test_host_names() -> None:
    assert all(map(is_host_name, ["a", "a.b", "a-b.c1", "1.a"]))
    assert not any(map(is_host_name, ["", "127.1", "0x7f", "1", "a.1", "a.", "ä.b", "a b", "a_b"]))
