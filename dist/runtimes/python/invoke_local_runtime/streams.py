"""Standard output and error as in Lambda's runtime: in UTF-8, with every write sent at once."""

import os
import sys
from io import TextIOWrapper


_write = TextIOWrapper.write
_flush = TextIOWrapper.flush


class Unbuffered(TextIOWrapper):
    """A text stream that sends every write at once, so that it survives a crash.

    As in Lambda, `write` returns nothing. Unlike with `python -u`, there still is a buffer, which completes a write
    that a signal has interrupted.
    """

    def write(self, text):
        _write(self, text)
        _flush(self)


def unbuffer_standard_streams():
    """Replaces `sys.stdout` and `sys.stderr`; returns the new standard output, or None when there is none."""
    sys.stdout = sys.__stdout__ = _unbuffered(sys.stdout, "strict")
    sys.stderr = sys.__stderr__ = _unbuffered(sys.stderr, "backslashreplace")
    return sys.stdout


def _unbuffered(stream, errors):
    if not isinstance(stream, TextIOWrapper):
        return stream
    encoding = "utf-8"
    if "PYTHONIOENCODING" in os.environ:
        encoding, errors = stream.encoding, stream.errors
    mode = getattr(stream, "mode", "w")
    unbuffered = Unbuffered(stream.detach(), encoding, errors, newline="\n")
    unbuffered.mode = mode
    return unbuffered
