"""How staff type dates in Spanish.

Django's Spanish is that of Spain, where 05/06 is the fifth of June. Here the clinics are in the United States, and
the same digits must be the same day for every colleague, above all where a permission ends.
"""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M"]
