"""Backups: the whole site as one file that proves itself, and the way back from it (issue 10, item 4).

A backup is a tar archive: the database as of one moment, the pictures and the files of stories, the settings without
their secrets, and last a manifest with the size and the SHA-256 of everything before it. With BACKUP_KEY set it is
encrypted by age (age-encryption.org), which any machine can open without this site. Nothing but Python is needed.
"""
