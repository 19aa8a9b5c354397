"""Waits in a process that was started before it was known what for, until the other side of a connection says so."""

import os
from time import perf_counter

from . import load_late, main
from .payload import decode_json

_CHUNK_BYTES = 65536


def await_environment():
    """Gets the environment of the function as one line of JSON. Nothing of the function's has been loaded until then, and
    nothing that is installed on the machine.
    """
    load_late("loaded_files")  # While there is time, like `main`.
    started = perf_counter()
    environment = decode_json(_read_line(int(os.environ[main.CONNECTION])))
    # What the interpreter has set itself while it started: the locale, where there is none.
    own = {name: value for name, value in os.environb.items() if name == b"LC_CTYPE"}
    os.environb.clear()
    os.environb.update(own)
    for name, value in environment.items():
        os.environb[name.encode("utf-8", "replace")] = value.encode("utf-8", "replace")
    os.environ[main.IDLE] = "%.1f" % ((perf_counter() - started) * 1000)


def _read_line(descriptor):
    """The other side sends no more than the line until it is asked. Without it this process has nothing to do."""
    line = b""
    while not line.endswith(b"\n"):
        chunk = os.read(descriptor, _CHUNK_BYTES)
        if not chunk:
            os._exit(0)
        line += chunk
    return line
