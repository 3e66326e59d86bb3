package dev.versus.services.shop.common;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Why a request was not served: the body of every answer that is no success.
 *
 * @param status the HTTP status, 4xx or 5xx
 * @param code a stable word for programs, such as {@code sold_out}
 * @param message one sentence for people; the same for the same cause
 */
public record Problem(int status, String code, String message) {

    /** The JSON body: {@code {"code": …, "message": …}}. */
    public Buffer body() {
        return new JsonObject().put("code", code).put("message", message).toBuffer();
    }

    /** Answers a request with this problem. */
    public void answer(HttpServerResponse response) {
        Json.answer(response, status, body());
    }

    /** This problem as an exception, to fail a future with. */
    public ProblemException toException() {
        return new ProblemException(this);
    }

    /** Carries a problem through a failed future; it has no stack trace because it is an answer, not a fault. */
    public static final class ProblemException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        ProblemException(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        /** The problem to answer with. */
        public Problem problem() {
            return problem;
        }
    }
}
