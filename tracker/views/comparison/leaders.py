"""Who leads under which rule, as a table, and as the sentence on top of the page."""

from html import escape

from tracker.counting.known import Known
from tracker.counting.standings import Standing
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, listed, section, under, written
from tracker.views.comparison.money import linked
from tracker.world.figures import Figure


def title(found: list[Standing], look: Look) -> str:
    """The finding of the page: who leads under the first rule, and how many turn that round."""
    first, flips = found[0], [one for one in found if one.is_flip]
    if not first.leader:
        return look.words("comparison.title.open")
    key = "flips" if flips else "same"
    rule = look.words(f"comparison.rules.{first.rule.rule_id}")
    leader = look.formats.country(first.leader)
    return look.words(
        f"comparison.title.{key}", leader=leader, rule=rule, flips=len(flips), rules=len(found)
    )


def flipped(found: list[Standing], look: Look) -> str:
    """Which rules turn the order round, and which tell nothing, in one sentence each."""
    flips = [look.words(f"comparison.rules.{one.rule.rule_id}") for one in found if one.is_flip]
    silent = [one for one in found if not one.leader]
    told = []
    if flips:
        leaders = {one.leader for one in found if one.is_flip}
        names = joined([look.formats.country(code) for code in sorted(leaders)], look)
        told.append(look.words("comparison.flips", leader=names, rules="; ".join(flips)))
    if silent:
        told.append(look.words("comparison.silent", count=len(silent), rules=len(found)))
    return " ".join(told)


def leaders(found: list[Standing], known: Known, look: Look) -> Section:
    """Every rule with each country's value, the leader and the margin."""
    codes = list(found[0].by_country)
    rows = [_row(one, codes, known, look) for one in found]
    labels = {f"value_{code}": look.formats.country(code) for code in codes}
    body = listed(rows, "leaders", look, markup=list(rows[0]), right=[*labels], labels=labels)
    return section("leaders", look.words("comparison.leaders.heading"), look, body)


def _row(one: Standing, codes: list[str], known: Known, look: Look) -> dict[str, str]:
    soft = "" if one.leader else ' class="cc-soft"'
    name = look.words(f"comparison.rules.{one.rule.rule_id}")
    rule = under(name, _left_out(one, look))
    values = {
        f"value_{code}": f"<span{soft}>{linked(one, code, known, look)}</span>" for code in codes
    }
    return {"rule": rule, **values, "leader": _leader(one, look), "margin": _margin(one, look)}


def _left_out(one: Standing, look: Look) -> str | None:
    """The commitments that a rule leaves out by name; nothing where it leaves out none."""
    if not one.left_out:
        return None
    return look.words("comparison.left_out", names="; ".join(one.left_out))


def _leader(one: Standing, look: Look) -> str:
    """The leader, and whether that turns the order round; or why there is none."""
    if one.leader:
        name = f"<b>{escape(look.formats.country(one.leader))}</b>"
        flip = escape(look.words("comparison.flip"))
        chip = f' <span class="cc-chip">{flip}</span>' if one.is_flip else ""
        return f'{name}{chip}<div class="cc-m cc-narrow">{_margin(one, look)}</div>'
    verdict = escape(look.words(f"comparison.verdicts.{one.verdict}"))
    reason = escape(
        look.words(
            f"comparison.reasons.{one.reason}",
            factor=look.formats.count(look.rules.comparison.unstated_basis_factor),
        )
    )
    return f'<span class="cc-soft">{verdict}</span><div class="cc-m">{reason}</div>'


def _margin(one: Standing, look: Look) -> str:
    """How far ahead, at least: the difference and the ratio."""
    if one.margin is None:
        return '<span class="cc-soft">–</span>'
    figure = one.by_country[one.leader].figure
    unit = Figure(one.margin, one.margin, figure.unit, stage=figure.stage)
    figures = [value.figure for value in one.by_country.values()]
    least = "exact" if all(figure.low == figure.high for figure in figures) else "least"
    difference = written(unit, look)
    if figure.unit == "%":
        difference = look.words("comparison.points", number=look.formats.count(one.margin))
    ratio = look.formats.ratio(one.ratio) if one.ratio else None
    if ratio is None:
        return escape(look.words(f"comparison.margin.{least}_only", difference=difference))
    return escape(look.words(f"comparison.margin.{least}", difference=difference, ratio=ratio))
