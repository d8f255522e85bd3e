"""The staff home: what waits for a person, and what is left to do before launch.

It knows no subject. Each app has a module `staff_home`, found by itself, that offers what it has to say:

    @section(40)
    def dates(user):
        return Section(_("Publication dates"), lines=[Line(title, url, note)])

    @check(10)
    def phone(user):
        return Check(_("The clinic’s phone number is given"), done=bool(...), url=reverse(...))

A provider returns None where the person may do nothing about it.
"""
