"""What the site can stand beside, each started on this machine for one test: PostgreSQL, Redis, a bucket, nginx."""

import logging
import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import boto3
import psycopg
from moto.server import ThreadedMotoServer

from astr_site.environment import ROOT

from .commands import free_port
from .servers import running, wait_for

BUCKET = "stories"
NGINX_FILE, CADDY_FILE = (ROOT / ".readme/operation" / name for name in ("nginx.conf", "Caddyfile"))
PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin"
NGINX = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  types {{ }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


class Missing(Exception):
    """Says which program to install."""


def program(name):
    found = shutil.which(name, path=f"{os.environ['PATH']}:{PLACES}")
    if not found:
        raise Missing(f"No {name}: “.ci/programs” installs it or says how.")
    return found


@contextmanager
def nginx(site, stories, folder):
    """Run nginx in front of a site, with our file but for its certificate, and yield its address."""
    with nginx_in(folder, lambda _folder, listen: fitted(NGINX_FILE, site, stories, listen)) as (address, _pid):
        yield address


@contextmanager
def nginx_in(folder, site, path="/robots.txt", *words):
    """Run nginx in a folder, with the file that `site` makes of the folder and of where to listen.

    Yields its address and its process.
    """
    port = free_port()
    # Started by root, nginx becomes somebody who may not read the folders of a test.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user))
    (folder / "site.conf").write_text(site(folder, f"127.0.0.1:{port}"))
    words = ["-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf", *words]
    with running([program("nginx"), *words]) as process:
        wait_for(f"http://127.0.0.1:{port}{path}")
        yield f"http://127.0.0.1:{port}", process.pid


def fitted(file, site, stories, listen):
    """Return a file of a server in front, for a site, a folder and a port of a test instead of those of a clinic."""
    text = file.read_text().replace("/srv/astr/var/stories", str(stories))
    text = text.replace("127.0.0.1:8000", site.removeprefix("http://"))
    if file == NGINX_FILE:
        text = re.sub(r"(?m)^server \{\n  listen 80;.*?^\}\n", "", text, flags=re.DOTALL)
        text = re.sub(r"(?m)^  ssl_.*\n", "", text).replace("listen 443 ssl http2", f"listen {listen}")
    return text.replace("server_name clinic.example", "server_name _").replace(
        "clinic.example {", f"http://{listen} {{"
    )


@contextmanager
def caddy(site, stories, folder):
    """Run Caddy in front of a site, with our file but for its certificate, and yield its address."""
    port = free_port()
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + fitted(CADDY_FILE, site, stories, f"127.0.0.1:{port}"))
    with running([program("caddy"), "run", "--adapter", "caddyfile", "--config", file]):
        wait_for(f"http://127.0.0.1:{port}/robots.txt")
        yield f"http://127.0.0.1:{port}"


class Bucket:
    """A bucket that can be broken and mended; `url` is what settings call it, `client` looks inside."""

    def __init__(self, port=0):
        # Its own list of requests would drown what the tests say.
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
        self.server.start()
        host, self.port = self.server.get_host_and_port()
        words = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
        self.client = boto3.client("s3", endpoint_url=f"http://{host}:{self.port}", **words)
        self.client.create_bucket(Bucket=BUCKET)
        # What an earlier test of this process put there is still in its memory.
        for left in self.client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
            self.client.delete_object(Bucket=BUCKET, Key=left["Key"])
        self.url = f"s3+http://key:secret@{host}:{self.port}/{BUCKET}"

    def stop(self):
        self.server.stop()

    def pause(self):
        """Stop answering; what it holds stays, as it lives in this process."""
        self.server.stop()

    def resume(self):
        self.server = ThreadedMotoServer(ip_address="127.0.0.1", port=self.port, verbose=False)
        self.server.start()


@contextmanager
def bucket():
    there = Bucket()
    try:
        yield there
    finally:
        there.stop()


class Postgres:
    """A PostgreSQL of its own, as .ci/postgres starts one; it can be stopped and started."""

    def __init__(self, folder):
        self.folder, self.port = Path(folder), free_port()
        found = shutil.which("initdb") or max(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), default="")
        if not found:
            raise Missing("No PostgreSQL: install it (on Debian: sudo apt-get install postgresql).")
        self.bin = Path(found).resolve().parent
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", "data", "-U", "astr", "--auth", "trust", "-E", "UTF8", "--no-sync")

    def run(self, name, *words):
        # PostgreSQL refuses to run as root, so that root hands it to the account made for it.
        user = "postgres" if os.geteuid() == 0 else None
        subprocess.run(
            [self.bin / name, *words], cwd=self.folder, user=user, check=True, stdout=subprocess.DEVNULL, timeout=60
        )

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self.run("pg_ctl", "-D", "data", "-l", "server.log", "-w", "-o", options, "start")

    def stop(self, how="immediate"):
        self.run("pg_ctl", "-D", "data", "-m", how, "-w", "stop")

    def database(self, name):
        """Make an empty database and return its address."""
        with psycopg.connect(host="127.0.0.1", port=self.port, user="astr", dbname="postgres", autocommit=True) as link:
            link.execute(f'CREATE DATABASE "{name}"')
        return f"postgres://astr@127.0.0.1:{self.port}/{name}"


@contextmanager
def postgres():
    with tempfile.TemporaryDirectory(prefix="astr-pg-") as folder:
        server = Postgres(folder)
        server.start()
        try:
            yield server
        finally:
            if (server.folder / "data/postmaster.pid").exists():
                server.stop()


class Redis:
    """A Redis that keeps nothing on the disk; it can be stopped and started."""

    def __init__(self):
        self.port, self.process = free_port(), None
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([program("redis-server"), *words], stdout=subprocess.DEVNULL)
        time.sleep(0.5)

    def stop(self):
        self.process.kill()
        self.process.wait()


@contextmanager
def redis():
    server = Redis()
    server.start()
    try:
        yield server
    finally:
        server.stop()
