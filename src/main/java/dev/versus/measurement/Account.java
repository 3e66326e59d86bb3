package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the figures of a service come from. */
public enum Account {
    /** The cgroup that is its own: exact, and memory as Docker counts it. */
    @JsonProperty("cgroup")
    CGROUP,
    /** Its process with all that this started, added up: what they share counts for each, and what has ended may be missed. */
    @JsonProperty("processes")
    PROCESSES
}
