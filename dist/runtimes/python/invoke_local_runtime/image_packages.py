"""Asks the other side of the Runtime API for packages of Lambda's image that nothing on the machine has."""

import sys
from _socket import AF_INET, SOCK_STREAM, socket


def is_optional(name):
    """Whether nobody needs a module: libraries such as requests use simplejson where it happens to be there."""
    if name != "simplejson":
        return False
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is None or "-packages" in frame.f_code.co_filename


def ask(name, secret, address):
    """Returns the folder for `sys.path` that has a module; an empty text where there is none."""
    version = "%d.%d" % sys.version_info[:2]
    host, _, port = address.rpartition(":")
    connection = socket(AF_INET, SOCK_STREAM)
    try:
        connection.connect((host, int(port)))
        head = f"GET /invoke-local/packages?name={name}&version={version} HTTP/1.1\r\nHost: {address}\r\n"
        connection.sendall(f"{head}Invoke-Local-Secret: {secret}\r\nConnection: close\r\n\r\n".encode("latin-1"))
        answer = b""
        while True:
            received = connection.recv(65536)
            if not received:
                break
            answer += received
    except (OSError, ValueError):
        return ""
    finally:
        connection.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return body.decode("utf-8") if b" 200 " in head.partition(b"\r\n")[0] else ""
