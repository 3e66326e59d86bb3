package dev.versus.environment;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The name of one launch, short enough to be part of an interface's name; everything that the launch makes carries it. */
public record RunId(String value) {

    /** The variable by which a process tells to which run it belongs. */
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

    /** Reads an id; nothing if the text is none. */
    public static Optional<RunId> read(String text) {
        return isOne(text) ? Optional.of(new RunId(text)) : Optional.empty();
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * Tells whether a name is a prefix, this id and a hyphen, followed by the name of something of a Compose file, and nothing else.
     *
     * @param prefix such as {@code versus-}
     */
    public boolean isIn(String prefix, String name) {
        String beginning = prefix + value + "-";
        return name.startsWith(beginning)
                && OF_COMPOSE.matcher(name.substring(beginning.length())).matches();
    }

    public static RunId random(RandomGenerator random) {
        var id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(Character.forDigit(random.nextInt(BASE), BASE));
        }
        return new RunId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
