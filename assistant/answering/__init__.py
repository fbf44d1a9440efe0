"""Question and passages → a cited answer; one module for each kind of answer."""

from .answerer import Answerer
from .forecasts import Forecast
from .home import subjects_of
from .keeping import KeepingReader, Kept, forecast_of, paid_of
from .reading import Mentions, mentions_of
from .salaries import Paid, Salary
from .views import Viewer

__all__ = [
    "Answerer",
    "Forecast",
    "KeepingReader",
    "Kept",
    "Mentions",
    "Paid",
    "Salary",
    "Viewer",
    "forecast_of",
    "mentions_of",
    "paid_of",
    "subjects_of",
]
