"""Builds and runs the container by hand, where no engine is: `python -m tests.operation.container`, as root, on Linux.

Each step of the Dockerfile runs in a chroot over this machine's own system, whose changes vanish afterwards; then the
site runs in it as the container would: nobody's root, without capabilities, read-only but for /data and /tmp, beside a
PostgreSQL, a Redis and a bucket of their own. It takes the place of “FROM” only; minutes, and the package index.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from astr_site.environment import ROOT
from tests.commands import free_port
from tests.servers import ask, wait_for
from tests.services import bucket, postgres, redis

from . import dockerfile

INSIDE = "inside a mount namespace"
# Found before the container's own PATH holds, which does not name where Debian keeps it.
CHROOT = shutil.which("chroot", path=f"{os.environ['PATH']}:/usr/sbin")


def mount(*words):
    subprocess.run(["mount", *words], check=True)


class Chroot:
    def __init__(self, place):
        self.place, self.root = place, place / "root"
        self.cwd, self.env, self.user = "/", {name: os.environ[name] for name in os.environ if passes(name)}, "0:0"
        for name in ("changes", "work", "root"):
            (place / name).mkdir()
        mount("-t", "overlay", "site", "-o", f"lowerdir=/,upperdir={place}/changes,workdir={place}/work", self.root)
        for name in ("proc", "dev"):
            mount("--rbind", f"/{name}", self.root / name)
        # Where this machine's Python lies in root's home, a container's would not.
        (self.root / "root").chmod(0o711)

    def words(self, command):
        lead = [CHROOT, f"--userspec={self.user}", str(self.root)]
        if self.user != "0:0":
            lead += ["setpriv", "--no-new-privs", "--inh-caps=-all"]
        return [*lead, "sh", "-c", f"cd {self.cwd} && exec {command}"]

    def run(self, command):
        return subprocess.run(self.words(command), env=self.env, capture_output=True, text=True)

    def step(self, word, rest):
        if word == "RUN":
            done = self.run(rest)
            assert done.returncode == 0, done.stdout + done.stderr
        elif word == "WORKDIR":
            self.cwd = rest
            (self.root / rest[1:]).mkdir(parents=True, exist_ok=True)
        elif word == "ENV":
            self.env |= dict(pair.split("=", 1) for pair in shlex.split(rest))
        elif word == "USER":
            self.user = rest
        elif word == "COPY" and not rest.startswith("--from"):
            source = rest.split()[0]
            for path in dockerfile.context():
                if source in (".", str(path)):
                    target = self.root / self.cwd[1:] / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / path, target)

    def close(self):
        """From here on only /data and /tmp can be written to, as with `read_only` and `tmpfs` in compose.yaml."""
        data = self.place / "data"
        shutil.copytree(self.root / "data", data)
        shutil.chown(data, *map(int, self.user.split(":")))
        mount("-o", "remount,ro", self.root)
        mount("--bind", data, self.root / "data")
        mount("-t", "tmpfs", "-o", "mode=1777", "tmp", self.root / "tmp")


def passes(name):
    return name in {"PATH", "LANG"} or name.startswith("PIP_") or name.lower().endswith("_proxy")


def prove(chroot, services):
    port = free_port()
    chroot.env |= services | {"HOST": "127.0.0.1", "PORT": str(port)}
    url = f"http://127.0.0.1:{port}/"
    begun = time.monotonic()
    site = subprocess.Popen(chroot.words(shlex.join(dockerfile.command("CMD"))), env=chroot.env)
    try:
        wait_for(url, patience=300)
        print(f"· answers after {time.monotonic() - begun:.0f} s, from empty services")
        assert ask(url).status == 200
        health = chroot.run(shlex.join(dockerfile.command("HEALTHCHECK")))
        assert health.returncode == 0, health.stderr
        status = dict(line.split(":\t", 1) for line in Path(f"/proc/{site.pid}/status").read_text().splitlines())
        assert set(status["Uid"].split()) == {"10001"}
        assert int(status["CapEff"], 16) == 0
        assert status["NoNewPrivs"] == "1"
        for place, may in (("/site/x", False), ("/venv/x", False), ("/etc/x", False), ("/data/x", True)):
            assert (chroot.run(f"touch {place}").returncode == 0) is may, place
        assert chroot.run("test -e /site/tests -o -e /site/.env -o -e /site/.git").returncode == 1
        print("· health check passes; uid 10001, no capability, no new privileges; writes to /data and /tmp only")
    finally:
        begun = time.monotonic()
        site.terminate()
        site.wait(timeout=40)
    print(f"· stops within {time.monotonic() - begun:.1f} s, with {site.returncode}")
    assert site.returncode == 0
    assert chroot.run(shlex.join(dockerfile.command("HEALTHCHECK"))).returncode != 0
    print("· then the health check fails")


def main():
    with tempfile.TemporaryDirectory(prefix="astr-container-") as place:
        mount("-t", "tmpfs", "container", place)
        try:
            chroot = Chroot(Path(place))
            for word, rest in dockerfile.instructions():
                print(f"{word} {rest[:100]}", flush=True)
                chroot.step(word, rest)
            chroot.close()
            with postgres() as database, redis() as cache, bucket() as stories:
                addresses = {"DATABASE_URL": database.database("clinic"), "CACHE_URL": cache.url}
                prove(chroot, addresses | {"STORIES_URL": stories.url})
        finally:
            subprocess.run(["umount", "--recursive", "--lazy", place], check=True)


if __name__ == "__main__":
    if os.geteuid() != 0:
        raise SystemExit("Mounting takes root.")
    if sys.argv[1:] != [INSIDE]:
        words = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", "tests.operation.container"]
        raise SystemExit(subprocess.run([*words, INSIDE], cwd=ROOT).returncode)
    main()
