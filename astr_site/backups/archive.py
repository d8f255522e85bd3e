"""The archive itself: entries with their checksums, the manifest last; written and read as a stream."""

import hashlib
import io
import json
import tarfile
import time
from pathlib import PurePosixPath

MANIFEST = "manifest.json"
FORMAT = 1
FOLDERS = ("database", "media", "stories")
FILES = ("settings.json", MANIFEST)


class Damaged(Exception):
    """A sentence about what is wrong with an archive."""


class Hashed:
    """Reads another file, at most `size` bytes, and keeps their checksum."""

    def __init__(self, file, size):
        self.file, self.left, self.sum = file, size, hashlib.sha256()

    def read(self, size=-1):
        data = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(data)
        self.sum.update(data)
        return data


class Writer:
    """Writes entries into a stream; `finish` adds the manifest."""

    def __init__(self, stream):
        self.tar = tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - finish closes it
        self.entries = {}

    def add(self, name, file, size):
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o600, int(time.time())
        source = Hashed(file, size)
        self.tar.addfile(info, source)
        self.entries[name] = {"bytes": size, "sha256": source.sum.hexdigest()}

    def add_bytes(self, name, data):
        self.add(name, io.BytesIO(data), len(data))

    def add_path(self, name, path):
        with path.open("rb") as file:
            self.add(name, file, path.stat().st_size)

    def finish(self, about):
        manifest = {"format": FORMAT, **about, "entries": self.entries}
        self.add_bytes(MANIFEST, json.dumps(manifest, indent=1).encode())
        self.tar.close()


def unpack(stream, folder):
    """Unpack into an empty folder and return the manifest, once every entry is what it says.

    Raises Damaged, also for an archive that was cut off or that holds anything else.
    """
    found = {}
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                name = safe(member, found)
                found[name] = write(tar.extractfile(member), folder / name)
        while stream.read(2**20):  # What is encrypted is proven only at its very end.
            pass
    except (tarfile.TarError, EOFError, OSError) as problem:
        raise Damaged(f"The backup cannot be read to its end ({problem}).") from problem
    if MANIFEST not in found:
        raise Damaged("The backup has no manifest: it was cut off, or it is no backup of this site.")
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        kind, said = manifest["format"], manifest["entries"]
    except (ValueError, KeyError, TypeError) as problem:
        raise Damaged("The manifest of the backup cannot be understood.") from problem
    if kind != FORMAT:
        raise Damaged(f"The backup is of format {kind}, which this version of the site does not know.")
    del found[MANIFEST]
    if wrong := sorted(name for name in said.keys() | found.keys() if said.get(name) != found.get(name)):
        raise Damaged(f"{len(wrong)} entries of the backup are not what its manifest says, such as {wrong[0]}.")
    return manifest


def safe(member, found):
    """Return the entry's name; one that could be written outside its folder is refused."""
    path = PurePosixPath(member.name)
    known = path.parts[:1] in [(folder,) for folder in FOLDERS] if len(path.parts) > 1 else member.name in FILES
    if not member.isreg() or not known or ".." in path.parts or path.is_absolute() or member.name in found:
        raise Damaged(f"The backup holds an entry that no backup of this site has: {member.name}.")
    return member.name


def write(source, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as target:
        while data := source.read(2**20):
            digest.update(data)
            size += len(data)
            target.write(data)
    return {"bytes": size, "sha256": digest.hexdigest()}
