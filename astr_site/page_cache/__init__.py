"""Finished public pages, answered before Django runs (issue 9, item 1; PERFORMANCE.md).

`wrapper` stands around Django's application. `questions` says what a request asks for, and puts it to Django in words
that no reader can color. `pages` holds what is sent, `shelf` where it lies. `generation` makes every change of what is
public take effect with the next request: `changes` hears of it from the database, `moments` from the clock. `turns`
lets one ask for a page at a time. Whoever makes a page says by `reading` what it depends on.
"""
