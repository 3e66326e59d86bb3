/** Types that every package of the harness may use: settings, secrets, the cache folder, exceptions. It knows no other package. */
@NullMarked
package dev.versus;

import org.jspecify.annotations.NullMarked;
