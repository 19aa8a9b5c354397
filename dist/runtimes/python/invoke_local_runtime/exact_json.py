"""JSON of values that are not all of the plain built-in types: decimals, namedtuples and subclasses at any depth."""

_INFINITY = float("inf")


def encode(value, encode_text):
    """Returns JSON text; `encode_text` writes strings. Raises TypeError or ValueError for values that JSON can't
    express.
    """
    parts = []
    write = parts.append
    open_containers = set()

    def write_value(value):
        if isinstance(value, str):
            write(encode_text(value))
        elif isinstance(value, bytes):
            write(encode_text(value.decode("utf-8")))
        elif value is None:
            write("null")
        elif value is True:
            write("true")
        elif value is False:
            write("false")
        elif isinstance(value, int):
            write(int.__repr__(value))
        elif isinstance(value, float):
            write(_float_text(value))
        else:
            write_container(value)

    def write_container(value):
        identity = id(value)
        if identity in open_containers:
            raise ValueError("Circular reference detected")
        open_containers.add(identity)
        as_dict = getattr(value, "_asdict", None)
        if callable(as_dict) and not isinstance(value, type):
            fields = as_dict()
            if not isinstance(fields, dict):
                raise TypeError(f"_asdict() must return a dict, not {type(fields).__name__}")
            write_object(fields)
        elif isinstance(value, dict):
            write_object(value)
        elif isinstance(value, (list, tuple)):
            write_array(value)
        elif _is_decimal(value):
            write("NaN" if value.is_nan() else str(value))
        else:
            raise TypeError(f"Object of type {value.__class__.__name__} is not JSON serializable")
        open_containers.discard(identity)

    def write_object(members):
        separator = "{"
        for key, member in members.items():
            write(separator)
            write(encode_text(key if isinstance(key, str) else _key_text(key)))
            write(": ")
            write_value(member)
            separator = ", "
        write("}" if separator == ", " else "{}")

    def write_array(items):
        separator = "["
        for item in items:
            write(separator)
            write_value(item)
            separator = ", "
        write("]" if separator == ", " else "[]")

    write_value(value)
    return "".join(parts)


def _float_text(value):
    if value != value:
        return "NaN"
    if value == _INFINITY:
        return "Infinity"
    if value == -_INFINITY:
        return "-Infinity"
    return float.__repr__(value)


def _key_text(key):
    if isinstance(key, bytes):
        return key.decode("utf-8")
    if key is None:
        return "null"
    if key is True:
        return "true"
    if key is False:
        return "false"
    if isinstance(key, int):
        return int.__repr__(key)
    if isinstance(key, float):
        return _float_text(key)
    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")


def _is_decimal(value):
    # Checked by name, so that `decimal` need not be imported for it.
    return any(c.__name__ == "Decimal" and c.__module__ in ("decimal", "_pydecimal") for c in type(value).__mro__)
