"""Who leads under which rule, as a table, and as the sentence on top of the page."""

from collections.abc import Sequence

from tracker.counting.known import Known
from tracker.counting.standings import Standing
from tracker.look.elements import Link, Part, Said
from tracker.look.look import Look
from tracker.look.parts import small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns, section
from tracker.world.figures import Figure


def title(found: list[Standing], look: Look) -> str:
    """The finding of the page: who leads under the first rule, and how many turn that round."""
    first, flips = found[0], [one for one in found if one.is_flip]
    if not first.leader:
        return look.words("comparison.title.open")
    key = "flips" if flips else "same"
    leader = look.formats.country(first.leader)
    told = {"leader": leader, "flips": len(flips), "rules": len(found)}
    return look.words(f"comparison.title.{key}", **told)


def flipped(found: list[Standing], look: Look) -> str:
    """Which rules turn the order round, and which tell nothing, in one sentence each."""
    flips, told = [one for one in found if one.is_flip], []
    silent = [one for one in found if not one.leader]
    if flips:
        names = look.joined(map(look.formats.country, sorted({one.leader for one in flips})))
        rules = "; ".join(rule_name(one, look) for one in flips)
        told.append(look.words("comparison.flips", leader=names, rules=rules))
    if silent:
        told.append(look.words("comparison.silent", count=len(silent), rules=len(found)))
    return " ".join(told)


def leaders(found: list[Standing], known: Known, look: Look) -> Section:
    """Every rule with each country's value, the leader and the margin."""
    codes = known.world.dataset.compared
    labels = {f"value_{code}": look.formats.country(code) for code in codes}
    names = ["rule", *labels, "leader", "margin"]
    shown = columns("comparison.leaders", names, look, labels=labels, right=labels)
    body = table("leaders", [_row(one, known, look) for one in found], shown)
    return section("comparison", "leaders", look.words("comparison.leaders.heading"), look, body)


def linked(one: Standing, code: str, known: Known, look: Look) -> str | Link:
    """A value as a link to the rows behind it, where the leaderboard can show just those."""
    figure, rule = one.by_country[code].figure, one.rule
    text = written(figure, look)
    if not rule.lens or rule.without or rule.per:
        return text
    asked: dict[str, str | Sequence[str]] = {
        "country_code": code,
        "lens": rule.lens,
        "sum": "yes",
        "currency": figure.unit,
    }
    if rule.origin:
        asked["origin"] = rule.origin
    if rule.rung_basis:
        asked["rung_basis"] = rule.rung_basis
    if rule.amount_tier:
        asked["amount_tier"] = rule.amount_tier
    if rule.add_category:
        asked["category"] = (*look.rules.default_scope["category"], *rule.add_category)
    return ways.rows(text, known.world, **asked)


def rule_name(one: Standing, look: Look) -> str:
    """A rule in words."""
    return look.words(f"comparison.rules.{one.rule.rule_id}")


def _row(one: Standing, known: Known, look: Look) -> dict[str, Part]:
    """A rule with the commitments that it leaves out by name, and what follows from it."""
    names = "; ".join(one.left_out)
    left_out = look.words("comparison.left_out", names=names) if names else None
    tone = "plain" if one.leader else "soft"
    values = {
        f"value_{code}": Said(tone, linked(one, code, known, look)) for code in one.by_country
    }
    return {
        "rule": (rule_name(one, look), *small(left_out)),
        **values,
        "leader": _leader(one, look),
        "margin": _margin(one, look),
    }


def _leader(one: Standing, look: Look) -> Part:
    """The leader, and whether that turns the order round; or why there is none."""
    if one.leader:
        flip = Said("chip", look.words("comparison.flip") if one.is_flip else "")
        name = Said("strong", look.formats.country(one.leader))
        return name, flip, Said("narrow", _margin(one, look))
    factor = look.formats.count(look.rules.comparison.unstated_basis_factor)
    reason = look.words(f"comparison.reasons.{one.reason}", factor=factor)
    return Said("soft", look.words(f"comparison.verdicts.{one.verdict}")), *small(reason)


def _margin(one: Standing, look: Look) -> Part:
    """How far ahead, at least: the difference and the ratio."""
    if one.margin is None:
        return Said("soft", NONE)
    figure = one.by_country[one.leader].figure
    difference = written(Figure(one.margin, one.margin, figure.unit, stage=figure.stage), look)
    if figure.unit == "%":
        difference = look.words("comparison.points", number=look.formats.count(one.margin))
    least = "exact" if one.is_exact else "least"
    if not one.ratio:
        return look.words(f"comparison.margin.{least}_only", difference=difference)
    ratio = look.formats.ratio(one.ratio)
    return look.words(f"comparison.margin.{least}", difference=difference, ratio=ratio)
