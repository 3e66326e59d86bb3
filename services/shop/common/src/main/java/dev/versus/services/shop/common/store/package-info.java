/** What the services keep: the PostgreSQL database with its schema, and Redis as a cache that may go away. */
@NullMarked
package dev.versus.services.shop.common.store;

import org.jspecify.annotations.NullMarked;
