/** The parts of {@link dev.versus.simulations.WsgiVsAsgi}: its scenarios, its servers and the published figures. */
@NullMarked
package dev.versus.simulations.wsgi;

import org.jspecify.annotations.NullMarked;
