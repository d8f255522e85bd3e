"""One request for all styles: each contents page, such as css/site.css, holds every sheet that it imports.

The sources stay small files, one for each component. While static files are collected the
imports of a contents page are replaced by the text they name, inside the layer they ask for;
then the manifest storage hashes and compresses the result like any other file.
"""

import re

import brotli
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# What readers fetch. All else is of the staff pages, ten times as much: brotli’s full effort would take minutes there.
OURS = ("css/", "js/", "img/")
FULL, USUAL = 11, 9
SHEETS = ("css/site.css", "css/embed.css", "css/embed-light.css", "css/embed-dark.css")
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>\w+)\)(?: (?P<media>\([^;]+\)))?;')
# A list that several contents pages share; its own imports say their layers.
LIST = re.compile(r'@import url\("(?P<name>[^"]+)"\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")


def contents(read, name: str) -> str:
    """A contents page with the imports of the lists that it shares with others."""
    return LIST.sub(lambda match: read(f"css/{match['name']}"), read(name))


def joined(read, name: str) -> str:
    """The text of a sheet with each import replaced by what it names."""

    def inlined(match: re.Match) -> str:
        text = read(f"css/{match['name']}")
        if match["media"]:
            text = f"@media {match['media']} {{\n{text}\n}}"
        return f"@layer {match['layer']} {{\n{text}\n}}"

    return SPACE.sub(" ", COMMENT.sub("", IMPORT.sub(inlined, contents(read, name))))


class Brotli(Compressor):
    """Compresses with a set effort; gzip goes along for those who do not know brotli."""

    def __init__(self, effort, **options):
        super().__init__(**options)
        self.effort = effort

    def compress_brotli(self, data):
        return brotli.compress(data, quality=self.effort)


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Collects static files as usual, with each contents page joined into one file first."""

    def stored_name(self, name):
        """Return the name with its hash; before the first collecting, when there is none, the name itself.

        The publish gate draws pages while the first content is loaded.
        """
        return super().stored_name(name) if self.hashed_files else name

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:

            def source(name: str) -> str:
                # The collected copy may be an earlier joined sheet, so the sources are read.
                storage, path = paths[name]
                with storage.open(path) as file:
                    return file.read().decode()

            for sheet in SHEETS:
                if sheet in paths:
                    text = joined(source, sheet)
                    self.delete(sheet)
                    self._save(sheet, ContentFile(text.encode()))
            paths = {**paths, **{sheet: (self, sheet) for sheet in SHEETS if sheet in paths}}
        yield from super().post_process(paths, dry_run, **options)

    def create_compressor(self, **options):
        return Brotli(self.effort, **options)

    def compress_files(self, paths):
        """Compress what pages name, which are the names with a hash; nobody asks for the others."""
        named = set(paths) & set(self.hashed_files.values())
        ours = {name for name in named if name.startswith(OURS)}
        for self.effort, names in ((FULL, ours), (USUAL, named - ours)):
            yield from super().compress_files(names)
