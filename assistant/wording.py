"""What the wording of a message shows, without any lexicon.

Which part of it asks, how many questions it holds, and which kind of thing it wants.
"""

from __future__ import annotations

import re

from .text import stopwords, words

# A question longer than this tells a story; what it asks is looked for inside.
STORY = 30
# With fewer telling words, a question needs what was said beside it.
THIN = 3

_INDIRECT = re.compile(
    r"\b(?:know|wonder(?:ing)?|tell me|ask(?:ing)?|understand|find out|curious|sure|clear|learn|"
    r"hear|see|advise|question is)\s+(?:me\s+|about\s+|as to\s+)?"
    r"(?=(?:if|whether|what|how|why|which|who|whose|where|when)\b)",
    re.I,
)
_ASKING = re.compile(
    r"^\W*(?:and |so |but |or |also |then |well |ok |okay |hi |hello |hey )*"
    r"(?:what|how|why|which|who|whose|whom|where|when|is|are|was|were|do|does|did|can|could|"
    r"should|would|will|has|have|must|may|might|shall|if|whether|tell|explain|list|name|give|"
    r"compare|describe|define|show)\b",
    re.I,
)
_WANTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (wants, re.compile(pattern, re.I))
    for wants, pattern in (
        (
            "amount",
            r"\b(?:cost|price|fee)s?\b|\bhow (?:expensive|cheap)\b|"
            r"\bset (?:me|you|us|him|her|them|one|somebody|someone) back\b|"
            r"\bhow much (?:is|are) (?:the|an?)\b(?![^?]*\b(?:requir|need))",
        ),
        (
            "amount",
            r"\bhow much\b[^?]*\b(?:get|earn|make|made|pay|paid|pays|cost|costs|charge|receive)\b",
        ),
        (
            "reason",
            r"\b(?:why|how come|what for|for what reason|reasons?)\b|"
            r"\bwhat (?:on earth |the heck )?(?:explains?|accounts for|(?:is|lies) behind)\b|"
            r"\bwhat(?:['’]s| is| are) (?:that|this|it|they) (?:all )?down to\b|"
            r"\bhow (?:can|could|may) (?:that|this|it|they|these|those) (?:be|happen|differ)\b|"
            r"\bhow (?:reliable|trustworthy|accurate|certain|sure|comparable)\b",
        ),
        (
            "number",
            r"\bby how much\b|\bhow much time\b|\b(?:in|what) per ?cent\b|\bas a percentage\b|"
            r"\bhow (?:many|fast|large|big|long|old|often|tall|far|soon)\b|"
            r"\bwhat (?:percent|share|proportion|fraction|age|time|year|date)|"
            r"\b(?:average|typical|median|mean|usual) (?:age|number|size|length|duration)\b|"
            r"\bwhat(?:['’]?s| is| are| was| were) (?:the |your )?[\w -]{0,30}?"
            r"\b(?:rates?|ratio|share|percentage|proportion|odds|headcount)\b",
        ),
        (
            "name",
            r"^\W*(?:and |so )?(?:who(?!(?:['’]?s| is| are) (?:an?|these|those)\b)|whose|whom)\b",
        ),
        (
            "purpose",
            r"\bwhat\b(?! (?:\w+ )?(?:skills?|jobs?|roles?|positions?|industr\w+|compan\w+|"
            r"degrees?|careers?|titles?|qualifications?|certificat\w+|courses?|sectors?|fields?|languages?)\b)"
            r"(?![^?]*\bus(?:e[ds]?|ing)\b)[^?]*\b(?!(?:(?:look|ask|appl|search|prepar|work|wait|"
            r"stand|car|hir|call|aim|stud|test|check|respons|qualif)\w*|go|goes|going|pays?|paid|"
            r"known|like) for\b)\w\S* for"
            r"(?=\W*(?:$|(?:in|then|as|anyway|really|exactly|at)\b))|"
            r"\bwhat(?:['’]?s| is| are) [\w+# ]{1,30} good at\b",
        ),
        (
            "definition",
            r"^\W*(?:what(?:'s|s| is| are(?! the\b)| does)"
            r"(?! \w+ing (?:the|my|our|a|their|your|this|these|people|us|me)\b)|"
            r"define|explain|describe|meaning of|who is an?)\b|"
            r"\bwhat (?:on earth |exactly |really |the heck )?"
            r"an? [\w -]{2,40}? (?:is|does|means)\b",
        ),
        ("list", r"\b(?:which|what|list|name|examples?)\b(?! (?:is|does|do|if|about)\b)"),
    )
)
# "Which chart tells how long customers stay?" wants a chart, not a number.
_WHICH = re.compile(r"^\W*(?:and |so |but )?(?:which|what (?:kind|sort|type)s?)\b", re.I)
_YES_NO = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|"
    r"must|may|might|am)\b",
    re.I,
)
# "switch from teaching to nursing": where the asker comes from is not what is asked about.
_ORIGIN = re.compile(
    r"\b(?P<move>(?:switch|mov|transition|chang|pivot|jump|shift|go|get|com)(?:e|es|ed|ing|ped|ping)?"
    r"(?: (?:my |a |careers?|jobs?|fields?|over|across|here)+)?)"
    r" from (?P<origin>[^,.;?!]{2,50}?)(?= (?:in)?to )",
    re.I,
)
_MOVES = re.compile(
    r"\b(?:become|turn into|(?:move|switch|transition|go|get|step|change|retrain|promoted)\w*"
    r" (?:\w+ )?(?:in)?(?:to|as))\b|^\W*to\W*(?:an? )?$",
    re.I,
)
# "To be a vet, does it make sense to begin as a nurse?": a move told backwards.
_BEGINS = re.compile(
    r"\b(?:begin|began|begun|start|train)(?:s|ed|ing|ning)?(?: (?:out|off|first))? as "
    r"(?:an? |the )?$",
    re.I,
)
# How an answer should be put is not what is asked about.
_MANNER = re.compile(
    r",?\s*\b(?:in (?:one|a single|a|two|a few|1|2|simple|plain|short|easy|other|your own) "
    r"(?:short )?(?:sentences?|words?|terms|lines?|nutshell|english|language)|"
    r"in (?:short|brief|a nutshell)|"
    r"in (?:plain|simple|easy|lay(?:man)?|everyday|normal|human|basic|non-technical|child|kid)"
    r"[\w'’-]* (?:speak|terms|english|language|words)|tl;? ?dr|keep it short|"
    r"(?:explain|tell|say|describe) (?:(?:it|this|that) )?(?:to )?(?:me )?"
    r"(?:(?:like|as if|as though) (?:i['’]?m|i am|i was|i were|to) (?:an? )?\w+(?: years? old)?|"
    r"(?:to |for )(?:my |a |an )?(?:\w+ )?\w+(?=:))\W?|"
    r"briefly|please|pls|plz|i mean|before tax(?:es)?|"
    r"(?<=explain )to (?:my|our|an?) [\w-]+(?= (?:what|how|why|where)\b))\b",
    re.I,
)
# Words of a message that only asks to be brief.
_MANNERLY = frozenset({"please", "say", "tell", "give", "answer", "explain", "sum", "ok", "thanks"})
# "…, and how much?" goes on from another question.
_BARE = re.compile(r"\W*how (?:much|many|long|often|far|soon)\W*", re.I)
_BRIEF = re.compile(
    r"\bin (?:one|a single|two|a few|1|2) (?:short )?(?:sentences?|words?|lines?)\b|"
    r"\bin (?:short|brief|a nutshell)\b|\bbriefly\b|\btl;? ?dr\b|\bone[- ]liner\b|"
    r"\bkeep it short\b|\b(?:short|brief|quick) (?:answer|version|summary)\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:which|what|who|list|name)\b[^.?!]*?(?:(?:\bnot|n[’']t|\b(?:dont|doesnt|isnt|arent|never|no))"
    r"\s+(?:\w+\s+)?(?:need|require|necessary|important|use|do|matter|have|part|pay|hire|learn)|"
    r"\b(?:unnecessary|unneeded|needless)\b)",
    re.I,
)
# A figure, which is no name: "120,000", "150k", "2x".
_AMOUNT = re.compile(r"[\d.,]+(?:k|m|bn|x|th|st|nd|rd|%)?", re.I)
_POINTS = re.compile(
    r"\b(?:such an?|it|its|that|this(?! (?:job|role|profession|occupation|career|title)\b)|they|"
    r"them|these|those|here|there)\b|"
    r"\b(?:is|was|are|were) (?:he|she|they) (?:right|wrong|correct)\b",
    re.I,
)
# Before "I work as a" these tell what might be.
_SUPPOSED = frozenset((
    "can", "could", "should", "would", "may", "might", "will", "shall", "do", "did", "if", "when",
))  # fmt: skip
_OF_ASKER = re.compile(
    r"(?P<before>\w+ )?\b(?:i was|i am|i'm|i’m|im|i've been|i work(?:ed)? as) "
    r"(?:an? |the |currently |now )*(?:\w+ )?$",
    re.I,
)

