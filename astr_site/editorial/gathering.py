"""Rows and what belongs to them in one query, where `prefetch_related` asks twice."""

from django.db.models import FilteredRelation


def put_at_hand(row, relation, related):
    """Let a row have the rows of one relation as if `prefetch_related` had brought them."""
    rows = getattr(row, relation).all()
    rows._result_cache, rows._prefetch_done = related, True
    row.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = rows


def gathered(queryset, **relations):
    """Return the rows of a queryset with those of some relations at hand: `gathered(records, citations=["source"])`.

    What is named for a relation comes with its rows. It is for few rows with few relations, because the database
    answers with one line for each combination of them.
    """
    order = list(queryset.query.order_by or queryset.model._meta.ordering)
    for relation, further in relations.items():
        alias, model = f"its_{relation}", queryset.model._meta.get_field(relation).related_model
        queryset = queryset.annotate(**{alias: FilteredRelation(relation)})
        queryset = queryset.select_related(alias, *(f"{alias}__{name}" for name in further))
        order += [f"{'-' * name.startswith('-')}{alias}__{name.removeprefix('-')}" for name in model._meta.ordering]
    found = {}
    for row in queryset.order_by(*order):
        _row, kept = found.setdefault(row.pk, (row, {relation: {} for relation in relations}))
        for relation, its in kept.items():
            if related := getattr(row, f"its_{relation}", None):
                its[related.pk] = related
    for row, kept in found.values():
        for relation, its in kept.items():
            put_at_hand(row, relation, list(its.values()))
    return [row for row, _kept in found.values()]
