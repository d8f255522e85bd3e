"""What the index was made with."""

from django.db import models


class IndexState(models.Model):
    """A fingerprint of the engine and of the rules that the index was made with; another one asks for a new index."""

    made_with = models.CharField(max_length=64)

    def __str__(self):
        return self.made_with
