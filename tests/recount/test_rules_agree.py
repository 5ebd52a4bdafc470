"""The recount of the comparison's rules, which shares no code with it, gives what it shows."""

import pytest

from tests.recount.recount_rules import RULES, rules
from tracker.counting.standings import standings


@pytest.fixture(scope="module")
def recounted():
    return rules()


@pytest.fixture(scope="module")
def shown(known_now):
    return {one.rule.rule_id: one for one in standings(known_now, "EUR")}


def test_every_rule_is_recounted(shown):
    assert list(shown) == list(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_the_recounted_value(rule, shown, recounted):
    for code, value in shown[rule].by_country.items():
        expected = recounted[rule][code]
        got = (value.figure.low, value.figure.high) if value.figure.is_known else None
        assert got == (expected and pytest.approx(expected, rel=1e-9))
