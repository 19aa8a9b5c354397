"""Events and results between bytes and Python's values, as Lambda's runtime converts them.

Works on the C parts that the standard `json` is built of: `json` itself costs a quarter of the interpreter's start,
through the regular expressions of its pure Python twin.
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
    """Parses UTF-8 bytes (a byte order mark is allowed, NaN is not). Raises an Exception that tells what is wrong."""
    text = body.decode("utf-8").lstrip("\ufeff").lstrip(_WHITESPACE)
    try:
        value, end = _scan_once(text, 0)
    except (StopIteration, SystemError):
        # Without the module `json` the scanner has no exception class to raise its own message in.
        raise ValueError(load_late("json_mistake").describe(text)) from None
    if end != len(text) and text[end:].strip(_WHITESPACE):
        raise ValueError(load_late("json_mistake").describe(text))
    return value


def decode_event(body, content_type):
    """The event: parsed when it is declared as exactly `application/json`, else the bytes as they are."""
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
        """Returns the body, bytes or text, and its content type. Raises a Fault for what JSON has no notation for."""
        if isinstance(result, bytes):
            return result, "application/unknown"
        try:
            text = self.encode(result)
        except Exception as error:
            raise Fault("Runtime.MarshalError", f"Unable to marshal response: {text_of(error)}") from None
        return text, "application/json"

    def encode(self, value):
        """Returns JSON text. What is made of the plain types alone takes the fast way, in C.

        That way takes a namedtuple for a list, so what it is made of is proved first: `marshal` refuses all but the
        exact built-in types, and it is several times faster than a look at each value from here would be.
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
    """What `simplejson` makes of bytes, which is the library that Lambda's runtime uses. Nothing else comes here."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    raise TypeError(f"Object of type {value.__class__.__name__} is not JSON serializable")
