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
 * Ends the JVM with one sentence instead of a stack trace when what went wrong is for the user to mend. What a simulation's
 * initialiser throws is caught by Gatling and only logged, so that logger is listened to.
 */
final class Refusal {

    /** The exit code for bad input. */
    static final int BAD_INPUT = 2;
    /** The exit code for what was asked rightly and failed. */
    static final int FAILED = 1;

    private static final String GATLING = "io.gatling.app.Gatling$";

    private Refusal() {}

    /** From now on, a mistake of the user in a simulation is told in a sentence. */
    static void install() {
        if (LoggerFactory.getLogger(GATLING) instanceof Logger logger && logger.getAppender(GATLING) == null) {
            Listener listener = new Listener();
            listener.setName(GATLING);
            listener.setContext(logger.getLoggerContext());
            listener.start();
            logger.addAppender(listener);
        }
    }

    /** Says what is wrong and ends the JVM; shutdown hooks still close what runs. */
    static void exit(VersusException problem) {
        System.err.println();
        System.err.println(ForeignText.lines("Versus: " + problem.getMessage()));
        System.err.flush();
        System.exit(problem instanceof InvalidInput ? BAD_INPUT : FAILED);
    }

    /** The sentence somewhere in what was thrown, if there is one. */
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

    /** Hears of a run that crashed. */
    private static final class Listener extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                told(proxy.getThrowable()).ifPresent(Refusal::exit);
            }
        }
    }
}
