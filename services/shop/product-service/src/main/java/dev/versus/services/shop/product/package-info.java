/** The product service: the catalogue, read from Redis and otherwise from PostgreSQL. */
@NullMarked
package dev.versus.services.shop.product;

import org.jspecify.annotations.NullMarked;
