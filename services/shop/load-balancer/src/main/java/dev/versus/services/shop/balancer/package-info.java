/** The load balancer in front of the gateways, where no nginx stands there. */
@NullMarked
package dev.versus.services.shop.balancer;

import org.jspecify.annotations.NullMarked;
