"""Question and passages → a cited answer; one module for each kind of answer."""

from .answerer import Answerer
from .keeping import Kept, Record, SalaryWriter, paid_of, subjects
from .salaries import Paid, Salary
from .views import Viewer

__all__ = [
    "Answerer",
    "Kept",
    "Paid",
    "Record",
    "Salary",
    "SalaryWriter",
    "Viewer",
    "paid_of",
    "subjects",
]
