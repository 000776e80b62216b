from __future__ import annotations

import socket

import pytest

from quizgen.adding.addresses import find_endpoints, is_public
from quizgen.errors import QuizgenError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_private_addresses(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.0.0.1", "::1"])
def test_other_ways_to_write_this_machine(host):
    with pytest.raises(QuizgenError, match="is a private address"):
        find_endpoints(host, 80, private=False)
    assert find_endpoints(host, 80, private=True)


def test_a_name_with_one_private_address_among_public_ones(monkeypatch):
    def answer(_host, port, **_):
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("93.184.216.34", port)), (*kind, ("192.168.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(QuizgenError, match=r"x\.example is a private address \(192\.168\.0\.1\)"):
        find_endpoints("x.example", 80, private=False)
