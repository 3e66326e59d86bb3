package dev.versus.environment;

/** A step of a launch that nobody wants any more: another service failed first, or the JVM is ending. */
public final class Abandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Abandoned() {
        super("the launch was abandoned", null, false, false);
    }
}
