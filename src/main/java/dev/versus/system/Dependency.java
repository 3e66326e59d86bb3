package dev.versus.system;

/** A service that must be there first, and how far it must have come. */
public record Dependency(String service, Condition condition) {

    public enum Condition {
        STARTED,
        HEALTHY
    }
}
