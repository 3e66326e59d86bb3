/**
 * Builds services from their folders, each with its own tool: Maven, Go, Python or npm. The result is kept in the cache by the content of
 * its sources, and a system is rewritten so that its commands name what was built. It knows {@code dev.versus.system} and the JDK.
 */
@NullMarked
package dev.versus.build;

import org.jspecify.annotations.NullMarked;
