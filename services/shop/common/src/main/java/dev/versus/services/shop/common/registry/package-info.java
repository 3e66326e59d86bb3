/**
 * The service registry in Redis: replicas announce themselves by keys that expire, and whoever balances over them
 * watches those keys. A registry that is away leaves the last view standing.
 */
@NullMarked
package dev.versus.services.shop.common.registry;

import org.jspecify.annotations.NullMarked;
