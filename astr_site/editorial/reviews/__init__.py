"""Clinical reviews: who read which words, whether they are still the same, and when they are read next.

Only a person with the right `editorial.add_review` (the role Clinical reviewer) records one, by the form in
`recording.py`. A review remembers a fingerprint of the words, so that a page that changed since says so, and one
that was published anew with the same words does not. `listing.py` is the list that staff work through,
`reminders.py` tells owners by e-mail.
"""
