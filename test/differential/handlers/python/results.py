import collections
import datetime
import decimal
import enum
import fractions
import uuid
from dataclasses import dataclass
from types import SimpleNamespace

from dispatch import Cases

case = Cases()
handler = case.handle

Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    LOW = 1


class Word(str, enum.Enum):
    ONE = "one"


class Text(str):
    pass


class Whole(int):
    pass


class Real(float):
    pass


class Record(dict):
    pass


class Items(list):
    pass


class Jsonable:
    def for_json(self):
        return {"for": "json"}

    def __json__(self):
        return "json"


class Iterable:
    def __iter__(self):
        return iter([1, 2])


@dataclass
class Data:
    x: int = 1


class Stringy:
    def __str__(self):
        return "text"


class Namedish:
    def _asdict(self):
        return {"as": "dict"}


circular = {}
circular["self"] = circular
circular_list = []
circular_list.append(circular_list)


def result(title, value):
    case(title)(lambda event, context: value)


result("None", None)
result("True", True)
result("False", False)
result("zero", 0)
result("a negative number", -1)
result("a number beyond 64 bits", 2**80)
result("minus zero", -0.0)
result("a fraction", 0.1 + 0.2)
result("a whole float", 1.0)
result("a large float", 1e22)
result("a small float", 1e-7)
result("NaN", float("nan"))
result("Infinity", [float("inf"), -float("inf")])
result("an empty string", "")
result("a string", "text")
result("a string with every kind of escape", '"\\\b\f\n\r\t\x00\x1f\x7f\u2028\u2029/')
result("characters beyond ASCII", "é ß 漢 😀")
result("a lone surrogate", "a\ud800b")
result("a lone surrogate in a key", {"\udc00": 1})
result("an empty dict", {})
result("an empty list", [])
result("an empty tuple", ())
result("a tuple", (1, (2, 3)))
result("a nested list", [[[[1]]]])
result("a dict in its order", {"b": 1, "a": 2})
result("a dict with keys of many kinds", {1: "a", 1.5: "b", None: "c", True: "d", False: "e", "x": "f"})
result("a dict with a tuple for a key", {(1, 2): 1})
result("a dict with bytes for a key", {b"k": 1})
result("a dict with a Decimal for a key", {decimal.Decimal("1.5"): 1})
result("a dict with an enum for a key", {Level.LOW: 1, Word.ONE: 2})
result("a dict with NaN for a key", {float("nan"): 1})
result("a namedtuple", Point(1, Point(2, 3)))
result("namedtuples in a list", [Point(1, 2), {"p": Point(3, 4)}])
result("an OrderedDict", collections.OrderedDict([("b", 1), ("a", 2)]))
result("a defaultdict", collections.defaultdict(list, {"a": [1]}))
result("a Counter", collections.Counter("aab"))
result("a deque", collections.deque([1, 2]))
result("a ChainMap", collections.ChainMap({"a": 1}))
result("a set", {1})
result("a frozenset", frozenset([1]))
result("a range", range(3))
result("a generator", (n for n in [1, 2]))
result("an iterator", iter([1, 2]))
result("an iterable", Iterable())
result("a map", map(str, [1]))
result("the keys of a dict", {"a": 1}.keys())
result("a Decimal", decimal.Decimal("1.10"))
result("Decimals in a dict", {"a": [decimal.Decimal("1E+3"), decimal.Decimal("-0"), decimal.Decimal("0E-8")]})
result("a Decimal that is not a number", [decimal.Decimal("NaN"), decimal.Decimal("-NaN"), decimal.Decimal("sNaN")])
result("an infinite Decimal", [decimal.Decimal("Infinity"), decimal.Decimal("-Infinity")])
result("a Fraction", fractions.Fraction(1, 3))
result("a complex number", 1j)
result("a datetime", datetime.datetime(2026, 1, 31))
result("a date in a dict", {"on": datetime.date(2026, 1, 31)})
result("a timedelta", datetime.timedelta(1))
result("a UUID", uuid.UUID(int=1))
result("bytes", b"raw \xff bytes")
result("empty bytes", b"")
result("bytes that are JSON", b'{"a": 1}')
result("bytes in a dict", {"a": b"text"})
result("bytes in a list that are no UTF-8", [b"\xff"])
result("a bytearray", bytearray(b"x"))
result("a memoryview", memoryview(b"x"))
result("an Enum", Color.RED)
result("an IntEnum", Level.LOW)
result("an enum of strings", Word.ONE)
result("a subclass of str", Text("sub"))
result("a subclass of int", Whole(3))
result("a subclass of float", Real(1.5))
result("a subclass of dict", Record(a=1))
result("a subclass of list", Items([1]))
result("a dataclass", Data())
result("a SimpleNamespace", SimpleNamespace(a=1))
result("an object", object())
result("an object with a text", Stringy())
result("an object with for_json", Jsonable())
result("an object with _asdict", Namedish())
result("a class", Point)
result("a function", len)
result("a module", collections)
result("an exception as a result", ValueError("returned"))
result("an Ellipsis", ...)
result("a circular dict", circular)
result("a circular list", circular_list)
result("a list that is twice in a dict", (lambda items: {"a": items, "b": items})([1]))
result("a string of a mebibyte", "x" * 2**20)
result("ten thousand numbers", list(range(10_000)))
result("a response for an HTTP integration", {"statusCode": 200, "headers": {"a": "b"}, "body": "ok"})


@case("a deeply nested list")
def _(event, context):
    value = []
    for _ in range(100):
        value = [value]
    return value


@case("a list nested beyond the recursion limit")
def _(event, context):
    value = []
    for _ in range(100_000):
        value = [value]
    return value


@case("a coroutine")
def _(event, context):
    async def work():
        return 1

    coroutine = work()
    coroutine.close()
    return coroutine


@case("an object whose text can't be had")
def _(event, context):
    class Broken:
        def __repr__(self):
            raise RuntimeError("no text")

    return Broken()


@case("the event itself")
def _(event, context):
    return event
