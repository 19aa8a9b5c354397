import logging
import sys
import traceback
import warnings

from dispatch import Cases

case = Cases()
handler = case.handle

logger = logging.getLogger("app")


@case("print")
def _(event, context):
    print("printed")
    print("a", 1, None, sep="-", end="!\n")
    print()


@case("print without a newline")
def _(event, context):
    print("no newline", end="")
    logging.warning("then a warning")


@case("print of many lines")
def _(event, context):
    print("first\nsecond\n")


@case("print of characters beyond ASCII")
def _(event, context):
    print("é 漢 😀")


@case("print of a lone surrogate")
def _(event, context):
    print("a\ud800b")


@case("print to standard error")
def _(event, context):
    print("to standard error", file=sys.stderr)


@case("standard output by its buffer")
def _(event, context):
    sys.stdout.buffer.write(b"by the buffer\n")
    sys.stdout.flush()


@case("writelines")
def _(event, context):
    sys.stdout.writelines(["a\n", "b\n"])


@case("what write returns")
def _(event, context):
    return [sys.stdout.write("x\n") is not None, sys.stdout.isatty(), sys.stdout.encoding.lower()]


@case("every level")
def _(event, context):
    for level in ("debug", "info", "warning", "error", "critical"):
        getattr(logging, level)("a %s", level)


@case("every level once INFO is set")
def _(event, context):
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.INFO)
    for name in ("debug", "info", "warning"):
        getattr(logging, name)("a %s", name)
    root.setLevel(level)


@case("a logger of its own")
def _(event, context):
    logger.warning("named")
    logging.getLogger("a.b.c").error("deeply named")


@case("a level of its own")
def _(event, context):
    logging.addLevelName(35, "NOTICE")
    logging.log(35, "noticed")
    logging.log(42, "numbered")


@case("a message with arguments")
def _(event, context):
    logging.warning("%s is %d of %r", "this", 1, {"a": 1})
    logging.warning("%(name)s", {"name": "by a dict"})


@case("a message with wrong arguments")
def _(event, context):
    raised, logging.raiseExceptions = logging.raiseExceptions, False
    logging.warning("%d", "text")
    logging.raiseExceptions = raised


@case("a message that is no text")
def _(event, context):
    logging.warning(None)
    logging.warning(42)
    logging.warning([1, "a"])


@case("a message that is a dict")
def _(event, context):
    logging.warning({"a": 1, "nested": {"b": [1, None]}})


@case("a message that is a dict with what is no JSON")
def _(event, context):
    logging.warning({"a": {1}, "b": object})


@case("a message that is an exception")
def _(event, context):
    logging.error(ValueError("logged"))


@case("a message of many lines")
def _(event, context):
    logging.warning("first\nsecond\n    third\n")


@case("a message of characters beyond ASCII")
def _(event, context):
    logging.warning("é 漢 😀 \x00 \x7f \u2028")


@case("an empty message")
def _(event, context):
    logging.warning("")


@case("extra members")
def _(event, context):
    logging.warning("extra", extra={"foo": 1, "bar": {"baz": [None]}, "none": None, "odd": {1}})


@case("an extra member of a name that Lambda has")
def _(event, context):
    logging.warning("extra", extra={"requestId": "mine", "level": "mine", "timestamp": "mine", "location": "mine"})


@case("an exception")
def _(event, context):
    try:
        raise ValueError("logged")
    except ValueError:
        logging.exception("failed")


@case("an exception with a cause")
def _(event, context):
    try:
        try:
            raise KeyError("inner")
        except KeyError as inner:
            raise ValueError("outer") from inner
    except ValueError:
        logger.exception("failed")


@case("exc_info without an exception")
def _(event, context):
    logging.warning("nothing", exc_info=True)


@case("exc_info with an exception")
def _(event, context):
    logging.warning("given", exc_info=ValueError("not raised"))


@case("stack_info")
def _(event, context):
    logging.warning("no stack is shown", stack_info=False)


@case("the handlers of the root logger")
def _(event, context):
    root = logging.getLogger()
    return [type(entry).__name__ for entry in root.handlers], root.level, [
        type(entry).__name__ for entry in root.handlers[0].filters
    ]


@case("basicConfig")
def _(event, context):
    logging.basicConfig(level=logging.DEBUG, format="mine: %(message)s")
    logging.debug("not shown")
    return len(logging.getLogger().handlers)


@case("a formatter of its own")
def _(event, context):
    entry = logging.getLogger().handlers[0]
    previous = entry.formatter
    entry.setFormatter(logging.Formatter("%(levelname)s %(aws_request_id)s %(message)s"))
    logging.warning("formatted")
    entry.setFormatter(previous)


@case("a handler of its own")
def _(event, context):
    own = logging.StreamHandler(sys.stdout)
    logger.addHandler(own)
    logger.warning("twice")
    logger.removeHandler(own)


@case("a logger that does not propagate")
def _(event, context):
    quiet = logging.getLogger("quiet")
    quiet.propagate = False
    quiet.warning("by the last resort")


@case("a warning of warnings")
def _(event, context):
    logging.captureWarnings(True)
    warnings.simplefilter("always")
    warnings.warn_explicit("captured", UserWarning, "app.py", 1)
    logging.captureWarnings(False)


@case("traceback.print_exc")
def _(event, context):
    try:
        raise ValueError("printed")
    except ValueError:
        traceback.print_exc()


@case("context.log")
def _(event, context):
    context.log("by the context\n")
    context.log("no newline")
    context.log({"a": 1})
    context.log("\n")


@case("a thousand lines")
def _(event, context):
    for line in range(1000):
        print("line", line)


@case("a message of 100 kB")
def _(event, context):
    logging.warning("x" * 100_000)
