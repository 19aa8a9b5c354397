"""Events and results between bytes and Python's values, as Lambda's runtime converts them.

It uses the parts in C of the standard `json`. Importing `json` itself takes a quarter of the interpreter's start,
because of the regular expressions in its pure Python version.
"""

from marshal import dumps as _dump_plain

from . import load_late
from .fault import Fault, text_of

try:
    from _json import encode_basestring, encode_basestring_ascii, make_encoder, make_scanner
except ImportError:
    from json.encoder import c_make_encoder as make_encoder
    from json.encoder import encode_basestring, encode_basestring_ascii
    from json.scanner import make_scanner

_WHITESPACE = " \t\n\r"


def _refuse_constant(name):
    raise ValueError("Expecting value: " + name + " is not JSON")


class _ScannerOptions:
    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = staticmethod(_refuse_constant)
    memo = {}


_scan_once = make_scanner(_ScannerOptions)


def decode_json(body):
    """Parses UTF-8 bytes (a byte order mark is allowed, NaN is not). Raises an Exception that says what is wrong."""
    text = body.decode("utf-8").lstrip("\ufeff").lstrip(_WHITESPACE)
    try:
        value, end = _scan_once(text, 0)
    except (StopIteration, SystemError):
        # Without the module `json`, the scanner lacks the exception class for its own message.
        raise ValueError(load_late("json_mistake").describe(text)) from None
    if end != len(text) and text[end:].strip(_WHITESPACE):
        raise ValueError(load_late("json_mistake").describe(text))
    return value


def decode_event(body, content_type):
    """The event: parsed if its content type is exactly `application/json`, else the bytes unchanged."""
    if content_type != "application/json":
        return body
    try:
        return decode_json(body)
    except Exception as error:
        raise Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {error}") from None


class Encoder:
    """Writes results. The runtimes up to Python 3.11 escape all but ASCII (`ensure_ascii`), later ones write UTF-8."""

    def __init__(self, ensure_ascii):
        self._encode_text = encode_basestring_ascii if ensure_ascii else encode_basestring

    def encode_result(self, result):
        """Returns the body, bytes or text, and its content type. Raises a Fault for values that JSON can't express."""
        if isinstance(result, bytes):
            return result, "application/unknown"
        try:
            text = self.encode(result)
        except Exception as error:
            raise Fault("Runtime.MarshalError", f"Unable to marshal response: {text_of(error)}") from None
        return text, "application/json"

    def encode(self, value):
        """Returns JSON text. A value that consists of plain types only is written by the fast way, in C.

        That way would write a namedtuple as a list, so the types are checked first: `marshal` refuses everything except
        the exact built-in types, and is several times faster than checking each value here.
        """
        try:
            _dump_plain(value)
        except ValueError:
            return load_late("exact_json").encode(value, self._encode_text)
        try:
            return self.encode_plain(value, _text_of_bytes)
        except TypeError:
            return load_late("exact_json").encode(value, self._encode_text)

    def encode_plain(self, value, default):
        """Returns JSON text as the standard library would write it; `default` converts other types."""
        return "".join(make_encoder({}, default, self._encode_text, None, ": ", ", ", False, False, True)(value, 0))


def _text_of_bytes(value):
    """Converts bytes like `simplejson`, the library of Lambda's runtime. No other type gets here."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    raise TypeError(f"Object of type {value.__class__.__name__} is not JSON serializable")
