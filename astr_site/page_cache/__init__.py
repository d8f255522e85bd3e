"""Finished public pages, answered before Django runs (issue 9, item 1; PERFORMANCE.md).

`wrapper` stands around Django's application, `asgi` before both: it answers from the event loop what lies ready.
`questions` says what a request asks for, and puts it to Django in words that no reader can color. `pages` holds what is
sent, `shelf` where it lies. `generation` makes every change of what is public take effect with the next request:
`changes` hears of it from the database, `moments` from the clock; `evidence` then tells which pages it leaves as they
are. `turns` lets one ask for a page at a time. Whoever makes a page says by `reading` what it depends on.
"""
