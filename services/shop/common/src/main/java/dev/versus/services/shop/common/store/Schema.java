package dev.versus.services.shop.common.store;

/**
 * The tables of the shop and the products that it opens with.
 *
 * <p>Several services start at once and each of them runs this: the advisory lock puts them in a row, and what is
 * there already stays as it is. Of product 19 there are exactly 100, and product 20 is sold out.
 */
final class Schema {

    /** One multi-statement query, which PostgreSQL runs as one transaction. */
    static final String CREATE_AND_SEED = """
            SELECT pg_advisory_xact_lock(7467);
            CREATE TABLE IF NOT EXISTS product (
              id integer PRIMARY KEY,
              name text NOT NULL,
              description text NOT NULL,
              price_cents integer NOT NULL CHECK (price_cents > 0),
              stock integer NOT NULL CHECK (stock >= 0)
            );
            CREATE TABLE IF NOT EXISTS customer_order (
              id uuid PRIMARY KEY,
              product_id integer NOT NULL REFERENCES product,
              quantity integer NOT NULL CHECK (quantity > 0),
              total_cents bigint NOT NULL,
              idempotency_key text UNIQUE
            );
            INSERT INTO product (id, name, description, price_cents, stock) VALUES
              (1, 'Desk lamp', 'Warm light on a steel arm', 3990, 1000000),
              (2, 'Notebook', 'Dotted pages, bound by hand', 1290, 1000000),
              (3, 'Fountain pen', 'Fine nib, brass body', 4450, 1000000),
              (4, 'Ink bottle', 'Blue black, 50 millilitres', 1150, 1000000),
              (5, 'Backpack', 'Waxed canvas, 18 litres', 8900, 1000000),
              (6, 'Water bottle', 'Insulated, half a litre', 2490, 1000000),
              (7, 'Coffee grinder', 'Steel burrs, turned by hand', 6990, 1000000),
              (8, 'Kettle', 'Swan neck, one litre', 5490, 1000000),
              (9, 'Tea tin', 'Assam, 250 grams', 1690, 1000000),
              (10, 'Mug', 'Stoneware, 300 millilitres', 1490, 1000000),
              (11, 'Cutting board', 'Oiled walnut', 4290, 1000000),
              (12, 'Chef knife', 'Carbon steel, 20 centimetres', 11900, 1000000),
              (13, 'Apron', 'Washed linen', 3490, 1000000),
              (14, 'Wool blanket', 'Woven herringbone', 9900, 1000000),
              (15, 'Candle', 'Beeswax, 40 hours', 1890, 1000000),
              (16, 'Wall clock', 'Silent movement, oak rim', 7450, 1000000),
              (17, 'Radio', 'Short and medium wave', 12900, 1000000),
              (18, 'Headphones', 'Closed back, 32 ohm', 14900, 1000000),
              (19, 'Signed print', 'A limited edition of one hundred', 5900, 100),
              (20, 'First edition', 'Sold out long ago', 25000, 0)
            ON CONFLICT (id) DO NOTHING;
            """;

    private Schema() {}
}
