"""What a single line of web boilerplate looks like, whatever the page is about.

A line is judged by its whole wording, never by words it merely contains. ``sure`` lines are
boilerplate anywhere; ``likely`` ones could be content, and need company to be taken for it
(``cleaning`` decides). What lines mean together is told there too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Boilerplate is short; a longer block is never judged as one line.
LONGEST = 400

_NAME = r"[A-Z][\w.'’\-]*(?: (?:(?:de|van|von|der|la|bin|al) )?[A-Z][\w.'’\-]*){1,3}"
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
)
_TIME = r"(?:,?(?: at)? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_AGO = r"(?:an?|\d+)\+? ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago"
_AGENCY = (
    r"(?:getty images?|shutterstock|i ?stock(?:photo)?|unsplash|pexels|pixabay|freepik|alamy|"
    r"adobe stock|depositphotos|flickr|wikimedia commons)"
)
_SITE = r"(?:facebook|twitter|x|linkedin|instagram|pinterest|whatsapp|reddit|telegram|tumblr|"
_SITE += r"youtube|tiktok|mastodon|bluesky|threads|rss|e-?mail|print|copy link|link copied|share)"
_MENU = (
    r"(?:home|menu|search|log ?in|log ?out|sign ?in|sign ?up|register|(?:my )?account|cart|basket|"
    r"checkout|wish ?list|my profile|profile|contact(?: us)?|about(?: us)?|blog|shop|store|news|"
    r"faqs?|help|support|privacy(?: policy| notice)?|cookies?|cookie (?:policy|settings)|"
    r"terms(?: (?:and|&) conditions| of (?:use|service|sale))?|legal(?: notice)?|imprint|"
    r"site ?map|careers|jobs|advertise(?: with us)?|accessibility(?: statement)?|subscribe|"
    r"newsletter|gallery|services|products|categories|archives?|forums?|members|dashboard|"
    r"settings|notifications|english|language|press|disclaimer|returns|delivery|"
    r"shipping(?: (?:and|&) returns)?|do not sell my (?:personal )?information)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a line is boilerplate, and whether that is certain from the line alone."""

    reason: str
    sure: bool = True


def _any(*patterns: str, case: bool = False) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), 0 if case else re.IGNORECASE)


