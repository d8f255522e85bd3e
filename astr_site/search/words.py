"""Words as search compares them: folded, stemmed, and with a key for how they sound. Knows no database."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

STEMMERS = {"en": snowballstemmer.stemmer("english"), "es": snowballstemmer.stemmer("spanish")}
# An apostrophe inside a word is left out by most who type on a phone: “can't” is “cant”.
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
WORD = re.compile(r"[^\W_]+")
LONGEST = 40

# What says nothing about the subject. Negations are no filler: “can't feel” is a sign, “feel” is none.
FILLERS = {
    "en": """a about after all am an and any are as at be been before being between but by can could d did do does doing
    for from get gets getting give gives go goes going got had has have having he her here hers him his how i if im in
    into is it its ive just kind like ll looking m me mean means more most much my need of off on or other our out over
    please re s she should so some someone something such t tell than that the their them then there these they thing
    things this those to too under up us use used using very want was way we well were what whats when where which while
    who whom whose why will with would you your yours""",
    "es": """a al algo algun alguna ante antes aqui asi aun aunque cada como con cual cuales cuando cuanto cuanta de del
    desde despues donde e el ella ellas ellos en entre era eran es esa ese eso esta estaba estan estar este esto estos
    estoy fue ha hace hacen hacer han hasta hay he la las le les lo los mas me mi mis mucho muchos muy necesito ni nos
    o os otra otro otros para pero poco por porque puede pueden puedo que quien quiero se ser si sido sirve sobre
    son soy su sus tal tambien tan te tener tengo ti tiene tienen todo todos tu tus u un una unas uno unos usted va y
    ya yo""",
}
FILLERS = {language: frozenset(words.split()) for language, words in FILLERS.items()}
NEGATIONS = {
    "en": frozenset(["no", "not", "cannot", "cant", "dont", "wont", "isnt", "doesnt", "never", "without", "unable"]),
    "es": frozenset(["no", "nunca", "sin", "tampoco"]),
}


@lru_cache(maxsize=65536)
def fold(text):
    """Return the text in small letters without accents; what looks alike is written alike."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def split(text):
    """Return the words of a text as they are written, in small letters."""
    text = APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return [word[:LONGEST] for word in WORD.findall(text)]


@lru_cache(maxsize=65536)
def stem(word, language):
    """Return the stem of a folded word."""
    # Spanish endings are told by their accent, which readers leave out: manipulacion is manipulación.
    if language == "es" and word.endswith(("cion", "sion")):
        word = f"{word[:-2]}ón"
    # Somebody who gives it is not what is given: masajista, masaje.
    if language == "es" and word.endswith(("ista", "istas")):
        return word.removesuffix("s")
    return fold(STEMMERS[language].stemWord(word))


def stems(text, language):
    """Return the stem of each word that is no filler, in order."""
    folded = [fold(word) for word in split(text)]
    return [stem(word, language) for word in folded if word and word not in FILLERS[language]]


def telling(text, language):
    """Return the folded words that say what is looked for; where all are fillers, such as “where are you”, all."""
    folded = list(dict.fromkeys(fold(word) for word in split(text)))
    return [word for word in folded if word not in FILLERS[language] | NEGATIONS[language]] or folded


SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^kn|^gn", "n"),
        (r"^wr", "r"),
        (r"ph", "f"),
        (r"qu?(?=[aeiouy])|ck|ch|q", "k"),
        (r"sc(?=[eiy])|c(?=[eiy])|z", "s"),
        (r"c|x", "k"),
        (r"sh", "s"),
        (r"gu(?=[ei])", "g"),
        (r"g(?=[eiy])", "j"),
        (r"ll|y", "i"),
        (r"v", "b"),
        (r"h", ""),
        (r"ou|oo|au", "o"),
        (r"ea|ee|ie", "i"),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=65536)
def sound(word):
    """Return a key that words share which sound about alike to somebody who spells by ear."""
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word
