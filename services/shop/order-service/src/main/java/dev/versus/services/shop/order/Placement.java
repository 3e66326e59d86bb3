package dev.versus.services.shop.order;

/**
 * The outcome of asking for an order.
 *
 * @param order the order that now stands
 * @param isReplay whether it stood before, placed by an earlier request with the same idempotency key
 */
record Placement(Order order, boolean isReplay) {}
