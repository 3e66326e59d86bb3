package dev.versus.environment;

/** The way by which a service of a deployment is reached. */
public enum Reach {
    /** The way that the environment takes when nobody chooses. */
    USUAL,
    /** A port that the host publishes for it. */
    PUBLISHED_PORT,
    /** The address that the service itself has. */
    SERVICE_ADDRESS
}
