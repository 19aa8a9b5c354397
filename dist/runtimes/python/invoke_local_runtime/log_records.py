"""The root logger's handler and formats."""

from time import gmtime

_TEXT_FORMAT = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n"
_TEXT_TIME_FORMAT = "%Y-%m-%dT%H:%M:%S"
_JSON_TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"

# The attributes of every record; others came through `extra`.
_OWN_ATTRIBUTES = frozenset(
    "name msg args levelname levelno pathname filename module exc_info exc_text stack_info lineno funcName created"
    " msecs relativeCreated thread threadName processName process aws_request_id tenant_id".split()
)


def configure(logging, log):
    """Gives the root logger its only handler, as Lambda does; `logging` is the module, `log` the `Log`."""

    class LambdaLoggerFilter(logging.Filter):
        def filter(self, record):
            record.aws_request_id = log.request_id
            record.tenant_id = log.tenant_id
            return True

    class LambdaLoggerHandler(logging.Handler):
        def emit(self, record):
            entry = self.format(record)
            log.write(entry if entry.endswith("\n") else entry + "\n")

    class LambdaLoggerHandlerWithFrameType(LambdaLoggerHandler):
        """The same, with the name of Lambda's handler if the format or the level is configured."""

    handler = LambdaLoggerHandlerWithFrameType() if log.is_json or log.level else LambdaLoggerHandler()
    handler.addFilter(LambdaLoggerFilter())
    logging.Formatter.converter = gmtime
    if log.is_json:
        handler.setFormatter(_json_formatter(logging, log))
    else:
        handler.setFormatter(logging.Formatter(_TEXT_FORMAT, _TEXT_TIME_FORMAT))
    root = logging.getLogger()
    if isinstance(logging.getLevelName(log.level), int):
        root.setLevel(log.level)
    root.addHandler(handler)
    log.root_logger = root


def _json_formatter(logging, log):
    class JsonFormatter(logging.Formatter):
        def format(self, record):
            as_is = isinstance(record.msg, dict) and not record.args
            level = min(50, max(0, record.levelno)) // 10 * 10
            entry = {
                "timestamp": self.formatTime(record, _JSON_TIME_FORMAT),
                "level": logging.getLevelName(level),
                "message": record.msg if as_is else record.getMessage(),
                "logger": record.name,
            }
            entry.update(_error_members(record, log))
            entry["requestId"] = record.aws_request_id
            entry["location"] = f"{record.pathname}:{record.funcName}:{record.lineno}" if record.exc_info else None
            if record.tenant_id is not None:
                entry["tenantId"] = record.tenant_id
            for name, value in record.__dict__.items():
                if name not in _OWN_ATTRIBUTES and name not in entry:
                    entry[name] = value
            return log.encode_record({name: value for name, value in entry.items() if value is not None})

    return JsonFormatter()


def _error_members(record, log):
    """The members of an entry for its record's exception. As in Lambda, they are there without an exception too, so
    that `extra` can't set them.
    """
    if not record.exc_info:
        return {"stackTrace": None, "errorType": None, "errorMessage": None}
    # As in Lambda, `exc_info=True` without an exception is an error.
    error_type, error, traceback = record.exc_info
    return {
        "stackTrace": log.stack_trace_of(traceback),
        "errorType": error_type.__name__,
        "errorMessage": str(error),
    }
