"""How the site is: answers for those who watch it, and logs that tell what happened and nothing about a person.

`probes` says what is asked, `middleware` answers, `requests` gives every request its id and its line in the log,
`published` tells what staff put before readers and took away (issue 10, item 5).
"""
