/** What the simulation {@link dev.versus.simulations.WsgiVsAsgi} is made of: its scenarios, and what was published about them. */
@NullMarked
package dev.versus.simulations.wsgi;

import org.jspecify.annotations.NullMarked;
