"""Explains what is wrong with a text that is not JSON."""


def describe(text):
    """Returns the standard library's message for it."""
    try:
        from json.decoder import JSONDecoder

        JSONDecoder().decode(text)
    except ValueError as error:
        return str(error)
    except Exception:
        pass  # A module of the user may have replaced the standard `json`.
    return "Expecting value"
