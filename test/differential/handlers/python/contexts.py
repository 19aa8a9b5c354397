import os
import sys

from dispatch import Cases

case = Cases()
handler = case.handle

at_import = {"trace": os.environ.get("_X_AMZN_TRACE_ID"), "keys": sorted(os.environ)}
counts = [0]

MEMBERS = (
    "aws_request_id log_group_name log_stream_name function_name memory_limit_in_mb function_version"
    " invoked_function_arn tenant_id"
).split()


@case("the values of the context")
def _(event, context):
    return {name: getattr(context, name) for name in MEMBERS}


@case("the public members of the context")
def _(event, context):
    return sorted(name for name in dir(context) if not name.startswith("_"))


@case("the types of the context")
def _(event, context):
    return [type(context).__name__, type(context.identity).__name__, type(context.client_context).__name__]


@case("the text of the context")
def _(event, context):
    return [repr(context), str(context.identity), str(context.client_context)]


@case("the remaining time")
def _(event, context):
    left = context.get_remaining_time_in_millis()
    return [isinstance(left, int), 0 < left <= 3000, context.get_remaining_time_in_millis() <= left]


@case("the deadline")
def _(event, context):
    return isinstance(context._epoch_deadline_time_in_ms, int)


@case("the client context")
def _(event, context):
    if context.client_context is None:
        return "none"
    client = context.client_context.client
    return [
        context.client_context.custom,
        context.client_context.env,
        client and [client.installation_id, client.app_title, client.app_version_name, client.app_package_name],
    ]


@case("the identity")
def _(event, context):
    return [context.identity.cognito_identity_id, context.identity.cognito_identity_pool_id]


@case("the trace context of the W3C")
def _(event, context):
    return context.w3c()


@case("a context that is changed")
def _(event, context):
    context.own = 1
    context.function_name = "changed"
    return [context.own, context.function_name]


@case("the trace")
def _(event, context):
    return os.environ.get("_X_AMZN_TRACE_ID")


@case("the environment at import")
def _(event, context):
    return at_import


@case("the environment in the handler")
def _(event, context):
    return {name: value for name, value in os.environ.items() if name != "AWS_LAMBDA_RUNTIME_API"}


@case("the working directory")
def _(event, context):
    return os.getcwd() == os.environ["LAMBDA_TASK_ROOT"]


@case("the task root on the search path")
def _(event, context):
    return os.environ["LAMBDA_TASK_ROOT"] in [os.path.abspath(folder) for folder in sys.path]


@case("state that is kept")
def _(event, context):
    counts[0] += 1
    return counts[0] > 0


@case("the types of an event")
def _(event, context):
    return type(event).__name__


@case("the encodings")
def _(event, context):
    return [sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.stdout.encoding.lower(), sys.stderr.errors]


@case("the tenant in the log")
def _(event, context):
    import logging

    logging.error("of a tenant")
    return context.tenant_id
