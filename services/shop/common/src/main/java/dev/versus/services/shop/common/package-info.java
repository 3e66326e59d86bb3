/**
 * What every service of the shop stands on: settings from the environment, starting and stopping, listening, and
 * problems as JSON. It knows nothing of products, orders or routes.
 */
@NullMarked
package dev.versus.services.shop.common;

import org.jspecify.annotations.NullMarked;
