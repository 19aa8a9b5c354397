"""The function's log: its format, its level, and the stream that it is written to."""

import os
from time import gmtime, strftime, time

from . import OWN_FILES, load_late
from .payload import Encoder


class Log:
    """Takes log records and errors, and knows the current invocation, which every record names."""

    def __init__(self, stream, encoder):
        self._stream = stream
        self._encoder = encoder
        self.is_json = os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
        self.level = "DEBUG" if level == "TRACE" else level
        self.request_id = ""
        self.tenant_id = None
        self.root_logger = None

    def write(self, text):
        """Writes text unchanged, at once."""
        if self._stream is not None:
            self._stream.write(text)

    def write_error(self, error):
        """Logs an error as the caller gets it. If user code has broken the log, the caller still gets the error."""
        try:
            report = load_late("error_report")
            if self.is_json:
                entry = report.json_log_entry(error, strftime("%Y-%m-%dT%H:%M:%SZ", gmtime()))
                text = self._encoder.encode(entry) + "\n"
            else:
                text = report.text_log_entry(error)
            self.write(text)
        except Exception:
            pass

    def warn(self, message):
        """Writes a warning as `logging.warning` does, without loading `logging` for it."""
        try:
            if self.root_logger is not None:
                self.root_logger.warning(message)
            elif self.level not in ("ERROR", "FATAL", "CRITICAL"):
                self.write(self._warning(message))
        except Exception:
            pass  # User code may have closed the stream, or changed the handlers.

    def encode_record(self, members):
        """The JSON of a log record: without escaping non-ASCII characters, and with `str()` for values that JSON can't
        express.
        """
        return Encoder(ensure_ascii=False).encode_plain(members, str)

    def stack_trace_of(self, traceback):
        return load_late("error_report").stack_trace_of(traceback, OWN_FILES)

    def flush(self):
        """Flushes what user code left in the buffer below the stream."""
        try:
            if self._stream is not None:
                self._stream.flush()
        except (OSError, ValueError):
            pass  # User code may have closed it.

    def _warning(self, message):
        now = time()
        seconds = strftime("%Y-%m-%dT%H:%M:%S", gmtime(now))
        if self.is_json:
            entry = {"timestamp": seconds + "Z", "level": "WARNING", "message": message, "logger": "root"}
            return self.encode_record({**entry, "requestId": self.request_id}) + "\n"
        return "[WARNING]\t%s.%03dZ\t%s\t%s\n" % (seconds, int(now * 1000) % 1000, self.request_id, message)
