/** The written contract of the shop as a check that any running variant can be put to. */
@NullMarked
package dev.versus.services.shop.contract;

import org.jspecify.annotations.NullMarked;
