"""Pictures: what staff upload is drawn anew, then shown in the sizes and kinds that fit a reader's screen (issue 9, 3).

One way for the picture library and for the posters of stories. Pillow draws; the rest is small enough to own:
django-pictures knows only fields of its own, cuts round the middle instead of round the focus, and gives every size a
public address, which a poster must never have; easy-thumbnails, which the library's staff pages use, draws while the
page is being built and asks the database once for each size.
"""
