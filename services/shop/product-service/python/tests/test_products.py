"""The catalogue's JSON."""

from product_service.products import list_json


def test_the_catalogue_is_written_without_spaces_and_with_its_own_letters() -> None:
    rows = [(1, "Desk lamp", "Warm light", 3990, 1_000_000), (2, 'Café "noir"', "a/b", 1, 0)]
    assert list_json(rows).decode() == (
        '{"products":[{"id":1,"name":"Desk lamp","description":"Warm light","price_cents":3990,"stock":1000000},'
        '{"id":2,"name":"Café \\"noir\\"","description":"a/b","price_cents":1,"stock":0}]}'
    )
