import asyncio
import json
import os
import subprocess
import sys
import threading
import time

from dispatch import Cases

case = Cases()
handler = case.handle


class PaymentError(Exception):
    def __init__(self, message, amount):
        super().__init__(message)
        self.amount = amount


class Outer:
    class InnerError(Exception):
        pass


class TextError(Exception):
    def __str__(self):
        return "a text of its own"


class BrokenError(Exception):
    def __str__(self):
        raise RuntimeError("no text")


def error(title, make):
    def run(event, context):
        raise make()

    case(title)(run)


error("an Exception", lambda: Exception("boom"))
error("an Exception without a message", Exception)
error("an Exception with an empty message", lambda: Exception(""))
error("an Exception with two arguments", lambda: Exception("one", 2))
error("an Exception with a number", lambda: Exception(5))
error("an Exception with None", lambda: Exception(None))
error("an Exception with bytes", lambda: Exception(b"bytes"))
error("an Exception with a message of many lines", lambda: Exception("first\nsecond\n  third"))
error("an Exception with characters beyond ASCII", lambda: Exception("é 漢 😀"))
error("an Exception with a lone surrogate", lambda: Exception("a\ud800b"))
error("an Exception with a NUL", lambda: Exception("a\x00b"))
error("a ValueError", lambda: ValueError("value"))
error("a KeyError", lambda: KeyError("missing"))
error("an exception of the function's own", lambda: PaymentError("declined", 12))
error("a nested exception class", lambda: Outer.InnerError("inner"))
error("an exception with a text of its own", lambda: TextError("ignored"))
error("an OSError", lambda: FileNotFoundError(2, "No such file", "/nowhere"))
error("a StopIteration", lambda: StopIteration(1))
error("a SyntaxError", lambda: SyntaxError("syntax"))
error("an ImportError", lambda: ImportError("import"))
error("an AssertionError", AssertionError)
error("a Warning", lambda: DeprecationWarning("deprecated"))
error("a UnicodeDecodeError", lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"))


@case("an error of the interpreter")
def _(event, context):
    return event.nothing


@case("a division by zero")
def _(event, context):
    return 1 / 0


@case("an error of a key")
def _(event, context):
    return event["not there"]


@case("an error in a function that is called")
def _(event, context):
    def inner():
        def innermost():
            raise ValueError("deep")

        innermost()

    inner()


@case("an error in a comprehension")
def _(event, context):
    return [1 / number for number in [1, 0]]


@case("an error in a lambda")
def _(event, context):
    return (lambda: 1 / 0)()


@case("an error over many lines")
def _(event, context):
    return (
        1
        + 2
        / 0
    )


@case("an error with a cause")
def _(event, context):
    try:
        raise KeyError("inner")
    except KeyError as inner:
        raise ValueError("outer") from inner


@case("an error while an error is handled")
def _(event, context):
    try:
        raise KeyError("inner")
    except KeyError:
        raise ValueError("outer")


@case("an error that is raised again")
def _(event, context):
    try:
        raise KeyError("again")
    except KeyError as caught:
        raise caught


@case("an error without a traceback")
def _(event, context):
    raise ValueError("bare").with_traceback(None)


@case("a RecursionError")
def _(event, context):
    def recurse():
        recurse()

    recurse()


@case("a mutual recursion")
def _(event, context):
    def one(left):
        two(left)

    def two(left):
        if left == 0:
            raise ValueError("deep enough")
        one(left - 1)

    one(5)


@case("an error of json.loads")
def _(event, context):
    return json.loads("{")


@case("an error of json.dumps")
def _(event, context):
    return json.dumps({1, 2})


@case("an error of open")
def _(event, context):
    open("/does/not/exist")


@case("an error of an import")
def _(event, context):
    import not_there


@case("an error of a name in an import")
def _(event, context):
    from os import not_there


@case("an error of eval")
def _(event, context):
    return eval("1 +")


@case("an error of exec")
def _(event, context):
    exec("def f():\n    raise ValueError('in exec')\nf()")


@case("an error of a subprocess")
def _(event, context):
    subprocess.run([sys.executable, "-c", "raise SystemExit(3)"], check=True)


@case("an error of asyncio.run")
def _(event, context):
    async def work():
        raise ValueError("in a coroutine")

    asyncio.run(work())


@case("an error in a thread")
def _(event, context):
    def work():
        raise ValueError("in a thread")

    previous, threading.excepthook = threading.excepthook, lambda arguments: print(arguments.exc_type.__name__)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    threading.excepthook = previous
    return "survived"


@case("a class that is raised")
def _(event, context):
    raise ValueError


@case("something that is no exception")
def _(event, context):
    raise "text"


@case("a class made at run time")
def _(event, context):
    raise type("Made", (Exception,), {"__module__": "elsewhere"})("made")


@case("an error with notes")
def _(event, context):
    failure = ValueError("noted")
    if hasattr(failure, "add_note"):
        failure.add_note("a note")
    raise failure


@case("an ExceptionGroup")
def _(event, context):
    raise ExceptionGroup("group", [ValueError("one"), TypeError("two")])


@case("a line before an error")
def _(event, context):
    print("before")
    raise ValueError("after")


@case("sys.exit with a number")
def _(event, context):
    sys.exit(3)


@case("sys.exit without a number")
def _(event, context):
    sys.exit()


@case("sys.exit with a text")
def _(event, context):
    sys.exit("a reason")


@case("os._exit")
def _(event, context):
    os._exit(4)


@case("os.abort")
def _(event, context):
    os.abort()


@case("a KeyboardInterrupt")
def _(event, context):
    raise KeyboardInterrupt


@case("a GeneratorExit")
def _(event, context):
    raise GeneratorExit("closing")


@case("a BaseException")
def _(event, context):
    class Base(BaseException):
        pass

    raise Base("base")


@case("a handler that takes too long")
def _(event, context):
    time.sleep(60)


@case("an invocation after all that")
def _(event, context):
    return "alive"
