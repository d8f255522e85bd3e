"""One answer of a server, to compare with others and to be handed out by the bare ones."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3

# What browsers of this year say; every candidate is asked with it.
ACCEPTED = {"Accept-Encoding": "gzip, deflate, br, zstd"}
# What each server writes itself, or what must not be written twice.
OF_THE_SERVER = {"connection", "date", "server", "transfer-encoding", "keep-alive"}


@dataclass
class Answer:
    status: str
    headers: list
    body: bytes

    def header(self, name):
        return next((value for each, value in self.headers if each.lower() == name.lower()), "")

    def keep(self, folder):
        """Write it where bare.py reads it."""
        folder.mkdir(exist_ok=True)
        (folder / "head.json").write_text(json.dumps({"status": self.status, "headers": self.headers}))
        (folder / "body").write_bytes(self.body)
        return folder


def ask(url, **headers):
    """Return the answer with its bytes as they travel, not unpacked."""
    parts = urlsplit(url)
    with urllib3.HTTPConnectionPool(parts.netloc) as pool:
        response = pool.request("GET", parts.path, headers=headers, redirect=False, retries=False, decode_content=False)
    told = [(name, value) for name, value in response.headers.items() if name.lower() not in OF_THE_SERVER]
    return Answer(f"{response.status} {response.reason}", told, response.data)
