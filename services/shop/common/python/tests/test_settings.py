"""Settings: understood or refused, never guessed."""

import pytest

from shop_common.settings import InvalidSettingError, Settings


@pytest.mark.parametrize(
    ("text", "seconds"), [("500ms", 0.5), ("2s", 2.0), ("1m", 60.0), (" 3s ", 3.0), ("", 7.0), ("  ", 7.0)]
)
def test_a_duration_has_a_unit_and_blank_means_the_default(text: str, seconds: float) -> None:
    assert Settings({"T": text}).seconds("T", "7s") == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["5", "0s", "-1s", "1h", "1.5s", "s", "9999999999s"])
def test_any_other_duration_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidSettingError, match=f'^T is "{text}", but must be a duration such as 500ms, 2s or 1m.$'):
        Settings({"T": text}).seconds("T", "7s")


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "-1", "8080.0", "٨٠"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidSettingError, match="must be a port from 1 to 65535"):
        Settings({"PORT": text}).port("PORT", 8080)


@pytest.mark.parametrize("text", ["mysql://db/shop", "db:5432", "postgresql://", "postgresql://db:99999/shop"])
def test_a_url_needs_the_scheme_of_its_default_and_a_host(text: str) -> None:
    with pytest.raises(InvalidSettingError, match="must be a URL such as postgresql://a/b"):
        Settings({"DATABASE_URL": text}).url("POSTGRES_URL", "DATABASE_URL", fallback="postgresql://a/b")


def test_of_two_names_the_first_that_is_set_counts() -> None:
    both = Settings({"ONE": "redis://one", "OTHER": "redis://other"})
    other = Settings({"ONE": "", "OTHER": "redis://other"})
    assert both.url("ONE", "OTHER", fallback="redis://none") == "redis://one"
    assert other.url("ONE", "OTHER", fallback="redis://none") == "redis://other"
    assert Settings({}).url("ONE", "OTHER", fallback="redis://none") == "redis://none"
