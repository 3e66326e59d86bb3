package dev.versus.environment.fingerprint;

import java.util.Map;

/** One side of what a replica runs on. */
@FunctionalInterface
interface Trait {

    /** Values by key; empty where it does not apply or cannot be found out. */
    Map<String, String> of(Inspected replica);
}
