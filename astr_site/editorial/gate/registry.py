"""Which checks there are, and for which kinds of content."""

CHECKS = []


def check(*models):
    """Register a function over a manuscript as a check of these content models, of all without any."""

    def register(function):
        CHECKS.append((models, function))
        return function

    return register


def checks_for(model):
    """Return the checks of a content model, in the order in which they were registered."""
    return [function for models, function in CHECKS if not models or issubclass(model, models)]
