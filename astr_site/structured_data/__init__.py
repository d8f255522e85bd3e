"""What search engines read about a page, in schema.org's words: exactly what the page shows (issue 6, item 7).

Nothing in it rates or reviews anything (PRODUCT.md, F4). A technique's and a story's are with their subjects.
"""
