"""The filter of the failing questions: its form and the one script of the page.

Without scripts the form stays hidden and every question is shown.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from .markings import escape
from .rows import Row

SCRIPT = """
"use strict";
(() => {
  const open = () => {
    const name = location.hash.slice(1);
    const there = name && document.getElementById(name);
    const card = there && there.closest("details.card");
    if (card) { card.open = true; there.scrollIntoView(); }
  };
  addEventListener("hashchange", open);
  open();
  const form = document.getElementById("filter");
  if (!form) return;
  const cards = [...document.querySelectorAll("details.card")];
  const shown = document.getElementById("shown");
  const apply = () => {
    const words = form.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const text = card.querySelector("summary").textContent.toLowerCase();
      const category = form.category.value;
      const fits = (!category || card.dataset.category === category)
        && words.every((word) => text.includes(word));
      card.hidden = !fits;
      count += fits;
    }
    for (const part of document.querySelectorAll(".reason")) {
      part.hidden = !part.querySelector("details.card:not([hidden])");
    }
    shown.textContent = count + " of " + cards.length + " shown";
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
"""

_DIGEST = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
# The page may run this script and nothing else, and may load nothing at all.
POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_DIGEST}'"


def filter_form(rows: Sequence[Row]) -> str:
    """Give the form that narrows the failing questions down, shown by the script."""
    names = sorted({row.gold.category for row in rows})
    options = "".join(f'<option value="{escape(n)}">{escape(n)}</option>' for n in names)
    return (
        '<form id="filter" hidden>'
        '<label>Words <input name="words" type="search" autocomplete="off" '
        'placeholder="in the question, id or place of evidence"></label>'
        '<label>Category <select name="category" autocomplete="off">'
        f'<option value="">all</option>{options}</select></label>'
        '<button type="reset">Show all</button>'
        '<output id="shown" aria-live="polite"></output></form>'
    )
