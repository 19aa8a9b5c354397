"""Initialises the function, then serves its invocations until the process is stopped."""

import os
import sys
from sys import __excepthook__ as show_exception

from . import OWN_FILES, load_late
from .context import LambdaContext
from .crash_notes import note_exit, take_crash_notes
from .fault import Fault, text_of
from .handler import load_handler
from .log import Log
from .logging_hook import configure_logging_when_imported
from .payload import Encoder, decode_event
from .runtime_client import ConnectionLost, RuntimeClient
from .search_path import set_search_path
from .streams import unbuffer_standard_streams

# Lambda's message goes on about updates of the managed runtime, which is not true here.
_INIT_WARNING = "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code."

# Names the folder that takes the coverage of the code, if it is measured. The function does not see it.
_COVERAGE = "INVOKE_LOCAL_COVERAGE"


# Names the host and the port of the gateway that stands between the function and AWS, and the token for it, if there is
# one. The function does not see it.
_GATEWAY = "INVOKE_LOCAL_AWS_GATEWAY"

# Shows the Runtime API that this process belongs to its sandbox. The function does not see it.
_TOKEN = "INVOKE_LOCAL_TOKEN"

# Names the descriptor of an open connection to the Runtime API, if there is one. The function does not see it.
CONNECTION = "INVOKE_LOCAL_CONNECTION"

# Says how long this process has waited to be told what it is for, in ms. The function does not see it.
IDLE = "INVOKE_LOCAL_IDLE_MS"

# Says that this process was started before it was known what for. Once it has been told, that is gone.
_FORERUNNER = "INVOKE_LOCAL_FORERUNNER"


def main():
    if _FORERUNNER in os.environ:
        # An interpreter that has not looked for its first module in PYTHONPATH.
        sys.path[:] = [folder for folder in sys.path if folder != os.environ.get("PYTHONPATH")]
        load_late("forerunner").await_environment()
    try:
        client = _connect(os.environ)
    except (KeyError, ValueError, OSError):
        sys.exit("bootstrap.py needs a Lambda Runtime API at the address in AWS_LAMBDA_RUNTIME_API.")
    notes = take_crash_notes()
    try:
        _run(client)
    except ConnectionLost as error:
        _leave(str(error))
    except BaseException as error:
        if notes is not None and isinstance(error, SystemExit):
            note_exit(notes, error)
        # An exit or an interrupt ends the process as usual, but only the user's own frames are shown.
        if sys.excepthook is show_exception:
            sys.excepthook = _show_user_frames
        raise


def _connect(environment):
    address = environment["AWS_LAMBDA_RUNTIME_API"]
    token = environment.pop(_TOKEN, None)
    descriptor = environment.pop(CONNECTION, None)
    idle_ms = environment.pop(IDLE, None)
    return RuntimeClient(address, token, None if descriptor is None else int(descriptor), idle_ms)


def _run(client):
    version = _declared_version()
    encoder = Encoder(ensure_ascii=version < (3, 12))
    log = Log(unbuffer_standard_streams(), encoder)
    gateway = os.environ.pop(_GATEWAY, None)
    if gateway is not None:
        load_late("caller_trace").send_caller_traces(gateway)
    set_search_path(os.environ.get("LAMBDA_TASK_ROOT") or os.getcwd(), "%d.%d" % version)
    configure_logging_when_imported(log)
    _leave_no_bytecode()
    coverage = os.environ.pop(_COVERAGE, None)
    if coverage is not None:
        load_late("coverage_data").measure_coverage(coverage)
    early = frozenset(sys.modules)
    handler = _initialise(client, encoder, log)
    environment = os.environ
    loaded = ""
    while True:
        headers, body = client.next_invocation(loaded)
        _set_trace_id(environment, headers.get("lambda-runtime-trace-id"))
        _invoke(client, encoder, log, handler, headers, body)
        loaded = load_late("loaded_files").loaded_files_header(early, OWN_FILES)


def _leave_no_bytecode():
    """Leaves the service's folder unchanged. In Lambda it is read-only, so no `__pycache__` is written there; an
    existing one is used.
    """
    if sys.pycache_prefix is None:
        sys.dont_write_bytecode = True


def _declared_version():
    """The version of Python that the function declares, else the one that runs."""
    _, found, version = os.environ.get("AWS_EXECUTION_ENV", "").partition("AWS_Lambda_python")
    major, _, minor = version.partition(".")
    return (int(major), int(minor)) if found and major.isdigit() and minor.isdigit() else sys.version_info[:2]


def _initialise(client, encoder, log):
    try:
        return load_handler(os.environ["_HANDLER"])
    except Exception as error:
        report = _error_object(error, "", log)
    log.warn(_INIT_WARNING)
    log.write_error(report)
    client.post_init_error(encoder.encode(report).encode("utf-8"), report["errorType"])
    sys.exit(1)


def _invoke(client, encoder, log, handler, headers, body):
    request_id = log.request_id = headers["lambda-runtime-aws-request-id"]
    log.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
    try:
        context = LambdaContext(headers, log.write)
        event = decode_event(body, headers.get("content-type"))
        result, content_type = encoder.encode_result(handler(event, context))
        log.flush()
    except Exception as error:
        report = _error_object(error, request_id, log)
    else:
        report = None
    # An unpaired surrogate, which UTF-8 can't encode, ends the process, as in Lambda.
    if report is None:
        client.post_response(request_id, result if isinstance(result, bytes) else result.encode("utf-8"), content_type)
    else:
        log.flush()
        log.write_error(report)
        client.post_error(request_id, encoder.encode(report).encode("utf-8"))


def _error_object(error, request_id, log):
    """The error for the caller, with its members in Lambda's order."""
    if isinstance(error, Fault):
        error_type, message, stack_trace = error.error_type, error.message, error.stack_trace
    else:
        error_type, message, stack_trace = type(error).__name__, text_of(error), _stack_trace_of(error, log)
    return {"errorMessage": message, "errorType": error_type, "requestId": request_id, "stackTrace": stack_trace}


def _stack_trace_of(error, log):
    try:
        return log.stack_trace_of(error.__traceback__)
    except Exception:
        return []  # User code may have used up nearly all of the stack. The error itself is still reported.


def _set_trace_id(environment, trace_id):
    if trace_id is not None:
        environment["_X_AMZN_TRACE_ID"] = trace_id
    else:
        environment.pop("_X_AMZN_TRACE_ID", None)


def _show_user_frames(error_type, error, traceback):
    """Prints an exception without the frames of the bootstrap, unless there are no others."""
    user_frames = traceback
    while user_frames is not None and user_frames.tb_frame.f_code.co_filename.startswith(OWN_FILES):
        user_frames = user_frames.tb_next
    shown = traceback if user_frames is None else user_frames
    show_exception(error_type, error.with_traceback(shown), shown)


def _leave(reason):
    """Ends the process without waiting for the user's threads, since the other side is gone."""
    try:
        if reason:
            sys.__stderr__.write(f"invoke-local: {reason}\n")
    finally:
        os._exit(1)
