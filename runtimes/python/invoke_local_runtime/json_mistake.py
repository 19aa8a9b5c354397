"""What is wrong with a text that is not JSON."""


def describe(text):
    """Returns the message that the standard library has for it."""
    try:
        from json.decoder import JSONDecoder

        JSONDecoder().decode(text)
    except ValueError as error:
        return str(error)
    except Exception:
        pass  # A module of the user's own may stand where the standard `json` was expected.
    return "Expecting value"
