"""Search that understands people in pain (issue 8).

`indexing.py` keeps what can be found in step with what is public. `reading.py` turns what somebody typed into
concepts, with `vocabulary.py` (known words), `spelling.py` (typos) and the synonyms that staff keep. `finding.py`
asks the engine (modelsearch; SEARCH_URL chooses which), `public.py` keeps what may be seen at this moment, and
`ranking.py` puts the best answer first, in the same order whatever the engine is.

Words are folded and stemmed here and not by the engine, so that every engine holds the same plain tokens:
accents and endings count nowhere, and no sign that means something to an engine ever reaches one.
"""
