package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends the JVM with one sentence instead of a stack trace when what went wrong is for the user to mend. */
final class Refusal {

    /** The exit code for bad input. */
    static final int BAD_INPUT = 2;
    /** The exit code for what was asked rightly and failed. */
    static final int FAILED = 1;

    private Refusal() {}

    /** From now on, an uncaught mistake of the user is told in a sentence. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            VersusException told = told(thrown);
            if (told == null) {
                thrown.printStackTrace(System.err);
            } else {
                exit(told);
            }
        });
    }

    /** Says what is wrong and ends the JVM; shutdown hooks still close what runs. */
    static void exit(VersusException problem) {
        System.err.println();
        System.err.println("Versus: " + problem.getMessage());
        System.err.flush();
        System.exit(problem instanceof InvalidInput ? BAD_INPUT : FAILED);
    }

    /** The sentence somewhere in what was thrown, if there is one. */
    private static @Nullable VersusException told(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VersusException told) {
                return told;
            }
            if (cause instanceof IllegalArgumentException && isOurs(cause)) {
                return new InvalidInput(sentence(String.valueOf(cause.getMessage())), cause);
            }
        }
        return null;
    }

    private static String sentence(String message) {
        String capital = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("dev.versus.");
    }
}
