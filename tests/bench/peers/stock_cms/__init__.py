"""A django CMS project as its documentation sets one up, to stand beside our site while both are measured."""
