from django.conf import settings

from astr_site.privacy import Holding, holds

from .places import place


@holds(80)
def backups():
    days = settings.OPERATION.backup_keep_days
    return Holding(
        whose="patients and staff",
        what="everything above, as of each night",
        where=f"{place()}" + (", encrypted" if settings.OPERATION.backup_key else ", not encrypted (BACKUP_KEY)"),
        why="to bring the site back after a loss",
        kept=f"{days} days (BACKUP_KEEP_DAYS); what a patient withdrew stays withdrawn when one is restored",
        seen_by="who can read that place" + (" and holds the private key" if settings.OPERATION.backup_key else ""),
        rows=len(place().names()),
    )
