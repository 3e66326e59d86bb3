/**
 * Facts about processes on Linux: {@code /proc}, network namespaces and cgroups of version 1 and 2. Packages that measure and packages that
 * start services use it; it knows nothing but the JDK. On other systems all answers are empty.
 */
@NullMarked
package dev.versus.linux;

import org.jspecify.annotations.NullMarked;
