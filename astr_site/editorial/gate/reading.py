"""How hard a text is to read: pure functions over sentences.

English: the grade of Flesch and Kincaid (1975), syllables counted by syllapy, which needs no data from another
host. Spanish: Szigriszt's perspicuity (1993) on Barrio's INFLESZ scale (2008), 55 being the lower end of
“normal”; Spanish spelling shows its syllables, so that a pattern counts them more truly than hyphenation does.
"""

import re

import syllapy

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HARD_TO_SAY = re.compile(r"(?<=[qg])u(?=[eiéí])")
NUCLEUS = re.compile(r"[iuü]?[aeoáéó](?:[iu]|y\b)?|[íú]|[iuü]{1,2}|y\b")

GRADE_CEILING = 8
PERSPICUITY_FLOOR = 55
FEWEST_WORDS = 60
FEWEST_IN_A_SENTENCE = 4


def words(text):
    return WORD.findall(text)


def syllables(word, language):
    if language == "es":
        return max(1, len(NUCLEUS.findall(HARD_TO_SAY.sub("", word.casefold()))))
    return max(1, syllapy.count(word.casefold()))


def measure(sentences, language):
    """Return the average length of a sentence in words, and of a word in syllables."""
    found = [words(sentence) for sentence in sentences]
    count = sum(map(len, found)) or 1
    return count / max(1, len(found)), sum(syllables(word, language) for each in found for word in each) / count


def grade(sentences):
    """Return the US school grade that English sentences ask for."""
    length, weight = measure(sentences, "en")
    return 0.39 * length + 11.8 * weight - 15.59


def perspicuity(sentences):
    """Return how easily Spanish sentences are read, 100 being easiest."""
    length, weight = measure(sentences, "es")
    return 206.835 - length - 62.3 * weight


def effort(sentence, language):
    """Return a number that grows with how hard one sentence is, to find the hardest."""
    return -perspicuity([sentence]) if language == "es" else grade([sentence])


def hardest(sentences, language, limit=3):
    """Return the sentences that add most to the effort of a text, in reading order."""
    told = [sentence for sentence in dict.fromkeys(sentences) if len(words(sentence)) >= FEWEST_IN_A_SENTENCE]
    worst = sorted(told, key=lambda sentence: effort(sentence, language), reverse=True)[:limit]
    return [sentence for sentence in told if sentence in worst]