_COMPARES_ASKER = re.compile(
    r"\b(?:than (?:me|i|mine|my \w+)|(?:who|which|which one|either|both|each) of us|"
    r"(?:compared?|next) (?:to|with) (?:me|mine|what i)|and me|or me|me or|"
    r"(?:more|less|better) (?:money |pay )?(?:as an?|if i (?:were|was|became|switched)))\b",
    re.I,
)

_ASKS_OWN = re.compile(
    r"\b(?:people|someone|somebody|folks|those|others|one) like (?:me|us)\b|"
    r"\bi (?:rise|climb|advance|progress|move up|go|get|be promoted)\b[^?.!]{0,20}?"
    r"\bfrom (?:here|there|this)\b|"
    r"\bmy (?:next (?:step|role|job|move)|own (?:job|trade|profession|line of work))\b|"
    r"\b(?:should|could|can|might|would|do) i (?:be )?(?:earn|ask|expect|charg)\w*\b|"
    r"\bam i (?:paid|underpaid|overpaid|earning)\b",
    re.I,
)


def focus(text: str) -> tuple[str, str]:
    """Part a message into what it asks and what it only tells beside that, which may be "".

    >>> focus("Why bother with vectors? I hated them in school.")
    ('Why bother with vectors?', 'I hated them in school.')
    """
    pieces = [p.strip() for p in re.split(r"(?<=[?!.;])\s+|\n{2,}", text) if p.strip()]
    asking = [p for p in pieces if p.endswith("?")] or [p for p in pieces if _ASKING.match(p)]
    asking = asking[-3:]
    telling = [w for p in asking for w in words(p) if w.lower not in stopwords()]
    question = " ".join(asking)
    points = bool(_POINTS.search(question)) and len(telling) < THIN
    chosen = text if not asking or points or len(telling) < 2 else question
    indirect = list(_INDIRECT.finditer(chosen))
    if indirect and len(chosen.split()) > STORY:
        chosen = chosen[indirect[-1].end() :]
    aside = " ".join(p for p in pieces if p not in asking) if chosen != text else ""
    return _MANNER.sub("", chosen) or chosen, aside


