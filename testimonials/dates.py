"""Whole months and years from a day or moment; the last day of a shorter month stands in for a missing one."""

import calendar


def months_after(moment, months):
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def months_before(moment, months):
    return months_after(moment, -months)


def years_after(moment, years):
    return months_after(moment, 12 * years)
