"""Pages fetched from a server of our own on this machine."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from quizgen.adding import addresses
from quizgen.adding.fetch import BYTES, fetch
from quizgen.errors import QuizgenError

PAGE = "<html><body><p>Le lac de Brume a gelé.</p></body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, content = self.server.pages[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in content() if callable(content) else [content]:
                self.wfile.write(piece)
        except OSError:
            pass  # the reader hung up

    def log_message(self, *_):
        pass


@pytest.fixture
def site() -> Iterator[Callable[..., str]]:
    """Adds a page to a server and gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.pages = {}
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def add(path, content=b"", status=200, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        server.pages[path] = (status, {"Content-Type": "text/html"} | named, content)
        return f"http://127.0.0.1:{server.server_port}{path}"

    yield add
    server.shutdown()
    server.server_close()


def test_a_page(site):
    page = fetch(site("/lac", PAGE, Content_Type="text/html; charset=UTF-8"), private=True)
    assert (page.content, page.charset, page.is_html) == (PAGE, "utf-8", True)


def test_a_page_that_comes_compressed(site):
    url = site("/lac", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(url, private=True).content == PAGE


def test_letters_with_accents_in_an_address(site):
    site("/lac-gel%C3%A9?mois=f%C3%A9vrier", PAGE)
    url = site("/lac", PAGE).replace("/lac", "/lac-gelé?mois=février")
    assert fetch(url, private=True).content == PAGE


def test_a_redirect_is_followed_and_the_last_address_told(site):
    site("/nouveau", PAGE)
    page = fetch(site("/ancien", status=301, Location="/nouveau"), private=True)
    assert page.url.endswith("/nouveau")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ({"status": 404}, "the server says: 404 Not Found"),
        ({"content": b"x", "Content_Type": "application/pdf"}, "this is no page of text but app"),
        ({"content": b"x" * (BYTES + 1)}, "longer than the limit of 5,000,000 bytes"),
        ({"content": gzip.compress(b"x" * (BYTES + 1)), "Content_Encoding": "gzip"}, "longer than"),
        ({"content": b"no gzip", "Content_Encoding": "gzip"}, "cannot be read: "),
        ({"status": 302, "Location": "/page"}, "more than 5 redirects"),
        ({"status": 302, "Location": "file:///etc/passwd"}, "not an address of http or https"),
        ({"status": 302, "Location": "ftp://127.0.0.1/"}, "not an address of http or https"),
    ],
)
def test_what_is_refused(site, page, message):
    with pytest.raises(QuizgenError) as error:
        fetch(site("/page", **page), private=True)
    assert message in str(error.value)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x.example/a", "http://", "http://x:99999/", "//x/a"]
)
def test_other_addresses_are_refused(url):
    with pytest.raises(QuizgenError, match="not an address of http or https"):
        fetch(url, private=True)


def test_this_machine_is_not_asked_unless_told(site):
    with pytest.raises(QuizgenError, match=r"127\.0\.0\.1 is a private address .*--allow-private"):
        fetch(site("/lac", PAGE))


def test_a_redirect_to_a_private_address_is_not_followed(site, monkeypatch):
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    assert fetch(site("/lac", PAGE)).content == PAGE
    url = site("/vers", status=302, Location=site("/lac", PAGE).replace("127.0.0.1", "127.0.0.2"))
    with pytest.raises(QuizgenError, match=r"127\.0\.0\.2 is a private address"):
        fetch(url)


def test_a_name_is_asked_for_once_so_that_it_cannot_change(site, monkeypatch):
    port = int(site("/lac", PAGE).rsplit(":")[-1].split("/")[0])
    asked = []

    def rebind(host, _port, **_):
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    assert fetch("http://rebind.example/lac").content == PAGE
    assert asked == ["rebind.example"]


def test_a_page_that_comes_too_slowly_is_given_up(site):
    def drip():
        for _ in range(200):
            yield b"<p>"
            time.sleep(0.05)

    start = time.monotonic()
    with pytest.raises(QuizgenError, match=r"/drip: no answer in time"):
        fetch(site("/drip", drip), private=True, seconds=0.5)
    assert time.monotonic() - start < 5  # the page itself takes ten seconds


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(QuizgenError, match=r"cannot be read: .*refused"):
        fetch(f"http://127.0.0.1:{port}/", private=True)
