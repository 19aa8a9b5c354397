"""Standard output and error as Lambda's runtime has them: UTF-8, and every write is sent at once."""

import os
import sys
from io import TextIOWrapper


_write = TextIOWrapper.write
_flush = TextIOWrapper.flush


class Unbuffered(TextIOWrapper):
    """A text stream that keeps nothing back: what was written survives a crash.

    As with Lambda's, `write` returns nothing. Unlike `python -u` it leaves the buffer in place, which finishes a write
    that a signal has cut short.
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
