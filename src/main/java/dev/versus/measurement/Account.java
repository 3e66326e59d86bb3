package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The source of a service's resource figures. */
public enum Account {
    /** The service's own cgroup: exact, and memory as Docker counts it. */
    @JsonProperty("cgroup")
    CGROUP,
    /** The service's process and its descendants, added up: shared memory counts for each, and processes that ended may be missed. */
    @JsonProperty("processes")
    PROCESSES
}
