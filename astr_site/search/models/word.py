"""The words of the site."""

from django.db import models


class Word(models.Model):
    """A word that this site uses, and in how many documents: what typed words are compared with.

    The words of patient stories are not among them, for a story may be withdrawn at any second.
    """

    language = models.CharField(max_length=15)
    word = models.CharField(max_length=40)
    documents = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="one_word_per_language")]

    def __str__(self):
        return self.word