# Reason, certainty and the wordings that must match the whole line; the first match counts.
_TABLE: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (
        "navigation",
        True,
        _any(
            r"(?:there are )?no (?:products|items) in (?:the |your )?(?:cart|basket|bag)",
            r"your (?:shopping )?(?:cart|basket|bag) is (?:currently )?empty",
            r"(?:view|shopping|add to|show|go to) (?:cart|bag|basket|wish ?list)",
            r"(?:cart|basket|bag|wish ?list) ?\(?\d+\)?",
            r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|search)",
            r"(?:toggle|open|close|show|hide|expand|main|primary|mobile) (?:the )?"
            r"(?:navigation|menu|search|sidebar|table of contents)(?: menu)?",
            r"(?:go )?back to (?:the )?(?:top|search results|results|home(?: page)?)|return to top",
            r"(?:(?:next|previous|prev|older|newer) (?:post|page|article|entry|entries|story|posts)"
            r"|[«‹←] ?(?:prev(?:ious)?|back|older)|(?:next|newer) ?[»›→])(?: ?[:»›→].*)?",
            r"(?:my|user|your) (?:profile )?(?:picture|photo|avatar)|profile (?:picture|photo)",
            r"(?:log|sign) ?in (?:or|/) (?:register|sign ?up|create an account)",
            r"home ?(?:[>›»/→] ?[^>›»/→.]+){1,6}",
            rf"{_MENU}(?:(?: ?[|·•] ?){_MENU})+|{_MENU}(?: {_MENU}){{2,}}",
            r"(?:search|enter)(?: the site| this site| keywords?| here)? ?(?:\.\.\.|…)",
            r"page \d+ of \d+(?: next)?",
        ),
    ),
    (
        "cookie notice",
        True,
        _any(
            r"(?:accept|reject|allow|decline|manage|customi[sz]e)(?: all| only)?"
            r"(?: necessary| essential| optional)? cookies?(?: settings| preferences)?",
            r"cookie (?:settings|preferences|policy|notice|consent|banner)",
            r".*\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b[^.]* uses? cookies\b.*"
            r"\b(?:experience|traffic|consent|accept|agree|advert|analy|personali[sz]|"
            r"functionality|(?:web)?site|brows).*",
            r".*\bby (?:continuing|clicking|using|browsing)\b.*\byou (?:agree|consent|accept)\b.*",
            r"accept (?:all|and close|and continue)|reject all",
        ),
    ),
    (
        "newsletter",
        True,
        _any(
            r"(?:subscribe|sign up|join|register)\b.*\b(?:newsletter|mailing list|inbox|e-?mail "
            r"(?:updates|alerts|list)|subscribers).*",
            r"(?:get|receive|want)\b.*\b(?:in|to) your inbox.*",
            r"(?:enter )?your e-?mail(?: address)?(?: here)?",
            r"(?:you can )?unsubscribe (?:at )?any ?time.*|no spam.{0,40}",
            r"we (?:respect|value) your privacy.{0,60}|thank you for subscribing.*",
        ),
    ),
    (
        "share link",
        True,
        _any(
            rf"(?:share|follow us|follow|tweet|pin|post|connect with us|find us|like us)(?: this)?"
            rf"(?: (?:article|post|page|story|recipe|job))?(?: (?:on|via|with|by) {_SITE}"
            rf"(?:(?:, | and | ){_SITE})*)",
            rf"{_SITE}(?:(?: ?[|·•/] ?| ){_SITE})+",
            r"(?:share|print|save|e-?mail|send) this(?: (?:article|post|page|story|recipe|job))?"
            r"(?: (?:with|to|on)\b.{0,30})?",
            r"[★☆⭐✩ ]+(?:\d(?:[.,]\d)?)?(?: ?\(\d+\))?|(?:rated )?\d(?:[.,]\d)? ?(?:/|out of) ?5"
            r"(?: stars?)?(?: ?\([\d,]+(?: reviews?)?\))?",
            r"(?:spread the word|share the love|share via|share on|follow us(?: on)?|like this)",
            r"[\d.,]+k? (?:shares?|likes?|retweets|followers|reactions|claps)",
        ),
    ),
    (
        "photo credit",
        True,
        _any(
            r"(?:(?:main|feature[d]?|header|cover|top|lead) )?"
            r"(?:photo|photograph|image|picture|illustration|video)s? "
            r"(?:credits?|courtesy(?: of)?|source|via)\b:?.{0,80}",
            rf".{{0,60}}[\s/(:|]{_AGENCY}\)?",
            r"(?:photo|image|picture|illustration) by .{1,60}(?: on | / |/| via ).{2,30}",
        ),
    ),
    (
        "photo credit",
        True,
        _any(
            rf"(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Ii]mage|[Pp]icture|[Ii]llustration)s?"
            rf"(?: by |: )(?:© ?)?{_NAME}(?: ?[/,|] ?.{{2,30}})?",
            rf"(?:[Cc]redits?|CREDIT|[Ss]ource): ?{_NAME} ?/ ?.{{2,30}}",
            case=True,
        ),
    ),
    (
        "date stamp",
        True,
        _any(
            rf"(?:(?:last |first )?(?:posted|published|updated|modified|reviewed|edited)"
            rf"(?: on| at)?:? )?{_AGO}",
            rf"(?:page )?(?:last |first )?(?:posted|published|updated|modified|reviewed|edited)"
            rf"(?: on| at|:)?:? (?:{_DATE}){_TIME}",
            r"\d+[- ]min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? ?\d+ min(?:ute)?s?",
        ),
    ),
    (
        "view count",
        True,
        _any(
            r"[\d.,]+[km]? (?:views?|reads?|comments?|replies|reply|downloads|visits)",
            r"(?:views?|reads?|replies|viewed|hits):? [\d.,]+[km]?(?: times)?",
        ),
    ),
    (
        "pop-up",
        True,
        _any(
            r"this (?:will|window will|page will|pop-?up will|ad will|message will) close in \d+.*",
            r"close (?:this )?(?:window|pop-?up|menu|modal|dialog|message|ad)",
            r"loading ?(?:\.\.\.|…)",
            r"(?:please )?(?:enable|turn on|activate) java ?script.*|.*requires java ?script.*",
            r"your browser (?:does not|doesn't|doesn’t) support .*",
            r"please (?:wait|verify you are (?:a )?human|log ?in to continue).{0,30}",
        ),
    ),
    (
        "advertisement",
        True,
        _any(
            r"advertisements?|sponsored(?: (?:content|post|links?|by .{2,40}))?|promoted",
            r"(?:advertisement )?(?:-|–|—)? ?(?:continue reading|story continues|"
            r"article continues|scroll (?:down )?to continue)(?: below| after).*",
            r"ad(?:vertisement)? feedback|remove ads|shop now|buy now|add to (?:my )?favou?rites",
        ),
    ),
    (
        "related link",
        True,
        _any(
            r"(?:also|must|further) read ?[:\-–—|] ?.+|(?:read|check|watch) (?:also|more|next)"
            r" ?[:\-–—|] ?.+|(?:see also|(?:related|recommended)(?: (?:article|post|story|reading|"
            r"read|video))?s?) ?[:\-–—|] ?(?-i:[\"“'‘\[]?[A-Z\d]).{1,120}|you "
            r"(?:may|might) also (?:like|enjoy|want)(?: to read)? ?[:\-–—|] ?.+|"
            r"(?:don't|don’t) miss ?[:\-–—|] ?.+",
            r"(?:read|view|see|show|load|learn|discover|find out|explore) "
            r"(?:more|all|the rest|full (?:story|article|post|review|recipe))"
            r"(?: here| posts| articles| comments| news| about this)?(?: ?[»›→…]|\.\.\.)?",
            r"(?:continue|keep) reading(?: ?[»›→…:].*)?|click here(?: (?:to|for)\b.{0,80})?",
            r"(?:there (?:are|is) )?no (?:more |other )?(?:related )?(?:posts?|blogs?|articles?|"
            r"comments?|results|stories|items)(?: yet)?"
            r"(?: (?:to (?:show|display)|found|available))?",
            r"(?:tags|tagged(?: with| as)?|filed under|posted (?:in|under))"
            r" ?: ?[^.]+",
        ),
    ),
    (
        "comment form",
        True,
        _any(
            r"(?:leave|post|add|write|submit|join) (?:a |your |the )?(?:reply|comment|review|"
            r"conversation|discussion)|cancel reply|be the first to (?:comment|review|reply).*",
            r"your e-?mail (?:address )?will not be published.*|required fields are marked.*",
            r"you must be logged in to .*|(?:log|sign) ?in to (?:reply|comment|post|vote|leave).*",
            r"save my name,? .*browser.*|notify me of (?:new|follow-?up) .*",
            r"(?:user|reader|readers'|readers’|visitor) comments(?: \(?\d+\)?)?",
            r"comments? \(?\d+\)?",
            r"comments (?:are )?(?:closed|off|disabled).*",
            r"(?:was|did you find) this (?:page|article|post|answer|review|recipe|information)?"
            r" ?(?:helpful|useful)(?: to you)?\??.{0,20}|how can we improve this page.*",
            r"report (?:abuse|post|this (?:post|comment))",
            r"(?:reply|quote|upvote|downvote|report|flag|permalink)"
            r"(?:(?: ?[|·•] ?| )(?:reply|quote|upvote|downvote|report|flag|permalink|share|like))+",
        ),
    ),
    (
        "copyright notice",
        True,
        _any(
            r".{0,120}\ball rights reserved\b.{0,60}",
            r"(?:©|\(c\)|copyright ?©|copyright \(c\)|©? ?copyright) ?(?:\d{4}(?: ?[-–] ?"
            r"(?:\d{2,4}|present))?,?(?: \S+){0,7}|(?:by )?(?:\S+ ){1,5}\d{4})",
            r"(?:proudly )?powered by \S+(?: \S+){0,3}|(?:theme|designed|website|site) by "
            r"\S+(?: \S+){0,3}",
        ),
    ),
    ("navigation", False, _any(rf"{_MENU}|(?:\S+ ){{1,3}}logo|next|previous|prev|more|close|back")),
    ("cookie notice", False, _any(r"i (?:accept|agree)|accept|decline|got it!?|ok(?:ay)?")),
    ("photo credit", False, _any(_AGENCY)),
    ("share link", False, _any(rf"{_SITE}|tweet|like|reply|follow|save|pin(?: it)?|rate this")),
    ("comment form", False, _any(r"comments|responses|discussion|reviews|quote|report|upvote")),
    ("view count", False, _any(r"[\d.,]+[km]?")),
    ("date stamp", False, _any(rf"(?:{_DATE}){_TIME}")),
    (
        "byline",
        False,
        _any(
            rf"(?:By|BY|by|Written by|Posted by|Author:?|Text by|Story by|Words by|Edited by|"
            rf"Reviewed by|Medically reviewed by|Recipe by|Published by|Posted by:?|By:)"
            rf" (?:{_NAME}|[Aa]dmin|[Ss]taff)(?: (?:and|&) {_NAME})?"
            rf"(?:,? ?[|·•,–-]? .{{2,60}})?|(?:Posted|Published|Uploaded|Submitted) by:? \w+",
            case=True,
        ),
    ),
)

