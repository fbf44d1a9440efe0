"""Which parts of an HTML page are not its text: told from elements, roles and class names.

Only clear cases are taken. A part whose name suggests boilerplate but which holds whole
sentences stays, and is judged line by line like any other text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Elements whose content nobody reads as text.
SILENT = frozenset(
    ("script", "style", "template", "noscript", "svg", "iframe", "object", "canvas", "select",
     "datalist", "audio", "video", "embed", "applet", "head", "frameset", "map", "textarea")
)  # fmt: skip
_ELEMENTS = {"nav": "navigation", "footer": "page footer", "form": "form", "button": "button"}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "page footer",
    "search": "form",
    "dialog": "pop-up",
    "alertdialog": "pop-up",
    "menu": "navigation",
    "menubar": "navigation",
}
# Class names and ids: those that are clear, and those that need links to be believed.
_CLEAR = re.compile(
    r"(?P<cookie>(?:cookie|gdpr|consent|ccpa)s?[-_]?(?:banner|notice|bar|popup|modal|overlay|wall|"
    r"dialog|message|law|consent|disclaimer|prompt))|(?P<crumb>bread-?crumbs?)"
    r"|(?P<share>(?:social|share|sharing)[-_]?(?:share|links?|buttons?|icons?|media|bar|tools|list)"
    r"|addtoany|sharedaddy)|(?P<news>newsletter|mailing-?list|email-?signup|"
    r"(?:subscribe|newsletter)-?(?:box|form|widget|banner|sign-?up))|(?P<nav>nav-?bar|site-?nav|main-?nav|main-?menu|skip-?link|pagination|pager|"
    r"top-?bar|mega-?menu|off-?canvas)|(?P<ad>ad-?(?:container|slot|banner|wrapper|unit)|"
    r"advert(?:s|isements?|ising)?|sponsored|google-?ads?|taboola|outbrain)"
    r"|(?P<pop>pop-?up|modal|lightbox)|(?P<credit>(?:photo|image)-?credits?)"
    r"|(?P<reply>comment-?(?:form|respond)|respond|reply-?form)"
)
_SUGGESTED = re.compile(
    r"(?P<related>(?:related|recommended|similar|popular|recent|trending|more|latest)[-_]?(?:posts?|"
    r"articles?|stories|content|items|reads?|news|products|links|reading)?|read-?next)"
    r"|(?P<nav>menus?|nav|navigation|side-?bar|widget(?:-?area)?|links|toc|site-?header|masthead)"
    r"|(?P<author>author(?:-?(?:bio|box|info|card))?|by-?line|post-?meta|entry-?meta|"
    r"article-?meta)|(?P<tags>tags|categories|tag-?cloud|post-?tags)|(?P<promo>promo|banner)"
)
_REASONS = {
    "cookie": "cookie notice",
    "crumb": "navigation",
    "share": "share link",
    "news": "newsletter",
    "nav": "navigation",
    "ad": "advertisement",
    "pop": "pop-up",
    "credit": "photo credit",
    "reply": "comment form",
    "related": "related posts",
    "author": "byline",
    "tags": "related link",
    "promo": "advertisement",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A part that holds more than this share of the page's text is the page, whatever it is called.
_LARGEST_SHARE = 0.5
_LINKED_SHARE = 0.5
_SHORTEST_PROSE = 200


@dataclass(slots=True)
class Region:
    """A part of a page that may not be its text, and what is counted in it."""

    reason: str
    clear: bool
    parent: int
    characters: int = 0
    linked: int = 0
    titled: bool = False

    def falls(self, whole: int) -> bool:
        """Tell whether the part goes, on a page of ``whole`` characters."""
        if self.titled or self.characters > whole * _LARGEST_SHARE:
            return False
        linked = self.linked >= self.characters * _LINKED_SHARE
        return self.clear or linked or self.characters < _SHORTEST_PROSE


def region(tag: str, attributes: Mapping[str, str | None]) -> tuple[str, bool] | None:
    """Tell why an element may not be text, and whether that is clear from its name alone.

    >>> region("div", {"class": "cookie-banner"}), region("div", {"class": "cookie-recipe"})
    (('cookie notice', True), None)
    """
    role = (attributes.get("role") or "").strip().lower()
    reason = _ELEMENTS.get(tag) or _ROLES.get(role)
    if reason:
        return reason, True
    style = attributes.get("style") or ""
    if "hidden" in attributes or _HIDDEN.search(style):
        return "hidden", True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()
    for pattern, clear in ((_CLEAR, True), (_SUGGESTED, False)):
        for name in names[:20]:
            match = pattern.fullmatch(name)
            if match and match.lastgroup:
                return _REASONS[match.lastgroup], clear
    return ("side note", False) if tag == "aside" or role == "complementary" else None


def fallen(regions: Sequence[Region]) -> tuple[str, ...]:
    """Give for every region why it goes, "" if it stays; what stands in it goes with it.

    The first region is the page itself.
    """
    for part in reversed(regions[1:]):
        whole = regions[part.parent]
        whole.characters += part.characters
        whole.linked += part.linked
        whole.titled = whole.titled or part.titled
    reasons = [""]
    for part in regions[1:]:
        own = part.reason if part.falls(regions[0].characters) else ""
        reasons.append(reasons[part.parent] or own)
    return tuple(reasons)
