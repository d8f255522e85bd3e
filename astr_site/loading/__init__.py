"""Reading content/ into the CMS: only what is missing, or what staff have not touched since."""
