"""Question and passages → a cited answer; one module for each kind of answer."""

from .answerer import Answerer
from .salaries import Salary

__all__ = ["Answerer", "Salary"]
