/**
 * Forwarding HTTP/1.1 from hop to hop: the gateway and the balancer are this package behind different routes. It
 * streams bodies, strips what belongs to one hop, balances over replicas, and tells upstream failures apart.
 */
@NullMarked
package dev.versus.services.shop.common.forward;

import org.jspecify.annotations.NullMarked;
