package dev.versus.environment;

/** Way in which a service of a deployment is reached. */
public enum Reach {
    /** The default way of the environment. */
    USUAL,
    /** A port that the host publishes for the service. */
    PUBLISHED_PORT,
    /** The address of the service itself. */
    SERVICE_ADDRESS
}
