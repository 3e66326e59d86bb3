/**
 * Calls io-simulator from a virtual thread for each call: blocking code, as many calls at once as there are. It needs nothing but the
 * JDK, and runs on one without virtual threads too, with as many ordinary ones.
 */
@NullMarked
package dev.versus.services.slowio;

import org.jspecify.annotations.NullMarked;
