package dev.versus.run;

/** Shows a person what a run is doing. */
@FunctionalInterface
public interface Console {

    /** Shows one line, as it is. */
    void say(String line);
}
