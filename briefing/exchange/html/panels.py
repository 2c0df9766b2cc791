"""The panels of a page: what is stated, each with a link to its passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefing.exchange.html.passages import Passages
from briefing.exchange.html.write import items, panel, words
from briefing.exchange.sheet import Sheet, Statement
from briefing.model.anchor import Wording
from briefing.model.article import Article
from briefing.model.figure import Check
from briefing.model.panels import PANELS
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem, State
from briefing.text.i18n import _, ngettext


class Panels:
    """What stands beside the text.

    Args:
        sheet: What is known about the article.
        passages: Those of the text, which is written already.
        found: The statements that have a passage.
        attributes: Of elements in the interface's own language.
    """

    def __init__(
        self, sheet: Sheet, passages: Passages, found: Iterable[Statement], attributes: str
    ) -> None:
        self.sheet = sheet
        self.passages = passages
        self.attributes = attributes
        self.spans: dict[str, list[Span]] = {}
        for one in found:
            self.spans.setdefault(one.ref, []).append(one.span)
        self.states = {state.code: number for number, state in enumerate(sheet.brief.states, 1)}
        self.told: set[str] = set()

    def parts(self) -> Iterator[str]:
        """The panels that have something to say."""
        contents = self._contents()
        for each in PANELS:
            if each.name in contents:
                content = contents[each.name]
                yield panel(each.name, _(each.title), content, self.attributes)

    def _contents(self) -> dict[str, str]:
        """What each panel holds, by its name; notes are written elsewhere."""
        brief = self.sheet.brief
        lists = ((n, one) for n, one in enumerate(brief.lists, 1) if one.kind != "states")
        dropped = (f"<li>{words(line)}</li>" for line in brief.dropped)
        return {
            "summary": items("ul", self._summary()),
            "figures": items("ul", self._figures()),
            "checks": items("ul", self._checks()),
            "states": "\n".join(self._states()),
            "lists": "\n".join(self._list(*one) for one in lists),
            "remarks": items("ul", self._comments("remark")),
            "warnings": items("ul", self._comments("warning")),
            "dropped": items("ul", dropped),
        }

    def _own(self, text: str, kind: str) -> str:
        """Words of the interface."""
        return f' <span class="{kind}"{self.attributes}>{words(text)}</span>'

    def _auto(self, *, auto: bool) -> str:
        return self._own(_("auto"), "auto") if auto else ""

    def _wordings(self, changed: Wording | None) -> str:
        """Both wordings of a quote that reads otherwise in the text now."""
        if changed is None:
            return ""
        was, now = (f"<q>{words(said)}</q>" for said in (changed.was, changed.now))
        return f"{self._own(_('was'), 'bad')} {was}{self._own(_('now'), 'bad')} {now}"

    def _to(self, ref: str, content: str) -> str:
        """Words that lead to the passage they rest on."""
        span = next(iter(self.spans.get(ref, ())), None)
        linked = content if span is None else self.passages.link(passage_id(span), content)
        return linked if linked != content else content + self._own(_("(not in the text)"), "bad")

    def _summary(self) -> Iterator[str]:
        for number, point in enumerate(self.sheet.brief.summary, 1):
            ref = f"summary-{number}"
            content = self._to(ref, words(point.text))
            more = self._auto(auto=point.auto) + self._wordings(point.changed)
            yield f'<li id="{ref}">{_sign("S", number)}{content}{more}</li>'

    def _figures(self) -> Iterator[str]:
        given = zip(self.sheet.brief.figures, self.sheet.figures, strict=True)
        for number, (figure, phrase) in enumerate(given, 1):
            ref = f"figure-{number}"
            content = self._to(ref, f"<strong>{words(phrase)}</strong>")
            said = figure.label_beside(phrase)
            label = f' <span class="label">{words(said)}</span>' if said else ""
            auto = self._auto(auto=figure.auto) + self._wordings(figure.changed)
            checks = "".join(self._checked_in(number - 1))
            yield f'<li id="{ref}">{_sign("F", number)}{content}{label}{auto}{checks}</li>'

    def _checked_in(self, figure: int) -> Iterator[str]:
        for number, check in enumerate(self.sheet.brief.checks, 1):
            if figure in check.of or figure == check.equals:
                said = words(_("Check {number}").format(number=f"C{number}"))
                yield f' <a class="see" href="#check-{number}" aria-label="{said}">C{number}</a>'

    def _checks(self) -> Iterator[str]:
        given = zip(self.sheet.brief.checks, self.sheet.checks, strict=True)
        for number, (check, line) in enumerate(given, 1):
            look, sign = ("good", "✓") if check.holds else ("bad", "✗")
            remark = f" <em>{words(line.remark)}</em>" if line.remark else ""
            yield (
                f'<li id="check-{number}">{_sign("C", number)}{words(line.formula)}'
                f' <strong class="{look}"{self.attributes}>{sign} {words(line.verdict)}</strong>'
                f"{remark}{self._auto(auto=check.auto)}{''.join(_parts_of(check))}</li>"
            )

    def _comments(self, kind: str) -> Iterator[str]:
        brief = self.sheet.brief
        entries = [(one.text, one.span, one.changed) for one in brief.remarks]
        if kind == "warning":
            entries = [(one.text, one.span, None) for one in brief.warnings]
        for number, (text, span, changed) in enumerate(entries, 1):
            ref = f"{kind}-{number}"
            quote = "" if span is None else f"<q>{words(_short(self.sheet.article, span))}</q>"
            said = f"{self._to(ref, quote)} {words(text)}{self._wordings(changed)}"
            yield f'<li id="{ref}">{_sign(kind[0].upper(), number)}{said}</li>'

    def _states(self) -> Iterator[str]:
        for number, one in enumerate(self.sheet.brief.lists, 1):
            if one.kind == "states":
                yield self._list(number, one)
        rest = [state for state in self.sheet.brief.states if state.code not in self.told]
        if rest and self.told:
            yield f"<h3{self.attributes}>{words(_('Others'))}</h3>"
        yield items("ul", (f"<li>{self._state(state)}</li>" for state in rest))

    def _list(self, number: int, given: ItemList) -> str:
        count = str(len(given.items))
        if given.expected is not None and given.expected != len(given.items):
            count = f"{count}/{given.expected}"
        entries = (self._item(f"item-{number}-{n}", one) for n, one in enumerate(given.items, 1))
        listed = items("ul", list(entries))
        title = f"{words(given.title)} ({count}){self._auto(auto=given.auto)}"
        return f'<h3 id="list-{number}">{title}</h3>\n{listed}'

    def _item(self, ref: str, item: ListItem) -> str:
        number = self.states.get(item.code or "")
        linked = self._to(ref, words(item.name)) + self._wordings(item.changed)
        code = f' <span class="code">{words(item.code)}</span>' if item.code else ""
        if number is None or item.code in self.told:
            return f'<li id="{ref}">{linked}{code}</li>'
        state = self.sheet.brief.states[number - 1]
        return f'<li id="{ref}">{linked}{code} {self._state(state, is_named=True)}</li>'

    def _state(self, state: State, *, is_named: bool = False) -> str:
        """A state with a link to each of its mentions."""
        self.told.add(state.code)
        ref = f"state-{self.states[state.code]}"
        links = []
        for count, span in enumerate(self.spans.get(ref, ()), 1):
            said = _("{name}, mention {count}").format(name=state.name, count=count)
            links.append(self.passages.link(passage_id(span), str(count), said))
        name = "" if is_named else f'{words(state.name)} <span class="code">{state.code}</span>'
        count = len(state.mentions) + len(state.other_mentions)
        told = ngettext("{count} mention", "{count} mentions", count).format(count=count)
        label = f'<span class="label"{self.attributes}>{words(told)}:</span>'
        return f'<span id="{ref}">{name} {label} {" ".join(links)}</span>'


def passage_id(span: Span) -> str:
    """The id of a passage's element."""
    return f"p-{span.start}-{span.end}"


def _sign(letter: str, number: int) -> str:
    return f'<span class="sign">{letter}{number}</span> '


def _parts_of(check: Check) -> Iterator[str]:
    """Links to the figures and to the list that a check compares."""
    claim = () if check.equals is None else (check.equals,)
    for index in dict.fromkeys(chain(check.of, claim)):
        yield f' <a class="see" href="#figure-{index + 1}">F{index + 1}</a>'
    if check.list_index is not None:
        number = check.list_index + 1
        said = words(_("List {number}").format(number=number))
        yield f' <a class="see" href="#list-{number}" aria-label="{said}">L{number}</a>'


def _short(article: Article, span: Span) -> str:
    passage = span.of(article.text)
    return passage if len(passage) <= 160 else f"{passage[:150]}…"
