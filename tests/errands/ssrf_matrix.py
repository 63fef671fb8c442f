"""What a job's URL may try in order to reach what it must not; 0 connections may come of it.

The good server is ``https://media.example.com/``. Each case says how it ends: with the error code
of the job, or with None where the media is fetched from the good server and from nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

GOOD = "93.184.215.14"
GOOD_IPV6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
START = "https://media.example.com/start"


@dataclass(frozen=True)
class Case:
    """``answers``: what the name server says at each look-up. ``location``: where the good server
    redirects to from ``START``.
    """

    id: str
    url: str
    answers: tuple[tuple[str, ...], ...] = ((GOOD,),)
    location: str | None = None
    error: str | None = "address_refused"
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


_LITERALS = """
    127.0.0.1 127.1 127.0.1 0x7f.1 0x7f.0.0.1 0x7f000001 017700000001 0177.0.0.1 2130706433
    127.0.0.1.  0 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 0xa9fea9fe 2852039166
    100.64.0.1 100.100.100.200 198.18.0.1 224.0.0.1 255.255.255.255 93.184.215.14
    [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:0001] [::127.0.0.1]
    [64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:4136:e378:8000:63bf:80ff:fffe]
    [fe80::1] [fe80::1%25eth0] [fec0::1] [fd00::1] [fd00:ec2::254] [ff02::1] [::5efe:127.0.0.1]
    [2606:2800:21f:cb07:6820:80da:af6b:8b2c]
"""

_URLS = {
    "plain http": "http://media.example.com/",
    "ftp": "ftp://media.example.com/a.mp3",
    "file": "file:///etc/passwd",
    "gopher": "gopher://media.example.com:70/_x",
    "no scheme": "//media.example.com/a.mp3",
    "one label": "https://localhost/",
    "one label upper case": "https://LOCALHOST/",
    "port 22": "https://media.example.com:22/",
    "port 80": "https://media.example.com:80/",
    "port 8443": "https://media.example.com:8443/",
    "port 0443": "https://media.example.com:0443/",
    "empty port": "https://media.example.com:/",
    "user name hides the host": "https://media.example.com@127.0.0.1/",
    "user name and port": "https://media.example.com:443@127.0.0.1/",
    "user name before": "https://127.0.0.1@media.example.com/",
    "password": "https://user:secret@media.example.com/",
    "encoded at sign": "https://media.example.com%40127.0.0.1/",
    "backslash at sign": "https://media.example.com\\@127.0.0.1/",
    "backslash instead of slash": "https://127.0.0.1\\.media.example.com/",
    "tab in the host": "https://127.0.0.1\t.media.example.com/",
    "line end in the host": "https://127.0.0.1\n.media.example.com/",
    "line end in the path": "https://media.example.com/\r\nHost: 127.0.0.1",
    "line end at the end": "https://media.example.com/\n",
    "space before": " https://media.example.com/",
    "NUL": "https://media.example.com\x00.127.0.0.1/",
    "full stop at the end": "https://media.example.com./",
    "three slashes": "https:///127.0.0.1/",
    "one slash": "https:/127.0.0.1/",
    "encoded dots": "https://127%2e0%2e0%2e1/",
    "wide digits": "https://１２７.０.０.１/",
    "last digit wide": "https://127.0.0.１/",
    "digits in circles": "https://①②⑦.⓪.⓪.①/",
    "superscript digits": "https://127.0.0.¹/",
    "Arabic digits": "https://١٢٧.٠.٠.١/",
    "ideographic full stops": "https://127。0。0。1/",
    "halfwidth full stops": "https://127｡0｡0｡1/",
    "wide hexadecimal": "https://０ｘ７ｆ.１/",
    "invisible letters only": "https://\u00ad.\u00ad/",
    "soft hyphens in an address": "https://1\u00ad27.0.0.1\u00ad/",
    "name too long": f"https://{'a' * 64}.example.com/",
    "URL too long": "https://media.example.com/" + "a" * 2048,
    "half a surrogate pair": "https://media.example.com/\ud800",
}

_BAD_ANSWERS = """
    127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.1.2.3 100.64.1.1 100.127.255.255 169.254.169.254
    172.31.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1
    224.0.0.251 240.0.0.1 255.255.255.255 168.63.129.16
    ::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 ::93.184.215.14 64:ff9b::10.0.0.1
    64:ff9b::169.254.169.254 64:ff9b:1::93.184.215.14 2002:7f00:1:: 2002:c0a8:1:1::1
    2001:0:4136:e378:8000:63bf:80ff:fffe 2001:2::1 2001:10::1 2001:db8::1 3fff::1
    2606:2800:21f:1::5efe:127.0.0.1 2606:2800:21f:1:200:5efe:10.0.0.1 100::1 5f00::1
    fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1 4000::1 not-an-address
