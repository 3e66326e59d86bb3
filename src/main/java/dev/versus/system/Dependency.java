package dev.versus.system;

/** A service that must be started, or healthy, before another one starts. */
public record Dependency(String service, Condition condition) {

    public enum Condition {
        STARTED,
        HEALTHY
    }
}
