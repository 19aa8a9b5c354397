"""The failures that Lambda's runtime itself has names for."""


class Fault(Exception):
    """A failure of the type `error_type`, such as `Runtime.ImportModuleError`, with the entries of its stack trace."""

    def __init__(self, error_type, message, stack_trace=()):
        self.error_type = error_type
        self.message = message
        self.stack_trace = list(stack_trace)


def text_of(error):
    """The message of any exception, also of one whose own text can't be had."""
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"