"""

_MIXED = {
    "public, then private": (GOOD, "10.0.0.1"),
    "private, then public": ("10.0.0.1", GOOD),
    "public IPv6, then loopback": (GOOD_IPV6, "::1"),
    "public, loopback, public": (GOOD, "127.0.0.1", GOOD_IPV6),
    "public, then a zone": (GOOD, "2606:2800:21f:cb07::1%1"),
}

_REDIRECTS = {
    "to loopback": "https://127.0.0.1/",
    "to 127.1": "https://127.1/",
    "to a number": "https://2130706433/",
    "to hexadecimal": "https://0x7f.1/",
    "to IPv6 loopback": "https://[::1]/",
    "to mapped loopback": "https://[::ffff:127.0.0.1]/",
    "to metadata": "https://169.254.169.254/latest/meta-data/",
    "to a public literal": f"https://{GOOD}/",
    "without scheme": "//127.0.0.1/",
    "down to http": "http://media.example.com/",
    "to http on loopback": "http://127.0.0.1:8756/api/v1/jobs",
    "to a file": "file:///etc/passwd",
    "to data": "data:audio/wav;base64,UklGRg==",
    "to another port": "https://media.example.com:8443/",
    "to the ssh port": "https://media.example.com:22/",
    "with a user name": "https://media.example.com@127.0.0.1/",
    "to wide digits": "https://127.0.0.%EF%BC%91/",
    "to a name of the local network": "https://inside.example.com/",
    "to a name of this computer": "https://this.example.com/",
    "to a name of mixed addresses": "https://mixed.example.com/",
    "to a single label": "https://localhost/",
}

_NAMES = {
    "inside.example.com": ("192.168.1.10",),
    "this.example.com": ("127.0.0.1",),
    "mixed.example.com": (GOOD, "::1"),
}

CASES = (
    *(Case(f"literal {host}", f"https://{host}/a.mp3") for host in _LITERALS.split()),
    *(Case(f"URL: {name}", url) for name, url in _URLS.items()),
    *(Case(f"answer {address}", START, answers=((address,),)) for address in _BAD_ANSWERS.split()),
    *(Case(f"answer: {name}", START, answers=(answer,)) for name, answer in _MIXED.items()),
    *(
        Case(f"redirect {name}", START, location=location, names=_NAMES)
        for name, location in _REDIRECTS.items()
    ),
    Case(
        "rebinding: the second answer is never asked for",
        START,
        answers=((GOOD,), ("127.0.0.1",)),
        error=None,
    ),
    Case(
        "rebinding: between two requests",
        START,
        answers=((GOOD,), ("127.0.0.1",)),
        location="/again",
    ),
    Case(
        "rebinding: between two requests, to a mixed answer",
        START,
        answers=((GOOD,), (GOOD, "169.254.169.254")),
        location="https://media.example.com/again",
    ),
    Case("redirect to a path of backslashes", START, location="\\\\127.0.0.1\\", error=None),
    Case("fragment that looks like a host", f"{START}#@127.0.0.1/", error=None),
    Case("query that looks like a host", f"{START}?u=https://127.0.0.1/", error=None),
    Case("answer over NAT64", START, answers=(("64:ff9b::93.184.215.14",),), error=None),
)