_STOCK = re.compile(_AGENCY, re.IGNORECASE)
_FILE = re.compile(r"[\w()%.\-]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp4|avif|ico)", re.IGNORECASE)
_CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|screenshot|image)[-_ ]?\d[\d_\-]*", re.IGNORECASE)
_MIXED = re.compile(r"(?=\w*\d)(?=\w*[a-zA-Z])\w{6,}")
_IDENTIFIER = re.compile(
    r"(?=\w*\d)(?=\w*[a-fA-F])[0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{20,}|(?:UA|GTM|G|AW)-[A-Z0-9]{6,}(?:-\d+)?"
)


def judge(line: str) -> Mark | None:
    """Tell whether a line is boilerplate by its wording alone.

    >>> judge("Photo by Ann Lee on Unsplash")
    Mark(reason='photo credit', sure=True)
    >>> judge("We use cookies, butter and lemon for the base of this cake.") is None
    True
    """
    line = " ".join(line.split())
    if not line or len(line) > LONGEST:
        return None
    if " " not in line:
        token = _token(line)
        if token is not None:
            return token
    bare = line.rstrip(" .!:»›→") if len(line) > 2 else line
    for reason, sure, pattern in _TABLE:
        if pattern.fullmatch(line) or pattern.fullmatch(bare):
            return Mark(reason, sure)
    return None


def _token(line: str) -> Mark | None:
    """Judge a line that is a single word: a file's name or a tracking id."""
    if _IDENTIFIER.fullmatch(line):
        return Mark("tracking id")
    if _FILE.fullmatch(line) or _CAMERA.fullmatch(line):
        return Mark("file name")
    parts = re.split(r"[-_]", line)
    if len(parts) >= 3 and any(_STOCK.fullmatch(part) for part in parts):
        return Mark("file name")
    # Two parts of mixed letters and digits are no word of any language: "x7Gq2-a81Kb".
    if len(parts) >= 3 and sum(bool(_MIXED.fullmatch(part)) for part in parts) >= 2:
        return Mark("file name")
    return None
