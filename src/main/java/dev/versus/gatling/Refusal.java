package dev.versus.gatling;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.VersusException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Ends the JVM with one sentence instead of a stack trace when the user can mend what went wrong. Gatling catches what a simulation's
 * initialiser throws and only logs it, so this class listens to Gatling's logger.
 */
final class Refusal {

    /** The exit code for bad input. */
    static final int BAD_INPUT = 2;
    /** The exit code for a failure with correct input. */
    static final int FAILED = 1;

    private static final String GATLING = "io.gatling.app.Gatling$";

    private Refusal() {}

    /** Starts to listen, so that a user's mistake in a simulation is told in one sentence. */
    static void install() {
        if (LoggerFactory.getLogger(GATLING) instanceof Logger logger && logger.getAppender(GATLING) == null) {
            Listener listener = new Listener();
            listener.setName(GATLING);
            listener.setContext(logger.getLoggerContext());
            listener.start();
            logger.addAppender(listener);
        }
    }

    /** Prints the problem and ends the JVM; shutdown hooks still close the deployments. */
    static void exit(VersusException problem) {
        System.err.println();
        System.err.println(ForeignText.lines("Versus: " + problem.getMessage()));
        System.err.flush();
        System.exit(problem instanceof InvalidInput ? BAD_INPUT : FAILED);
    }

    /** Finds, among an exception and its causes, the first one that is meant for the user; empty if there is none. */
    static Optional<VersusException> told(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VersusException told) {
                return Optional.of(told);
            }
            if (cause instanceof IllegalArgumentException && isOurs(cause)) {
                return Optional.of(new InvalidInput(sentence(String.valueOf(cause.getMessage())), cause));
            }
        }
        return Optional.empty();
    }

    private static String sentence(String message) {
        String end = message.endsWith(".") ? "" : ".";
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + end;
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("dev.versus.");
    }

    /** Receives Gatling's log event of a crashed run. */
    private static final class Listener extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                told(proxy.getThrowable()).ifPresent(Refusal::exit);
            }
        }
    }
}
