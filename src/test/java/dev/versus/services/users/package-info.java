/** The system users: its contract in every variant, in every environment, and what clients see when one of its services is killed. */
@NullMarked
package dev.versus.services.users;

import org.jspecify.annotations.NullMarked;
