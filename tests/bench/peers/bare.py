"""The limit: applications that hand out an answer which they have had since their start.

ANSWER names a folder with `head.json` (status and headers) and `body`: what our site itself answered.
"""

import json
import os
from pathlib import Path

_folder = Path(os.environ["ANSWER"])
_head = json.loads((_folder / "head.json").read_text())
BODY = (_folder / "body").read_bytes()
STATUS, HEADERS = _head["status"], [tuple(pair) for pair in _head["headers"]]
CODE, RAW = int(STATUS.split()[0]), [(name.lower().encode(), value.encode()) for name, value in HEADERS]


def application(environ, start_response):
    start_response(STATUS, HEADERS)
    return [BODY]


async def asgi(scope, receive, send):
    if scope["type"] == "lifespan":
        for step in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{step}.complete"})
        return
    await send({"type": "http.response.start", "status": CODE, "headers": RAW})
    await send({"type": "http.response.body", "body": BODY})
