"""Where sentences begin and end.

Small rules of our own: a candidate is a run of ``. ! ? …`` with the quotes or brackets that close
after it; what stands before it (an abbreviation, an initial, a German ordinal) and what follows (a
small letter) can say that the sentence goes on. A newline always ends one. Languages without a
table of abbreviations get those that all share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.language_code import base_language
from briefing.model.span import Span

_CLOSERS = "\"'”’»›“‘)\\]}"
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]+(?:[{_CLOSERS}]|[\u00a0\u202f ][»›])*(?=\s|\[\d|\Z)|[。！？]+[」』”）]*"
)
_LAST_TOKEN = re.compile(r"[^\s\"'”’»›“‘„«‹(\[{/–—]+\Z")
_SKIP_OPENERS = "\"'”’»›“‘„«‹([{¿¡-–—\u00a0\u202f "
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,2}")
_UNIT = re.compile(r"\d[ \u00a0\u202f]?[a-zµ]{1,2}\Z")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")

_SHARED = "dr prof mr mrs ms st vs etc cf ca al ed eds vol no nr op fig jr sr inc ltd corp co ph"
_ABBREVIATIONS = {
    "it": (
        "sig sigg sigra sig.ra sig.na dott dott.ssa prof.ssa avv ing arch geom on gen col cap ten "
        "mons p pp pag pagg art artt cap capp ecc es n nn tel v vol s ss sec secc lett fig tab "
        "rag gent spett egr ill a.c d.c a.m p.m cit ibid rev lt serg magg cfr c.so v.le p.zza"
    ),
    "en": (
        "messrs gen col capt cmdr lt sgt maj adm gov sen rep reps sens rev hon pres dist supt "
        "ave blvd rd mt ft jan feb mar apr jun jul aug sep sept oct nov dec approx est dept univ "
        "assn bros e.g i.e p pp pg para sec ch ver a.m p.m"
    ),
    "de": (
        "hr fr frl dipl ing z.b z. b d.h u.a u.ä usw bzw evtl ggf inkl exkl vgl s sog str tel "
        "abs art abb bd beispiele bspw ders dgl dt ebd einschl etwa gem geb gest ges hrsg hg i.d.r "
        "jh jhd kap max min mind mio mrd mill mia o.ä pkt rd s.o s.u sen jun st std tab tsd u. uvm "
        "u.u v.a v.chr n.chr vorm nachm z.t zt zzgl zz jan feb mär apr aug sept okt nov dez mo di "
        "mi do sa so bzgl ehem ca allg amtl ausg betr"
    ),
    "fr": (
        "m mm mme mmes mlle mlles me mgr pr art av apr env ex p pp chap éd etc hab janv févr avr "
        "juil sept oct nov déc tél tom vol bd boul fig n° ste cie adj lt col gén cap cdt j.-c"
    ),
    "es": (
        "sr sra sres sras srta d dª dña ud uds vd vds lic ing arq gral gen cnel tte cap sgto mons "
        "art arts av avda c cap caps cía depto dpto ej núm núms nº p pp pág págs p.ej pdte prov "
        "rte s sec sto sta tel tít vol vols admón apdo aprox a.c d.c ee ff rr"
    ),
}
"""Words that end in a full stop inside a sentence, without their last stop, in small letters."""

_MAY_END = {"usw", "uvm", "a.m", "p.m", "jr", "sr", "inc", "ltd", "corp", "co", "al"}
"""Abbreviations after which a sentence often ends: a usual first word then decides."""

_AND_SO_ON = {"etc", "ecc"}
"""Abbreviations that end a sentence before any capital, where nouns have none (not in German)."""

_STARTERS = {
    "it": "il lo la i gli le un una in nel nella ma e per secondo questo questa anche si non",
    "en": "the a an in on at but and he she it they we this that these those his her its i as",
    "de": "der die das ein eine in im am an er sie es wir aber und auch dies diese dieser nach "
    "seit für mit bei zum zur den dem so doch",
    "fr": "le la les l un une des en dans mais et il elle ils elles on ce cette ces pour selon",
    "es": "el la los las un una en pero y según este esta estos para se no por su sus",
}
"""Words that begin many sentences and few names."""


@lru_cache(maxsize=16)
def _abbreviations(language: str) -> frozenset[str]:
    own = _ABBREVIATIONS.get(language, " ".join(_ABBREVIATIONS.values()) if not language else "")
    return frozenset(f"{_SHARED} {own}".split())


@lru_cache(maxsize=16)
def _starters(language: str) -> frozenset[str]:
    return frozenset(_STARTERS.get(language, " ".join(_STARTERS.values())).split())


def split(text: str, language: str | None, span: Span | None = None) -> list[Span]:
    """The sentences of a text, in order, without the white space around them.

    Args:
        text: A reading text, or a chunk's part of it.
        language: BCP 47; None or an unknown one uses the rules that all languages share.
        span: Look only here; its ends count as ends of a line.

    Returns:
        Spans in characters of ``text``. Every character that is not white space is in one.
    """
    span = span or Span(0, len(text))
    code = base_language(language)
    found: list[Span] = []
    start = span.start
    while start < span.end:
        newline = text.find("\n", start, span.end)
        end = span.end if newline < 0 else newline
        _split_line(text, start, end, code, found)
        start = end + 1
    return found


def _split_line(text: str, start: int, end: int, language: str, found: list[Span]) -> None:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end, language):
            _append(text, begin, stop.end(), found)
            begin = stop.end()
    _append(text, begin, end, found)


def _append(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    if length:
        found.append(Span(start + lead, start + lead + length))


def _ends(text: str, begin: int, stop: re.Match[str], end: int, language: str) -> bool:
    if stop[0][0] in "。！？":
        return True
    follow = _first_of_next(text, stop.end(), end)
    if follow >= end:
        return True
    if text[follow].islower():
        return False
    if stop[0].rstrip(_CLOSERS.replace("\\", "") + "\u00a0\u202f ") != ".":
        return True
    return _full_stop_ends(text, begin, stop.start(), follow, language)


def _first_of_next(text: str, start: int, end: int) -> int:
    while start < end and (text[start] in _SKIP_OPENERS or text[start].isspace()):
        start += 1
    return start


def _full_stop_ends(text: str, begin: int, dot: int, follow: int, language: str) -> bool:
    match = _LAST_TOKEN.search(text, max(begin, dot - 40), dot)
    if match is None:
        return True
    token = match[0]
    starts_usually = _next_word(text, follow) in _starters(language)
    if dot - begin < 40 and token == text[begin:dot].strip() and _LIST_NUMBER.fullmatch(token):
        return False
    if _UNIT.search(text, max(begin, dot - 12), dot):
        return True
    if token.isdecimal():
        return language != "de" or len(token) > 2 or starts_usually
    return _word_ends(token, language, starts_usually=starts_usually)


def _word_ends(token: str, language: str, *, starts_usually: bool) -> bool:
    word = token.lower().lstrip("-.")
    known = _abbreviations(language)
    if word in known or word.rsplit("-", 1)[-1] in known:
        if word in _AND_SO_ON:
            return starts_usually or language != "de"
        return word in _MAY_END and starts_usually
    if len(token) == 1 and token.isalpha():
        return False
    if _DOTTED.fullmatch(token):
        return starts_usually
    return True


def _next_word(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end].lower()
