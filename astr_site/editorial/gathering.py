"""Rows and what belongs to them in one query, where `prefetch_related` asks twice."""

from operator import attrgetter

from django.db.models import FilteredRelation


def put_at_hand(row, relation, related):
    """Let a row have the rows of one relation as if `prefetch_related` had brought them."""
    rows = getattr(row, relation).all()
    rows._result_cache, rows._prefetch_done = related, True
    row.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = rows


def in_order(rows):
    """Return rows of one model in its order, for which Django would first compare all columns that it asks for."""
    rows = list(rows)
    for name in reversed(rows[0]._meta.ordering if rows else ()):
        rows.sort(key=attrgetter(name.removeprefix("-").replace("__", ".")), reverse=name.startswith("-"))
    return rows


def gathered(queryset, **relations):
    """Return the rows of a queryset with those of some relations at hand: `gathered(records, citations=["source"])`.

    What is named for a relation comes with its rows. It is for few rows with few relations, because the database
    answers with one line for each combination of them.
    """
    for relation, further in relations.items():
        alias = f"its_{relation}"
        queryset = queryset.annotate(**{alias: FilteredRelation(relation)})
        queryset = queryset.select_related(alias, *(f"{alias}__{name}" for name in further))
    found = {}
    for row in queryset:
        _row, kept = found.setdefault(row.pk, (row, {relation: {} for relation in relations}))
        for relation, its in kept.items():
            if related := getattr(row, f"its_{relation}", None):
                its[related.pk] = related
    for row, kept in found.values():
        for relation, its in kept.items():
            put_at_hand(row, relation, in_order(its.values()))
    return [row for row, _kept in found.values()]
