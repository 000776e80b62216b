"""Reading a page from the Web: http and https only, with limits on time, size and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from quizgen import __version__
from quizgen.adding.addresses import Endpoint, find_endpoints
from quizgen.errors import QuizgenError

SECONDS = 20.0  # for the whole of a page, redirects included
BYTES = 5_000_000
REDIRECTS = 5
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"quizgen/{__version__}",
    "Accept": ", ".join(_TYPES),
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came; `charset` is "" where the server did not say."""

    url: str
    content: bytes
    charset: str
    is_html: bool


def fetch(url: str, *, private: bool = False, seconds: float = SECONDS) -> Page:
    """Read a page. Raises QuizgenError for whatever is not a page of text within the limits.

    `private` allows machines that are not of the public Internet.
    """
    deadline = time.monotonic() + seconds
    address = url
    for _ in range(REDIRECTS + 1):
        parts = _split(address)
        endpoints = find_endpoints(parts.hostname or "", _port(parts), private=private)
        with _answer(parts, endpoints, deadline) as answer:
            if answer.status not in _MOVED:
                return _page(address, answer)
            address = urljoin(address, answer.getheader("Location") or "")
    raise QuizgenError(f"more than {REDIRECTS} redirects", path=url)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        if parts.scheme in _PORTS and parts.hostname and _port(parts):
            return parts
    except ValueError:
        pass
    raise QuizgenError("not an address of http or https", path=url)


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


@contextmanager
def _answer(
    parts: SplitResult, endpoints: tuple[Endpoint, ...], deadline: float
) -> Iterator[http.client.HTTPResponse]:
    """The server's answer; the connection is cut off when time is up."""
    url = parts.geturl()
    connection = http.client.HTTPConnection(parts.hostname or "", _port(parts))
    try:
        connection.sock = sock = _connect(endpoints, parts, deadline)
        alarm = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [sock])
        alarm.daemon = True
        alarm.start()
        with closing(connection), _cancelled(alarm):
            connection.request("GET", _target(parts), headers=_HEADERS)
            with connection.getresponse() as answer:
                yield answer
            if time.monotonic() >= deadline:
                raise TimeoutError
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        late = time.monotonic() >= deadline or isinstance(error, TimeoutError)
        what = "no answer in time" if late else f"cannot be read: {error or type(error).__name__}"
        raise QuizgenError(what, path=url, hint="save the page and add the file") from error


def _connect(endpoints: tuple[Endpoint, ...], parts: SplitResult, deadline: float) -> socket.socket:
    """A connection to the first endpoint that takes one."""
    failure: OSError = TimeoutError()
    for family, place in endpoints:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(left)
            sock.connect(place)
            if parts.scheme == "https":
                context = ssl.create_default_context()
                return context.wrap_socket(sock, server_hostname=parts.hostname)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


@contextmanager
def _cancelled(alarm: threading.Timer) -> Iterator[None]:
    try:
        yield
    finally:
        alarm.cancel()


def _cut(sock: socket.socket) -> None:
    """End a connection, so that whoever reads from it wakes up."""
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _target(parts: SplitResult) -> str:
    """Path and query, with what may not stand in a request in percent signs."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return f"{path}?{query}" if query else path


def _page(url: str, answer: http.client.HTTPResponse) -> Page:
    if answer.status != 200:
        raise QuizgenError(f"the server says: {answer.status} {answer.reason}", path=url)
    kind = answer.headers.get_content_type()
    if kind not in _TYPES:
        raise QuizgenError(f"this is no page of text but {kind}", path=url)
    content = _read(answer)
    if len(content) > BYTES:
        raise QuizgenError(f"longer than the limit of {BYTES:,} bytes", path=url)
    charset = answer.headers.get_content_charset() or ""
    return Page(url, content, charset, is_html="html" in kind)


def _read(answer: http.client.HTTPResponse) -> bytes:
    """No more of the content than shows that it is over the limit."""
    raw = answer.read(BYTES + 1)
    if answer.getheader("Content-Encoding", "").lower() == "gzip":
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, BYTES + 1)
    return raw
