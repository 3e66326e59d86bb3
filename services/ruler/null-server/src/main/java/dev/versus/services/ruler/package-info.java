/**
 * The null server: it answers after exactly the service time that it is asked for and keeps its own record of that, so that what a
 * load generator reads can be held against the truth. One class for each step of a request: {@code Routes} say which {@code Call}
 * it is, a {@code Connection} serves the calls of one client in their order, {@code Served} keeps the record.
 */
@NullMarked
package dev.versus.services.ruler;

import org.jspecify.annotations.NullMarked;
