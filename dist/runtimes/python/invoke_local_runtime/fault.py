"""The failures for which Lambda's runtime has names."""


class Fault(Exception):
    """A failure of the type `error_type`, such as `Runtime.ImportModuleError`, with the entries of its stack trace."""

    def __init__(self, error_type, message, stack_trace=()):
        self.error_type = error_type
        self.message = message
        self.stack_trace = list(stack_trace)


def text_of(error):
    """The message of any exception, even of one whose `str()` fails."""
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"
