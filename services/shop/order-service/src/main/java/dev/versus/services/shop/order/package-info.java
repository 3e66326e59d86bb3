/** The order service: it sells what is in stock, each order once. */
@NullMarked
package dev.versus.services.shop.order;

import org.jspecify.annotations.NullMarked;
