/** What the tests of all systems' contracts share. */
@NullMarked
package dev.versus.services.contract;

import org.jspecify.annotations.NullMarked;
