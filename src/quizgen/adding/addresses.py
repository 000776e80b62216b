"""Which machines may be asked for a page: public ones, unless the user says otherwise."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

from quizgen.errors import QuizgenError

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

# What getaddrinfo gives of one address: its family, and what a socket of it connects to.
Endpoint = tuple[socket.AddressFamily, Any]


def find_endpoints(host: str, port: int, *, private: bool) -> tuple[Endpoint, ...]:
    """The addresses of a host, to be connected to as they are: a name asked twice may change.

    Raises QuizgenError where there is none, and where one is not public unless `private`.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise QuizgenError(f"no machine is known as {host!r}", hint="check the address") from error
    for _, _, _, _, place in found:
        if not private and not is_public(str(place[0])):
            raise QuizgenError(
                f"{host} is a private address ({place[0]})",
                hint="--allow-private reads from it all the same",
            )
    return tuple((family, place) for family, _, _, _, place in found)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, also where it wraps another one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if inner := [w for w in wrapped if w is not None]:
            return all(w.is_global and not w.is_multicast for w in inner)
    return ip.is_global and not ip.is_multicast
