"""Open occupational data to profiles: publishers' files in, a corpus folder out.

O*NET, the Occupational Employment and Wage Statistics and the Employment Projections each add
to one folder of profiles, whichever comes first. What the publishers call their tables and
columns, and how titles are named in a sentence, stands in the data files.
"""

from .importing import SOURCES, ImportOptions, run_import
from .summary import Summary

__all__ = ["SOURCES", "ImportOptions", "Summary", "run_import"]
