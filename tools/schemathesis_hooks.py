"""What schemathesis does not know by itself: JSON Lines, and that one run may ask as several people."""

import itertools
import json
import os

import schemathesis

TOKENS = [token for token in os.environ.get("LOTSE_TOKENS", "").split(",") if token]
TURNS = itertools.cycle(TOKENS)


@schemathesis.serializer("application/x-ndjson")
def lines(_context, value):
    """openapi.json describes JSON Lines by one of their lines."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


if TOKENS:

    @schemathesis.hook
    def before_call(_context, case, _kwargs):
        """Each request as the next of those whose tokens are given."""
        case.headers["Authorization"] = f"Bearer {next(TURNS)}"
