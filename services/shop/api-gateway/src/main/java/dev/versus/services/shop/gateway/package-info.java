/** The API gateway: the one way in to the services, over the replicas that live. */
@NullMarked
package dev.versus.services.shop.gateway;

import org.jspecify.annotations.NullMarked;
