package dev.versus.environment.fingerprint;

import java.util.Map;

/** One aspect of what a replica runs on. */
@FunctionalInterface
interface Trait {

    /** Returns values by key; empty if the aspect does not apply or cannot be found out. */
    Map<String, String> of(Inspected replica);
}
