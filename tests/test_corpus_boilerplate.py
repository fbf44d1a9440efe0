"""Single lines: what boilerplate of any site looks like, and what only resembles it."""

from __future__ import annotations

import pytest

from assistant.corpus.boilerplate import judge

BOILERPLATE = {
    "navigation": (
        "No products in cart", "Your basket is empty", "Cart (0)", "Skip to main content",
        "Toggle navigation", "Back to top", "My profile picture", "Log in or sign up",
        "Home › Careers › Nurse", "Home | About us | Contact", "Page 2 of 9", "Next post: Tides",
    ),
    "cookie notice": (
        "Accept all cookies", "We use cookies to give you the best experience.", "Cookie policy",
        "This website uses cookies to analyse traffic and for ads.", "Manage cookie preferences",
        "By continuing to use this site you agree to our terms.",
    ),
    "newsletter": (
        "Subscribe to our newsletter", "Sign up for our weekly newsletter today!",
        "Get the best jobs in your inbox", "Enter your email address", "Unsubscribe at any time.",
    ),
    "share link": (
        "Share on Facebook", "Share this article", "Facebook Twitter LinkedIn", "1,204 shares",
        "Follow us on Instagram and X", "★★★★☆", "4.5 out of 5 stars",
    ),
    "photo credit": (
        "Photo by Ann Lee on Unsplash", "Image courtesy of the museum", "Photo: Ann Lee",
        "Ann Lee / Shutterstock", "Image source: Pixabay", "Credit: Ann Lee/AFP",
    ),
    "file name": ("team-photo-x7Gq2bK-unsplash", "IMG_20210304_1234", "hero-banner.png"),
    "tracking id": (
        "6698dea16171f2e3b2f03f99", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "UA-1234567-1",
    ),
    "date stamp": (
        "6 months ago", "Posted 3 days ago", "Last updated: 2 May 2021", "Published on 2021-05-02",
        "5 min read", "Updated January 3rd, 2020 at 10:15 am",
    ),
    "view count": ("212 views", "1.2K reads", "14 replies", "3 comments", "Views: 3,400"),
    "pop-up": ("This will close in 5 seconds", "Close this window", "Loading...",
               "Please enable JavaScript to continue"),
    "advertisement": ("Advertisement", "Sponsored content", "Story continues below"),
    "related link": (
        "Also read: How to weave baskets", "Read more: Ten looms", "Read more »", "View all posts",
        "There are no more blogs to show", "Click here to learn more", "Tags: loom, wool, yarn",
        "You may also like: The spinner's year",
    ),
    "comment form": (
        "Leave a reply", "User Comments", "Comments (3)", "Be the first to comment", "Reply Share",
        "Your email address will not be published.", "You must be logged in to post a comment.",
    ),
    "copyright notice": (
        "© 2025 Acme. All Rights Reserved", "Copyright 2019 Acme Ltd", "(c) 2001 by A. Smith",
        "All rights reserved.", "Powered by WordPress",
    ),
}  # fmt: skip

CONTENT = (
    "We use cookies, butter and lemon for the base of this cake.",
    "We use cookies as the base.",
    "Websites use cookies to recognise visitors across pages.",
    "Cookies keep for a week in a tin.",
    "The © sign has been prescribed since 1909.",
    "Copyright 1976 was the year of the act that changed the term to life plus 50 years.",
    "Photographers share 40% of their work on Instagram.",
    "Share prices rose by 3% on Monday.",
    "Photo editing is part of the job.",
    "Photo editor: chooses pictures for the magazine.",
    "Image: a rectangular array of pixels.",
    "Credit: 3 points for the course.",
    "Read more books than you have to.",
    "Read the manual before you start.",
    "The menu changes every week.",
    "Logo designers earn 40 euros an hour.",
    "Subscribe means to pay in advance.",
    "It closed in 5 seconds.",
    "Six months ago the firm had 20 staff.",
    "The course takes 6 months.",
    "5 minutes of reading a day are enough.",
    "scikit-learn",
    "text-embedding-ada-002",
    "GPT-3",
    "AES-256-GCM",
    "Python 3",
    "Home care nurse",
    "Searching for datasets",
    "Comments in code explain why.",
    "Related fields are statistics and physics.",
    "Related: a field of mathematics.",
    "See also: the return values of the call.",
    "Topics: loops, lists and functions",
    "Categories: beginner, master",
    "Tags are names for versions in git.",
    "By 2030 there will be 20% more jobs.",
    "Published work counts twice.",
    "All rights of the worker are reserved by law to the union's members only.",
    "Loading docks are noisy.",
    "Powered by steam, the mill ran until 1920 and fed the whole valley.",
    "Data Engineer",
    "Contact lenses are not allowed in the lab.",
    "About 40 percent",
    "12 May 1954: the sign is extended to printed works.",
)

# These could be content: alone they stay, among boilerplate they go.
UNSURE = (
    "Menu",
    "Twitter",
    "212",
    "12 May 2021",
    "By Ann Lee",
    "Comments",
    "Acme logo",
    "News",
    "Getty Images",
    "Accept",
)


@pytest.mark.parametrize(("reason", "line"), [(r, s) for r, ls in BOILERPLATE.items() for s in ls])
def test_a_line_of_boilerplate_is_told(reason, line):
    mark = judge(line)
    assert mark is not None and mark.sure
    assert mark.reason == reason


@pytest.mark.parametrize("line", CONTENT)
def test_a_line_that_only_resembles_boilerplate_is_not(line):
    mark = judge(line)
    assert mark is None


@pytest.mark.parametrize("line", UNSURE)
def test_a_line_that_may_be_either_is_not_sure(line):
    mark = judge(line)
    assert mark is not None and not mark.sure


def test_a_long_paragraph_is_never_one_line_of_boilerplate():
    assert judge("All rights reserved. " * 40) is None
