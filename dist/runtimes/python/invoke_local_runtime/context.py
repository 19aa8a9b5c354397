"""The context object that a handler gets."""

import os
from time import time

from .fault import Fault
from .payload import decode_json

# The names of the same members in the context for Node.
_PYTHON_NAMES = {
    "awsRequestId": "aws_request_id",
    "functionName": "function_name",
    "functionVersion": "function_version",
    "invokedFunctionArn": "invoked_function_arn",
    "memoryLimitInMB": "memory_limit_in_mb",
    "logGroupName": "log_group_name",
    "logStreamName": "log_stream_name",
}


_W3C_FIELDS = ("traceparent", "tracestate", "baggage")


def _shown(instance, names):
    members = ",".join(f"{name}={getattr(instance, name, None)}" for name in names)
    return f"{type(instance).__name__}([{members}])"


class _Record:
    __slots__ = ()

    def __init__(self, members):
        for name in self.__slots__:
            setattr(self, name, members.get(name))

    def __repr__(self):
        return _shown(self, self.__slots__)


class Client(_Record):
    __slots__ = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")


class ClientContext(_Record):
    __slots__ = ("custom", "env", "client")

    def __init__(self, members):
        super().__init__(members)
        if self.client is not None:
            self.client = Client(self.client)


class CognitoIdentity(_Record):
    __slots__ = ("cognito_identity_id", "cognito_identity_pool_id")


class LambdaContext:
    def __init__(self, headers, write_log):
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers.get("lambda-runtime-invoked-function-arn")
        client_context = _parse_header(headers, "lambda-runtime-client-context", "Client Context")
        self._w3c_fields = _taken_w3c(client_context)
        self.client_context = None if client_context is None else ClientContext(client_context)
        identity = _parse_header(headers, "lambda-runtime-cognito-identity", "Cognito Identity") or {}
        self.identity = CognitoIdentity(
            {
                "cognito_identity_id": identity.get("cognitoIdentityId"),
                "cognito_identity_pool_id": identity.get("cognitoIdentityPoolId"),
            }
        )
        self.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
        self._epoch_deadline_time_in_ms = int(headers.get("lambda-runtime-deadline-ms", "0"))
        self._write_log = write_log
        extra_members = _parse_header(headers, "invoke-local-context", "Context") or {}
        for name, value in extra_members.items():
            setattr(self, _PYTHON_NAMES.get(name, name), value)

    def get_remaining_time_in_millis(self):
        return max(0, self._epoch_deadline_time_in_ms - int(time() * 1000))

    def w3c(self):
        """The trace context of the W3C that came with the client context."""
        return dict(self._w3c_fields)

    def log(self, msg):
        """Writes to the log unchanged, without adding a newline."""
        self._write_log(str(msg))

    def __repr__(self):
        return _shown(self, [name for name in self.__dict__ if not name.startswith("_")])


def _taken_w3c(client_context):
    """Removes the trace context from the client context, and returns its known members that are strings."""
    fields = client_context.pop("w3c", None) if isinstance(client_context, dict) else None
    if not isinstance(fields, dict):
        return {}
    return {name: fields[name] for name in _W3C_FIELDS if isinstance(fields.get(name), str)}


def _parse_header(headers, name, title):
    text = headers.get(name)
    if not text:
        return None
    try:
        return decode_json(text.encode("latin-1"))
    except Exception as error:
        raise Fault("Runtime.LambdaContextUnmarshalError", f"Unable to parse {title} JSON: {error}") from None
