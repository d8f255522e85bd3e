"""What the index was made with, and whether what search knows has changed."""

from django.db import models


class IndexState(models.Model):
    """A fingerprint of the engine and of the rules that the index was made with; another one asks for a new index."""

    made_with = models.CharField(max_length=64, default="")
    # Changes whenever words, synonyms or red flags do; each process then reads them anew.
    vocabulary = models.CharField(max_length=16, default="")

    def __str__(self):
        return self.made_with
