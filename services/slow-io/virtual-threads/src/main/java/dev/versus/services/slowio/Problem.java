package dev.versus.services.slowio;

import java.nio.charset.StandardCharsets;

/**
 * Why a request was not served: the body of every answer that is no success, as the services in Python write it.
 *
 * @param status the HTTP status, 4xx or 5xx
 * @param code a stable word for programs
 * @param message one sentence for people; the same for the same cause
 */
record Problem(int status, String code, String message) {

    static final Problem NOT_FOUND = new Problem(404, "not_found", "There is nothing at this path.");
    static final Problem METHOD_NOT_ALLOWED =
            new Problem(405, "method_not_allowed", "This path does not support the method.");
    static final Problem INTERNAL = new Problem(500, "internal_error", "The service failed; its log says why.");
    static final Problem UPSTREAM_BROKEN =
            new Problem(502, "upstream_broken", "io-simulator cannot be reached, broke off or talked nonsense.");
    static final Problem UPSTREAM_TIMEOUT =
            new Problem(504, "upstream_timeout", "io-simulator did not answer in time.");

    byte[] body() {
        return "{\"code\":\"%s\",\"message\":\"%s\"}"
                .formatted(code, escaped(message))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ') {
                escaped.append("\\u%04x".formatted(c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    ProblemException toException() {
        return new ProblemException(this);
    }

    /** Carries a problem to the one who answers; it has no stack trace because it is an answer, not a fault. */
    static final class ProblemException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private ProblemException(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