def origin(text: str) -> tuple[int, int]:
    """Give where a question names what the asker would leave for something else, or (0, 0).

    >>> start, end = origin("Can I switch from teaching to nursing?")
    >>> "Can I switch from teaching to nursing?"[start:end]
    ' from teaching'
    """
    found = _ORIGIN.search(text)
    return (found.end("move"), found.end("origin")) if found else (0, 0)


def tells_move(between: str) -> bool:
    """Tell whether the words between two roles tell of a move from the one to the other.

    Where the second is what one begins as, they tell of the same move backwards.
    """
    return bool(_MOVES.search(between) or _BEGINS.search(between))


def split_questions(text: str) -> tuple[str, ...]:
    """Split a message that asks several things into its questions, at most three.

    >>> split_questions("What skills do I need and how much does it pay?")
    ('What skills do I need', 'how much does it pay?')
    """
    joints = (
        r"(?<=\?)\s+|(?<=[.!])\s+(?=(?i:what|how|why|which|who|where|when|is|are|do|does|can)\b)|"
        r"[,;]?\s+(?:and|&|plus|also)\s+(?:also\s+)?"
        r"(?=(?i:what|how|why|which|who|where|when|(?:is|are|do|does|can|should) "
        r"(?:it|there|they|i)|will)\b)"
    )
    pieces = [p.strip(" ,;") for p in re.split(joints, text)]
    asking = [p for p in pieces if len(p.split()) >= 2 and _ASKING.match(p)]
    if any(_BARE.fullmatch(p) for p in asking):
        return (text,)
    return tuple(asking[:3]) if len(asking) > 1 else (text,)


def wanted(text: str) -> str:
    """Give the kind of thing that a question wants by its wording, or "".

    >>> [wanted(q) for q in ("How many are there?", "Who made it?", "Is it hard?", "Why?")]
    ['number', 'name', 'yes-no', 'reason']
    >>> wanted("Which chart shows how long customers stay?")
    'list'
    """
    if _YES_NO.match(text):
        return "yes-no"
    found = (wants for wants, pattern in _WANTS if pattern.search(text))
    which = bool(_WHICH.match(text))
    return next((wants for wants in found if not (which and wants == "number")), "")


def negates(text: str) -> bool:
    """Tell whether a question asks what is not so: "which skills are not needed"."""
    return bool(_NEGATED.search(text))


def is_brief(text: str) -> bool:
    """Tell whether a short answer is asked for: "in two lines", "briefly"."""
    return bool(_BRIEF.search(text))


def only_brief(text: str) -> bool:
    """Tell whether a message asks for nothing but a short answer: "in two lines please"."""
    rest = _MANNER.sub("", _BRIEF.sub("", text))
    said = {w.lower for w in words(rest)} - _MANNERLY
    return is_brief(text) and said <= stopwords()


def is_of_asker(text: str, start: int) -> bool:
    """Tell whether what stands at an offset is what the asker says to be: "I was a nurse"."""
    found = _OF_ASKER.search(text[:start])
    return found is not None and (found["before"] or "").strip().lower() not in _SUPPOSED


def compares_asker(text: str) -> bool:
    """Tell whether the asker's own job is compared: "who of us", "more than me"."""
    return bool(_COMPARES_ASKER.search(text))


def asks_own(text: str) -> bool:
    """Tell whether the asker's own job is asked about: "people like me", "what I should earn".

    >>> asks_own("I am a nurse. What can I rise to from here?")
    True
    """
    return bool(_ASKS_OWN.search(text))


def is_name(written: str, start: int, text: str) -> bool:
    """Tell whether a word at an offset is a name: it has a capital or a digit inside a sentence."""
    if text.isupper() or text.istitle() or not any(c.isupper() or c.isdigit() for c in written):
        return False
    if _AMOUNT.fullmatch(written):
        return False
    opens = not text[:start].strip() or text[:start].rstrip()[-1:] in ".!?:\"“'"
    return not opens or any(c.isupper() or c.isdigit() for c in written[1:])
