"""What the names say that authors of pages give their elements: classes and ids.

They are words of the trade, the same in pages of every language. Many were collected by Readability
(https://github.com/mozilla/readability), from pages of all kinds.
"""

from __future__ import annotations

import re

from briefing.parsing.importers.page.tree import HEADINGS, Element, finder, names, text_of

_says_around = finder(
    r"""(?xi)
      -ad- | \bads?\b | advert | agegate | auth?or(?:en)?-?(?:box|bio|card|info) | banner
    | breadcrumb | combx | comment | community | cookie | disqus | donat | extra | follow-us
    | footer | gdpr
    | legends | \bmenu | modal | newsletter | outbrain | pager | pagination
    | [-_]paywall | paywall[-_]
    | popup
    | promo(?!te) | read-?more | recirc | recommend | related | remark | replies | \brss | share
    | shoutbox | (?<!has-)(?<!with-)(?<!container-)sidebar(?!-(?:grid|layout)) | sign-?up
    | skyscraper | social | sponsor | subscri | supplemental
    | taboola | toolbar | trending | most-?(?:read|popular|viewed)
    """
)
"""Names of what stands around an article."""
_says_header = finder(r"(?i)header")
_says_plainly = finder(
    r"""(?xi)
      newsletter | more-(?:articles|news|stories) | call-?to-?action | (?<![a-z])cta(?![a-z])
    | testimonial | sign-?(?:in|up)(?![a-z]) | taboola | outbrain
    | most-?(?:read|popular|viewed) | popular-(?:articles|stories|posts)
    | related-?(?:articles?|content|links|posts|stories|broadcast)
    | (?:video|audio|media)[-_]?player | player-(?:placeholder|ui|wrapper|container|embed)
    | video-(?:card|item|info)(?![a-z]) | \bvjs-
    | (?:posts?|articles?|contents?)-related | recirc | sharedaddy | jp-relatedposts
    | (?:latest|recent)-?(?:articles|news|posts|stories)
    | (?:article|content|main|page|post|story)-(?:aside|sidebar)(?![a-z])
    | comments?[-_](?:area|block|body|container|content|entry|item|list|section|text|thread|wrap)
    | (?:reader|user|visitor)s?[-_]?comments? | (?<![a-z-])rail(?:--|-(?:component|body))
    | auth?or(?:en)?-?(?:bio|box|card|description|info) | \babh_ | saboxplugin | molongui
    | (?<![a-z])relacionad[ao]s(?![a-z]) | mas-?leid[ao]s
    | content-?card-?embed | commerce-?inset | (?<![a-z])deal-?(?:box|wrapper) | affiliate-?box
    | freemium-?(?:overlay|wall) | reg(?:istration)?-?wall(?!ed) | mod_registration
    | addthis | addtoany | \ba2a_ | heateor | jssocials | shareaholic | shariff | sharethis
    | post-?ratings | rating-?block | news-?rate | rate-?box | rating[-_]form | \bkksr-
    | bookmark-?toast | post-?views | tptn_counter | tag-?(?:cloud|list)s?(?![a-z]) | vote-?form
    | lwptoc | ez-toc | (?<![a-z])toc[-_](?:container|list|wrap) | table-?of-?contents
    """
)
_says_player = finder(
    r"(?i)(?:video|audio|media)[-_]?(?:inline|play(?!list)|preload)|jw-?player|kaltura|\bvjs-"
    r"|(?<![a-z])player[-_](?:container|embed|frame|holder|placeholder|ui|wrap)"
)
"""Names of what shows a film or plays a recording; players of a game have boxes, too."""
_says_perhaps = finder(r"(?i)and|article|body|column|content|entry|main|post|shadow|story|text")
"""Names of what may hold an article, and speak for an element whatever else it is called."""
_speaks_for = finder(r"(?i)article|blog|body|content|entry|main|page|post|story|text")
_speaks_against = finder(
    r"""(?xi)
      -ad- | \bads?\b | advert | banner | combx | \bcom- | comment | contact | disclaim | footer
    | gallery
    | gdpr | \bhid\b | masthead | media | meta | newsletter | outbrain | promo(?!te) | recirc
    | recommend | related | share | shopping | shoutbox
    | (?<!has-)(?<!with-)(?<!container-)sidebar(?!-(?:grid|layout)) | skyscraper | sponsor
    | subscri | \btags | taboola | teaser | testimonial | (?<!elementor-)widget
    | (?<!flow-) (?<!flow-[xy]-) (?<!label[_-]) (?<!caption-) (?<!:) hidden (?!-)
    | (?<!flow-) (?<!flow-[xy]-) (?<!over) (?<!-on-) scroll
      (?!-smooth | -[mp][a-z]?- | -trigger | bar)
    """
)
"""Names that speak against an element; not those of its looks, as what is too wide for a phone may
be moved there (``overflow-x-scroll``), or is hidden where it is printed."""
_WORDS = re.compile(r"(?<![^\W_])(?:[^\W_]+-){4}")
"""An id of many words."""
_HIDING = frozenset(("hidden", "d-none"))
"""Styles that hide an element (https://tailwindcss.com/docs/display,
https://getbootstrap.com/docs/5.3/utilities/display/)."""
_SHOWN = re.compile(r":(?:block|flex|grid|inline|table|contents)|\bd-(?:sm|md|lg|xl|xxl)-(?!none)")
"""And such as show it where there is more room."""
_says_folded = finder(
    r"(?i)accordion|answer|collaps|details|expand|faq|fold|panel|\btabs?\b|toggle"
)
"""Names of what is opened by a click, and text."""
_says_transcript = finder(r"(?i)transcript")
_says_standfirst = finder(
    r"""(?xi)
      standfirst | perex | sub-?head(?:line|er)?s?(?![a-z]) | sub-?title | sottotitolo | occhiello
    | sommario
    | vorspann | teaser-?text(?![a-z]) | description | strapline | bajada | entradilla | preamble
    | (?<![a-z])(?:abstract | chapeau | chap[oô] | deck | dek | excerpt | intro | lead | summary)
      (?![a-z])
    """
)
_says_heading = finder(
    r"""(?xi)
      cross-?head | inter-?t[ií]t | inter-?(?:line|head)(?![a-z]) | entre-?t[ií]tul | mezzotit
    | zwischen-?(?:(?:ue|ü|u)ber-?schrift | titel | zeile | head)
    | tussen-?kop | mell(?:om|an|em)-?(?:tit|rubrik) | v[aä]liotsikko | [sś]r[oó]dtytu[lł] | ladillo
    | sub-?(?:head(?:ing|line)?|titles?)s?(?![a-z]) | sotto-?titol
    """
)
"""Names of what stands as a heading between paragraphs, as newspapers call it."""
_says_label = finder(
    r"""(?xi)
      author | bild | byline | caption | credit | figure | foto | gallery | image | job-?title
    | photo | picture | quot | related | teaser
    """
)
"""Names of short lines that are none."""
_says_box = finder(
    r"(?i)(?:fact|info|fm|expandable|gr[ae]y)[-_]?box|post-?card|alert-insert"
    r"|(?<![a-z])(?:poll|chart|info-?graphics?)(?![a-z])"
)
"""Names of boxes that are set into the flow of a text."""
_BOLD = frozenset(("bold", "font-bold", "font-weight-bold", "fw-bold", "strong", "text-bold"))
"""Classes that set words in bold (https://tailwindcss.com/docs/font-weight,
https://getbootstrap.com/docs/5.3/utilities/text/)."""
_says_bold = finder(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_AROUND = 3
"""How many elements around a paragraph are asked for its name."""
_says_beside_title = finder(
    r"""(?xi)
      \bads?\b | advert | affiliat | alert | audio | auth?or | avatar | badge | bio(?![a-z])
    | breadcrumb | byline | categor | comment | consent | cookie | (?<![a-z])date | disclaim
    | disclosure | funding | login | logo | menu | message | meta(?![a-z]|-image) | modal
    | nav(?![a-z]) | newsletter | notice | paywall | player | print | profile | promo | related
    | share | sharing | sign-?up | skip | social | sponsor | subscri | tags?(?![a-z]) | teaser
    | (?<![a-z])time | toolbar | tooltip | topic | (?<!elementor-)widget
    """
)
"""Names of what stands between a title and the text, and leads to neither."""
_says_shown = finder(
    r"""(?xi)
      bild | caption | carousel | copyright | (?<!ac)credit | figur | foto | gallery | illustra
    | image | (?<![a-z])img | media | photo | picture | slide(?!show) | thumb | video
    """
)
"""Names of pictures and of what is said of them."""
_says_caption = finder(
    r"(?i)\bcaption|[-_]caption(?![a-z]*-?(?:wrap|container))"
    r"|(?:image|img|photo|foto|picture|bild|media)[-_]*(?:des(?:c|cription)|legende?|text)(?![a-z])"
)
_says_credit = finder(r"(?i)credit|copyright|photographer|\bbyline|source\b")


def is_around(element: Element) -> bool:
    """Whether the names of an element say that it is none of the article."""
    return is_called_around(element) and may_be_around(element)


def may_be_around(element: Element) -> bool:
    """Whether none of the names of an element says that it may hold an article."""
    return not _says_perhaps(names(element))


def is_called_around(element: Element) -> bool:
    """The same, whatever other names it has."""
    return _says_around(_given(element))


def is_called_header(element: Element) -> bool:
    """Whether an element is called the header of something, and not that of a section."""
    if element.tag in HEADINGS or not _says_header(names(element)):
        return False
    return next(element.iter("h1", "a"), None) is not None or not is_heading_alone(element)


def is_heading_alone(element: Element) -> bool:
    """Whether there is a heading in an element, and no other word."""
    heading = next(element.iter(*HEADINGS), None)
    return heading is not None and text_of(heading) == text_of(element)


def is_plainly_around(element: Element) -> bool:
    """The same where no other name speaks against it: what stands around the text in small."""
    return _says_plainly(_given(element))


def _given(element: Element) -> str:
    """The names of an element; the id of a heading, to which links lead, is made of its words."""
    has_words = _WORDS.search(element.get("id") or "") is not None
    is_place = element.tag in HEADINGS or (has_words and is_heading_alone(element))
    return element.get("class") or "" if is_place else names(element)


def weight(element: Element) -> int:
    """What the names of an element say: above 0 for text, below for what is around it."""
    total = 0
    if is_called_hidden(element):
        return -25
    for said in (element.get("class"), element.get("id")):
        if said:
            total -= 25 if _speaks_against(said) else 0
            total += 25 if _speaks_for(said) else 0
    return total


def is_called_hidden(element: Element) -> bool:
    """Whether a style hides an element, shows it on no other screen, and does not fold it."""
    styles = (element.get("class") or "").split()
    if _HIDING.isdisjoint(styles) or any(_SHOWN.search(each) for each in styles):
        return False
    return not is_called_folded(element)


def is_called_folded(element: Element) -> bool:
    """Whether an element is called what is opened by a click, and no transcript of a film."""
    return _says_folded(names(element)) and not _says_transcript(names(element))


def is_standfirst(element: Element) -> bool:
    """Whether an element is called what stands between a title and the text."""
    said = f"{names(element)} {element.get('itemprop') or ''} {element.get('data-testid') or ''}"
    return _says_standfirst(said) and not _says_shown(names(element))


def is_beside_title(element: Element) -> bool:
    """Whether an element is called something else that stands between a title and the text."""
    return _says_beside_title(names(element))


def is_shown_by_name(element: Element) -> bool:
    """Whether an element is called a picture, or words that belong to one."""
    return _says_shown(names(element))


def is_set_bold(element: Element) -> bool:
    """Whether an element's own style sets it in bold, or a class that says no more."""
    is_called_bold = not _BOLD.isdisjoint((element.get("class") or "").split())
    return is_called_bold or _says_bold(element.get("style") or "")


def is_called_heading(element: Element) -> bool:
    """Whether a paragraph is called a heading: itself, or what holds it or its words alone."""
    said = [names(e) for e in _alone_with(element)]
    is_heading = any(e.get("role") == "heading" for e in _alone_with(element))
    return (is_heading or any(map(_says_heading, said))) and not any(map(_says_label, said))


def is_called_player(element: Element) -> bool:
    """Whether an element shows a film or plays a recording."""
    return element.tag in ("video", "audio") or _says_player(names(element))


def is_called_box(element: Element) -> bool:
    """Whether an element is called a box inside a text: facts, a poll."""
    return _says_box(names(element))


def style_of(element: Element) -> str:
    """The kind of a paragraph: its element, and the classes of what holds it or its words alone.

    Of captions, quotations and names the element alone.
    """
    around = _alone_with(element)
    classes = (" ".join((e.get("class") or "").split()) for e in around)
    is_label = any(_says_label(names(e)) for e in around)
    return str(element.tag) if is_label else ".".join((str(element.tag), *filter(None, classes)))


def _alone_with(element: Element) -> list[Element]:
    """An element, those around it that hold nothing else, and those in it that hold all of it."""
    found = [element]
    while len(found) < _AROUND and _fills(found[0], outer := found[0].getparent()):
        found.insert(0, outer)
    while (inner := next(iter(found[-1]), None)) is not None and _fills(inner, found[-1]):
        found.append(inner)
    return found


def _fills(element: Element, outer: Element | None) -> bool:
    """Whether an element is all that there is in another; to count what it has takes long."""
    if outer is None or element.getnext() is not None or element.getprevious() is not None:
        return False
    return not f"{outer.text or ''}{element.tail or ''}".strip()


def is_credit(element: Element) -> bool:
    """Whether an element is called what names a photographer."""
    return element.get("itemprop") == "copyrightHolder" or _says_credit(names(element))


def is_caption(element: Element) -> bool:
    """Whether an element is called the caption of a picture."""
    return element.tag == "figcaption" or _says_caption(names(element))
