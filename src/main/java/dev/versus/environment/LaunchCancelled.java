package dev.versus.environment;

/** Exception that ends a step of a launch whose result is no longer needed: another service failed first, or the JVM is shutting down. */
public final class LaunchCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchCancelled() {
        super("the launch was abandoned", null, false, false);
    }
}
