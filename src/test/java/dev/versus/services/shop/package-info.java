/** Tests of the shop as a whole, against real processes. */
@NullMarked
package dev.versus.services.shop;

import org.jspecify.annotations.NullMarked;
