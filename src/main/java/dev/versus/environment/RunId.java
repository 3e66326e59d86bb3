package dev.versus.environment;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The name of one launch, short enough to be part of an interface's name; everything that the launch makes carries it. */
public record RunId(String value) {

    /** The variable by which a process tells to which run it belongs. */
    public static final String VARIABLE = "VERSUS_RUN_ID";

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{8}");
    private static final int LENGTH = 8;
    private static final int BASE = 36;

    public RunId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the id of a run: " + value);
        }
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
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
