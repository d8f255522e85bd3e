"""How a page looks where people share it: its words for other sites, and a picture drawn from its title."""
