"""What a page lays over itself, or shows in place of what it embeds: requests for consent, dialogs.

There may be more of it than of the article.
"""

from __future__ import annotations

from briefing.parsing.importers.page.tree import BLOCKS, Element, finder, names

_says_consent = finder(
    r"""(?xi)
      cookie[-_]?(?:banner | bar | consent | dialog | hint | law | layer | modal | notice | overlay
      | popup | pref | setting | wall)
    | consent[-_]?(?:banner | box | dialog | layer | manager | modal | notice | overlay | popup
      | prompt | sdk | tool)
    | (?:ccpa | datenschutz | dsgvo | gdpr | privacy)[-_]?(?:banner | bar | dialog | layer | manager
      | modal | overlay | popup | pref | prompt | wall)
    | axeptio | \bbrlbs- | \b_brlbs | borlabs-?cookie | \bcc-(?:banner | window)\b | \bcky-
    | cmplz-(?:banner | cookiebanner | manage | modal | soft-cookiewall) | \bcmp(?:box | wrapper)
    | cookiebot | cookieyes | didomi | evidon | fc-consent-root | iubenda | \bketch- | \bklaro\b
    | moove[-_]gdpr | onetrust | \bot-(?:pc | sdk) | optanon | osano | \bqc-cmp | quantcast-?choice
    | \bsp_message | tarteaucitron | termly | truste- | usercentrics | \buc-(?:banner | embed)
    | (?:third-?party | external)[-_]?(?:content | media | services? | source)[-_]*(?:blocker
      | consent | gate | notice | opt-?in | overlay | placeholder)
    | embed[-_a-z]{0,40}(?:blocked | blocker | consent | opt-?in | placeholder)\b
    """
)
"""Names of what asks for consent: much text on pages with little of their own. Most are those that
the makers of such programs give it."""
_says_layer = finder(
    r"(?i)(?<![a-z-])(?:[a-z]+[-_]{1,2}){0,3}(?:dialog|modal|pop-?up)"
    r"(?:[-_]{1,2}(?:box|container|dialog|inner|overlay|window|wrap(?:per)?))?(?![\w-])"
    r"|(?<![a-z-])(?:language|login|menu|nav|search|subscribe)[-_]overlay"
)
"""Names of dialogs, and of what a menu or a search opens."""


def is_laid_over(element: Element) -> bool:
    """Whether an element asks for consent to cookies, or is a dialog without an article in it."""
    if _says_consent(names(element)):
        return True
    if element.tag not in BLOCKS:
        return False
    is_called = element.get("aria-modal") == "true" or _says_layer(names(element))
    return is_called and next(element.iter("h1", "article", "main"), None) is None
