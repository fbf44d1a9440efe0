"""How the wording of a follow-up points back at what was said before."""

from __future__ import annotations

import re

OPENING = re.compile(
    r"^\W*(?:(?:and|or|but|also|so|then|ok|okay|well|hmm+|no|sorry|actually|i meant?|what about|"
    r"how about|(?:how does (?:it|that) )?compared? (?:to|with)|versus|vs\.?|same for|"
    r"same question for|the same for|now|"
    r"(?:what|how)(?:['’]s| does| do| would| is| are| was| were)? (?:it|that|things)"
    r"(?: looks?| looking| go| be)?(?: like)? (?:for|in|at|with))\b[\s,:]*)+",
    re.I,
)
POINTING = re.compile(
    r"\b(?:it|its|they|them|their|theirs|that|those|these|this|he|she|his|her|him|one|ones|there|"
    r"then|both|either|neither|former|latter|same|such|else|more)\b",
    re.I,
)
# Those of them that stand for something.
REFERRING = re.compile(
    r"\b(?:its?|they|them|theirs?|that|those|these|this|ones?|there|both|either|neither|"
    r"former|latter)\b",
    re.I,
)
# "this job", "that one in Pune": pointing at a career rather than at something said before.
NOT_POINTING = re.compile(
    r"\b(?:this|that|these|those)\s+(?:job|work|career|field|role|profession|line of work|"
    r"industry|kind of (?:work|job))\b|\bis (?:it|there) (?:hard|difficult|easy|true|worth|any)\b|"
    r"\b(?:is|are|was|were) there\b|\bthere (?:is|are|was|were)\b|"
    r"\bmore than\b|\bone of\b|\bthe same as\b",
    re.I,
)
# Pronouns that stand for the subject itself, so that it can be put in their place.
IT = re.compile(
    r"\b(?:it|that one|this one|that thing)\b(?!'s\b)(?! (?:true|possible|worth))", re.I
)
# "and is that better than what a nurse gets?" after a question on what somebody earns.
BETTER = re.compile(
    r"^\W*(?:(?:and|so|ok|but|hm+|well)\W+)*(?:is|was|would|are|does)\s+(?:that|this|it|those|they)\s+"
    r"(?:\w+\s+){0,3}?(?:better|more|less|higher|lower|worse|bigger|smaller|faster|slower)\s+"
    r"(?:\w+\s+)?than\s+(?P<other>.+)",
    re.I,
)
# "Compared with a nurse?", "How is it different from nursing?"
VERSUS = re.compile(
    r"^\W*(?:and |so |but )?(?:(?:how does (?:it|that|this) )?"
    r"(?:compared? (?:to|with)|versus|vs\.?)|"
    r"how (?:is|are|does|do) (?:it|that|this|they) (?:any )?differ(?:ent)? (?:from|to|than))"
    r"\s+(?P<other>[^?]{2,60}?)\W*$",
    re.I,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BOTH = re.compile(r"\b(?:the two|both|either|neither|of them|of those|each other)\b", re.I)
# "who earns more?" after two roles were asked about in turn.
WHICH_MORE = re.compile(
    r"^\W*(?:and |so |but )?(?:who|which(?: one| job| role| career)?)\b"
    r"(?! (?:compan|firm|employer))[^?]*"
    r"\b(?:more|less|better|higher|lower|faster|easier|harder|most|best|choose|pick|go for)\b"
    r"(?![^?]*\b(?:than|of)\b)",
    re.I,
)
# "do they get more at TCS?" compares with what was told last.
COMPARING = re.compile(
    r"\b(?:more|less|fewer|better|worse|higher|lower|bigger|smaller|cheaper)\b(?![^?]*\bthan\b)|"
    r"\b(?:compared? (?:to|with)|versus|vs)\b",
    re.I,
)
THAN = re.compile(r"\bthan\b", re.I)
MINE = re.compile(r"\b(?:mine|my (?:current |present )?(?:job|role|work|one))\b", re.I)
I_AM = re.compile(
    r"\b(?:i am|i'm|i’m|im|i work as|i was) (?:an? |the |currently an? )?(.{3,60})", re.I
)
YES = re.compile(r"^\W*(?:yes|yeah|yep|sure|please|ok|okay|go on|do)(?:\W+please)?\W*$", re.I)
MORE = re.compile(
    r"^\W*(?:and |but |so )?(?:by how much|(?:in|since|from) (?:which|what) year|how exactly|why|"
    r"how so|how come|tell me more|more|go on|details?|explain|for example|such as|"
    r"any examples?|like what|elaborate|really|since when|by when|when|where|who says so|"
    r"says who)(?: exactly| roughly)?\W*$",
    re.I,
)
ORDINALS = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
    "last": -1,
}
ORDINAL = re.compile(
    r"\b(?:the\s+)?(?P<which>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
    r"(?:\s+(?:one|item|point|of (?:those|them|these))\b\s*|(?=\W*$))",
    re.I,
)
# "What about Spark, what is that good for?": the pronoun stands for what is named before it.
_NAMED_FIRST = re.compile(
    r"^\W*(?:(?:(?:and|but|ok(?:ay)?|so|then)\b,? )*(?:what|how) about|and|but) "
    r"(?!(?:in|for|at|on|with|of|to|from|by|as|if|when|after|before|then|so|no|yes|later|again|"
    r"maybe|perhaps|\w+ly|[\w-]+wise)\b)"
    r"(?P<name>[^,?]{2,40}), (?P<rest>"
    r"(?:what|why|how|when|where|who|which|is|are|does|do|can|could|will|would)\b[^?]*\??)\W*$",
    re.I,
)
_STANDS = re.compile(r"\b(?:it|that|this|they|those|these|them)\b", re.I)


def turned(asked: str) -> str:
    """Put what a message names first in the place of its pronoun.

    >>> turned("What about Spark, what is that good for?")
    'what is Spark good for?'
    >>> turned("And calculus, where does that come in?")
    'where does calculus come in?'
    """
    found = _NAMED_FIRST.match(asked)
    if found is None or not _STANDS.search(found["rest"]):
        return asked
    return _STANDS.sub(lambda _: found["name"].strip(), found["rest"], count=1)
