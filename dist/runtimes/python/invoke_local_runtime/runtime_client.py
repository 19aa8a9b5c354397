"""The client's side of the Runtime API, on one kept-alive connection.

A minimal HTTP/1.1 over `_socket`: `http.client` alone would double the time that the interpreter needs to start.
"""

import sys
from _socket import AF_INET, IPPROTO_TCP, SOCK_STREAM, TCP_NODELAY, socket
from os import set_inheritable

_API = "/2018-06-01/runtime/"
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_RECEIVE_BYTES = 65536


class ConnectionLost(Exception):
    """The other side is gone (without a message if it closed the connection on purpose), or the connection broke."""


class RuntimeClient:
    def __init__(self, address, token=None, descriptor=None, idle_ms=None):
        """Connects at once to `host:port`, or takes the connection that the other side has opened and that is the
        descriptor: that shows the other side that the interpreter runs. `token` is sent with each request, which shows
        that it comes from the sandbox; `idle_ms` tells how long this process has waited for the other side.
        """
        self._received = b""
        self._owes_pong = False
        if descriptor is None:
            host, _, port = address.rpartition(":")
            self._socket = socket(AF_INET, SOCK_STREAM)
            self._socket.connect((host, int(port)))
            self._socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        else:
            set_inheritable(descriptor, False)
            self._socket = socket(fileno=descriptor)
        version = ".".join(map(str, sys.version_info[:3]))
        self._common_headers = f"Host: {address}\r\nUser-Agent: invoke-local-python/{version}\r\n"
        if token is not None:
            self._common_headers += f"Invoke-Local-Token: {token}\r\n"
        self._peak_memory = None
        if sys.platform != "linux":
            from .peak_memory import peak_memory_reader

            self._peak_memory = peak_memory_reader()
        if descriptor is not None:
            self._ping("" if idle_ms is None else f"Invoke-Local-Idle-Ms: {idle_ms}\r\n")

    def next_invocation(self, fields=""):
        """Waits for the next event; returns the headers, with names in lower case, and the body. `fields` are further
        lines of the request's head.
        """
        status, headers, body = self._exchange("GET", _API + "invocation/next", fields)
        if status != 200:
            raise ConnectionLost(f"the Runtime API answered {status} to a request for the next invocation")
        return headers, body

    def post_response(self, request_id, body, content_type):
        self._post(f"invocation/{_quote(request_id)}/response", body, content_type)

    def post_error(self, request_id, body):
        self._post(f"invocation/{_quote(request_id)}/error", body, "application/json")

    def post_init_error(self, body, error_type):
        # A class name may contain control characters, but a header can't.
        ascii_type = "".join(c if " " <= c <= "~" else "?" for c in error_type)
        self._post("init/error", body, "application/json", f"Lambda-Runtime-Function-Error-Type: {ascii_type}\r\n")

    def _ping(self, field):
        """Says that the interpreter runs. The answer is read before that to the first request."""
        self._socket.sendall(f"GET /2018-06-01/ping HTTP/1.1\r\n{self._common_headers}{field}\r\n".encode("latin-1"))
        self._owes_pong = True

    def _post(self, path, body, content_type, header=""):
        # The status is ignored: the API itself has handled what it refuses, such as a response over the limit.
        self._exchange(
            "POST", _API + path, f"{header}Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n", body
        )

    def _exchange(self, method, path, headers="", body=b""):
        if self._peak_memory is not None:
            headers += f"Invoke-Local-Peak-Memory-Kib: {self._peak_memory()}\r\n"
        head = f"{method} {path} HTTP/1.1\r\n{self._common_headers}{headers}\r\n"
        try:
            self._socket.sendall(head.encode("latin-1") + body)
            if self._owes_pong:
                self._owes_pong = False
                self._read_response()
            return self._read_response()
        except (OSError, ValueError, IndexError) as error:
            raise ConnectionLost(f"the connection to the Runtime API broke: {error}") from None

    def _read_response(self):
        status_line, *lines = self._read_until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = self._read_chunks()
        else:
            body = self._read_exactly(int(headers.get("content-length", "0")))
        return int(status_line.split(" ")[1]), headers, body

    def _read_chunks(self):
        chunks = []
        while True:
            size = int(self._read_until(b"\r\n").partition(b";")[0], 16)
            if size == 0:
                while self._read_until(b"\r\n"):
                    pass  # Trailers.
                return b"".join(chunks)
            chunks.append(self._read_exactly(size))
            self._read_exactly(2)

    def _read_until(self, delimiter):
        while delimiter not in self._received:
            self._received += self._receive(_RECEIVE_BYTES)
        found, _, self._received = self._received.partition(delimiter)
        return found

    def _read_exactly(self, size):
        parts = [self._received[:size]]
        missing = size - len(parts[0])
        self._received = self._received[size:]
        while missing > 0:
            part = self._receive(min(missing, 1 << 20))
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _receive(self, size):
        received = self._socket.recv(size)
        if not received:
            raise ConnectionLost("")
        return received


def _quote(text):
    if _UNRESERVED.issuperset(text):
        return text
    return "".join(chr(b) if chr(b) in _UNRESERVED else f"%{b:02X}" for b in text.encode("utf-8"))
