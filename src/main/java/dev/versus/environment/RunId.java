package dev.versus.environment;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Id of one launch: eight lower-case letters and digits, short enough for the name of a network interface. Everything that the launch makes
 * carries it.
 */
public record RunId(String value) {

    /** The environment variable by which a process names its run. */
    public static final String VARIABLE = "VERSUS_RUN_ID";

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{8}");
    private static final Pattern OF_COMPOSE = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]*");
    private static final int LENGTH = 8;
    private static final int BASE = 36;

    public RunId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the id of a run: " + value);
        }
    }

    /** Reads an id; nothing if the text is not one. */
    public static Optional<RunId> read(String text) {
        return isOne(text) ? Optional.of(new RunId(text)) : Optional.empty();
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * Tells whether a name consists of a prefix, this id, a hyphen, and a name that a Compose file may use.
     *
     * @param prefix such as {@code versus-}
     */
    public boolean isIn(String prefix, String name) {
        String beginning = prefix + value + "-";
        return name.startsWith(beginning)
                && OF_COMPOSE.matcher(name.substring(beginning.length())).matches();
    }

    /** Draws a random id. */
    public static RunId random(RandomGenerator random) {
        var id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(Character.forDigit(random.nextInt(BASE), BASE));
        }
        return new RunId(id.toString());
    }

    /** Returns the name of the deployment, which is a valid name of a Compose project and begins the names of what services share. */
    public String project() {
        return "versus-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
