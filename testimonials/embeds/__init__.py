"""Stories on other websites: documents to frame, oEmbed, the code to copy, and a count of who shows them."""
